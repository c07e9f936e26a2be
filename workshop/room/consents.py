"""Consent rounds: what came of each, in words, and which of them are to be looked at again."""

from __future__ import annotations

from datetime import date

from data.nouns.room import Consent
from data.value import Workshop
from workshop import dates
from workshop.room.voting import voters_of
from workshop.room.words import Mark, load, say

#: What a hand can say of a proposal, in the order of its digits.
ANSWERS = ("fine", "concerns", "objections")


def held(row: Consent) -> bool:
    """Whether any hand was counted."""
    return any(getattr(row, said) for said in ANSWERS)


def passed(row: Consent) -> bool:
    """Whether a round was held and nobody objected."""
    return held(row) and not row.objections


def unspoken(workshop: Workshop, row: Consent) -> int | None:
    """How many of those who vote have raised neither a concern nor an objection; None where nobody knows who votes."""
    voters = voters_of(workshop)
    return None if voters is None else max(0, voters - (row.concerns or 0) - (row.objections or 0))


def tally(workshop: Workshop, row: Consent, fine: int) -> str:
    """How many hands there are with `fine` that have no objection, of those who vote; "" where nobody knows them."""
    voters, hands = voters_of(workshop), fine + (row.concerns or 0) + (row.objections or 0)
    return say(load().consent.hands, n=hands, voters=voters) if voters else ""


def decided(workshop: Workshop) -> tuple[Consent, ...]:
    """The rounds that were held, or came to something."""
    return tuple(row for row in workshop.consents if row.outcome or held(row))


def due(workshop: Workshop, today: date) -> tuple[Consent, ...]:
    """The rounds that were to be looked at again by `today`, the longest due first."""
    rows = [(row.review_on, row) for row in decided(workshop) if row.review_on and row.review_on <= today]
    return tuple(row for _, row in sorted(rows, key=lambda each: (each[0], each[1].number)))


def reminder(workshop: Workshop, today: date) -> str:
    """How many rounds are to be looked at again, and by which key they are shown; "" where none is."""
    count, words = len(due(workshop, today)), load().consent
    return say(words.remind, due=words.due.of(count)) if count else ""


def came(row: Consent) -> str:
    """What came of a round: the room's own words, or else what the hands say."""
    words = load().consent
    return row.outcome or (words.passed if passed(row) else words.stopped if held(row) else words.unheld)


def sign(row: Consent) -> str:
    """The sign of what came of a round."""
    words = load().consent
    return words.fine.sign if passed(row) else words.objections.sign if held(row) else words.waits


def mark(answer: str) -> Mark:
    """The sign and the word of what a hand says, one of `ANSWERS`."""
    found: Mark = getattr(load().consent, answer)
    return found


def counted(row: Consent, answer: str) -> str:
    """A sign, a word and how many hands said it: "◆ concern 2"."""
    return f"{mark(answer)} {getattr(row, answer) or 0}"


def against(workshop: Workshop, row: Consent) -> tuple[tuple[str, str], ...]:
    """What was said against a proposal, each with the sign of how it was meant."""
    return tuple(
        (mark("objections" if each.serious else "concerns").sign, each.text) for each in workshop.objections(row.id)
    )


def again(row: Consent, today: date) -> str:
    """When a round is looked at again, in words; "" where nobody said it."""
    return say(load().consent.again, day=dates.echo(row.review_on, today)) if row.review_on else ""


def sentences(workshop: Workshop, row: Consent, today: date) -> tuple[str, ...]:
    """A round as it is read back: the proposal, what came of it, what was said against it, when to look again."""
    return (
        row.proposal,
        _sentence(came(row)),
        ", ".join(counted(row, answer) for answer in ANSWERS) if held(row) else "",
        *(f"{sign} {text}" for sign, text in against(workshop, row)),
        _sentence(again(row, today)),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text and not text.endswith((".", "!", "?")) else text
