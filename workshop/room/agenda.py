"""The arithmetic of an agenda: when each step is planned, where the room stands against it, and what could give way.

A stretch of the day is a step or a pause, and goes by the key that `Agenda.keyed` gives it. Time already used comes in
as seconds by stretch, added time as minutes by stretch, and `pausing` is the pause that is being taken; what comes out
is a timedelta or an instant of the same kind (aware or not) as the one that came in. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.wording import Agenda, Cut, Item

#: A pause that was ended within so many seconds was put off, not taken.
TAKEN = 60

_NOTHING: Mapping[str, int] = MappingProxyType({})
_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class Slot:
    """A step or a pause in its place in the day."""

    item: Item
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Saving:
    """A cut that is proposed, and the minutes it saves."""

    cut: Cut
    minutes: int


def planned(agenda: Agenda, starts_at: datetime) -> tuple[Slot, ...]:
    """Return the steps and pauses of a day that begins at `starts_at`; steps the agenda leaves out have no slot."""
    slots = []
    for item in agenda.items:
        if item.minutes:
            ends_at = starts_at + timedelta(minutes=item.minutes)
            slots.append(Slot(item, starts_at, ends_at))
            starts_at = ends_at
    return tuple(slots)


def pause_due(agenda: Agenda, step: str, spent: Mapping[str, float]) -> str:
    """Return the pause that follows on a step and was not taken yet, "" where there is none."""
    following = False
    for key, item in agenda.keyed:
        if following and item.step is None and not _taken(key, spent):
            return key if item.minutes else ""
        if following and item.minutes:
            return ""
        following = following or item.step == step
    return ""


@dataclass(frozen=True, slots=True)
class Course:
    """How far a day has come: the current step, what each stretch used and was given, and the pause that is taken.

    What asks for the order of the day raises KeyError where the agenda does not know the step.
    """

    agenda: Agenda
    step: str
    spent: Mapping[str, float]
    extra: Mapping[str, int] = field(default_factory=dict)
    pausing: str = ""

    def left(self, key: str) -> timedelta:
        """Return what is left of a stretch's time; negative once it is over."""
        return timedelta(minutes=self.agenda.minutes(key) + self.extra.get(key, 0), seconds=-self.spent.get(key, 0))

    @property
    def to_come(self) -> tuple[tuple[str, timedelta], ...]:
        """The stretches from now on with the time each still needs, in the order they will be held.

        That is first the one that runs: the pause that is being taken, else the step. A step that was begun before its
        turn needs only the rest of its time; a pause that was put off comes next, one that was taken not again.
        """
        at = _place(self.agenda, self.step)
        first, off, later = [], [], []
        if self.pausing:
            first.append(self.pausing)
        for place, (key, item) in enumerate(self.agenda.keyed):
            if item.step is None and (key == self.pausing or _taken(key, self.spent)):
                continue
            if place == at:
                first.append(key)
            elif place > at:
                later.append(key)
            elif item.step is None and key in self.spent:
                off.append(key)
        rests = ((key, max(self.left(key), _NO_TIME)) for key in (*first, *off, *later))
        return tuple((key, rest) for key, rest in rests if rest or key in first)

    @property
    def remaining(self) -> timedelta:
        """The time from now to the end of the day, if all that is to come takes what it is given."""
        return sum((rest for _, rest in self.to_come), _NO_TIME)

    @property
    def behind(self) -> timedelta:
        """How far the room is behind its agenda, negative when ahead.

        What is over counts with what it took, as planned where no time was taken; what is to come, and what runs, with
        what it will take at least.
        """
        rests = dict(self.to_come)
        drift = _NO_TIME
        for place, (key, item) in enumerate(self.agenda.keyed):
            over = place < _place(self.agenda, self.step) and key not in rests
            if over and not self.spent.get(key):
                drift += timedelta(minutes=self.extra.get(key, 0))
            else:
                used = timedelta(seconds=self.spent.get(key, 0))
                drift += used + rests.get(key, _NO_TIME) - timedelta(minutes=item.minutes)
        return drift + self._unplanned(rests)

    def _unplanned(self, rests: Mapping[str, timedelta]) -> timedelta:
        """What was used, and will be, for a pause that is in no agenda."""
        known = {key for key, _ in self.agenda.keyed}
        used = sum(seconds for key, seconds in self.spent.items() if key not in known)
        return timedelta(seconds=used) + sum((rest for key, rest in rests.items() if key not in known), _NO_TIME)


def suggested_cuts(
    agenda: Agenda, short_by: timedelta, step: str | None = None, extra: Mapping[str, int] = _NOTHING
) -> tuple[Saving, ...]:
    """Return the cuts to propose when the time is `short_by` too short, in the agenda's order, no more than are needed.

    Only steps still to begin can be cut: those from `step` on (default: all). Together the cuts may still save too
    little. Raises KeyError for a step the agenda does not know.
    """
    savings: list[Saving] = []
    for saving in cuts(agenda, step, extra):
        if timedelta(minutes=sum(each.minutes for each in savings)) >= short_by:
            break
        if saving.minutes > 0:
            savings.append(saving)
    return tuple(savings)


def cuts(agenda: Agenda, step: str | None = None, extra: Mapping[str, int] = _NOTHING) -> tuple[Saving, ...]:
    """Return what could give way from `step` on, with what each would still save: 0 or less where it was cut so far."""
    ahead = {item.step for item in agenda.items[_place(agenda, step) if step else 0 :]}
    return tuple(
        Saving(cut, agenda.minutes(cut.step) + extra.get(cut.step, 0) - cut.minutes)
        for cut in agenda.cuts
        if cut.step in ahead
    )


def _taken(pause: str, spent: Mapping[str, float]) -> bool:
    return spent.get(pause, 0) >= TAKEN


def _place(agenda: Agenda, step: str) -> int:
    for place, item in enumerate(agenda.items):
        if item.step == step:
            return place
    raise KeyError(step)
