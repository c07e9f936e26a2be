"""The keys of a screen, by keys: all that apply there, what each does, and doing it from here."""

import pytest

from screens.command import offered
from screens.home import Home
from screens.keys import Keys

WTP = "where-to-play"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_every_key_that_applies_stands_there_with_its_name(begun, size):
    async with begun(WTP, size=size) as press:
        await press("a", "=Harbor families", "enter", "escape")
        there = [command for command in offered(press.app.screen) if command.key_shown]
        await press("question_mark")
        assert isinstance(press.app.screen, Keys)
        rows = "\n".join(row.plain for row in press.app.screen.board.picture.rows)
        for command in there:
            assert command.name in rows and command.key_shown in rows
        assert "Ctrl+P finds every action" in rows.replace("\n", " ")
        if size[0] >= 80:
            assert press.app.screen.query_one("#keys-scroll").max_scroll_y == 0


async def test_the_selected_key_says_in_a_sentence_what_it_does(begun):
    async with begun(WTP) as press:
        await press("question_mark")
        assert "Add to the list, one line each" in press.screen
        await press("right", "up", "up", "up", "up", "up", "up", "up", "up")
        selected = press.app.screen.commands[press.app.screen.selected]
        assert selected.tooltip in press.screen


@pytest.mark.parametrize("back", ["escape", "question_mark", "f1"])
async def test_it_is_left_by_escape_and_by_its_own_key(begun, back):
    async with begun(WTP) as press:
        await press("question_mark", back)
        assert not isinstance(press.app.screen, Keys)
        await press("a")
        assert press.app.screen.line.is_open


async def test_enter_does_it_where_it_belongs(begun):
    async with begun(WTP) as press:
        await press("question_mark", "enter", "=Harbor families", "enter")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families"]


async def test_home_has_it_too_without_an_open_workshop(driven):
    async with driven() as press:
        await press("question_mark")
        assert "Begin a workshop." in press.screen and "Quit" in press.screen
        await press("escape")
        assert isinstance(press.app.screen, Home)


async def test_a_click_on_more_shows_the_keys(begun):
    async with begun(WTP) as press:
        hints = press.app.screen.keybar.render().plain
        await press.pilot.click(press.app.screen.keybar, offset=(1 + hints.index("? more"), 0))
        await press.settle()
        assert isinstance(press.app.screen, Keys)


async def test_a_fault_that_passes_meanwhile_does_not_disturb_it(begun):
    async with begun(WTP) as press:
        await press("question_mark")
        press.app.desk.note(lambda room: room.replace(looking="open"))
        await press.settle()
        assert isinstance(press.app.screen, Keys)
