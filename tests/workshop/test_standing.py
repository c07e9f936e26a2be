"""Where results stand: the owner's word is kept, the facts stand beside it, and the weakest one tells of a priority."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from data.nouns.change import Adjustment, Kind
from data.nouns.check_in import Report, Sitting, Standing
from data.nouns.planning import Priority
from data.value import Workshop
from tests.workshop.build import TODAY, but, milestone, sound
from tests.workshop.first_check_in import DAY_49, held
from workshop.check_ins import standing
from workshop.check_ins.standing import Sign

DUE = date(2026, 12, 4)


def told(*said: dict[str, Any], on: date = TODAY) -> Workshop:
    """The sound workshop, with what was said of M1, a check-in each, a fortnight apart."""
    workshop = but(sound(), "W", version=1)
    for number, each in enumerate(said, 1):
        held_on = on + timedelta(14 * (number - 1))
        workshop = workshop.put(
            Sitting(id=f"G{number}", held_on=held_on, version=number + 1),
            Report(id=f"G{number}-M1", check_in_id=f"G{number}", milestone_id="M1", **{"on": held_on, **each}),
        )
    return workshop


def facts(workshop: Workshop, today: date = TODAY, id: str = "M1") -> dict[Sign, str]:
    found = standing.state(workshop, next(row for row in workshop.milestones if row.id == id), today).facts
    return {fact.sign: fact.text for fact in found}


ON_TRACK = {"standing": Standing.ON_TRACK}


def test_what_nobody_spoke_of_has_not_begun_and_has_no_facts() -> None:
    state = standing.state(sound(), sound().milestones[0], TODAY)
    assert (state.standing, state.facts, state.owner) == (Standing.NOT_STARTED, (), "Operations Manager")


def test_what_is_late_is_overdue_by_days() -> None:
    workshop = told(ON_TRACK, on=DUE)
    assert facts(workshop, DUE) == {}
    assert facts(workshop, DUE + timedelta(1)) == {
        Sign.OVERDUE: "Overdue by 1 day",
        Sign.DISAGREES: "Said to be on track, but overdue",
    }
    assert Sign.DISAGREES not in facts(told({"standing": Standing.AT_RISK}, on=DUE), DUE + timedelta(1))


def test_what_is_done_or_dropped_is_not_overdue() -> None:
    assert facts(but(told(ON_TRACK), "M1", evidence="on file"), DUE + timedelta(9)) == {}
    dropped = but(told(ON_TRACK), "M1", dropped_on=DUE)
    state = standing.state(dropped, dropped.row(type(sound().milestones[0]), "M1"), DUE + timedelta(9))
    assert (state.standing, state.facts, state.is_open) == (Standing.DROPPED, (), False)


def test_done_needs_evidence() -> None:
    assert facts(told({"standing": Standing.DONE})) == {Sign.UNPROVEN: "Said to be done, without evidence"}


def test_after_one_and_a_half_intervals_it_is_stale() -> None:
    monthly = told(ON_TRACK)  # 31 days between looks
    assert facts(monthly, TODAY + timedelta(46)) == {}
    assert facts(monthly, TODAY + timedelta(47)) == {
        Sign.STALE: "No word for 47 days",
        Sign.DISAGREES: "Said to be on track, but nobody has spoken of it since",
    }


def test_what_is_far_away_is_not_stale() -> None:
    assert facts(but(told(ON_TRACK), "M1", due=date(2029, 1, 1)), TODAY + timedelta(200)) == {}


def test_confidence_that_falls_by_two_is_a_fact() -> None:
    assert facts(told({"confidence": 6, "confidence_was": 8})) == {Sign.FELL: "Confidence fell from 8 to 6"}
    assert facts(told({"confidence": 7, "confidence_was": 8})) == {}
    assert facts(told({"confidence": 7, "confidence_was": None})) == {}


def test_what_waits_for_something_late_is_blocked() -> None:
    late = but(told(), "M1", due=TODAY - timedelta(1))
    assert facts(late, TODAY, "M2") == {Sign.BLOCKED: "Waits for M1, which is late"}
    expected = told({"forecast": date(2027, 3, 1)})
    assert facts(expected, TODAY, "M2") == {Sign.BLOCKED: "Waits for M1, which is late"}
    assert facts(told({"forecast": date(2027, 2, 26)}), TODAY, "M2") == {}


def test_slips_are_counted_and_added_up() -> None:
    workshop = but(sound(), "M1", first_due=DUE, due=DUE + timedelta(20))
    for number, (was, now) in enumerate([(0, 14), (14, 10), (10, 20)], 1):
        before, after = str(DUE + timedelta(was)), str(DUE + timedelta(now))
        workshop = workshop.put(Adjustment(id=f"J{number}", kind=Kind.DATE_MOVED, item="M1", was=before, now=after))
    assert facts(workshop) == {Sign.SLIPPED: "Moved twice, 20 days in all"}, "moving it forward is no slip"


@pytest.mark.parametrize(
    ("confidence", "proposed"),
    [
        *((10, Standing.ON_TRACK), (7, Standing.ON_TRACK), (6, Standing.AT_RISK), (4, Standing.AT_RISK)),
        *((3, Standing.OFF_TRACK), (0, Standing.OFF_TRACK)),
    ],
)
def test_a_confidence_proposes_a_standing(confidence: int, proposed: Standing) -> None:
    assert standing.by_confidence(confidence) is proposed


def test_a_priority_stands_as_its_weakest_near_result() -> None:
    workshop = told({"standing": Standing.AT_RISK}).put(milestone("M9", "P1", "Far away", due=date(2028, 1, 1)))
    workshop = workshop.put(
        Report(id="G1-M9", check_in_id="G1", milestone_id="M9", standing=Standing.OFF_TRACK),
    )
    found = standing.roll_up(workshop, workshop.row(Priority, "P1"), TODAY + timedelta(50))
    assert (found.standing, found.weakest and found.weakest.id) == (Standing.AT_RISK, "M1")
    assert str(found) == "at risk: 1 at risk, 1 not started", "the one in 2028 is not near"
    done = but(workshop, "M1", "M2", evidence="on file")
    found = standing.roll_up(done, done.row(Priority, "P1"), TODAY + timedelta(50))
    assert (found.standing, str(found)) == (None, "nothing due in 90 days")


def test_the_priorities_of_the_sample_after_its_first_check_in() -> None:
    assert [str(each) for each in standing.roll_ups(held(), DAY_49)] == [
        "at risk: 1 at risk, 1 not started",
        "at risk: 1 at risk",
        "on track: 1 on track",
        "nothing due in 90 days",
        "on track: 1 on track",
    ]
