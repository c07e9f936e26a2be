"""Single answers to a self-assessment live with the room: kept while they are needed, then gone from the disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data import copies
from data.difference import diff
from data.migrations import REVISIONS
from data.nouns.assessment import Assessment, Rating
from data.nouns.room import Room
from data.store import Kept, Store
from tests.data.conftest import OpenStore
from tests.data.making import START, blank

SECRETS = ("Quittenbaum", "Zweigstelle")
SHEETS = {
    "sheets": [{"role": "leader", "answers": {"DIR-1": 4}, "notes": {"DIR-1": secret}} for secret in SECRETS * 40]
}


def written(place: Path) -> set[str]:
    """Which of the secrets a file, or any file of a folder, holds."""
    files = place.rglob("*") if place.is_dir() else place.parent.glob(f"{place.name}*")
    content = b"".join(entry.read_bytes() for entry in files if entry.is_file())
    return {word for word in SECRETS if word.encode() in content}


def answered(store: Store) -> Kept:
    kept = store.create(blank())
    for drafts in ({}, {"a": "x" * 500}, {}):  # rows that grow and shrink leave copies in the gaps
        store.keep_room(kept.id, Room(id="R", sheets=SHEETS, drafts=drafts))
    return store.load(kept.id)


def test_sheets_come_back_as_they_were_and_leave_no_trace_in_the_log(store: Store) -> None:
    kept = answered(store)
    assert kept.room.sheets == SHEETS
    assert len(store.changes(kept.id)) == 1


def test_sheets_that_are_thrown_away_are_gone_from_the_file_its_journal_and_the_backups(
    path: Path, open_store: OpenStore
) -> None:
    store = open_store(path)
    kept = answered(store)
    backup = copies.keep(path, REVISIONS[-1], START)
    assert written(path.parent) == written(backup.parent) == set(SECRETS)
    store.keep_room(kept.id, Room(id="R"))
    assert written(path.parent) == set(), "while the store is still open"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT sheets FROM room").fetchall() == [("{}",)]
        assert connection.execute("SELECT count(*) FROM brief").fetchone() == (1,), "the rest of the backup stands"


def test_one_sheet_less_is_gone_too(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = answered(store)
    copies.keep(path, REVISIONS[-1], START)
    others = [sheet for sheet in SHEETS["sheets"] if SECRETS[0] in str(sheet)]
    store.keep_room(kept.id, Room(id="R", sheets={"sheets": others}))
    assert written(path) == {SECRETS[0]}
    assert store.load(kept.id).room.sheets == {"sheets": others}


def test_a_backup_from_before_there_were_sheets_stays_as_it_is(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = answered(store)
    old = copies.keep(path, "0001_spine", START)
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE room DROP COLUMN sheets")
    before = old.read_bytes()
    store.keep_room(kept.id, Room(id="R"))
    assert old.read_bytes() == before


def test_where_another_program_reads_they_are_gone_at_the_next_opening(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = answered(store)
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM arena").fetchone()
        store.keep_room(kept.id, Room(id="R"))
    assert written(path.parent)
    open_store(path)
    assert written(path.parent) == set()


def test_what_came_of_it_goes_with_the_assessment(store: Store) -> None:
    value, row = blank().add(Assessment, questionnaire="q", version="1", taken_on=date(2026, 10, 14), respondents=4)
    value = value.put(Rating(id="S1-DIR-1", assessment_id="S1", question="DIR-1", counts=(0, 4, 0, 0, 0, 0, 0)))
    kept = store.create(value)
    assert store.load(kept.id).value == value
    assert [rating.counts for rating in value.ratings(row.id)] == [(0, 4, 0, 0, 0, 0, 0)]
    without = value.remove(next(key for key in value.rows if key.id == "S1"))
    store.save(kept.id, diff(value, without), label="remove")
    assert without.of(Rating) == store.load(kept.id).value.of(Rating) == ()
    store.undo(kept.id)
    assert store.load(kept.id).value == value


@pytest.mark.parametrize("counts", [(), (1, 2, 3, 4, 5, 6, 7)])
def test_counts_come_back_as_they_were(store: Store, counts: tuple[int, ...]) -> None:
    value, _ = blank().add(Assessment)
    value = value.put(Rating(id="S1-x", assessment_id="S1", counts=counts, leaders=counts))
    assert store.load(store.create(value).id).value == value
