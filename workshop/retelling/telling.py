"""What retelling a change is made of: the rows around it, and the lines that come out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from data.value import Key
from workshop.spoken import Rows


class Line(NamedTuple):
    """One thing that a change did, the rows it did it to, and in `under` what is left out of `text`, line by line."""

    text: str
    rows: tuple[Key, ...] = ()
    under: tuple[str, ...] = ()


class Told(NamedTuple):
    """A line, what it is about in one word ("" for itself alone), and its place: the lower, the sooner."""

    line: Line
    kind: str
    place: int


@dataclass(frozen=True)
class Scene:
    """The rows before and after a change, and which there had ever been."""

    before: Rows
    after: Rows
    ever: Collection[Key]

    @property
    def either(self) -> Rows:
        """Every row, as it is now or else as it was."""
        return {**self.before, **self.after}
