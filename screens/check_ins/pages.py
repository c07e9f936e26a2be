"""The pages of a check-in: the parts that its kind takes up, in order, behind them its close, and what digits do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from data.nouns.check_in import Occasion
from workshop.check_ins.guided import Part, guided

#: The page behind the last part: who was there, the next date, and the end.
CLOSE = "close"


class Page(NamedTuple):
    """One page: the parts on it, the first of which names it. The last one has none."""

    key: str
    name: str
    parts: tuple[Part, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    def part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.part == key), None)


def pages_of(occasion: Occasion) -> tuple[Page, ...]:
    """Return the pages of a check-in of this kind."""
    pages = (Page(parts[0].part, parts[0].name, parts) for parts in guided(occasion).pages)
    return (*pages, Page(CLOSE, "Close"))


class Choice(NamedTuple):
    """What a digit does with the selected item."""

    name: str
    act: Callable[[], None]
