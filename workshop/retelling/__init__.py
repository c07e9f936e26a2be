"""What a change did, in words: read from its operations, so that it says what is true whatever it was called."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from data.difference import Op, Ops
from data.value import Key
from workshop import spoken
from workshop.retelling.fields import adopted, changed
from workshop.retelling.rows import families, row
from workshop.retelling.telling import Line, Scene, Told
from workshop.spoken import Rows

__all__ = ["Line", "adopted", "applied", "retold"]

#: From so many rows on that have the same done to them, they are told as a number.
_MANY = 4


def applied(rows: Rows, ops: Ops) -> Rows:
    """Return the rows as operations leave them. What does not fit is taken as the operation has it."""
    after = dict(rows)
    for op in ops:
        key = Key(op.table, op.id)
        if op.after is None:
            after.pop(key, None)
        else:
            after[key] = {"id": op.id, **(after.get(key, op.before or {}) if op.before is not None else {}), **op.after}
    return after


def retold(before: Rows, after: Rows, ops: Ops, ever: Collection[Key] = ()) -> tuple[Line, ...]:
    """Return what `ops`, which lead from one set of rows to the other, did: the weightiest first, every row named.

    What goes or comes along with another row is told with it; where much of the same was done, a number says so. A
    row that is in `ever`, and not in `before`, is brought back rather than added.
    """
    lost = {Key(op.table, op.id): op.before or {} for op in ops if _lost(op, before)}
    scene = Scene({**before, **lost}, after, ever)
    told: list[Told] = []
    for direction in (_gone, _come):
        roots, along = families([op for op in ops if direction(op)])
        for op in roots:
            told.append(row(scene, op, along.get(Key(op.table, op.id), ())))
    for op in ops:
        if op.before is not None and op.after is not None:
            told += changed(scene, op)
    told.sort(key=lambda each: each.place)
    alike: dict[str, list[Line]] = {}
    for each in told:
        alike.setdefault(each.kind or f"{len(alike)} alone", []).append(each.line)
    lines: list[Line] = []
    for kind, same in alike.items():
        lines += [_folded(kind, same)] if len(same) >= _MANY else same
    return tuple(lines)


def _gone(op: Op) -> bool:
    return op.after is None


def _come(op: Op) -> bool:
    return op.before is None and op.after is not None


def _lost(op: Op, rows: Rows) -> bool:
    """Whether it is about a row that should be there and is not."""
    return op.before is not None and Key(op.table, op.id) not in rows


def _folded(kind: str, lines: Sequence[Line]) -> Line:
    """Many lines of one kind as one: "Added 12 priorities", "First date of 9 milestones"."""
    rows = tuple(key for line in lines for key in line.rows)
    under = tuple(text for line in lines for text in (line.text, *line.under))
    table, _, name = kind.partition(".")
    if name:
        label = spoken.label(table, name)
        return Line(f"{label[:1].upper()}{label[1:]} of {spoken.counted(table, len(lines))}", rows, under)
    verb, _, table = kind.rpartition(" ")
    return Line(f"{verb} {spoken.counted(table, len(lines))}", rows, under)
