"""The checks of Close and of the whole plan: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.nouns.planning import Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.build import TODAY, a_workshop, but, reservation, serves, sound, without
from tests.workshop.rules.expecting import BLOCK, WARN, Fires, Quiet, fires, keeps_quiet, of
from workshop.actions.accepting import accept
from workshop.rules.registry import Context

IN_15_DAYS = TODAY + timedelta(days=15)
TWO_DOUBTS = but(sound(), "W", fist=(3, 4, 2, 1, 1, 0))
UNDATED = but(sound(), "M2", due=None)


def in_spite_of(workshop: Workshop, *codes: str) -> Workshop:
    """The workshop with all findings of these codes accepted."""
    for code in codes:
        for finding in of(code, workshop):
            workshop = accept(workshop, finding, "We know, and we go on")
    return workshop


FIRES = [
    Fires(
        "CLS-01",
        BLOCK,
        '1 parked item is left. "Drop" is an answer.',
        but(sound(), "K1", disposition="open"),
        item="K1",
        at="K1.disposition",
    ),
    Fires("CLS-02", BLOCK, "Someone isn't with us. Hear them before closing.", TWO_DOUBTS, at=".text"),
    Fires(
        "CLS-02",
        BLOCK,
        "Someone isn't with us. Hear them before closing.",
        but(sound(), "V1", score=3),
        at=".text",
    ),
    Fires(
        "CLS-02", BLOCK, "Someone isn't with us. Hear them before closing.", but(sound(), "V1", text=" "), at=".text"
    ),
    Fires(
        "CLS-03",
        WARN,
        "Average 3.4. Leave it as a draft and set a date to finish it.",
        but(sound(), "W", fist=(1, 3, 5, 1, 0, 0)),
        at=".fist",
    ),
    Fires(
        "CLS-03",
        WARN,
        "Average just under 3.5. Leave it as a draft and set a date to finish it.",
        but(sound(), "W", fist=(0, 6, 7)),
        at=".fist",
    ),
    Fires("CLS-04", WARN, "Nothing happens in the next two weeks.", without(sound(), "D1"), at=".by"),
    Fires(
        "CLS-04",
        WARN,
        "Nothing happens in the next two weeks.",
        but(sound(), "D1", by=IN_15_DAYS + timedelta(days=1)),
        at=".by",
    ),
    # A jump from here leads to the step and no further.
    Fires(
        "CLS-05",
        WARN,
        'Decided in spite of: "First four weeks of opening run" has no date. A month is a start. Say it aloud.',
        in_spite_of(UNDATED, "MIL-01"),
    ),
    Fires(
        "CLS-05",
        WARN,
        "Decided in spite of: Look back at Where to play before going on; "
        '"First four weeks of opening run" has no date. A month is a start. Say it aloud.',
        in_spite_of(but(UNDATED, "W", look_back=""), "MIL-01", "HTW-09"),
    ),
    Fires(
        "CLS-05",
        WARN,
        "Decided in spite of: 2 milestones have no date. A month is a start. Say it aloud.",
        in_spite_of(but(UNDATED, "M1", due=None), "MIL-01"),
    ),
    Fires(
        "PLN-01",
        WARN,
        'The chain breaks at "Northern villages".',
        without(sound(), "P2-A2").put(serves("P2", "A1")),
        item="A2",
        at=".serves",
    ),
    Fires(
        "PLN-01",
        WARN,
        'The chain breaks at "Bring pick-up points to the north".',
        but(without(sound(), "P2-A2"), "A2", verdict=Verdict.EXPLORE),
        item="P2",
        at="P2.serves",
    ),
    Fires(
        "PLN-01",
        WARN,
        'The chain breaks at "Bring pick-up points to the north".',
        without(sound(), "M3"),
        item="P2",
        at="P2.title",
    ),
]

QUIET = [
    Quiet("CLS-01", but(sound(), "K1", disposition="later")),
    Quiet("CLS-02", TWO_DOUBTS.put(reservation("V2", "December is brutal"))),
    Quiet("CLS-02", but(without(sound(), "V1"), "W", fist=(3, 4, 3))),
    Quiet("CLS-02", but(without(sound(), "V1"), "W", fist=())),
    Quiet("CLS-03", but(sound(), "W", fist=(0, 1, 1))),
    Quiet("CLS-03", but(sound(), "W", fist=())),
    Quiet("CLS-04", but(sound(), "D1", by=IN_15_DAYS)),
    Quiet("CLS-04", but(sound(), "D1", by=TODAY)),
    Quiet("CLS-04", but(sound(), "W", adopted_on=TODAY), Context(TODAY + timedelta(days=60))),
    Quiet("CLS-05", UNDATED),
    Quiet("CLS-05", in_spite_of(but(sound(), "A2", reason=""), "WTP-10")),
    Quiet("CLS-05", but(in_spite_of(UNDATED, "MIL-01"), "M2", due=date(2027, 2, 26))),
    Quiet("PLN-01", but(sound(), "P2", serves_all=True)),
    Quiet("PLN-01", but(but(without(sound(), "M3"), "P2", status=Status.LATER), "A2", verdict=Verdict.EXPLORE)),
    Quiet("PLN-01", a_workshop()),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)
