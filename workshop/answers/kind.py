"""What every kind of answer shares: what is asked, what was understood, and how several answers stand in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from data.nouns.base import TEXT_BOUND, Noun
from data.value import Workshop
from workshop.steps import Field, load
from workshop.text import clean, length

#: How many commas a name may hold and still be recognized in a list that is separated by commas.
_COMMAS = 6


class NotUnderstood(ValueError):
    """An answer that cannot be taken; `str()` is one sentence that says what to type."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood: the `value` to store, and the `echo` to show before it is taken ("" where that is plain)."""

    value: Any
    echo: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that is asked for, of which workshop and row (None: of a row that is yet to be added)."""

    field: Field
    workshop: Workshop
    row: Noun | None = None

    @property
    def language(self) -> str:
        """What dates are read and said in: the language of the questions, whichever the workshop was begun in."""
        return load().language

    def value(self) -> Any:
        """What the row holds."""
        return getattr(self.row, self.field.name)


class Digit(NamedTuple):
    """What a digit gives: a value, its name on the wall, and the other words of a choice."""

    value: Any
    label: str
    sign: str = ""
    verb: str = ""
    hint: str = ""


class Kind:
    """How one kind of answer is read, typed again and shown."""

    #: What an answer is when there is none and the noun does not say.
    nothing: Any = None

    def help(self, asked: Asked) -> str:
        """Return the sentence that says what to type."""
        raise NotImplementedError

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        """Return what `text`, which is clean and not blank, means; raises NotUnderstood."""
        raise NotImplementedError

    def typed(self, asked: Asked) -> str:
        """Return the text that means what the row holds."""
        raise NotImplementedError

    def shown(self, asked: Asked, today: date) -> str:
        """Return what the row holds as it is shown on a card."""
        return self.typed(asked)

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        """Return what `text` may become, best first."""
        return ()

    def digits(self, field: Field) -> dict[str, Digit]:
        """Return what each digit means, in the order they are offered; none where the answer is typed."""
        return {}

    def measured(self, field: Field, text: str) -> tuple[str, int] | None:
        """Return the part of `text` whose length has a limit, and the limit in characters."""
        return None


def within(text: str, limit: int | None) -> str:
    """Return `text`; raises NotUnderstood when people see more than `limit` characters."""
    if limit is not None and (found := length(text)) > limit:
        raise NotUnderstood(f"{found} of {limit} characters: shorten it.")
    if len(text) > TEXT_BOUND:  # a few characters with very many marks on them
        raise NotUnderstood("That line is too long to be kept: shorten it.")
    return text


def split(text: str) -> list[str]:
    """Return the parts of `text` between semicolons; "\\;" is a semicolon that does not separate."""
    parts = (clean(part).replace("\\;", ";") for part in re.split(r"(?<!\\);|\n", text))
    return [part for part in parts if part]


def joined(parts: Iterable[str]) -> str:
    """Return the one line that `split` takes apart into `parts`."""
    escaped = [part.replace(";", "\\;") for part in parts]
    return "; ".join(f"{part} " if part.endswith("\\") else part for part in escaped)


def names(text: str, known: Callable[[str], bool]) -> list[str]:
    """Return the names in a list: between semicolons if there are any, else between commas that no known name holds."""
    if ";" in text:
        return split(text)
    parts = text.split(",")
    found: list[str] = []
    at = 0
    while at < len(parts):
        upto = min(len(parts), at + _COMMAS)
        end = next((end for end in range(upto, at + 1, -1) if known(",".join(parts[at:end]).strip())), at + 1)
        found.append(",".join(parts[at:end]).strip())
        at = end
    return [name for name in found if name]


def listed(parts: Sequence[str], last: str) -> str:
    """Return "a, b or c", `last` being the word before the last one."""
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def folded(text: str) -> str:
    """Return what two texts are compared by."""
    return " ".join(text.casefold().split())


def completing(head: str, options: Iterable[str], tail: str) -> tuple[str, ...]:
    """Return `head` and each option that continues `tail`: first those that begin with it, then those with such a word.

    Options that merely hold it come last.
    """
    sought = folded(tail)

    def place(option: str) -> int:
        text = folded(option)
        return 0 if text.startswith(sought) else 1 if f" {sought}" in f" {text}" else 2 if sought in text else 3

    found = [(place(option), option) for option in options]
    return tuple(f"{head}{option}" for at, option in sorted(found, key=lambda pair: pair[0]) if at < 3)
