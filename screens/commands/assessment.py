"""Commands on the results of a self-assessment: agree, go on from there, look at it otherwise, take it again."""

from __future__ import annotations

from typing import Any, Protocol

from screens.command import Command


class Results(Protocol):
    """What these commands need of the screen they stand on."""

    selected: str

    @property
    def chosen(self) -> Any: ...
    @property
    def shown(self) -> Any: ...
    @property
    def view(self) -> str: ...
    @property
    def views(self) -> tuple[str, ...]: ...
    def show_view(self, view: str) -> None: ...
    def agree(self, level: int | None) -> None: ...
    def open_item(self) -> None: ...
    def take_again(self) -> None: ...
    def take_away(self) -> None: ...
    def ask_names(self) -> None: ...


class Agree(Command):
    """Agree on this level for the selected question; it goes before the median in what comes next."""

    def __init__(self, digit: int) -> None:
        self.id, self.keys, self.key_shown = f"assessment.agree.{digit}", f"{digit}", f"{digit}"
        self.level = digit or None
        self.name = f"Agree on level {digit}" if digit else "No level agreed"

    def applies(self, screen: Results) -> bool:
        return screen.chosen is not None

    def run(self, screen: Results) -> None:
        screen.agree(self.level)


class Do(Command):
    """Open the step that this leads to, note what shows a level, or do what the selected line says."""

    id, name, keys, key_shown, show = "item.open", "Open", "enter", "Enter", 1

    def applies(self, screen: Results) -> bool:
        return bool(screen.selected)

    def run(self, screen: Results) -> None:
        screen.open_item()


class Other(Command):
    """Show the bars, what has changed since the last time, or leaders and others apart."""

    id, name, keys, key_shown, show = "view.other", "Other view", "v", "v", 3

    def applies(self, screen: Results) -> bool:
        return len(screen.views) > 1

    def run(self, screen: Results) -> None:
        views = screen.views
        screen.show_view(views[(views.index(screen.view) + 1) % len(views)] if screen.view in views else "")


class Again(Command):
    """Answer the questions anew: after 6 to 12 months, not every month. Earlier answers are not shown meanwhile."""

    id, name, keys, key_shown, show = "item.add", "Take it again", "a", "a", 4

    def run(self, screen: Results) -> None:
        screen.take_again()


class Remove(Command):
    """Take this self-assessment away with its results; undo brings it back."""

    id, name, keys, key_shown = "item.delete", "Take away", "delete", "Del"

    def applies(self, screen: Results) -> bool:
        return screen.shown is not None

    def run(self, screen: Results) -> None:
        screen.take_away()


class Names(Command):
    """Write down who answered, if the group wants that; names are kept with the result, and in its history."""

    id, name = "assessment.names", "Who answered (names)"

    def applies(self, screen: Results) -> bool:
        return screen.shown is not None and not screen.shown.alone

    def run(self, screen: Results) -> None:
        screen.ask_names()


RESULTS: tuple[Command, ...] = (*map(Agree, (1, 2, 3, 4, 5, 0)), Do(), Other(), Again(), Remove(), Names())
