"""Hands on an app that runs as a process in a terminal: what is there is read off its screen and its database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from data.store import Kept, Store
from tests.journeys.session import Entry
from tests.journeys.terminal import Rows, Terminal, terminal
from workshop.steps import load

LAUNCH = Path(__file__).with_name("launch.py")

_QUESTIONS = {step.question: step.key for step in load().steps}
#: What the footer calls the first way to show a board, while it is shown another way.
_FIRST_VIEWS = ("Less", "Board", "Timeline", "One place")
_TITLES = {
    ": what is still open?": "check",
    ": nothing is open.": "check",
    "The plan on a page": "plan",
    "Which documents": "export",
    "Another window changed": "conflict",
}


@contextmanager
def app(database: Path, day: date, ref: str = "", size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    """The app on a database in a terminal, on that day, with a workshop open or at home; nothing awaited."""
    arguments = [sys.executable, str(LAUNCH), str(database), day.isoformat(), *([ref] if ref else [])]
    with terminal(arguments, size=size) as running:
        yield running


@contextmanager
def reading(database: Path) -> Iterator[Store]:
    """A store to see with what is on disk."""
    store = Store(str(database), actor="reader", now=lambda: datetime.now(UTC), ids=lambda: "0")
    try:
        yield store
    finally:
        store.close()


class InTerminal:
    """Presses keys in a terminal, and looks at the one workshop of the store."""

    def __init__(self, terminal: Terminal, store: Store) -> None:
        self.terminal, self.store = terminal, store
        self._id = ""
        self._looked_at: Rows = []

    def kept(self) -> Kept:
        """The workshop as it is on disk."""
        if not self._id:
            [listed] = self.store.listing()
            self._id = listed.id
        return self.store.load(self._id)

    async def seen(self) -> Kept:
        return self.kept()

    async def place(self) -> str:
        self._looked_at = self.terminal.rows
        return place(self._looked_at)

    async def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    async def turn(self, key: str) -> None:
        self.terminal.press(key)
        # What was typed before may still be changing the screen: then one looks once more.
        before, here = self._looked_at[1:], place(self._looked_at)
        self.terminal.wait(lambda rows: rows[1:] != before, f"another screen after {key}")
        if key in ("pagedown", "pageup"):
            # They must not be pressed once too often: only a long board scrolls first and stays where it is.
            self.terminal.comes(lambda rows: place(rows) != here, within=5)

    async def choose(self, name: str) -> None:
        before = place(self._looked_at)
        while not found(self.terminal.rows, name):
            self.terminal.press("ctrl+p", f"={name}")
            opened: list[bool] = []

            def shut(rows: Rows, opened: list[bool] = opened) -> bool:
                """An Escape that was pressed before may come late and close the palette again."""
                opened += [True] * any("🔎" in row for row in rows)
                return bool(opened) and not any("🔎" in row for row in rows)

            self.terminal.wait(lambda rows, shut=shut: found(rows, name) or shut(rows), f"{name} in the palette")
        self.terminal.press("enter")
        self.terminal.wait(lambda rows: place(rows) not in ("elsewhere", before), f"another screen after {name}")

    async def finish(self, entry: Entry) -> None:
        self.terminal.wait(
            lambda rows: rests(rows) and entry.there(self.kept()) and rests(self.terminal.rows), entry.does
        )


def found(rows: Rows, name: str) -> bool:
    """Whether a command stands in the line of the palette and alone among what was found."""
    return [row.count(name) for row in rows if "Go to" in row] == [1, 1]


def saved(rows: Rows) -> bool:
    """Whether a screen says that everything on it is on disk."""
    return rows[0].endswith("saved ✓")


def waits(rows: Rows) -> bool:
    """Whether a workshop is open and waits for keys, all of it saved."""
    return saved(rows) and place(rows) != "elsewhere"


def rests(rows: Rows) -> bool:
    """Whether all is saved, and nothing is open that the keys of an entry close behind them."""
    return saved(rows) and not place(rows).endswith(("/typing", "/view"))


def on_board(rows: Rows, text: str) -> bool:
    """Whether the beginning of a text stands on the board, and not only in the line below it or in the question."""
    return any(text[:20] in row for row in rows[2:-4])


def place(rows: Rows) -> str:
    """Which screen it is, as `Hands.place` names it; "elsewhere" for those one only passes through."""
    typing = "/typing" if "Enter Take it" in rows[-1] else ""
    other = "/view" if any(f"v {first}" in rows[-1] for first in _FIRST_VIEWS) else ""
    if rows[0].startswith(" workshop"):
        return f"home{typing}"
    question = rows[1].strip()
    if question in _QUESTIONS:
        return _QUESTIONS[question] + (typing or other)
    return next((name for said, name in _TITLES.items() if said in question), "elsewhere") + typing
