"""What a check-in came to, as one frozen value in the words and the order that readers need.

As in `workshop.plan.model`, every text is one line without control characters and every reference is already a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.nouns.check_in import (
    Agreed,
    Attends,
    Holding,
    Judgment,
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
from data.nouns.room import Action, Answer, Brief
from data.nouns.strategy import Condition
from data.value import Workshop
from workshop import changes
from workshop.amendment import row_of
from workshop.changes import Told
from workshop.check_ins import due, standing
from workshop.check_ins.agreed import to_answer
from workshop.naming import caption
from workshop.plan.parts import name_of
from workshop.text import line


@dataclass(frozen=True, slots=True)
class Praise:
    """What went well, whom it is thanks to and how it is marked."""

    text: str
    who: str
    mark: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What had become of an action."""

    text: str
    who: str
    by: date | None
    answer: Answer
    late: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was said of a milestone; `facts` are what is so beside that. Confidence 0 to 10."""

    id: str
    title: str
    owner: str
    standing: Standing
    confidence: int | None
    confidence_was: int | None
    happened: str
    following: str
    help: str
    forecast: date | None
    evidence: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    who: str
    text: str
    by: date | None


@dataclass(frozen=True, slots=True)
class Stand:
    """How a priority stands: `said` is its roll-up in words."""

    id: str
    title: str
    owner: str
    said: str


@dataclass(frozen=True, slots=True)
class Held:
    """Whether a condition holds. Confidence 1 to 5."""

    id: str
    text: str
    holding: Holding
    confidence: int | None
    confidence_was: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Measured:
    name: str
    unit: str
    baseline: Decimal | None
    value: Decimal | None
    target: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of a priority, and whether it would be started today."""

    id: str
    title: str
    verdict: Verdict
    again: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """One check-in. `version` is the number of the plan it made, None while it is open."""

    id: str
    name: str
    held_on: date | None
    planned_on: date | None
    why: str
    about: str
    who: tuple[str, ...]
    wins: tuple[Praise, ...]
    answered: tuple[Answered, ...]
    results: tuple[Result, ...]
    changes: tuple[Told, ...]
    stands: tuple[Stand, ...]
    measured: tuple[Measured, ...]
    held: tuple[Held, ...]
    fired: tuple[tuple[str, str], ...]
    judged: tuple[Judged, ...]
    agreed: tuple[Promise, ...]
    decision: str
    message: str
    next_on: date | None
    version: int | None


def latest(workshop: Workshop) -> Sitting | None:
    """Return the check-in that is under way, or else the one closed last; None before the first."""
    begun = [row for row in due.open_ones(workshop) if row.held_on]
    return next(reversed(begun or list(due.closed(workshop))), None)


def sitting(workshop: Workshop, id: str = "") -> Sitting | None:
    """Return the check-in of that id, with "" the `latest` one; None where it is not there."""
    return workshop.get(Sitting, id) if id else latest(workshop)


def minutes(workshop: Workshop, sitting: Sitting) -> Minutes:
    """Return what a check-in came to so far."""
    id, on = sitting.id, sitting.held_on or sitting.planned_on or date.max
    there = {row.party_id for row in workshop.at(Attends, id)}
    agreed = {row.action_id for row in workshop.at(Agreed, id)}
    return Minutes(
        id=id,
        name=line(due.called(workshop, sitting.kind)),
        held_on=sitting.held_on,
        planned_on=sitting.planned_on,
        why=line(sitting.why),
        about=_choice(workshop, sitting.about),
        who=tuple(line(party.name) for party in workshop.parties if party.id in there),
        wins=tuple(
            Praise(line(row.text), name_of(workshop, row.who_id), line(row.mark)) for row in workshop.at(Win, id)
        ),
        answered=tuple(
            Answered(line(row.action.text), line(row.who), row.action.by, row.answer, row.late)
            for row in to_answer(workshop, sitting)
        ),
        results=tuple(_results(workshop, id, on)),
        changes=tuple(changes.told(workshop, row) for row in workshop.adjustments if row.check_in_id == id),
        stands=tuple(_stands(workshop, on)),
        measured=tuple(
            Measured(line(of.name), line(of.unit), of.baseline, row.value, of.target, line(row.note))
            for row in workshop.at(Reading, id)
            if (of := workshop.get(Measure, row.measure_id))
        ),
        held=tuple(
            Held(true.id, line(true.text), row.holding, row.confidence, row.confidence_was, line(row.note))
            for row in workshop.at(Revisit, id)
            if (true := workshop.get(Condition, row.condition_id))
        ),
        fired=tuple(
            (line(trigger.signal), line(row.note) or line(trigger.then))
            for row in workshop.at(Watch, id)
            if row.fired and (trigger := workshop.get(Trigger, row.trigger_id))
        ),
        judged=tuple(
            Judged(priority.id, line(priority.title), row.verdict, row.again, line(row.note))
            for row in workshop.at(Judgment, id)
            if (priority := workshop.get(Priority, row.priority_id))
        ),
        agreed=tuple(
            Promise(name_of(workshop, row.who_id), line(row.text), row.by)
            for row in sorted(workshop.of(Action), key=lambda row: (row.by or date.max, row.number))
            if row.id in agreed
        ),
        decision=line(sitting.decision),
        message=line(sitting.message),
        next_on=sitting.next_on,
        version=sitting.version,
    )


def _choice(workshop: Workshop, id: str) -> str:
    """The choice that an extra check-in is about."""
    row = row_of(workshop, id)
    if row is None:
        return ""
    return "the direction" if isinstance(row, Brief) else line(f"{id} {caption(row)}")


def _results(workshop: Workshop, id: str, on: date) -> Iterator[Result]:
    """In the order of the dates as they were first promised."""
    said = [(workshop.row(Milestone, row.milestone_id), row) for row in workshop.at(Report, id)]
    said.sort(key=lambda each: (each[0].first_due or each[0].due or date.max, each[0].number))
    for milestone, row in said:
        yield Result(
            id=milestone.id,
            title=line(milestone.title),
            owner=name_of(workshop, standing.owner_id(workshop, milestone)),
            standing=row.standing,
            confidence=row.confidence,
            confidence_was=row.confidence_was,
            happened=line(row.happened),
            following=line(row.following),
            help=line(row.help),
            forecast=row.forecast,
            evidence=line(row.evidence),
            facts=tuple(fact.text for fact in standing.state(workshop, milestone, on).facts),
        )


def _stands(workshop: Workshop, on: date) -> Iterator[Stand]:
    for each in standing.roll_ups(workshop, on):
        owner = name_of(workshop, each.priority.owner_id)
        yield Stand(each.priority.id, line(each.priority.title), owner, str(each))
