"""Where the workshops are kept: what was named, read as a file or as the address of a database server."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from data.errors import WrongLocation

#: The environment's way to name the database.
VARIABLE = "WORKSHOP_DATABASE"

_SERVERS = ("postgresql", "postgresql+psycopg")


def locate(given: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """Return the database to use: `given`, else the environment's, else a file in the platform's data directory.

    A path comes back absolute, the address of a server as it is. Raises WrongLocation for an address of another kind.
    """
    named = given or environ.get(VARIABLE)
    if not named:
        from platformdirs import user_data_path

        return str(user_data_path("workshop", appauthor=False) / "workshop.sqlite")
    path = file_of(named)
    return named if path is None else str(path)


def file_of(location: str) -> Path | None:
    """Return the file a location names, absolute, or None for a server; raises WrongLocation for anything else.

    Both a plain path and `sqlite:///path` name a file.
    """
    scheme, colon, rest = location.partition("://")
    if not colon:
        return Path(os.path.abspath(Path(location).expanduser()))  # noqa: PTH100  (resolve() would follow links)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(os.path.abspath(rest[1:]))  # noqa: PTH100
    if scheme in _SERVERS:
        return None
    raise WrongLocation(
        f"“{shown(location)}” is not a place workshops can be kept: name a file, or a server as postgresql://host/name."
    )


def shown(location: str) -> str:
    """Return the location as it may be shown: without a password."""
    if "://" not in location:
        return location
    try:
        parts = urlsplit(location)
        hidden = parts.password is not None
    except ValueError:
        return location.partition("://")[0] + "://…"
    if not hidden:
        return location
    user, host = parts.netloc.rsplit("@", 1)
    return urlunsplit(parts._replace(netloc=f"{user.split(':', 1)[0]}:…@{host}"))
