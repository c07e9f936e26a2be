"""The room's clock, as pure functions on what the room is doing.

Wall time is used throughout: a monotonic clock stands still while a laptop sleeps, and the group's day does not. What
runs is a stretch of the agenda: the current step, or the pause that is being taken.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workshop.room import agenda as arithmetic
from workshop.room.agenda import Course

if TYPE_CHECKING:
    from data.nouns.room import Room
    from workshop.wording import Agenda

#: A break that no agenda plans, and its minutes.
BREAK, BREAK_MINUTES = "break", 10

#: From so many minutes on, a clock that stood may have been forgotten; for as long it is asked whether it was.
FORGOTTEN = timedelta(minutes=10)


@dataclass(frozen=True)
class Reading:
    """What the clock shows: seconds `left` of the stretch `key` (negative when over), minutes `behind` the agenda.

    `pause` is what the pause is called that is being taken, "" in a step.
    """

    key: str
    pause: str
    left: int
    behind: int
    running: bool

    @property
    def text(self) -> str:
        """`18:42`: what is left, or how much it is over."""
        seconds = abs(self.left)
        return f"{seconds // 60}:{seconds % 60:02d}"


def stretch(room: Room) -> str:
    """The key of the stretch that the clock counts for."""
    return room.pausing or room.step


def pause_name(agenda: Agenda, key: str) -> str:
    """What a pause is called; "" for a step."""
    if key == BREAK:
        return "Break"
    return next((item.pause or "" for each, item in agenda.keyed if each == key), "")


def spent(room: Room, now: datetime) -> Mapping[str, float]:
    """Seconds used by stretch, what the running one has used until now included."""
    if room.running_since is None:
        return room.spent
    running = max(0.0, (now - room.running_since).total_seconds())
    return {**room.spent, stretch(room): room.spent.get(stretch(room), 0.0) + running}


def read(room: Room, agenda: Agenda, now: datetime) -> Reading | None:
    """Read the clock; None until it was first started, and where the current step has no time at all."""
    used, key = spent(room, now), stretch(room)
    if not used or not agenda.minutes(key) + room.extra.get(key, 0):
        return None
    course = Course(agenda, room.step, used, room.extra, room.pausing)
    left, behind = round(course.left(key).total_seconds()), round(course.behind.total_seconds() / 60)
    return Reading(key, pause_name(agenda, key), left, behind, running=room.running_since is not None)


def start(room: Room, now: datetime) -> Room:
    """The clock runs from now on."""
    return room if room.running_since is not None else room.replace(running_since=now)


def pause(room: Room, now: datetime) -> Room:
    """The clock stands; what was used so far is kept, and since when it stands."""
    if room.running_since is None:
        return room
    return room.replace(spent=dict(spent(room, now)), running_since=None, stood_since=now)


def press(room: Room, now: datetime) -> Room:
    """Start the clock or let it stand; a break is ended by it."""
    if room.pausing:
        return end_break(room, now)
    return start(room, now) if room.running_since is None else pause(room, now)


def stood(room: Room, now: datetime) -> timedelta:
    """For how long the clock stood before it was started, if that may have been an oversight: zero, or 10 minutes on.

    Ten minutes after the start it is not asked any more.
    """
    if room.running_since is None or room.stood_since is None or now - room.running_since >= FORGOTTEN:
        return timedelta()
    stood = room.running_since - room.stood_since
    return stood if stood >= FORGOTTEN else timedelta()


def count_in(room: Room) -> Room:
    """Count the time that the clock stood for the stretch it runs for now."""
    if room.running_since is None or room.stood_since is None:
        return room
    return room.replace(running_since=room.stood_since, stood_since=None)


def more(room: Room, agenda: Agenda, minutes: int, key: str) -> Room:
    """Give a stretch more minutes, or with a number below zero fewer: none is left with less than no time."""
    given = max(room.extra.get(key, 0) + minutes, -agenda.minutes(key))
    return room.replace(extra={**room.extra, key: given})


def cut(room: Room, agenda: Agenda, step: str, minutes: int) -> Room:
    """Let a step take that many minutes; what takes no more than that already gets its planned time back."""
    extra = room.extra.get(step, 0)
    cut = minutes - agenda.minutes(step)
    return room.replace(extra={**room.extra, step: cut if extra > cut else 0})


def go_on(room: Room, step: str, now: datetime) -> Room:
    """Make `step` the current one and start its clock; a break is over by then."""
    return _stopped(room, now).replace(step=step, looking=step, running_since=now)


def finish(room: Room, agenda: Agenda, step: str, following: str, now: datetime) -> Room:
    """Go on from a step to the one that follows; the pause between them, if it is still due, begins."""
    pause = "" if room.pausing else arithmetic.pause_due(agenda, step, room.spent)
    after = go_on(room, following, now)
    return take_break(after, pause, now) if pause else after


def back_to(room: Room, step: str, now: datetime) -> Room:
    """Make a step the current one again that was finished too early; if a clock runs, or a break's, it runs for it."""
    if room.running_since is None:
        return room.replace(step=step, looking=step)
    return go_on(room, step, now)


def take_break(room: Room, key: str, now: datetime) -> Room:
    """Begin a pause of the agenda, or one that is not in it; until it is ended the current step's time stands."""
    room = _stopped(room, now)
    if key == BREAK:
        until = math.ceil(room.spent.get(BREAK, 0) / 60) + BREAK_MINUTES
        room = room.replace(extra={**room.extra, BREAK: until})
    return room.replace(pausing=key, running_since=now)


def end_break(room: Room, now: datetime) -> Room:
    """End the break and go on with the current step; a pause of the agenda ended within a minute was put off."""
    return _stopped(room, now).replace(running_since=now)


def next_break(room: Room, agenda: Agenda, now: datetime) -> str:
    """The break to take when one is wanted: the one put off, else the next of the agenda, else one of no agenda."""
    course = Course(agenda, room.step, spent(room, now), room.extra)
    return next((key for key, rest in course.to_come if rest and pause_name(agenda, key)), BREAK)


def _stopped(room: Room, now: datetime) -> Room:
    """The clock stands and nobody has forgotten it; no break is being taken."""
    used = dict(spent(room, now))
    if room.pausing and used.get(room.pausing, 0) < arithmetic.TAKEN:
        used[room.pausing] = 0.0
    return room.replace(spent=used, running_since=None, stood_since=None, pausing="")
