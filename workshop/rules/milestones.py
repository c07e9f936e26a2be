"""Checks of Milestones: results with a date that a stranger could check, in an order and a pace that can be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from data.nouns.planning import Milestone, Needs
from data.value import Workshop
from workshop import dates
from workshop.date_words import words_for
from workshop.rules.priorities import selected
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import alike, blank, called, count
from workshop.text import starts_with

STEP = "milestones"

#: How far ahead "soon" reaches, in days.
SOON = 90
CROWDED_MONTH = 3
MANY_FOR_ONE = 4
DOUBTED = 5


@rule("MIL-00", step=STEP, level=Level.BLOCK, together="{n} priorities have no milestone. What first proves they move?")
def has_milestone(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in selected(workshop):
        if not workshop.milestones_of(row.id):
            message = f'"{called(row.title, row.id)}" has no milestone. What is the first proof that it moves?'
            yield Found(message, row.id, "title")


@rule("MIL-01", step=STEP, level=Level.BLOCK, together="{n} milestones have no date. A month is a start.")
def has_date(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in planned(workshop):
        if row.due is None:
            yield Found(f'"{_title(row)}" has no date. A month is a start.', row.id, "due")


@rule("MIL-02", step=STEP, level=Level.BLOCK, together="{n} milestones don't say when they are done. How will we know?")
def done_when(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in planned(workshop):
        if blank(row.done_when):
            yield Found('How will we know? Finish: "It\'s done when ..."', row.id, "done_when")


@rule("MIL-03", step=STEP, level=Level.WARN, together="{n} milestones are effort. What are the results?")
def is_result(workshop: Workshop, context: Context) -> Iterator[Found]:
    effort = context.content.words("effort", workshop.brief.language)
    for row in planned(workshop):
        if starts_with(row.title, effort):
            yield Found("That is effort. What's the result?", row.id, "title")


@rule("MIL-04", step=STEP, level=Level.WARN, together="{n} checks repeat the title. What would a stranger look at?")
def check_is_new(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in planned(workshop):
        if not blank(row.done_when) and alike(row.title, row.done_when):
            yield Found("The check repeats the title. What would a stranger look at?", row.id, "done_when")


@rule(
    "MIL-05",
    step=STEP,
    level=Level.WARN,
    together="{n} priorities have nothing due in 90 days. What's the first proof that they're moving?",
)
def moves_soon(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in selected(workshop):
        milestones = workshop.milestones_of(row.id)
        if milestones and not any(is_soon(each, context.today) for each in milestones):
            title = called(row.title, row.id)
            message = f"\"{title}\" has nothing due in 90 days. What's the first proof that it's moving?"
            yield Found(message, row.id, "due", at=milestones[0].id)


@rule("MIL-06", step=STEP, level=Level.BLOCK, together="{n} milestones are due before what they need.")
def order(workshop: Workshop, context: Context) -> Iterator[Found]:
    rows = {row.id: row for row in planned(workshop)}
    links = [(link.milestone_id, link.needs_id) for link in workshop.of(Needs)]
    links = [(a, b) for a, b in links if a in rows and b in rows]
    for circle in _circles(links):
        a, b = circle[0], circle[1 % len(circle)]
        links = [link for link in links if not set(link) <= set(circle)]
        yield Found(_in_circle([_title(rows[id]) for id in circle]), f"{a}-{b}", "needs", at=a)
    for a, b in links:
        due, needed = rows[a].due, rows[b].due
        if due is not None and needed is not None and due < needed:
            message = f'"{_title(rows[a])}" is due before "{_title(rows[b])}", which it needs.'
            yield Found(message, f"{a}-{b}", "due", at=a)


@rule("MIL-07", step=STEP, level=Level.WARN, as_worded=True, together="{n} dates need a second look.")
def likely_date(workshop: Workshop, context: Context) -> Iterator[Found]:
    horizon_end, language = workshop.brief.horizon_end, workshop.brief.language
    for row in _open(workshop):
        if row.due is None:
            continue
        if row.due < context.today:
            yield Found(f"{dates.say(row.due, language)} is before today.", row.id, "due")
        elif horizon_end is not None and row.due > horizon_end:
            yield Found(f"{dates.say(row.due, language)} is after the horizon.", row.id, "due")
        elif row.due.weekday() >= 5:
            yield Found(f"{dates.say(row.due, language)} is on a weekend.", row.id, "due", level=Level.HINT)


@rule("MIL-08", step=STEP, level=Level.WARN, as_worded=True, together="{n} months are crowded. What moves?")
def crowded_month(workshop: Workshop, context: Context) -> Iterator[Found]:
    months = defaultdict(list)
    for row in _open(workshop):
        if row.due is not None:
            months[row.due.replace(day=1)].append(row)
    for month, due in sorted(months.items()):
        if len(due) >= CROWDED_MONTH or month.month in workshop.brief.busy_months:
            results = count(len(due), "result falls", "results fall")
            message = f"{results} in {_month(month, workshop.brief.language)}. What moves?"
            yield Found(message, month.isoformat()[:7], "due", at=due[-1].id)


@rule("MIL-09", step=STEP, level=Level.WARN)
def spread(workshop: Workshop, context: Context) -> Iterator[Found]:
    start, end = workshop.brief.horizon_start, workshop.brief.horizon_end
    dated = [row.due for row in planned(workshop) if row.due is not None]
    if start is None or end is None or end <= start:
        return
    last_quarter = start + (end - start) * 3 / 4
    if 2 * sum(due > last_quarter for due in dated) > len(dated):
        yield Found("Most of the plan is promised for the end.", field="due")


@rule(
    "MIL-10",
    step=STEP,
    level=Level.WARN,
    as_worded=True,
    together="{n} owners have more than four results due in 90 days.",
)
def load(workshop: Workshop, context: Context) -> Iterator[Found]:
    owned = defaultdict(list)
    for priority in selected(workshop):
        for row in workshop.milestones_of(priority.id):
            if is_soon(row, context.today):
                owned[row.owner_id or priority.owner_id].append(row)
    for owner in workshop.parties:
        due = owned.get(owner.id, [])
        if len(due) > MANY_FOR_ONE:
            message = f"{called(owner.name, owner.id)} has {len(due)} results due in 90 days."
            yield Found(message, owner.id, "owner_id", at=due[-1].id)


@rule(
    "MIL-11",
    step=STEP,
    level=Level.WARN,
    more=True,
    as_worded=True,
    together="{n} milestones are doubted. What would make it 7?",
)
def confidence(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in _open(workshop):
        if row.confidence is not None and row.confidence <= DOUBTED:
            yield Found(f"Confidence {row.confidence}. What would make it 7?", row.id, "confidence")


@rule("MIL-12", step=STEP, level=Level.HINT, more=True)
def early_win(workshop: Workshop, context: Context) -> Iterator[Found]:
    milestones = planned(workshop)
    wins = [row for row in milestones if is_soon(row, context.today) and not blank(row.celebrate)]
    if milestones and not wins:
        soonest = min(milestones, key=lambda row: (row.due or date.max, row.number))
        yield Found("Which early win will you mark?", field="celebrate", at=soonest.id)


def planned(workshop: Workshop) -> tuple[Milestone, ...]:
    """The milestones of the selected priorities, by number."""
    chosen = {row.id for row in selected(workshop)}
    return tuple(row for row in workshop.milestones if row.priority_id in chosen)


def is_soon(milestone: Milestone, today: date) -> bool:
    """True for what is not done yet and due from today on, within 90 days."""
    due = milestone.due
    return due is not None and blank(milestone.evidence) and timedelta() <= due - today <= timedelta(days=SOON)


def _open(workshop: Workshop) -> list[Milestone]:
    """What is not done yet: evidence is written down when it is."""
    return [row for row in planned(workshop) if blank(row.evidence)]


def _circles(links: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield each circle of milestones that wait for each other: every one needs the next, and the last the first.

    A circle starts with its oldest milestone; a link belongs to one circle at most.
    """
    needs: dict[str, list[str]] = {}
    for a, b in links:
        needs.setdefault(a, []).append(b)
    while True:
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as error:
            # Each in the list comes before the next one, so it is the next one that needs it; the first is repeated.
            circle = list(reversed(error.args[1]))[:-1]
            for a in circle:
                needs[a] = [b for b in needs[a] if b not in circle]
            first = circle.index(min(circle, key=lambda id: (len(id), id)))
            yield circle[first:] + circle[:first]
        else:
            return


def _in_circle(titles: list[str]) -> str:
    if len(titles) == 1:
        return f'"{titles[0]}" needs itself.'
    first, *others = titles
    return f'"{first}" needs ' + "".join(f'"{title}", which needs ' for title in others) + f'"{first}".'


def _month(month: date, language: str) -> str:
    full = words_for(language).months[month.month - 1].split()[0]
    return f"{full.capitalize()} {month.year}"


def _title(milestone: Milestone) -> str:
    return called(milestone.title, milestone.id)
