"""The parking lot, a small screen over the step: thoughts set aside, and what becomes of them."""

from __future__ import annotations

from typing import ClassVar

from data.nouns.room import Parked
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM, Open
from screens.commands.fields import Back
from screens.commands.items import Add, Delete
from screens.paint import Painter, Picture
from screens.parked import DISPOSITIONS, Parking
from screens.steps import close_board
from screens.widgets.prompt import Prompt


class ParkingLot(Parking):
    """Parked thoughts, with the digits of Close."""

    key = "close"
    nouns = (Parked,)
    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Add(),
        *DISPOSITIONS,
        Back(),
        Open(),
        Delete(),
        *MOVES,
        *PAGES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "parking-lot"

    def add_first(self) -> Prompt:
        return self.parked_prompt()

    def question(self, workshop: Workshop) -> str:
        return "What did we set aside?"

    def hint(self, workshop: Workshop) -> str:
        return "Not lost, and not now. Close asks what becomes of each; a digit says it earlier."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows = close_board.parked(workshop, painter, self.host.today())
        if not workshop.parked:
            rows += [painter.note(), painter.note("a parks a thought here; on any screen o does, and F2 while typing.")]
        return painter.picture(rows)
