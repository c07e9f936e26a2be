"""Full disks, locked and damaged files, servers that are away, and texts no database takes: each in a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from data import file
from data.difference import Op, diff
from data.errors import Damaged, NewerDatabase, Unavailable, Unstorable, WrongLocation
from data.nouns.planning import Priority
from data.nouns.room import Brief, Party, Room
from data.nouns.strategy import Arena
from data.store import Store
from data.value import of_rows
from tests.data.conftest import OpenStore
from tests.data.making import added, blank, small

HOSTILE = {
    "markup": "Win [/b] in [red] [/",
    "escape": "\x1b[31mred\x1b[0m \x9b2J \x07",
    "quotes": 'Robert\'); DROP TABLE arena;-- "%s" :name ? {0} \\',
    "lines": "tab\tnew\nline\r\nseparator\u2028",
    "right to left": "\u202eعربى עברית\u2066",
    "wide": "戦略ワークショップ",
    "combining": "e\u0301\u0302\u0303 ǅ ﬁ",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 𝒳",
    "longest": "𝒳" * 1000,
}


def on_the_connection(store: Store, statement: str) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql(statement)


# -- text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_comes_back_as_it_was_typed(place: str, open_store: OpenStore, text: str) -> None:
    store = open_store(place, text)
    value = added(blank(text, ground_rules=(text, "")), Arena, name=text)
    kept = store.create(value, Room(id="R", drafts={"arenas": text, text: ""}), label=text)
    seq = store.save(kept.id, diff(value, value.change(Arena, "A1", reason=text)), label=text, reason=text)
    found = open_store(place).load(kept.id)
    assert found.value == value.change(Arena, "A1", reason=text)
    assert found.room.drafts == {"arenas": text, text: ""}
    change = store.changes(kept.id)[-1]
    assert (change.label, change.reason, change.actor) == (text, text, text)
    assert [line.title for line in store.listing()] == [text]
    renamed = diff(found.value, found.value.change(Brief, "W", ground_rules=(), title="x"))
    assert store.save(kept.id, renamed, label="") == seq + 1, "and is found again by the guard"
    store.undo(kept.id)
    assert store.load(kept.id).value == found.value


@pytest.mark.parametrize("text", ["nul\0", "half a character \ud83d"], ids=["NUL", "surrogate"])
def test_what_no_database_takes_is_refused_in_a_sentence(store: Store, text: str) -> None:
    kept = store.create(small())
    named = diff(small(), small().change(Arena, "A1", name="x"))
    listed = diff(small(), small().change(Brief, "W", ground_rules=("x",)))
    refused: list[Callable[[], object]] = [
        lambda: store.save(kept.id, tuple(op._replace(after={"name": text}) for op in named), label=""),
        lambda: store.save(kept.id, tuple(op._replace(after={"ground_rules": (text,)}) for op in listed), label=""),
        lambda: store.save(kept.id, named, label=text),
        lambda: store.save(kept.id, named, label="", reason=text),
        lambda: store.create(of_rows([Brief.model_construct(**{**blank().brief.__dict__, "title": text})])),
        lambda: store.create(blank(), label=text),
        lambda: store.keep_room(kept.id, kept.room.replace(drafts={"arenas": text})),
        lambda: store.keep_room(kept.id, kept.room.replace(drafts={text: ""})),
    ]
    for call in refused:
        with pytest.raises(Unstorable, match="character that cannot be kept"):
            call()
    assert store.load(kept.id) == kept
    assert len(store.listing()) == 1


def test_a_text_past_the_bound_is_refused_by_the_database_itself(store: Store) -> None:
    kept = store.create(small())
    (op,) = diff(small(), small().change(Arena, "A1", name="x"))
    with pytest.raises(Unstorable, match="shorten it to 1,000 characters"):
        store.save(kept.id, (op._replace(after={"name": "x" * 1001}),), label="")
    assert store.load(kept.id) == kept


def test_a_number_past_every_column_is_refused(store: Store) -> None:
    kept = store.create(small())
    with pytest.raises(Unstorable, match="2147483648 is too large"):
        store.save(kept.id, diff(small(), small().change(Brief, "W", voters=2**31)), label="")
    assert store.load(kept.id) == kept


def test_a_word_outside_its_closed_set_is_refused_by_the_database_itself(store: Store) -> None:
    kept = store.create(small())
    with store._engine.connect() as connection, pytest.raises(Exception, match="ck_arena_verdict"):
        connection.exec_driver_sql("UPDATE arena SET verdict = 'zzz'")
    assert store.load(kept.id) == kept


# -- files ---------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_passes(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    value = store.create(small()).value
    kept = store.load("w1")
    on_the_connection(store, "PRAGMA max_page_count = 1")  # no page more than there are
    with pytest.raises(Unavailable, match="disk is full"):
        for number in range(2, 200):
            party = Party(id=f"N{number}", name="x" * 1000)
            kept_before = store.load(kept.id)
            store.save(kept.id, (Op("party", party.id, None, dict(party.__dict__)),), label="Added")
    assert store.load(kept.id) == kept_before, "what was refused left nothing"
    on_the_connection(store, "PRAGMA max_page_count = 100000")
    store.save(kept.id, (Op("party", party.id, None, dict(party.__dict__)),), label="Added")
    assert store.load(kept.id).value == kept_before.value.put(party)
    assert store.at(kept.id, 1) == value


def test_a_locked_file_is_said_and_passes(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(small())
    ops = diff(small(), small().change(Arena, "A1", name="Towns"))
    on_the_connection(store, "PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked by another program"):
            store.save(kept.id, ops, label="Renamed")
        assert store.load(kept.id) == kept
        other.execute("ROLLBACK")
    assert store.save(kept.id, ops, label="Renamed") == 2


@pytest.mark.parametrize("content", [b"Dear diary, " * 500, b"x"], ids=["text", "short"])
def test_a_file_that_is_no_database_is_refused_and_left(tmp_path: Path, open_store: OpenStore, content: bytes) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    with pytest.raises(Damaged, match="not a database"):
        open_store(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left(tmp_path: Path, open_store: OpenStore) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(Damaged, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_said(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(small())
    for number in range(20):
        store.create(blank("x" * 1000 + str(number)[:0]))
    store.close()
    pages = path.read_bytes()
    path.write_bytes(pages[:8192] + b"\x5a" * (len(pages) - 8192))
    with pytest.raises(Damaged, match="damaged"):
        open_store(path).load(kept.id)


def test_a_row_that_makes_no_sense_is_said(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    kept = store.create(small())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE room SET drafts = '[1, 2]'")
        connection.commit()
    with pytest.raises(Damaged, match="makes no sense"):
        store.load(kept.id)


@pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)
def test_a_database_from_a_newer_version_is_refused_and_left(place: str, open_store: OpenStore) -> None:
    store = open_store(place)
    kept = store.create(small())
    with store._engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_later'")
    store.close()
    before = Path(place).read_bytes() if "://" not in place else b""
    with pytest.raises(NewerDatabase, match="update workshop"):
        open_store(place)
    if "://" not in place:
        assert Path(place).read_bytes() == before
        assert not Path(place).with_name("backups").exists()
    assert store.head(kept.id) == 1, "nothing was touched"


def test_a_change_from_a_newer_version_is_refused(store: Store) -> None:
    kept = store.create(small())
    with store._engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("UPDATE change SET format = 99")
    with pytest.raises(NewerDatabase, match="format 99"):
        store.at(kept.id, 1)


def test_a_file_and_its_folder_are_for_their_owner_alone(path: Path, open_store: OpenStore) -> None:
    store = open_store(path)
    store.create(small())
    assert path.parent.stat().st_mode & 0o777 == 0o700
    modes = {entry.name: entry.stat().st_mode & 0o777 for entry in path.parent.iterdir()}
    assert modes == {"workshop.sqlite": 0o600, "workshop.sqlite-wal": 0o600, "workshop.sqlite-shm": 0o600}


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, open_store: OpenStore) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="file"):
        open_store(tmp_path / "file" / "workshop.sqlite")


def test_a_path_may_hold_anything(tmp_path: Path, open_store: OpenStore) -> None:
    path = tmp_path / "50% of ‘us’? #1 & more" / "a b?mode=ro.sqlite"
    kept = open_store(path).create(small())
    assert open_store(path).load(kept.id) == kept
    assert file.revision(path) is not None


@pytest.fixture
def losing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Store, bool], AbstractContextManager[None]]:
    """While it lasts a store's writes fail, before they are stored or, `late`, after."""

    @contextmanager
    def lose(store: Store, late: bool) -> Iterator[None]:
        commit = store._engine.dialect.do_commit

        def commit_and_lose(connection: Any) -> None:
            if late:
                commit(connection)
            raise store._engine.dialect.loaded_dbapi.OperationalError("the line went dead")

        with monkeypatch.context() as patch:
            patch.setattr(store._engine.dialect, "do_commit", commit_and_lose)
            yield

    return lose


WRITES: dict[str, Callable[[Store, str], object]] = {
    "save": lambda store, id: store.save(id, diff(small(), small().change(Arena, "A1", name="Towns")), label="Renamed"),
    "undo": lambda store, id: store.undo(id),
    "redo": lambda store, id: store.redo(id),
    "going back": lambda store, id: store.go_back(id, 1),
}
BEFORE = {"save": (), "undo": ("save",), "redo": ("save", "undo"), "going back": ("save",)}


@pytest.mark.parametrize("late", [True, False], ids=["stored", "not stored"])
@pytest.mark.parametrize("kind", WRITES)
def test_what_became_of_a_change_whose_answer_was_lost_can_be_asked(
    place: str, open_store: OpenStore, losing: Callable[..., AbstractContextManager[None]], kind: str, late: bool
) -> None:
    store, other = open_store(place, "ana"), open_store(place, "ben")
    kept = store.create(small())
    for each in BEFORE[kind]:
        WRITES[each](store, kept.id)
    before = store.head(kept.id)
    with losing(store, late), pytest.raises(Unavailable) as fault:
        WRITES[kind](store, kept.id)
    # What somebody else does next may take the number that ours would have had.
    now = other.load(kept.id).value
    other.save(kept.id, diff(now, now.change(Priority, "P1", stop="noted")), label="Noted")
    assert fault.value.attempt is not None
    change = store.outcome(fault.value.attempt)
    assert change == (store.changes(kept.id)[before] if late else None)


def test_of_a_change_that_was_not_begun_there_is_nothing_to_ask(
    place: str, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(place)
    kept = store.create(small())
    store.close()

    def away(*_: Any, **__: Any) -> Any:
        raise store._engine.dialect.loaded_dbapi.OperationalError("away")

    monkeypatch.setattr(store._engine.dialect, "connect", away)
    monkeypatch.setattr(store._engine.pool, "_creator", away)
    with pytest.raises(Unavailable) as fault:
        store.undo(kept.id)
    assert fault.value.attempt is None


# -- servers -------------------------------------------------------------------------------------------------------


def test_a_server_that_is_away_is_said(tmp_path: Path, open_store: OpenStore) -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        open_store(f"postgresql://nobody@/none?host={tmp_path}")


def test_a_database_the_server_does_not_have_is_said(server: str, open_store: OpenStore) -> None:
    with pytest.raises(Unavailable, match="server"):
        open_store(server.replace("/postgres?", "/none?"))


def test_an_address_that_cannot_be_read_is_said(open_store: OpenStore) -> None:
    with pytest.raises(WrongLocation, match="address"):
        open_store("postgresql://host:port/name")


def test_a_connection_the_server_dropped_is_made_again(schema: str, open_store: OpenStore) -> None:
    import psycopg

    store = open_store(schema)
    kept = store.create(small())
    with psycopg.connect(schema, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'workshop' AND query LIKE '%%'"
        )
    assert store.load(kept.id) == kept
