"""The way into the self-assessment: on which of its screens it goes on."""

from __future__ import annotations

from data.nouns.assessment import Assessment
from screens.assessing import TURNS, WAY, Assessing
from screens.assessment_grid import Grid
from screens.assessment_questions import Alone
from screens.assessment_results import Results
from screens.assessment_start import Start
from screens.assessment_turns import Turns
from workshop.assessment import questionnaire, sheets
from workshop.assessment.sheets import Round
from workshop.desk import Desk


def screen_of(desk: Desk, which: str = "") -> Assessing:
    """Return a screen of the self-assessment of an open workshop: "start", "sheets", "results", or where it goes on."""
    round = sheets.read(desk.room.sheets)
    round = round if round is not None and round.is_of(questionnaire.load()) else None
    match which:
        case "start":
            return Start()
        case "results":
            return Results()
        case "sheets" if round is not None:
            return _sheets(desk, round)
    if round is None:
        return Results() if desk.value.assessments and not desk.room.sheets else Start()
    return Results() if desk.value.get(Assessment, round.assessment) is not None else _sheets(desk, round)


def _sheets(desk: Desk, round: Round) -> Assessing:
    if round.alone:
        return Alone()
    return Turns() if desk.room.selection.get(WAY) == TURNS else Grid()
