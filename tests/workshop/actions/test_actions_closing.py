"""Close, and the next workshop: fingers, parked thoughts, actions, adopting, and what is carried over."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from data.errors import Gone
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Acceptance, Action, Answer, Brief, Disposition, LookBack, Parked
from tests.workshop.actions.strategies import TODAY, party, under_way, workshops
from workshop.actions import closing, milestones, opening, parties, priorities, winning
from workshop.actions.duplicating import duplicate

SOON = TODAY + timedelta(days=9)


def test_fingers_are_counted_in_six_or_not_at_all():
    workshop = closing.show_fingers(under_way(), [3, 6, 2, 0, 0, 0])
    assert workshop.brief.fist == (3, 6, 2, 0, 0, 0)
    assert closing.show_fingers(workshop, ()).brief.fist == ()
    for counts in ((1, 2), (1, 1, 1, 1, 1, -1)):
        with pytest.raises(ValueError, match="six"):
            closing.show_fingers(workshop, counts)


def test_a_reservation_has_a_name_only_where_the_room_wants_it():
    workshop = closing.add_reservation(closing.attribute(under_way(), False), "Too slow", 3, "Treasurer")
    assert [(row.text, row.score, row.party_id) for row in workshop.reservations] == [
        ("Too fast", 2, None),
        ("Too slow", 3, None),
    ]
    workshop = closing.add_reservation(closing.attribute(workshop, True), "December", None, "treasurer")
    assert workshop.reservations[-1].party_id == "N3"
    assert closing.add_reservation(workshop, " ", 1, "Somebody new") == workshop


def test_what_is_to_be_done_becomes_an_action():
    workshop = closing.dispose(under_way(), "K2", Disposition.DO, who="Bob", by=SOON)
    action = closing.action_of(workshop, "K2")
    assert action is not None
    assert (action.text, party(workshop, action.who_id).name, action.by) == ("Rename us", "Bob", SOON)
    assert closing.dispose(workshop, "K2", Disposition.DO) == workshop


def test_the_action_follows_who_takes_the_thought_and_when():
    workshop = closing.due(closing.give(under_way(), "K1", "Treasurer"), "K1", SOON)
    assert [(row.who_id, row.by) for row in workshop.actions] == [("N3", SOON)]
    workshop = workshop.change(Action, "D1", text="Have a second key cut")
    workshop = closing.give(workshop, "K1", None)
    assert workshop.row(Action, "D1") == Action(
        id="D1", text="Have a second key cut", who_id=None, by=SOON, parked_id="K1"
    )


def test_the_action_goes_when_the_room_changes_its_mind():
    workshop = closing.dispose(under_way(), "K1", Disposition.LATER, later=" April ")
    assert (workshop.actions, workshop.row(Parked, "K1").later) == ((), "April")
    assert workshop.row(Parked, "K1").who_id == "N1"
    again = closing.dispose(workshop, "K1", Disposition.DO)
    assert [row.id for row in again.actions] == ["D2"]


def test_a_thought_whose_action_is_taken_away_is_open_again():
    workshop = closing.remove(under_way(), "D1")
    assert (workshop.row(Parked, "K1").disposition, workshop.actions) == (Disposition.OPEN, ())
    assert closing.remove(workshop, "V1").reservations == ()


def test_an_action_outlives_the_thought_it_was_made_of():
    (action,) = closing.remove(under_way(), "K1").actions
    assert action.parked_id is None


def test_nothing_is_added_without_words():
    workshop = under_way()
    assert closing.park(workshop, "") == closing.add_action(workshop, "Somebody new", " ", SOON) == workshop
    for unknown in ("K9", "D9", "V9"):
        with pytest.raises(Gone):
            closing.remove(workshop, unknown)


def test_an_action_names_somebody_known_or_new():
    workshop = closing.add_action(closing.add_action(under_way(), "director", "Tell all", SOON), "Bob", "Book a room")
    assert [(party(workshop, row.who_id).name, row.by) for row in workshop.actions[1:]] == [
        ("Director", SOON),
        ("Bob", None),
    ]


def test_adopting_dates_what_is_selected_and_nothing_else():
    workshop = priorities.add(under_way(), "Later")
    workshop = milestones.add(milestones.add(workshop, "P3", "Not now", SOON), "P1", "Undated")
    workshop = closing.adopt(workshop, SOON)
    assert (workshop.brief.version, workshop.brief.adopted_on) == (2, SOON)
    assert [row.first_due == row.due for row in workshop.milestones] == [True, True, False, True]
    assert workshop.row(Milestone, "M3").first_due is None


def test_a_first_date_is_never_overwritten():
    first = under_way().row(Milestone, "M1").first_due
    workshop = closing.adopt(milestones.shift(under_way(), "M1", 6), SOON)
    assert workshop.row(Milestone, "M1").first_due == first
    assert workshop.row(Milestone, "M2").first_due == workshop.row(Milestone, "M2").due


def test_the_next_workshop_begins_with_the_answers_of_the_last():
    last = closing.show_fingers(priorities.set_dots(closing.adopt(under_way(), TODAY), "P1", 7), (1, 1, 1, 1, 1, 1))
    last = winning.look_back(last.change(Brief, "W", message="We open"), LookBack.CHANGED, "A2 waits")
    last = last.put(Acceptance(id="MIL-08:", code="MIL-08", message="Busy", reason="The campaign cannot move"))
    copy = duplicate(last, " Next\tyear ", today=date(2027, 10, 13))
    brief = copy.brief
    assert (brief.title, brief.held_on, brief.version, brief.adopted_on) == ("Next year", date(2027, 10, 13), 0, None)
    assert (brief.fist, brief.message, brief.look_back, brief.look_back_note) == ((), "", "", "")
    assert (brief.organization, brief.horizon_end) == (last.brief.organization, last.brief.horizon_end)
    assert (copy.reservations, copy.parked, copy.actions, copy.acceptances) == ((), (), (), ())
    assert copy.arenas == last.arenas
    assert copy.parties == last.parties
    assert copy.priorities == tuple(row.replace(dots=None) for row in last.priorities)
    assert copy.milestones == tuple(row.replace(first_due=None) for row in last.milestones)
    assert [row.due for row in copy.milestones] == [row.due for row in last.milestones]


def test_what_was_left_open_is_carried_over():
    last = under_way()
    for id, answer in (("I1", Answer.DONE), ("I2", Answer.NEEDED)):
        last = opening.answer(last, id, answer)
    last = opening.carry(last, "Unanswered", date(2025, 1, 1))
    for number, disposition in enumerate(("later", "drop", "give", "open"), 3):
        last = closing.dispose(closing.park(last, f"Thought {disposition}"), f"K{number}", Disposition(disposition))
    last = closing.add_action(last, None, "Ownerless")
    copy = duplicate(last, "Next", today=SOON)
    assert [(row.text, row.since, row.answer) for row in copy.carried] == [
        ("Rename us", None, Answer.OPEN),
        ("Unanswered", date(2025, 1, 1), Answer.OPEN),
        ("Director: Second key", TODAY, Answer.OPEN),
        ("Ownerless", TODAY, Answer.OPEN),
        ("Rename us", TODAY, Answer.OPEN),
        ("Thought later", TODAY, Answer.OPEN),
        ("Thought open", TODAY, Answer.OPEN),
    ]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_any_workshop_can_be_followed_by_another(last):
    copy = duplicate(last, "Next", today=SOON)
    assert copy.brief.version == 0
    assert not any(row.first_due for row in copy.milestones)
    assert not set(copy.series.items()) - {*last.series.items(), ("I", copy.series.get("I", 0))}
    assert all(copy.get(Priority, row.priority_id) for row in copy.milestones)
    assert duplicate(copy, "Next", today=SOON).arenas == last.arenas


def test_merged_people_keep_their_actions():
    workshop = parties.merge(under_way(), "N1", "N3")
    assert [row.who_id for row in workshop.actions] == ["N3"]
