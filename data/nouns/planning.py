"""Priorities, their one accountable owner, the milestones that prove they move, and the risks that may stop them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from data.nouns.base import Noun, choice, refers, words


class Status(StrEnum):
    """What the room made of a candidate; a folded one went into another priority."""

    UNDECIDED = "undecided"
    SELECTED = "selected"
    LATER = "later"
    FOLDED = "folded"
    DROPPED = "dropped"


class Effort(StrEnum):
    """Person-months: S under 3, M 3 to 9, L over 9."""

    UNSAID = ""
    S = "S"
    M = "M"
    L = "L"


class Accepted(StrEnum):
    """The owner's answer, when asked."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"


class Source(StrEnum):
    """Where a risk comes from: from ourselves, from others, or from luck."""

    UNSAID = ""
    INSIDE = "inside"
    OUTSIDE = "outside"
    LUCK = "luck"


class Priority(Noun):
    """A candidate for what must be done first; once selected, owned by exactly one party."""

    table: ClassVar[str] = "priority"
    letter: ClassVar[str] = "P"

    rank: str = words()
    title: str = words()
    status: Status = choice(Status.UNDECIDED)
    note: str = words()
    outcome: str = words()
    stop: str = words()
    effort: Effort = choice(Effort.UNSAID)
    serves_all: bool = False
    dots: int | None = None
    owner_id: str | None = refers("party")
    accepted: Accepted = choice(Accepted.NOT_ASKED)
    accepted_if: str = words()
    deputy_id: str | None = refers("party")
    decides_alone: str = words()
    hours: int | None = None
    leaves_desk: str = words()
    internal: bool = False


class Serves(Noun):
    """A priority serves an arena."""

    table: ClassVar[str] = "serves"

    priority_id: str = refers("priority", optional=False)
    arena_id: str = refers("arena", optional=False)


class Helps(Noun):
    """A party helps with a priority it does not own."""

    table: ClassVar[str] = "helps"

    priority_id: str = refers("priority", optional=False)
    party_id: str = refers("party", optional=False)


class Milestone(Noun):
    """A finished result with a date; `first_due` is the first adopted date and is never moved. Confidence 0 to 10.

    What was dropped from an adopted plan stays, with the day of that in `dropped_on`.
    """

    table: ClassVar[str] = "milestone"
    letter: ClassVar[str] = "M"

    priority_id: str = refers("priority", optional=False)
    title: str = words()
    due: date | None = None
    first_due: date | None = None
    done_when: str = words()
    owner_id: str | None = refers("party")
    confidence: int | None = None
    celebrate: str = words()
    evidence: str = words()
    dropped_on: date | None = None
    internal: bool = False


class Needs(Noun):
    """A milestone needs another one to be finished before it."""

    table: ClassVar[str] = "needs"

    milestone_id: str = refers("milestone", optional=False)
    needs_id: str = refers("milestone", optional=False)


class Risk(Noun):
    """A reason why the plan may fail, and what is done about it; without a priority it hits the whole plan.

    `starred` are those the room takes up. `plan_changed`: whether the plan was changed because of it.
    """

    table: ClassVar[str] = "risk"
    letter: ClassVar[str] = "R"

    rank: str = words()
    reason: str = words()
    starred: bool = False
    sign: str = words()
    answer: str = words()
    who_id: str | None = refers("party")
    by: date | None = None
    source: Source = choice(Source.UNSAID)
    priority_id: str | None = refers("priority")
    plan_changed: bool | None = None
    internal: bool = False
