"""What both views of Milestones show: the priorities with their milestones, and the one that is selected in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority, Status
from data.value import Workshop
from screens.paint import cells, ends, said, wrapped
from screens.tabs import short_name
from workshop import answers, dates
from workshop.actions.milestones import by_date
from workshop.actions.priorities import in_order
from workshop.rules.typed import blank
from workshop.steps import load

#: Signs of a milestone, of the selected one, and of several on one spot.
MILESTONE, CHOSEN, SEVERAL = "◆", "◈", "❖"
#: A milestone without a date.
UNDATED = "◇"

NO_DATE = "no date !"
NO_MILESTONE = "no milestone yet !"

KEY = "bold $wall-explore"
QUIET = "$wall-quiet"

#: Cells for what stands before a milestone's fields.
LABEL = 11
INDENT = 4

#: What is said of a milestone in the line about the next ones is cut to this part of the line.
BRIEFLY = 4


@dataclass(frozen=True)
class Track:
    """A priority with its milestones by date, the undated ones last.

    `number` is its place among the selected ones; 0 for one that is not selected (any more), named with its status.
    """

    number: int
    priority: Priority
    milestones: tuple[Milestone, ...]

    @property
    def sign(self) -> str:
        return f"{self.number}" if self.number else "·"

    @property
    def title(self) -> str:
        return f"{self.priority.title}{self._status}"

    @property
    def _status(self) -> str:
        if self.number:
            return ""
        status = load().field("priority", "status").choice(self.priority.status)
        return f" ({status.label if status else self.priority.status})"

    def name(self, width: int) -> str:
        """The priority's title in at most `width` cells, the status of one that is not selected left whole."""
        room = width - cells(self._status)
        return short_name(self.priority.title, room) + self._status if room > 0 else short_name(self.title, width)

    @property
    def items(self) -> tuple[str, ...]:
        """What can be selected of it: its milestones, or itself while it has none."""
        return tuple(row.id for row in self.milestones) or (self.priority.id,)


def tracks(workshop: Workshop) -> tuple[Track, ...]:
    """The selected priorities in their order, and behind them others that still have milestones."""
    found: list[Track] = []
    for row in in_order(workshop):
        milestones = by_date(workshop.milestones_of(row.id))
        selected = row.status is Status.SELECTED
        if selected or milestones:
            found.append(Track(len(found) + 1 if selected else 0, row, milestones))
    return tuple(found)


def owner_of(workshop: Workshop, row: Milestone) -> str:
    """Who answers for a milestone: its own owner, or else its priority's; "" for nobody."""
    party = workshop.party(row.owner_id) or workshop.party(workshop.row(Priority, row.priority_id).owner_id)
    return party.name if party else ""


def next_line(workshop: Workshop, today: date, width: int) -> Content:
    """What is due next, as much of it as fits, and how many follow."""
    ahead = [row for row in by_date(workshop.milestones) if row.due and row.due >= today and blank(row.evidence)]
    line = Content.styled("Next: ", "bold") if ahead else Content("")
    for at, row in enumerate(ahead):
        assert row.due is not None
        day, title = dates.short(row.due, today), said(short_name(row.title, width // BRIEFLY))
        piece = Content.assemble(" · " if at else "", f"{day} ", title)
        if at and line.cell_length + piece.cell_length + len(_more(len(ahead) - at - 1)) > width:
            return line + Content.styled(_more(len(ahead) - at), QUIET)
        line += piece
    return line


def _more(count: int) -> str:
    return f" +{count}" if count else ""


class Details:
    """All that is said of one milestone, or of a priority without any, in lines of `width` cells."""

    def __init__(self, workshop: Workshop, today: date, width: int, *, brief: bool) -> None:
        self.workshop, self.today, self.width = workshop, today, width
        self.most = 1 if brief else 3
        self.content = load()

    def milestone(self, row: Milestone, beside: Sequence[Milestone] = ()) -> list[Content]:
        """A milestone: title, date, and what is filled; `beside` are those on the same spot of the scale."""
        lines = self._head(row, beside)
        lines += self._field(row, "done_when", row.done_when or "not said yet !", "" if row.done_when else KEY)
        needed = self.workshop.needed_by(row)
        lines += self._field(row, "needs", "; ".join(self._needed(each) for each in needed))
        if row.first_due and row.first_due != row.due:
            lines += self._labelled("moved from", said(dates.say(row.first_due)))
        lines += self._owner_and_confidence(row)
        for name in ("celebrate", "evidence"):
            lines += self._field(row, name, getattr(row, name))
        return lines

    def priority(self, track: Track) -> list[Content]:
        """A priority that has no milestone yet."""
        lines = [self._indented(line, 2) for line in wrapped(track.priority.title, self.width - 2, "bold")]
        for name in ("outcome", "owner_id"):
            lines += self._field(track.priority, name)
        if not self.workshop.milestones:
            lines += [
                self._indented(line, 2) for line in wrapped(self.content.step("milestones").empty, self.width - 2)
            ]
        lines.append(self._indented(Content.assemble(("a", KEY), "  adds its first milestone"), 2))
        return lines

    def _head(self, row: Milestone, beside: Sequence[Milestone]) -> list[Content]:
        due = Content.styled(dates.say(row.due), "bold") if row.due else Content.styled(NO_DATE, KEY)
        sign = Content.styled(f" {CHOSEN} ", KEY)
        title = said(row.title or "…", KEY)
        spot = Content("")
        if len(beside) > 1:
            at = next(at for at, each in enumerate(beside, 1) if each.id == row.id)
            spot = Content.styled(f"  {at} of {len(beside)} here", QUIET)
        if INDENT - 1 + title.cell_length + spot.cell_length + due.cell_length + 2 <= self.width:
            return [ends(sign + title + spot, due, self.width)]
        first, *rest = wrapped(row.title or "…", self.width - INDENT, KEY)
        lines = [sign + first, *(self._indented(line, INDENT - 1) for line in rest)]
        return [*lines, *self._labelled(self.content.field("milestone", "due").label, due + spot)]

    def _owner_and_confidence(self, row: Milestone) -> list[Content]:
        field = self.content.field("milestone", "confidence")
        sure = "not said" if row.confidence is None else f"{row.confidence} of {field.highest}"
        value = Content.assemble(sure, "  ", ("1-9", KEY), (", ", QUIET), ("0", KEY), (" is ten", QUIET))
        owner = owner_of(self.workshop, row)
        label = self.content.field("milestone", "owner_id").label
        beside = Content.assemble((f"{field.label} ", QUIET), value)
        together = said(owner) + Content("    ") + beside
        if owner and together.cell_length <= self._room:
            return self._labelled(label, together)
        return [
            *(self._labelled(label, *wrapped(owner, self._room)) if owner else ()),
            *self._labelled(field.label, value),
        ]

    def _needed(self, row: Milestone) -> str:
        return f"{row.title} ({dates.short(row.due, self.today) if row.due else NO_DATE})"

    def _field(self, row: Noun, name: str, value: str | None = None, style: str = "") -> list[Content]:
        """A field behind its label, no line at all for an empty one; `value` where it is shown in another way."""
        field = self.content.field(row.table, name)
        shown = answers.shown(field, row, self.workshop, self.today) if value is None else value
        return self._labelled(field.label, *wrapped(shown, self._room, style, self.most)) if shown else []

    def _labelled(self, label: str, *lines: Content) -> list[Content]:
        lead = Content.styled(f"{label:<{LABEL}}", QUIET)
        return [self._indented((Content(" " * LABEL) if at else lead) + line, INDENT) for at, line in enumerate(lines)]

    def _indented(self, line: Content, indent: int) -> Content:
        return Content(" " * indent) + line

    @property
    def _room(self) -> int:
        return self.width - INDENT - LABEL
