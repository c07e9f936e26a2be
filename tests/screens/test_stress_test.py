"""Stress test, by keys: reasons, a line each; three get a star, with a sign, an answer, a name and a day."""

from datetime import date

from data.nouns.planning import Risk, Source
from workshop import reading
from workshop.decided import decided
from workshop.room.walk import walkable

STEP = "stress-test"
FIVE = "=Evenings wear us out\nThe grant is cut\nPackers stop sending\nOld sessions stay open\nNobody tells the board"


def reasons(press):
    return [row.reason for row in press.workshop.risks]


def starred(press):
    return [row.id for row in press.workshop.risks if row.starred]


def line_of(press, text):
    """The first line of the screen that holds a text."""
    return next(line for line in press.screen.splitlines() if text in line)


async def test_an_empty_board_says_what_belongs_here_and_the_key_to_begin(begun):
    async with begun(STEP) as press:
        assert "It failed. Why?" in press.screen
        assert "For example: Volunteers burned out" in press.screen
        assert "a  adds the first one" in press.screen
        assert "1 Star" not in press.screen


async def test_reasons_are_taken_a_line_each_and_enter_keeps_adding(begun):
    async with begun(STEP) as press:
        await press("a", FIVE)
        assert len(reasons(press)) == 5
        await press("=The van breaks down", "enter", "enter")
        assert reasons(press)[-1] == "The van breaks down"
        assert not press.app.screen.typing
        assert "★ Top three  0 of 3" in press.screen
        assert "The rest" not in press.screen, "there is no rest while nothing has a star"


async def test_a_star_asks_for_sign_answer_who_and_when(begun):
    async with begun(STEP) as press:
        await press("a", FIVE, "escape", "home", "1")
        assert "What would we see six weeks earlier?" in press.screen
        await press("=Rota gaps", "enter", "=One evening a month each", "enter")
        assert "Who does it?" in press.screen
        await press("=Coordinator", "enter", "=11 dec", "enter")
        row = press.workshop.row(Risk, "R1")
        who = press.workshop.party(row.who_id)
        assert (row.starred, row.sign, row.answer) == (True, "Rota gaps", "One evening a month each")
        assert who is not None and (who.name, row.by) == ("Coordinator", date(2026, 12, 11))
        assert not press.app.screen.typing
        assert "★ Top three  1 of 3" in press.screen and "· The rest  4" in press.screen
        assert "early sign: Rota gaps" in press.screen
        assert "11 Dec" in line_of(press, "Evenings wear us out")


async def test_a_star_moves_its_reason_up_and_the_rest_stay_one_line_each(begun):
    async with begun(STEP) as press:
        await press("a", FIVE, "escape", "end", "1", "=All green", "enter", "escape")
        assert press.app.screen.selected == "R5"
        rows = press.screen.splitlines()
        assert rows.index(line_of(press, "Nobody tells")) < rows.index(line_of(press, "The rest"))
        await press("home", "down")
        assert sum("Evenings wear us out" in line for line in press.screen.splitlines()) == 1
        assert "All green" not in press.screen, "only the selected one is told in full"


async def test_escape_skips_and_what_is_missing_stands_in_words_at_the_end_of_the_line(begun):
    async with begun(STEP) as press:
        await press("a", FIVE, "escape", "home", "1", "escape")
        assert starred(press) == ["R1"]
        assert "! no early sign" in line_of(press, "Evenings wear us out")
        await press("1", "=Gaps", "enter", "escape")
        assert "! no answer" in line_of(press, "Evenings wear us out")
        await press("1", "enter", "=One each", "enter", "escape")
        assert "! nobody" in line_of(press, "Evenings wear us out")
        await press("1", "enter", "enter", "=Chair", "enter", "escape")
        assert "! no date" in line_of(press, "Evenings wear us out")


async def test_without_an_answer_nobody_is_asked_to_do_it(begun):
    async with begun(STEP) as press:
        await press("a", FIVE, "escape", "home", "1", "=Gaps", "enter", "enter")
        assert not press.app.screen.typing


async def test_a_fourth_star_is_given_and_said_to_be_one_too_many_and_one_is_taken_off(begun):
    async with begun(STEP) as press:
        await press("a", FIVE, "escape", *("home", "1", "escape"), *("end", "1", "escape") * 2, "end", "1")
        assert len(starred(press)) == 4
        assert press.told == ["4 have a star now, not 3. 2 takes one off again."]
        assert "★ Top three  4: more than 3" in press.screen
        assert not press.app.screen.typing, "first the room settles which three"
        await press("2")
        assert len(starred(press)) == 3
        assert "★ Top three  3 of 3" in press.screen
        await press("u")
        assert len(starred(press)) == 4


async def test_taking_a_star_off_keeps_what_was_answered(sampled):
    async with sampled(STEP) as press:
        await press("home", "2")
        row = press.workshop.row(Risk, "R1")
        assert not row.starred and row.sign and row.answer
        assert press.app.screen.selected == "R1"


async def test_reasons_are_ranked_within_their_group_merged_and_deleted(sampled):
    async with sampled(STEP) as press:
        await press("home", "greater_than_sign")
        assert starred(press) == ["R2", "R1", "R3"]
        await press("end", "m", "=every old", "enter")
        assert "R6" not in [row.id for row in press.workshop.risks]
        assert press.app.screen.selected == "R4"
        await press("delete")
        assert "R4" not in [row.id for row in press.workshop.risks]
        await press("u", "u")
        assert len(press.workshop.risks) == 6


async def test_enter_opens_the_card_with_where_it_comes_from_what_it_hits_and_whether_the_plan_changed(sampled):
    async with sampled(STEP) as press:
        await press("home", "enter")
        assert "more, when there is time" in press.screen
        press.app.screen.select("risk/R1/source")
        await press("3", "enter", "ctrl+u", "=fresh", "enter", "1")
        row = press.workshop.row(Risk, "R1")
        assert (row.source, row.priority_id, row.plan_changed) == (Source.LUCK, "P2", True)


async def test_the_whole_plan_may_be_typed_for_what_it_hits(sampled):
    async with sampled(STEP) as press:
        await press("home", "enter")
        press.app.screen.select("risk/R1/priority_id")
        await press("enter", "ctrl+u", "=The whole plan")
        assert "the whole plan" in press.screen
        await press("enter")
        assert press.workshop.row(Risk, "R1").priority_id is None


async def test_on_a_large_wall_the_top_three_are_cards_side_by_side(sampled):
    async with sampled(STEP, size=(120, 40)) as press:
        await press("home")
        row = line_of(press, "Volunteers burn out")
        assert "The big grant is cut" in row and "Packers send produce" in row
        assert "Operations Manager, " in line_of(press, "We keep every old session")
        await press("right", "right")
        assert press.app.screen.selected == "R3"
        await press("down")
        assert press.app.screen.selected == "R4"


async def test_what_was_typed_is_never_markup(begun):
    async with begun(STEP) as press:
        await press("a", "=[bold]It [/] broke[/]", "enter", "escape")
        assert "[bold]It [/] broke[/]" in press.screen


async def test_the_result_is_read_back_with_its_answers_and_stands_among_the_decisions(sampled):
    async with sampled(STEP) as press:
        await press("home", "r")
        assert "Volunteers burn out on evenings." in press.screen
        assert "We would see first: Two rota gaps in one month." in press.screen
        told = reading.of_step(press.workshop, STEP, press.app.today())
        assert told is not None and len(told.sentences) == 3
        found = [each for each in decided(press.workshop, press.app.today()) if each.step == STEP]
        assert [each.item for each in found] == ["R1", "R2", "R3"]
        assert {(each.sign, each.label) for each in found} == {("★", "top three")}


# -- an agenda without time for it ----------------------------------------------------------------------------------


async def test_a_half_day_walks_past_it_until_something_is_written_there(begun):
    async with begun("milestones") as press:
        assert STEP not in walkable(press.workshop)
        await press("ctrl+p", "=Go to Stress", "enter")
        assert press.app.desk.room.looking == STEP and "8 Stress test" in press.screen
        await press("a", "=The van breaks down", "enter", "enter")
        assert STEP in walkable(press.workshop)
        await press("pageup", "pagedown")
        assert press.app.desk.room.looking == STEP


async def test_from_a_step_that_is_not_walked_through_pages_lead_to_its_neighbors(begun):
    async with begun(STEP) as press:
        await press("pageup")
        assert press.app.desk.room.looking == "milestones"
        press.app.look_at(STEP)
        await press("pagedown")
        assert press.app.desk.room.looking in ("rhythm", "close")


async def test_a_step_without_time_has_no_clock_that_is_over(begun):
    async with begun("milestones") as press:
        await press("t", "ctrl+p", "=Go to Stress", "enter", "a", "=The van breaks down", "enter", "enter")
        press.app.desk.note(lambda room: room.replace(step=STEP))
        await press.settle()
        assert ":00" not in press.screen.splitlines()[0]
        await press("plus")
        assert "0:5" in press.screen.splitlines()[0] or "1:0" in press.screen.splitlines()[0]
