"""Two windows on one workshop: what both add is kept, each keeps to its own rows, and the clock is everybody's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.difference import diff
from data.errors import Unavailable
from data.nouns.planning import Priority, Serves
from data.nouns.room import Acceptance, Brief
from data.nouns.strategy import Arena, Condition, Verdict
from data.store import Store
from data.value import Workshop, link, of_rows
from workshop.actions import arenas, winning
from workshop.desk import GONE, Desk, writer
from workshop.room import clock
from workshop.shelf import Shelf

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


class Window:
    """A desk, and what it said to the person in front of it."""

    def __init__(self, shelf: Shelf, kept: Any) -> None:
        self.shelf = shelf
        self.told: list[str] = []
        #: What the screen holds of rows.
        self.held: dict[str, str] = {}
        self.desk = Desk(shelf, kept, publish=lambda: None, tell=self.told.append, now=lambda: NOW, follow=self._follow)

    def _follow(self, renaming: Any) -> None:
        self.held = {name: renaming.id(id) for name, id in self.held.items()}

    def add(self, name: str, *, to: str = "") -> None:
        """Add a place, or a condition of one, and hold on to it."""
        noun = Condition if to else Arena
        before = {row.id for row in self.desk.value.of(noun)}
        if to:
            arena = self.held[to]
            self.desk.change(lambda workshop: winning.add_condition(workshop, arena, name), f"add “{name}”")
        else:
            self.desk.change(lambda workshop: arenas.add(workshop, name), f"add “{name}”")
        [self.held[name]] = {row.id for row in self.desk.value.of(noun)} - before

    def reason(self, name: str, words: str) -> None:
        id = self.held[name]
        self.desk.change(lambda workshop: workshop.change(Arena, id, reason=words), "reason")

    def row(self, name: str, value: Workshop | None = None) -> Any:
        """What was held on to, as it is in a value."""
        return next(row for row in (value or self.desk.value).rows.values() if row.id == self.held[name])


class Two:
    """Two windows on one workshop; the second one's changes are on disk first."""

    def __init__(self, ours: Window, theirs: Window) -> None:
        self.ours, self.theirs = ours, theirs

    async def settle(self) -> Workshop:
        """Write everything, see everything, and return what is on disk."""
        for _ in range(2):
            for window in (self.theirs, self.ours):
                await window.desk.flush()
                await window.desk.look_around()
        await self.theirs.desk.look_around()
        value = await self.on_disk()
        assert self.ours.desk.value == self.theirs.desk.value == value
        return value

    async def on_disk(self) -> Workshop:
        id = self.ours.desk.id
        return (await self.ours.shelf.call(lambda store: store.load(id))).value


@pytest.fixture
def shelves(place: str) -> Iterator[tuple[Shelf, Shelf]]:
    numbers, seconds = count(1), count()
    both = tuple(
        Shelf(
            place,
            actor=actor,
            now=lambda: NOW + timedelta(seconds=next(seconds)),
            ids=lambda: f"{next(numbers):032x}",
        )
        for actor in ("ana", "ben")
    )
    yield both
    for shelf in both:
        asyncio.run(shelf.close())


@contextmanager
def two_windows(kept: Any, shelves: tuple[Shelf, Shelf]) -> Iterator[Two]:
    windows = Two(Window(shelves[0], kept), Window(shelves[1], kept))
    try:
        yield windows
    finally:
        windows.ours.desk.abandon()
        windows.theirs.desk.abandon()


async def opened(shelves: tuple[Shelf, Shelf], value: Workshop | None = None) -> Any:
    value = value or of_rows([Brief(id="W", title="Harbor")])
    kept = await shelves[0].call(lambda store: store.create(value))
    for shelf in shelves:
        await shelf.call(lambda store: store.changed_elsewhere())
    return kept


def names(workshop: Workshop) -> list[str]:
    return [arena.name for arena in workshop.arenas]


# -- adding at the same moment -------------------------------------------------------------------------------------


async def test_what_two_windows_add_at_the_same_moment_is_kept_and_nobody_is_asked(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.add("ours")
        assert two.theirs.held["theirs"] == two.ours.held["ours"] == "A1"
        value = await two.settle()
        assert names(value) == ["theirs", "ours"]
        assert len({arena.rank for arena in value.arenas}) == 2
        assert (two.ours.held, two.theirs.held) == ({"ours": "A2"}, {"theirs": "A1"})
        assert not two.ours.desk.conflicts and not two.ours.told


async def test_what_follows_on_a_row_follows_it(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        for name in ("theirs", "theirs too"):
            two.theirs.add(name)
        await two.theirs.desk.flush()
        two.ours.add("ours")
        two.ours.reason("ours", "near")
        two.ours.add("must be true", to="ours")
        two.ours.desk.change(
            lambda w: w.put(
                Priority(id="P1", title="One number"),
                link(Serves, priority_id="P1", arena_id="A1"),
                Acceptance(id="WTP-04:A1", code="WTP-04", item="A1", reason="said"),
            ),
            "several",
        )
        two.ours.add("ours too")
        two.ours.reason("ours too", "far")
        value = await two.settle()
        reasons = {arena.name: arena.reason for arena in value.arenas}
        assert reasons == {"theirs": "", "theirs too": "", "ours": "near", "ours too": "far"}
        ours = two.ours.held["ours"]
        assert ours == "A3"
        assert two.ours.row("must be true", value).arena_id == ours
        [serves] = value.of(Serves)
        assert (serves.id, serves.arena_id) == (f"P1-{ours}", ours)
        [accepted] = value.of(Acceptance)
        assert (accepted.id, accepted.item) == (f"WTP-04:{ours}", ours)
        assert not two.ours.desk.conflicts


async def test_it_is_one_entry_of_the_log_and_one_undo_for_each(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.add("ours")
        two.ours.reason("ours", "near")
        await two.settle()
        assert [change.label for change in await two.ours.desk.history()][1:] == [
            "add “theirs”",
            "add “ours”",
            "reason",
        ]
        for _ in range(2):
            two.ours.desk.undo()
            await two.ours.desk.flush()
        assert names(await two.settle()) == ["theirs"]


async def test_what_waits_for_an_undo_follows_too(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.add("ours")
        two.ours.desk.undo()
        two.ours.reason("ours", "near")  # of what the undo takes away
        value = await two.settle()
        assert [(arena.name, arena.reason) for arena in value.arenas] == [("theirs", "")]
        assert two.ours.told == ["Undone: add “ours”", GONE]


async def test_what_is_selected_and_half_typed_follows_too(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.add("ours")
        folder = {"export/folder": "/home/A1"}
        two.ours.desk.note(
            lambda room: room.replace(
                selection={"where-to-play": "A1", "card/A1": "arena/A1/reason", **folder},
                drafts={"card/A1|arena/A1/reason": "A1 is n"},
            )
        )
        await two.settle()
        room = (await two.ours.shelf.call(lambda store: store.load(two.ours.desk.id))).room
        for each in (room, two.ours.desk.room):
            assert each.selection == {"where-to-play": "A2", "card/A2": "arena/A2/reason", **folder}
            assert each.drafts == {"card/A2|arena/A2/reason": "A1 is n"}


async def test_a_real_conflict_beside_it_is_shown_and_what_depends_on_it_leaves_theirs_alone(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.desk.change(lambda w: arenas.add(w, "theirs").change(Brief, "W", scope="theirs"), "both")
        await two.theirs.desk.flush()
        two.ours.desk.change(lambda w: arenas.add(w, "ours").change(Brief, "W", scope="ours"), "both")
        two.ours.held["ours"] = "A1"
        two.ours.reason("ours", "near")
        value = await two.settle()
        assert [(arena.name, arena.reason) for arena in value.arenas] == [("theirs", "")]
        shown = {(clash.field, clash.mine, clash.theirs) for clash in two.ours.desk.conflicts}
        assert shown == {("scope", "ours", "theirs"), ("reason", "near", None)}


async def test_what_both_say_alike_is_no_conflict(shelves) -> None:
    value = of_rows(
        [Brief(id="W", title="Harbor"), Arena(id="A1", name="a"), Priority(id="P1", title="p")], {"A": 1, "P": 1}
    )
    with two_windows(await opened(shelves, value), shelves) as two:
        serve = lambda w: w.put(link(Serves, priority_id="P1", arena_id="A1"))  # noqa: E731
        two.theirs.desk.change(serve, "serve")
        await two.theirs.desk.flush()
        two.ours.desk.change(lambda w: arenas.add(serve(w), "ours"), "serve and add")
        value = await two.settle()
        assert [row.id for row in value.of(Serves)] == ["P1-A1"]
        assert names(value) == ["a", "ours"]
        assert not two.ours.desk.conflicts


async def test_an_action_that_makes_something_else_now_is_saved_as_it_was_shown(shelves) -> None:
    """Reading the workshop, it finds nothing to do any more: what its person saw is kept all the same."""

    def first_only(workshop: Workshop) -> Workshop:
        return workshop if workshop.arenas else arenas.add(workshop, "ours")

    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.desk.change(first_only, "add")
        two.ours.held["ours"] = "A1"
        two.ours.reason("ours", "near")
        value = await two.settle()
        assert {(arena.name, arena.reason) for arena in value.arenas} == {("theirs", ""), ("ours", "near")}


STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from("aaaccrrvfflw.x!")),
    min_size=3,
    max_size=25,
)


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_whatever_two_windows_add_and_edit_is_all_there(shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    failing: dict[str, bool] = {}
    whole = Store.save

    def save(self: Store, *args: Any, **named: Any) -> int:
        """Fail when it is time, before or after it is stored."""
        late = failing.pop(self._actor, None)
        if late is False:
            raise Unavailable("The disk is full.")
        with losing(self) if late else nullcontext():
            return whole(self, *args, **named)

    monkeypatch.setattr(Store, "save", save)

    async def run(steps: list[tuple[int, str]]) -> None:
        failing.clear()
        kept = await opened(shelves)
        with two_windows(kept, shelves) as two:
            windows = (two.ours, two.theirs)
            said: tuple[dict[str, str], ...] = ({}, {})
            numbers = count()
            for which, what in steps:
                window, reasons, at = windows[which], said[which], next(numbers)
                places = [name for name in window.held if name.startswith("place")]
                last = places[-1] if places else ""
                match what:
                    case "a":
                        window.add(f"place {at}")
                    case "c" if last:
                        window.add(f"condition {at}", to=last)
                    case "r" if last:
                        window.reason(last, f"reason {at}")
                        reasons[last] = f"reason {at}"
                    case "v" if last:
                        id = window.held[last]
                        window.desk.change(lambda w, id=id: arenas.judge(w, id, Verdict.PLAY), "judge")
                    case "f":
                        with suppress(Unavailable):
                            await window.desk.flush()
                    case "l":
                        await window.desk.look_around()
                    case "w":
                        await asyncio.sleep(0.002)
                    case "x":
                        failing["ana" if which == 0 else "ben"] = False
                    case "!":
                        failing["ana" if which == 0 else "ben"] = True
                    case _:
                        await asyncio.sleep(0)
            failing.clear()
            for window in windows:
                with suppress(Unavailable):  # what was on its way to fail
                    await window.desk.flush()
            value = await two.settle()
            for window, reasons in zip(windows, said, strict=True):
                assert not window.told and not window.desk.conflicts
                for name in window.held:
                    row = window.row(name, value)
                    assert name == (row.text if isinstance(row, Condition) else row.name)
                    if isinstance(row, Arena):
                        assert row.reason == reasons.get(name, "")
            held = [*two.ours.held.values(), *two.theirs.held.values()]
            assert len(held) == len(set(held)) == len(value.of(Arena)) + len(value.of(Condition))

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def check(steps: list[tuple[int, str]]) -> None:
        asyncio.run(run(steps))

    check()


# -- answers that are lost -----------------------------------------------------------------------------------------


@contextmanager
def losing(store: Store) -> Iterator[None]:
    """What the store commits is stored, and the answer lost."""
    commit = store._engine.dialect.do_commit

    def commit_and_lose(connection: Any) -> None:
        commit(connection)
        raise store._engine.dialect.loaded_dbapi.OperationalError("the line went dead")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store._engine.dialect, "do_commit", commit_and_lose)
        yield


async def test_an_undo_whose_answer_is_lost_is_not_done_twice(shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    with two_windows(await opened(shelves), shelves) as two:
        for name in "abc":
            two.ours.add(name)
        await two.ours.desk.flush()
        for ask, told in ((two.ours.desk.undo, "Undone"), (two.ours.desk.redo, "Done again")):
            store = await two.ours.shelf.call(lambda store: store)
            with losing(store):
                ask()
                with pytest.raises(Unavailable):
                    await two.ours.desk.flush()
            # Before it is asked again, somebody else writes.
            await two.theirs.desk.look_around()
            two.theirs.desk.change(lambda w, told=told: w.change(Brief, "W", scope=told), "scope")
            await two.theirs.desk.flush()
            await two.ours.desk.flush()
            assert two.ours.told == [f"{told}: add “c”"]
            two.ours.told.clear()
            assert names(await two.settle()) == (["a", "b"] if told == "Undone" else ["a", "b", "c"])


async def test_an_undo_that_was_not_stored_is_done_when_it_is_asked_again(shelves, monkeypatch) -> None:
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    with two_windows(await opened(shelves), shelves) as two:
        for name in "abc":
            two.ours.add(name)
        await two.ours.desk.flush()
        store = await two.ours.shelf.call(lambda store: store)

        def fail(connection: Any) -> None:
            raise store._engine.dialect.loaded_dbapi.OperationalError("the line went dead")

        with monkeypatch.context() as patch:
            patch.setattr(store._engine.dialect, "do_commit", fail)
            two.ours.desk.undo()
            with pytest.raises(Unavailable):
                await two.ours.desk.flush()
        await two.ours.desk.flush()
        assert names(await two.settle()) == ["a", "b"]
        assert two.ours.told == ["Undone: add “c”"]


async def test_a_row_whose_answer_is_lost_is_not_added_twice_though_another_window_adds_one(
    shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    with two_windows(await opened(shelves), shelves) as two:
        store = await two.ours.shelf.call(lambda store: store)
        with losing(store):
            two.ours.add("ours")
            with pytest.raises(Unavailable):
                await two.ours.desk.flush()
        two.theirs.add("theirs")
        await two.theirs.desk.flush()
        two.ours.reason("ours", "near")
        value = await two.settle()
        assert [(arena.name, arena.reason) for arena in value.arenas] == [("ours", "near"), ("theirs", "")]


# -- the room ------------------------------------------------------------------------------------------------------


async def test_each_window_goes_by_the_others_clock(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.ours.desk.note(lambda room: clock.start(room, NOW))
        await two.ours.desk.flush()
        await two.theirs.desk.look_around()
        assert two.theirs.desk.room.running_since == NOW
        later = NOW + timedelta(minutes=5)
        two.theirs.desk.note(lambda room: clock.go_on(room.replace(extra={"open": 2}), "direction", later))
        await two.theirs.desk.flush()
        await two.ours.desk.look_around()
        room = two.ours.desk.room
        assert (room.step, room.spent, room.extra, room.running_since) == (
            "direction",
            {"open": 300.0},
            {"open": 2},
            later,
        )
        assert room.looking == "open", "what is looked at is each window's own"
        assert two.ours.desk.saved and two.theirs.desk.saved


async def test_neither_window_writes_over_what_the_other_keeps_of_the_room(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.ours.desk.note(lambda room: clock.start(room, NOW))
        two.ours.desk.note(lambda room: room.replace(drafts={"ours": "half a tho"}, selection={"owners": "P1"}))
        two.theirs.desk.note(lambda room: room.replace(drafts={"theirs": "half a sent"}, selection={"close": "D1"}))
        for window in (two.ours, two.theirs, two.ours):
            await window.desk.flush()
        two.theirs.desk.note(lambda room: room.replace(drafts={}))
        await two.theirs.desk.flush()
        room = (await two.ours.shelf.call(lambda store: store.load(two.ours.desk.id))).room
        assert room.drafts == {"ours": "half a tho"}
        assert room.selection == {"owners": "P1", "close": "D1"}
        assert room.running_since == NOW == two.theirs.desk.room.running_since
        assert two.theirs.desk.room.drafts == {}, "a half-typed line is one window's own"


async def test_what_is_done_to_the_clock_while_the_others_is_read_stands(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        two.theirs.desk.note(lambda room: clock.start(room, NOW))
        await two.theirs.desk.flush()
        looking = asyncio.create_task(two.ours.desk.look_around())
        await asyncio.sleep(0)
        two.ours.desk.note(lambda room: room.replace(extra={"open": 1}))
        two.ours.desk.note(lambda room: room.replace(step="direction"))
        await looking
        assert (two.ours.desk.room.step, two.ours.desk.room.running_since) == ("direction", NOW)
        await two.ours.desk.flush()
        await two.theirs.desk.look_around()
        assert (two.theirs.desk.room.step, two.theirs.desk.room.extra) == ("direction", {"open": 1})


async def test_reading_takes_over_what_was_changed_and_what_the_clock_says(shelves) -> None:
    with two_windows(await opened(shelves), shelves) as two:
        kept = await two.theirs.shelf.call(lambda store: store.load(two.theirs.desk.id))
        await two.theirs.shelf.call(
            lambda store: store.save(kept.id, diff(kept.value, arenas.add(kept.value, "theirs")), label="add")
        )
        await two.theirs.shelf.call(lambda store: store.keep_room(kept.id, kept.room.replace(step="owners")))
        await two.ours.desk.look_around()
        assert names(two.ours.desk.value) == ["theirs"] and two.ours.desk.room.step == "owners"
