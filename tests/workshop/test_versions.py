"""What changed between two moments of a plan, with its reasons, and moments by the names people give them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings

from data.difference import diff
from data.nouns.room import Brief
from data.nouns.strategy import Verdict
from data.store import Store
from data.value import Workshop
from tests.data.making import counting
from tests.workshop.any_workshop import workshops
from tests.workshop.build import but, sound, without
from tests.workshop.first_check_in import DAY_0, held
from workshop import moments
from workshop.actions import changing, closing
from workshop.actions.changing import Why
from workshop.export import differences, markdown
from workshop.importing import Import
from workshop.interchange.reading import read
from workshop.interchange.writing import write
from workshop.moments import UnknownMoment
from workshop.plan.versions import Sort, compare
from workshop.sample import sample

WHY = Why(date(2026, 12, 2), "It is what we have learned since", check_in_id=None)
OLD = closing.adopt(sound(), date(2026, 10, 14))


def told(new: Workshop, old: Workshop = OLD) -> list[tuple[Any, ...]]:
    return [(each.sort, each.item, each.was, each.now, each.days) for each in compare(old, new)]


def test_nothing_changed_between_a_plan_and_itself() -> None:
    assert compare(OLD, OLD) == ()


def test_a_date_that_moved_tells_by_how_many_days_and_why() -> None:
    [moved] = compare(OLD, changing.move_date(OLD, "M1", date(2026, 12, 14), WHY))
    assert (moved.sort, moved.item, moved.was, moved.now, moved.days) == (
        *(Sort.MOVED, "M1", "2026-12-04", "2026-12-14"),
        10,
    )
    [reason] = moved.reasons
    assert (reason.number, reason.reason, reason.decided) == (1, WHY.reason, "Operations Manager")


def test_what_came_and_went() -> None:
    new = changing.add_milestone(OLD, "P2", "Van bought", date(2027, 3, 1), "It is in the yard", WHY)
    new = changing.drop_milestone(new, "M3", WHY)
    assert told(new) == [
        (Sort.ADDED, "M4", "", "2027-03-01", None),
        (Sort.DROPPED, "M3", "2027-01-08", "", None),
    ]
    assert [each.reasons[0].reason for each in compare(OLD, new)] == [WHY.reason] * 2
    assert told(without(OLD, "M3")) == [(Sort.DROPPED, "M3", "2027-01-08", "", None)]


def test_a_priority_goes_with_its_milestones() -> None:
    new = changing.pause_priority(OLD, "P2", WHY)
    assert told(new) == [(Sort.DROPPED, "P2", "", "", None), (Sort.DROPPED, "M3", "2027-01-08", "", None)]


def test_owners_choices_trust_and_results() -> None:
    new = changing.change_owner(OLD, "P1", "Treasurer", WHY)
    new = changing.change_choice(new, "A4", "verdict", Verdict.PLAY, WHY)
    new = changing.change_choice(new, "W", "aspiration", "Fresh food for all", WHY)
    new = changing.update_assumption(new, "C1", WHY, confidence=2)
    new = but(new, "M1", evidence="Agreements on file")
    assert told(new) == [
        (Sort.DONE, "M1", "", "Agreements on file", None),
        (Sort.OWNER, "P1", "Operations Manager", "Treasurer", None),
        (Sort.CHOICE, "W", OLD.brief.aspiration, "Fresh food for all", None),
        (Sort.CHOICE, "A4", "not now", "play", None),
        (Sort.ASSUMPTION, "C1", "4", "2", None),
    ]


def test_a_change_without_a_record_says_so() -> None:
    moved = but(OLD, "M1", due=date(2026, 12, 5))
    old, new = (moments.Moment(name, DAY_0, value) for name, value in (("version 1", OLD), ("now", moved)))
    written = markdown.render(differences.document(old, new))
    assert "- M1 Two host rooms signed: 2026-12-04 -\\> 2026-12-05, 1 day later. No reason was recorded" in written


def test_the_sample_s_first_check_in() -> None:
    assert [(each.sort.value, each.item, each.days) for each in compare(sample(DAY_0, adopted=True), held())] == [
        ("added", "M13", None),
        ("done", "M9", None),
        ("moved", "M1", 42),
        ("assumption updated", "C2", None),
    ]


@settings(deadline=None, max_examples=15)
@given(workshops(most=3), workshops(most=3))
def test_any_two_can_be_compared_and_told(old: Workshop, new: Workshop) -> None:
    assert compare(new, new) == ()
    for each in compare(old, new):
        assert "\n" not in differences.sentence(each)


# -- moments -----------------------------------------------------------------------------------------------------------


class Clock:
    """It stands until somebody moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 14, 12, tzinfo=timezone(timedelta(hours=0)))

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = Store(str(tmp_path / "plan.sqlite"), actor="keeper", now=clock, ids=counting())
    yield store
    store.close()


def filled(store: Store, clock: Clock) -> str:
    """A plan adopted on 14 October as version 1, retitled in November, and adopted again on 2 December."""
    value = sound()
    id = store.create(value).id
    for day, month, new, publishes in (
        (14, 10, closing.adopt(value, date(2026, 10, 14)), True),
        (10, 11, closing.adopt(value, date(2026, 10, 14)).change(Brief, "W", title="In November"), False),
        (2, 12, closing.adopt(value, date(2026, 12, 2)).change(Brief, "W", title="In December"), True),
    ):
        clock.now = clock.now.replace(day=day, month=month)
        store.save(id, diff(store.load(id).value, new), label="changed", publishes=publishes)
    return id


def at(store: Store, id: str, name: str) -> tuple[str, str]:
    today = date(2027, 1, 4)
    found = moments.find(store, id, name, today=today, value=store.load(id).value)
    return found.value.brief.title, str(found.on)


@pytest.mark.parametrize(
    ("name", "title", "on"),
    [
        ("v1", "Food bank 2027-2029", "2026-10-14"),
        ("2", "In December", "2026-12-02"),
        ("V2", "In December", "2026-12-02"),
        ("now", "In December", "2027-01-04"),
        ("2026-11-09", "Food bank 2027-2029", "2026-11-09"),
        ("2026-11-10", "In November", "2026-11-10"),
        ("1 dec 2026", "In November", "2026-12-01"),
        ("2027-01-01", "In December", "2027-01-01"),
    ],
)
def test_a_moment_by_its_name(store, clock, name, title, on) -> None:
    assert at(store, filled(store, clock), name) == (title, on)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("v3", "There is no version 3: there is 1 to 2."),
        ("2026-10-13", "there was nothing yet"),
        ("soonish", "neither a version"),
    ],
)
def test_a_moment_that_never_was(store, clock, name, sentence) -> None:
    id = filled(store, clock)
    with pytest.raises(UnknownMoment, match=sentence):
        at(store, id, name)


def test_before_anything_was_adopted_there_is_no_version(store) -> None:
    with pytest.raises(UnknownMoment, match="There is no version yet"):
        at(store, store.create(sound()).id, "v1")


def test_an_imported_plan_stands_as_its_versions_tell_before_the_import(store, clock) -> None:
    id = filled(store, clock)
    written = write(store.load(id).value, step="close", versions=store.versions(id))
    clock.now = clock.now.replace(day=20, month=12)
    copy = Import(read(written)).keep(store).id
    assert at(store, copy, "v1") == ("Food bank 2027-2029", "2026-10-14")
    assert at(store, copy, "2026-12-01") == ("Food bank 2027-2029", "2026-12-01")
    assert at(store, copy, "2026-12-24") == ("In December", "2026-12-24")
