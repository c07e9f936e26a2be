"""Brings a database of an earlier revision up to date; the only place that loads alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from data.errors import Damaged
from data.faults import of_driver

#: Where the steps are.
SCRIPTS = Path(__file__).parent


def configuration(connection: Connection | None = None) -> Config:
    """Return alembic's configuration for the packaged steps, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine) -> None:
    """Take every step the database lacks, all of them or none.

    Raises Damaged when a reference has no row afterwards, Unavailable when the database refuses.
    """
    sqlite = engine.dialect.name == "sqlite"
    try:
        with engine.connect().execution_options(write=True) as connection:
            if sqlite:
                _set_foreign_keys(connection, on=False)
            try:
                with connection.begin():
                    command.upgrade(configuration(connection), "head")
                    if sqlite:
                        _check_references(connection)
            finally:
                if sqlite:
                    _set_foreign_keys(connection, on=True)
    except DBAPIError as error:
        raise of_driver(error.orig or error) from error


def _check_references(connection: Connection) -> None:
    lost = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    if lost:
        raise Damaged(f"Bringing the database up to date would lose what {lost} rows refer to, so nothing was done.")


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's references on or off, on the driver's own connection.

    Inside a transaction the pragma does nothing, and a table rebuilt with references on takes its children with it.
    """
    driver = connection.connection.driver_connection
    assert driver is not None and not driver.in_transaction
    driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
    assert driver.execute("PRAGMA foreign_keys").fetchone() == (int(on),)
