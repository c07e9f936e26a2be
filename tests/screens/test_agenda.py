"""The room's time by keys: the clock, breaks, the agenda over the step, what gives way, and what each step took."""

from __future__ import annotations

from datetime import timedelta

import pytest

from data.nouns.room import Brief, Stretch
from screens.agenda import AgendaScreen
from screens.check import CheckScreen
from screens.plan import PlanScreen
from screens.steps.how_to_win import HowToWin
from screens.steps.open import OpenStep
from tests.screens.conftest import NOW
from tests.screens.tour import complaints

WTP = "where-to-play"


class Hands:
    """A clock on the wall that goes on only when a test says so, and the app goes along."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self):
        return self.now

    async def later(self, press, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        await press.app._tick()
        await press.settle()


@pytest.fixture
def wall():
    return Hands()


def head(press) -> str:
    return press.screen.splitlines()[0]


async def finish(press) -> None:
    """Finish the step on the screen, whatever blocks it: that is for other tests."""
    press.app.check(press.app.desk.room.looking)
    await press.settle()
    press.app.screen.select("finish")
    await press("enter")


@pytest.fixture(autouse=True)
def unblocked(monkeypatch):
    monkeypatch.setattr(CheckScreen, "blocking", property(lambda screen: ()))


async def test_the_heading_says_ahead_and_behind_in_words(begun, wall):
    async with begun(WTP, now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step=WTP))
        await press("t")
        await wall.later(press, 10)
        assert "◷ 30:00" in head(press) and "ahead" not in head(press)
        await wall.later(press, 42)
        assert "◷ 12:00 over  12 behind  saved ✓" in head(press)
        await press("f3")
        assert "time is up" in press.screen and "12 minutes later than planned" in press.screen


async def test_a_narrow_heading_gives_up_the_title_before_the_words(begun, wall):
    async with begun(WTP, size=(60, 20), now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step=WTP))
        await press("t")
        await wall.later(press, 52)
        assert "3 Where to play" in head(press) and "◷ 12:00 over" in head(press) and "saved ✓" in head(press)
        assert not complaints(press.app)


async def test_a_break_begins_with_its_step_rings_once_and_ends_with_t(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step=WTP))
        await press("t")
        await wall.later(press, 40)
        await finish(press)
        assert isinstance(press.app.screen, HowToWin) and "◷ Break 10:00" in head(press)
        await wall.later(press, 13)
        assert "◷ Break over 3:00" in head(press) and "3 behind" in head(press)
        assert press.told == ["Break is over. t goes on with How to win."]
        press.app.clear_notifications()
        await wall.later(press, 1)
        assert press.told == []
        await press("t")
        assert "◷ 30:00" in head(press) and "4 behind" in head(press)
        taken = {row.id: (row.planned, row.taken) for row in press.workshop.stretches}
        assert taken == {WTP: (40, 40), "pause-1": (10, 14)}


async def test_what_a_step_took_is_one_change_in_words(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step=WTP))
        await press("t")
        await wall.later(press, 42)
        await finish(press)
        await press("h")
        assert "Finished Where to play after 42 minutes" in press.screen
        await press("escape", "u")
        assert press.workshop.stretches == ()


async def test_after_the_last_step_the_clock_stands_and_what_it_took_is_kept(sampled, wall):
    async with sampled("close", now=wall) as press:
        await press("t")
        await wall.later(press, 26)
        await finish(press)
        assert isinstance(press.app.screen, PlanScreen) and "‖" in head(press)
        assert [(row.id, row.taken) for row in press.workshop.stretches] == [("close", 26)]


async def test_what_is_finished_without_a_clock_took_no_time(begun):
    async with begun("open") as press:
        await finish(press)
        assert press.workshop.stretches == ()


async def test_a_clock_that_stood_can_be_counted_in(begun, wall):
    async with begun("open", now=wall) as press:
        await press("t")
        await wall.later(press, 3)
        await press("t")
        await wall.later(press, 43)
        await press("t")
        assert press.told == ["The clock stood still for 43 minutes. y counts them for this step."]
        assert "y Count the time it stood" in press.screen and "◷ 7:00" in head(press)
        await press("y")
        assert "◷ 36:00 over" in head(press)
        assert "y Count" not in press.screen


async def test_a_short_pause_is_not_spoken_of(begun, wall):
    async with begun("open", now=wall) as press:
        await press("t")
        await wall.later(press, 3)
        await press("t")
        await wall.later(press, 9)
        await press("t", "y")
        assert press.told == [] and "◷ 7:00" in head(press)


async def test_the_agenda_says_when_the_day_ends_and_what_each_cut_saves(begun, wall, monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    async with begun("open", now=wall) as press:
        ends = (NOW + timedelta(minutes=222)).time()
        press.app.desk.change(lambda workshop: workshop.change(Brief, "W", ends_at=ends), "ends")
        await press("t", "f3")
        assert isinstance(press.app.screen, AgendaScreen)
        assert "18 minutes after" in press.screen and "until" in press.screen
        assert "Priorities: at most eight candidates" in press.screen and "saves 10 min" in press.screen
        press.app.screen.select("cut/direction")
        await press("enter")
        assert press.app.desk.room.extra == {"direction": -15} and "✓ cut to 5 min" in press.screen
        assert "3 minutes after" in press.screen and "20-15" in press.screen
        await press("enter")
        assert press.app.desk.room.extra == {"direction": 0} and "18 minutes after" in press.screen


async def test_plus_and_minus_are_for_the_line_under_the_cursor(begun):
    async with begun("open") as press:
        await press("t", "f3")
        press.app.screen.select("pause-1")
        await press("plus", "plus", "minus")
        assert press.app.desk.room.extra == {"pause-1": 1}
        await press(*["minus"] * 12)
        assert press.app.desk.room.extra == {"pause-1": -10} and "left out" in press.screen
        await press("escape", "plus")
        assert press.app.desk.room.extra == {"pause-1": -10, "open": 1}


async def test_a_break_is_taken_early_from_the_agenda_and_not_again(sampled, wall):
    async with sampled(WTP, now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step=WTP))
        await press("t")
        await wall.later(press, 10)
        await press("f3")
        press.app.screen.select("pause-1")
        await press("enter")
        assert "◷ Break 10:00" in head(press)
        await wall.later(press, 10)
        await press("enter", "escape")
        assert "◷ 30:00" in head(press)
        await wall.later(press, 30)
        await finish(press)
        assert "Break" not in head(press)


async def test_enter_on_a_step_of_the_agenda_looks_at_it(sampled):
    async with sampled(WTP) as press:
        await press("f3")
        press.app.screen.select("how-to-win")
        await press("enter")
        assert isinstance(press.app.screen, HowToWin)
        assert press.app.desk.room.step == "close"


async def test_a_click_on_the_clock_shows_the_agenda_and_one_beside_it_does_not(begun):
    async with begun("open") as press:
        await press("t")
        at = head(press).index("◷")
        await press.pilot.click(offset=(at - 3, 0))
        await press.settle()
        assert isinstance(press.app.screen, OpenStep)
        await press.pilot.click(offset=(at + 3, 0))
        await press.settle()
        assert isinstance(press.app.screen, AgendaScreen)


async def test_the_next_workshop_is_offered_the_groups_own_minutes(begun):
    async with begun("open") as press:
        times = (Stretch(id="priorities", before=50), Stretch(id="open", before=11), Stretch(id="pause-1", before=17))
        press.app.desk.change(lambda workshop: workshop.put(*times), "as duplicated")
        await press.settle()
        assert "As long as last time? Break 17 instead of 10 min" in press.screen and "open" not in press.screen
        press.app.screen.select("pace")
        await press.settle()
        assert "Priorities 50 instead of 40 min" in " ".join(press.screen.split())
        await press("1", "f3")
        assert {row.id: row.planned for row in press.workshop.stretches} == {"priorities": 50, "pause-1": 17}
        assert "As long as" not in press.screen and "50" in press.screen
        await press("escape", "u")
        press.app.screen.select("pace")
        await press("2")
        assert press.workshop.stretches == () and "As long as" not in press.screen


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_nothing_of_the_agenda_is_cut_without_a_sign(sampled, wall, size):
    async with sampled(WTP, size=size, now=wall) as press:
        press.app.desk.note(lambda room: room.replace(step="priorities", spent={WTP: 2500.0, "pause-1": 0.0}))
        await press("t", "f3")
        await wall.later(press, 55)
        for item in ("priorities", "pause-2", "cut/priorities"):
            press.app.screen.select(item)
            await press.settle()
            assert not complaints(press.app)


async def test_undo_of_a_finished_step_goes_back_to_it_with_its_clock_and_redo_on_again(begun, wall):
    async with begun("open", now=wall) as press:
        await press("t")
        await wall.later(press, 12)
        await finish(press)
        assert press.app.desk.room.step == press.app.desk.room.looking == "direction"
        await wall.later(press, 1)
        await press("u")
        assert "Undone: finish Open after 12 minutes" in press.told
        assert isinstance(press.app.screen, OpenStep) and press.workshop.stretches == ()
        room = press.app.desk.room
        assert (room.step, room.looking, room.spent["open"], room.spent["direction"]) == ("open", "open", 720.0, 60.0)
        await wall.later(press, 3)
        assert "5:00 over" in head(press)
        await press("ctrl+y")
        assert press.app.desk.room.step == press.app.desk.room.looking == "direction"
        [taken] = press.workshop.stretches
        assert (taken.id, taken.taken) == ("open", 12)


async def test_undo_of_something_else_leaves_the_room_where_it_is(begun, wall):
    async with begun("open", now=wall) as press:
        await press("t")
        await wall.later(press, 12)
        await finish(press)
        press.app.look_at(WTP)
        await press.settle()
        await press("a", "=Villages", "enter", "escape", "u")
        assert press.app.desk.room.step == "direction" and press.app.desk.room.looking == WTP
        await press("u")
        assert press.app.desk.room.step == "open", "the end of a step is taken back wherever one looks"
        assert press.app.desk.room.looking == WTP


async def test_the_footer_of_the_agenda_names_the_keys_that_give_and_take_a_minute(begun, wall):
    async with begun("open", now=wall) as press:
        await press("f3")
        assert "+ Longer" in press.screen and "- Shorter" in press.screen
        await press("down", "equals_sign", "plus", "minus")
        assert press.app.desk.room.extra == {"direction": 1}
