"""The plan on one sheet in Word: measured before it is written, for a file has no pages until somebody opens it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workshop.export import sheet
from workshop.export.document import Block, Bullets, Paragraph, Section, Table, Terms, bullets, paragraph, table, terms
from workshop.export.measure import high
from workshop.export.phrases import listed
from workshop.export.word.styles import BULLET, PAPER, SHEETS, Sizes
from workshop.export.word.widths import SIDES, widths
from workshop.plan.model import Plan

#: What a line takes beside its font's own height, in this document's styles.
_LOOSE = 1.08

#: What keeps a table from what follows it.
_GAP = 10

#: Left free at the foot: a program may set a line more than was counted.
_SPARE = 24


def one_sheet(plan: Plan) -> tuple[Section, str, Sizes]:
    """Return the document, the line above its title, and the sizes in which it has one page of A4."""
    for data in sheet.versions(plan):
        for sizes in SHEETS:
            document = _document(data)
            if _high(document, data["over"], sizes) <= PAPER[1] - 2 * sizes.margin - _SPARE:
                return document, data["over"], sizes
    return document, data["over"], sizes


def _document(data: dict[str, Any]) -> Section:
    measures = (f"{name}: {values} {unit}".strip() for name, values, unit in data["measures"])
    blocks: Iterable[Block | None] = (
        terms(("Status", data["status"]), ("Not yet", data["open"])),
        terms(("Obstacle", data["obstacle"]), ("Aim", data["aim"]), ("Measured by", listed(measures))),
        table(("We play", "We win because"), data["play"]),
        terms(*data["apart"]),
        table(("Id", "Priority", "Owner", "Next result", "Due"), data["priorities"]),
        terms(("We stop", listed(f"{id} {stop}" for id, stop in data["stops"]))),
        table((data["soon"], "Result", "Owner"), data["next"]),
        terms(*data["rhythm"]),
        bullets(data["principles"]),
        paragraph(data["note"]),
    )
    return Section(data["title"], tuple(block for block in blocks if block))


def _high(document: Section, over: str, sizes: Sizes) -> float:
    """How high a document without sections is at most, in points."""
    room = PAPER[0] - 2 * sizes.margin
    title = _text(document.heading, room, sizes.title, bold=True) + sizes.after
    above = _text(over, room, sizes.text + 1) + 2 if over else 0
    return title + above + sum(_block(part, room, sizes) for part in document.parts if not isinstance(part, Section))


def _block(block: Block, room: float, sizes: Sizes) -> float:
    match block:
        case Paragraph(text):
            return _text(text, room, sizes.text) + sizes.after
        case Bullets(items):
            return sum(_text(item, room - BULLET, sizes.text) + sizes.after / 2 for item in items)
        case Terms(pairs):
            return sum(_text(text, room - sizes.label, sizes.text) + sizes.after * 0.6 for _, text in pairs)
        case Table():
            return _table(block, room, sizes)
    raise ValueError(f"no sheet has a {type(block).__name__}")


def _table(table: Table, room: float, sizes: Sizes) -> float:
    kept = table.filled
    wide = widths(table, kept, room, sizes.cell)

    def row_high(row: Sequence[str], *, bold: bool = False) -> float:
        cells = zip(kept, wide, strict=True)
        return max(_text(row[at], each - SIDES, sizes.cell, bold=bold) for at, each in cells) + 3

    return row_high(table.columns, bold=True) + sum(map(row_high, table.rows)) + _GAP


def _text(text: str, room: float, size: float, *, bold: bool = False) -> float:
    return high(text, room, size, bold=bold) * _LOOSE
