"""Databases of earlier versions are brought up to date: after a backup, whole or not at all, and only when behind."""

from __future__ import annotations

import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from data import copies, migrations
from data.engine import open_engine, transaction
from data.errors import Damaged, OlderDatabase
from data.listing import listing
from data.migrations import run
from data.schema import open_ready
from data.store import Store
from data.tables import metadata
from tests.data.conftest import OpenStore
from tests.data.making import small, ticking
from tests.interpreter import modules_loaded_by, packages

TODAYS = migrations.REVISIONS[-1]

REBUILT = """\
how = "always" if op.get_bind().dialect.name == "sqlite" else "never"
with op.batch_alter_table("party", recreate=how) as batch:
    batch.add_column(sa.Column("shoe_size", sa.Integer()))
"""


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """A later version with one more step: `later(body)`."""

    def with_step(body: str) -> None:
        scripts = tmp_path / "scripts"
        shutil.copytree(run.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        heading = 'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9999_later"\n'
        heading += f'down_revision = "{migrations.REVISIONS[-1]}"\n\n\ndef upgrade():\n'
        (scripts / "versions" / "9999_later.py").write_text(heading + indent(body, "    "))
        revisions = (*migrations.REVISIONS, "9999_later")
        for module in ("data.migrations", "data.file", "data.schema", "data.listing", "data.doctor"):
            monkeypatch.setattr(f"{module}.REVISIONS", revisions, raising=False)
        monkeypatch.setattr(run, "SCRIPTS", scripts)

    return with_step


def described(connection: Connection) -> dict[str, Any]:
    """Everything the database itself knows of its tables, whatever the order it was told in."""
    found = inspect(connection)

    def listed(entries: Any) -> list[str]:
        return sorted(re.sub(r"\s+", " ", str({**entry, "comment": None})) for entry in entries)

    return {
        table: {
            "columns": listed(found.get_columns(table)),
            "key": found.get_pk_constraint(table),
            "references": listed(found.get_foreign_keys(table)),
            "unique": listed(found.get_unique_constraints(table)),
            "checks": listed(found.get_check_constraints(table)),
            "indexes": listed(found.get_indexes(table)),
        }
        for table in found.get_table_names()
    }


def statements(path: Path) -> dict[str, list[str]]:
    """What SQLite was told when the tables were made, line by line in no order."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    # A table that was made anew bears its name in quotes.
    lines = {name: sql.replace(f'CREATE TABLE "{name}"', f"CREATE TABLE {name}").splitlines() for name, sql in made}
    return {name: sorted(line.strip().rstrip(",") for line in sql) for name, sql in lines.items()}


def migrated(place: str) -> None:
    engine = open_engine(place)
    run.upgrade(engine)
    engine.dispose()


def test_every_step_is_named_in_order() -> None:
    steps = ScriptDirectory.from_config(run.configuration()).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == migrations.REVISIONS


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_migrating_from_nothing_and_creating_give_the_same_tables(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    found: list[dict[str, Any]] = []
    for make in (migrated, lambda place: open_ready(place, ticking()).dispose()):
        if kind == "sqlite":
            place = str(tmp_path / f"{len(found)}.sqlite")
        else:
            place = request.getfixturevalue("schema")
        make(place)
        engine = open_engine(place)
        with transaction(engine) as connection:
            found.append(described(connection))
            if kind == "postgresql":
                metadata.drop_all(connection)
                connection.exec_driver_sql("DROP TABLE alembic_version")
        engine.dispose()
    assert found[0].keys() == {*metadata.tables, "alembic_version"}
    assert found[0] == found[1]
    if kind == "sqlite":
        assert statements(tmp_path / "0.sqlite") == statements(tmp_path / "1.sqlite")


def test_a_database_that_is_not_behind_is_opened_without_alembic(path: Path, open_store: OpenStore) -> None:
    opening = f"""
from datetime import UTC, datetime
from data.store import Store
Store({str(path)!r}, actor="", now=lambda: datetime.now(UTC), ids=lambda: "x").close()
"""
    for _ in ("new", "there"):
        loaded = packages(modules_loaded_by(opening))
        assert "sqlalchemy" in loaded
        assert loaded.isdisjoint({"alembic", "psycopg", "textual"})
    assert not path.with_name("backups").exists()


def test_an_older_database_is_brought_up_to_date_and_nothing_is_lost(
    place: str, open_store: OpenStore, later: Any
) -> None:
    store = open_store(place)
    kept = store.create(small())
    store.close()
    later(REBUILT)
    store = open_store(place)
    assert store.load(kept.id) == kept, "what refers to a rebuilt table is still there"
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT shoe_size FROM party").all() == [(None,)]
        if store._file:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_older_file_is_backed_up_first(path: Path, open_store: OpenStore, later: Any) -> None:
    store = open_store(path)
    kept = store.create(small())  # still in the journal, which a plain copy would miss
    later(REBUILT)
    open_store(path)
    (backup,) = copies.kept(path)
    assert backup.name == f"workshop-20261104T090001Z-{TODAYS}.sqlite"
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.parent.stat().st_mode & 0o777 == 0o700
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT ref FROM workshop").fetchall() == [(kept.ref,)]
        assert "shoe_size" not in {column[1] for column in connection.execute("PRAGMA table_info(party)")}
    assert [entry.name for entry in backup.parent.iterdir()] == [backup.name]


def test_a_home_screen_waits_for_the_store_when_the_file_is_behind(
    path: Path, open_store: OpenStore, later: Any
) -> None:
    open_store(path).create(small())
    later(REBUILT)
    with pytest.raises(OlderDatabase, match="when it is opened"):
        listing(path)
    open_store(path)
    assert len(listing(path)) == 1


def test_a_step_that_fails_half_way_leaves_the_database_as_it_was(
    place: str, open_store: OpenStore, later: Any
) -> None:
    store = open_store(place)
    kept = store.create(small())
    with transaction(store._engine) as connection:
        before = described(connection)
    later(REBUILT + 'op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(Damaged, match="lacks a"):
        open_store(place)
    assert store.load(kept.id) == kept
    with transaction(store._engine) as connection:
        assert described(connection) == before
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == TODAYS


def test_a_step_that_loses_references_leaves_the_file_as_it_was(path: Path, open_store: OpenStore, later: Any) -> None:
    store = open_store(path)
    kept = store.create(small())
    later('op.execute("DELETE FROM party")')
    with pytest.raises(Damaged, match="would lose what 1 row"):
        open_store(path)
    assert store.load(kept.id) == kept


def test_the_last_ten_backups_are_kept(path: Path, open_store: OpenStore) -> None:
    open_store(path).create(small())
    now = ticking()
    stranger = path.parent / "backups" / "workshop-holidays.sqlite"
    made = [copies.keep(path, "0001_spine", now()) for _ in range(12)]
    stranger.write_text("not ours")
    made.append(copies.keep(path, "0001_spine", now()))
    assert copies.kept(path) == made[-10:]
    assert stranger.exists()


def test_two_who_open_a_new_database_at_once_make_its_tables_once(place: str) -> None:
    def opened(_: int) -> Store:
        return Store(place, actor="", now=ticking(), ids=lambda: "x")

    with ThreadPoolExecutor(4) as pool:
        for store in list(pool.map(opened, range(4))):
            assert store.listing() == []
            store.close()
