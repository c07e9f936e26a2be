"""Whether somebody else has written to the database: SQLite counts it; on a server we compare with what we wrote."""

from datetime import datetime

from sqlalchemy import Engine

from data.engine import transaction
from data.reading import identities

_Heads = dict[str, tuple[int, datetime]]


class Watch:
    """Looks for other people's writes through one engine."""

    def __init__(self, reading: Engine) -> None:
        self._reading = reading
        self._counts = reading.dialect.name == "sqlite"
        self._count = 0
        self._heads: _Heads = {}
        self._missed = False
        self.changed()

    def changed(self) -> bool:
        """True when somebody else has written since this was last asked."""
        if self._counts:
            before, self._count = self._count, self._version()
            return before != self._count
        heads, self._heads, missed, self._missed = self._heads, self._look(), self._missed, False
        return missed or heads != self._heads

    def wrote(self, id: str, seq: int, at: datetime) -> None:
        """Take note of a change of our own: it does not count, but one between its number and the last does."""
        if not self._counts:
            before = self._heads.get(id)
            if before is not None and seq > before[0] + 1:
                self._missed = True
            self._heads[id] = (seq, at)

    def deleted(self, id: str) -> None:
        """Take note of a workshop that we deleted."""
        self._heads.pop(id, None)

    def _version(self) -> int:
        with transaction(self._reading) as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def _look(self) -> _Heads:
        with transaction(self._reading) as connection:
            return {row.id: (row.seq, row.touched_at) for row in identities(connection)}
