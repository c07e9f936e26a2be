"""The load of hands: how many keys it takes beside the text itself, counted as they are pressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.nouns.strategy import Verdict
from tests.journeys.conftest import DAY
from tests.journeys.day import Day, day
from tests.journeys.in_terminal import app, on_board, place, reading, saved, waits
from tests.journeys.terminal import Rows

#: From the command to the first place that is captured.
MOST = 12

#: Where something is captured with its first words alone: how far behind Where to play, and what there is of it.
CAPTURED = {
    "places": (0, "arenas"),
    "candidates": (2, "priorities"),
    "reasons": (0, "risks"),
    "people": (-2, "parties"),
}


class Hands:
    """Presses keys and types texts, and counts the keys."""

    def __init__(self, at: Day) -> None:
        self.at, self.keys = at, 0

    async def __call__(self, *pressed: str) -> None:
        self.keys += sum(not each.startswith("=") for each in pressed)
        await self.at(*pressed)


def test_from_the_command_to_the_first_place_it_takes_few_keys(database: Path) -> None:
    pressed: list[str] = []
    with app(database, DAY) as terminal:

        def press(*keys: str) -> None:
            terminal.press(*keys)
            pressed.extend(keys)

        def asked(question: str):
            return lambda rows: any(question in row for row in rows[-4:])

        def shows(step: str):
            return lambda rows: waits(rows) and place(rows) == step

        terminal.wait(lambda rows: any("begin a workshop" in row for row in rows), "an empty home")
        press("n")
        terminal.wait(asked("What do we call this workshop?"), "the first question")
        terminal.press(*"Harbor strategy")
        press("enter")
        terminal.wait(asked("Whose strategy is it?"), "the second one")
        press("enter")
        terminal.wait(asked("How long?"), "the third one")
        press("enter")
        for key, step in (("", "open"), ("pagedown", "direction"), ("pagedown", "where-to-play")):
            press(*filter(None, [key]))
            terminal.wait(shows(step), step)
        press("a")
        terminal.wait(asked("A place to play:"), "a line to type in")
        terminal.press(*"Harbor families")
        press("enter")

        def captured(rows: Rows) -> bool:
            return saved(rows) and on_board(rows, "Harbor families")

        terminal.wait(captured, "the first place")
    with reading(database) as store:
        [listed] = store.listing()
        assert [arena.name for arena in store.load(listed.id).value.arenas] == ["Harbor families"]
    assert len(pressed) <= MOST, pressed


@pytest.mark.parametrize("what", CAPTURED)
async def test_an_item_costs_its_text_and_enter(database: Path, begun: str, what: str) -> None:
    steps, there = CAPTURED[what]
    async with day(database, ref=begun) as at:
        for _ in range(abs(steps)):
            await at("pagedown" if steps > 0 else "pageup")
        if what == "reasons":  # the half day leaves it out
            at.app.look_at("stress-test")
        hands, before = Hands(at), len(getattr(at.workshop, there))
        await hands("end", "a")
        begin = hands.keys
        for number in range(1, 6):
            await hands(f"=Item number {number}", "enter")
            assert len(getattr(at.workshop, there)) == before + number
        assert hands.keys - begin == 5


async def test_several_items_cost_one_paste(database: Path, begun: str) -> None:
    async with day(database, ref=begun) as at:
        hands = Hands(at)
        await hands("a", "=" + "\n".join(f"Item number {number}" for number in range(30)))
        assert (len(at.workshop.arenas), hands.keys) == (30, 1)


async def test_a_verdict_costs_one_digit_its_reason_and_enter(database: Path, begun: str) -> None:
    async with day(database, ref=begun) as at:
        await at("a", "=Families\nSchools\nExport\nRestaurants", "enter", "home")
        hands = Hands(at)
        for digit in "1414":
            await hands(digit, f"=Because of {digit}", "enter")
        assert hands.keys == 8, "and the next one to decide is selected by itself"
        verdicts = [(arena.verdict, arena.reason) for arena in at.workshop.arenas]
        assert verdicts == [(Verdict.PLAY, "Because of 1"), (Verdict.NOT_US, "Because of 4")] * 2


async def test_what_else_a_verdict_asks_is_left_with_one_key(database: Path, begun: str) -> None:
    async with day(database, ref=begun) as at:
        await at("a", "=Families\nSchools", "enter", "home")
        hands = Hands(at)
        await hands("3", "=Not this year", "enter", "escape", "1", "=Near", "enter")
        assert hands.keys == 5
        families, schools = at.workshop.arenas
        assert (families.verdict, families.reason, families.trigger) == (Verdict.NOT_NOW, "Not this year", "")
        assert (schools.verdict, schools.reason) == (Verdict.PLAY, "Near")


async def test_a_thought_is_parked_with_one_key_and_enter_while_another_is_typed(database: Path, begun: str) -> None:
    async with day(database, ref=begun) as at:
        hands = Hands(at)
        await hands("a", "=Har")
        await hands("f2", "=Who has the key?", "enter", "=bors", "enter")
        assert hands.keys == 4
        assert [row.text for row in at.workshop.parked] == ["Who has the key?"]
        assert [row.name for row in at.workshop.arenas] == ["Harbors"]
