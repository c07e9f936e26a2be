"""Which edit of an adopted plan is a change with a reason, and which one only puts right what was typed wrong."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from data.nouns.base import Noun
from data.nouns.change import Kind
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition, Verdict
from data.value import Workshop
from workshop import answers, changes, steps
from workshop.actions.changing import CHOICES
from workshop.amendment import GONE, Amendment

#: What becomes of a priority of the plan that is given another status.
_LEAVES = {Status.LATER: Kind.PRIORITY_PAUSED}


def amendment_of(workshop: Workshop, row: Noun, name: str, value: Any, at: datetime) -> Amendment | None:
    """Return the change that it is to give a field of a row another value, as `answers.read` has it.

    None where that is no change of an adopted plan: in a draft, for what was never promised, for what is filled in for
    the first time and is no choice, and for a typing error within 15 minutes (`at` is the instant, aware).
    """
    if not workshop.brief.version or changes.fresh(workshop, row.id, name, at) is not None:
        return None
    if _named(workshop, getattr(row, name, None), name) == value:
        return None
    match row:
        case Milestone() if changes.is_promised(workshop, row):
            return _of_milestone(workshop, row, name, value, at)
        case Priority(status=Status.SELECTED) if name == "owner_id" and row.owner_id is not None:
            return Amendment.of(Kind.OWNER_CHANGED, row.id).given("owner", value or "")
        case Priority() if name == "status":
            return _of_status(row, Status(value))
        case Condition() if name == "confidence" and row.confidence is not None and value is not None:
            return Amendment.of(Kind.ASSUMPTION_UPDATED, row.id).given("confidence", f"{value}")
        case Condition() if name == "text" and value and not changes.just_adopted(workshop, at):
            return Amendment.of(Kind.ASSUMPTION_UPDATED, row.id).put("text", value)
        case Brief() | Arena() | Principle() if name in CHOICES[type(row)]:
            return _of_choice(workshop, row, name, value, at)
    return None


def removal_of(workshop: Workshop, row: Noun) -> Amendment | None:
    """Return the change that it is to take a row away; None where nothing that was promised goes."""
    if not workshop.brief.version:
        return None
    if isinstance(row, Milestone) and changes.is_promised(workshop, row):
        return Amendment.of(Kind.MILESTONE_DROPPED, row.id)
    if isinstance(row, Priority) and row.status is Status.SELECTED:
        return Amendment.of(Kind.PRIORITY_DROPPED, row.id)
    if isinstance(row, Condition):
        return Amendment.of(Kind.ASSUMPTION_UPDATED, row.id).put(GONE, "yes")
    if isinstance(row, Principle):
        return Amendment.of(Kind.CHOICE_CHANGED, row.id).put(GONE, "yes")
    return None


def stays(workshop: Workshop, row: Noun) -> str:
    """Return why a row of the adopted plan is not taken away, nor merged, in a sentence; "" where it may be."""
    if workshop.brief.version and isinstance(row, Arena) and row.verdict is not Verdict.UNDECIDED:
        return "It was decided on, and the plan is adopted: give it another verdict instead."
    return ""


def _of_milestone(workshop: Workshop, row: Milestone, name: str, value: Any, at: datetime) -> Amendment | None:
    match name:
        case "due":
            return Amendment.of(Kind.DATE_MOVED, row.id).given("due", value.isoformat() if value else "")
        case "owner_id" if value:
            return Amendment.of(Kind.OWNER_CHANGED, row.id).given("owner", value)
        case "done_when" if row.done_when and value and not changes.just_adopted(workshop, at):
            return Amendment.of(None, row.id).given("done_when", value)
    return None


def _of_status(row: Priority, status: Status) -> Amendment | None:
    if row.status is Status.SELECTED:
        return Amendment.of(_LEAVES.get(status, Kind.PRIORITY_DROPPED), row.id)
    if status is Status.SELECTED:
        return Amendment.of(Kind.PRIORITY_ADDED).given("title", row.id)
    return None


def _of_choice(workshop: Workshop, row: Noun, name: str, value: Any, at: datetime) -> Amendment | None:
    field, before = steps.load().field(row.table, name), getattr(row, name)
    if not answers.digits(field) and changes.just_adopted(workshop, at):
        return None
    if isinstance(row, Principle) and not before:
        return None
    if isinstance(row, Arena) and name != "verdict":
        # What goes with a verdict that was given a moment ago is part of that change.
        new = changes.fresh(workshop, row.id, "verdict", at) is not None and not before
        if new or row.verdict is Verdict.UNDECIDED:
            return None
    typed = answers.typed(field, row.replace(**{name: value}), workshop)
    return Amendment.of(Kind.CHOICE_CHANGED, row.id).given("field", name).put("value", typed)


def _named(workshop: Workshop, value: Any, name: str) -> Any:
    """A value as answers have it: a party by its name."""
    party = workshop.party(value) if name.endswith("_id") and isinstance(value, str) else None
    return party.name if party else value
