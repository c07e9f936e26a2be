"""What the boards of a check-in are drawn with: one line an item, under the selected one all there is to know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from data.nouns.check_in import Sitting
from data.value import Workshop
from screens.paint import Painter, Row, said, wrapped
from workshop.steps import Content as Wording
from workshop.text import shorten

#: Cells of a label before what is typed.
_LABEL = 18


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of one check-in's boards. `digits` are those of the selected item, with their words.

    With `every` results that are far off are shown, too.
    """

    workshop: Workshop
    sitting: Sitting
    painter: Painter
    today: date
    content: Wording
    digits: Mapping[str, str]
    every: bool = False

    @property
    def language(self) -> str:
        return self.workshop.brief.language

    def name(self, party_id: str | None) -> str:
        party = self.workshop.party(party_id)
        return party.name if party else ""

    def empty(self, part: str, says: str) -> Row:
        return self.painter.item(f"+{part}", Content.styled(f"… {says}", "$wall-quiet"))

    def item(self, id: str, sign: str, style: str, text: str, right: str = "", *more: str) -> list[Row]:
        """One line; the selected item has what there is more to know of it under that, and its digits."""
        painter = self.painter
        left = Content.assemble((f"{sign} ", f"bold {style}".strip())) + said(text)
        edge = said(shorten(right, painter.width // 2), style)
        rows = [painter.item(id, left, edge)]
        if id != painter.selected:
            return rows
        if left.cell_length + edge.cell_length + 3 > painter.width:
            rows += [painter.under(id, line) for line in wrapped(text, painter.width - 4, "bold", most=3)]
        return rows + self.more(id, more) + self.pressed(id)

    def more(self, id: str, texts: Sequence[str]) -> list[Row]:
        return [
            self.painter.under(id, line)
            for text in texts
            if text
            for line in wrapped(text, self.painter.width - 4, "$wall-quiet", most=3)
        ]

    def pressed(self, id: str) -> list[Row]:
        """The digits that the selected item takes."""
        lines = [Content("")]
        for key, name in self.digits.items():
            piece = Content.assemble((key, "bold $wall-explore"), f" {name}".rstrip())
            if lines[-1].plain and lines[-1].cell_length + piece.cell_length + 2 > self.painter.width - 4:
                lines.append(Content(""))
            lines[-1] = lines[-1] + ("  " if lines[-1].plain else "") + piece
        return [self.painter.under(id, line) for line in lines if line.plain]

    def blank(self, id: str, label: str, value: str) -> list[Row]:
        """A field with its label; the selected one in full."""
        painter = self.painter
        lead = Content.styled(f"{label:<{_LABEL - 1}} ", "$wall-quiet")
        most = 5 if id == painter.selected else 1
        lines = wrapped(value, painter.width - _LABEL - 2, most=most) if value else [Content.styled("…", "$wall-quiet")]
        first, *rest = lines
        return [painter.item(id, lead + first), *(painter.under(id, line, _LABEL + 2) for line in rest)]
