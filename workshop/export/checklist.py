"""The list of what is still open, step by step, to print, to hand round and to tick off; it has no codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.value import Workshop
from workshop.export import markdown
from workshop.export.document import Section, bullets, paragraph, section, table
from workshop.rules.grouping import WORDS, Group, grouped, looked_at, sentence, sentences
from workshop.rules.rule import Finding
from workshop.text import line

_BOX = "☐"


def checklist(workshop: Workshop, findings: Iterable[Finding]) -> str:
    """Return the list as Markdown, of all that the checks find in a workshop; behind it what was accepted, and why."""
    groups = grouped(findings)
    unanswered = [each for each in groups if not each.accepted]
    steps = dict.fromkeys(each.step for each in unanswered)
    accepted = (row for each in groups if each.accepted for row in _reasons(workshop, each))
    parts = (
        *(section(looked_at(step), bullets(_boxes(workshop, unanswered, step))) for step in steps),
        paragraph("" if unanswered else "Nothing is open."),
        section("Decided in spite of a warning", table(("Warning", "Why we went past it"), accepted)),
    )
    title = line(workshop.brief.title)
    heading = f"Still open: {title}" if title else "Still open"
    return markdown.render(Section(heading, tuple(part for part in parts if part is not None)))


def _boxes(workshop: Workshop, groups: Iterable[Group], step: str) -> Iterator[str]:
    """A step's lines, the weightiest first, each with all that it is about."""
    here = [each for each in groups if each.step == step]
    for level, word in WORDS.items():
        for group in here:
            if group.level is level:
                several = sentences(workshop, group) if len(group.findings) > 1 else ()
                about = f" ({'; '.join(several)})" if several else ""
                yield line(f"{_BOX} {word}: {sentence(workshop, group)}{about}")


def _reasons(workshop: Workshop, group: Group) -> Iterator[tuple[str, str]]:
    for finding in group.findings:
        [only] = grouped([finding])
        if finding.accepted:
            yield line(sentence(workshop, only)), line(finding.accepted)
