"""A workshop's rows read back from the database as one value."""

from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, Table, bindparam, func, select

from data.errors import Ambiguous, Damaged, NotFound
from data.nouns.base import Noun
from data.nouns.room import Room
from data.tables import NOUN, PARTS, ROOM, SERIES, WORKSHOP
from data.value import Key, Workshop

N = TypeVar("N", bound=Noun)

GONE = "This workshop is no longer there: it was deleted in another window."


class Identity(NamedTuple):
    """Which workshop it is, how far its log has come, and when it was last changed."""

    id: str
    ref: str
    seq: int
    touched_at: datetime


_IDENTITY = select(WORKSHOP.c.id, WORKSHOP.c.ref, WORKSHOP.c.seq, WORKSHOP.c.touched_at)
_SERIES = select(SERIES.c.letter, SERIES.c.last).where(SERIES.c.workshop_id == bindparam("workshop"))


def _own(table: Table) -> Select[Any]:
    """One workshop's rows of a table, without the column that says whose they are."""
    columns = [column for column in table.columns if column.name != "workshop_id"]
    return select(*columns).where(table.c.workshop_id == bindparam("workshop"))


_ROWS = {name: _own(table) for name, table in PARTS.items()}
_ROOM = _own(ROOM)


def identities(connection: Connection) -> tuple[Identity, ...]:
    """Return every workshop's identity."""
    return tuple(Identity(*row) for row in connection.execute(_IDENTITY))


def identity(connection: Connection, id: str) -> Identity:
    """Return one workshop's identity; raises NotFound."""
    row = connection.execute(_IDENTITY.where(WORKSHOP.c.id == id)).one_or_none()
    if row is None:
        raise NotFound(GONE)
    return Identity(*row)


def find(connection: Connection, ref: str) -> str:
    """Return the id of the workshop with this ref, or the only one that begins so; raises NotFound, Ambiguous."""
    asked = ref.strip().lower()
    query = select(WORKSHOP.c.id, WORKSHOP.c.ref).order_by(WORKSHOP.c.ref)
    begins = func.substr(WORKSHOP.c.ref, 1, len(asked)) == asked
    rows = connection.execute(query.where(begins)).all() if asked and "\0" not in asked else []
    for row in rows:
        if row.ref == asked or len(rows) == 1:
            return str(row.id)
    if not rows:
        raise NotFound(f"No workshop answers to “{ref}”: `workshop list` names them all.")
    named = ", ".join(row.ref for row in rows[:5]) + (", …" if len(rows) > 5 else "")
    raise Ambiguous(f"Several workshops begin with “{ref}”, type a little more: {named}.")


def read_value(connection: Connection, id: str) -> Workshop:
    """Return a workshop's value as its rows have it; raises Damaged when one of them is of the wrong kind."""
    rows: dict[Key, Noun] = {}
    for name, query in _ROWS.items():
        for row in connection.execute(query, {"workshop": id}):
            rows[Key(name, row.id)] = _noun(NOUN[name], row)
    return Workshop(rows, read_series(connection, id))


def read_series(connection: Connection, id: str) -> dict[str, int]:
    """Return the highest number ever given in each series of a workshop's ids."""
    return {row.letter: row.last for row in connection.execute(_SERIES, {"workshop": id})}


def read_room(connection: Connection, id: str, *, to_write: bool = False) -> Room:
    """Return what the room is doing; raises NotFound. With `to_write` nobody else changes it in the meantime."""
    row = connection.execute(_ROOM.with_for_update() if to_write else _ROOM, {"workshop": id}).one_or_none()
    if row is None:
        raise NotFound(GONE)
    return _noun(Room, row)


def _noun(noun: type[N], row: Row[Any]) -> N:
    try:
        return noun.model_validate(row._asdict())
    except ValidationError as error:
        raise Damaged(
            f"The database holds a row that makes no sense ({noun.table} {row.id}): restore a backup."
        ) from error
