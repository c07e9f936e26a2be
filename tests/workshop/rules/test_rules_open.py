"""The checks of Open: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from data.nouns.room import Agenda
from tests.workshop.build import TODAY, but, carried, party, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, MORNING, WARN, Fires, Quiet, fires, keeps_quiet
from workshop.rules.open import months_between
from workshop.rules.registry import Context

HALF = but(sound(), "W", agenda=Agenda.HALF_DAY)
CROWD = sound().put(*(party(f"N{n}", f"Guest {n}", participant=True) for n in range(10, 19)))

FIRES = [
    Fires(
        "OPEN-01",
        BLOCK,
        "Nobody is named to settle disagreement. Name one person before we start.",
        but(sound(), "W", decider_id=None),
        at=".decider_id",
    ),
    Fires(
        "OPEN-01",
        BLOCK,
        "Nobody is named to settle disagreement. Name one person before we start.",
        but(sound(), "N1", name=" "),
        at=".decider_id",
    ),
    Fires(
        "OPEN-02",
        WARN,
        "A horizon of 11 months is unusual for strategy. Is this a strategy or a project plan?",
        but(sound(), "W", horizon_end=date(2027, 12, 30)),
        at=".horizon_end",
    ),
    Fires(
        "OPEN-02",
        WARN,
        "A horizon of 61 months is unusual for strategy. Is this a strategy or a project plan?",
        but(sound(), "W", horizon_end=date(2032, 1, 31)),
        at=".horizon_end",
    ),
    Fires(
        "OPEN-02",
        WARN,
        "A horizon of 1 month is unusual for strategy. Is this a strategy or a project plan?",
        but(sound(), "W", horizon_end=date(2027, 1, 31)),
        at=".horizon_end",
    ),
    Fires(
        "OPEN-02",
        WARN,
        "A horizon of 0 months is unusual for strategy. Is this a strategy or a project plan?",
        but(sound(), "W", horizon_end=date(2027, 1, 1)),
        at=".horizon_end",
    ),
    Fires(
        "OPEN-02",
        WARN,
        "The horizon ends before it starts.",
        but(sound(), "W", horizon_end=date(2026, 12, 31)),
        at=".horizon_end",
    ),
    Fires(
        "OPEN-03",
        WARN,
        "The facilitator also decides. Hand one of the two roles to someone else.",
        but(sound(), "W", decider_id="N4"),
        item="N4",
        at=".decider_id",
    ),
    Fires("OPEN-04", HINT, "13 people: capture from groups of four, not from the whole room.", CROWD, at=".voters"),
    Fires(
        "OPEN-04",
        HINT,
        "40 people: capture from groups of four, not from the whole room.",
        but(sound(), "W", voters=40),
        at=".voters",
    ),
    Fires(
        "OPEN-05",
        WARN,
        "The agenda needs 240 min; you have 210. "
        "Suggested cuts: Direction: read the prepared sentence (15 min); "
        "Priorities: at most eight candidates (10 min).",
        but(HALF, "W", ends_at=time(12, 30)),
        at=".ends_at",
    ),
    Fires(
        "OPEN-05",
        WARN,
        "The agenda needs 240 min; you have 230. Suggested cuts: Direction: read the prepared sentence (15 min).",
        but(HALF, "W", ends_at=time(12, 50), held_on=None),
        at=".ends_at",
    ),
    Fires(
        "OPEN-05",
        WARN,
        "The agenda needs 25 min; you have 0.",
        but(HALF, "W", ends_at=time(8, 0)),
        at=".ends_at",
        context=replace(MORNING, step="rhythm", spent={"rhythm": 300.0}),
    ),
    Fires(
        "OPEN-06",
        WARN,
        "1 item from Wed 7 Jan 2026 is neither done nor dropped.",
        but(sound(), "I1", answer=""),
        item="I1",
        at="I1.answer",
    ),
    Fires(
        "OPEN-06",
        WARN,
        "1 item from earlier is neither done nor dropped.",
        sound().put(carried("I2")),
        item="I2",
        at="I2.answer",
    ),
    Fires("OPEN-07", BLOCK, "Say what we will have decided.", but(sound(), "W", scope=" ", title=""), at=".scope"),
    Fires("OPEN-07", BLOCK, "Give the workshop a title.", but(sound(), "W", title=" "), at=".title"),
]

QUIET = [
    Quiet("OPEN-01", but(sound(), "W", decider_id="N2")),
    Quiet("OPEN-02", but(sound(), "W", horizon_end=date(2027, 12, 31))),
    Quiet("OPEN-02", but(sound(), "W", horizon_end=date(2031, 12, 31))),
    Quiet("OPEN-02", but(sound(), "W", horizon_start=None, horizon_end=date(2027, 1, 31))),
    Quiet("OPEN-03", but(sound(), "W", decider_id="N3")),
    Quiet("OPEN-04", without(CROWD, "N18")),
    Quiet("OPEN-04", but(CROWD, "N18", present=False)),
    Quiet("OPEN-05", but(HALF, "W", ends_at=time(13, 0))),
    Quiet("OPEN-05", but(HALF, "W", ends_at=time(10, 0)), Context(TODAY)),
    Quiet("OPEN-05", but(HALF, "W", ends_at=time(10, 0), held_on=date(2026, 10, 15))),
    Quiet("OPEN-05", but(HALF, "W", ends_at=time(10, 0), version=1)),
    Quiet("OPEN-05", but(HALF, "W", ends_at=time(9, 25)), replace(MORNING, step="rhythm", spent={"rhythm": 300.0})),
    Quiet("OPEN-06", but(sound(), "I1", answer="needed")),
    Quiet("OPEN-07", but(sound(), "W", scope="Five priorities")),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2027, 1, 1), date(2029, 12, 31), 36),
        (date(2027, 1, 15), date(2028, 1, 14), 12),
        (date(2027, 1, 15), date(2028, 1, 13), 11),
        (date(2027, 3, 1), date(2027, 3, 30), 0),
        (date(2027, 1, 1), date.max, 95675),
    ],
)
def test_a_horizon_counts_full_months_with_both_its_days(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months
