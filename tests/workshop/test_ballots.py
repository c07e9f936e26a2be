"""Ballots given one by one: their sums add up, no ballot gives more than it has, and none can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.nouns.planning import Priority
from tests.workshop.build import TODAY, a_workshop, party, priority
from workshop.actions import closing, votes
from workshop.export import phrases
from workshop.plan.model import plan_of
from workshop.room.ballots import BallotBox
from workshop.room.voting import dots_of, fist_of
from workshop.room.voting import voters_of as voters

ITEMS = ("P1", "P2", "P3")
presses = st.lists(st.tuples(st.sampled_from(ITEMS), st.integers(-2, 12)), max_size=12)


@given(presses, st.integers(1, 8), st.none() | st.integers(1, 4))
def test_whatever_is_pressed_a_ballot_keeps_within_its_dots_and_the_cap(pressed, each, cap):
    box = BallotBox(ITEMS, 5, each, cap)
    ballot: Mapping[str, int] = {}
    for item, dots in pressed:
        ballot = box.give(ballot, item, dots)
        assert box.left(ballot) >= 0
        assert all(0 < given <= box.most for given in ballot.values())
    assert box.drop(ballot).cast == 1


@given(st.lists(presses, max_size=5))
def test_the_sums_are_those_of_the_ballots_and_whoever_gave_none_abstains(rounds):
    box, given_in_all = BallotBox(ITEMS, 5, 4, 2), 0
    for pressed in rounds:
        ballot: Mapping[str, int] = {}
        for item, dots in pressed:
            ballot = box.give(ballot, item, dots)
        given_in_all += sum(ballot.values())
        box = box.drop(ballot)
    empty = box.abstained
    counted = box.closed()
    assert sum(counted.totals.values()) == given_in_all
    assert counted.abstained == empty + 5 - len(rounds)
    assert set(counted.totals) == set(ITEMS)


def test_an_only_dot_moves_to_where_it_is_put_last():
    box = closing.box(3)
    ballot = box.give(box.give({}, "5", 1), "2", 1)
    assert ballot == {"2": 1}
    assert box.give(ballot, "2", 0) == {}


@pytest.mark.parametrize("ballot", [{"P1": 3}, {"P1": 2, "P2": 2, "P3": 1}, {"P9": 1}, {"P1": -1}])
def test_a_ballot_that_cannot_be_is_refused(ballot):
    with pytest.raises(ValueError):
        BallotBox(ITEMS, 2, 4, 2).drop(ballot)


def test_nobody_votes_once_everybody_has():
    box = BallotBox(ITEMS, 1, 4).drop({"P1": 4})
    assert box.full
    with pytest.raises(ValueError, match="Every voter"):
        box.drop({})


def test_a_box_holds_sums_and_no_ballot():
    one = BallotBox(ITEMS, 2, 2).drop({"P1": 2}).drop({"P2": 2})
    other = BallotBox(ITEMS, 2, 2).drop({"P1": 1, "P2": 1}).drop({"P1": 1, "P2": 1})
    assert one == other


def room(**brief):
    return a_workshop(priority("P1", "Open"), priority("P2", "Build"), **brief)


def test_counting_a_box_writes_totals_and_abstentions_and_closes_the_vote():
    workshop = votes.open_vote(room(dots_each=2))
    box = votes.box(workshop, 3).drop({"P1": 2}).drop({})
    workshop = votes.count_ballots(workshop, box)
    assert [row.dots for row in workshop.of(Priority)] == [2, 0]
    count = dots_of(workshop)
    assert (count.open, count.voters, count.abstained, count.voting, count.total) == (False, 3, 2, 1, 2)


def test_while_a_vote_is_open_no_total_is_shown():
    workshop = votes.open_vote(room(voters=2, dots_each=2))
    workshop = workshop.change(Priority, "P1", dots=3)
    assert dots_of(workshop).totals == {"P1": 3}
    assert dots_of(workshop).shown == {}
    assert dots_of(votes.close_vote(workshop)).shown == {"P1": 3}


def test_no_document_shows_totals_while_the_vote_is_open():
    workshop = votes.open_vote(room(voters=2, dots_each=2)).change(Priority, "P1", dots=3)
    plan = partial(plan_of, ref="here", today=TODAY)
    assert [row.dots for row in plan(workshop).candidates] == [None, None]
    closed = plan(votes.abstain(votes.close_vote(workshop), 1))
    assert [row.dots for row in closed.candidates] == [3, None]
    assert phrases.dots(closed.room) == "2 voters with 2 dots each; 1 abstained"


def test_a_vote_with_more_dots_than_there_are_is_not_closed():
    workshop = votes.open_vote(room(voters=2, dots_each=2)).change(Priority, "P1", dots=5)
    with pytest.raises(ValueError, match="Recount"):
        votes.close_vote(workshop)
    assert dots_of(votes.recount(workshop)).totals == {}
    assert votes.recount(workshop).brief.voting


def test_who_abstains_gives_no_dots():
    workshop = votes.abstain(room(voters=4, dots_each=3, dots_cap=2), 1)
    assert (dots_of(workshop).total, dots_of(workshop).most) == (9, 6)
    with pytest.raises(ValueError, match="abstain"):
        votes.abstain(workshop, 5)


def test_as_many_vote_as_the_room_said_or_else_as_are_here_and_may():
    people = [
        party("N1", "Chair", participant=True),
        party("N2", "Guest", participant=True, votes=False),
        party("N3", "Away", participant=True, present=False),
        party("N4", "Cook", participant=True),
    ]
    assert voters(a_workshop(*people)) == 2
    assert voters(a_workshop(*people, voters=7)) == 7
    assert voters(a_workshop()) is None


def test_a_fist_one_by_one_counts_hands_and_of_how_many():
    box = closing.box(3).drop({"5": 1}).drop({"2": 1})
    workshop = closing.count_hands(a_workshop(), box)
    assert workshop.brief.fist == (1, 0, 0, 1, 0, 0)
    assert (fist_of(workshop.brief).total, workshop.brief.voters) == (2, 3)
