"""The dates on which the plan is looked at together, by simple rules from the first one on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from data.nouns.check_in import Occasion
from data.nouns.rhythm import Cadence, CheckIn, Preset
from data.nouns.room import Brief
from data.value import Workshop
from workshop.check_ins import periods, recurrence
from workshop.check_ins.recurrence import Recurrence
from workshop.dates import LAST_DAY
from workshop.steps import Content, load
from workshop.stretches import months_later
from workshop.wording import CheckInWords

#: The most frequent kind first: where two fall together, the later one takes the place of the other.
_ORDER = tuple(CheckIn)

#: Within them every kind of check-in comes, so that what was agreed once makes no difference any more.
_SOME_YEARS = timedelta(days=800)

#: A quarterly check-in sooner than this after the first one would have nothing to look back on.
_TOO_SOON = timedelta(weeks=6)

#: In which months of the year a quarter begins.
_QUARTERS = (1, 4, 7, 10)

_WEEK = timedelta(weeks=1)
#: Three months before it there is still a calendar.
_EARLIEST = date(1, 6, 1)
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


class Occurrence(NamedTuple):
    """A day on which a kind of check-in would come by its rule, and the one on which it does; None: it falls out."""

    cadence: Cadence
    planned: date
    on: date | None


def meetings(workshop: Workshop, until: date, since: date | None = None) -> tuple[Meeting, ...]:
    """Return the check-ins from the first one, whose date the room gave, to `until`; none without that date.

    With `since` those before it are left out.

    The first one is of the most frequent kind. A pulse comes every so many weeks from then on. The monthly check-in is
    on the first such weekday of a month or, where it is the most frequent one, in that week of the month which the
    first one was in. In January, April, July and October the quarterly one takes its place, in the month of the
    workshop the yearly one; a pulse on the same day falls out. In the group's holidays a pulse is left out, any other
    is put off by weeks. Where a check-in ended with another date than that, the next one is on that date.
    """
    first = workshop.brief.next_on
    if first is None or first > until or (since is not None and since > until):
        return ()
    since = first if since is None else max(since, first)
    if not workshop.cadences:
        on = _agreed(workshop)[1] or first
        return (Meeting(on, None),) if since <= on <= until else ()
    days = {each.on: each.cadence for each in occurrences(workshop, until, since) if each.on}
    return tuple(Meeting(on, days[on]) for on in sorted(days) if since <= on <= until)


def occurrences(workshop: Workshop, until: date, since: date | None = None) -> tuple[Occurrence, ...]:
    """Return what the rules of the rhythm give from about `since` (default: the first one) to `until`.

    The first check-in is there too, whether or not a rule gives its day. Nothing without a first date or a rhythm.
    """
    first = workshop.brief.next_on
    rows = _rows(workshop)
    if first is None or not rows:
        return ()
    held_until, agreed = _agreed(workshop)
    since = max(first, since or first)
    if agreed is not None and since > max(agreed, held_until) + _SOME_YEARS:
        agreed = None
    if agreed is not None:
        since = max(first, min(since, held_until))
    found = tuple(_by_the_rules(workshop, rows, first, since, until))
    return found if agreed is None else tuple(_as_agreed(found, held_until, agreed))


def rules(workshop: Workshop) -> dict[CheckIn, Recurrence]:
    """Return by which rule each kind comes, were there no other kinds; nothing without a first date."""
    first = workshop.brief.next_on
    rows = _rows(workshop)
    if first is None or not rows:
        return {}
    smallest = min(rows, key=_ORDER.index)
    nth = 1
    if smallest != CheckIn.PULSE:
        nth = (first.day - 1) // 7 + 1
        nth = -1 if nth == 5 else nth
    begin = first if smallest == CheckIn.PULSE else months_later(first.replace(day=1), 1)
    held_on = workshop.brief.held_on or first
    found: dict[CheckIn, Recurrence] = {}
    for kind, row in rows.items():
        weekday = first.weekday() if row.weekday is None else row.weekday % 7
        match kind:
            case CheckIn.PULSE:
                weeks = wording(workshop, CheckIn.PULSE).weeks or 2
                found[kind] = recurrence.in_the_week_of(first, weekday, weeks)
            case CheckIn.REVIEW:
                found[kind] = recurrence.monthly(begin, nth, weekday)
            case CheckIn.RESET:
                found[kind] = recurrence.monthly(max(begin, first + _TOO_SOON), nth, weekday, _QUARTERS)
            case CheckIn.REFRESH:
                year_after = date(min(held_on.year + 1, date.max.year), 1, 1)
                found[kind] = recurrence.monthly(max(begin, year_after), nth, weekday, (held_on.month,))
    return found


def by_message(workshop: Workshop, meeting: Meeting) -> bool:
    """Whether a check-in is so small, and its month so busy, that a message each takes the place of meeting."""
    return meeting.kind == CheckIn.PULSE and meeting.on.month in workshop.brief.busy_months


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


def _rows(workshop: Workshop) -> dict[CheckIn, Cadence]:
    return {row.kind: row for row in reversed(workshop.cadences)}


def _by_the_rules(
    workshop: Workshop, rows: dict[CheckIn, Cadence], first: date, since: date, until: date
) -> Iterator[Occurrence]:
    """What the rules give: of a month one that is more than a pulse, and of a day the largest."""
    by_rule = rules(workshop)
    away = _holidays(workshop)
    # What was put off may stand up to two months later.
    early = max(months_later(max(since, _EARLIEST).replace(day=1), -3), _EARLIEST)
    months: dict[tuple[int, int], tuple[date, CheckIn]] = {}
    given: list[tuple[date, CheckIn]] = []
    for kind in (CheckIn.REVIEW, CheckIn.RESET, CheckIn.REFRESH):
        for on in by_rule[kind].days(early, until) if kind in by_rule else ():
            given.append((on, kind))
            months[on.year, on.month] = on, kind
    taken = {first: rows[min(rows, key=_ORDER.index)]}
    moved: dict[tuple[date, CheckIn], date] = {}
    for on, kind in sorted(months.values()):
        day = _put_off(on, away)
        if first <= day and (day not in taken or _ORDER.index(taken[day].kind) < _ORDER.index(kind)):
            taken[day] = rows[kind]
            moved[on, kind] = day
    yield Occurrence(taken[first], first, first)
    for on, kind in given:
        put_off = moved.get((on, kind))
        stands = put_off is not None and put_off != first and taken[put_off] is rows[kind]
        yield Occurrence(rows[kind], on, put_off if stands else None)
    if CheckIn.PULSE in rows:
        pulse = rows[CheckIn.PULSE]
        for on in by_rule[CheckIn.PULSE].days(since, until):
            stands = on not in taken and not any(on in period for period in away)
            yield Occurrence(pulse, on, on if stands else None)


def covered(workshop: Workshop) -> date | None:
    """Return up to which day check-ins were held, early ones up to the day they stood for; None before the first."""
    closed = [row for row in workshop.check_ins if row.version is not None]
    held = [row.held_on for row in closed]
    planned = [row.planned_on for row in closed if row.kind is not Occasion.EXTRA]
    return max(filter(None, (*held, *planned)), default=None)


def _agreed(workshop: Workshop) -> tuple[date, date | None]:
    """Up to which day check-ins were held, and the date that was agreed for the next one, if it still counts."""
    first, day = workshop.brief.next_on, covered(workshop)
    if day is None or (first is not None and first > day):
        return date.min, None
    last = max(
        (row for row in workshop.check_ins if row.version is not None), key=lambda row: (row.version, row.number)
    )
    return day, last.next_on


def _as_agreed(found: Iterable[Occurrence], held_until: date, agreed: date) -> Iterator[Occurrence]:
    """The same, with the next one after the day `held_until` on the day that was agreed, and none before."""
    ahead = sorted((each for each in found if each.on and held_until < each.on), key=lambda each: each.on or date.max)
    on_time = any(each.on == agreed for each in ahead)
    moved = None if on_time or not ahead else ahead[0]
    for each in found:
        if each is moved:
            yield each._replace(on=agreed)
        elif each.on and held_until < each.on < agreed:
            yield each._replace(on=None)
        else:
            yield each


def _holidays(workshop: Workshop) -> tuple[periods.Period, ...]:
    return tuple(period for text in workshop.brief.holidays if (period := periods.read(text)))


def _put_off(on: date, away: Iterable[periods.Period]) -> date:
    """The same weekday in the first week in which the group is there, unless it is away for two months."""
    days = (on + weeks * _WEEK for weeks in range(_LONGEST_AWAY + 1))
    return next((day for day in days if not any(day in period for period in away)), on)
