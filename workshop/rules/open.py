"""Checks of Open: what is to be decided, by whom, in which time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from data.nouns.room import Answer
from data.value import Workshop
from workshop import dates
from workshop.room import agenda, timing
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank, count

STEP = "open"


@rule("OPEN-01", step=STEP, level=Level.BLOCK)
def decider(workshop: Workshop, context: Context) -> Iterator[Found]:
    party = workshop.party(workshop.brief.decider_id)
    if party is None or blank(party.name):
        yield Found("Nobody is named to settle disagreement. Name one person before we start.", field="decider_id")


@rule("OPEN-02", step=STEP, level=Level.WARN, more=True, as_worded=True)
def horizon(workshop: Workshop, context: Context) -> Iterator[Found]:
    start, end = workshop.brief.horizon_start, workshop.brief.horizon_end
    if start is None or end is None:
        return
    months = months_between(start, end)
    if end < start:
        yield Found("The horizon ends before it starts.", field="horizon_end")
    elif not 12 <= months <= 60:
        yield Found(
            f"A horizon of {count(months, 'month', 'months')} is unusual for strategy. "
            "Is this a strategy or a project plan?",
            field="horizon_end",
        )


@rule("OPEN-03", step=STEP, level=Level.WARN, company=True)
def facilitator_decides(workshop: Workshop, context: Context) -> Iterator[Found]:
    party = workshop.party(workshop.brief.decider_id)
    if party is not None and party.facilitates:
        yield Found(
            "The facilitator also decides. Hand one of the two roles to someone else.", party.id, "decider_id", at=""
        )


@rule("OPEN-04", step=STEP, level=Level.HINT, company=True)
def big_room(workshop: Workshop, context: Context) -> Iterator[Found]:
    named = sum(party.present for party in workshop.participants)
    people = max(named, workshop.brief.voters or 0)
    if people > 12:
        yield Found(f"{people} people: capture from groups of four, not from the whole room.", field="voters")


@rule("OPEN-05", step=STEP, level=Level.WARN)
def time_enough(workshop: Workshop, context: Context) -> Iterator[Found]:
    brief, today = workshop.brief, context.today
    on_the_day = brief.held_on in (None, today) and not brief.version
    if brief.ends_at is None or context.now is None or not on_the_day:
        return
    plan = timing.agenda_of(workshop, context.content)
    step = context.step if context.step in plan.steps else plan.steps[0]
    needs = agenda.Course(plan, step, context.spent, context.extra, context.pausing).remaining
    has = max(datetime.combine(today, brief.ends_at) - datetime.combine(today, context.now), timedelta())
    if needs > has:
        cuts = "; ".join(
            f"{context.content.step(saving.cut.step).name}: {saving.cut.how} ({saving.minutes} min)"
            for saving in agenda.suggested_cuts(plan, needs - has, step, context.extra)
        )
        message = f"The agenda needs {_minutes(needs)} min; you have {_minutes(has)}."
        yield Found(f"{message} Suggested cuts: {cuts}." if cuts else message, field="ends_at")


@rule(
    "OPEN-06",
    step=STEP,
    level=Level.WARN,
    more=True,
    together="{n} items from earlier are neither done nor dropped.",
)
def carried_items(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.carried:
        if row.answer == Answer.OPEN:
            since = dates.say(row.since, workshop.brief.language) if row.since else "earlier"
            yield Found(
                f"1 item from {since} is neither done nor dropped.",
                row.id,
                "answer",
                together=f"{{n}} items from {since} are neither done nor dropped.",
            )


@rule("OPEN-07", step=STEP, level=Level.BLOCK)
def scope(workshop: Workshop, context: Context) -> Iterator[Found]:
    if blank(workshop.brief.scope):
        yield Found("Say what we will have decided.", field="scope")
    elif blank(workshop.brief.title):
        yield Found("Give the workshop a title.", field="title")


def months_between(start: date, end: date) -> int:
    """Full months of a horizon, both days included: 12 from 1 January to 31 December, or to 1 January after."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    if end < date.max:
        after = end + timedelta(days=1)
        whole = (after.year - start.year) * 12 + after.month - start.month
        return whole - (after.day < start.day)
    return whole


def _minutes(time: timedelta) -> int:
    return round(time.total_seconds() / 60)
