"""Commands of the check-in's screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from screens.command import Command

if TYPE_CHECKING:
    from data.nouns.check_in import Sitting
    from screens.check_ins.pages import Choice, Page
    from screens.widgets.prompt import Prompt


class Sits(Protocol):
    """What these commands ask of their screen."""

    selected: str

    @property
    def sitting(self) -> Sitting | None: ...
    @property
    def choices(self) -> Mapping[str, Choice]: ...
    @property
    def adds(self) -> str: ...
    @property
    def every(self) -> bool: ...
    @property
    def can_go(self) -> bool: ...
    def shows(self, part: str) -> bool: ...
    def show_every(self, *, every: bool) -> None: ...
    def neighbor(self, by: int) -> Page | None: ...
    def scroll_page(self, by: int) -> bool: ...
    def turn(self, by: int) -> None: ...
    def to_the_end(self) -> None: ...
    def open_item(self) -> None: ...
    def take_away(self) -> None: ...
    def add_first(self) -> Prompt | None: ...
    def form(self, kind: str, item: str, *names: str) -> Prompt | None: ...
    def ask(self, prompt: Prompt | None) -> None: ...


class Pick(Command):
    """Give the selected item what this digit means for it."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name, self.digit = f"check-in.pick.{digit}", f"Choose {digit}", f"{digit}"
        self.keys = self.key_shown = self.digit

    def applies(self, screen: Sits) -> bool:
        return self.digit in screen.choices

    def run(self, screen: Sits) -> None:
        screen.choices[self.digit].act()


class AddHere(Command):
    """Add to what is selected: a win, an action, a change; one line after the other."""

    id, name, keys, key_shown, show = "item.add", "Add", "a", "a", 1

    def applies(self, screen: Sits) -> bool:
        return bool(screen.adds)

    def run(self, screen: Sits) -> None:
        screen.ask(screen.add_first())


class Begin(Command):
    """Begin the selected check-in, on what was agreed last time."""

    id, name, keys, key_shown, show = "check-in.begin", "Begin", "enter", "Enter", 1

    def applies(self, screen: Sits) -> bool:
        return screen.sitting is None and bool(screen.selected)

    def run(self, screen: Sits) -> None:
        screen.open_item()


class Edit(Command):
    """Open what is selected, line by line."""

    id, name, keys, key_shown, show = "item.open", "Edit", "enter", "Enter", 6

    def applies(self, screen: Sits) -> bool:
        return screen.sitting is not None and bool(screen.selected)

    def run(self, screen: Sits) -> None:
        screen.open_item()


class Everything(Command):
    """Show all open results, or only those that are due soon."""

    id, name, keys, key_shown, show = "view.every", "All results", "v", "v", 4

    def applies(self, screen: Sits) -> bool:
        return screen.shows("results")

    def run(self, screen: Sits) -> None:
        screen.show_every(every=not screen.every)


class PageOn(Command):
    """Go on to the next part; a long list scrolls first."""

    id, name, keys, key_shown, show = "step.next", "Next part", "pagedown", "PgDn", 3

    by = 1

    def applies(self, screen: Sits) -> bool:
        return screen.neighbor(self.by) is not None

    def run(self, screen: Sits) -> None:
        if not screen.scroll_page(self.by):
            screen.turn(self.by)


class PageBack(PageOn):
    """Go back to the part before; a long list scrolls first."""

    id, name, keys, key_shown, show = "step.back", "Back a part", "pageup", "PgUp", 0

    by = -1


class ToClose(Command):
    """Go to the end: who was here, what was agreed, when we meet again, and the next version."""

    id, name, keys, key_shown, show = "step.check", "Close", "c", "c", 5

    def applies(self, screen: Sits) -> bool:
        return screen.sitting is not None

    def run(self, screen: Sits) -> None:
        screen.to_the_end()


class TakeAway(Command):
    """Take away what was written down here; undo brings it back."""

    id, name, keys, key_shown = "item.delete", "Delete", "delete", "Del"

    def applies(self, screen: Sits) -> bool:
        return screen.can_go

    def run(self, screen: Sits) -> None:
        screen.take_away()


class WhoIsHere(Command):
    """Write down who is here."""

    id, name = "check-in.who", "Who is here"

    def applies(self, screen: Sits) -> bool:
        return screen.sitting is not None

    def run(self, screen: Sits) -> None:
        screen.ask(screen.form("sitting", "", "who"))
