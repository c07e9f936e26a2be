"""Checks of the changes of a plan: a reason for each, no date that slides on and on, nobody alone beyond what was
agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

from data.nouns.change import Adjustment, Cause, Kind
from data.nouns.check_in import Occasion, Sitting
from data.nouns.planning import Milestone, Needs, Priority
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition
from data.value import Workshop
from workshop.changes import CAUSE, days_moved, dependents, moves, often, slip
from workshop.check_ins.due import CHOOSING
from workshop.rules import direction, how_to_win, milestones, priorities, where_to_play
from workshop.rules.milestones import planned
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank, called, count

STEP = "changes"

#: From so many moves on a date slides; from so many reasons of one kind in a quarter there is a cause behind them.
SLIDES = 2
AGAIN = 3
_QUARTER = timedelta(days=92)

#: What answers a date that slides, and what others may have to wait for.
_ANSWERS = frozenset({Kind.SCOPE_CUT, Kind.OWNER_CHANGED})
_DELAYS = frozenset(
    {Kind.SCOPE_ADDED, Kind.MILESTONE_DROPPED, Kind.MILESTONE_MERGED, Kind.PRIORITY_PAUSED, Kind.PRIORITY_DROPPED}
)

#: In which step a row stands.
_STEPS = {
    Milestone.letter: milestones.STEP,
    Priority.letter: priorities.STEP,
    Arena.letter: where_to_play.STEP,
    Condition.letter: how_to_win.STEP,
}


@rule("ADJ-01", step=STEP, level=Level.WARN, together="{n} changes have no reason. What did you learn?")
def reason(workshop: Workshop, context: Context) -> Iterator[Found]:
    message = "No reason given. What did you learn?"
    for row in workshop.adjustments:
        if blank(row.reason):
            yield _found(workshop, message, row)
    for milestone in planned(workshop):
        told = moves(workshop, milestone.id)
        moved = milestone.first_due is not None and milestone.due != milestone.first_due
        if moved and not told:
            yield Found(message, milestone.id, "due", step=milestones.STEP)


@rule(
    "ADJ-02",
    step=STEP,
    level=Level.WARN,
    as_worded=True,
    together="{n} dates were moved again. Cut, split, or change the owners?",
)
def slides(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in planned(workshop):
        slipped = slip(workshop, row)
        if slipped.times >= SLIDES and blank(row.evidence) and not _is_answered(workshop, row):
            days = f"{count(slipped.days, 'day', 'days')} in all"
            message = f"Moved {often(slipped.times)}, {days}. Cut it, split it, or change the owner?"
            yield Found(message, row.id, "due", step=milestones.STEP)


@rule("ADJ-03", step=STEP, level=Level.BLOCK, together="{n} dates were moved alone beyond what was agreed.")
def alone(workshop: Workshop, context: Context) -> Iterator[Found]:
    days = workshop.brief.move_days
    before: set[str] = set()
    for row in workshop.adjustments:
        if not row.alone or row.kind is not Kind.DATE_MOVED:
            continue
        if days_moved(row) > days:
            yield _found(workshop, f"More than {count(days, 'day', 'days')}: take it to the review.", row)
        elif row.item in before:
            yield _found(workshop, "Moved alone once already: take it to the review.", row)
        before.add(row.item)


@rule("ADJ-04", step=STEP, level=Level.WARN, together="{n} changes move what others depend on.")
def knock_on(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.adjustments:
        waiting = dependents(workshop, row.item) if row.kind in _DELAYS or days_moved(row) > 0 else ()
        if waiting and blank(row.knock_on) and not row.reviewed:
            named = _listed(f'"{called(each.title, each.id)}"' for each in waiting)
            yield _found(workshop, f"{named} depend{'s' if len(waiting) == 1 else ''} on this.", row)


@rule("ADJ-05", step=STEP, level=Level.HINT, together="{n} reasons come again and again. What's behind them?")
def again(workshop: Workshop, context: Context) -> Iterator[Found]:
    recent = (row for row in workshop.adjustments if row.on and timedelta() <= context.today - row.on <= _QUARTER)
    for cause, times in Counter(row.cause for row in recent).items():
        if times >= AGAIN and cause is not Cause.UNSAID:
            yield Found(
                f"'{CAUSE[cause].capitalize()}' again. What's the cause behind it?",
                cause.value,
                at="",
                step=milestones.STEP,
            )


@rule("ADJ-06", step=STEP, level=Level.WARN, together="{n} choices were changed without a trigger, between quarters.")
def choice(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in workshop.adjustments:
        if row.kind is not Kind.CHOICE_CHANGED or row.cause is Cause.CORRECTION:
            continue
        sitting = workshop.get(Sitting, row.check_in_id)
        fired = sitting is not None and sitting.kind is Occasion.EXTRA and sitting.trigger_id is not None
        if not fired and (sitting is None or sitting.kind not in CHOOSING):
            yield _found(workshop, "A choice was changed, but no trigger fired. Can it wait for the quarter?", row)


def _found(workshop: Workshop, message: str, row: Adjustment) -> Found:
    """A finding about a change, with a jump to what it changed, as far as that is there."""
    there = {key.id for key in workshop.rows if key.table != Brief.table}
    step = _STEPS.get(row.item[:1], direction.STEP)
    return Found(message, row.id, at=row.item if row.item in there else "", step=step)


def _is_answered(workshop: Workshop, milestone: Milestone) -> bool:
    """Whether it was cut, split or given to somebody else since it was last moved."""
    last = moves(workshop, milestone.id)[-1].number
    parts = {row.needs_id for row in workshop.of(Needs) if row.milestone_id == milestone.id}
    later = [row for row in workshop.adjustments if row.number > last]
    changed = any(row.kind in _ANSWERS and row.item == milestone.id for row in later)
    return changed or any(row.kind is Kind.MILESTONE_SPLIT and row.item in parts for row in later)


def _listed(items: Iterable[str]) -> str:
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last
