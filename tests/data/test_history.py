"""Whatever is done: undo leads back to the creation, redo to the end, and the log to every moment between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from data.difference import diff
from data.errors import NothingToUndo
from data.nouns.base import Noun
from data.nouns.planning import Milestone, Needs, Priority, Serves
from data.nouns.room import Action, Brief, Parked, Party
from data.nouns.strategy import Arena, Capability, Condition, Verdict
from data.store import Store
from data.value import Key, Workshop, link
from tests.data.conftest import OpenStore
from tests.data.making import blank

TEXT: dict[type[Noun], str] = {
    Party: "name",
    Arena: "name",
    Condition: "text",
    Capability: "text",
    Priority: "title",
    Milestone: "title",
    Parked: "text",
    Action: "text",
}
REQUIRED: dict[type[Noun], tuple[str, type[Noun]]] = {
    Condition: ("arena_id", Arena),
    Capability: ("arena_id", Arena),
    Milestone: ("priority_id", Priority),
}
NOUNS = st.sampled_from(list(TEXT))
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
WHICH = st.integers(0, 4)


def pick(value: Workshop, noun: type[Noun], which: int) -> str | None:
    rows = value.of(noun)
    return rows[which % len(rows)].id if rows else None


class Windows:
    """Two stores of one person's on one database, used in turn; they outlast the runs, since opening takes its time."""

    def __init__(self, open_it: Callable[[], Store]) -> None:
        self.open_it = open_it
        self.stores = [open_it(), open_it()]

    @property
    def store(self) -> Store:
        return self.stores[0]

    def turn(self, *, anew: bool) -> None:
        """Go on in the other window, or in one that is opened only now."""
        first, other = self.stores
        if anew:
            first.close()
            first = self.open_it()
        self.stores = [other, first]


class History(RuleBasedStateMachine):
    """A workshop in the store beside what it should be: its value at each number, and what could be done again."""

    def __init__(self, windows: Windows) -> None:
        super().__init__()
        self.windows = windows

    @property
    def store(self) -> Store:
        return self.windows.store

    @initialize()
    def make(self) -> None:
        kept = self.store.create(blank())
        self.id, self.last = kept.id, 1
        self.past: list[Workshop] = [kept.value]
        self.future: list[Workshop] = []
        self.at = {1: kept.value}

    @property
    def now(self) -> Workshop:
        return self.past[-1]

    def save(self, new: Workshop) -> None:
        ops = diff(self.now, new)
        if ops:
            self.last = self.store.save(self.id, ops, label="Changed")
            self.at[self.last] = new
            self.past.append(new)
            self.future.clear()

    @rule(noun=NOUNS, words=WORDS, which=WHICH)
    def add(self, noun: type[Noun], words: str, which: int) -> None:
        fields: dict[str, Any] = {TEXT[noun]: words}
        if noun in REQUIRED:
            column, target = REQUIRED[noun]
            fields[column] = pick(self.now, target, which)
            if fields[column] is None:
                return
        self.save(self.now.add(noun, **fields)[0])

    @rule(noun=NOUNS, words=WORDS, which=WHICH)
    def reword(self, noun: type[Noun], words: str, which: int) -> None:
        id = pick(self.now, noun, which)
        if id is not None:
            self.save(self.now.change(noun, id, **{TEXT[noun]: words}))

    @rule(which=WHICH, verdict=st.sampled_from(Verdict), sane=st.none() | st.booleans())
    def judge(self, which: int, verdict: Verdict, sane: bool | None) -> None:
        id = pick(self.now, Arena, which)
        if id is not None:
            self.save(self.now.change(Arena, id, verdict=verdict, opposite_sane=sane))

    @rule(rules=st.lists(WORDS, max_size=2), months=st.lists(st.integers(1, 12), max_size=2))
    def agree(self, rules: list[str], months: list[int]) -> None:
        self.save(self.now.change(Brief, "W", ground_rules=tuple(rules), busy_months=tuple(months)))

    @rule(one=WHICH, other=WHICH)
    def own(self, one: int, other: int) -> None:
        priority, party = pick(self.now, Priority, one), pick(self.now, Party, other)
        if priority is not None:
            self.save(self.now.change(Priority, priority, owner_id=party))

    @rule(one=WHICH, other=WHICH)
    def serve(self, one: int, other: int) -> None:
        priority, arena = pick(self.now, Priority, one), pick(self.now, Arena, other)
        if priority and arena:
            self.save(self.now.put(link(Serves, priority_id=priority, arena_id=arena)))

    @rule(one=WHICH, other=WHICH)
    def need(self, one: int, other: int) -> None:
        first, then = pick(self.now, Milestone, one), pick(self.now, Milestone, other)
        if first and then:
            self.save(self.now.put(link(Needs, milestone_id=then, needs_id=first)))

    @rule(noun=NOUNS, which=WHICH)
    def remove(self, noun: type[Noun], which: int) -> None:
        id = pick(self.now, noun, which)
        if id is not None:
            self.save(self.now.remove(Key(noun.table, id)))

    @rule()
    def undo(self) -> None:
        try:
            self.last = self.store.undo(self.id).seq
        except NothingToUndo:
            assert len(self.past) == 1
            return
        self.future.append(self.past.pop())
        self.at[self.last] = self.now

    @rule()
    def redo(self) -> None:
        try:
            self.last = self.store.redo(self.id).seq
        except NothingToUndo:
            assert not self.future
            return
        self.past.append(self.future.pop())
        self.at[self.last] = self.now

    @rule(number=st.integers(0, 19))
    def go_on_elsewhere(self, number: int) -> None:
        self.windows.turn(anew=number == 19)
        self.see()

    def see(self) -> None:
        """What is on disk is what it should be."""
        assert self.store.load(self.id).value == self.now

    @rule(back=st.integers(0, 20))
    def look_back(self, back: int) -> None:
        seq = max(1, self.last - back)
        assert self.store.at(self.id, seq) == self.at[seq]

    def teardown(self) -> None:
        if not hasattr(self, "id"):
            return
        self.see()
        for seq, value in self.at.items():
            assert self.store.at(self.id, seq) == value
        first, end = self.past[0], self.future[0] if self.future else self.now
        while len(self.past) > 1:
            self.undo()
        self.see()
        assert self.now == first
        while self.future:
            self.redo()
        self.see()
        assert self.now == end


@pytest.mark.parametrize("runs", [200, pytest.param(2000, marks=pytest.mark.long)])
def test_any_history(place: str, open_store: OpenStore, runs: int) -> None:
    windows = Windows(lambda: open_store(place))

    class Here(History):
        def __init__(self) -> None:
            super().__init__(windows)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=runs, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
