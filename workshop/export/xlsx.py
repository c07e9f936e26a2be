"""Excel: a sheet a table, with filters, heads that stay, dates that are dates, and pages that print well.

What was typed is stored as text: no cell is a formula or a link, whatever it begins with.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from workshop.export import phrases
from workshop.export.layout import wrap
from workshop.export.packing import moment, repacked, xml_text
from workshop.export.registry import format
from workshop.export.tables import tables
from workshop.export.tabular import Cell, Column, Sheet
from workshop.paper import Paper
from workshop.plan.model import Plan

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The first day Excel knows (1900-01-01 it knows too, but miscounts the days until the first of March).
_FIRST_DAY = date(1900, 3, 1)

#: Excel keeps so many figures of a number; one with more stays a text.
_FIGURES = 15

#: So many characters of a table are read without a glass where its columns fill the width of a page.
_READABLE = 190

#: The height of a line, in points, and how many lines of a cell are shown at most: no row has more than 409 points.
_LINE_HEIGHT, _MOST_LINES = 15, 27

#: What keeps cells apart, in characters and in points.
_GUTTER = 3

#: A row that bears its height and is not fixed to it: it grows with what is typed later.
_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')

#: What Excel calls them.
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}
_INK, _HEAD, _LINE = "#1C2326", "#1D5C63", "#D5DCDC"


@format(
    "xlsx",
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    description="Excel: a sheet a table, with filters and dates",
)
def write(plan: Plan) -> bytes:
    """Return the workbook; tables without rows have no sheet."""
    from xlsxwriter import Workbook  # costs time, which a list of formats does not need

    whole = io.BytesIO()
    book = Workbook(
        whole,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties(
        {
            "title": xml_text(phrases.title(plan)),
            "company": xml_text(plan.organization),
            "author": xml_text(plan.organization),
            "status": phrases.status(plan),
            "created": moment(plan).replace(tzinfo=None),
        }
    )
    looks = _Looks.of(book)
    for sheet in tables(plan):
        if sheet.rows:
            _fill(book.add_worksheet(sheet.title), sheet, looks, plan)
    book.close()
    return repacked(whole.getvalue(), lambda part: _FIXED.sub(rb"\1", part))


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Format
    head_right: Format
    text: Format
    day: Format
    number: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        both = {"text_wrap": True, "align": "left", "indent": 1}
        head = {**both, "bold": True, "font_color": "#FFFFFF", "bg_color": _HEAD, "valign": "vcenter"}
        cell = {**both, "font_color": _INK, "valign": "top", "bottom": 1, "bottom_color": _LINE}
        right = {"align": "right"}
        return cls(
            head=book.add_format(head),
            head_right=book.add_format({**head, **right}),
            text=book.add_format({**cell, "num_format": "@"}),
            day=book.add_format({**cell, "num_format": "yyyy-mm-dd"}),
            number=book.add_format({**cell, **right, "num_format": "#,##0.######"}),
        )


def _fill(page: Worksheet, sheet: Sheet, looks: _Looks, plan: Plan) -> None:
    sheet = sheet.filled()
    for at, (column, cells) in enumerate(zip(sheet.columns, zip(*sheet.rows, strict=True), strict=True)):
        page.set_column(at, at, column.width + _GUTTER)
        page.write_string(0, at, column.title, looks.head_right if _numeric(cells) else looks.head)
    page.set_row(0, _LINE_HEIGHT * max(_lines(column.title, column.width) for column in sheet.columns) + 6)
    for down, row in enumerate(sheet.rows, 1):
        page.set_row(down, _LINE_HEIGHT * max(map(_height, row, sheet.columns)) + _GUTTER)
        for across, cell in enumerate(row):
            _put(page, down, across, cell, looks)
    lead = _lead(sheet)
    page.freeze_panes(1, lead)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_PAPERS[plan.paper])
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(-(-sum(column.width for column in sheet.columns) // _READABLE), 0)
    page.repeat_rows(0)
    if lead:
        page.repeat_columns(0, lead - 1)
    page.set_header(f"&L&B{_plain(phrases.title(plan))}&R{sheet.title}")
    page.set_footer(f"&L{_plain(phrases.status(plan))}&R&P / &N")


def _lead(sheet: Sheet) -> int:
    """How many columns stay when a wide table is moved sideways: those up to the one that names the row."""
    keys = [column.key for column in sheet.columns]
    named = next((at for at, key in enumerate(keys) if key in ("title", "name", "reason")), None)
    wide = sum(column.width for column in sheet.columns) > _READABLE
    return named + 1 if wide and named is not None else 0


def _numeric(cells: Iterable[Cell]) -> bool:
    return all(cell is None or isinstance(cell, int | Decimal) for cell in cells)


def _height(cell: Cell, column: Column) -> int:
    """How many lines a cell takes."""
    return _lines(cell, column.width) if isinstance(cell, str) else 1


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; words that are too long break anywhere."""
    return min(len(wrap(text, max(width - 1, 2))), _MOST_LINES) or 1


def _put(page: Worksheet, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    match cell:
        case None:
            page.write_blank(row, column, None, looks.text)
        case date() if cell >= _FIRST_DAY:
            page.write_datetime(row, column, cell, looks.day)
        case int():
            page.write_number(row, column, cell, looks.number)
        case Decimal() if len(cell.as_tuple().digits) <= _FIGURES:
            page.write_number(row, column, float(cell), looks.number)
        case _:
            page.write_string(row, column, xml_text(str(cell)), looks.text)


def _plain(text: str) -> str:
    """A text of a page's head, where `&` begins a code; Excel takes 255 characters in all."""
    return xml_text(text)[:100].replace("&", "&&")
