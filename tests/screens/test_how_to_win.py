"""How to win, by keys: a sentence for each place, what must be true for it, what it takes, and the look back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual.content import Content

from data.nouns.room import Brief, LookBack
from data.nouns.strategy import Arena, Condition, Level, Proof, Verdict
from data.value import Workshop
from screens.paint import Painter, Picture
from screens.steps.how_to_win import HowToWin
from screens.steps.winning_place import PlaceBoard
from screens.steps.winning_places import AllPlacesBoard
from screens.tabs import short_name, strip, tab_names
from tests.screens.conftest import TODAY, Driver
from workshop.actions import arenas
from workshop.desk import Action
from workshop.sample import sample

HTW = "how-to-win"
LOOK_BACK = "brief/W/look_back"

Opened = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def playing(begun: Opened) -> Opened:
    """An open workshop that plays in these places, with nothing said of how to win there."""

    @asynccontextmanager
    async def play(*names: str, **how: Any) -> AsyncIterator[Driver]:
        async with begun(**how) as press:

            def choose(workshop: Workshop) -> Workshop:
                for name in names:
                    workshop = arenas.add(workshop, name)
                    workshop = arenas.judge(workshop, workshop.arenas[-1].id, Verdict.PLAY)
                return workshop

            change(press, choose)
            press.app.look_at(HTW)
            await press.settle()
            yield press

    return play


def selected(press: Driver) -> str:
    return str(getattr(press.app.screen, "selected", ""))


def typing(press: Driver) -> bool:
    return isinstance(press.app.screen, HowToWin) and press.app.screen.typing


def change(press: Driver, action: Action) -> None:
    assert press.app.desk is not None
    press.app.desk.change(action, "meanwhile")


def drawn(arena_id: str, width: int = 77, height: int = 24, selected: str = "") -> Picture:
    """What the sample's board shows of one place."""
    workshop = sample(TODAY)
    painter = Painter(width, height, selected or arena_id)
    return PlaceBoard(workshop, painter, TODAY).place(workshop.row(Arena, arena_id))


def line_with(press: Driver, text: str) -> str:
    """The one row of the screen that holds a text."""
    (line,) = (line for line in press.screen.splitlines() if text in line)
    return line


# -- the sentence ------------------------------------------------------------------------------------------------------


async def test_without_a_place_to_play_it_says_so_and_where_to_go(begun: Opened) -> None:
    async with begun(HTW) as press:
        assert "First choose a place to play." in press.screen
        assert "PgUp  goes back to Where to play" in press.screen
        await press("a", "v", "1")
        assert not typing(press)
        await press("pageup")
        assert "Where will we play, and where will we not?" in press.screen


async def test_a_place_with_no_answer_asks_the_question_and_names_the_key(playing: Opened) -> None:
    async with playing("Harbor") as press:
        assert "What do people do without us, including nothing?" in press.screen
        assert "Enter begins" in press.screen
        assert "What would have to be true" not in press.screen


async def test_enter_asks_for_the_alternative_then_the_advantage_and_reads_them_back(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("enter", "=a long drive", "enter")
        assert "People choose us for ..." in press.screen
        await press("=a nurse [b]next[/b] door", "enter")
        arena = press.workshop.arenas[0]
        assert (arena.alternative, arena.advantage) == ("a long drive", "a nurse [b]next[/b] door")
        assert "Instead of a long drive" in press.screen
        assert "a nurse [b]next[/b] door" in press.screen
        assert "What would have to be true?" in press.screen, "the next thing that is wanted"
        await press("=The nurses stay", "enter", "4", "enter", "escape", "home", "enter", "enter", "enter")
        assert [row.text for row in press.workshop.conditions(arena.id)] == ["The nurses stay"]
        assert not typing(press), "once there is a condition, the sentence stands for itself"


async def test_the_second_place_keeps_its_own_sentence(playing: Opened) -> None:
    async with playing("Harbor", "Hill") as press:
        await press("right", "enter", "=nothing", "enter", "=company", "enter")
        first, second = press.workshop.arenas
        assert (first.advantage, second.advantage) == ("", "company")


async def test_digits_do_nothing_to_a_sentence_and_delete_keeps_the_place(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        before = press.workshop
        await press("1", "3", "delete", "greater_than_sign")
        assert press.workshop == before


# -- tabs --------------------------------------------------------------------------------------------------------------


async def test_right_and_left_walk_the_places_and_end_at_the_look_back(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        seen = [selected(press)]
        for _ in range(4):
            await press("right")
            seen.append(selected(press))
        assert seen == ["A1", "A2", "A3", LOOK_BACK, LOOK_BACK]
        await press("left")
        assert selected(press) == "A3"
        assert "Packers will sign for three years" in press.screen


async def test_the_shown_place_is_marked_by_a_sign_and_by_its_name_in_full(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("right")
        assert line_with(press, "Look back").startswith(" ▲ Working")
        assert "▸ Northern villages" in line_with(press, "Look back")
        assert line_with(press, "through places people already go")


def test_left_and_right_pass_along_what_it_takes_before_they_change_the_place() -> None:
    picture = drawn("A1", selected="B1")
    assert [picture.toward(item, 1, 0) for item in ("B1", "B2", "B3", "C1")] == ["B2", "B3", "A2", "A2"]
    assert [picture.toward(item, -1, 0) for item in ("B3", "B1", "A1")] == ["B2", "B1", "A1"]


def test_up_and_down_walk_through_all_of_a_place() -> None:
    picture, order = drawn("A1"), ["A1", "arena/A1/proof", "B1", "C1", "C2", "arena/A1/opposite_sane"]
    assert [picture.toward(item, 0, 1) for item in order] == [*order[1:], order[-1]]
    assert [picture.toward(item, 0, -1) for item in order] == [order[0], *order[:-1]]
    assert picture.toward("B3", 0, 1) == "C1"


async def test_a_click_on_a_tab_shows_its_place(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press.pilot.click("Board", offset=(45, 0))
        await press.settle()
        assert selected(press) == "A3"


async def test_the_place_is_still_shown_after_looking_at_another_step(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("right", "down", "down", "down")
        assert selected(press) == "C3"
        await press("pageup", "pagedown")
        assert selected(press) == "C3"
        assert "Partners will staff the point themselves" in press.screen


def test_many_places_all_have_a_tab_on_a_small_wall() -> None:
    workshop = Workshop({})
    for n in range(1, 7):
        workshop = arenas.add(workshop, f"Neighborhood number {n} by the river")
        workshop = arenas.judge(workshop, f"A{n}", Verdict.PLAY)
    workshop = workshop.put(Brief(id="W"))
    picture = PlaceBoard(workshop, Painter(57, 20, "A4"), TODAY).place(workshop.arenas[3])
    assert picture.items[:7] == ("A1", "A2", "A3", "A4", "A5", "A6", LOOK_BACK)
    assert any("Neighborhood number 4 by the river" in row.plain for row in picture.rows)
    tabs = picture.places[:7]
    assert all(picture.rows[tab.top].plain[tab.left : tab.right].strip() for tab in tabs)
    assert picture.rows[tabs[6].top].plain[tabs[6].left : tabs[6].right] == "· Look back"


# -- conditions --------------------------------------------------------------------------------------------------------


async def test_a_condition_is_followed_by_the_question_of_trust_and_then_the_next(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("a", "=They come", "enter")
        assert "How sure are we, from 1 (doubt) to 5 (sure)?" in press.screen
        await press("4", "enter", "=They stay", "enter", "enter", "enter")
        assert [(row.text, row.confidence) for row in press.workshop.conditions("A1")] == [
            ("They come", 4),
            ("They stay", None),
        ]
        assert not typing(press)
        assert "●●●●○ 4" in line_with(press, "They come")
        assert "○○○○○ ?" in line_with(press, "They stay")


async def test_trust_beyond_five_is_refused_in_words_and_stays_in_the_line(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("a", "=They come", "enter", "7", "enter")
        assert typing(press)
        assert press.workshop.conditions("A1")[0].confidence is None
        await press("backspace", "2", "enter", "escape")
        assert press.workshop.conditions("A1")[0].confidence == 2


async def test_several_pasted_lines_become_several_conditions(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("a", "=They come\nThey stay\nThey pay")
        assert [row.text for row in press.workshop.conditions("A1")] == ["They come", "They stay", "They pay"]
        assert "What would have to be true?" in press.screen


async def test_digits_set_the_trust_of_the_selected_condition_alone(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("down", "down", "down", "2")
        assert [row.confidence for row in press.workshop.conditions("A1")] == [2, 3]
        assert selected(press) == "C1"
        await press("5", "6", "0")
        assert press.workshop.conditions("A1")[0].confidence == 5
        await press("u")
        assert press.workshop.conditions("A1")[0].confidence == 2


async def test_enter_on_a_condition_opens_its_card_with_test_date_and_who(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("a", "=They come", "enter", "2", "enter", "escape")
        assert "! no test" in line_with(press, "They come")
        await press("enter", "down", "down", "enter", "=Ask ten of them", "enter", "enter", "=15 jan", "enter")
        await press("enter", "=Director", "enter", "escape")
        row = press.workshop.conditions("A1")[0]
        assert (row.test, str(row.by)) == ("Ask ten of them", "2027-01-15")
        assert [party.name for party in press.workshop.parties if party.id == row.who_id] == ["Director"]
        assert line_with(press, "They come").rstrip().endswith("15 Jan")
        assert "test: Ask ten of them" in press.screen


async def test_a_doubted_condition_with_a_test_but_no_day_says_so(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        change(press, lambda workshop: workshop.change(Condition, "C2", by=None))
        await press.settle()
        assert "! no date" in line_with(press, "Forty volunteers")
        assert "! no" not in line_with(press, "People book if")


async def test_conditions_are_ordered_and_taken_away(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("down", "down", "down", "greater_than_sign")
        assert [row.id for row in press.workshop.conditions("A1")] == ["C2", "C1"]
        await press("less_than_sign", "delete")
        assert [row.id for row in press.workshop.conditions("A1")] == ["C2"]
        assert selected(press) == "C2"
        await press("delete")
        assert press.workshop.conditions("A1") == ()
        assert "a names the first condition" in press.screen
        await press("u", "u")
        assert [row.id for row in press.workshop.conditions("A1")] == ["C1", "C2"]


async def test_deleting_stays_in_the_place_that_is_shown(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("right", "right", "down", "down", "down", "delete", "delete")
        assert press.workshop.conditions("A3") == ()
        assert "Fresh food rescued from packers within 60 km" in press.screen


# -- proof, needs, the opposite ----------------------------------------------------------------------------------------


async def test_what_it_takes_is_added_from_its_line_and_marked_by_digits(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press(
            "enter", "=going without", "enter", "=a nurse", "enter", "a", "=They come", "enter", "enter", "escape"
        )
        assert line_with(press, "needs").split() == ["needs", "…"]
        await press("up", "a", "=a boat", "enter", "=a crew", "enter", "enter")
        assert [row.text for row in press.workshop.capabilities("A1")] == ["a boat", "a crew"]
        await press("2")
        assert "a crew ~ partly" in line_with(press, "needs")
        assert "1 ✓ have   2 ~ partly   3 ✕ missing" in press.screen
        await press("left", "1", "4")
        assert [row.level for row in press.workshop.capabilities("A1")] == [Level.HAVE, Level.PARTLY]
        await press("greater_than_sign")
        assert [row.text for row in press.workshop.capabilities("A1")] == ["a crew", "a boat"]
        await press("delete")
        assert [row.text for row in press.workshop.capabilities("A1")] == ["a crew"]


async def test_the_palette_adds_what_a_place_needs(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("ctrl+p", *"what it needs", "enter")
        await press("=a boat", "enter", "escape")
        assert [row.text for row in press.workshop.capabilities("A1")] == ["a boat"]


async def test_enter_on_the_proof_asks_for_it_and_for_its_kind(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("down", "enter", "ctrl+u", "=Forty letters", "enter", "ctrl+u", "3", "enter")
        arena = press.workshop.row(Arena, "A1")
        assert (arena.proof, arena.proof_kind) == ("Forty letters", Proof.OPINION)
        assert line_with(press, "Forty letters").rstrip().endswith("an opinion")


async def test_the_opposite_is_read_aloud_and_answered_by_a_digit(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("end")
        assert "Read aloud: “Would a sensible organization choose the opposite?”" in press.screen
        await press("2")
        assert press.workshop.row(Arena, "A1").opposite_sane is False
        assert "! no" in line_with(press, "Read aloud")
        await press("1")
        assert "✓ yes" in line_with(press, "Read aloud")


# -- all places, and the look back -------------------------------------------------------------------------------------


async def test_v_shows_all_sentences_and_goes_back_to_the_selected_place(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("down", "down", "down", "v")
        for advantage in ("a bookable slot after work", "run by people they know", "of graded produce in the county"):
            assert advantage in press.screen
        assert selected(press) == "A1"
        await press("down", "down", "v")
        assert "Packers will sign for three years" in press.screen


async def test_the_look_back_among_all_sentences_says_what_is_asked_and_by_which_digits(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("v")
        assert "do we still want" not in press.screen
        await press("end")
        assert "Knowing this, do we still want every place we chose?" in press.screen
        assert "1 ✓ they stand   2 ↺ they changed" in press.screen
        await press("1")
        assert press.workshop.brief.look_back is LookBack.STAND


async def test_a_condition_added_among_all_sentences_is_shown_in_its_place(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("v", "down", "a", "=The road stays open", "enter", "5", "enter", "escape")
        assert press.workshop.conditions("A2")[-1].text == "The road stays open"
        assert "●●●●● 5" in line_with(press, "The road stays open")


async def test_the_look_back_stands_behind_the_last_place_and_asks_what_changed(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("right")
        assert "Knowing this, do we still want every place we chose?" in press.screen
        assert "1 ✓ they stand   2 ↺ they changed" in press.screen
        await press("1")
        assert (press.workshop.brief.look_back, typing(press)) == (LookBack.STAND, False)
        assert "✓ Look back" in press.screen or "✓ they stand" in press.screen
        await press("2", "=The hill went", "enter")
        brief = press.workshop.brief
        assert (brief.look_back, brief.look_back_note) == (LookBack.CHANGED, "The hill went")
        assert "what changed  The hill went" in press.screen
        await press("a")
        assert not typing(press)


async def test_enter_answers_the_look_back_by_typing(playing: Opened) -> None:
    async with playing("Harbor") as press:
        await press("right", "enter", "=they changed", "enter", "=One went", "enter")
        brief = press.workshop.brief
        assert (brief.look_back, brief.look_back_note) == (LookBack.CHANGED, "One went")


async def test_a_place_that_is_no_longer_played_leaves_the_row(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        await press("right", "down", "down", "down")
        change(press, lambda workshop: arenas.judge(workshop, "A2", Verdict.EXPLORE))
        await press.settle()
        assert "Northern" not in press.screen
        assert selected(press) in {"A1", "A3", "B1", "B2", "B3", "C1", "C2", LOOK_BACK, "arena/A1/proof"}


# -- the wall ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(57, 20), (77, 24), (117, 32), (237, 67)])
def test_no_row_is_wider_than_the_wall(width: int, height: int) -> None:
    workshop = sample(TODAY)
    for item in ("A2", "B5", "C3", "arena/A2/opposite_sane", LOOK_BACK):
        painter = Painter(width, height, item)
        everything = AllPlacesBoard(workshop, painter, TODAY)
        look_back = AllPlacesBoard(workshop, painter, TODAY)
        for picture in (drawn("A2", width, height, item), everything.sentences(), look_back.look_back()):
            assert max(row.cell_length for row in picture.rows) <= width


def test_a_tall_wall_shows_how_each_condition_is_tested() -> None:
    tests = ("test: Count bookings in the first four weeks", "test: Ask all 170 by letter; count firm yeses")
    tall, low = ("\n".join(row.plain for row in drawn("A1", 117, height).rows) for height in (32, 24))
    assert all(test in tall for test in tests)
    assert not any(test in low for test in tests)


async def test_a_half_typed_condition_or_need_is_taken_up_again(sampled: Opened) -> None:
    async with sampled(HTW) as press:
        for keys in ("right", "a"), ("a",):
            await press(*keys, *"half")
            press.app.look_at("where-to-play")
            await press.settle()
            press.app.look_at(HTW)
            await press.settle()
            await press(*" way", "enter", "enter", "escape")
            press.app.look_at(HTW, "B4")
            await press.settle()
        assert press.workshop.conditions("A2")[-1].text == "half way"
        assert press.workshop.capabilities("A2")[-1].text == "half way"


# -- tabs by themselves ------------------------------------------------------------------------------------------------


def test_names_are_cut_behind_a_word_and_the_longest_first() -> None:
    assert short_name("Northern villages, through places", 19) == "Northern villages…"
    assert short_name("Antidisestablishmentarianism", 10) == "Antidises…"
    assert short_name("Harbor", 10) == "Harbor"
    assert tab_names(["Harbor", "Working households in two towns"], 26) == ["Harbor", "Working households…"]


def test_items_beside_each_other_go_on_in_the_next_row_whole() -> None:
    pieces = [("B1", Content("1234")), ("B2", Content("5678")), ("B3", Content("x" * 30))]
    rows, places = strip(pieces, 12, 5, lead=Content("to "))
    assert [row.content.plain for row in rows] == ["to 1234 5678", "   xxxxxxxx…"]
    assert [(place.item, place.left, place.right, place.top) for place in places] == [
        ("B1", 3, 7, 5),
        ("B2", 8, 12, 5),
        ("B3", 3, 12, 6),
    ]
