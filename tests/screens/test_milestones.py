"""Milestones, by keys: results are added, dated, moved by weeks and weighed, on a time scale and in a table."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from data.nouns.planning import Milestone, Status
from screens.paint import Painter
from screens.steps.milestone_parts import tracks
from screens.steps.milestone_table import MilestoneTable
from screens.steps.timeline_board import TimelineBoard
from tests.workshop.any_workshop import workshops
from tests.workshop.build import a_workshop, milestone, priority
from workshop.actions import milestones, priorities

MIL = "milestones"
TODAY = date(2026, 10, 14)


def two_priorities(press, *dues):
    """Select two priorities in the open workshop; the first gets a milestone for each date."""

    def make(workshop):
        for title in ("Evenings and Saturdays", "Fresh-food supply"):
            workshop = priorities.add(workshop, title)
        for row in workshop.priorities:
            workshop = priorities.decide(workshop, row.id, Status.SELECTED)
        for number, due in enumerate(dues, 1):
            workshop = milestones.add(workshop, "P1", f"Result {number}", due)
        return workshop

    press.app.desk.change(make, "make")


def drawn(content):
    return [row.plain for row in content]


def row_of(press, name):
    """The line on the screen of a priority."""
    return next(line for line in press.screen.splitlines() if name in line)


# -- what is shown ----------------------------------------------------------------------------------------------------


async def test_without_priorities_it_says_where_to_go(begun):
    async with begun(MIL) as press:
        assert "PgUp  goes back, to select priorities first" in press.screen


async def test_without_milestones_each_priority_says_so_and_how_to_begin(begun):
    async with begun(MIL) as press:
        two_priorities(press)
        await press.settle()
        assert press.screen.count("no milestone yet !") == 2
        assert "Two host rooms signed" in press.screen
        assert "a  adds its first milestone" in press.screen


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 32)])
async def test_the_sample_stands_on_a_scale_with_the_selected_one_in_full(sampled, size):
    async with sampled(MIL, size=size) as press:
        await press("down", "right")
        assert "···" in press.screen
        assert "▾ today" in press.screen
        assert "░ busy" in press.screen
        assert "◆─" in row_of(press, "2 Build a fresh")
        assert "◈" in row_of(press, "2 Build a fresh")
        assert "Cold room and refrigerated van in service" in press.screen
        assert "Wed 30 Jun 2027" in press.screen
        assert "14 straight days of logs" in press.screen
        assert "Three packers sign" in press.screen
        assert "Supply and Logistics Lead" in press.screen
        assert "6 of 10  1-9, 0 is ten" in press.screen
        assert "Open afternoon for packers and drivers" in press.screen


async def test_what_is_due_next_is_told_with_how_many_follow(sampled):
    async with sampled(MIL) as press:
        assert "Next: 20 Nov Text booking works… · 4 Dec Two host rooms… +10" in press.screen


async def test_all_on_one_date_are_a_sign_of_their_own_and_each_is_reached(begun):
    async with begun(MIL) as press:
        two_priorities(press, *[date(2027, 6, 30)] * 3)
        await press("down")
        assert "❖" in row_of(press, "1 Evenings")
        await press("up")
        seen = [press.app.screen.selected]
        for _ in range(3):
            await press("right")
            seen.append(press.app.screen.selected)
        assert seen == ["M1", "M2", "M3", "M3"]
        assert "3 of 3 here" in press.screen


async def test_milestones_without_a_date_stand_behind_the_scale_and_are_reached(begun):
    async with begun(MIL) as press:
        two_priorities(press, None, date(2027, 6, 30), None)
        await press("home", "right")
        assert press.app.screen.selected == "M1"
        assert "◈◇" in row_of(press, "1 Evenings")
        assert press.screen.count("no date !") == 2
        await press("right", "right")
        assert press.app.screen.selected == "M3"


async def test_up_and_down_go_to_the_priority_beside_it_at_about_that_date(sampled):
    async with sampled(MIL) as press:
        await press("home", "right", "right", "down")
        assert press.app.screen.selected == "M5"
        await press("up", "up")
        assert press.app.screen.selected == "M3"


async def test_the_owner_and_ids_stand_below_each_row_on_a_tall_wall(sampled):
    async with sampled(MIL, size=(120, 32)) as press:
        line = next(line for line in press.screen.splitlines() if line.strip().startswith("Operations Manager"))
        assert line.split()[2:] == ["M1", "M2", "M3"]


async def test_the_table_lists_by_date_and_keeps_the_selection_and_the_view(sampled, driven):
    async with sampled(MIL) as press:
        await press("down", "right", "v")
        lines = [line for line in press.screen.splitlines() if "/10" in line]
        assert [line.split()[0].strip("▸") or line.split()[1] for line in lines][:3] == ["M9", "M1", "M11"]
        assert "▸ M5       30 Jun Cold room and" in press.screen
        assert "done when: 14 straight days" in press.screen
    async with driven() as press:
        await press("enter")
        assert "▸ M5       30 Jun Cold room and" in press.screen
        await press("v")
        assert "◈" in row_of(press, "2 Build a fresh")


async def test_the_table_shows_what_has_no_date_and_who_has_no_milestone(begun):
    async with begun(MIL) as press:
        two_priorities(press, None)
        await press("v")
        assert "no date !" in press.screen
        await press("end")
        assert press.app.screen.selected == "P2"
        assert "2 Fresh-food supply" in row_of(press, "no milestone yet !")


# -- what keys do -----------------------------------------------------------------------------------------------------


async def test_adding_asks_for_title_date_and_check_and_then_for_the_next(begun):
    async with begun(MIL) as press:
        two_priorities(press)
        await press("down", "a")
        assert "2 Fresh-food supply: What will be finished?" in press.screen
        await press("=Cold room in service", "enter", "=end of june")
        assert "Wed 30 Jun 2027" in press.screen
        await press("enter", "=14 days of logs", "enter", "=Van insured", "enter", "enter", "enter", "enter")
        first, second = press.workshop.milestones
        assert (first.priority_id, first.title, first.due) == ("P2", "Cold room in service", date(2027, 6, 30))
        assert first.done_when == "14 days of logs"
        assert (second.title, second.due, second.done_when) == ("Van insured", None, "")
        assert not press.app.screen.typing


async def test_several_pasted_lines_become_several_milestones_without_a_date(begun):
    async with begun(MIL) as press:
        two_priorities(press)
        await press("a", "=one\ntwo\nthree")
        assert [(row.title, row.due) for row in press.workshop.milestones] == [
            ("one", None),
            ("two", None),
            ("three", None),
        ]


async def test_a_date_that_is_not_understood_stays_in_the_line(begun):
    async with begun(MIL) as press:
        two_priorities(press)
        await press("a", "=Van", "enter", "=soonish", "enter")
        assert "Type a date such as" in press.screen
        assert press.app.screen.line.input.value == "soonish"


async def test_a_half_typed_title_survives_a_restart(begun, driven):
    async with begun(MIL) as press:
        two_priorities(press)
        await press("down", "a", "=Cold ro")
    async with driven() as press:
        await press("enter")
        await press("=om", "enter", "enter", "enter", "enter")
        assert [(row.title, row.priority_id) for row in press.workshop.milestones] == [("Cold room", "P2")]


async def test_enter_on_a_priority_without_a_milestone_adds_one(begun):
    async with begun(MIL) as press:
        two_priorities(press)
        await press("down", "enter", "=Van insured", "enter", "escape")
        assert [row.priority_id for row in press.workshop.milestones] == ["P2"]


async def test_a_week_later_and_sooner_say_the_day_it_falls_on_then(begun):
    async with begun(MIL) as press:
        two_priorities(press, date(2027, 6, 30))
        await press("greater_than_sign")
        assert press.workshop.milestones[0].due == date(2027, 7, 7)
        assert "◈ Wed 7 Jul 2027, in 266 days" in press.screen
        await press("less_than_sign", "less_than_sign")
        assert press.workshop.milestones[0].due == date(2027, 6, 23)
        await press("u")
        assert press.workshop.milestones[0].due == date(2027, 6, 30)


async def test_moving_what_has_no_date_says_what_to_do(begun):
    async with begun(MIL) as press:
        two_priorities(press, None)
        await press("greater_than_sign")
        assert press.workshop.milestones[0].due is None
        assert press.told == ["It has no date yet. Enter gives it one."]


async def test_moving_into_a_busy_month_says_so(sampled):
    async with sampled(MIL) as press:
        await press("home", "less_than_sign")
        assert "27 Nov 2026" in press.screen and "a busy month" not in press.screen
        await press("greater_than_sign")
        assert "Fri 4 Dec 2026, in 51 days, a busy month" in press.screen


async def test_digits_say_how_sure_we_are_and_zero_is_ten(begun):
    async with begun(MIL) as press:
        two_priorities(press, date(2027, 6, 30))
        await press("4")
        assert press.workshop.milestones[0].confidence == 4
        await press("0")
        assert press.workshop.milestones[0].confidence == 10
        assert "10 of 10" in press.screen


async def test_deleting_the_last_one_leaves_the_priority_to_select(begun):
    async with begun(MIL) as press:
        two_priorities(press, date(2027, 6, 30))
        await press("delete")
        assert press.workshop.milestones == ()
        assert press.app.screen.selected == "P1"
        await press("delete")
        assert len(press.workshop.priorities) == 2


async def test_the_card_takes_needs_by_title_and_says_which_were_meant(sampled):
    async with sampled(MIL) as press:
        await press("down", "enter", "down", "down", "down", "down", "down", "enter", "=text booking, m1")
        assert "M1 Two host rooms" in press.screen and "M9 Text booking" in press.screen
        await press("enter", "escape")
        assert [row.id for row in press.workshop.needed_by(press.workshop.row(Milestone, "M4"))] == ["M1", "M9"]


async def test_a_click_takes_the_nearest_on_a_row_and_on_the_details_opens_the_card(sampled):
    async with sampled(MIL) as press:
        board = press.app.screen.board
        assert board.picture.at(76, 4) == "M6"
        assert board.picture.at(0, 4) == "M4"
        assert board.picture.at(10, 9) == "M1"
        assert board.picture.at(10, 0) == ""


async def test_what_is_open_leads_to_the_priority_that_has_none(begun):
    async with begun(MIL) as press:
        two_priorities(press, date(2026, 11, 18))
        press.app.desk.change(lambda workshop: workshop.change(Milestone, "M1", done_when="A log"), "say")
        await press("down", "up", "c", "home", "enter")
        assert (type(press.app.screen).__name__, press.app.screen.selected) == ("Milestones", "P2")


# -- any workshop -----------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(workshops(), st.integers(20, 240), st.integers(10, 70), st.data())
def test_every_milestone_has_its_place_and_no_row_is_too_wide(workshop, width, height, data):
    found = tracks(workshop)
    items = [item for track in found for item in track.items]
    painter = Painter(width, height, data.draw(st.sampled_from(items)) if items else "")
    for draw in (TimelineBoard, MilestoneTable):
        picture = draw(workshop, painter, found, TODAY).picture()
        assert sorted(picture.items) == sorted(items)
        assert all(row.cell_length <= width and "\n" not in row.plain for row in picture.rows)
        assert all(
            0 <= place.left < place.right <= width and place.bottom <= len(picture.rows) for place in picture.places
        )


@given(workshops(), st.integers(40, 240))
@settings(max_examples=40, deadline=None)
def test_right_leads_through_all_of_a_priority_and_down_through_all_priorities(workshop, width):
    found = tracks(workshop)
    picture = TimelineBoard(workshop, Painter(width, 24, ""), found, TODAY).picture()
    for track in found:
        item, seen = track.items[0], [track.items[0]]
        while (following := picture.toward(item, 1, 0)) != item:
            item = following
            seen.append(item)
        assert tuple(seen) == track.items
    if found:
        item, passed = found[0].items[0], 1
        while (following := picture.toward(item, 0, 1)) != item:
            item, passed = following, passed + 1
        assert passed == len(found)


def test_forty_milestones_over_five_years_all_show():
    rows = [milestone(f"M{n}", f"P{n % 5 + 1}", f"Result {n}", due=TODAY + timedelta(45 * n)) for n in range(1, 41)]
    selected = [priority(f"P{n}", f"Priority {n}", status=Status.SELECTED) for n in range(1, 6)]
    workshop = a_workshop(*selected, *rows)
    for width, height in ((77, 24), (57, 20), (117, 32)):
        picture = TimelineBoard(workshop, Painter(width, height, "M1"), tracks(workshop), TODAY).picture()
        text = "\n".join(drawn(picture.rows))
        assert text.count("◆") + text.count("◈") - 1 == 40
        assert "2031" in text


def test_a_priority_that_is_not_selected_any_more_keeps_its_milestones_in_sight():
    workshop = a_workshop(
        priority("P1", "Warehouse", status=Status.LATER),
        priority("P2", "Evenings", status=Status.SELECTED),
        milestone("M1", "P1", "Lease signed", due=date(2027, 3, 1)),
    )
    picture = TimelineBoard(workshop, Painter(77, 24, "M1"), tracks(workshop), TODAY).picture()
    assert picture.items == ("P2", "M1")
    assert any("· Warehouse (later)" in row for row in drawn(picture.rows))


def test_the_first_adopted_date_of_a_moved_milestone_is_told():
    workshop = a_workshop(
        priority("P1", "Evenings", status=Status.SELECTED),
        milestone("M1", "P1", "Rooms signed", due=date(2027, 3, 1), first_due=date(2027, 2, 1)),
    )
    picture = TimelineBoard(workshop, Painter(77, 24, "M1"), tracks(workshop), TODAY).picture()
    assert "moved from Mon 1 Feb 2027" in "\n".join(drawn(picture.rows))


def test_more_without_a_date_than_there_is_room_for_are_counted():
    rows = [milestone(f"M{n}", "P1", f"Result {n}") for n in range(1, 13)]
    workshop = a_workshop(priority("P1", "Evenings", status=Status.SELECTED), *rows)
    for selected, sign in (("M5", "◈ 5 of 12"), ("", "◇ 12")):
        picture = TimelineBoard(workshop, Painter(77, 24, selected), tracks(workshop), TODAY).picture()
        assert any(row.rstrip().endswith(sign) for row in drawn(picture.rows))
        assert len(picture.items) == 12


def test_what_was_typed_is_never_markup():
    workshop = a_workshop(
        priority("P1", "Win [/b] in [red]", status=Status.SELECTED), milestone("M1", "P1", "[bold]Van[/] $x {y}")
    )
    for draw in (TimelineBoard, MilestoneTable):
        rows: list[Content] = list(draw(workshop, Painter(117, 40, "M1"), tracks(workshop), TODAY).picture().rows)
        assert "[bold]Van[/] $x {y}" in "\n".join(drawn(rows))
