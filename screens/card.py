"""The card of one item: all its fields, the few that matter first."""

from __future__ import annotations

from typing import ClassVar

from data.nouns.base import Noun
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open
from screens.commands.fields import DIGITS, Back
from screens.field_item import FieldItem
from screens.fields import Fielded, of_noun
from screens.paint import Painter, Picture, Row
from workshop import answers, reading
from workshop.former import Renaming
from workshop.reading import Reading
from workshop.room import voting
from workshop.wording import Field


class Card(Fielded):
    """The fields of one row that a step asks for."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Open(), Back(), *DIGITS, *MOVES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, noun: type[Noun], id: str, step: str, field: str = "") -> None:
        super().__init__()
        self.noun, self.row_id, self.step_key = noun, id, step
        self.place = f"card/{id}"
        self._first = field

    def arrive(self) -> None:
        super().arrive()
        if self._first:
            self.select(str(FieldItem(self.noun.table, self.row_id, self._first)))

    def follow(self, renaming: Renaming) -> None:
        super().follow(renaming)
        self.row_id = renaming.id(self.row_id)

    def question(self, workshop: Workshop) -> str:
        row = workshop.get(self.noun, self.row_id)
        return reading.called(workshop, row) if row is not None else ""

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        row = workshop.get(self.noun, self.row_id)
        if row is None:
            return painter.picture([painter.note("This was taken away. Esc goes back.")])
        fields = of_noun(self.content.step(self.step_key).fields, self.noun)
        rows: list[Row] = []
        for tier, heading in (("core", ""), ("more", "more, when there is time")):
            chosen = [field for field in fields if field.tier == tier and self._shows(field, row)]
            if chosen and heading and rows:
                rows += [painter.note(), painter.note(heading)]
            rows += self.field_rows(workshop, painter, row, chosen)
        return painter.picture(rows)

    def _shows(self, field: Field, row: Noun) -> bool:
        """Whether there is reason to ask for a field, or something in it that was typed for another answer."""
        if voting.sealed(self.workshop, row.table, field.name):
            return False
        return field.wanted(row) or bool(answers.typed(field, row, self.workshop))

    def reading(self, workshop: Workshop) -> Reading | None:
        row = workshop.get(self.noun, self.row_id)
        return None if row is None else reading.of_row(workshop, row, self.step_key, self.host.today())

    def open_item(self) -> None:
        self.open_field(self.selected)
