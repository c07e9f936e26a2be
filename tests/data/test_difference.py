"""A difference leads from one value to the other and back, alone and through JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from data.difference import Op, diff, from_json, inverse, patch, to_json
from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority, Serves
from data.nouns.room import Party
from data.nouns.strategy import Arena, Verdict
from data.tables import NOUNS
from data.value import Key, Workshop, link
from tests.data.making import added, blank, small
from tests.workshop.any_workshop import workshops

SOME = workshops(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), 4)


@settings(deadline=None)
@given(SOME, SOME)
def test_a_difference_leads_there_and_back(old: Workshop, new: Workshop) -> None:
    ops = diff(old, new)
    assert patch(old, ops) == new
    assert patch(new, inverse(ops)) == old
    assert patch(None, diff(None, new)) == new
    assert diff(new, new) == ()


@settings(deadline=None)
@given(SOME, SOME)
def test_a_difference_comes_back_from_json(old: Workshop, new: Workshop) -> None:
    ops = diff(old, new)
    assert from_json(json.loads(json.dumps(to_json(ops)))) == ops


def test_a_difference_holds_only_what_differs() -> None:
    new = small().change(Arena, "A1", verdict=Verdict.PLAY)
    (op,) = diff(small(), new)
    assert op == Op("arena", "A1", {"verdict": Verdict.UNDECIDED}, {"verdict": Verdict.PLAY})
    assert to_json((op,)) == [["arena", "A1", {"verdict": "undecided"}, {"verdict": "play"}]]


def test_a_difference_that_does_not_fit_is_an_error() -> None:
    (op,) = diff(small(), small().change(Arena, "A1", name="Towns"))
    with pytest.raises(KeyError):
        patch(blank(), (op,))
    with pytest.raises(ValidationError):
        from_json([["arena", "A1", {"verdict": "undecided"}, {"verdict": "zzz"}]])


# -- the value -----------------------------------------------------------------------------------------------------


def test_a_removed_row_takes_along_what_requires_it_and_is_forgotten_by_the_rest() -> None:
    value = added(small(), Milestone, priority_id="P1", owner_id="N1")
    value = value.put(link(Serves, priority_id="P1", arena_id="A1"))
    fewer = value.remove(Key("priority", "P1"))
    assert (fewer.milestones, fewer.of(Serves), len(fewer.arenas)) == ((), (), 2)
    forgotten = value.remove(Key("party", "N1"))
    assert forgotten.row(Priority, "P1").owner_id is None
    assert forgotten.milestones[0].owner_id is None
    assert value.remove(Key("arena", "A9")) == value


def test_an_id_is_never_given_twice() -> None:
    value = small().remove(Key("arena", "A2"))
    assert value.add(Arena)[1].id == "A3"
    assert patch(small(), diff(small(), value)).add(Arena)[1].id == "A3"


def test_values_are_equal_when_their_rows_are() -> None:
    assert small() == small() and hash(small()) == hash(small())
    assert small() != small().change(Party, "N1", name="Somebody else")
    same = small()
    assert same.change(Party, "N1", name="Head of care") is same


@pytest.mark.parametrize("noun", NOUNS)
def test_rows_are_frozen_and_checked(noun: type[Noun]) -> None:
    row = noun(
        id="x", **{name: "x" for name, field in noun.model_fields.items() if field.is_required() and name != "id"}
    )
    with pytest.raises(ValidationError):
        row.id = "y"
    with pytest.raises(ValidationError):
        row.replace(stranger="x")
    with pytest.raises(ValidationError):
        row.replace(id=None)


def test_a_text_has_at_most_a_thousand_code_points() -> None:
    assert small().change(Arena, "A1", name="𝒳" * 1000).row(Arena, "A1").name == "𝒳" * 1000
    with pytest.raises(ValidationError):
        small().change(Arena, "A1", name="𝒳" * 1001)
