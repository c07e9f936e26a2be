"""How the tables of the rules' tests are written and read: what fires, with which words, and what keeps quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from data.value import Workshop
from tests.workshop.build import TODAY, sound
from workshop.rules.registry import Context, Finding, Level, findings

HINT, WARN, BLOCK = Level.HINT, Level.WARN, Level.BLOCK
MORNING = Context(TODAY, now=time(9, 0))


@dataclass(frozen=True)
class Fires:
    """`code` says `message` about `item`, and once only, in `workshop`; a jump to put it right lands at `at`."""

    code: str
    level: Level
    message: str
    workshop: Workshop
    item: str = ""
    at: str = ""
    context: Context = MORNING


@dataclass(frozen=True)
class Quiet:
    """`code` has nothing to say in `workshop`, which is close to one where it has."""

    code: str
    workshop: Workshop
    context: Context = MORNING


def of(code: str, workshop: Workshop, context: Context = MORNING) -> list[Finding]:
    """What a rule says in a workshop."""
    return [finding for finding in findings(workshop, context) if finding.code == code]


def fires(case: Fires) -> None:
    assert not of(case.code, sound(), case.context)
    (finding,) = of(case.code, case.workshop, case.context)
    assert (finding.level, finding.message, finding.item) == (case.level, case.message, case.item)
    place, _, field = case.at.rpartition(".")
    assert (finding.remedy.item, finding.remedy.field) == (place, field)


def keeps_quiet(case: Quiet) -> None:
    assert not of(case.code, case.workshop, case.context)
