"""A document on the wall: headings in bold, and every text wrapped to the width there is."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from screens.paint import Painter, Row, said
from workshop.export.document import Block, Bullets, Paragraph, Section, Table, Terms


def document_rows(document: Section, painter: Painter) -> list[Row]:
    """The rows of a document, none of which is an item; the title is left to whoever shows it."""
    return [row for part in document.parts for row in _part(part, painter, 1)]


def _part(part: Block | Section, painter: Painter, level: int) -> Iterator[Row]:
    if isinstance(part, Section):
        if level == 1:
            yield painter.note()
        style = "bold $wall-here" if level == 1 else "bold $wall-ink"
        yield from (Row(line) for line in said(part.heading, style).wrap(painter.width))
        for each in part.parts:
            yield from _part(each, painter, level + 1)
    else:
        yield from _block(part, painter)


def _block(block: Block, painter: Painter) -> Iterator[Row]:
    match block:
        case Paragraph(text):
            yield from (Row(line) for line in said(text).wrap(painter.width))
        case Bullets(items):
            for item in items:
                yield from _hung(said(item), painter)
        case Terms(pairs):
            for label, text in pairs:
                yield from _hung(said(f"{label}  ", "$wall-quiet") + said(text), painter)
        case Table(names, rows, lead):
            for row in rows:
                yield from _hung(_table_row(names, row, lead), painter)


def _table_row(names: tuple[str, ...], row: tuple[str, ...], lead: int) -> Content:
    """What a row is, then the rest of it behind the names of the columns."""
    first = said(" ".join(filter(None, row[:lead])), "bold")
    rest = [
        said(f"{name}: ", "$wall-quiet") + said(cell)
        for name, cell in zip(names[lead:], row[lead:], strict=True)
        if cell
    ]
    return Content.styled("; ", "$wall-quiet").join([first, *rest])


def _hung(text: Content, painter: Painter) -> Iterator[Row]:
    """A text behind a dash, its further lines under the first."""
    for number, line in enumerate(text.wrap(max(8, painter.width - 2))):
        yield Row(Content.styled("  " if number else "- ", "$wall-quiet") + line)
