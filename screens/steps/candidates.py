"""The rows of a board of priorities: what they serve, the line, and each candidate with its dots."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.nouns.planning import Priority, Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from screens.paint import Painter, Row, cells, fit, said, wrapped
from screens.steps import votes
from screens.steps.votes import BAR
from workshop.actions import arenas, priorities
from workshop.room.voting import dots_of
from workshop.room.words import say
from workshop.rules.priorities import MANY, look_alikes
from workshop.steps import load
from workshop.text import shorten

#: The statuses, in the order of their digits.
CHOICES = {Status(choice.value): choice for choice in load().field("priority", "status").choices}


def serving(workshop: Workshop, painter: Painter) -> list[Row]:
    """The chosen places, each with its share of one line; in full where there is room."""
    lead = "Serving: "
    played = arenas.judged(workshop, Verdict.PLAY)
    if not played:
        return [painter.note(f"{lead}no place is chosen yet in {load().step('where-to-play').name}.")]
    names = [arena.name for arena in played]
    if painter.tall:
        return [Row(line) for line in wrapped(lead + " · ".join(names), painter.width, "$wall-quiet", most=2)]
    return [Row(fit(said(lead + shared(names, painter.width - len(lead)), "$wall-quiet"), painter.width))]


def shared(names: Sequence[str], width: int) -> str:
    """Names on one line of `width` cells: what the short ones leave, the long ones share."""
    room = width - 3 * (len(names) - 1)
    fitted = dict.fromkeys(range(len(names)), "")
    for left, at in enumerate(sorted(fitted, key=lambda at: cells(names[at]))):
        fitted[at] = shorten(names[at], max(4, room // (len(names) - left)))
        room -= cells(fitted[at])
    return " · ".join(fitted.values())


class Lines:
    """The rows of the candidates, in columns as wide as the wall allows; `mark` is the room at their ends, in cells."""

    def __init__(self, workshop: Workshop, painter: Painter, mark: int) -> None:
        self.workshop, self.painter, self.count = workshop, painter, dots_of(workshop)
        self.alike = {row.id: pair[row is pair[0]] for pair in look_alikes(workshop) for row in pair}
        self.numbers = {row.id: at for at, row in enumerate(priorities.with_status(workshop, Status.SELECTED), 1)}
        self.indent = len(str(len(self.numbers))) + 2
        self.wide = painter.width >= 100
        longest = max((cells(row.title) for row in workshop.priorities), default=0)
        beside = mark + (BAR if self._drawn else 0) + 6
        self.title = min(longest, 60) if self.wide else painter.width - self.indent - beside

    @property
    def _drawn(self) -> bool:
        """Whether there are dots to show, and room for them as a bar beside their number."""
        return self.painter.width >= 64 and bool(self.count.shown)

    def board(self) -> list[Row]:
        """The selected above the line, those to decide below it, then the others."""
        painter, rows = self.painter, list[Row]()
        gap = [painter.note()] if painter.tall else []
        if painter.tall and self.numbers:
            choice = CHOICES[Status.SELECTED]
            note = f"{len(self.numbers)} of at most {MANY}"
            rows.append(painter.heading(choice.sign, choice.label.capitalize(), note, "$wall-play"))
        for status in priorities.ORDER:
            group = priorities.with_status(self.workshop, status)
            if status is Status.UNDECIDED and group:
                choice = CHOICES[status]
                note = f"{len(group)}"
                rows.append(painter.heading(choice.sign, choice.label.capitalize(), note, "$wall-here"))
            for row in group:
                rows += self._rows(row)
            if status is Status.SELECTED and group:
                rows += [*gap, self._line(), *gap]
            elif status is Status.UNDECIDED and group:
                rows += gap
        return rows

    def vote(self) -> list[Row]:
        """All candidates in one list, for the count; the selected one with what looks like it."""
        rows: list[Row] = []
        for row in self.workshop.priorities:
            rows.append(self._row(row, self._vote_mark(row)))
            if row.id == self.painter.selected and row.id in self.alike:
                told = say(votes.wording().like, title=self.alike[row.id].title)
                like = wrapped(told, self.painter.width - self.indent, most=2)
                rows += [self.painter.under(row.id, line, self.indent) for line in like]
        return rows

    def _line(self) -> Row:
        count = len(self.numbers)
        text = f"── the line, {count} of {MANY} " if count <= MANY else f"── the line, {count}: more than {MANY} "
        return Row(Content.styled(text + "─" * (self.painter.width - len(text)), "$wall-alarm"))

    def _rows(self, row: Priority) -> list[Row]:
        rows = [self._row(row, self._mark(row))]
        if row.id == self.painter.selected:
            room = self.painter.width - self.indent
            for text, style in self._details(row):
                lines = wrapped(text, room, style, most=2)
                rows += [self.painter.under(row.id, line, self.indent) for line in lines]
        return rows

    def _row(self, row: Priority, mark: Content) -> Row:
        number = self.numbers.get(row.id)
        chosen = number is not None
        style = "bold" if chosen else "$wall-ink" if row.status is Status.UNDECIDED else "$wall-quiet"
        lead = Content.styled(f"{number or '':>{self.indent - 2}} ", "bold $wall-play")
        bar = votes.bar(self.count, row, "$wall-explore" if row.status in priorities.ORDER[:2] else "$wall-quiet")
        total = Content.styled(f"{self.count.shown.get(row.id, ''):>3}  ", "$wall-ink" if chosen else "$wall-quiet")
        left = lead + fit(said(row.title, style), self.title)
        right = (bar if self._drawn else Content("")) + total + mark
        room = self.painter.width - self.indent - self.title
        return self.painter.item(row.id, left, fit(right, room - 1), indent=1)

    def _mark(self, row: Priority) -> Content:
        """What stands at the end of a line: the effort of what may be done, the word for what will not be."""
        if row.status in (Status.SELECTED, Status.UNDECIDED):
            serves = f"  {self._places(row)}" if self.wide else ""
            return Content.styled(f"{row.effort:1}", "$wall-ink") + said(serves, "$wall-quiet")
        choice = CHOICES[row.status]
        because = f": {row.note}" if self.wide and row.note else ""
        return said(f"{choice.sign} {choice.label}{because}", "italic $wall-quiet")

    def _vote_mark(self, row: Priority) -> Content:
        words = votes.wording()
        if row.id in self.count.too_many:
            return said(say(f"{words.over}", most=self.count.most), "bold $wall-alarm")
        if self.count.open and row.id in self.count.totals:
            return said(f"{words.counted}", "$wall-play")
        if self.count.open:
            return said(f"{words.to_count}", "$wall-quiet")
        if row.id in self.alike:
            return said(f"{words.looks_alike}", "bold $wall-explore")
        choice = CHOICES[row.status]
        return Content.styled(f"{choice.sign} {choice.label}", "$wall-quiet")

    def _places(self, row: Priority) -> str:
        """The places a priority serves, by name."""
        if row.serves_all:
            return "all places"
        return " · ".join(arena.name for arena in self.workshop.served_by(row))

    def _details(self, row: Priority) -> list[tuple[str, str]]:
        """What the selected item says below its line, as texts and their styles."""
        told = [(row.title, "bold")] if cells(row.title) > self.title else []
        if row.status is Status.SELECTED:
            told.append(
                (row.outcome, "italic $wall-ink") if row.outcome else ("! no outcome yet", "bold $wall-explore")
            )
            told += [(f"stops: {row.stop}", "italic $wall-ink")] if row.stop else []
            if self.painter.tall and (places := self._places(row)):
                told.append((f"serves: {places}", "italic $wall-ink"))
        elif row.note:
            told.append((row.note, "italic $wall-ink"))
        return told
