"""Where to play and how to win: the order of lists, what hangs on a place, and the look back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import Gone
from data.nouns.room import LookBack
from data.nouns.strategy import Arena, Capability, Condition, Level, Verdict
from data.value import Workshop
from tests.workshop.actions.strategies import TODAY, under_way
from workshop.actions import arenas, opening, ranks, winning


def places(*names: str) -> Workshop:
    workshop = opening.begin("x", today=TODAY)
    for name in names:
        workshop = arenas.add(workshop, name)
    return workshop


def order(workshop: Workshop) -> str:
    return "".join(arena.name for arena in workshop.arenas)


def test_a_place_is_undecided_and_last_and_has_a_name():
    workshop = arenas.add(places("A", "B"), "\u202eC\n")
    assert [(arena.id, arena.name, arena.verdict) for arena in workshop.arenas][2] == ("A3", "C", Verdict.UNDECIDED)
    assert arenas.add(workshop, " \x00") == workshop
    assert len(arenas.add(workshop, "x" * 10_000).arenas[-1].name) == 1000


@given(st.integers(1, 7), st.data())
def test_moving_takes_a_place_as_far_as_the_list_goes(many, data):
    workshop = places(*"ABCDEFG"[:many])
    at, by = data.draw(st.integers(0, many - 1)), data.draw(st.integers(-8, 8))
    names = list(order(workshop))
    names.insert(min(max(at + by, 0), many - 1), names.pop(at))
    assert order(arenas.move(workshop, f"A{at + 1}", by)) == "".join(names)


def test_moving_changes_one_row_only():
    workshop = places(*"ABCDE")
    moved = arenas.move(workshop, "A5", -2)
    assert [key.id for key, row in moved.rows.items() if workshop.rows[key] != row] == ["A5"]


def test_moving_among_those_with_one_verdict_gives_no_rank_twice():
    workshop = places(*"ABC")
    for id in ("A1", "A3"):
        workshop = arenas.judge(workshop, id, Verdict.PLAY)
    workshop = arenas.add(arenas.judge(workshop, "A2", Verdict.NOT_US), "D")
    workshop = arenas.judge(workshop, "A4", Verdict.PLAY)
    workshop = arenas.move(workshop, "A4", -1)
    assert len({arena.rank for arena in workshop.arenas}) == 4
    assert [arena.id for arena in arenas.judged(workshop, Verdict.PLAY)] == ["A1", "A4", "A3"]


@pytest.mark.parametrize("broken", [{}, {"A2": ""}, {"A2": "~~"}])
def test_a_list_whose_ranks_cannot_be_counted_with_is_put_in_order_first(broken):
    workshop = places(*"ABC")
    for id in ("A1", "A2", "A3"):
        workshop = workshop.change(Arena, id, rank=broken.get(id, "a0"))
    names = order(workshop)
    assert order(arenas.move(workshop, workshop.arenas[0].id, 1)) == names[1] + names[0] + names[2]


def test_arranging_keeps_the_ranks_that_are_in_place():
    workshop = places(*"ABCD")
    rows = workshop.arenas
    arranged = ranks.arrange(workshop, [rows[0], rows[2], rows[1], rows[3]])
    assert order(arranged) == "ACBD"
    assert [arranged.arenas[at] == rows[at] for at in (0, 3)] == [True, True]


def test_merging_fills_what_was_empty_and_takes_everything_along():
    workshop = under_way()
    workshop = workshop.change(Arena, "A1", advantage="We are near", reason="Half of all")
    workshop = workshop.change(Arena, "A2", reason="Nobody else")
    workshop = arenas.merge(workshop, "A1", "A2")
    (stays,) = workshop.arenas
    assert (stays.id, stays.name, stays.reason, stays.advantage) == ("A2", "Villages", "Nobody else", "We are near")
    assert len(workshop.conditions("A2")) == len(workshop.capabilities("A2")) == 4
    assert [workshop.served_by(priority) for priority in workshop.priorities] == [(stays,), (stays,)]
    assert arenas.merge(workshop, "A2", "A2") == workshop


def test_merged_conditions_can_still_be_moved():
    workshop = arenas.merge(under_way(), "A1", "A2")
    first, second, *_ = workshop.conditions("A2")
    moved = winning.move(workshop, first.id, 1)
    assert [row.id for row in moved.conditions("A2")][:2] == [second.id, first.id]


def test_a_place_goes_with_what_hangs_on_it():
    workshop = arenas.remove(under_way(), "A1")
    assert len(workshop.of(Condition)) == len(workshop.conditions("A2")) == 2
    assert len(workshop.of(Capability)) == len(workshop.capabilities("A2")) == 2
    assert workshop.served_by(workshop.priorities[0]) == ()
    with pytest.raises(Gone):
        arenas.remove(workshop, "A1")


def test_conditions_are_trusted_from_1_to_5():
    workshop = winning.trust(under_way(), "C1", 5)
    assert workshop.row(Condition, "C1").confidence == 5
    assert winning.trust(workshop, "C1", None).row(Condition, "C1").confidence is None
    for beyond in (0, 6):
        with pytest.raises(ValueError, match="1"):
            winning.trust(workshop, "C1", beyond)


def test_conditions_and_capabilities_move_among_those_of_their_place():
    workshop = under_way()
    assert [row.id for row in winning.move(workshop, "C2", -1).conditions("A1")] == ["C2", "C1"]
    assert [row.id for row in winning.move(workshop, "C2", 1).conditions("A1")] == ["C1", "C2"]
    assert [row.id for row in winning.move(workshop, "B3", 1).capabilities("A2")] == ["B4", "B3"]


def test_a_condition_needs_words_and_a_place():
    workshop = under_way()
    assert winning.add_condition(workshop, "A1", " ") == winning.add_capability(workshop, "A1", "\n") == workshop
    with pytest.raises(Gone):
        winning.add_condition(workshop, "A9", "True")


def test_capabilities_are_there_or_not_and_can_go():
    workshop = winning.have(under_way(), "B1", Level.PARTLY)
    assert workshop.row(Capability, "B1").level == Level.PARTLY
    assert [row.id for row in winning.remove(workshop, "B1").capabilities("A1")] == ["B2"]
    for unknown in ("B9", "C9"):
        with pytest.raises(Gone):
            winning.remove(workshop, unknown)


def test_the_look_back_keeps_its_note_unless_another_is_given():
    workshop = winning.look_back(under_way(), LookBack.CHANGED, " A4 waits ")
    assert (workshop.brief.look_back, workshop.brief.look_back_note) == (LookBack.CHANGED, "A4 waits")
    workshop = winning.look_back(workshop, LookBack.STAND)
    assert (workshop.brief.look_back, workshop.brief.look_back_note) == (LookBack.STAND, "A4 waits")
    assert winning.look_back(workshop, LookBack.OPEN, "").brief.look_back_note == ""
