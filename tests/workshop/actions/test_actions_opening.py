"""Open, and the parties: how a workshop begins, and that one name is one party wherever it is typed."""

from datetime import date

import pytest

from data.errors import Gone
from data.nouns.planning import Accepted, Status
from data.nouns.room import Agenda, Answer, Brief, Kind
from tests.workshop.actions.strategies import TODAY, party, under_way
from workshop.actions import opening, owners, parties, priorities


def test_a_new_workshop_is_held_today_and_looks_36_months_ahead():
    brief = opening.begin("Plan\n2027", " We ", Agenda.FULL_DAY, today=TODAY, zone="Europe/Rome", language="it").brief
    assert (brief.id, brief.title, brief.organization, brief.agenda) == ("W", "Plan 2027", "We", Agenda.FULL_DAY)
    assert (brief.held_on, brief.horizon_start, brief.horizon_end) == (TODAY, date(2026, 11, 1), date(2029, 10, 31))
    assert (brief.zone, brief.language, brief.version, brief.decider_id) == ("Europe/Rome", "it", 0, None)


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (date(2026, 12, 31), date(2027, 1, 1), date(2029, 12, 31)),
        (date(2026, 11, 1), date(2026, 12, 1), date(2029, 11, 30)),
        (date(2027, 1, 30), date(2027, 2, 1), date(2030, 1, 31)),
    ],
)
def test_the_horizon_is_whole_months(today, start, end):
    brief = opening.begin("x", today=today).brief
    assert (brief.horizon_start, brief.horizon_end) == (start, end)


def test_alone_one_decides_facilitates_and_owns_oneself():
    workshop = opening.begin("Mine", agenda=Agenda.SOLO, today=TODAY)
    me = party(workshop, workshop.brief.decider_id)
    assert (me.participant, me.facilitates, me.kind, workshop.brief.voters) == (True, True, Kind.PERSON, 1)
    workshop = priorities.decide(priorities.add(workshop, "Begin"), "P1", Status.SELECTED)
    assert (workshop.priorities[0].owner_id, workshop.priorities[0].accepted) == (me.id, Accepted.YES)


def test_turning_solo_keeps_who_was_named():
    workshop = under_way()
    workshop = workshop.change(Brief, "W", decider_id="N1", voters=7)
    workshop = opening.choose_agenda(workshop, Agenda.SOLO)
    assert (workshop.brief.decider_id, workshop.brief.voters, len(workshop.parties)) == ("N1", 7, 3)


def test_in_a_group_nobody_owns_by_default():
    workshop = priorities.decide(priorities.add(opening.begin("Ours", today=TODAY), "Begin"), "P1", Status.SELECTED)
    assert workshop.priorities[0].owner_id is None


def test_selecting_alone_keeps_an_owner_and_does_not_help_oneself():
    workshop = opening.begin("Mine", agenda=Agenda.SOLO, today=TODAY)
    workshop = priorities.add(workshop, "Begin")
    helped = owners.deputize(owners.helps(workshop, "P1", "me"), "P1", "Me")
    selected = priorities.decide(helped, "P1", Status.SELECTED)
    assert selected.row(type(selected.priorities[0]), "P1").deputy_id is None
    assert selected.helpers(selected.priorities[0]) == ()
    named = priorities.decide(owners.name(workshop, "P1", "Ann"), "P1", Status.SELECTED)
    assert (party(named, named.priorities[0].owner_id).name, named.priorities[0].accepted) == ("Ann", "not_asked")


def test_a_name_is_one_party_however_it_is_typed():
    workshop = opening.begin("x", today=TODAY)
    for name in ("Operations Manager", "operations  MANAGER", " Operations Manager\n", "", " \t"):
        workshop = opening.add_participant(workshop, name)
    assert [(party.id, party.name, party.participant) for party in workshop.parties] == [
        ("N1", "Operations Manager", True)
    ]


def test_a_party_known_from_elsewhere_can_come_in():
    workshop, id = parties.named(opening.begin("x", today=TODAY), "Treasurer")
    assert not workshop.participants
    assert [party.id for party in opening.add_participant(workshop, "treasurer").participants] == [id]


def test_what_was_left_open_is_answered():
    workshop = opening.carry(opening.begin("x", today=TODAY), "Second key", date(2026, 1, 7))
    workshop = opening.answer(opening.carry(workshop, "  "), "I1", Answer.NEEDED)
    assert [(row.text, row.since, row.answer) for row in workshop.carried] == [
        ("Second key", date(2026, 1, 7), "needed")
    ]
    assert opening.remove(workshop, "I1").carried == ()


def test_a_new_name_for_a_party():
    workshop = parties.rename(under_way(), "N1", " CEO ")
    assert party(workshop, "N1").name == "CEO"
    assert parties.rename(workshop, "N1", "  ") == workshop


def test_taking_somebodys_name_makes_two_one():
    before = under_way()
    workshop = parties.rename(before, "N3", "director")
    assert [(party.id, party.name) for party in workshop.parties] == [("N2", "Operations Manager"), ("N3", "director")]
    assert [priority.owner_id for priority in workshop.priorities] == ["N3", "N3"]
    assert [action.who_id for action in workshop.actions] == ["N3"]
    assert party(parties.rename(before, "N3", "TREASURER"), "N3").name == "TREASURER"


def test_one_who_is_merged_into_an_owner_does_not_help_them():
    before = owners.deputize(under_way(), "P1", "Operations Manager")
    workshop = parties.merge(before, "N2", "N1")
    first, second = workshop.priorities
    assert (first.owner_id, first.deputy_id, workshop.helpers(first)) == ("N1", None, ())
    assert [party.id for party in workshop.helpers(second)] == ["N1"]


def test_a_merged_party_is_not_led_by_itself():
    workshop = parties.lead(under_way(), "N1", "Operations Manager")
    assert party(parties.merge(workshop, "N2", "N1"), "N1").lead_id is None
    assert party(parties.merge(workshop, "N1", "N2"), "N2").lead_id is None
    workshop = parties.lead(workshop, "N2", "Treasurer")
    assert party(parties.merge(workshop, "N3", "N1"), "N2").lead_id == "N1"
    assert party(parties.merge(parties.lead(workshop, "N1", None), "N2", "N1"), "N1").lead_id == "N3"
    assert parties.lead(workshop, "N1", "Director") == workshop


def test_flags_survive_a_merger():
    workshop = under_way()
    workshop = workshop.change(type(workshop.parties[0]), "N2", outside=True, votes=False, present=False)
    assert (merged := party(parties.merge(workshop, "N2", "N1"), "N1")).outside
    assert (merged.votes, merged.present) == (True, True)
    workshop, new = parties.named(workshop, "Guest")
    assert new == "N4"
    guest = party(parties.merge(workshop, "N2", "N4"), "N4")
    assert (guest.participant, guest.votes, guest.present) == (True, False, False)


def test_who_leaves_the_room_stays_known_until_removed_once_more():
    workshop = opening.remove(under_way(), "N1")
    assert not party(workshop, "N1").participant
    assert workshop.priorities[0].owner_id == "N1"
    gone = opening.remove(workshop, "N1")
    assert gone.party("N1") is None
    assert (gone.priorities[0].owner_id, gone.priorities[0].accepted) == (None, Accepted.NOT_ASKED)


def test_who_is_named_nowhere_leaves_for_good():
    workshop = opening.add_participant(under_way(), "Guest")
    assert opening.remove(workshop, workshop.parties[-1].id) == under_way()


@pytest.mark.parametrize("use", [opening.remove, parties.remove])
def test_nobody_leaves_twice(use):
    with pytest.raises(Gone):
        use(under_way(), "N9")
