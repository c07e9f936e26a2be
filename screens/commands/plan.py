"""Commands of the plan: its views, and adopting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from screens.commands.views import Switch

if TYPE_CHECKING:
    from screens.plan import PlanScreen
    from screens.step import StepScreen

#: The views beside the first one, the page.
WHOLE, OPEN = "whole", "open"

#: The item that adopts the plan.
ADOPT = "adopt"


class Adopt(Command):
    """Make this the plan: its first dates are kept for good. Asks before it does; undo takes it back."""

    id, name, keys, key_shown, show = "plan.adopt", "Adopt this plan", "enter", "Enter", 2

    def applies(self, screen: PlanScreen) -> bool:
        return screen.selected == ADOPT if screen.view == OPEN else not screen.workshop.brief.version

    def run(self, screen: PlanScreen) -> None:
        screen.adopt()


class Turn(Switch):
    """Show the plan on a page, whole, or only what is open in it."""

    def applies(self, screen: StepScreen | PlanScreen) -> bool:
        return screen.view == self.here


VIEWS: tuple[Command, ...] = (
    Turn("The whole plan", here="", there=WHOLE, show=1),
    Turn("What is open", here=WHOLE, there=OPEN, show=1),
    Turn("The page", here=OPEN, there="", show=1),
)
