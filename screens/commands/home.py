"""Commands of the home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from screens.command import Command
from screens.home_prompts import Door, file_to_import, step_to_rehearse, title_of_new, title_of_next, title_to_delete

if TYPE_CHECKING:
    from screens.widgets.prompt import Prompt
    from workshop.shelf import Listing


class Home(Protocol):
    """What these commands need of the screen they stand on."""

    app: Any
    archived: bool
    sought: str

    @property
    def chosen(self) -> Listing | None: ...
    @property
    def door(self) -> Door: ...
    def ask(self, prompt: Prompt) -> None: ...
    def ask_search(self) -> None: ...
    def assess(self) -> None: ...


class OfOne(Command):
    """Something done with the workshop under the cursor."""

    def applies(self, screen: Home) -> bool:
        return screen.chosen is not None


class New(Command):
    """Begin a workshop."""

    id, name, keys, key_shown, show = "home.new", "New", "n", "n", 1

    def run(self, screen: Home) -> None:
        screen.ask(title_of_new(screen.door))


class OpenIt(OfOne):
    """Open the workshop where it was left."""

    id, name, keys, key_shown, show = "home.open", "Open", "enter", "Enter", 2

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.door.open_workshop(screen.chosen.id)


class CheckIn(OfOne):
    """Open the plan's check-in: what was agreed last time, how results stand, and what changes."""

    id, name, keys, key_shown, show = "home.check-in", "Check-in", "f", "f", 3

    def applies(self, screen: Home) -> bool:
        return screen.chosen is not None and screen.chosen.version > 0

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.door.check_in(screen.chosen.id)


class Search(Command):
    """Narrow the list to what you look for."""

    id, name, keys, key_shown, show = "home.search", "Search", "slash", "/", 3

    def run(self, screen: Home) -> None:
        screen.ask_search()


class Duplicate(OfOne):
    """Make the next workshop from this one: its answers stay, what is open is carried over."""

    id, name, keys, key_shown, show = "home.duplicate", "Duplicate", "d", "d", 6

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.ask(title_of_next(screen.door, screen.chosen))


class Archive(OfOne):
    """Put the workshop away; it can be brought back."""

    id, name, keys, key_shown, show = "home.archive", "Archive", "x", "x", 5

    def applies(self, screen: Home) -> bool:
        return super().applies(screen) and not screen.archived

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.door.archive(screen.chosen.id, away=True)


class BringBack(OfOne):
    """Bring an archived workshop back to the list."""

    id, name, keys, key_shown, show = "home.restore", "Bring back", "x", "x", 5

    def applies(self, screen: Home) -> bool:
        return super().applies(screen) and screen.archived

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.door.archive(screen.chosen.id, away=False)


class DeleteForGood(OfOne):
    """Delete an archived workshop with all that is known of it; asks for its title."""

    id, name, keys, key_shown, show = "home.delete", "Delete for good", "delete", "Del", 7

    def applies(self, screen: Home) -> bool:
        return super().applies(screen) and screen.archived

    def run(self, screen: Home) -> None:
        if screen.chosen is not None:
            screen.ask(title_to_delete(screen.door, screen.chosen))


class Archived(Command):
    """Show the archived workshops, or the others again."""

    id, name, keys, key_shown = "home.archived", "Archived ones", "v", "v"

    def run(self, screen: Home) -> None:
        screen.door.show_list(archived=not screen.archived)


class Sample(Command):
    """Add the sample: a food bank's half day, complete."""

    id, name, keys, key_shown, show = "home.sample", "Sample", "s", "s", 4

    def run(self, screen: Home) -> None:
        screen.door.add_sample()


class Rehearse(Command):
    """Try a step with the sample as it is on arriving there; nothing of it is kept."""

    id, name, keys, key_shown = "home.rehearse", "Rehearse", "l", "l"

    def run(self, screen: Home) -> None:
        screen.ask(step_to_rehearse(screen.door))


class SelfAssessment(Command):
    """Ask where you stand, alone or in a group, without a workshop: 20 questions, and the one next step."""

    id, name, keys, key_shown = "home.assess", "Self-assessment", "w", "w"

    def run(self, screen: Home) -> None:
        screen.assess()


class Import(Command):
    """Add a workshop from a file that was exported as JSON."""

    id, name, keys, key_shown = "home.import", "Import a file", "i", "i"

    def run(self, screen: Home) -> None:
        screen.ask(file_to_import(screen.door))


class All(Command):
    """Show all workshops again."""

    id, name, keys, key_shown = "home.all", "All of them", "escape", "Esc"

    def applies(self, screen: Home) -> bool:
        return bool(screen.sought) or screen.archived

    def run(self, screen: Home) -> None:
        screen.sought = ""
        screen.door.show_list(archived=False)


class HomeHelp(Command):
    """Show the keys of this screen and what they do."""

    id, name, keys, key_shown = "home.help", "Keys of this screen", "question_mark,f1", "?"

    def run(self, screen: Home) -> None:
        screen.door.toggle_help()


class Quit(Command):
    """Leave the program; everything is kept."""

    id, name, keys, key_shown, show = "home.quit", "Quit", "q", "q", 8

    def run(self, screen: Home) -> None:
        screen.app.run_worker(screen.app.action_quit())


AT_HOME: tuple[Command, ...] = (
    New(),
    OpenIt(),
    CheckIn(),
    Search(),
    Sample(),
    Rehearse(),
    SelfAssessment(),
    Import(),
    Archive(),
    BringBack(),
    Duplicate(),
    DeleteForGood(),
    Archived(),
    All(),
    HomeHelp(),
    Quit(),
)
