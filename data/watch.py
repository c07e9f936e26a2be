"""Whether somebody else has written to the database: SQLite counts it; on a server we compare with what we wrote."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Engine, select

from data.engine import transaction
from data.nouns.room import Room
from data.rooms import CLOCK
from data.tables import ROOM, WORKSHOP

#: What of a room other windows go by.
_WATCHED = ("looking", *CLOCK)


class _Seen(NamedTuple):
    """A workshop as it was last seen: how far its log had come, and what its room was doing."""

    seq: int
    touched_at: datetime
    room: tuple[Any, ...]


_SEEN = select(WORKSHOP.c.id, WORKSHOP.c.seq, WORKSHOP.c.touched_at, *(ROOM.c[name] for name in _WATCHED)).join_from(
    WORKSHOP, ROOM, ROOM.c.workshop_id == WORKSHOP.c.id
)


class Watch:
    """Looks for other people's writes through one engine."""

    def __init__(self, reading: Engine) -> None:
        self._reading = reading
        self._counts = reading.dialect.name == "sqlite"
        self._count = 0
        self._seen: dict[str, _Seen] = {}
        self._missed = False
        self.changed()

    def changed(self) -> bool:
        """True when somebody else has written since this was last asked."""
        if self._counts:
            before, self._count = self._count, self._version()
            return before != self._count
        seen, self._seen, missed, self._missed = self._seen, self._look(), self._missed, False
        return missed or seen != self._seen

    def wrote(self, id: str, seq: int, at: datetime) -> None:
        """Take note of a change of our own: it does not count, but one between its number and the last does."""
        before = self._seen.get(id)
        if before is not None:
            self._missed = self._missed or seq > before.seq + 1
            self._seen[id] = before._replace(seq=seq, touched_at=at)

    def made(self, id: str, seq: int, at: datetime, room: Room) -> None:
        """Take note of a workshop that we made."""
        if not self._counts:
            self._seen[id] = _Seen(seq, at, _watched(room))

    def kept(self, id: str, room: Room) -> None:
        """Take note of what a room is doing now that we have kept it."""
        before = self._seen.get(id)
        if before is not None:
            self._seen[id] = before._replace(room=_watched(room))

    def deleted(self, id: str) -> None:
        """Take note of a workshop that we deleted."""
        self._seen.pop(id, None)

    def _version(self) -> int:
        with transaction(self._reading) as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def _look(self) -> dict[str, _Seen]:
        with transaction(self._reading) as connection:
            return {id: _Seen(seq, at, tuple(room)) for id, seq, at, *room in connection.execute(_SEEN)}


def _watched(room: Room) -> tuple[Any, ...]:
    return tuple(getattr(room, name) for name in _WATCHED)
