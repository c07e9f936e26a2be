"""What a table of the plan is: for whom, its rows, and columns that each say how a cell is read from a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from workshop.plan.audiences import Audience
from workshop.plan.model import Plan

#: What stands in a cell; None where nothing was said.
Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is its name for programs, `title` for people; `width` is in characters, the text wraps within it.

    `read` gets a cell from a row: a function, or the path of an attribute ("row.title"); with "" that is the key.
    """

    key: str
    title: str
    width: int = 12
    read: str | Callable[[Any], Cell] = ""

    def cell(self, row: Any) -> Cell:
        """What stands in this column of a row; None for nothing."""
        read = attrgetter(self.read or self.key) if isinstance(self.read, str) else self.read
        found: Cell = read(row)
        return None if found == "" else found


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table, filled."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def filled(self) -> Sheet:
        """The same without the columns in which nothing stands."""
        kept = [at for at, cells in enumerate(zip(*self.rows, strict=True)) if any(cell is not None for cell in cells)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Sheet(self.key, self.title, tuple(self.columns[at] for at in kept), rows)


@dataclass(frozen=True, slots=True)
class Table:
    """A table before it is filled: `key` is a file's name without its ending, `title` what people see.

    `least` is who of the audiences gets least and still gets this table. `internal` is the path of what says that a
    row is for the team only: the team gets a column of it.
    """

    key: str
    title: str
    least: Audience
    rows: Callable[[Plan], Iterable[Any]]
    columns: tuple[Column, ...]
    internal: str = ""

    def sheet(self, plan: Plan) -> Sheet:
        """Return the rows in which something stands."""
        columns = self.columns
        if self.internal and plan.audience is Audience.TEAM:
            columns += (Column("internal", "Internal", 9, self._marked),)
        every = (tuple(column.cell(row) for column in columns) for row in self.rows(plan))
        rows = tuple(row for row in every if any(cell is not None for cell in row))
        return Sheet(self.key, self.title, columns, rows)

    def _marked(self, row: Any) -> str:
        return "yes" if attrgetter(self.internal)(row) else ""
