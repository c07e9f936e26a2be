"""Which edit of an adopted plan is a change with a reason, and which only puts a typing error right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from data.nouns.change import Kind
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition, Verdict
from tests.workshop.first_check_in import DAY_0
from workshop import amendable
from workshop.actions import changing, closing, fields
from workshop.actions.changing import Why
from workshop.amendment import Amendment, amend
from workshop.sample import sample

AT = datetime(2026, 10, 14, 13, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
PLAN = closing.adopt(sample(DAY_0), DAY_0, AT)
DUE = date(2027, 1, 15)
WHY = ("learned", "It was never so", "Board Chair", "here", "none")


NEW = PLAN.put(Principle(id="X9", rule="Just added"))


def of(noun, id, name, value, at=LATER, plan=PLAN):
    return amendable.amendment_of(plan, plan.row(noun, id), name, value, at)


CHANGES = [
    (Milestone, "M1", "due", DUE, Amendment.of(Kind.DATE_MOVED, "M1").put("due", "2027-01-15")),
    (Milestone, "M1", "due", None, Amendment.of(Kind.DATE_MOVED, "M1")),
    (Milestone, "M1", "owner_id", "Board Chair", Amendment.of(Kind.OWNER_CHANGED, "M1").put("owner", "Board Chair")),
    (Milestone, "M1", "done_when", "One room", Amendment.of(None, "M1").put("done_when", "One room")),
    (Priority, "P1", "owner_id", "Board Chair", Amendment.of(Kind.OWNER_CHANGED, "P1").put("owner", "Board Chair")),
    (Priority, "P1", "status", "later", Amendment.of(Kind.PRIORITY_PAUSED, "P1")),
    (Priority, "P1", "status", "dropped", Amendment.of(Kind.PRIORITY_DROPPED, "P1")),
    (Condition, "C1", "confidence", 2, Amendment.of(Kind.ASSUMPTION_UPDATED, "C1").put("confidence", "2")),
    (
        *(Arena, "A5", "verdict", "explore"),
        Amendment.of(Kind.CHOICE_CHANGED, "A5").put("field", "verdict").put("value", "Explore"),
    ),
    (
        *(Brief, "W", "aspiration", "Less"),
        Amendment.of(Kind.CHOICE_CHANGED, "W").put("field", "aspiration").put("value", "Less"),
    ),
    (Brief, "W", "aspiration", "", Amendment.of(Kind.CHOICE_CHANGED, "W").put("field", "aspiration").put("value", "")),
    (
        *(Arena, "A5", "advantage", "At last"),
        Amendment.of(Kind.CHOICE_CHANGED, "A5").put("field", "advantage").put("value", "At last"),
    ),
    (Condition, "C1", "text", "Otherwise", Amendment.of(Kind.ASSUMPTION_UPDATED, "C1").put("text", "Otherwise")),
]


@pytest.mark.parametrize(("noun", "id", "name", "value", "amendment"), CHANGES)
def test_what_was_promised_and_chosen_changes_with_a_reason(noun, id, name, value, amendment):
    assert of(noun, id, name, value) == amendment


@pytest.mark.parametrize(("noun", "id", "name", "value", "amendment"), CHANGES)
def test_in_a_draft_nothing_is_a_change(noun, id, name, value, amendment):
    assert of(noun, id, name, value, plan=sample(DAY_0)) is None


@pytest.mark.parametrize(
    ("noun", "id", "name", "value"),
    [
        (Milestone, "M1", "due", date(2026, 12, 4)),
        (Milestone, "M1", "title", "Two rooms"),
        (Milestone, "M1", "confidence", 3),
        (Priority, "P1", "owner_id", "Operations Manager"),
        (Priority, "P1", "hours", 3),
        (Arena, "A1", "verdict", Verdict.PLAY),
        (Principle, "X9", "will_not", "now said for the first time"),
    ],
)
def test_what_stays_and_what_is_no_promise_is_none(noun, id, name, value):
    assert of(noun, id, name, value, plan=NEW) is None


def test_a_priority_that_comes_in_is_one():
    row = next(row for row in PLAN.priorities if row.status is not Status.SELECTED)
    assert of(Priority, row.id, "status", "selected").kind is Kind.PRIORITY_ADDED


def test_a_typing_error_just_after_adopting_is_none_and_a_date_is_no_typing_error():
    soon = partial(of, at=AT + timedelta(minutes=14))
    principle = PLAN.of(Principle)[0].id
    assert soon(Brief, "W", "aspiration", "Less") is None and of(Brief, "W", "aspiration", "Less") is not None
    assert soon(Principle, principle, "rule", "Closed") is None
    assert soon(Milestone, "M1", "done_when", "One room") is None
    assert soon(Milestone, "M1", "due", DUE) is not None
    assert soon(Arena, "A5", "verdict", "explore") is not None


def test_what_was_changed_a_moment_ago_is_put_right_with_its_record():
    moved = changing.move_date(PLAN, "M1", DUE, Why(DAY_0, "The fire door is missing", at=LATER))
    soon = LATER + timedelta(minutes=5)
    assert of(Milestone, "M1", "due", date(2027, 1, 16), soon, moved) is None
    right = fields.set_field(moved, "milestone", "M1", "due", date(2027, 1, 16))
    right = changing.put_right(right, "M1", "due", soon)
    [record] = right.adjustments
    assert (record.was, record.now, record.reason) == ("2026-12-04", "2027-01-16", "The fire door is missing")
    back = fields.set_field(right, "milestone", "M1", "due", date(2026, 12, 4))
    assert changing.put_right(back, "M1", "due", soon).adjustments == ()
    later = LATER + timedelta(minutes=16)
    assert of(Milestone, "M1", "due", date(2027, 1, 16), later, moved) is not None
    assert changing.put_right(right, "M1", "due", later) == right


def test_what_was_promised_goes_with_a_reason_and_what_was_not_just_goes():
    assert amendable.removal_of(PLAN, PLAN.row(Milestone, "M1")) == Amendment.of(Kind.MILESTONE_DROPPED, "M1")
    assert amendable.removal_of(PLAN, PLAN.row(Priority, "P1")) == Amendment.of(Kind.PRIORITY_DROPPED, "P1")
    draft = sample(DAY_0)
    assert amendable.removal_of(draft, draft.row(Milestone, "M1")) is None
    new = PLAN.add(Milestone, priority_id="P1", title="Not promised yet")[0]
    assert amendable.removal_of(new, new.milestones[-1]) is None
    promised = changing.add_milestone(PLAN, "P1", "Promised", DUE, "", Why(DAY_0, "We forgot this one"))
    assert amendable.removal_of(promised, promised.milestones[-1]) is not None


def test_a_place_that_was_decided_on_stays():
    assert "another verdict" in amendable.stays(PLAN, PLAN.row(Arena, "A1"))
    assert amendable.stays(sample(DAY_0), PLAN.row(Arena, "A1")) == ""
    assert amendable.stays(PLAN, PLAN.row(Condition, "C1")) == ""


def test_a_principle_and_a_condition_go_with_a_reason_and_the_record_keeps_what_they_said():
    principle, condition = PLAN.of(Principle)[0], PLAN.row(Condition, "C1")
    plan = PLAN
    for row in (principle, condition):
        amendment = amendable.removal_of(plan, row)
        assert amendment is not None
        for name, said in zip(("cause", "reason", "decided_by", "where", "knock_on"), WHY, strict=True):
            assert amendment.asks == name
            amendment = amendment.put(name, said)
        plan = amend(plan, amendment, None, DAY_0, LATER)
        assert plan.get(type(row), row.id) is None
    first, second = plan.adjustments
    assert (first.kind, first.was, first.now) == (Kind.CHOICE_CHANGED, principle.rule, "")
    assert (second.kind, second.was, second.now) == (Kind.ASSUMPTION_UPDATED, condition.text, "")


def test_what_goes_with_a_verdict_just_given_is_no_change_of_its_own():
    why = Why(DAY_0, "The town asked for it", at=LATER)
    played = changing.change_choice(PLAN, "A5", "verdict", Verdict.PLAY, why)
    assert of(Arena, "A5", "advantage", "At last", LATER + timedelta(minutes=5), played) is None
    assert of(Arena, "A5", "advantage", "At last", LATER + timedelta(minutes=16), played) is not None
