"""A self-assessment on its way: one sheet for each who answers, as the room keeps them until they are counted.

A sheet has no name, and none of this goes into the log: see `data.nouns.room.Room.sheets`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from data.nouns.assessment import Role
from workshop.assessment.questionnaire import Questionnaire
from workshop.assessment.scoring import ANSWERS, DOES_NOT_APPLY
from workshop.text import clean

#: From which level on the sheet asks for evidence, to temper optimism.
EVIDENCE_FROM = 4


@dataclass(frozen=True)
class Sheet:
    """What one person answered: by question 1 to 5, 0 (not sure) or -1 (does not apply), and what they noted to it."""

    role: Role = Role.UNSAID
    answers: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def given(self, item: str) -> int | None:
        """Return the answer to a question; None where there is none yet."""
        return self.answers.get(item)

    @property
    def is_blank(self) -> bool:
        return not self.answers


@dataclass(frozen=True)
class Round:
    """One time that a questionnaire is answered, by one person alone or by a group.

    `assessment` is the id of what was counted, "" before that. All changes return another round.
    """

    questionnaire: str
    version: str
    begun: date
    alone: bool
    sheets: tuple[Sheet, ...]
    assessment: str = ""

    @property
    def answered(self) -> tuple[Sheet, ...]:
        """The sheets with at least one answer."""
        return tuple(sheet for sheet in self.sheets if not sheet.is_blank)

    def is_of(self, asked: Questionnaire) -> bool:
        return (self.questionnaire, self.version) == asked.identity

    def answer(self, at: int, item: str, answer: int | None) -> Round:
        """Put down an answer on the sheet `at`, counted from 0; None takes it away. Raises ValueError for no answer."""
        if answer is not None and answer not in ANSWERS:
            raise ValueError("An answer is 1 to 5, 0 (not sure) or -1 (does not apply).")
        sheet = self.sheets[at]
        answers = {id: given for id, given in sheet.answers.items() if id != item}
        if answer is not None:
            answers[item] = answer
        notes = sheet.notes
        if not asks_for_note(answer):
            notes = {id: note for id, note in notes.items() if id != item}
        return self._with(at, replace(sheet, answers=answers, notes=notes))

    def note(self, at: int, item: str, text: str) -> Round:
        """Put down the evidence for an answer, or why the question does not apply; "" takes it away."""
        sheet, text = self.sheets[at], clean(text)
        notes = {id: note for id, note in sheet.notes.items() if id != item} | ({item: text} if text else {})
        return self._with(at, replace(sheet, notes=notes))

    def play(self, at: int, role: Role) -> Round:
        """Say what the person of a sheet is in the organization."""
        return self._with(at, replace(self.sheets[at], role=role))

    def add(self) -> Round:
        """Lay one more sheet on the pile."""
        return replace(self, sheets=(*self.sheets, Sheet()))

    def remove(self, at: int) -> Round:
        """Take a sheet away."""
        return replace(self, sheets=(*self.sheets[:at], *self.sheets[at + 1 :]))

    def counted_as(self, assessment: str) -> Round:
        """Remember what these sheets were counted as, so that they can be put right and counted again."""
        return replace(self, assessment=assessment)

    def _with(self, at: int, sheet: Sheet) -> Round:
        return replace(self, sheets=(*self.sheets[:at], sheet, *self.sheets[at + 1 :]))


def begin(asked: Questionnaire, today: date, *, alone: bool) -> Round:
    """Return a round with one empty sheet."""
    return Round(asked.key, asked.version, today, alone, (Sheet(),))


def asks_for_note(answer: int | None) -> bool:
    """Whether an answer asks for a line of text: evidence for a high level, the reason why it does not apply."""
    return answer is not None and (answer >= EVIDENCE_FROM or answer == DOES_NOT_APPLY)


def plain(round: Round | None) -> dict[str, Any]:
    """Return a round as the room keeps it; {} for none."""
    if round is None:
        return {}
    return {
        "questionnaire": round.questionnaire,
        "version": round.version,
        "begun": round.begun.isoformat(),
        "alone": round.alone,
        "assessment": round.assessment,
        "sheets": [
            {"role": sheet.role.value, "answers": dict(sheet.answers), "notes": dict(sheet.notes)}
            for sheet in round.sheets
        ],
    }


def read(kept: Mapping[str, Any]) -> Round | None:
    """Return the round that a room keeps; None where it keeps none, or none that makes sense."""
    try:
        return Round(
            kept["questionnaire"],
            kept["version"],
            date.fromisoformat(kept["begun"]),
            kept["alone"],
            tuple(Sheet(Role(each["role"]), each["answers"], each["notes"]) for each in kept["sheets"]),
            kept["assessment"],
        )
    except (KeyError, TypeError, ValueError):
        return None
