"""A document before it has a format: sections of paragraphs, lists and tables, whose every text is data.

Nothing in a text is markup, whoever wrote it: what writes a document in some format escapes all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is called what: (label, text) pairs."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first `lead` columns say what a row is, the others something about it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lead: int = 1

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that have text in some row: pages, where room is short, leave the others out."""
        return tuple(at for at in range(len(self.columns)) if any(row[at] for row in self.rows))


@dataclass(frozen=True, slots=True)
class Blank:
    """A question, and so many lines to write the answer on by hand."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in SVG, and what it shows in words."""

    svg: str
    told: str


Block = Paragraph | Bullets | Terms | Table | Blank | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; a section without parts is left out by whoever makes it."""

    heading: str
    parts: tuple[Block | Section, ...]


def section(heading: str, *parts: Block | Section | None) -> Section | None:
    """Return a section of the parts that have content; None when none has."""
    filled = tuple(part for part in parts if part is not None)
    return Section(heading, filled) if filled else None


def paragraph(text: str) -> Paragraph | None:
    return Paragraph(text) if text else None


def bullets(items: Iterable[str]) -> Bullets | None:
    """A list of the items that have text; None when none has."""
    filled = tuple(item for item in items if item)
    return Bullets(filled) if filled else None


def terms(*pairs: tuple[str, str]) -> Terms | None:
    """The pairs that have a text; None when none has."""
    filled = tuple(pair for pair in pairs if pair[1])
    return Terms(filled) if filled else None


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, lead: int = 1) -> Table | None:
    """A table of the rows that have text; None when none has.

    Columns stay even when they are empty, so that two versions compare by line.
    """
    filled = tuple(row for row in rows if any(row))
    return Table(columns, filled, lead) if filled else None
