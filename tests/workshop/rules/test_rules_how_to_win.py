"""The checks of How to win: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from datetime import date

import pytest

from data.nouns.room import LookBack
from data.nouns.strategy import Proof, Verdict
from tests.workshop.build import but, condition, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet

FIRES = [
    Fires(
        "HTW-01",
        BLOCK,
        'No reason to win in "Northern villages". Find one or move it to not now.',
        but(sound(), "A2", advantage=" "),
        item="A2",
        at="A2.advantage",
    ),
    Fires(
        "HTW-02",
        WARN,
        "Nobody would choose the opposite, so this is good housekeeping, not a choice.",
        but(sound(), "A1", opposite_sane=False),
        item="A1",
        at="A1.opposite_sane",
    ),
    Fires("HTW-03", WARN, "Better than what?", but(sound(), "A2", alternative=""), item="A2", at="A2.alternative"),
    Fires(
        "HTW-04",
        HINT,
        "What have we seen that makes us believe this?",
        but(sound(), "A2", proof_kind=Proof.OPINION),
        item="A2",
        at="A2.proof",
    ),
    Fires(
        "HTW-04",
        HINT,
        "What have we seen that makes us believe this?",
        but(sound(), "A2", proof_kind=Proof.NONE),
        item="A2",
        at="A2.proof",
    ),
    Fires(
        "HTW-05",
        HINT,
        "The same answer twice: is it true of both?",
        but(sound(), "A2", advantage="A slot, after work!"),
        item="A1-A2",
        at="A2.advantage",
    ),
    Fires(
        "HTW-06",
        WARN,
        "What would have to be true? Name at least one condition.",
        without(sound(), "C3"),
        item="A2",
        at="A2.text",
    ),
    Fires(
        "HTW-06",
        WARN,
        "What would have to be true? Name at least one condition.",
        but(sound(), "C3", text=" "),
        item="A2",
        at="A2.text",
    ),
    Fires(
        "HTW-07",
        WARN,
        'The condition you trust least is untested: "Volunteers come". Who tests it, by when?',
        but(sound(), "C2", test=""),
        item="C2",
        at="C2.test",
    ),
    Fires(
        "HTW-07",
        WARN,
        'The condition you trust least is untested: "Volunteers come". Who tests it, by when?',
        but(sound(), "C2", by=None),
        item="C2",
        at="C2.by",
    ),
    Fires(
        "HTW-07",
        WARN,
        'The condition you trust least is untested: "Rooms stay free". Who tests it, by when?',
        sound().put(condition("C4", "A1", "Rooms stay free", confidence=3)),
        item="C4",
        at="C4.test",
    ),
    Fires(
        "HTW-09",
        BLOCK,
        "Look back at Where to play before going on.",
        but(sound(), "W", look_back=LookBack.OPEN),
        at=".look_back",
    ),
]

QUIET = [
    Quiet("HTW-01", but(sound(), "A2", advantage="", verdict=Verdict.EXPLORE)),
    Quiet("HTW-02", but(sound(), "A1", opposite_sane=None)),
    Quiet("HTW-03", but(sound(), "A3", alternative="")),
    Quiet("HTW-04", but(sound(), "A2", proof_kind=Proof.EXAMPLE)),
    Quiet("HTW-04", but(sound(), "A1", proof_kind=Proof.UNSAID)),
    Quiet("HTW-05", but(sound(), "A1", "A2", advantage="")),
    Quiet("HTW-05", but(sound(), "A3", advantage="a slot after work")),
    Quiet("HTW-06", but(sound(), "C3", confidence=None)),
    Quiet("HTW-07", but(sound(), "C1", confidence=3, test="Count", by=date(2027, 2, 26))),
    Quiet("HTW-07", but(sound(), "C2", confidence=4, test="")),
    Quiet("HTW-07", but(sound(), "C2", confidence=None, test="")),
    # One that is trusted less is tested: the others may wait.
    Quiet("HTW-07", but(sound().put(condition("C4", "A1", "Rooms stay free", confidence=3)), "C2", confidence=2)),
    Quiet("HTW-09", but(sound(), "W", look_back=LookBack.CHANGED)),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)
