"""Milestones: finished results are dated, moved in time and between priorities, and wait for one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from data.nouns.planning import Milestone, Needs, Priority
from data.value import Key, Workshop, link
from workshop.actions.lines import kept


def add(workshop: Workshop, priority_id: str, title: str, due: date | None = None, done_when: str = "") -> Workshop:
    """Promise a finished result for a priority. Nothing is added without a title."""
    priority, title = workshop.row(Priority, priority_id), kept(title)
    if not title:
        return workshop
    return workshop.add(Milestone, priority_id=priority.id, title=title, due=due, done_when=kept(done_when))[0]


def by_date(rows: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """The milestones in the order of their dates, undated ones last."""
    return tuple(sorted(rows, key=lambda row: (row.due or date.max, row.number)))


def shift(workshop: Workshop, id: str, weeks: int) -> Workshop:
    """Move the due date by whole weeks, back when negative; without a date there is nothing to move."""
    due = workshop.row(Milestone, id).due
    return workshop if due is None else workshop.change(Milestone, id, due=due + timedelta(weeks=weeks))


def need(workshop: Workshop, id: str, other: str) -> Workshop:
    """Let a milestone wait for another one; none waits for itself."""
    ids = workshop.row(Milestone, id).id, workshop.row(Milestone, other).id
    return workshop if id == other else workshop.put(link(Needs, milestone_id=ids[0], needs_id=ids[1]))


def need_only(workshop: Workshop, id: str, others: Iterable[str]) -> Workshop:
    """Let a milestone wait for just these, given by id."""
    others = tuple(others)
    for other in others:
        workshop = need(workshop, id, other)
    for row in workshop.of(Needs):
        if row.milestone_id == id and row.needs_id not in others:
            workshop = workshop.remove(Key("needs", row.id))
    return workshop


def move(workshop: Workshop, id: str, priority_id: str) -> Workshop:
    """Let a milestone prove another priority."""
    return workshop.change(Milestone, id, priority_id=workshop.row(Priority, priority_id).id)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a milestone away; what waited for it waits no longer."""
    workshop.row(Milestone, id)
    return workshop.remove(Key("milestone", id))
