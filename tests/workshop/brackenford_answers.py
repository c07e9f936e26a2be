"""The answers that eleven people of the sample gave before their session, as they stood on paper, and their results."""

from __future__ import annotations

from datetime import date

from data.nouns.assessment import Role
from workshop.assessment import questionnaire
from workshop.assessment.sheets import Round, Sheet, begin

DAY = date(2026, 10, 12)

#: One column a respondent; 0 is not sure.
ANSWERS = {
    "DIR-1": (3, 2, 3, 2, 2, 3, 3, 4, 3, 2, 0),
    "DIR-2": (2, 3, 2, 2, 3, 2, 2, 4, 2, 0, 0),
    "DIR-3": (2, 2, 2, 1, 2, 2, 3, 3, 2, 2, 2),
    "DIR-4": (3, 3, 3, 3, 2, 3, 2, 4, 3, 0, 2),
    "OWN-1": (4, 2, 2, 2, 1, 3, 2, 4, 2, 0, 0),
    "OWN-2": (4, 2, 2, 1, 2, 2, 0, 4, 0, 0, 0),
    "OWN-3": (3, 2, 3, 2, 2, 3, 2, 4, 3, 0, 0),
    "MIL-1": (2, 2, 2, 2, 2, 3, 2, 2, 2, 0, 0),
    "MIL-2": (2, 2, 1, 2, 2, 3, 2, 3, 2, 0, 0),
    "MIL-3": (3, 3, 2, 3, 2, 3, 2, 4, 3, 1, 1),
    "ACC-1": (1, 2, 1, 1, 2, 2, 1, 2, 1, 0, 0),
    "ACC-2": (4, 2, 2, 2, 2, 3, 2, 4, 3, 0, 0),
    "ACC-3": (3, 3, 2, 2, 3, 3, 2, 3, 3, 2, 0),
    "ACC-4": (3, 2, 2, 2, 2, 2, 0, 3, 2, 0, 0),
    "ADA-1": (1, 2, 1, 2, 2, 1, 2, 2, 1, 0, 0),
    "ADA-2": (3, 3, 2, 2, 3, 3, 2, 3, 3, 0, 0),
    "ADA-3": (2, 1, 2, 1, 2, 1, 1, 2, 2, 1, 1),
    "DAY-1": (3, 2, 3, 2, 3, 2, 2, 3, 3, 1, 1),
    "DAY-2": (3, 2, 3, 2, 3, 2, 2, 3, 3, 1, 0),
    "DAY-3": (3, 2, 2, 1, 2, 3, 1, 3, 3, 0, 0),
}

#: Median, range, not sure and flags of each question.
RESULTS = {
    "DIR-1": ("3", "2-4", 1, ""),
    "DIR-2": ("2", "2-4", 2, "SPREAD"),
    "DIR-3": ("2", "1-3", 0, ""),
    "DIR-4": ("3", "2-4", 1, ""),
    "OWN-1": ("2", "1-4", 2, "SPREAD"),
    "OWN-2": ("2", "1-4", 4, "SPREAD NOT SURE"),
    "OWN-3": ("3", "2-4", 2, ""),
    "MIL-1": ("2", "2-3", 2, ""),
    "MIL-2": ("2", "1-3", 2, ""),
    "MIL-3": ("3", "1-4", 0, "SPREAD"),
    "ACC-1": ("1", "1-2", 2, ""),
    "ACC-2": ("2", "2-4", 2, "SPREAD"),
    "ACC-3": ("3", "2-3", 1, ""),
    "ACC-4": ("2", "2-3", 3, ""),
    "ADA-1": ("2", "1-2", 2, ""),
    "ADA-2": ("3", "2-3", 2, ""),
    "ADA-3": ("1", "1-2", 0, ""),
    "DAY-1": ("2", "1-3", 0, ""),
    "DAY-2": ("2.5", "1-3", 1, ""),
    "DAY-3": ("2", "1-3", 2, ""),
}

#: Score and band of each dimension.
DIMENSIONS = {
    "DIR": ("2.5", "ad hoc"),
    "OWN": ("2.3", "ad hoc"),
    "MIL": ("2.3", "ad hoc"),
    "ACC": ("2.0", "ad hoc"),
    "ADA": ("2.0", "ad hoc"),
    "DAY": ("2.2", "ad hoc"),
}


def sheets(*roles: Role) -> tuple[Sheet, ...]:
    """The eleven sheets; those who lead come first where roles are given."""
    said = (*roles, *[Role.UNSAID] * (11 - len(roles)))
    return tuple(Sheet(said[at], {item: row[at] for item, row in ANSWERS.items()}) for at in range(11))


def eleven(*roles: Role, day: date = DAY) -> Round:
    """The round in which they answered."""
    started = begin(questionnaire.load(), day, alone=False)
    return Round(started.questionnaire, started.version, day, False, sheets(*roles))
