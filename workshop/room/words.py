"""How votes are worded, as typed content: dots, ballots one by one, the fist of five, and consent rounds.

What is shipped stands in `workshop/content/votes.toml`; a facilitator's own is a file of that name among the files of
their method.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Annotated, TypeAlias

from annotated_types import Len, MinLen

from workshop.content_files import read, validated
from workshop.method import chosen
from workshop.wording import Counted, Label, Name, Said, Shaped, Sign, fill, filled

#: The file it stands in.
FILE = "votes.toml"

#: Wordings, called after what they take in.
OfResult: TypeAlias = Annotated[Said, filled("result")]
OfOptions: TypeAlias = Annotated[Said, filled("counted", "options")]
OfMost: TypeAlias = Annotated[Said, filled("most")]
OfBallots: TypeAlias = Annotated[Said, filled("ballots", "voters")]
OfNumber: TypeAlias = Annotated[Said, filled("n")]


class Mark(Shaped):
    """What stands at the end of a line: a sign and a word."""

    sign: Sign
    label: Annotated[Label, filled("most")]

    def __str__(self) -> str:
        return f"{self.sign} {self.label}"


class DotWords(Shaped):
    """The vote on the candidates."""

    dots: Counted
    voters: Counted
    rule: Annotated[Said, filled("voters", "dots", "total")]
    capped: Annotated[Said, filled("cap")]
    abstained: OfNumber
    order: Said
    how_many: Said
    unopened: Said
    open: OfOptions
    alike: Counted
    like: Annotated[Said, filled("title")]
    kept: Said
    of: Annotated[Said, filled("counted", "dots")]
    result: OfResult
    wrong: OfResult
    counted: Mark
    to_count: Mark
    looks_alike: Mark
    over: Mark
    before: Annotated[Said, filled("ask")]
    stays: Said
    too_many: OfMost
    recount: OfResult
    closes: OfResult
    close: OfOptions
    refused: Said
    into_order: OfResult
    who_abstained: Said
    nobody: Said
    no_voters: Said


class BallotWords(Shaped):
    """Ballots that are given one by one at the one keyboard."""

    ballots: Counted
    cover: Annotated[Said, filled("n", "voters")]
    given: OfBallots
    early: Said
    kept: Said
    all_given: OfBallots
    unmute: Said
    close: OfBallots
    abstain: Counted
    stop: OfBallots
    thrown: Said
    choose: Said
    capped: Annotated[Said, filled("dots", "most")]
    unchosen: Said
    chosen: Said
    left: Counted
    none_left: Said
    leaves: Annotated[Said, filled("dots")]
    abstains: Said


class FistWords(Shaped):
    """The fist of five; `fingers` says what so many mean, from five down to none."""

    hands: Counted
    of: Annotated[Said, filled("n", "hands")]
    average: Annotated[Said, filled("hands", "average")]
    begun: Said
    count: Said
    all_counted: Annotated[Said, filled("hands")]
    fingers: Annotated[tuple[Said, ...], Len(6, 6)]
    reservations: Said
    unheard: OfNumber
    invited: Said
    four: Said
    whose: Said


class ConsentWords(Shaped):
    """A consent round: what each hand says, what is asked, and what came of it.

    What was decided by consent stands under `name`; the sign `waits` before what no hand was counted for yet.
    """

    name: Name
    question: Said
    hint: Said
    empty: Annotated[tuple[Said, ...], MinLen(1)]
    begin: Said
    propose: Said
    count: Said
    settle: Said
    overdue: Said
    fine: Mark
    concerns: Mark
    objections: Mark
    how_many: Said
    hands: Annotated[Said, filled("n", "voters")]
    no_number: Said
    reason: Annotated[Said, filled("answer")]
    came: Said
    decided: Said
    review: Said
    again: Annotated[Said, filled("day")]
    due: Counted
    remind: Annotated[Said, filled("due")]
    waits: Sign
    unheld: Said
    passed: Said
    stopped: Said


class Words(Shaped):
    """What `votes.toml` holds."""

    dots: DotWords
    ballots: BallotWords
    fist: FistWords
    consent: ConsentWords


def say(wording: str, **known: object) -> str:
    """Return a wording with what it takes in."""
    return fill(wording, {name: str(value) for name, value in known.items()})


def load(*folders: Traversable) -> Words:
    """Return the wording of the votes, by the folders of a method, or by the one this process works by.

    Raises ContentError.
    """
    return _load(folders or chosen())


@lru_cache(maxsize=8)
def _load(folders: tuple[Traversable, ...]) -> Words:
    return validated(Words, FILE, read(folders, FILE))
