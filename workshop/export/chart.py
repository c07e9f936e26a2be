"""The timeline of every document: a lane a priority, a mark a milestone, laid out in points for whoever draws it.

Nothing overlaps: the labels of a lane stand in rows above its marks, and each is cut where the next one begins. Long
stretches without anything are shortened on the scale, as on the wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from workshop.export.measure import cut, height, width, wrapped
from workshop.export.phrases import iso, named
from workshop.plan.decisions import Milestone, Selected
from workshop.plan.model import Plan
from workshop.plan.timeline import Scale, scale

#: The rows of labels in a lane, at most.
_ROWS = 3

#: A column of the scale, in points: the scale itself knows terminal cells only.
_CELL = 6

#: What keeps lanes and words apart, in points.
_GAP, _EDGE = 12, 4

#: The months as they are short.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: What stands in a lane without a mark.
NO_DATES = "no dates yet"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the drawing, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text, already cut to its room; `size` in points."""

    text: str
    box: Box
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone: its point in time on the axis of its lane, its middle at (x, y); `told` is all of it in words."""

    id: str
    x: float
    y: float
    done: bool
    told: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A line down from a label to its mark."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A priority: its words, the line its marks stand on, and their labels, or that there are no dates yet."""

    box: Box
    words: tuple[Label, ...]
    axis: float
    leaders: tuple[Leader, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """A stretch of the scale; `skipped` where several quarters, in which nothing stands, were left out."""

    box: Box
    label: Label
    skipped: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All of it. `left_out` is how many priorities had no room."""

    width: float
    height: float
    quarters: tuple[Quarter, ...]
    lanes: tuple[Lane, ...]
    left_out: int


def chart(plan: Plan, wide: float, size: float, most: float = inf) -> Chart | None:
    """Return the drawing, `wide` points wide and at most `most` high; None where no milestone has a date.

    `size` is that of its text, in points. Labels get fewer rows, and then priorities are left out, to stay within
    `most`.
    """
    days = [each.due for row in plan.priorities for each in row.milestones if each.due]
    if not days:
        return None
    words = min(wide * 0.3, 220)
    found = scale(days, int((wide - words) / _CELL))
    head = height(1, size) + 8
    for rows in range(_ROWS, 0, -1):
        lanes = _lanes(plan.priorities, found, words, head, rows, size)
        if lanes[-1].box.top + lanes[-1].box.height <= most:
            break
    kept = [lane for lane in lanes if lane.box.top + lane.box.height <= most]
    bottom = kept[-1].box.top + kept[-1].box.height if kept else head
    return Chart(wide, bottom, _quarters(found, words, head, bottom, size), tuple(kept), len(lanes) - len(kept))


def _quarters(found: Scale, words: float, head: float, bottom: float, size: float) -> tuple[Quarter, ...]:
    quarters, year = [], 0
    for segment in found.segments:
        box = Box(words + segment.left * _CELL, 0, (segment.right - segment.left) * _CELL, bottom)
        name = f"Q{(segment.first.month + 2) // 3}"
        full = f"{name} {segment.first.year}" if segment.first.year != year else name
        room = box.width - 4
        text = next((text for text in (full, name) if width(text, size, bold=True) <= room), "")
        if segment.shortened:
            text = "…"
        elif text == full:
            year = segment.first.year
        label = Label(text, Box(box.left + 3, 2, max(room, 0), head - 6), size, bold=True)
        quarters.append(Quarter(box, label, segment.shortened))
    return tuple(quarters)


def _lanes(shown: Sequence[Selected], found: Scale, words: float, top: float, rows: int, size: float) -> list[Lane]:
    lanes = []
    for row in shown:
        lane = _lane(row, found, words, top, rows, size)
        top += lane.box.height
        lanes.append(lane)
    return lanes


def _lane(row: Selected, found: Scale, words: float, top: float, rows: int, size: float) -> Lane:
    line = height(1, size)
    spots = [(each, words + _at(found, each.due)) for each in row.milestones if each.due]
    last = words + found.width * _CELL
    rows = max(min(rows, len(spots)), 1)
    title = wrapped(named(row.id, row.title), words - _GAP, size, lines=max(rows, 2), bold=True)
    inner = max(rows * line + size * 1.4, (len(title) + 1) * line)
    axis = top + _GAP / 2 + inner - size * 0.7
    placed = tuple(_placed(spots, words, last, rows, size))
    owner = cut(row.owner or "nobody yet", words - _GAP, size)
    texts = [
        Label(text, Box(_EDGE, top + _GAP / 2 + at * line, words - _EDGE, line), size, bold=at < len(title))
        for at, text in enumerate((*title, owner))
    ]
    marks = (Mark(each.id, spot, axis, bool(each.evidence), _told(each)) for each, spot in spots)
    tops = {at: axis - size * 0.8 - (at + 1) * line for at in range(rows)}
    labels = [Label(text, Box(left, tops[at], width(text, size) + 2, line), size) for at, _, left, text in placed]
    if not spots:
        labels.append(Label(NO_DATES, Box(words + _EDGE, tops[0], width(NO_DATES, size) + 2, line), size))
    leaders = (Leader(spot, tops[at] + line, axis) for at, spot, _, _ in placed)
    return Lane(Box(0, top, last, inner + _GAP), tuple(texts), axis, tuple(leaders), tuple(marks), tuple(labels))


def _at(found: Scale, day: date) -> float:
    """How far from the beginning of the scale a day stands, in points."""
    segment = next((each for each in found.segments if each.first <= day <= each.last), found.segments[-1])
    return (segment.left + (day - segment.first).days / segment.days * (segment.right - segment.left)) * _CELL


def _placed(
    spots: list[tuple[Milestone, float]], first: float, last: float, rows: int, size: float
) -> Iterator[tuple[int, float, float, str]]:
    """Yield (row, place of the mark, left, text) of each label, row 0 lowest.

    The earlier the mark, the higher its label, so that each may go on above the later ones, up to the
    next in its own row.
    """
    free = [first] * rows
    before = first
    for at, (mark, spot) in enumerate(spots):
        row = (len(spots) - 1 - at) % rows
        end = spots[at + rows][1] - size if at + rows < len(spots) else last - 2
        text = next((text for text in _ways(mark, end - free[row], size) if width(text, size) <= end - free[row]), "")
        # It begins behind the line that leads down to the mark before, where it has room there.
        behind = max(free[row], before + size * 0.4)
        begin = behind if width(text, size) <= end - behind else free[row]
        before = spot
        if not text:
            continue
        left = max(min(spot - size * 0.4, end - width(text, size)), begin)
        free[row] = left + width(text, size) + size
        yield row, spot, left, text


def _ways(mark: Milestone, room: float, size: float) -> Iterator[str]:
    """What a label may say, the best first: all of it, cut to its room; without the title; the id."""
    dated = f"{mark.id} {_day(mark.due)}"
    full = cut(f"{dated}: {mark.title}", room, size)
    yield from (text for text in (full, dated, mark.id) if text is not full or len(full) > len(dated) + 3)


def _told(mark: Milestone) -> str:
    return f"{named(mark.id, mark.title)}, {iso(mark.due)}{', done' if mark.evidence else ''}"


def _day(day: date | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" if day else ""
