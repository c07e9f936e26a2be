"""The clock of a check-in: the room's clock, with the parts of the check-in as its steps.

`Room.held` keeps it: `id` of the check-in, `step` the part it has come to, `spent` seconds and `extra` minutes by part,
`running_since` and `stood_since` in ISO 8601. It never stops anybody: it counts, and that is all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from data.nouns.check_in import Occasion, Sitting
from data.nouns.room import Room
from workshop.check_ins.guided import Guided, guided
from workshop.room import clock
from workshop.room.clock import Reading
from workshop.wording import Agenda, Item

if TYPE_CHECKING:
    from collections.abc import Mapping


def agenda_of(occasion: Occasion) -> Agenda:
    """Return the agenda of a kind of check-in: its parts by their keys, those on one page as one."""
    return _agenda(guided(occasion))


@cache
def _agenda(how: Guided) -> Agenda:
    items = tuple(
        Item.model_construct(step=parts[0].part, pause=None, minutes=sum(part.minutes for part in parts))
        for parts in how.pages
    )
    return Agenda.model_construct(key=how.occasion, name=how.occasion, total=how.minutes, items=items, cuts=())


def part_name(occasion: Occasion, part: str) -> str:
    """Return what a part of a kind of check-in is called on the wall; its key where it has none."""
    return next((each.name for each in guided(occasion).parts if each.part == part), part)


def clock_of(room: Room, sitting: Sitting) -> Room:
    """Return the clock of a check-in as `workshop.room.clock` knows one; one that stands at the beginning at first."""
    first, *others = (str(item.step) for item in agenda_of(sitting.kind).items)
    mine = room.held.get("id") == sitting.id and room.held.get("step") in (first, *others)
    kept: Mapping[str, Any] = room.held if mine else {}
    return Room(
        id=room.id,
        step=kept.get("step", first),
        spent=kept.get("spent", {}),
        extra=kept.get("extra", {}),
        running_since=_instant(kept.get("running_since")),
        stood_since=_instant(kept.get("stood_since")),
    )


def turned(room: Room, sitting: Sitting, action: Callable[[Room], Room]) -> Room:
    """Return the room after something was done with the clock of a check-in."""
    after = action(clock_of(room, sitting))
    since = {name: _text(getattr(after, name)) for name in ("running_since", "stood_since")}
    told = {"id": sitting.id, "step": after.step, "spent": dict(after.spent), "extra": dict(after.extra)}
    return room.replace(held=told | since)


def reach(held: Room, occasion: Occasion, part: str, now: datetime) -> Room:
    """Come to a part: the clock counts for it from now on if it runs. Looking back at a part changes nothing."""
    order: list[str | None] = [item.step for item in agenda_of(occasion).items]
    if part not in order or order.index(part) <= order.index(held.step):
        return held
    return clock.go_on(held, part, now) if held.running_since is not None else held.replace(step=part)


def read(room: Room, sitting: Sitting, now: datetime) -> Reading | None:
    """Read the clock of a check-in; None until it was first started."""
    return clock.read(clock_of(room, sitting), agenda_of(sitting.kind), now)


def used(room: Room, sitting: Sitting, now: datetime) -> timedelta:
    """Return how long a check-in has taken so far, by its clock."""
    return timedelta(seconds=sum(clock.spent(clock_of(room, sitting), now).values()))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
