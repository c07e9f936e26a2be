"""What Milestones draws on a time scale: a row a priority, its milestones as signs, and the selected one in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.content import Content

from data.nouns.planning import Milestone
from data.value import Workshop
from screens.paint import POINTER, Painter, Picture, Place, fit, said
from screens.steps.milestone_parts import (
    CHOSEN,
    KEY,
    MILESTONE,
    NO_DATE,
    NO_MILESTONE,
    QUIET,
    SEVERAL,
    UNDATED,
    Details,
    Track,
    next_line,
)
from workshop.plan.timeline import lettering, scale

#: Beyond so many cells a row is hard to follow from its name to its end.
WIDEST = 132

#: Cells for the names of priorities, at most; pointer and number stand before them.
NAMES = 36
LEAD = 4

#: Cells behind the scale into which the last label may reach.
OVERHANG = 2

#: So many milestones on one spot are counted below it, fewer named.
MANY = 3

#: Signs on the line below the scale, and what stands there for each.
TODAY, BUSY = "▾", "░"

#: Rows of the frame around the board: on a tall wall, and else.
FRAME_TALL, FRAME = 9, 5

#: Rows below the priorities besides the details: two blank ones, and what is due next.
SPARE = 3


class Timeline(Picture):
    """Rows of milestones: left and right lead along a row in the order of dates, up and down to the row beside it.

    The selected item stands in its row and in the `details` below; a click on a row takes what is nearest to it.
    """

    def __init__(
        self, rows: Sequence[Content], lines: Sequence[Sequence[Place]], selected: str, details: range
    ) -> None:
        super().__init__(rows, [place for line in lines for place in line])
        self._lines = [tuple(line) for line in lines]
        self._selected, self._details = selected, details

    def at(self, x: int, y: int) -> str:
        if y in self._details:
            return self._selected
        above = [line for line in self._lines if line[0].top <= y < self._details.start]
        return min(above[-1], key=lambda place: abs(place.left - x)).item if above else ""

    def toward(self, item: str, dx: int, dy: int) -> str:
        found = [(y, x) for y, line in enumerate(self._lines) for x, place in enumerate(line) if place.item == item]
        if not found:
            return super().toward(item, dx, dy)
        y, x = found[0]
        if dx:
            line = self._lines[y]
            return line[min(max(x + dx, 0), len(line) - 1)].item
        here, line = self._lines[y][x], self._lines[min(max(y + dy, 0), len(self._lines) - 1)]
        return item if here in line else min(line, key=lambda place: abs(place.left - here.left)).item


class TimelineBoard:
    """Draws the tracks of a workshop as they are on `today`."""

    def __init__(self, workshop: Workshop, painter: Painter, tracks: Sequence[Track], today: date) -> None:
        self.workshop, self.tracks, self.today = workshop, tracks, today
        self.painter = painter.narrow(min(painter.width, WIDEST))
        width = self.painter.width
        #: Where the scale begins, and where the milestones without a date do.
        self.left = LEAD + min(NAMES, width * 3 // 8 - LEAD) + 1
        undated = any(row.due is None for track in tracks for row in track.milestones)
        self.aside = width - len(NO_DATE) if undated else width
        days = [row.due for track in tracks for row in track.milestones if row.due]
        self.scale = scale([today, *days], max(1, self.aside - self.left - OVERHANG))
        self.rows: list[Content] = []

    def picture(self) -> Timeline:
        """The scale, the rows, the selected milestone in full, and what is due next."""
        selected = self.painter.selected
        track = next((track for track in self.tracks if selected in track.items), None)
        details = self._details(track) if track else []
        room = self.painter.height - (FRAME_TALL if self.painter.tall else FRAME) - len(details)
        self._head()
        two = self.painter.tall and len(self.rows) + 2 * len(self.tracks) + SPARE <= room
        lines = [self._track(track, two=two) for track in self.tracks]
        if len(self.rows) < room:
            self._blank()
        below = range(len(self.rows), len(self.rows) + len(details))
        following = next_line(self.workshop, self.today, self.painter.width)
        if len(self.rows) + 1 < room:
            details.append(Content(""))
        if len(self.rows) < room:
            details.append(following)
        rows = [fit(row, self.painter.width) for row in (*self.rows, *details)]
        return Timeline(rows, self._stretched(lines, below), selected, below)

    def _stretched(self, lines: Sequence[Sequence[Place]], details: range) -> list[list[Place]]:
        """The places, that of the selected item down to the end of its details, so that both come into view."""
        selected = self.painter.selected
        return [
            [replace(each, bottom=max(each.bottom, details.stop)) if each.item == selected else each for each in line]
            for line in lines
        ]

    # -- the scale -----------------------------------------------------------------------------------------------

    def _head(self) -> None:
        """Years and quarters, and below them today and the busy months."""
        room = self.scale.width + OVERHANG
        undated = self.aside < self.painter.width
        self._scaled(Content.styled(self.scale.years_line(room), "bold"))
        heading = Content.styled(NO_DATE, KEY) if undated else Content("")
        self._scaled(Content.styled(self.scale.quarters_line(room), QUIET) + heading)
        busy = self.scale.months(self.workshop.brief.busy_months)
        marks = [BUSY if column in busy else " " for column in range(self.scale.width)]
        today = self.scale.column(self.today)
        marks[today] = TODAY
        line = Content.styled("".join(marks), QUIET).stylize("bold $wall-here", today, today + 1)
        signs = f"{TODAY} today" + (f"  {BUSY} busy" if self.workshop.brief.busy_months else "")
        self._scaled(line, Content(" " * LEAD) + Content.styled(signs, QUIET))

    def _scaled(self, line: Content, name: Content | None = None) -> None:
        self.rows.append(fit(name or Content(""), self.left - 1) + " " + line)

    def _blank(self) -> None:
        self.rows.append(Content(""))

    # -- the rows ------------------------------------------------------------------------------------------------

    def _track(self, track: Track, *, two: bool) -> list[Place]:
        """Draw a priority's row, and below it its owner and the ids where there is room; return the places."""
        top = len(self.rows)
        chosen = self.painter.selected in track.items
        number = Content.styled(f"{track.sign:>2} ", "bold $wall-play" if track.number else QUIET)
        name = said(track.name(self.left - LEAD - 1), "bold" if track.number else QUIET)
        lead = fit(Content.assemble(POINTER if chosen else " ", number, name), self.left)
        if track.milestones:
            dated = self._dated(track.milestones)
            undated, places = self._undated([row for row in track.milestones if row.due is None], top)
            line = fit(lead + self._line(dated), self.aside) + undated
            places = [
                Place(row.id, self.left + column, self.left + column + 1, top, top + 1)
                for column, rows in sorted(dated.items())
                for row in rows
            ] + places
        else:
            line = lead + Content.styled(NO_MILESTONE, KEY)
            places = [Place(track.priority.id, 0, self.painter.width, top, top + 1)]
        line = fit(line, self.painter.width)
        self.rows.append(line.stylize_before("$wall-ink on $wall-chosen") if chosen else line)
        if two:
            self.rows.append(self._below(track))
        return places

    def _dated(self, milestones: Sequence[Milestone]) -> dict[int, list[Milestone]]:
        """The milestones on each column of the scale, by date."""
        found: dict[int, list[Milestone]] = {}
        for row in milestones:
            if row.due is not None:
                found.setdefault(self.scale.column(row.due), []).append(row)
        return found

    def _line(self, dated: dict[int, list[Milestone]]) -> Content:
        """The signs of milestones on the scale, with a line from the first to the last."""
        if not dated:
            return Content("")
        cells = ["─" if min(dated) < column < max(dated) else " " for column in range(self.scale.width)]
        chosen = -1
        for column, rows in dated.items():
            if any(row.id == self.painter.selected for row in rows):
                chosen = column
                for beside in {column - 1, column + 1} & set(range(self.scale.width)):
                    cells[beside] = " "
        for column, rows in dated.items():
            cells[column] = CHOSEN if column == chosen else SEVERAL if len(rows) > 1 else MILESTONE
        line = Content.styled("".join(cells), "$wall-explore")
        return line if chosen < 0 else line.stylize("bold", chosen, chosen + 1)

    def _undated(self, rows: Sequence[Milestone], top: int) -> tuple[Content, list[Place]]:
        """The signs of milestones without a date behind the scale; a count where they are too many."""
        if not rows:
            return Content(""), []
        left, ids = self.aside, [row.id for row in rows]
        at = ids.index(self.painter.selected) if self.painter.selected in ids else -1
        if len(rows) <= len(NO_DATE):
            cells = [CHOSEN if at == column else UNDATED for column in range(len(rows))]
            places = [Place(id, left + column, left + column + 1, top, top + 1) for column, id in enumerate(ids)]
            return Content.styled("".join(cells), KEY), places
        text = f"{UNDATED} {len(rows)}" if at < 0 else f"{CHOSEN} {at + 1} of {len(rows)}"
        return Content.styled(text, KEY), [Place(id, left, self.painter.width, top, top + 1) for id in ids]

    def _below(self, track: Track) -> Content:
        """The owner, and the ids below their signs."""
        owner = self.workshop.party(track.priority.owner_id)
        name = fit(Content(" " * LEAD) + said(owner.name if owner else "", QUIET), self.left - 1)
        ids = [
            (column, ", ".join(row.id for row in rows) if len(rows) < MANY else f"{len(rows)} here")
            for column, rows in sorted(self._dated(track.milestones).items())
        ]
        return name + " " + Content.styled(lettering(ids, self.scale.width + OVERHANG), QUIET)

    # -- below the rows --------------------------------------------------------------------------------------------

    def _details(self, track: Track) -> list[Content]:
        brief = self.painter.height < 22
        details = Details(self.workshop, self.today, self.painter.width, brief=brief)
        row = next((row for row in track.milestones if row.id == self.painter.selected), None)
        if row is None:
            return details.priority(track)
        beside = self._dated(track.milestones).get(self.scale.column(row.due), []) if row.due else []
        return details.milestone(row, beside)
