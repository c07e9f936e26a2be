"""The checks of the changes of a plan: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from data.nouns.change import Adjustment, Cause, Kind
from data.nouns.check_in import Occasion, Sitting
from data.value import Workshop
from tests.workshop.build import TODAY, but, needs, sound
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet, of
from workshop.rules.registry import Context

NO_REASON = "No reason given. What did you learn?"
LATER = Context(TODAY + timedelta(80))


def change(number: int, kind: Kind = Kind.DATE_MOVED, item: str = "M1", **fields: Any) -> Adjustment:
    told = {"reason": "The door is replaced in January", "knock_on": "none", "on": TODAY, "decided_by_id": "N1"}
    return Adjustment(id=f"J{number}", kind=kind, item=item, **{**told, **fields})


def moved(number: int, days: int, **fields: Any) -> Adjustment:
    was = date(2026, 12, 4)
    return change(number, field="due", was=str(was), now=str(was + timedelta(days)), **fields)


def at(kind: Occasion, **fields: Any) -> Workshop:
    """A choice that was changed at a check-in."""
    return sound().put(
        Sitting(id="G1", kind=kind, held_on=TODAY, **fields),
        change(1, Kind.CHOICE_CHANGED, "A1", check_in_id="G1"),
    )


TWICE = but(sound(), "M1", first_due=date(2026, 12, 4), due=date(2026, 12, 24)).put(moved(1, 10), moved(2, 20))
THRICE = sound().put(*(change(n, Kind.SCOPE_CUT, cause=Cause.CAPACITY) for n in (1, 2, 3)))

FIRES = [
    Fires("ADJ-01", WARN, NO_REASON, sound().put(moved(1, 3, reason=" ")), item="J1", at="M1."),
    Fires("ADJ-01", WARN, NO_REASON, sound().put(change(1, Kind.CHOICE_CHANGED, "W", reason="")), item="J1", at="."),
    Fires("ADJ-01", WARN, NO_REASON, but(sound(), "M1", first_due=TODAY), item="M1", at="M1.due"),
    Fires(
        "ADJ-02",
        WARN,
        "Moved twice, 20 days in all. Cut it, split it, or change the owner?",
        TWICE,
        item="M1",
        at="M1.due",
    ),
    Fires(
        "ADJ-02",
        WARN,
        "Moved 3 times, 20 days in all. Cut it, split it, or change the owner?",
        TWICE.put(change(3, Kind.OWNER_CHANGED), moved(4, 21)),
        item="M1",
        at="M1.due",
    ),
    Fires(
        "ADJ-02",
        WARN,
        "Moved twice, 1 day in all. Cut it, split it, or change the owner?",
        but(TWICE, "M1", due=date(2026, 12, 5)),
        item="M1",
        at="M1.due",
    ),
    Fires(
        "ADJ-03",
        BLOCK,
        "More than 1 day: take it to the review.",
        but(sound(), "W", move_days=1).put(moved(1, 2, alone=True)),
        item="J1",
        at="M1.",
    ),
    Fires(
        "ADJ-03",
        BLOCK,
        "More than 14 days: take it to the review.",
        sound().put(moved(1, 15, alone=True)),
        item="J1",
        at="M1.",
    ),
    Fires(
        "ADJ-03",
        BLOCK,
        "Moved alone once already: take it to the review.",
        sound().put(moved(1, 3, alone=True), moved(2, 6, alone=True)),
        item="J2",
        at="M1.",
    ),
    Fires(
        "ADJ-04",
        WARN,
        '"First four weeks of opening run" depends on this.',
        sound().put(moved(1, 3, knock_on="")),
        item="J1",
        at="M1.",
    ),
    Fires(
        "ADJ-04",
        WARN,
        '"First four weeks of opening run" and "Four hosts sign the charter" depend on this.',
        sound().put(needs("M3", "M1"), change(1, Kind.MILESTONE_DROPPED, knock_on="")),
        item="J1",
        at="M1.",
    ),
    Fires("ADJ-05", HINT, "'Capacity' again. What's the cause behind it?", THRICE, item="capacity", at="."),
    Fires(
        "ADJ-06",
        WARN,
        "A choice was changed, but no trigger fired. Can it wait for the quarter?",
        at(Occasion.REVIEW),
        item="J1",
        at="A1.",
    ),
    Fires(
        "ADJ-06",
        WARN,
        "A choice was changed, but no trigger fired. Can it wait for the quarter?",
        at(Occasion.EXTRA),
        item="J1",
        at="A1.",
    ),
]

QUIET = [
    Quiet("ADJ-01", sound().put(moved(1, 3))),
    Quiet("ADJ-01", but(sound(), "M1", first_due=date(2026, 12, 4))),
    Quiet("ADJ-01", but(sound(), "M1", first_due=TODAY).put(moved(1, 3))),
    Quiet("ADJ-02", TWICE.put(change(3, Kind.SCOPE_CUT))),
    Quiet("ADJ-02", TWICE.put(change(3, Kind.OWNER_CHANGED))),
    Quiet("ADJ-02", TWICE.put(change(3, Kind.MILESTONE_SPLIT, "M3"), needs("M1", "M3"))),
    Quiet("ADJ-02", but(TWICE, "M1", evidence="on file")),
    Quiet("ADJ-02", sound().put(moved(1, 10), change(2, field="due", was="2026-12-14", now="2026-12-04"))),
    Quiet("ADJ-03", sound().put(moved(1, 14, alone=True))),
    Quiet("ADJ-03", sound().put(moved(1, 15))),
    Quiet("ADJ-03", but(sound(), "W", move_days=15).put(moved(1, 15, alone=True))),
    Quiet("ADJ-03", sound().put(moved(1, 3, alone=True), moved(2, 3, alone=True, item="M3"))),
    Quiet("ADJ-04", sound().put(moved(1, 3, knock_on="none"))),
    Quiet("ADJ-04", sound().put(moved(1, 3, knock_on="", reviewed=("M2",)))),
    Quiet("ADJ-04", sound().put(moved(1, -3, knock_on=""))),
    Quiet("ADJ-04", sound().put(moved(1, 3, knock_on="", item="M3"))),
    Quiet("ADJ-05", but(THRICE, "J3", cause=Cause.MONEY)),
    Quiet("ADJ-05", but(THRICE, "J3", on=date(2026, 1, 1))),
    Quiet("ADJ-05", but(THRICE, "J1", "J2", "J3", cause=Cause.UNSAID)),
    Quiet("ADJ-05", THRICE, Context(TODAY + timedelta(93))),
    Quiet("ADJ-06", at(Occasion.RESET)),
    Quiet("ADJ-06", at(Occasion.REFRESH)),
    Quiet("ADJ-06", at(Occasion.EXTRA, trigger_id="T1")),
    Quiet("ADJ-06", sound().put(change(1, Kind.SCOPE_CUT))),
    Quiet("ADJ-06", sound().put(change(1, Kind.CHOICE_CHANGED, cause=Cause.CORRECTION))),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


def test_a_quarter_later_it_is_still_the_same_quarter() -> None:
    assert of("ADJ-05", THRICE, LATER)
