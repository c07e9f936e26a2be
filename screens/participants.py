"""The participants, a small screen over the step: who is here, who votes, who leads the talk."""

from __future__ import annotations

from typing import ClassVar

from data.nouns.room import Party
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM, Open
from screens.commands.fields import Back
from screens.commands.items import Add, Delete
from screens.paint import Painter, Picture
from screens.parted import EMPTY
from screens.people import FLAGS, People
from screens.widgets.prompt import Prompt


class Participants(People):
    """The people in the room, with the digits of Open."""

    key = "open"
    nouns = (Party,)
    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Add(),
        *FLAGS,
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
        self.place = "participants"

    def add_first(self) -> Prompt:
        return self.person_prompt()

    def open_item(self) -> None:
        if self.selected.startswith(EMPTY):
            self.ask(self.person_prompt())
        else:
            super().open_item()

    def question(self, workshop: Workshop) -> str:
        return "Who is in the room?"

    def hint(self, workshop: Workshop) -> str:
        return "Names typed anywhere else are known, but only who is added here takes part."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        return self.people(workshop, painter)
