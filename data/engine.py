"""One way to reach a database: SQLite's pragmas and transactions, PostgreSQL's options."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from data import faults
from data.errors import WrongLocation
from data.location import file_of

#: JSON as it is kept. The same value always gives the same text, which lets a guard compare it on both databases.
dump_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))

#: `busy_timeout` first, so that the others wait for their turn too. FULL: what is acknowledged survives a power cut.
#: secure_delete: what is deleted is overwritten.
PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
)


def open_engine(location: str, *, untouched: bool = False) -> Engine:
    """Return the engine of a database file or server; a file is made when there is none, for its owner's eyes only.

    A transaction that will write says so beforehand: `engine.execution_options(write=True)`. With `untouched` the
    file keeps the kind of journal it has. Raises Unavailable when the file or its folder cannot be made, WrongLocation
    when the server's address cannot be read.
    """
    path = file_of(location)
    return _server(location) if path is None else _file(path, untouched=untouched)


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction; the driver's complaints come out as this package's errors, and then nothing was stored."""
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise faults.of_driver(error.orig or error) from error


def for_reading(engine: Engine) -> Engine:
    """The engine, for transactions that see one moment however many queries they make (SQLite's always do)."""
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(isolation_level="REPEATABLE READ")


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, and its folder likewise if it is missing.

    SQLite gives its journals the mode of the file they belong to.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise faults.of_system(error) from error


def _file(path: Path, *, untouched: bool) -> Engine:
    if not path.exists():
        make_private(path)
    # One connection: what another process wrote shows only on a connection that lives on.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        json_serializer=dump_json,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own
        for pragma in PRAGMAS:
            if not (untouched and pragma.startswith("journal_mode")):
                connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and then writes fails at once, without waiting, when another one writes.
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _server(location: str) -> Engine:
    try:
        url = make_url(location).set(drivername="postgresql+psycopg")
        engine = create_engine(
            url,
            pool_size=1,
            max_overflow=0,
            pool_pre_ping=True,
            json_serializer=dump_json,
            connect_args={"connect_timeout": 5, "application_name": "workshop"},
        )
    except (ArgumentError, ValueError) as error:
        raise WrongLocation(f"The database server's address cannot be read: {error}.") from error
    except ModuleNotFoundError as error:
        raise WrongLocation("PostgreSQL needs one more package: install workshop with its extra “postgres”.") from error

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET TIME ZONE 'UTC'")
            cursor.execute("SET lock_timeout = '5s'")
            cursor.execute("SET client_encoding = 'UTF8'")
        connection.commit()

    return engine
