"""Stretches of the calendar (weeks, months, quarters, years) and the days in them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from workshop.date_words import Edge, Unit


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both included; a week ends on its Friday."""

    unit: Unit
    first: date
    last: date

    def at(self, edge: Edge) -> date:
        """Return its first day, its last, or the one called its middle (see `workshop.dates`)."""
        if edge == "start":
            return self.first
        if edge == "end":
            return self.last
        if self.unit == "week":
            return self.first + timedelta(2)
        if self.unit == "year":
            return date(self.first.year, 6, 30)
        return date(self.first.year, (self.first.month + self.last.month) // 2, 15)

    def nth_weekday(self, nth: int, weekday: int) -> date | None:
        """Return its `nth` such weekday (Monday 0), counted from 1, or from the end by -1; None when it has none."""
        if nth > 0:
            day = weekday_from(self.first, weekday) + timedelta(7 * (nth - 1))
        else:
            day = self.last - timedelta((self.last.weekday() - weekday) % 7 + 7 * (-nth - 1))
        return day if self.first <= day <= self.last else None


def month(year: int, number: int) -> Stretch:
    """Return a month, 1 to 12."""
    return Stretch("month", date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Stretch:
    """Return a quarter, 1 to 4."""
    return Stretch("quarter", month(year, 3 * number - 2).first, month(year, 3 * number).last)


def year(number: int) -> Stretch:
    """Return a whole year."""
    return Stretch("year", date(number, 1, 1), date(number, 12, 31))


def around(day: date, unit: Unit, *, ahead: int = 0) -> Stretch:
    """Return the stretch that holds `day`, or the one so many `ahead` of it; a day is a stretch of one."""
    if unit == "year":
        return year(day.year + ahead)
    if unit == "quarter":
        then = months_later(day, 3 * ahead)
        return quarter(then.year, (then.month + 2) // 3)
    if unit == "month":
        then = months_later(day, ahead)
        return month(then.year, then.month)
    if unit == "week":
        monday = day + timedelta(7 * ahead - day.weekday())
        return Stretch("week", monday, monday + timedelta(4))
    return Stretch("day", day + timedelta(ahead), day + timedelta(ahead))


def months_later(day: date, count: int) -> date:
    """Return the same day so many months later (or earlier), or the last of that month where it is shorter."""
    years, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(years, index + 1, min(day.day, monthrange(years, index + 1)[1]))


def weekday_from(day: date, weekday: int) -> date:
    """Return the first such weekday (Monday 0) on or after `day`."""
    return day + timedelta((weekday - day.weekday()) % 7)


def coming(day: int, today: date, in_month: int | None = None) -> date:
    """Return the first day of that number (1 to 31) on or after `today`, in any month or always in the same.

    Raises ValueError when no month has it.
    """
    # Eight years hold every day of the calendar: 29 February is left out in 2100.
    for months in range(12 * 8 + 1):
        then = months_later(today.replace(day=1), months)
        if in_month in (None, then.month) and day <= monthrange(then.year, then.month)[1]:
            found = then.replace(day=day)
            if found >= today:
                return found
    raise ValueError(f"no month has a day {day}")
