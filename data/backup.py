"""A whole database copied to one file, and brought back from it, when somebody asks for it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from data import copies, file
from data.engine import for_reading, make_private, transaction
from data.errors import Damaged, NotFound, Unavailable, WrongLocation
from data.faults import in_words
from data.location import file_of, shown
from data.schema import open_ready
from data.tables import WORKSHOP, metadata


def backup(url: str, target: Path, now: Callable[[], datetime]) -> None:
    """Copy a database, a server's too, to one sound SQLite file that only its owner may read.

    A backup that stands at `target` is replaced once the new one is sound. Raises NotFound when there is no database,
    WrongLocation when `target` is the database itself or a file that is no backup, Damaged, Unavailable.
    """
    source = file_of(url)
    target = Path(os.path.abspath(target))  # noqa: PTH100
    if source is not None and not source.exists():
        raise NotFound(f"There is no database at {source} yet, so there is nothing to back up.")
    if target.exists():
        _check_replaceable(source, target)
    if not target.parent.is_dir():
        raise WrongLocation(f"There is no folder {target.parent}: create it, or name another place for the backup.")
    if source is not None:
        file.revision(source)
        copies.copy(source, target)
        return
    with in_words(), copies.beside(target) as written:
        written.unlink()
        _copy_rows(for_reading(open_ready(url, now)), open_ready(str(written), now))
        copies.copy(written, target)


def restore(source: Path, url: str, now: Callable[[], datetime]) -> Path | None:
    """Put a backup in the place of a database; return where what stood there is kept, or None when nothing did.

    The backup must be sound and of this version or an earlier one; it is brought up to date. A damaged database
    makes room for it and is kept as it is. Windows that are open on the database see the restored rows. On a server
    the database must hold no workshops yet. Raises NotFound, Damaged, NewerDatabase, WrongLocation or Unavailable;
    the database is then as it was.
    """
    source = Path(os.path.abspath(source))  # noqa: PTH100
    if not source.is_file():
        raise NotFound(f"There is no file {source}: name a file that `workshop backup` wrote.")
    with file.reading(source) as connection:
        if file.revision_of(connection) is None:
            raise Damaged(f"{source} holds no workshops: name a file that `workshop backup` wrote.")
        copies.check_sound(connection)
    path = file_of(url)
    if path is None:
        _restore_to_server(source, url, now)
        return None
    if path.exists() and source.samefile(path):
        raise WrongLocation("The backup is the database itself: name a file that `workshop backup` wrote.")
    before = _put_in_place(source, path, now())
    open_ready(str(path), now).dispose()
    return before


def _check_replaceable(source: Path | None, target: Path) -> None:
    if source is not None and target.samefile(source):
        raise WrongLocation("That is the database itself: name another file for the backup.")
    try:
        if target.is_file() and (target.stat().st_size == 0 or file.revision(target) is not None):
            return
    except Damaged:
        pass
    raise WrongLocation(f"{target} is there already and is no backup: name another file.")


def _put_in_place(source: Path, path: Path, at: datetime) -> Path | None:
    """Write a backup over a database that is kept as an automatic backup, or where there is none, or none sound."""
    try:
        found = file.revision(path)
    except Damaged:
        return _push_aside(source, path, at)
    if found is None:
        make_private(path)
        copies.copy(source, path)
        return None
    before = copies.keep(path, found, at, spare=source)
    with in_words(), file.reading(source) as old, closing(sqlite3.connect(path, isolation_level=None)) as new:
        new.execute("PRAGMA synchronous=FULL")
        copies.overwrite(new, old)
    return before


def _push_aside(source: Path, path: Path, at: datetime) -> Path:
    """Put a backup in the place of a damaged file, which is renamed with its journal once the new one is ready."""
    aside = path.with_name(f"{path.name}.damaged-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    with in_words(), copies.beside(path) as ready:
        copies.copy(source, ready)
        path.rename(aside)
        for tail in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + tail).rename(aside.with_name(aside.name + tail))
        ready.rename(path)
    return aside


def _restore_to_server(source: Path, url: str, now: Callable[[], datetime]) -> None:
    target = open_ready(url, now)
    try:
        with transaction(for_reading(target)) as connection:
            if connection.execute(select(WORKSHOP.c.id).limit(1)).first() is not None:
                raise Unavailable(f"{shown(url)} holds workshops already: restore into an empty database.")
    except BaseException:
        target.dispose()
        raise
    # A copy, because an older backup is brought up to date first and the file itself stays as it is.
    with in_words(), copies.beside(source) as written:
        copies.copy(source, written)
        _copy_rows(open_ready(str(written), now), target)


def _copy_rows(source: Engine, target: Engine) -> None:
    """Copy every row from one database to another that has none, and let go of both."""
    try:
        with transaction(source) as old, transaction(target.execution_options(write=True)) as new:
            for table in metadata.sorted_tables:
                rows = [dict(row) for row in old.execute(select(table)).mappings()]
                if rows:
                    new.execute(insert(table), rows)
    finally:
        source.dispose()
        target.dispose()
