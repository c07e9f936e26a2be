"""A workshop deleted for good leaves none of its words behind, and takes nobody else's with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from data import copies
from data.difference import diff
from data.errors import Unavailable
from data.migrations import REVISIONS
from data.nouns.room import Brief, Room
from data.nouns.strategy import Arena
from data.store import Kept, Store
from data.tables import metadata
from data.value import Workshop
from tests.data.conftest import OpenStore
from tests.data.making import START, added, blank, small

SECRETS = ("Zweigstelle", "Quittenbaum", "Übernahme", "Ypsilon", "Xylophon")


def secretive(store: Store) -> Kept:
    """A workshop with a secret in every place words are kept, its rows on the same pages as another's."""
    title, name, reason, draft, label = SECRETS
    kept = store.create(added(blank(title), Arena, name=name), Room(id="R", drafts={"arenas": draft}))
    other = store.create(blank())
    secret: Workshop = kept.value
    public: Workshop = other.value
    for number in range(60):
        # Rows of all lengths, and some that grow: pages fill up, split and leave copies in their gaps.
        new = added(secret, Arena, name=name * (number % 20), reason=reason)
        new = new.change(Arena, f"A{number // 2 + 1}", question=f"{name} {reason} " * (number % 9))
        store.save(kept.id, diff(secret, new), label=label, reason=reason)
        after = added(public, Arena, name="x" * (number * 7 % 300))
        store.save(other.id, diff(public, after), label="x")
        secret, public = new, after
    adopted = secret.change(Brief, "W", title="x", version=1)
    store.save(kept.id, diff(secret, adopted), label=label, reason=reason, publishes=True)
    return kept


def words_in(folder: Path) -> set[str]:
    content = b"".join(entry.read_bytes() for entry in folder.rglob("*") if entry.is_file())
    return {word for word in SECRETS if word.encode() in content or word.encode("utf-16-le") in content}


def test_none_of_its_words_is_left_in_the_file_its_journal_or_the_backups(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    other = store.create(small())
    kept = secretive(store)
    backup = copies.keep(path, REVISIONS[-1], START)
    assert words_in(path.parent) == set(SECRETS)
    assert words_in(backup.parent) == set(SECRETS)
    assert store.load(other.id).value == small()  # a reader that stays connected
    store.delete(kept.id)
    assert words_in(path.parent) == set(), "while the store is still open"
    assert store.load(other.id) == other
    with closing(sqlite3.connect(backup)) as connection:
        left = {id for (id,) in connection.execute("SELECT id FROM workshop")}
        assert left == {line.id for line in store.listing()}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_damaged_backup_goes_with_it(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = secretive(store)
    backup = copies.keep(path, REVISIONS[-1], START)
    backup.write_bytes(b"x" * 100 + backup.read_bytes())
    store.delete(kept.id)
    assert not backup.exists()


def test_a_reader_who_keeps_the_journal_busy_is_said(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = secretive(store)
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM arena").fetchone()
        with pytest.raises(Unavailable, match=r"^Deleted"):
            store.delete(kept.id)
    assert kept.id not in {line.id for line in store.listing()}
    assert words_in(path.parent)
    open_store(path)
    assert words_in(path.parent) == set(), "done at the next opening, then"


def test_its_rows_are_gone_from_every_table(store: Store) -> None:
    kept = secretive(store)
    store.delete(kept.id)
    (other,) = store.listing()
    with store._engine.connect() as connection:
        for table in metadata.sorted_tables:
            column = table.c.id if table.name == "workshop" else table.c.workshop_id
            assert set(connection.execute(select(column)).scalars()) <= {other.id}
