"""The report of a fault says where it happened, and nothing of what was typed."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop import crash
from workshop.version import __version__

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
SECRET = "what nobody else may read"


def fault() -> Exception:
    """A fault with a secret in its messages, in its variables, and in what came before it."""

    def inner(secret: str) -> None:
        try:
            int(secret)
        except ValueError as error:
            raise LookupError(f"cannot use {secret}") from error

    try:
        inner(SECRET)
    except LookupError as error:
        error.add_note(SECRET)
        return error
    raise AssertionError


def test_it_says_what_and_where_and_when() -> None:
    report = crash.report(fault(), doing="workshop list", now=NOW)
    assert f"workshop {__version__}: workshop list" in report
    assert "2026-11-23T14:02:00+00:00" in report
    assert report.index("builtins.ValueError") < report.index("builtins.LookupError")
    assert f"{__name__}, line " in report and "in fault.<locals>.inner" in report
    assert "textual " in report


def test_it_says_nothing_that_was_typed_nor_where_files_are() -> None:
    report = crash.report(fault(), doing="workshop list", now=NOW)
    assert SECRET not in report
    assert str(Path(__file__).parent) not in report


def test_the_report_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = crash.write_report(fault(), doing="workshop list", now=NOW, folder=tmp_path / "log")
    assert path is not None
    assert path.read_text() == crash.report(fault(), doing="workshop list", now=NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_report_that_cannot_be_written_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert crash.write_report(fault(), doing="workshop list", now=NOW, folder=tmp_path / "file" / "log") is None


def test_two_at_one_moment_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first = crash.write_report(fault(), doing="one", now=NOW, folder=tmp_path)
    crash.write_report(fault(), doing="two", now=NOW, folder=tmp_path)
    assert first is not None and ": one" in first.read_text()


@pytest.mark.parametrize("kind", [KeyError, ValueError])
def test_the_place_is_the_innermost(kind: type[Exception]) -> None:
    try:
        raise kind(SECRET)
    except kind as error:
        assert crash.place_of(error).startswith(f"{__name__}, line ")
