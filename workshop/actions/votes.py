"""The vote on the candidates: it is opened, counted, closed and, when need be, counted again."""

from __future__ import annotations

from collections.abc import Mapping

from data.nouns.planning import Priority
from data.nouns.room import Brief
from data.value import Workshop
from workshop.actions.priorities import dots_each, set_dots
from workshop.room.ballots import BallotBox
from workshop.room.voting import dots_of, voters_of


def open_vote(workshop: Workshop) -> Workshop:
    """Open the vote: from now on totals are written down, and not shown."""
    return workshop.change(Brief, "W", voting=True)


def close_vote(workshop: Workshop) -> Workshop:
    """Close the vote: its totals are shown; raises ValueError while more was counted than there is."""
    count = dots_of(workshop)
    if count.wrong or count.too_many:
        raise ValueError("More dots were counted than there are. Recount first.")
    return workshop.change(Brief, "W", voting=False)


def count_last(workshop: Workshop, id: str, dots: int) -> Workshop:
    """Write down the last total that is missing, and close the vote."""
    return close_vote(set_dots(workshop, id, dots))


def recount(workshop: Workshop) -> Workshop:
    """Forget what was counted, and open the vote again."""
    return open_vote(_counted(workshop, {}, None))


def box(workshop: Workshop, voters: int) -> BallotBox:
    """Return an empty box for ballots of so many voters on the candidates as they stand."""
    return BallotBox(
        tuple(row.id for row in workshop.priorities), voters, dots_each(workshop), workshop.brief.dots_cap or None
    )


def count_ballots(workshop: Workshop, box: BallotBox) -> Workshop:
    """Write down what the ballots in a box sum up to, and close the vote. Nothing else of them is kept."""
    counted = box.closed()
    workshop = workshop.change(Brief, "W", voters=counted.voters, dots_each=counted.each, dots_cap=counted.cap)
    return close_vote(_counted(workshop, counted.totals, counted.abstained or None))


def abstain(workshop: Workshop, abstained: int | None) -> Workshop:
    """Write down how many voters gave no dots; raises ValueError for fewer than none, or more than there are."""
    voters = voters_of(workshop)
    if abstained is not None and (abstained < 0 or (voters is not None and abstained > voters)):
        raise ValueError("Nobody can abstain who doesn't vote.")
    return workshop.change(Brief, "W", abstained=abstained)


def _counted(workshop: Workshop, totals: Mapping[str, int], abstained: int | None) -> Workshop:
    rows = (row.replace(dots=totals.get(row.id)) for row in workshop.of(Priority))
    return workshop.put(*rows).change(Brief, "W", abstained=abstained)
