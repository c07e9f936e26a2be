"""What has one page in Word: measured before it is written, for a file has no pages until somebody opens it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workshop.export import sheet
from workshop.export.document import Block, Bullets, Paragraph, Section, Table, Terms, bullets, paragraph, table, terms
from workshop.export.measure import high
from workshop.export.phrases import listed
from workshop.export.word.styles import BULLET, SHEETS, Sizes
from workshop.export.word.widths import SIDES, widths
from workshop.paper import Paper
from workshop.plan.model import Plan

#: What a line takes beside its font's own height, in this document's styles.
_LOOSE = 1.08

#: What keeps a table from what follows it.
_GAP = 10

#: Left free at the foot: a program may set a line more than was counted.
_SPARE = 24


def one_sheet(plan: Plan) -> tuple[Section, Sizes, str]:
    """Return the plan on one sheet, the sizes in which it has one page, and the line above its title."""
    versions = list(sheet.versions(plan))
    over = versions[0]["over"]
    return *fitting(map(_document, versions), SHEETS, plan.paper, over), over


def fitting(versions: Iterable[Section], every: Sequence[Sizes], paper: Paper, over: str = "") -> tuple[Section, Sizes]:
    """Return the first document, from full to short, that has one page, and its sizes; else the last of both."""
    for document in versions:
        for sizes in every:
            if _high(document, over, sizes, paper) <= paper.size[1] - 2 * sizes.margin - _SPARE:
                return document, sizes
    return document, sizes


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


def _high(document: Section, over: str, sizes: Sizes, paper: Paper) -> float:
    """How high a document is at most, in points."""
    room = paper.size[0] - 2 * sizes.margin
    title = _text(document.heading, room, sizes.title, bold=True) + sizes.after
    above = _text(over, room, sizes.text + 1) + 2 if over else 0
    return title + above + sum(_part(part, room, sizes, 0) for part in document.parts)


def _part(part: Block | Section, room: float, sizes: Sizes, level: int) -> float:
    if not isinstance(part, Section):
        return _block(part, room, sizes)
    size = sizes.headings[min(level, len(sizes.headings) - 1)]
    heading = _text(part.heading, room, size, bold=True) + size * (1.3 if level == 0 else 0.9) + sizes.after
    return heading + sum(_part(each, room, sizes, level + 1) for each in part.parts)


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
