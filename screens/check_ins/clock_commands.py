"""Commands on the clock of a check-in: as those on the clock of the workshop, by the same keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from screens.command import Command
from workshop.room import clock

if TYPE_CHECKING:
    from data.nouns.room import Room
    from screens.host import Host


class Timed(Protocol):
    """What these commands ask of their screen."""

    @property
    def host(self) -> Host: ...
    @property
    def held(self) -> Room | None: ...
    def press_clock(self) -> None: ...
    def give_minutes(self, minutes: int) -> None: ...
    def turn_clock(self, action: Callable[[Room], Room]) -> None: ...
    def repaint(self) -> None: ...


class StartPause(Command):
    """Start or pause the clock of this check-in."""

    id, name, keys, key_shown = "clock.start", "Clock", "t", "t"

    def applies(self, screen: Timed) -> bool:
        return screen.held is not None

    def run(self, screen: Timed) -> None:
        screen.press_clock()


class StartPauseWhileTyping(StartPause):
    """Start or pause the clock of this check-in, also while typing."""

    id, keys, key_shown, in_text = "clock.start.typing", "f4", "F4", True


class More(StartPause):
    """Give the part that the clock counts for more minutes."""

    def __init__(self, id: str, name: str, minutes: int, keys: str = "", key_shown: str = "") -> None:
        self.id, self.name, self.minutes, self.keys, self.key_shown = id, name, minutes, keys, key_shown

    def run(self, screen: Timed) -> None:
        screen.give_minutes(self.minutes)


class CountIn(Command):
    """Count the time that the clock stood for this part: nobody had meant it to stand."""

    id, name, keys, key_shown, show = "clock.count", "Count the time it stood", "y", "y", 1

    def applies(self, screen: Timed) -> bool:
        return screen.held is not None and bool(clock.stood(screen.held, screen.host.now()))

    def run(self, screen: Timed) -> None:
        screen.turn_clock(clock.count_in)
        screen.repaint()


CLOCK: tuple[Command, ...] = (
    StartPause(),
    StartPauseWhileTyping(),
    More("clock.more", "One more minute", 1, "plus,equals_sign", "+"),
    More("clock.more.five", "Five more minutes", 5),
    CountIn(),
)
