"""Close, by keys: the fist of five, reservations, parked thoughts, and what each does in the next 15 days."""

from datetime import date
from functools import partial

import pytest

from data.nouns.room import Action, Disposition
from workshop.actions import closing

FIST = "brief/W/fist"


async def parked(press, *texts):
    for text in texts:
        press.app.desk.change(partial(closing.park, text=text), "park")
    await press.settle()


async def test_an_empty_close_says_what_comes_first(begun):
    async with begun("close") as press:
        assert "Next: a fist of five." in press.screen
        assert press.app.screen.selected == FIST
        assert "all show at once; Enter takes the totals" in press.screen


async def test_the_foot_names_the_next_thing_until_the_plan_is_adopted(begun):
    async with begun("close") as press:
        await parked(press, "New name")
        await press("enter", "=0 1 1 1 0 0", "enter")
        assert "Next: hear who showed 0, 1 or 2." in press.screen
        await press("a", "=Too fast", "enter", "=2", "enter", "escape")
        assert "Next: 1 parked, ten seconds each." in press.screen
        await press("down", "4")
        assert "Next: what does each of us do?" in press.screen
        await press("down", "a", "=Ann", "enter", "=Tell everyone", "enter", "=friday", "enter", "escape")
        assert "Next: one sentence for tomorrow." in press.screen
        await press("end", "enter", "=We open at night", "enter")
        assert "Last: c checks, then we adopt the plan." in press.screen


async def test_totals_are_taken_and_what_is_stored_is_said(begun):
    async with begun("close") as press:
        await press("enter", "=3 6 2 0 0 0")
        assert "11 in all, average 4.1" in press.screen
        await press("enter")
        assert press.workshop.brief.fist == (3, 6, 2, 0, 0, 0)
        assert "11 hands, average 4.1" in press.screen
        assert "5 ●●●   4 ●●●●●●   3 ●●" in press.screen
        await press("home")
        assert "5 ●●●   4 ●●●●●●   3 ●●" in press.screen, "it is no taller when it is selected"


@pytest.mark.parametrize("typed", ["3 6 2", "3 6 2 0 0 x", "1 2 3 4 5 6 7"])
async def test_totals_that_are_not_six_numbers_are_refused_in_words(begun, typed):
    async with begun("close") as press:
        await press("enter", f"={typed}", "enter")
        assert press.workshop.brief.fist == ()
        assert "Type 6 numbers" in press.screen


async def test_hands_are_counted_one_by_one_up_to_the_voters(begun):
    async with begun("open") as press:
        await press(*["down"] * 2, "enter", "=3", "enter", "escape")
        press.app.look_at("close")
        await press.settle()
        await press("4", "4", "2", "5")
        assert press.workshop.brief.fist == (0, 2, 0, 1, 0, 0)
        assert "3 hands, average 3.3" in press.screen
        assert any("All 3 hands are counted" in told for told in press.told)
        await press("delete")
        assert press.workshop.brief.fist == ()
        await press("0")
        assert press.workshop.brief.fist == (0, 0, 0, 0, 0, 1)
        assert "1 of 3 hands, average 0.0" in press.screen


async def test_reservations_are_asked_for_only_once_somebody_is_unsure(begun):
    async with begun("close") as press:
        await press("enter", "=5 1 0 0 0 0", "enter")
        assert "Reservations" not in press.screen
        await press("home", "enter", "ctrl+u", "=5 1 1 0 0 0", "enter")
        assert "threes are invited" in press.screen
        await press("home", "enter", "ctrl+u", "=5 1 1 2 0 0", "enter")
        assert "! 2 still to be heard" in press.screen


async def test_a_reservation_of_the_only_unsure_number_needs_no_further_question(begun):
    async with begun("close") as press:
        await press("enter", "=5 1 0 2 0 0", "enter", "a", "=Too fast\nNo money", "escape")
        rows = press.workshop.reservations
        assert [(row.text, row.score, row.party_id) for row in rows] == [("Too fast", 2, None), ("No money", 2, None)]
        assert "still to be heard" not in press.screen


async def test_where_several_were_unsure_the_fingers_are_asked_for(begun):
    async with begun("close") as press:
        await press("enter", "=0 1 1 1 0 0", "enter", "a", "=Too fast", "enter", "=2", "enter", "=So so", "enter")
        await press("=3", "enter", "enter")
        assert [(row.text, row.score) for row in press.workshop.reservations] == [("Too fast", 2), ("So so", 3)]
        assert not press.app.screen.typing
        await press("1")
        assert press.workshop.reservations[-1].score == 1
        assert press.workshop.brief.fist == (0, 1, 1, 1, 0, 0)


async def test_several_pasted_reservations_are_not_taken_for_fingers(begun):
    async with begun("close") as press:
        await press("enter", "=0 1 1 1 0 0", "enter", "a", "=Too fast\n2\nNo money", "escape")
        assert [row.text for row in press.workshop.reservations] == ["Too fast", "2", "No money"]


async def test_a_fist_of_threes_does_not_stand_for_a_two_that_was_not_heard(begun):
    async with begun("close") as press:
        await press("enter", "=0 1 1 1 0 0", "enter", "a", "=So so", "enter", "=3", "enter", "escape")
        assert "! 1 still to be heard" in press.screen


async def test_names_stand_beside_reservations_only_where_the_room_wants_them(begun):
    async with begun("close") as press:
        await press("enter", "=5 1 0 2 0 0", "enter", "a", "=Too fast", "enter", "enter")
        command = press.app.screen.command
        assert not command("reservation.whose").applies(press.app.screen)
        command("reservation.names").run(press.app.screen)
        await press("a", "=No money", "enter", "=Ann", "enter", "enter")
        assert press.workshop.party(press.workshop.reservations[1].party_id).name == "Ann"
        assert any("No money" in line and "Ann" in line for line in press.screen.splitlines())
        await press("up")
        command("reservation.whose").run(press.app.screen)
        await press("=Bo", "enter")
        assert press.workshop.party(press.workshop.reservations[0].party_id).name == "Bo"
        command("reservation.names").run(press.app.screen)
        await press.settle()
        assert [row.party_id for row in press.workshop.reservations] == [None, None]


async def test_do_makes_an_action_of_a_parked_thought_and_asks_who_and_by_when(begun):
    async with begun("close") as press:
        await parked(press, "Key to the shed", "New name")
        await press("down", "1", "=Ann", "enter", "=in 1 week", "enter")
        thought, (action,) = press.workshop.parked[0], press.workshop.actions
        assert (thought.disposition, action.text, action.by) == (
            Disposition.DO,
            "Key to the shed",
            date(2026, 10, 21),
        )
        assert press.workshop.party(action.who_id).name == "Ann"
        assert "do: Ann, 21 Oct" in press.screen
        assert press.app.screen.selected == "K2"


async def test_give_later_and_drop_go_on_to_the_next_open_thought(begun):
    async with begun("close") as press:
        await parked(press, "one", "two", "three", "four")
        await press("down", "down", "2", "=Ann", "enter", "=friday", "enter")
        await press("3", "=the spring check-in", "enter", "4")
        assert press.app.screen.selected == "K1"
        await press("4")
        assert [row.disposition.value for row in press.workshop.parked] == ["drop", "give", "later", "drop"]
        assert "give: Ann, 16 Oct" in press.screen
        assert "later: the spring check-in" in press.screen
        assert "Parked  all answered" in press.screen
        assert press.workshop.actions == ()


async def test_an_answer_without_its_details_says_what_is_missing_and_zero_opens_it_again(begun):
    async with begun("close") as press:
        await parked(press, "one", "two")
        await press("down", "2", "escape", "3", "escape")
        assert "give: ! nobody, ! no date" in press.screen
        assert "later: ! when" in press.screen
        await press("0")
        assert press.workshop.parked[1].disposition is Disposition.OPEN


async def test_actions_are_added_as_who_what_by_until_nobody_is_named(begun):
    async with begun("close") as press:
        await press("end", "a", "=Ann", "enter", "=Tell everyone", "enter", "=friday")
        assert "Fri 16 Oct 2026" in press.screen
        await press("enter", "=Bo", "enter", "=Write it up", "enter", "=+5d", "enter", "enter")
        assert not press.app.screen.typing
        told = [(press.workshop.party(row.who_id).name, row.text, row.by) for row in press.workshop.actions]
        assert told == [
            ("Ann", "Tell everyone", date(2026, 10, 16)),
            ("Bo", "Write it up", date(2026, 10, 19)),
        ]


async def test_a_date_beyond_the_15_days_is_said_before_it_is_taken_and_marked(begun):
    async with begun("close") as press:
        await press("end", "a", "=Ann", "enter", "=Tell everyone", "enter", "=2026-10-29")
        assert "later than 15 days" not in press.screen
        await press("ctrl+u", "=2026-10-30")
        assert "later than 15 days" in press.screen
        await press("enter", "escape")
        assert "! later, 30 Oct" in press.screen


async def test_leaving_what_somebody_does_returns_to_who_and_stores_nothing(begun):
    async with begun("close") as press:
        await press("end", "a", "=Ann", "enter", "escape")
        assert press.app.screen.line.input.value == "Ann"
        await press("enter", "=Tell everyone", "enter", "escape")
        assert [row.text for row in press.workshop.actions] == ["Tell everyone"]
        assert "! no date" in press.screen


async def test_a_half_typed_action_is_there_again_after_a_restart(driven, begun):
    async with begun("close") as press:
        await press("end", "a", "=Ann / Bo", "enter", "=Tell every")
    async with driven() as press:
        await press("enter")
        assert "Tell every" in press.screen
        await press("=one", "enter")
        assert [(press.workshop.party(row.who_id).name, row.text) for row in press.workshop.actions] == [
            ("Ann / Bo", "Tell everyone")
        ]


@pytest.mark.parametrize(
    ("item", "footer"),
    [(FIST, "a Add reservation"), ("V1", "a Add reservation"), ("K1", "a Park"), ("D1", "a Add action")],
)
async def test_what_a_adds_is_said_by_the_footer(sampled, item, footer):
    async with sampled("close") as press:
        press.app.screen.select(item)
        await press.settle()
        assert footer in press.screen.splitlines()[-1]


async def test_a_parks_where_parked_thoughts_stand(begun):
    async with begun("close") as press:
        await parked(press, "one")
        await press("down", "a", "=two\nthree", "escape")
        assert [row.text for row in press.workshop.parked] == ["one", "two", "three"]


async def test_deleting_an_action_opens_the_thought_it_was_made_of(begun):
    async with begun("close") as press:
        await parked(press, "one")
        await press("down", "1", "=Ann", "enter", "=friday", "enter", "down", "delete")
        assert press.workshop.of(Action) == ()
        assert press.workshop.parked[0].disposition is Disposition.OPEN


async def test_the_message_and_what_is_said_of_the_session(begun):
    async with begun("close") as press:
        await press("end", "enter", "=We open at night", "enter")
        assert "this session" not in press.screen
        await press("v", "down", "4", "enter", "=more breaks", "enter")
        brief = press.workshop.brief
        assert (brief.message, brief.rating, brief.keep_or_change) == ("We open at night", 4, "more breaks")


async def test_the_whole_sample_fits_a_small_wall(sampled):
    async with sampled("close") as press:
        await press("down")
        assert not press.app.screen.query_one("#scroll").max_scroll_y
        for line in ("Fist of five", "Reservations  2", "Parked  all answered", "The next 15 days  5"):
            assert line in press.screen


async def test_on_a_narrow_wall_a_parked_thought_comes_before_who_takes_it(sampled):
    async with sampled("close", size=(60, 20)) as press:
        press.app.screen.select("K4")
        await press.settle()
        assert "Do we need a second warehouse key?" in press.screen
        assert "give: Trustee (finance), 4 Nov" in press.screen


async def test_a_finding_leads_to_where_somebody_is_heard(begun):
    async with begun("close") as press:
        await press("enter", "=0 1 0 1 0 0", "enter", "c", "home")
        assert "Someone isn't with us" in press.screen
        await press("enter")
        assert press.app.screen.selected == "+reservation"


async def test_a_finding_without_an_early_action_leads_to_the_actions(begun):
    async with begun("close") as press:
        await press("end", "a", "=Ann", "enter", "=Tell everyone", "enter", "=2026-12-30", "enter", "escape")
        await press("c")
        assert "Nothing happens in the next two weeks" in press.screen
        press.app.screen.select(next(item for item in press.app.screen.board.picture.items if "CLS-04" in item))
        await press("enter")
        assert press.app.screen.selected == "D1"


async def test_check_goes_on_to_the_plan(sampled):
    async with sampled("close") as press:
        await press("c")
        assert "Go on to the plan, and adopt it" in press.screen


async def test_what_was_typed_is_shown_as_it_stands(begun):
    async with begun("close") as press:
        await parked(press, "[red]key[/] $x [/nope]")
        assert "[red]key[/] $x [/nope]" in press.screen
