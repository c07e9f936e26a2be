"""The sign of what is for the team only: behind every row that is marked internal, on whatever board it stands."""

from __future__ import annotations

import re
from copy import copy

from textual.content import Content

from data.value import Workshop
from screens.paint import Picture, Place, cells, fit

#: A house: it does not leave it. The word stands beside it where there is room.
SIGN, WORD = "⌂", "⌂ internal"

#: Where a line that is full has room for the sign: between two of its columns.
_BLANKS = re.compile(r"(?<=\S) {3,}")


def signed(picture: Picture, workshop: Workshop, selected: str) -> Picture:
    """Return the picture with the sign at the end of the first line of each item that is marked internal."""
    internal = {row.id for row in workshop.rows.values() if getattr(row, "internal", False)}
    places = [place for place in picture.places if place.item in internal]
    if not places:
        return picture
    rows = list(picture.rows)
    for place in places:
        rows[place.top] = _signed(rows[place.top], place, chosen=place.item == selected)
    with_signs = copy(picture)
    with_signs.rows = tuple(rows)
    return with_signs


def _signed(row: Content, place: Place, *, chosen: bool) -> Content:
    first, last = _letters(row, place.left), _letters(row, place.right)
    line, room = row[first:last], place.right - place.left
    style = "bold $wall-ink on $wall-chosen" if chosen else "$wall-explore"
    said = line.rstrip()
    free = room - said.cell_length
    sign = WORD if free > len(WORD) else SIGN
    blanks = _BLANKS.search(said.plain) if free <= len(SIGN) else None
    if blanks:
        at = blanks.start() + 1
        line = line[:at] + Content.styled(SIGN, style) + line[at + 1 :]
    else:
        line = fit(said, room - len(sign) - 1) + Content.styled(f" {sign}", style)
    return row[:first] + line + row[last:]


def _letters(row: Content, cell: int) -> int:
    """How many letters of a row stand before a cell."""
    before = 0
    for at, letter in enumerate(row.plain):
        if before >= cell:
            return at
        before += cells(letter)
    return len(row.plain)
