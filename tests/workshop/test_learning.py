"""What the changes teach: reasons by kind, slips by owner and effort, what was done in time, what broke."""

from __future__ import annotations

from datetime import date, timedelta

from data.nouns.change import Cause
from data.nouns.check_in import Holding, Occasion, Standing
from data.nouns.planning import Effort
from tests.workshop.build import but, sound
from tests.workshop.first_check_in import begun, held
from workshop.actions import changing, checking_in, closing
from workshop.actions.changing import Why
from workshop.check_ins.learning import learning, slipped

PLAN = closing.adopt(sound(), date(2026, 10, 14))
DAY = date(2026, 12, 2)


def why(cause: Cause) -> Why:
    return Why(DAY, "It is what we have learned since", cause)


def test_nothing_is_learned_before_anything_changed() -> None:
    found = learning(PLAN)
    assert (found.reasons, found.slip_by_owner, found.slip_by_effort, found.done, found.share, found.broken) == (
        *((), (), ()),
        *(0, None, ()),
    )


def test_reasons_are_counted_by_kind_the_most_frequent_first() -> None:
    workshop = PLAN
    for days, cause in ((1, Cause.MONEY), (2, Cause.CAPACITY), (3, Cause.CAPACITY), (4, Cause.UNSAID)):
        workshop = changing.move_date(workshop, "M1", date(2026, 12, 4) + timedelta(days), why(cause))
    assert [(bar.label, bar.count) for bar in learning(workshop).reasons] == [("capacity", 2), ("money", 1)]


def test_slips_are_medians_by_owner_and_by_effort() -> None:
    workshop = but(PLAN, "P1", effort=Effort.L)
    for id, days in (("M1", 10), ("M2", 31), ("M3", 4)):
        due = next(row.due for row in workshop.milestones if row.id == id and row.due)
        workshop = changing.move_date(workshop, id, due + timedelta(days), why(Cause.MONEY))
    found = learning(workshop)
    assert [(bar.label, bar.value, bar.count) for bar in found.slip_by_owner] == [
        ("Operations Manager", 20.5, 2),
        ("Supply Lead", 4, 1),
    ]
    assert [(bar.label, bar.value) for bar in found.slip_by_effort] == [("L", 20.5), ("M", 4)]


def test_what_was_neither_moved_nor_done_nor_adopted_tells_nothing() -> None:
    assert [slipped(PLAN, row) for row in PLAN.milestones] == [None] * 3
    assert [slipped(sound(), row) for row in sound().milestones] == [None] * 3


def test_what_was_done_by_its_first_date_counts() -> None:
    workshop = checking_in.begin(PLAN, Occasion.REVIEW, DAY)
    id = begun(workshop)
    for item, on in (("M1", date(2026, 12, 4)), ("M3", date(2027, 1, 9))):
        workshop = checking_in.report(workshop, id, item, standing=Standing.DONE, happened="Signed", on=on)
    found = learning(workshop)
    assert (found.done, found.done_on_first_date, found.share) == (2, 1, 0.5)


def test_what_was_said_last_of_a_condition_counts() -> None:
    workshop = checking_in.begin(held(), Occasion.RESET, date(2027, 1, 6))
    id = begun(workshop)
    workshop = checking_in.revisit(workshop, id, "C2", Holding.BROKEN, note="Twelve came")
    workshop = checking_in.revisit(workshop, id, "C1", Holding.HOLDS)
    [broken] = learning(workshop).broken
    assert (broken.id, broken.text, broken.on, broken.note) == (
        *("C2", "Forty volunteers will do one evening a month"),
        *(date(2027, 1, 6), "Twelve came"),
    )
    assert broken.place == "Working households in Eastmere and Dunholt"
    assert learning(checking_in.revisit(workshop, id, "C2", Holding.HOLDS)).broken == ()
