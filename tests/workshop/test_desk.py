"""The desk: shown at once, written behind it in order, and "saved" said only when it is true."""

import asyncio
import threading
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count

import pytest

from data.difference import diff
from data.errors import Unavailable
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from data.store import Store
from data.value import Key, Workshop, of_rows
from workshop import desk as desks
from workshop.actions import arenas
from workshop.desk import Desk, writer
from workshop.shelf import Shelf

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


class Room:
    """A desk on a shelf of its own, and a second window on the same file."""

    def __init__(self, url, desk, told, marks):
        self.url, self.desk, self.told, self.marks = url, desk, told, marks

    def another(self):
        ids = count(1000)
        return Store(self.url, actor="other", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")

    def on_disk(self):
        store = self.another()
        try:
            return store.load(self.desk.id).value
        finally:
            store.close()


@pytest.fixture
def opened(tmp_path):
    @asynccontextmanager
    async def open_desk():
        ids = count(1)
        url = str(tmp_path / "desk.sqlite")
        shelf = Shelf(url, actor="tester", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")
        kept = await shelf.call(lambda store: store.create(of_rows([Brief(id="W", title="Harbor")])))
        told: list[str] = []
        marks: list[tuple[bool, Workshop]] = []
        desk = Desk(
            shelf, kept, publish=lambda: marks.append((desk.saved, desk.value)), tell=told.append, now=lambda: NOW
        )
        try:
            yield Room(url, desk, told, marks)
        finally:
            desk.abandon()
            await shelf.close()

    return open_desk


def add(name):
    return lambda workshop: arenas.add(workshop, name)


def names(workshop):
    return [arena.name for arena in workshop.arenas]


async def test_changes_show_at_once_and_are_on_disk_when_saved_is_said(opened):
    async with opened() as room:
        for name in "abcde":
            room.desk.change(add(name), f"add {name}")
        assert names(room.desk.value) == list("abcde")
        assert not room.desk.saved
        await room.desk.flush()
        assert room.desk.saved
        assert names(room.on_disk()) == list("abcde")
        assert all(names(value) == list("abcde") for saved, value in room.marks if saved)


async def test_each_change_is_one_entry_of_the_log_in_order(opened):
    async with opened() as room:
        for name in "abc":
            room.desk.change(add(name), f"add {name}")
        await room.desk.flush()
        labels = [change.label for change in room.another().changes(room.desk.id)]
        assert labels[1:] == ["add a", "add b", "add c"]


async def test_a_change_that_changes_nothing_writes_nothing(opened):
    async with opened() as room:
        room.desk.change(lambda workshop: workshop, "nothing")
        assert room.desk.saved


async def test_what_is_done_while_an_undo_is_under_way_comes_after_it(opened):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        room.desk.undo()
        room.desk.change(add("b"), "add b")
        await room.desk.flush()
        await asyncio.sleep(0)
        await room.desk.flush()
        assert names(room.desk.value) == names(room.on_disk()) == ["b"]
        assert room.told == ["Undone: add a"]


async def test_a_passing_fault_keeps_what_was_typed_and_says_so_until_it_is_saved(opened, monkeypatch):
    monkeypatch.setattr(writer, "RETRY_AFTER", 0.01)
    async with opened() as room:
        save, broken = Store.save, True

        def failing(*args, **named):
            if broken:
                raise Unavailable("The disk is full.")
            return save(*args, **named)

        monkeypatch.setattr(Store, "save", failing)
        room.desk.change(add("a"), "add a")
        with pytest.raises(Unavailable):
            await room.desk.flush()
        assert room.desk.fault is not None and room.desk.fault.reason == "The disk is full."
        room.desk.change(add("b"), "add b")
        assert names(room.desk.value) == ["a", "b"]
        assert not room.desk.saved
        broken = False
        room.desk.retry()
        while not room.desk.saved:
            await asyncio.sleep(0)
        assert names(room.on_disk()) == ["a", "b"]
        assert room.desk.fault is None


async def test_two_windows_on_one_field_show_mine_and_theirs(opened):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        await room.desk.flush()
        other = room.another()
        theirs = other.load(room.desk.id)

        other.save(theirs.id, diff(theirs.value, arenas_named(theirs.value, "theirs")), label="rename")
        room.desk.change(lambda workshop: arenas_named(workshop, "mine"), "rename")
        room.desk.change(add("b"), "add b")
        await room.desk.flush()
        [conflict] = room.desk.conflicts
        assert (conflict.field, conflict.mine, conflict.theirs) == ("name", "mine", "theirs")
        assert names(room.desk.value) == names(room.on_disk()) == ["theirs", "b"]


async def test_another_windows_change_is_taken_over_when_nothing_waits(opened):
    async with opened() as room:
        other = room.another()
        kept = other.load(room.desk.id)

        other.save(kept.id, diff(kept.value, arenas.add(kept.value, "theirs")), label="add theirs")
        await room.desk.look_around()
        assert names(room.desk.value) == ["theirs"]


async def test_what_is_typed_while_the_disk_is_being_read_stays_on_the_screen(opened, monkeypatch):
    async with opened() as room:
        other = room.another()
        kept = other.load(room.desk.id)

        other.save(kept.id, diff(kept.value, arenas.add(kept.value, "theirs")), label="add theirs")
        reading, go_on, load = threading.Event(), threading.Event(), Store.load

        def slow(self, id):
            reading.set()
            go_on.wait()
            return load(self, id)

        monkeypatch.setattr(Store, "load", slow)
        looking = asyncio.create_task(room.desk.look_around())
        await asyncio.to_thread(reading.wait)
        room.desk.change(lambda workshop: workshop.change(Brief, "W", scope="typed meanwhile"), "scope")
        go_on.set()
        await looking
        assert room.desk.value.brief.scope == "typed meanwhile"
        assert names(room.desk.value) == ["theirs"]
        await room.desk.flush()
        assert room.on_disk() == room.desk.value


async def test_another_windows_change_shows_though_ours_was_written_behind_it(opened):
    async with opened() as room:
        other = room.another()
        kept = other.load(room.desk.id)

        other.save(kept.id, diff(kept.value, arenas.add(kept.value, "theirs")), label="add theirs")
        room.desk.change(lambda workshop: workshop.change(Brief, "W", scope="ours"), "scope")
        await room.desk.flush()
        assert names(room.desk.value) == ["theirs"]
        assert room.on_disk() == room.desk.value


async def test_a_change_to_what_an_undo_takes_away_is_told_and_the_next_one_is_written(opened):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        room.desk.undo()
        room.desk.change(lambda workshop: arenas_named(workshop, "gone"), "rename")
        room.desk.change(add("b"), "add b")
        await room.desk.flush()
        assert room.told == ["Undone: add a", desks.GONE]
        assert names(room.on_disk()) == ["b"]


async def test_that_a_row_is_gone_is_told_and_any_other_fault_of_an_action_is_none_of_it(opened):
    async with opened() as room:
        room.desk.change(lambda workshop: workshop.change(Arena, "A9", name="gone"), "rename")
        assert room.told == [desks.GONE]
        with pytest.raises(KeyError, match="no such verdict"):
            room.desk.change(lambda workshop: dict[str, Workshop]()["no such verdict"], "judge")
        assert room.told == [desks.GONE]
        assert room.desk.saved


async def test_one_undo_takes_one_change_back_though_what_it_did_cannot_be_read_at_first(opened, monkeypatch):
    async with opened() as room:
        for name in "abc":
            room.desk.change(add(name), f"add {name}")
        await room.desk.flush()
        other = room.another()
        theirs = other.load(room.desk.id).value
        other.save(room.desk.id, diff(theirs, theirs.change(Brief, "W", scope="theirs")), label="scope")
        failing_once(monkeypatch, "load")
        room.desk.undo()
        with pytest.raises(Unavailable):
            await room.desk.flush()
        await room.desk.flush()
        assert room.told == ["Undone: add c"]
        assert room.desk.value == room.on_disk()
        assert names(room.desk.value) == ["a", "b"] and room.desk.value.brief.scope == "theirs"


async def test_an_undo_shows_what_it_did_without_reading_all_of_the_workshop(opened, monkeypatch):
    async with opened() as room:
        for name in "abc":
            room.desk.change(add(name), f"add {name}")
        await room.desk.flush()
        with monkeypatch.context() as patched:
            patched.setattr(Store, "load", unavailable)
            for _ in range(2):
                room.desk.undo()
            room.desk.redo()
            room.desk.change(add("d"), "add d")
            await room.desk.flush()
        assert room.desk.value == room.on_disk()
        assert names(room.desk.value) == ["a", "b", "d"]


async def test_what_waits_behind_a_conflict_is_written_though_theirs_cannot_be_read_at_first(opened, monkeypatch):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        await room.desk.flush()
        other = room.another()
        theirs = other.load(room.desk.id)
        other.save(theirs.id, diff(theirs.value, arenas_named(theirs.value, "theirs")), label="rename")

        # The first reading finds out what differs, the second one is what to show.
        failing_once(monkeypatch, "load", after=1)
        room.desk.change(lambda workshop: arenas_named(workshop, "mine"), "rename")
        room.desk.change(add("b"), "add b")
        with pytest.raises(Unavailable):
            await room.desk.flush()
        await room.desk.flush()
        assert names(room.desk.value) == names(room.on_disk()) == ["theirs", "b"]
        assert [conflict.mine for conflict in room.desk.conflicts] == ["mine"]


async def test_a_lasting_fault_is_tried_again_no_oftener_for_all_that_is_typed(opened, monkeypatch):
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    async with opened() as room:
        monkeypatch.setattr(Store, "save", unavailable)
        room.desk.change(add("a"), "add a")
        with pytest.raises(Unavailable):
            await room.desk.flush()
        tries: list[asyncio.TimerHandle] = []
        loop = asyncio.get_running_loop()
        later = loop.call_later

        def noted(*when):
            tries.append(later(*when))
            return tries[-1]

        monkeypatch.setattr(loop, "call_later", noted)
        for name in "bcd":
            room.desk.change(add(name), f"add {name}")
            with pytest.raises(Unavailable):
                await room.desk.flush()
        assert sum(not each.cancelled() for each in tries) == 1


async def test_what_waits_on_an_abandoned_desk_is_not_waited_for(opened):
    async with opened() as room:
        room.desk.abandon()
        room.desk.change(add("a"), "add a")
        with pytest.raises(Unavailable):
            await room.desk.flush()


async def test_that_nothing_can_be_read_is_told_once(opened, monkeypatch):
    async with opened() as room:
        with monkeypatch.context() as patched:
            patched.setattr(Store, "changed_elsewhere", unavailable)
            await room.desk.look_around()
            await room.desk.look_around()
        await room.desk.look_around()
        monkeypatch.setattr(Store, "changed_elsewhere", unavailable)
        await room.desk.look_around()
        assert room.told == ["The server does not answer."] * 2


async def test_a_copy_does_not_hold_what_still_waits_for_an_undo(opened, monkeypatch, tmp_path):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        await room.desk.flush()
        monkeypatch.setattr(Store, "undo", unavailable)
        room.desk.undo()
        room.desk.change(add("b"), "add b")
        with pytest.raises(Unavailable):
            await room.desk.flush()
        await room.desk.copy_to(tmp_path / "copy.sqlite")
        assert room.desk.copied_to is None


async def test_the_room_is_kept_outside_the_log(opened):
    async with opened() as room:
        room.desk.note(lambda now: now.replace(drafts={"add": "half a tho"}))
        await room.desk.flush()
        store = room.another()
        assert store.load(room.desk.id).room.drafts == {"add": "half a tho"}
        assert len(store.changes(room.desk.id)) == 1


async def test_deleting_underneath_is_told_not_swallowed(opened):
    async with opened() as room:
        room.desk.change(add("a"), "add a")
        await room.desk.flush()
        other = room.another()
        kept = other.load(room.desk.id)

        other.save(kept.id, diff(kept.value, kept.value.remove(Key("arena", "A1"))), label="delete")
        room.desk.change(lambda workshop: arenas_named(workshop, "mine"), "rename")
        await room.desk.flush()
        assert [conflict.theirs for conflict in room.desk.conflicts] == [None]
        assert names(room.desk.value) == []


def arenas_named(workshop, name):

    return workshop.change(Arena, "A1", name=name)


def unavailable(*args, **named):
    raise Unavailable("The server does not answer.")


def failing_once(monkeypatch, name, after=0):
    """Let one call of the store fail: the first one, or the one `after` so many."""
    calls, whole = count(), getattr(Store, name)

    def once(*args, **named):
        return unavailable() if next(calls) == after else whole(*args, **named)

    monkeypatch.setattr(Store, name, once)
