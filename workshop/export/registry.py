"""The formats a plan can be exported to, by name.

A format is one module of this package with one function that returns bytes, registered by a decorator: `format` for
what is made from the `Plan` as it is read, `whole_format` for what needs all that is kept. An export is a pure read of
what has been decided so far: possible at any moment, never empty, the same every time. What its readers are not meant
to see is not in what it is made from (`source_of`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop.paper import Paper
from workshop.plan.audiences import Audience, seen_by
from workshop.plan.model import Plan, plan_of

if TYPE_CHECKING:
    from data.value import Workshop
    from data.versions import Version as Version
    from workshop.rules.registry import Finding


class UnknownFormat(LookupError):
    """No format has that name; `str()` is one sentence that lists those there are."""


class Subject(StrEnum):
    """What a document tells, in the order people are shown the documents; the value is what they are shown."""

    PLAN = "the whole plan"
    PAGE = "one page"
    SUMMARY = "the summary"
    CHECKIN = "check-in"
    RUNSHEET = "runsheet"
    WORKSHEET = "worksheet"
    ASSESSMENT = "self-assessment"
    DATA = "for programs"


@dataclass(frozen=True, slots=True)
class Source:
    """What documents are made from: the plan as it is read, and all that is kept of the workshop it was read from.

    Both as far as the readers get to see it; make it with `source_of`. `step` is the one the room has come to,
    `versions` are those of the plan that stand, oldest first; only the team gets them. `check_in` is the id of the one
    that a report tells of, "" for the one under way or else the last.
    """

    plan: Plan
    workshop: Workshop
    step: str
    versions: tuple[Version, ...]
    check_in: str = ""


def source_of(
    workshop: Workshop,
    *,
    ref: str,
    today: date,
    step: str,
    findings: tuple[Finding, ...] | None = None,
    versions: tuple[Version, ...] = (),
    audience: Audience = Audience.TEAM,
    check_in: str = "",
    paper: Paper = Paper.A4,
) -> Source:
    """Return what documents for an audience are made from; `findings` are as `plan_of` takes them.

    What was marked internal today was not yet when an earlier version was made, so that versions are for the team.
    """
    plan = plan_of(workshop, ref=ref, today=today, findings=findings, audience=audience, paper=paper)
    return Source(plan, seen_by(workshop, audience), step, versions if audience is Audience.TEAM else (), check_in)


WritePlan = Callable[[Plan], bytes]
WriteWhole = Callable[[Source], bytes]
Remark = Callable[[Plan], tuple[str, ...]]


def _nothing(plan: Plan) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """How a document is written.

    `suffix` is what a file's name ends with (".md"), `description` one line for a list, `remark` what there is to tell
    whoever writes a plan in it, a sentence each.
    """

    name: str
    suffix: str
    media_type: str
    description: str
    subject: Subject
    remark: Remark

    @property
    def is_text(self) -> bool:
        """Whether people can read it as it is, on a terminal or in a mail."""
        return self.media_type.startswith("text/") or self.media_type == "application/json"

    def document(self, source: Source) -> bytes:
        """Return the document."""
        raise NotImplementedError

    def remarks(self, source: Source) -> tuple[str, ...]:
        """Return what whoever writes the document should know of it, a sentence each."""
        return self.remark(source.plan)


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

#: The files that people know, in the order in which they are shown where several tell the same; others come behind.
_SHOWN = (".md", ".txt", ".html", ".pdf", ".docx", ".pptx", ".xlsx")


def format(
    name: str,
    *,
    suffix: str,
    media_type: str,
    description: str,
    subject: Subject = Subject.PLAN,
    remark: Remark = _nothing,
) -> Callable[[WritePlan], WritePlan]:
    """Register the decorated function as the format `name` of the plan; raises ValueError when the name is taken."""

    def register(write: WritePlan) -> WritePlan:
        _register(PlanFormat(name, suffix, media_type, description, subject, remark, write))
        return write

    return register


def whole_format(
    name: str,
    *,
    suffix: str,
    media_type: str,
    description: str,
    subject: Subject = Subject.DATA,
    remark: Remark = _nothing,
) -> Callable[[WriteWhole], WriteWhole]:
    """Register the decorated function as the format `name` of all that is kept; raises ValueError as `format` does."""

    def register(write: WriteWhole) -> WriteWhole:
        _register(WholeFormat(name, suffix, media_type, description, subject, remark, write))
        return write

    return register


def _register(format: Format) -> None:
    if format.name in _FORMATS:
        raise ValueError(f"the format {format.name!r} is registered twice")
    _FORMATS[format.name] = format


def formats() -> tuple[Format, ...]:
    """All formats; of those with the same ending the first one is meant where only the ending is known."""
    return tuple(_FORMATS.values())


def by_subject() -> dict[Subject, tuple[Format, ...]]:
    """All formats by what they tell, in the order people are shown them."""
    in_order = sorted(formats(), key=lambda each: _SHOWN.index(each.suffix) if each.suffix in _SHOWN else len(_SHOWN))
    found = {subject: tuple(each for each in in_order if each.subject is subject) for subject in Subject}
    return {subject: several for subject, several in found.items() if several}


def in_words(format: Format) -> Format | None:
    """Return the format that says the same and can be read as it is: itself, or another of its subject; None if none.

    A web page is read as plain text too.
    """
    if format.is_text and format.suffix != ".html":
        return format
    if format.subject is Subject.DATA:
        return None
    told = by_subject()[format.subject]
    return next((each for each in told if each.is_text and each.suffix != ".html"), None)


def plan_formats() -> tuple[PlanFormat, ...]:
    """The formats of the plan, in the order of `formats`."""
    return tuple(format for format in formats() if isinstance(format, PlanFormat))


def find(name: str) -> Format:
    """Return the format `name`; raises UnknownFormat."""
    if name not in _FORMATS:
        known = ", ".join(format.name for format in formats())
        raise UnknownFormat(f'There is no format "{name}": choose one of {known}.')
    return _FORMATS[name]


def export(plan: Plan, name: str) -> bytes:
    """Return `plan` written in a format of the plan; raises UnknownFormat for any other name."""
    found = find(name)
    if not isinstance(found, PlanFormat):
        raise UnknownFormat(f'The format "{name}" is of the whole workshop, not of its plan.')
    return found.write(plan)
