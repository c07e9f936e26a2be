"""JSON as it is read from a file of unknown origin: strictly, and with the place of whatever is wrong in it."""

from __future__ import annotations

import json
import math
from typing import Any

from data.errors import StorageError
from workshop.text import clean, shorten

#: No workshop comes near it; what is larger is refused before it fills the memory.
LARGEST = 32 * 1024 * 1024

#: Objects and lists inside each other; a workshop needs a handful.
_DEEPEST = 32

#: Digits of a number; what has more of them is refused in its place.
_DIGITS = 15

#: Cells of a name, or of a value, that a sentence quotes.
_QUOTED = 40


class Refused(StorageError):
    """This is no document to take in, and nothing of it was kept; `str()` is one sentence that names the place."""


class _Object(dict[str, Any]):
    """An object that remembers a name it was given twice."""

    twice: str | None = None


def parse(content: bytes) -> Any:
    """Return what a JSON text in UTF-8 says; raises Refused. A byte order mark before it is let pass."""
    if len(content) > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // 1024 // 1024} MB: no workshop is.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start + 1}: this is no text in UTF-8, as JSON has to be.") from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=lambda _: math.nan)
    except json.JSONDecodeError as error:
        raise Refused(f"line {error.lineno}, column {error.colno}: this is no JSON ({_said(error.msg)}).") from None
    except RecursionError:
        raise Refused(_TOO_DEEP) from None
    _check(value, "", 0)
    return value


def at(place: str, name: str) -> str:
    """Return the place of what is called `name`, whoever named it, at `place`."""
    shown = quoted(name)
    return f"{place}.{shown}" if place else shown


def quoted(text: str) -> str:
    """Return a text of the file as a sentence may show it: one short line."""
    return shorten(clean(text), _QUOTED)


_TOO_DEEP = f"The file has more than {_DEEPEST} lists and objects inside each other: no workshop has."


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object()
    for name, value in pairs:
        if name in made and made.twice is None:
            made.twice = name
        made[name] = value
    return made


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else math.inf


def _check(value: Any, place: str, depth: int) -> None:
    """Refuse what JSON's own reader lets pass and no database takes."""
    if depth > _DEEPEST:
        raise Refused(_TOO_DEEP)
    here = place or "the document"
    match value:
        case str():
            _check_text(value, here)
        case float() if not math.isfinite(value):
            raise Refused(f"{here}: this is no number that can be kept.")
        case _Object():
            if value.twice is not None:
                raise Refused(f"{at(place, value.twice)}: it stands there twice.")
            for name, each in value.items():
                _check_text(name, here)
                _check(each, at(place, name), depth + 1)
        case list():
            for number, each in enumerate(value):
                _check(each, f"{place}[{number}]", depth + 1)


def _check_text(text: str, place: str) -> None:
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused(f"{place}: a character in it cannot be kept (NUL, or half a character).")


def _said(message: str) -> str:
    return message[:1].lower() + message[1:]
