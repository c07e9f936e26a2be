"""What changed between two moments of a plan: what came, went and moved, who owns what now, which choices are others.

The reasons come from the changes that were recorded; where none was, that is what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from data.nouns.base import Noun
from data.nouns.change import Adjustment, Kind
from data.nouns.direction import Measure, Principle
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition
from data.value import Workshop
from workshop import changes
from workshop.changes import CAUSE
from workshop.check_ins import standing
from workshop.plan.parts import name_of
from workshop.spoken import label
from workshop.text import line


class Sort(StrEnum):
    """What kind of difference it is; the value is what it is called."""

    ADDED = "added"
    DROPPED = "dropped"
    DONE = "done"
    MOVED = "moved"
    OWNER = "owner changed"
    CHOICE = "choice changed"
    SCOPE = "scope changed"
    RANK = "rank changed"
    ASSUMPTION = "assumption updated"
    OTHER = "reworded"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as it was recorded: its number among the changes, the reason, its kind, and who decided it where."""

    number: int
    reason: str
    cause: str
    decided: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `item` is an id, `called` the words it goes by, `days` by how many a date moved (later: above 0).

    `what` is the field that changed, "" where the whole row came or went; `was` and `now` are in words, "" for nothing.
    """

    sort: Sort
    item: str
    called: str
    what: str = ""
    was: str = ""
    now: str = ""
    days: int | None = None
    reasons: tuple[Reason, ...] = ()


def compare(old: Workshop, new: Workshop) -> tuple[Difference, ...]:
    """Return what changed in a plan from one moment to a later one: by what it is, then in the plan's order."""
    told = [*_choices(old, new), *_conditions(old, new), *_priorities(old, new), *_milestones(old, new)]
    order = list(Sort)
    return tuple(sorted(told, key=lambda each: order.index(each.sort)))


# -- rows that come and go ---------------------------------------------------------------------------------------------


def _priorities(old: Workshop, new: Workshop) -> Iterator[Difference]:
    before, after = _selected(old), _selected(new)
    yield from _came_and_went(old, new, before, after)
    both = [id for id in after if id in before]
    ranks = {id: place for place, id in enumerate((id for id in before if id in after), 1)}
    for place, id in enumerate(both, 1):
        was, now = before[id], after[id]
        yield from _owner(old, new, was, now, was.owner_id, now.owner_id)
        yield from _fields(old, new, was, now, Sort.SCOPE, "outcome", "stop")
        yield from _fields(old, new, was, now, Sort.OTHER, "title")
        if ranks[id] != place:
            yield Difference(Sort.RANK, id, _called(now), "rank", str(ranks[id]), str(place))


def _milestones(old: Workshop, new: Workshop) -> Iterator[Difference]:
    before, after = _planned(old), _planned(new)
    yield from _came_and_went(old, new, before, after)
    for id, now in after.items():
        if id not in before:
            continue
        was = before[id]
        if now.evidence.strip() and not was.evidence.strip():
            yield Difference(Sort.DONE, id, _called(now), "evidence", "", line(now.evidence))
        if was.due != now.due:
            days = (now.due - was.due).days if was.due and now.due else None
            yield Difference(
                *(Sort.MOVED, id, _called(now), label("milestone", "due"), _said(was.due), _said(now.due), days),
                _reasons(old, new, id, "due"),
            )
        owners = standing.owner_id(old, was), standing.owner_id(new, now)
        inherited = was.owner_id is None and now.owner_id is None
        if not inherited:
            yield from _owner(old, new, was, now, *owners)
        yield from _fields(old, new, was, now, Sort.SCOPE, "done_when")
        yield from _fields(old, new, was, now, Sort.OTHER, "title")


def _came_and_went(old: Workshop, new: Workshop, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for id, row in after.items():
        if id not in before:
            yield Difference(Sort.ADDED, id, _called(row), now=_when(row), reasons=_reasons(old, new, id))
    for id, row in before.items():
        if id not in after:
            yield Difference(Sort.DROPPED, id, _called(row), was=_when(row), reasons=_reasons(old, new, id))


def _selected(workshop: Workshop) -> dict[str, Priority]:
    return {row.id: row for row in workshop.priorities if row.status is Status.SELECTED}


def _planned(workshop: Workshop) -> dict[str, Milestone]:
    selected = _selected(workshop)
    return {row.id: row for row in workshop.milestones if row.priority_id in selected}


def _when(row: Noun) -> str:
    return _said(row.due) if isinstance(row, Milestone) else ""


# -- fields that change ------------------------------------------------------------------------------------------------


def _choices(old: Workshop, new: Workshop) -> Iterator[Difference]:
    yield from _fields(old, new, old.brief, new.brief, Sort.CHOICE, "obstacle", "aspiration", "vision")
    yield from _rows(old, new, Arena, "verdict", "alternative", "advantage")
    yield from _rows(old, new, Principle, "rule", "will_not")
    yield from _rows(old, new, Measure, "target", "by")


def _rows(old: Workshop, new: Workshop, noun: type[Noun], *names: str) -> Iterator[Difference]:
    """Rows of a noun that is a choice: those that came, went and are others now."""
    before, after = ({row.id: row for row in each.of(noun)} for each in (old, new))
    for id, row in after.items():
        if id in before:
            yield from _fields(old, new, before[id], row, Sort.CHOICE, *names)
        else:
            yield Difference(Sort.ADDED, id, _called(row), reasons=_reasons(old, new, id))
    for id, row in before.items():
        if id not in after:
            yield Difference(Sort.DROPPED, id, _called(row), reasons=_reasons(old, new, id))


def _conditions(old: Workshop, new: Workshop) -> Iterator[Difference]:
    before = {row.id: row for row in old.of(Condition)}
    for row in new.of(Condition):
        if row.id in before:
            yield from _fields(old, new, before[row.id], row, Sort.ASSUMPTION, "confidence", "text")


def _owner(
    old: Workshop, new: Workshop, was: Noun, now: Noun, was_id: str | None, now_id: str | None
) -> Iterator[Difference]:
    before, after = name_of(old, was_id), name_of(new, now_id)
    if was_id != now_id and before != after:
        what = label("priority", "owner_id")
        yield Difference(
            *(Sort.OWNER, now.id, _called(now), what, before, after, None), _reasons(old, new, now.id, "owner_id")
        )


def _fields(old: Workshop, new: Workshop, was: Noun, now: Noun, sort: Sort, *names: str) -> Iterator[Difference]:
    for name in names:
        before, after = getattr(was, name), getattr(now, name)
        if before != after:
            yield Difference(
                *(sort, now.id, _called(now), label(now.table, name), _said(before), _said(after), None),
                _reasons(old, new, now.id, name),
            )


# -- why ---------------------------------------------------------------------------------------------------------------


def _reasons(old: Workshop, new: Workshop, id: str, field: str = "") -> tuple[Reason, ...]:
    """What was recorded about a row, or one field of it, since the earlier moment."""
    known = {row.id for row in old.adjustments}
    return tuple(
        Reason(row.number, line(row.reason), CAUSE[row.cause], changes.decided(new, row))
        for row in new.adjustments
        if row.id not in known and row.item == id and _tells(row, field)
    )


def _tells(row: Adjustment, field: str) -> bool:
    whole = row.kind not in (Kind.DATE_MOVED, Kind.OWNER_CHANGED, Kind.ASSUMPTION_UPDATED, Kind.CHOICE_CHANGED)
    return row.field == field if field else whole


def _called(row: Noun) -> str:
    if isinstance(row, Brief):
        return "the direction"
    words = (getattr(row, word, "") for word in ("title", "name", "text", "rule"))
    return next((line(word) for word in words if word), row.id)


def _said(value: Any) -> str:
    match value:
        case None:
            return ""
        case StrEnum():
            return value.value.replace("_", " ")
        case date():
            return value.isoformat()
    return line(str(value))
