"""Checks of Owners: each priority answered for by one name, who said yes and has the time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from data.nouns.planning import Accepted, Priority
from data.nouns.room import Kind, Party
from data.value import Workshop
from workshop.rules.priorities import selected
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import blank, called
from workshop.text import is_one_of

STEP = "owners"

#: One name carries so many priorities; more than the second nobody can.
MANY, TOO_MANY = 2, 3


@rule("OWN-01", step=STEP, level=Level.BLOCK, together="{n} priorities belong to nobody. Name an owner for each.")
def one_owner(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row in selected(workshop):
        if owner_of(workshop, row) is None:
            message = f'"{called(row.title, row.id)}" belongs to nobody. Name an owner, or move it to later.'
            yield Found(message, row.id, "owner_id")


@rule(
    "OWN-03", step=STEP, level=Level.WARN, company=True, together="{n} priorities are shared by all. Who is the lead?"
)
def not_everybody(workshop: Workshop, context: Context) -> Iterator[Found]:
    shared = context.content.words("shared-by-all", workshop.brief.language)
    for row, owner in _owned(workshop):
        message = "Shared by all is owned by none. Who is the lead?"
        if is_one_of(owner.name, shared):
            yield Found(message, row.id, "owner_id")
        elif owner.kind == Kind.TEAM and workshop.party(owner.lead_id) is None:
            yield Found(message, row.id, "lead_id", at=owner.id)


@rule(
    "OWN-04",
    step=STEP,
    level=Level.WARN,
    company=True,
    as_worded=True,
    together="{n} priorities have an owner who hasn't said yes. Who asks, by when?",
)
def said_yes(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row, owner in _owned(workshop):
        if row.accepted in (Accepted.NOT_ASKED, Accepted.NO):
            yield Found(f'"{_name(owner)}" hasn\'t said yes. Who asks, by when?', row.id, "accepted")


@rule(
    "OWN-05",
    step=STEP,
    level=Level.WARN,
    company=True,
    as_worded=True,
    together="{n} owners carry too much. What can someone else carry?",
)
def not_overloaded(workshop: Workshop, context: Context) -> Iterator[Found]:
    load: dict[str, list[Priority]] = {}
    for row, owner in _owned(workshop):
        load.setdefault(owner.id, []).append(row)
    of = len(selected(workshop))
    for owner in workshop.parties:
        own = load.get(owner.id, [])
        if len(own) > MANY:
            yield Found(
                f"{_name(owner)} owns {len(own)} of {of}. Which can someone else carry?",
                owner.id,
                "owner_id",
                at=own[-1].id,
                level=Level.BLOCK if len(own) > TOO_MANY else None,
            )


@rule(
    "OWN-07",
    step=STEP,
    level=Level.WARN,
    company=True,
    together="{n} priorities belong to an outsider. Who inside?",
)
def insider(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row, owner in _owned(workshop):
        if owner.outside:
            yield Found("An outsider can't answer for this. Who inside does?", row.id, "owner_id")


@rule(
    "OWN-08",
    step=STEP,
    level=Level.HINT,
    more=True,
    together="{n} priorities have no hours, or nothing leaves their owner's desk.",
)
def time_made(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row, _ in _owned(workshop):
        no_hours = row.hours is None or row.hours <= 0
        if no_hours or blank(row.leaves_desk):
            yield Found(
                "No time was made. This will lose against the daily work.",
                row.id,
                "hours" if no_hours else "leaves_desk",
                together="{n} priorities have no hours." if no_hours else "Nothing leaves the desk for {n} priorities.",
            )


@rule(
    "OWN-09", step=STEP, level=Level.HINT, more=True, together="{n} priorities have no deputy. Who covers an absence?"
)
def deputy(workshop: Workshop, context: Context) -> Iterator[Found]:
    for row, owner in _owned(workshop):
        stand_in = workshop.party(row.deputy_id)
        if stand_in is None or stand_in.id == owner.id:
            yield Found("Who covers an absence?", row.id, "deputy_id")


def two_names(text: str, joints: Iterable[str]) -> tuple[str, ...]:
    """Return the names that `text` seems to join ("Ann and Bob", "Ann, Bob & Cem"), or () when it is one name.

    `joints` are the words and signs between two names (the word list "joins-names"), which stand between spaces.
    This is a question to ask while an owner is typed, never more: "Research and Development Lead" is one person.
    """
    words = [re.escape(joint) for joint in joints]
    if not words:
        return ()
    parts = re.split(rf"\s+(?:{'|'.join(words)})\s+", text, flags=re.IGNORECASE)
    if len(parts) == 1:
        return ()
    names = [name.strip() for part in parts for name in part.split(",")]
    joined = tuple(name for name in names if name)
    return joined if len(joined) > 1 else ()


def owner_of(workshop: Workshop, priority: Priority) -> Party | None:
    """The party that answers for a priority; None when nobody does, or nobody with a name."""
    owner = workshop.party(priority.owner_id)
    return None if owner is None or blank(owner.name) else owner


def _owned(workshop: Workshop) -> Iterator[tuple[Priority, Party]]:
    for row in selected(workshop):
        if owner := owner_of(workshop, row):
            yield row, owner


def _name(owner: Party) -> str:
    return called(owner.name, owner.id)
