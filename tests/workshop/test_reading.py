"""What is read back to a room: whole sentences, whatever of them has been said so far."""

from __future__ import annotations

import pytest

from data.nouns.strategy import Verdict
from tests.workshop.build import TODAY, a_workshop, action, arena, milestone, parked, party, priority
from workshop import reading


def sentences(row, step, *others, **brief):
    told = reading.of_row(a_workshop(row, *others, **brief), row, step, TODAY)
    return told.sentences if told is not None else None


@pytest.mark.parametrize(
    ("alternative", "advantage", "told"),
    [
        ("A long trip.", "a kettle", "Instead of a long trip, people choose us for a kettle."),
        ("NHS queues", "", "Instead of NHS queues."),
        ("", "Our kettle", "People choose us for our kettle."),
    ],
)
def test_how_to_win_as_far_as_it_is_known(alternative, advantage, told):
    row = arena("A1", "Villages", verdict=Verdict.PLAY, alternative=alternative, advantage=advantage)
    assert sentences(row, "how-to-win") == ("Villages.", told)


def test_a_verdict_with_what_belongs_to_it():
    row = arena("A1", "Villages", verdict=Verdict.EXPLORE, reason="Why not?", question="who comes", decide_by=TODAY)
    told = ("Villages: ◆ Explore.", "Because: Why not?", "To find out: who comes.", "We decide by Wed 14 Oct 2026.")
    assert sentences(row, "where-to-play") == told
    assert sentences(arena("A1", "Villages"), "where-to-play") == ("Villages: still to decide.",)


def test_a_milestone_falls_to_the_owner_of_its_priority():
    owned = priority("P1", "Open", owner_id="N1")
    row = milestone("M1", "P1", "Keys handed over")
    assert sentences(row, "milestones", owned, party("N1", "Chair")) == ("Keys handed over", "No date yet: Chair.")


def test_other_rows_are_read_with_their_labels():
    assert sentences(action("D1", "call them", by=TODAY), "close") == ("Nobody yet: call them, by Wed 14 Oct 2026.",)
    told = sentences(parked("K1", "A second key?"), "close")
    assert told is not None and told[0] == "A second key?"


def test_a_step_without_a_result_has_nothing_to_read():
    for step in ("open", "where-to-play", "how-to-win", "priorities", "owners", "milestones", "close"):
        assert reading.of_step(a_workshop(), step, TODAY) is None
