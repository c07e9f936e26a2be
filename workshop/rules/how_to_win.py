"""Checks of How to win: a reason to be chosen in every place to play, and what would have to be true for it."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.room import LookBack
from data.nouns.strategy import Arena, Condition, Proof, Verdict
from data.value import Workshop
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import alike_pairs, blank, called
from workshop.rules.where_to_play import judged

STEP = "how-to-win"

#: A condition trusted this little, from 1 to 5, needs a test.
DOUBTED = 3


@rule("HTW-01", step=STEP, level=Level.BLOCK, together="{n} places to play have no reason to win.")
def advantage(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if blank(arena.advantage):
            message = f'No reason to win in "{_name(arena)}". Find one or move it to not now.'
            yield Found(message, arena.id, "advantage")


@rule("HTW-02", step=STEP, level=Level.WARN, more=True, together="{n} answers have an opposite nobody would choose.")
def opposite(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if arena.opposite_sane is False:
            yield Found(
                "Nobody would choose the opposite, so this is good housekeeping, not a choice.",
                arena.id,
                "opposite_sane",
            )


@rule("HTW-03", step=STEP, level=Level.WARN, together="{n} places to play: better than what?")
def alternative(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if blank(arena.alternative):
            yield Found("Better than what?", arena.id, "alternative")


@rule("HTW-04", step=STEP, level=Level.HINT, together="{n} answers rest on no fact. What have we seen?")
def proof(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if arena.proof_kind in (Proof.OPINION, Proof.NONE):
            yield Found("What have we seen that makes us believe this?", arena.id, "proof")


@rule("HTW-05", step=STEP, level=Level.HINT, together="{n} pairs of places have the same answer. Is it true of both?")
def same_answer(workshop: Workshop, context: Context) -> Iterator[Found]:
    for a, b in alike_pairs(judged(workshop, Verdict.PLAY), lambda arena: arena.advantage):
        yield Found("The same answer twice: is it true of both?", f"{a.id}-{b.id}", "advantage", at=b.id)


@rule("HTW-06", step=STEP, level=Level.WARN, together="{n} places to play have no condition that must be true.")
def must_be_true(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if not _conditions(workshop, arena):
            yield Found("What would have to be true? Name at least one condition.", arena.id, "text")


@rule(
    "HTW-07",
    step=STEP,
    level=Level.WARN,
    more=True,
    together="In {n} places the condition you trust least is untested. Who tests it, by when?",
)
def least_trusted(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        rated = [(row.confidence, row) for row in _conditions(workshop, arena) if row.confidence is not None]
        least = min((confidence for confidence, _ in rated), default=DOUBTED + 1)
        if least > DOUBTED:
            continue
        for confidence, row in rated:
            if confidence == least and (blank(row.test) or row.by is None):
                message = f'The condition you trust least is untested: "{called(row.text, row.id)}".'
                yield Found(f"{message} Who tests it, by when?", row.id, "test" if blank(row.test) else "by")
                break


@rule("HTW-09", step=STEP, level=Level.BLOCK)
def look_back(workshop: Workshop, context: Context) -> Iterator[Found]:
    if workshop.brief.look_back == LookBack.OPEN:
        yield Found("Look back at Where to play before going on.", field="look_back")


def _conditions(workshop: Workshop, arena: Arena) -> list[Condition]:
    return [row for row in workshop.conditions(arena.id) if not blank(row.text)]


def _name(arena: Arena) -> str:
    return called(arena.name, arena.id)
