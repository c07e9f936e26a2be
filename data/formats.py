"""The form in which differences and plans are kept, and how an older form is read as today's."""

from collections.abc import Callable
from typing import Any

from data.difference import Op, Ops, diff, from_json, patch, to_json
from data.errors import NewerDatabase
from data.value import Workshop

#: The form written today.
FORMAT = 1

PlainOps = list[list[Any]]

#: `UPGRADES[k - 1]` reads what was written in format k as format k + 1. Pure functions over `[[table, id, before,
#: after], ...]`: a field that went is dropped from `before` and `after`, one that was renamed moves in both. A new noun
#: needs no step, nor does a new field whose default is what its migration gives the rows that are there: whole rows are
#: read with the defaults of what they lack. (Should that default ever change, older rows need a step that fills it in.)
UPGRADES: tuple[Callable[[PlainOps], PlainOps], ...] = ()


def upgrade(ops: PlainOps, made_in: int) -> PlainOps:
    """Return operations written in format `made_in` as today's; raises NewerDatabase for a format yet to come."""
    if made_in > FORMAT:
        raise NewerDatabase(
            f"This was written by a newer version of workshop (format {made_in}, this one reads up to {FORMAT}): "
            "update workshop to open it."
        )
    for step in UPGRADES[made_in - 1 :]:
        ops = step(ops)
    return ops


def read_ops(ops: PlainOps, made_in: int) -> Ops:
    """Return kept operations, typed; raises NewerDatabase, or ValidationError on a value of the wrong kind."""
    return from_json(upgrade(ops, made_in))


def document(value: Workshop) -> dict[str, Any]:
    """Return a whole value as plain JSON: `{"format": 1, "series": {letter: number}, "rows": {table: [row, ...]}}`."""
    rows: dict[str, list[Any]] = {}
    for table, _id, _before, after in to_json(diff(None, value)):
        rows.setdefault(table, []).append(after)
    return {"format": FORMAT, "series": dict(value.series), "rows": rows}


def read_document(plain: dict[str, Any]) -> Workshop:
    """Return the value a document holds, of whatever format up to today's; raises as `read_ops` does."""
    ops = [[table, row["id"], None, row] for table, rows in plain["rows"].items() for row in rows]
    read: tuple[Op, ...] = read_ops(ops, plain["format"])
    value = patch(None, read)
    return Workshop(value.rows, {**value.series, **_highest(value.series, plain.get("series", {}))})


def _highest(one: Any, other: Any) -> dict[str, int]:
    return {letter: max(one.get(letter, 0), other.get(letter, 0)) for letter in {*one, *other}}
