"""Votes, by keys: opened, counted without showing how much, closed; and ballots one by one."""

from data.nouns.room import Brief
from workshop.actions import priorities

PRI = "priorities"
FOUR = "=Open Saturdays\nBuild a store\nHire a cook\nPaint the hall"
ALIKE = "=Open evenings and Saturdays\nBuild a store\nOpen evenings and Sundays"


def line_of(press, text):
    return next(line for line in press.screen.splitlines() if text in line)


def dots(press):
    return [row.dots for row in press.workshop.priorities]


async def voting(press):
    await press("a", FOUR, "escape", "v", "=3", "enter", "enter", "enter")


async def do(press, command):
    press.app.screen.action_command(command)
    await press.settle()


async def test_while_the_vote_is_open_the_wall_shows_that_something_was_counted_and_not_how_much(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("5", "enter", "escape")
        assert "Open: 1 of 4 counted" in press.screen
        assert "before you finish this step" not in press.screen, "c closes the vote first"
        counted = line_of(press, "Open Saturdays")
        assert "✓ counted" in counted and "5" not in counted and "●" not in press.screen
        await press("v")
        assert "5" not in line_of(press, "Open Saturdays"), "nor on the board"
        await press("enter")
        assert "dots" not in press.screen, "nor on its card"
        await press("escape", "h")
        assert "Counted the dots of" in press.screen
        assert "5" not in line_of(press, "Counted the dots"), "nor in the history"


async def test_what_was_counted_is_not_shown_where_it_is_typed_again_and_nothing_typed_leaves_it(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("5", "enter", "escape", "home", "enter")
        assert press.app.screen.line.input.value == ""
        assert "Counted before." in press.screen
        await press("enter", "escape")
        assert dots(press)[0] == 5


async def test_a_miscount_put_right_closes_the_vote_and_goes_on_to_the_order_not_to_the_next_total(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("1", "enter", "5", "enter", "2", "enter", "1", "enter")
        assert press.workshop.brief.voting and "! 9 of 6 dots. Recount" in press.screen
        await press("home", "down", "enter", "2", "enter")
        assert not press.workshop.brief.voting
        assert "Put the list into their order?" in press.screen
        await press("enter")
        assert dots(press) == [2, 2, 1, 1]


async def test_the_last_total_closes_the_vote_and_one_undo_opens_it_again(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("2", "enter", "1", "enter", "1", "enter", "2")
        assert "6 of 6 dots: Enter closes the vote" in press.screen
        await press("enter", "escape")
        assert not press.workshop.brief.voting
        assert "●●·" in line_of(press, "Open Saturdays")
        await press("u")
        assert press.workshop.brief.voting and dots(press)[3] is None
        assert "●" not in press.screen


async def test_the_last_total_does_not_close_a_vote_that_cannot_be(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("2", "enter", "1", "enter", "1", "enter", "5", "enter")
        assert press.workshop.brief.voting
        assert "! 9 of 6 dots. Recount: Enter on one, or Ctrl+P for all." in press.screen
        await press("c", "enter")
        assert press.workshop.brief.voting, "nor does c"
        assert any("Recount first" in told for told in press.told)


async def test_c_closes_the_vote_before_all_is_counted_once_it_is_confirmed(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("4", "enter", "escape", "c")
        assert "1 of 4 counted. Close the vote and show the counts?" in press.screen
        await press("ctrl+u", "=no", "enter")
        assert press.workshop.brief.voting
        await press("c", "enter")
        assert not press.workshop.brief.voting
        assert "●●●●" in line_of(press, "Open Saturdays")


async def test_look_alikes_are_shown_before_the_vote_opens_and_merged(begun):
    async with begun(PRI) as press:
        await press("a", ALIKE, "escape", "v", "home")
        assert not press.app.screen.typing and not press.workshop.brief.voting
        assert "! 1 pair looks alike: m merges it" in press.screen
        assert press.screen.count("! alike") == 2
        assert "looks like “Open evenings and Sundays”" in press.screen
        await press("m")
        proposed = press.app.screen.line.input.placeholder
        assert proposed == "Open evenings and Sundays", "Enter alone takes it"
        await press("enter")
        assert "Not open yet. Enter opens it" in press.screen
        await press("enter", "=3", "enter", "enter", "enter")
        assert press.workshop.brief.voting
        assert "How many dots did it get?" in press.screen


async def test_look_alikes_may_stay_as_they_are(begun):
    async with begun(PRI) as press:
        await press("a", ALIKE, "escape", "v", "enter", "=3", "enter", "enter", "enter")
        assert press.workshop.brief.voting and len(press.workshop.priorities) == 3


async def test_a_recount_forgets_the_totals_and_opens_the_vote_again(sampled):
    async with sampled(PRI) as press:
        await do(press, "vote.recount")
        assert press.workshop.brief.voting
        assert set(dots(press)) == {None}
        assert "Open: 0 of 12 counted" in press.screen
        assert "How many dots did it get?" in press.screen


async def test_an_open_vote_stands_among_what_is_open_in_the_step(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("escape", "v", "c")
        assert "The vote is still open." in press.screen


async def test_abstentions_take_dots_off_what_there_is(sampled):
    async with sampled(PRI) as press:
        await press("v")
        await do(press, "vote.abstained")
        await press("=12", "enter")
        assert "Nobody can abstain who doesn't vote." in press.screen
        await press("ctrl+u", "=1", "enter")
        assert "10 voters × 4 dots = 40, at most 2 on one item; 1 abstained" in press.screen


# -- ballots one by one -----------------------------------------------------------------------------------------------


async def ballots(press):
    await press("a", FOUR, "escape", "v", "=3", "enter", "enter", "enter", "escape")
    await do(press, "vote.ballots")


async def test_each_votes_behind_a_page_that_says_what_is_kept(begun):
    async with begun(PRI) as press:
        await ballots(press)
        assert "Voter 1 of 3: mute the projector, then press Enter." in press.screen
        assert "the round is" in press.screen and "repeated" in press.screen
        assert "Open Saturdays" not in press.screen
        await press("enter", "2", "enter")
        assert "Voter 2 of 3" in press.screen
        assert "Open Saturdays" not in press.screen and "●" not in press.screen
        await press("enter")
        assert "●" not in press.screen, "the next ballot is empty"


async def test_the_last_ballot_leads_to_the_close_and_the_totals_are_shown(begun):
    async with begun(PRI) as press:
        await ballots(press)
        for keys in (("2",), ("right", "down", "right"), ("enter",)):
            await press("enter", *keys, "enter")
        assert "All 3 ballots are given." in press.screen
        await press("c")
        assert dots(press) == [3, 1, 0, 0]
        brief = press.workshop.brief
        assert (brief.voting, brief.abstained, brief.voters) == (False, 1, 3)
        assert "●●●" in line_of(press, "Open Saturdays")


async def test_a_ballot_gives_no_more_than_it_has_and_one_that_gives_less_is_confirmed(begun):
    async with begun(PRI) as press:
        await ballots(press)
        await press("enter", "9")
        assert "●●" in line_of(press, "Open Saturdays")
        await press("down", "1")
        assert "●" not in line_of(press, "Build a store"), "no dot is left"
        await press("up", "left", "enter")
        assert "! This ballot leaves 1 dot. Enter again gives it as it is." in press.screen
        await press("enter")
        assert "Voter 2 of 3" in press.screen


async def test_a_vote_is_closed_early_only_when_no_ballot_would_stand_alone(begun):
    async with begun(PRI) as press:
        await ballots(press)
        await press("enter", "2", "enter", "c")
        assert "Voter 2 of 3" in press.screen
        await press("enter", "2", "enter", "c")
        assert "Close with 2 ballots of 3?" in press.screen
        await press("escape")
        assert "Voter 3 of 3" in press.screen
        await press("c", "c")
        assert dots(press)[0] == 4 and press.workshop.brief.abstained == 1


async def test_leaving_is_confirmed_once_a_ballot_was_given_and_nothing_of_it_stays(begun):
    async with begun(PRI) as press:
        await ballots(press)
        before = press.workshop
        await press("enter", "2", "enter", "escape")
        assert "Throw 1 ballot away?" in press.screen
        await press("escape")
        assert "Voter 2 of 3" in press.screen
        await press("escape", "delete")
        assert type(press.app.screen).__name__ == "Priorities"
        assert press.workshop == before


async def test_a_clicker_uncovers_no_ballot_and_loses_none(begun):
    async with begun(PRI) as press:
        await ballots(press)
        await press("enter", "2", "enter")
        for key in ("pagedown", "pageup", "b", "full_stop", "f5", "ctrl+p"):
            await press(key)
            assert "Voter 2 of 3" in press.screen
        await press("enter", "1", "escape")
        assert "Voter 2 of 3" in press.screen and "●" not in press.screen
        await press("escape", "escape")
        assert "Voter 2 of 3" in press.screen


async def test_the_fist_of_five_one_by_one(sampled):
    async with sampled("close") as press:
        desk = press.app.desk
        desk.change(lambda workshop: workshop.change(Brief, "W", fist=(), voters=3), "three")
        await do(press, "fist.ballots")
        assert "Voter 1 of 3" in press.screen
        await press("enter", "4", "5", "enter", "enter", "2", "enter", "enter", "enter", "enter", "c")
        assert press.workshop.brief.fist == (1, 0, 0, 1, 0, 0)
        assert "2 of 3 hands, average 3.5" in press.screen


async def test_alone_nobody_votes_one_by_one(begun):
    async with begun(PRI) as press:
        press.app.desk.change(lambda workshop: workshop.change(Brief, "W", agenda="solo"), "solo")
        press.app.desk.change(lambda workshop: priorities.add(workshop, "Open Saturdays"), "add")
        await press.settle()
        assert not {"Ballots one by one", "Recount"} & {
            command.title for command in press.app.get_system_commands(press.app.screen)
        }
