"""The day as it goes: every stretch with its planned time, what it took or will take, the end, and what would help."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workshop.room import agenda as arithmetic
from workshop.room import clock, timing
from workshop.room.agenda import Course
from workshop.steps import load

if TYPE_CHECKING:
    from data.nouns.room import Room
    from data.value import Workshop
    from workshop.room.agenda import Saving
    from workshop.wording import Agenda

#: From so many minutes on, hours are said too.
_LONG = 90

#: A difference of fewer minutes from the end that was agreed on is not worth a word.
_NEAR = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Stage:
    """A step or a pause in the day.

    `minutes` are those planned, `extra` those added to them; `taken` are minutes so far. `from_` and `to` are when it
    will be held, as far as that is still to come; `now` says that it is being held.
    """

    key: str
    name: str
    pause: bool
    planned_from: datetime
    planned_to: datetime
    minutes: int
    extra: int
    taken: int | None
    now: bool
    from_: datetime | None
    to: datetime | None

    @property
    def left_out(self) -> bool:
        """Whether it was given no time at all."""
        return not self.minutes + self.extra


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its stages in order. `ends` is when it will be over as things stand, `until` when it should be.

    `cuts` are what could give way, with the minutes that each still saves.
    """

    stages: tuple[Stage, ...]
    now: datetime
    ends: datetime
    until: datetime | None
    behind: int
    cuts: tuple[Saving, ...]

    @property
    def told(self) -> str:
        """How it goes, in words: "Ends about 12:48, 18 minutes after 12:30."."""
        ends = f"Ends about {self.ends:%H:%M}"
        if self.until is None:
            return f"{ends}, {_drift(self.behind)}."
        late = self.ends - self.until
        if abs(late) < _NEAR:
            return f"{ends}, as agreed."
        return f"{ends}, {_span(abs(late))} {'after' if late > timedelta() else 'before'} {self.until:%H:%M}."


def day_of(workshop: Workshop, room: Room, now: datetime) -> Day:
    """Return the day of a workshop as the room has it; `now` is aware, and the times are those of its zone."""
    agenda, content = timing.agenda_of(workshop), load()
    used, step = clock.spent(room, now), _current(agenda, room)
    running = clock.stretch(room)
    course = Course(agenda, step, used, room.extra, room.pausing)
    coming, at = {}, now
    for key, rest in course.to_come:
        coming[key] = at, at + rest
        at += rest
    behind = course.behind
    until = _until(workshop, now)
    # A day of which nobody has said when it ends ends as late as it is behind.
    slots = _planned(agenda, (until or at - behind) - timedelta(minutes=agenda.total))
    stages = []
    for key, (minutes, planned_from, planned_to) in {**slots, **_unplanned(slots, room, now)}.items():
        taken = used.get(key)
        from_, to = coming.get(key, (None, None))
        stages.append(
            Stage(
                key,
                timing.name_of(key, agenda.key, content),
                pause=bool(clock.pause_name(agenda, key)),
                planned_from=planned_from,
                planned_to=planned_to,
                minutes=minutes,
                extra=room.extra.get(key, 0),
                taken=round(taken / 60) if taken else None,
                now=key == running,
                from_=from_,
                to=to,
            )
        )
    return Day(
        stages=tuple(stages),
        now=now,
        ends=at,
        until=until,
        behind=round(behind.total_seconds() / 60),
        cuts=arithmetic.cuts(agenda, step, room.extra),
    )


def _current(agenda: Agenda, room: Room) -> str:
    known = [item.step for item in agenda.items if item.step]
    return room.step if room.step in known else known[0]


def _until(workshop: Workshop, now: datetime) -> datetime | None:
    """When the day should end, if it is the day."""
    brief = workshop.brief
    if brief.ends_at is None or brief.held_on not in (None, now.date()):
        return None
    return datetime.combine(now.date(), brief.ends_at, now.tzinfo)


def _planned(agenda: Agenda, begins: datetime) -> dict[str, tuple[int, datetime, datetime]]:
    keys = (key for key, item in agenda.keyed if item.minutes)
    slots = arithmetic.planned(agenda, begins)
    return {key: (slot.item.minutes, slot.starts_at, slot.ends_at) for key, slot in zip(keys, slots, strict=True)}


def _unplanned(planned: Collection[str], room: Room, now: datetime) -> dict[str, tuple[int, datetime, datetime]]:
    """What takes time and stands in no plan: a break, or a step that the agenda leaves out."""
    keys = {*room.spent, clock.stretch(room)} if room.spent or room.running_since else set()
    return dict.fromkeys(sorted(keys - set(planned)), (0, now, now))


def _drift(behind: int) -> str:
    if not behind:
        return "as planned"
    return f"{_span(timedelta(minutes=abs(behind)))} {'later' if behind > 0 else 'earlier'} than planned"


def _span(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    if minutes > _LONG:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
