"""What is for the team only has a sign on every board, so that nobody forgets it before a document goes out."""

from __future__ import annotations

import pytest
from textual.content import Content

from data.value import Workshop
from screens.paint import Picture, Place, cells
from screens.team_only import SIGN, signed
from tests.screens.conftest import Driven
from tests.workshop.build import a_workshop, arena

#: A step, and what of it is marked and stands on its board.
ROWS = [
    ("direction", "measure"),
    ("where-to-play", "arena"),
    ("how-to-win", "arena"),
    ("priorities", "priority"),
    ("owners", "priority"),
    ("milestones", "milestone"),
    ("stress-test", "risk"),
]


def marked(workshop: Workshop, table: str) -> Workshop:
    return workshop.put(*(row.replace(internal=True) for row in workshop.rows.values() if row.table == table))


@pytest.mark.parametrize(("step", "table"), ROWS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_stands_behind_each_row_that_is_marked(
    sampled: Driven, step: str, table: str, size: tuple[int, int]
) -> None:
    async with sampled(step, size=size) as press:
        assert SIGN not in press.screen
        press.app.desk.change(lambda workshop: marked(workshop, table), "mark")
        await press.settle()
        board = press.app.screen.board.picture
        shown = [
            place
            for place in board.places
            if place.item in {row.id for row in press.app.desk.value.rows.values() if row.table == table}
        ]
        assert shown and all(SIGN in board.rows[place.top].plain for place in shown)
        assert press.screen.count(SIGN) > 0


def line(text: str, *widths: int) -> str:
    """A row on which items of these widths stand side by side, all but the second marked."""
    value = a_workshop(arena("A1", internal=True), arena("A2"), arena("A3", internal=True))
    places = [Place(f"A{at + 1}", sum(widths[:at]), sum(widths[: at + 1]), 0, 1) for at in range(len(widths))]
    (row,) = signed(Picture([Content(text)], places), value, "").rows
    assert cells(row.plain) == cells(text)
    return row.plain


def test_the_word_stands_beside_the_sign_where_there_is_room() -> None:
    assert line("short               ", 20) == "short     ⌂ internal"
    assert line("somewhat longer     ", 20) == "somewhat longer    ⌂"


def test_a_full_line_has_it_between_its_columns_and_else_gives_way() -> None:
    assert line("one         90 of 100", 21) == "one ⌂       90 of 100"
    assert line("nothing is left out here", 24) == "nothing is left out h… ⌂"


def test_what_stands_beside_it_stays_where_it_is() -> None:
    assert (
        line("日本語の長い名前    short     third        ", 20, 10, 13) == "日本語の長い名前   ⌂short     third       ⌂"
    )


def test_a_board_without_such_rows_is_left_as_it_is() -> None:
    picture = Picture([Content("one")], [Place("A1", 0, 3, 0, 1)])
    assert signed(picture, a_workshop(arena("A1")), "A1") is picture
