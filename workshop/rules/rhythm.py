"""Checks of Rhythm: a date, a keeper, no month without a look at the plan, and a signal that reopens the choices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from data.value import Workshop
from workshop.check_ins.schedule import coming, hours_a_quarter
from workshop.rules.milestones import planned
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank, called

STEP = "rhythm"

#: A month, and the days by which the first Wednesday of one is later in the month than that of the last.
LONGEST_GAP = timedelta(days=35)


@rule("RHY-01", step=STEP, level=Level.BLOCK)
def next_date(workshop: Workshop, context: Context) -> Iterator[Found]:
    if not coming(workshop, context.today):
        yield Found("Without a date this is the last time we look at the plan.", field="next_on")


@rule("RHY-02", step=STEP, level=Level.BLOCK)
def keeper(workshop: Workshop, context: Context) -> Iterator[Found]:
    party = workshop.party(workshop.brief.keeper_id)
    if party is None or blank(party.name):
        yield Found("Who keeps the plan up to date?", field="keeper_id")


@rule("RHY-03", step=STEP, level=Level.WARN, as_worded=True)
def meets_in_time(workshop: Workshop, context: Context) -> Iterator[Found]:
    first = workshop.brief.next_on
    dated = [(row.due, row.number, row) for row in planned(workshop) if row.due is not None and blank(row.evidence)]
    if first is None or not dated:
        return
    due, _, row = min(dated, key=lambda each: each[:2])
    if due < first:
        yield Found(f'"{called(row.title, row.id)}" falls due before you first meet.', field="next_on")


@rule("RHY-04", step=STEP, level=Level.WARN)
def often_enough(workshop: Workshop, context: Context) -> Iterator[Found]:
    days = [context.today, *(meeting.on for meeting in coming(workshop, context.today))]
    alone = len(days) == 2  # no rhythm is chosen, and nothing follows the first one
    if alone or any(after - before > LONGEST_GAP for before, after in pairwise(days)):
        yield Found("More than a month between looks.", field="rhythm")


@rule("RHY-05", step=STEP, level=Level.HINT)
def reopens(workshop: Workshop, context: Context) -> Iterator[Found]:
    if all(blank(row.signal) for row in workshop.triggers):
        yield Found("Nothing would make you reopen the choices. Name one signal.", field="signal")


@rule("RHY-06", step=STEP, level=Level.HINT, company=True)
def load(workshop: Workshop, context: Context) -> Iterator[Found]:
    hours = round(hours_a_quarter(workshop, context.today))
    if hours > 0 and workshop.brief.next_on is not None:
        said = "an hour" if hours == 1 else f"{hours} hours"
        yield Found(f"This rhythm costs each owner about {said} a quarter.", field="minutes")
