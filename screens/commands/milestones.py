"""Commands of Milestones: add to a priority, move by a week, and say how sure we are of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from screens.commands.items import Add, Shift

if TYPE_CHECKING:
    from screens.steps.milestones import Milestones


class AddResult(Add):
    """Add results to the selected priority: title, date, and how a stranger would check it."""

    def applies(self, screen: Milestones) -> bool:
        return screen.track is not None


class Sooner(Shift):
    """Move the selected milestone a week sooner."""

    def __init__(self) -> None:
        super().__init__("item.sooner", "Sooner", "less_than_sign,shift+left", "<", -1, show=2)


class Later(Shift):
    """Move the selected milestone a week later."""

    def __init__(self) -> None:
        super().__init__("item.later", "Later", "greater_than_sign,shift+right", ">", 1, show=3)


class Sure(Command):
    """Say how sure we are of the selected milestone's date; 0 is ten."""

    def __init__(self, digit: int) -> None:
        self.value = digit or 10
        self.id, self.keys, self.key_shown = f"milestone.sure.{self.value}", str(digit), str(digit)
        self.name = f"Confidence {self.value} of 10"

    def applies(self, screen: Milestones) -> bool:
        return screen.selected_row is not None

    def run(self, screen: Milestones) -> None:
        screen.set_confidence(self.value)


class Confidence(Command):
    """Say how sure we are of the selected milestone's date, from 0 to 10."""

    id, name = "milestone.sure", "Confidence"

    def applies(self, screen: Milestones) -> bool:
        return screen.selected_row is not None

    def run(self, screen: Milestones) -> None:
        screen.ask_confidence()


CONFIDENCE: tuple[Command, ...] = (Confidence(), *(Sure(digit) for digit in (*range(1, 10), 0)))
