"""What changed between two values, as operations that can be written, inverted and kept as JSON."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from data.nouns.base import Noun
from data.tables import NOUN
from data.value import Key, Workshop

Fields = Mapping[str, Any]


class Op(NamedTuple):
    """One row's change: `before` None for a new row, `after` None for one that goes, else the fields that differ."""

    table: str
    id: str
    before: Fields | None
    after: Fields | None


Ops = tuple[Op, ...]


def diff(old: Workshop | None, new: Workshop) -> Ops:
    """The operations that lead from `old` (None: nothing yet) to `new`, by table and id."""
    before: Mapping[Key, Noun] = old.rows if old is not None else {}
    ops: list[Op] = []
    for key in before.keys() | new.rows.keys():
        x, y = before.get(key), new.rows.get(key)
        if x is y or x == y:
            continue
        if x is None or y is None:
            ops.append(Op(*key, None if x is None else _fields(x), None if y is None else _fields(y)))
            continue
        names = [name for name, value in _fields(x).items() if value != getattr(y, name)]
        ops.append(Op(*key, {name: getattr(x, name) for name in names}, {name: getattr(y, name) for name in names}))
    return tuple(sorted(ops, key=lambda op: (op.table, op.id)))


def patch(value: Workshop | None, ops: Ops) -> Workshop:
    """Apply operations; raises KeyError when one changes or removes a row that is not there."""
    rows = dict(value.rows) if value is not None else {}
    series = value.series if value is not None else {}
    for op in ops:
        key = Key(op.table, op.id)
        if op.after is None:
            del rows[key]
        elif op.before is None:
            rows[key] = NOUN[op.table].model_validate(op.after)
        else:
            rows[key] = rows[key].replace(**op.after)
    return Workshop(rows, highest(series, ops))


def inverse(ops: Ops) -> Ops:
    """The operations that take `ops` back."""
    return tuple(Op(op.table, op.id, op.after, op.before) for op in ops)


def to_json(ops: Ops) -> list[list[Any]]:
    """`[[table, id, before, after], ...]` with nothing but what JSON knows."""

    def plain(table: str, fields: Fields | None) -> dict[str, Any] | None:
        if fields is None:
            return None
        return {name: _adapter(table, name).dump_python(value, mode="json") for name, value in fields.items()}

    return [[op.table, op.id, plain(op.table, op.before), plain(op.table, op.after)] for op in ops]


def from_json(ops: Iterable[list[Any]]) -> Ops:
    """Read back what `to_json` wrote; raises pydantic's ValidationError on a value of the wrong kind.

    A whole row that was kept before its noun gained a field has that field's default.
    """

    def typed(table: str, fields: dict[str, Any] | None, *, whole: bool) -> Fields | None:
        if fields is None:
            return None
        if whole:
            return _fields(NOUN[table].model_validate(fields))
        return {name: _adapter(table, name).validate_python(value) for name, value in fields.items()}

    return tuple(
        Op(
            table,
            id,
            typed(table, before, whole=after is None),
            typed(table, after, whole=before is None),
        )
        for table, id, before, after in ops
    )


def highest(series: Mapping[str, int], ops: Ops) -> dict[str, int]:
    """The highest number given in each series after `ops`: a removed row's number stays given."""
    highest = dict(series)
    for op in ops:
        letter = NOUN[op.table].letter
        if letter:
            highest[letter] = max(highest.get(letter, 0), int(op.id.removeprefix(letter)))
    return highest


@cache
def _adapter(table: str, name: str) -> TypeAdapter[Any]:
    annotation: Any = NOUN[table].model_fields[name].annotation
    return TypeAdapter(annotation)


def _fields(row: Noun) -> dict[str, Any]:
    return dict(row.__dict__)
