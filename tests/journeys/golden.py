"""The plan that is shipped as the expectation, and the one that was made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data.nouns.room import Brief
from data.value import Workshop, of_rows
from workshop.export.registry import export
from workshop.plan import plan_of
from workshop.rules.registry import Context, findings
from workshop.steps import load
from workshop.walk import WALKED

#: The sample's plan without what no screen asks for yet.
_SHIPPED = Path(__file__).parent / "brackenford.md"
_REF = "brackenford"

#: What the steps without a screen would ask for: Direction, Stress test and Rhythm.
_LATER = {"measure", "fact", "principle", "risk", "cadence", "trigger"}
_LATER_FIELDS = ("obstacle", "aspiration", "vision", "preset", "next_on", "keeper_id", "move_days")


def enterable(workshop: Workshop) -> Workshop:
    """A workshop without what no screen asks for yet."""
    rows = [row for key, row in workshop.rows.items() if key.table not in _LATER]
    blank, left = Brief(id="W"), Brief.model_fields
    later = {field.name for step in load().steps if step.key not in WALKED for field in step.fields}
    fields = {name: getattr(blank, name) for name in left if name in later | set(_LATER_FIELDS)}
    return of_rows(rows).change(Brief, "W", **fields)


def shipped(ref: str = _REF) -> str:
    """The sample's plan in Markdown, byte for byte but for the reference, which is given to each workshop anew."""
    text = _SHIPPED.read_bytes().decode()
    assert text.count(f"**Reference:** {_REF}\n") == 1
    return text.replace(f"**Reference:** {_REF}\n", f"**Reference:** {ref}\n")


def markdown(workshop: Workshop, day: date) -> str:
    """The plan of a workshop in Markdown, as it is read on a day."""
    found = findings(workshop, Context(today=day, walked=WALKED))
    return export(plan_of(workshop, ref=_REF, today=day, findings=found), "markdown").decode()
