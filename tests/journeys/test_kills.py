"""A process that is killed in the middle of a session, again and again: what it said was saved is on disk."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest

from data.nouns.room import Brief, Party
from data.nouns.strategy import Arena, Capability, Condition
from data.store import Kept, Store
from tests.journeys.brackenford import begin, entries
from tests.journeys.conftest import DAY
from tests.journeys.golden import markdown, shipped
from tests.journeys.in_terminal import InTerminal, app, on_board, place, reading, rests, saved, waits
from tests.journeys.session import Entry, carry_out, typed
from tests.journeys.terminal import Rows, Terminal
from workshop.sample import sample


@dataclass(frozen=True)
class Moment:
    """When to kill: at the first entry from `place` in the list on that takes keys, `paints` paints after them."""

    place: int
    paints: int


class Killed(Exception):
    """The program is no more."""


class Doomed(InTerminal):
    """Hands on a program that is killed at a moment; `done` are the entries that were said to be saved."""

    def __init__(self, terminal: Terminal, store: Store, moment: Moment | None, done: list[Entry]) -> None:
        super().__init__(terminal, store)
        self.moment, self.done, self.doomed, self.at = moment, done, False, 0

    def listed(self, todo: Iterable[Entry]) -> Iterator[Entry]:
        """The entries, while it is kept in mind at which of them we are."""
        for self.at, entry in enumerate(todo):
            yield entry

    async def press(self, *keys: str) -> None:
        if self.moment is not None and self.at >= self.moment.place:
            self.doomed = True
            paints = iter(range(self.moment.paints))
            self.terminal.kill_when(lambda rows: next(paints, None) is None)
        await super().press(*keys)

    async def finish(self, entry: Entry) -> None:
        if not self.doomed:
            await super().finish(entry)
            self.done.append(entry)
            return
        terminal = self.terminal
        terminal.wait(lambda rows: terminal.over or (rests(rows) and entry.there(self.kept())), entry.does)
        terminal.kill_when(lambda rows: True)
        assert terminal.ended() == -signal.SIGKILL
        if entry.shows and _shows_as_saved(entry.shows, terminal.last_rows):
            assert _holds(self.kept(), entry.shows), f"said to be saved: {entry.shows}"
        raise Killed


async def test_killed_three_times_the_first_half_of_a_session_is_whole(database: Path) -> None:
    todo = [entry for entry in entries(DAY) if entry.on in ("open", "where-to-play", "how-to-win")]
    kept = await _live(database, todo, _moments(3, todo, seed=3))
    goal = sample(DAY)
    for noun in (Party, Arena, Condition, Capability):
        assert kept.value.of(noun) == goal.of(noun)


@pytest.mark.long
async def test_killed_ten_times_a_session_leads_to_the_shipped_plan(database: Path) -> None:
    todo = entries(DAY)
    kept = await _live(database, todo, _moments(10, todo, seed=10))
    adopted = sample(DAY, adopted=True).change(Brief, "W", adopted_at=kept.value.brief.adopted_at)
    assert kept.value.rows == adopted.rows
    assert markdown(kept.value, DAY) == shipped()


def test_what_is_said_to_be_saved_outlives_a_kill_at_that_very_moment(database: Path, begun: str) -> None:
    for name in (f"Place number {number} to play in" for number in range(3)):
        with app(database, DAY, begun) as terminal:
            terminal.wait(waits, "the board")
            terminal.kill_when(partial(_shows_as_saved, name))
            terminal.press("a", *typed(name))
            assert terminal.ended() == -signal.SIGKILL
        with reading(database) as store:
            [listed] = store.listing()
            assert store.load(listed.id).value.arenas[-1].name == name


async def _live(database: Path, todo: Sequence[Entry], moments: Sequence[Moment]) -> Kept:
    """Carry out what is to do in as many lives as there are moments, and one more; return what is on disk then."""
    with app(database, DAY) as terminal:
        terminal.wait(lambda rows: any("begin a workshop" in row for row in rows), "an empty list")
        terminal.press(*begin(DAY))
        terminal.wait(lambda rows: waits(rows) and place(rows) == "open", "a workshop that was begun")
    done: list[Entry] = []
    with reading(database) as store:
        [listed] = store.listing()
        for moment in (*moments, None):
            with app(database, DAY, listed.ref) as terminal:
                terminal.wait(waits, "the workshop where it was left")
                hands = Doomed(terminal, store, moment, done)
                try:
                    await carry_out(hands.listed(todo), hands)
                    assert moment is None, f"all was done before {moment}"
                except Killed:
                    kept = store.load(listed.id)
                    assert [entry.does for entry in done if not entry.there(kept)] == []
        return store.load(listed.id)


def _moments(number: int, todo: Sequence[Entry], seed: int) -> list[Moment]:
    """Random moments, in their order."""
    random = Random(seed)
    return [Moment(place, random.randrange(12)) for place in sorted(random.sample(range(len(todo)), number))]


def _shows_as_saved(text: str, rows: Rows) -> bool:
    return on_board(rows, text) and saved(rows)


def _holds(kept: Kept, text: str) -> bool:
    return any(value == text for row in kept.value.rows.values() for value in row.__dict__.values())
