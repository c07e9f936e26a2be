"""The formats a plan can be exported to, by name.

A format is one module of this package with one function that returns bytes, registered by a decorator: `format` for
what is made from the `Plan` as it is read, `whole_format` for what needs all that is kept. An export is a pure read of
what has been decided so far: possible at any moment, never empty, the same every time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.plan import Plan

if TYPE_CHECKING:
    from data.value import Workshop
    from data.versions import Version as Version


class UnknownFormat(LookupError):
    """No format has that name; `str()` is one sentence that lists those there are."""


@dataclass(frozen=True, slots=True)
class Source:
    """What documents are made from: the plan as it is read, and all that is kept of the workshop it was read from.

    `step` is the one the room has come to, `versions` are those of the plan that stand, oldest first.
    """

    plan: Plan
    workshop: Workshop
    step: str
    versions: tuple[Version, ...]


WritePlan = Callable[[Plan], bytes]
WriteWhole = Callable[[Source], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """How a document is written.

    `suffix` is what a file's name ends with (".md"), `description` one line for a list.
    """

    name: str
    suffix: str
    media_type: str
    description: str

    def document(self, source: Source) -> bytes:
        """Return the document."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PlanFormat(Format):
    """A format of the plan."""

    write: WritePlan

    def document(self, source: Source) -> bytes:
        return self.write(source.plan)


@dataclass(frozen=True, slots=True)
class WholeFormat(Format):
    """A format of the whole workshop."""

    write: WriteWhole

    def document(self, source: Source) -> bytes:
        return self.write(source)


_FORMATS: dict[str, Format] = {}


def format(name: str, *, suffix: str, media_type: str, description: str) -> Callable[[WritePlan], WritePlan]:
    """Register the decorated function as the format `name` of the plan; raises ValueError when the name is taken."""

    def register(write: WritePlan) -> WritePlan:
        _register(PlanFormat(name, suffix, media_type, description, write))
        return write

    return register


def whole_format(name: str, *, suffix: str, media_type: str, description: str) -> Callable[[WriteWhole], WriteWhole]:
    """Register the decorated function as the format `name` of all that is kept; raises ValueError as `format` does."""

    def register(write: WriteWhole) -> WriteWhole:
        _register(WholeFormat(name, suffix, media_type, description, write))
        return write

    return register


def _register(format: Format) -> None:
    if format.name in _FORMATS:
        raise ValueError(f"the format {format.name!r} is registered twice")
    _FORMATS[format.name] = format


def formats() -> tuple[Format, ...]:
    """All formats, in the order they are listed to people."""
    return tuple(_FORMATS.values())


def plan_formats() -> tuple[PlanFormat, ...]:
    """The formats of the plan, in the order they are listed to people."""
    return tuple(format for format in _FORMATS.values() if isinstance(format, PlanFormat))


def find(name: str) -> Format:
    """Return the format `name`; raises UnknownFormat."""
    if name not in _FORMATS:
        raise UnknownFormat(f'There is no format "{name}": choose one of {", ".join(_FORMATS)}.')
    return _FORMATS[name]


def export(plan: Plan, name: str) -> bytes:
    """Return `plan` written in a format of the plan; raises UnknownFormat for any other name."""
    found = find(name)
    if not isinstance(found, PlanFormat):
        raise UnknownFormat(f'The format "{name}" is of the whole workshop, not of its plan.')
    return found.write(plan)
