"""The plan on one sheet, as PDF: what `onepage` says in plain text, laid out to be pinned up; it fits A4 and Letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from data.nouns.strategy import Verdict
from workshop.export import phrases
from workshop.export.letters import missing_letters
from workshop.export.marking import marked
from workshop.export.registry import Subject, format
from workshop.export.typesetting import broken, compiled
from workshop.plan.model import NEXT_DAYS, Plan
from workshop.text import shorten

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much is shown at most: `rows` of any list but for those named, `text` cells of a text; the sizes in points
    that are tried, largest first."""

    sizes: tuple[float, ...]
    principles: int | None = None
    rows: int | None = None
    next: int | None = None
    text: int = 2000
    listed: int = 2000


#: What gives way, step by step, until the sheet fits. With the last of them every sheet does.
_LIMITS = (
    _Limits((11, 10.3, 9.6, 9, 8.5)),
    _Limits((9, 8.5), principles=0),
    _Limits((8.5, 8), principles=0, next=10, text=200, listed=400),
    _Limits((8,), principles=0, next=7, rows=9, text=110, listed=250),
    _Limits((8, 7.5, 7), principles=0, next=5, rows=7, text=60, listed=120),
)


@format(
    "onepage-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The plan on one sheet, to pin up and to hand out",
    subject=Subject.PAGE,
    remark=missing_letters,
)
def write(plan: Plan) -> bytes:
    """Return the sheet as PDF. When it does not hold everything, it says at its end what it shortened."""
    return compiled("sheet.typ", {"title": phrases.title(plan), "sheets": list(versions(plan))}, plan)


def versions(plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield the sheet as data, each version shorter than the one before, and the last short enough for any page."""
    plan = marked(plan)
    return (_Sheet(plan, limits).data() for limits in _LIMITS)


class _Sheet:
    """One version of the sheet, which keeps account of what it had to leave out."""

    def __init__(self, plan: Plan, limits: _Limits) -> None:
        self._plan = plan
        self._limits = limits
        self._shortened: dict[str, None] = {}  # in the order met

    def data(self) -> dict[str, Any]:
        """What stands on the sheet, as the template takes it."""
        plan, direction = self._plan, self._plan.direction
        sheet = {
            "sizes": self._limits.sizes,
            "over": self._text(plan.organization if plan.title else ""),
            "title": self._text(phrases.title(plan)),
            "status": ", ".join(filter(None, (phrases.status(plan), phrases.horizon(plan)))),
            "open": phrases.missing(plan),
            "obstacle": self._text(direction.obstacle),
            "aim": self._text(direction.aspiration),
            "measures": [self._measure(row) for row in self._rows("measures", direction.measures)],
            "play": [
                (self._text(phrases.called(row)), self._text(row.advantage))
                for row in self._rows("places", plan.judged(Verdict.PLAY))
            ],
            "apart": [
                ("We explore", self._listed(map(phrases.explored, plan.judged(Verdict.EXPLORE)))),
                ("Not now", self._listed(map(phrases.called, plan.judged(Verdict.NOT_NOW)))),
                ("Not us", self._listed(map(phrases.called, plan.judged(Verdict.NOT_US)))),
            ],
            "priorities": self._priorities(),
            "soon": f"Next {NEXT_DAYS} days",
            "next": self._next(),
            "stops": [
                (row.id, self._text(row.stop))
                for row in self._rows("what we stop", [row for row in plan.priorities if row.stop])
            ],
            "rhythm": [
                ("Check-ins", self._listed(map(phrases.check_in, plan.rhythm.check_ins))),
                ("Keeper", self._text(plan.rhythm.keeper)),
            ],
            "principles": [
                self._text(phrases.principle(row))
                for row in self._rows("rules", direction.principles, self._limits.principles)
            ],
        }
        left_out = ", ".join(self._shortened)
        return sheet | {
            "note": f"Shortened to fit one page: {left_out}. The whole plan has the rest." if left_out else ""
        }

    def _measure(self, row: Any) -> tuple[str, str, str]:
        values = f"{phrases.baseline(row)} → {phrases.target(row) or '?'}"
        return self._text(row.name), values, self._text(row.unit)

    def _priorities(self) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        for row in self._rows("priorities", self._plan.priorities):
            following = row.next_milestone
            result = phrases.named(following.id, following.title) if following else "none yet"
            due = (phrases.iso(following.due) or "no date") if following else ""
            found.append(
                (row.id, self._text(row.title), self._text(row.owner or "nobody yet"), self._text(result), due)
            )
        return found

    def _next(self) -> list[tuple[str, ...]]:
        every = self._plan.next_milestones
        return [
            (phrases.iso(row.due), self._text(phrases.named(row.id, row.title)), self._text(row.owner or "nobody yet"))
            for row in self._rows(f"results of the next {NEXT_DAYS} days", every, self._limits.next)
        ]

    def _text(self, text: str) -> str:
        return self._within(text, self._limits.text)

    def _listed(self, texts: Iterable[str]) -> str:
        return self._within(phrases.listed(texts), self._limits.listed)

    def _within(self, text: str, most: int) -> str:
        short = shorten(text, most)
        if short != text:
            self._shortened["long texts"] = None
        return broken(short)

    def _rows(self, what: str, rows: Sequence[T], most: int | None = None) -> Sequence[T]:
        limit = self._limits.rows if most is None else most
        if limit is None or len(rows) <= limit:
            return rows
        self._shortened[what] = None
        return rows[:limit]
