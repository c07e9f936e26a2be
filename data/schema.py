"""The database made ready at opening: its tables created, or brought up to date after a backup, or left alone."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Engine, inspect, text

from data import file
from data.copies import keep
from data.engine import open_engine, transaction
from data.errors import Damaged
from data.location import file_of
from data.migrations import REVISIONS
from data.tables import metadata
from data.wiping import wipe_if_marked

#: Any number will do, as long as everything that makes tables takes the same one.
_LOCK = 0x776F726B

_MARK = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def open_ready(location: str, now: Callable[[], datetime]) -> Engine:
    """Return the engine of a database whose tables are those of this version.

    A new database gets its tables; an older one is migrated, a file after a backup of it. Raises NewerDatabase,
    Damaged, Unavailable or WrongLocation, and has then changed nothing.
    """
    path = file_of(location)
    found = None if path is None else file.revision(path)
    engine = open_engine(location)
    try:
        if path is None:
            found = revision_on(engine)
        if found is None:
            found = _create(engine)
        if found != REVISIONS[-1]:
            from data.migrations.run import upgrade

            if path is not None:
                keep(path, found, now())
            upgrade(engine)
        if path is not None:
            wipe_if_marked(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def revision_on(engine: Engine) -> str | None:
    """Return the revision of a database's schema, None when it has no tables yet; raises Damaged, NewerDatabase."""
    with transaction(engine) as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables & set(metadata.tables):
            raise Damaged("The database belongs to another program: create one for workshop alone.")
        return None
    return file.known(list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars()))


def _create(engine: Engine) -> str:
    """Make the tables and say of which revision they are, unless another process was quicker."""
    with transaction(engine.execution_options(write=True)) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = _revision(connection)
        if found is None:
            metadata.create_all(connection, checkfirst=False)
            connection.execute(text(_MARK))
            connection.execute(text("INSERT INTO alembic_version VALUES (:found)"), {"found": REVISIONS[-1]})
            found = REVISIONS[-1]
        return found
