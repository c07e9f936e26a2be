"""The changes of an adopted plan as they are told: numbered, from what to what, why, by whom, and what slipped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.nouns.change import Adjustment, Cause, Kind
from data.nouns.check_in import Occasion, Sitting
from data.nouns.planning import Milestone, Needs, Priority
from data.nouns.strategy import Arena, Condition
from data.value import Workshop
from workshop import dates
from workshop.text import line

#: For how long a typing error can be put right without that being a change.
TYPING = timedelta(minutes=15)

KIND = {
    Kind.DATE_MOVED: "date moved",
    Kind.SCOPE_CUT: "scope cut",
    Kind.SCOPE_ADDED: "scope added",
    Kind.OWNER_CHANGED: "owner changed",
    Kind.MILESTONE_ADDED: "milestone added",
    Kind.MILESTONE_SPLIT: "milestone split",
    Kind.MILESTONE_MERGED: "milestone merged",
    Kind.MILESTONE_DROPPED: "milestone dropped",
    Kind.PRIORITY_ADDED: "priority added",
    Kind.PRIORITY_PAUSED: "priority paused",
    Kind.PRIORITY_DROPPED: "priority dropped",
    Kind.ASSUMPTION_UPDATED: "assumption updated",
    Kind.CHOICE_CHANGED: "choice changed",
}
CAUSE = {
    Cause.UNSAID: "",
    Cause.LEARNED: "learned something",
    Cause.CAPACITY: "capacity",
    Cause.DEPENDENCY: "dependency slipped",
    Cause.OUTSIDE: "outside change",
    Cause.MONEY: "money",
    Cause.ESTIMATE: "estimate was wrong",
    Cause.COARSE: "plan too coarse",
    Cause.PRIORITY: "priority shifted",
    Cause.CORRECTION: "correction",
}
#: Where it was decided.
WHERE = {
    Occasion.PULSE: "at the check-in",
    Occasion.REVIEW: "at the review",
    Occasion.RESET: "at the reset",
    Occasion.REFRESH: "at the yearly check-in",
    Occasion.EXTRA: "at the extra check-in",
    Occasion.SOLO: "",
}
#: The kinds that add a row; what they are about stands beside its id.
ADDS = frozenset({Kind.MILESTONE_ADDED, Kind.MILESTONE_SPLIT, Kind.PRIORITY_ADDED})


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words, each a line; "-" where there is nothing before or after it."""

    number: int
    on: date | None
    kind: str
    item: str
    was: str
    now: str
    cause: str
    reason: str
    decided: str
    knock_on: str
    evidence: str
    look_on: date | None

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of a table of changes, in the order of `COLUMNS`."""
        return (
            *(str(self.number), self.kind, self.item, self.was, self.now),
            *(self.cause, self.reason, self.decided, self.knock_on),
        )


COLUMNS = ("No.", "Kind", "Item", "From", "To", "Reason kind", "Reason", "Decided by", "Knock-on")


@dataclass(frozen=True, slots=True)
class Slip:
    """How often a date was moved to a later one, and how many days it is behind the first one (negative: before it)."""

    times: int
    days: int

    def __str__(self) -> str:
        """ "moved once, 42 days"; "" while it never slipped."""
        if not self.times:
            return ""
        return f"moved {often(self.times)}, {self.days} day{'' if abs(self.days) == 1 else 's'}"


def often(times: int) -> str:
    """Return "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def told(workshop: Workshop, row: Adjustment) -> Told:
    """Return a change in words."""
    return Told(
        number=row.number,
        on=row.on,
        kind=KIND[row.kind],
        item=line(_item(workshop, row)),
        was=_value(row, row.was),
        now=_value(row, row.now),
        cause=CAUSE[row.cause],
        reason=line(row.reason),
        decided=decided(workshop, row),
        knock_on=line(row.knock_on),
        evidence=line(row.evidence),
        look_on=row.look_on,
    )


def decided(workshop: Workshop, row: Adjustment) -> str:
    """Return who decided it and where: "Executive Director, at the review"."""
    who = workshop.party(row.decided_by_id)
    sitting = workshop.get(Sitting, row.check_in_id)
    where = WHERE[sitting.kind] if sitting and not row.alone else ""
    return ", ".join(filter(None, (line(who.name) if who else "", where)))


def moves(workshop: Workshop, milestone_id: str) -> tuple[Adjustment, ...]:
    """The changes that moved a milestone's date, in order."""
    return tuple(row for row in workshop.adjustments if row.kind is Kind.DATE_MOVED and row.item == milestone_id)


def slip(workshop: Workshop, milestone: Milestone) -> Slip:
    """Return how often and how far a milestone has slipped since its date was first adopted."""
    later = [row for row in moves(workshop, milestone.id) if days_moved(row) > 0]
    days = (milestone.due - milestone.first_due).days if milestone.due and milestone.first_due else 0
    return Slip(len(later), days)


def days_moved(row: Adjustment) -> int:
    """Return by how many days a change moved a date, negative when to an earlier one; 0 for any other change."""
    was, now = day(row.was), day(row.now)
    return (now - was).days if row.kind is Kind.DATE_MOVED and was and now else 0


def when(workshop: Workshop, milestone: Milestone, language: str | None = None) -> str:
    """Return a due date with its history: "15 Jan 2027 (first 4 Dec 2026, moved once, 42 days)"."""
    if milestone.due is None:
        return ""
    said = dates.say(milestone.due, language or workshop.brief.language)
    slipped = str(slip(workshop, milestone))
    if not milestone.first_due or not slipped:
        return said
    return f"{said} (first {dates.say(milestone.first_due, language or workshop.brief.language)}, {slipped})"


def dependents(workshop: Workshop, item: str) -> tuple[Milestone, ...]:
    """The milestones of the plan that need this one, or one of this priority's, to be finished first."""
    own = {item, *(row.id for row in workshop.milestones_of(item))}
    waiting = {row.milestone_id for row in workshop.of(Needs) if row.needs_id in own} - own
    return tuple(row for row in workshop.milestones if row.id in waiting and not row.evidence)


def too_far_alone(workshop: Workshop, milestone: Milestone, to: date) -> str:
    """Return why the owner may not move a date alone to `to`, in a sentence; "" when the owner may.

    An owner may do so once, by as many days as was agreed; everything else goes to the review.
    """
    days = workshop.brief.move_days
    if milestone.due is not None and (to - milestone.due).days > days:
        return f"More than {days} {'day' if days == 1 else 'days'}: take it to the review."
    if any(row.alone for row in moves(workshop, milestone.id)):
        return "Moved alone once already: take it to the review."
    return ""


def to_look_at(workshop: Workshop, today: date) -> tuple[Adjustment, ...]:
    """The changes that were to be looked at again by today, the one that waits longest first."""
    rows = [row for row in workshop.adjustments if row.look_on is not None and row.look_on <= today]
    return tuple(sorted(rows, key=lambda row: (row.look_on or today, row.number)))


def fresh(workshop: Workshop, item: str, field: str, at: datetime) -> Adjustment | None:
    """Return the last change of a field of a row, if it is so fresh that another value puts it right."""
    told = [row for row in workshop.adjustments if row.item == item]
    last = told[-1] if told else None
    return last if last is not None and last.field == field and is_correctable(last, at) else None


def just_adopted(workshop: Workshop, at: datetime) -> bool:
    """Whether the plan was adopted so short a time ago that a typing error is no change of it."""
    adopted_at = workshop.brief.adopted_at
    return adopted_at is not None and timedelta() <= at - adopted_at <= TYPING


def is_promised(workshop: Workshop, milestone: Milestone) -> bool:
    """Whether a milestone is part of the adopted plan, by its first date or by the change that added it."""
    added = any(row.kind in ADDS and row.item == milestone.id for row in workshop.adjustments)
    return milestone.dropped_on is None and (milestone.first_due is not None or added)


def is_correctable(row: Adjustment, now: datetime) -> bool:
    """Whether it is so fresh that putting it right is no change."""
    return row.at is not None and timedelta() <= now - row.at <= TYPING


def day(text: str) -> date | None:
    """Return the date that a change keeps as text; None when it keeps none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _item(workshop: Workshop, row: Adjustment) -> str:
    about = line(row.about)
    if row.kind in ADDS:
        milestone = workshop.get(Milestone, row.item)
        whose = f" ({milestone.priority_id})" if milestone else ""
        return f"{row.item}{whose}: {about}"
    if row.item[:1] in (Milestone.letter, Priority.letter):
        return row.item
    if row.item[:1] == Arena.letter:
        return f"{row.item}: {about}"
    return about or row.item


def _value(row: Adjustment, text: str) -> str:
    if row.field == "confidence" and text and row.item[:1] == Condition.letter:
        return f"confidence {text}"
    return line(text) or "-"
