"""The arithmetic of an agenda: when each step is planned, where the room stands against it, and what could give way.

Time already used comes in as seconds by step, added time as minutes by step; what comes out is a timedelta or an
instant of the same kind (aware or not) as the one that came in. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.wording import Agenda, Cut, Item

_NOTHING: Mapping[str, int] = MappingProxyType({})


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


def left(agenda: Agenda, step: str, spent: Mapping[str, float], extra: Mapping[str, int] = _NOTHING) -> timedelta:
    """Return what is left of a step's time; negative once it is over."""
    return timedelta(minutes=agenda.minutes(step) + extra.get(step, 0), seconds=-spent.get(step, 0))


def remaining(agenda: Agenda, step: str, spent: Mapping[str, float], extra: Mapping[str, int] = _NOTHING) -> timedelta:
    """Return the time from now to the end, when `step` is the current one.

    That is what is left of it (none, once it is over), and every step and pause after it; a step that was begun
    before its turn needs only the rest of its time. Raises KeyError for a step the agenda does not know.
    """
    at = _place(agenda, step)
    return sum(
        (
            max(left(agenda, item.step, spent, extra), timedelta()) if item.step else timedelta(minutes=item.minutes)
            for item in agenda.items[at:]
        ),
        timedelta(),
    )


def projected_end(
    agenda: Agenda, step: str, spent: Mapping[str, float], now: datetime, extra: Mapping[str, int] = _NOTHING
) -> datetime:
    """Return when the day ends if every step and pause from now on takes its planned time."""
    return now + remaining(agenda, step, spent, extra)


def behind(agenda: Agenda, step: str, spent: Mapping[str, float], extra: Mapping[str, int] = _NOTHING) -> timedelta:
    """Return how far the room is behind its agenda, negative when ahead.

    Steps before `step` count with what they took, `step` itself and those after it with what they will take at
    least; a pause is taken as planned. Raises KeyError for a step the agenda does not know.
    """
    at = _place(agenda, step)
    drift = timedelta()
    for place, item in enumerate(agenda.items):
        if item.step is None:
            continue
        took = timedelta(seconds=spent.get(item.step, 0))
        if place >= at:
            took += max(left(agenda, item.step, spent, extra), timedelta())
        drift += took - timedelta(minutes=item.minutes)
    return drift


def suggested_cuts(agenda: Agenda, short_by: timedelta, step: str | None = None) -> tuple[Saving, ...]:
    """Return the cuts to propose when the time is `short_by` too short, in the agenda's order, no more than are needed.

    Only steps still to begin can be cut: those from `step` on (default: all). Together the cuts may still save too
    little. Raises KeyError for a step the agenda does not know.
    """
    to_come = {item.step for item in agenda.items[_place(agenda, step) if step else 0 :]}
    savings: list[Saving] = []
    for cut in agenda.cuts:
        if timedelta(minutes=sum(saving.minutes for saving in savings)) >= short_by:
            break
        if cut.step in to_come:
            savings.append(Saving(cut, agenda.minutes(cut.step) - cut.minutes))
    return tuple(savings)


def _place(agenda: Agenda, step: str) -> int:
    for place, item in enumerate(agenda.items):
        if item.step == step:
            return place
    raise KeyError(step)
