"""The form in which differences and plans are kept, and how an older form is read as today's."""

from collections.abc import Callable, Mapping
from typing import Any

from data.difference import Op, Ops, diff, from_json, patch, to_json
from data.errors import NewerDatabase
from data.value import Workshop

#: The form written today.
FORMAT = 2

PlainOps = list[list[Any]]

#: What rows that were made in format 1 had of what their nouns gained with format 2, as their migrations have it.
_SINCE_1: Mapping[str, Mapping[str, Any]] = {
    "brief": {
        **dict.fromkeys(("obstacle", "aspiration", "vision", "drops_milestones", "changes_choices", "rhythm"), ""),
        "follows": "",
        **dict.fromkeys(("next_on", "keeper_id", "adopted_at")),
        "move_days": 14,
        "holidays": [],
        "voting": False,
        "abstained": None,
    },
    **{
        table: {"internal": False}
        for table in ("carried", "arena", "condition", "capability", "priority", "reservation", "parked", "action")
    },
    "milestone": {"internal": False, "dropped_on": None},
}


def upgrade_1(ops: PlainOps) -> PlainOps:
    """Return operations of format 1 as format 2 has them: whole rows are filled up, changes of single fields stay."""
    filled: PlainOps = []
    for table, id, before, after in ops:
        since = _SINCE_1.get(table, {}) if before is None or after is None else {}
        filled.append([table, id, *(fields if fields is None else {**since, **fields} for fields in (before, after))])
    return filled


#: `UPGRADES[k - 1]` reads what was written in format k as format k + 1. Pure functions over `[[table, id, before,
#: after], ...]`: a field that went is dropped from `before` and `after`, one that was renamed moves in both, one that
#: came is filled into whole rows with what its migration gives the rows that are there. A new noun needs nothing.
UPGRADES: tuple[Callable[[PlainOps], PlainOps], ...] = (upgrade_1,)


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
    """Return a whole value as plain JSON: `{"format": 2, "series": {letter: number}, "rows": {table: [row, ...]}}`."""
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
