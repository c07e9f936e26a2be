"""Small workshops, a clock and a source of ids for the tests of the ground floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Brief, Party
from data.nouns.strategy import Arena
from data.value import Workshop, of_rows

START = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)


def ticking(start: datetime = START) -> Callable[[], datetime]:
    """A clock that is one second later each time it is asked."""
    seconds = count()
    return lambda: start + timedelta(seconds=next(seconds))


def counting(prefix: str = "w") -> Callable[[], str]:
    """A source of ids: w1, w2, ..."""
    numbers: Iterator[int] = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def blank(title: str = "Where to next", **brief: Any) -> Workshop:
    """A workshop with nothing but its brief."""
    return of_rows([Brief(id="W", title=title, **brief)])


def small() -> Workshop:
    """A workshop with one party, two arenas and a priority that the party owns."""
    value = blank()
    value, owner = value.add(Party, name="Head of care")
    for name in ("Villages", "Clinics"):
        value, _ = value.add(Arena, name=name)
    value, _ = value.add(Priority, title="One number to call", owner_id=owner.id)
    return value


def added(value: Workshop, noun: type[Noun], **fields: Any) -> Workshop:
    """The value with one more row."""
    return value.add(noun, **fields)[0]
