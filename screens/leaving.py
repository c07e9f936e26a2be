"""What to ask before leaving while something cannot be saved: try again, write a copy, or lose it knowingly."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, Help, Open, WriteCopy
from screens.commands.fields import Back
from screens.copying import copy_prompt
from screens.frame import Frame
from screens.paint import Painter, Picture, said
from workshop import places

AGAIN, COPY, LEAVE = "again", "copy", "leave"


class Go(Protocol):
    """Try to leave once more; with `losing` without saving."""

    def __call__(self, *, losing: bool) -> None: ...


class Answer(Open):
    """Do what the selected line says."""

    name, show = "Do it", 3


class Leaving(Frame):
    """Three ways on, the one that loses nothing first."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Answer(), Back(), WriteCopy(), *MOVES, Help())
    BINDINGS = bindings(ACTIONS)

    def __init__(self, go: Go) -> None:
        super().__init__()
        self.place = "leaving"
        self._go = go

    def arrive(self) -> None:
        super().arrive()
        self.select(AGAIN)

    def question(self, workshop: Workshop) -> str:
        if self.desk.fault is None:
            return "Everything is saved."
        return f"{_changes(self.desk.unsaved)} not saved. What now?"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if self.desk.fault is None:
            return painter.picture([painter.item(AGAIN, Content("Leave"))])
        copied, unsaved = self.desk.copied_to, self.desk.unsaved
        lost = f"Leave anyway: {_changes(unsaved)} lost" if unsaved else "Leave; only where you stand is forgotten"
        rows = [
            painter.item(AGAIN, Content("Try again to save, then leave")),
            painter.item(COPY, Content("Write everything into another file")),
            painter.item(LEAVE, Content(lost if copied is None else "Leave: everything is in the copy")),
        ]
        if copied is not None:
            rows += [painter.note(), painter.under("", said(f"The copy: {places.shown(copied)}", "$wall-play"), 2)]
        return painter.picture(rows)

    def open_item(self) -> None:
        if self.selected == COPY:
            self.ask(copy_prompt(self))
        else:
            self._go(losing=self.selected == LEAVE)


def _changes(number: int) -> str:
    """`1 change is`, `3 changes are`; with none, it is about where one stands."""
    if not number:
        return "Where you stand is"
    return "1 change is" if number == 1 else f"{number} changes are"
