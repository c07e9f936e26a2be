"""What can be told about a database's health without changing it, one sentence for each thing looked at."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from data import copies, file, log
from data.engine import for_reading, open_engine, transaction
from data.errors import StorageError
from data.location import file_of, shown
from data.migrations import REVISIONS
from data.reading import identities, read_value
from data.schema import revision_on

_LOW_ON_DISK = 100 * 1024 * 1024


class Check(NamedTuple):
    """One thing looked at, whether it is as it should be, and what was seen in one sentence."""

    subject: str
    ok: bool
    sentence: str


def doctor(url: str) -> list[Check]:
    """Return what was found about a database, the worst included: nothing is raised and nothing changed."""
    try:
        path = file_of(url)
        return list(_of_server(url) if path is None else _of_file(path))
    except StorageError as error:
        return [Check("database", False, str(error))]


def _of_file(path: Path) -> Iterator[Check]:
    if not path.exists():
        yield Check("file", True, f"There is no database at {path} yet; it is made with the first workshop.")
        return
    status = path.stat()
    yield Check("file", True, f"The database is {path}, {_size(status.st_size)}.")
    yield _mode(path, stat.S_IMODE(status.st_mode))
    try:
        yield from _inside(path)
    except StorageError as error:
        yield Check("database", False, str(error))
    yield _backups(path)
    free = shutil.disk_usage(path.parent).free
    yield Check("disk", free > _LOW_ON_DISK, f"The disk has {_size(free)} free.")


def _inside(path: Path) -> Iterator[Check]:
    with file.reading(path) as connection:
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    yield Check("journal", journal == "wal", f"It keeps its journal in {journal.upper()} mode{_unlike_wal(journal)}.")
    sound = faults == ["ok"]
    yield Check("integrity", sound, "SQLite finds it sound." if sound else f"SQLite finds it damaged: {faults[0]}.")
    refers = (
        f"It lacks the rows that {_many(len(lost), 'reference')} should lead to."
        if lost
        else "Every reference has its row."
    )
    yield Check("references", not lost, refers)
    found = file.revision(path)
    yield _of_revision(found)
    if sound and found == REVISIONS[-1]:
        engine = open_engine(str(path), untouched=True)
        try:
            yield from _workshops(engine)
        finally:
            engine.dispose()


def _of_server(url: str) -> Iterator[Check]:
    engine = open_engine(url)
    try:
        found = revision_on(engine)
        yield Check("database", True, f"The database is {shown(url)}.")
        yield _of_revision(found)
        if found == REVISIONS[-1]:
            yield from _workshops(for_reading(engine))
    finally:
        engine.dispose()


def _of_revision(found: str | None) -> Check:
    if found is None:
        return Check("revision", True, "It has no tables yet; they are made when it is first opened.")
    if found == REVISIONS[-1]:
        return Check("revision", True, f"Its tables are those of this version ({found}).")
    return Check("revision", True, f"Its tables are of an earlier version ({found}): opening it updates them.")


def _workshops(engine: Engine) -> Iterator[Check]:
    """How many workshops there are, and whether what the log of each leads to is what its rows say."""
    with transaction(engine) as connection:
        there = identities(connection)
        yield Check("workshops", True, f"It holds {_many(len(there), 'workshop')}.")
        apart = []
        for one in there:
            changes = log.read_changes(connection, one.id)
            numbers = [change.seq for change in changes] == list(range(1, one.seq + 1))
            if not numbers or log.replay(changes) != read_value(connection, one.id):
                apart.append(one.ref)
    if apart:
        yield Check("history", False, f"The history leads elsewhere than to what is there today: {', '.join(apart)}.")
    else:
        yield Check("history", True, "Every workshop's history leads to what is there today.")


def _mode(path: Path, mode: int) -> Check:
    if mode & 0o077:
        return Check("mode", False, f"Others can read it (mode {mode:04o}): `chmod 600 '{path}'` keeps it to you.")
    return Check("mode", True, f"Only you can read it (mode {mode:04o}).")


def _backups(path: Path) -> Check:
    kept = copies.kept(path)
    if not kept:
        return Check("backups", True, "There are no automatic backups yet; an upgrade or a restore makes one first.")
    return Check(
        "backups", True, f"{kept[-1].parent} holds {_many(len(kept), 'automatic backup')}, the last {kept[-1].name}."
    )


def _unlike_wal(journal: str) -> str:
    return "" if journal == "wal" else "; opening it in workshop sets WAL"


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _size(octets: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if octets >= factor:
            return f"{octets / factor:.1f} {unit}"
    return f"{octets} bytes"
