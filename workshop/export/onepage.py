"""The plan on one page: plain text of at most 60 lines of 80 columns, to print, mail and pin up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from data.nouns.strategy import Verdict
from workshop.export import phrases
from workshop.export.layout import columns, hang, pad, wrap
from workshop.export.marking import marked
from workshop.export.registry import Subject, format
from workshop.plan.decisions import Measure, Milestone, Place, Selected
from workshop.plan.model import NEXT_DAYS, Plan
from workshop.text import cells, shorten

WIDTH = 80
LINES = 60

_LABEL = 10

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much is shown at most: `lines` of any one text, `list` lines of the places refused, the rest in rows."""

    principles: int | None = None
    lines: int | None = None
    list: int | None = None
    next: int | None = None
    stops: int | None = None
    places: int | None = None
    priorities: int | None = None
    measures: int | None = None


#: What gives way, step by step, until the page fits. With the last of them every page does.
_LIMITS = (
    _Limits(),
    _Limits(principles=0),
    _Limits(principles=0, next=8),
    _Limits(principles=0, next=6, list=3),
    _Limits(principles=0, next=6, list=2, lines=2),
    _Limits(principles=0, next=5, list=2, lines=2, stops=5),
    _Limits(principles=0, next=5, list=2, lines=1, stops=5),
    _Limits(principles=0, next=5, list=1, lines=1, stops=5, places=8, priorities=9, measures=3),
)


@format(
    "onepage",
    suffix=".txt",
    media_type="text/plain",
    description="The plan on one page of 60 lines, 80 columns",
    subject=Subject.PAGE,
)
def write(plan: Plan) -> bytes:
    """Return the page, in UTF-8. When it does not hold everything, it says at its end what it shortened."""
    page = "\n\n".join("\n".join(block) for block in blocks(plan))
    return f"{page}\n".encode()


def blocks(plan: Plan, width: int = WIDTH, most: int = LINES) -> list[list[str]]:
    """Return the page as its head and blocks that each begin with a heading.

    Lines have at most `width` cells (40 or more); where there would be more than `most` of them it is shortened.
    """
    plan = marked(plan)
    for limits in _LIMITS:
        page = _Page(plan, limits, width).blocks()
        if sum(map(len, page)) + len(page) - 1 <= most:
            break
    return page


class _Page:
    """One attempt at the page within given limits, which keeps account of what it had to leave out."""

    def __init__(self, plan: Plan, limits: _Limits, width: int) -> None:
        self._plan = plan
        self._limits = limits
        self._width = width
        self._place = width * 32 // WIDTH
        self._owner = width * 25 // WIDTH
        self._result = 18 if width >= WIDTH else 15
        self._shortened: dict[str, None] = {}  # in the order met

    def blocks(self) -> list[list[str]]:
        """The blocks of the page, which blank lines keep apart."""
        blocks = [
            *([*self._head(), *self._direction()], self._places(), self._still_open(), self._priorities()),
            *(self._stops(), self._next(), self._rhythm(), self._principles()),
        ]
        if self._shortened:
            note = f"Shortened to fit one page: {', '.join(self._shortened)}. The whole plan has the rest."
            blocks.append(wrap(note, self._width))
        return [block for block in blocks if block]

    def _head(self) -> list[str]:
        plan = self._plan
        if plan.version:
            status = f"v{plan.version} adopted {phrases.iso(plan.adopted_on)}".rstrip()
        else:
            status = phrases.status(plan)
        above = [(plan.organization.upper() or phrases.title(plan), status)]
        if (plan.organization and plan.title) or phrases.horizon(plan):
            above.append((plan.title if plan.organization else "", phrases.horizon(plan)))
        return [*(line for pair in above for line in self._apart(*pair)), "=" * self._width]

    def _apart(self, left: str, right: str) -> list[str]:
        """A text at either end of a line; on a page narrower than paper the left one may take further lines."""
        right = shorten(right, self._width // 2)
        room = self._width - cells(right) - 2
        first, *further = self._text(left, room, most=1 if self._width >= WIDTH else self._limits.lines) or [""]
        return [f"{pad(first, room)}  {right}".rstrip(), *further]

    def _direction(self) -> list[str]:
        direction = self._plan.direction
        room = self._width - _LABEL
        block = hang("OBSTACLE", self._text(direction.obstacle, room), _LABEL)
        block += hang("AIM", self._text(direction.aspiration, room), _LABEL)
        shown = self._rows("measures", direction.measures, self._limits.measures)
        lines = [line for row in shown for line in self._measure(row)]
        return block + hang("" if direction.aspiration else "AIM", lines, _LABEL)

    def _measure(self, row: Measure) -> list[str]:
        numbers = f"{phrases.baseline(row)} -> {phrases.target(row) or '?'}"
        name, values = self._width * 32 // WIDTH - 2, min(cells(numbers), self._width // 4)
        unit = self._width - _LABEL - name - values - 2
        return columns(
            (self._text(row.name, name), name),
            ([shorten(numbers, values)], values),
            (self._text(row.unit, unit), unit),
        )

    def _places(self) -> list[str]:
        plan = self._plan
        block: list[str] = []
        because = self._width - self._place - 1
        play = self._rows("places", plan.judged(Verdict.PLAY), self._limits.places)
        if play:
            heading = f"WE PLAY{self._of(play, plan.judged(Verdict.PLAY))}"
            block += columns(([heading], self._place), (["WE WIN BECAUSE"], because))
        for place in play:
            called = self._text(phrases.called(place), self._place)
            block += columns((called, self._place), (self._text(place.advantage, because), because))
        for label, refused in (
            ("EXPLORE", phrases.listed(map(phrases.explored, plan.judged(Verdict.EXPLORE)))),
            ("NOT NOW", _names(plan.judged(Verdict.NOT_NOW))),
            ("NOT US", _names(plan.judged(Verdict.NOT_US))),
        ):
            block += hang(label, self._text(refused, self._width - _LABEL, most=self._limits.list), _LABEL)
        return block

    def _still_open(self) -> list[str]:
        missing = ", ".join(self._plan.missing)
        if not missing or self._plan.version:
            return []
        return hang("NOT YET", wrap(missing, self._width - _LABEL), _LABEL)

    def _priorities(self) -> list[str]:
        every = self._plan.priorities
        shown = self._rows("priorities", every, self._limits.priorities)
        title = self._width - self._owner - self._result - 2
        heading = f"PRIORITY{self._of(shown, every)}"
        block = columns(([heading], title), (["OWNER"], self._owner), (["NEXT RESULT"], self._result))
        for row in shown:
            block += columns(
                (hang(f"{row.id} ", self._text(row.title, title - 3), 3) or [row.id], title),
                (self._text(row.owner or "nobody yet", self._owner), self._owner),
                ([_next_result(row)], self._result),
            )
        return block if shown else []

    def _stops(self) -> list[str]:
        every = tuple((row.id, row.stop) for row in self._plan.priorities if row.stop)
        shown = self._rows("what we stop", every, self._limits.stops)
        lines = (hang(f"  {id}", self._text(stop, self._width - 6), 6) for id, stop in shown)
        return [f"WE STOP{self._of(shown, every)}", *(line for group in lines for line in group)] if shown else []

    def _next(self) -> list[str]:
        every = self._plan.next_milestones
        shown = self._rows(f"results of the next {NEXT_DAYS} days", every, self._limits.next)
        lines = (self._milestone(row) for row in shown)
        heading = f"NEXT {NEXT_DAYS} DAYS{self._of(shown, every)}"
        return [heading, *(line for group in lines for line in group)] if shown else []

    def _rhythm(self) -> list[str]:
        rhythm = self._plan.rhythm
        room = self._width - _LABEL
        block = hang("CHECK-INS", wrap(phrases.listed(map(phrases.check_in, rhythm.check_ins)), room), _LABEL)
        return block + hang("KEEPER", self._text(rhythm.keeper, room), _LABEL)

    def _principles(self) -> list[str]:
        shown = self._rows("rules", self._plan.direction.principles, self._limits.principles)
        lines = (hang("  ", self._text(phrases.principle(row), self._width - 2), 2) for row in shown)
        return ["RULES", *(line for group in lines for line in group)] if shown else []

    def _milestone(self, row: Milestone) -> list[str]:
        title = self._width - self._owner - 19
        return columns(
            ([f"  {phrases.iso(row.due)} {row.id}"], 17),
            (self._text(row.title, title), title),
            (self._text(row.owner or "nobody yet", self._owner), self._owner),
        )

    def _text(self, text: str, width: int, most: int | None = None) -> list[str]:
        """A text in lines, as many as the limits allow; `most` for one that has a limit of its own."""
        limit = most or self._limits.lines
        lines = wrap(text, width)
        if limit is None or len(lines) <= limit:
            return lines
        self._shortened["long texts"] = None
        return wrap(text, width, lines=limit)

    def _rows(self, what: str, rows: Sequence[T], most: int | None) -> Sequence[T]:
        if most is None or len(rows) <= most:
            return rows
        self._shortened[what] = None
        return rows[:most]

    @staticmethod
    def _of(shown: Sequence[object], every: Sequence[object]) -> str:
        return f" ({len(shown)} of {len(every)})" if len(shown) < len(every) else ""


def _names(places: Sequence[Place]) -> str:
    return phrases.listed(map(phrases.called, places))


def _next_result(row: Selected) -> str:
    following = row.next_milestone
    return f"{phrases.iso(following.due) or 'no date'} {following.id}" if following else "none yet"
