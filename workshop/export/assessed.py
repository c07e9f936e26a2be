"""The self-assessment as documents for people: Markdown, and plain text with bars."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.assessment import Assessment
from data.value import Workshop
from workshop.assessment import comparison, results
from workshop.assessment.results import DimensionResult
from workshop.assessment.words import bars, standing
from workshop.export import markdown, plaintext
from workshop.export.assessed_section import opening, rest, result_section
from workshop.export.document import Section, bullets, paragraph
from workshop.export.letters import missing_letters
from workshop.export.phrases import iso
from workshop.export.registry import Source, Subject, whole_format
from workshop.export.typesetting import pages
from workshop.text import clean

#: What is said where nobody has answered yet.
NONE = "Nobody has answered it yet: `workshop assess` opens it."

#: Cells of a bar in 80 columns.
_BAR = 8


@whole_format(
    "assessment",
    suffix=".md",
    media_type="text/markdown",
    description="The self-assessment: results, next actions, then and now",
    subject=Subject.ASSESSMENT,
)
def write(source: Source) -> bytes:
    """Return the last self-assessment as Markdown, in UTF-8."""
    return markdown.render(document(source.workshop)).encode()


@whole_format(
    "assessment-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same as plain text with bars, 80 columns",
    subject=Subject.ASSESSMENT,
)
def write_text(source: Source) -> bytes:
    """Return the last self-assessment as plain text, its answers as bars, in UTF-8."""
    found = results.latest(source.workshop)
    if found is None:
        return plaintext.render(document(source.workshop)).encode()
    said = Section("Self-assessment", tuple(filter(None, opening(found))))
    behind = filter(None, rest(found, comparison.compared(source.workshop, found)))
    parts = [plaintext.render(said), *("\n".join(_drawn(each)) for each in found.dimensions)]
    parts += [plaintext.render(part) for part in behind]
    return ("\n\n".join(part.rstrip("\n") for part in parts) + "\n").encode()


@whole_format(
    "assessment-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The same to print and to hand round",
    subject=Subject.ASSESSMENT,
    remark=missing_letters,
)
def write_pdf(source: Source) -> bytes:
    """Return the last self-assessment as PDF."""
    return pages(document(source.workshop), source.plan)


# -- a document ----------------------------------------------------------------------------------------------------


def document(workshop: Workshop) -> Section:
    """Return the last self-assessment as a document, which says so where there is none."""
    found = results.latest(workshop)
    if found is not None:
        return result_section(found, comparison.compared(workshop, found))
    kept = results.in_order(workshop)
    if not kept:
        return Section("Self-assessment", tuple(filter(None, (paragraph(NONE),))))
    return Section("Self-assessment", tuple(filter(None, (bullets(map(_unknown, kept)),))))


def _unknown(row: Assessment) -> str:
    """An assessment whose questionnaire is not at hand, or not in that version."""
    asked = f"{clean(row.questionnaire)} {clean(row.version)}".strip()
    return f"Answered {iso(row.taken_on)}: “{asked}”, whose questions are not at hand."


# -- bars ----------------------------------------------------------------------------------------------------------


def _drawn(each: DimensionResult) -> Iterator[str]:
    """A dimension with a bar for each answer, in 80 columns."""
    yield f"{each.dimension.name}: {each.said.replace('  ', ', ')}"
    for item in each.items:
        yield f"  {f'{item.item.id}  {item.item.topic}':<36}{standing(item)}".rstrip()
        if item.tally is not None and item.tally.answered > 1:
            yield f"        {bars(item.tally, _BAR)}"
