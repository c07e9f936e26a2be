"""Going back to an earlier moment: one more change, which takes back what came since, versions and all."""

from __future__ import annotations

import pytest

from data.difference import diff
from data.errors import NotFound, NothingToUndo
from data.log import Change, taken_back
from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from data.store import Kept, Store
from data.value import Key, Workshop
from tests.data.conftest import OpenStore
from tests.data.making import START, added, small


def save(store: Store, kept: Kept, new: Workshop, *, publishes: bool = False) -> int:
    return store.save(kept.id, diff(store.load(kept.id).value, new), label="Changed", publishes=publishes)


def change(store: Store, kept: Kept, noun: type[Noun], id: str, **fields: object) -> int:
    return save(store, kept, store.load(kept.id).value.change(noun, id, **fields))


def adopt(store: Store, kept: Kept) -> int:
    value = store.load(kept.id).value
    return save(store, kept, value.change(Brief, "W", version=value.brief.version + 1), publishes=True)


def standing(store: Store, kept: Kept) -> list[tuple[int, int]]:
    return [(version.number, version.seq) for version in store.versions(kept.id)]


def test_it_is_one_more_change_and_the_log_keeps_all_others(store: Store) -> None:
    kept = store.create(small())
    before = [change(store, kept, Arena, "A1", name=name) for name in ("Towns", "Hamlets", "Cities")]
    log = store.changes(kept.id)
    back = store.go_back(kept.id, before[0])
    assert (back.seq, back.change, back.label) == (5, 2, "Changed")
    assert [(op.before, op.after) for op in back.ops] == [({"name": "Cities"}, {"name": "Towns"})]
    assert store.load(kept.id).value == store.at(kept.id, 2)
    assert store.changes(kept.id)[:4] == log, "nothing that was there has changed"
    last = store.changes(kept.id)[4]
    assert (last.label, last.back_to, last.undoes, last.actor, last.ops) == (
        "Back to: Changed",
        2,
        None,
        "ana",
        back.ops,
    )


def test_rows_come_and_go_and_no_id_is_given_twice(store: Store) -> None:
    start = added(small(), Milestone, priority_id="P1", title="Signed")
    kept = store.create(start)
    save(store, kept, start.remove(Key("priority", "P1")))
    save(store, kept, added(store.load(kept.id).value, Arena, name="Schools"))
    store.go_back(kept.id, 1)
    now = store.load(kept.id).value
    assert now == start
    assert now.add(Arena, name="Harbors")[1].id == "A4"
    assert now.add(Milestone, priority_id="P1")[1].id == "M2"


def test_it_is_undone_and_done_again_as_any_change(store: Store) -> None:
    kept = store.create(small())
    change(store, kept, Arena, "A1", name="Towns")
    later = store.load(kept.id).value
    store.go_back(kept.id, 1)
    assert store.undo(kept.id).label == "Back to: Workshop made"
    assert store.load(kept.id).value == later
    store.redo(kept.id)
    assert store.load(kept.id).value == small()
    store.undo(kept.id)
    store.undo(kept.id)
    assert store.load(kept.id).value == small(), "the change before it can be taken back too"


def test_going_where_one_is_changes_nothing(store: Store) -> None:
    kept = store.create(small())
    change(store, kept, Arena, "A1", name="Towns")
    store.undo(kept.id)
    for to in (1, 3):
        with pytest.raises(NothingToUndo, match="everything stands"):
            store.go_back(kept.id, to)
    assert store.head(kept.id) == 3
    for to in (0, 4, 5):
        with pytest.raises(NotFound, match=f"no change {to}"):
            store.go_back(kept.id, to)
    assert store.head(kept.id) == 3


def test_it_takes_back_what_others_did_and_tells_them_so(place: str, open_store: OpenStore) -> None:
    ana, ben = open_store(place, "ana"), open_store(place, "ben")
    kept = ana.create(small())
    change(ben, kept, Arena, "A1", name="Towns")
    ana.go_back(kept.id, 1)
    assert ben.load(kept.id).value == small()
    assert ben.changed_elsewhere()


def test_going_back_past_an_adoption_withdraws_the_version_and_undo_brings_it_back(store: Store) -> None:
    kept = store.create(added(small(), Milestone, priority_id="P1", title="Signed"))
    first = adopt(store, kept)
    second = adopt(store, kept)
    store.go_back(kept.id, first)
    assert standing(store, kept) == [(1, first)]
    store.undo(kept.id)
    assert standing(store, kept) == [(1, first), (2, second)]
    store.redo(kept.id)
    store.go_back(kept.id, 1)
    assert standing(store, kept) == []
    assert [(v.seq, v.withdrawn) for v in store.versions(kept.id, withdrawn=True)] == [(first, True), (second, True)]
    assert store.load(kept.id).value.brief.version == 0
    third = adopt(store, kept)
    assert standing(store, kept) == [(1, third)], "its number is free again"


def test_going_back_to_where_a_version_stood_lets_it_stand_again(store: Store) -> None:
    kept = store.create(small())
    first = adopt(store, kept)
    store.undo(kept.id)
    change(store, kept, Priority, "P1", title="Two numbers to call")
    instead = adopt(store, kept)
    assert standing(store, kept) == [(1, instead)]
    store.go_back(kept.id, first)
    assert standing(store, kept) == [(1, first)]
    store.undo(kept.id)
    assert standing(store, kept) == [(1, instead)]


def log(*turns: str) -> dict[int, int]:
    """What is taken back after changes such as `.` (an ordinary one), `u2`, `r2` and `b1`."""
    names = {"u": "undoes", "r": "redoes", "b": "back_to"}
    return taken_back(
        Change(seq, START, "ana", "", "", (), **({names[turn[0]]: int(turn[1:])} if turn != "." else {}))
        for seq, turn in enumerate(turns, 1)
    )


@pytest.mark.parametrize(
    ("turns", "gone"),
    [
        ((".", ".", "."), {}),
        ((".", ".", "u2"), {2: 3}),
        ((".", ".", "u2", "r2"), {}),
        ((".", ".", ".", "b1"), {2: 4, 3: 4}),
        ((".", ".", ".", "b1", "u4"), {4: 5}),
        ((".", ".", ".", "b1", "u4", "r4"), {2: 6, 3: 6}),
        ((".", ".", "u2", ".", "b1"), {2: 3, 4: 5}),
        ((".", ".", "u2", ".", "b1", "u5"), {2: 3, 5: 6}),
        ((".", ".", "u2", ".", "b2"), {4: 5}),
        ((".", ".", "b1", ".", "b2"), {3: 5, 4: 5}),
        ((".", ".", "u2", "r2", "b3"), {2: 5}),
    ],
)
def test_what_is_in_effect_is_a_state_that_going_back_restores(turns: tuple[str, ...], gone: dict[int, int]) -> None:
    assert log(*turns) == gone
