"""Search, by keys: what is typed narrows all that was ever typed, and Enter goes to where it stands."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandPalette

from screens.card import Card
from screens.search import Search
from screens.steps.milestones import Milestones
from screens.steps.open import OpenStep
from screens.steps.where_to_play import WhereToPlay

WTP = "where-to-play"


async def test_what_is_typed_narrows_live_and_enter_goes_there(sampled):
    async with sampled("milestones") as press:
        await press("slash", "d", "u", "n", "h")
        assert isinstance(press.app.screen, Search)
        assert "3 found" in press.screen and "Working households in Eastmere and Dunholt" in press.screen
        await press("down", "enter")
        assert isinstance(press.app.screen, Card)
        assert (press.app.screen.row_id, press.app.screen.selected) == ("P1", "priority/P1/title")
        await press("escape")
        assert press.app.screen.selected == "P1"


async def test_more_words_narrow_further_and_each_new_letter_chooses_the_best_again(sampled):
    async with sampled(WTP) as press:
        await press("slash", "=dunh", "down")
        assert press.app.screen.selected == "1"
        await press("= co-op")
        assert "1 found" in press.screen and press.app.screen.selected == "0"
        await press("enter")
        assert isinstance(press.app.screen, Card) and press.app.screen.selected == "arena/A7/reason"


async def test_the_workshop_s_own_words_are_found_where_they_are_asked_for(sampled):
    async with sampled(WTP) as press:
        await press("slash", "=whom we serve first", "enter")
        assert isinstance(press.app.screen, OpenStep)
        assert press.app.screen.selected == "brief/W/scope"


async def test_escape_goes_back_and_keeps_nothing_half_typed(sampled):
    async with sampled(WTP) as press:
        drafts, value = press.app.desk.room.drafts, press.workshop
        await press("slash", "=dunholt", "escape")
        assert isinstance(press.app.screen, WhereToPlay)
        assert press.app.desk.room.drafts == drafts and press.workshop == value
        await press("slash")
        assert press.app.screen.line.input.value == ""


async def test_where_nothing_is_found_enter_says_so_and_stays(sampled):
    async with sampled(WTP) as press:
        await press("slash", "=zeppelin", "enter")
        assert isinstance(press.app.screen, Search)
        assert "Nothing is found" in press.screen and "zeppelin" in press.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_what_was_typed_is_data_and_no_markup_at_any_size(begun, size):
    async with begun(WTP, size=size) as press:
        await press("a", "=[bold]Zoë [/] 日本語 👩‍👩‍👧 {name} $(x)", "enter", "escape")
        await press("slash", "=[bold] zoe")
        assert "[bold]Zoë [/] 日本語" in press.screen
        await press("enter")
        assert isinstance(press.app.screen, Card)


async def test_a_slash_is_text_while_a_line_is_open(begun):
    async with begun(WTP) as press:
        await press("a")
        for key, character in (("slash", "/"), ("r", "r"), ("b", "b"), ("full_stop", "."), ("k", "k"), ("d", "d")):
            press.app.post_message(events.Key(key, character))
        await press("n", "enter")
        assert [row.name for row in press.workshop.arenas] == ["/rb.kdn"]


async def test_a_thought_can_be_parked_in_the_middle_of_a_search(sampled):
    async with sampled(WTP) as press:
        await press("slash", "=dunh", "f2", "=Ask the council", "enter")
        assert press.workshop.parked[-1].text == "Ask the council"
        assert isinstance(press.app.screen, Search) and "3 found" in press.screen
        await press("escape")
        assert isinstance(press.app.screen, WhereToPlay)


async def test_a_click_chooses_and_a_second_one_goes_there(sampled):
    async with sampled(WTP) as press:
        await press("slash", "=dunh")
        for _ in range(2):
            await press.pilot.click(press.app.screen.board, offset=(5, 1))
            await press.settle()
        assert isinstance(press.app.screen, Card) and press.app.screen.row_id == "P1"


async def test_the_palette_finds_what_was_typed(sampled):
    async with sampled("close") as press:
        await press("ctrl+p", "=cold room and refr")
        palette = press.app.screen
        assert isinstance(palette, CommandPalette)
        while "Go to “Cold room" not in press.screen:
            await press.pilot.pause()
        await press("down", "enter")
        if isinstance(press.app.screen, CommandPalette):
            await press("enter")
        await press.settle()
        assert isinstance(press.app.screen, Card) and press.app.screen.row_id == "M5"
        await press("escape")
        assert isinstance(press.app.screen, Milestones)


async def test_the_palette_at_home_knows_of_no_workshop(sampled):
    async with sampled("close") as press:
        await press("f10", "ctrl+p", "=cold room and refr")
        assert "Cold room and refrigerated" not in press.screen
