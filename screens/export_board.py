"""The picture of the export: a row for each thing there is to tell, its formats side by side, and below where to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from screens.paint import POINTER, Painter, Picture, Place, Row, cells, fit, said
from workshop.export.registry import Format, Subject
from workshop.paper import Paper
from workshop.plan.audiences import Audience
from workshop.text import shorten

#: The items beside the formats; those of the audiences begin with `FOR`, those of the sheets with `ON`.
FOLDER, WRITE, FOR, ON = "folder", "write", "for/", "on/"

#: Cells for what stands before the formats of a row: the pointer, the digit, the subject.
_LEAD = 19

#: From so many rows on there is one for what a format is for.
_ROOMY = 24

#: Fewer lines of a document say nothing of it.
_WORTH_SHOWING = 2

_READERS = {
    Audience.TEAM: "all of it",
    Audience.BOARD: "without what is internal, votes, hours, accepted warnings",
    Audience.PUBLIC: "direction, choices and priorities only",
}


@dataclass(frozen=True)
class Choices:
    """What the board shows as chosen: the names of formats, who reads them, on what, the folder as it is shown."""

    formats: Collection[str]
    audience: Audience
    paper: Paper
    folder: str


class Grid(Picture):
    """A picture whose rows are walked along one by one: left and right stay in a row, up and down keep the column."""

    def toward(self, item: str, dx: int, dy: int) -> str:
        here = self.place(item)
        if here is None:
            return self.items[0] if self.items else ""
        if dx:
            row = [place for place in self.places if place.top == here.top and (place.left - here.left) * dx > 0]
            return min(row, key=lambda place: abs(place.left - here.left)).item if row else item
        ahead = [place for place in self.places if (place.top - here.top) * dy > 0]
        if not ahead:
            return item
        near = min(abs(place.top - here.top) for place in ahead)
        row = [place for place in ahead if abs(place.top - here.top) == near]
        return min(row, key=lambda place: abs(place.left - here.left)).item


def labels(formats: Sequence[Format]) -> dict[str, str]:
    """Return what the formats of one row are called there: their endings, where those tell them apart."""
    endings = [format.suffix for format in formats]
    return {
        format.name: format.name
        if format.subject is Subject.DATA or endings.count(format.suffix) > 1
        else format.suffix.removeprefix(".")
        for format in formats
    }


def board(painter: Painter, groups: Mapping[Subject, Sequence[Format]], choices: Choices, note: str) -> Grid:
    """Return the board; `note` is what the format under the cursor is for."""
    drawn = _Drawing(painter)
    for digit, (subject, formats) in enumerate(groups.items(), 1):
        key = Content.styled(f"{digit} " if digit <= 9 else "  ", "$wall-explore")
        row = [(name, label, name in choices.formats) for name, label in labels(formats).items()]
        drawn.row(key + said(subject.value), row)
    if painter.height >= _ROOMY:
        drawn.text(note)
    drawn.row(
        Content.styled("  for", "$wall-quiet"),
        [(f"{FOR}{each.value}", each.value, each is choices.audience) for each in Audience],
        after=_READERS[choices.audience],
    )
    papers = [(f"{ON}{each.value}", each.label, each is choices.paper) for each in Paper]
    drawn.row(Content.styled("  on", "$wall-quiet"), papers, after="the paper of pdf, docx and xlsx")
    drawn.item(FOLDER, Content.styled("  into  ", "$wall-quiet") + said(choices.folder))
    count = len(choices.formats)
    write = f"Write {count} document{'' if count == 1 else 's'}" if count else "Nothing is chosen to write"
    drawn.item(WRITE, Content.styled(f"  {write}", "bold"))
    return drawn.picture()


def preview(painter: Painter, used: int, name: str, lines: Sequence[str]) -> list[Row]:
    """Return the beginning of a document, as much as the screen has room for; on a small one nothing.

    `used` are the rows of the board above it, and of a sentence below it those behind its first one.
    """
    room = painter.height - used - (12 if painter.tall else 7)
    more = len(lines) > room
    room -= more  # a row says how many
    if room < _WORTH_SHOWING or not lines:
        return []
    heading = painter.heading("", name, f"{len(lines)} lines", "$wall-here")
    shown = [Row(said(shorten(line, painter.width), "$wall-quiet")) for line in lines[:room]]
    rest = [painter.note(f"▼ {len(lines) - room} more lines")] if more else []
    return [painter.note(), heading, *shown, *rest]


class _Drawing:
    """A board on its way: rows so far, and where its items stand."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter
        self._rows: list[Content] = []
        self._places: list[Place] = []

    def row(self, lead: Content, items: Sequence[tuple[str, str, bool]], *, after: str = "") -> None:
        """Items side by side behind a lead, each (item, label, whether it is chosen), on as many rows as they take."""
        width = self._painter.width
        across = max(7, *(cells(label) + 3 for _, label, _ in items))
        a_row = max(1, (width - _LEAD) // across)
        for first in range(0, len(items), a_row):
            line = fit(Content(" ") + (lead if first == 0 else Content("")), _LEAD)
            for at, (item, label, chosen) in enumerate(items[first : first + a_row]):
                left = _LEAD + at * across
                self._places.append(Place(item, left, left + across, len(self._rows), len(self._rows) + 1))
                line += self._cell(item, label, chosen, across)
            if after:
                line += said(after, "$wall-quiet")
            self._rows.append(fit(line, width))

    def _cell(self, item: str, label: str, chosen: bool, across: int) -> Content:
        here = item == self._painter.selected
        sign = Content.styled("✓", "$wall-play") if chosen else Content(" ")
        text = fit(Content(POINTER if here else " ") + sign + said(label, "bold" if chosen else ""), across - 1)
        return (text.stylize_before("bold $wall-ink on $wall-chosen") if here else text) + Content(" ")

    def item(self, item: str, content: Content) -> None:
        """An item with a row of its own."""
        self._places.append(Place(item, 0, self._painter.width, len(self._rows), len(self._rows) + 1))
        self._rows.append(self._painter.item(item, content, indent=1).content)

    def text(self, text: str) -> None:
        """A row in the program's own words, and a blank one below it."""
        self._rows.append(self._painter.note(f"   {text}").content)
        if self._painter.tall:
            self._rows.append(self._painter.note().content)

    def picture(self) -> Grid:
        return Grid(self._rows, self._places)


def under(grid: Grid, rows: Sequence[Row]) -> Grid:
    """Return a board with rows below it that are no items."""
    return Grid([*grid.rows, *(row.content for row in rows)], [replace(place) for place in grid.places])
