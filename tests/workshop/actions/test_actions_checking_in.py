"""Check-ins: what was agreed is answered, results are reported, triggers call for more, and closing makes a version."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from data.nouns.check_in import (
    Agreed,
    Attends,
    FollowUp,
    Holding,
    Judgment,
    Occasion,
    Reading,
    Report,
    Revisit,
    Standing,
    Verdict,
    Watch,
    Win,
)
from data.nouns.planning import Milestone
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from data.value import Workshop
from tests.workshop.build import but, sound
from tests.workshop.first_check_in import begun
from workshop.actions import arenas, checking_in, closing, duplicating, parties
from workshop.check_ins import due
from workshop.check_ins.agreed import open_actions, to_answer

DAY = date(2026, 11, 4)
ADOPTED = closing.adopt(sound(), date(2026, 10, 14))
OPEN = checking_in.begin(ADOPTED, Occasion.REVIEW, DAY)


def answered(workshop: Workshop, answer: Answer = Answer.DONE) -> Workshop:
    id = begun(workshop)
    for each in to_answer(workshop, workshop.check_ins[-1]):
        workshop = checking_in.follow_up(workshop, id, each.action.id, answer)
    return workshop


def next_one(workshop: Workshop) -> Workshop:
    """The one before is closed, and the next one begun on its day."""
    workshop = checking_in.close(workshop, begun(workshop))
    coming = due.next_one(workshop)
    assert coming is not None
    return checking_in.begin(workshop, coming.occasion, coming.on)


def test_a_draft_is_not_checked() -> None:
    with pytest.raises(ValueError, match="Adopt the plan first"):
        checking_in.begin(sound(), Occasion.REVIEW, DAY)


def test_what_is_begun_twice_is_one() -> None:
    assert checking_in.begin(OPEN, Occasion.REVIEW, DAY + timedelta(1)) == OPEN


def test_a_check_in_opens_on_what_was_agreed() -> None:
    [agreement] = to_answer(OPEN, OPEN.check_ins[0])
    assert (agreement.action.id, agreement.who, agreement.late) == ("D1", "Operations Manager", 1)
    assert (agreement.answer, agreement.must_change) == (Answer.OPEN, False)


def test_it_does_not_close_while_something_is_unanswered() -> None:
    with pytest.raises(ValueError, match="1 action without an answer"):
        checking_in.close(OPEN, "G1")
    with pytest.raises(ValueError, match="begin the check-in first"):
        checking_in.close(checking_in.close(answered(OPEN), "G1"), "G1")


def test_what_is_done_or_dropped_does_not_come_again_and_what_is_needed_does() -> None:
    for answer, left in ((Answer.DONE, ()), (Answer.DROPPED, ()), (Answer.NEEDED, ("D1",))):
        workshop = next_one(answered(OPEN, answer))
        assert tuple(row.id for row in open_actions(workshop)) == left
        assert tuple(each.action.id for each in to_answer(workshop, workshop.check_ins[-1])) == left


def test_late_twice_must_be_changed_or_dropped() -> None:
    workshop = next_one(answered(OPEN, Answer.NEEDED))
    [agreement] = to_answer(workshop, workshop.check_ins[-1])
    assert (agreement.late, agreement.must_change) == (2, True)
    with pytest.raises(ValueError, match="Late for the second time"):
        checking_in.follow_up(workshop, "G2", "D1", Answer.NEEDED)
    with pytest.raises(ValueError, match="Late for the second time"):
        checking_in.follow_up(workshop, "G2", "D1", Answer.NEEDED, by=DAY + timedelta(90))
    assert checking_in.follow_up(workshop, "G2", "D1", Answer.DROPPED).row(FollowUp, "G2-D1").answer is Answer.DROPPED
    for text, who in (("Write to twenty", None), (None, "Supply Lead")):
        changed = checking_in.follow_up(workshop, "G2", "D1", Answer.NEEDED, text=text, who=who)
        changed = next_one(changed)
        [agreement] = to_answer(changed, changed.check_ins[-1])
        assert agreement.late == 1, "it began anew"


def test_what_was_put_off_in_time_is_not_late() -> None:
    workshop = checking_in.follow_up(OPEN, "G1", "D1", Answer.NEEDED, by=DAY + timedelta(100))
    workshop = next_one(workshop)
    [agreement] = to_answer(workshop, workshop.check_ins[-1])
    assert agreement.late == 1, "late once before, and not now"


def test_an_answer_can_be_changed_while_it_is_open() -> None:
    workshop = checking_in.follow_up(OPEN, "G1", "D1", Answer.DROPPED)
    workshop = checking_in.follow_up(workshop, "G1", "D1", Answer.NEEDED)
    assert [row.id for row in open_actions(workshop)] == ["D1"]


def test_a_new_action_is_agreed_at_the_check_in_and_answered_at_the_next() -> None:
    workshop = checking_in.agree(answered(OPEN), "G1", "Treasurer", " Ask the bank ", DAY + timedelta(7))
    assert [(row.check_in_id, row.action_id) for row in workshop.of(Agreed)] == [("G1", "D2")]
    assert [each.action.id for each in to_answer(workshop, workshop.check_ins[-1])] == ["D1"]
    workshop = next_one(workshop)
    [agreement] = to_answer(workshop, workshop.check_ins[-1])
    assert (agreement.action.text, agreement.who, agreement.since) == ("Ask the bank", "Treasurer", DAY)
    assert checking_in.agree(OPEN, "G1", "Treasurer", " ") == OPEN


def test_the_owner_s_word_is_kept_and_the_milestone_follows() -> None:
    workshop = checking_in.report(OPEN, "G1", "M1", standing=Standing.AT_RISK, confidence=5, happened=" One signed ")
    row = workshop.row(Report, "G1-M1")
    assert (row.standing, row.confidence, row.confidence_was, row.happened) == (Standing.AT_RISK, 5, 8, "One signed")
    assert (row.on, row.author_id) == (DAY, "N2")
    assert workshop.row(Milestone, "M1").confidence == 5
    again = checking_in.report(workshop, "G1", "M1", confidence=6, help="A lawyer")
    row = again.row(Report, "G1-M1")
    assert (row.confidence, row.confidence_was, row.happened, row.help) == (6, 8, "One signed", "A lawyer")


def test_done_puts_the_evidence_on_record_and_taking_it_back_takes_it_off() -> None:
    workshop = checking_in.report(OPEN, "G1", "M1", standing=Standing.DONE, happened="Both are signed")
    assert workshop.row(Milestone, "M1").evidence == "Both are signed"
    workshop = checking_in.report(workshop, "G1", "M1", evidence="File 12")
    assert workshop.row(Milestone, "M1").evidence == "File 12"
    workshop = checking_in.report(workshop, "G1", "M1", standing=Standing.ON_TRACK)
    assert workshop.row(Milestone, "M1").evidence == ""


def test_a_condition_that_breaks_is_said_and_trusted_less() -> None:
    workshop = checking_in.revisit(OPEN, "G1", "C2", Holding.BROKEN, confidence=1, note="Nobody came")
    row = workshop.row(Revisit, "G1-C2")
    assert (row.holding, row.confidence, row.confidence_was) == (Holding.BROKEN, 1, 3)
    assert workshop.row(Condition, "C2").confidence == 1
    assert checking_in.revisit(workshop, "G1", "C2", Holding.HOLDS).row(Condition, "C2").confidence == 3


def test_a_trigger_that_fires_calls_for_an_extra_one_within_ten_days() -> None:
    workshop = checking_in.watch(OPEN, "G1", "T1", True, "No letter came")
    extra = workshop.check_ins[-1]
    assert (extra.kind, extra.trigger_id, extra.why) == (Occasion.EXTRA, "T1", "No letter came")
    assert (extra.planned_on, extra.held_on) == (DAY + timedelta(10), None)
    assert len(checking_in.watch(workshop, "G1", "T1", True).check_ins) == 2
    taken_back = checking_in.watch(workshop, "G1", "T1", False)
    assert len(taken_back.check_ins) == 1
    assert taken_back.row(Watch, "G1-T1").fired is False
    held = checking_in.begin(workshop, Occasion.EXTRA, DAY + timedelta(5))
    assert len(checking_in.watch(held, "G1", "T1", False).check_ins) == 2, "what was begun stays"


def test_wins_measures_judgments_and_who_was_there() -> None:
    workshop = checking_in.win(OPEN, "G1", "First sign", who="Treasurer", mark="Cake", milestone_id="M1")
    workshop = checking_in.read_measure(workshop, "G1", "Q1", Decimal(74), "by the log")
    workshop = checking_in.judge(workshop, "G1", "P1", Verdict.KEEP, again=True, note="It pays")
    workshop = checking_in.attend(workshop, "G1", ["Supply Lead", "Auditor", ""])
    workshop = checking_in.attend(workshop, "G1", ["Supply Lead", "Treasurer"])
    [win] = workshop.of(Win)
    assert (win.text, win.mark, win.milestone_id) == ("First sign", "Cake", "M1")
    assert workshop.row(Reading, "G1-Q1").value == 74
    assert workshop.row(Judgment, "G1-P1").again is True
    assert {workshop.party(row.party_id).name for row in workshop.of(Attends)} == {"Supply Lead", "Treasurer"}
    assert checking_in.win(OPEN, "G1", "") == OPEN


def test_closing_makes_the_next_version_and_agrees_on_the_next_date() -> None:
    workshop = checking_in.close(answered(OPEN), "G1")
    row = workshop.check_ins[0]
    assert (row.version, workshop.brief.version, workshop.brief.adopted_on) == (2, 2, DAY)
    assert str(row.next_on) == "2026-12-02"
    agreed = checking_in.close(checking_in.meet_next(answered(OPEN), "G1", DAY + timedelta(9)), "G1")
    assert due.next_on(agreed) == DAY + timedelta(9)
    with pytest.raises(ValueError, match="On which date"):
        checking_in.close(checking_in.meet_next(answered(OPEN), "G1", DAY), "G1")


def test_what_is_merged_takes_what_was_said_along() -> None:
    workshop = checking_in.judge(OPEN, "G1", "P1", Verdict.KEEP)
    workshop = checking_in.attend(workshop, "G1", ["Operations Manager"])
    merged = parties.merge(workshop, "N2", "N3")
    assert [row.id for row in merged.of(Attends)] == ["G1-N3"]
    merged = arenas.merge(checking_in.revisit(OPEN, "G1", "C3", Holding.HOLDS), "A2", "A1")
    assert merged.row(Revisit, "G1-C3").holding is Holding.HOLDS


def test_the_next_workshop_begins_with_last_year_s_answers_and_what_is_open() -> None:
    workshop = checking_in.read_measure(OPEN, "G1", "Q1", Decimal(80))
    workshop = checking_in.agree(answered(workshop), "G1", "Treasurer", "Ask the bank", DAY)
    workshop = but(checking_in.close(workshop, "G1"), "M1", dropped_on=DAY)
    copy = duplicating.duplicate(workshop, "Next year", today=DAY + timedelta(365))
    assert [row.text for row in copy.carried] == ["Treasurer: Ask the bank"]
    assert copy.measures[0].baseline == 80
    assert (copy.check_ins, copy.adjustments, copy.of(Report), copy.of(Action)) == ((), (), (), ())
    assert [row.id for row in copy.of(Milestone)] == ["M2", "M3"]
