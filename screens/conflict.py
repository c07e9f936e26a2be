"""What to show when another window changed the same words: mine and theirs, side by side."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, wrapped
from workshop.desk import Conflict


class ConflictScreen(Frame):
    """The fields that were not saved; theirs is what is on disk now."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Back(), *MOVES)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__()
        self.place = "conflict"
        self.conflicts = conflicts

    def question(self, workshop: Workshop) -> str:
        return "Another window changed the same words. Theirs were kept; yours are here."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for at, conflict in enumerate(self.conflicts):
            item = f"{at}"
            rows.append(
                painter.item(item, Content.styled(f"{conflict.id}  {conflict.field.replace('_', ' ')}", "bold"))
            )
            theirs = "taken away" if conflict.theirs is None else str(conflict.theirs)
            for name, text, style in (("yours ", str(conflict.mine), "$wall-explore"), ("theirs", theirs, "$wall-ink")):
                first, *rest = wrapped(text, painter.width - 12, style)
                rows.append(painter.under(item, Content.styled(f"{name}  ", "$wall-quiet") + first))
                rows += [painter.under(item, line, 12) for line in rest]
        rows += [painter.note(), painter.note("Type yours again where it should stand. Esc goes back.")]
        return painter.picture(rows)
