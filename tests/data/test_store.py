"""What the store keeps comes back, in a file and on a server alike."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from data.difference import diff
from data.errors import Ambiguous, NotFound, Stale
from data.nouns.planning import Effort, Priority, Serves
from data.nouns.room import Agenda, Brief, Room
from data.nouns.strategy import Arena, Condition, Verdict
from data.store import Kept, Store
from data.value import Key, Workshop, link
from tests.data.conftest import OpenStore
from tests.data.making import START, added, blank, small


def full() -> Workshop:
    """One value of every kind of column."""
    value = blank(
        "Größe & Ziele",
        agenda=Agenda.FULL_DAY,
        held_on=date(2026, 11, 4),
        ends_at=time(17, 30),
        ground_rules=("one talks", "phones “off”"),
        busy_months=(7, 12),
        attributed=True,
        voters=9,
    )
    value = added(value, Arena, name="Villages", verdict=Verdict.PLAY, opposite_sane=False)
    value = added(value, Priority, title="One number to call", effort=Effort.M, rank="a0")
    return value.put(link(Serves, priority_id="P1", arena_id="A1"))


def test_a_workshop_comes_back_as_it_was_made(place: str, open_store: OpenStore) -> None:
    room = Room(id="R", step="arenas", drafts={"arenas": "half a l"}, spent={"open": 61.5}, running_since=START)
    kept = open_store(place).create(full(), room)
    assert open_store(place).load(kept.id) == Kept(kept.id, kept.ref, full(), room, 1)


def test_a_change_is_there_after_a_restart(place: str, open_store: OpenStore) -> None:
    kept = open_store(place).create(small())
    new = small().change(Arena, "A2", name="Hospitals").remove(Key("party", "N1"))
    new = added(new, Condition, arena_id="A2", text="Beds are free")
    assert open_store(place).save(kept.id, diff(kept.value, new), label="Several things") == 2
    found = open_store(place).load(kept.id)
    assert (found.value, found.seq) == (new, 2)
    assert found.value.row(Priority, "P1").owner_id is None


def test_a_change_is_logged_with_who_when_what_and_why(store: Store) -> None:
    kept = store.create(small(), label="Copied from last year")
    ops = diff(kept.value, small().change(Arena, "A1", verdict=Verdict.NOT_US))
    store.save(kept.id, ops, label="Verdict on Villages", reason="too far")
    made, changed = store.changes(kept.id)
    assert (made.seq, made.label, made.actor) == (1, "Copied from last year", "ana")
    assert (changed.seq, changed.label, changed.reason, changed.actor) == (2, "Verdict on Villages", "too far", "ana")
    assert changed.ops == ops
    assert made.at < changed.at and changed.at.utcoffset() == timedelta(0)
    assert store.changes(kept.id, 1) == (made,)


def test_nothing_changed_is_not_logged(store: Store) -> None:
    kept = store.create(small())
    assert store.save(kept.id, (), label="Nothing") == 1
    assert len(store.changes(kept.id)) == 1


def test_an_id_is_never_given_again(store: Store) -> None:
    kept = store.create(small())
    fewer = kept.value.remove(Key("arena", "A2"))
    store.save(kept.id, diff(kept.value, fewer), label="Removed")
    value, arena = store.load(kept.id).value.add(Arena, name="Schools")
    assert arena.id == "A3"
    store.save(kept.id, diff(fewer, value), label="Added")
    store.undo(kept.id)
    assert store.load(kept.id).value.add(Arena)[1].id == "A4"
    assert store.at(kept.id, 1).add(Arena)[1].id == "A4"


def test_a_row_that_comes_back_does_not_free_the_numbers_after_it(store: Store) -> None:
    kept = store.create(small())
    one = kept.value.remove(Key("arena", "A2"))
    none = one.remove(Key("arena", "A1"))
    store.save(kept.id, diff(kept.value, one), label="Removed")
    store.save(kept.id, diff(one, none), label="Removed")
    store.undo(kept.id)
    assert store.load(kept.id).value.add(Arena)[1].id == "A3"


def test_a_copy_gives_no_id_that_the_original_gave(store: Store) -> None:
    value = added(small(), Arena, name="Schools").remove(Key("arena", "A3"))
    assert store.load(store.create(value).id).value.add(Arena)[1].id == "A4"


# -- who is told what ----------------------------------------------------------------------------------------------


def test_two_windows_on_one_field_are_told_mine_and_theirs(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    theirs = small().change(Arena, "A1", name="Hamlets", reason="near")
    ben.save(kept.id, diff(small(), theirs), label="Renamed")
    mine = small().change(Arena, "A1", name="Towns", today=True)
    with pytest.raises(Stale) as stale:
        ana.save(kept.id, diff(small(), mine), label="Renamed")
    (conflict,) = stale.value.conflicts
    assert (conflict.table, conflict.id, conflict.field) == ("arena", "A1", "name")
    assert (conflict.mine, conflict.theirs) == ("Towns", "Hamlets")
    assert ana.load(kept.id).value == theirs, "nothing of ours was stored"
    assert len(ana.changes(kept.id)) == 2


def test_two_windows_on_different_fields_are_both_kept(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    ben.save(kept.id, diff(small(), small().change(Arena, "A1", name="Hamlets")), label="Renamed")
    ana.save(kept.id, diff(small(), small().change(Arena, "A1", reason="near")), label="Said why")
    row = ana.load(kept.id).value.row(Arena, "A1")
    assert (row.name, row.reason) == ("Hamlets", "near")


@pytest.mark.parametrize(
    ("field", "before", "mine", "theirs"),
    [("ground_rules", ("é",), ("a",), ("b",)), ("busy_months", (), (1,), (2,))],
)
def test_lists_are_guarded_too(store: Store, field: str, before: Any, mine: Any, theirs: Any) -> None:
    start = blank(**{field: before})
    kept = store.create(start)
    store.save(kept.id, diff(start, start.change(Brief, "W", **{field: theirs})), label="Theirs")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(start, start.change(Brief, "W", **{field: mine})), label="Mine")
    assert [(c.field, c.mine, c.theirs) for c in stale.value.conflicts] == [(field, mine, theirs)]


def test_a_row_that_is_gone_has_no_theirs(store: Store) -> None:
    kept = store.create(small())
    store.save(kept.id, diff(small(), small().remove(Key("arena", "A1"))), label="Removed")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(small(), small().change(Arena, "A1", name="Towns")), label="Renamed")
    assert [(c.id, c.field, c.mine, c.theirs) for c in stale.value.conflicts] == [("A1", "name", "Towns", None)]


def test_a_row_somebody_changed_is_not_removed(store: Store) -> None:
    kept = store.create(small())
    store.save(kept.id, diff(small(), small().change(Arena, "A1", name="Hamlets")), label="Renamed")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(small(), small().remove(Key("arena", "A1"))), label="Removed")
    assert [(c.field, c.mine, c.theirs) for c in stale.value.conflicts] == [("name", None, "Hamlets")]


def test_two_rows_with_one_id_are_stale(store: Store) -> None:
    kept = store.create(small())
    store.save(kept.id, diff(small(), added(small(), Arena, name="Schools")), label="Added")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(small(), added(small(), Arena, name="Churches")), label="Added")
    assert [(c.id, c.field, c.mine, c.theirs) for c in stale.value.conflicts] == [("A3", "name", "Churches", "Schools")]


def test_a_reference_to_what_somebody_removed_is_stale(store: Store) -> None:
    kept = store.create(small())
    store.save(kept.id, diff(small(), small().remove(Key("arena", "A1"))), label="Removed")
    late = added(small(), Condition, arena_id="A1", text="Roads are open")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(small(), late), label="Added")
    assert [(c.table, c.field, c.mine, c.theirs) for c in stale.value.conflicts] == [
        ("condition", "arena_id", "A1", None)
    ]


def test_what_somebody_now_refers_to_is_not_removed(store: Store) -> None:
    kept = store.create(small())
    late = added(small(), Condition, arena_id="A1", text="Roads are open")
    store.save(kept.id, diff(small(), late), label="Added")
    with pytest.raises(Stale) as stale:
        store.save(kept.id, diff(small(), small().remove(Key("arena", "A1"))), label="Removed")
    assert [(c.table, c.id, c.field, c.theirs) for c in stale.value.conflicts] == [
        ("condition", "C1", "arena_id", "A1")
    ]
    assert store.load(kept.id).value == late


def test_an_owner_that_is_nobody_cannot_be_kept(store: Store) -> None:
    broken = small().put(small().row(Priority, "P1").replace(owner_id="N9"))
    with pytest.raises(Stale) as stale:
        store.create(broken)
    assert [(c.id, c.field, c.mine) for c in stale.value.conflicts] == [("P1", "owner_id", "N9")]
    assert store.listing() == []


# -- which workshops there are -------------------------------------------------------------------------------------


def test_a_ref_is_the_title_and_two_characters_and_never_changes(store: Store) -> None:
    kept = store.create(small())
    stem, _, tail = kept.ref.rpartition("-")
    assert (stem, len(tail)) == ("where-to-next", 2)
    new = kept.value.change(Brief, "W", title="Another title")
    store.save(kept.id, diff(kept.value, new), label="Renamed")
    assert store.load(kept.id).ref == kept.ref
    assert store.find(kept.ref) == kept.id


def test_a_hundred_workshops_of_one_title_have_a_hundred_refs(store: Store) -> None:
    assert len({store.create(blank()).ref for _ in range(100)}) == 100


def test_a_beginning_finds_a_workshop_when_there_is_only_one(store: Store) -> None:
    north, south = store.create(blank("Care in the north")), store.create(blank("Care in the south"))
    assert store.find("care-in-the-n") == north.id
    assert store.find(f" {south.ref.upper()} ") == south.id
    with pytest.raises(Ambiguous, match=f"{north.ref}, {south.ref}"):
        store.find("care")


@pytest.mark.parametrize("ref", ["", "x", "%", "_", "care%", "\0", "[/b]", "‮"])
def test_what_is_no_ref_finds_nothing_and_says_what_to_do(store: Store, ref: str) -> None:
    store.create(blank("Care"))
    with pytest.raises(NotFound, match="workshop list"):
        store.find(ref)


def test_a_full_ref_is_found_though_another_begins_with_it(store: Store) -> None:
    short = store.create(blank("Care"))
    long = store.create(blank(short.ref + "ful"))
    assert long.ref.startswith(short.ref)
    assert store.find(short.ref) == short.id


def test_archived_workshops_are_apart_and_come_back(store: Store) -> None:
    north, south = store.create(blank("North")), store.create(blank("South"))
    store.archive(north.id)
    assert [line.id for line in store.listing()] == [south.id]
    (line,) = store.listing(archived=True)
    assert line.id == north.id and line.archived_at is not None and line.archived_at > START
    store.restore(north.id)
    assert {line.id for line in store.listing()} == {north.id, south.id}


def test_the_room_is_kept_outside_the_log(store: Store) -> None:
    kept = store.create(small())
    store.archive(kept.id)
    room = Room(id="R", step="owners", selection={"owners": "P1"}, drafts={"owners": "“½”"}, extra={"open": -5})
    store.keep_room(kept.id, room)
    found = store.load(kept.id)
    assert found.room.replace(archived_at=None) == room
    assert found.room.archived_at is not None, "who opens an archived workshop does not bring it back"
    assert found.seq == 1


def test_each_window_writes_of_the_room_what_it_changed(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    made = Room(id="R", drafts={"old": "x", "both": "x"}, spent={"open": 60.0}, extra={"open": 1})
    kept = ana.create(small(), made)
    ours = made.replace(step="owners", drafts={"both": "ana's", "ana": "a"}, spent={"open": 60.0, "direction": 5.0})
    theirs = made.replace(looking="close", drafts={"old": "x", "both": "ben's", "ben": "b"}, extra={})
    assert ana.keep_room(kept.id, ours, since=made) == ours
    assert (
        ben.keep_room(kept.id, theirs, since=made)
        == ana.room(kept.id)
        == made.replace(
            step="owners",
            looking="close",
            drafts={"both": "ben's", "ana": "a", "ben": "b"},
            spent={"open": 60.0, "direction": 5.0},
            extra={},
        )
    )


def test_what_others_do_with_the_room_is_noticed_once(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    for store in (ana, ben):
        store.changed_elsewhere()
    for change in ({"step": "owners"}, {"running_since": START}, {"extra": {"owners": 1}}, {"spent": {"owners": 1.5}}):
        ana.keep_room(kept.id, ana.room(kept.id).replace(**change))
        assert not ana.changed_elsewhere(), "our own"
        assert ben.changed_elsewhere()
        assert not ben.changed_elsewhere()


def test_a_workshop_that_is_gone_is_not_found(store: Store) -> None:
    kept = store.create(small())
    store.delete(kept.id)
    change = diff(small(), small().change(Arena, "A1", name="Towns"))
    for call in (store.load, store.head, store.undo, store.redo, store.changes, store.versions, store.delete):
        with pytest.raises(NotFound, match="deleted"):
            call(kept.id)
    for late in (
        lambda: store.save(kept.id, change, label="Renamed"),
        lambda: store.keep_room(kept.id, kept.room),
        lambda: store.archive(kept.id),
        lambda: store.at(kept.id, 1),
    ):
        with pytest.raises(NotFound, match="deleted"):
            late()


def test_what_is_loaded_is_of_one_moment(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())

    def meanwhile(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "FROM brief" in statement and ben.head(kept.id) == 1:
            new = small().change(Brief, "W", title="Later").change(Priority, "P1", title="Later")
            ben.save(kept.id, diff(small(), new), label="Both renamed")

    event.listen(ana._engine, "after_cursor_execute", meanwhile)
    assert ana.load(kept.id) == kept
    assert ana.load(kept.id).value.row(Priority, "P1").title == "Later"


def test_each_workshop_has_rows_of_its_own(store: Store) -> None:
    one, other = store.create(small()), store.create(small())
    store.save(one.id, diff(small(), small().change(Arena, "A1", name="Towns")), label="Renamed")
    store.delete(one.id)
    assert store.load(other.id).value == small()


def renamed(store: Store, kept: Kept, name: str) -> None:
    value = store.load(kept.id).value
    store.save(kept.id, diff(value, value.change(Arena, "A1", name=name)), label="Renamed")


def test_what_somebody_else_wrote_is_noticed_once(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    assert not ana.changed_elsewhere(), "our own"
    assert ben.changed_elsewhere()
    assert not ben.changed_elsewhere()
    renamed(ana, kept, "Towns")
    assert not ana.changed_elsewhere()
    assert ben.changed_elsewhere()
    renamed(ben, kept, "Hamlets")
    renamed(ana, kept, "Villages")
    assert ana.changed_elsewhere(), "though ours came after"
    ben.changed_elsewhere()
    ana.delete(kept.id)
    assert not ana.changed_elsewhere()
    assert ben.changed_elsewhere()
