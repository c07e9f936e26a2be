"""Self-assessment: sheets are counted, and the group agrees on levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.nouns.assessment import Assessment, Rating, Role
from data.value import Key, Workshop
from workshop.actions.lines import kept
from workshop.assessment.scoring import ENOUGH, LEVELS, tally
from workshop.assessment.sheets import Round, Sheet

_ROLES = tuple(Role)


def count(workshop: Workshop, round: Round) -> Workshop:
    """Return the workshop with what came of a round; counted again, it takes the place of what came of it before.

    Of two or three people nothing is counted, for it would show who answered what; where all gave the same level,
    that is the level they agree on. Leaders are counted apart only where they and the others are four or more each.
    """
    sheets = round.answered
    fields = {
        "questionnaire": round.questionnaire,
        "version": round.version,
        "taken_on": round.begun,
        "respondents": len(sheets),
        "roles": tuple(sorted((sheet.role.value for sheet in sheets), key=lambda role: _ROLES.index(Role(role)))),
    }
    if workshop.get(Assessment, round.assessment) is not None:
        workshop = workshop.change(Assessment, round.assessment, **fields)
        row = workshop.row(Assessment, round.assessment)
    else:
        workshop, row = workshop.add(Assessment, **fields)
    before = {rating.question: rating for rating in workshop.ratings(row.id)}
    asked = dict.fromkeys(item for sheet in sheets for item in sheet.answers)
    for item in before.keys() - asked.keys():
        workshop = workshop.remove(Key(Rating.table, before[item].id))
    return workshop.put(*(_rating(row.id, item, sheets, before.get(item)) for item in asked))


def counted(workshop: Workshop, round: Round) -> str:
    """Return the id that `count` gives what comes of a round."""
    if workshop.get(Assessment, round.assessment) is not None:
        return round.assessment
    return f"{Assessment.letter}{workshop.series.get(Assessment.letter, 0) + 1}"


def agree(workshop: Workshop, assessment_id: str, item: str, level: int | None) -> Workshop:
    """Set the level (1 to 5) that the group agrees on, or with None that it has not; raises ValueError, KeyError."""
    if level is not None and level not in LEVELS:
        raise ValueError("A level is 1 to 5.")
    workshop, id = _row(workshop, assessment_id, item)
    return workshop.change(Rating, id, agreed=level)


def note(workshop: Workshop, assessment_id: str, item: str, text: str) -> Workshop:
    """Set the evidence for a question, or why it does not apply; raises KeyError."""
    workshop, id = _row(workshop, assessment_id, item)
    return workshop.change(Rating, id, note=kept(text))


def name_respondents(workshop: Workshop, assessment_id: str, names: Iterable[str]) -> Workshop:
    """Write down who answered, where the group wants that: by the alphabet, so that it leads to no answer."""
    said = sorted(filter(None, map(kept, names)), key=str.casefold)
    return workshop.change(Assessment, assessment_id, names=tuple(said))


def remove(workshop: Workshop, assessment_id: str) -> Workshop:
    """Take an assessment away with all that came of it; raises KeyError."""
    workshop.row(Assessment, assessment_id)
    return workshop.remove(Key(Assessment.table, assessment_id))


def _row(workshop: Workshop, assessment_id: str, item: str) -> tuple[Workshop, str]:
    """The rating of a question, made where nobody had answered it."""
    workshop.row(Assessment, assessment_id)
    id = f"{assessment_id}-{item}"
    if workshop.get(Rating, id) is None:
        workshop = workshop.put(Rating(id=id, assessment_id=assessment_id, question=item))
    return workshop, id


def _rating(assessment_id: str, item: str, sheets: Sequence[Sheet], before: Rating | None) -> Rating:
    answers = _answers(sheets, item)
    leading = [sheet for sheet in sheets if sheet.role is Role.LEADER]
    apart = min(len(leading), len(sheets) - len(leading)) >= ENOUGH
    few = 1 < len(sheets) < ENOUGH
    agreed = before.agreed if before is not None else None
    if few and agreed is None and len(answers) == len(sheets) and len(set(answers)) == 1 and answers[0] in LEVELS:
        agreed = answers[0]
    notes = [sheet.notes[item] for sheet in sheets if item in sheet.notes]
    return Rating(
        id=f"{assessment_id}-{item}",
        assessment_id=assessment_id,
        question=item,
        counts=() if few else tally(answers).counts,
        leaders=tally(_answers(leading, item)).counts if apart else (),
        agreed=agreed,
        note=kept(notes[0]) if len(sheets) == 1 and notes else before.note if before is not None else "",
    )


def _answers(sheets: Iterable[Sheet], item: str) -> list[int]:
    return [answer for sheet in sheets if (answer := sheet.given(item)) is not None]
