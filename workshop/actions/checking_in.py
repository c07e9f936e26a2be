"""Check-ins: one is begun, what was agreed is answered, results are reported, and closing it makes the next version."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from data.nouns.base import Noun
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
    Sitting,
    Standing,
    Verdict,
    Watch,
    Win,
)
from data.nouns.direction import Measure
from data.nouns.planning import Milestone, Priority
from data.nouns.rhythm import Trigger
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from data.value import Key, Workshop, link
from workshop.actions import closing, parties
from workshop.actions.calling import DRAFT, call
from workshop.actions.lines import kept
from workshop.check_ins import due
from workshop.check_ins.agreed import to_answer

#: What is typed in a report.
_TYPED = ("happened", "following", "help", "evidence")

N = TypeVar("N", bound=Noun)


def begin(workshop: Workshop, occasion: Occasion, on: date) -> Workshop:
    """Begin a check-in on the day `on`, or the one of that kind that was called for; it stands last of the open ones.

    Raises ValueError while the plan is a draft.
    """
    if not workshop.brief.version:
        raise ValueError(DRAFT)
    for row in due.open_ones(workshop):
        if row.kind is occasion:
            return workshop.change(Sitting, row.id, held_on=row.held_on or on)
    coming = due.regular(workshop) if due.is_regular(workshop, occasion) else None
    planned = coming.on if coming and (coming.on <= on or coming.occasion is occasion) else on
    return workshop.add(Sitting, kind=occasion, planned_on=planned, held_on=on)[0]


def attend(workshop: Workshop, id: str, names: Iterable[str]) -> Workshop:
    """Write down who is there, known or new: just these."""
    workshop.row(Sitting, id)
    for row in workshop.at(Attends, id):
        workshop = workshop.remove(Key(row.table, row.id))
    for name in names:
        workshop, party_id = parties.named(workshop, name)
        if party_id:
            workshop = workshop.put(link(Attends, check_in_id=id, party_id=party_id))
    return workshop


def report(workshop: Workshop, id: str, milestone_id: str, **said: Any) -> Workshop:
    """Write down what an owner says of a milestone: any of Report's fields, and `author`, a name, known or new.

    The milestone's own confidence follows, and its evidence once it is done; what happened is evidence where nothing
    else is. What is not said stays as it was said before at the same check-in.
    """
    milestone = workshop.row(Milestone, milestone_id)
    sitting = workshop.row(Sitting, id)
    before = _said(workshop, Report, id, milestone_id)
    if "author" in said:
        workshop, said["author_id"] = parties.named(workshop, said.pop("author"))
    texts = [name for name, value in said.items() if isinstance(value, str) and name in _TYPED]
    fields = said | {name: kept(said[name]) for name in texts}
    if before is None:
        owner_id = milestone.owner_id or workshop.row(Priority, milestone.priority_id).owner_id
        fields = {"on": sitting.held_on, "author_id": owner_id, "confidence_was": milestone.confidence} | fields
    workshop, row = _say(workshop, Report, id, {"milestone_id": milestone_id}, **fields)
    evidence = row.evidence or row.happened if row.standing is Standing.DONE else ""
    if before is not None and before.standing is Standing.DONE and row.standing is not Standing.DONE:
        workshop = workshop.change(Milestone, milestone_id, evidence="")
    elif evidence:
        workshop = workshop.change(Milestone, milestone_id, evidence=evidence)
    confidence = row.confidence_was if row.confidence is None else row.confidence
    return workshop.change(Milestone, milestone_id, confidence=confidence)


def follow_up(
    workshop: Workshop,
    id: str,
    action_id: str,
    answer: Answer,
    *,
    text: str | None = None,
    who: str | None = None,
    by: date | None = None,
) -> Workshop:
    """Say what has become of an action; with another text, name or date (None: as it is) it goes on changed.

    Raises ValueError when it is late for the second time and neither its text nor who does it changes: that must be
    changed or dropped.
    """
    action, sitting = workshop.row(Action, action_id), workshop.row(Sitting, id)
    before = _said(workshop, FollowUp, id, action_id)
    fields: dict[str, Any] = {}
    if text is not None:
        fields["text"] = kept(text) or action.text
    if who is not None:
        workshop, fields["who_id"] = parties.named(workshop, who)
    changed = any(getattr(action, name) != value for name, value in fields.items())
    changed = changed or (before is not None and before.changed)
    if by is not None:
        fields["by"] = by
    if answer is Answer.NEEDED and not changed:
        for agreement in to_answer(workshop, sitting):
            if agreement.action.id == action_id and agreement.must_change:
                raise ValueError("Late for the second time: change what is to be done or who does it, or drop it.")
    was_due = before.by if before else action.by
    said = {"answer": answer, "by": was_due, "changed": changed and answer is Answer.NEEDED}
    workshop, _ = _say(workshop, FollowUp, id, {"action_id": action_id}, **said)
    return workshop.change(Action, action_id, **fields)


def agree(workshop: Workshop, id: str, who: str | None, text: str, by: date | None = None) -> Workshop:
    """Agree on an action, by somebody known or new. Nothing is added without a text."""
    workshop.row(Sitting, id)
    known = set(workshop.actions)
    workshop = closing.add_action(workshop, who, text, by)
    new = [row for row in workshop.actions if row not in known]
    return workshop.put(*(link(Agreed, check_in_id=id, action_id=row.id) for row in new))


def win(
    workshop: Workshop, id: str, text: str, *, who: str | None = None, mark: str = "", milestone_id: str | None = None
) -> Workshop:
    """Write down what went well, whom it is thanks to, and how it is marked. Nothing is added without a text."""
    workshop.row(Sitting, id)
    text = kept(text)
    if not text:
        return workshop
    workshop, who_id = parties.named(workshop, who)
    return workshop.add(Win, check_in_id=id, text=text, who_id=who_id, mark=kept(mark), milestone_id=milestone_id)[0]


def mark_win(
    workshop: Workshop, win_id: str, *, text: str | None = None, who: str | None = None, mark: str | None = None
) -> Workshop:
    """Say a win otherwise (None: as it is): what it is, whom it is thanks to, how it is marked. It keeps its text."""
    row = workshop.row(Win, win_id)
    fields: dict[str, Any] = {}
    if text is not None:
        fields["text"] = kept(text) or row.text
    if who is not None:
        workshop, fields["who_id"] = parties.named(workshop, who)
    if mark is not None:
        fields["mark"] = kept(mark)
    return workshop.change(Win, win_id, **fields)


def read_measure(workshop: Workshop, id: str, measure_id: str, value: Decimal | None, note: str = "") -> Workshop:
    """Write down what a measure stands at; its baseline stays."""
    workshop.row(Measure, measure_id)
    return _say(workshop, Reading, id, {"measure_id": measure_id}, value=value, note=kept(note))[0]


def revisit(
    workshop: Workshop, id: str, condition_id: str, holding: Holding, *, confidence: int | None = None, note: str = ""
) -> Workshop:
    """Say whether a condition holds; its confidence (1 to 5; None: as it is) follows."""
    condition = workshop.row(Condition, condition_id)
    before = _said(workshop, Revisit, id, condition_id)
    was = before.confidence_was if before else condition.confidence
    said = {"holding": holding, "confidence": confidence, "confidence_was": was, "note": kept(note)}
    workshop, _ = _say(workshop, Revisit, id, {"condition_id": condition_id}, **said)
    return workshop.change(Condition, condition_id, confidence=was if confidence is None else confidence)


def watch(workshop: Workshop, id: str, trigger_id: str, fired: bool | None, note: str = "") -> Workshop:
    """Say whether a trigger has fired; when it has, an extra check-in is called for within ten days.

    That goes again, unless it was begun, when the trigger has not fired after all.
    """
    trigger, sitting = workshop.row(Trigger, trigger_id), workshop.row(Sitting, id)
    workshop, _ = _say(workshop, Watch, id, {"trigger_id": trigger_id}, fired=fired, note=kept(note))
    if fired and sitting.held_on is not None:
        return call(workshop, trigger_id, sitting.held_on, note or trigger.signal)
    for row in due.open_ones(workshop):
        if row.trigger_id == trigger_id and row.held_on is None:
            workshop = workshop.remove(Key(row.table, row.id))
    return workshop


def judge(
    workshop: Workshop, id: str, priority_id: str, verdict: Verdict, *, again: bool | None = None, note: str = ""
) -> Workshop:
    """Say whether a priority is kept, changed or stopped, and whether it would be started today.

    What follows from that is a change of the plan: `actions.changing`.
    """
    workshop.row(Priority, priority_id)
    return _say(workshop, Judgment, id, {"priority_id": priority_id}, verdict=verdict, again=again, note=kept(note))[0]


def decide_otherwise(workshop: Workshop, id: str, decision: str) -> Workshop:
    """Write down which decision was another one because of the plan."""
    return workshop.change(Sitting, id, decision=kept(decision))


def tell_others(workshop: Workshop, id: str, message: str) -> Workshop:
    """Set the sentence that others hear of it."""
    return workshop.change(Sitting, id, message=kept(message))


def meet_next(workshop: Workshop, id: str, on: date | None) -> Workshop:
    """Agree on the next date; None: the one that the rhythm gives."""
    return workshop.change(Sitting, id, next_on=on)


def close(workshop: Workshop, id: str, at: datetime | None = None) -> Workshop:
    """Close a check-in at the instant `at` (aware): the plan as it stands now is its next version, to be published.

    Raises ValueError, with the sentence for the person, when it was not begun, or while an action has no answer or the
    next date is open.
    """
    sitting = workshop.row(Sitting, id)
    if sitting.held_on is None or sitting.version is not None:
        raise ValueError("There is nothing to close: begin the check-in first.")
    if sitting.kind is not Occasion.EXTRA:
        unanswered = sum(each.answer is Answer.OPEN for each in to_answer(workshop, sitting))
        if unanswered:
            raise ValueError(
                f"{unanswered} action{'' if unanswered == 1 else 's'} without an answer: done, still needed or dropped?"
            )
    next_on = sitting.next_on or next_after(workshop, sitting)
    if next_on is None or next_on <= sitting.held_on:
        raise ValueError("On which date after today do we next look at this together?")
    workshop = closing.adopt(workshop, sitting.held_on, at)
    return workshop.change(Sitting, id, next_on=next_on, version=workshop.brief.version)


def next_after(workshop: Workshop, sitting: Sitting) -> date | None:
    """Return when we meet again unless another date is agreed; None where the rhythm has none.

    That is the date that stays, where this check-in took the place of none; else the next one of the rhythm.
    """
    if sitting.held_on is None:
        return None
    others = workshop.remove(Key(sitting.table, sitting.id))
    coming, covered = due.regular(others), sitting.held_on
    if due.is_regular(workshop, sitting.kind):
        covered = max(covered, sitting.planned_on or covered)
    return coming.on if coming and coming.on > covered else due.following(others, covered)


def _said(workshop: Workshop, noun: type[N], id: str, item: str) -> N | None:
    """What was said of a row at a check-in so far."""
    return workshop.get(noun, f"{id}-{item}")


def _say(workshop: Workshop, noun: type[N], id: str, item: dict[str, str], **fields: Any) -> tuple[Workshop, N]:
    """Write down what is said of a row at a check-in; what is not said stays."""
    workshop.row(Sitting, id)
    before = _said(workshop, noun, id, *item.values())
    row = before.replace(**fields) if before else link(noun, check_in_id=id, **item).replace(**fields)
    return workshop.put(row), row
