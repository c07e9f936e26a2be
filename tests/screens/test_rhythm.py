"""Rhythm, by keys: a rhythm by its digit, the next date and the keeper; then the dates, signals, rules and holidays."""

from datetime import date
from functools import partial

from data.nouns.rhythm import Cadence, CheckIn, Preset, Trigger
from data.nouns.room import Agenda, Brief
from workshop.actions import rhythm

RHYTHM, NEXT, KEEPER = "brief/W/rhythm", "brief/W/next_on", "brief/W/keeper_id"


async def given(press, *actions):
    for action in actions:
        press.app.desk.change(action, "given")
    await press.settle()


def beginning(preset, day=None):
    """A rhythm, and the day of the first check-in."""
    return lambda workshop: rhythm.choose(workshop, preset).change(Brief, "W", next_on=day)


def kinds(press):
    return [row.kind for row in press.workshop.cadences]


def line_of(press, words):
    return next((line for line in press.screen.split("\n") if words in line), "")


async def test_an_empty_board_shows_what_each_rhythm_has_and_costs(begun):
    async with begun("rhythm") as press:
        assert press.app.screen.selected == RHYTHM
        assert line_of(press, "1 light").split() == ["1", "light", "monthly,", "quarterly", "about", "4", "h"]
        assert line_of(press, "2 standard").endswith("every two weeks, monthly, quarterly, yearly      about 5 h")
        assert line_of(press, "3 tight").split()[-2:] == ["7", "h"]
        assert "each owner, per quarter" in press.screen
        assert "next check-in" not in press.screen and "keeper" not in press.screen


async def test_whoever_works_alone_reads_of_no_owners(begun):
    async with begun("rhythm") as press:
        await given(press, lambda workshop: workshop.change(Brief, "W", agenda=Agenda.SOLO))
        assert "per quarter" in press.screen and "each owner" not in press.screen


async def test_a_digit_chooses_the_rhythm_with_its_check_ins_and_leads_to_the_date(begun):
    async with begun("rhythm") as press:
        await press("2")
        assert press.workshop.brief.rhythm is Preset.STANDARD
        assert kinds(press) == list(CheckIn)
        assert press.app.screen.selected == NEXT
        assert "fortnightly check-in  …" in press.screen
        assert "their dates follow from the first one" in press.screen
        assert "standard" in line_of(press, "rhythm  ") and "about 5 h" in line_of(press, "rhythm  ")


async def test_another_digit_changes_the_rhythm_and_says_which_it_is(begun):
    async with begun("rhythm") as press:
        await press("2", "home", "1")
        assert kinds(press) == [CheckIn.REVIEW, CheckIn.RESET]
        await press("home")
        assert "1 light ✓" in press.screen


async def test_the_date_is_typed_as_people_say_it_and_the_keeper_is_asked_for_next(begun):
    async with begun("rhythm") as press:
        await press("2", "enter", "=in 2 weeks")
        assert "Wed 28 Oct 2026, in 14 days" in press.screen
        await press("enter")
        assert press.app.screen.selected == KEEPER and press.app.screen.typing
        await press("=Harbor master", "enter")
        brief = press.workshop.brief
        assert brief.next_on == date(2026, 10, 28)
        assert press.workshop.party(brief.keeper_id).name == "Harbor master"
        assert not press.app.screen.typing
        assert "Wed 28 Oct, 11 Nov, 25 Nov" in line_of(press, "fortnightly check-in")
        assert "Wed 4 Nov, 2 Dec, 3 Feb" in line_of(press, "monthly check-in")
        assert line_of(press, "quarterly check-in").split()[-2:] == ["2", "h"]


async def test_a_date_that_is_none_is_refused_and_stays_in_the_line(begun):
    async with begun("rhythm") as press:
        await press("2", "enter", "=when it suits", "enter")
        assert press.app.screen.typing and press.app.screen.line.input.value == "when it suits"
        assert press.workshop.brief.next_on is None


async def test_with_only_the_core_half_a_day_gets_through(begun):
    async with begun("rhythm") as press:
        await press("3", "enter", "=28 oct", "enter", "=Harbor master", "enter", "c", "enter")
        assert press.app.desk.room.step == "close"


async def test_the_wall_never_says_pulse_review_reset_or_refresh(sampled):
    async with sampled("rhythm") as press:
        for keys in ((), ("v",), ("down", "down", "down", "enter"), ("r",)):
            await press(*keys)
            for word in ("pulse", "review", "reset", "refresh"):
                assert word not in press.screen.lower()


async def test_the_card_of_a_check_in_takes_weekday_minutes_and_who(begun):
    async with begun("rhythm") as press:
        await given(press, beginning(Preset.LIGHT, date(2026, 10, 28)))
        await press("end", "up", "enter", "down", "enter", "=thu", "enter", "enter", "ctrl+u", "=30", "enter", "escape")
        [monthly] = [row for row in press.workshop.cadences if row.kind is CheckIn.REVIEW]
        assert (monthly.weekday, monthly.minutes) == (3, 30)
        await press("escape")
        assert "Wed 28 Oct, Thu 26 Nov" in line_of(press, "monthly check-in")
        assert "30 min" in line_of(press, "monthly check-in")
        assert "owners and decider" in press.screen


async def test_a_kind_is_taken_away_and_added_again(begun):
    async with begun("rhythm") as press:
        await given(press, beginning(Preset.STANDARD, date(2026, 10, 28)))
        await press("end", "delete")
        assert CheckIn.REFRESH not in kinds(press)
        assert "a Check-in" in press.screen
        await press("a")
        assert "yearly" in press.screen and "quarterly," not in line_of(press, "Which check-in")
        await press("=yearly", "enter")
        assert kinds(press) == list(CheckIn)
        assert not press.app.screen.typing


async def test_with_every_kind_there_a_adds_a_signal(begun):
    async with begun("rhythm") as press:
        await given(press, beginning(Preset.STANDARD, date(2026, 10, 28)))
        await press("end")
        assert isinstance(press.app.screen.selected_row, Cadence) and "a Signal" in press.screen


async def test_a_signal_is_asked_for_piece_by_piece_and_shown_with_who_watches_it(begun):
    async with begun("rhythm") as press:
        await press("a", "=Main grant", "enter", "=no letter by March", "enter", "=freeze spending", "enter")
        assert "! nobody watches" in press.screen
        await press("=Treasurer", "enter", "enter")
        [row] = press.workshop.triggers
        assert (row.signal, row.threshold, row.then) == ("Main grant", "no letter by March", "freeze spending")
        assert press.workshop.party(row.watcher_id).name == "Treasurer"
        assert line_of(press, "Main grant: no letter by March").endswith("Treasurer")
        assert "then: freeze spending" in press.screen


async def test_pasted_lines_are_signals_in_an_order_that_can_be_changed(begun):
    async with begun("rhythm") as press:
        await press("a", "=Main grant\nFresh share", "escape", "less_than_sign")
        assert [row.signal for row in press.workshop.triggers] == ["Fresh share", "Main grant"]
        await press("delete")
        assert [row.signal for row in press.workshop.triggers] == ["Main grant"]


async def test_rules_and_holidays_are_one_key_away_and_what_they_say_in_one_line(begun):
    async with begun("rhythm") as press:
        assert "v more           signals" in press.screen and "holidays" not in press.screen
        await press("v", "end", "up", "enter", "=24 dec to 2 jan", "enter", "escape")
        assert press.workshop.brief.holidays == ("2026-12-24/2027-01-02",)
        await press("v")
        assert "v more           signals, holidays: 24 Dec – 2 Jan" in press.screen


async def test_holidays_put_the_dates_off(begun):
    async with begun("rhythm") as press:
        away = lambda workshop: workshop.change(Brief, "W", holidays=("2027-01-01/2027-01-10",))  # noqa: E731
        await given(press, beginning(Preset.STANDARD, date(2026, 10, 28)))
        assert "Wed 6 Jan" in line_of(press, "quarterly check-in")
        await given(press, away)
        assert "Wed 13 Jan" in line_of(press, "quarterly check-in")


async def test_each_finding_leads_to_where_it_is_put_right(begun):
    async with begun("rhythm") as press:
        for field, item in (("next_on", NEXT), ("keeper_id", KEEPER), ("rhythm", RHYTHM), ("minutes", RHYTHM)):
            press.app.jump("rhythm", "", field)
            await press.settle()
            assert press.app.screen.selected == item
        press.app.jump("rhythm", "", "signal")
        await press.settle()
        assert press.app.screen.selected == "+trigger" and "▸ … Which signal would make us" in press.screen
        await given(press, partial(rhythm.add_trigger, signal="Main grant"))
        press.app.jump("rhythm", "", "signal")
        await press.settle()
        assert press.app.screen.selected == "T1"
        press.app.jump("rhythm", "T1", "watcher_id")
        await press.settle()
        assert press.app.screen.place == "card/T1" and press.app.screen.selected == "trigger/T1/watcher_id"


async def test_the_rhythm_is_read_back_with_its_next_dates_and_keeper(sampled):
    async with sampled("rhythm") as press:
        await press("down", "down", "down", "r")
        assert "Fortnightly check-in: 15 minutes" in press.screen
        await press("escape", "v", "end", *["up"] * 6, "r")
        assert isinstance(press.workshop.get(Trigger, "T2"), Trigger)
        assert "Fresh share" in press.screen or "Evening slots" in press.screen


async def test_what_was_typed_is_shown_as_it_is(begun):
    async with begun("rhythm") as press:
        await given(press, beginning(Preset.LIGHT))
        [first, *_] = press.workshop.cadences
        await given(press, lambda workshop: workshop.change(Cadence, first.id, who="[bold]x[/] $y"))
        await press("home", "a", "=[/nope]", "enter", "enter", "enter", "=[b]", "enter", "escape")
        assert "[/nope]" in press.screen and "[b]" in press.screen
        press.app.look_at("rhythm", first.id)
        await press.settle()
        assert "[bold]x[/] $y" in press.screen


async def test_in_a_busy_month_the_smallest_one_is_by_message(sampled):
    async with sampled("rhythm") as press:
        pulse = next(row for row in press.workshop.cadences if row.kind is CheckIn.PULSE)
        press.app.screen.select(pulse.id)
        await press.settle()
        assert "By message: " in press.screen and "Dec" in press.screen.partition("By message: ")[2]


async def test_on_a_narrow_wall_each_rhythm_says_all_of_its_check_ins(begun):
    async with begun("rhythm", size=(60, 20)) as press:
        text = " ".join(press.screen.split())
        assert "every two weeks, monthly, about 5 h quarterly, yearly" in text


async def test_a_half_typed_signal_is_there_again_after_a_restart(driven, begun):
    async with begun("rhythm") as press:
        await press("a", "=Main gra")
    async with driven() as press:
        await press("enter")
        assert press.app.screen.typing and "Main gra" in press.screen
