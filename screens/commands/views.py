"""Commands of boards with two views: the way from one to the other, and what belongs to only one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from screens.commands.items import View

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


class Within(Command):
    """Another command, which is offered in one view only."""

    def __init__(self, view: str, command: Command) -> None:
        self.view, self.command = view, command
        self.id, self.name, self.show = command.id, command.name, command.show
        self.keys, self.key_shown, self.in_text = command.keys, command.key_shown, command.in_text

    @property
    def tooltip(self) -> str:
        return self.command.tooltip

    def applies(self, screen: StepScreen) -> bool:
        return screen.view == self.view and self.command.applies(screen)

    def run(self, screen: StepScreen) -> None:
        self.command.run(screen)
