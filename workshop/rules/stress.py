"""Checks of Stress test: enough reasons, some of them our own, and an early sign and an answer to the starred ones."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.planning import Source
from data.value import Workshop
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank, called, count

STEP = "stress-test"

ENOUGH = 5


@rule("RSK-01", step=STEP, level=Level.HINT)
def enough(workshop: Workshop, context: Context) -> Iterator[Found]:
    reasons = sum(not blank(row.reason) for row in workshop.risks)
    if reasons < ENOUGH:
        said = f"Only {count(reasons, 'reason', 'reasons')}." if reasons else "No reasons yet."
        yield Found(f"{said} Ask for one {'more ' if reasons else ''}each.", field="reason")


@rule("RSK-02", step=STEP, level=Level.HINT)
def some_are_ours(workshop: Workshop, context: Context) -> Iterator[Found]:
    sources = {row.source for row in workshop.risks} - {Source.UNSAID}
    if sources and Source.INSIDE not in sources:
        yield Found("Every cause is outside. What would be our own doing?", field="source")


@rule(
    "RSK-03",
    step=STEP,
    level=Level.WARN,
    as_worded=True,
    together="{n} top reasons have no early sign or no answer.",
)
def taken_up(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.risks:
        if row.starred and blank(row.sign):
            message = f'"{called(row.reason, row.id)}" has no early sign. What would we see first?'
            yield Found(message, row.id, "sign", together="{n} top reasons have no early sign.")
        elif row.starred and blank(row.answer):
            yield Found(f'"{called(row.reason, row.id)}" has no answer. What do we change now?', row.id, "answer")


@rule("RSK-04", step=STEP, level=Level.WARN, together="{n} answers have nobody or no date. Who does it, by when?")
def somebody_does_it(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.risks:
        nobody = workshop.party(row.who_id) is None
        if not blank(row.answer) and (nobody or row.by is None):
            yield Found("Who does it, by when?", row.id, "who_id" if nobody else "by")
