"""What a workshop decided, as one frozen value in the words and the order that readers need.

Every text in a `Plan` is one line without control characters, and every reference is already a name, so that what
shows a plan, a document as much as a screen, needs neither the workshop's rows nor any care for what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from data.nouns.planning import Milestone as MilestoneRow
from data.nouns.planning import Priority, Status
from data.nouns.room import LookBack
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from workshop.decisions import (
    Aside,
    Attendee,
    Candidate,
    Capability,
    Condition,
    Doubt,
    InSpiteOf,
    LeftOpen,
    Milestone,
    OpenPoint,
    Place,
    Promise,
    Room,
    Selected,
)
from workshop.rules.registry import Finding, Level, grouped
from workshop.steps import load
from workshop.text import clean

#: The series of ids that documents show.
_IDS = frozenset({Arena.letter, Priority.letter, MilestoneRow.letter})

#: How far ahead "next" looks in a plan, in days.
NEXT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided. `today` is the day it is read on: "next" counts from it, or from the session if that is later.

    `version` is 0 until the plan is adopted. `ref` is how the workshop is called on the command line. `checked` says
    whether anybody looked for open points.
    """

    ref: str
    today: date
    title: str
    organization: str
    scope: str
    out_of_scope: tuple[str, ...]
    message: str
    held_on: date | None
    agenda: str
    ends_at: time | None
    horizon_start: date | None
    horizon_end: date | None
    version: int
    adopted_on: date | None
    places: tuple[Place, ...]
    look_back: LookBack
    look_back_note: str
    priorities: tuple[Selected, ...]
    candidates: tuple[Candidate, ...]
    actions: tuple[Promise, ...]
    room: Room
    in_spite_of: tuple[InSpiteOf, ...]
    checked: bool
    open_points: tuple[OpenPoint, ...]
    parked: tuple[Aside, ...]
    left_open: tuple[LeftOpen, ...]

    @property
    def next_until(self) -> date:
        """The last day that counts as "next"."""
        return max(self.today, self.held_on or self.today) + timedelta(days=NEXT_DAYS)

    @property
    def next_milestones(self) -> tuple[Milestone, ...]:
        """What is to be done within the next 90 days or should have been done by now, in date order."""
        until = self.next_until
        near = (each for row in self.priorities for each in row.milestones if each.due and each.due <= until)
        return tuple(sorted((each for each in near if not each.evidence), key=_by_date))

    @property
    def missing(self) -> tuple[str, ...]:
        """What every plan has and this one has nothing of, in the words of documents."""
        play = self.judged(Verdict.PLAY)
        spine = {
            "where we play": play,
            "where we do not": self.judged(Verdict.NOT_NOW, Verdict.NOT_US),
            "how we win": any(place.advantage for place in play),
            "priorities": self.priorities,
            "owners": any(row.owner for row in self.priorities),
            "milestones": any(row.milestones for row in self.priorities),
        }
        return tuple(name for name, there in spine.items() if not there)

    def judged(self, *verdicts: Verdict) -> tuple[Place, ...]:
        """The places with one of these verdicts, in their order."""
        return tuple(place for place in self.places if place.verdict in verdicts)

    def refused(self, *statuses: Status) -> tuple[Candidate, ...]:
        """The candidates with one of these statuses, in their order."""
        return tuple(candidate for candidate in self.candidates if candidate.status in statuses)


def plan_of(workshop: Workshop, *, ref: str, today: date, findings: tuple[Finding, ...] | None = None) -> Plan:
    """Return what a workshop decided, as far as it has come.

    `findings` are all those it has on `today`. Hints are no open points; a warning the room went past is told as it
    now reads, and no longer when it has gone. Where nobody looked (None), it is told as it read when it was accepted.
    """
    brief = workshop.brief
    selected = [row for row in workshop.priorities if row.status is Status.SELECTED]
    return Plan(
        ref=_line(ref),
        today=today,
        title=_line(brief.title),
        organization=_line(brief.organization),
        scope=_line(brief.scope),
        out_of_scope=_lines(brief.out_of_scope),
        message=_line(brief.message),
        held_on=brief.held_on,
        agenda=brief.agenda,
        ends_at=brief.ends_at,
        horizon_start=brief.horizon_start,
        horizon_end=brief.horizon_end,
        version=brief.version,
        adopted_on=brief.adopted_on,
        places=tuple(_place(workshop, arena) for arena in workshop.arenas),
        look_back=brief.look_back,
        look_back_note=_line(brief.look_back_note),
        priorities=tuple(_selected(workshop, row) for row in selected),
        candidates=tuple(
            Candidate(row.id, _line(row.title), row.status, _line(row.note), row.dots) for row in workshop.priorities
        ),
        actions=tuple(
            sorted(
                (Promise(_name(workshop, row.who_id), _line(row.text), row.by) for row in workshop.actions),
                key=lambda promise: promise.by or date.max,
            )
        ),
        room=_room(workshop),
        in_spite_of=_in_spite_of(workshop, findings),
        checked=findings is not None,
        open_points=_open_points(findings or ()),
        parked=tuple(
            Aside(_line(row.text), row.disposition, _name(workshop, row.who_id), row.by, _line(row.later))
            for row in workshop.parked
        ),
        left_open=tuple(LeftOpen(_line(row.text), row.since, row.answer) for row in workshop.carried),
    )


def _place(workshop: Workshop, arena: Arena) -> Place:
    return Place(
        id=arena.id,
        name=_line(arena.name),
        verdict=arena.verdict,
        reason=_line(arena.reason),
        trigger=_line(arena.trigger),
        reopen_on=arena.reopen_on,
        question=_line(arena.question),
        decide_by=arena.decide_by,
        description=_line(arena.description),
        today=arena.today,
        alternative=_line(arena.alternative),
        advantage=_line(arena.advantage),
        proof=_line(arena.proof),
        proof_kind=arena.proof_kind,
        conditions=tuple(
            Condition(row.id, _line(row.text), row.confidence, _line(row.test), row.by, _name(workshop, row.who_id))
            for row in workshop.conditions(arena.id)
        ),
        capabilities=tuple(Capability(_line(row.text), row.level) for row in workshop.capabilities(arena.id)),
    )


def _selected(workshop: Workshop, row: Priority) -> Selected:
    owner = _name(workshop, row.owner_id)
    return Selected(
        id=row.id,
        title=_line(row.title),
        outcome=_line(row.outcome),
        stop=_line(row.stop),
        effort=row.effort,
        serves_all=row.serves_all,
        serves=tuple((arena.id, _line(arena.name)) for arena in workshop.served_by(row)),
        owner=owner,
        accepted=row.accepted,
        accepted_if=_line(row.accepted_if),
        deputy=_name(workshop, row.deputy_id),
        helpers=tuple(_line(party.name) for party in workshop.helpers(row)),
        decides_alone=_line(row.decides_alone),
        hours=row.hours,
        leaves_desk=_line(row.leaves_desk),
        milestones=tuple(sorted(_milestones(workshop, row.id, owner), key=_by_date)),
    )


def _milestones(workshop: Workshop, priority_id: str, priority_owner: str) -> Iterable[Milestone]:
    for row in workshop.milestones_of(priority_id):
        yield Milestone(
            id=row.id,
            priority_id=priority_id,
            title=_line(row.title),
            due=row.due,
            first_due=row.first_due,
            done_when=_line(row.done_when),
            owner=_name(workshop, row.owner_id) or priority_owner,
            needs=tuple(needed.id for needed in workshop.needed_by(row)),
            confidence=row.confidence,
            celebrate=_line(row.celebrate),
            evidence=_line(row.evidence),
        )


def _room(workshop: Workshop) -> Room:
    brief = workshop.brief
    return Room(
        people=tuple(
            Attendee(_line(party.name), party.present, party.votes, party.facilitates)
            for party in workshop.participants
        ),
        decider=_name(workshop, brief.decider_id),
        rule=brief.decision_rule,
        voters=brief.voters,
        dots_each=brief.dots_each,
        dots_cap=brief.dots_cap,
        fist=brief.fist,
        doubts=tuple(
            Doubt(row.score, _line(row.text), _name(workshop, row.party_id) if brief.attributed else "")
            for row in workshop.reservations
        ),
        ground_rules=_lines(brief.ground_rules),
        rating=brief.rating,
        keep_or_change=_line(brief.keep_or_change),
    )


def _in_spite_of(workshop: Workshop, findings: tuple[Finding, ...] | None) -> tuple[InSpiteOf, ...]:
    if findings is None:
        return tuple(InSpiteOf(_line(row.message), _line(row.reason)) for row in workshop.acceptances if row.reason)
    return tuple(InSpiteOf(_line(row.message), _line(row.accepted)) for row in findings if row.accepted)


def _open_points(findings: tuple[Finding, ...]) -> tuple[OpenPoint, ...]:
    unanswered = (row for row in findings if row.accepted is None and row.level is not Level.HINT)
    return tuple(
        OpenPoint(_step(group.step), _line(group.message), tuple(_items(group.findings)))
        for group in grouped(unanswered)
    )


def _items(findings: Iterable[Finding]) -> Iterable[str]:
    """The ids by which a document knows what the findings are about."""
    return dict.fromkeys(id for row in findings for id in row.item.split("-") if id[:1] in _IDS and id[1:].isdecimal())


def _step(key: str) -> str:
    """What a step is called on the wall."""
    try:
        return load().step(key).name
    except KeyError:
        return key


def _by_date(milestone: Milestone) -> tuple[date, int]:
    return milestone.due or date.max, int(milestone.id[1:])


def _name(workshop: Workshop, party_id: str | None) -> str:
    party = workshop.party(party_id)
    return _line(party.name) if party else ""


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, texts) if line)


def _line(text: str) -> str:
    """Return `text` as one line that can be shown anywhere, with one space wherever there was space."""
    return " ".join(clean(text).split())
