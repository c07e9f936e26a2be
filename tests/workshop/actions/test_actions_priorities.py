"""Priorities, owners and milestones: what is selected, who answers for it, and what proves that it moves."""

from datetime import date, timedelta

import pytest

from data.errors import Gone
from data.nouns.planning import Accepted, Milestone, Priority, Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.actions.strategies import TODAY, party, under_way
from workshop.actions import arenas, milestones, opening, owners, priorities


def candidates(*statuses: str) -> Workshop:
    workshop = opening.begin("x", today=TODAY)
    for number, status in enumerate(statuses, 1):
        workshop = priorities.decide(priorities.add(workshop, f"Do {number}"), f"P{number}", Status(status))
    return workshop


def ids(rows) -> list[str]:
    return [row.id for row in rows]


def served(workshop: Workshop, id: str) -> list[str]:
    return ids(workshop.served_by(workshop.row(Priority, id)))


def test_the_list_begins_with_what_is_selected():
    workshop = candidates("dropped", "undecided", "folded", "selected", "later", "selected")
    assert ids(priorities.in_order(workshop)) == ["P4", "P6", "P2", "P5", "P3", "P1"]
    assert ids(priorities.in_order(priorities.move(workshop, "P6", -1)))[:2] == ["P6", "P4"]


def test_a_candidate_needs_a_title_and_can_go():
    workshop = candidates("undecided")
    assert priorities.add(workshop, "\t") == workshop
    assert priorities.remove(workshop, "P1").priorities == ()
    with pytest.raises(Gone):
        priorities.remove(workshop, "P2")


def test_merging_adds_the_dots_and_takes_everything_along():
    workshop = under_way()
    workshop = priorities.set_dots(priorities.set_dots(workshop, "P1", 3), "P2", 4)
    workshop = workshop.change(Priority, "P1", outcome="More visits", stop="Tuesdays", deputy_id="N3")
    workshop = priorities.merge(priorities.serve(workshop, "P1", "A2"), "P1", "P2")
    (stays,) = workshop.priorities
    assert (stays.id, stays.title, stays.dots, stays.outcome, stays.stop) == (
        "P2",
        "Fresh food",
        7,
        "More visits",
        "Tuesdays",
    )
    assert (stays.owner_id, stays.accepted, stays.deputy_id) == ("N3", Accepted.YES, None)
    assert ids(workshop.helpers(stays)) == ["N1", "N2"]
    assert served(workshop, "P2") == ["A1", "A2"]
    assert [row.priority_id for row in workshop.milestones] == ["P2", "P2"]


def test_merging_into_what_nobody_owns_brings_the_owner_and_their_answer():
    workshop = priorities.add(under_way(), "More fresh food")
    workshop = owners.accept(owners.helps(workshop, "P3", "Director"), "P1", Accepted.YES_IF, "the van comes")
    stays = priorities.merge(workshop, "P1", "P3").row(Priority, "P3")
    assert (stays.owner_id, stays.accepted, stays.accepted_if) == ("N1", Accepted.YES_IF, "the van comes")
    assert "N1" not in ids(priorities.merge(workshop, "P1", "P3").helpers(stays))


def test_merging_does_not_count_dots_nobody_counted():
    workshop = candidates("undecided", "undecided")
    assert priorities.merge(workshop, "P1", "P2").priorities[0].dots is None
    assert priorities.merge(priorities.set_dots(workshop, "P1", 2), "P1", "P2").priorities[0].dots == 2
    assert priorities.merge(workshop, "P1", "P1") == workshop


def test_merging_with_what_serves_all_serves_all():
    workshop = priorities.serve_only(under_way(), "P1", "all")
    for gone, stays in (("P1", "P2"), ("P2", "P1")):
        (row,) = priorities.merge(workshop, gone, stays).priorities
        assert row.serves_all
        assert priorities.merge(workshop, gone, stays).served_by(row) == ()


def test_serving_is_switched_place_by_place():
    workshop = under_way()
    assert served(priorities.serve(workshop, "P1", "A2"), "P1") == ["A1", "A2"]
    assert served(priorities.serve(workshop, "P1", "A1"), "P1") == []
    with pytest.raises(Gone):
        priorities.serve(workshop, "P1", "A9")


def test_one_place_taken_from_all_leaves_the_other_chosen_ones():
    workshop = arenas.judge(arenas.add(arenas.add(under_way(), "Shop"), "North"), "A4", Verdict.PLAY)
    workshop = priorities.serve_only(workshop, "P1", "all")
    assert (workshop.row(Priority, "P1").serves_all, served(workshop, "P1")) == (True, [])
    less = priorities.serve(workshop, "P1", "A2")
    assert (less.row(Priority, "P1").serves_all, served(less, "P1")) == (False, ["A1", "A4"])


def test_dots_put_the_list_in_order_and_decide_nothing():
    workshop = candidates("undecided", "selected", "undecided", "later", "undecided")
    for id, dots in (("P2", 3), ("P3", 0), ("P4", 5), ("P5", 3)):
        workshop = priorities.set_dots(workshop, id, dots)
    ordered = priorities.order_by_dots(workshop)
    assert ids(ordered.priorities) == ["P4", "P2", "P5", "P3", "P1"]
    assert {row.id: row.status for row in ordered.priorities} == {row.id: row.status for row in workshop.priorities}
    with pytest.raises(ValueError, match="dots"):
        priorities.set_dots(workshop, "P1", -1)


@pytest.mark.parametrize(("options", "dots"), [(0, 2), (5, 2), (8, 2), (9, 3), (12, 4), (18, 6), (60, 6)])
def test_a_third_of_the_options_is_the_number_of_dots(options, dots):
    assert priorities.dots_default(options) == dots


def test_what_the_room_says_about_dots_goes_before_the_default():
    workshop = candidates(*["undecided"] * 12)
    assert (priorities.dots_each(workshop), priorities.dots_cap(workshop)) == (4, 2)
    said = workshop.put(workshop.brief.replace(dots_each=5, dots_cap=1))
    assert (priorities.dots_each(said), priorities.dots_cap(said)) == (5, 1)


def test_a_new_owner_has_not_been_asked():
    workshop = owners.accept(under_way(), "P1", Accepted.YES_IF, "the van comes")
    assert owners.name(workshop, "P1", "DIRECTOR") == workshop
    row = owners.name(workshop, "P1", "Treasurer").row(Priority, "P1")
    assert (row.owner_id, row.accepted, row.accepted_if) == ("N3", Accepted.NOT_ASKED, "")
    row = owners.name(workshop, "P1", None).row(Priority, "P1")
    assert (row.owner_id, row.accepted) == (None, Accepted.NOT_ASKED)


def test_a_helper_or_deputy_who_becomes_the_owner_is_no_longer_either():
    workshop = owners.deputize(under_way(), "P1", "Operations Manager")
    workshop = owners.name(workshop, "P1", "operations manager")
    row = workshop.row(Priority, "P1")
    assert (row.owner_id, row.deputy_id, workshop.helpers(row)) == ("N2", None, ())


def test_an_owner_neither_helps_nor_deputizes():
    workshop = under_way()
    assert owners.helps(workshop, "P1", "director") == owners.deputize(workshop, "P1", "Director") == workshop


def test_of_two_names_the_second_helps():
    workshop = owners.name_and_help(under_way(), "P2", ("Ann", "Bob", "operations manager"))
    row = workshop.row(Priority, "P2")
    assert party(workshop, row.owner_id).name == "Ann"
    assert [party.name for party in workshop.helpers(row)] == ["Operations Manager", "Bob"]


def test_helpers_are_set_as_a_whole():
    workshop = owners.helped_only_by(under_way(), "P1", ("Bob", "bob", "Director", "Treasurer", ""))
    assert [party.name for party in workshop.helpers(workshop.row(Priority, "P1"))] == ["Treasurer", "Bob"]
    assert owners.helped_only_by(workshop, "P1", ()).helpers(workshop.row(Priority, "P1")) == ()


def test_an_answer_keeps_its_condition_unless_another_is_given():
    workshop = owners.accept(under_way(), "P1", Accepted.YES_IF, " two days ")
    assert workshop.row(Priority, "P1").accepted_if == "two days"
    assert owners.accept(workshop, "P1", Accepted.YES).row(Priority, "P1").accepted_if == "two days"


def test_the_load_counts_what_is_selected():
    workshop = owners.name(priorities.add(under_way(), "Later"), "P3", "Director")
    for id, hours in (("P1", 12), ("P3", 9)):
        workshop = workshop.change(Priority, id, hours=hours)
    assert owners.load(workshop, "N1") == (1, 12)
    assert owners.load(owners.name(workshop, "P2", "Director"), "N1") == (2, 12)
    assert owners.load(workshop, "N2") == (0, 0)


def test_a_milestone_is_a_result_of_a_priority():
    workshop = milestones.add(under_way(), "P2", " Charter signed ", date(2027, 1, 8), "It is\non file")
    row = workshop.row(Milestone, "M3")
    assert (row.priority_id, row.title, row.due, row.done_when) == (
        "P2",
        "Charter signed",
        date(2027, 1, 8),
        "It is on file",
    )
    assert (row.first_due, row.owner_id) == (None, None)
    assert milestones.add(workshop, "P2", " ") == workshop
    with pytest.raises(Gone):
        milestones.add(workshop, "P9", "x")


def test_shifting_goes_by_weeks():
    workshop = under_way()
    due = workshop.row(Milestone, "M1").due or TODAY
    assert milestones.shift(workshop, "M1", -3).row(Milestone, "M1").due == due - timedelta(days=21)
    undated = milestones.add(workshop, "P1", "x")
    assert milestones.shift(undated, "M3", 1) == undated


def test_milestones_stand_in_the_order_of_their_dates():
    workshop = under_way()
    for due in (None, TODAY, TODAY + timedelta(days=50)):
        workshop = milestones.add(workshop, "P1", "x", due)
    assert ids(milestones.by_date(workshop.milestones)) == ["M4", "M1", "M5", "M2", "M3"]


def test_milestones_wait_for_one_another_but_not_for_themselves():
    workshop = milestones.add(under_way(), "P1", "x")
    workshop = milestones.need(workshop, "M2", "M3")
    assert ids(workshop.needed_by(workshop.row(Milestone, "M2"))) == ["M1", "M3"]
    assert milestones.need(workshop, "M2", "M2") == workshop
    assert ids(milestones.need_only(workshop, "M2", ("M3",)).needed_by(workshop.row(Milestone, "M2"))) == ["M3"]
    assert milestones.need_only(workshop, "M2", ("M2",)).needed_by(workshop.row(Milestone, "M2")) == ()
    with pytest.raises(Gone):
        milestones.need(workshop, "M1", "M9")


def test_a_milestone_moves_to_another_priority_and_goes():
    workshop = milestones.move(under_way(), "M1", "P2")
    assert ids(workshop.milestones_of("P2")) == ["M1", "M2"]
    assert milestones.remove(workshop, "M1").needed_by(workshop.row(Milestone, "M2")) == ()
    for use in (lambda: milestones.move(workshop, "M1", "P9"), lambda: milestones.remove(workshop, "M9")):
        with pytest.raises(Gone):
            use()
