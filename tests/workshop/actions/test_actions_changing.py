"""Changes of an adopted plan: each is made and recorded at once, first dates stay, and typing errors are no change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from data.nouns.change import Cause
from data.nouns.planning import Milestone, Needs, Priority, Status
from data.nouns.strategy import Arena, Condition, Verdict
from data.value import Workshop
from tests.workshop.build import sound
from workshop import changes
from workshop.actions import changing, closing
from workshop.actions.changing import Why
from workshop.changes import Told

DAY = date(2026, 12, 2)
AT = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
PLAN = closing.adopt(sound(), date(2026, 10, 14))
WHY = Why(DAY, "The fire door comes in January", Cause.DEPENDENCY, at=AT)


def told(workshop: Workshop) -> Told:
    return changes.told(workshop, workshop.adjustments[-1])


def test_a_date_moves_and_the_first_one_stays() -> None:
    workshop = changing.move_date(PLAN, "M1", date(2026, 12, 18), WHY)
    row = workshop.row(Milestone, "M1")
    assert (row.due, row.first_due) == (date(2026, 12, 18), date(2026, 12, 4))
    record = told(workshop)
    assert (record.kind, record.item, record.was, record.now) == ("date moved", "M1", "2026-12-04", "2026-12-18")
    assert (record.cause, record.decided) == ("dependency slipped", "Operations Manager")
    assert str(changes.slip(workshop, row)) == "moved once, 14 days"
    assert changing.move_date(PLAN, "M1", date(2026, 12, 4), WHY) == PLAN, "there is nothing to move"


def test_a_typing_error_is_put_right_within_a_quarter_of_an_hour() -> None:
    typo = changing.move_date(PLAN, "M1", date(2027, 12, 18), WHY)
    soon = replace(WHY, at=AT + timedelta(minutes=15))
    right = changing.move_date(typo, "M1", date(2026, 12, 18), soon)
    [record] = right.adjustments
    assert (record.was, record.now, record.at) == ("2026-12-04", "2026-12-18", AT)
    assert changing.move_date(typo, "M1", date(2026, 12, 4), soon).adjustments == (), "back is no change"
    later = changing.move_date(typo, "M1", date(2026, 12, 18), replace(WHY, at=AT + timedelta(minutes=16)))
    assert len(later.adjustments) == 2
    with pytest.raises(ValueError, match="make another change"):
        changing.correct(typo, "J1", replace(WHY, at=AT + timedelta(minutes=16)))
    reason = changing.correct(typo, "J1", replace(soon, reason="Another reason", cause=Cause.MONEY))
    assert (told(reason).reason, told(reason).cause, told(reason).now) == ("Another reason", "money", "2027-12-18")


def test_scope_is_cut_or_added_by_what_a_stranger_would_check() -> None:
    workshop = changing.cut_scope(PLAN, "M1", " One agreement is on file ", WHY)
    assert workshop.row(Milestone, "M1").done_when == "One agreement is on file"
    assert told(workshop).kind == "scope cut"
    assert told(changing.cut_scope(PLAN, "M1", "Three are on file", WHY, adds=True)).kind == "scope added"
    assert changing.cut_scope(PLAN, "M1", "", WHY) == PLAN


def test_an_owner_hands_over() -> None:
    workshop = changing.change_owner(PLAN, "M1", "Treasurer", WHY)
    assert workshop.party(workshop.row(Milestone, "M1").owner_id).name == "Treasurer"
    assert (told(workshop).was, told(workshop).now) == ("Operations Manager", "Treasurer")
    workshop = changing.change_owner(PLAN, "P1", "Treasurer", WHY)
    assert (workshop.row(Priority, "P1").accepted, told(workshop).item) == ("not_asked", "P1")
    assert changing.change_owner(PLAN, "M1", "operations manager", WHY) == PLAN
    assert changing.change_owner(PLAN, "P1", " ", WHY) == PLAN


def test_a_result_is_split_and_what_was_needed_for_it_is_needed_for_the_part() -> None:
    workshop = changing.split(PLAN, "M2", "Two weeks run", date(2027, 2, 1), "8 sessions", WHY)
    assert {(row.milestone_id, row.needs_id) for row in workshop.of(Needs)} == {
        ("M2", "M1"),
        ("M4", "M1"),
        ("M2", "M4"),
    }
    assert told(workshop).item == "M4 (P1): Two weeks run"


def test_two_results_become_one() -> None:
    workshop = changing.merge(PLAN, "M1", "M3", WHY)
    assert [row.id for row in workshop.milestones] == ["M2", "M3"]
    assert [row.id for row in workshop.needed_by(workshop.row(Milestone, "M2"))] == ["M3"]
    assert told(workshop).now == "M3: Four hosts sign the charter"


def test_what_is_dropped_stays_on_record_and_out_of_the_plan() -> None:
    workshop = changing.drop_milestone(PLAN, "M1", WHY)
    assert [row.id for row in workshop.milestones] == ["M2", "M3"]
    assert workshop.row(Milestone, "M1").dropped_on == DAY
    assert workshop.needed_by(workshop.row(Milestone, "M2")) == ()
    assert (told(workshop).was, told(workshop).now) == ("2026-12-04", "-")
    assert changing.drop_milestone(workshop, "M1", WHY) == workshop


def test_priorities_come_pause_and_go() -> None:
    workshop = changing.add_priority(PLAN, "Open a fourth site", WHY, owner="Treasurer")
    new = workshop.row(Priority, "P4")
    assert (new.status, workshop.party(new.owner_id).name) == (Status.SELECTED, "Treasurer")
    assert (told(workshop).kind, told(workshop).item) == ("priority added", "P4: Open a fourth site")
    assert changing.pause_priority(PLAN, "P1", WHY).row(Priority, "P1").status is Status.LATER
    assert changing.drop_priority(PLAN, "P1", WHY).row(Priority, "P1").status is Status.DROPPED
    assert told(changing.resume_priority(PLAN, "P3", WHY)).item == "P3: Lease a larger warehouse"
    assert changing.pause_priority(PLAN, "P3", WHY) == PLAN, "it is put off already"


def test_an_assumption_is_updated() -> None:
    workshop = changing.update_assumption(PLAN, "C2", WHY, confidence=4, text="Forty come")
    assert (workshop.row(Condition, "C2").confidence, workshop.row(Condition, "C2").text) == (4, "Forty come")
    assert [(row.was, row.now) for row in workshop.adjustments] == [("3", "4"), ("Volunteers come", "Forty come")]
    assert changing.update_assumption(PLAN, "C2", WHY, confidence=3) == PLAN


def test_a_choice_is_changed() -> None:
    workshop = changing.change_choice(PLAN, "A4", "verdict", Verdict.PLAY, WHY)
    assert workshop.row(Arena, "A4").verdict is Verdict.PLAY
    assert (told(workshop).item, told(workshop).was, told(workshop).now) == ("A4: Daytime growth", "not_now", "play")
    workshop = changing.change_choice(PLAN, "W", "aspiration", "Fresh food for all", WHY)
    assert told(workshop).item == "the direction"
    with pytest.raises(KeyError):
        changing.change_choice(PLAN, "W", "version", 9, WHY)


@pytest.mark.parametrize(
    ("days", "before", "sentence"),
    [
        (14, False, ""),
        (-30, False, ""),
        (15, False, "More than 14 days: take it to the review."),
        (3, True, "Moved alone once already: take it to the review."),
    ],
)
def test_how_far_an_owner_may_move_a_date_alone(days: int, before: bool, sentence: str) -> None:
    workshop = changing.move_date(PLAN, "M1", date(2026, 12, 5), replace(WHY, alone=True)) if before else PLAN
    row = workshop.row(Milestone, "M1")
    assert row.due is not None
    assert changes.too_far_alone(workshop, row, row.due + timedelta(days)) == sentence
    at_the_review = changing.move_date(PLAN, "M1", date(2026, 12, 5), WHY)
    assert changes.too_far_alone(at_the_review, row, row.due + timedelta(1)) == ""
