"""Consent rounds, by keys: proposed, counted by hands, heard without names, and looked at again on a day."""

from datetime import date

from workshop.plan.model import plan_of


async def opened(press):
    press.app.screen.action_command("consent.show")
    await press.settle()


async def test_a_round_counts_hands_and_hears_what_is_behind_them_without_names(begun):
    async with begun("where-to-play") as press:
        await opened(press)
        assert "A proposal stands when nobody objects." in press.screen
        await press("a", "=We close on Tuesdays", "enter", "1", "1", "2", "=Regulars come then", "enter")
        [row] = press.workshop.consents
        assert (row.proposal, row.fine, row.concerns, row.objections) == ("We close on Tuesdays", 2, 1, None)
        assert "● 2 no objection   ◆ 1 concern   ✕ 0 objection" in press.screen
        assert "◆ Regulars come then" in press.screen
        await press("3")
        assert "No name is kept." in press.screen
        await press("enter")
        assert press.workshop.consents[0].objections == 1, "also without a reason"
        assert "party" not in "".join(type(press.workshop.objections(row.id)[0]).model_fields)


async def test_an_outcome_has_a_day_to_look_again_and_stands_in_the_plan(begun):
    async with begun("where-to-play") as press:
        await opened(press)
        await press("a", "=We close on Tuesdays", "enter", "1", "2", "=Regulars come then", "enter", "enter")
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
