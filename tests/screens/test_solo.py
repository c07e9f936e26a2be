"""Alone: the guide is there, nothing is voted on, and one decides, owns and keeps the plan oneself."""

from __future__ import annotations

import re

import pytest

from data.nouns.planning import Priority
from data.nouns.room import Agenda
from screens.command import offered
from tests.screens.tour import complaints, steady
from workshop.actions import opening
from workshop.room.walk import every_step
from workshop.steps import load


@pytest.fixture
def alone(sampled):
    """The sample, walked by one person."""

    def open_it(step: str, **how):
        return _Alone(sampled(step, **how), step)

    return open_it


class _Alone:
    def __init__(self, opening_it, step: str) -> None:
        self.opening_it, self.step = opening_it, step

    async def __aenter__(self):
        press = await self.opening_it.__aenter__()
        press.app.desk.change(lambda workshop: opening.choose_agenda(workshop, Agenda.SOLO), "alone")
        press.app.look_at(self.step)
        await press.settle()
        return press

    async def __aexit__(self, *raised):
        return await self.opening_it.__aexit__(*raised)


def names(press) -> set[str]:
    return {command.name for command in offered(press.app.screen)}


async def test_a_new_one_has_an_hour_and_oneself_for_everything(driven):
    async with driven() as press:
        await press("n", "=My strategy", "enter", "=Harbor trust", "enter", "3", "enter")
        workshop = press.workshop
        [oneself] = workshop.participants
        assert workshop.brief.decider_id == workshop.brief.keeper_id == oneself.id and oneself.votes
        assert "Facilitator guide" in press.screen and "voters" not in press.screen
        await press("pagedown", "pagedown", "a", "=Harbor families", "enter", "escape")
        assert "Facilitator guide" in press.screen
        press.app.look_at("priorities")
        await press.settle()
        await press("a", "=Open on Sundays", "enter", "escape", "1", "escape")
        [priority] = press.workshop.priorities
        assert (priority.owner_id, priority.accepted) == (oneself.id, "yes")


async def test_there_is_no_vote_even_where_one_was_looked_at(alone):
    async with alone("priorities") as press:
        assert "Vote" not in names(press) and "Voters and dots" not in names(press)
        await press("v")
        assert press.app.screen.view == ""
        press.app.desk.note(lambda room: room.replace(selection={"priorities/view": "vote"}))
        press.app.look_at("priorities")
        await press.settle()
        assert press.app.screen.view == "" and "Count" not in names(press)


async def test_a_group_has_both(sampled):
    async with sampled("priorities") as press:
        assert "Vote" in names(press) and "Facilitator guide" not in press.screen
        press.app.look_at("close")
        await press.settle()
        assert "fist" in press.screen.casefold() and "Names beside reservations" in names(press)


async def test_the_close_asks_for_no_fist(alone):
    async with alone("close", size=(120, 40)) as press:
        board = press.app.screen.board.picture
        assert "brief/W/fist" not in board.items
        assert "fist" not in "\n".join(row.plain for row in board.rows).casefold()
        assert "Names beside reservations" not in names(press)


async def test_neither_board_guide_check_nor_card_speaks_of_a_vote(alone):
    said = []
    async with alone("open", size=(120, 40)) as press:
        for step in every_step():
            press.app.look_at(step)
            await press.settle()
            for _ in range(4):
                said += [(step, line) for line in press.screen.splitlines()]
                await press("g")
            await press("c")
            said += [(f"check of {step}", line) for line in press.screen.splitlines()]
        press.app.show_card(Priority, "P1", "priorities")
        await press.settle()
        said += [("card", line) for line in press.screen.splitlines()]
    words = re.compile(r"\b(fists?|fingers?|dots?|ballots?|threes|votes?|consent)\b", re.IGNORECASE)
    # What is said of a person in the room stays the same in company and alone.
    assert not [(where, line) for where, line in said if words.search(line) and where != "open"]


async def test_the_guide_asks_one_person_and_not_a_room(alone):
    async with alone("close") as press:
        assert "What would make me surer that" in press.screen and "Fist of five" not in press.screen
        await press("c")
        assert press.app.screen.guide.prompts == load().step("close").alone
        press.app.look_at("priorities")
        await press.settle()
        assert "What do I stop so that number" in " ".join(press.app.screen.guide.prompts)
        assert "number 5 gets" in " ".join(press.app.screen.guide.prompts)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_every_step_has_room_for_the_guide(alone, size):
    async with alone("open", size=size) as press:
        for step in every_step():
            press.app.look_at(step)
            await press.settle()
            await steady(press)
            assert ("Facilitator guide" in press.screen) is (size[0] >= 80), step
            assert not complaints(press.app), step


async def test_g_turns_the_pages_of_the_guide_and_puts_it_away(alone):
    async with alone("where-to-play") as press:
        for _ in range(4):
            await press("g")
            if "Facilitator guide" not in press.screen and not press.app.screen.guide.has_class("-shown"):
                break
        assert not press.app.screen.guide.has_class("-shown")


async def test_enter_alone_takes_an_action_oneself(alone):
    async with alone("close") as press:
        before = len(press.workshop.actions)
        press.app.screen.select(press.workshop.actions[0].id)
        await press("a", "enter", "=Write to the board", "enter", "=in 2 weeks", "enter", "escape", "escape")
        assert press.workshop.actions[before].who_id == press.workshop.brief.decider_id


async def test_in_a_group_nobody_is_proposed(sampled):
    async with sampled("close") as press:
        press.app.screen.select(press.workshop.actions[0].id)
        await press("a")
        assert press.app.screen.line.is_open and press.app.screen.line.input.value == ""
