"""The plan by keys: its three views, what is open and where, adopting it, and taking that back."""

from datetime import timedelta

import pytest

from data.nouns.planning import Milestone
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from data.store import Store
from screens.plan import PlanScreen
from tests.screens.conftest import NOW, TODAY


async def leave_open(press):
    """Take away what two kinds of warnings then ask for, and be less sure of two results."""

    def less(workshop):
        for id in ("A5", "A6"):
            workshop = workshop.change(Arena, id, trigger="")
        for id in ("M1", "M4"):
            workshop = workshop.change(Milestone, id, confidence=3)
        return workshop.change(Arena, "A4", decide_by=None)

    press.app.desk.change(less, "leave open")
    await press.settle()


def written(press):
    """All that the board holds, also what is scrolled away."""
    return "\n".join(row.plain for row in press.app.screen.board.picture.rows)


async def to_open_points(press):
    """From a step to the third view of the plan."""
    await leave_open(press)
    await press("p", "v", "v")


async def test_the_page_comes_first_and_v_turns_to_the_whole_plan_and_to_what_is_open(sampled):
    async with sampled() as press:
        await leave_open(press)
        await press("p")
        assert "The plan on a page: draft, 2 open points" in press.screen
        assert "WE PLAY" in press.screen and "Working households in Eastmere" in press.screen
        await press("v")
        assert "The whole plan: draft" in press.screen and "What we tell others" in press.screen
        await press("v")
        assert "What is still open: draft" in press.screen and "! An experiment without an end" in press.screen
        await press("v")
        assert "The plan on a page" in press.screen
        await press("escape")
        assert not isinstance(press.app.screen, PlanScreen)


async def test_the_view_is_where_it_was_left(sampled):
    async with sampled() as press:
        await press("p", "v", "escape", "p")
        assert "The whole plan: draft" in press.screen


async def test_what_is_longer_than_the_wall_scrolls_by_lines_and_pages(sampled):
    async with sampled() as press:
        await press("p", "down")
        assert "BRACKENFORD COMMUNITY FOOD BANK" not in press.screen and "WE PLAY" in press.screen
        await press("pagedown", "pagedown", "pagedown")
        assert "NEXT 90 DAYS" in press.screen
        await press("home")
        assert "BRACKENFORD COMMUNITY FOOD BANK" in press.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_page_is_shown_whole_at_every_size(sampled, size):
    async with sampled(size=size) as press:
        await press("p")
        rows = written(press)
        assert all(row.cell_length <= size[0] - 3 for row in press.app.screen.board.picture.rows)
        assert "…" not in rows
        assert "NOT US" in rows and "P5" in rows and "M11" in rows


async def test_an_empty_plan_says_what_it_lacks(begun):
    async with begun() as press:
        await press("p")
        assert "NOT YET   " in press.screen and "where we play" in press.screen
        await press("v", "v")
        assert "■ Nobody is named to settle disagreement." in press.screen and "to settle" in press.screen


async def test_enter_on_a_finding_leads_to_where_it_is_put_right(sampled):
    async with sampled() as press:
        await to_open_points(press)
        press.app.screen.select("WTP-07:A4")
        await press("enter")
        assert press.app.desk.room.looking == "where-to-play"
        assert press.app.screen.selected == "arena/A4/decide_by"
        await press("enter", "=end of march", "enter", "p")
        assert "WTP-07:A4" not in press.app.screen.board.picture.items


async def test_a_finding_is_gone_past_with_a_reason_that_the_plan_prints_and_opened_again(sampled):
    async with sampled() as press:
        await to_open_points(press)
        press.app.screen.select("WTP-07:A4")
        await press("1", "=too short", "enter")
        assert "Say why in at least 15 characters" in press.screen
        await press(*["backspace"] * 9, "=The council decides, not we.", "enter")
        assert press.app.screen.chosen[0].accepted is None, "the next that is open"
        assert "draft, 1 open point" in press.screen
        await press("v", "v")
        assert "The council decides, not we." in " ".join(written(press).split())
        await press("v")
        press.app.screen.select("WTP-07:A4")
        await press("1")
        assert "draft, 2 open points" in press.screen


async def test_findings_of_a_kind_are_one_line_that_unfolds_under_the_cursor(sampled):
    async with sampled() as press:
        await to_open_points(press)
        press.app.screen.select("WTP-06/warn/open")
        await press.settle()
        assert {"WTP-06:A5", "WTP-06:A6"} <= set(press.app.screen.board.picture.items)
        await press("down", "down", "down")
        assert "WTP-06:A5" not in press.app.screen.board.picture.items
        press.app.screen.select("WTP-06/warn/open")
        await press("1", "=We look at them when we meet again.", "enter")
        reasons = {row.id: row.reason for row in press.workshop.acceptances}
        assert reasons["WTP-06:A5"] == reasons["WTP-06:A6"] == "We look at them when we meet again."


async def test_hints_are_gone_past_without_a_reason(sampled):
    async with sampled() as press:
        await to_open_points(press)
        press.app.screen.select("MIL-11/hint/open")
        await press("1")
        assert not press.app.screen.line.is_open
        assert {"MIL-11:M1", "MIL-11:M4"} <= {row.id for row in press.workshop.acceptances}


# -- adopting ------------------------------------------------------------------------------------------------------


async def test_adopting_asks_first_says_what_it_does_and_can_be_left(sampled):
    async with sampled() as press:
        await press("p", "enter")
        assert "Adopt this as version 1? 12 first dates are kept for good. u takes it back." in press.screen
        await press("=yes", "enter")
        assert "Nothing is to be typed here" in press.screen
        await press("escape")
        assert press.workshop.brief.version == 0
        assert not any(row.first_due for row in press.workshop.milestones)


async def test_a_second_enter_adopts_freezes_the_first_dates_and_keeps_the_version(sampled, database):
    async with sampled() as press:
        await press("p", "enter", "enter")
        brief = press.workshop.brief
        assert (brief.version, brief.adopted_on) == (1, TODAY)
        assert [row.first_due for row in press.workshop.milestones] == [row.due for row in press.workshop.milestones]
        assert "version 1, adopted 14 October 2026" in press.screen
        assert "Next: e writes the summary" in press.screen
        id = press.app.desk.id
    store = Store(str(database), actor="reader", now=lambda: NOW, ids=lambda: "x")
    [version] = store.versions(id)
    store.close()
    assert version.number == 1 and version.value.brief.version == 1


async def test_undo_takes_adopting_back_and_it_can_be_done_again(sampled, database):
    async with sampled() as press:
        await press("p", "enter", "enter", "u")
        assert press.workshop.brief.version == 0
        assert not any(row.first_due for row in press.workshop.milestones)
        assert "draft, no open points" in press.screen
        await press("enter", "enter")
        assert press.workshop.brief.version == 1
        id = press.app.desk.id
    store = Store(str(database), actor="reader", now=lambda: NOW, ids=lambda: "x")
    assert [version.number for version in store.versions(id)] == [1]
    store.close()


async def test_while_something_blocks_adopting_leads_there_instead(begun):
    async with begun() as press:
        await press("p", "enter")
        assert press.workshop.brief.version == 0 and not press.app.screen.line.is_open
        count = len(press.app.screen.blocking)
        assert count >= 5 and f"{count} things have to be settled first" in press.told[-1]
        assert press.app.screen.selected == press.app.screen.chosen[0].code + ":"
        await press("end")
        assert f"{count} things to settle before the plan is adopted" in written(press)
        await press("enter")
        assert not press.app.screen.line.is_open and press.app.screen.chosen


async def test_what_begins_to_block_while_it_is_asked_stops_adopting(sampled):
    async with sampled() as press:
        await press("p", "enter")
        press.app.desk.change(lambda workshop: workshop.change(Brief, "W", decider_id=None), "nobody decides")
        await press("enter")
        assert press.workshop.brief.version == 0
        assert "to be settled first" in press.told[-1]


async def test_the_first_date_stays_when_an_adopted_date_moves_and_the_next_version_keeps_it(sampled):
    async with sampled() as press:
        await press("p", "enter", "enter")
        first = press.workshop.row(Milestone, "M12").first_due
        later = first + timedelta(days=2)
        press.app.desk.change(lambda workshop: workshop.change(Milestone, "M12", due=later), "move")
        await press("v", "v", "end")
        assert "Adopt what has changed since, as version 2" in press.screen
        await press("enter")
        assert "Adopt this as version 2? No first date is new." in press.screen
        await press("enter")
        moved = press.workshop.row(Milestone, "M12")
        assert (press.workshop.brief.version, moved.due, moved.first_due) == (2, later, first)


async def test_the_check_of_the_last_step_leads_to_the_plan(sampled):
    async with sampled("close") as press:
        await press("c", "end", "enter")
        assert isinstance(press.app.screen, PlanScreen)


async def test_what_was_typed_is_shown_as_it_was_typed(sampled):
    async with sampled() as press:
        hostile = "Win [/b] in [red] \x1b[31m"
        press.app.desk.change(lambda workshop: workshop.change(Arena, "A1", name=hostile), "rename")
        await press("p")
        assert "Win [/b] in [red]" in press.screen and "\x1b" not in press.screen
        await press("v", "end")
        assert "\x1b" not in press.screen
