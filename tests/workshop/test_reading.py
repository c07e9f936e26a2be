"""What is read back to a room: whole sentences, whatever of them has been said so far."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from data.nouns.rhythm import CheckIn, Preset
from data.nouns.strategy import Verdict
from tests.workshop.build import (
    TODAY,
    a_workshop,
    action,
    arena,
    cadence,
    fact,
    measure,
    milestone,
    parked,
    party,
    principle,
    priority,
    trigger,
)
from workshop import reading
from workshop.steps import load


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


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"baseline": Decimal(61), "target": Decimal(90), "unit": "%"}, "Visits: 61 → 90 % by 31 Dec 2027."),
        ({"target": Decimal("1200.5")}, "Visits: ? → 1,200.5 by 31 Dec 2027."),
        ({"baseline": Decimal(61), "by": None}, "Visits: 61 → ?."),
    ],
)
def test_a_measure_as_far_as_it_is_known(fields, told):
    row = measure("Q1", "Visits", **{"by": date(2027, 12, 31), **fields})
    assert sentences(row, "direction") == (told,)


def test_what_a_principle_forbids_and_what_a_fact_rests_on():
    row = principle("X1", "Fresh first.", will_not="chase tins.")
    assert sentences(row, "direction") == ("Fresh first; so we will not chase tins.",)
    assert sentences(principle("X1", "Fresh first"), "direction") == ("Fresh first.",)
    known = ("31% never come.", "We know it from: the log.")
    assert sentences(fact("F1", "31% never come", source="the log"), "direction") == known


def test_a_signal_with_what_follows_and_who_watches_it():
    row = trigger("T1", "Grant", threshold="no letter by March", then="freeze spending", watcher_id="N1")
    told = ("Grant: no letter by March.", "Then: freeze spending.", "Treasurer watches it.")
    assert sentences(row, "rhythm", party("N1", "Treasurer")) == told


def test_a_check_in_by_the_name_it_has_in_the_rhythm():
    row = cadence("H1", CheckIn.PULSE, minutes=15, who="owners")
    brief = {"rhythm": Preset.STANDARD, "next_on": TODAY}
    told = ("Fortnightly check-in: 15 minutes, owners.", "Next on Wed 14 Oct 2026.")
    assert sentences(row, "rhythm", **brief) == told
    assert sentences(cadence("H1", CheckIn.PULSE), "rhythm", **{**brief, "rhythm": Preset.TIGHT}) == (
        "Weekly check-in.",
        "Next on Wed 14 Oct 2026.",
    )


def test_the_direction_and_the_rhythm_as_wholes():
    workshop = a_workshop(
        *(measure("Q1", "Visits", target=Decimal(90)), cadence("H1", CheckIn.REVIEW), party("N1", "Chair")),
        obstacle="Shut doors.",
        rhythm=Preset.LIGHT,
        next_on=TODAY,
        keeper_id="N1",
    )
    told = reading.of_step(workshop, "direction", TODAY)
    assert told is not None and told.sentences == ("Shut doors.", "Visits: ? → 90.")
    told = reading.of_step(workshop, "rhythm", TODAY)
    assert told is not None
    assert told.sentences == ("Wed 14 Oct 2026: monthly check-in.", "Chair keeps the plan up to date.")


def test_other_rows_are_read_with_their_labels():
    assert sentences(action("D1", "call them", by=TODAY), "close") == ("Nobody yet: call them, by Wed 14 Oct 2026.",)
    told = sentences(parked("K1", "A second key?"), "close")
    assert told is not None and told[0] == "A second key?"


def test_a_step_without_a_result_has_nothing_to_read():
    for step in [each.key for each in load().steps]:
        assert reading.of_step(a_workshop(), step, TODAY) is None
