"""The first monthly check-in of the sample, done by the actions that its screen calls, and what it has to come to."""

from __future__ import annotations

from datetime import UTC, date, datetime

from data.nouns.change import Cause
from data.nouns.check_in import Occasion, Standing
from data.nouns.planning import Milestone
from data.nouns.room import Answer
from data.value import Workshop
from workshop.actions import changing, checking_in
from workshop.actions.changing import Why
from workshop.check_ins import due
from workshop.check_ins.agreed import open_actions
from workshop.sample import sample

DAY_0 = date(2026, 10, 14)
DAY_49 = date(2026, 12, 2)
AT = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)

#: Item, status, confidence, what happened, next.
RESULTS = (
    ("M9", "done", "-", "118 bookings by 2026-11-19; phone line used by 31 households", "evidence on file"),
    (
        *("M1", "at risk", "8 -> 5"),
        *("Eastmere signed; Dunholt needs a fire door before the insurer agrees", "see change 1"),
    ),
    ("M11", "on track", "7 -> 8", "53 of 60 monthly gifts pledged", "campaign ends 18 December"),
    ("M7", "on track", "7 -> 7", "Three of four hosts signed", "visit the clinic on 9 December"),
    ("M4", "at risk", "6 -> 5", "Two letters in; third packer wants a trial week", "trial week of 7 December"),
)

#: Number, kind, item, from, to, reason kind, reason, decided by, knock-on.
CHANGES = (
    (
        *("1", "date moved", "M1", "2026-12-04", "2027-01-15", "dependency slipped"),
        "Insurer will cover the Dunholt hall only after the fire door is replaced; the town council does it in the "
        "first week of January.",
        "Executive Director, at the review",
        "M2 starts in Eastmere alone; date kept, confidence 7 -> 6",
    ),
    (
        *("2", "milestone added", "M13 (P3): Four points have each run eight weekly drops", "-", "2027-05-28"),
        *("plan too coarse", "After M7 nothing was due in P3 for ten months."),
        *("Community Partnerships Lead, at the review", "none"),
    ),
    (
        *("3", "assumption updated", "Forty volunteers will do one evening a month", "confidence 3", "confidence 4"),
        *("learned something", "44 firm yeses from 170 letters.", "Volunteer Coordinator", "none"),
    ),
)


def adopted() -> Workshop:
    """The sample on day 0, with the two fortnightly check-ins and the monthly one in which nothing happened."""
    workshop = sample(DAY_0, adopted=True)
    while (coming := due.next_one(workshop)) and coming.on < DAY_49:
        workshop = uneventful(workshop, coming.occasion, coming.on)
    return workshop


def uneventful(workshop: Workshop, occasion: Occasion, on: date) -> Workshop:
    """A check-in that finds every action done and changes nothing."""
    workshop = checking_in.begin(workshop, occasion, on)
    id = begun(workshop)
    for action in open_actions(workshop):
        workshop = checking_in.follow_up(workshop, id, action.id, Answer.DONE)
    return checking_in.close(workshop, id)


def begun(workshop: Workshop) -> str:
    """The check-in that is under way."""
    (row,) = (row for row in due.open_ones(workshop) if row.held_on)
    return row.id


def held(*, close: bool = True) -> Workshop:
    """The sample after its first eventful check-in, on day 49."""
    workshop = checking_in.begin(adopted(), Occasion.REVIEW, DAY_49)
    id = begun(workshop)
    names = (
        *("Executive Director", "Operations Manager", "Supply and Logistics Lead", "Client Services Lead"),
        *("Community Partnerships Lead", "Development Manager", "Board Chair"),
    )
    workshop = checking_in.attend(workshop, id, names)
    workshop = checking_in.win(
        workshop,
        id,
        "Booking by text works",
        who="Client Services Lead",
        mark="Cake for the front desk",
        milestone_id="M9",
    )
    standings = {said: each for each in Standing for said in [each.value.replace("_", " ")]}
    for item, status, confidence, happened, following in RESULTS:
        sure = int(confidence.rpartition(" ")[2]) if confidence != "-" else None
        said = {"standing": standings[status], "confidence": sure, "happened": happened, "following": following}
        done = {"on": date(2026, 11, 19)} if status == "done" else {}
        workshop = checking_in.report(workshop, id, item, **said, **done)
    workshop = changing.move_date(
        workshop,
        "M1",
        date(2027, 1, 15),
        Why(DAY_49, CHANGES[0][6], Cause.DEPENDENCY, "Executive Director", id, knock_on=CHANGES[0][8], at=AT),
    )
    workshop = workshop.change(Milestone, "M2", confidence=6)
    workshop = changing.add_milestone(
        workshop,
        "P3",
        "Four points have each run eight weekly drops",
        date(2027, 5, 28),
        "Eight weekly drops logged at each of four points",
        Why(DAY_49, CHANGES[1][6], Cause.COARSE, check_in_id=id, knock_on="none", at=AT),
    )
    why = Why(DAY_49, CHANGES[2][6], Cause.LEARNED, "Volunteer Coordinator", id, alone=True, knock_on="none", at=AT)
    workshop = changing.update_assumption(workshop, "C2", why, confidence=4)
    workshop = checking_in.agree(workshop, id, "Operations Manager", "Tell the insurer the date", date(2026, 12, 9))
    workshop = checking_in.tell_others(workshop, id, "Booking by text works; Dunholt opens in January.")
    return checking_in.close(workshop, id) if close else workshop
