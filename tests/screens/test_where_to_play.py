"""Where to play, by keys: places are captured, judged with a reason, ranked, merged, and taken back."""

from data.nouns.strategy import Verdict

WTP = "where-to-play"


async def test_an_empty_board_says_what_belongs_here_and_how_to_begin(begun):
    async with begun(WTP) as press:
        assert "Where will we play, and where will we not?" in press.screen
        assert "a  adds the first one" in press.screen


async def test_add_goes_on_until_there_is_nothing_to_add(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "=Night workers", "enter", "enter")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families", "Night workers"]
        assert not press.app.screen.typing
        assert "? To decide  2" in press.screen


async def test_several_pasted_lines_become_several_places(begun):
    async with begun(WTP) as press:
        await press("a", "=one\n two \n\nthree")
        assert [arena.name for arena in press.workshop.arenas] == ["one", "two", "three"]


async def test_a_line_that_is_too_long_is_refused_in_words_and_stays(begun):
    async with begun(WTP) as press:
        await press("a", f"={'x' * 61}", "enter")
        assert press.workshop.arenas == ()
        assert "61 of 60" in press.screen
        await press("backspace", "enter")
        assert press.workshop.arenas[0].name == "x" * 60


async def test_of_many_pasted_lines_one_that_is_too_long_waits_with_those_behind_it(begun):
    async with begun(WTP) as press:
        await press("a", f"=one\n{'y' * 61}\nthree")
        assert [arena.name for arena in press.workshop.arenas] == ["one"]
        assert "1 more wait" in press.screen
        await press("backspace", "enter")
        assert [arena.name for arena in press.workshop.arenas] == ["one", "y" * 60, "three"]


async def test_a_verdict_asks_for_its_reason_and_escape_skips(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "escape", "1", "=They ask us first", "enter")
        arena = press.workshop.arenas[0]
        assert (arena.verdict, arena.reason) == (Verdict.PLAY, "They ask us first")
        await press("4", "escape")
        assert press.workshop.arenas[0].verdict is Verdict.NOT_US
        assert press.workshop.arenas[0].reason == "They ask us first"


async def test_explore_asks_for_the_question_and_the_day_as_people_say_it(begun):
    async with begun(WTP) as press:
        await press("a", "=Schools", "enter", "escape", "2", "enter", "=Who pays?", "enter", "=end of march")
        assert "Wed 31 Mar 2027" in press.screen
        await press("enter")
        arena = press.workshop.arenas[0]
        assert (arena.question, str(arena.decide_by)) == ("Who pays?", "2027-03-31")


async def test_keys_typed_faster_than_the_screen_lose_nothing(begun):
    async with begun(WTP) as press:
        for key in ["a", *"abc", "enter", *"def", "enter", "escape", "1", *"why", "enter"]:
            press.app.simulate_key(key)
        await press.settle()
        assert [(a.name, a.verdict.value, a.reason) for a in press.workshop.arenas] == [
            ("abc", "undecided", ""),
            ("def", "play", "why"),
        ]


async def test_ranking_moves_a_place_among_those_with_its_verdict(begun):
    async with begun(WTP) as press:
        await press("a", "=one\ntwo\nthree", "escape", "less_than_sign", "less_than_sign")
        assert [arena.name for arena in press.workshop.arenas] == ["three", "one", "two"]
        assert press.app.screen.selected == "A3"


async def test_merge_joins_two_places_by_a_few_letters(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families\nFamilies near the harbor", "escape", "m", "=har", "enter")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families"]


async def test_delete_and_undo_and_redo(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "escape", "delete")
        assert press.workshop.arenas == ()
        await press("u")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families"]
        await press("ctrl+y")
        assert press.workshop.arenas == ()


async def test_a_half_typed_line_and_the_selection_survive_a_restart(begun, driven):
    async with begun(WTP) as press:
        await press("a", "=one\ntwo", "escape", "up", "a", "=half a tho")
    async with driven() as press:
        await press("enter")
        assert press.app.screen.selected == "A1"
        assert press.app.screen.line.input.value == "half a tho"
        await press("=ught", "enter")
        assert press.workshop.arenas[-1].name == "half a thought"


async def test_a_thought_is_parked_in_the_middle_of_a_line_which_then_goes_on(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor fam", "f2", "=Who has the key?", "enter", "=ilies", "enter")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families"]
        assert [parked.text for parked in press.workshop.parked] == ["Who has the key?"]


async def test_the_card_fills_further_fields(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "escape", "enter")
        assert "what we do today" in press.screen
        await press("end", "up", "1", "escape")
        assert press.workshop.arenas[0].today


async def test_the_card_asks_for_what_goes_with_the_verdict_and_keeps_what_was_typed_for_another(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "escape", "1", "=They know us", "enter", "enter")
        assert "They know us" in press.screen
        assert "reopen if" not in press.screen
        await press("escape", "3", "enter", "=They ask", "enter", "escape", "1", "escape", "enter")
        assert "They ask" in press.screen, "what was typed is never out of sight"
        assert "look again" not in press.screen


async def test_check_lists_what_is_open_and_finishing_moves_on_only_when_nothing_blocks(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families\nNight workers", "escape", "1", "escape", "c")
        assert "to settle" in press.screen
        await press("end", "enter")
        assert press.app.desk.room.step != "how-to-win"
        await press("escape", "home", "3", "escape", "c", "end", "enter")
        assert press.app.desk.room.step == "how-to-win"


async def test_after_a_verdict_and_its_reason_comes_the_next_place_to_decide(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbor families", "enter", "=Villages", "enter", "=Students", "enter", "escape", "home")
        await press("1", "=They know us", "enter", "4", "escape", "1", "=Many of them", "enter")
        found = [(arena.verdict, arena.reason) for arena in press.workshop.arenas]
        assert found == [(Verdict.PLAY, "They know us"), (Verdict.NOT_US, ""), (Verdict.PLAY, "Many of them")]
        assert press.app.screen.selected == "A3", "nothing is left to decide"
        await press("home", "3", "escape")
        assert press.app.screen.selected == "A1", "what was decided before stays selected when it is decided anew"
