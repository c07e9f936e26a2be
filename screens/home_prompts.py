"""What the home screen asks before it begins, copies, imports, rehearses or deletes a workshop."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from screens.widgets.prompt import Prompt, PromptKey
from workshop import places

if TYPE_CHECKING:
    from workshop.shelf import Listing


class Door(Protocol):
    """What the home screen may ask of the app. `usual_agenda` is offered first for a new workshop."""

    usual_agenda: str

    def now(self) -> datetime: ...
    def today(self) -> date: ...
    def tell(self, sentence: str) -> None: ...
    def open_workshop(self, id: str) -> None: ...
    def check_in(self, id: str) -> None: ...
    def begin_workshop(self, title: str, organization: str, agenda: str) -> None: ...
    def begin_assessment(self, organization: str) -> None: ...
    def add_sample(self) -> None: ...
    def rehearse(self, step: str) -> None: ...
    def duplicate(self, id: str, title: str) -> None: ...
    def import_file(self, path: Path) -> None: ...
    def archive(self, id: str, *, away: bool) -> None: ...
    def delete_for_good(self, id: str) -> None: ...
    def show_list(self, *, archived: bool) -> None: ...
    def toggle_help(self) -> None: ...


def title_of_new(door: Door) -> Prompt:
    """Ask for title, organization and agenda of a new workshop, and begin it."""

    def take(title: str) -> Prompt:
        return _whose(door, title)

    return Prompt(PromptKey("title"), "What do we call this workshop?", _title, take)


def _whose(door: Door, title: str) -> Prompt:
    def take(organization: str) -> Prompt:
        return _agenda(door, title, organization)

    return Prompt(PromptKey("organization"), "Whose strategy is it? (Enter: later)", _anything, take)


def _agenda(door: Door, title: str, organization: str) -> Prompt:
    from workshop import answers, steps  # with the models, which the first paint does without
    from workshop.answers.kind import listed

    content = steps.load()
    digits = answers.digits(content.field("brief", "agenda"))
    hours = {key: content.agenda(each.value).total / 60 for key, each in digits.items()}
    choices = "  ".join(f"{key} {each.label} ({hours[key]:g} h)" for key, each in digits.items())
    usual = next((key for key, each in digits.items() if each.value == door.usual_agenda), next(iter(digits)))

    def read(text: str) -> tuple[str, str]:
        chosen = digits.get(text.strip() or usual)
        if chosen is None:
            raise ValueError(f"Type {listed(tuple(digits), 'or')}.")
        return chosen.value, chosen.label

    def take(agenda: str) -> None:
        door.begin_workshop(title, organization, agenda)

    return Prompt(PromptKey("agenda"), f"How long? {choices}", read, take, placeholder=usual)


def organization_to_assess(door: Door) -> Prompt:
    """Ask whose strategy a self-assessment is about, and begin it."""
    ask = "Self-assessment: of which organization? (Enter: later)"
    return Prompt(PromptKey("assess"), ask, _anything, door.begin_assessment)


def title_of_next(door: Door, each: Listing) -> Prompt:
    """Ask what the copy of a workshop is called, and make it."""

    def take(title: str) -> None:
        door.duplicate(each.id, title)

    return Prompt(PromptKey("duplicate"), "What do we call the next one?", _title, take, text=each.title)


def step_to_rehearse(door: Door) -> Prompt:
    """Ask which step is to be rehearsed, and open it."""
    from workshop.room.walk import step_called, step_names  # with the models, which the first paint does without

    def read(text: str) -> tuple[str, str]:
        return step_called(text or "1")

    def suggest(text: str) -> tuple[str, ...]:
        return tuple(name for name in step_names() if name.casefold().startswith(text.strip().casefold()))

    ask = "Rehearse which step? Its number or name:"
    return Prompt(PromptKey("rehearse"), ask, read, door.rehearse, placeholder="1", suggest=suggest)


def file_to_import(door: Door) -> Prompt:
    """Ask for a file that was exported, and make a workshop of it."""

    def read(text: str) -> tuple[Path, str]:
        return places.typed_file(text), "Enter imports it"

    def suggest(text: str) -> tuple[str, ...]:
        return places.files_like(text, ".json")

    ask, begin = "Which file? (exported as json)", f"{places.shown(places.documents_folder())}/"
    return Prompt(PromptKey("import"), ask, read, door.import_file, text=begin, suggest=suggest)


def title_to_delete(door: Door, each: Listing) -> Prompt:
    """Delete a workshop for good, once its title has been typed."""

    def read(text: str) -> tuple[str, str]:
        if text.strip() != each.title.strip():
            raise ValueError("That is not its title. Esc leaves everything as it is.")
        return text, "Enter deletes it for good"

    def take(_: str) -> None:
        door.delete_for_good(each.id)

    return Prompt(PromptKey("delete"), f"Type its title to delete “{each.title}” for good:", read, take)


def _anything(text: str) -> tuple[str, str]:
    return text.strip(), ""


def _title(text: str) -> tuple[str, str]:
    if not text.strip():
        raise ValueError("Type a title first.")
    if len(text) > 200:
        raise ValueError("That is very long: shorten it.")
    return text.strip(), ""
