"""Checks of Priorities: few, served by choices, with a result each, room made, and a vote that adds up."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.planning import Effort, Priority, Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from workshop.room.voting import dots_of
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import alike_pairs, blank, called, count
from workshop.rules.where_to_play import REFUSED, judged
from workshop.text import starts_with

STEP = "priorities"

#: Hoshin takes three to five breakthroughs, EOS three to seven rocks.
MANY, TOO_MANY = 5, 7
MANY_OPTIONS = 15
HEAVY = 3


@rule("PRI-00", step=STEP, level=Level.BLOCK, together="{n} are still to decide.")
def all_decided(workshop: Workshop, context: Context) -> Iterator[Found]:
    undecided = [row for row in workshop.priorities if row.status == Status.UNDECIDED]
    for row in undecided:
        yield Found("1 is still to decide.", row.id, "status")
    if not undecided and not selected(workshop):
        yield Found("No priority is selected. What must we do first?", field="status")


@rule("PRI-01", step=STEP, level=Level.WARN, as_worded=True)
def not_too_many(workshop: Workshop, context: Context) -> Iterator[Found]:
    chosen = selected(workshop)
    n = len(chosen)
    if n > MANY:
        yield Found(
            f"{n} priorities. If number {n} fails, would anyone notice? Move it to later.",
            field="status",
            at=chosen[-1].id,
            level=Level.BLOCK if n > TOO_MANY else None,
        )


@rule("PRI-02", step=STEP, level=Level.WARN, more=True, together="{n} priorities serve none of your choices.")
def serves_a_choice(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in selected(workshop):
        if not serves_any(workshop, row):
            message = f'"{_title(row)}" serves none of your choices. Drop it or name the choice it serves.'
            yield Found(message, row.id, "serves")


@rule("PRI-03", step=STEP, level=Level.WARN, more=True, together="You chose {n} places and planned nothing for them.")
def every_choice_served(workshop: Workshop, context: Context) -> Iterator[Found]:
    for id, name in unserved(workshop):
        yield Found(f'You chose "{name}" and planned nothing for it.', id, "serves", at="")


@rule(
    "PRI-04",
    step=STEP,
    level=Level.WARN,
    as_worded=True,
    together="{n} titles describe the present. What will be different?",
)
def title_moves(workshop: Workshop, context: Context) -> Iterator[Found]:
    present = context.content.words("present", workshop.brief.language)
    for row in selected(workshop):
        if word := starts_with(row.title, present):
            yield Found(f'"{word}" describes the present. What will be different?', row.id, "title")


@rule(
    "PRI-05", step=STEP, level=Level.WARN, together="{n} priorities name no result. What exists when the work is done?"
)
def outcome(workshop: Workshop, context: Context) -> Iterator[Found]:
    activity = context.content.words("activity", workshop.brief.language)
    for row in selected(workshop):
        if blank(row.outcome) or starts_with(row.outcome, activity):
            yield Found("That is work. What exists when the work is done?", row.id, "outcome")


@rule("PRI-06", step=STEP, level=Level.WARN)
def makes_room(workshop: Workshop, context: Context) -> Iterator[Found]:
    chosen = selected(workshop)
    if chosen and all(blank(row.stop) for row in chosen):
        yield Found("Nothing makes room. Whose evening is this?", field="stop", at=chosen[0].id)


@rule(
    "PRI-07",
    step=STEP,
    level=Level.HINT,
    company=True,
    together="{n} pairs look alike. Merge them first, or they'll split the votes.",
)
def split_votes(workshop: Workshop, context: Context) -> Iterator[Found]:
    if dots_of(workshop).open or all(row.status != Status.UNDECIDED for row in _options(workshop)):
        return
    for a, b in look_alikes(workshop):
        message = f'Merge "{_title(a)}" and "{_title(b)}" first, or they\'ll split the votes.'
        yield Found(message, f"{a.id}-{b.id}", "title", at=b.id)


@rule("PRI-08", step=STEP, level=Level.WARN, as_worded=True)
def too_many_options(workshop: Workshop, context: Context) -> Iterator[Found]:
    n = len(_options(workshop))
    if n > MANY_OPTIONS:
        yield Found(f"{n} options are too many to weigh. Cluster first.", field="status")


@rule(
    "PRI-09",
    step=STEP,
    level=Level.BLOCK,
    company=True,
    as_worded=True,
    together="{n} counts of dots can't be right. Recount.",
)
def dots_add_up(workshop: Workshop, context: Context) -> Iterator[Found]:
    vote = dots_of(workshop)
    voters, each = vote.voting, vote.each
    if voters is None:
        return
    if vote.wrong and each is not None:
        counted = count(vote.counted or 0, "dot", "dots")
        yield Found(_miscount(counted, voters, each), field="dots", at=next(iter(vote.totals)))
    for id in vote.too_many:
        on_one = f'{count(vote.totals[id], "dot", "dots")} for "{_title(workshop.row(Priority, id))}"'
        yield Found(_miscount(on_one, voters, vote.cap or 0, "at most "), id, "dots")


@rule(
    "PRI-10",
    step=STEP,
    level=Level.WARN,
    more=True,
    company=True,
    as_worded=True,
    together="{n} options got more dots than one that is in. Write down why.",
)
def against_the_vote(workshop: Workshop, context: Context) -> Iterator[Found]:
    inside = [(row.dots, row) for row in selected(workshop) if row.dots is not None and blank(row.note)]
    if not inside or dots_of(workshop).open:
        return
    fewest, b = min(inside, key=lambda each: each[0])
    for a in workshop.priorities:
        is_out = a.status in (Status.LATER, Status.DROPPED) and blank(a.note)
        if is_out and a.dots is not None and a.dots > fewest:
            out = f'"{_title(a)}" got {count(a.dots, "dot", "dots")} and is out'
            yield Found(f'{out}; "{_title(b)}" got {fewest} and is in. Write down why.', a.id, "note")


@rule("PRI-11", step=STEP, level=Level.WARN, company=True)
def vote_is_closed(workshop: Workshop, context: Context) -> Iterator[Found]:
    if dots_of(workshop).open:
        yield Found("The vote is still open. Close it, so that all see what was counted.", field="dots")


@rule("PRI-12", step=STEP, level=Level.WARN, more=True, as_worded=True)
def heavy_lifts(workshop: Workshop, context: Context) -> Iterator[Found]:
    heavy = [row for row in selected(workshop) if row.effort == Effort.L]
    if len(heavy) >= HEAVY:
        number = {3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven"}.get(len(heavy), str(len(heavy)))
        yield Found(f"{number} heavy lifts at once. Which one waits?", field="effort", at=heavy[-1].id)


def selected(workshop: Workshop) -> tuple[Priority, ...]:
    """The priorities that were selected, in order."""
    return tuple(row for row in workshop.priorities if row.status == Status.SELECTED)


def serves_any(workshop: Workshop, priority: Priority) -> bool:
    """True when a priority serves an arena that was not refused."""
    return priority.serves_all or any(arena.verdict not in REFUSED for arena in workshop.served_by(priority))


def unserved(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Yield id and name of each arena to play in that no selected priority serves."""
    chosen = selected(workshop)
    if not any(row.serves_all for row in chosen):
        served = {arena.id for row in chosen for arena in workshop.served_by(row)}
        for arena in judged(workshop, Verdict.PLAY):
            if arena.id not in served:
                yield arena.id, called(arena.name, arena.id)


def look_alikes(workshop: Workshop) -> tuple[tuple[Priority, Priority], ...]:
    """Pairs of candidates that look alike and would split the votes; none once dots were counted."""
    if dots_of(workshop).counted is not None:
        return ()
    return tuple(alike_pairs(_options(workshop), lambda row: row.title))


def _options(workshop: Workshop) -> list[Priority]:
    """What is still on the table: candidates to decide on, and those selected so far."""
    return [row for row in workshop.priorities if row.status in (Status.UNDECIDED, Status.SELECTED)]


def _miscount(counted: str, voters: int, dots: int, most: str = "") -> str:
    each = f"{count(voters, 'voter', 'voters')} with {most}{count(dots, 'dot', 'dots')}"
    return f"Counted {counted}; {each} {'makes' if voters == 1 else 'make'} {voters * dots}. Recount."


def _title(priority: Priority) -> str:
    return called(priority.title, priority.id)
