"""The checks of Direction: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

import pytest

from tests.workshop.build import but, fact, measure, principle, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet

HOW = "How would we know we got there?"
RULES_OF_SIX = sound().put(*(principle(f"X{n}", f"Rule {n}", will_not="the other") for n in range(2, 7)))

FIRES = [
    Fires("DIR-00", BLOCK, "Write one sentence, even a rough one.", but(sound(), "W", obstacle=" "), at=".obstacle"),
    Fires("DIR-00", BLOCK, "Write one sentence, even a rough one.", but(sound(), "W", aspiration=""), at=".aspiration"),
    Fires(
        "DIR-00",
        BLOCK,
        "Write one sentence, even a rough one.",
        but(sound(), "W", aspiration="", obstacle=""),
        at=".obstacle",
    ),
    Fires(
        "DIR-01",
        WARN,
        "That reads like a goal. What is in the way?",
        but(sound(), "W", obstacle="We NEED to open more doors"),
        at=".obstacle",
    ),
    Fires(
        "DIR-02",
        WARN,
        "The obstacle rests on opinion. Which fact would convince a skeptic?",
        without(sound(), "F1"),
        at=".text",
    ),
    Fires(
        "DIR-02",
        WARN,
        "The obstacle rests on opinion. Which fact would convince a skeptic?",
        but(sound(), "F1", text=" "),
        at=".text",
    ),
    Fires(
        "DIR-03",
        WARN,
        'Take out "innovative". Does the sentence still say something?',
        but(sound(), "W", aspiration="By 2029 an innovative and vibrant food bank"),
        item="aspiration",
        at=".aspiration",
    ),
    Fires("DIR-04", WARN, HOW, without(sound(), "Q1"), at=".name"),
    Fires("DIR-04", WARN, HOW, but(sound(), "Q1", target=None), item="Q1", at="Q1.target"),
    Fires("DIR-04", WARN, HOW, but(sound(), "Q1", by=None), item="Q1", at="Q1.by"),
    Fires(
        "DIR-05",
        HINT,
        "We don't know today's number. Make finding it a milestone within 30 days.",
        but(sound(), "Q1", baseline=None),
        item="Q1",
        at="Q1.baseline",
    ),
    Fires("DIR-06", WARN, "More than five rules are not remembered.", RULES_OF_SIX, at=".rule"),
    Fires(
        "DIR-07",
        WARN,
        "A principle that forbids nothing decides nothing.",
        but(sound(), "X1", will_not=" "),
        item="X1",
        at="X1.will_not",
    ),
]

QUIET = [
    Quiet("DIR-00", but(sound(), "W", obstacle="Doors", aspiration="Food")),
    Quiet("DIR-01", but(sound(), "W", obstacle="Mustard is all that is left")),
    Quiet("DIR-02", without(but(sound(), "W", obstacle=""), "F1")),
    Quiet("DIR-02", sound().put(fact("F2"))),
    Quiet("DIR-03", but(sound(), "W", obstacle="No innovative idea", aspiration="A vibrant town")),
    Quiet("DIR-04", but(sound(), "Q1", target=0, baseline=None)),
    Quiet("DIR-05", but(sound(), "Q1", baseline=0)),
    Quiet("DIR-05", without(sound(), "Q1")),
    Quiet("DIR-06", without(RULES_OF_SIX, "X3")),
    Quiet("DIR-07", sound().put(principle("X2"))),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


def test_a_measure_nobody_has_begun_to_fill_is_asked_for_target_first() -> None:
    case = Fires("DIR-04", WARN, HOW, sound().put(measure("Q2", "Fresh share")), item="Q2", at="Q2.target")
    fires(case)
