"""The sheets of a group drawn as a grid: a row a person, a column a question, the dimensions a little apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from data.nouns.assessment import Role
from screens.paint import POINTER, Painter, Picture, Place, said
from workshop.assessment.questionnaire import Questionnaire
from workshop.assessment.scoring import DOES_NOT_APPLY, LEVELS, NOT_SURE
from workshop.assessment.sheets import Sheet

#: The column of roles, and the row that is still to come.
ROLE, NEW = "role", "new"

#: How answers are drawn, and what is still blank.
_SIGNS = {NOT_SURE: "?", DOES_NOT_APPLY: "-", **{level: f"{level}" for level in LEVELS}}
_BLANK = "·"

#: Roles in the few cells they have.
_SHORT = {Role.UNSAID: _BLANK, Role.LEADER: "leader", Role.STAFF: "staff", Role.BOARD: "board"}
_SHORT |= {Role.VOLUNTEER: "volun.", Role.OTHER: "other"}

#: Cells of the row's number, of its role, of an answer, and between two dimensions.
_NUMBER, _ROLE, _CELL, _GAP = 4, 8, 2, 1
_BEFORE = _NUMBER + _ROLE

_QUIET, _CHOSEN = "$wall-quiet", "bold $wall-ink on $wall-chosen"


@dataclass(frozen=True)
class _Column:
    """A question's column, `left` cells behind the roles; `dimension` names the one that begins here."""

    id: str
    left: int
    number: int
    dimension: str = ""


def picture(painter: Painter, asked: Questionnaire, sheets: Sequence[Sheet], question: str) -> Picture:
    """Return the grid. An item is a sheet, counted from 0, and a question or `ROLE`, with a slash between; or `NEW`.

    Where not all columns fit, `question` is among those that are shown.
    """
    columns, before, behind = _window(_columns(asked), painter.width - _BEFORE, question)
    rows = [_dimensions(columns), _numbers(columns, before=before, behind=behind)]
    places: list[Place] = []
    for at, sheet in enumerate(sheets):
        y = len(rows)
        rows.append(_sheet(painter, at, sheet, columns))
        places.append(Place(f"{at}/{ROLE}", _NUMBER, _BEFORE, y, y + 1))
        for column in columns:
            left = _BEFORE + column.left
            places.append(Place(f"{at}/{column.id}", left, left + _CELL, y, y + 1))
    y = len(rows)
    rows.append(_next(painter, len(sheets)))
    places.append(Place(NEW, 0, painter.width, y, y + 1))
    return Picture(rows, places)


def _columns(asked: Questionnaire) -> list[_Column]:
    columns: list[_Column] = []
    left = 0
    for dimension in asked.dimension:
        for number, item in enumerate(asked.items(dimension.id), 1):
            columns.append(_Column(item.id, left, number, dimension.id if number == 1 else ""))
            left += _CELL
        left += _GAP
    return columns


def _window(every: list[_Column], room: int, question: str) -> tuple[list[_Column], bool, bool]:
    """The columns there is room for, and whether there are more before them and behind."""
    at = next((number for number, column in enumerate(every) if column.id == question), 0)
    if every[-1].left + _CELL > room:
        room -= _CELL  # for the sign that there are more

    def fits(first: int, last: int) -> bool:
        return every[last].left + _CELL - every[first].left <= room

    first = next(first for first in range(at + 1) if first == at or fits(first, at))
    shown = [column for number, column in enumerate(every) if number >= first and fits(first, number)]
    moved = [replace(column, left=column.left - every[first].left) for column in shown]
    return moved, first > 0, first + len(shown) < len(every)


def _dimensions(columns: Sequence[_Column]) -> Content:
    line = ""
    for column in columns:
        if column.dimension:
            line = line.ljust(_BEFORE + column.left + 1)[: _BEFORE + column.left + 1] + column.dimension
    return Content.styled(line, "bold $wall-here")


def _numbers(columns: Sequence[_Column], *, before: bool, behind: bool) -> Content:
    """The questions' numbers within their dimensions, and a sign on either side where there are more."""
    line = " " * (_BEFORE - 1) + ("‹" if before else " ")
    for column in columns:
        line = line.ljust(_BEFORE + column.left + 1) + f"{column.number % 10}"
    return Content.styled(line + (" ›" if behind else ""), _QUIET)


def _sheet(painter: Painter, at: int, sheet: Sheet, columns: Sequence[_Column]) -> Content:
    here = painter.selected.startswith(f"{at}/")
    row = Content.styled(f"{at + 1:>{_NUMBER - 1}} ", "bold" if here else _QUIET)
    row += _cell(painter, f"{at}/{ROLE}", _SHORT[sheet.role], _QUIET).pad_right(0)
    for column in columns:
        row = row.pad_right(max(0, _BEFORE + column.left - row.cell_length))
        given = sheet.given(column.id)
        sign = _BLANK if given is None else _SIGNS[given]
        row += _cell(painter, f"{at}/{column.id}", sign, _QUIET if given is None else "bold")
    return row.pad_right(max(0, painter.width - row.cell_length))


def _cell(painter: Painter, item: str, text: str, style: str) -> Content:
    """A cell behind the pointer's place; the selected one has the pointer."""
    chosen = item == painter.selected
    return Content.styled(f"{POINTER if chosen else ' '}{text}", _CHOSEN if chosen else style)


def _next(painter: Painter, count: int) -> Content:
    chosen = painter.selected == NEW
    text = f"{POINTER if chosen else ' '}{count + 1:>2} just type on, or a: the next sheet"
    return said(text, _CHOSEN if chosen else _QUIET)
