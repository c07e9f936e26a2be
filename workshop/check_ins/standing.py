"""Where results stand: the owner's word, the facts beside it, and what that makes of a priority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from data.nouns.change import Kind
from data.nouns.check_in import Report, Standing
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.rhythm import CheckIn
from data.value import Workshop
from workshop import changes
from workshop.check_ins import schedule
from workshop.check_ins.agreed import in_order

#: What counts as near, in days, and by how much confidence falls before that is a fact.
NEAR = 90
FALL = 2

#: After so many intervals without a word nobody knows how it stands.
STALE_AFTER = 1.5
#: Days between two check-ins of a kind that is no pulse.
_INTERVAL = {CheckIn.REVIEW: 31, CheckIn.RESET: 92, CheckIn.REFRESH: 366}

#: From the weakest on; what nobody has begun, or spoken of, is weaker than what is on track.
ORDER = (Standing.OFF_TRACK, Standing.AT_RISK, Standing.NOT_STARTED, Standing.ON_TRACK)

SAID = {
    Standing.NOT_STARTED: "not started",
    Standing.ON_TRACK: "on track",
    Standing.AT_RISK: "at risk",
    Standing.OFF_TRACK: "off track",
    Standing.DONE: "done",
    Standing.DROPPED: "dropped",
}


class Sign(StrEnum):
    """What kind of fact it is."""

    OVERDUE = "overdue"
    STALE = "stale"
    FELL = "fell"
    BLOCKED = "blocked"
    SLIPPED = "slipped"
    UNPROVEN = "unproven"
    DISAGREES = "disagrees"


class Fact(NamedTuple):
    """Something that is so, whatever its owner says: "Overdue by 12 days"."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """A milestone as it stands: what its owner said last (`report`, None so far), and the facts beside it."""

    milestone: Milestone
    owner: str
    standing: Standing
    report: Report | None
    facts: tuple[Fact, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.standing not in (Standing.DONE, Standing.DROPPED)


@dataclass(frozen=True, slots=True)
class RollUp:
    """A priority by its weakest open milestone that is due within 90 days (None: none is), and how many stand how."""

    priority: Priority
    standing: Standing | None
    weakest: Milestone | None
    counts: Mapping[Standing, int]

    def __str__(self) -> str:
        """ "at risk: 1 at risk, 1 on track"; the counts are of the milestones that are open and near."""
        if self.standing is None:
            return f"nothing due in {NEAR} days"
        counted = ", ".join(f"{self.counts[each]} {SAID[each]}" for each in ORDER if self.counts.get(each))
        return f"{SAID[self.standing]}: {counted}"


def by_confidence(confidence: int) -> Standing:
    """Return the standing that a confidence (0 to 10) proposes: from 7 on track, from 4 at risk, below off track."""
    if confidence >= 7:
        return Standing.ON_TRACK
    return Standing.AT_RISK if confidence >= 4 else Standing.OFF_TRACK


def reports(workshop: Workshop, milestone_id: str) -> tuple[Report, ...]:
    """What was said of a milestone, check-in by check-in."""
    order = [row.id for row in in_order(workshop)]
    rows = [row for row in workshop.of(Report) if row.milestone_id == milestone_id]
    return tuple(sorted(rows, key=lambda row: order.index(row.check_in_id)))


def states(workshop: Workshop, today: date) -> tuple[State, ...]:
    """Return how the milestones of the selected priorities stand, in the order of their dates."""
    selected = {row.id for row in workshop.priorities if row.status is Status.SELECTED}
    rows = sorted(
        (row for row in workshop.milestones if row.priority_id in selected),
        key=lambda row: (row.due or date.max, row.number),
    )
    return tuple(state(workshop, row, today) for row in rows)


def state(workshop: Workshop, milestone: Milestone, today: date) -> State:
    """Return how a milestone stands on a day."""
    said = reports(workshop, milestone.id)
    last = said[-1] if said else None
    owner = workshop.party(owner_id(workshop, milestone))
    standing = _standing(milestone, last)
    facts = tuple(_facts(workshop, milestone, last, standing, today))
    return State(milestone, owner.name if owner else "", standing, last, facts)


def roll_up(workshop: Workshop, priority: Priority, today: date) -> RollUp:
    """Return how a priority stands on a day."""
    near = [
        each
        for row in workshop.milestones_of(priority.id)
        if is_near(row, today) and (each := state(workshop, row, today)).is_open
    ]
    near.sort(key=lambda each: (ORDER.index(each.standing), each.milestone.due or date.max))
    counts = Counter(each.standing for each in near)
    if not near:
        return RollUp(priority, None, None, counts)
    return RollUp(priority, near[0].standing, near[0].milestone, counts)


def roll_ups(workshop: Workshop, today: date) -> tuple[RollUp, ...]:
    """Return how the selected priorities stand, in their order."""
    return tuple(roll_up(workshop, row, today) for row in workshop.priorities if row.status is Status.SELECTED)


def is_near(milestone: Milestone, today: date) -> bool:
    """Whether it is due within 90 days, or was before."""
    return milestone.due is not None and milestone.due <= today + timedelta(days=NEAR)


def owner_id(workshop: Workshop, milestone: Milestone) -> str | None:
    """The one who answers for a milestone: its own owner, or its priority's."""
    return milestone.owner_id or workshop.row(Priority, milestone.priority_id).owner_id


def interval(workshop: Workshop) -> int:
    """Return how many days lie between two looks at the plan, by the most frequent check-in; a month without one."""
    kinds = [row.kind for row in workshop.cadences]
    if CheckIn.PULSE in kinds:
        return 7 * (schedule.wording(workshop, CheckIn.PULSE).weeks or 2)
    return _INTERVAL[kinds[0]] if kinds else _INTERVAL[CheckIn.REVIEW]


def _standing(milestone: Milestone, last: Report | None) -> Standing:
    if milestone.dropped_on is not None:
        return Standing.DROPPED
    if milestone.evidence.strip():
        return Standing.DONE
    return last.standing if last else Standing.NOT_STARTED


def _facts(
    workshop: Workshop, milestone: Milestone, last: Report | None, standing: Standing, today: date
) -> list[Fact]:
    found: list[Fact] = []
    slipped = changes.slip(workshop, milestone)
    if slipped.times:
        found.append(Fact(Sign.SLIPPED, f"{str(slipped).capitalize()} in all"))
    if milestone.dropped_on is not None or milestone.evidence.strip():
        return found
    if standing is Standing.DONE:
        return [*found, Fact(Sign.UNPROVEN, "Said to be done, without evidence")]
    doubts: list[Fact] = []
    if milestone.due is not None and milestone.due < today:
        doubts.append(Fact(Sign.OVERDUE, f"Overdue by {_days((today - milestone.due).days)}"))
    silent = (today - (_spoken_of(workshop, milestone, last) or today)).days
    if is_near(milestone, today) and silent > STALE_AFTER * interval(workshop):
        doubts.append(Fact(Sign.STALE, f"No word for {_days(silent)}"))
    late = [row for row in workshop.needed_by(milestone) if _is_late(workshop, row, milestone, today)]
    if late:
        doubts.append(Fact(Sign.BLOCKED, f"Waits for {' and '.join(row.id for row in late)}, which is late"))
    if last and last.confidence is not None and (last.confidence_was or 0) - last.confidence >= FALL:
        found.append(Fact(Sign.FELL, f"Confidence fell from {last.confidence_was} to {last.confidence}"))
    if standing is Standing.ON_TRACK and doubts:
        word = {Sign.OVERDUE: "overdue", Sign.STALE: "nobody has spoken of it since", Sign.BLOCKED: "it waits"}
        found.append(Fact(Sign.DISAGREES, f"Said to be on track, but {word[doubts[0].sign]}"))
    return doubts + found


def _spoken_of(workshop: Workshop, milestone: Milestone, last: Report | None) -> date | None:
    """When somebody last said how it stands, or promised it."""
    added = [
        row.on
        for row in workshop.adjustments
        if row.item == milestone.id and row.kind in (Kind.MILESTONE_ADDED, Kind.MILESTONE_SPLIT)
    ]
    days = (last.on if last else None, *added, workshop.brief.held_on)
    return max(filter(None, days), default=None)


def _is_late(workshop: Workshop, needed: Milestone, milestone: Milestone, today: date) -> bool:
    """Whether what a milestone needs is overdue, or will not be there in time."""
    if needed.evidence.strip() or needed.due is None:
        return False
    said = reports(workshop, needed.id)
    expected = max(needed.due, (said[-1].forecast if said else None) or needed.due)
    return needed.due < today or (milestone.due is not None and expected > milestone.due)


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
