"""Which steps a workshop walks through, in which order."""

from __future__ import annotations

from functools import cache

from data.value import Workshop
from workshop import steps
from workshop.room import timing
from workshop.steps import Content

#: The steps that have a screen; nothing is asked, checked or called missing of the others.
WALKED = (
    *("open", "direction", "where-to-play", "how-to-win", "priorities"),
    *("owners", "milestones", "stress-test", "rhythm", "close"),
)


def walkable(workshop: Workshop, also: str = "") -> tuple[str, ...]:
    """The steps of the method that have a screen, in order, as far as they concern a workshop.

    Those are the steps that its agenda gives time to, those in which something was written down, and `also`, the one
    that is looked at.
    """
    content = steps.load()
    agenda = timing.agenda_of(workshop)
    tables = {key.table for key in workshop.rows}

    def concerns(key: str) -> bool:
        return key == also or bool(agenda.minutes(key)) or not tables.isdisjoint(_own_tables(content, key))

    return tuple(key for key in every_step() if concerns(key))


def every_step() -> tuple[str, ...]:
    """The steps of the method that have a screen, in order, whether or not an agenda gives time to them."""
    content = steps.load()
    return tuple(step.key for step in content.steps if step.key in WALKED and step.key not in content.left_out)


def step_names() -> tuple[str, ...]:
    """What the steps that have a screen are called, in order."""
    content = steps.load()
    return tuple(content.step(key).name for key in every_step())


def step_called(text: str) -> tuple[str, str]:
    """Return the key and the name of the step of that number, or whose name begins so; raises ValueError."""
    content, sought = steps.load(), text.strip().casefold()
    for key in every_step():
        step = content.step(key)
        if sought == str(content.number(key)) or (sought and step.name.casefold().startswith(sought)):
            return key, step.name
    last = content.number(every_step()[-1])
    raise ValueError(f"No step is called that: type a number from 1 to {last}, or the beginning of a name.")


def neighbor(workshop: Workshop, step: str, by: int) -> str | None:
    """The step `by` places further along, or None past an end."""
    walk = walkable(workshop, step)
    at = walk.index(step) + by if step in walk else 0
    return walk[at] if 0 <= at < len(walk) else None


@cache
def _own_tables(content: Content, key: str) -> frozenset[str]:
    """The tables of the rows that this step asks for, and no other."""
    of_others = {field.noun for step in content.steps for field in step.fields if step.key != key}
    return frozenset(field.noun for field in content.step(key).fields) - of_others
