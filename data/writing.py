"""Differences written to the rows, each guarded by what it found there; statements are built once for each shape."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Delete,
    Text,
    TypeDecorator,
    Update,
    and_,
    bindparam,
    cast,
    delete,
    insert,
    update,
)

from data.difference import Op, Ops, highest
from data.engine import dump_json
from data.errors import NotFound, Stale, Unstorable
from data.nouns.room import Room
from data.reading import GONE, read_series
from data.tables import CHANGE, PARTS, PLAN_VERSION, ROOM, SERIES, WORKSHOP

# What a column of whole numbers holds on every database.
_LARGEST = 2**31 - 1


def check_storable(values: Iterable[Any]) -> None:
    """Raise Unstorable for what one of the databases refuses: a NUL, half a surrogate pair, a number past 32 bits."""
    for value in values:
        if isinstance(value, str):
            if "\0" in value or not _whole(value):
                raise Unstorable(
                    "A text holds a character that cannot be kept (NUL, or half a character): take it out."
                )
        elif isinstance(value, int):
            if abs(value) > _LARGEST:
                raise Unstorable(f"The number {value} is too large to be kept: give a smaller one.")
        elif isinstance(value, Mapping):
            check_storable(value)
            check_storable(value.values())
        elif isinstance(value, tuple | list):
            check_storable(value)


def write(connection: Connection, workshop_id: str, ops: Ops) -> None:
    """Apply operations to the rows; raises Stale, without saying where, when a row is not as `before` says."""
    made: dict[str, list[dict[str, Any]]] = {}
    for op in ops:
        if op.before is None:
            made.setdefault(op.table, []).append({"workshop_id": workshop_id, **(op.after or {})})
    for table, rows in made.items():
        connection.execute(insert(PARTS[table]), rows)
    for op in ops:
        if op.before is not None:
            _write_row(connection, workshop_id, op, op.before)
    raise_series(connection, workshop_id, highest({}, tuple(op for op in ops if op.before is None)))


def raise_series(connection: Connection, workshop_id: str, numbers: Mapping[str, int]) -> None:
    """Keep the highest number given in each series, so that none is ever given again."""
    if not numbers:
        return
    ours = SERIES.c.workshop_id == workshop_id
    given = read_series(connection, workshop_id)
    for letter, number in numbers.items():
        if letter not in given:
            connection.execute(insert(SERIES).values(workshop_id=workshop_id, letter=letter, last=number))
        elif number > given[letter]:
            connection.execute(update(SERIES).where(ours, SERIES.c.letter == letter).values(last=number))


def write_room(connection: Connection, workshop_id: str, before: Room, after: Room) -> None:
    """Write what of a room differs from how it was."""
    fields = {name: value for name, value in after.__dict__.items() if getattr(before, name) != value}
    if fields:
        connection.execute(update(ROOM).where(ROOM.c.workshop_id == workshop_id).values(fields))


def erase(connection: Connection, workshop_id: str) -> None:
    """Delete a workshop with everything that was ever kept of it; raises NotFound."""
    for table in (*PARTS.values(), ROOM, CHANGE, SERIES, PLAN_VERSION):
        connection.execute(delete(table).where(table.c.workshop_id == workshop_id))
    if connection.execute(delete(WORKSHOP).where(WORKSHOP.c.id == workshop_id)).rowcount != 1:
        raise NotFound(GONE)


def _write_row(connection: Connection, workshop_id: str, op: Op, before: Mapping[str, Any]) -> None:
    values = {"of_workshop": workshop_id, "of_id": op.id}
    table = PARTS[op.table]
    for name, value in before.items():
        values[f"was_{name}"] = dump_json(value) if _is_json(table.c[name]) else value
    statement: Update | Delete
    if op.after is None:
        statement = _delete(op.table, tuple(before))
    else:
        statement = _update(op.table, tuple(before))
        values.update((f"now_{name}", value) for name, value in op.after.items())
    if connection.execute(statement, values).rowcount != 1:
        raise Stale(())


@cache
def _update(table: str, names: tuple[str, ...]) -> Update:
    columns = PARTS[table].c
    new = {columns[name]: bindparam(f"now_{name}", type_=columns[name].type) for name in names}
    return update(PARTS[table]).where(_as_found(table, names)).values(new)


@cache
def _delete(table: str, names: tuple[str, ...]) -> Delete:
    return delete(PARTS[table]).where(_as_found(table, names))


def _as_found(table: str, names: tuple[str, ...]) -> ColumnElement[bool]:
    """The one row, as long as the named fields are still what they were."""
    columns = PARTS[table].c
    here = and_(columns.workshop_id == bindparam("of_workshop"), columns.id == bindparam("of_id"))
    return and_(here, *(_same(columns[name]) for name in names if name != "id"))


def _same(column: Column[Any]) -> ColumnElement[bool]:
    """A guard that knows None from something; JSON, which PostgreSQL cannot compare, is compared as it was written."""
    if _is_json(column):
        return cast(column, Text) == bindparam(f"was_{column.name}", type_=Text())
    return column.is_not_distinct_from(bindparam(f"was_{column.name}", type_=column.type))


def _is_json(column: Column[Any]) -> bool:
    kind = column.type
    return isinstance(kind.impl if isinstance(kind, TypeDecorator) else kind, JSON)


def _whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
