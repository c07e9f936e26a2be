"""An adopted plan on its screens: what changes asks why, whichever screen it is typed on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.nouns.change import Cause, Kind
from data.nouns.check_in import Occasion
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.strategy import Arena, Condition, Verdict
from tests.screens.check_in_tour import opened, value_of
from tests.workshop.first_check_in import AT, DAY_49, begun
from workshop.actions import calling, changing, checking_in
from workshop.actions.changing import Why

#: The answers to why, who, where and what it means for others.
WHY = ("=capacity", "enter", "=There are too few of us", "enter", "enter", "enter", "=none", "enter")


async def at_step(press, step, item=""):
    press.app.look_at(step, item)
    await press.settle()


async def test_a_date_typed_on_its_card_asks_why_and_is_moved_with_its_record(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "milestones", "M1")
        await press("enter")
        press.app.screen.select("milestone/M1/due")
        await press("enter", "ctrl+u", "=15 jan 2027", "enter")
        assert "say why this changes" in press.told[-1] and "What kind of reason?" in press.screen
        assert press.workshop.row(Milestone, "M1").due == date(2026, 12, 4)
        await press(*WHY)
        row, [change] = press.workshop.row(Milestone, "M1"), press.workshop.adjustments
        assert (row.due, row.first_due) == (date(2027, 1, 15), date(2026, 12, 4))
        assert (change.kind, change.cause, change.check_in_id) == (Kind.DATE_MOVED, Cause.CAPACITY, None)
        await press("u")
        assert not press.workshop.adjustments and press.workshop.row(Milestone, "M1").due == date(2026, 12, 4)


async def test_a_week_later_asks_for_the_date_and_why_and_escape_leaves_it(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "milestones", "M1")
        await press("greater_than_sign")
        assert "due when, now" in press.screen and "Fri 11 Dec 2026" in press.screen
        await press("escape")
        assert press.workshop.row(Milestone, "M1").due == date(2026, 12, 4)
        await press("greater_than_sign", "enter", *WHY)
        assert press.workshop.row(Milestone, "M1").due == date(2026, 12, 11)
        await press("greater_than_sign")
        assert press.workshop.row(Milestone, "M1").due == date(2026, 12, 18), "the same change, put right"
        assert [each.now for each in press.workshop.adjustments] == ["2026-12-18"]


async def test_an_owner_alone_moves_no_further_than_was_agreed(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "milestones", "M1")
        await press("greater_than_sign", "ctrl+u", "=15 jan 2027", "enter", *WHY[:5], "=2", "enter")
        assert "! More than 14 days: take it to the review." in press.screen
        await press("escape", "greater_than_sign", "enter", *WHY[:5], "=2", "enter", *WHY[-2:])
        assert press.workshop.adjustments[0].alone


async def test_another_verdict_is_a_choice_that_changes(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "where-to-play", "A5")
        await press("2")
        assert "waits for the quarterly check-in" in press.told[-1]
        assert press.workshop.row(Arena, "A5").verdict is Verdict.NOT_NOW
        await press(*WHY)
        assert press.workshop.row(Arena, "A5").verdict is Verdict.EXPLORE
        assert press.workshop.adjustments[0].kind is Kind.CHOICE_CHANGED
        await press("delete")
        assert "give it another verdict instead" in press.told[-1]
        await press("m")
        assert not press.app.screen.line.is_open


async def test_another_aspiration_and_another_way_to_win_ask_why(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "direction", "brief/W/aspiration")
        await press("enter", "ctrl+u", "=Fresh food for everybody", "enter", *WHY)
        assert press.workshop.brief.aspiration == "Fresh food for everybody"
        await at_step(press, "how-to-win", "A1")
        await press("enter")
        press.app.show_card(Arena, "A1", "how-to-win", "advantage")
        await press.settle()
        await press("enter", "ctrl+u", "=Nobody else is open", "enter", *WHY)
        assert press.workshop.row(Arena, "A1").advantage == "Nobody else is open"
        assert [each.field for each in press.workshop.adjustments] == ["aspiration", "advantage"]


async def test_dropping_a_milestone_or_a_priority_asks_why_and_keeps_it_in_the_record(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "milestones", "M12")
        await press("delete", *WHY)
        assert press.workshop.row(Milestone, "M12").dropped_on == DAY_49
        await at_step(press, "priorities", "P5")
        await press("2", *WHY)
        assert press.workshop.row(Priority, "P5").status is Status.LATER
        await press("delete")
        assert press.workshop.get(Priority, "P5") is None, "what is not in the plan just goes"
        kinds = [each.kind for each in press.workshop.adjustments]
        assert kinds == [Kind.MILESTONE_DROPPED, Kind.PRIORITY_PAUSED]


async def test_what_is_promised_otherwise_is_less_or_more_or_only_other_words(database):
    async with opened(database, value_of("fresh")) as press:
        press.app.show_card(Milestone, "M1", "milestones", "done_when")
        await press.settle()
        await press("enter", "ctrl+u", "=One room", "enter")
        assert "1 less is promised" in press.screen
        await press("=3", "enter")
        assert press.workshop.row(Milestone, "M1").done_when == "One room" and not press.workshop.adjustments
        await press("up", "enter", "ctrl+u", "=Half a room", "enter", "=1", "enter", *WHY)
        assert press.workshop.adjustments[0].kind is Kind.SCOPE_CUT


async def test_a_new_owner_and_a_new_milestone_come_with_a_reason(database):
    async with opened(database, value_of("fresh")) as press:
        press.app.show_card(Priority, "P1", "owners", "owner_id")
        await press.settle()
        await press("enter", "ctrl+u", "=Board Chair", "enter", *WHY)
        owner = press.workshop.party(press.workshop.row(Priority, "P1").owner_id)
        assert owner is not None and owner.name == "Board Chair"
        await at_step(press, "milestones", "M1")
        await press("a", "=A third room", "enter", "=9 jul 2027", "enter", "=A signature", "enter", *WHY)
        kinds = [each.kind for each in press.workshop.adjustments]
        assert kinds == [Kind.OWNER_CHANGED, Kind.MILESTONE_ADDED]


async def test_a_half_told_reason_is_there_after_a_restart(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "milestones", "M1")
        await press("greater_than_sign", "enter", "=capacity", "enter", "=There are too")
    async with opened(database, value_of("fresh"), again=True) as press:
        assert "Why? What did you learn?" in press.screen and "There are too" in press.screen
        await press("= few of us", "enter", "enter", "enter", "=none", "enter")
        assert press.workshop.adjustments[0].reason == "There are too few of us"


# -- a second look ---------------------------------------------------------------------------------------------------


async def test_a_change_is_looked_at_again_when_its_day_has_come(database):
    why = Why(DAY_49, "The fire door is missing", at=AT, look_on=DAY_49)
    value = changing.move_date(value_of("fresh"), "M1", date(2027, 1, 15), why)
    async with opened(database, value) as press:
        await press("f", "2", *"11111")
        assert "Changes to look at again" in press.screen and "M1: date moved" in press.screen
        press.app.screen.select("J1")
        await press("2", "=20 jan 2027", "enter")
        assert press.workshop.adjustments[0].look_on == date(2027, 1, 20)
        assert "Changes to look at again" not in press.screen
        await press("u")
        press.app.screen.select("J1")
        await press("1")
        assert press.workshop.adjustments[0].look_on is None


# -- extra, alone, yearly --------------------------------------------------------------------------------------------


async def test_an_extra_one_says_which_signal_calls_for_it_and_which_choice_is_at_stake(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "5")
        assert "Which signal calls for it" in press.screen
        await press("=why", "enter")
        assert "! Name a signal, or say in" in press.screen
        await press("ctrl+u", "=main grant renewal", "enter", "=A3", "enter")
        [row] = press.workshop.check_ins
        assert (row.kind, row.trigger_id, row.about) == (Occasion.EXTRA, "T1", "A3") and row.why == "Main grant renewal"
        press.app.screen.show_page("choice")
        assert "Fresh food rescued" in press.screen and press.app.screen.selected == "A3"
        await press("enter", "=because", "enter", "ctrl+u", "=Nobody else collects", "enter", *WHY)
        assert press.workshop.row(Arena, "A3").reason == "Nobody else collects"
        assert press.workshop.adjustments[0].check_in_id == row.id


async def test_an_extra_one_may_have_a_reason_of_its_own_and_one_that_was_called_for_is_offered(database):
    called = calling.call(value_of("fresh"), "T2", DAY_49)
    async with opened(database, called) as press:
        await press("f", "5")
        assert "Fresh share" in press.screen
        await press("ctrl+u", "=The warehouse has burned down", "enter", "=W", "enter")
        held = press.app.screen.sitting
        assert (held.trigger_id, held.why, held.about) == (None, "The warehouse has burned down", "W")
        assert len(press.workshop.check_ins) == 2, "the one that was called for still waits"


async def test_alone_the_decision_has_a_line_of_its_own(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "6" if "6  Check-in alone" in press.screen else "5")
        if press.app.screen.sitting is None:
            await press("escape")
        value = checking_in.begin(value_of("fresh"), Occasion.SOLO, DAY_49)
        press.app.desk.change(lambda _: value, "begin alone")
        await press.settle()
        press.app.screen.show_page("question")
        await press("enter", "=Said no to the lease", "enter")
        [row] = press.workshop.check_ins
        assert (row.decision, row.message) == ("Said no to the lease", "")


async def test_a_yearly_one_leads_on_to_the_next_workshop_with_these_answers(database):
    value = checking_in.begin(value_of("fresh"), Occasion.REFRESH, DAY_49)
    async with opened(database, value) as press:
        await press("f")
        press.app.screen.show_page("workshop")
        before = press.app.desk.id
        await press("home", "enter", "ctrl+u", "=The next three years", "enter")
        while press.app.desk is None or press.app.desk.id == before:
            await press.pilot.pause()
        await press.settle()
        brief = press.workshop.brief
        assert (brief.title, brief.follows, brief.version) == ("The next three years", value.brief.title, 0)
        assert press.workshop.carried and press.workshop.row(Arena, "A1").verdict is Verdict.PLAY
        await at_step(press, "direction", "brief/W/obstacle")
        await press("enter")
        assert press.app.screen.line.input.value == value.brief.obstacle
        await press("enter")
        assert press.app.screen.line.is_open, "the next of last year's answers is asked for at once"
        await press("enter", "escape")
        assert press.workshop.brief.obstacle == value.brief.obstacle


# -- the clock -------------------------------------------------------------------------------------------------------


async def test_the_clock_counts_part_by_part_and_never_stops_anybody(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "t")
        assert "◷ 10:00" in press.screen
        press.app.now = lambda: AT + timedelta(minutes=13)
        await press("1")
        assert "3:00 over" in press.screen and "10 min of 45, 13 used" in press.screen
        press.app.screen.show_page("results")
        await press.settle()
        assert "◷ 25:00" in press.screen and "3 behind" in press.screen
        await press("plus")
        assert "◷ 26:00" in press.screen and "4 behind" in press.screen
        await press("f4")
        assert "‖ 26:00" in press.screen
    async with opened(database, value_of("fresh"), again=True) as press:
        await press("f")
        assert "‖ 26:00" in press.screen
        assert press.app.desk.room.running_since is None and press.app.desk.room.spent == {}


async def test_while_no_clock_shows_it_another_minute_is_said(database):
    async with opened(database, value_of("fresh")) as press:
        await press("f", "2", "plus")
        assert "Wins has 11 minutes now." in press.told[-1]


# -- what was held ---------------------------------------------------------------------------------------------------


async def test_what_was_held_is_read_as_it_was_then_and_written(database, tmp_path):
    async with opened(database, value_of("fresh")) as press:
        press.app.desk.note(lambda room: room.replace(selection={"export/folder": str(tmp_path)}))
        await press("f", "2", *"11111", "c", "c", "enter", "enter")
        id = press.workshop.check_ins[0].id
        press.app.desk.change(lambda value: value.change(Milestone, "M1", title="Renamed since"), "rename")
        press.app.screen.select(f"held/{id}")
        await press("enter")
        await press.settle()
        assert "Monthly check-in, Wed 2 Dec 2026: version 2" in press.screen and "Agreed last time" in press.screen
        await press("enter")
        await press.settle()
        [written] = tmp_path.glob("*checkin.md")
        assert "2026-12-02" in written.name and "check-in" in written.read_text(encoding="utf-8")
        await press("escape")
        assert "Held so far" in press.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_by_message_stands_where_the_dates_do(database, size):
    async with opened(database, value_of("held"), size=size) as press:
        await press("f")
        assert begun is not None
        assert "by message" in press.screen


async def test_a_condition_and_a_principle_change_and_go_with_their_record(database):
    async with opened(database, value_of("fresh")) as press:
        await at_step(press, "how-to-win", "C1")
        press.app.show_card(Condition, "C1", "how-to-win", "text")
        await press.settle()
        await press("enter", "ctrl+u", "=The mill sells us its bread", "enter", *WHY)
        assert press.workshop.row(Condition, "C1").text == "The mill sells us its bread"
        await at_step(press, "direction", "X1")
        await press("delete")
        assert press.workshop.get(Principle, "X1") is not None and "What kind of reason?" in press.screen
        await press(*WHY)
        assert press.workshop.get(Principle, "X1") is None
        kinds = [each.kind for each in press.workshop.adjustments]
        assert kinds == [Kind.ASSUMPTION_UPDATED, Kind.CHOICE_CHANGED]


async def test_a_choice_that_is_cleared_is_a_change(database):
    async with opened(database, value_of("fresh")) as press:
        was = press.workshop.row(Arena, "A1").proof
        await at_step(press, "how-to-win", "A1")
        press.app.show_card(Arena, "A1", "how-to-win", "proof")
        await press.settle()
        await press("enter", "ctrl+u", "enter", *WHY)
        assert press.workshop.row(Arena, "A1").proof == ""
        assert was and [(each.was, each.now) for each in press.workshop.adjustments] == [(was, "")]


async def test_of_a_table_each_milestone_is_a_change_for_one_reason(database):
    async with opened(database, value_of("fresh")) as press:
        before = len(press.workshop.milestones)
        await at_step(press, "milestones", "M1")
        await press("a", "=Title\tDue\nA third room\t2027-06-01\nA fourth room\t2027-09-01")
        assert len(press.workshop.milestones) == before, "not before it is said why"
        await press(*WHY)
        new = press.workshop.milestones[before:]
        assert [(row.title, row.due) for row in new] == [
            ("A third room", date(2027, 6, 1)),
            ("A fourth room", date(2027, 9, 1)),
        ]
        first, second = press.workshop.adjustments
        assert (first.item, second.item) == (new[0].id, new[1].id) and first.reason == second.reason
        assert first.kind is second.kind is Kind.MILESTONE_ADDED
        await press("u")
        assert len(press.workshop.milestones) == before and not press.workshop.adjustments
