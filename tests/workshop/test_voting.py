"""Counting votes: dots on candidates, and a fist of five."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.nouns.room import Brief
from workshop.actions import closing, opening, priorities
from workshop.room.voting import Dots, Fist, dots_of, fist_of, unheard

ROOM = opening.begin("A day", "", today=date(2026, 10, 14))


def test_a_fist_is_counted_from_five_down_to_none():
    fist = Fist((3, 6, 2, 0, 0, 0))
    assert dict(fist.hands) == {5: 3, 4: 6, 3: 2, 2: 0, 1: 0, 0: 0}
    assert (fist.total, fist.doubting, fist.unsure) == (11, 0, (3,))
    assert fist.average == pytest.approx(45 / 11)


def test_before_it_is_counted_a_fist_says_nothing():
    for none in ((), (0,) * 6):
        fist = Fist(none)
        assert (fist.total, fist.average, fist.doubting, fist.unsure) == (0, None, 0, ())


@given(st.lists(st.integers(0, 99), min_size=6, max_size=6))
def test_every_hand_is_with_us_or_unsure(counts):
    fist = Fist(counts)
    assert fist.total == sum(counts)
    assert fist.doubting == sum(counts[3:])
    assert sum(fist.hands[fingers] for fingers in fist.unsure) == sum(counts[2:])
    assert (fist.average is None) == (not any(counts))
    assert 0 <= (fist.average or 0) <= 5


def test_whoever_doubts_is_heard_once_it_says_why():
    room = closing.show_fingers(ROOM, (5, 0, 0, 1, 0, 1))
    assert unheard(room) == 2
    room = closing.add_reservation(room, "Too much at once", score=2)
    assert unheard(room) == 1
    # Three fingers are with us, if only just.
    assert unheard(closing.add_reservation(room, "December is brutal", score=3)) == 1
    assert unheard(closing.add_reservation(room, "Who pays for it?")) == 0
    assert fist_of(room.brief).doubting == 2


def counted(*totals, **brief):
    room = ROOM.change(Brief, "W", **{"voters": 4, "dots_each": 3, "dots_cap": 2, **brief})
    for at, total in enumerate(totals, 1):
        room = priorities.add(room, f"Option {at}")
        room = priorities.set_dots(room, f"P{at}", total)
    return dots_of(room)


def test_dots_add_up_to_what_the_voters_have():
    assert (counted(8, 4).counted, counted(8, 4).total, counted(8, 4).wrong) == (12, 12, False)
    assert counted(8, 5).wrong
    assert not counted(8, 5, dots_each=None).wrong and not counted(8, 5, voters=None).wrong
    assert (counted().counted, counted(None, 7).counted, counted(None, 7).highest) == (None, 7, 7)


def test_one_candidate_has_at_most_what_each_voter_may_put_there():
    assert counted(9, 8).too_many == ("P1",) and counted(8, 8).most == 8
    assert counted(9, dots_cap=None).too_many == counted(9, voters=None).too_many == ()
    assert counted(1, voters=0).too_many == ("P1",)


def test_an_uncounted_candidate_is_none_with_no_dots():
    assert counted(None, 0).totals == {"P2": 0}
    assert Dots({}, 4, 3, 2).highest == 0
