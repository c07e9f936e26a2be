"""Check-ins: when the plan was looked at, who was there, and what was said of each result, condition and action.

What is said of one row at one check-in is a row of its own, its id made of the two ids: `G3-M4`.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from data.nouns.base import Noun, amount, choice, refers, words
from data.nouns.room import Answer


class Occasion(StrEnum):
    """What a check-in is for: one of the rhythm's kinds, an extra one when a trigger fires, or one alone."""

    PULSE = "pulse"
    REVIEW = "review"
    RESET = "reset"
    REFRESH = "refresh"
    EXTRA = "extra"
    SOLO = "solo"


class Standing(StrEnum):
    """Where a result stands, by its owner's word."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    DONE = "done"
    DROPPED = "dropped"


class Holding(StrEnum):
    """What has become of something that would have to be true."""

    UNSAID = ""
    HOLDS = "holds"
    WEAKENING = "weakening"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What becomes of a priority."""

    UNSAID = ""
    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


class Sitting(Noun):
    """One check-in: called for `planned_on`, held on `held_on`, and closed by making a version of the plan.

    `version` is the number of that version, None while the check-in is open. `next_on` is the date agreed at its end,
    `message` what others hear of it. An extra one says why it was called, for which trigger, and `about` which choice
    it is: the id of a row, "W" for the direction. One alone has the `decision` that was another because of the plan.
    """

    table: ClassVar[str] = "check_in"
    letter: ClassVar[str] = "G"

    kind: Occasion = choice(Occasion.REVIEW)
    planned_on: date | None = None
    held_on: date | None = None
    trigger_id: str | None = refers("trigger")
    why: str = words()
    about: str = words()
    decision: str = words()
    message: str = words()
    next_on: date | None = None
    version: int | None = None


class Attends(Noun):
    """A party was at a check-in."""

    table: ClassVar[str] = "attends"

    check_in_id: str = refers("check_in", optional=False)
    party_id: str = refers("party", optional=False)


class Agreed(Noun):
    """An action was agreed at a check-in; those without one are of the workshop itself."""

    table: ClassVar[str] = "agreed"

    check_in_id: str = refers("check_in", optional=False)
    action_id: str = refers("action", optional=False)


class Report(Noun):
    """What the owner said of a milestone at a check-in. Confidence 0 to 10, `confidence_was` what it was before."""

    table: ClassVar[str] = "report"

    check_in_id: str = refers("check_in", optional=False)
    milestone_id: str = refers("milestone", optional=False)
    on: date | None = None
    author_id: str | None = refers("party")
    standing: Standing = choice(Standing.NOT_STARTED)
    confidence: int | None = None
    confidence_was: int | None = None
    happened: str = words()
    following: str = words()
    help: str = words()
    forecast: date | None = None
    evidence: str = words()


class FollowUp(Noun):
    """What had become of an action at a check-in; `by` is when it was due until then.

    `changed`: it was cut, given to somebody else or put off in earnest, and begins anew.
    """

    table: ClassVar[str] = "follow_up"

    check_in_id: str = refers("check_in", optional=False)
    action_id: str = refers("action", optional=False)
    answer: Answer = choice(Answer.OPEN)
    by: date | None = None
    changed: bool = False


class Reading(Noun):
    """What a measure stood at."""

    table: ClassVar[str] = "reading"

    check_in_id: str = refers("check_in", optional=False)
    measure_id: str = refers("measure", optional=False)
    value: Decimal | None = amount()
    note: str = words()


class Revisit(Noun):
    """What had become of a condition. Confidence 1 to 5, `confidence_was` what it was before."""

    table: ClassVar[str] = "revisit"

    check_in_id: str = refers("check_in", optional=False)
    condition_id: str = refers("condition", optional=False)
    holding: Holding = choice(Holding.UNSAID)
    confidence: int | None = None
    confidence_was: int | None = None
    note: str = words()


class Watch(Noun):
    """Whether a trigger had fired."""

    table: ClassVar[str] = "watch"

    check_in_id: str = refers("check_in", optional=False)
    trigger_id: str = refers("trigger", optional=False)
    fired: bool | None = None
    note: str = words()


class Judgment(Noun):
    """Whether a priority was kept, changed or stopped; `again`: whether it would be started today."""

    table: ClassVar[str] = "judgment"

    check_in_id: str = refers("check_in", optional=False)
    priority_id: str = refers("priority", optional=False)
    verdict: Verdict = choice(Verdict.UNSAID)
    again: bool | None = None
    note: str = words()


class Win(Noun):
    """Something that went well, whom it is thanks to, and how it is marked."""

    table: ClassVar[str] = "win"
    letter: ClassVar[str] = "E"

    check_in_id: str = refers("check_in", optional=False)
    text: str = words()
    who_id: str | None = refers("party")
    mark: str = words()
    milestone_id: str | None = refers("milestone")
