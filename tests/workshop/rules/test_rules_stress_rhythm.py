"""The checks of Stress test and Rhythm: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from datetime import date

import pytest

from data.nouns.planning import Source
from data.nouns.rhythm import CheckIn, Preset
from data.nouns.room import Agenda
from tests.workshop.build import TODAY, but, cadence, milestone, risk, sound, trigger, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet, of
from workshop.actions import rhythm
from workshop.rules.registry import Context

GONE_ON = Context(date(2027, 3, 10))
NO_CHECK_INS = without(sound(), "H1", "H2")
STANDARD = rhythm.choose(NO_CHECK_INS, Preset.STANDARD)
WITHOUT_DATE = "Without a date this is the last time we look at the plan."
TOO_RARE = "More than a month between looks."

FIRES = [
    Fires("RSK-01", HINT, "Only 4 reasons. Ask for one more each.", without(sound(), "R3"), at=".reason"),
    Fires("RSK-01", HINT, "Only 4 reasons. Ask for one more each.", but(sound(), "R5", reason=" "), at=".reason"),
    Fires(
        "RSK-01",
        HINT,
        "Only 1 reason. Ask for one more each.",
        without(sound(), "R2", "R3", "R4", "R5"),
        at=".reason",
    ),
    Fires(
        "RSK-01",
        HINT,
        "No reasons yet. Ask for one each.",
        without(sound(), "R1", "R2", "R3", "R4", "R5"),
        at=".reason",
    ),
    Fires(
        "RSK-02",
        HINT,
        "Every cause is outside. What would be our own doing?",
        but(sound(), "R1", source=Source.LUCK),
        at=".source",
    ),
    Fires(
        "RSK-03",
        WARN,
        '"The grant is cut" has no early sign. What would we see first?',
        but(sound(), "R2", starred=True),
        item="R2",
        at="R2.sign",
    ),
    Fires(
        "RSK-03",
        WARN,
        '"Volunteers burn out" has no answer. What do we change now?',
        but(sound(), "R1", answer=""),
        item="R1",
        at="R1.answer",
    ),
    Fires("RSK-04", WARN, "Who does it, by when?", but(sound(), "R1", who_id=None), item="R1", at="R1.who_id"),
    Fires("RSK-04", WARN, "Who does it, by when?", but(sound(), "R1", by=None), item="R1", at="R1.by"),
    Fires("RSK-04", WARN, "Who does it, by when?", but(sound(), "R3", answer="Close it"), item="R3", at="R3.who_id"),
    Fires("RHY-01", BLOCK, WITHOUT_DATE, but(sound(), "W", next_on=None), at=".next_on"),
    Fires("RHY-02", BLOCK, "Who keeps the plan up to date?", but(sound(), "W", keeper_id=None), at=".keeper_id"),
    Fires(
        "RHY-03",
        WARN,
        '"Two host rooms signed" falls due before you first meet.',
        but(sound(), "W", next_on=date(2026, 12, 7)),
        at=".next_on",
    ),
    Fires("RHY-04", WARN, TOO_RARE, but(sound(), "W", next_on=date(2026, 11, 19)), at=".rhythm"),
    Fires("RHY-04", WARN, TOO_RARE, without(sound(), "H1"), at=".rhythm"),
    Fires("RHY-04", WARN, TOO_RARE, NO_CHECK_INS, at=".rhythm"),
    Fires("RHY-04", WARN, TOO_RARE, but(sound(), "W", holidays=("2027-07-01/2027-08-31",)), at=".rhythm"),
    Fires(
        "RHY-05",
        HINT,
        "Nothing would make you reopen the choices. Name one signal.",
        without(sound(), "T1"),
        at=".signal",
    ),
    Fires("RHY-06", HINT, "This rhythm costs each owner about 5 hours a quarter.", STANDARD, at=".minutes"),
    Fires(
        "RHY-06",
        HINT,
        "This rhythm costs each owner about an hour a quarter.",
        but(sound(), "H1", minutes=30),
        at=".minutes",
    ),
]

QUIET = [
    Quiet("RSK-01", sound().put(risk("R6"))),
    Quiet("RSK-02", but(sound(), "R1", "R2", source=Source.UNSAID)),
    Quiet("RSK-03", but(sound(), "R1", starred=False, sign="", answer="")),
    Quiet("RSK-04", but(sound(), "R1", answer=" ", who_id=None, by=None)),
    Quiet("RHY-01", sound(), GONE_ON),
    Quiet("RHY-01", but(NO_CHECK_INS, "W", next_on=TODAY)),
    Quiet("RHY-02", but(sound(), "W", keeper_id="N2")),
    Quiet("RHY-03", but(sound(), "W", next_on=date(2026, 12, 4))),
    Quiet("RHY-03", but(but(sound(), "M1", evidence="on file"), "W", next_on=date(2026, 12, 7))),
    Quiet("RHY-03", sound().put(milestone("M9", "P3", "Not selected", due=TODAY))),
    Quiet("RHY-04", but(sound(), "W", next_on=date(2026, 11, 18))),
    Quiet("RHY-04", but(sound(), "W", holidays=("2026-12-24/2027-01-02",))),
    Quiet("RHY-05", sound().put(trigger("T2"))),
    Quiet("RHY-06", sound().put(cadence("H3", CheckIn.PULSE, minutes=1))),
    Quiet("RHY-06", but(STANDARD, "W", next_on=None)),
    Quiet("RHY-06", but(STANDARD, "W", agenda=Agenda.SOLO)),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


def test_a_plan_that_was_looked_at_once_and_never_again_has_no_date() -> None:
    assert of("RHY-01", NO_CHECK_INS, GONE_ON)
