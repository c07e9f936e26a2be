"""Stretches of days in which nobody is there: read from what people type, kept as ISO 8601 has them, said back."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from workshop import dates
from workshop.date_words import words_for
from workshop.steps import load


class Period(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def parse(text: str, today: date, language: str | None = None) -> Period:
    """Return the days that `text` names, seen from `today`: one date, or two with a dash or "to" between.

    Raises DateNotUnderstood when a date is not understood, or when the second comes before the first.
    """
    language = language or load().language
    try:
        day = dates.parse_date(text, today, language)
        return Period(day, day)
    except dates.DateNotUnderstood:
        ends = _between(language).split(text.strip())
        if len(ends) != 2:
            raise
    first = dates.parse_date(ends[0], today, language)
    last = dates.parse_date(ends[1], first, language)
    if last < first:
        shown = dates.say(last, language), dates.say(first, language)
        raise dates.DateNotUnderstood(words_for(language).sentences.ends_first.format(last=shown[0], first=shown[1]))
    return Period(first, last)


def kept(period: Period) -> str:
    """Return a period as it is kept: "2026-12-25", or "2026-12-24/2027-01-02"."""
    return "/".join(dict.fromkeys(day.isoformat() for day in period))


def read(text: str) -> Period | None:
    """Return the period that was kept as `text`, or None when it is none."""
    first, _, last = text.partition("/")
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        return None


def say(period: Period, today: date, language: str | None = None) -> str:
    """Return a period as people write it: "24 Dec – 2 Jan", years only where they are not plain from `today`."""
    language = language or load().language
    first = dates.short(period.first, today, language)
    return first if period.first == period.last else f"{first} – {dates.short(period.last, period.first, language)}"


def _between(language: str) -> re.Pattern[str]:
    words = "|".join(words_for(language).upto.split())
    return re.compile(rf"\s*(?:[–—/]|\.\.+)\s*|\s+(?:-|{words})\s+", re.IGNORECASE)
