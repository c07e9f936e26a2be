"""The arithmetic of the agendas: planned times, the projected end, and what to cut."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import steps
from workshop.room import agenda as arithmetic
from workshop.room.agenda import Course

NINE = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
HALF_DAY = steps.load().agenda("half-day")
FULL_DAY = steps.load().agenda("full-day")


def minutes(number):
    return timedelta(minutes=number)


def at(hour, minute):
    return NINE.replace(hour=hour, minute=minute)


def test_planned_times_of_a_half_day():
    slots = arithmetic.planned(HALF_DAY, NINE)
    assert [(slot.item.step or slot.item.pause, slot.starts_at) for slot in slots] == [
        ("open", at(9, 0)),
        ("direction", at(9, 10)),
        ("where-to-play", at(9, 30)),
        ("Break", at(10, 10)),
        ("how-to-win", at(10, 20)),
        ("priorities", at(10, 50)),
        ("Break", at(11, 30)),
        ("owners", at(11, 40)),
        ("milestones", at(11, 55)),
        ("rhythm", at(12, 30)),
        ("close", at(12, 40)),
    ]
    assert slots[-1].ends_at == at(13, 0)


def test_what_is_left_counts_the_minutes_that_were_added():
    assert Course(HALF_DAY, "open", {}).left("open") == minutes(10)
    assert Course(HALF_DAY, "open", {"open": 90}, {"open": 5}).left("open") == timedelta(minutes=13, seconds=30)
    assert Course(HALF_DAY, "open", {"open": 660}).left("open") == minutes(-1)


def test_a_room_on_time_is_neither_ahead_nor_behind():
    spent = {"open": 600, "direction": 1200, "where-to-play": 900}
    assert Course(HALF_DAY, "where-to-play", spent).behind == timedelta()
    assert at(9, 45) + Course(HALF_DAY, "where-to-play", spent).remaining == at(13, 0)


def test_a_step_over_its_time_puts_the_room_behind_and_moves_the_end():
    spent = {"open": 600, "direction": 1440}
    assert Course(HALF_DAY, "direction", spent).behind == minutes(4)
    assert at(9, 34) + Course(HALF_DAY, "direction", spent).remaining == at(13, 4)


def test_a_step_done_early_puts_the_room_ahead():
    spent = {"open": 300}
    assert Course(HALF_DAY, "direction", spent).behind == minutes(-5)
    assert at(9, 5) + Course(HALF_DAY, "direction", spent).remaining == at(12, 55)


def test_a_step_the_agenda_leaves_out_can_be_the_current_one():
    assert Course(HALF_DAY, "stress-test", {"stress-test": 120}).remaining == minutes(30)
    done: dict[str, float] = {step: HALF_DAY.minutes(step) * 60 for step in HALF_DAY.steps[:-2]}
    assert Course(HALF_DAY, "stress-test", done | {"stress-test": 120}).behind == minutes(2)


def test_an_unknown_step_is_an_error():
    with pytest.raises(KeyError):
        assert Course(HALF_DAY, "lunch", {}).remaining


def test_a_step_before_which_the_clock_never_ran_is_taken_as_planned():
    """Whoever thinks of the clock in the third step is not half an hour ahead."""
    assert Course(HALF_DAY, "where-to-play", {"where-to-play": 60}).behind == timedelta()


def test_every_pause_goes_by_its_number():
    assert [key for key, item in FULL_DAY.keyed if item.pause] == ["pause-1", "pause-2", "pause-3"]
    assert FULL_DAY.minutes("pause-2") == 45


def test_a_pause_is_due_after_the_step_before_it_until_it_was_taken():
    assert arithmetic.pause_due(HALF_DAY, "where-to-play", {}) == "pause-1"
    assert arithmetic.pause_due(HALF_DAY, "where-to-play", {"pause-1": 300}) == ""
    assert arithmetic.pause_due(HALF_DAY, "open", {}) == ""
    assert arithmetic.pause_due(HALF_DAY, "close", {}) == ""


def test_a_pause_counts_with_what_it_took():
    over = {"open": 600, "direction": 1200, "where-to-play": 2400, "pause-1": 900}
    assert Course(HALF_DAY, "how-to-win", over).behind == minutes(5)
    running = over | {"pause-1": 240}
    assert Course(HALF_DAY, "how-to-win", running, pausing="pause-1").behind == timedelta()
    assert Course(HALF_DAY, "how-to-win", running, pausing="pause-1").remaining == minutes(6 + 160)


def test_a_pause_that_was_put_off_comes_next_and_one_taken_early_not_again():
    put_off = {"open": 600, "pause-1": 0}
    assert [key for key, _ in Course(HALF_DAY, "owners", put_off).to_come][:2] == ["owners", "pause-1"]
    early = {"open": 600, "pause-1": 600}
    assert "pause-1" not in dict(Course(HALF_DAY, "direction", early).to_come)
    assert Course(HALF_DAY, "direction", early).behind == timedelta()


def test_a_pause_of_no_agenda_is_time_the_day_takes_longer():
    assert Course(HALF_DAY, "open", {"break": 300}, {"break": 10}, "break").behind == minutes(10)
    assert Course(HALF_DAY, "open", {"break": 300}, {"break": 10}).behind == minutes(5)


STRETCHES = [key for key, item in FULL_DAY.keyed if item.minutes]


@given(
    current=st.sampled_from(FULL_DAY.steps),
    spent=st.dictionaries(st.sampled_from(STRETCHES), st.integers(0, 7200)),
    extra=st.dictionaries(st.sampled_from(STRETCHES), st.integers(0, 30)),
    pausing=st.sampled_from(("", "pause-1", "pause-3")),
)
def test_behind_is_the_projected_total_against_the_planned_one(current, spent, extra, pausing):
    """Whoever takes what the clock knows nothing of as planned ends the day as late as the room is behind."""
    course = Course(FULL_DAY, current, spent, extra, pausing)
    rests = dict(course.to_come)
    before = STRETCHES[: STRETCHES.index(current)]
    unknown = [key for key in before if not spent.get(key) and key not in rests]
    now = NINE + timedelta(seconds=sum(spent.values()))
    now += minutes(sum(FULL_DAY.minutes(key) + extra.get(key, 0) for key in unknown))
    end = now + course.remaining
    late = course.behind
    assert end - arithmetic.planned(FULL_DAY, NINE)[-1].ends_at == late


def proposed(agenda, short_by, step=None):
    return [(saving.cut.step, saving.minutes) for saving in arithmetic.suggested_cuts(agenda, minutes(short_by), step)]


def test_cuts_come_in_their_order_and_stop_when_they_are_enough():
    assert proposed(FULL_DAY, 0) == []
    assert proposed(FULL_DAY, 10) == [("stress-test", 15)]
    assert proposed(FULL_DAY, 16) == [("stress-test", 15), ("direction", 40)]
    assert proposed(FULL_DAY, 500) == [("stress-test", 15), ("direction", 40), ("priorities", 15)]
    assert proposed(HALF_DAY, 20) == [("direction", 15), ("priorities", 10)]


def test_only_what_is_still_to_come_is_cut():
    assert proposed(FULL_DAY, 20, "where-to-play") == [("stress-test", 15), ("priorities", 15)]
    assert proposed(HALF_DAY, 20, "owners") == []


def test_what_was_cut_saves_nothing_any_more():
    shorter = {"direction": -15}
    assert [each.minutes for each in arithmetic.cuts(HALF_DAY, extra=shorter)] == [0, 10]
    assert [each.cut.step for each in arithmetic.suggested_cuts(HALF_DAY, minutes(5), extra=shorter)] == ["priorities"]


def test_a_cut_says_what_it_means():
    (saving,) = arithmetic.suggested_cuts(FULL_DAY, minutes(5))
    assert saving.cut.how == "one round"
