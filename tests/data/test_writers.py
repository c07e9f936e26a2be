"""Many who write at once, and one who is killed while writing: what was acknowledged is there."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from data.difference import Op, diff
from data.errors import Stale
from data.nouns.room import Brief, Party
from data.store import Store
from tests.data.conftest import OpenStore
from tests.data.making import blank, counting, ticking

WRITER = Path(__file__).with_name("writer.py")
MANY = "1000000"


@contextmanager
def writing(place: str, id: str, first: int, how_many: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(WRITER), place, id, str(first), how_many]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_eight_writers_lose_nothing(place: str, open_store: OpenStore) -> None:
    kept = open_store(place).create(blank())

    def write(writer: int) -> list[int]:
        store = Store(place, actor=f"writer {writer}", now=ticking(), ids=counting())
        try:
            numbers = []
            for number in range(writer * 100, writer * 100 + 20):
                party = Party(id=f"N{number}", name=f"Party {number}")
                ops = (Op("party", party.id, None, dict(party.__dict__)),)
                numbers.append(store.save(kept.id, ops, label=party.id))
            return numbers
        finally:
            store.close()

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for written in pool.map(write, range(1, 9)) for number in written]
    store = open_store(place)
    assert sorted(numbers) == list(range(2, 162))
    assert len(store.load(kept.id).value.parties) == 160
    assert store.at(kept.id, 161) == store.load(kept.id).value
    assert store.load(kept.id).value.series["N"] == 819


def test_eight_who_make_workshops_at_once_all_get_one(place: str, open_store: OpenStore) -> None:
    open_store(place)

    def make(maker: int) -> list[str]:
        store = Store(place, actor="", now=ticking(), ids=counting(f"{maker}-"))
        try:
            return [store.create(blank("The same title")).ref for _ in range(5)]
        finally:
            store.close()

    with ThreadPoolExecutor(8) as pool:
        refs = {ref for made in pool.map(make, range(8)) for ref in made}
    assert len(refs) == 40
    assert {line.ref for line in open_store(place).listing()} == refs


def test_two_who_change_one_field_never_overwrite_each_other(place: str, open_store: OpenStore) -> None:
    """Each adds one, from what they see, until it was accepted 20 times: none of the 80 is lost."""

    kept = open_store(place).create(blank(voters=0))

    def count(_: int) -> int:
        store, refused, done = Store(place, actor="", now=ticking(), ids=counting()), 0, 0
        while done < 20:
            value = store.load(kept.id).value
            new = value.change(Brief, "W", voters=(value.brief.voters or 0) + 1)
            try:
                store.save(kept.id, diff(value, new), label="One more")
                done += 1
            except Stale:
                refused += 1
        store.close()
        return refused

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(4)))
    assert open_store(place).load(kept.id).value.brief.voters == 80


def test_processes_wait_for_each_other(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(blank())
    with writing(str(path), kept.id, 1000, "30") as one, writing(str(path), kept.id, 2000, "30") as other:
        assert one.wait() == other.wait() == 0
    assert store.changed_elsewhere()
    assert len(store.load(kept.id).value.parties) == 60
    assert store.head(kept.id) == 61


def test_a_killed_writer_loses_nothing_acknowledged(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(blank())
    chance, acknowledged = Random(4), 0
    for round in range(5):
        with writing(str(path), kept.id, round * 100_000 + 1, MANY) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(5, 60)):
                line = process.stdout.readline()
            process.kill()
            rest = process.stdout.read().splitlines()
        seq, party = ([entry for entry in rest if " N" in entry] or [line])[-1].split()
        acknowledged = int(seq)
        value = store.load(kept.id).value
        assert value.party(party) is not None
        assert store.head(kept.id) - acknowledged in (0, 1), "one may be committed and not yet said"
        assert store.at(kept.id, store.head(kept.id)) == value, "log and rows agree"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_file_is_opened_so_that_what_is_acknowledged_is_on_disk(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}
    with store._engine.connect() as connection:
        found = {pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas}
    assert found == pragmas


def test_reading_does_not_wait_for_a_writer(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(blank())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE workshop SET seq = 9")
        assert store.head(kept.id) == 1
        assert store.load(kept.id).value == blank()
