"""The room's clock: started, paused, given more, carried over to the next step, and true after a sleep."""

from datetime import UTC, datetime, timedelta

from data.nouns.room import Room
from workshop.room import clock
from workshop.steps import load

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
AGENDA = load().agenda("half-day")


def room(**fields):
    return Room(id="R", **{"step": "open", **fields})


def after(minutes):
    return NOW + timedelta(minutes=minutes)


def test_a_clock_that_was_never_started_shows_nothing():
    assert clock.read(room(), AGENDA, NOW) is None


def test_it_counts_down_from_the_agendas_minutes():
    reading = clock.read(clock.start(room(), NOW), AGENDA, after(3))
    assert (reading.text, reading.left, reading.running) == ("7:00", 7 * 60, True)


def test_a_pause_keeps_what_was_used_and_stands():
    paused = clock.pause(clock.start(room(), NOW), after(3))
    reading = clock.read(paused, AGENDA, after(90))
    assert (reading.left, reading.running) == (7 * 60, False)


def test_starting_twice_and_pausing_twice_change_nothing():
    running = clock.start(room(), NOW)
    assert clock.start(running, after(2)) is running
    standing = clock.pause(running, after(2))
    assert clock.pause(standing, after(9)) is standing


def test_one_more_minute_is_given_to_one_stretch_alone():
    longer = clock.more(clock.start(room(), NOW), AGENDA, 1, "open")
    assert clock.read(longer, AGENDA, after(3)).left == 8 * 60
    assert longer.extra == {"open": 1}


def test_nothing_is_left_with_less_than_no_time():
    shorter = clock.more(room(), AGENDA, -99, "pause-1")
    assert shorter.extra == {"pause-1": -10}
    assert clock.more(shorter, AGENDA, 4, "pause-1").extra == {"pause-1": -6}


def test_over_time_says_by_how_much_and_puts_the_day_behind():
    reading = clock.read(clock.start(room(), NOW), AGENDA, after(14))
    assert (reading.text, reading.left, reading.behind) == ("4:00", -4 * 60, 4)


def test_going_on_ends_one_step_and_starts_the_next():
    going = clock.go_on(clock.start(room(), NOW), "direction", after(14))
    assert (going.step, going.looking, going.running_since) == ("direction", "direction", after(14))
    reading = clock.read(going, AGENDA, after(14))
    assert (reading.left, reading.behind) == (20 * 60, 4)


def test_a_break_is_due_after_its_step_and_the_steps_own_time_waits_for_it():
    over = clock.finish(room(step="where-to-play", running_since=NOW), AGENDA, "where-to-play", "how-to-win", after(40))
    assert (over.step, over.pausing, over.running_since) == ("how-to-win", "pause-1", after(40))
    reading = clock.read(over, AGENDA, after(43))
    assert (reading.key, reading.pause, reading.left, reading.behind) == ("pause-1", "Break", 7 * 60, 0)
    back = clock.press(over, after(52))
    assert (back.pausing, back.running_since, back.spent["pause-1"]) == ("", after(52), 12 * 60)
    assert clock.read(back, AGENDA, after(52)).behind == 2


def test_a_break_that_is_ended_at_once_was_put_off():
    over = clock.finish(room(step="where-to-play", running_since=NOW), AGENDA, "where-to-play", "how-to-win", after(40))
    back = clock.end_break(over, after(40.5))
    assert clock.next_break(back, AGENDA, after(60)) == "pause-1"
    taken = clock.end_break(clock.take_break(back, "pause-1", after(60)), after(70))
    assert clock.next_break(taken, AGENDA, after(70)) == "pause-2"
    owners = taken.replace(step="owners", spent={**taken.spent, "pause-2": 600.0})
    assert clock.next_break(owners, AGENDA, after(70)) == clock.BREAK


def test_going_back_to_a_step_goes_on_with_its_time_and_the_break_is_due_again():
    over = clock.finish(room(step="where-to-play", running_since=NOW), AGENDA, "where-to-play", "how-to-win", after(40))
    back = clock.back_to(over, "where-to-play", after(40.5))
    assert (back.step, back.looking, back.pausing, back.running_since) == ("where-to-play",) * 2 + ("", after(40.5))
    assert clock.spent(back, after(45))["where-to-play"] == 44.5 * 60
    again = clock.finish(back, AGENDA, "where-to-play", "how-to-win", after(45))
    assert (again.step, again.pausing) == ("how-to-win", "pause-1")


def test_going_back_starts_no_clock_that_stands():
    still = clock.pause(clock.go_on(clock.start(room(), NOW), "direction", after(14)), after(15))
    back = clock.back_to(still, "open", after(30))
    assert (back.step, back.running_since, back.stood_since) == ("open", None, after(15))


def test_a_break_taken_early_is_not_due_any_more():
    early = clock.end_break(
        clock.take_break(clock.start(room(step="where-to-play"), NOW), "pause-1", after(20)), after(30)
    )
    assert clock.finish(early, AGENDA, "where-to-play", "how-to-win", after(50)).pausing == ""


def test_a_break_of_no_agenda_has_ten_minutes_each_time():
    first = clock.take_break(clock.start(room(), NOW), clock.BREAK, after(5))
    assert clock.read(first, AGENDA, after(8)).left == 7 * 60
    again = clock.take_break(clock.end_break(first, after(15)), clock.BREAK, after(20))
    assert clock.read(again, AGENDA, after(22)).left == 8 * 60


def test_a_clock_that_was_forgotten_can_be_counted_in():
    paused = clock.pause(clock.start(room(), NOW), after(3))
    again = clock.press(paused, after(46))
    assert clock.stood(again, after(46)) == timedelta(minutes=43)
    assert clock.stood(again, after(57)) == timedelta()
    assert clock.spent(clock.count_in(again), after(50)) == {"open": 50 * 60}
    assert clock.stood(clock.press(paused, after(12)), after(12)) == timedelta()


def test_a_break_is_no_clock_that_stood():
    over = clock.take_break(clock.start(room(), NOW), "pause-1", after(5))
    assert clock.stood(clock.end_break(over, after(50)), after(50)) == timedelta()


def test_a_cut_takes_the_step_down_to_its_minutes_and_back():
    cut = clock.cut(room(extra={"priorities": 5}), AGENDA, "priorities", 30)
    assert cut.extra == {"priorities": -10}
    assert clock.cut(cut, AGENDA, "priorities", 30).extra == {"priorities": 0}


def test_a_clock_that_was_set_back_never_counts_backward():
    reading = clock.read(clock.start(clock.pause(clock.start(room(), NOW), after(3)), NOW), AGENDA, after(-60))
    assert reading.left == 7 * 60
