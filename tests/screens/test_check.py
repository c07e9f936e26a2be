"""The check of a step by keys: what is open in lines, each to its end when selected, and the ways past it."""

from __future__ import annotations

import pytest

from data.nouns.planning import Accepted, Milestone, Priority
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from screens.check import FINISH
from tests.screens.tour import complaints, steady

SIZES = ((60, 20), (80, 24), (120, 40))
LONG = (
    "We go on without it because the council decides in May and the landlord signs on the day after that; "
    "nobody can know before."
)


async def take_away(press, *changes):
    """Take from the sample what the checks then ask for: (noun, fields, ids)."""

    def less(workshop):
        for noun, fields, ids in changes:
            for id in ids:
                workshop = workshop.change(noun, id, **fields)
        return workshop

    press.app.desk.change(less, "take away")
    await press.settle()


def rows(press):
    return [row.plain.rstrip() for row in press.app.screen.board.picture.rows]


async def test_several_of_a_kind_are_a_line_and_unfold_by_their_names(sampled):
    async with sampled("milestones") as press:
        await take_away(press, (Milestone, {"done_when": ""}, ("M1", "M2", "M3")))
        await press("c", "home")
        assert "■ to settle  3" in rows(press)
        assert rows(press)[1:5] == [
            "▸ 3 milestones don't say when they are done. How will we know?",
            "    Two host rooms signed for evening and Saturday use",
            "    First four weeks of evening and Saturday opening run",
            "    A third of visits fall outside weekday daytime",
        ]
        assert "3 to settle" in press.screen.splitlines()[-2]


async def test_the_only_one_of_its_kind_says_what_it_is_about(sampled):
    async with sampled("how-to-win") as press:
        await take_away(press, (Arena, {"alternative": ""}, ("A2",)))
        await press("c", "home")
        assert "Better than what? (Northern villages, through places people already go)" in press.screen


async def test_going_past_one_selects_the_next_that_is_open_and_undo_opens_it_again(sampled):
    async with sampled("milestones") as press:
        await take_away(press, (Milestone, {"done_when": ""}, ("M1", "M2", "M3")))
        await press("c", "home", "down")
        for next_one in ("MIL-02:M2", "MIL-02:M3"):
            await press("1", "=The council decides in May", "enter")
            assert press.app.screen.selected == next_one
        await press("1", "=The council decides in May", "enter")
        assert press.app.screen.selected == FINISH
        assert "  “The council decides in May”" in rows(press)
        await press("u")
        assert [each.item for each in press.app.screen.blocking] == ["M3"]


async def test_one_reason_goes_past_all_of_a_line(sampled):
    async with sampled("milestones") as press:
        await take_away(press, (Milestone, {"done_when": ""}, ("M1", "M2", "M3")))
        await press("c", "home", "1")
        assert "We go past all 3 because ..." in press.screen
        await press("=The council decides in May", "enter")
        assert not press.app.screen.blocking and press.app.screen.selected == FINISH


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_reason_is_told_to_its_end_when_it_is_selected(sampled, size):
    async with sampled("milestones", size=size) as press:
        await take_away(press, (Milestone, {"done_when": ""}, ("M1",)))
        await press("c", "home", "1", f"={LONG}", "enter")
        press.app.screen.select("MIL-02:M1")
        await press.settle()
        assert LONG in " ".join(" ".join(rows(press)).split())
        assert complaints(press.app) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_is_cut_without_a_sign_however_much_is_open_and_whatever_it_is_called(sampled, size):
    everything = [f"M{at}" for at in range(1, 13)]
    async with sampled("milestones", size=size) as press:
        await take_away(
            press,
            (Milestone, {"done_when": "", "confidence": 2}, everything),
            (Milestone, {"title": "[b]Hold[/b] 家族 " + "many " * 9, "due": None}, ("M1", "M2")),
            (Milestone, {"title": ""}, ("M3",)),
        )
        await press("c")
        for item in press.app.screen.board.picture.items:
            press.app.screen.select(item)
            await steady(press)
            assert complaints(press.app) == [], item
        await press("home")
        assert "[b]Hold[/b] 家族" in press.screen


# -- an owner who has not been asked -----------------------------------------------------------------------------------


async def test_who_asks_an_owner_and_by_when_becomes_an_action_and_answers_the_finding(sampled):
    async with sampled("owners") as press:
        await take_away(press, (Priority, {"accepted": Accepted.NOT_ASKED}, ("P1",)))
        before = len(press.workshop.actions)
        await press("c", "home")
        assert (
            '"Operations Manager" hasn\'t said yes. Who asks, by when?' in press.screen
            and "2 Who, by when" in press.screen
        )
        await press("2", "=Board Chair", "enter", "=fri", "enter")
        action = press.workshop.actions[-1]
        assert len(press.workshop.actions) == before + 1
        assert action.text == "Ask Operations Manager to answer for “Open evenings and Saturdays in Eastmere…”"
        assert press.workshop.party(action.who_id).name == "Board Chair"
        assert "“Board Chair asks by Fri 16 Oct 2026.”" in press.screen and press.app.screen.selected == FINISH
        await press("u")
        assert len(press.workshop.actions) == before and "to weigh  1" in press.screen


async def test_half_typed_it_is_asked_again_after_a_restart(sampled):
    async with sampled("owners") as press:
        await take_away(press, (Priority, {"accepted": Accepted.NOT_ASKED}, ("P1",)))
        await press("c", "home", "2", "=Board Chair", "enter", "=20 o")
    async with sampled("owners") as press:
        await press("c")
        assert "By when does Board Chair ask?" in press.screen and press.app.screen.line.input.value == "20 o"
        await press("=ct", "enter")
        assert press.workshop.actions[-1].by.day == 20


async def test_a_plan_that_few_are_sure_of_stays_a_draft_until_somebody_finishes_it(sampled):
    async with sampled("close") as press:
        await take_away(press, (Brief, {"fist": (0, 1, 9, 1, 0, 0)}, ("W",)))
        await press("c", "home", "down")
        assert "Average 3.0. Leave it as a draft and set a date to finish it." in press.screen
        press.app.screen.select("CLS-03:")
        await press("2", "=Executive Director", "enter", "=21 oct", "enter")
        assert press.workshop.actions[-1].text == "Finish the plan"
        kept = next(each for each in press.workshop.acceptances if each.code == "CLS-03")
        assert kept.reason == "It stays a draft, and Executive Director sees that it is finished by Wed 21 Oct 2026."


# -- beside the wall ---------------------------------------------------------------------------------------------------


async def test_the_guide_has_what_is_open_in_lines_the_weightiest_first_and_hints_as_well(sampled):
    async with sampled("milestones") as press:
        await take_away(
            press,
            (Milestone, {"celebrate": ""}, [f"M{at}" for at in range(1, 13)]),
            (Milestone, {"due": None}, ("M1", "M2")),
            (Milestone, {"title": "Work on it"}, ("M3",)),
        )
        checks = press.app.screen.guide.checks
        assert [sign for sign, _ in checks] == sorted((sign for sign, _ in checks), key="■!·".index)
        assert ("■", "2 milestones have no date. A month is a start.") in checks
        assert ("!", "That is effort. What's the result? (Work on it)") in checks
        assert ("·", "Which early win will you mark?") in checks


async def test_the_guide_of_the_check_has_the_questions_of_the_step(sampled):
    async with sampled("owners") as press:
        await press("c", "g")
        assert "Who would lie awake if this" in press.screen
