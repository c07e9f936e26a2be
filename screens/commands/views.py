"""Commands of boards with two views: the way from one to the other, and what belongs to only one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from screens.commands.items import View
from workshop.actions.parties import alone

if TYPE_CHECKING:
    from screens.step import StepScreen


class Switch(View):
    """Show the same in another way."""

    def __init__(self, name: str, here: str, there: str, show: int = 0) -> None:
        self.id, self.name, self.show = f"view.{there or 'first'}", name, show
        self.here, self.there = here, there

    def applies(self, screen: StepScreen) -> bool:
        return screen.view == self.here and (not self.there or bool(screen.board.picture.items))

    def run(self, screen: StepScreen) -> None:
        screen.show_view(self.there)


class Limited(Command):
    """Another command, which is offered only where there is a use for it."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.id, self.name, self.show = command.id, command.name, command.show
        self.keys, self.key_shown, self.in_text = command.keys, command.key_shown, command.in_text
        self.in_palette = command.in_palette

    @property
    def tooltip(self) -> str:
        return self.command.tooltip

    def run(self, screen: StepScreen) -> None:
        self.command.run(screen)


class Within(Limited):
    """Another command, which is offered in one view only."""

    def __init__(self, view: str, command: Command) -> None:
        super().__init__(command)
        self.view = view

    def applies(self, screen: StepScreen) -> bool:
        return screen.view == self.view and self.command.applies(screen)


class InCompany(Limited):
    """Another command, which is offered to a group only: alone one neither votes nor is one of several."""

    def applies(self, screen: StepScreen) -> bool:
        return not alone(screen.workshop) and self.command.applies(screen)
