"""What was deleted from a database file wiped off the disk, at once or at the next opening."""

import sqlite3
from contextlib import closing

from sqlalchemy import Connection, Engine

from data.engine import transaction


def mark(connection: Connection) -> None:
    """Mark a database file, within the transaction that deletes, as one to wipe."""
    connection.exec_driver_sql("PRAGMA user_version=1")


def wipe(engine: Engine) -> bool:
    """Rewrite a database file without what was deleted from it, and empty its journal; True when that is done.

    Overwriting what is deleted is not enough: pages keep copies of rows that were moved about. When another program
    is in the way, or the disk is full, the mark stays for the next opening.
    """
    try:
        with closing(engine.raw_connection()) as connection:
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                connection.execute("PRAGMA user_version=0")
            return not busy
    except sqlite3.Error:
        return False


def wipe_if_marked(engine: Engine) -> None:
    """Wipe a database file that was left to be wiped, unless another program is in the way again."""
    with transaction(engine) as connection:
        marked = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if marked:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")  # nobody waits for this at opening
    if marked:
        wipe(engine)
        engine.dispose()
