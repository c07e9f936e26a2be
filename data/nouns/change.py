"""Adjustments: what was changed in an adopted plan, from what to what, why, and who decided it."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlmodel import Field

from data.nouns.base import Instant, Noun, choice, refers, several, words


class Kind(StrEnum):
    """What was changed."""

    DATE_MOVED = "date_moved"
    SCOPE_CUT = "scope_cut"
    SCOPE_ADDED = "scope_added"
    OWNER_CHANGED = "owner_changed"
    MILESTONE_ADDED = "milestone_added"
    MILESTONE_SPLIT = "milestone_split"
    MILESTONE_MERGED = "milestone_merged"
    MILESTONE_DROPPED = "milestone_dropped"
    PRIORITY_ADDED = "priority_added"
    PRIORITY_PAUSED = "priority_paused"
    PRIORITY_DROPPED = "priority_dropped"
    ASSUMPTION_UPDATED = "assumption_updated"
    CHOICE_CHANGED = "choice_changed"


class Cause(StrEnum):
    """The kind of reason there is for a change."""

    UNSAID = ""
    LEARNED = "learned"
    CAPACITY = "capacity"
    DEPENDENCY = "dependency"
    OUTSIDE = "outside"
    MONEY = "money"
    ESTIMATE = "estimate"
    COARSE = "coarse"
    PRIORITY = "priority"
    CORRECTION = "correction"


class Adjustment(Noun):
    """One change of the plan since it was adopted; they are numbered through, and none is taken out again.

    `item` is the id of what changed ("W" for the direction) and `about` what it was called, which both outlive the row;
    `field` is the attribute that changed, `was` and `now` its value before and after as text: a date in ISO 8601, a
    number in figures, a name. `alone`: the owner decided within the rule, in no check-in. `knock_on` says what it
    means for others ("none" is an answer), `reviewed` are the ids of what was looked at for that.
    """

    table: ClassVar[str] = "adjustment"
    letter: ClassVar[str] = "J"

    check_in_id: str | None = refers("check_in")
    on: date | None = None
    at: datetime | None = Field(default=None, sa_type=Instant)
    kind: Kind = choice(Kind.DATE_MOVED)
    item: str = words()
    about: str = words()
    field: str = words()
    was: str = words()
    now: str = words()
    cause: Cause = choice(Cause.UNSAID)
    reason: str = words()
    decided_by_id: str | None = refers("party")
    alone: bool = False
    knock_on: str = words()
    reviewed: tuple[str, ...] = several()
    evidence: str = words()
    look_on: date | None = None
