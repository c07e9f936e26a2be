"""The timeline as a picture: a lane for each priority, a mark for each dated milestone, on a scale of quarters.

One drawing for every document. Its colors stand in attributes; a page that has styles of its own may override them by
the classes. Long stretches without anything are shortened on the scale, as on the wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from workshop.export import phrases
from workshop.export.layout import wrap
from workshop.plan.decisions import Milestone, Selected
from workshop.plan.model import Plan
from workshop.plan.timeline import Scale, scale
from workshop.text import cells

#: In user units, which are pixels on a screen.
WIDTH = 760
_NAMES = 196
_COLUMN = 4
_COLUMNS = (WIDTH - _NAMES) // _COLUMN - 8
_TOP = 46
_LINE = 15
_SIZE = 12
_MARK = 5

#: A name begins behind its id and takes so many cells of a line and so many lines; a letter is about so wide.
_ID, _CELLS, _LINES = 26, 26, 3
_LETTER = 6.8

#: Labels of one lane stand on at most so many rows; what finds no room there is a mark alone.
_ROWS = 3

INK, QUIET, RULE, ACCENT = "#1c2326", "#5b676b", "#d5dcdc", "#1d5c63"
_FONT = "Libertinus Serif, Charter, Georgia, serif"


def timeline(plan: Plan) -> str:
    """Return the picture as SVG, or "" when nothing has a date yet."""
    days = [row.due for lane in plan.priorities for row in lane.milestones if row.due]
    if not days:
        return ""
    axis = scale(days, _COLUMNS)
    lanes, top = [], _TOP
    for lane in plan.priorities:
        height, parts = _lane(lane, axis, top)
        lanes.append(parts)
        top += height
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + 6}" width="{WIDTH}" '
            f'height="{top + 6}" role="img" aria-label="{escape(told(plan))}" font-family="{_FONT}" '
            f'font-size="{_SIZE}" class="timeline">',
            *_scale(axis, top),
            *(part for parts in lanes for part in parts),
            "</svg>\n",
        )
    )


def told(plan: Plan) -> str:
    """Return the picture in words, for whoever does not see it."""
    days = sorted(row.due for lane in plan.priorities for row in lane.milestones if row.due)
    if not days:
        return "Timeline without dates"
    counted = phrases.counted(len(days), "milestone")
    return f"Timeline: {counted} from {phrases.in_words(days[0])} to {phrases.in_words(days[-1])}"


def short(day: date) -> str:
    """`4 Dec`."""
    return f"{day.day} {phrases.in_words(day).split()[1][:3]}"


def _x(axis: Scale, day: date) -> float:
    return _NAMES + axis.column(day) * _COLUMN + _COLUMN / 2


def _scale(axis: Scale, bottom: int) -> Iterator[str]:
    """Years and quarters above, a hairline where each quarter begins, dots where quarters are left out."""
    year = 0
    for segment in axis.segments:
        left = _NAMES + segment.left * _COLUMN
        if segment.shortened:
            middle = left + (segment.right - segment.left) * _COLUMN / 2
            yield _text(middle, _TOP - 12, "···", QUIET, anchor="middle")
            continue
        if segment.first.year != year:
            year = segment.first.year
            yield _text(left + 4, 14, str(year), INK, bold=True)
        room = (segment.right - segment.left) * _COLUMN
        yield f'<path d="M{left} {_TOP - 24}V{bottom}" stroke="{RULE}" class="rule"/>'
        if room > 22:
            yield _text(left + 4, _TOP - 12, f"Q{(segment.first.month + 2) // 3}", QUIET)


def _lane(lane: Selected, axis: Scale, top: int) -> tuple[int, list[str]]:
    """Return how high a lane is, and what stands in it."""
    dated = sorted((row for row in lane.milestones if row.due), key=_by_day)
    placed = list(_placed(dated, axis))
    rows = max((row for _, row, _ in placed), default=0) + 1
    name = wrap(lane.title, _CELLS, lines=_LINES)
    height = max(len(name) * _LINE, rows * _LINE + 2 * _MARK + 6) + 14
    base = top + 8 + rows * _LINE + _MARK + 4
    parts = [f'<path d="M0 {top}H{WIDTH}" stroke="{RULE}" class="rule"/>']
    parts.append(_text(0, top + 21, lane.id, INK, bold=True))
    parts += [_text(_ID, top + 21 + at * _LINE, line, INK) for at, line in enumerate(name)]
    parts.append(f'<path d="M{_NAMES} {base}H{WIDTH}" stroke="{QUIET}" stroke-opacity=".4" class="lane"/>')
    for milestone, row, label in placed:
        parts += _mark(milestone, _x(axis, _day(milestone)), base, base - _MARK - 5 - row * _LINE, label)
    if not dated:
        parts.append(_text(_NAMES + 4, base - _MARK - 3, "no dates yet", QUIET))
    return height, parts


def _placed(dated: Iterable[Milestone], axis: Scale) -> Iterator[tuple[Milestone, int, str]]:
    """Yield each milestone, the row of its label counted from the line up, and the label: "" where it has no room."""
    ends = [0.0] * _ROWS
    for milestone in dated:
        left = _x(axis, _day(milestone)) - _MARK
        for label in (f"{milestone.id} {short(_day(milestone))}", milestone.id):
            begin = min(left, WIDTH - _length(label))
            row = next((at for at, end in enumerate(ends) if begin >= end), None)
            if row is not None:
                ends[row] = begin + _length(label) + 8
                yield milestone, row, label
                break
        else:
            yield milestone, 0, ""


def _mark(milestone: Milestone, x: float, base: float, label_at: float, label: str) -> Iterator[str]:
    done = bool(milestone.evidence)
    fill = ACCENT if done else "#ffffff"
    state = "mark done" if done else "mark"
    title = escape(f"{milestone.id} {milestone.title}, {phrases.iso(milestone.due)}{', done' if done else ''}")
    yield (
        f'<circle cx="{x:g}" cy="{base}" r="{_MARK}" fill="{fill}" stroke="{ACCENT}" stroke-width="2" class="{state}">'
        f"<title>{title}</title></circle>"
    )
    if label:
        at_end = x - _MARK + _length(label) > WIDTH
        yield _text(WIDTH if at_end else x - _MARK, label_at, label, INK, anchor="end" if at_end else "start")


def _text(x: float, y: float, text: str, color: str, *, bold: bool = False, anchor: str = "start") -> str:
    weight = ' font-weight="600"' if bold else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    kind = "ink" if color == INK else "quiet"
    return f'<text x="{x:g}" y="{y:g}" fill="{color}"{weight}{where} class="{kind}">{escape(text)}</text>'


def _length(label: str) -> float:
    return cells(label) * _LETTER


def _day(milestone: Milestone) -> date:
    assert milestone.due is not None
    return milestone.due


def _by_day(milestone: Milestone) -> tuple[date, int]:
    return _day(milestone), int(milestone.id[1:])
