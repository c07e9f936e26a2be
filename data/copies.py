"""Copies of a database file, made by the standard driver, and the automatic ones that are kept beside it."""

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from data.errors import Damaged, Unavailable
from data.faults import in_words
from data.file import reading

#: How many automatic backups are kept.
KEPT = 10


def copy(source: Path, target: Path) -> None:
    """Copy a database to `target`, whole or not at all, as one sound file that only its owner may read.

    The copy holds what was committed, though the file itself may still have it in its journal. Raises Damaged when
    the copy is not sound, Unavailable when it cannot be made; a file that stood at `target` then stands there still.
    """
    with in_words(), beside(target) as written:
        with reading(source) as old, closing(sqlite3.connect(written, isolation_level=None)) as new:
            overwrite(new, old)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, without a journal that could be left behind
            check_sound(new)
        _flush(written)
        os.replace(written, target)  # noqa: PTH105
        _flush(target.parent)


def overwrite(target: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Put every page of `source` in the place of those of `target`, in one transaction.

    Who looks at the target meanwhile sees what was there before. Raises Unavailable when another program is in the way.
    """

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # the driver itself would try for ever
            raise Unavailable("The file is locked by another program: wait until it is done, then try again.")

    target.execute("PRAGMA busy_timeout=5000")
    source.backup(target, progress=give_up)


def check_sound(connection: sqlite3.Connection) -> None:
    """Raise Damaged when SQLite finds fault with a database, or a reference in it has no row."""
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
    if faults != ["ok"]:
        raise Damaged(f"The database is damaged ({faults[0]}): use another backup.")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged("The database refers to rows it does not hold: use another backup.")


def keep(path: Path, revision: str, at: datetime, spare: Path | None = None) -> Path:
    """Back a database up into `backups/` beside it, named by instant and revision.

    Of the backups there, the last ten are kept, and `spare`.
    """
    folder = path.parent / "backups"
    with in_words():
        folder.mkdir(mode=0o700, exist_ok=True)
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = folder / f"{path.stem}-{stamp}-{revision}{path.suffix}"
    copy(path, target)
    with in_words():
        for old in kept(path)[:-KEPT]:
            if old != spare:
                old.unlink(missing_ok=True)
    return target


def kept(path: Path) -> list[Path]:
    """Return the automatic backups of a database, oldest first."""
    name = re.compile(rf"{re.escape(path.stem)}-\d{{8}}T\d{{6}}Z-\w+{re.escape(path.suffix)}")
    folder = path.parent / "backups"
    with in_words():
        found = folder.iterdir() if folder.is_dir() else ()
        return sorted(backup for backup in found if name.fullmatch(backup.name))


def forget(path: Path, workshop_id: str) -> None:
    """Take one workshop out of every automatic backup of a database, so that none of its words is left there.

    A backup that is damaged, and so of no use, is deleted instead.
    """
    _in_each_backup(path, lambda connection: _delete_rows(connection, workshop_id))


def forget_sheets(path: Path, workshop_id: str) -> None:
    """Take the sheets of one workshop's self-assessment out of every automatic backup of a database."""
    _in_each_backup(path, lambda connection: _empty_sheets(connection, workshop_id))


def _in_each_backup(path: Path, change: Callable[[sqlite3.Connection], bool]) -> None:
    """Change every automatic backup; one that is changed is rewritten, so that nothing is left of what was there."""
    for backup in kept(path):
        try:
            with in_words(), closing(sqlite3.connect(backup, isolation_level=None)) as connection:
                connection.execute("PRAGMA busy_timeout=5000")
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("BEGIN IMMEDIATE")
                changed = change(connection)
                connection.execute("COMMIT")
                if changed:
                    connection.execute("VACUUM")
        except Damaged:
            with in_words():
                backup.unlink(missing_ok=True)


def _delete_rows(connection: sqlite3.Connection, workshop_id: str) -> bool:
    # Whatever its revision: every table that has workshops in it says so by a column.
    columns = connection.execute(
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND (c.name = 'workshop_id' OR (t.name = 'workshop' AND c.name = 'id'))"
    ).fetchall()
    for table, column in columns:
        connection.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (workshop_id,))
    return True


def _empty_sheets(connection: sqlite3.Connection, workshop_id: str) -> bool:
    if not connection.execute("SELECT 1 FROM pragma_table_info('room') WHERE name = 'sheets'").fetchone():
        return False  # of a revision that had none
    asked = "UPDATE room SET sheets = '{}' WHERE workshop_id = ? AND sheets <> '{}'"
    return connection.execute(asked, (workshop_id,)).rowcount > 0


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new file in the folder of `target`, gone again unless it has been moved away."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    written = Path(name)
    try:
        yield written
    finally:
        for left in (written, Path(f"{name}-journal"), Path(f"{name}-wal"), Path(f"{name}-shm")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
