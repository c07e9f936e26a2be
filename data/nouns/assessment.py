"""Self-assessment: when a group looked at its own practice, and what came of each question.

Kept are counts, never who gave which answer. Sheets that are still being filled in belong to the room.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from data.nouns.base import Noun, refers, several, words


class Role(StrEnum):
    """What somebody who answers is in the organization."""

    UNSAID = ""
    LEADER = "leader"
    STAFF = "staff"
    BOARD = "board"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class Assessment(Noun):
    """One time that a questionnaire was answered: which one, of which version, when, and by how many.

    `roles` has one for each of them, in the order of `Role`; `names` is empty unless the group wanted names, and then
    in an order that leads to no answer.
    """

    table: ClassVar[str] = "assessment"
    letter: ClassVar[str] = "S"

    questionnaire: str = words()
    version: str = words()
    taken_on: date | None = None
    respondents: int = 0
    roles: tuple[str, ...] = several()
    names: tuple[str, ...] = several()


class Rating(Noun):
    """What came of one question. Id: the assessment's, a hyphen, the question's.

    `counts` says how many gave level 1, 2, 3, 4 and 5, were not sure, and found that it does not apply; empty with two
    or three respondents, of whom it would tell too much. `leaders` counts the same for those who lead, where they
    and the others are four or more each. `agreed` is the level (1 to 5) that the group agreed on. `note` is the
    evidence, or why the question does not apply.
    """

    table: ClassVar[str] = "rating"

    assessment_id: str = refers("assessment", optional=False)
    question: str = words()
    counts: tuple[int, ...] = several()
    leaders: tuple[int, ...] = several()
    agreed: int | None = None
    note: str = words()
