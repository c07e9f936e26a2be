"""The room's clock, as pure functions on what the room is doing.

Wall time is used throughout: a monotonic clock stands still while a laptop sleeps, and the group's day does not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workshop import agenda as arithmetic

if TYPE_CHECKING:
    from data.nouns.room import Room
    from workshop.wording import Agenda


@dataclass(frozen=True)
class Reading:
    """What the clock shows: seconds `left` of this step (negative when over), minutes `behind` the whole agenda."""

    left: int
    behind: int
    running: bool

    @property
    def text(self) -> str:
        """`18:42`: what is left, or how much it is over."""
        seconds = abs(self.left)
        return f"{seconds // 60}:{seconds % 60:02d}"


def spent(room: Room, now: datetime) -> Mapping[str, float]:
    """Seconds used by step, the running stretch of the current one included."""
    if room.running_since is None:
        return room.spent
    stretch = max(0.0, (now - room.running_since).total_seconds())
    return {**room.spent, room.step: room.spent.get(room.step, 0.0) + stretch}


def read(room: Room, agenda: Agenda, now: datetime, walked: Collection[str]) -> Reading | None:
    """Read the clock for the current step; None until it was first started, and where the step has no time at all.

    Steps that are not `walked` count as taken in their planned time, so that they put nobody ahead.
    """
    used = spent(room, now)
    if not used or not agenda.minutes(room.step) + room.extra.get(room.step, 0):
        return None
    used = {**used, **{step: 60.0 * agenda.minutes(step) for step in agenda.steps if step not in walked}}
    left = arithmetic.left(agenda, room.step, used, room.extra)
    behind = arithmetic.behind(agenda, room.step, used, room.extra)
    return Reading(round(left.total_seconds()), round(behind.total_seconds() / 60), room.running_since is not None)


def start(room: Room, now: datetime) -> Room:
    """The clock runs from now on."""
    return room if room.running_since is not None else room.replace(running_since=now)


def pause(room: Room, now: datetime) -> Room:
    """The clock stands; what was used so far is kept."""
    if room.running_since is None:
        return room
    return room.replace(spent=dict(spent(room, now)), running_since=None)


def more(room: Room, minutes: int) -> Room:
    """Give the current step more minutes."""
    return room.replace(extra={**room.extra, room.step: room.extra.get(room.step, 0) + minutes})


def go_on(room: Room, step: str, now: datetime) -> Room:
    """Make `step` the current one and start its clock."""
    return pause(room, now).replace(step=step, looking=step, running_since=now)
