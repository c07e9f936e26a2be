"""The next workshop begins with the answers of the last one, and with what it left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from data.nouns.base import Noun
from data.nouns.change import Adjustment
from data.nouns.check_in import (
    Agreed,
    Attends,
    FollowUp,
    Judgment,
    Reading,
    Report,
    Revisit,
    Sitting,
    Watch,
    Win,
)
from data.nouns.direction import Measure
from data.nouns.planning import Milestone, Needs, Priority
from data.nouns.room import (
    Acceptance,
    Action,
    Answer,
    Brief,
    Carried,
    Consent,
    Disposition,
    LookBack,
    Objection,
    Parked,
    Reservation,
    Stretch,
)
from data.value import Workshop, of_rows
from workshop.actions import timing
from workshop.actions.lines import kept
from workshop.check_ins.agreed import in_order, open_actions

#: What belongs to the day, or to the year that is over, not to the plan.
_OF_THE_DAY = (Acceptance, Action, Carried, Consent, Objection, Parked, Reservation, Stretch, Adjustment)
_OF_CHECK_INS = (Sitting, Attends, Agreed, Report, FollowUp, Reading, Revisit, Watch, Judgment, Win)


def duplicate(workshop: Workshop, title: str, *, today: date) -> Workshop:
    """Return the next workshop, held on `today`: choices, priorities, owners and milestones stand as last answered.

    It is not adopted; the first check-in, votes, fingers, reservations and the message are yet to come. What was left
    open (actions, thoughts parked for later or without an answer, items still needed) is carried over. What was
    dropped stays behind; a measure starts from where it stood when it was last looked at. How long each step took is
    proposed for it.
    """
    brief = workshop.brief.replace(
        title=kept(title),
        follows=workshop.brief.title,
        held_on=today,
        ends_at=None,
        next_on=None,
        look_back=LookBack.OPEN,
        look_back_note="",
        dots_each=None,
        dots_cap=None,
        voting=False,
        abstained=None,
        fist=(),
        attributed=False,
        message="",
        rating=None,
        keep_or_change="",
        version=0,
        adopted_on=None,
        adopted_at=None,
    )
    left = (Brief, *_OF_THE_DAY, *_OF_CHECK_INS)
    dropped = {row.id for row in workshop.of(Milestone) if row.dropped_on is not None}
    stood = {row.measure_id: row.value for each in in_order(workshop) for row in workshop.at(Reading, each.id)}
    rows = [
        _as_answered(row, stood)
        for row in workshop.rows.values()
        if not isinstance(row, left) and dropped.isdisjoint(_milestones(row))
    ]
    copy = of_rows((brief, *rows, *timing.for_next(workshop)), workshop.series)
    for text, since, internal in _left_open(workshop):
        copy, _ = copy.add(Carried, text=kept(text), since=since, internal=internal)
    return copy


def _milestones(row: Noun) -> tuple[str, ...]:
    """The milestones that a row is, or joins."""
    if isinstance(row, Needs):
        return row.milestone_id, row.needs_id
    return (row.id,) if isinstance(row, Milestone) else ()


def _as_answered(row: Noun, stood: Mapping[str, Decimal | None]) -> Noun:
    match row:
        case Priority():
            return row.replace(dots=None)
        case Milestone():
            return row.replace(first_due=None)
        case Measure() if stood.get(row.id) is not None:
            return row.replace(baseline=stood[row.id])
    return row


def _left_open(workshop: Workshop) -> Iterator[tuple[str, date | None, bool]]:
    """What was left open, since when, and whether it is internal: first what had been open before."""
    for carried in workshop.carried:
        if carried.answer in (Answer.OPEN, Answer.NEEDED):
            yield carried.text, carried.since, carried.internal
    held_on = workshop.brief.held_on
    for action in open_actions(workshop):
        who = workshop.party(action.who_id)
        parked = workshop.get(Parked, action.parked_id)
        internal = action.internal or (parked is not None and parked.internal)
        yield f"{who.name}: {action.text}" if who else action.text, held_on, internal
    for parked in workshop.parked:
        if parked.disposition in (Disposition.LATER, Disposition.OPEN):
            yield parked.text, held_on, parked.internal
