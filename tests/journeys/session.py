"""A session as data: what a facilitator enters, how one tells that it is there already, and who carries it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from data.nouns.room import Room
from data.value import Workshop
from workshop.room.walk import every_step, walkable
from workshop.steps import load

#: Keys by Textual's names; `=some text` is pasted.
Keys = tuple[str, ...]


class Seen(Protocol):
    """A workshop as it stands: an open desk, or what a store has kept."""

    @property
    def value(self) -> Workshop: ...
    @property
    def room(self) -> Room: ...


@dataclass(frozen=True)
class Entry:
    """One thing a facilitator does, on the screen `on`.

    It shows its board the first way, with nothing typed, when `keys` begin.

    `there` tells that it is done, so that a session goes on where it was broken off; `keys` follow from what is there
    so far. What it `shows` on the board, if anything, was not there before.
    """

    does: str
    on: str
    there: Callable[[Seen], bool]
    keys: Callable[[Seen], Keys]
    shows: str = ""


class Hands(Protocol):
    """Whoever presses the keys and looks at the screen."""

    async def seen(self) -> Seen:
        """The workshop that is open."""

    async def place(self) -> str:
        """Which screen is shown; "/typing" behind it while a line is open, "/view" when it is shown another way."""

    async def press(self, *keys: str) -> None:
        """Press keys and paste texts, in this order."""

    async def turn(self, key: str) -> None:
        """Press a key that leads elsewhere, and wait until the screen is another one."""

    async def choose(self, name: str) -> None:
        """Choose what is called so in the palette, and wait until the screen is another one."""

    async def finish(self, entry: Entry) -> None:
        """Wait until an entry is there and said to be saved, and all its keys are done."""


async def carry_out(entries: Iterable[Entry], hands: Hands) -> None:
    """Do what is not there yet, in this order."""
    for entry in entries:
        seen = await hands.seen()
        if not entry.there(seen):
            await go_to(entry.on, hands)
            await hands.press(*entry.keys(seen))
            await hands.finish(entry)


async def go_to(screen: str, hands: Hands) -> None:
    """Walk to a screen as one does at the wall: back from what is open, then step by step."""
    while (place := await hands.place()) != screen:
        walk = walkable((await hands.seen()).value)
        if place == f"{screen}/view":
            await hands.turn("v")
        elif place in walk and screen not in walk and screen in every_step():
            await hands.choose(f"Go to {load().step(screen).name}")
        elif place in walk and screen in walk:
            await hands.turn("pagedown" if walk.index(place) < walk.index(screen) else "pageup")
        else:
            await hands.turn("escape")


def typed(text: str) -> Keys:
    """Put a text into the open line in place of what is there, and take it."""
    return ("ctrl+u", f"={text}", "enter") if text else ("ctrl+u", "enter")


def pasted(lines: Sequence[str]) -> Keys:
    """Answer a question that is asked again and again with several lines at once, and close it."""
    return ("ctrl+u", "=" + "\n".join(lines), *(("enter",) if len(lines) == 1 else ()), "enter")


def reach(at: int, of: int, *, first: str = "home", last: str = "end") -> Keys:
    """Select the item at a place of a column, from the end that is nearer."""
    return (first, *["down"] * at) if at <= of - at else (last, *["up"] * (of - 1 - at))
