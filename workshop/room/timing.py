"""A workshop's own time: how long its group plans for each step and pause, how long each took, and took the last time.

Whoever reckons with an agenda takes it from here: it is the method's, with the group's own minutes in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.room import clock
from workshop.steps import load
from workshop.text import line

if TYPE_CHECKING:
    from data.value import Workshop
    from workshop.steps import Content
    from workshop.wording import Agenda

#: A time that differs by fewer minutes from what is planned is no reason to plan otherwise.
_WORTH_SAYING = 2


@dataclass(frozen=True, slots=True)
class Timed:
    """A step or a pause: its key and name, the minutes planned for it and those it took (None: not known)."""

    key: str
    name: str
    planned: int
    taken: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step or a pause that took other than its planned minutes the last time."""

    key: str
    name: str
    planned: int
    before: int

    @property
    def text(self) -> str:
        """`Priorities 50 instead of 40 min`."""
        return f"{self.name} {self.before} instead of {self.planned} min"


def agenda_of(workshop: Workshop, content: Content | None = None) -> Agenda:
    """Return the agenda of a workshop with the group's own minutes; its total is theirs, too."""
    agenda = (content or load()).agenda(workshop.brief.agenda)
    return with_minutes(agenda, {row.id: row.planned for row in workshop.stretches if row.planned is not None})


def with_minutes(agenda: Agenda, own: Mapping[str, int]) -> Agenda:
    """Return an agenda with other minutes for some of its steps and pauses, by their keys; its total is theirs."""
    if not own:
        return agenda
    items = tuple(item.model_copy(update={"minutes": own.get(key, item.minutes)}) for key, item in agenda.keyed)
    return agenda.model_copy(update={"items": items, "total": sum(item.minutes for item in items)})


def name_of(key: str, agenda: str, content: Content | None = None) -> str:
    """Return what a step or a pause is called on the wall, by the name of an agenda; the key where it is neither."""
    content = content or load()
    step = next((step.name for step in content.steps if step.key == key), "")
    pauses = (clock.pause_name(each, key) for each in content.agendas if each.key == agenda)
    return step or next(pauses, "") or key


def times(workshop: Workshop) -> tuple[Timed, ...]:
    """Return the day as planned, and as it was held, in order; a break that was not planned comes last."""
    agenda, taken = agenda_of(workshop), {row.id: row.taken for row in workshop.stretches}
    keys = [key for key, item in agenda.keyed if item.minutes or taken.get(key) is not None]
    keys += [key for key, minutes in taken.items() if minutes is not None and key not in dict(agenda.keyed)]
    return tuple(
        Timed(key, line(name_of(key, workshop.brief.agenda)), agenda.minutes(key), taken.get(key)) for key in keys
    )


def proposals(workshop: Workshop) -> tuple[Proposal, ...]:
    """Return what took other than its planned minutes the last time, in the agenda's order."""
    agenda, before = agenda_of(workshop), {row.id: row.before for row in workshop.stretches}
    return tuple(
        Proposal(key, name_of(key, workshop.brief.agenda), item.minutes, minutes)
        for key, item in agenda.keyed
        if (minutes := before.get(key)) is not None and abs(minutes - item.minutes) >= _WORTH_SAYING
    )
