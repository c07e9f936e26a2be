"""The one source of time, ids and who is at work; those who need them take them as parameters, so tests freeze them."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return this instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date on the wall here, by the system's time zone."""
    return now().astimezone().date()


def new_id() -> str:
    """Return an id that nothing else has: 32 hexadecimal digits, of which nothing can be guessed."""
    import secrets

    return secrets.token_hex(16)


def actor() -> str:
    """Return who is at work: the system's name for the user, or "somebody" where it has none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # which of them depends on the system and the version
        return "somebody"
