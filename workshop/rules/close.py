"""Checks of Close: nothing parked is lost, nobody is passed over, and something happens in the next two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from data.nouns.room import Disposition
from data.value import Workshop
from workshop.room import voting
from workshop.rules.grouping import grouped
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank

STEP = "close"

#: An average of fingers, from 0 to 5, below which a plan is better left a draft.
SURE = 3.5
ACT_WITHIN = timedelta(days=15)


@rule("CLS-01", step=STEP, level=Level.BLOCK, together='{n} parked items are left. "Drop" is an answer.')
def parked_items(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.parked:
        if row.disposition == Disposition.OPEN:
            yield Found('1 parked item is left. "Drop" is an answer.', row.id, "disposition")


@rule("CLS-02", step=STEP, level=Level.BLOCK, company=True)
def everybody_heard(workshop: Workshop, context: Context) -> Iterator[Found]:
    if voting.unheard(workshop):
        yield Found("Someone isn't with us. Hear them before closing.", field="text")


@rule("CLS-03", step=STEP, level=Level.WARN, company=True, as_worded=True)
def sure_enough(workshop: Workshop, context: Context) -> Iterator[Found]:
    average = voting.fist_of(workshop.brief).average
    if average is not None and average < SURE:
        shown = f"{average:.1f}"
        if shown == f"{SURE:.1f}":
            shown = f"just under {shown}"
        yield Found(f"Average {shown}. Leave it as a draft and set a date to finish it.", field="fist")


@rule("CLS-04", step=STEP, level=Level.WARN)
def first_steps(workshop: Workshop, context: Context) -> Iterator[Found]:
    start = workshop.brief.adopted_on or context.today
    if not any(
        row.by is not None and not blank(row.text) and timedelta() <= row.by - start <= ACT_WITHIN
        for row in workshop.actions
    ):
        yield Found("Nothing happens in the next two weeks.", field="by")


@rule("CLS-05", step=STEP, level=Level.WARN, as_worded=True, sums_up=True)
def said_aloud(workshop: Workshop, context: Context) -> Iterator[Found]:
    if context.accepted:
        listed = "; ".join(group.message.rstrip(".?! ") for group in grouped(context.accepted))
        yield Found(f"Decided in spite of: {listed}. Say it aloud.")
