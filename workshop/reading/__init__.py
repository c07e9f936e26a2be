"""What the room has just said, in whole sentences to be read back to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.nouns.base import Noun
from data.nouns.room import Consent
from data.value import Workshop
from workshop import answers
from workshop.reading.rows import called, measured, ruled, said
from workshop.reading.steps import result
from workshop.room import words
from workshop.steps import Field, load

__all__ = ["Reading", "called", "measured", "of_field", "of_row", "of_step", "ruled"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The question that was answered, and the answer: the first sentence is the one that matters."""

    question: str
    sentences: tuple[str, ...]


def of_field(workshop: Workshop, row: Noun, field: Field, today: date) -> Reading | None:
    """Return one field of a row as question and answer; None while there is no answer."""
    shown = answers.shown(field, row, workshop, today)
    name = called(workshop, row)
    whose = (name,) if name not in ("", shown) else ()
    return Reading(f"{field.label[:1].upper()}{field.label[1:]}:", (shown, *whose)) if shown else None


def of_row(workshop: Workshop, row: Noun, step: str, today: date) -> Reading | None:
    """Return what a step, or a consent round, decided about a row; None while there is nothing to say of it."""
    sentences = tuple(filter(None, said(workshop, row, step, today)))
    question = words.load().consent.question if isinstance(row, Consent) else load().step(step).question
    return Reading(question, sentences) if sentences else None


def of_step(workshop: Workshop, step: str, today: date) -> Reading | None:
    """Return what a step came to, as far as it has; None while there is nothing."""
    sentences = tuple(filter(None, result(workshop, step, today)))
    return Reading(load().step(step).question, sentences) if sentences else None
