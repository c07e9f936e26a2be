"""The timeline as a picture in SVG, one for every document that is read on pages.

Its colors stand in attributes; a page that has styles of its own may override them by the classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from workshop.export import phrases
from workshop.export.chart import Chart, Label, Lane, Quarter, chart
from workshop.plan.model import Plan

#: In user units, which are pixels on a screen; set across a page a letter has about eight points.
WIDTH, SIZE = 560, 10

#: What stands free above the foot of the picture, and half of how wide a mark is.
_FOOT, _MARK = 4, 4

INK, QUIET, RULE, SHADE, ACCENT = "#1c2326", "#5b676b", "#d5dcdc", "#eef3f3", "#1d5c63"
#: The first is the pages'; on a screen another one with widths as they were measured.
_FONT = "Libertinus Serif, Helvetica, Arial, Liberation Sans, sans-serif"


def timeline(plan: Plan) -> str:
    """Return the picture, or "" when nothing has a date yet."""
    drawn = chart(plan, WIDTH, SIZE)
    if drawn is None:
        return ""
    high = f"{drawn.height + _FOOT:g}"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}" '
            f'role="img" aria-label="{escape(told(plan))}" font-family="{_FONT}" font-size="{SIZE}" class="timeline">',
            *(part for at, quarter in enumerate(drawn.quarters) for part in _quarter(quarter, shaded=at % 2 == 1)),
            *(part for lane in drawn.lanes for part in _lane(lane, drawn)),
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


def _quarter(quarter: Quarter, *, shaded: bool) -> Iterator[str]:
    """A stripe; one that stands for quarters that were left out is darker."""
    if quarter.skipped or shaded:
        box, (fill, kind) = quarter.box, (RULE, "skipped") if quarter.skipped else (SHADE, "shade")
        yield (
            f'<rect x="{box.left:g}" y="0" width="{box.width:g}" height="{box.height:g}" fill="{fill}" class="{kind}"/>'
        )
    yield from _label(quarter.label, quiet=True)


def _lane(lane: Lane, drawn: Chart) -> Iterator[str]:
    left, right = drawn.quarters[0].box.left, lane.box.left + lane.box.width
    yield f'<path d="M0 {lane.box.top:g}H{right:g}" stroke="{RULE}" class="rule"/>'
    yield f'<path d="M{left:g} {lane.axis:g}H{right:g}" stroke="{QUIET}" class="lane"/>'
    for leader in lane.leaders:
        yield f'<path d="M{leader.x:g} {leader.top:g}V{leader.bottom:g}" stroke="{RULE}" class="rule"/>'
    for label in (*lane.words, *lane.labels):
        yield from _label(label)
    for mark in lane.marks:
        fill, state = (ACCENT, "mark done") if mark.done else ("#ffffff", "mark")
        yield (
            f'<circle cx="{mark.x:g}" cy="{mark.y:g}" r="{_MARK}" fill="{fill}" stroke="{ACCENT}" stroke-width="2" '
            f'class="{state}"><title>{escape(mark.told)}</title></circle>'
        )


def _label(label: Label, *, quiet: bool = False) -> Iterator[str]:
    if label.text:
        weight = ' font-weight="600"' if label.bold else ""
        color, kind = (QUIET, "quiet") if quiet else (INK, "ink")
        base = label.box.top + label.size
        yield (
            f'<text x="{label.box.left:g}" y="{base:g}" fill="{color}"{weight} class="{kind}">'
            f"{escape(label.text)}</text>"
        )
