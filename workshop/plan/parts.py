"""The parts of a plan, each made from the rows it stands for, in one line a text and with names for references."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.nouns.planning import Priority
from data.nouns.strategy import Arena
from data.value import Workshop
from workshop import changes
from workshop.actions.stress import in_order
from workshop.check_ins import periods, schedule, standing
from workshop.plan.decisions import (
    Agreed,
    Attendee,
    Capability,
    CheckIn,
    Condition,
    Direction,
    Doubt,
    Fact,
    Measure,
    Milestone,
    Place,
    Principle,
    Rhythm,
    Risk,
    Room,
    Selected,
    Trigger,
)
from workshop.room import consents
from workshop.text import line


def direction_of(workshop: Workshop) -> Direction:
    """Return what is in the way, what is worth reaching, and what settles what comes up."""
    brief = workshop.brief
    return Direction(
        obstacle=line(brief.obstacle),
        facts=tuple(Fact(line(row.text), line(row.source), row.internal) for row in workshop.facts),
        aspiration=line(brief.aspiration),
        vision=line(brief.vision),
        measures=tuple(
            Measure(row.id, line(row.name), row.baseline, row.target, line(row.unit), row.by, row.internal)
            for row in workshop.measures
        ),
        principles=tuple(Principle(line(row.rule), line(row.will_not), row.internal) for row in workshop.principles),
    )


def place_of(workshop: Workshop, arena: Arena) -> Place:
    """Return a place to play, its verdict, and how it is won."""
    return Place(
        id=arena.id,
        name=line(arena.name),
        verdict=arena.verdict,
        reason=line(arena.reason),
        trigger=line(arena.trigger),
        reopen_on=arena.reopen_on,
        question=line(arena.question),
        decide_by=arena.decide_by,
        description=line(arena.description),
        today=arena.today,
        alternative=line(arena.alternative),
        advantage=line(arena.advantage),
        proof=line(arena.proof),
        proof_kind=arena.proof_kind,
        internal=arena.internal,
        conditions=tuple(
            Condition(
                *(row.id, line(row.text), row.confidence, line(row.test), row.by, name_of(workshop, row.who_id)),
                internal=row.internal,
            )
            for row in workshop.conditions(arena.id)
        ),
        capabilities=tuple(
            Capability(line(row.text), row.level, row.internal) for row in workshop.capabilities(arena.id)
        ),
    )


def selected_of(workshop: Workshop, row: Priority) -> Selected:
    """Return a selected priority with its people and its milestones, these by date."""
    owner = name_of(workshop, row.owner_id)
    return Selected(
        id=row.id,
        title=line(row.title),
        outcome=line(row.outcome),
        stop=line(row.stop),
        effort=row.effort,
        serves_all=row.serves_all,
        serves=tuple((arena.id, line(arena.name)) for arena in workshop.served_by(row)),
        owner=owner,
        accepted=row.accepted,
        accepted_if=line(row.accepted_if),
        deputy=name_of(workshop, row.deputy_id),
        helpers=tuple(line(party.name) for party in workshop.helpers(row)),
        decides_alone=line(row.decides_alone),
        hours=row.hours,
        leaves_desk=line(row.leaves_desk),
        milestones=tuple(sorted(_milestones(workshop, row.id, owner), key=by_date)),
        internal=row.internal,
    )


def _milestones(workshop: Workshop, priority_id: str, priority_owner: str) -> Iterable[Milestone]:
    for row in workshop.milestones_of(priority_id):
        said = standing.reports(workshop, row.id)[-1:]
        yield Milestone(
            id=row.id,
            priority_id=priority_id,
            title=line(row.title),
            due=row.due,
            first_due=row.first_due,
            done_when=line(row.done_when),
            owner=name_of(workshop, row.owner_id) or priority_owner,
            needs=tuple(needed.id for needed in workshop.needed_by(row)),
            confidence=row.confidence,
            celebrate=line(row.celebrate),
            evidence=line(row.evidence),
            standing=standing.SAID[said[0].standing] if said else "",
            updated=said[0].on if said else None,
            forecast=said[0].forecast if said else None,
            slips=changes.slip(workshop, row).times,
            internal=row.internal,
        )


def agreed_of(workshop: Workshop) -> tuple[Agreed, ...]:
    """The consent rounds that were held, or came to something."""
    return tuple(
        Agreed(
            proposal=line(row.proposal),
            fine=row.fine,
            concerns=row.concerns,
            objections=row.objections,
            against=tuple(
                f"{'objection' if said.serious else 'concern'}: {line(said.text)}"
                for said in workshop.objections(row.id)
            ),
            outcome=line(row.outcome) or ("nobody objects" if consents.passed(row) else "objected to"),
            review_on=row.review_on,
        )
        for row in consents.decided(workshop)
    )


def room_of(workshop: Workshop) -> Room:
    """Return who was there, and how the room decided."""
    brief = workshop.brief
    return Room(
        people=tuple(
            Attendee(line(party.name), party.present, party.votes, party.facilitates) for party in workshop.participants
        ),
        decider=name_of(workshop, brief.decider_id),
        rule=brief.decision_rule,
        voters=brief.voters,
        dots_each=brief.dots_each,
        dots_cap=brief.dots_cap,
        abstained=brief.abstained,
        fist=brief.fist,
        doubts=tuple(
            Doubt(row.score, line(row.text), name_of(workshop, row.party_id) if brief.attributed else "", row.internal)
            for row in workshop.reservations
        ),
        ground_rules=lines(brief.ground_rules),
        rating=brief.rating,
        keep_or_change=line(brief.keep_or_change),
    )


def risks_of(workshop: Workshop) -> tuple[Risk, ...]:
    """Those the room took up first."""
    return tuple(
        Risk(
            id=row.id,
            reason=line(row.reason),
            starred=row.starred,
            sign=line(row.sign),
            answer=line(row.answer),
            who=name_of(workshop, row.who_id),
            by=row.by,
            source=row.source,
            hits=(hit.id, line(hit.title)) if (hit := workshop.get(Priority, row.priority_id)) else None,
            plan_changed=row.plan_changed,
            internal=row.internal,
        )
        for row in in_order(workshop)
    )


def rhythm_of(workshop: Workshop, today: date) -> Rhythm:
    """Return when the plan is looked at from `today` on, who keeps it, and who may change what."""
    brief = workshop.brief
    return Rhythm(
        check_ins=tuple(_check_in(workshop, meeting) for meeting in schedule.next_dates(workshop, today)),
        keeper=name_of(workshop, brief.keeper_id),
        triggers=tuple(
            Trigger(
                *(line(row.signal), line(row.threshold), line(row.then), name_of(workshop, row.watcher_id)),
                internal=row.internal,
            )
            for row in workshop.triggers
        ),
        move_days=brief.move_days,
        drops_milestones=line(brief.drops_milestones),
        changes_choices=line(brief.changes_choices),
        holidays=tuple((span.first, span.last) for text in brief.holidays if (span := periods.read(text))),
    )


def _check_in(workshop: Workshop, meeting: schedule.Meeting) -> CheckIn:
    row = meeting.cadence
    if row is None:
        return CheckIn("check-in", meeting.on, None, "")
    return CheckIn(schedule.wording(workshop, row.kind).name, meeting.on, row.minutes, line(row.who))


def by_date(milestone: Milestone) -> tuple[date, int]:
    """Order milestones by due date, undated ones last, and by number within a day."""
    return milestone.due or date.max, int(milestone.id[1:])


def name_of(workshop: Workshop, party_id: str | None) -> str:
    """Return what a party is called, in one line; "" for nobody."""
    party = workshop.party(party_id)
    return line(party.name) if party else ""


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts in one line each, without those that are empty."""
    return tuple(filter(None, map(line, texts)))
