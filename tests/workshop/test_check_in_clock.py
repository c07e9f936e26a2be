"""The clock of a check-in: minutes by part, ahead and behind, and kept outside the log."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from data.nouns.check_in import Occasion, Sitting
from data.nouns.room import Room
from workshop.check_ins import clock
from workshop.check_ins.guided import load
from workshop.room import clock as of_the_room

AT = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)
REVIEW = Sitting(id="G4", kind=Occasion.REVIEW, held_on=AT.date())


def after(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def started() -> Room:
    return clock.turned(Room(id="R", step="close"), REVIEW, lambda held: of_the_room.start(held, AT))


def reached(room: Room, part: str, minutes: float) -> Room:
    reach = partial(clock.reach, occasion=REVIEW.kind, part=part, now=after(minutes))
    return clock.turned(room, REVIEW, reach)


@pytest.mark.parametrize("occasion", Occasion)
def test_the_parts_make_the_whole(occasion: Occasion) -> None:
    agenda = clock.agenda_of(occasion)
    how = next(each for each in load() if each.occasion == occasion.value)
    assert sum(item.minutes for item in agenda.items) == agenda.total == how.minutes
    assert len(agenda.items) == len(how.pages)


def test_nothing_is_shown_until_it_is_started() -> None:
    assert clock.read(Room(id="R"), REVIEW, AT) is None
    reading = clock.read(started(), REVIEW, after(4))
    assert reading is not None
    assert (reading.text, reading.behind, reading.running) == ("6:00", 0, True)


def test_it_goes_on_from_part_to_part_and_says_how_far_behind_it_is() -> None:
    room = reached(started(), "results", 13)
    reading = clock.read(room, REVIEW, after(14))
    assert reading is not None
    assert (reading.key, reading.text, reading.behind) == ("results", "24:00", 3)
    assert clock.used(room, REVIEW, after(14)) == timedelta(minutes=14)


def test_looking_back_changes_nothing_and_a_clock_that_stands_goes_on_standing() -> None:
    room = reached(started(), "changes", 12)
    assert reached(room, "wins", 13) == room
    assert reached(room, "no such part", 13) == room
    paused = clock.turned(room, REVIEW, lambda held: of_the_room.pause(held, after(14)))
    reading = clock.read(reached(paused, "message", 20), REVIEW, after(30))
    assert reading is not None and (reading.key, reading.running, reading.text) == ("message", False, "5:00")


def test_it_survives_a_restart_and_leaves_the_workshops_own_clock_alone() -> None:
    room = started()
    again = room.replace(held=json.loads(json.dumps(room.held)))
    assert clock.read(again, REVIEW, after(7)) == clock.read(room, REVIEW, after(7))
    assert (room.step, room.spent, room.running_since) == ("close", {}, None)


def test_another_check_in_begins_with_a_clock_of_its_own() -> None:
    room = started()
    assert clock.read(room, REVIEW.replace(id="G5"), after(7)) is None
    assert clock.read(room, REVIEW.replace(kind=Occasion.EXTRA), after(7)) is None


def test_another_minute_is_for_the_part_that_runs() -> None:
    agenda = clock.agenda_of(REVIEW.kind)
    room = clock.turned(started(), REVIEW, lambda held: of_the_room.more(held, agenda, 1, held.step))
    reading = clock.read(room, REVIEW, after(4))
    assert reading is not None and (reading.text, reading.behind) == ("7:00", 1)
