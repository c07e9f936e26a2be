"""The rows of a board of reasons for failure: those with a star and what was answered to them, then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from data.nouns.planning import Risk
from data.value import Workshop
from screens.paint import Painter, Picture, Row, said, wrapped
from workshop import answers, dates
from workshop.actions import stress
from workshop.steps import load

#: What it is called to have a star, and to have none, in the order of the digits.
CHOICES = {choice.value: choice for choice in load().field("risk", "starred").choices}
STARRED, PLAIN = "yes", "no"

#: Cards side by side, and the cells between them.
_COLUMNS, _GAP = stress.STARS, 3


class Reasons:
    """The reasons of a workshop as rows for a painter, as they are seen on a day."""

    def __init__(self, workshop: Workshop, painter: Painter, today: date) -> None:
        self.workshop, self.painter, self.today = workshop, painter, today
        self.starred, self.rest = stress.with_star(workshop, True), stress.with_star(workshop, False)

    def lines(self) -> list[Row]:
        """One below the other: what belongs to a reason under the selected one, on tall screens under each star."""
        rows = [self._top()]
        for row in self.starred:
            rows += self._lines(row)
        gap = [self.painter.note()] if self.painter.tall else []
        return [*rows, *gap, *self._others()]

    def cards(self) -> Picture:
        """Those with a star as cards side by side, the rest below them."""
        painter = self.painter
        column = painter.narrow((painter.width - _GAP * (_COLUMNS - 1)) // _COLUMNS)
        blocks: list[list[Row]] = [[] for _ in range(_COLUMNS)]
        for at, row in enumerate(self.starred):
            told = [(text, "$wall-quiet") for text in (*self._answered(row), *self._whence(row))]
            missing = [(f"! {missing}", "$wall-explore")] if (missing := self._missing(row)) else []
            blocks[at % _COLUMNS] += column.card(row.id, [(row.reason, "bold"), *told, *missing], "$wall-play")
        return painter.stacked(
            painter.picture([self._top(), painter.note()]),
            painter.beside(blocks, column.width, _GAP),
            painter.picture(self._others()),
        )

    def _top(self) -> Row:
        count, most, choice = len(self.starred), stress.STARS, CHOICES[STARRED]
        note = f"{count} of {most}" if count <= most else f"{count}: more than {most}"
        style = "$wall-alarm" if count > most else "$wall-play" if count else "$wall-quiet"
        return self.painter.heading(choice.sign, choice.label.capitalize(), note, style)

    def _others(self) -> list[Row]:
        """The reasons that have no star, a line each; they need a heading only where others have one."""
        choice, rows = CHOICES[PLAIN], list[Row]()
        if self.starred and self.rest:
            rows.append(self.painter.heading(choice.sign, choice.label.capitalize(), f"{len(self.rest)}", "$wall-ink"))
        for row in self.rest:
            rows += self._lines(row)
        return rows

    def _lines(self, row: Risk) -> list[Row]:
        painter, chosen = self.painter, row.id == self.painter.selected
        mark = self._mark(row)
        first, *more = wrapped(
            row.reason,
            painter.width - 3 - mark.cell_length,
            "bold" if row.starred else "",
            most=3 if chosen else 1,
        ) or [Content("")]
        rows = [painter.item(row.id, first, mark), *(painter.under(row.id, line, 2) for line in more)]
        told: Sequence[str] = ()
        if chosen:
            told = (*self._answered(row), *self._whence(row))
        elif row.starred and painter.tall:
            told = self._answered(row)
        for text in told:
            lines = wrapped(text, painter.width - 4, "italic $wall-ink", most=2)
            rows += [painter.under(row.id, line) for line in lines]
        return rows

    def _mark(self, row: Risk) -> Content:
        """What stands at the end of a line: what is still to be said, the day of an answer, or where it comes from."""
        missing = self._missing(row)
        if missing:
            return Content.styled(f"! {missing}", "bold $wall-explore")
        who = self._shown(row, "who_id") if self.painter.width >= 100 else ""
        if row.by is not None:
            return said(", ".join(filter(None, (who, dates.short(row.by, self.today)))), "$wall-quiet")
        return Content.styled(self._shown(row, "source"), "$wall-quiet")

    def _missing(self, row: Risk) -> str:
        """What is still to be said of a reason that the room takes up, and of any that has an answer."""
        if row.starred and not row.sign:
            return "no early sign"
        if row.starred and not row.answer:
            return "no answer"
        if row.answer and row.who_id is None:
            return "nobody"
        return "no date" if row.answer and row.by is None else ""

    def _answered(self, row: Risk) -> list[str]:
        """The early sign, the answer, and who does it by when, as far as they are known."""
        who_and_when = ", ".join(filter(None, (self._labeled(row, "who_id"), self._labeled(row, "by"))))
        return [text for text in (self._labeled(row, "sign"), self._labeled(row, "answer"), who_and_when) if text]

    def _whence(self, row: Risk) -> list[str]:
        """Where it comes from, what it hits, and whether the plan was changed."""
        told = " · ".join(filter(None, (self._labeled(row, name) for name in ("source", "priority_id"))))
        changed = self._labeled(row, "plan_changed") if row.plan_changed else ""
        return [text for text in (told, changed) if text]

    def _labeled(self, row: Risk, name: str) -> str:
        shown = self._shown(row, name)
        return f"{load().field('risk', name).label}: {shown}" if shown else ""

    def _shown(self, row: Risk, name: str) -> str:
        return answers.shown(load().field("risk", name), row, self.workshop, self.today)
