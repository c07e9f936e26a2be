"""How votes are counted: dots on candidates, and a fist of five at the close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.nouns.planning import Priority
from data.nouns.room import Agenda, Brief
from data.value import Workshop
from workshop.text import clean

#: The most fingers of a hand.
FIVE = 5

#: Below so many fingers somebody is not with us; with just so many they are asked as well.
DOUBT = 3


@dataclass(frozen=True, slots=True)
class Fist:
    """A fist of five: `counts` are the hands that showed five, four, three, two, one and no fingers; () before it."""

    counts: Sequence[int]

    @property
    def hands(self) -> Mapping[int, int]:
        """How many hands showed each number of fingers, from five down to none; empty until they were counted."""
        return {fingers: max(count, 0) for fingers, count in zip(range(FIVE, -1, -1), self.counts, strict=False)}

    @property
    def total(self) -> int:
        """How many hands were counted."""
        return sum(self.hands.values())

    @property
    def average(self) -> float | None:
        """How many fingers a hand showed on average, from 0 to 5; None before any was counted."""
        total = self.total
        return sum(fingers * count for fingers, count in self.hands.items()) / total if total else None

    @property
    def doubting(self) -> int:
        """How many hands showed fewer than three fingers."""
        return sum(count for fingers, count in self.hands.items() if fingers < DOUBT)

    @property
    def unsure(self) -> tuple[int, ...]:
        """The numbers of fingers, three or fewer, that somebody showed, the fewest first."""
        return tuple(sorted(fingers for fingers, count in self.hands.items() if count and fingers <= DOUBT))


def fist_of(brief: Brief) -> Fist:
    """The fist of five as it was counted."""
    return Fist(brief.fist)


def unheard(workshop: Workshop) -> int:
    """How many showed fewer than three fingers, and have not said why yet."""
    heard = [row for row in workshop.reservations if clean(row.text) and (row.score is None or row.score < DOUBT)]
    return max(0, fist_of(workshop.brief).doubting - len(heard))


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots on the candidates. `totals` are those counted so far, by the ids of the candidates.

    `voters` and `each`, how many dots one voter has, are None until the room has said them; `cap` is how many of them
    one voter may put on one candidate, None for no limit; `abstained` gave none at all. While the count is `open`, only
    what was counted is shown, and not how much.
    """

    totals: Mapping[str, int]
    voters: int | None
    each: int | None
    cap: int | None
    abstained: int = 0
    open: bool = False

    @property
    def shown(self) -> Mapping[str, int]:
        """The totals that may be shown: none before the vote is closed."""
        return {} if self.open else self.totals

    @property
    def voting(self) -> int | None:
        """How many voters gave dots, where the room has said how many there are."""
        return None if self.voters is None else max(0, self.voters - self.abstained)

    @property
    def counted(self) -> int | None:
        """How many dots were counted; None before the first total."""
        return sum(self.totals.values()) if self.totals else None

    @property
    def highest(self) -> int:
        """The most dots on one candidate."""
        return max(self.totals.values(), default=0)

    @property
    def total(self) -> int | None:
        """How many dots there are, where the room has said it."""
        return self.voting * self.each if self.voting is not None and self.each is not None else None

    @property
    def most(self) -> int | None:
        """How many dots one candidate can have, where the room has said it."""
        return None if self.voting is None or self.cap is None else self.voting * self.cap

    @property
    def wrong(self) -> bool:
        """Whether more was counted than there is."""
        return self.counted is not None and self.total is not None and self.counted > self.total

    @property
    def too_many(self) -> tuple[str, ...]:
        """The candidates that have more dots than they can have."""
        most = self.most
        return tuple(id for id, dots in self.totals.items() if most is not None and dots > most)


def dots_of(workshop: Workshop) -> Dots:
    """The count as it stands, in the order of the candidates; alone nobody votes, and nothing was counted."""
    brief = workshop.brief
    if brief.agenda == Agenda.SOLO:
        return Dots({}, None, None, None)
    totals = {row.id: row.dots for row in workshop.priorities if row.dots is not None}
    return Dots(totals, brief.voters, brief.dots_each, brief.dots_cap, brief.abstained or 0, brief.voting)


def sealed(workshop: Workshop, table: str, name: str) -> bool:
    """Whether a field is not to be shown now: the dots while the vote on them is open, or where nobody votes."""
    brief = workshop.brief
    return (table, name) == (Priority.table, "dots") and (brief.voting or brief.agenda == Agenda.SOLO)


def voters_of(workshop: Workshop) -> int | None:
    """How many vote: as the room said, or else as many as are here and may; None where neither is known."""
    here = sum(party.present and party.votes for party in workshop.participants)
    return workshop.brief.voters or here or None
