"""A year of check-ins, 26 fortnightly, 12 monthly and 4 quarterly, with whatever is said and changed at them.

First dates never change, every version can be read again and replayed, no open action is lost, the log only grows; and
a check-in can be taken back whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.difference import diff
from data.nouns.change import Cause, Kind
from data.nouns.check_in import Holding, Occasion, Standing
from data.nouns.planning import Milestone
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from data.store import Store
from data.value import Workshop
from tests.data.making import counting
from tests.workshop.first_check_in import DAY_0, DAY_49, adopted, begun, held
from workshop import changes
from workshop.actions import changing, checking_in
from workshop.actions.changing import Why
from workshop.check_ins import due, learning, standing
from workshop.check_ins.agreed import open_actions, to_answer
from workshop.interchange.reading import read
from workshop.interchange.writing import write
from workshop.plan.minutes import minutes
from workshop.plan.versions import Sort, compare
from workshop.sample import sample

FORTNIGHTLY, MONTHLY, QUARTERLY = 26, 12, 4

#: Of so many versions one is exported and imported again.
SOME = 7


def calendar() -> Iterator[tuple[Occasion, date]]:
    """The check-ins of the year, in order; no two on one day."""
    for number in range(1, FORTNIGHTLY + 1):
        yield Occasion.PULSE, DAY_0 + timedelta(14 * number)
    for number in range(1, MONTHLY + 1):
        yield Occasion.REVIEW, DAY_0 + timedelta(30 * number + 1)
    for number in range(1, QUARTERLY + 1):
        yield Occasion.RESET, DAY_0 + timedelta(91 * number + 2)


YEAR = sorted(calendar(), key=lambda each: each[1])


def whatever_is_said(workshop: Workshop, id: str, on: date, random: Random) -> Workshop:
    """Actions are answered, results reported, conditions revisited and the plan is changed, at random."""
    for agreement in to_answer(workshop, next(row for row in workshop.check_ins if row.id == id)):
        answer = random.choice([Answer.DONE, Answer.NEEDED, Answer.DROPPED])
        text = f"{agreement.action.text}, cut" if answer is Answer.NEEDED and agreement.must_change else None
        workshop = checking_in.follow_up(workshop, id, agreement.action.id, answer, text=text)
    for row in random.sample(workshop.milestones, k=min(3, len(workshop.milestones))):
        sure = random.randint(0, 10)
        said = random.choice([standing.by_confidence(sure), Standing.ON_TRACK, Standing.DONE])
        workshop = checking_in.report(workshop, id, row.id, standing=said, confidence=sure, happened="We met")
    condition = random.choice(workshop.of(Condition))
    workshop = checking_in.revisit(workshop, id, condition.id, random.choice(list(Holding)))
    why = Why(on, "It is what we have learned", random.choice(list(Cause)), check_in_id=id, knock_on="none")
    match random.randint(0, 5):
        case 0 | 1 if workshop.milestones:
            row = random.choice(workshop.milestones)
            workshop = changing.move_date(workshop, row.id, (row.due or on) + timedelta(random.randint(-9, 30)), why)
        case 2 if len(workshop.milestones) > 4:
            workshop = changing.drop_milestone(workshop, random.choice(workshop.milestones).id, why)
        case 3:
            workshop = changing.add_milestone(workshop, "P1", "One more result", on + timedelta(60), "It is there", why)
    if random.random() < 0.7:
        workshop = checking_in.agree(workshop, id, "Operations Manager", "Call them", on + timedelta(7))
    return workshop


def opened(path: Path) -> Store:
    seconds = count()
    start = datetime(2026, 10, 14, tzinfo=UTC)
    return Store(str(path), actor="keeper", now=lambda: start + timedelta(hours=next(seconds)), ids=counting("w"))


@settings(deadline=None, max_examples=2)
@given(st.integers(0, 2**32))
def test_a_year_of_check_ins_keeps_what_must_hold(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    assert_a_year_holds(tmp_path_factory.mktemp("year") / "plan.sqlite", seed)


@pytest.mark.long
@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32))
def test_many_years_keep_what_must_hold(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    assert_a_year_holds(tmp_path_factory.mktemp("year") / "plan.sqlite", seed)


def assert_a_year_holds(path: Path, seed: int) -> None:
    random = Random(seed)
    store = opened(path)
    workshop = sample(DAY_0, adopted=True)
    id = store.create(sample(DAY_0)).id
    store.save(id, diff(store.load(id).value, workshop), label="adopt", publishes=True)
    published = {1: workshop}
    for number, (occasion, on) in enumerate(YEAR, 1):
        before = workshop
        workshop = checking_in.begin(workshop, occasion, on)
        sitting = begun(workshop)
        workshop = checking_in.close(whatever_is_said(workshop, sitting, on, random), sitting)
        assert_nothing_is_lost(before, workshop)
        assert workshop.brief.version == number + 1
        store.save(id, diff(before, workshop), label=f"check-in {number}", publishes=True)
        published[number + 1] = workshop
    assert len(workshop.check_ins) == FORTNIGHTLY + MONTHLY + QUARTERLY
    assert_replays(store, id, published)
    assert [each for each in compare(published[1], workshop) if each.sort is Sort.MOVED and not each.reasons] == []
    store.close()


def assert_nothing_is_lost(before: Workshop, after: Workshop) -> None:
    """What holds from one check-in to the next."""
    firsts = {row.id: row.first_due for row in before.of(Milestone) if row.first_due}
    assert firsts.items() <= {row.id: row.first_due for row in after.of(Milestone)}.items()
    assert all(row.first_due for row in after.milestones if row.due), "a new one is dated by closing"
    assert {row.id for row in before.of(Milestone)} <= {row.id for row in after.of(Milestone)}
    assert before.adjustments == after.adjustments[: len(before.adjustments)], "the record only grows"
    answered = {each.action.id: each.answer for each in to_answer(after, due.closed(after)[-1])}
    assert answered.keys() == {row.id for row in open_actions(before)}
    kept = {row.id for row in open_actions(after)}
    assert {id for id, answer in answered.items() if answer is Answer.NEEDED} <= kept
    assert kept.isdisjoint(id for id, answer in answered.items() if answer in (Answer.DONE, Answer.DROPPED))
    assert {row.id for row in before.of(Action)} <= {row.id for row in after.of(Action)}
    following = due.next_on(after)
    assert following is not None and following > (due.closed(after)[-1].held_on or DAY_0)
    for row in after.milestones:
        later = [each for each in changes.moves(after, row.id) if changes.days_moved(each) > 0]
        assert changes.slip(after, row).times == len(later)


def assert_replays(store: Store, id: str, published: dict[int, Workshop]) -> None:
    versions = store.versions(id)
    assert {each.number: each.value for each in versions} == published
    for each in versions:
        assert store.at(id, each.seq) == published[each.number]
    # A document with every version takes as long as all the rest; some of them show what they all would.
    some = versions[::SOME]
    again = read(write(store.load(id).value, step="close", versions=some))
    assert [(each.number, len(each.value.rows)) for each in again.versions] == [
        (each.number, len(published[each.number].rows)) for each in some
    ]
    last = store.load(id).value
    for row in last.check_ins:
        assert minutes(last, row).version == row.version
    found = learning.learning(last)
    assert sum(bar.count for bar in found.reasons) == sum(row.cause is not Cause.UNSAID for row in last.adjustments)
    assert 0 <= found.done_on_first_date <= found.done


def test_undo_takes_a_check_in_back_step_by_step_and_redo_brings_its_version_again(tmp_path: Path) -> None:
    store = opened(tmp_path / "plan.sqlite")
    before, under_way, after = adopted(), held(close=False), held()
    id = store.create(before).id
    for old, new, publishes in ((before, under_way, False), (under_way, after, True)):
        store.save(id, diff(old, new), label="check-in", publishes=publishes)
    [version] = store.versions(id)
    assert store.undo(id).label == "check-in"
    assert store.load(id).value == under_way
    assert store.versions(id) == ()
    assert due.next_on(under_way) == DAY_49 == store.listing()[0].next_on
    assert store.undo(id).label == "check-in"
    assert store.load(id).value == before
    assert before.adjustments == ()
    store.redo(id)
    store.redo(id)
    assert store.load(id).value == after
    assert store.versions(id) == (version,)
    assert [row.kind for row in after.adjustments] == [
        *(Kind.DATE_MOVED, Kind.MILESTONE_ADDED, Kind.ASSUMPTION_UPDATED),
    ]
    store.close()
