"""Checks of Direction: an obstacle said plainly that rests on facts, and a way to tell that we got there."""

from __future__ import annotations

from collections.abc import Iterator

from data.value import Workshop
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank
from workshop.text import phrases_in

STEP = "direction"

#: What a room remembers.
MANY_PRINCIPLES = 5
#: So many words that say nothing are too many for one sentence.
FLUFFY = 2


@rule("DIR-00", step=STEP, level=Level.BLOCK)
def written(workshop: Workshop, context: Context) -> Iterator[Found]:
    for name in ("obstacle", "aspiration"):
        if blank(getattr(workshop.brief, name)):
            yield Found("Write one sentence, even a rough one.", field=name)
            return


@rule("DIR-01", step=STEP, level=Level.WARN)
def is_in_the_way(workshop: Workshop, context: Context) -> Iterator[Found]:
    if phrases_in(workshop.brief.obstacle, context.content.words("goal", workshop.brief.language)):
        yield Found("That reads like a goal. What is in the way?", field="obstacle")


@rule("DIR-02", step=STEP, level=Level.WARN, more=True)
def rests_on_facts(workshop: Workshop, context: Context) -> Iterator[Found]:
    if not blank(workshop.brief.obstacle) and all(blank(row.text) for row in workshop.facts):
        yield Found("The obstacle rests on opinion. Which fact would convince a skeptic?", field="text")


@rule(
    "DIR-03",
    step=STEP,
    level=Level.WARN,
    as_worded=True,
    together="{n} sentences have words to take out. Do they still say something?",
)
def says_something(workshop: Workshop, context: Context) -> Iterator[Found]:
    fluff = context.content.words("fluff", workshop.brief.language)
    for name in ("obstacle", "aspiration"):
        found = phrases_in(getattr(workshop.brief, name), fluff)
        if len(found) >= FLUFFY:
            yield Found(f'Take out "{found[0]}". Does the sentence still say something?', name, name, at="")


@rule(
    "DIR-04",
    step=STEP,
    level=Level.WARN,
    together="{n} measures lack a target or a date. How would we know we got there?",
)
def measured(workshop: Workshop, context: Context) -> Iterator[Found]:
    message = "How would we know we got there?"
    if not workshop.measures:
        yield Found(message, field="name")
    for row in workshop.measures:
        if row.target is None or row.by is None:
            yield Found(message, row.id, "target" if row.target is None else "by")


@rule(
    "DIR-05",
    step=STEP,
    level=Level.HINT,
    together="We don't know {n} of today's numbers. Make finding them a milestone within 30 days.",
)
def known_today(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.measures:
        if row.baseline is None:
            message = "We don't know today's number. Make finding it a milestone within 30 days."
            yield Found(message, row.id, "baseline")


@rule("DIR-06", step=STEP, level=Level.WARN, more=True)
def few_principles(workshop: Workshop, context: Context) -> Iterator[Found]:
    if len(workshop.principles) > MANY_PRINCIPLES:
        yield Found("More than five rules are not remembered.", field="rule")


@rule(
    "DIR-07", step=STEP, level=Level.WARN, more=True, together="{n} principles forbid nothing, and so decide nothing."
)
def forbids_something(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.principles:
        if not blank(row.rule) and blank(row.will_not):
            yield Found("A principle that forbids nothing decides nothing.", row.id, "will_not")
