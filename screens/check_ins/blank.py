"""One line of a form of a check-in, and how what is typed in it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from data.value import Workshop
from workshop import amounts, answers, dates
from workshop.steps import load
from workshop.text import clean, length

#: How long a text is at most, in characters.
TEXT = 140

#: How an answer is read: its value and the echo, or ValueError with a sentence.
Read = Callable[[str], tuple[Any, str]]
Suggest = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Blank:
    """One line of a form: its question, what stands in it, how an answer is read, and where it goes."""

    ask: str
    text: str
    read: Read
    keep: Callable[[Any], None]
    suggest: Suggest = lambda text: ()
    limit: int = 0


def words(limit: int) -> Read:
    """A text of at most so many characters, or none."""

    def read(text: str) -> tuple[str, str]:
        kept = clean(text)
        if length(kept) > limit:
            raise ValueError(f"That is {length(kept)} characters: {limit} is the most.")
        return kept, ""

    return read


def party(workshop: Workshop, today: date) -> tuple[Read, Suggest]:
    """A name, known or new, or none; and what completes it."""
    wording = load().field("action", "who_id")

    def read(text: str) -> tuple[str, str]:
        if not text.strip():
            return "", ""
        answer = answers.read(wording, text, workshop, today)
        return answer.value, answer.echo

    return read, lambda text: answers.suggestions(wording, workshop, text)


def day(today: date, language: str, *, later: bool = False) -> Read:
    """A date, or none; with `later` one after `today`."""

    def read(text: str) -> tuple[date | None, str]:
        if not text.strip():
            return None, ""
        found = dates.parse_date(text, today, language)
        if later and found <= today:
            raise ValueError("That is not after today: type a later date.")
        return found, dates.echo(found, today, language)

    return read


def number(low: int, high: int, before: int | None) -> Read:
    """A whole number from `low` to `high`; nothing typed is what it was `before`."""

    def read(text: str) -> tuple[int | None, str]:
        typed = text.strip()
        if not typed:
            return before, ""
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 4 and low <= int(typed) <= high):
            raise ValueError(f"Type a number from {low} to {high}.")
        return int(typed), ""

    return read


def amount(language: str) -> Read:
    """A number that need not be whole, or none."""

    def read(text: str) -> tuple[Decimal | None, str]:
        if not text.strip():
            return None, ""
        value = amounts.read(text.strip(), language)
        if value is None:
            raise ValueError("Type a number, such as 4.5.")
        return value, amounts.say(value, language)

    return read


def yes_no(text: str) -> tuple[bool | None, str]:
    """Yes or no, or neither."""
    if not text.strip():
        return None, ""
    answer = answers.yes_or_no(text)
    return answer.value, answer.echo
