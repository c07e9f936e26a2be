"""Direction: what is measured, the facts it rests on, and the principles that settle what comes up on the way."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from data.nouns.base import Noun, amount, words


class Measure(Noun):
    """What is counted to know that the aspiration is reached; `baseline` is today's value, None while unknown."""

    table: ClassVar[str] = "measure"
    letter: ClassVar[str] = "Q"

    rank: str = words()
    name: str = words()
    baseline: Decimal | None = amount()
    target: Decimal | None = amount()
    unit: str = words()
    by: date | None = None
    internal: bool = False


class Fact(Noun):
    """Something that is known about the obstacle, and where from."""

    table: ClassVar[str] = "fact"
    letter: ClassVar[str] = "F"

    rank: str = words()
    text: str = words()
    source: str = words()
    internal: bool = False


class Principle(Noun):
    """A rule that decides in advance, and what it forbids."""

    table: ClassVar[str] = "principle"
    letter: ClassVar[str] = "X"

    rank: str = words()
    rule: str = words()
    will_not: str = words()
    internal: bool = False
