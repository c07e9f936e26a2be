"""Time: how long a step or a pause took, and whether the group plans as long again the next time."""

from __future__ import annotations

from data.nouns.room import Stretch
from data.value import Key, Workshop
from workshop.room.timing import proposals
from workshop.steps import load


def finished(workshop: Workshop, key: str, planned: int, taken: int) -> Workshop:
    """Write down that a step or a pause took `taken` minutes, and was planned to take `planned`."""
    row = workshop.get(Stretch, key) or Stretch(id=key)
    return workshop.put(row.replace(planned=planned, taken=taken, before=None))


def as_before(workshop: Workshop) -> Workshop:
    """Plan for every step and pause the minutes that it took the last time."""
    for each in proposals(workshop):
        workshop = workshop.change(Stretch, each.key, planned=each.before)
    return as_planned(workshop)


def as_planned(workshop: Workshop) -> Workshop:
    """Leave the agenda as it is: how long things took the last time is not said again."""
    return _without(workshop, "before")


def for_other_agenda(workshop: Workshop) -> Workshop:
    """Forget the minutes that were planned for steps and pauses of another agenda, but not what they took."""
    return _without(workshop, "before", "planned")


def for_next(workshop: Workshop) -> tuple[Stretch, ...]:
    """Return the times as the next workshop begins: planned as this group does, with what each took the last time."""
    method = load().agenda(workshop.brief.agenda)
    rows = (
        Stretch(id=row.id, planned=None if row.planned == method.minutes(row.id) else row.planned, before=row.taken)
        for row in workshop.stretches
        if row.id in dict(method.keyed)
    )
    return tuple(row for row in rows if (row.planned, row.before) != (None, None))


def _without(workshop: Workshop, *names: str) -> Workshop:
    """The workshop without some fields of its times, and without those of which nothing is left."""
    for row in workshop.stretches:
        kept = row.replace(**dict.fromkeys(names))
        nothing = kept == Stretch(id=row.id)
        workshop = workshop.remove(Key(row.table, row.id)) if nothing else workshop.put(kept)
    return workshop
