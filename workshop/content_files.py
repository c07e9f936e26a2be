"""Content files: found in the first folder that has them, read as TOML, and typed, with one sentence for a fault."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from workshop.method import ContentError

_File = TypeVar("_File", bound=BaseModel)


def source(folders: tuple[Traversable, ...], name: str) -> Traversable:
    """Return the folder that the file `name` is taken from: the first that has it, else that of what is shipped."""
    return next((folder for folder in folders if (folder / name).is_file()), files("workshop.content"))


def read(folders: tuple[Traversable, ...], name: str) -> dict[str, Any]:
    """Return the TOML document `name`, its arrays as tuples; raises ContentError."""
    try:
        document = tomllib.loads((source(folders, name) / name).read_bytes().decode())
    except tomllib.TOMLDecodeError as error:
        raise ContentError(name, "", str(error)) from None
    except UnicodeDecodeError as error:
        raise ContentError(name, "", f"is not UTF-8 text (byte {error.start})") from None
    except OSError as error:
        raise ContentError(name, "", f"cannot be read: {error.strerror or error}") from None
    return {key: _tupled(value) for key, value in document.items()}


def validated(kind: type[_File], name: str, document: dict[str, Any]) -> _File:
    """Return a document as what it should be; raises ContentError, which names the first wrong key."""
    try:
        return kind.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        sentence = _sentence(first["type"], first.get("ctx", {}), first["msg"])
        raise ContentError(name, place, sentence) from None


def _tupled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tupled(each) for key, each in value.items()}
    return tuple(_tupled(each) for each in value) if isinstance(value, list) else value


_SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be a table",
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "must be one line, without control characters or a space in front",
    "string_too_long": "must be at most {max_length} characters long",
    "too_short": "must not be empty",
    "value_error": "{error}",
}


def _sentence(kind: str, context: Mapping[str, Any], otherwise: str) -> str:
    return _SENTENCES[kind].format_map(context) if kind in _SENTENCES else otherwise
