"""From a typed date to tokens: words by the table of a language, figures by their shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from workshop.date_words import DateWords, Edge, Sign, Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A number in figures; `figures` is how many there are, so that 4 make a year."""

    value: int
    figures: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number in words, as in "in six weeks"."""

    value: int


@dataclass(frozen=True, slots=True)
class Nth:
    """An ordinal: 1 for the first, -1 for the last."""

    value: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month, 1 to 12."""

    value: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0."""

    value: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter, 1 to 4."""

    value: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A day by its distance from today: tomorrow is 1."""

    days: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A date in figures only: the (month, day) it can be read as, and its year where one was written."""

    readings: tuple[tuple[int, int], ...]
    year: Number | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says how the others hang together; "+" before a number says "in"."""

    sign: Sign


@dataclass(frozen=True, slots=True)
class Span:
    """A unit of the calendar, as in "month"."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stretch of time, as in "end"."""

    edge: Edge


Token = Number | Count | Nth | Month | Weekday | Quarter | Shift | Figures | Word | Span | Part


# Figures of ASCII only. What follows a date must not go on with it, so that "1/2/3/4" is no date with a rest.
_ENDS = r"(?![0-9./:-])"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-./])([0-9]{{1,2}})\2([0-9]{{1,2}}){_ENDS}")
_YEAR_MONTH = re.compile(rf"([0-9]{{4}})-([0-9]{{2}}){_ENDS}")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([-./])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_ENDS}")
_NO_YEAR = re.compile(rf"([0-9]{{1,2}})(?:/([0-9]{{1,2}})|\.([0-9]{{1,2}})\.?){_ENDS}")
_NUMBER = re.compile(r"([0-9]{1,4})\.?(?![0-9:])")
_WORD = re.compile(r"([^\W\d_]+)\.?")
_BETWEEN = re.compile(r"[\s,]+|(?<=\w)[-/](?=\w)|(?<=\.)[-/](?=\w)")


def tokens(text: str, words: DateWords) -> tuple[Token, ...] | None:
    """Return the tokens of `text` in order, or None when something in it is neither a figure nor a known word."""
    found: list[Token] = []
    lexicon, at = _lexicon(words), 0
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
            continue
        read = _figures(text, at, words) or _word(text, at, lexicon)
        if read is None:
            return None
        these, at = read
        found += these
    return tuple(found)


def _word(text: str, at: int, lexicon: Mapping[str, tuple[Token, ...]]) -> tuple[tuple[Token, ...], int] | None:
    if text[at] == "+":
        return (Word("in"),), at + 1
    if (word := _WORD.match(text, at)) and word[1] in lexicon:
        return lexicon[word[1]], word.end()
    return None


def _figures(text: str, at: int, words: DateWords) -> tuple[tuple[Token, ...], int] | None:
    if found := _YEAR_FIRST.match(text, at):
        return (Figures(((int(found[3]), int(found[4])),), Number(int(found[1]), 4)),), found.end()
    if found := _YEAR_MONTH.match(text, at):
        month = int(found[2])
        return ((Number(int(found[1]), 4), Month(month)), found.end()) if 1 <= month <= 12 else None
    if found := _YEAR_LAST.match(text, at):
        year = Number(int(found[4]), len(found[4]))
        return (Figures(_readings(int(found[1]), int(found[3]), found[2]), year),), found.end()
    if found := _NO_YEAR.match(text, at):
        second = found[2] or found[3]
        return (Figures(_readings(int(found[1]), int(second), "/" if found[2] else ".")),), found.end()
    if found := _quarter(words).match(text, at):
        return (Quarter(int(found[1])),), found.end()
    if found := _ordinal(words).match(text, at):
        return (Nth(int(found[1])),), found.end()
    if found := _NUMBER.match(text, at):
        return (Number(int(found[1]), len(found[1])),), found.end()
    return None


def _readings(first: int, second: int, between: str) -> tuple[tuple[int, int], ...]:
    """Return the (month, day) that two figures can mean: dots put the day first, other signs leave it open."""
    pairs = {(second, first)} if between == "." else {(second, first), (first, second)}
    return tuple(sorted(pair for pair in pairs if 1 <= pair[0] <= 12))


@lru_cache
def _quarter(words: DateWords) -> re.Pattern[str]:
    return re.compile(rf"{words.quarter}([1-4])(?!\w)")


@lru_cache
def _ordinal(words: DateWords) -> re.Pattern[str]:
    return re.compile(rf"([0-9]{{1,2}})(?:{'|'.join(words.nth_endings.split())})(?!\w)")


@lru_cache
def _lexicon(words: DateWords) -> Mapping[str, tuple[Token, ...]]:
    """Return what each word of a language stands for; nothing, for a word that is ignored."""
    table: dict[str, tuple[Token, ...]] = dict.fromkeys(words.ignored.split(), ())
    for number, months in enumerate(words.months, start=1):
        table |= dict.fromkeys(months.split(), (Month(number),))
    for number, weekdays in enumerate(words.weekdays):
        table |= dict.fromkeys(weekdays.split(), (Weekday(number),))
    for unit, names in words.units.items():
        table |= dict.fromkeys(names.split(), (Span(unit),))
    for edge, names in words.edges.items():
        table |= dict.fromkeys(names.split(), (Part(edge),))
    for sign, names in words.signs.items():
        table |= dict.fromkeys(names.split(), (Word(sign),))
    table |= {word: (Shift(days),) for word, days in words.days.items()}
    table |= {word: (Count(value),) for word, value in words.counts.items()}
    table |= {word: (Nth(value),) for word, value in words.nths.items()}
    return table | {word: (Part("end"), Span(unit)) for word, unit in words.ends_of.items()}
