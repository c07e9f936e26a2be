"""Consent rounds, by keys: proposed, counted by hands, heard without names, and looked at again on a day."""

from datetime import date, timedelta

from tests.screens.check_in_tour import opened as opened_later
from tests.screens.check_in_tour import value_of
from tests.workshop.first_check_in import DAY_49
from workshop.actions import consenting
from workshop.plan.model import plan_of


async def opened(press):
    press.app.screen.action_command("consent.show")
    await press.settle()


async def test_a_round_counts_hands_and_hears_what_is_behind_them_without_names(begun):
    async with begun("where-to-play") as press:
        await opened(press)
        assert "A proposal stands when nobody objects." in press.screen
        await press("a", "=We close on Tuesdays", "enter", "1", "=2", "enter", "2", "=Regulars come then", "enter")
        [row] = press.workshop.consents
        assert (row.proposal, row.fine, row.concerns, row.objections) == ("We close on Tuesdays", 2, 1, None)
        assert "● no objection 2   ◆ concern 1   ✕ objection 0" in press.screen
        assert "◆ Regulars come then" in press.screen
        await press("3")
        assert "No name is kept." in press.screen
        await press("enter")
        assert press.workshop.consents[0].objections == 1, "also without a reason"
        assert "party" not in "".join(type(press.workshop.objections(row.id)[0]).model_fields)


async def test_1_counts_at_once_all_who_have_said_nothing_against_it(begun):
    async with begun("where-to-play") as press:
        press.app.desk.change(lambda workshop: workshop.put(workshop.brief.replace(voters=15)), "fifteen")
        await proposed(press, "We share the van", "3", "=Who insures it?", "enter", "2", "enter", "1")
        line = press.app.screen.line
        assert "How many have no objection?" in press.screen and line.input.placeholder == "13"
        for wrong in ("many", "-1", "1000", "2.5"):
            await press("ctrl+u", f"={wrong}", "enter")
            assert "Type how many hands there were, such as 13." in press.screen and line.is_open, wrong
        await press("ctrl+u", "=12")
        assert "14 of 15 hands" in press.screen
        await press("enter")
        row = press.workshop.consents[0]
        assert (row.fine, row.concerns, row.objections) == (12, 1, 1)
        await press("1", "enter")
        assert press.workshop.consents[0].fine == 13, "counted again, not on top"
        await press("u")
        assert press.workshop.consents[0].fine == 12


async def test_where_nobody_knows_how_many_vote_nothing_is_proposed(begun):
    async with begun("where-to-play") as press:
        here = [party.replace(votes=False) for party in press.workshop.parties]
        press.app.desk.change(lambda workshop: workshop.put(*here, workshop.brief.replace(voters=None)), "unknown")
        await proposed(press, "We share the van", "1")
        await press("enter")
        assert "Type how many hands" in press.screen and press.workshop.consents[0].fine is None
        await press("=9", "enter")
        assert press.workshop.consents[0].fine == 9


async def test_an_outcome_has_a_day_to_look_again_and_stands_in_the_plan(begun):
    async with begun("where-to-play") as press:
        await opened(press)
        await press("a", "=We close on Tuesdays", "enter", "1", "=1", "enter", "2", "=Regulars come then", "enter")
        await press("enter")
        assert press.app.screen.line.input.value == "decided"
        await press("enter", "=in 6 weeks", "enter")
        row = press.workshop.consents[0]
        assert (row.outcome, row.review_on) == ("decided", date(2026, 11, 25))
        assert "→ decided, look again" in press.screen
        [agreed] = plan_of(press.workshop, ref="", today=date(2026, 10, 14)).agreed
        assert agreed.against == ("concern: Regulars come then",)
        assert (agreed.fine, agreed.outcome) == (1, "decided")


async def test_a_proposal_is_put_in_other_words_and_asked_again(begun):
    async with begun("where-to-play") as press:
        await opened(press)
        await press("a", "=We close on Tuesdays", "enter", "3", "=Where do they go?", "enter")
        press.app.screen.action_command("consent.amend")
        await press.settle()
        await press("ctrl+u", "=We close every other Tuesday", "enter")
        press.app.screen.action_command("consent.again")
        await press.settle()
        row = press.workshop.consents[0]
        assert (row.proposal, row.objections) == ("We close every other Tuesday", None)
        assert press.workshop.objections(row.id) == ()
        await press("u")
        assert press.workshop.objections(row.id)[0].text == "Where do they go?"
        await press("delete")
        assert press.workshop.consents == ()


async def test_alone_there_is_nobody_to_consent(begun):
    async with begun("where-to-play") as press:
        press.app.desk.change(lambda workshop: workshop.put(workshop.brief.replace(agenda="solo")), "alone")
        await press.settle()
        await opened(press)
        assert type(press.app.screen).__name__ != "ConsentRounds"


async def proposed(press, text, *keys):
    await opened(press)
    await press("a", f"={text}", "enter", *keys)


async def test_what_is_to_be_done_next_stands_below_the_board(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We close on Tuesdays")
        assert "Next: all show at once; 2, 3 a hand each, 1 the others." in press.screen
        await press("1", "=1", "enter")
        assert "Next: Enter says what came of it, and when to look again." in press.screen
        await press("enter", "enter", "=2026-10-20", "enter")
        assert "Next:" not in press.screen
        press.app.today = lambda: date(2026, 10, 21)
        press.app.screen.repaint()
        await press.settle()
        assert "Next: does it still stand?" in press.screen


async def test_one_that_is_not_selected_stands_on_one_line_with_what_came_of_it(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We close on Tuesdays", "1", "=1", "enter", "3", "=Where do they go?", "enter")
        await press("a", "=We share the van", "enter")
        [line] = [line for line in press.screen.splitlines() if "We close on Tuesdays" in line]
        assert line.startswith("   ✕ We close on Tuesdays") and line.endswith("objected to")
        assert "Where do they go?" not in press.screen
        await press("up")
        assert "✕ Where do they go?" in press.screen


async def test_the_decisions_list_what_was_decided_by_consent_and_lead_there(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We share the van", "1", "=2", "enter")
        await press("enter", "enter", "=in 6 weeks", "enter")
        await press("a", "=Nobody was asked about this", "enter", "escape", "d")
        assert "Decided by consent" in press.screen and "● decided  We share the van" in press.screen
        assert "look again Wed 25 Nov 2026, in 42 days" in press.screen, "the selected one in full"
        assert "Nobody was asked" not in press.screen
        await press("enter")
        assert type(press.app.screen).__name__ == "ConsentRounds"
        assert press.app.screen.round.proposal == "We share the van"
        await press("escape")
        assert type(press.app.screen).__name__ == "Decisions"


async def test_a_in_the_decisions_asks_the_room_about_one_more_thing(begun):
    async with begun("where-to-play") as press:
        await press("d", "a", "=We share the van", "enter", "1", "=1", "enter")
        [row] = press.workshop.consents
        assert (row.proposal, row.fine) == ("We share the van", 1)
        await press("escape")
        assert "● nobody objects  We share the van" in press.screen


async def test_what_is_due_to_be_looked_at_again_is_told(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We share the van", "1", "=1", "enter")
        await press("enter", "enter", "=2026-10-20", "enter", "escape", "d")
        assert "to look at again" not in press.screen
        press.app.today = lambda: date(2026, 10, 21)
        await press("escape", "d")
        assert "1 decision to look at again." in press.screen


async def test_a_round_is_read_back_here_and_in_the_decisions(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We share the van", "1", "=1", "enter", "2", "=Who insures it?", "enter")
        for way in (("r",), ("escape", "d", "r")):
            await press(*way)
            told = " ".join(press.screen.split())
            assert "Does anybody object? We share the van Nobody objects." in told, way
            assert "● no objection 1, ◆ concern 1, ✕ objection 0 ◆ Who insures it?" in told, way
            await press("x")


async def test_a_round_is_found_by_search_and_opened(begun):
    async with begun("where-to-play") as press:
        await proposed(press, "We share the van", "2", "=Who insures it?", "enter", "escape")
        for sought in ("van", "insures"):
            await press("slash", f"={sought}")
            assert "consent round" in press.screen
            await press("enter")
            assert type(press.app.screen).__name__ == "ConsentRounds"
            assert press.app.screen.round.proposal == "We share the van"
            await press("escape")


async def test_alone_the_decisions_ask_nobody(begun):
    async with begun("where-to-play") as press:
        press.app.desk.change(lambda workshop: workshop.put(workshop.brief.replace(agenda="solo")), "alone")
        await press("d")
        assert "Consent round" not in press.screen
        await press("a")
        assert type(press.app.screen).__name__ == "Decisions" and not press.app.screen.typing


async def test_a_check_in_tells_what_is_to_be_looked_at_again_and_leads_there(database):
    value = consenting.propose(value_of("fresh"), "We share the van")
    value = consenting.review(consenting.answer(value, "L1", "fine"), "L1", DAY_49 - timedelta(1))
    async with opened_later(database, value) as press:
        await press("f")
        assert "! 1 decision to look at again: d" in press.screen
        await press("2")
        assert "! 1 decision to look at again: d" in press.screen
        await press("d", "end")
        assert "! nobody objects  We share the van" in press.screen
