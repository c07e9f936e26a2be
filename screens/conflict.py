"""What to show when another window changed the same words: mine and theirs, side by side."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.content import Content

from data.value import Key, Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said, wrapped
from workshop.desk import Conflict
from workshop.naming import caption

#: Cells before the two wordings.
_INDENT = 12


class ConflictScreen(Frame):
    """The fields that were not saved; theirs is what is on disk now."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Back(), *MOVES)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__()
        self.place = "conflict"
        self.conflicts = conflicts

    def question(self, workshop: Workshop) -> str:
        return "Another window changed this. Theirs is kept, yours below."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for at, conflict in enumerate(self.conflicts):
            item = f"{at}"
            rows.append(painter.item(item, said(self._called(workshop, conflict), "bold")))
            gone = Key(conflict.table, conflict.id) not in workshop.rows
            theirs = "taken away" if gone else _spoken(conflict.theirs, workshop)
            for name, text, style in (
                ("yours", _spoken(conflict.mine, workshop), "$wall-explore"),
                ("theirs", theirs, "$wall-ink"),
            ):
                first, *rest = wrapped(text, painter.width - _INDENT, style)
                rows.append(painter.under(item, Content.styled(f"{name:<{_INDENT - 4}}", "$wall-quiet") + first))
                rows += [painter.under(item, line, _INDENT) for line in rest]
        rows += [painter.note(), painter.note("Type yours again where it should stand. Esc goes back.")]
        return painter.picture(rows)

    def _called(self, workshop: Workshop, conflict: Conflict) -> str:
        """The field and the row as people know them."""
        row = workshop.rows.get(Key(conflict.table, conflict.id))
        try:
            label = self.content.field(conflict.table, conflict.field).label
        except KeyError:
            label = conflict.field.replace("_", " ")
        return f"{label} of “{caption(row)}”" if row is not None and caption(row) else label


def _spoken(value: Any, workshop: Workshop) -> str:
    """A field's value in words; of a row that it refers to its own words."""
    if value in (None, "", ()):
        return "nothing"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    row = next((row for row in workshop.rows.values() if row.id == value), None)
    return str(value) if row is None else caption(row) or str(value)
