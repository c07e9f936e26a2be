"""What keys do to the room's clock: starting it, breaks, finishing a step; what each stretch took is written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from workshop.actions import timing as taking
from workshop.room import clock, timing
from workshop.room.walk import every_step, neighbor

if TYPE_CHECKING:
    from data.value import Workshop
    from screens.grounded import Grounded
    from screens.host import Host


def press(screen: Grounded) -> None:
    """Start the clock, let it stand, or end the break; say so if it stood for long, in case nobody meant it to."""
    now, pause = screen.host.now(), screen.desk.room.pausing
    if pause:
        end_break(screen)
        return
    screen.desk.note(lambda room: clock.press(room, now))
    stood = round(clock.stood(screen.desk.room, now).total_seconds() / 60)
    if stood:
        screen.host.tell(f"The clock stood still for {stood} minutes. y counts them for this step.")
        screen.repaint()


def finish(screen: Grounded, step: str, following: str | None) -> None:
    """Finish a step: its time is written down, and that of the next begins, or of the break that is due before it."""
    now, agenda = screen.host.now(), timing.agenda_of(screen.workshop)
    desk = screen.desk
    _write_down(screen, desk.room.pausing, now)
    if desk.room.step == step:
        _write_down(screen, step, now)
    if following is None:
        desk.note(lambda room: clock.pause(room, now))
    else:
        desk.note(lambda room: clock.finish(room, agenda, step, following, now))


def undo(screen: Grounded) -> None:
    """Take the last change back; where that is the end of a step, the room is in it again, with its clock."""
    taken = _taken(screen.workshop)
    screen.desk.undo(partial(_walk, screen.host, taken, back=True))


def redo(screen: Grounded) -> None:
    """Do again what was last taken back; where that is the end of a step, the room goes on from it once more."""
    taken = _taken(screen.workshop)
    screen.desk.redo(partial(_walk, screen.host, taken, back=False))


def _taken(workshop: Workshop) -> Mapping[str, int | None]:
    """How long each stretch took that is over."""
    return {row.id: row.taken for row in workshop.stretches}


def _walk(host: Host, before: Mapping[str, int | None], *, back: bool) -> None:
    """Let the room be in the step whose end was taken back, or in the next where that was done again."""
    desk, now = host.desk, host.now()
    if desk is None:
        return
    after = _taken(desk.value)
    step = next((key for key in every_step() if before.get(key) != after.get(key)), None)
    following = neighbor(desk.value, step, 1) if step else None
    here, there = (following, step) if back else (step, following)
    if step is None or following is None or there is None or desk.room.step != here:
        return
    agenda, looking = timing.agenda_of(desk.value), desk.room.looking
    if back:
        desk.note(lambda room: clock.back_to(room, step, now).replace(looking=looking))
    else:
        desk.note(lambda room: clock.finish(room, agenda, step, following, now).replace(looking=looking))
    if looking == here:
        host.look_at(there)


def take_break(screen: Grounded, key: str) -> None:
    """Begin a break; the step's clock stands until it is over."""
    now = screen.host.now()
    _write_down(screen, screen.desk.room.pausing, now)
    screen.desk.note(lambda room: clock.take_break(room, key, now))


def end_break(screen: Grounded) -> None:
    """End the break: the clock of the current step goes on."""
    now = screen.host.now()
    _write_down(screen, screen.desk.room.pausing, now)
    screen.desk.note(lambda room: clock.end_break(room, now))


def give(screen: Grounded, minutes: int, key: str) -> None:
    """Give a stretch more minutes, or fewer; say so while no clock shows it."""
    agenda = timing.agenda_of(screen.workshop)
    screen.desk.note(lambda room: clock.more(room, agenda, minutes, key))
    room = screen.desk.room
    if clock.read(room, agenda, screen.host.now()) is None:
        has = agenda.minutes(key) + room.extra[key]
        screen.host.tell(f"{timing.name_of(key, agenda.key)} has {has} minutes now.")


def _write_down(screen: Grounded, key: str, now: datetime) -> None:
    """Keep how long a stretch took; what took no whole minute was only passed by."""
    agenda = timing.agenda_of(screen.workshop)
    taken = round(clock.spent(screen.desk.room, now).get(key, 0) / 60)
    if not key or not taken:
        return
    action = partial(taking.finished, key=key, planned=agenda.minutes(key), taken=taken)
    minutes = "1 minute" if taken == 1 else f"{taken} minutes"
    screen.change(action, f"finish {timing.name_of(key, agenda.key)} after {minutes}")
