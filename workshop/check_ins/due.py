"""The next check-in: its date and what it is for; how far that is `workshop.check_ins.lateness` says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from data.nouns.check_in import Occasion, Sitting
from data.nouns.rhythm import Cadence, CheckIn
from data.nouns.room import Agenda
from data.value import Workshop
from workshop.check_ins import schedule

#: At these choices may change, whether or not a trigger has fired.
CHOOSING = frozenset({Occasion.RESET, Occasion.REFRESH})

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


def under_way(workshop: Workshop) -> Sitting | None:
    """Return the check-in that was begun and is not closed yet; the last one of several."""
    begun = [row for row in open_ones(workshop) if row.held_on]
    return begun[-1] if begun else None


def may_choose(workshop: Workshop) -> bool:
    """Whether choices may change now: at a quarterly or yearly check-in, or at the extra one of a fired trigger."""
    sitting = under_way(workshop)
    return sitting is not None and (sitting.kind in CHOOSING or sitting.trigger_id is not None)


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
    called, usual = next((row for row in open_ones(workshop) if row.planned_on), None), regular(workshop)
    if called and called.planned_on and (usual is None or called.planned_on <= usual.on):
        return Next(called.planned_on, called.kind, _cadence(workshop, called.kind), called)
    return usual


def regular(workshop: Workshop) -> Next | None:
    """Return the next check-in by what was agreed and the rhythm alone, whatever was called for before it."""
    on = _agreed(workshop)
    if on is None or not workshop.brief.version:
        return None
    ahead = schedule.meetings(workshop, on + timedelta(_AHEAD), on)
    cadence = next((each.cadence for each in ahead if each.on == on), None)
    return Next(on, _occasion(workshop, cadence), cadence)


def is_regular(workshop: Workshop, occasion: Occasion) -> bool:
    """Whether a check-in of this kind takes the place of the one the rhythm has next."""
    if occasion is Occasion.SOLO:
        return workshop.brief.agenda == Agenda.SOLO
    return occasion is not Occasion.EXTRA


def by_message(workshop: Workshop, coming: Next) -> bool:
    """Whether a message each takes the place of the next check-in."""
    return schedule.by_message(workshop, schedule.Meeting(coming.on, coming.cadence))


def following(workshop: Workshop, day: date) -> date | None:
    """Return the date of the first check-in after `day` by the rhythm; None when there is none."""
    if workshop.brief.next_on is None:
        return None
    ahead = schedule.meetings(workshop, max(day, workshop.brief.next_on) + timedelta(_AHEAD), day + timedelta(1))
    return ahead[0].on if ahead else None


def called(workshop: Workshop, occasion: Occasion) -> str:
    """Return what a check-in is called on the wall and in documents: "fortnightly check-in"."""
    if occasion is Occasion.EXTRA:
        return "extra check-in"
    if occasion is Occasion.SOLO:
        return "check-in alone"
    return schedule.wording(workshop, CheckIn(occasion.value)).name


def _agreed(workshop: Workshop) -> date | None:
    """The date agreed last, or the first one until it was; a first date behind the last check-in begins anew."""
    first, covered = workshop.brief.next_on, schedule.covered(workshop)
    if covered and (first is None or first <= covered):
        return closed(workshop)[-1].next_on
    return first


def _cadence(workshop: Workshop, occasion: Occasion) -> Cadence | None:
    return next((row for row in workshop.cadences if row.kind.value == occasion.value), None)


def _occasion(workshop: Workshop, cadence: Cadence | None) -> Occasion:
    """What a check-in is by its kind in the rhythm; one that the rhythm does not know is of the most frequent kind."""
    cadence = cadence or next(iter(workshop.cadences), None)
    small = cadence is None or cadence.kind is CheckIn.PULSE
    if small and workshop.brief.agenda == Agenda.SOLO:
        return Occasion.SOLO
    return Occasion(cadence.kind.value) if cadence else Occasion.REVIEW
