"""How a check-in goes, as typed content: its parts in order, the minutes of each, and the question that opens it.

What is shipped stands in `workshop/content/check-ins.toml`; a facilitator's own is a file of that name among the files
of their method.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, Self, get_args

from annotated_types import MinLen
from pydantic import model_validator

from data.nouns.check_in import Occasion
from workshop.content_files import read, validated
from workshop.method import ContentError, chosen
from workshop.wording import Minutes, Name, Said, Shaped

#: The file it stands in.
FILE = "check-ins.toml"

OccasionKey = Literal["pulse", "review", "reset", "refresh", "extra", "solo"]
PartKey = Literal[
    "wins",
    "actions",
    "results",
    "changes",
    "measures",
    "conditions",
    "triggers",
    "priorities",
    "next",
    "lessons",
    "choice",
    "question",
    "assessment",
    "workshop",
    "message",
]


#: Parts that stand on one page with the one before them: a check-in opens on what was agreed last time.
_TOGETHER = {("wins", "actions")}


class Part(Shaped):
    """One part of a check-in: what is written down there, for how many minutes, and what is asked."""

    part: PartKey
    name: Name
    minutes: Minutes
    ask: Said


class Guided(Shaped):
    """How one kind of check-in goes."""

    occasion: OccasionKey
    minutes: Minutes
    hint: Said
    parts: Annotated[tuple[Part, ...], MinLen(1)]

    @property
    def pages(self) -> tuple[tuple[Part, ...], ...]:
        """The parts in order, those that belong on one page together."""
        pages: list[tuple[Part, ...]] = []
        for part in self.parts:
            if pages and (pages[-1][-1].part, part.part) in _TOGETHER:
                pages[-1] = (*pages[-1], part)
            else:
                pages.append((part,))
        return tuple(pages)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        planned = sum(part.minutes for part in self.parts)
        if planned != self.minutes:
            raise ValueError(f"the parts make {planned} minutes, not {self.minutes}")
        return self


class GuidesFile(Shaped):
    """What `check-ins.toml` holds."""

    check_in: Annotated[tuple[Guided, ...], MinLen(1)]


def load(*folders: Traversable) -> tuple[Guided, ...]:
    """Return how each kind of check-in goes, by the folders of a method, or by the one this process works by.

    Raises ContentError.
    """
    return _load(folders or chosen())


def guided(occasion: Occasion) -> Guided:
    """Return how a check-in of this kind goes."""
    return next(each for each in load() if each.occasion == occasion.value)


@lru_cache(maxsize=8)
def _load(folders: tuple[Traversable, ...]) -> tuple[Guided, ...]:
    found = validated(GuidesFile, FILE, read(folders, FILE)).check_in
    if sorted(each.occasion for each in found) != sorted(get_args(OccasionKey)):
        raise ContentError(FILE, "check_in", f"must be one each of {', '.join(get_args(OccasionKey))}")
    return found
