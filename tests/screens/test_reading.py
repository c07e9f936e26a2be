"""Reading back and the blank wall, by keys: any key returns from both, and nothing else happens."""

from __future__ import annotations

from datetime import datetime

import pytest

from screens.bare import Blank, ReadBack
from screens.card import Card
from screens.steps.priorities import Priorities
from screens.steps.where_to_play import WhereToPlay
from tests.screens.conftest import NOW

WTP = "where-to-play"

#: What a board, the app and a clicker would all understand, each in its own way.
ANY_KEY = ("escape", "r", "pagedown", "pageup", "b", "full_stop", "f5", "delete", "1", "ctrl+p", "f10", "f2", "u", "x")


def flat(text: str) -> str:
    return " ".join(text.split())


async def test_r_reads_back_the_selected_place_with_its_verdict_and_why(sampled):
    async with sampled(WTP) as press:
        await press("home", "r")
        assert isinstance(press.app.screen, ReadBack)
        assert "Where will we play, and where will we not?" in press.screen
        assert "Working households in Eastmere and Dunholt: ▲ Play." in flat(press.screen)
        assert "Because: Half of missed first visits" in flat(press.screen)
        assert "saved" not in press.screen and "? more" not in press.screen


async def test_how_to_win_is_read_back_as_one_sentence(sampled):
    async with sampled("how-to-win") as press:
        await press("home", "r")
        told = "Instead of skipping meals or paying corner-shop prices, people choose us for a bookable slot"
        assert told in flat(press.screen)


async def test_a_priority_is_read_back_with_outcome_owner_and_what_stops(sampled):
    async with sampled("priorities") as press:
        await press("home", "r")
        told = flat(press.screen)
        assert "A third of all visits happen outside weekday daytime" in told
        assert "Operations Manager answers for it." in told
        assert "What stops: Close the Tuesday morning session at the central pantry." in told


async def test_a_milestone_is_read_back_with_its_date_and_its_proof(sampled):
    async with sampled("milestones") as press:
        press.app.look_at("milestones", "M1")
        await press.settle()
        await press("enter", "r")
        assert "By Fri 4 Dec 2026: Operations Manager." in flat(press.screen)
        assert "Done when: Signed use agreements" in flat(press.screen)
        await press("space")
        assert isinstance(press.app.screen, Card)


async def test_the_message_is_read_back(sampled):
    async with sampled("close") as press:
        press.app.look_at("close", "brief/W/message")
        await press.settle()
        await press("r")
        assert "We open when people can come" in press.screen


async def test_a_field_without_an_answer_gives_way_to_what_the_step_came_to(sampled):
    async with sampled("open") as press:
        press.app.look_at("open", "brief/W/out_of_scope")
        await press.settle()
        await press("enter", "ctrl+u", "enter", "up", "r")
        assert "we have decided whom we serve first" in flat(press.screen)


async def test_where_nothing_was_decided_r_does_nothing(begun):
    async with begun(WTP) as press:
        await press("r")
        assert isinstance(press.app.screen, WhereToPlay)


@pytest.mark.parametrize("open_it", ["r", "b", "full_stop"])
async def test_any_key_returns_and_does_nothing_else(sampled, open_it):
    async with sampled("priorities") as press:
        await press("home", "down")
        press.app.clear_notifications()
        value, room, selected = press.workshop, press.app.desk.room, press.app.screen.selected
        for key in ANY_KEY:
            await press(open_it)
            assert isinstance(press.app.screen, (ReadBack, Blank)), key
            await press(key)
            assert isinstance(press.app.screen, Priorities), key
            assert not press.app.screen.line.is_open, key
        assert press.workshop == value and press.app.desk.room == room
        assert press.app.screen.selected == selected and press.app._exit is False


async def test_keys_typed_ahead_of_the_wall_act_in_their_order(sampled):
    async with sampled(WTP) as press:
        await press("home")
        for key in ("b", "x", "down", "down"):
            press.app.simulate_key(key)
        await press.settle()
        assert isinstance(press.app.screen, WhereToPlay) and press.app.screen.selected == "A3"


async def test_the_blank_wall_shows_no_word_of_the_workshop_and_no_notice(sampled):
    async with sampled(WTP) as press:
        press.app.tell("Undone: “Working households”")
        await press("full_stop")
        assert press.screen.split() == ["any", "key"]
        press.app.tell("Time is up for Where to play.")
        await press.settle()
        assert press.screen.split() == ["any", "key"]


async def test_the_clock_does_not_bring_anything_back(sampled):
    now: list[datetime] = [NOW]
    async with sampled(WTP, now=lambda: now[0]) as press:
        await press("t", "b")
        await press.app._tick()
        await press.settle()
        assert isinstance(press.app.screen, Blank) and press.screen.split() == ["any", "key"]


async def test_a_click_brings_the_wall_back(sampled):
    async with sampled(WTP) as press:
        await press("b")
        await press.pilot.click(offset=(3, 3))
        await press.settle()
        assert isinstance(press.app.screen, WhereToPlay)


async def test_what_a_clicker_sends_otherwise_does_nothing_on_the_board(sampled):
    async with sampled(WTP) as press:
        value, room = press.workshop, press.app.desk.room
        await press("f5", "escape", "shift+f5")
        assert isinstance(press.app.screen, WhereToPlay)
        assert press.workshop == value and press.app.desk.room == room


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_hostile_and_long_texts_are_read_back_whole_or_with_a_sign(begun, size):
    name = "[red]Zoë [/] 日本語 👩‍👩‍👧 {x}"
    async with begun(WTP, size=size) as press:
        await press("a", f"={name}", "enter", "escape", "1", "=" + "word " * 20, "enter", "escape", "r")
        assert "[red]Zoë [/] 日本語" in press.screen
        for row in press.app.screen._compositor.render_strips():
            assert row.cell_length == size[0]
        left = [len(line) - len(line.lstrip()) for line in press.screen.splitlines() if line.strip()]
        assert min(left) >= 4


async def test_what_does_not_fit_ends_with_a_sign(sampled):
    async with sampled("milestones", size=(60, 12)) as press:
        screen = press.app.screen
        press.app.read_back(screen.result(press.workshop))
        await press.settle()
        assert "… and more, on the board" in press.screen
