"""Rhythm: how often the plan is looked at together, and the signals that reopen its choices before that."""

from enum import StrEnum
from typing import ClassVar

from data.nouns.base import Noun, choice, refers, words


class Preset(StrEnum):
    """How often the plan is looked at, by name; the check-ins that follow are content."""

    UNSAID = ""
    LIGHT = "light"
    STANDARD = "standard"
    TIGHT = "tight"


class CheckIn(StrEnum):
    """From the smallest to the largest: weekly or fortnightly, monthly, quarterly, yearly."""

    PULSE = "pulse"
    REVIEW = "review"
    RESET = "reset"
    REFRESH = "refresh"


class Cadence(Noun):
    """One kind of check-in that the rhythm has; `weekday` is 0 for Monday, None for that of the first check-in."""

    table: ClassVar[str] = "cadence"
    letter: ClassVar[str] = "H"

    kind: CheckIn = choice(CheckIn.REVIEW)
    weekday: int | None = None
    minutes: int | None = None
    who: str = words()


class Trigger(Noun):
    """A signal that somebody watches, and what is done once it passes its threshold."""

    table: ClassVar[str] = "trigger"
    letter: ClassVar[str] = "T"

    rank: str = words()
    signal: str = words()
    threshold: str = words()
    then: str = words()
    watcher_id: str | None = refers("party")
    internal: bool = False
