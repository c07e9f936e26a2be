"""A date that comes again, as RFC 5545 says it, and the days on which it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from dateutil.rrule import rrulestr

from workshop.stretches import months_later

#: The days of the week as the standard abbreviates them, Monday first.
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Recurrence(NamedTuple):
    """`rule` is an RRULE's value, without a count or an end; `start` a day from which on it holds.

    `weeks` is the number of weeks from one to the next, 0 where it goes by months.
    """

    rule: str
    start: date
    weeks: int = 0

    def days(self, since: date, until: date) -> Iterator[date]:
        """Yield the days from `since` to `until`, both included, that are not before the start."""
        since = max(since, self.start)
        begin = self.start
        # The rule gives the same days from any of its own on; beginning near by saves counting through the years.
        if self.weeks:
            begin += timedelta(weeks=(since - begin).days // (7 * self.weeks) * self.weeks)
        else:
            begin = max(begin, since.replace(day=1))
        if begin > until:
            return
        found = rrulestr(self.rule, dtstart=datetime.combine(begin, time()))
        for each in found.xafter(datetime.combine(since, time()), inc=True):
            if each.date() > until:
                return
            yield each.date()

    def first(self) -> date:
        """The first day on which it comes."""
        return next(self.days(self.start, months_later(self.start, 25)))


def weekly(start: date, weeks: int) -> Recurrence:
    """Every so many weeks, on the weekday of `start`, from that day on."""
    return Recurrence(f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={_DAYS[start.weekday()]}", start, weeks)


def monthly(start: date, nth: int, weekday: int, months: tuple[int, ...] = ()) -> Recurrence:
    """On the nth such weekday (Monday 0; -1: the last one) of every month, or of some months of the year (1 to 12)."""
    day = f"{nth}{_DAYS[weekday]}"
    if not months:
        return Recurrence(f"FREQ=MONTHLY;BYDAY={day}", start)
    return Recurrence(f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYDAY={day}", start)


def in_the_week_of(day: date, weekday: int, weeks: int) -> Recurrence:
    """Every so many weeks after `day`, on another day of the week perhaps."""
    return weekly(day + timedelta(weekday - day.weekday(), weeks=weeks), weeks)
