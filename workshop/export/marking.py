"""What is internal says so in the documents of the team, which are the only ones that have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from workshop.plan.model import Plan

#: It stands in front, so that it is there where a text is cut short.
MARK = "(internal)"

#: The field that says what a row is: the first of these that it has.
_SAYS = ("title", "name", "reason", "rule", "signal", "text")

Row = TypeVar("Row")


def marked(plan: Plan) -> Plan:
    """Return the plan with a word before the name of every row that is internal; for documents people read."""
    direction, rhythm, room = plan.direction, plan.rhythm, plan.room
    return replace(
        plan,
        direction=replace(
            direction,
            facts=_rows(direction.facts),
            measures=_rows(direction.measures),
            principles=_rows(direction.principles),
        ),
        places=_rows(
            replace(place, conditions=_rows(place.conditions), capabilities=_rows(place.capabilities))
            for place in plan.places
        ),
        priorities=_rows(replace(row, milestones=_rows(row.milestones)) for row in plan.priorities),
        candidates=_rows(plan.candidates),
        risks=_rows(plan.risks),
        rhythm=replace(rhythm, triggers=_rows(rhythm.triggers)),
        actions=_rows(plan.actions),
        parked=_rows(plan.parked),
        left_open=_rows(plan.left_open),
        room=replace(room, doubts=_rows(room.doubts)),
    )


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(map(_row, rows))


def _row(row: Any) -> Any:
    if not row.internal:
        return row
    names = {field.name for field in fields(row)}
    says = next(name for name in _SAYS if name in names)
    return replace(row, **{says: f"{MARK} {getattr(row, says)}".rstrip()})
