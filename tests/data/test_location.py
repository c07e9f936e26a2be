"""Where the workshops are kept: what may be named, and what is said of anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import WrongLocation
from data.location import file_of, locate, shown


def test_what_is_given_goes_before_the_environment_and_that_before_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    named = {"WORKSHOP_DATABASE": "/there/team.db"}
    assert locate("/here/mine.db", named) == "/here/mine.db"
    assert locate(None, named) == "/there/team.db"
    default = Path(locate(None, {"WORKSHOP_DATABASE": ""}))
    assert default.parts[-2:] == ("workshop", "workshop.sqlite")
    assert default.is_absolute()


def test_a_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/facilitator")
    assert locate("team.db", {}) == str(tmp_path / "team.db")
    assert locate("../team.db", {}) == str(tmp_path.parent / "team.db")
    assert locate("~/team.db", {}) == "/home/facilitator/team.db"
    assert locate("sqlite:///team.db", {}) == str(tmp_path / "team.db")
    assert file_of("sqlite:////a/b%20c?d#e") == Path("/a/b%20c?d#e"), "a path is a path"


@pytest.mark.parametrize("url", ["postgresql://host/name", "postgresql+psycopg://ana@host:5432/name?sslmode=require"])
def test_a_server_is_named_by_its_address(url: str) -> None:
    assert locate(url, {}) == url
    assert file_of(url) is None


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite://", "sqlite:///", "https://example.com/x", "://"])
def test_anything_else_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(WrongLocation, match="name a file, or a server as postgresql"):
        locate(url, {})


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ana:secret@host:5432/name", "postgresql://ana:…@host:5432/name"),
        ("postgresql://ana:se:c@ret@host/name", "postgresql://ana:…@host/name"),
        ("postgresql://host/name", "postgresql://host/name"),
        ("postgresql://[secret", "postgresql://…"),
        ("/home/facilitator/team.db", "/home/facilitator/team.db"),
    ],
)
def test_a_password_is_never_shown(url: str, said: str) -> None:
    assert shown(url) == said
