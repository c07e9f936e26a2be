"""Putting words on the wall: what people typed is always plain content here, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

#: The sign that stands before the selected item.
POINTER = "▸"

# Control characters, line ends, halves of characters, and the marks that turn the direction of a whole line.
_UNSHOWABLE: dict[int, str | None] = {
    **dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000)), None),
}


def showable(text: str) -> str:
    """A text on one line, without what would act on the terminal instead of standing there."""
    return text.translate(_UNSHOWABLE)


def said(text: str, style: str = "") -> Content:
    """What somebody typed, on one line, whatever is in it."""
    return Content.styled(showable(text), style) if style else Content(showable(text))


def fit(content: Content, width: int) -> Content:
    """Exactly `width` cells: cut with an ellipsis, or filled up with blanks."""
    if width <= 0:
        return Content("")
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    return content.pad_right(width - content.cell_length)


def ends(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` at the two ends of `width` cells; the left one gives way."""
    if not right.plain:
        return fit(left, width)
    room = max(0, width - right.cell_length - 1)
    return fit(fit(left, room) + " " + right, width)


def wrapped(text: str, width: int, style: str = "", most: int = 4) -> list[Content]:
    """What somebody typed in at most `most` lines of `width` cells; an ellipsis says that there is more."""
    return list(_wrapped(text, max(8, width), style, most))


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int, style: str, most: int) -> tuple[Content, ...]:
    """Remembered: a board is painted at each key, and little of what stands on it has changed since the one before."""
    return tuple(within(said(text, style), width, most))


def within(content: Content, width: int, most: int) -> list[Content]:
    """The rows of `width` cells that a content takes, cut to `most` of them with an ellipsis."""
    if width <= 0:
        return []
    lines = list(content.wrap(width))
    if len(lines) <= most:
        return lines
    rest = Content(" ").join(lines[most - 1 :])
    return [*lines[: most - 1], rest.truncate(width - 1).rstrip() + "…"] if most > 0 else []


def dots(count: int, of: int, width: int = 11) -> str:
    """A count as filled dots among `width` at most."""
    filled = count if of <= width else round(count * width / of)
    filled = min(max(filled, 1 if count else 0), width)
    return "●" * filled + "·" * (width - filled)


@dataclass(frozen=True)
class Place:
    """Where an item stands on the board: cells from `left` up to `right`, rows from `top` up to `bottom`."""

    item: str
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Row:
    """One row of a block; `item` names the item it belongs to, "" for headings and notes."""

    content: Content
    item: str = ""


class Picture:
    """What a board shows: rows of content, and where each item stands."""

    def __init__(self, rows: Sequence[Content] = (), places: Sequence[Place] = ()) -> None:
        self.rows = tuple(rows)
        self.places = tuple(places)

    @property
    def items(self) -> tuple[str, ...]:
        """The items, in reading order."""
        return tuple(place.item for place in self.places)

    def place(self, item: str) -> Place | None:
        return next((place for place in self.places if place.item == item), None)

    def at(self, x: int, y: int) -> str:
        """The item at a cell, or ""."""
        for place in self.places:
            if place.left <= x < place.right and place.top <= y < place.bottom:
                return place.item
        return ""

    def toward(self, item: str, dx: int, dy: int) -> str:
        """The item next to `item` in a direction: the nearest above or below it, or the nearest in the next column."""
        here = self.place(item)
        if here is None:
            return self.items[0] if self.items else ""
        if dy:
            column = [p for p in self.places if p.left < here.right and here.left < p.right]
            ahead = [p for p in column if (p.top - here.top) * dy > 0]
            return min(ahead, key=lambda p: (abs(p.top - here.top), p.left)).item if ahead else item
        beside = [p for p in self.places if (p.left >= here.right if dx > 0 else p.right <= here.left)]
        if not beside:
            return item
        left = (min if dx > 0 else max)(place.left for place in beside)
        return min((p for p in beside if p.left == left), key=lambda p: abs(p.top - here.top)).item


class Painter:
    """Builds the rows of a board: headings, items (the selected one marked) and notes, `width` cells wide."""

    def __init__(self, width: int, height: int, selected: str = "") -> None:
        self.width, self.height, self.selected = width, height, selected

    @property
    def tall(self) -> bool:
        """Whether there is room for cards and blank rows."""
        return self.height >= TALL

    def narrow(self, width: int) -> Painter:
        """A painter for one column of the board."""
        return Painter(width, self.height, self.selected)

    def heading(self, sign: str, name: str, note: str = "", style: str = "bold") -> Row:
        """A group's heading: sign and word, and a quiet note."""
        left = Content.styled(f"{sign} {name}".strip(), f"bold {style}")
        return Row(fit(left + Content.styled(f"  {note}" if note else "", f"bold {style}"), self.width))

    def item(self, id: str, left: Content, right: Content | None = None, *, style: str = "", indent: int = 2) -> Row:
        """The first row of an item."""
        chosen = id == self.selected
        lead = f"{POINTER if chosen else ' '}{' ' * (indent - 1)}"
        line = ends(Content(lead) + left, right or Content(""), self.width)
        if chosen:
            line = line.stylize_before("bold $wall-ink on $wall-chosen")
        return Row(line.stylize_before(style) if style else line, id)

    def under(self, id: str, content: Content, indent: int = 4) -> Row:
        """A further row of an item."""
        return Row(fit(Content(" " * indent) + content, self.width), id)

    def card(self, id: str, texts: Sequence[tuple[str, str]], edge: str) -> list[Row]:
        """An item as a card: (text, style) pairs wrapped behind a colored edge, and a blank row below."""
        chosen = id == self.selected
        bar = Content.styled(POINTER if chosen else "▌", edge)
        rows: list[Row] = []
        for text, style in texts:
            for line in wrapped(text, self.width - 2, style) if text else ():
                content = fit((bar if not rows else Content.styled("▌", edge)) + " " + line, self.width)
                ground = "bold $wall-ink on $wall-chosen" if chosen else "on $wall-bar"
                rows.append(Row(content.stylize_before(ground), id))
        return [*rows, self.note()]

    def note(self, text: str = "", style: str = "$wall-quiet") -> Row:
        """A row that belongs to no item, in the program's own words."""
        return Row(fit(Content.styled(text, style), self.width))

    def picture(self, rows: Sequence[Row]) -> Picture:
        """One column."""
        return Picture([row.content for row in rows], _places(rows, 0, self.width))

    def beside(self, columns: Sequence[Sequence[Row]], width: int, gap: int) -> Picture:
        """Columns of `width` cells side by side."""
        height = max((len(column) for column in columns), default=0)
        blank = Content(" " * width)
        lines = []
        for y in range(height):
            parts = [column[y].content if y < len(column) else blank for column in columns]
            lines.append(Content(" " * gap).join(parts))
        places: list[Place] = []
        for number, column in enumerate(columns):
            left = number * (width + gap)
            places += _places(column, left, left + width)
        return Picture(lines, places)

    def stacked(self, *pictures: Picture, gap: int = 0) -> Picture:
        """Pictures one below the other, with `gap` blank rows between them."""
        rows: list[Content] = []
        places: list[Place] = []
        for picture in pictures:
            rows += [Content(" " * self.width)] * (gap if rows else 0)
            top = len(rows)
            places += [replace(place, top=place.top + top, bottom=place.bottom + top) for place in picture.places]
            rows += picture.rows
        return Picture(rows, places)


#: From this many rows on a screen has blank rows, hints and cards.
TALL = 30


def _places(rows: Sequence[Row], left: int, right: int) -> list[Place]:
    places: list[Place] = []
    for y, row in enumerate(rows):
        if not row.item:
            continue
        if places and places[-1].item == row.item and places[-1].bottom == y:
            places[-1] = Place(row.item, left, right, places[-1].top, y + 1)
        else:
            places.append(Place(row.item, left, right, y, y + 1))
    return places


def cells(text: str) -> int:
    """How many cells a text takes on the screen."""
    return cell_len(text)
