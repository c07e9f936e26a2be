"""What a workshop decided, as one frozen value in the words and the order that readers need.

Every text in a `Plan` is one line without control characters, and every reference is already a name, so that what
shows a plan, a document as much as a screen, needs neither the workshop's rows nor any care for what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from data.nouns.direction import Measure as MeasureRow
from data.nouns.planning import Milestone as MilestoneRow
from data.nouns.planning import Priority, Status
from data.nouns.planning import Risk as RiskRow
from data.nouns.room import LookBack
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from workshop import changes
from workshop.assessment import comparison, results
from workshop.assessment.comparison import Comparison
from workshop.assessment.results import Result
from workshop.changes import Told
from workshop.check_ins import schedule
from workshop.check_ins.agreed import open_actions
from workshop.paper import Paper
from workshop.plan.audiences import Audience, seen_by
from workshop.plan.decisions import (
    Agreed,
    Aside,
    Candidate,
    Direction,
    InSpiteOf,
    LeftOpen,
    Milestone,
    OpenPoint,
    Place,
    Promise,
    Rhythm,
    Risk,
    Room,
    Selected,
)
from workshop.plan.parts import (
    agreed_of,
    by_date,
    direction_of,
    lines,
    name_of,
    place_of,
    rhythm_of,
    risks_of,
    room_of,
    selected_of,
)
from workshop.room import timing
from workshop.room.timing import Timed
from workshop.room.voting import dots_of
from workshop.rules.grouping import grouped, looked_at, sentence
from workshop.rules.registry import Finding, Level
from workshop.text import line

#: The series of ids that documents show.
_IDS = frozenset(noun.letter for noun in (Arena, Priority, MilestoneRow, MeasureRow, RiskRow))

#: How far ahead "next" looks in a plan, in days.
NEXT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided. `today` is the day it is read on: "next" counts from it, or from the session if that is later.

    `version` is 0 until the plan is adopted. `ref` is how the workshop is called on the command line. `missing` names,
    in the words of documents, what every plan has and this one has nothing of. `checked` says whether anybody looked
    for open points. `assessed` is the last self-assessment, with what has changed since the one before; `times` are the
    steps and pauses of the day. `paper` is what its pages are set on.
    """

    ref: str
    today: date
    audience: Audience
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
    direction: Direction
    places: tuple[Place, ...]
    look_back: LookBack
    look_back_note: str
    priorities: tuple[Selected, ...]
    candidates: tuple[Candidate, ...]
    risks: tuple[Risk, ...]
    rhythm: Rhythm
    actions: tuple[Promise, ...]
    agreed: tuple[Agreed, ...]
    room: Room
    in_spite_of: tuple[InSpiteOf, ...]
    missing: tuple[str, ...]
    checked: bool
    open_points: tuple[OpenPoint, ...]
    parked: tuple[Aside, ...]
    left_open: tuple[LeftOpen, ...]
    changes: tuple[Told, ...]
    assessed: tuple[Result, Comparison | None] | None
    times: tuple[Timed, ...]
    paper: Paper = Paper.A4

    @property
    def next_until(self) -> date:
        """The last day that counts as "next"."""
        return max(self.today, self.held_on or self.today) + timedelta(days=NEXT_DAYS)

    @property
    def next_milestones(self) -> tuple[Milestone, ...]:
        """What is to be done within the next 90 days or should have been done by now, in date order."""
        until = self.next_until
        near = (each for row in self.priorities for each in row.milestones if each.due and each.due <= until)
        return tuple(sorted((each for each in near if not each.evidence), key=by_date))

    def judged(self, *verdicts: Verdict) -> tuple[Place, ...]:
        """The places with one of these verdicts, in their order."""
        return tuple(place for place in self.places if place.verdict in verdicts)

    def refused(self, *statuses: Status) -> tuple[Candidate, ...]:
        """The candidates with one of these statuses, in their order."""
        return tuple(candidate for candidate in self.candidates if candidate.status in statuses)


def plan_of(
    workshop: Workshop,
    *,
    ref: str,
    today: date,
    findings: tuple[Finding, ...] | None = None,
    audience: Audience = Audience.TEAM,
    paper: Paper = Paper.A4,
) -> Plan:
    """Return what a workshop decided, as far as it has come and as far as an audience gets to see it.

    `findings` are all those it has on `today`. Hints are no open points; a warning the room went past is told as it
    now reads, and no longer when it has gone. Where nobody looked (None), it is told as it read when it was accepted.
    Findings quote what they are about, so that only the team gets them.
    """
    missing = _missing(workshop, today) if audience is not Audience.PUBLIC else ()
    workshop, findings = seen_by(workshop, audience), findings if audience is Audience.TEAM else None
    brief, shown = workshop.brief, dots_of(workshop).shown
    selected = [row for row in workshop.priorities if row.status is Status.SELECTED]
    return Plan(
        ref=line(ref),
        today=today,
        audience=audience,
        title=line(brief.title),
        organization=line(brief.organization),
        scope=line(brief.scope),
        out_of_scope=lines(brief.out_of_scope),
        message=line(brief.message),
        held_on=brief.held_on,
        agenda=brief.agenda,
        ends_at=brief.ends_at,
        horizon_start=brief.horizon_start,
        horizon_end=brief.horizon_end,
        version=brief.version,
        adopted_on=brief.adopted_on,
        direction=direction_of(workshop),
        places=tuple(place_of(workshop, arena) for arena in workshop.arenas),
        look_back=brief.look_back,
        look_back_note=line(brief.look_back_note),
        priorities=tuple(selected_of(workshop, row) for row in selected),
        candidates=tuple(
            Candidate(row.id, line(row.title), row.status, line(row.note), shown.get(row.id), row.internal)
            for row in workshop.priorities
        ),
        risks=risks_of(workshop),
        rhythm=rhythm_of(workshop, today),
        actions=tuple(
            sorted(
                (
                    Promise(name_of(workshop, row.who_id), line(row.text), row.by, row.internal)
                    for row in open_actions(workshop)
                ),
                key=lambda promise: promise.by or date.max,
            )
        ),
        agreed=agreed_of(workshop),
        room=room_of(workshop),
        in_spite_of=_in_spite_of(workshop, findings),
        missing=missing,
        checked=findings is not None,
        open_points=_open_points(findings or ()),
        parked=tuple(
            Aside(line(row.text), row.disposition, name_of(workshop, row.who_id), row.by, line(row.later), row.internal)
            for row in workshop.parked
        ),
        left_open=tuple(LeftOpen(line(row.text), row.since, row.answer, row.internal) for row in workshop.carried),
        changes=tuple(changes.told(workshop, row) for row in workshop.adjustments),
        assessed=_assessed(workshop),
        times=timing.times(workshop),
        paper=paper,
    )


def _missing(workshop: Workshop, today: date) -> tuple[str, ...]:
    """Whoever reads it: what is left out of their documents is not missing."""
    play = [row for row in workshop.arenas if row.verdict is Verdict.PLAY]
    selected = [row for row in workshop.priorities if row.status is Status.SELECTED]
    brief = workshop.brief
    spine = {
        "direction": line(brief.obstacle) or line(brief.aspiration),
        "where we play": play,
        "where we do not": any(row.verdict in (Verdict.NOT_NOW, Verdict.NOT_US) for row in workshop.arenas),
        "how we win": any(line(row.advantage) for row in play),
        "priorities": selected,
        "owners": any(name_of(workshop, row.owner_id) for row in selected),
        "milestones": any(workshop.milestones_of(row.id) for row in selected),
        "check-ins": schedule.next_dates(workshop, today),
    }
    return tuple(name for name, there in spine.items() if not there)


def _assessed(workshop: Workshop) -> tuple[Result, Comparison | None] | None:
    found = results.latest(workshop)
    return (found, comparison.compared(workshop, found)) if found is not None else None


def _in_spite_of(workshop: Workshop, findings: tuple[Finding, ...] | None) -> tuple[InSpiteOf, ...]:
    """Those of one kind that have the same reason are one."""
    if findings is None:
        return tuple(InSpiteOf(line(row.message), line(row.reason)) for row in workshop.acceptances if row.reason)
    alike: dict[tuple[str, Level, str], list[Finding]] = {}
    for each in findings:
        if each.accepted:
            alike.setdefault((each.code, each.level, each.accepted), []).append(each)
    told = []
    for (_, _, reason), several in alike.items():
        [group] = grouped(several)
        ids = ", ".join(_items(several)) if len(several) > 1 else ""
        told.append(InSpiteOf(line(sentence(workshop, group)) + (f" ({ids})" if ids else ""), line(reason)))
    return tuple(told)


def _open_points(findings: tuple[Finding, ...]) -> tuple[OpenPoint, ...]:
    unanswered = (row for row in findings if row.accepted is None and row.level is not Level.HINT)
    return tuple(
        OpenPoint(looked_at(group.step), line(group.message), tuple(_items(group.findings)))
        for group in grouped(unanswered)
    )


def _items(findings: Iterable[Finding]) -> Iterable[str]:
    """The ids by which a document knows what the findings are about."""
    return dict.fromkeys(id for row in findings for id in row.item.split("-") if id[:1] in _IDS and id[1:].isdecimal())
