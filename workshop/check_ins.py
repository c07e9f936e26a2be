"""The dates on which the plan is looked at together, by simple rules from the first one on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from data.nouns.rhythm import Cadence, CheckIn, Preset
from data.nouns.room import Brief
from data.value import Workshop
from workshop import periods
from workshop.dates import LAST_DAY
from workshop.steps import Content, load
from workshop.stretches import month, months_later
from workshop.wording import CheckInWords

#: The most frequent kind first: where two fall together, the later one takes the place of the other.
_ORDER = tuple(CheckIn)

#: A quarterly check-in sooner than this after the first one would have nothing to look back on.
_TOO_SOON = timedelta(weeks=6)

#: In which months of the year a quarter begins.
_QUARTERS = (1, 4, 7, 10)

_WEEK = timedelta(weeks=1)
_LONGEST_AWAY = 8

#: Days over which the time is counted that check-ins take, and the quarters in them.
_YEAR = 364
_A_YEAR = 4


class Meeting(NamedTuple):
    """A day on which the plan is looked at, and what for; None where no rhythm is chosen yet."""

    on: date
    cadence: Cadence | None

    @property
    def kind(self) -> CheckIn | None:
        return self.cadence.kind if self.cadence else None


def wordings(preset: Preset, content: Content | None = None) -> tuple[CheckInWords, ...]:
    """Return the check-ins of a rhythm, the most frequent one first; none for no rhythm."""
    rhythms = (content or load()).step("rhythm").rhythms
    return next((rhythm.check_ins for rhythm in rhythms if rhythm.preset == preset), ())


def wording(workshop: Workshop, kind: CheckIn, content: Content | None = None) -> CheckInWords:
    """Return what a kind of check-in is called and how it is usually held, in the workshop's rhythm."""
    for preset in (workshop.brief.rhythm, Preset.STANDARD):
        for words in wordings(preset, content):
            if words.kind == kind:
                return words
    raise KeyError(kind)


def meetings(workshop: Workshop, until: date, since: date | None = None) -> tuple[Meeting, ...]:
    """Return the check-ins from the first one, whose date the room gave, to `until`; none without that date.

    With `since` those before it are left out.

    The first one is of the most frequent kind. A pulse comes every so many weeks from then on. The monthly check-in is
    on the first such weekday of a month or, where it is the most frequent one, in that week of the month which the
    first one was in. In January, April, July and October the quarterly one takes its place, in the month of the
    workshop the yearly one; a pulse on the same day falls out. In the group's holidays a pulse is left out, any other
    is put off by weeks.
    """
    first = workshop.brief.next_on
    if first is None or first > until:
        return ()
    since = first if since is None else max(since, first)
    rows = {row.kind: row for row in reversed(workshop.cadences)}
    if not rows:
        return (Meeting(first, None),) if since == first else ()
    smallest = min(rows, key=_ORDER.index)
    away = _holidays(workshop)
    found = {first: rows[smallest]}
    for on, kind in _monthly(workshop, rows, smallest, since, until):
        day = _put_off(on, away)
        if first <= day <= until and (day not in found or _ORDER.index(found[day].kind) < _ORDER.index(kind)):
            found[day] = rows[kind]
    if (pulse := rows.get(CheckIn.PULSE)) is not None:
        for on in _weekly(first, pulse, wording(workshop, CheckIn.PULSE).weeks or 2, since, until):
            if on not in found and not any(on in period for period in away):
                found[on] = pulse
    return tuple(Meeting(on, found[on]) for on in sorted(found) if on >= since)


def coming(workshop: Workshop, today: date, days: int = 366) -> tuple[Meeting, ...]:
    """Return the check-ins from `today` on, so many days ahead, and in any case the first one."""
    first = workshop.brief.next_on or today
    until = min(max(today, first), LAST_DAY) + timedelta(days)
    return meetings(workshop, until, today)


def next_dates(workshop: Workshop, today: date) -> tuple[Meeting, ...]:
    """Return the next check-in of each kind, in the order of the calendar."""
    found: dict[CheckIn | None, Meeting] = {}
    for meeting in coming(workshop, today, 2 * 366):
        found.setdefault(meeting.kind, meeting)
    return tuple(sorted(found.values(), key=lambda meeting: meeting.on))


def hours_a_quarter(workshop: Workshop, today: date) -> float:
    """Return the hours a quarter that the check-ins of the year from `today` on cost whoever comes to all of them.

    Without a first date they are counted as if they began today.
    """
    if workshop.brief.next_on is None:
        workshop = workshop.change(Brief, "W", next_on=today)
    minutes = sum(row.minutes or 0 for _, row in coming(workshop, today, _YEAR) if row is not None)
    return minutes / 60 / _A_YEAR


def _weekly(first: date, pulse: Cadence, weeks: int, since: date, until: date) -> Iterator[date]:
    """Every so many weeks after the first one, on the weekday of the pulse."""
    weekday = first.weekday() if pulse.weekday is None else pulse.weekday % 7
    on = first + timedelta(weekday - first.weekday()) + weeks * _WEEK
    on += max((since - on) // (weeks * _WEEK), 0) * weeks * _WEEK
    while on <= until:
        yield on
        on += weeks * _WEEK


def _monthly(
    workshop: Workshop, rows: dict[CheckIn, Cadence], smallest: CheckIn, since: date, until: date
) -> Iterator[tuple[date, CheckIn]]:
    """The one check-in of each month that is more than a pulse, from the month of the first one on."""
    first = workshop.brief.next_on
    assert first is not None
    nth = 1
    if smallest != CheckIn.PULSE:
        nth = (first.day - 1) // 7 + 1
        nth = -1 if nth == 5 else nth
    held_on = workshop.brief.held_on or first
    # What was put off may stand up to two months later.
    passed = (since.year - first.year) * 12 + since.month - first.month - 3
    for ahead in count(max(passed, 0 if smallest == CheckIn.PULSE else 1)):
        begin = months_later(first.replace(day=1), ahead)
        if begin > until:
            return
        for kind in _fitting(begin, held_on):
            row = rows.get(kind)
            if row is None:
                continue
            weekday = first.weekday() if row.weekday is None else row.weekday % 7
            on = month(begin.year, begin.month).nth_weekday(nth, weekday)
            assert on is not None
            if kind == CheckIn.RESET and on - first < _TOO_SOON:
                continue
            yield on, kind
            break


def _fitting(begin: date, held_on: date) -> Iterator[CheckIn]:
    """The kinds that a month has room for, the one that takes the place of the others first."""
    if begin.month == held_on.month and begin.year > held_on.year:
        yield CheckIn.REFRESH
    if begin.month in _QUARTERS:
        yield CheckIn.RESET
    yield CheckIn.REVIEW


def _holidays(workshop: Workshop) -> tuple[periods.Period, ...]:
    return tuple(period for text in workshop.brief.holidays if (period := periods.read(text)))


def _put_off(on: date, away: Iterable[periods.Period]) -> date:
    """The same weekday in the first week in which the group is there, unless it is away for two months."""
    days = (on + weeks * _WEEK for weeks in range(_LONGEST_AWAY + 1))
    return next((day for day in days if not any(day in period for period in away)), on)
