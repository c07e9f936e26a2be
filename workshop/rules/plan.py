"""The check of the whole plan: every choice leads to a priority, and every priority to a result."""

from __future__ import annotations

from collections.abc import Iterator

from data.value import Workshop
from workshop.rules import milestones, priorities
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import called

STEP = "plan"


# A hint in the shorter agendas, which do not ask what a priority serves; a missing milestone stops them anyway.
@rule("PLN-01", step=STEP, level=Level.WARN, more=True, together="The chain breaks in {n} places.")
def chain(workshop: Workshop, context: Context) -> Iterator[Found]:
    for id, name in priorities.unserved(workshop):
        yield Found(f'The chain breaks at "{name}".', id, "serves", at="", step=priorities.STEP)
    for row in priorities.selected(workshop):
        message = f'The chain breaks at "{called(row.title, row.id)}".'
        if not priorities.serves_any(workshop, row):
            yield Found(message, row.id, "serves", step=priorities.STEP)
        elif not workshop.milestones_of(row.id):
            yield Found(message, row.id, "title", step=milestones.STEP)
