"""Keys that come faster than the screen can follow: each acts where it would with all the time in the world."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.nouns.strategy import Verdict
from data.value import Workshop
from screens.app import WorkshopApp
from tests.journeys.conftest import DAY, NOW
from tests.journeys.in_process import InProcess
from tests.journeys.in_terminal import app, reading, saved, waits
from tests.screens.conftest import Driver


@asynccontextmanager
async def at_the_board(database: Path, ref: str) -> AsyncIterator[InProcess]:
    app = WorkshopApp(str(database), ref=ref, now=lambda: NOW, today=lambda: DAY, actor="facilitator")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        driver = Driver(app, pilot)
        while app.desk is None:
            await pilot.pause()
        await driver.settle()
        yield InProcess(driver)


async def now(hands: InProcess) -> Workshop:
    return (await hands.seen()).value


async def test_a_key_that_edits_acts_on_what_was_typed_before_it(database: Path, begun: str) -> None:
    async with at_the_board(database, begun) as hands:
        await hands.press("a", *"Harborx", "backspace", "s", "home", *"Old ", "ctrl+e", *" east", "enter")
        assert [arena.name for arena in (await now(hands)).arenas] == ["Old Harbors east"]


async def test_what_is_pasted_behind_a_line_that_closes_goes_into_the_one_opened_behind_it(
    database: Path, begun: str
) -> None:
    async with at_the_board(database, begun) as hands:
        await hands.press(
            "a", "=Harbors", "enter", "enter", "1", "=Close to all of us", "enter", "a", "=Hills", "enter"
        )
        [harbors, hills] = (await now(hands)).arenas
        assert (harbors.name, harbors.verdict, harbors.reason) == ("Harbors", Verdict.PLAY, "Close to all of us")
        assert hills.name == "Hills"


async def test_a_thought_is_parked_from_where_it_came_up(database: Path, begun: str) -> None:
    async with at_the_board(database, begun) as hands:
        await hands.press("a", "=Harbors", "enter", "=Hil", "f2", "=Who has the key?", "enter", "=ls", "enter")
        workshop = await now(hands)
        assert [arena.name for arena in workshop.arenas] == ["Harbors", "Hills"]
        assert [parked.text for parked in workshop.parked] == ["Who has the key?"]


async def test_keys_go_to_the_screen_that_the_ones_before_them_led_to(database: Path, begun: str) -> None:
    async with at_the_board(database, begun) as hands:
        await hands.press(
            "a", "=Harbors", "enter", "enter", "enter", "end", "up", "enter", "ctrl+u", "=yes", "enter", "escape"
        )
        await hands.press("pageup", "pageup", "a", "=Board Chair", "enter", "enter")
        await hands.press("pagedown", "pagedown", "1", "=Near", "enter")
        workshop = await now(hands)
        [harbors] = workshop.arenas
        assert (harbors.today, harbors.verdict, harbors.reason) == (True, Verdict.PLAY, "Near")
        assert [party.name for party in workshop.participants] == ["Board Chair"]


async def test_what_is_typed_and_pasted_behind_the_key_that_ends_a_silence_is_there_when_it_is_over(
    database: Path, begun: str
) -> None:
    async with at_the_board(database, begun) as hands:
        await hands.press("s", "pagedown", "a", "=Harbors\nHills", "=Bays", "enter", "enter", "1")
        assert [arena.name for arena in (await now(hands)).arenas] == ["Harbors", "Hills", "Bays"]
        assert (await now(hands)).arenas[2].verdict is Verdict.PLAY


@pytest.mark.parametrize("rounds", [15])
def test_hundreds_of_keys_at_once_in_a_terminal_act_in_their_order(database: Path, begun: str, rounds: int) -> None:
    with app(database, DAY, begun) as terminal:
        terminal.wait(waits, "the board")
        for number in range(rounds):
            # Named, chosen, and a reason given, with a slip of the finger in each.
            terminal.press("a", *f"Place {number}x", "backspace", "enter", "enter")
            terminal.press("2", *f"Why {number}", "enter", *f"What {number}", "enter", "enter")
        last = f"What {rounds - 1}"
        terminal.wait(lambda rows: saved(rows) and any(last in row for row in rows[3:-3]), "the last one")
    with reading(database) as store:
        arenas = store.load(store.find(begun)).value.arenas
    assert [(arena.name, arena.verdict, arena.reason, arena.question) for arena in arenas] == [
        (f"Place {number}", Verdict.EXPLORE, f"Why {number}", f"What {number}") for number in range(rounds)
    ]
