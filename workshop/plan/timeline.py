"""A time scale of so many columns: days keep their order on it, and long stretches without anything are shortened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from workshop import stretches

#: From so many empty quarters on, a run of them is shortened.
LONG = 2

#: A scale shows at least so many quarters, the last ones empty if need be.
LEAST = 4

#: Columns of a shortened run: the most that leave `CELLS` to each quarter, else none.
GAPS = (5, 3, 1)
CELLS = 2

#: How a shortened run is drawn.
DOTS = "···"

#: What may be labelled when room is short: each quarter, every other one, none.
_LABELLED: tuple[Collection[int], ...] = ((1, 2, 3, 4), (1, 3), ())

_LAST = (date.max.year, 4)


@dataclass(frozen=True, slots=True)
class Segment:
    """The days from `first` to `last`, both included, on the columns from `left` up to, but without, `right`.

    A quarter, or when `shortened` a run of quarters in which nothing stands.
    """

    first: date
    last: date
    left: int
    right: int
    shortened: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Scale:
    """Segments side by side on `width` columns, counted from 0, each beginning on the day after the one before."""

    width: int
    segments: tuple[Segment, ...]

    def column(self, day: date) -> int:
        """Return the column of a day; days outside the scale stand at its ends."""
        at = bisect_right(self.segments, day, key=lambda segment: segment.first) - 1
        segment = self.segments[max(at, 0)]
        passed = min(max((day - segment.first).days, 0), segment.days - 1)
        return segment.left + passed * (segment.right - segment.left) // segment.days

    @property
    def quarters(self) -> tuple[Segment, ...]:
        """The segments that are quarters, in order."""
        return tuple(segment for segment in self.segments if not segment.shortened)

    def months(self, numbers: Collection[int]) -> frozenset[int]:
        """Return the columns on which days of these months (1 to 12) stand, shortened runs left out."""
        found: set[int] = set()
        for quarter in self.quarters:
            for number in range(quarter.first.month, quarter.last.month + 1):
                if number in numbers:
                    month = stretches.month(quarter.first.year, number)
                    found.update(range(self.column(month.first), self.column(month.last) + 1))
        return frozenset(found)

    def years_line(self, width: int) -> str:
        """Return the years, each above its first quarter, on `width` columns.

        Where room is short they are written as ’27; then the first one, of which little may be left, is left out.
        """
        first = {segment.first.year: segment.left for segment in reversed(self.quarters)}
        full, brief = ([(left, form(year)) for year, left in sorted(first.items())] for form in (str, _brief))
        ways = (full, brief, full[1:], brief[1:])
        return lettering(next((labels for labels in ways if _fit(labels, width)), brief), width)

    def quarters_line(self, width: int) -> str:
        """Return the names of the quarters on `width` columns (where room is short, of some), and dots for runs."""
        names = [(segment.left, (segment.first.month + 2) // 3) for segment in self.quarters]
        sets = ([(left, f"Q{number}") for left, number in names if number in which] for which in _LABELLED)
        line = list(lettering(next(labels for labels in sets if _fit(labels, width)), width))
        for segment in self.segments:
            room = segment.right - segment.left
            if segment.shortened and room:
                left = segment.left + min(1, room // 2)
                line[left : left + max(1, room - 2)] = DOTS[: max(1, room - 2)]
        return "".join(line)


def scale(days: Iterable[date], width: int) -> Scale:
    """Return a scale of `width` columns (one or more) on which all of `days` stand; raises ValueError without a day."""
    numbers = sorted({_quarter(day) for day in days})
    if not numbers:
        raise ValueError("a scale needs a day to begin with")
    while len(numbers) < LEAST and (following := numbers[-1] + 1) <= _number(*_LAST):
        numbers.append(following)
    runs = _runs(numbers)
    kept = sum(not shortened for _, _, shortened in runs)
    gaps = len(runs) - kept
    gap = next((cells for cells in GAPS if width - cells * gaps >= CELLS * kept), 0)
    room = width - gap * gaps
    segments, passed, behind = [], 0, 0
    for first, last, shortened in runs:
        left = passed * room // kept + behind * gap
        passed, behind = passed + (not shortened), behind + shortened
        right = passed * room // kept + behind * gap
        segments.append(Segment(_stretch(first).first, _stretch(last).last, left, right, shortened))
    return Scale(width, tuple(segments))


def lettering(labels: Iterable[tuple[int, str]], width: int) -> str:
    """Return `width` columns with each label where it begins; one that would touch the one before is left out."""
    line = ""
    for left, text in labels:
        if left + len(text) <= width and (not line or left > len(line)):
            line = line.ljust(left) + text
    return line.ljust(width)


def _fit(labels: Sequence[tuple[int, str]], width: int) -> bool:
    """Whether all labels have room, with a blank between them."""
    apart = all(left + len(text) < following for (left, text), (following, _) in pairwise(labels))
    return apart and all(left + len(text) <= width for left, text in labels)


def _brief(year: int) -> str:
    return f"’{year % 100:02}"


def _runs(numbers: Sequence[int]) -> list[tuple[int, int, bool]]:
    """Return quarters one by one, and between them the long runs that hold nothing: (first, last, shortened)."""
    held = set(numbers)
    for before, after in pairwise(numbers):
        if after - before - 1 < LONG:
            held.update(range(before, after))
    runs: list[tuple[int, int, bool]] = []
    for number in sorted(held):
        if runs and number > runs[-1][1] + 1:
            runs.append((runs[-1][1] + 1, number - 1, True))
        runs.append((number, number, False))
    return runs


def _number(year: int, quarter: int) -> int:
    """Quarters counted from the first one of year 0."""
    return year * 4 + quarter - 1


def _quarter(day: date) -> int:
    return _number(day.year, (day.month + 2) // 3)


def _stretch(number: int) -> stretches.Stretch:
    return stretches.quarter(number // 4, number % 4 + 1)
