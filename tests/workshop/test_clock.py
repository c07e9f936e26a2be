"""The room's clock: started, paused, given more, carried over to the next step, and true after a sleep."""

from datetime import UTC, datetime, timedelta

from data.nouns.room import Room
from workshop import clock
from workshop.steps import load

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
AGENDA = load().agenda("half-day")
WALKED = AGENDA.steps


def room(**fields):
    return Room(id="R", step="open", **fields)


def after(minutes):
    return NOW + timedelta(minutes=minutes)


def test_a_clock_that_was_never_started_shows_nothing():
    assert clock.read(room(), AGENDA, NOW, WALKED) is None


def test_it_counts_down_from_the_agendas_minutes():
    reading = clock.read(clock.start(room(), NOW), AGENDA, after(3), WALKED)
    assert (reading.text, reading.left, reading.running) == ("7:00", 7 * 60, True)


def test_a_pause_keeps_what_was_used_and_stands():
    paused = clock.pause(clock.start(room(), NOW), after(3))
    reading = clock.read(paused, AGENDA, after(90), WALKED)
    assert (reading.left, reading.running) == (7 * 60, False)


def test_starting_twice_and_pausing_twice_change_nothing():
    running = clock.start(room(), NOW)
    assert clock.start(running, after(2)) is running
    standing = clock.pause(running, after(2))
    assert clock.pause(standing, after(9)) is standing


def test_one_more_minute_is_given_to_this_step_alone():
    longer = clock.more(clock.start(room(), NOW), 1)
    assert clock.read(longer, AGENDA, after(3), WALKED).left == 8 * 60
    assert longer.extra == {"open": 1}


def test_over_time_says_by_how_much_and_puts_the_day_behind():
    reading = clock.read(clock.start(room(), NOW), AGENDA, after(14), WALKED)
    assert (reading.text, reading.left, reading.behind) == ("4:00", -4 * 60, 4)


def test_going_on_ends_one_step_and_starts_the_next():
    going = clock.go_on(clock.start(room(), NOW), "direction", after(14))
    assert (going.step, going.looking, going.running_since) == ("direction", "direction", after(14))
    reading = clock.read(going, AGENDA, after(14), WALKED)
    assert (reading.left, reading.behind) == (20 * 60, 4)


def test_steps_that_are_not_walked_put_nobody_ahead():
    going = clock.go_on(clock.start(room(), NOW), "where-to-play", after(10))
    assert clock.read(going, AGENDA, after(10), WALKED).behind == -20
    without = tuple(step for step in WALKED if step != "direction")
    assert clock.read(going, AGENDA, after(10), without).behind == 0


def test_a_clock_that_was_set_back_never_counts_backward():
    reading = clock.read(clock.start(clock.pause(clock.start(room(), NOW), after(3)), NOW), AGENDA, after(-60), WALKED)
    assert reading.left == 7 * 60
