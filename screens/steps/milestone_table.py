"""What Milestones draws as a table: a line a milestone, by date, the selected one in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from data.nouns.planning import Milestone
from data.value import Workshop
from screens.paint import Painter, Picture, Row, ends, fit, said, wrapped
from screens.steps.milestone_parts import KEY, NO_DATE, NO_MILESTONE, QUIET, Track, owner_of
from screens.tabs import short_name
from workshop import dates
from workshop.actions.milestones import by_date
from workshop.steps import load


class Columns(NamedTuple):
    """Cells for what stands beside the title; 0 where it gives way."""

    id: int
    due: int
    priority: int
    owner: int
    sure: int = 5

    @classmethod
    def within(cls, width: int, ids: int) -> Columns:
        """The columns of a board of `width` cells whose longest id takes `ids` of them."""
        if width >= 100:
            return cls(ids, 15, 24, 22)
        if width >= 70:
            return cls(ids, 11, 15, 12)
        return cls(ids, 11, 3, 0)


class MilestoneTable:
    """Draws all milestones of the tracks, and below them the priorities without one."""

    def __init__(self, workshop: Workshop, painter: Painter, tracks: Sequence[Track], today: date) -> None:
        self.workshop, self.painter, self.tracks, self.today = workshop, painter, tracks, today
        self.content = load()
        self.track_of = {row.id: track for track in tracks for row in track.milestones}
        self.columns = Columns.within(painter.width, max(map(len, self.track_of), default=2))
        beside = sum(cells + 1 for cells in self.columns if cells)
        self.title = max(8, painter.width - 2 - beside)

    def picture(self) -> Picture:
        """A heading, the milestones by date, and the priorities that have none."""
        label = {field.name: field.label for field in self.content.step("milestones").fields}
        rows = [self._heading(label)]
        for row in by_date(row for track in self.tracks for row in track.milestones):
            rows += self._milestone(row)
        for track in self.tracks:
            if not track.milestones:
                left = Content.assemble((f"{track.sign} ", "bold $wall-play"), said(track.title))
                rows.append(self.painter.item(track.priority.id, left, Content.styled(NO_MILESTONE, KEY)))
        return self.painter.picture(rows)

    def _heading(self, label: dict[str, str]) -> Row:
        columns = self.columns
        named = [("", columns.id), (label["due"], columns.due), (label["title"], self.title)]
        if columns.owner:
            named += [(label["priority_id"], columns.priority), (label["owner_id"], columns.owner)]
        left = "  " + " ".join(f"{name:<{width}}" for name, width in named).rstrip()
        return Row(ends(Content(left), Content(label["confidence"]), self.painter.width).stylize_before(QUIET))

    def _milestone(self, row: Milestone) -> list[Row]:
        columns, track = self.columns, self.track_of[row.id]
        owner = owner_of(self.workshop, row)
        sure = "" if row.confidence is None else f"{row.confidence}/10"
        name = track.name(columns.priority - 3)
        cells = [
            fit(Content(row.id), columns.id),
            self._due(row),
            fit(said(short_name(row.title, self.title)), self.title),
            fit(Content.assemble((f"{track.sign:>2} ", "$wall-play"), said(name)), columns.priority),
        ]
        if columns.owner:
            cells.append(fit(said(short_name(owner, columns.owner), QUIET), columns.owner))
        cells.append(Content.styled(f"{sure:>{columns.sure}}", QUIET))
        rows = [self.painter.item(row.id, Content(" ").join(cells))]
        if row.id == self.painter.selected:
            rows += self._in_full(row, track, owner)
        return rows

    def _due(self, row: Milestone) -> Content:
        if row.due is None:
            return fit(Content.styled(NO_DATE, KEY), self.columns.due)
        wide = self.columns.due >= 15
        return Content(f"{dates.say(row.due) if wide else dates.short(row.due, self.today):>{self.columns.due}}")

    def _in_full(self, row: Milestone, track: Track, owner: str) -> list[Row]:
        """What the line of the selected milestone had to cut, and how a stranger would check it."""
        columns, indent = self.columns, 4 + self.columns.id + self.columns.due
        texts = [row.title] if row.title != short_name(row.title, self.title) else []
        beside = [track.title, owner]
        if track.title != track.name(columns.priority - 3) or owner != short_name(owner, columns.owner):
            texts.append(" · ".join(filter(None, beside)))
        if row.done_when:
            texts.append(f"{self.content.field('milestone', 'done_when').label}: {row.done_when}")
        room = self.painter.width - indent - 1
        return [
            self.painter.under(row.id, line, indent)
            for text in texts
            for line in wrapped(text, room, "italic $wall-ink", most=2)
        ]
