"""The small screens over a step, by keys: parked thoughts, decisions, participants; one key there and one back."""

from __future__ import annotations

import pytest

from data.nouns.room import Disposition
from screens.bare import ReadBack
from screens.card import Card
from screens.decisions import Decisions
from screens.parking_lot import ParkingLot
from screens.participants import Participants
from screens.steps.owners import Owners
from screens.steps.where_to_play import WhereToPlay
from screens.widgets.prompt import Prompt, PromptKey
from tests.screens.tour import complaints
from workshop.room.walk import WALKED

WTP = "where-to-play"
SMALL = {"k": ParkingLot, "d": Decisions, "n": Participants}


@pytest.mark.parametrize("key", SMALL)
async def test_one_key_there_one_back_and_nothing_moves(sampled, key):
    async with sampled(WTP) as press:
        await press("home", "down")
        value, step, selected = press.workshop, press.app.desk.room.looking, press.app.screen.selected
        await press(key, key)
        assert isinstance(press.app.screen, SMALL[key])
        await press("escape")
        assert isinstance(press.app.screen, WhereToPlay)
        assert press.workshop == value and press.app.desk.room.looking == step
        assert press.app.screen.selected == selected


async def test_a_parks_and_a_digit_says_what_becomes_of_it(begun):
    async with begun(WTP) as press:
        await press("k")
        assert "a parks a thought here" in press.screen
        await press("a", "=[b]Ask the council", "enter", "=Rename us", "enter", "escape")
        assert [row.text for row in press.workshop.parked] == ["[b]Ask the council", "Rename us"]
        assert "[b]Ask the council" in press.screen
        await press("4", "2", "=Chair", "enter", "=in 2 weeks", "enter")
        first, second = press.workshop.parked
        assert (first.disposition, second.disposition) == (Disposition.GIVE, Disposition.DROP)
        assert press.workshop.party(first.who_id).name == "Chair"


async def test_a_parked_thought_has_its_card_and_can_be_deleted(sampled):
    async with sampled(WTP) as press:
        await press("k", "home", "enter")
        assert isinstance(press.app.screen, Card) and press.app.screen.noun.table == "parked"
        await press("escape")
        before = press.workshop.parked
        await press("delete")
        assert press.workshop.parked == before[1:]
        await press("u")
        assert press.workshop.parked == before


async def test_digits_say_of_a_participant_what_they_say_on_open(sampled):
    async with sampled(WTP) as press:
        await press("n", "home", "1", "2")
        person = press.workshop.participants[0]
        assert (person.present, person.votes) == (False, False)
        await press("a", "=New trustee", "enter", "escape")
        assert press.workshop.participants[-1].name == "New trustee"
        await press("end", "delete")
        assert "New trustee" not in [row.name for row in press.workshop.participants]


async def test_an_empty_room_is_filled_with_enter(begun):
    async with begun(WTP) as press:
        await press("n", "enter", "=Chair", "enter", "escape")
        assert [row.name for row in press.workshop.participants] == ["Chair"]


async def test_decisions_stand_in_the_order_of_the_steps(sampled):
    async with sampled("close", size=(120, 60)) as press:
        await press("d")
        told = "\n".join(row.plain for row in press.app.screen.board.picture.rows)
        order = (
            *("1 Open", "decider", "3 Where to play", "▲ Play", "✕ Not us", "4 How to win", "a bookable slot"),
            *("look back", "5 Priorities", "▲ selected", "6 Owners", "✓ Operations", "7 Milestones"),
            *("20 Nov", "Text booking works", "10 Close"),
        )
        at = [told.index(each) for each in order]
        assert at == sorted(at)


async def test_enter_jumps_to_where_it_was_decided(sampled):
    async with sampled(WTP) as press:
        await press("d")
        press.app.screen.select("owners:P2")
        await press("enter")
        assert isinstance(press.app.screen, Card) and press.app.screen.selected == "priority/P2/owner_id"
        await press("escape")
        assert isinstance(press.app.screen, Owners) and press.app.screen.selected == "P2"


async def test_a_decision_is_read_back_as_it_was_put(sampled):
    async with sampled(WTP) as press:
        await press("d")
        press.app.screen.select("how-to-win:A1")
        await press("r")
        assert isinstance(press.app.screen, ReadBack) and "Instead of skipping meals" in press.screen


async def test_what_is_still_to_decide_is_no_decision(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "escape", "d")
        assert "Harbor families" not in press.screen
        await press("escape", "1", "escape", "d")
        assert "▲ Play" in press.screen and "Harbor families" in press.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_nothing_is_cut_without_a_sign(sampled, begun, size):
    async with sampled(WTP, size=size) as press:
        wrong = []
        for keys in (("k",), ("k", "a"), ("d",), ("n",), ("n", "a"), ("slash",), ("slash", "=e")):
            await press(*keys)
            wrong += [f"{keys}: {each}" for each in complaints(press.app)]
            while not isinstance(press.app.screen, WhereToPlay):
                await press("escape")
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("key", ["e", "d", "k", *WALKED])
async def test_what_is_selected_stays_in_view_when_a_line_opens(sampled, key):
    async with sampled(key if key in WALKED else WTP, size=(60, 20)) as press:
        await press(*([] if key in WALKED else [key]), "end")
        screen = press.app.screen
        screen.ask(
            Prompt(PromptKey("any"), "What is it that we ask for here? " * 3, lambda text: (text, ""), lambda _: None)
        )
        await press.settle()
        scroll, place = screen.query_one("#scroll"), screen.board.picture.place(screen.selected)
        assert screen.line.is_open and place is not None
        assert place.top >= scroll.scroll_offset.y
        assert (
            place.bottom <= scroll.scroll_offset.y + scroll.size.height or place.bottom - place.top > scroll.size.height
        )
