"""Dates as people say them: read without guessing, and said back with their weekday.

They are in the language given, else in that of the method this process works by. What is not wholly understood is
refused in one sentence that says what to type. The rules, where custom leaves room:

- A day, month or quarter without a year is the next one on or after today: on 10 March, "start of march" is next
  year's. "this" and "next" mean the calendar's: "start of this month" is past on every day but the first.
- A month or quarter alone stands for its last day: "march 2027" is 31 March 2027, "q3" ends on 30 September.
- The middle of a month is its 15th, of a quarter the 15th of its second month, of a year 30 June, of a week Wednesday;
  the end of a week is its Friday. Weeks begin on Monday, quarters with January, April, July and October.
- "friday" is the next one after today, "this friday" may be today, "next friday" is the one of next week.
- A month after 31 January is the last day of February.
- Figures with dots are day, month, year. With slashes or hyphens either of the first two may be the month: when both
  could, and it makes a difference, the date is refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from workshop import stretches
from workshop.date_tokens import (
    Count,
    Figures,
    Month,
    Nth,
    Number,
    Part,
    Quarter,
    Shift,
    Span,
    Token,
    Weekday,
    Word,
    tokens,
)
from workshop.date_words import DateWords, Unit, words_for
from workshop.steps import load
from workshop.stretches import Stretch

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)


class DateNotUnderstood(ValueError):
    """A date or time that cannot be taken; `str()` is one sentence that says what to type."""


def parse_date(text: str, today: date, language: str | None = None) -> date:
    """Return the day that `text` names, seen from `today`, from 1900 to 2200.

    Raises DateNotUnderstood when any part of it is not understood, or when it has more than one reading.
    """
    words = _words(language)
    typed = text.strip().casefold()
    first, _, rest = typed.partition(" ")
    if rest and first in words.leading.split():
        typed = rest
    read = tokens(typed, words)
    day = _day(_without_of(read), today, words) if read else None
    if day is None:
        raise DateNotUnderstood(words.sentences.not_understood)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _out_of_range(words)
    return day


def say(day: date, language: str | None = None) -> str:
    """Return a day with its weekday, as in "Wed 30 Jun 2027"; `parse_date` reads it back."""
    words = _words(language)
    return _shown(day, words.shown, words)


def short(day: date, today: date, language: str | None = None) -> str:
    """Return "30 Jun", with the year only where `parse_date` would take it for another one."""
    words = _words(language)
    pattern = words.shown_short if day == stretches.coming(day.day, today, day.month) else words.shown_plain
    return _shown(day, pattern, words)


def weekday(day: date, language: str | None = None) -> str:
    """Return "Wed"."""
    return _short(_words(language).weekdays[day.weekday()])


def until(day: date, today: date, language: str | None = None) -> str:
    """Return how far off a day is: "in 37 days", "tomorrow", "today", "yesterday" or "3 days ago"."""
    said, days = _words(language).sentences, (day - today).days
    near = {0: said.today, 1: said.tomorrow, -1: said.yesterday}
    return near.get(days) or (said.in_days if days > 0 else said.days_ago).format(days=abs(days))


def echo(day: date, today: date, language: str | None = None) -> str:
    """Return what was understood, to be shown before it is taken: "Wed 30 Jun 2027, in 37 days"."""
    return f"{say(day, language)}, {until(day, today, language)}"


def parse_time(text: str, language: str | None = None) -> time:
    """Return the time of day that `text` names: "13:00", "13.00", "13", "1 pm", "1:30 pm", "noon".

    Hours from 1 to 6 need am, pm or a zero in front, since they are as likely those of the afternoon. Raises
    DateNotUnderstood.
    """
    words = _words(language)
    typed = " ".join(text.casefold().split())
    if words.oclock:
        typed = typed.removesuffix(words.oclock).rstrip()
    if typed == words.noon:
        return time(12)
    halves = "|".join(words.halves)
    found = re.fullmatch(rf"([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))?(?: ?({halves}))?", typed)
    if found is None:
        raise DateNotUnderstood(words.sentences.not_a_time)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            raise DateNotUnderstood(words.sentences.not_a_time)
        hour = hour % 12 + 12 * (half == words.halves[1])
    elif 1 <= hour <= 6 and len(found[1]) == 1:
        raise DateNotUnderstood(words.sentences.which_half.format(time=typed))
    if hour > 23 or minute > 59:
        raise DateNotUnderstood(words.sentences.not_a_time)
    return time(hour, minute)


def _words(language: str | None) -> DateWords:
    return words_for(language or load().language)


def _day(read: Sequence[Token], today: date, words: DateWords) -> date | None:
    """Return the day that tokens name, or None when they do not hang together."""
    match read:
        case [Shift(days)]:
            return today + timedelta(days)
        case [Word("in"), Number(count) | Count(count), Span(unit)]:
            return _later(today, count, unit, words)
        case [Number(count) | Count(count), Span(unit), Word("from"), Shift(0)]:
            return _later(today, count, unit, words)
        case [Number(count) | Count(count), Span(unit), Word("ago")] | [
            Word("ago"),
            Number(count) | Count(count),
            Span(unit),
        ]:
            return _later(today, -count, unit, words)
        case [Weekday(weekday)]:
            return stretches.weekday_from(today + timedelta(1), weekday)
        case [Word("this"), Weekday(weekday)]:
            return stretches.weekday_from(today, weekday)
        case [Word("next"), Weekday(weekday)] | [Weekday(weekday), Word("next"), Span("week")]:
            return stretches.around(today, "week", ahead=1).first + timedelta(weekday)
        case [Weekday(weekday), *rest]:
            return _checked(weekday, _dated(rest, today, words), words)
        case [Nth(number), Weekday(weekday), *rest]:
            return _in_stretch(rest, lambda stretch: stretch.nth_weekday(number, weekday), today, words)
        case [Nth(1), Span("day"), *rest]:
            return _in_stretch(rest, lambda stretch: stretch.first, today, words)
        case [Nth(-1), Span("day"), *rest]:
            return _in_stretch(rest, lambda stretch: stretch.last, today, words)
        case [Part(edge), *rest]:
            return _in_stretch(rest, lambda stretch: stretch.at(edge), today, words)
        case [Month() | Quarter()] | [Month() | Quarter(), Number(_, 4)] | [Number(_, 4), Month() | Quarter()]:
            return _in_stretch(read, lambda stretch: stretch.last, today, words)
        case [Word("this" | "next"), Span()]:
            raise DateNotUnderstood(words.sentences.which_day)
        case _:
            return _dated(read, today, words)


def _dated(read: Sequence[Token], today: date, words: DateWords) -> date | None:
    """Return the day that tokens name by its number: "15 jan 2027", "jan 15", "15th", or in figures."""
    match read:
        case [Figures([(month, day)], year)]:
            return _numbered(year, month, day, today, words)
        case [Figures([(one, other), _], year)]:
            pattern, said = (words.shown_plain, year.value) if year else (words.shown_short, "")
            shown = [
                pattern.format(day=day, month=_short(words.months[month - 1]), year=said)
                for month, day in ((one, other), (other, one))
            ]
            raise DateNotUnderstood(words.sentences.two_readings.format(one=shown[0], other=shown[1]))
        case [Number(day, 1 | 2) | Nth(day), Month(month)] | [Month(month), Number(day, 1 | 2) | Nth(day)]:
            return _numbered(None, month, day, today, words)
        case (
            [Number(day, 1 | 2) | Nth(day), Month(month), Number() as year]
            | [Month(month), Number(day, 1 | 2) | Nth(day), Number() as year]
            | [Number(_, 4) as year, Month(month), Number(day, 1 | 2) | Nth(day)]
        ):
            return _numbered(year, month, day, today, words)
        case [Nth(day)] if 1 <= day <= 31:
            return stretches.coming(day, today)
        case _:
            return None


def _numbered(year: Number | None, month: int, day: int, today: date, words: DateWords) -> date | None:
    if year and year.figures == 2:
        raise DateNotUnderstood(words.sentences.short_year.format(year=2000 + year.value))
    if year and year.figures != 4:
        return None
    days = monthrange(_year(year.value, words) if year else 2000, month)[1]
    if not 1 <= day <= days:
        name = _named(words.months[month - 1]) + (f" {year.value}" if year else "")
        raise DateNotUnderstood(words.sentences.no_such_day.format(month=name, days=days))
    return date(year.value, month, day) if year else stretches.coming(day, today, month)


def _in_stretch(
    read: Sequence[Token], pick: Callable[[Stretch], date | None], today: date, words: DateWords
) -> date | None:
    """Return the day that `pick` takes from the stretch that tokens name, or None when they name none.

    Of a stretch that could be this one or a later one, it is the first such day on or after `today`.
    """
    named, exact = _stretches(read, today, words)
    if not named:
        return None
    for stretch in named:
        day = pick(stretch)
        if day and (exact or day >= today):
            return day
    raise DateNotUnderstood(words.sentences.not_in_it)


def _stretches(read: Sequence[Token], today: date, words: DateWords) -> tuple[list[Stretch], bool]:
    """Return the stretches that tokens can mean, earliest first, and whether they name one exactly."""
    # A fifth Monday of February comes at most 40 years after the last one.
    years = range(today.year, today.year + 41)
    match read:
        case [Month(number)]:
            return [stretches.month(year, number) for year in years], False
        case [Quarter(number)]:
            return [stretches.quarter(year, number) for year in years], False
        case [Month(number), Number(year, 4)] | [Number(year, 4), Month(number)]:
            return [stretches.month(_year(year, words), number)], True
        case [Quarter(number), Number(year, 4)] | [Number(year, 4), Quarter(number)]:
            return [stretches.quarter(_year(year, words), number)], True
        case [Number(year, 4)]:
            return [stretches.year(_year(year, words))], True
        case [Word("this"), Span(unit)] if unit != "day":
            return [stretches.around(today, unit)], True
        case [Word("next"), Span(unit)] if unit != "day":
            return [stretches.around(today, unit, ahead=1)], True
        case [Span(unit)] if unit != "day":
            return [stretches.around(today, unit), stretches.around(today, unit, ahead=1)], False
        case _:
            return [], True


def _later(today: date, count: int, unit: Unit, words: DateWords) -> date:
    if unit in ("day", "week"):
        return today + timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    _year(today.year + months // 12, words)
    return stretches.months_later(today, months)


def _checked(weekday: int, day: date | None, words: DateWords) -> date | None:
    """Return `day`, whose weekday was given as well; they must agree."""
    if day and day.weekday() != weekday:
        name = _named(words.weekdays[day.weekday()])
        shown = _shown(day, words.shown_plain, words)
        raise DateNotUnderstood(words.sentences.wrong_weekday.format(date=shown, weekday=name))
    return day


def _without_of(read: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens without the "of" between a day or a part and what it belongs to; any other is left to fail."""
    last = len(read) - 1
    return tuple(
        token
        for at, token in enumerate(read)
        if token != Word("of") or at in (0, last) or not isinstance(read[at - 1], Nth | Number | Weekday | Part | Span)
    )


def _year(year: int, words: DateWords) -> int:
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise _out_of_range(words)
    return year


def _out_of_range(words: DateWords) -> DateNotUnderstood:
    return DateNotUnderstood(words.sentences.out_of_range.format(first=FIRST_DAY.year, last=LAST_DAY.year))


def _shown(day: date, pattern: str, words: DateWords) -> str:
    weekday, month = words.weekdays[day.weekday()], words.months[day.month - 1]
    return pattern.format(weekday=_short(weekday), day=day.day, month=_short(month), year=day.year)


def _named(forms: str) -> str:
    return forms.split()[0].capitalize()


def _short(forms: str) -> str:
    return forms.split()[1].capitalize()
