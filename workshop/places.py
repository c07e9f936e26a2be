"""Files and folders as people name them in a line of text."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

#: So many are offered at most for what was typed so far.
_OFFERED = 20


def documents_folder() -> Path:
    """Return the platform's folder for documents where there is one, else the home folder."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if _is_folder(folder) else Path.home()


def shown(path: Path) -> str:
    """Return a path as people write it: with `~` for their home folder."""
    try:
        inside = path.relative_to(Path.home())
    except (ValueError, RuntimeError):  # RuntimeError: there is no home folder
        return str(path)
    return str(Path("~") / inside)


def typed_folder(text: str) -> Path:
    """Return the folder that `text` names, which may be still to make in one that is there.

    Raises ValueError with a sentence for the person.
    """
    folder = _typed(text)
    if _is_folder(folder):
        return folder
    if _is_there(folder):
        raise ValueError("That is a file: name a folder.")
    _check_parent(folder)
    return folder


def typed_new_file(text: str) -> Path:
    """Return the file that `text` names, in a folder that is there, without being there itself.

    Raises ValueError with a sentence for the person.
    """
    path = _typed(text)
    if _is_folder(path):
        raise ValueError("That is a folder: name a file in it.")
    if _is_there(path):
        raise ValueError("There is a file of that name already: name another one.")
    _check_parent(path)
    return path


def typed_file(text: str) -> Path:
    """Return the file that `text` names, which is there. Raises ValueError with a sentence for the person."""
    path = _typed(text)
    if _is_folder(path):
        raise ValueError("That is a folder: name a file in it.")
    if not _is_there(path):
        raise ValueError("There is no file of that name.")
    return path


def free_name(path: Path) -> Path:
    """Return `path`, or where there is something already the same with the first number that is free."""
    others = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(each for each in chain((path,), others) if not _is_there(each))


def folders_like(text: str) -> tuple[str, ...]:
    """Return the folders whose names go on from `text`, to complete what is being typed."""
    return _like(text, _is_folder)


def files_like(text: str, suffix: str) -> tuple[str, ...]:
    """Return the files with this ending (".json") whose names go on from `text`, and the folders they may be in."""
    return _like(text, lambda each: each.suffix.lower() == suffix or _is_folder(each))


def _like(text: str, fits: Callable[[Path], bool]) -> tuple[str, ...]:
    try:
        folder, begins = os.path.split(text)  # pathlib would take a dot at the end for nothing
        found = sorted(
            each for each in Path(folder).expanduser().iterdir() if each.name.startswith(begins) and fits(each)
        )
    except (OSError, RuntimeError, ValueError):
        return ()
    hidden = begins.startswith(".")
    offered = [each for each in found if hidden or not each.name.startswith(".")][:_OFFERED]
    return tuple(f"{shown(each)}/" if _is_folder(each) else shown(each) for each in offered)


def _typed(text: str) -> Path:
    if not text.strip():
        raise ValueError("Name a place first.")
    if "\0" in text:
        raise ValueError("No place has such a name.")
    try:
        return Path.cwd() / Path(text.strip()).expanduser()
    except (RuntimeError, OSError):
        raise ValueError("No place has such a name.") from None


def _check_parent(path: Path) -> None:
    if not _is_folder(path.parent):
        raise ValueError(f"There is no folder “{shown(path.parent)}”: name another one.")


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def _is_there(path: Path) -> bool:
    return bool(_mode(path))


def _mode(path: Path) -> int:
    """What is at a path, 0 where there is nothing or nothing that may be looked at."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
