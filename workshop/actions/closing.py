"""Close: how sure the room is, what becomes of parked thoughts, what each does next, and the plan is adopted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Status
from data.nouns.room import Action, Brief, Disposition, Parked, Reservation
from data.value import Key, Workshop
from workshop.actions import parties
from workshop.actions.lines import kept
from workshop.room.ballots import BallotBox

#: How many fingers a fist of five can show.
FINGERS = 6


def show_fingers(workshop: Workshop, counts: Sequence[int]) -> Workshop:
    """Write down how many hands showed five, four, three, two, one and none; no counts: not asked (any more).

    Raises ValueError for any other number of counts, or one below 0.
    """
    if len(counts) not in (0, FINGERS) or any(count < 0 for count in counts):
        raise ValueError("A fist of five has six counts, for 5, 4, 3, 2, 1 and 0 fingers.")
    return workshop.change(Brief, "W", fist=tuple(counts))


def box(voters: int) -> BallotBox:
    """Return an empty box for a fist of five of so many voters: each shows one number of fingers, from five to none."""
    return BallotBox(tuple(f"{fingers}" for fingers in range(FINGERS - 1, -1, -1)), voters, each=1)


def count_hands(workshop: Workshop, box: BallotBox) -> Workshop:
    """Write down what the hands in a box sum up to, and of how many voters. Nothing else of them is kept."""
    counted = box.closed()
    workshop = workshop.change(Brief, "W", voters=counted.voters)
    return show_fingers(workshop, [counted.totals[fingers] for fingers in counted.items])


def add_reservation(workshop: Workshop, text: str, score: int | None = None, name: str | None = None) -> Workshop:
    """Write down a reservation and how many fingers stand behind it (0 to 5).

    The `name` is kept only where the room wants names. Nothing is added without a text.
    """
    text = kept(text)
    if not text:
        return workshop
    workshop, party_id = parties.named(workshop, name if workshop.brief.attributed else None)
    return workshop.add(Reservation, text=text, score=score, party_id=party_id)[0]


def attribute(workshop: Workshop, attributed: bool) -> Workshop:
    """Say whether reservations bear names; when they don't, names given before are taken off."""
    workshop = workshop.change(Brief, "W", attributed=attributed)
    if not attributed:
        workshop = workshop.put(*(row.replace(party_id=None) for row in workshop.reservations))
    return workshop


def belongs_to(workshop: Workshop, id: str, name: str | None) -> Workshop:
    """Say whose reservation it is, known or new, or with None nobody's, where the room wants names."""
    if not workshop.brief.attributed:
        return workshop
    workshop, party_id = parties.named(workshop, name)
    return workshop.change(Reservation, id, party_id=party_id)


def park(workshop: Workshop, text: str) -> Workshop:
    """Set a thought aside. Nothing is added without a text."""
    text = kept(text)
    return workshop.add(Parked, text=text)[0] if text else workshop


def dispose(
    workshop: Workshop,
    id: str,
    disposition: Disposition,
    *,
    who: str | None = None,
    by: date | None = None,
    later: str | None = None,
) -> Workshop:
    """Say what becomes of a parked thought, who takes it by when, and at which check-in; None stays as it is.

    "Do" makes an action of it, which goes again when the room changes its mind.
    """
    fields: dict[str, Any] = {"disposition": disposition}
    if who is not None:
        workshop, fields["who_id"] = parties.named(workshop, who)
    if by is not None:
        fields["by"] = by
    if later is not None:
        fields["later"] = kept(later)
    return _change_parked(workshop, id, **fields)


def give(workshop: Workshop, id: str, who: str | None) -> Workshop:
    """Name who takes a parked thought, known or new, or with None nobody."""
    workshop, who_id = parties.named(workshop, who)
    return _change_parked(workshop, id, who_id=who_id)


def due(workshop: Workshop, id: str, by: date | None) -> Workshop:
    """Say by when somebody takes a parked thought."""
    return _change_parked(workshop, id, by=by)


def action_of(workshop: Workshop, parked_id: str) -> Action | None:
    """The action made of a parked thought."""
    return next((action for action in workshop.actions if action.parked_id == parked_id), None)


def add_action(workshop: Workshop, who: str | None, text: str, by: date | None = None) -> Workshop:
    """Write down what somebody, known or new, does next. Nothing is added without a text."""
    text = kept(text)
    if not text:
        return workshop
    workshop, who_id = parties.named(workshop, who)
    return workshop.add(Action, who_id=who_id, text=text, by=by)[0]


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a reservation, a parked thought or an action away.

    A thought whose action goes is open again; an action outlives the thought it was made of.
    """
    nouns: dict[str, type[Noun]] = {noun.letter: noun for noun in (Reservation, Parked, Action)}
    row = workshop.row(nouns[id[:1]], id)
    workshop = workshop.remove(Key(row.table, id))
    if isinstance(row, Action) and (parked := workshop.get(Parked, row.parked_id)):
        workshop = workshop.change(Parked, parked.id, disposition=Disposition.OPEN)
    return workshop


def adopt(workshop: Workshop, today: date, at: datetime | None = None) -> Workshop:
    """Make this the plan: its version goes up by one. `at` is the instant (aware), where it is known.

    A selected priority's milestones that had no first date yet get the one they have now, never to be changed.
    """
    dated = to_freeze(workshop)
    workshop = workshop.change(Brief, "W", version=workshop.brief.version + 1, adopted_on=today, adopted_at=at)
    for row in dated:
        workshop = workshop.change(Milestone, row.id, first_due=row.due)
    return workshop


def to_freeze(workshop: Workshop) -> tuple[Milestone, ...]:
    """The milestones to whose dates adopting would hold the plan from then on."""
    selected = {row.id for row in workshop.priorities if row.status == Status.SELECTED}
    return tuple(row for row in workshop.milestones if row.priority_id in selected and row.due and not row.first_due)


def _change_parked(workshop: Workshop, id: str, **fields: Any) -> Workshop:
    """Change a parked thought, and with it the action that was, or now is, made of it."""
    workshop = workshop.change(Parked, id, **fields)
    parked, action = workshop.row(Parked, id), action_of(workshop, id)
    if parked.disposition == Disposition.DO:
        if action is None:
            return workshop.add(Action, text=parked.text, who_id=parked.who_id, by=parked.by, parked_id=id)[0]
        same = {name: fields[name] for name in ("who_id", "by") if name in fields}
        return workshop.change(Action, action.id, **same)
    return workshop.remove(Key("action", action.id)) if action else workshop
