"""What is wrong with a database is said, and looking changes nothing."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data import copies
from data.doctor import doctor
from data.migrations import REVISIONS
from data.store import Store
from tests.data.conftest import OpenStore
from tests.data.making import START, small


def wrong(place: object) -> dict[str, str]:
    return {check.subject: check.sentence for check in doctor(str(place)) if not check.ok}


def told(place: object) -> dict[str, str]:
    return {check.subject: check.sentence for check in doctor(str(place))}


def test_a_sound_database_has_nothing_wrong(place: str, store: Store) -> None:
    store.create(small())
    store.create(small())
    assert wrong(place) == {}
    assert told(place)["workshops"] == "It holds 2 workshops."
    assert told(place)["history"] == "Every workshop's history leads to what is there today."
    assert REVISIONS[-1] in told(place)["revision"]


def test_a_file_is_described(path: Path, open_store: OpenStore) -> None:
    open_store(path).create(small())
    copies.keep(path, "0001_spine", START)
    found = told(path)
    assert str(path) in found["file"] and "kB" in found["file"]
    assert found["mode"] == "Only you can read it (mode 0600)."
    assert found["journal"] == "It keeps its journal in WAL mode."
    assert "holds 1 automatic backup, the last workshop-20261104T090000Z" in found["backups"]
    assert "free" in found["disk"]


def test_looking_changes_nothing(path: Path, open_store: OpenStore) -> None:
    open_store(path).create(small())
    backup = copies.keep(path, "0001_spine", START)
    before = backup.read_bytes()
    assert "DELETE mode" in told(backup)["journal"]
    assert backup.read_bytes() == before
    assert [entry.name for entry in backup.parent.iterdir()] == [backup.name]


def test_no_database_yet_is_no_fault_and_none_is_made(path: Path) -> None:
    assert wrong(path) == {}
    assert "no database" in told(path)["file"]
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("statement", "subject", "sentence"),
    [
        ("UPDATE arena SET name = 'elsewhere' WHERE id = 'A1'", "history", "where-to-next"),
        ("DELETE FROM change", "history", "where-to-next"),
        ("DELETE FROM party", "references", "1 reference should"),
        ("UPDATE alembic_version SET version_num = '9999_later'", "database", "newer version"),
    ],
)
def test_what_is_wrong_is_said(path: Path, open_store: OpenStore, statement: str, subject: str, sentence: str) -> None:
    open_store(path).create(small())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    assert re.search(sentence, wrong(path)[subject])


def test_a_file_others_can_read_is_said(path: Path, open_store: OpenStore) -> None:
    open_store(path)
    path.chmod(0o644)
    assert "chmod 600" in wrong(path)["mode"]


def test_a_damaged_file_is_said(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    store.create(small())
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    assert wrong(path)
    path.write_bytes(b"Dear diary" * 1000)
    assert "not a database" in wrong(path)["database"]


def test_a_server_that_is_away_and_a_place_that_is_none_are_said(tmp_path: Path) -> None:
    assert "does not answer" in wrong(f"postgresql://nobody:secret@/none?host={tmp_path}")["database"]
    assert "secret" not in str(told("mysql://me:secret@host/x"))
