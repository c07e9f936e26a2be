"""The floors: the least that Textual can be asked for, to compare with. Run as `python -m benchmarks.floors NAME`."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

#: What each app paints once it is there.
HELLO = "floor is painted"


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static(HELLO)


class BareInput(App[None]):
    """One input with the focus."""

    def compose(self) -> ComposeResult:
        yield Static(HELLO)
        yield Input()


class Page(Screen[None]):
    """One of two screens to switch between."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield Static(self.text)


class TwoScreens(App[None]):
    """Two screens of one line each; `n` shows the one that is not shown."""

    BINDINGS = [("n", "turn", "Turn")]

    def on_mount(self) -> None:
        self.there = False
        self.push_screen(Page(HELLO))

    def action_turn(self) -> None:
        self.there = not self.there
        self.switch_screen(Page("there" if self.there else "here"))


APPS: dict[str, type[App[None]]] = {"minimal": Minimal, "input": BareInput, "screens": TwoScreens}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()
