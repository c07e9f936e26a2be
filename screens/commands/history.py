"""Commands on the history: moving along it, the whole of a change, and going back to how it was."""

from __future__ import annotations

from typing import Any

from screens.command import Command

# The screens that these stand on: importing them here would be a circle.
HistoryScreen = Any
Change = Any


class Along(Command):
    """Move along the history; it is longer than the wall, and only what is in view is painted."""

    def __init__(self, id: str, name: str, keys: str, by: int, *, pages: bool = False, key_shown: str = "") -> None:
        self.id, self.name, self.keys, self.key_shown, self.by, self.pages = id, name, keys, key_shown, by, pages

    def run(self, screen: HistoryScreen) -> None:
        screen.move(self.by * (screen.page if self.pages else 1))


class Whole(Command):
    """Show the whole of a change: every row it touched, and the reason."""

    id, name, keys, key_shown, show = "history.whole", "The whole change", "enter", "Enter", 2

    def applies(self, screen: HistoryScreen) -> bool:
        return screen.chosen is not None

    def run(self, screen: HistoryScreen) -> None:
        screen.open_item()


class BackToHere(Command):
    """Go back to how it was after this change. Asks before it does; undo takes it back, and nothing is erased."""

    id, name, keys, key_shown, show = "history.back", "Back to here", "1", "1", 1

    def applies(self, screen: HistoryScreen | Change) -> bool:
        return bool(screen.can_go_back)

    def run(self, screen: HistoryScreen | Change) -> None:
        screen.ask(screen.back_prompt())


_END = 10**9

ALONG: tuple[Command, ...] = (
    Along("board.up", "Newer", "up", -1),
    Along("board.down", "Older", "down", 1),
    Along("board.first", "The newest", "home", -_END),
    Along("board.last", "The oldest", "end", _END),
    Along("board.page-down", "Page down", "pagedown", 1, pages=True, key_shown="PgDn"),
    Along("board.page-up", "Page up", "pageup", -1, pages=True, key_shown="PgUp"),
)
