"""Documents as files: what they are called, and that each is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.export.registry import Format, Source

#: Not by tempfile, whose files only their owner may read: a document is for others too, as far as the mask lets them.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)


def document_name(ref: str, format: Format) -> str:
    """Return the name of a file for a workshop in a format: REF and the format's ending.

    The format's name comes between them where another format has that ending first. A ref is made of letters, digits
    and hyphens, which every system takes, but for the few names that Windows keeps for devices.
    """
    from workshop.export.registry import formats

    ref = f"workshop-{ref}" if _DEVICE.fullmatch(ref) else ref
    first = next(each for each in formats() if each.suffix == format.suffix)
    return f"{ref}{format.suffix}" if format is first else f"{ref}-{format.name}{format.suffix}"


def write_document(folder: Path, source: Source, format: Format) -> Path:
    """Write a workshop in a format into `folder`, which is made where it is missing, and return the file.

    Raises Unavailable with a sentence that names the file, and then what was there is untouched.
    """
    from data.errors import Unavailable

    path = folder / document_name(source.plan.ref, format)
    try:
        folder.mkdir(exist_ok=True)
        write_whole(path, format.document(source))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"{path.name} was not written ({reason}): free it, or name another folder.") from error
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to the file `path`, in place of what it held; its permissions stay.

    The new file stands beside the old one under a temporary name until all of it is on disk, and then takes its place
    at once. A link is followed; a device or a pipe is written to directly. Raises OSError, and then what was there is
    untouched.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)
        return
    # The name says nothing of the old one, which may be as long as the system allows.
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(beside, _NEW, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(path: Path) -> int | None:
    """The kind and permissions of what is at `path`, None when nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
