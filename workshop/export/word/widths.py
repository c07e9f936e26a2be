"""How wide the columns of a table are on paper: short ones as wide as they have to be, the others share the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workshop.export.document import Table
from workshop.export.measure import width

#: A column all of whose cells are this wide at most, in sizes of its letters, does not wrap.
_SHORT = 7.5

#: A word is given so much of the room, in sizes of its letters; a longer one is broken.
_WORD = 8

#: What stands beside the text of a cell, left and right together, in points.
SIDES = 9


def widths(table: Table, kept: Sequence[int], room: float, size: float) -> list[float]:
    """Return the widths of the `kept` columns in points; together they fill `room`."""
    least = [_least(table, at, size) for at in kept]
    wishes = [_wish(table, at, size) for at in kept]
    rest = room - sum(least)
    if rest <= 0:
        return [each * room / sum(least) for each in least]
    wanted = sum(wishes)
    if not wanted:
        return [each * room / sum(least) for each in least]
    return [each + rest * wish / wanted for each, wish in zip(least, wishes, strict=True)]


def _least(table: Table, at: int, size: float) -> float:
    """What a column cannot do without: its longest word, two lines for its name, or all of it where that is short."""
    cells = [row[at] for row in table.rows]
    longest = max((width(cell, size) for cell in cells), default=0)
    words = [width(word, size) for cell in cells for word in cell.split()]
    heads = [width(word, size, bold=True) for word in table.columns[at].split()]
    word = max(min(max(words + heads), _WORD * size), sum(heads) / 2 + size)
    return SIDES + (max(longest, word) if longest <= _SHORT * size else word)


def _wish(table: Table, at: int, size: float) -> float:
    """What more of room is worth to a column: nothing to a short one, to a long one less than in proportion."""
    longest = max((width(row[at], size) for row in table.rows), default=0)
    return 0 if longest <= _SHORT * size else math.sqrt(longest)
