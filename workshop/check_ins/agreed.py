"""What was agreed and is still open: actions and what became of them, check-in by check-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.nouns.check_in import Agreed, FollowUp, Sitting
from data.nouns.room import Action, Answer
from data.value import Workshop

#: How often an action may be late before it has to be changed or dropped.
LATE_ENOUGH = 2

_SETTLED = (Answer.DONE, Answer.DROPPED)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An action as a check-in opens on it. `late` says how often it was late, this time included, since it was last
    changed; `answer` is what this check-in says of it, OPEN until it does."""

    action: Action
    who: str
    since: date | None
    late: int
    answer: Answer

    @property
    def must_change(self) -> bool:
        """Whether "still needed" is no answer any more."""
        return self.late >= LATE_ENOUGH


def in_order(workshop: Workshop) -> tuple[Sitting, ...]:
    """The check-ins in the order they were held, those that were not yet last."""
    return tuple(sorted(workshop.check_ins, key=lambda row: (row.held_on or date.max, row.number)))


def open_actions(workshop: Workshop) -> tuple[Action, ...]:
    """The actions that are neither done nor dropped, the one due first in front."""
    settled = {row.action_id for row in workshop.of(FollowUp) if row.answer in _SETTLED}
    rows = (row for row in workshop.actions if row.id not in settled)
    return tuple(sorted(rows, key=lambda row: (row.by or date.max, row.number)))


def to_answer(workshop: Workshop, sitting: Sitting) -> tuple[Agreement, ...]:
    """Return what a check-in opens on: all that was agreed before it and was open then, with its answers."""
    order = [row.id for row in in_order(workshop)]
    before = set(order[: order.index(sitting.id)])
    agreed_at = {row.action_id: row.check_in_id for row in workshop.of(Agreed)}
    told = {(row.check_in_id, row.action_id): row for row in workshop.of(FollowUp)}
    settled = {row.action_id for row in told.values() if row.check_in_id in before and row.answer in _SETTLED}
    found = []
    for action in workshop.actions:
        made_at = agreed_at.get(action.id)
        if action.id in settled or (made_at is not None and made_at not in before):
            continue
        mine = told.get((sitting.id, action.id))
        by = mine.by if mine else action.by
        earlier = [told[id, action.id] for id in order if id in before and (id, action.id) in told]
        late = _times_late(workshop, earlier) + _is_late(by, sitting.held_on or sitting.planned_on)
        who = workshop.party(action.who_id)
        made = workshop.get(Sitting, made_at)
        since = made.held_on if made else workshop.brief.held_on
        answer = mine.answer if mine else Answer.OPEN
        found.append((by or date.max, action.number, Agreement(action, who.name if who else "", since, late, answer)))
    return tuple(each for _, _, each in sorted(found, key=lambda each: each[:2]))


def _times_late(workshop: Workshop, earlier: list[FollowUp]) -> int:
    """How often an action was found late and still needed, since it was last changed."""
    late = 0
    for row in earlier:
        held_on = workshop.row(Sitting, row.check_in_id).held_on
        late = 0 if row.changed else late + _is_late(row.by, held_on)
    return late


def _is_late(by: date | None, on: date | None) -> int:
    return int(by is not None and on is not None and by < on)
