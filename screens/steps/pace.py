"""How long steps took the last time, proposed where a day begins: one digit plans as long again, the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from data.value import Workshop
from screens.command import Command
from screens.paint import Painter, Row, wrapped
from workshop.actions import timing as taking
from workshop.room import timing

if TYPE_CHECKING:
    from screens.step import StepScreen

#: The item that proposes the times.
PACE = "pace"


class AsLastTime(Command):
    """Plan for each step and break the minutes that it took the last time."""

    id, name, keys, key_shown, show = "pace.take", "As last time", "1", "1", 2

    def applies(self, screen: StepScreen) -> bool:
        return screen.selected == PACE and bool(timing.proposals(screen.workshop))

    def run(self, screen: StepScreen) -> None:
        screen.change(taking.as_before, "plan the minutes of the last time")
        screen.host.tell("Planned as long as last time. F3 shows the day.")


class AsPlanned(AsLastTime):
    """Leave the agenda as it is, however long steps took the last time."""

    id, name, keys, key_shown = "pace.leave", "Leave it", "2", "2"

    def run(self, screen: StepScreen) -> None:
        screen.change(taking.as_planned, "leave the agenda as it is")


def proposed(workshop: Workshop, painter: Painter) -> list[Row]:
    """The item that proposes the times, if there are any."""
    proposals = timing.proposals(workshop)
    if not proposals:
        return []
    text = f"As long as last time? {', '.join(each.text for each in proposals)}"
    chosen = painter.selected == PACE
    first, *rest = wrapped(text, painter.width - 3, "$wall-explore", most=4 if chosen else 1)
    keys = Content.assemble(("1", "bold $wall-explore"), " as last time   ", ("2", "bold $wall-explore"), " leave it")
    under = [*rest, keys] if chosen else []
    return [painter.item(PACE, first), *(painter.under(PACE, line) for line in under)]
