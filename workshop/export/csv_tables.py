"""CSV: every table of the plan as a file, in one zip, for spreadsheets and for programs.

Spreadsheets take a cell that begins with `=` and the like for a formula, whoever typed it: such a text is written
behind an apostrophe. A byte order mark tells Excel that it is UTF-8.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from data.nouns.base import shortest
from workshop.export.csv_cells import guarded, written
from workshop.export.packing import packed
from workshop.export.registry import Subject, format
from workshop.export.tables import tables
from workshop.export.tabular import Cell
from workshop.plan.model import Plan


@format(
    "csv",
    suffix=".zip",
    media_type="application/zip",
    description="Every table as a CSV file, in one zip",
    subject=Subject.DATA,
)
def write(plan: Plan) -> bytes:
    """Return the zip; each file is UTF-8 with a byte order mark, its first row names the columns."""
    return packed(
        (f"{plan.ref or 'plan'}/{sheet.key}.csv", _file([column.key for column in sheet.columns], sheet.rows))
        for sheet in tables(plan)
    )


def _file(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    return codecs.BOM_UTF8 + written([names, *(list(map(_cell, row)) for row in rows)])


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case date():
            return cell.isoformat()
        case Decimal():
            return shortest(cell)
    return str(cell)
