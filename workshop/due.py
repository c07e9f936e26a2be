"""The next check-in: its date, what it is for, and how late it is, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from data.nouns.check_in import Occasion, Sitting
from data.nouns.rhythm import Cadence, CheckIn
from data.nouns.room import Agenda
from data.value import Workshop
from workshop import check_ins

#: How far the rhythm is searched for the check-in that was agreed, in days.
_AHEAD = 400


class Next(NamedTuple):
    """The next check-in. `cadence` is its kind in the rhythm, None for one without; `sitting` is there once it is
    called for or begun."""

    on: date
    occasion: Occasion
    cadence: Cadence | None = None
    sitting: Sitting | None = None


def closed(workshop: Workshop) -> tuple[Sitting, ...]:
    """The check-ins that were held and closed, the latest last."""
    rows = (row for row in workshop.check_ins if row.version is not None)
    return tuple(sorted(rows, key=lambda row: row.version or 0))


def open_ones(workshop: Workshop) -> tuple[Sitting, ...]:
    """The check-ins that were called for or begun, the earliest first."""
    rows = (row for row in workshop.check_ins if row.version is None)
    return tuple(sorted(rows, key=lambda row: (row.planned_on or date.max, row.number)))


def next_on(workshop: Workshop) -> date | None:
    """Return the date of the next check-in, in the past when it is overdue; None for a draft, or without a date.

    `data.listing` says the same of what is on disk.
    """
    found = next_one(workshop)
    return found.on if found else None


def next_one(workshop: Workshop) -> Next | None:
    """Return the next check-in: what was agreed, by the rhythm, or one that was called for before that."""
    if not workshop.brief.version:
        return None
    called = next((row for row in open_ones(workshop) if row.planned_on), None)
    regular = _regular(workshop)
    if called and called.planned_on and (regular is None or called.planned_on <= regular):
        return Next(called.planned_on, called.kind, _cadence(workshop, called.kind), called)
    if regular is None:
        return None
    cadence = _on(workshop, regular)
    return Next(regular, Occasion(cadence.kind) if cadence else _smallest(workshop), cadence)


def following(workshop: Workshop, day: date) -> date | None:
    """Return the date of the first check-in after `day` by the rhythm; None when there is none."""
    if workshop.brief.next_on is None:
        return None
    ahead = check_ins.meetings(workshop, max(day, workshop.brief.next_on) + timedelta(_AHEAD), day + timedelta(1))
    return ahead[0].on if ahead else None


def overdue(on: date, today: date) -> int:
    """Return by how many days a date has passed; 0 while it has not."""
    return max((today - on).days, 0)


def in_words(on: date, today: date) -> str:
    """Return how far a date is: "today", "tomorrow", "in 12 days", "3 days overdue"."""
    days = (on - today).days
    if days < 0:
        return f"{-days} day{'' if days == -1 else 's'} overdue"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def called(workshop: Workshop, occasion: Occasion) -> str:
    """Return what a check-in is called on the wall and in documents: "fortnightly check-in"."""
    if occasion is Occasion.EXTRA:
        return "extra check-in"
    if occasion is Occasion.SOLO:
        return "check-in alone"
    return check_ins.wording(workshop, CheckIn(occasion.value)).name


def _regular(workshop: Workshop) -> date | None:
    """The date agreed last, or the first one until it was; a first date behind the last check-in begins anew."""
    first, held = workshop.brief.next_on, [row.held_on for row in closed(workshop) if row.held_on]
    if held and (first is None or first <= max(held)):
        return closed(workshop)[-1].next_on
    return first


def _on(workshop: Workshop, day: date) -> Cadence | None:
    ahead = check_ins.meetings(workshop, day + timedelta(_AHEAD), day)
    return next((each.cadence for each in ahead if each.on == day), None)


def _cadence(workshop: Workshop, occasion: Occasion) -> Cadence | None:
    return next((row for row in workshop.cadences if row.kind.value == occasion.value), None)


def _smallest(workshop: Workshop) -> Occasion:
    """What a check-in is that the rhythm does not know: of its most frequent kind."""
    if workshop.brief.agenda == Agenda.SOLO:
        return Occasion.SOLO
    return next((Occasion(row.kind.value) for row in workshop.cadences), Occasion.REVIEW)
