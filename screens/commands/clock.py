"""Commands on the clock and the agenda, on every screen of a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import timekeeping
from screens.command import Command
from workshop.room import clock, timing

if TYPE_CHECKING:
    from screens.frame import Frame


class StartPause(Command):
    """Start or pause the clock of this step; in a break, end the break."""

    id, name, keys, key_shown = "clock.start", "Clock", "t", "t"

    def run(self, screen: Frame) -> None:
        timekeeping.press(screen)


class StartPauseWhileTyping(StartPause):
    """Start or pause the clock, also while typing; in a break, end the break."""

    id, keys, key_shown, in_text = "clock.start.typing", "f4", "F4", True


class More(Command):
    """Give this step, or this break, more minutes."""

    def __init__(self, id: str, name: str, minutes: int, keys: str = "", key_shown: str = "") -> None:
        self.id, self.name, self.minutes, self.keys, self.key_shown = id, name, minutes, keys, key_shown

    def run(self, screen: Frame) -> None:
        timekeeping.give(screen, self.minutes, screen.stretch)


class CountIn(Command):
    """Count the time that the clock stood for this step: nobody had meant it to stand."""

    id, name, keys, key_shown, show = "clock.count", "Count the time it stood", "y", "y", 1

    def applies(self, screen: Frame) -> bool:
        return bool(clock.stood(screen.desk.room, screen.host.now()))

    def run(self, screen: Frame) -> None:
        screen.desk.note(clock.count_in)
        screen.repaint()


class TakeBreak(Command):
    """Take the next break of the agenda now, or one that is in no agenda; the step's clock stands until it is over."""

    id, name = "clock.break", "Take a break"

    def applies(self, screen: Frame) -> bool:
        return not screen.desk.room.pausing

    def run(self, screen: Frame) -> None:
        agenda = timing.agenda_of(screen.workshop)
        timekeeping.take_break(screen, clock.next_break(screen.desk.room, agenda, screen.host.now()))


class EndBreak(Command):
    """End the break, and go on with the clock of the current step."""

    id, name = "clock.break.end", "End the break"

    def applies(self, screen: Frame) -> bool:
        return bool(screen.desk.room.pausing)

    def run(self, screen: Frame) -> None:
        timekeeping.end_break(screen)


class ShowAgenda(Command):
    """Show the day: what is planned and taken, when it ends, and what could give way; a click on the clock does too."""

    id, name, keys, key_shown = "agenda.show", "Agenda and clock", "f3", "F3"

    def run(self, screen: Frame) -> None:
        screen.host.show_agenda()


CLOCK: tuple[Command, ...] = (
    StartPause(),
    StartPauseWhileTyping(),
    More("clock.more", "One more minute", 1, "plus,equals_sign", "+"),
    More("clock.more.five", "Five more minutes", 5),
    CountIn(),
    TakeBreak(),
    EndBreak(),
    ShowAgenda(),
)
