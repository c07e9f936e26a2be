"""The self-assessment by keys: alone, by the grid and in turn; results, levels agreed, then and now; what is kept."""

from __future__ import annotations

import pytest

from data.nouns.assessment import Assessment, Rating, Role
from screens.assessment_grid import Grid
from screens.assessment_questions import Alone
from screens.assessment_results import Results
from screens.assessment_start import Start
from screens.assessment_turns import Turns
from screens.home import Home
from tests.workshop.brackenford_answers import ANSWERS
from workshop.assessment import questionnaire, sheets

IDS = questionnaire.load().ids
#: The keys of the eleven sheets, one after the other.
PAPERS = tuple(str(ANSWERS[id][person]) for person in range(11) for id in IDS)


def round_of(press):
    return sheets.read(press.app.desk.room.sheets)


def answers_of(press, at=0):
    return [round_of(press).sheets[at].given(id) for id in IDS]


def shown(press):
    return type(press.app.screen)


@pytest.fixture
def counted(begun):
    """The app with a workshop open in which eleven sheets were counted, on the results."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def open_it(*keys, **how):
        async with begun(**how) as press:
            await press("w", "2")
            press.app.screen.keep(eleven_sheets(press))
            await press("c", "enter", *keys)
            yield press

    return open_it


def eleven_sheets(press):
    from dataclasses import replace

    from tests.workshop.brackenford_answers import eleven

    return replace(round_of(press), sheets=eleven(*[Role.LEADER] * 4).sheets)


# -- the way in ----------------------------------------------------------------------------------------------------


async def test_it_says_what_it_is_what_is_kept_and_that_it_is_not_validated(begun):
    async with begun() as press:
        await press("w")
        assert shown(press) is Start
        text = " ".join(press.screen.split())
        assert "20 questions" in text and "6 to 8 minutes" in text
        assert "Not validated" in text and "Do not compare organizations by it." in text
        assert "no names unless the group wants them" in text


async def test_esc_goes_back_to_the_step_one_came_from(begun):
    async with begun("milestones") as press:
        await press("w", "1", "3", "escape")
        assert type(press.app.screen).__name__ == "Milestones"
        assert press.app.desk.room.looking == "milestones"
        await press("w")
        assert shown(press) is Alone and "2 of 20" in press.screen


async def test_from_home_it_stands_alone_and_is_found_again(driven):
    async with driven() as press:
        await press("w", "=Harbor trust", "enter")
        assert shown(press) is Start
        assert (press.workshop.brief.organization, press.workshop.brief.agenda) == ("Harbor trust", "solo")
        await press("1", "2", "escape")
        assert shown(press) is Home
        assert "Self-assessment" in press.screen
        await press("w")
        assert shown(press) is Alone and "2 of 20" in press.screen
    async with driven() as press:
        await press("enter")
        assert shown(press) is Alone and answers_of(press)[0] == 2, "a restart goes on there too"


async def test_a_next_action_turns_one_that_stands_alone_into_a_workshop_of_ones_own(driven):
    async with driven() as press:
        await press("w", "enter", "1", *["2"] * 20, "enter")
        assert shown(press) is Results
        await press("home", "enter")
        assert type(press.app.screen).__name__ == "WhereToPlay"
        await press("escape", "w")
        assert shown(press) is Results
        await press("escape")
        assert type(press.app.screen).__name__ == "WhereToPlay"


# -- alone ---------------------------------------------------------------------------------------------------------


async def test_alone_from_start_to_finish(begun):
    async with begun() as press:
        await press("w", "1")
        for number, id in enumerate(IDS):
            item = questionnaire.load().of(id)
            assert item.question in press.screen and f"{number + 1} of 20" in press.screen
            for level in item.levels:
                assert level[:50] in press.screen
            await press("3")
        assert "That was the last question." in press.screen
        await press("enter")
        assert shown(press) is Results
        assert "one person on" in press.screen
        (row,) = press.workshop.assessments
        assert (row.respondents, row.questionnaire, row.version) == (1, "strategy-practice", "1")
        assert len(press.workshop.of(Rating)) == 20


async def test_a_high_level_asks_for_evidence_and_takes_none_too(begun):
    async with begun() as press:
        await press("w", "1", "4")
        assert "What shows it? Show the two lists" in press.screen
        await press("=the list in the office", "enter")
        assert "2 of 20" in press.screen
        await press("5", "enter")
        assert "3 of 20" in press.screen
        await press("3")
        assert "4 of 20" in press.screen, "a middle level asks for nothing"
        assert round_of(press).sheets[0].notes == {"DIR-1": "the list in the office"}


async def test_leaving_the_evidence_leaves_the_answer(begun):
    async with begun() as press:
        await press("w", "1", "4", "escape")
        assert answers_of(press)[0] == 4 and not press.app.screen.line.is_open
        assert "1 of 20" in press.screen
        await press("right")
        assert "2 of 20" in press.screen


async def test_not_sure_and_does_not_apply(begun):
    async with begun() as press:
        await press("w", "1", "0", "n")
        assert "Why does it not apply?" in press.screen
        await press("=we have no priorities", "enter")
        assert answers_of(press)[:2] == [0, -1]
        assert round_of(press).sheets[0].notes == {"DIR-2": "we have no priorities"}


async def test_back_is_free_and_an_answer_can_be_changed(begun):
    async with begun() as press:
        await press("w", "1", "1", "2", "left", "left")
        assert "1 of 20" in press.screen and "● We take on whatever" in press.screen
        await press("5", "enter")
        assert answers_of(press)[:2] == [5, 2]
        await press("pageup")
        assert "1 of 20" in press.screen
        await press("up", "up", "enter")
        assert answers_of(press)[0] == 3, "the cursor stood on the answer given"


async def test_enter_gives_the_selected_answer(begun):
    async with begun() as press:
        await press("w", "1", "down", "down", "enter")
        assert answers_of(press)[0] == 3 and "2 of 20" in press.screen


async def test_stop_and_resume_after_a_restart(begun):
    async with begun() as press:
        await press("w", "1", "1", "2", "3")
    async with begun() as press:
        assert shown(press) is Alone, "where it was left"
        assert "4 of 20" in press.screen and answers_of(press)[:4] == [1, 2, 3, None]


async def test_what_is_missing_is_shown_and_asked_about(begun):
    async with begun() as press:
        await press("w", "1", *["2"] * 18, "right", "2")
        assert "19 of 20 answered" in press.screen
        await press("c")
        assert "1 answer is missing" in press.screen
        await press("escape")
        assert press.workshop.assessments == ()
        assert press.app.screen.selected == "DAY-2", "the line that is selected is the one that is missing"
        await press("enter")
        assert "19 of 20" in press.screen
        await press("2", "right", "home", "enter")
        assert len(press.workshop.assessments) == 1


async def test_nothing_answered_counts_nothing(begun):
    async with begun() as press:
        await press("w", "1", "c")
        assert press.told == ["Nobody has answered yet."]
        assert press.workshop.assessments == ()


# -- by the grid ---------------------------------------------------------------------------------------------------


async def test_eleven_sheets_are_typed_in_with_nothing_but_their_answers(begun):
    async with begun() as press:
        await press("w", "2")
        for key in PAPERS:
            press.app.simulate_key(key)
        await press.settle()
        assert shown(press) is Grid
        assert [[sheet.given(id) for sheet in round_of(press).sheets] for id in IDS] == [
            list(ANSWERS[id]) for id in IDS
        ]
        await press("c")
        assert "11 sheets. Show the results?" in press.screen
        await press("enter")
        assert shown(press) is Results and "11 people" in press.screen


async def test_an_answer_in_the_grid_is_put_right(begun):
    async with begun() as press:
        await press("w", "2", "1", "2", "3", "left", "left", "5")
        assert answers_of(press)[:4] == [1, 5, 3, None]
        await press("left", "delete", "left", "backspace")
        assert answers_of(press)[:4] == [None, None, 3, None]
        await press("n", "0")
        assert answers_of(press)[:3] == [-1, 0, 3]


async def test_sheets_are_laid_down_and_taken_away(begun):
    async with begun() as press:
        await press("w", "2", "1", "a", "2", "enter", "3")
        assert [sheet.given("DIR-1") for sheet in round_of(press).sheets] == [1, 2, 3]
        await press("up", "left", "left", "delete")
        assert "Take sheet 2 away" in press.screen
        await press("escape")
        assert len(round_of(press).sheets) == 3
        await press("delete", "enter")
        assert [sheet.given("DIR-1") for sheet in round_of(press).sheets] == [1, 3]


async def test_an_empty_sheet_at_the_end_is_the_next_one(begun):
    async with begun() as press:
        await press("w", "2", "1", "a", "a", "a")
        assert len(round_of(press).sheets) == 2


async def test_roles_are_put_down_by_digits(begun):
    async with begun() as press:
        await press("w", "2", "left")
        assert "1 leader" in press.screen
        await press("1", "2", "a", "left", "4", "3")
        assert [sheet.role for sheet in round_of(press).sheets] == [Role.LEADER, Role.VOLUNTEER]
        assert [sheet.given("DIR-1") for sheet in round_of(press).sheets] == [2, 3]


async def test_on_a_narrow_wall_the_columns_move_along(begun):
    async with begun(size=(40, 20)) as press:
        await press("w", "2")
        assert "›" in press.screen and "DAY" not in press.screen
        await press(*["2"] * 18)
        assert "DAY" in press.screen and "‹" in press.screen


# -- in turn -------------------------------------------------------------------------------------------------------


async def test_between_two_people_the_wall_shows_no_answer(begun):
    async with begun() as press:
        await press("w", "3")
        assert shown(press) is Turns
        assert "Person 1: mute the projector, then press Enter." in press.screen
        await press("3")
        assert round_of(press).sheets[0].is_blank, "nothing is answered before"
        await press("enter")
        assert "What are you here?" in press.screen
        await press("2", *["2"] * 20)
        assert "hand over to person 2" in press.screen
        await press("enter")
        assert "Person 2: mute" in press.screen and "1 person has answered" in press.screen
        assert "level 2" not in press.screen and "Where we play" not in press.screen
        await press("enter", "0", *["3"] * 20, "enter")
        assert [sheet.role for sheet in round_of(press).sheets][:2] == [Role.STAFF, Role.UNSAID]
        await press("c", "enter")
        assert press.workshop.row(Assessment, "S1").respondents == 2


async def test_in_turn_a_restart_is_covered(begun):
    async with begun() as press:
        await press("w", "3", "enter", "1", "4", "enter", "2")
    async with begun() as press:
        assert shown(press) is Turns
        assert "Person 1 goes on: mute the projector" in press.screen
        await press("enter")
        assert "3 of 20" in press.screen, "the role is known, and two questions are answered"


async def test_the_grid_goes_on_in_turn(begun):
    async with begun() as press:
        await press("w", "2", *["2"] * 20, "2", "v")
        assert shown(press) is Turns and "Person 2 goes on" in press.screen


# -- results -------------------------------------------------------------------------------------------------------


async def test_results_say_where_we_stand_and_the_next_steps(counted):
    async with counted() as press:
        text = press.screen
        assert "Where we stand: 11 people on 14 Oct" in text
        assert [line.strip(" ▸").split(":")[0] for line in text.splitlines() if "→" in line] == [
            *("Rhythm", "Stopping", "Room to act")
        ]
        for words in ("2.5  ad hoc", "2.3  ad hoc", "One name       1 o     2 ooooo 3 o     4 oo    5 -     ? oo"):
            assert words in text
        assert "2 SPREAD" in text


async def test_a_wide_wall_has_the_words_in_full(counted):
    async with counted(size=(120, 40)) as press:
        assert "median 2, range 1-4  SPREAD NOT SURE" in press.screen


async def test_each_next_action_opens_its_step(counted):
    async with counted() as press:
        await press("home", "down", "enter")
        assert type(press.app.screen).__name__ == "Priorities"


async def test_a_level_is_agreed_on_and_goes_before_the_median(counted):
    async with counted() as press:
        press.app.screen.select("OWN-2")
        await press.settle()
        assert "You don't see the same thing" in press.screen
        await press("4")
        assert press.workshop.row(Rating, "S1-OWN-2").agreed == 4
        assert "agreed 4" in press.screen and "Room to act: Agree" not in press.screen
        await press("0")
        assert press.workshop.row(Rating, "S1-OWN-2").agreed is None
        await press("u")
        assert press.workshop.row(Rating, "S1-OWN-2").agreed == 4


async def test_evidence_is_noted(counted):
    async with counted() as press:
        press.app.screen.select("OWN-2")
        await press("enter", "=the sum of 500", "enter")
        assert press.workshop.row(Rating, "S1-OWN-2").note == "the sum of 500"
        assert "evidence: the sum of 500" in press.screen


async def test_of_three_people_only_what_they_agree_on_is_shown(begun):
    async with begun() as press:
        await press("w", "2", *PAPERS[:60], "c", "enter")
        assert "not agreed yet" in press.screen
        assert " oo" not in press.screen and "median" not in press.screen
        press.app.screen.select("OWN-1")
        await press("2")
        assert "agreed 2" in press.screen


async def test_an_answer_is_put_right_and_counted_again(counted):
    async with counted() as press:
        press.app.screen.select("sheets")
        await press("enter")
        assert shown(press) is Grid
        press.app.screen.select("4/ACC-1")
        await press("5", "c", "enter")
        assert press.workshop.row(Rating, "S1-ACC-1").counts == (5, 3, 0, 0, 1, 2, 0)
        assert len(press.workshop.assessments) == 1


async def test_the_single_answers_are_thrown_away(counted):
    async with counted() as press:
        assert "still kept" not in press.screen
        press.app.screen.select("drop")
        await press("enter")
        assert round_of(press) is not None, "it asks first"
        await press("enter")
        assert round_of(press) is None and press.app.desk.room.sheets == {}
        assert "11 people" in press.screen


async def test_counting_is_undone_and_the_sheets_are_there_still(counted):
    async with counted("u") as press:
        assert "Nothing is counted yet." in press.screen
        await press("enter")
        assert shown(press) is Grid and len(round_of(press).sheets) == 11
        await press("c", "enter")
        assert [row.id for row in press.workshop.assessments] == ["S2"]


async def test_names_are_written_down_only_from_the_palette(counted):
    async with counted() as press:
        press.app.screen.ask_names()
        await press("=Zoe, Ana", "enter")
        assert press.workshop.row(Assessment, "S1").names == ("Ana", "Zoe")


async def test_then_and_now_is_the_second_view_and_earlier_ones_are_reached(counted):
    async with counted("a") as press:
        assert "thrown away" in press.screen
        await press("enter")
        assert shown(press) is Start
        await press("2", *["left", "1", *["4"] * 20, "a"] * 4, "c", "enter")
        text = press.screen
        assert "4 people" in text and "Where we stand" in text
        await press("v")
        assert "Then and now" in press.screen and "→" in press.screen
        assert "no change is reported" in " ".join(press.screen.split())
        await press("v")
        assert "Where we stand" in press.screen
        press.app.screen.select("earlier/S1")
        await press("enter")
        assert "11 people" in press.screen


async def test_leaders_and_others_are_the_third(counted):
    async with counted("v", size=(80, 44)) as press:
        assert "Leaders and others" in press.screen
        assert "Money and time" in press.screen and "APART" in press.screen


async def test_an_assessment_is_taken_away_and_comes_back(counted):
    async with counted("delete") as press:
        assert press.workshop.assessments == ()
        await press("u")
        assert len(press.workshop.assessments) == 1
        assert "11 people" in press.screen


async def test_the_questions_of_another_questionnaire_are_said_not_to_be_at_hand(counted):
    async with counted() as press:
        press.app.desk.change(lambda value: value.change(Assessment, "S1", version="0"), "of old")
        await press.settle()
        assert "are not at hand" in press.screen and "never compared" in press.screen


async def test_sheets_of_another_questionnaire_are_not_gone_on_with(begun):
    async with begun() as press:
        await press("w", "1", "3", "escape")
        kept = {**press.app.desk.room.sheets, "version": "0"}
        press.app.desk.note(lambda room: room.replace(sheets=kept))
        await press("w")
        assert shown(press) is Start and "Sheets of another questionnaire are kept" in " ".join(press.screen.split())
        await press("1")
        assert press.app.desk.room.sheets == kept, "no way to answer leads past them"
        await press("enter")
        assert press.app.desk.room.sheets == {}
        await press("1")
        assert shown(press) is Alone


async def test_the_answers_of_last_time_are_not_shown_before_the_new_ones(counted):
    async with counted("a", "enter", "1") as press:
        assert shown(press) is Alone
        for _ in IDS:
            assert "●" not in press.screen and "median" not in press.screen
            await press("right")


async def test_hostile_words_stand_there_as_words(counted):
    async with counted() as press:
        press.app.screen.select("OWN-2")
        await press("enter", "=[/b] \x1b[31m ‮ {x} \\[red]", "enter")
        assert "[/b]" in press.screen and "\x1b" not in press.screen
        press.app.screen.ask_names()
        await press("=[/] [link](x)", "enter")
        assert press.workshop.row(Assessment, "S1").names == ("[/] [link](x)",)
