"""What the tests of the command line share: a database of their own, a clock that stands, and a way to run commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.store import Kept, Store
from tests.cli.running import NOW, TODAY, Ran, Run
from workshop import method, now
from workshop.cli import main
from workshop.sample import sample


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "test.db"


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The clock stands, and nothing reaches the folders of whoever runs the tests."""
    monkeypatch.setattr(now, "now", lambda: NOW)
    monkeypatch.setattr(now, "today", lambda: TODAY)
    monkeypatch.setattr(now, "actor", lambda: "tester")
    for variable in ("WORKSHOP_DATABASE", "WORKSHOP_CONFIG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(method, "_chosen", ())
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))


@pytest.fixture
def run(database: Path) -> Run:
    """Run a command in this process, on the database of the test, and return what it came to."""

    def run(*arguments: str | Path, typed: str | None = None, on: Path | None = database) -> Ran:
        given = [str(argument) for argument in arguments]
        if on is not None:
            given = ["--database", str(on), *given]
        with CliRunner().isolation(input=typed) as (out, err, _):
            status = main(given)
            return Ran(status, out.getvalue().decode(errors="replace"), err.getvalue().decode())

    return run


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    monkeypatch.setattr("workshop.cli.output._must_be_able_to_ask", lambda instead: None)


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """The store of the same database, as another window has it open."""
    store = Store(str(database), actor="tester", now=lambda: NOW, ids=now.new_id)
    yield store
    store.close()


@pytest.fixture
def kept(store: Store) -> Kept:
    """The sample, in the database."""
    return store.create(sample(TODAY))
