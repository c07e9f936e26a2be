"""Extra check-ins: called for when a signal passes its threshold, begun for that or another reason, on one choice."""

from __future__ import annotations

from datetime import date, timedelta

from data.nouns.check_in import Occasion, Sitting
from data.nouns.rhythm import Trigger
from data.value import Workshop
from workshop.actions.lines import kept
from workshop.check_ins import due

#: Within how many days the choice is looked at that a fired trigger concerns.
WITHIN = 10

#: Why a draft has no check-in.
DRAFT = "Adopt the plan first: a check-in looks at what was adopted."


def call(workshop: Workshop, trigger_id: str | None, on: date, why: str = "") -> Workshop:
    """Call an extra check-in, to be held within ten days from `on`; the same trigger calls for one at a time."""
    if trigger_id is not None:
        workshop.row(Trigger, trigger_id)
        if any(row.trigger_id == trigger_id for row in due.open_ones(workshop)):
            return workshop
    by = on + timedelta(days=WITHIN)
    return workshop.add(Sitting, kind=Occasion.EXTRA, planned_on=by, trigger_id=trigger_id, why=kept(why))[0]


def begin_extra(
    workshop: Workshop, on: date, *, trigger_id: str | None = None, why: str = "", about: str = ""
) -> Workshop:
    """Begin an extra check-in: for a trigger or another reason, on one choice, the row `about` ("W": the direction).

    One that was called for is begun and told of that. Raises ValueError as `begin` does, and without trigger or reason.
    """
    if not workshop.brief.version:
        raise ValueError(DRAFT)
    called = (row for row in due.open_ones(workshop) if row.kind is Occasion.EXTRA and row.trigger_id == trigger_id)
    row = next((row for row in called if trigger_id is not None or row.held_on is None), None)
    signal = workshop.row(Trigger, trigger_id).signal if trigger_id is not None else ""
    why = kept(why) or (row.why if row else "") or signal
    if not why:
        raise ValueError("Say which signal or reason calls for it.")
    told = {"trigger_id": trigger_id, "why": why, "about": about}
    if row is not None:
        return workshop.change(Sitting, row.id, **told, held_on=row.held_on or on)
    return workshop.add(Sitting, kind=Occasion.EXTRA, planned_on=on, held_on=on, **told)[0]
