"""A database backed up to a file and brought back from it, whatever stands in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data import copies
from data.backup import backup, restore
from data.difference import diff
from data.errors import Damaged, NewerDatabase, NotFound, Unavailable, WrongLocation
from data.nouns.strategy import Arena
from data.store import Kept, Store
from tests.data.conftest import OpenStore
from tests.data.making import START, blank, small, ticking


def lived_in(store: Store) -> Kept:
    """A workshop with a history and a version."""
    kept = store.create(small())
    store.save(kept.id, diff(small(), small().change(Arena, "A1", name="Zürich 戦略")), label="x", publishes=True)
    store.undo(kept.id)
    store.redo(kept.id)
    return store.load(kept.id)


def same(one: Store, other: Store, kept: Kept) -> bool:
    return (
        one.load(kept.id) == other.load(kept.id)
        and one.changes(kept.id) == other.changes(kept.id)
        and one.versions(kept.id, withdrawn=True) == other.versions(kept.id, withdrawn=True)
    )


def test_a_backup_is_the_whole_database_in_one_private_file(place: str, open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store(place)
    kept = lived_in(store)
    target = tmp_path / "copies" / "backup.sqlite"
    target.parent.mkdir()
    backup(place, target, ticking())
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert same(store, open_store(target), kept)


def test_a_backup_is_restored_where_there_is_nothing(place: str, open_store: OpenStore, tmp_path: Path) -> None:
    source = open_store(tmp_path / "source.sqlite")
    kept = lived_in(source)
    backup(str(tmp_path / "source.sqlite"), tmp_path / "backup", ticking())
    before = (tmp_path / "backup").read_bytes()
    assert restore(tmp_path / "backup", place, ticking()) is None
    restored = open_store(place)
    assert same(source, restored, kept)
    assert restored.save(kept.id, diff(kept.value, small()), label="on we go") == kept.seq + 1
    assert (tmp_path / "backup").read_bytes() == before


def test_what_a_restore_replaces_is_kept_and_open_windows_see_it(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = lived_in(store)
    file = path.parent / "backup"
    backup(str(path), file, ticking())
    late = store.create(blank("Too late"))
    assert not store.changed_elsewhere()
    replaced = restore(file, str(path), ticking())
    assert store.changed_elsewhere()
    assert store.load(kept.id) == kept
    with pytest.raises(NotFound):
        store.load(late.id)
    assert replaced == copies.kept(path)[-1]
    assert open_store(replaced).load(late.id) == late
    assert restore(replaced, str(path), ticking(START.replace(hour=10))) is not None
    assert store.load(late.id) == late


def test_the_oldest_automatic_backup_can_be_restored(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(small())
    now = ticking()
    oldest, *_ = [copies.keep(path, "0001_spine", now()) for _ in range(copies.KEPT)]
    store.archive(kept.id)
    restore(oldest, str(path), now)
    assert store.load(kept.id) == kept
    assert oldest.exists()


@pytest.mark.parametrize("damage", [lambda b: b"\x5a" * len(b), lambda b: b[:100]], ids=["overwritten", "cut off"])
def test_a_damaged_database_makes_room_and_is_kept(
    path: Path, open_store: OpenStore, damage: Callable[[bytes], bytes]
) -> None:
    store = open_store(path)
    kept = lived_in(store)
    file = path.parent / "backup"
    backup(str(path), file, ticking())
    store.close()
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    aside = restore(file, str(path), ticking())
    assert aside == path.with_name("workshop.sqlite.damaged-20261104T090000Z")
    assert aside.read_bytes() == damaged
    assert open_store(path).load(kept.id) == kept


def test_a_backup_that_cannot_be_restored_leaves_all_as_it_was(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = lived_in(store)
    sound, broken = path.parent / "sound", path.parent / "broken"
    backup(str(path), sound, ticking())

    def spoilt(statement: str) -> Path:
        broken.write_bytes(sound.read_bytes())
        with closing(sqlite3.connect(broken, isolation_level=None)) as connection:
            connection.execute(statement)
        return broken

    for statement, error in {
        "UPDATE alembic_version SET version_num = '9999_later'": NewerDatabase,
        "DELETE FROM party": Damaged,
        "DROP TABLE alembic_version": Damaged,
        "DELETE FROM alembic_version": Damaged,
    }.items():
        with pytest.raises(error):
            restore(spoilt(statement), str(path), ticking())
    broken.write_bytes(sound.read_bytes()[:20000])
    with pytest.raises(Damaged):
        restore(broken, str(path), ticking())
    broken.write_bytes(b"")
    with pytest.raises(Damaged, match="holds no workshops"):
        restore(broken, str(path), ticking())
    with pytest.raises(NotFound, match="no file"):
        restore(path.parent / "nowhere", str(path), ticking())
    with pytest.raises(WrongLocation, match="itself"):
        restore(path, str(path), ticking())
    assert store.load(kept.id) == kept
    assert copies.kept(path) == []


def test_a_restore_does_not_wait_for_ever(path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = lived_in(open_store(path))
    file = path.parent / "backup"
    backup(str(path), file, ticking())
    connect = sqlite3.connect

    class Impatient(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("busy_timeout=5000", "busy_timeout=20"), *parameters)  # type: ignore[arg-type]

    with closing(connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr("sqlite3.connect", lambda *a, **k: connect(*a, **k, factory=Impatient))
        with pytest.raises(Unavailable, match="locked"):
            restore(file, str(path), ticking())
        monkeypatch.undo()
    assert open_store(path).load(kept.id) == kept


def test_a_server_that_holds_workshops_is_not_overwritten(schema: str, open_store: OpenStore, tmp_path: Path) -> None:
    kept = lived_in(open_store(schema))
    backup(schema, tmp_path / "backup", ticking())
    with pytest.raises(Unavailable, match="empty database"):
        restore(tmp_path / "backup", schema, ticking())
    assert open_store(schema).load(kept.id) == kept


def test_a_backup_takes_the_place_of_a_backup_and_of_nothing_else(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(small())
    target = path.parent / "backup"
    backup(str(path), target, ticking())
    store.save(kept.id, diff(small(), small().change(Arena, "A1", name="Towns")), label="x")
    backup(str(path), target, ticking())
    assert open_store(target).load(kept.id).seq == 2
    diary = path.parent / "diary.txt"
    diary.write_text("Dear diary")
    for other in (diary, path.parent):
        with pytest.raises(WrongLocation, match="no backup"):
            backup(str(path), other, ticking())
    assert diary.read_text() == "Dear diary"
    with pytest.raises(WrongLocation, match="itself"):
        backup(str(path), path, ticking())
    with pytest.raises(WrongLocation, match="no folder"):
        backup(str(path), path.parent / "nowhere" / "backup", ticking())
    with pytest.raises(NotFound, match="nothing to back up"):
        backup(str(path.parent / "none.sqlite"), path.parent / "x", ticking())


def test_a_damaged_database_is_not_backed_up_over_a_sound_one(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    store.create(small())
    target = path.parent / "backup"
    backup(str(path), target, ticking())
    before = target.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM party")
    with pytest.raises(Damaged):
        backup(str(path), target, ticking())
    assert target.read_bytes() == before
    assert not [entry for entry in path.parent.iterdir() if entry.name.startswith(".")]
