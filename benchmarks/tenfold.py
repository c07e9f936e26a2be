"""A workshop ten times the size of the sample, as no room will ever have one."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.base import Noun
from data.tables import REFERENCES
from data.value import Workshop, of_rows

#: How far apart the numbers of two copies of a row are.
_APART = 1000

_REFERRING: dict[str, tuple[str, ...]] = {}
for _each in REFERENCES:
    _REFERRING[_each.table] = (*_REFERRING.get(_each.table, ()), _each.column)


def tenfold(workshop: Workshop, times: int = 10) -> Workshop:
    """Return a workshop with every row but the brief so many times, each copy referring to its own copies."""

    def copies() -> Iterator[Noun]:
        for row in workshop.rows.values():
            yield row
            if row.letter or (row.table in _REFERRING and ":" not in row.id and row.id != "W"):
                for turn in range(1, times):
                    fields = {name: _moved(getattr(row, name), turn) for name in _REFERRING.get(row.table, ())}
                    yield row.replace(id=_moved(row.id, turn), **fields)

    return of_rows(copies())


def _moved(id: str | None, turn: int) -> str | None:
    """The id of a copy: "P1-A3" is "P1001-A1003" in the first one."""
    return id and "-".join(f"{part[0]}{int(part[1:]) + turn * _APART}" for part in id.split("-"))
