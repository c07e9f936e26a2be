"""Direction, by keys: the obstacle and the aspiration first, measures as sentences, and the rest behind one key."""

from datetime import date
from decimal import Decimal
from functools import partial

from data.nouns.direction import Fact, Measure, Principle
from data.nouns.room import Agenda, Brief
from workshop.actions import direction

OBSTACLE, ASPIRATION, VISION = "brief/W/obstacle", "brief/W/aspiration", "brief/W/vision"


async def given(press, *actions):
    for action in actions:
        press.app.desk.change(action, "given")
    await press.settle()


def fact(text, **more):
    return partial(direction.add_fact, text=text, **more)


def rule(text, **more):
    return partial(direction.add_principle, rule=text, **more)


def measure(name, **more):
    return lambda workshop: workshop.add(Measure, name=name, **more)[0]


async def test_an_empty_board_asks_for_the_obstacle_alone_and_gives_an_example(begun):
    async with begun("direction") as press:
        assert press.app.screen.selected == OBSTACLE
        assert "For example: Our doors are open when working people" in " ".join(press.screen.split())
        assert "aspiration" not in press.screen and "Measures" not in press.screen
        assert "v more           facts, a vision, principles" in press.screen


async def test_enter_goes_from_the_obstacle_to_the_aspiration_and_then_asks_for_the_first_measure(begun):
    async with begun("direction") as press:
        await press("enter", "=Our doors are shut when people are free", "enter")
        assert press.app.screen.selected == ASPIRATION and press.app.screen.typing
        await press("=By 2029 everybody finds a door open", "enter")
        brief = press.workshop.brief
        assert (brief.obstacle, brief.aspiration) == (
            "Our doors are shut when people are free",
            "By 2029 everybody finds a door open",
        )
        assert press.app.screen.selected == "+measure" and press.app.screen.typing
        assert "What do we count?" in press.screen
        await press("=Visits on time", "enter", "=61", "enter", "=90", "enter", "=%", "enter", "=2027-12-31", "enter")
        assert "Visits on time: 61 → 90 % by 31 Dec 2027" in press.screen
        await press("enter")
        assert not press.app.screen.typing and len(press.workshop.measures) == 1


async def test_an_aspiration_in_other_words_asks_for_no_measure(begun):
    async with begun("direction") as press:
        await press("enter", "=Shut doors", "enter", "=Open doors", "enter", "escape", "up", "enter", "=!", "enter")
        assert press.workshop.brief.aspiration == "Open doors!"
        assert press.app.screen.typing, "there is none yet"
        await press("=Visits", "enter", "escape", "escape", "home", "down", "enter", "=!", "enter")
        assert press.workshop.brief.aspiration == "Open doors!!" and not press.app.screen.typing


async def test_a_measure_is_asked_for_piece_by_piece_and_reads_as_a_sentence(begun):
    async with begun("direction") as press:
        await press("a", "=On-time visits", "enter", "=61", "enter", "=90", "enter", "=%", "enter")
        assert "On-time visits: 61 → 90 %" in press.screen and "! no date" in press.screen
        await press("=2027-12-31", "enter", "enter")
        [row] = press.workshop.measures
        assert (row.baseline, row.target, row.unit, row.by) == (Decimal(61), Decimal(90), "%", date(2027, 12, 31))
        assert "On-time visits: 61 → 90 % by 31 Dec 2027" in press.screen
        assert "! no" not in press.screen and not press.app.screen.typing


async def test_what_is_unknown_of_a_measure_says_so(begun):
    async with begun("direction") as press:
        await press("a", "=Visits", "enter", "enter", "escape")
        assert "Visits: ? → ?" in press.screen and "! no target" in press.screen


async def test_the_day_that_is_understood_is_said_with_its_weekday_before_it_is_taken(begun):
    async with begun("direction") as press:
        await press("a", "=Visits", "enter", "enter", "=90", "enter", "enter", "=end of 2027")
        assert "Fri 31 Dec 2027" in press.screen


async def test_an_answer_that_is_no_number_is_refused_and_stays_in_the_line(begun):
    async with begun("direction") as press:
        await press("a", "=Visits", "enter", "=many", "enter")
        assert "! Type a number, such as 4.5." in press.screen
        assert press.app.screen.line.input.value == "many"
        assert press.workshop.measures[0].baseline is None


async def test_with_only_the_core_half_a_day_gets_through(begun):
    async with begun("direction") as press:
        await press("enter", "=The doors are shut in the evening", "enter", "=All come by 2029", "enter")
        await press("a", "=Visits", "enter", "=1", "enter", "=2", "enter", "enter", "=end of 2029", "enter", "enter")
        await press("c", "enter")
        assert press.app.desk.room.step == "where-to-play"


async def test_pasted_lines_are_measures_and_what_else_they_need_is_asked_on_their_cards(begun):
    async with begun("direction") as press:
        await press("a", "=Visits\nFresh share", "escape")
        assert [row.name for row in press.workshop.measures] == ["Visits", "Fresh share"]
        await press("up", "enter", "down", "down", "enter", "=50", "enter", "escape")
        assert press.workshop.measures[0].target == Decimal(50)


async def test_facts_principles_and_the_vision_are_one_key_away(begun):
    async with begun("direction") as press:
        await press("v")
        for line in ("Facts", "… Which fact would convince a skeptic?", "vision", "Principles"):
            assert line in press.screen
        await press("v")
        assert "Facts" not in press.screen


async def test_what_there_is_behind_the_key_is_told_in_one_line(begun):
    async with begun("direction") as press:
        vision = lambda workshop: workshop.change(Brief, "W", vision="Nobody goes hungry")  # noqa: E731
        await given(press, fact("31% never come"), fact("All shut at four"), rule("Fresh first"), vision)
        assert "v more           2 facts, vision, 1 principle" in press.screen


async def test_a_adds_to_the_part_that_the_selection_is_in(begun):
    async with begun("direction") as press:
        await press("v")
        assert "a Fact" in press.screen
        await press("a", "=31% never come", "enter", "=referral log", "enter", "enter")
        await press("end")
        assert "a Principle" in press.screen
        await press("a", "=Fresh before more", "enter", "=chase tins", "enter", "enter")
        await press("up", "up", "up")
        assert press.app.screen.selected == ASPIRATION and "a Measure" in press.screen
        [known], [agreed] = press.workshop.facts, press.workshop.principles
        assert (known.text, known.source) == ("31% never come", "referral log")
        assert (agreed.rule, agreed.will_not) == ("Fresh before more", "chase tins")
        assert "Fresh before more; so we will not chase tins" in press.screen


async def test_pasted_lines_are_facts_one_each(begun):
    async with begun("direction") as press:
        await press("v", "a", "=31% never come\n\nAll shut at four", "escape")
        assert [row.text for row in press.workshop.facts] == ["31% never come", "All shut at four"]


async def test_a_fact_added_from_the_palette_is_shown_at_once(begun):
    async with begun("direction") as press:
        await press("ctrl+p", *"add a fact", "enter")
        await press("=31% never come", "enter", "escape")
        assert "31% never come" in press.screen and "Facts" in press.screen


async def test_the_source_stands_behind_a_fact_and_in_full_below_the_selected_one(sampled):
    async with sampled("direction") as press:
        await press("v", "down")
        assert "source: visit log, 2026 to September" in press.screen
        assert "referral log, 2026 to Se…" in press.screen


async def test_a_principle_that_forbids_nothing_is_marked(begun):
    async with begun("direction") as press:
        await given(press, rule("Fresh first"))
        await press("v")
        assert "! forbids nothing" in press.screen


async def test_rank_moves_a_row_among_its_like_and_leaves_fields_alone(begun):
    async with begun("direction") as press:
        await given(press, measure("One", rank="a0"), measure("Two", rank="a1"))
        await press("end", "less_than_sign")
        assert [row.name for row in press.workshop.measures] == ["Two", "One"]
        await press("greater_than_sign")
        assert [row.name for row in press.workshop.measures] == ["One", "Two"]
        before = press.workshop
        await press("home", "greater_than_sign")
        assert press.workshop is before


async def test_delete_takes_a_row_away_and_undo_brings_it_back(begun):
    async with begun("direction") as press:
        await given(press, fact("31% never come"))
        await press("v", "down", "delete")
        assert press.workshop.facts == ()
        await press("u")
        assert [row.text for row in press.workshop.facts] == ["31% never come"]


async def test_enter_on_a_row_opens_its_card(sampled):
    async with sampled("direction") as press:
        await press("end", "enter")
        assert "Largest single income source" in press.screen and "target" in press.screen
        await press("home", "enter", "=!", "enter", "escape")
        assert press.workshop.measures[2].name == "Largest single income source!"


async def test_the_vision_is_typed_where_it_stands(begun):
    async with begun("direction") as press:
        await press("v", "end", "up", "enter", "=Nobody goes hungry", "enter")
        assert press.workshop.brief.vision == "Nobody goes hungry"


async def jumped(press, message):
    """Go from the check to where the finding with this message is put right."""
    await press("c", "home")
    for _ in range(30):
        finding = press.app.screen.chosen
        if finding and message in finding[0].message:
            break
        await press("down")
    else:
        raise AssertionError(f"no finding says {message!r}")
    await press("enter")


async def test_each_finding_leads_to_where_it_is_put_right(begun):
    async with begun("direction") as press:
        fields = {"agenda": Agenda.FULL_DAY, "obstacle": "We must grow", "aspiration": "All come by 2029"}
        await given(press, lambda workshop: workshop.change(Brief, "W", **fields))
        await jumped(press, "reads like a goal")
        assert press.app.screen.selected == OBSTACLE
        await jumped(press, "rests on opinion")
        assert press.app.screen.selected == "+fact" and press.screen.count("▸ … Which fact")
        await jumped(press, "How would we know")
        assert press.app.screen.selected == "+measure"
        await given(press, measure("Visits"), *(rule(f"Rule {at}") for at in range(6)))
        await jumped(press, "How would we know")
        assert press.app.screen.place == "card/Q1" and press.app.screen.selected == "measure/Q1/target"
        await press("escape")
        await jumped(press, "today's number")
        assert press.app.screen.selected == "measure/Q1/baseline"
        await press("escape")
        await jumped(press, "More than five rules")
        assert press.app.screen.selected == "X6"
        assert "! 6 of at most 5" in press.screen


async def test_a_finding_about_the_aspiration_shows_it_though_the_obstacle_is_missing(begun):
    async with begun("direction") as press:
        press.app.jump("direction", "", "aspiration")
        await press.settle()
        assert press.app.screen.selected == ASPIRATION and "For whom does what change" in press.screen


async def test_the_direction_is_read_back_in_sentences(sampled):
    async with sampled("direction") as press:
        await press("end", "r")
        assert "First" not in press.screen and "Largest single income source: 38 → 25 %" in press.screen
        await press("escape", "home", "r")
        assert "Food is not our bottleneck" in press.screen


async def test_what_was_typed_is_shown_as_it_is(begun):
    async with begun("direction") as press:
        await given(press, fact("[bold]x[/] $y [/nope]", source="[red]z"), measure("[/a]"), rule("[b]", will_not="[c]"))
        await press("v")
        for text in ("[bold]x[/] $y [/nope]", "[red]z", "[/a]: ? → ?", "[b]; so we will not [c]"):
            assert text in press.screen


async def test_on_a_narrow_wall_the_core_of_the_sample_stands_in_full(sampled):
    async with sampled("direction", size=(60, 20)) as press:
        text = " ".join(press.screen.split())
        for words in ("households never make a first visit.", "and two days of asking.", "69 → 90 % of referrals"):
            assert words in text


async def test_half_typed_facts_are_there_again_after_a_restart(driven, begun):
    async with begun("direction") as press:
        await press("v", "a", "=31% of the ref")
    async with driven() as press:
        await press("enter")
        assert press.app.screen.typing and "31% of the ref" in press.screen


async def test_rows_of_all_kinds_are_known_to_the_board(sampled):
    async with sampled("direction") as press:
        await press("v")
        rows = [*press.workshop.of(Measure), *press.workshop.of(Fact), *press.workshop.of(Principle)]
        assert {row.id for row in rows} <= set(press.app.screen.board.picture.items)
        assert VISION in press.app.screen.board.picture.items
