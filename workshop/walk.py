"""Which steps a workshop walks through, in which order."""

from __future__ import annotations

from data.value import Workshop
from workshop import steps

#: The steps that have a screen; nothing is asked, checked or called missing of the others.
WALKED = ("open", "where-to-play", "how-to-win", "priorities", "owners", "milestones", "close")


def walkable(workshop: Workshop) -> tuple[str, ...]:
    """The steps that have a screen and that the workshop's agenda gives time to, in order."""
    content = steps.load()
    agenda = content.agenda(workshop.brief.agenda)
    return tuple(step.key for step in content.steps if step.key in WALKED and agenda.minutes(step.key))


def neighbor(workshop: Workshop, step: str, by: int) -> str | None:
    """The step `by` places further along, or None past an end."""
    walk = walkable(workshop)
    at = walk.index(step) + by if step in walk else 0
    return walk[at] if 0 <= at < len(walk) else None
