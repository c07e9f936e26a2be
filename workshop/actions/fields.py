"""Any field of any row set from an answer, with all that goes with it by the rules of the steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.nouns.planning import Status
from data.nouns.rhythm import CheckIn, Preset
from data.nouns.room import Agenda, Disposition
from data.value import Workshop, noun_of
from workshop.actions import closing, milestones, opening, owners, parties, priorities, rhythm
from workshop.actions.lines import kept
from workshop.steps import load

Setter = Callable[[Workshop, str, Any], Workshop]

#: Fields whose change goes further than their own column.
_FURTHER: dict[tuple[str, str], Setter] = {
    ("brief", "agenda"): lambda workshop, id, value: opening.choose_agenda(workshop, Agenda(value)),
    ("brief", "fist"): lambda workshop, id, value: closing.show_fingers(workshop, value),
    ("brief", "rhythm"): lambda workshop, id, value: rhythm.choose(workshop, Preset(value)),
    ("cadence", "kind"): lambda workshop, id, value: rhythm.turn_into(workshop, id, CheckIn(value)),
    ("party", "name"): parties.rename,
    ("party", "lead_id"): parties.lead,
    ("priority", "status"): lambda workshop, id, value: priorities.decide(workshop, id, Status(value)),
    ("priority", "serves"): priorities.serve_only,
    ("priority", "owner_id"): owners.name,
    ("priority", "deputy_id"): owners.deputize,
    ("priority", "helpers"): owners.helped_only_by,
    ("milestone", "priority_id"): milestones.move,
    ("milestone", "needs"): milestones.need_only,
    ("parked", "disposition"): lambda workshop, id, value: closing.dispose(workshop, id, Disposition(value)),
    ("parked", "who_id"): closing.give,
    ("parked", "by"): closing.due,
}


def set_field(workshop: Workshop, noun: str, id: str, field_name: str, value: Any) -> Workshop:
    """Return the workshop with one field of one row set to `value`, as `answers.read` gives it.

    Raises Gone when the row is, and KeyError when the method does not ask for that field: what is counted or copied
    (ranks, versions, first dates) cannot be typed. Raises pydantic's ValidationError on a value of the wrong kind.
    """
    kind = load().field(noun, field_name).kind
    table = noun_of(noun)
    workshop.row(table, id)
    if (further := _FURTHER.get((noun, field_name))) is not None:
        return further(workshop, id, value)
    match kind:
        case "party":
            workshop, value = parties.named(workshop, value)
        case "text":
            value = kept(value or "")
        case "lines":
            value = tuple(filter(None, map(kept, value or ())))
        case "periods":
            value = tuple(sorted(set(value or ())))
    return workshop.change(table, id, **{field_name: value})
