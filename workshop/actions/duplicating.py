"""The next workshop begins with the answers of the last one, and with what it left open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Acceptance, Action, Answer, Brief, Carried, Disposition, LookBack, Parked, Reservation
from data.value import Workshop, of_rows
from workshop.actions.lines import kept

#: What belongs to the day, not to the plan.
_OF_THE_DAY = (Acceptance, Action, Carried, Parked, Reservation)


def duplicate(workshop: Workshop, title: str, *, today: date) -> Workshop:
    """Return the next workshop, held on `today`: choices, priorities, owners and milestones stand as last answered.

    It is not adopted; the first check-in, votes, fingers, reservations and the message are yet to come. What was left
    open (actions, thoughts parked for later or without an answer, items still needed) is carried over.
    """
    brief = workshop.brief.replace(
        title=kept(title),
        held_on=today,
        ends_at=None,
        next_on=None,
        look_back=LookBack.OPEN,
        look_back_note="",
        dots_each=None,
        dots_cap=None,
        fist=(),
        attributed=False,
        message="",
        rating=None,
        keep_or_change="",
        version=0,
        adopted_on=None,
    )
    rows = [_as_answered(row) for row in workshop.rows.values() if not isinstance(row, (Brief, *_OF_THE_DAY))]
    copy = of_rows((brief, *rows), workshop.series)
    for text, since in _left_open(workshop):
        copy, _ = copy.add(Carried, text=kept(text), since=since)
    return copy


def _as_answered(row: Noun) -> Noun:
    if isinstance(row, Priority):
        return row.replace(dots=None)
    return row.replace(first_due=None) if isinstance(row, Milestone) else row


def _left_open(workshop: Workshop) -> Iterator[tuple[str, date | None]]:
    """What was left open, and since when: first what had been open before."""
    for carried in workshop.carried:
        if carried.answer in (Answer.OPEN, Answer.NEEDED):
            yield carried.text, carried.since
    held_on = workshop.brief.held_on
    for action in workshop.actions:
        who = workshop.party(action.who_id)
        yield f"{who.name}: {action.text}" if who else action.text, held_on
    for parked in workshop.parked:
        if parked.disposition in (Disposition.LATER, Disposition.OPEN):
            yield parked.text, held_on
