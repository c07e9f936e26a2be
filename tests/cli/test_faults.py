"""Whatever goes wrong is one line on standard error that says what to do, and a status that says what kind it was."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import click
import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe
from workshop.cli.root import root

#: One call of every command that works on one workshop or on all of them.
ON_ONE = (["open"], ["show"], ["check"], ["export"], ["archive"], ["unarchive"], ["delete", "--title", "x"])
ON_ALL = (["list"], ["sample"], ["backup", "copy.db"], ["doctor"])
NOT_REFS = (*HOSTILE, "\0", "\udcff", "a\udc80b", "-", "--", "..", "%", "*", "a" * 10_000, "'; DROP TABLE workshop; --")


@pytest.fixture(autouse=True)
def somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.mark.parametrize("command", ON_ONE, ids=" ".join)
def test_what_is_no_ref_is_wrong_input(run: Run, kept: Kept, command: list[str]) -> None:
    for ref in NOT_REFS:
        ran = run(*command, "--", ref)
        assert ran.status == 2, ascii(ref)
        assert ran.complaint
        assert len(ran.err) < 600


@pytest.mark.parametrize("command", ON_ONE, ids=" ".join)
def test_a_command_on_no_database_makes_none(run: Run, database: Path, command: list[str]) -> None:
    ran = run(*command, "any")
    assert ran.status == 2 and ran.complaint
    assert not database.parent.exists()


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["list", "--nosuch"], ["show"], ["list", "more"], ["--database"]], ids=" ".join
)
def test_wrong_use_says_where_help_is(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments, on=None)
    assert ran.status == 2
    assert "--help'" in ran.complaint


@pytest.mark.parametrize("text", HOSTILE[:4], ids=ascii)
def test_what_was_typed_wrongly_is_told_safely(run: Run, text: str) -> None:
    for arguments in ([f"x{text}"], ["list", f"--x{text}"], ["list", f"x{text}"]):
        assert run(*arguments).status == 2
        assert run(*arguments).complaint


# -- the database ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [*ON_ALL, ["show", "any"], ["restore", "copy.db", "--yes"]], ids=" ".join)
def test_a_file_that_is_no_database(run: Run, database: Path, command: list[str], tmp_path: Path) -> None:
    Path("copy.db").write_bytes(b"")
    database.parent.mkdir()
    database.write_bytes(b"this is no database at all, but long enough to be taken for one" * 40)
    before = database.read_bytes()
    ran = run(*command)
    assert ran.status == 3
    assert "doctor" in command or ran.complaint
    assert database.read_bytes() == before


@pytest.mark.parametrize("command", [["list"], ["show", "b"], ["sample"], ["backup", "copy.db"]], ids=" ".join)
def test_a_damaged_database(run: Run, kept: Kept, store: Store, database: Path, command: list[str]) -> None:
    store.close()
    content = bytearray(database.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    database.write_bytes(content)
    ran = run(*command)
    assert ran.status == 3
    assert ran.complaint


@pytest.mark.parametrize("command", [*ON_ALL, ["show", "any"]], ids=" ".join)
def test_a_folder_in_place_of_a_file(run: Run, database: Path, command: list[str]) -> None:
    database.mkdir(parents=True)
    ran = run(*command)
    assert ran.status in (2, 3)
    assert "doctor" in command or ran.complaint


@pytest.mark.parametrize("command", [*ON_ALL, ["show", "b"]], ids=" ".join)
def test_a_newer_database_is_left_alone(run: Run, kept: Kept, store: Store, database: Path, command: list[str]) -> None:
    store.close()
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    connection.commit()
    connection.close()
    before = database.read_bytes()
    ran = run(*command)
    assert ran.status == 3
    assert "newer" in (ran.out if "doctor" in command else ran.complaint)
    assert database.read_bytes() == before


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("sample", on=tmp_path / "file" / "test.db")
    assert ran.status == 3
    assert ran.complaint


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    for arguments in (["sample"], ["list"]):
        ran = run(*arguments, on=folder / "test.db")
        assert ran.status == (3 if arguments == ["sample"] else 0)


@pytest.mark.parametrize("place", ["mysql://host/name", "http://example.org", "postgresql://[", "sqlite://"])
def test_a_place_that_is_none(run: Run, place: str) -> None:
    for command in (["list"], ["sample"], ["show", "any"]):
        ran = run("--database", place, *command, on=None)
        assert ran.status in (2, 3)
        assert ran.complaint


def test_a_password_is_not_told(run: Run) -> None:
    ran = run("--database", "postgresql://me:hunter2@localhost:1/none", "list", on=None)
    assert ran.status in (2, 3)
    assert "hunter2" not in ran.complaint


# -- where the database is ---------------------------------------------------------------------------------------------


def test_the_database_is_named_before_or_after_the_command(
    run: Run, kept: Kept, database: Path, tmp_path: Path
) -> None:
    after = run("list", "--database", database, on=None)
    assert after.out == run("list").out != ""
    assert run("list", "--database", database, on=tmp_path / "other.db").out == after.out, "the later one counts"


def test_the_environment_names_the_database(
    run: Run, kept: Kept, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_DATABASE", str(database))
    assert kept.ref in run("list", on=None).out
    assert run("list", on=tmp_path / "other.db").out == ""


def test_a_database_that_names_nothing_is_wrong_use(run: Run) -> None:
    assert run("--database", "", "list", on=None).status == 2


# -- the rest ----------------------------------------------------------------------------------------------------------


def test_the_app_needs_a_terminal(run: Run, kept: Kept) -> None:
    for arguments in ([], ["open", kept.ref]):
        ran = run(*arguments)
        assert ran.status == 2
        assert "`workshop show REF`" in ran.complaint


def test_the_app_is_opened_where_it_was_asked_for(
    run: Run, kept: Kept, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str | None]] = []

    def app(url: str, ref: str | None = None, **_: object) -> int:
        opened.append((url, ref))
        return 0

    monkeypatch.setattr("workshop.cli.output.on_a_terminal", lambda: True)
    monkeypatch.setattr("screens.app.run", app)
    assert run().status == run("open", kept.ref[:6]).status == 0
    assert opened == [(str(database), None), (str(database), kept.ref)]


def test_what_the_app_ends_with_is_the_status(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.cli.output.on_a_terminal", lambda: True)
    monkeypatch.setattr("screens.app.run", lambda url, **_: 3)
    assert run().status == 3


def fail_with(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("workshop.cli.place.Place.listing", fail)


def test_an_interrupt_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    ran = run("list")
    assert (ran.status, ran.out, ran.err) == (130, "", "")


def test_a_reader_that_has_gone_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, BrokenPipeError(errno.EPIPE, "Broken pipe"))
    ran = run("list")
    assert (ran.status, ran.out, ran.err) == (141, "", "")


@pytest.mark.parametrize("fault", [KeyError("own words"), RecursionError(), MemoryError(), ValueError("own\nwords")])
def test_a_fault_of_the_program_leaves_a_report_without_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: Exception
) -> None:
    fail_with(monkeypatch, fault)
    ran = run("list", "--json")
    assert ran.status == 70
    assert type(fault).__name__ in ran.complaint and "own" not in ran.err
    [report] = (tmp_path / "home").rglob("crash-*.txt")
    assert str(report) in ran.err
    assert "workshop list" in report.read_text() and "own" not in report.read_text()


def test_a_fault_without_a_place_for_the_report_is_still_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").touch()
    fail_with(monkeypatch, KeyError())
    ran = run("list")
    assert ran.status == 70 and "no report" in ran.complaint


def test_every_command_has_help(run: Run) -> None:
    context = click.Context(root)
    for name in root.list_commands(context):
        ran = run(name, "--help", on=None)
        assert ran.status == 0 and f"workshop {name}" in ran.out
        assert max(map(len, ran.out.splitlines())) <= 80
        assert_shows_nothing_unsafe(ran.out)
    assert "Exit status:" in run("--help", on=None).out
