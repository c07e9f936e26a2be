"""The formats a plan can be exported to, by name.

A format is one module of this package with one function from `Plan` to bytes, registered by the decorator `format`.
An export is a pure read of what has been decided so far: possible at any moment, never empty, the same every time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop.plan import Plan

Write = Callable[[Plan], bytes]


class UnknownFormat(LookupError):
    """No format has that name; `str()` is one sentence that lists those there are."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a plan is written: `suffix` is what a file's name ends with (".md"), `description` one line for a list."""

    name: str
    suffix: str
    media_type: str
    description: str
    write: Write


_FORMATS: dict[str, Format] = {}


def format(name: str, *, suffix: str, media_type: str, description: str) -> Callable[[Write], Write]:
    """Register the decorated function as the format `name`; raises ValueError when the name is taken."""

    def register(write: Write) -> Write:
        if name in _FORMATS:
            raise ValueError(f"the format {name!r} is registered twice")
        _FORMATS[name] = Format(name, suffix, media_type, description, write)
        return write

    return register


def formats() -> tuple[Format, ...]:
    """All formats, in the order they are listed to people."""
    return tuple(_FORMATS.values())


def find(name: str) -> Format:
    """Return the format `name`; raises UnknownFormat."""
    if name not in _FORMATS:
        raise UnknownFormat(f'There is no format "{name}": choose one of {", ".join(_FORMATS)}.')
    return _FORMATS[name]


def export(plan: Plan, name: str) -> bytes:
    """Return `plan` written in the format `name`; raises UnknownFormat."""
    return find(name).write(plan)
