"""The next check-in: the same in the list as in the value, agreed at each check-in, overdue until it was held."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.check_in import Occasion
from data.nouns.room import Brief
from data.store import Store
from data.value import Workshop
from tests.data.making import ticking
from tests.workshop.any_workshop import workshops
from tests.workshop.build import but
from tests.workshop.first_check_in import DAY_0, begun, held, uneventful
from workshop.actions import calling, checking_in
from workshop.check_ins import due, lateness
from workshop.sample import sample

FIRST = date(2026, 10, 28)
PLAN = sample(DAY_0, adopted=True)


def coming(workshop: Workshop) -> tuple[str, str] | None:
    found = due.next_one(workshop)
    return (str(found.on), found.occasion) if found else None


def test_a_draft_has_none() -> None:
    assert coming(sample(DAY_0)) is None


def test_first_the_first_one_then_by_the_rhythm() -> None:
    workshop, found = PLAN, []
    for _ in range(5):
        following = due.next_one(workshop)
        assert following is not None
        found.append(coming(workshop))
        workshop = uneventful(workshop, following.occasion, following.on)
    assert found == [
        ("2026-10-28", "pulse"),
        ("2026-11-04", "review"),
        ("2026-11-11", "pulse"),
        ("2026-11-25", "pulse"),
        ("2026-12-02", "review"),
    ]


def test_one_that_is_missed_stays_due_and_the_next_one_held_makes_up_for_it() -> None:
    assert lateness.in_words(FIRST, date(2026, 11, 9)) == "12 days overdue"
    workshop = uneventful(PLAN, Occasion.PULSE, date(2026, 11, 9))
    assert workshop.check_ins[0].planned_on == FIRST
    assert coming(workshop) == ("2026-11-11", "pulse")


def test_one_that_is_held_early_leaves_nothing_due() -> None:
    workshop = uneventful(PLAN, Occasion.PULSE, FIRST - timedelta(2))
    assert coming(workshop) == ("2026-11-04", "review")


def test_an_extra_one_comes_between_and_moves_nothing() -> None:
    workshop = uneventful(PLAN, Occasion.PULSE, FIRST)
    workshop = calling.call(workshop, "T1", date(2026, 10, 24), "No letter")
    assert coming(workshop) == ("2026-11-03", "extra")
    assert calling.call(workshop, "T1", date(2026, 10, 25)) == workshop, "one at a time"
    workshop = checking_in.begin(workshop, Occasion.EXTRA, date(2026, 11, 2))
    assert workshop.check_ins[-1].trigger_id == "T1"
    workshop = checking_in.close(workshop, begun(workshop))
    assert coming(workshop) == ("2026-11-04", "review")


def test_a_new_first_date_begins_anew() -> None:
    workshop = held().change(Brief, "W", next_on=date(2027, 2, 1))
    assert coming(workshop) == ("2027-02-01", "pulse")


@pytest.mark.parametrize(
    ("days", "said"),
    [(-12, "12 days overdue"), (-1, "1 day overdue"), (0, "today"), (1, "tomorrow"), (9, "in 9 days")],
)
def test_how_far_a_date_is(days: int, said: str) -> None:
    assert lateness.in_words(DAY_0 + timedelta(days), DAY_0) == said
    assert lateness.overdue(DAY_0 + timedelta(days), DAY_0) == max(-days, 0)


@settings(deadline=None, max_examples=12)
@given(data=st.data())
def test_the_list_says_what_the_value_says(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.mktemp("due") / "workshop.sqlite"
    numbers = count(1)
    store = Store(str(path), actor="", now=ticking(), ids=lambda: f"w{next(numbers)}")
    text = st.sampled_from(["", "a"])
    values = [held(), but(held(close=False), "W", version=3), *data.draw(st.lists(workshops(text, 4), min_size=3))]
    ids = {store.create(value).id: value for value in values}
    assert {line.id: line.next_on for line in store.listing()} == {id: due.next_on(ids[id]) for id in ids}
    store.close()
