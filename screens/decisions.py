"""The decisions, a small screen over the step: what was decided so far, in the order of the steps."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.commands.views import InCompany
from screens.consent_commands import Propose
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, cells, said, wrapped
from workshop import reading
from workshop.actions.parties import alone
from workshop.decided import Decided, decided
from workshop.reading import Reading
from workshop.room import consents
from workshop.room.words import load
from workshop.text import shorten

#: The most cells that what was decided of something takes before it.
_LABEL = 26


class JumpThere(Command):
    """Go to where this was decided."""

    id, name, keys, key_shown, show = "decision.jump", "Jump there", "enter", "Enter", 1

    def applies(self, screen: Decisions) -> bool:
        return screen.chosen is not None

    def run(self, screen: Decisions) -> None:
        screen.open_item()


class Decisions(Frame):
    """Every decision in a line, the selected one in full."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *(JumpThere(), InCompany(Propose()), Back()),
        *(*MOVES, *PAGES, *CHANGES, *ROOM),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "decisions"

    @property
    def chosen(self) -> Decided | None:
        """The selected decision."""
        return next((each for each in self._decided(self.workshop) if _item(each) == self.selected), None)

    def _decided(self, workshop: Workshop) -> tuple[Decided, ...]:
        return decided(workshop, self.host.today())

    def question(self, workshop: Workshop) -> str:
        due = len(consents.due(workshop, self.host.today()))
        again = f" {load().consent.due.of(due)}." if due else ""
        return f"What have we decided so far?{again}"

    def hint(self, workshop: Workshop) -> str:
        return "" if alone(workshop) else load().consent.begin

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for step, several in groupby(self._decided(workshop), key=lambda each: each.step):
            if rows and painter.tall:
                rows.append(painter.note())
            together = list(several)
            room = min(_LABEL, painter.width // 3)
            labels = [shorten(f"{each.sign} {each.label}".strip(), room) for each in together]
            width = max(map(cells, labels))
            number, name = self._heading(step)
            rows.append(painter.heading(number, name, "", "$wall-here"))
            for each, label in zip(together, labels, strict=True):
                rows += self._lines(painter, each, said(label, "bold").pad_right(width - cells(label) + 2))
        if not rows:
            rows += [painter.note(), painter.note("Nothing yet. What the steps decide stands here, each in a line.")]
        return painter.picture(rows)

    def _heading(self, step: str) -> tuple[str, str]:
        """The number and the name under which the decisions of a step stand, or those by consent."""
        return (f"{self.content.number(step)}", self.content.step(step).name) if step else ("", load().consent.name)

    def _lines(self, painter: Painter, each: Decided, lead: Content) -> list[Row]:
        item, chosen = _item(each), _item(each) == painter.selected
        indent = 2 + lead.cell_length
        first, *rest = wrapped(each.text, painter.width - indent, most=4 if chosen else 1)
        rows = [painter.item(item, lead + first), *(painter.under(item, line, indent) for line in rest)]
        if chosen and each.more:
            more = wrapped(each.more, painter.width - indent, "italic", most=3)
            rows += [painter.under(item, line, indent) for line in more]
        return rows

    def open_item(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.step:
            self.host.jump(chosen.step, chosen.item, chosen.field)
        else:
            self.host.show_consent(chosen.item)

    def reading(self, workshop: Workshop) -> Reading | None:
        each, today = self.chosen, self.host.today()
        if each is None:
            return None
        field = self.content.field("brief", each.field) if not each.item else None
        if field is not None:
            return reading.of_field(workshop, workshop.brief, field, today)
        row = next((row for row in workshop.rows.values() if row.id == each.item), None)
        return None if row is None else reading.of_row(workshop, row, each.step, today)


def _item(each: Decided) -> str:
    """The item that stands for a decision."""
    return f"{each.step}:{each.item or each.field}"
