"""The report of an unexpected fault: where in the program it happened, and not one word that anybody typed."""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from importlib import metadata
from pathlib import Path

from workshop.version import __version__

_LIBRARIES = ("click", "textual", "sqlmodel", "sqlalchemy", "alembic")


def write_report(fault: BaseException, *, doing: str, now: datetime, folder: Path | None = None) -> Path | None:
    """Write a report of `fault` into `folder` (default: the platform's folder for logs) and return where it is.

    `doing` is the command in the program's own words. Returns None when no report can be written: that must not hide
    the fault it would be about.
    """
    try:
        if folder is None:
            from platformdirs import user_log_path

            folder = user_log_path("workshop", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(report(fault, doing=doing, now=now))
    except (OSError, RuntimeError):  # RuntimeError: there is no home folder
        return None
    return path


def report(fault: BaseException, *, doing: str, now: datetime) -> str:
    """Return the report: versions, and the chain of faults, each with its kind and the lines it passed.

    Left out are the messages of the faults, the values of variables and the paths of files: all three may hold what
    was typed, or who typed it.
    """
    lines = [
        f"workshop {__version__}: {doing}",
        f"{now.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}",
        ", ".join(_libraries()),
    ]
    for each in _chain(fault):
        lines += ["", f"{type(each).__module__}.{type(each).__qualname__}", *_passed(each)]
    return "\n".join(lines) + "\n"


def place_of(fault: BaseException) -> str:
    """Return where in the program a fault arose: `workshop.plan, line 12, in plan_of`."""
    return list(_passed(fault))[-1].strip()


def _passed(fault: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(fault.__traceback__):
        yield f"  {frame.f_globals.get('__name__', '?')}, line {line}, in {frame.f_code.co_qualname}"


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """The fault that came first, then those that followed from it or met it on the way."""
    seen: list[BaseException] = []
    each: BaseException | None = fault
    while each is not None and each not in seen:
        seen.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    yield from reversed(seen)


def _libraries() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue
