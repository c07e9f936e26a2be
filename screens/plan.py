"""The plan as it stands: the page, what is open, and adopting it."""

from __future__ import annotations

from typing import ClassVar

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, ROOM
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said


class PlanScreen(Frame):
    """The page."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Back(), *MOVES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "plan"

    def question(self, workshop: Workshop) -> str:
        return "The plan as it stands"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        from workshop.export.registry import export
        from workshop.plan import plan_of

        page = export(plan_of(workshop, ref=self.desk.ref, today=self.host.today()), "onepage").decode()
        return painter.picture([Row(said(line)) for line in page.splitlines()])
