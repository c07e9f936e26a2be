"""Items side by side in a row, and pictures that show one of several things behind a row of tabs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.paint import Picture, Place, Row, cells, fit
from workshop.text import shorten

#: Tabs are not cut below so many cells; more of them than fit go on in a further row.
LEAST = 14

#: What a name does not end with once it is cut.
_LOOSE_ENDS = " ,;:.-–—("


def strip(
    pieces: Sequence[tuple[str, Content]], width: int, top: int, *, lead: Content | None = None, gap: int = 1
) -> tuple[list[Row], list[Place]]:
    """Items side by side, in as many rows of `width` cells as they take, and where each stands on a board.

    `pieces` are (item, content); `top` is the row of the first; `lead` stands before them and is blank from the
    second row on.
    """
    lead = lead or Content("")
    indent = lead.cell_length
    lines, places, x = [lead], [], indent
    for item, piece in pieces:
        size = min(piece.cell_length, width - indent)
        if x > indent and x + size > width:
            lines.append(Content(" " * indent))
            x = indent
        lines[-1] = fit(lines[-1], x) + fit(piece, size)
        places.append(Place(item, x, x + size, top + len(lines) - 1, top + len(lines)))
        x += size + gap
    return [Row(fit(line, width)) for line in lines], places


def tab_names(names: Sequence[str], room: int) -> list[str]:
    """Names short enough to take `room` cells together, the longest shortened first, none below `LEAST` cells."""
    longest = max(map(cells, names), default=0)
    while longest > LEAST and sum(min(cells(name), longest) for name in names) > room:
        longest -= 1
    return [short_name(name, longest) for name in names]


def short_name(name: str, width: int) -> str:
    """A name in at most `width` cells, cut behind a word where that leaves more than half of them."""
    cut = shorten(name, width)
    if cut == name or width < 2:
        return cut
    kept = cut.removesuffix("…")
    if name[len(kept) : len(kept) + 1] != " ":
        whole, _, _ = kept.rpartition(" ")
        kept = whole if cells(whole) > width // 2 else kept
    return f"{kept.rstrip(_LOOSE_ENDS)}…"


class Tabbed(Picture):
    """One of several things, behind tabs: left and right lead along a row of its items, and past its ends to the
    next tab; up and down through its items.

    Tabs are items too, which stand for the thing they show: the one of `tabs` that is `open` may stand twice.
    """

    def __init__(
        self, rows: Sequence[Content], head: Sequence[Place], body: Sequence[Place], tabs: Sequence[str], open: str
    ) -> None:
        super().__init__(rows, [*head, *sorted(body, key=lambda place: (place.top, place.left))])
        self._body = self.places[len(head) :]
        self._tabs, self._open = tuple(tabs), open

    def toward(self, item: str, dx: int, dy: int) -> str:
        here = next((place for place in self._body if place.item == item), None)
        if here is None:
            return self._open
        if dy:
            tops = sorted({place.top for place in self._body})
            at = tops.index(here.top) + dy
            if not 0 <= at < len(tops):
                return item
            line = [place for place in self._body if place.top == tops[at]]
            return min(line, key=lambda place: abs(place.left - here.left)).item
        line = [place for place in self._body if place.top == here.top]
        at = line.index(here) + dx
        if 0 <= at < len(line):
            return line[at].item
        at = min(max(self._tabs.index(self._open) + dx, 0), len(self._tabs) - 1)
        return self._tabs[at] if self._tabs[at] != self._open else item
