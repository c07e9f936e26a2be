"""Ballots given one by one at one keyboard: each is added to the sums at once, and no single one is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

#: One voter's dots, by what they were given to; what got none need not be named.
Ballot = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BallotBox:
    """What the ballots cast so far sum up to. It lives in memory only, until the vote is closed.

    Each of `voters` has `each` dots, and may put at most `cap` of them on one of `items` (None: as many as there are).
    `cast` ballots were given, `abstained` of them without a dot.
    """

    items: Sequence[str]
    voters: int
    each: int
    cap: int | None = None
    totals: Mapping[str, int] = field(default_factory=dict)
    cast: int = 0
    abstained: int = 0

    @property
    def full(self) -> bool:
        """Whether every voter has given a ballot."""
        return self.cast >= self.voters

    @property
    def most(self) -> int:
        """How many dots one ballot may put on one item."""
        return self.each if self.cap is None else min(self.cap, self.each)

    def left(self, ballot: Ballot) -> int:
        """How many dots a ballot has still to give."""
        return self.each - sum(ballot.values())

    def give(self, ballot: Ballot, item: str, dots: int) -> Ballot:
        """Return the ballot with so many dots on an item, or as many as may be; never fewer than none.

        A voter's only dot moves over to where it is put now.
        """
        others = {} if self.each == 1 and dots else {id: given for id, given in ballot.items() if id != item}
        given = min(max(dots, 0), self.most, self.left(others))
        return {**others, item: given} if given else others

    def drop(self, ballot: Ballot) -> BallotBox:
        """Return the box with one more ballot in its sums; an empty one abstains. A wrong one raises ValueError."""
        if self.full:
            raise ValueError("Every voter has given a ballot.")
        if self.left(ballot) < 0 or any(not 0 <= dots <= self.most for dots in ballot.values()):
            raise ValueError("A ballot has no more dots than it may give.")
        if unknown := set(ballot) - set(self.items):
            raise ValueError(f"Nothing is called {min(unknown)}.")
        totals = {item: self.totals.get(item, 0) + ballot.get(item, 0) for item in self.items}
        return replace(self, totals=totals, cast=self.cast + 1, abstained=self.abstained + (not any(ballot.values())))

    def closed(self) -> BallotBox:
        """Return the box as it is counted: whoever gave no ballot abstains."""
        totals = {item: self.totals.get(item, 0) for item in self.items}
        return replace(self, totals=totals, cast=self.voters, abstained=self.abstained + self.voters - self.cast)
