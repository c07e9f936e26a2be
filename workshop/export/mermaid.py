"""Mermaid: the milestones as a Gantt chart in text, which wikis and code hosts draw by themselves."""

from __future__ import annotations

import re

from workshop.export import phrases
from workshop.export.registry import Subject, format
from workshop.plan.model import Plan

#: What separates or comments in Mermaid's Gantt, or begins an entity: it is written as one.
_MARKUP = re.compile(r"[#;:,%<>\"`{}\[\]()&\\]")


@format(
    "mermaid",
    suffix=".mmd",
    media_type="text/vnd.mermaid",
    description="The milestones as a Gantt chart that wikis draw",
    subject=Subject.DATA,
)
def write(plan: Plan) -> bytes:
    """Return the chart, in UTF-8: a section for each priority, a milestone for each that has a date."""
    lines = ["gantt", f"    title {escaped(phrases.title(plan))}", "    dateFormat YYYY-MM-DD", "    axisFormat %b %Y"]
    for row in plan.priorities:
        lines.append(f"    section {escaped(phrases.named(row.id, row.title))}")
        for each in row.milestones:
            if each.due:
                state = "done, " if each.evidence else ""
                name = escaped(phrases.named(each.id, each.title))
                lines.append(f"    {name} :{state}milestone, {each.id}, {phrases.iso(each.due)}, 0d")
    return "\n".join((*lines, "")).encode()


def escaped(text: str) -> str:
    """Return one line of text so that Mermaid shows it literally, its signs as decimal entities."""
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", text)
