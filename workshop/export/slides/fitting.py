"""What has room on a slide: text gets smaller, down to what a room can read, then it is cut, then rows are counted.

Everything here is arithmetic, in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.export.measure import height, high, within

#: The sizes a text may have, the best one first.
SIZES = (20, 18, 16, 14, 12, 11)

#: What stands beside the text of a cell, left and right together, and above and below together.
CELL_SIDES, CELL_ENDS = 12, 8

#: What is kept free of a line, for programs that space their letters otherwise.
_SPARE = 3

#: The first column of a table has no room for "+3 more" when it is narrower than this.
_COUNTS = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, and the lines under it: paragraphs, or items of a list."""

    heading: str
    lines: tuple[str, ...]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rows of a table that have room, the size of their text, and how high each is, the head first."""

    size: float
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]


def fit_table(names: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], room: float) -> Fitted:
    """Return what a table of columns of these widths shows within `room`; the last row says how many there are more."""
    texts = tuple(map(tuple, rows))
    for size in SIZES[1:]:
        highs = _heights(names, texts, widths, size)
        if sum(highs) <= room:
            return Fitted(size, texts, highs)
    for lines in (3, 2, 1):
        texts = tuple(
            tuple(within(cell, inner(wide), size, lines) for cell, wide in zip(row, widths, strict=True))
            for row in rows
        )
        highs = _heights(names, texts, widths, size)
        if sum(highs) <= room:
            return Fitted(size, texts, highs)
    last = height(1, size) + CELL_ENDS
    kept = 0
    while sum(highs[: kept + 2]) + last <= room:
        kept += 1
    more = [f"+{len(texts) - kept} more", *[""] * (len(names) - 1)]
    if len(more) > 1 and widths[0] < _COUNTS:
        more[:2] = more[1::-1]
    return Fitted(size, (*texts[:kept], tuple(more)), (*highs[: kept + 1], last))


def fit_passages(
    passages: Sequence[Passage], width: float, room: float, most: float = SIZES[0]
) -> tuple[float, tuple[Passage, ...]]:
    """Return the size of the text, at most `most`, and of each passage what has room.

    A list says how many items there are more.
    """
    shown = tuple(passages)
    for size in (size for size in SIZES if size <= most):
        if passages_high(shown, width, size) <= room:
            return size, shown
    for lines, most in ((2, 99), (1, 99), *((1, most) for most in range(12, 0, -1))):
        shown = tuple(_shortened(each, width - size, size, lines, most) for each in passages)
        if passages_high(shown, width, size) <= room:
            break
    return size, shown


def fit_lines(lines: Sequence[str], width: float, room: float) -> tuple[float, tuple[str, ...]]:
    """Return the size of paragraphs one under the other, and of each what has room."""
    for size in SIZES:
        if lines_high(lines, width, size) <= room:
            return size, tuple(lines)
    for most in (3, 2, 1):
        shown = tuple(within(line, width, size, most) for line in lines)
        if lines_high(shown, width, size) <= room:
            break
    return size, shown


def lines_high(lines: Sequence[str], width: float, size: float) -> float:
    """How high paragraphs are, with the space after each."""
    return sum(high(line, width, size) + size * 0.4 for line in lines)


def passages_high(passages: Sequence[Passage], width: float, size: float) -> float:
    """How high passages are, with the space around their headings."""
    heads = sum(high(each.heading, width, heading(size), bold=True) + size for each in passages)
    return heads + sum(lines_high(each.lines, width - (size if each.listed else 0), size) for each in passages)


def heading(size: float) -> float:
    """The size of a heading over text of a size: smaller, but no smaller than the smallest text may be."""
    return max(size - 2, SIZES[-1])


def inner(width: float) -> float:
    """The room for text in a cell."""
    return width - CELL_SIDES - _SPARE


def _heights(
    names: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], size: float
) -> tuple[float, ...]:
    def row_high(cells: Sequence[str], *, bold: bool = False) -> float:
        highs = (high(cell, inner(wide), size, bold=bold) for cell, wide in zip(cells, widths, strict=True))
        return max(highs) + CELL_ENDS

    return (row_high(names, bold=True), *map(row_high, rows))


def _shortened(passage: Passage, width: float, size: float, lines: int, most: int) -> Passage:
    texts = [within(line, width, size, lines) for line in passage.lines[:most]]
    more = len(passage.lines) - most
    return Passage(passage.heading, (*texts, *([f"+{more} more"] if more > 0 else [])), passage.listed)
