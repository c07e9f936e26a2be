"""A database file looked at with the standard driver alone: opened for reading, and which revision it is of."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from data.errors import Damaged, NewerDatabase
from data.faults import NOT_A_DATABASE, in_words
from data.migrations import REVISIONS

_MAGIC = b"SQLite format 3\0"


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that must exist, for reading only; faults come out as this package's errors."""
    with in_words(), path.open("rb") as beginning:
        if beginning.read(len(_MAGIC)) not in (b"", _MAGIC):  # SQLite itself takes a very short file for an empty one
            raise Damaged(NOT_A_DATABASE)
    with (
        in_words(),
        closing(sqlite3.connect(f"file:{quote(os.fsencode(path))}?mode=ro", uri=True, timeout=5.0)) as connection,
    ):
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA trusted_schema=OFF")
        yield connection


def revision(path: Path) -> str | None:
    """Return the revision of a file's schema, or None when there is no file or nothing in it yet.

    Raises Damaged when it is no sound database of this program, NewerDatabase when it comes from a newer version,
    Unavailable when it cannot be read. The file stays as it is.
    """
    if not path.exists():
        return None
    with reading(path) as connection:
        return revision_of(connection)


def revision_of(connection: sqlite3.Connection) -> str | None:
    """As `revision`, for an open connection."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise Damaged("The file is a database of another program: name another one.")
    return known([row[0] for row in connection.execute("SELECT version_num FROM alembic_version")])


def known(revisions: list[str]) -> str:
    """Return the one revision a database says it is of; raises Damaged for none or several, NewerDatabase."""
    if len(revisions) != 1:
        raise Damaged("The database does not say which version made it: restore a backup.")
    if revisions[0] not in REVISIONS:
        raise NewerDatabase("The database was made by a newer version of workshop: update workshop to open it.")
    return revisions[0]
