"""The check-in by keys: what it opens on, what is said of results, what changes and why, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import cycle

import pytest

from data.nouns.change import Cause, Kind
from data.nouns.check_in import Holding, Judgment, Occasion, Report, Revisit, Standing, Verdict, Watch, Win
from data.nouns.planning import Milestone, Status
from data.nouns.room import Action, Answer
from data.store import Store
from screens.check_ins.screen import CheckInScreen
from tests.screens.check_in_tour import LINES, hostile, opened, stops, value_of, visit
from tests.screens.test_hostile import TEXTS, leaks, texts_of
from tests.screens.test_palette import clashes, missing_from_the_palette
from tests.screens.test_pictures import Album
from tests.screens.test_pictures import somewhere as somewhere
from tests.screens.tour import SIZES, TURNS, complaints
from tests.workshop.first_check_in import AT, DAY_0, DAY_49, begun
from workshop.actions import checking_in, closing
from workshop.check_ins import due
from workshop.check_ins.agreed import to_answer
from workshop.sample import sample


def at(press):
    """The check-in under way, as the workshop has it."""
    return begun(press.workshop)


def answers(press):
    sitting = press.app.screen.sitting
    return {each.action.id: each.answer for each in to_answer(press.workshop, sitting)}


async def to_results(press):
    await press("f", "2")
    press.app.screen.show_page("results")
    await press.settle()


# -- beginning -------------------------------------------------------------------------------------------------------


async def test_a_draft_has_no_check_in_and_an_adopted_plan_does(sampled):
    async with sampled("close") as press:
        await press("f")
        assert not isinstance(press.app.screen, CheckInScreen)
        await press("p", "enter", "enter", "f")
        assert isinstance(press.app.screen, CheckInScreen)
        assert "Fortnightly check-in" in press.screen and "in 14 days" in press.screen


async def test_what_is_next_stands_first_and_says_that_it_is_overdue(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f")
        assert "1  Fortnightly check-in" in press.screen and "35 days overdue" in press.screen


async def test_behind_who_is_here_it_asks_what_the_others_hear(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "1", "c", "home", "enter", "enter")
        assert "What do we tell those who are not here?" in press.screen
        await press("=Nothing moved", "enter")
        assert press.workshop.check_ins[0].message == "Nothing moved" and not press.app.screen.typing


async def test_it_opens_on_what_was_agreed_and_goes_from_one_to_the_next(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2")
        assert press.workshop.check_ins[0].kind is Occasion.REVIEW
        first = press.app.screen.selected
        assert first == to_answer(press.workshop, press.app.screen.sitting)[0].action.id
        await press("1")
        assert answers(press)[first] is Answer.DONE and press.app.screen.selected != first
        second = press.app.screen.selected
        await press("3")
        assert answers(press)[second] is Answer.DROPPED


async def test_it_goes_on_where_it_was_left(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "c", "escape", "f")
        assert press.app.screen.page.key == "close"
        assert len(press.workshop.check_ins) == 1


async def test_home_says_when_it_is_and_f_opens_it(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f10")
        assert "! check-in 35 days overdue" in press.screen
        await press("f")
        assert isinstance(press.app.screen, CheckInScreen)
        await press("2", *"11111", "c", "c", "enter", "enter", "f10")
        assert "! check-in" not in press.screen and "check-in in 7 days" in press.screen


async def test_home_has_no_check_in_for_a_draft(sampled):
    async with sampled() as press:
        await press("f10")
        assert "check-in" not in press.screen
        await press("f")
        assert press.app.desk is None


async def test_from_a_screen_over_it_f_leads_back_to_the_one_there_is(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "p", "f")
        assert [type(each) for each in press.app.screen_stack].count(CheckInScreen) == 1
        assert isinstance(press.app.screen, CheckInScreen)


# -- what was agreed -------------------------------------------------------------------------------------------------


async def test_what_is_late_and_still_needed_is_asked_for_another_date(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2")
        item = press.app.screen.selected
        await press("2", "=9 dec", "enter")
        assert answers(press)[item] is Answer.NEEDED
        assert press.workshop.row(Action, item).by == date(2026, 12, 9)


async def test_what_is_late_twice_has_to_be_changed_or_dropped(database):
    value = checking_in.begin(value_of("fresh"), Occasion.PULSE, date(2026, 11, 4))
    id = begun(value)
    for each in to_answer(value, value.check_ins[0]):
        value = checking_in.follow_up(value, id, each.action.id, Answer.NEEDED, by=date(2026, 11, 10))
    value = checking_in.close(value, id)
    async with opened(database, value) as press:
        await press("f", "2")
        item = press.app.screen.selected
        assert "late twice" in press.screen
        await press("2")
        assert "Late for the second time" in press.told[-1] and press.app.screen.line.is_open
        await press("enter", "enter")
        assert "! Late for the second time" in press.screen
        assert answers(press)[item] is Answer.OPEN
        await press("ctrl+u", "=Board Chair", "enter", "=9 dec", "enter")
        assert answers(press)[item] is Answer.NEEDED
        assert press.workshop.party(press.workshop.row(Action, item).who_id).name == "Board Chair"


# -- results ---------------------------------------------------------------------------------------------------------


async def test_a_digit_says_how_a_result_stands_and_the_rest_is_asked(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M1")
        await press("2", "=5", "enter", "=No fire door", "enter", "=Ask the council", "enter", "=A letter", "enter")
        await press("=15 jan", "enter")
        said = press.workshop.row(Report, f"{at(press)}-M1")
        assert (said.standing, said.confidence, said.confidence_was) == (Standing.AT_RISK, 5, 8)
        assert (said.happened, said.following, said.help) == ("No fire door", "Ask the council", "A letter")
        assert said.forecast == date(2027, 1, 15)
        assert "8 -> 5" in press.screen and "! Confidence fell from 8 to 5" in press.screen
        assert "P1" in press.screen and "at risk: 1 at risk, 1 not started" in press.screen


async def test_nothing_typed_leaves_the_confidence_as_it_was(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M1")
        await press("1", "enter", "escape")
        assert press.workshop.row(Report, f"{at(press)}-M1").confidence == 8


@pytest.mark.parametrize("typed", ["11", "-1", "sure", "٣"])
async def test_a_confidence_is_from_0_to_10(database, typed):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M1")
        await press("1", f"={typed}", "enter")
        assert "! Type a number from 0 to 10." in press.screen


async def test_what_is_overdue_is_said_beside_on_track(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M9")
        await press("1", "escape")
        assert "on track" in press.screen and "Said to be on track, but overdue" in press.screen


async def test_a_result_that_is_done_may_be_a_win_and_how_we_mark_it_is_known(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M9")
        await press("4", "=118 bookings", "enter", "escape")
        assert press.workshop.row(Milestone, "M9").evidence == "118 bookings"
        press.app.screen.show_page("wins")
        press.app.screen.select("praise/M9")
        await press("enter", "enter", "=Client Services Lead", "enter", "enter")
        [win] = press.workshop.of(Win)
        assert (win.milestone_id, win.mark) == ("M9", "Cake for the front desk at booking 100")


async def test_all_results_are_one_key_away(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        assert "M6" not in press.app.screen.board.picture.items
        await press("v")
        assert "M6" in press.app.screen.board.picture.items


# -- changes ---------------------------------------------------------------------------------------------------------


async def test_a_date_that_moves_asks_why_before_anything_is_changed(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M1")
        await press("6", "=15 jan", "enter", "=dep", "enter", "=short", "enter")
        assert "! Say why in 15 to 200 characters; that is 5." in press.screen
        assert press.workshop.row(Milestone, "M1").due == date(2026, 12, 4)
        await press("= but now long enough", "enter", "enter", "=2", "enter")
        assert "! More than 14 days: take it to the review." in press.screen
        await press("ctrl+u", "enter", "=none", "enter")
        row = press.workshop.row(Milestone, "M1")
        assert (row.due, row.first_due) == (date(2027, 1, 15), date(2026, 12, 4))
        [change] = press.workshop.adjustments
        assert (change.kind, change.was, change.now) == (Kind.DATE_MOVED, "2026-12-04", "2027-01-15")
        assert (change.cause, change.alone) == (Cause.DEPENDENCY, False) and change.check_in_id == at(press)
        assert press.workshop.party(change.decided_by_id).name == "Executive Director"


async def test_a_half_made_change_is_there_after_a_restart(database):
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        press.app.screen.select("M1")
        await press("6", "=15 jan", "enter", "=dep", "enter", "=The fire door is")
    async with opened(database, value_of("fresh"), again=True) as press:
        await press("f")
        assert "Why? What did you learn?" in press.screen and "The fire door is" in press.screen
        await press("= missing", "enter", "enter", "enter", "=none", "enter")
        assert press.workshop.adjustments[0].reason == "The fire door is missing"


async def test_a_fresh_change_is_put_right_and_an_older_one_stands(database):
    async with opened(database, value_of("reviewing")) as press:
        await press("f")
        press.app.screen.show_page("changes")
        assert press.app.screen.selected == "J1"
        await press(
            "enter", "= Really.", "enter", "=; none else", "enter", "=A letter", "enter", "=9 jan 2027", "enter"
        )
        change = press.workshop.adjustments[0]
        assert (change.evidence, change.look_on) == ("A letter", date(2027, 1, 9))
        assert change.reason.endswith("January. Really.") and change.knock_on.endswith("; none else")
        assert press.workshop.party(change.decided_by_id).name == "Executive Director"
        assert len(press.workshop.adjustments) == 3
        press.app.now = lambda: AT + timedelta(minutes=16)
        await press("enter")
        assert "more than 15 minutes ago" in press.told[-1]
        assert "When do we look at it again?" in press.screen
        await press("ctrl+u", "enter")
        assert press.workshop.adjustments[0].look_on is None and not press.app.screen.line.is_open


CHANGES = {
    "scope cut": (("=M1", "ctrl+u", "=One room"), lambda w: w.row(Milestone, "M1").done_when == "One room"),
    "scope added": (("=M1", "ctrl+u", "=Six rooms"), lambda w: w.row(Milestone, "M1").done_when == "Six rooms"),
    "owner changed": (("=M1", "=Board Chair"), lambda w: w.row(Milestone, "M1").owner_id),
    "milestone split": (("=M1", "=One room", "=9 dec", "=A signature"), lambda w: w.milestones[-1].title == "One room"),
    "milestone merged": (("=M1", "=M2"), lambda w: w.row(Milestone, "M1").dropped_on == DAY_49),
    "milestone dropped": (("=M1",), lambda w: w.row(Milestone, "M1").dropped_on == DAY_49),
    "priority added": (("=Something new", "=Board Chair"), lambda w: w.adjustments[0].about == "Something new"),
    "priority paused": (("=P5",), lambda w: w.priorities[4].status is Status.LATER),
    "priority dropped": (("=P5",), lambda w: w.priorities[4].status is Status.DROPPED),
    "choice changed": (("=A5", "=verdict", "ctrl+u", "=explore"), lambda w: w.arenas[4].verdict.value == "explore"),
}


@pytest.mark.parametrize("kind", CHANGES)
async def test_every_kind_of_change_is_made_with_its_record(database, kind):
    typed, made = CHANGES[kind]
    keys: list[str] = []
    for each in typed:
        keys += [each] if each == "ctrl+u" else [each, "enter"]
    async with opened(database, value_of("fresh")) as press:
        await to_results(press)
        await press("a", f"={kind}", "enter", *keys)
        await press("=capacity", "enter", "=There are too few of us", "enter", "enter", "enter", "=none", "enter")
        assert not press.app.screen.line.is_open, press.screen
        [change] = press.workshop.adjustments
        assert change.kind.value.replace("_", " ") == kind and made(press.workshop)
        await press("u")
        assert not press.workshop.adjustments


# -- the quarterly one -----------------------------------------------------------------------------------------------


async def test_the_choices_are_looked_at_by_digits(database):
    async with opened(database, value_of("held")) as press:
        await press("f", "3")
        screen = press.app.screen
        screen.show_page("measures")
        await press("enter", "=74", "enter", "=Fewer forms", "enter")
        screen.show_page("conditions")
        screen.select("C1")
        await press("2", "=3", "enter", "=Two of four weeks", "enter")
        screen.show_page("triggers")
        screen.select("T1")
        await press("1", "=No letter came", "enter")
        screen.show_page("priorities")
        screen.select("P4")
        await press("3", "=no", "enter", "=Nobody calls", "enter")
        value, id = press.workshop, at(press)
        held, watched, judged = (
            value.row(noun, f"{id}-{item}") for noun, item in ((Revisit, "C1"), (Watch, "T1"), (Judgment, "P4"))
        )
        assert (held.holding, held.confidence, held.note) == (Holding.WEAKENING, 3, "Two of four weeks")
        assert watched.fired and watched.note == "No letter came"
        assert (judged.verdict, judged.again, judged.note) == (Verdict.STOP, False, "Nobody calls")
        assert [row.trigger_id for row in due.open_ones(value) if row.kind is Occasion.EXTRA] == ["T1"]
        screen.show_page("lessons")
        assert "Reasons for change" in press.screen and "█" in press.screen


# -- the end ---------------------------------------------------------------------------------------------------------


async def test_it_does_not_end_while_something_agreed_has_no_answer(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "c", "c", "enter", "enter")
        assert "! 5 actions without an answer: done, still needed or dropped?" in press.screen
        assert press.workshop.brief.version == 1


async def test_closing_makes_the_next_version_and_undo_takes_it_back(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "1", "1", "1", "1", "1", "c", "a", "=Board Chair", "enter", "=Tell them", "enter")
        await press("=9 dec", "enter", "escape", "c", "c", "enter", "enter")
        assert press.workshop.brief.version == 2 and "Held so far" in press.screen
        assert "Version 2 of the plan" in press.told[-1]
        id = press.app.desk.id
        await press("u")
        assert press.workshop.brief.version == 1 and press.app.screen.sitting is not None
        await press("ctrl+y")
        assert press.workshop.brief.version == 2
    store = Store(str(database), actor="reader", now=lambda: AT, ids=lambda: "x")
    assert store.versions(id)[-1].value == store.load(id).value
    store.close()


async def test_the_next_date_is_after_today(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "c", "c", "up", "enter", "=today", "enter")
        assert "! That is not after today: type a later date." in press.screen


async def test_what_was_written_down_here_can_be_taken_away(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "a", "=A win", "enter", "enter", "enter", "escape")
        assert press.app.screen.selected == press.workshop.of(Win)[0].id
        await press("delete")
        assert not press.workshop.of(Win)


# -- versions, and what changes teach --------------------------------------------------------------------------------


async def two_versions(press):
    """Adopt a plan, close one check-in, and another one at which a date moves."""
    press.app.desk.change(partial(closing.adopt, today=DAY_0), "adopt", publishes=True)
    await press("f", "2", *"11111", "c", "c", "enter", "enter", "2")
    press.app.screen.show_page("results")
    press.app.screen.select("M1")
    await press("6", "=15 jan", "enter", "=dep", "enter", "=The fire door is missing", "enter", "enter", "enter")
    await press("=none", "enter", "c", "c", "enter", "enter")
    assert press.workshop.brief.version == 3


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_any_two_versions_are_compared_on_the_screen(database, album, size):
    async with opened(database, sample(DAY_0), size=size) as press:
        await two_versions(press)
        press.app.clear_notifications()
        press.app.show_versions()
        await press.settle()
        written = "\n".join(row.plain for row in press.app.screen.board.picture.rows)
        assert "From version 2" in written and "The fire door is missing" in " ".join(written.split())
        await album.take(press, "versions")
        assert list(press.app.screen.moments) == ["v1", "v2", "v3", "now"]
        press.app.screen.select("v3")
        await press("1")
        assert "Nothing changed." in press.screen
        await press("down", "1", "up", "2")
        assert "M1" in press.screen
        await press("home", "down", "down", "2", "up", "1")
        assert press.app.screen._ends(press.app.screen.moments) == ("v2", "v3"), "the earlier one comes first"
        await press("home", "enter")
        assert "Nothing changed." in press.screen
        await press("down", "enter")
        assert "42 days later" in " ".join(row.plain for row in press.app.screen.board.picture.rows)


async def test_versions_and_what_changes_teach_are_in_the_palette_of_an_adopted_plan(database):
    async with opened(database, value_of("held")) as press:
        titles = {each.title for each in press.app.get_system_commands(press.app.screen)}
        assert {"Check-in", "Versions", "What changes teach"} <= titles


async def test_a_plan_without_changes_says_what_will_stand_there(database):
    async with opened(database, value_of("fresh")) as press:
        press.app.show_learning()
        await press.settle()
        assert "Nothing yet: what is changed and done" in press.screen


# -- how it stands on the wall ---------------------------------------------------------------------------------------


@pytest.fixture
def album(somewhere):
    album = Album()
    yield album
    album.judge()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_pictures(database, album, size):
    async with opened(database, value_of("fresh"), size=size) as press:
        for which, stop in stops():
            await visit(press, which, stop)
            await album.take(press, stop.name)
        for which, stop in LINES:
            await visit(press, which, stop)
            assert press.app.screen.line.is_open, stop.name
            await album.take(press, stop.name)
            press.app.screen.line.leave()


async def test_keys_do_not_clash_and_the_palette_has_every_action(database):
    wrong: list[str] = []
    async with opened(database, value_of("fresh")) as press:
        for which, stop in stops():
            await visit(press, which, stop)
            wrong += clashes(press.app, stop.name)
            wrong += [f"{stop.name}: {each}" for each in missing_from_the_palette(press)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("turn", "size"), TURNS)
async def test_whatever_was_typed_stands_as_text(database, turn, size):
    pool = cycle([*TEXTS[turn * 13 :], *TEXTS[: turn * 13]])
    skipped = {"kind", "item", "field", "was", "now"}

    def names(noun):
        return [name for name in texts_of(noun) if noun.table != "adjustment" or name not in skipped]

    def made(value):
        return hostile(value, lambda noun, name: next(pool), names)

    wrong: list[str] = []
    async with opened(database, made(value_of("fresh")), size=size) as press:
        for which, stop in stops():
            await visit(press, which, stop, made)
            wrong += [f"{stop.name}: {each}" for each in (*complaints(press.app), *leaks(press))]
            for item in press.app.screen.board.picture.items:
                press.app.screen.select(item)
                await press.pilot.pause()
                wrong += [f"{stop.name}, {item}: {each}" for each in complaints(press.app)]
    assert not wrong, "\n".join(wrong)


async def test_the_questions_about_an_action_say_which_and_the_rhythm_is_named_once(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "enter")
        assert "Tell all staff" in press.screen.splitlines()[-3] + press.screen.splitlines()[-4]
        await press("escape", "c")
        assert press.screen.count("by the rhythm") == 1
