"""The plan that is shipped as the expectation, and the one that was made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data.value import Workshop
from workshop.export.registry import export
from workshop.plan.model import plan_of
from workshop.room.walk import WALKED
from workshop.rules.registry import Context, findings

#: The plan that the export is held to.
_SHIPPED = Path(__file__).parents[1] / "workshop" / "golden" / "brackenford.md"
_REF = "brackenford"


def shipped(ref: str = _REF) -> str:
    """The sample's plan in Markdown, byte for byte but for the reference, which is given to each workshop anew."""
    text = _SHIPPED.read_bytes().decode()
    assert text.count(f"**Reference:** {_REF}\n") == 1
    return text.replace(f"**Reference:** {_REF}\n", f"**Reference:** {ref}\n")


def markdown(workshop: Workshop, day: date) -> str:
    """The plan of a workshop in Markdown, as it is read on a day."""
    found = findings(workshop, Context(today=day, walked=WALKED))
    return export(plan_of(workshop, ref=_REF, today=day, findings=found), "markdown").decode()
