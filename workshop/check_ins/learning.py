"""What the changes teach: why plans changed, how far results slipped and whose, and which conditions broke."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from data.nouns.change import Cause
from data.nouns.check_in import Holding, Revisit, Sitting, Standing
from data.nouns.planning import Effort, Milestone, Priority
from data.nouns.strategy import Condition
from data.value import Workshop
from workshop import changes
from workshop.check_ins import standing
from workshop.text import clean


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: `value` is a count or a number of days, of `count` results."""

    label: str
    value: float
    count: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A condition that broke, or holds less than it did, and when that was said last."""

    id: str
    text: str
    place: str
    holding: Holding
    on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Learning:
    """What is shown at the quarterly check-in. `done_on_first_date` of `done` results; slips are medians in days."""

    reasons: tuple[Bar, ...]
    slip_by_owner: tuple[Bar, ...]
    slip_by_effort: tuple[Bar, ...]
    done: int
    done_on_first_date: int
    broken: tuple[Broken, ...]

    @property
    def share(self) -> float | None:
        """The share of the results that were done by their first date (0 to 1); None while none is done."""
        return self.done_on_first_date / self.done if self.done else None


def learning(workshop: Workshop) -> Learning:
    """Return what can be learned from a plan so far."""
    by_cause = Counter(row.cause for row in workshop.adjustments if row.cause is not Cause.UNSAID)
    slips = [(row, days) for row in workshop.of(Milestone) if (days := slipped(workshop, row)) is not None]
    done = [(row, on) for row in workshop.milestones if row.first_due and (on := done_on(workshop, row)) is not None]
    return Learning(
        reasons=tuple(Bar(changes.CAUSE[cause], count, count) for cause, count in by_cause.most_common()),
        slip_by_owner=_medians((_owner(workshop, row), days) for row, days in slips),
        slip_by_effort=_medians((_effort(workshop, row), days) for row, days in slips),
        done=len(done),
        done_on_first_date=sum(on <= row.first_due for row, on in done if row.first_due),
        broken=tuple(_broken(workshop)),
    )


def slipped(workshop: Workshop, milestone: Milestone) -> int | None:
    """Return by how many days a milestone was done, or is due, after its first date; None while nothing is known.

    That is so while it was neither moved nor done, nor ever adopted.
    """
    if milestone.first_due is None:
        return None
    done = done_on(workshop, milestone)
    if done is None and not changes.moves(workshop, milestone.id):
        return None
    until = done or milestone.due
    return (until - milestone.first_due).days if until else None


def done_on(workshop: Workshop, milestone: Milestone) -> date | None:
    """Return the day on which a milestone was reported done; None when it was not."""
    said = standing.reports(workshop, milestone.id)
    if not milestone.evidence.strip() or not said:
        return None
    first = next((row for row in said if row.standing is Standing.DONE), None)
    return first.on if first else None


def _medians(found: Iterable[tuple[str, int]]) -> tuple[Bar, ...]:
    """The median for each label, the longest first."""
    days: dict[str, list[int]] = defaultdict(list)
    for label, each in found:
        days[label].append(each)
    bars = (Bar(label, median(each), len(each)) for label, each in days.items() if label)
    return tuple(sorted(bars, key=lambda bar: (-bar.value, bar.label)))


def _owner(workshop: Workshop, milestone: Milestone) -> str:
    party = workshop.party(standing.owner_id(workshop, milestone))
    return clean(party.name) if party else ""


def _effort(workshop: Workshop, milestone: Milestone) -> str:
    effort = workshop.row(Priority, milestone.priority_id).effort
    return "" if effort is Effort.UNSAID else effort.value


def _broken(workshop: Workshop) -> Iterable[Broken]:
    """What was said last of each condition, where that is nothing good."""
    held = {row.id: row.held_on for row in workshop.check_ins}
    last: dict[str, Revisit] = {}
    for row in sorted(workshop.of(Revisit), key=lambda row: (held[row.check_in_id] or date.max, _number(row))):
        last[row.condition_id] = row
    for condition in workshop.of(Condition):
        row_ = last.get(condition.id)
        if row_ is not None and row_.holding in (Holding.BROKEN, Holding.WEAKENING):
            place = next((each.name for each in workshop.arenas if each.id == condition.arena_id), "")
            on = held[row_.check_in_id]
            yield Broken(condition.id, clean(condition.text), clean(place), row_.holding, on, clean(row_.note))


def _number(row: Revisit) -> int:
    return int(row.check_in_id.removeprefix(Sitting.letter))
