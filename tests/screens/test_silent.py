"""Silent writing by keys: the question and a clock, digits for the minutes, and a clicker that does no harm."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.widgets import Digits

from screens.silent import Silent
from screens.steps.where_to_play import WhereToPlay
from tests.screens.conftest import NOW

WTP = "where-to-play"
#: What a presentation clicker sends, and what a board or the app would understand.
ANY_KEY = ("pagedown", "pageup", "b", "full_stop", "f5", "escape", "t", "ctrl+p", "f10", "u", "x", "0", "enter")


class Wall:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self):
        return self.now

    def later(self, press, minutes: float) -> str:
        """Some minutes later, and what the clock says then."""
        self.now += timedelta(minutes=minutes)
        return clock(press)


def clock(press) -> str:
    press.app.screen.show()
    return press.app.screen.query_one(Digits).value


@pytest.fixture
def wall():
    return Wall()


async def test_there_is_the_question_and_a_clock_and_nothing_else(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        await press("s")
        assert isinstance(press.app.screen, Silent)
        lines = [line.strip() for line in press.screen.splitlines() if line.strip()]
        assert lines[0] == "Where will we play, and where will we not?" and lines[-1].startswith("1-9 minutes")
        assert len(lines) == 5 and "Brackenford" not in press.screen
        assert clock(press) == "3:00" and wall.later(press, 0.5) == "2:30"


async def test_a_digit_gives_that_many_minutes_from_now(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        await press("s")
        wall.later(press, 2)
        await press("5")
        assert isinstance(press.app.screen, Silent) and clock(press) == "5:00"


async def test_the_bell_rings_once_and_words_say_why(sampled, wall, monkeypatch):
    rung = []
    async with sampled(WTP, now=wall) as press:
        monkeypatch.setattr(press.app, "bell", lambda: rung.append(wall.now))
        await press("s")
        assert wall.later(press, 2.9) == "0:06" and not rung and "Time is up." not in press.screen
        assert wall.later(press, 0.2) == "0:00" and wall.later(press, 1) == "0:00"
        await press.settle()
        assert len(rung) == 1 and "Time is up." in press.screen


async def test_any_other_key_returns_and_does_nothing_else(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        await press("home", "down")
        value, room, selected = press.workshop, press.app.desk.room, press.app.screen.selected
        for key in ANY_KEY:
            await press("s")
            assert isinstance(press.app.screen, Silent), key
            await press(key)
            assert isinstance(press.app.screen, WhereToPlay), key
        assert (press.workshop, press.app.desk.room, press.app.screen.selected) == (value, room, selected)


async def test_a_stray_key_does_not_start_the_silence_anew(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        await press("s")
        wall.later(press, 1)
        await press("pagedown", "s")
        assert clock(press) == "2:00"
        wall.later(press, 2.5)
        await press("escape", "s")
        assert clock(press) == "3:00"
        await press("escape", "pagedown", "s")
        assert "Why will people here choose us?" in press.screen and clock(press) == "3:00"
