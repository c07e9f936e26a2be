"""Undo and redo: what each takes back, what ends them, when they are refused, and what becomes of a plan's versions."""

from __future__ import annotations

import pytest

from data.difference import diff
from data.errors import NotFound, NothingToUndo, UndoRefused
from data.formats import FORMAT
from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Brief, Party
from data.nouns.strategy import Arena, Condition
from data.store import Kept, Store
from data.value import Key, Workshop
from tests.data.conftest import OpenStore
from tests.data.making import added, blank, small


def save(store: Store, kept: Kept, new: Workshop, label: str = "Changed") -> int:
    return store.save(kept.id, diff(store.load(kept.id).value, new), label=label)


def change(store: Store, kept: Kept, noun: type[Noun], id: str, **fields: object) -> int:
    return save(store, kept, store.load(kept.id).value.change(noun, id, **fields), f"Changed {id}")


def adopt(store: Store, kept: Kept) -> int:
    value = store.load(kept.id).value
    new = value.change(Brief, "W", version=value.brief.version + 1)
    return store.save(kept.id, diff(value, new), label="Adopted", publishes=True)


def test_undo_and_redo_are_changes_of_their_own(store: Store) -> None:
    kept = store.create(small())
    change(store, kept, Arena, "A1", name="Towns")
    undone = store.undo(kept.id)
    assert (undone.seq, undone.label, undone.change) == (3, "Changed A1", 2)
    assert [op.after for op in undone.ops] == [{"name": "Villages"}]
    redone = store.redo(kept.id)
    assert (redone.seq, redone.label, redone.change) == (4, "Changed A1", 2)
    assert [op.after for op in redone.ops] == [{"name": "Towns"}]
    log = [(change.label, change.undoes, change.redoes) for change in store.changes(kept.id)[1:]]
    assert log == [("Changed A1", None, None), ("Undo: Changed A1", 2, None), ("Redo: Changed A1", None, 2)]


def test_a_removed_row_comes_back_with_what_it_took_along(store: Store) -> None:
    start = added(small(), Condition, arena_id="A1", text="Roads are open")
    kept = store.create(start)
    save(store, kept, start.remove(Key("arena", "A1")))
    save(store, kept, store.load(kept.id).value.remove(Key("party", "N1")))
    store.undo(kept.id)
    store.undo(kept.id)
    assert store.load(kept.id).value == start


def test_undo_stops_at_the_creation(store: Store) -> None:
    kept = store.create(small())
    with pytest.raises(NothingToUndo, match="nothing of yours to undo"):
        store.undo(kept.id)
    with pytest.raises(NothingToUndo, match="nothing of yours to redo"):
        store.redo(kept.id)
    assert store.head(kept.id) == 1, "and a refusal leaves no trace"


def test_an_ordinary_change_ends_redo(store: Store) -> None:
    kept = store.create(small())
    change(store, kept, Arena, "A1", name="Towns")
    store.undo(kept.id)
    change(store, kept, Arena, "A1", reason="near")
    with pytest.raises(NothingToUndo):
        store.redo(kept.id)


def test_each_takes_back_their_own(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    change(ana, kept, Arena, "A1", name="Towns")
    change(ben, kept, Arena, "A2", name="Hospitals")
    ana.undo(kept.id)
    value = ana.load(kept.id).value
    assert (value.row(Arena, "A1").name, value.row(Arena, "A2").name) == ("Villages", "Hospitals")
    with pytest.raises(NothingToUndo):
        ana.undo(kept.id)
    change(ben, kept, Arena, "A2", name="Wards")
    ana.redo(kept.id)
    assert ana.load(kept.id).value.row(Arena, "A1").name == "Towns", "somebody else's change does not end our redo"


def test_undo_is_refused_when_somebody_touched_the_field_since(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    change(ana, kept, Priority, "P1", decides_alone="hires", rank="b")
    change(ben, kept, Priority, "P1", decides_alone="hires and fires")
    with pytest.raises(UndoRefused) as refused:
        ana.undo(kept.id)
    assert str(refused.value) == (
        "“Changed P1” cannot be undone: ben has since changed the decides alone of priority P1 “One number to call”."
    )
    assert ana.head(kept.id) == 3
    ben.undo(kept.id)
    ana.undo(kept.id)
    assert ana.load(kept.id).value == small(), "once it is as it was, it can be taken back"


def test_redo_is_refused_when_somebody_touched_the_field_since(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    change(ana, kept, Brief, "W", title="Mine")
    ana.undo(kept.id)
    change(ben, kept, Brief, "W", title="Theirs")
    with pytest.raises(UndoRefused, match="cannot be done again: ben has since changed the title of the brief"):
        ana.redo(kept.id)


def test_what_somebody_built_on_is_not_taken_away(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    save(ana, kept, added(small(), Arena, name="Schools"), "Arena added")
    save(ben, kept, added(ben.load(kept.id).value, Condition, arena_id="A3", text="Parents come"), "Condition added")
    with pytest.raises(UndoRefused, match="ben has since changed the arena of condition C1 “Parents come”"):
        ana.undo(kept.id)


def test_what_somebody_removed_cannot_be_referred_to_again(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    start = added(small(), Party, name="Treasurer")
    kept = ana.create(start)
    change(ana, kept, Priority, "P1", owner_id="N2")
    save(ben, kept, ben.load(kept.id).value.remove(Key("party", "N1")))
    with pytest.raises(UndoRefused, match="ben has since removed party N1"):
        ana.undo(kept.id)


def test_a_row_somebody_removed_cannot_be_changed_back(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "")
    kept = ana.create(small())
    change(ana, kept, Arena, "A1", name="Towns")
    save(ben, kept, ben.load(kept.id).value.remove(Key("arena", "A1")))
    with pytest.raises(UndoRefused, match="somebody has since removed arena A1"):
        ana.undo(kept.id)


def test_history_is_there_at_every_number(store: Store) -> None:
    kept = store.create(small())
    change(store, kept, Arena, "A1", name="Towns")
    then = store.load(kept.id).value
    store.undo(kept.id)
    assert [store.at(kept.id, n) for n in (1, 2, 3)] == [small(), then, small()]
    for n in (0, 4, -1):
        with pytest.raises(NotFound, match="from 1 to 3"):
            store.at(kept.id, n)


def test_undo_to_here_is_one_change_that_can_be_undone(store: Store) -> None:
    kept = store.create(blank())
    for name in ("Villages", "Clinics", "Schools"):
        save(store, kept, added(store.load(kept.id).value, Arena, name=name))
    now = store.load(kept.id).value
    save(store, kept, store.at(kept.id, 2), "Back to 2")
    assert [arena.name for arena in store.load(kept.id).value.arenas] == ["Villages"]
    store.undo(kept.id)
    assert store.load(kept.id).value == now


# -- versions ------------------------------------------------------------------------------------------------------


def test_a_published_plan_is_kept_as_it_was(place: str, open_store: OpenStore) -> None:
    store = open_store(place)
    kept = store.create(small())
    seq = adopt(store, kept)
    then = store.load(kept.id).value
    change(store, kept, Arena, "A1", name="Towns")
    adopt(store, kept)
    first, second = open_store(place).versions(kept.id)
    assert (first.number, first.seq, second.number) == (1, seq, 2)
    assert first.value == then
    assert first.document["format"] == FORMAT
    assert first.document["rows"]["arena"][0]["name"] == "Villages"
    assert first.at == store.changes(kept.id)[1].at


def test_undoing_an_adoption_withdraws_the_version_and_redoing_brings_it_back(store: Store) -> None:
    kept = store.create(small())
    adopt(store, kept)
    adopt(store, kept)
    store.undo(kept.id)
    assert [version.number for version in store.versions(kept.id)] == [1]
    assert [(v.number, v.withdrawn) for v in store.versions(kept.id, withdrawn=True)] == [(1, False), (2, True)]
    store.redo(kept.id)
    assert [version.number for version in store.versions(kept.id)] == [1, 2]
    store.undo(kept.id)
    store.undo(kept.id)
    assert store.versions(kept.id) == ()
    adopt(store, kept)
    assert [v.number for v in store.versions(kept.id)] == [1], "the number of a withdrawn version is free again"
    assert len(store.versions(kept.id, withdrawn=True)) == 3, "and nothing is ever erased"


def test_the_same_plan_can_be_published_again(store: Store) -> None:
    kept = store.create(small())
    assert store.save(kept.id, (), label="Checked in", publishes=True) == 2
    (version,) = store.versions(kept.id)
    assert version.value == small()
    with pytest.raises(NothingToUndo):
        store.undo(kept.id)
