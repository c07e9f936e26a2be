"""`workshop backup`, `restore` and `doctor`: the whole database out, back again, and looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import Run, titled


def refs(run: Run, on: Path) -> list[str]:
    return [line.split("\t")[0] for line in run("list", on=on).out.splitlines()]


@pytest.fixture
def copy(run: Run, kept: Kept, tmp_path: Path) -> Path:
    """A backup of a database that is open in another window."""
    copy = tmp_path / "copy.db"
    ran = run("backup", copy)
    assert (ran.status, ran.out) == (0, f"Backed up to {copy}\n")
    return copy


def test_a_backup_is_a_database_of_its_own(run: Run, kept: Kept, copy: Path) -> None:
    assert refs(run, copy) == [kept.ref]


def test_without_a_database_there_is_nothing_to_back_up(run: Run, tmp_path: Path) -> None:
    ran = run("backup", tmp_path / "copy.db")
    assert ran.status == 2 and ran.complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["folder", "no/where/copy.db"])
def test_a_backup_needs_a_place(run: Run, kept: Kept, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    ran = run("backup", tmp_path / name)
    assert ran.status == 2 and ran.complaint


def test_a_file_that_is_no_backup_is_not_overwritten(run: Run, kept: Kept, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    ran = run("backup", notes)
    assert ran.status == 2 and ran.complaint
    assert notes.read_text() == "mine"


def test_restoring_into_nothing_asks_nothing(run: Run, kept: Kept, copy: Path, tmp_path: Path) -> None:
    ran = run("restore", copy, on=tmp_path / "new" / "other.db")
    assert ran.status == 0
    assert refs(run, tmp_path / "new" / "other.db") == [kept.ref]


@pytest.mark.parametrize(("answer", "status", "left"), [("y\n", 0, False), ("n\n", 130, True), ("\n", 130, True)])
def test_restoring_over_workshops_asks(
    run: Run, store: Store, database: Path, copy: Path, asked: None, answer: str, status: int, left: bool
) -> None:
    later = store.create(titled("Later"))
    ran = run("restore", copy, typed=answer)
    assert ran.status == status
    assert str(database) in ran.err
    assert (later.ref in refs(run, database)) is left


def test_what_was_there_is_kept(run: Run, store: Store, copy: Path, database: Path) -> None:
    later = store.create(titled("Later"))
    ran = run("restore", copy, "--yes")
    assert ran.status == 0
    assert later.ref not in refs(run, database)
    before = Path(ran.out.splitlines()[-1].removeprefix("What was there before is in "))
    assert later.ref in refs(run, before)


def test_where_nobody_answers_restoring_is_refused(run: Run, store: Store, copy: Path, database: Path) -> None:
    later = store.create(titled("Later"))
    ran = run("restore", copy)
    assert ran.status == 2 and "--yes" in ran.complaint
    assert later.ref in refs(run, database)


@pytest.mark.parametrize(("content", "status"), [(b"", 3), (b"no database", 3), (None, 2)])
def test_what_is_no_backup_is_refused(
    run: Run, kept: Kept, tmp_path: Path, database: Path, content: bytes | None, status: int
) -> None:
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    ran = run("restore", file, "--yes")
    assert ran.status == status and ran.complaint
    assert refs(run, database) == [kept.ref]


def test_the_doctor_finds_a_sound_database_sound(run: Run, kept: Kept) -> None:
    ran = run("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert all(line.startswith("ok ") for line in ran.out.splitlines())


def test_the_doctor_says_what_is_wrong(run: Run, kept: Kept, database: Path) -> None:
    database.chmod(0o644)
    ran = run("doctor")
    assert ran.status == 3
    assert [line for line in ran.out.splitlines() if line.startswith("wrong ")]


def test_the_doctor_makes_nothing(run: Run, database: Path) -> None:
    assert run("doctor").status == 0
    assert not database.parent.exists()
