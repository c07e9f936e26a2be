"""How much room text takes on paper and on slides, where no font is at hand: rather too much than too little.

The widths are Helvetica's, from the font metrics of PostScript's standard fonts: the fonts that the documents name are
narrower, or as wide.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from workshop.text import cells, graphemes

#: From the space to the tilde, in thousandths of the font's size.
_HELVETICA = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = tuple(map(int, _HELVETICA.split()))

#: Bold letters are wider, and a letter the table does not have is taken for a wide one.
_BOLD, _OTHER, _FULL = 1.08, 700, 1050

#: From one line to the next, by the font's size.
LEADING = 1.22

#: The letters from this one on are set in other fonts, whose lines are higher.
_TALLER, _TALL = "\u0590", 1.5


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in points, at a font size in points."""
    return sum(map(_width, graphemes(text))) * size / 1000 * (_BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, *, lines: int | None = None, bold: bool = False) -> list[str]:
    """Return `text` in lines of at most `room` points, at most `lines` of them, "…" where something was cut off.

    Breaks between words, and within one only when it is wider than a line. No text makes no lines.
    """
    found: list[str] = []
    line = ""
    for word in _pieces(text, room, size, bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            found.append(line)
            line = word
        else:
            line = longer
    if line:
        found.append(line)
    if lines is not None and len(found) > lines:
        found[lines - 1 :] = [cut(" ".join(found[lines - 1 :]), room, size, bold=bold)]
    return found


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return as much of `text` as has room on one line of `room` points, with "…" where something was cut off."""
    if width(text, size, bold=bold) <= room:
        return text
    clusters = graphemes(text)
    edges = [width("…", size, bold=bold)]
    for cluster in clusters:
        edges.append(edges[-1] + width(cluster, size, bold=bold))
    kept = max(bisect_right(edges, room) - 1, 0)
    return "".join(clusters[:kept]).rstrip() + "…"


def within(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> str:
    """Return as much of `text` as `lines` lines of `room` points hold, with "…" where something was cut off."""
    if len(wrapped(text, room, size, bold=bold)) <= lines:
        return text
    clusters = graphemes(text)

    def cut_at(kept: int) -> str:
        return "".join(clusters[:kept]).rstrip() + "…"

    too_many = bisect_left(
        range(len(clusters)), True, key=lambda kept: len(wrapped(cut_at(kept), room, size, bold=bold)) > lines
    )
    return cut_at(max(too_many - 1, 0))


def height(lines: int, size: float) -> float:
    """Return the height of so many lines of Latin letters in points."""
    return lines * size * LEADING


def high(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Return the height of `text` in points, wrapped to `room`; no text is as high as a line."""
    lines = max(len(wrapped(text, room, size, bold=bold)), 1)
    return lines * size * (LEADING if all(each < _TALLER for each in text) else _TALL)


def _pieces(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """Yield the words, those wider than `room` in pieces."""
    for word in text.split():
        if width(word, size, bold=bold) <= room:
            yield word
            continue
        piece, used = "", 0.0
        for cluster in graphemes(word):
            wide = width(cluster, size, bold=bold)
            if piece and used + wide > room:
                yield piece
                piece, used = "", 0.0
            piece, used = piece + cluster, used + wide
        yield piece


@lru_cache(maxsize=4096)
def _width(cluster: str) -> int:
    letter = unicodedata.normalize("NFD", cluster)[0]
    if " " <= letter <= "~":
        return _WIDTHS[ord(letter) - 32]
    if len(cluster) > 2:
        return max(_OTHER * min(len(cluster), 3), _FULL * cells(cluster) // 2)
    return (0, _OTHER, _FULL)[min(cells(cluster), 2)]
