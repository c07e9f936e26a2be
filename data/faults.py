"""What a database driver complains of, as a sentence for the person; knows no driver but the standard library's."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import Damaged, Stale, StorageError, Unavailable, Unstorable

_PASSING = {
    sqlite3.SQLITE_FULL: "The disk is full: make some room, then try again.",
    sqlite3.SQLITE_BUSY: "The file is locked by another program: wait until it is done, then try again.",
    sqlite3.SQLITE_LOCKED: "The file is locked by another program: wait until it is done, then try again.",
    sqlite3.SQLITE_READONLY: "The file cannot be written: it, or the folder it is in, is read-only.",
    sqlite3.SQLITE_PERM: "The file cannot be opened: it belongs to somebody else.",
    sqlite3.SQLITE_CANTOPEN: "The file cannot be opened: check that its folder is there and may be written.",
    sqlite3.SQLITE_IOERR: "The disk could not be read or written: check that it is still connected.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory: close another program, then try again.",
    sqlite3.SQLITE_TOOBIG: "This is too long to be kept: shorten it.",
}
NOT_A_DATABASE = "The file is not a database of this program: name another one, or restore a backup."
_NOT_SOUND = {
    sqlite3.SQLITE_CORRUPT: "The database is damaged: `workshop doctor` says where its backups are.",
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
}
_TOO_LONG = "A text is too long to be kept: shorten it to 1,000 characters."

# By PostgreSQL's five-character codes, or the two that open them.
_SERVER = {
    "53100": "The database server's disk is full.",
    "53": "The database server is at its limit: try again in a moment.",
    "55P03": "Somebody else is writing just now: try again in a moment.",
    "40": "Somebody else was writing at the same time: try again.",
    "57014": "The database server stopped this because it took too long: try again.",
    "28": "The database server does not let this user in: check the name and the password.",
    "3D000": "The database server has no database of that name: create it, or name another.",
    "42501": "The database server does not let this user do that.",
    "25006": "The database server allows only reading at the moment.",
}
_SERVER_AWAY = "The database server does not answer: check the network and the server's name."


def of_driver(error: BaseException) -> StorageError:
    """Return what a driver's error means; Stale without conflicts when rows collide or a reference has no row."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    return _of_server(error)


def of_system(error: OSError) -> Unavailable:
    """Return what the operating system's refusal of a file means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Unavailable(_PASSING[sqlite3.SQLITE_FULL])
    if error.errno == errno.EROFS:
        return Unavailable(_PASSING[sqlite3.SQLITE_READONLY])
    where = f": {Path(str(error.filename))}" if error.filename else ""
    return Unavailable(f"{error.strerror or 'The file cannot be used'}{where}.")


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what the standard driver and the operating system raise inside into this package's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise of_driver(error) from error
    except OSError as error:
        raise of_system(error) from error


def _of_sqlite(error: sqlite3.Error) -> StorageError:
    code = getattr(error, "sqlite_errorcode", 0)
    primary = code & 0xFF
    if primary in _NOT_SOUND:
        return Damaged(_NOT_SOUND[primary])
    if primary in _PASSING:
        return Unavailable(_PASSING[primary])
    if code == sqlite3.SQLITE_CONSTRAINT_CHECK:
        return Unstorable(_TOO_LONG if "_bound" in str(error) else f"This cannot be kept: {error}.")
    if code == sqlite3.SQLITE_CONSTRAINT_NOTNULL:
        return Unstorable(f"This cannot be kept: {error}.")
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return Stale(())
    if isinstance(error, sqlite3.OperationalError) and "no such" in str(error):
        return Damaged(f"The database lacks a part it should have ({error}): restore a backup.")
    return Unavailable(f"The database refused: {error}.")


def _of_server(error: BaseException) -> StorageError:
    code = getattr(error, "sqlstate", None)
    if code is None or code.startswith(("08", "57P")):
        return Unavailable(_SERVER_AWAY)
    if code in ("23503", "23505"):
        return Stale(())
    if code == "22001" or (code == "23514" and "_bound" in str(error)):
        return Unstorable(_TOO_LONG)
    if code.startswith(("22", "23")):
        return Unstorable(f"This cannot be kept: {_first_line(error)}.")
    if code.startswith("XX"):
        return Damaged("The database on the server is damaged: restore a backup there.")
    if code == "42P01":
        return Damaged("The database on the server lacks a table it should have: restore a backup there.")
    known = _SERVER.get(code) or _SERVER.get(code[:2])
    return Unavailable(known or f"The database server refused: {_first_line(error)}.")


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
