"""What a check is made of: its level, the rule that makes it, what the rule sees, and the finding that comes out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from data.nouns.room import Agenda, Room
from data.value import Workshop
from workshop.room import clock
from workshop.room.walk import WALKED
from workshop.steps import Content, load


class Level(StrEnum):
    """How much weight a finding has: a HINT is for the guide, a WARN is counted, a BLOCK stops what is final."""

    HINT = "hint"
    WARN = "warn"
    BLOCK = "block"


class Remedy(NamedTuple):
    """Where to jump to put a finding right: a step, the id of a row ("" for the workshop's own), an attribute of it."""

    step: str
    item: str
    field: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say about a workshop.

    `item` says what it is about and makes it unique among those of its code: the id of a row, two ids joined
    (`A1-A4`) for a pair, a month (`2026-12`), or "" for the step as a whole. `accepted` is the reason the room goes
    past it ("" for a dismissed hint), None while it is open. `together` is what is said of several of its code, the
    sentence that tells most first, with their number as `{n}`; none where there is never more than one.
    """

    code: str
    level: Level
    step: str
    message: str
    item: str
    remedy: Remedy
    accepted: str | None = None
    together: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by among all there are of a workshop: its code and what it is about."""
        return f"{self.code}:{self.item}"

    @property
    def blocks(self) -> bool:
        """True while it stops "finish this step" and "adopt"."""
        return self.level is Level.BLOCK and self.accepted is None


@dataclass(frozen=True)
class Context:
    """What a rule may know besides the workshop.

    `today` is the date at the workshop's place and `now` its wall clock (None: the time of day does not matter).
    `step` is the current step, `pausing` the pause that is being taken; `spent` are the seconds used on each, `extra`
    the minutes added to each. `accepted` are the BLOCKs the room goes past; the registry fills them in.
    """

    today: date
    now: time | None = None
    step: str = "open"
    spent: Mapping[str, float] = field(default_factory=dict)
    extra: Mapping[str, int] = field(default_factory=dict)
    content: Content = field(default_factory=load)
    accepted: tuple[Finding, ...] = ()
    walked: Collection[str] | None = None
    pausing: str = ""

    @classmethod
    def of(cls, room: Room, today: date, at: datetime, now: time | None = None) -> Context:
        """Return what follows from what the room is doing at the aware instant `at`; `today` and `now` as above."""
        used = clock.spent(room, at)
        return cls(today, now, room.step, used, room.extra, walked=WALKED, pausing=room.pausing)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields. `at` and `step` are the row and the step to jump to where they are not `item` and the rule's
    own, `level` is the level where it varies, `together` what several that say this say, where the rule's says less."""

    message: str
    item: str = ""
    field: str = ""
    at: str | None = None
    step: str | None = None
    level: Level | None = None
    together: str = ""


Check = Callable[[Workshop, Context], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, its step and its level.

    `together` is the sentence for several findings, with their number as `{n}`; "" where there is never more than
    one. `more`, `company` and `as_worded` are explained in `rule`. `sums_up`: it reads what was accepted, so it runs
    last.
    """

    code: str
    step: str
    level: Level
    check: Check
    together: str = ""
    more: bool = False
    company: bool = False
    as_worded: bool = False
    sums_up: bool = False

    def findings(self, workshop: Workshop, context: Context) -> Iterable[Finding]:
        """Run the check, at the weight that the workshop's agenda gives it; nothing is accepted yet."""
        agenda = workshop.brief.agenda
        if self.company and agenda == Agenda.SOLO:
            return
        for found in self.check(workshop, context):
            level = found.level or self.level
            if self.more and agenda != Agenda.FULL_DAY:
                level = Level.HINT
            remedy = Remedy(found.step or self.step, found.item if found.at is None else found.at, found.field)
            together = tuple(dict.fromkeys(filter(None, (found.together, self.together))))
            yield Finding(self.code, level, self.step, found.message, found.item, remedy, together=together)


def rule(
    code: str,
    *,
    step: str,
    level: Level,
    together: str = "",
    more: bool = False,
    company: bool = False,
    as_worded: bool = False,
    sums_up: bool = False,
) -> Callable[[Check], Rule]:
    """Make a `Rule` of the function it decorates.

    `more`: it asks for, or weighs, what stands in a field of the second tier. The half day and the solo agenda do not
    ask for those, so there it is but a hint. A BLOCK is never `more`: it says that the plan, or a count, contradicts
    itself, and that is no less true of a field nobody had to fill.

    `company`: it makes no sense for one person alone (a second role, a helper, a vote), so it is off in solo.

    `as_worded`: what it names or counts is its cause. A reason to go past it answers those words; once there is another
    number, date or name in them it is open again.
    """

    def made(check: Check) -> Rule:
        return Rule(code, step, level, check, together, more, company, as_worded, sums_up)

    return made
