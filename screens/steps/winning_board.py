"""What every picture of How to win is drawn with: tabs of the places, items of several rows, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from screens.field_item import FieldItem
from screens.paint import POINTER, Painter, Place, Row, cells, said, wrapped
from screens.tabs import Tabbed, strip, tab_names
from workshop import answers
from workshop.actions.arenas import judged
from workshop.steps import Choice, load

#: The item, and the tab, that asks whether the places still stand; and the item for what has changed.
LOOK_BACK = str(FieldItem("brief", "W", "look_back"))
LOOK_BACK_NOTE = str(FieldItem("brief", "W", "look_back_note"))

#: Beyond so many cells a line is hard to follow from its text to what stands at its end.
WIDEST = 116

#: From so many rows of the screen on there are blank ones.
ROOMY = 24

KEY = "bold $wall-explore"
QUIET = "$wall-quiet"


class WinningBoard:
    """A picture of the step on its way: `rows` so far, tabs in `head`, and items `beside` each other."""

    def __init__(self, workshop: Workshop, painter: Painter, today: date) -> None:
        self.workshop, self.today = workshop, today
        self.painter = painter.narrow(min(painter.width, WIDEST))
        self.content = load()
        self.arenas = judged(workshop, Verdict.PLAY)
        self.rows: list[Row] = []
        self.head: list[Place] = []
        self.beside: list[Place] = []

    def name(self, arena: Arena) -> Content:
        """A place's name in full, with its sign."""
        return Content.assemble((f"{self._sign} ", "$wall-play"), said(arena.name, "bold $wall-play"))

    @property
    def answer(self) -> Choice | None:
        """What the look back has been answered with."""
        return self.content.field("brief", "look_back").choice(self.workshop.brief.look_back)

    @property
    def _sign(self) -> str:
        choice = self.content.field("arena", "verdict").choice(Verdict.PLAY)
        return choice.sign if choice else ""

    def tabs(self, open: str) -> None:
        """The places side by side and the look back behind them, the open one marked; its name in full if cut above."""
        last, gap = "Look back", 2
        room = self.painter.width - cells(last) - 2 - (2 + gap) * len(self.arenas)
        names = {arena.id: arena.name for arena in self.arenas}
        short = dict(zip(names, tab_names(list(names.values()), room), strict=True))
        tabs = [
            *((id, self._sign, name) for id, name in short.items()),
            (LOOK_BACK, self.answer.sign if self.answer else "·", last),
        ]
        pieces = [
            (id, said(f"{POINTER} {name}", "bold $wall-play") if id == open else said(f"{sign} {name}", QUIET))
            for id, sign, name in tabs
        ]
        rows, self.head = strip(pieces, self.painter.width, 0, gap=gap)
        self.rows += rows
        if short.get(open) != names.get(open):
            self.rows += [Row(Content("  ") + line) for line in wrapped(names[open], self.room, "$wall-play")]
        self.blank()

    def tabbed(self, open: str) -> Tabbed:
        """What was drawn, behind its tabs."""
        plain = self.painter.picture(self.rows)
        tabs = [*(arena.id for arena in self.arenas), LOOK_BACK]
        return Tabbed(plain.rows, self.head, [*plain.places, *self.beside], tabs, open)

    def block(self, item: str, lines: Sequence[Content], right: Content | None = None) -> None:
        """An item of one or more rows, all of them marked when it is selected."""
        first, *rest = lines
        self.rows.append(self.painter.item(item, first, right))
        for line in rest:
            row = self.painter.under(item, line, 2)
            ground = row.content.stylize("$wall-ink on $wall-chosen") if item == self.painter.selected else row.content
            self.rows.append(Row(ground, item))

    def digits(self, noun: str, name: str, indent: int) -> None:
        """Which digit means what, for an item that is a choice."""
        options = answers.digits(self.content.field(noun, name))
        keys = [keyed("", digit, f"{option.sign} {option.label}") for digit, option in options.items()]
        self.rows.append(Row(Content(" " * indent) + Content("   ").join(keys)))

    def blank(self) -> None:
        """A blank row between two parts, where there are rows to spare."""
        if self.painter.height >= ROOMY:
            self.rows.append(self.painter.note())

    @property
    def room(self) -> int:
        """Cells for a line of text behind an item's indent."""
        return self.painter.width - 3


def keyed(lead: str, key: str, does: str) -> Content:
    """A key and what it does."""
    return Content.assemble(lead, (key, KEY), f" {does}")
