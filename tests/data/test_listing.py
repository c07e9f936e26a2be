"""The home screen's lines: quick, light, and the same whoever reads them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data.difference import diff
from data.errors import Damaged, NewerDatabase
from data.listing import QUERY, listing
from data.nouns.planning import Priority, Status
from data.nouns.room import Agenda, Brief, Room
from data.store import Store
from tests.data.conftest import OpenStore
from tests.data.making import blank, small
from tests.interpreter import modules_loaded_by, packages


def test_a_line_says_where_a_workshop_stands(place: str, store: Store) -> None:
    value = small().change(Brief, "W", organization="Brackenford [/b]", agenda=Agenda.SOLO, version=2)
    kept = store.create(value.change(Priority, "P1", status=Status.SELECTED), Room(id="R", step="owners"))
    (line,) = store.listing()
    assert line[:8] == (kept.id, kept.ref, "Where to next", "Brackenford [/b]", "solo", "owners", 2, 1)
    assert (line.arenas, line.priorities, line.milestones) == (2, 1, 0)
    assert line.touched_at == line.created_at == store.changes(kept.id)[0].at
    assert line.archived_at is None
    if "://" not in place:
        assert listing(place) == [line]


def test_the_last_touched_comes_first(store: Store) -> None:
    first, second = store.create(blank("One")), store.create(blank("Two"))
    assert [line.id for line in store.listing()] == [second.id, first.id]
    store.save(first.id, diff(first.value, small()), label="Touched")
    assert [line.id for line in store.listing()] == [first.id, second.id]


def test_archived_workshops_are_listed_apart(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    gone, there = store.create(blank("Gone")), store.create(blank("There"))
    store.archive(gone.id)
    assert [line.id for line in listing(path)] == [there.id]
    assert listing(path, archived=True) == store.listing(archived=True)
    assert [line.id for line in listing(path, archived=True)] == [gone.id]


def test_no_file_is_no_workshop_and_none_is_made(path: Path) -> None:
    assert listing(path) == []
    assert not path.parent.exists()


def test_an_empty_file_is_no_workshop(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert listing(tmp_path / "empty") == []


def test_a_file_that_cannot_be_listed_is_said(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    with store._engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(NewerDatabase, match="update workshop"):
        listing(path)
    store.close()
    path.write_text("Dear diary, this is no database at all.")
    with pytest.raises(Damaged, match="not a database"):
        listing(path)


def test_listing_loads_neither_models_nor_engine(path: Path, open_store: OpenStore) -> None:
    open_store(path).create(blank())
    loaded = packages(modules_loaded_by(f"from data.listing import listing; assert len(listing({str(path)!r})) == 1"))
    assert "sqlite3" in loaded
    assert loaded.isdisjoint({"sqlmodel", "sqlalchemy", "pydantic", "alembic", "platformdirs", "textual"})


def test_five_hundred_workshops_are_one_query(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    for number in range(500):
        store.create(blank(f"Workshop {number}"))
    asked: list[str] = []
    real = sqlite3.connect

    def watched(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*args, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(asked.append)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sqlite3.connect", watched)
        assert len(listing(path)) == 500
    assert sum("FROM workshop" in statement for statement in asked) == 1
    with store._engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {QUERY}").all()]
    scans = [step for step in plan if step.startswith("SCAN")]
    assert len(scans) == 1, "one pass over the workshops, everything else by key"
