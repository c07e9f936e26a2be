"""Where to play and how to win: arenas, what must be true of them, and what they take."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from data.nouns.base import Noun, choice, refers, words


class Verdict(StrEnum):
    """What the room says of a place to play."""

    UNDECIDED = "undecided"
    PLAY = "play"
    EXPLORE = "explore"
    NOT_NOW = "not_now"
    NOT_US = "not_us"


class Proof(StrEnum):
    """What it rests on that people would choose us."""

    UNSAID = ""
    FACT = "fact"
    EXAMPLE = "example"
    OPINION = "opinion"
    NONE = "none"


class Level(StrEnum):
    """How far we have a capability today."""

    UNSAID = ""
    HAVE = "have"
    PARTLY = "partly"
    MISSING = "missing"


class Arena(Noun):
    """A place to play, the verdict on it, and why people there would choose us."""

    table: ClassVar[str] = "arena"
    letter: ClassVar[str] = "A"

    rank: str = words()
    name: str = words()
    verdict: Verdict = choice(Verdict.UNDECIDED)
    reason: str = words()
    trigger: str = words()
    reopen_on: date | None = None
    question: str = words()
    decide_by: date | None = None
    description: str = words()
    today: bool = False
    alternative: str = words()
    advantage: str = words()
    proof: str = words()
    proof_kind: Proof = choice(Proof.UNSAID)
    opposite_sane: bool | None = None
    internal: bool = False


class Condition(Noun):
    """What would have to be true for an arena to be won; confidence 1 (doubt) to 5 (sure)."""

    table: ClassVar[str] = "condition"
    letter: ClassVar[str] = "C"

    arena_id: str = refers("arena", optional=False)
    rank: str = words()
    text: str = words()
    confidence: int | None = None
    test: str = words()
    by: date | None = None
    who_id: str | None = refers("party")
    internal: bool = False


class Capability(Noun):
    """Something that winning in an arena takes."""

    table: ClassVar[str] = "capability"
    letter: ClassVar[str] = "B"

    arena_id: str = refers("arena", optional=False)
    rank: str = words()
    text: str = words()
    level: Level = choice(Level.UNSAID)
    internal: bool = False
