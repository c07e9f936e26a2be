"""The plan says what the workshop's rows say, in a reader's order and words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Action, Brief, Party, Reservation
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import TODAY, workshops
from workshop.export import phrases
from workshop.plan.model import Plan, plan_of
from workshop.rules.registry import Context, findings
from workshop.sample import sample


def plan(workshop: Workshop, *, today: date = TODAY, checked: bool = False) -> Plan:
    found = findings(workshop, Context(today=today)) if checked else None
    return plan_of(workshop, ref="a-plan", today=today, findings=found)


@pytest.fixture
def brackenford() -> Workshop:
    return sample(TODAY)


def test_an_empty_workshop_has_a_plan_that_says_what_is_missing():
    empty = plan(of_rows([Brief(id="W")]))
    assert empty.missing == (
        *("direction", "where we play", "where we do not", "how we win"),
        *("priorities", "owners", "milestones", "check-ins"),
    )
    assert phrases.title(empty) == "Untitled workshop"


def test_a_complete_plan_misses_nothing(brackenford):
    assert plan(brackenford).missing == ()


def test_references_are_names(brackenford):
    first = plan(brackenford).priorities[0]
    assert (first.owner, first.deputy) == ("Operations Manager", "Volunteer Coordinator")
    assert first.serves == (("A1", "Working households in Eastmere and Dunholt"),)
    assert first.milestones[1].needs == ("M1", "M9")


def test_only_selected_priorities_are_in_the_plan_in_the_order_of_their_ranks(brackenford):
    swapped = brackenford.change(Priority, "P2", rank="Z0").change(Priority, "P1", status=Status.LATER)
    assert [row.id for row in plan(swapped).priorities] == ["P2", "P3", "P4", "P5"]
    assert [row.id for row in plan(swapped).refused(Status.LATER)] == ["P1", "P7", "P8"]
    assert not {row.id for row in plan(swapped).next_milestones} & {"M1", "M2", "M3"}


def test_a_milestone_is_its_priority_owners_unless_it_has_one_of_its_own(brackenford):
    given_away = brackenford.change(Milestone, "M2", owner_id="N8")
    owners = {each.id: each.owner for each in plan(given_away).priorities[0].milestones}
    assert owners == {"M1": "Operations Manager", "M2": "Board Chair", "M3": "Operations Manager"}


def test_milestones_come_by_date_the_undated_last(brackenford):
    undated = brackenford.change(Milestone, "M1", due=None).change(Milestone, "M3", due=TODAY)
    assert [each.id for each in plan(undated).priorities[0].milestones] == ["M3", "M2", "M1"]


def test_the_next_90_days_count_from_the_later_of_today_and_the_session(brackenford):
    next_ids = lambda today: [each.id for each in plan(brackenford, today=today).next_milestones]  # noqa: E731
    assert next_ids(TODAY) == ["M9", "M1", "M11", "M7", "M4"]
    assert next_ids(TODAY - timedelta(days=30)) == next_ids(TODAY)
    later = brackenford.change(Milestone, "M4", due=date(2027, 1, 13))
    assert [each.id for each in plan(later).next_milestones] == ["M9", "M1", "M11", "M7"]


def test_what_is_late_stays_next_until_it_is_done(brackenford):
    today = date(2026, 12, 1)
    assert plan(brackenford, today=today).next_milestones[0].id == "M9"
    done = brackenford.change(Milestone, "M9", evidence="118 bookings")
    assert plan(done, today=today).next_milestones[0].id == "M1"
    following = plan(done).priorities[3].next_milestone
    assert following and following.id == "M10"


def test_actions_come_by_date(brackenford):
    workshop = brackenford.add(Action, text="Some day", who_id="N1")[0].add(Action, text="At once", by=TODAY)[0]
    texts = [row.text for row in plan(workshop).actions]
    assert (texts[0], texts[-1]) == ("At once", "Some day")


def test_reservations_are_nobodys_unless_the_room_wants_names(brackenford):
    workshop = brackenford.change(Reservation, "V1", party_id="N9")
    assert [row.who for row in plan(workshop).room.doubts] == ["", ""]
    named = workshop.change(Brief, "W", attributed=True)
    assert [row.who for row in plan(named).room.doubts] == ["Trustee (finance)", ""]


def test_the_average_of_the_fist(brackenford):
    assert plan(brackenford).room.average == pytest.approx(45 / 11)
    assert plan(brackenford.change(Brief, "W", fist=())).room.average is None
    assert plan(brackenford.change(Brief, "W", fist=(0, 0, 0, 0, 0, 0))).room.average is None


def test_status_is_draft_with_its_open_points_until_adopted(brackenford):
    assert phrases.status(plan(brackenford, checked=True)) == "Draft, no open points"
    assert phrases.status(plan(brackenford)) == "Draft", "nobody looked"
    without_owner = brackenford.change(Priority, "P1", owner_id=None)
    assert phrases.status(plan(without_owner, checked=True)) == "Draft, 1 open point"
    adopted = sample(TODAY, adopted=True)
    assert phrases.status(plan(adopted, checked=True)) == "Version 1, adopted 14 October 2026"


def test_open_points_of_one_kind_are_one_and_name_what_they_are_about(brackenford):
    undated = brackenford.change(Milestone, "M1", due=None).change(Milestone, "M4", due=None)
    points = {point.items: point for point in plan(undated, checked=True).open_points}
    assert points[("M1", "M4")].step == "Milestones"
    assert points[("M1", "M4")].message == "2 milestones have no date. A month is a start."


def test_hints_are_no_open_points(brackenford):
    without_deputy = brackenford.change(Priority, "P1", deputy_id=None)
    assert any(row.code == "OWN-09" for row in findings(without_deputy, Context(today=TODAY)))
    assert plan(without_deputy, checked=True).open_points == ()


def test_a_warning_gone_past_is_told_for_as_long_as_it_holds(brackenford):
    told = plan(brackenford, checked=True).in_spite_of
    assert told[0].message == "2 results fall in December 2026. What moves?"
    assert told[0].reason.startswith("M11 is a winter giving campaign")
    moved = brackenford.change(Milestone, "M6", due=date(2029, 1, 15))
    assert len(plan(moved, checked=True).in_spite_of) == 1
    assert len(plan(moved).in_spite_of) == 2, "nobody looked, so it stands as it was accepted"


def test_places_are_told_by_verdict(brackenford):
    assert [row.id for row in plan(brackenford).judged(Verdict.NOT_NOW, Verdict.NOT_US)] == [
        "A5",
        "A6",
        "A7",
        "A8",
        "A9",
    ]


def test_texts_are_one_clean_line(brackenford):
    typed = brackenford.change(Arena, "A1", name="Two\nlines\t and \x1b[31mred\x00").change(Party, "N2", name="A\r\nB")
    shown = plan(typed)
    assert shown.places[0].name == "Two lines and [31mred"
    assert shown.priorities[0].owner == "A B"


@settings(deadline=None)
@given(workshops())
def test_no_text_of_any_plan_holds_a_control_character_or_a_space_too_many(workshop):
    for text in _texts(plan(workshop, checked=True)):
        assert text == " ".join(text.split())
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in text)


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
