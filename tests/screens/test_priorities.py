"""Priorities, by keys: candidates are collected, decided on, ranked above the line, merged, and weighed with dots."""

from data.nouns.planning import Status

PRI = "priorities"
FOUR = "=Open Saturdays\nBuild a store\nHire a cook\nPaint the hall"


def titles(press):
    return [row.title for row in press.workshop.priorities]


def dots(press):
    return [row.dots for row in press.workshop.priorities]


def line_of(press, text):
    """The first line of the screen that holds a text."""
    return next(line for line in press.screen.splitlines() if text in line)


async def test_an_empty_board_says_what_belongs_here_and_that_no_place_is_chosen(begun):
    async with begun(PRI) as press:
        assert "What must we do first, and what do we stop to make room?" in press.screen
        assert "no place is chosen yet in Where to play" in press.screen
        assert "a  adds the first one" in press.screen
        assert "v Vote" not in press.screen


async def test_pasted_lines_become_candidates_to_decide(begun):
    async with begun(PRI) as press:
        await press("a", FOUR)
        assert titles(press) == ["Open Saturdays", "Build a store", "Hire a cook", "Paint the hall"]
        assert "? To decide  4" in press.screen
        await press("=Fix the van", "enter", "enter")
        assert titles(press)[-1] == "Fix the van"
        assert not press.app.screen.typing


async def test_pasted_lines_leave_the_bullets_of_their_list_behind(begun):
    async with begun(PRI) as press:
        await press(
            "a", "=- Open Saturdays\n  * Build a store\n3. Hire a cook\n•\tPaint the hall\n2 evenings a week\n-"
        )
        bare = ["Open Saturdays", "Build a store", "Hire a cook", "Paint the hall", "2 evenings a week", "-"]
        assert titles(press) == bare


async def test_the_chosen_places_stand_above_the_list_in_one_line(sampled):
    async with sampled(PRI) as press:
        serving = line_of(press, "Serving:")
        assert all(name in serving for name in ("Working households", "Northern villages", "Fresh food"))
        assert serving.count("…") == 3, "what is cut shows that it is"
    async with sampled(PRI, size=(120, 40)) as press:
        assert "Northern villages, through places people already go" in press.screen


async def test_selecting_asks_for_the_outcome_and_what_stops_and_draws_the_line(begun):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "home", "1", "=The doors open", "enter", "=The raffle", "enter")
        row = press.workshop.priorities[0]
        assert (row.status, row.outcome, row.stop) == (Status.SELECTED, "The doors open", "The raffle")
        assert "the line, 1 of 5" in press.screen
        assert press.app.screen.selected == "P2", "the next one to decide"
        await press("home")
        assert "stops: The raffle" in press.screen
        lines = press.screen.splitlines()
        at = lines.index(line_of(press, "the line"))
        assert "1 Open Saturdays" in "\n".join(lines[:at])
        assert "? To decide  3" in lines[at + 1]


async def test_escape_skips_the_outcome_and_its_absence_is_said(begun):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "1", "escape")
        assert press.workshop.priorities[-1].status is Status.SELECTED
        assert not press.app.screen.typing
        assert press.app.screen.selected == "P1", "the next one to decide, round about"
        await press("home")
        assert "! no outcome yet" in press.screen


async def test_later_folded_and_dropped_ask_for_the_note_and_say_their_word(begun):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "home", "2", "=After the winter", "enter")
        await press("home", "3", "=Into the store", "enter", "home", "4", "escape")
        assert press.app.screen.selected == "P4", "the only one that is left to decide"
        found = {row.title: (row.status, row.note) for row in press.workshop.priorities}
        assert found["Open Saturdays"] == (Status.LATER, "After the winter")
        assert found["Build a store"] == (Status.FOLDED, "Into the store")
        assert found["Hire a cook"] == (Status.DROPPED, "")
        assert "○ later" in line_of(press, "Open Saturdays")
        assert "◆ folded" in line_of(press, "Build a store")
        assert "✕ dropped" in line_of(press, "Hire a cook")
        await press("end", "0")
        assert press.workshop.priorities[2].status is Status.UNDECIDED, "0 puts it back to decide"


async def test_the_line_counts_and_says_when_more_stand_above_it(sampled):
    async with sampled(PRI) as press:
        assert "the line, 5 of 5" in press.screen
        await press("end", "1", "escape")
        assert "the line, 6: more than 5" in press.screen


async def test_ranking_moves_among_the_selected(sampled):
    async with sampled(PRI) as press:
        await press("home", "greater_than_sign")
        chosen = [row.id for row in press.workshop.priorities if row.status is Status.SELECTED]
        assert chosen == ["P2", "P1", "P3", "P4", "P5"]
        assert press.app.screen.selected == "P1"
        assert "2 Open evenings" in press.screen


async def test_merging_adds_the_dots(sampled):
    async with sampled(PRI) as press:
        await press("home", "m", "=fresh-food", "enter")
        assert press.workshop.priorities[0].id == "P2"
        assert press.workshop.priorities[0].dots == 17


async def test_enter_opens_the_card_with_effort_and_the_places_served(sampled):
    async with sampled(PRI) as press:
        await press("home", "enter")
        assert "serves" in press.screen
        assert "effort" in press.screen
        await press("end", "up", "up", "1")
        assert press.workshop.priorities[0].effort == "S"


async def test_a_long_title_is_cut_with_a_sign_and_told_in_full_below_when_selected(sampled):
    async with sampled(PRI, size=(60, 20)) as press:
        await press("end", "home")
        assert "…" in line_of(press, "1 Open evenings")
        assert any(
            line.strip() == "Open evenings and Saturdays in Eastmere and Dunholt" for line in press.screen.splitlines()
        )


async def test_what_was_typed_is_never_markup(begun):
    async with begun(PRI) as press:
        await press("a", "=[bold]Open [/] the hall[/]", "enter", "escape")
        assert "[bold]Open [/] the hall[/]" in press.screen


async def test_the_guide_names_the_last_of_the_selected(sampled):
    async with sampled(PRI, size=(120, 40)) as press:
        await press("g")
        assert "so that number 5" in press.screen


# -- the vote -------------------------------------------------------------------------------------------------------


async def test_the_vote_asks_for_voters_and_dots_first_and_proposes_them(begun):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "v")
        assert "How many of us vote?" in press.screen
        await press("=11", "enter")
        assert press.app.screen.line.input.value == "2", "a third of the options, and at least two"
        await press("enter", "enter")
        brief = press.workshop.brief
        assert (brief.voters, brief.dots_each, brief.dots_cap) == (11, 2, 2)
        assert "11 voters × 2 dots = 22, at most 2 on one item" in press.screen
        assert "How many dots did it get?" in press.screen


async def voting(press):
    await press("a", FOUR, "escape", "v", "=3", "enter", "enter", "enter")


async def test_totals_are_typed_one_after_the_other_then_the_order_is_offered(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("1", "enter", "0", "enter", "3", "enter")
        assert dots(press) == [1, 0, 3, None]
        assert press.app.screen.selected == "P4"
        await press("2", "enter")
        assert "6 of 6 dots. Put the list into their order?" in press.screen
        await press("enter")
        assert titles(press) == ["Hire a cook", "Paint the hall", "Open Saturdays", "Build a store"]
        assert "6 of 6 dots. They order the talk, they do not decide." in press.screen
        await press("u")
        assert titles(press)[0] == "Open Saturdays"


async def test_the_order_can_be_declined(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("1", "enter", "0", "enter", "3", "enter", "2", "enter", "ctrl+u", "=no", "enter")
        assert titles(press)[0] == "Open Saturdays"
        assert not press.app.screen.typing


async def test_a_total_that_cannot_be_is_kept_and_said(begun):
    async with begun(PRI) as press:
        await voting(press)
        await press("7")
        assert "more than 6 on one item: recount" in press.screen
        await press("enter", "escape")
        assert dots(press)[0] == 7
        assert "! over 6" in line_of(press, "Open Saturdays")
        assert "! 7 of 6 dots. Recount:" in press.screen


async def test_in_the_vote_a_digit_begins_the_total_and_is_no_status(sampled):
    async with sampled(PRI) as press:
        await press("v", "home")
        assert not press.app.screen.typing, "everything is counted"
        await press("1", "1", "enter", "escape")
        first = press.workshop.priorities[0]
        assert (first.dots, first.status) == (11, Status.SELECTED)
        assert press.app.screen.selected == "P2"
        await press("v", "4", "escape")
        assert press.workshop.priorities[1].status is Status.DROPPED, "on the board it is one again"


async def test_an_empty_answer_means_not_counted(sampled):
    async with sampled(PRI) as press:
        await press("v", "home", "enter", "ctrl+u", "enter", "escape")
        assert press.workshop.priorities[0].dots is None
        assert "35 of 44 dots" in press.screen


async def test_ordering_by_dots_is_in_the_palette_while_it_would_change_something(sampled):
    def offered(press):
        return {command.title for command in press.app.get_system_commands(press.app.screen)}

    async with sampled(PRI) as press:
        assert "Order by dots" not in offered(press), "the sample is in order"
        await press("home", "greater_than_sign")
        assert "Order by dots" in offered(press)
        press.app.screen.action_command("vote.order")
        await press.settle()
        assert press.workshop.priorities[0].id == "P1"


async def test_the_view_and_a_half_typed_total_survive_a_restart(begun, driven):
    async with begun(PRI) as press:
        await voting(press)
        await press("1", "enter", "2")
    async with driven() as press:
        await press("enter")
        assert "3 voters × 2 dots = 6" in press.screen
        assert press.app.screen.line.input.value == "2"
        await press("enter")
        assert dots(press)[:2] == [1, 2]
        assert press.app.screen.selected == "P3", "the count goes on"
