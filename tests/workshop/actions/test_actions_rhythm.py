"""A rhythm is chosen and changed without losing what was said of its check-ins; signals are named and watched."""

from __future__ import annotations

import pytest

from data.nouns.rhythm import Cadence, CheckIn, Preset
from data.nouns.room import Agenda
from data.value import Workshop
from tests.workshop.build import TODAY, a_workshop
from workshop.actions import opening, rhythm
from workshop.actions.duplicating import duplicate
from workshop.actions.fields import set_field

PULSE, REVIEW, RESET, REFRESH = CheckIn


def kinds(workshop: Workshop) -> list[CheckIn]:
    return [row.kind for row in workshop.cadences]


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset.LIGHT, [REVIEW, RESET]),
        (Preset.STANDARD, [PULSE, REVIEW, RESET, REFRESH]),
        (Preset.TIGHT, [PULSE, REVIEW, RESET, REFRESH]),
        (Preset.UNSAID, []),
    ],
)
def test_a_rhythm_has_its_check_ins(preset: Preset, expected: list[CheckIn]) -> None:
    workshop = rhythm.choose(a_workshop(), preset)
    assert workshop.brief.rhythm == preset
    assert kinds(workshop) == expected


def test_a_check_in_begins_as_it_is_usually_held() -> None:
    review = rhythm.choose(a_workshop(), Preset.LIGHT).cadences[0]
    assert (review.minutes, review.who, review.weekday) == (45, "owners and decider", None)


def test_what_was_said_of_a_check_in_outlives_another_rhythm() -> None:
    workshop = rhythm.choose(a_workshop(), Preset.LIGHT)
    workshop = workshop.change(Cadence, workshop.cadences[0].id, minutes=30, who="owners and Board Chair")
    workshop = set_field(workshop, "brief", "W", "rhythm", "tight")
    assert kinds(workshop) == [PULSE, REVIEW, RESET, REFRESH]
    assert (workshop.cadences[1].minutes, workshop.cadences[1].who) == (30, "owners and Board Chair")
    assert kinds(rhythm.choose(workshop, Preset.LIGHT)) == [REVIEW, RESET]


def test_a_check_in_is_added_once_and_taken_away() -> None:
    workshop = rhythm.add(rhythm.choose(a_workshop(), Preset.LIGHT), PULSE)
    assert kinds(workshop) == [PULSE, REVIEW, RESET]
    assert rhythm.add(workshop, PULSE) == workshop
    assert kinds(rhythm.remove(workshop, workshop.cadences[1].id)) == [PULSE, RESET]


def test_two_check_ins_change_places_rather_than_be_of_one_kind() -> None:
    workshop = rhythm.choose(a_workshop(), Preset.LIGHT)
    review, reset = workshop.cadences
    swapped = set_field(workshop, "cadence", review.id, "kind", "reset")
    assert (swapped.row(Cadence, review.id).kind, swapped.row(Cadence, reset.id).kind) == (RESET, REVIEW)
    alone = set_field(workshop, "cadence", review.id, "kind", "pulse")
    assert kinds(alone) == [PULSE, RESET]


def test_the_keeper_is_known_or_new() -> None:
    workshop = rhythm.keep(a_workshop(), "Volunteer Coordinator")
    assert workshop.party(workshop.brief.keeper_id) == workshop.parties[0]
    assert rhythm.keep(workshop, "volunteer coordinator") == workshop
    assert rhythm.keep(workshop, None).brief.keeper_id is None


def test_alone_one_keeps_the_plan_and_meets_nobody() -> None:
    workshop = opening.begin("Mine", agenda=Agenda.SOLO, today=TODAY)
    assert workshop.brief.keeper_id == workshop.brief.decider_id is not None
    assert {row.who for row in rhythm.choose(workshop, Preset.STANDARD).cadences} == {""}


def test_periods_are_kept_in_order_and_once() -> None:
    workshop = set_field(a_workshop(), "brief", "W", "holidays", ("2027-01-02", "2026-12-24", "2027-01-02"))
    assert workshop.brief.holidays == ("2026-12-24", "2027-01-02")


def test_the_next_workshop_keeps_the_rhythm_and_asks_for_a_date() -> None:
    workshop = rhythm.add_trigger(rhythm.choose(a_workshop(next_on=TODAY), Preset.LIGHT), "Grant not renewed")
    again = duplicate(workshop, "Next", today=TODAY)
    assert (kinds(again), again.brief.next_on) == ([REVIEW, RESET], None)
    assert [row.signal for row in again.triggers] == ["Grant not renewed"]


def test_triggers_are_moved_and_check_ins_are_not() -> None:
    workshop = rhythm.choose(a_workshop(), Preset.LIGHT)
    for signal in ("One", "Two", " "):
        workshop = rhythm.add_trigger(workshop, signal)
    moved = rhythm.move(workshop, "T2", -1)
    assert [row.signal for row in moved.triggers] == ["Two", "One"]
    assert rhythm.move(workshop, workshop.cadences[0].id, 1) == workshop
    assert [row.signal for row in rhythm.remove(moved, "T2").triggers] == ["One"]
