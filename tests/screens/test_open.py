"""Open, by keys: the fields of the brief, the people in the room, and what was left open the last time."""

from datetime import date, time
from functools import partial

from data.nouns.room import Agenda, Answer
from workshop.actions import opening

SCOPE = "brief/W/scope"


def names(press):
    return [party.name for party in press.workshop.participants]


async def test_a_new_workshop_begins_at_the_first_empty_field_with_an_example(begun):
    async with begun("open") as press:
        assert press.app.screen.selected == SCOPE
        assert "For example: By one o'clock we" in press.screen
        assert "who is here?" in press.screen


async def test_enter_walks_the_empty_fields_in_turn_and_each_is_taken(begun):
    async with begun("open") as press:
        await press("enter", "=By noon we know whom we serve", "enter", "=Harbor master", "enter", "=9", "enter")
        await press("=13", "enter")
        brief = press.workshop.brief
        assert (brief.scope, brief.voters, brief.ends_at) == ("By noon we know whom we serve", 9, time(13))
        assert press.workshop.party(brief.decider_id).name == "Harbor master"
        assert not press.app.screen.typing
        assert press.app.screen.selected == "+party"


async def test_the_walk_passes_fields_that_are_filled_already(begun):
    async with begun("open") as press:
        await press("down", "enter", "=Harbor master", "enter", "escape", "up", "up", "enter", "=By noon", "enter")
        assert press.workshop.brief.scope == "By noon"
        assert press.app.screen.selected == "brief/W/voters"
        assert press.app.screen.typing


async def test_editing_a_filled_field_moves_on_without_asking_for_others(begun):
    async with begun("open") as press:
        await press("home", "enter", "=!", "enter")
        assert press.workshop.brief.title == "Harbor strategy!"
        assert not press.app.screen.typing
        assert press.app.screen.selected == "brief/W/organization"


async def test_digits_choose_the_agenda(begun):
    async with begun("open") as press:
        await press("up")
        assert "1 half day  2 full day  3 solo" in press.screen
        await press("2")
        assert press.workshop.brief.agenda is Agenda.FULL_DAY
        assert "full day" in press.screen


async def test_pasted_lines_are_people_each_of_them_once(begun):
    async with begun("open") as press:
        await press("a", "=Ann\n Bo \n\nann\nCy", "escape")
        assert names(press) == ["Ann", "Bo", "Cy"]
        assert "People  3 here, 3 vote" in press.screen


async def test_whoever_decides_is_the_same_person_as_the_one_of_this_name_in_the_room(begun):
    async with begun("open") as press:
        await press("down", "enter", "=Harbor master", "enter", "escape", "a", "=harbor", "tab", "enter", "escape")
        assert names(press) == ["Harbor master"]
        assert "decides" in press.screen


async def test_digits_say_who_is_absent_votes_facilitates_and_is_from_outside(begun):
    async with begun("open") as press:
        await press("a", "=Ann\nBo", "escape", "1", "2", "3", "4")
        ann, bo = press.workshop.participants
        assert (bo.present, bo.votes, bo.facilitates, bo.outside) == (False, False, True, True)
        assert (ann.present, ann.votes, ann.facilitates, ann.outside) == (True, True, False, False)
        assert "People  1 here, 1 vote, 1 absent" in press.screen
        assert "absent, facilitates, no vote, outside" in press.screen
        assert "1 present ·  2 votes ·  3 facilitates ✓  4 outside ✓" in press.screen
        await press("1")
        assert press.workshop.participants[1].present


async def test_the_footer_says_what_the_digits_do_to_the_selected(begun):
    async with begun("open") as press:
        assert "1 Present" not in press.screen
        await press("a", "=Ann", "enter", "escape")
        assert "a Person  1 Present  2 Votes  3 Facilitates  4 Outside" in press.screen


async def test_how_many_would_vote_stands_in_for_the_voters_and_enter_takes_it(begun):
    async with begun("open") as press:
        await press("a", "=Ann\nBo\nCy", "escape", "2")
        assert "… 2 of the people below vote" in press.screen
        await press("home", "down", "down", "down", "down", "down", "enter", "enter")
        assert press.workshop.brief.voters == 2


async def test_a_workshop_of_one_knows_its_voter(begun):
    async with begun("open") as press:
        await press("up", "3")
        assert press.workshop.brief.voters == 1
        assert names(press) == ["Me"]
        assert "facilitates" in press.screen


async def test_whoever_is_taken_out_but_named_elsewhere_stays_known_and_undo_brings_both_back(begun):
    async with begun("open") as press:
        await press("down", "enter", "=Ann", "enter", "escape", "a", "=Ann\nBo", "escape", "home")
        await press(*["down"] * 7, "delete")
        assert names(press) == ["Bo"]
        assert press.workshop.party(press.workshop.brief.decider_id).name == "Ann"
        assert any("is out of the room" in told for told in press.told)
        await press("delete")
        assert [party.name for party in press.workshop.parties] == ["Ann"]
        await press("u", "u")
        assert names(press) == ["Ann", "Bo"]


async def test_enter_opens_the_card_of_a_person(begun):
    async with begun("open") as press:
        await press("a", "=Ann", "enter", "escape", "enter")
        assert "outside " in press.screen
        await press("enter", "=e", "enter", "escape")
        assert names(press) == ["Anne"]


async def test_more_shows_the_further_fields_and_less_hides_them(begun):
    async with begun("open") as press:
        assert "from 1 Nov, until 31 Oct 2029, consent" in press.screen
        await press("v", "end", *["up"] * 2, "enter", "=Be kind; phones away", "enter")
        assert press.workshop.brief.ground_rules == ("Be kind", "phones away")
        await press("home", "v")
        assert "Be kind" not in press.screen
        assert "ground rules: 2" in press.screen


async def left_open(press, *texts):
    for text in texts:
        press.app.desk.change(partial(opening.carry, text=text, since=date(2026, 4, 1)), "carry")
    await press.settle()


async def test_digits_answer_what_was_left_open_one_after_the_other(begun):
    async with begun("open") as press:
        await left_open(press, "A new roof", "A treasurer", "The old boat")
        assert "Left open last time  3 to answer" in press.screen
        await press("end", "up", "up", "1", "2", "3")
        assert [row.answer for row in press.workshop.carried] == [Answer.DONE, Answer.NEEDED, Answer.DROPPED]
        assert "all answered" in press.screen
        assert "✓ A new roof" in press.screen


async def test_what_was_left_open_is_added_where_it_stands_and_deleted(begun):
    async with begun("open") as press:
        await left_open(press, "A new roof")
        await press("end")
        assert "a Left open" in press.screen
        await press("a", "=A treasurer\nThe old boat", "escape", "delete")
        assert [row.text for row in press.workshop.carried] == ["A new roof", "A treasurer"]


async def test_the_digit_of_a_carried_item_leaves_people_alone(begun):
    async with begun("open") as press:
        await press("a", "=Ann", "enter", "escape")
        await left_open(press, "A new roof")
        await press("end", "2")
        assert press.workshop.participants[0].votes
        assert press.workshop.carried[0].answer is Answer.NEEDED


async def test_the_whole_sample_fits_a_small_wall(sampled):
    async with sampled("open") as press:
        for line in ("title", "ends at", "People  12 here, 11 vote", "Executive Director", "Facilitator (external)"):
            assert line in press.screen
        assert not press.app.screen.query_one("#scroll").max_scroll_y


async def test_people_stand_in_columns_that_arrows_lead_through(sampled):
    async with sampled("open") as press:
        people = press.workshop.participants
        await press("end")
        assert press.app.screen.selected == people[-1].id
        await press("left")
        assert press.app.screen.selected == people[5].id
        await press("right", *["up"] * 6)
        assert press.app.screen.selected == "brief/W/ends_at"


async def test_a_long_name_is_shown_in_full_once_it_is_selected(sampled):
    async with sampled("open") as press:
        long = "Person with experience of using the pantry"
        assert long not in press.screen
        await press("end", "up")
        assert long in press.screen


async def test_on_a_narrow_wall_each_person_has_a_line_and_the_selected_one_their_flags(sampled):
    async with sampled("open", size=(60, 20)) as press:
        await press("end")
        assert "facilitates, no vote, outside" in press.screen
        assert "1 present ✓  2 votes ·  3 facilitates ✓  4 outside ✓" in press.screen


async def test_names_are_shown_as_they_were_typed_whatever_is_in_them(begun):
    async with begun("open") as press:
        await press("a", "=[bold]Ann[/] $x [/nope]", "enter", "escape")
        assert "[bold]Ann[/] $x [/nope]" in press.screen


async def test_a_half_typed_name_is_there_again_after_a_restart(driven, begun):
    async with begun("open") as press:
        await press("a", "=Ann of the har")
    async with driven() as press:
        await press("enter")
        assert press.app.screen.typing
        assert "Ann of the har" in press.screen
        await press("=bor", "enter")
        assert names(press) == ["Ann of the harbor"]
