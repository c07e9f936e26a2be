"""The arithmetic of the agendas: planned times, the projected end, and what to cut."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import agenda as arithmetic
from workshop import steps

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
    assert arithmetic.left(HALF_DAY, "open", {}) == minutes(10)
    assert arithmetic.left(HALF_DAY, "open", {"open": 90}, {"open": 5}) == timedelta(minutes=13, seconds=30)
    assert arithmetic.left(HALF_DAY, "open", {"open": 660}) == minutes(-1)


def test_a_room_on_time_is_neither_ahead_nor_behind():
    spent = {"open": 600, "direction": 1200, "where-to-play": 900}
    assert arithmetic.behind(HALF_DAY, "where-to-play", spent) == timedelta()
    assert arithmetic.projected_end(HALF_DAY, "where-to-play", spent, at(9, 45)) == at(13, 0)


def test_a_step_over_its_time_puts_the_room_behind_and_moves_the_end():
    spent = {"open": 600, "direction": 1440}
    assert arithmetic.behind(HALF_DAY, "direction", spent) == minutes(4)
    assert arithmetic.projected_end(HALF_DAY, "direction", spent, at(9, 34)) == at(13, 4)


def test_a_step_done_early_puts_the_room_ahead():
    spent = {"open": 300}
    assert arithmetic.behind(HALF_DAY, "direction", spent) == minutes(-5)
    assert arithmetic.projected_end(HALF_DAY, "direction", spent, at(9, 5)) == at(12, 55)


def test_a_step_the_agenda_leaves_out_can_be_the_current_one():
    assert arithmetic.remaining(HALF_DAY, "stress-test", {"stress-test": 120}) == minutes(30)
    done: dict[str, float] = {step: HALF_DAY.minutes(step) * 60 for step in HALF_DAY.steps[:-2]}
    assert arithmetic.behind(HALF_DAY, "stress-test", done | {"stress-test": 120}) == minutes(2)


def test_an_unknown_step_is_an_error():
    with pytest.raises(KeyError):
        arithmetic.remaining(HALF_DAY, "lunch", {})


@given(
    current=st.sampled_from([item.step for item in FULL_DAY.items if item.step]),
    spent=st.dictionaries(st.sampled_from(FULL_DAY.steps), st.integers(0, 7200)),
    extra=st.dictionaries(st.sampled_from(FULL_DAY.steps), st.integers(0, 30)),
)
def test_behind_is_the_projected_total_against_the_planned_one(current, spent, extra):
    """Whoever takes the pauses as planned ends the day as late as the room is behind."""
    place = [item.step for item in FULL_DAY.items].index(current)
    pauses = sum(item.minutes for item in FULL_DAY.items[:place] if item.pause)
    now = NINE + timedelta(seconds=sum(spent.values())) + minutes(pauses)
    end = arithmetic.projected_end(FULL_DAY, current, spent, now, extra)
    assert end - arithmetic.planned(FULL_DAY, NINE)[-1].ends_at == arithmetic.behind(FULL_DAY, current, spent, extra)


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


def test_a_cut_says_what_it_means():
    (saving,) = arithmetic.suggested_cuts(FULL_DAY, minutes(5))
    assert saving.cut.how == "one round"
