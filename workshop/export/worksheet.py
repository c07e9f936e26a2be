"""The worksheet: blank forms that each participant fills in by hand before the day.

The half day works only with preparation. It asks for the obstacle and the facts, three places to play and three first
things to do, and holds nothing of what others have said.
"""

from __future__ import annotations

from workshop.export import html, markdown, phrases, plaintext
from workshop.export.document import Blank, Block, Section, paragraph, section
from workshop.export.letters import missing_letters
from workshop.export.registry import Subject, format
from workshop.export.typesetting import pages
from workshop.plan.model import Plan
from workshop.steps import Content, load
from workshop.wording import Agenda, Field, Step

#: What is asked for on paper, by step: how many times, and the lines for each answer, by noun and field.
_FORMS = (
    ("direction", 1, (("brief", "obstacle", 3), ("brief", "aspiration", 3))),
    ("direction", 3, (("fact", "text", 2), ("fact", "source", 1))),
    ("where-to-play", 3, (("arena", "name", 1), ("arena", "reason", 2), ("arena", "alternative", 1))),
    ("priorities", 3, (("priority", "title", 1), ("priority", "outcome", 2), ("priority", "stop", 1))),
)


@format(
    "worksheet",
    suffix=".md",
    media_type="text/markdown",
    description="Blank forms to fill in by hand before the day",
    subject=Subject.WORKSHEET,
)
def write(plan: Plan) -> bytes:
    """Return the worksheet as Markdown, in UTF-8."""
    return markdown.render(worksheet(plan, load())).encode()


@format(
    "worksheet-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same forms as plain text, 80 columns",
    subject=Subject.WORKSHEET,
)
def write_text(plan: Plan) -> bytes:
    """Return the worksheet as plain text, in UTF-8."""
    return plaintext.render(worksheet(plan, load())).encode()


@format(
    "worksheet-html",
    suffix=".html",
    media_type="text/html",
    description="The same forms as a web page",
    subject=Subject.WORKSHEET,
)
def write_html(plan: Plan) -> bytes:
    """Return the worksheet as a web page, in UTF-8."""
    return html.render(worksheet(plan, load())).encode()


@format(
    "worksheet-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The same forms to print",
    subject=Subject.WORKSHEET,
    remark=missing_letters,
)
def write_pdf(plan: Plan) -> bytes:
    """Return the worksheet as PDF."""
    return pages(worksheet(plan, load()), plan)


def worksheet(plan: Plan, content: Content) -> Section:
    """Return the forms for a workshop; what the method does not ask for is left out."""
    held = f"For {phrases.with_weekday(plan.held_on)}. " if plan.held_on else ""
    parts = (
        paragraph(plan.organization if plan.title else ""),
        paragraph(f"{held}Fill it in alone, by hand, before the day: one sentence each, rough ones will do."),
        paragraph(plan.scope),
        Blank("Name or role"),
        *_forms(content, content.agenda(plan.agenda)),
    )
    return Section(f"Worksheet: {phrases.title(plan)}", tuple(part for part in parts if part))


def _forms(content: Content, agenda: Agenda) -> list[Section]:
    """A section for each step that the agenda has time for, with its question and the blanks of all its forms."""
    sections = []
    for step in content.steps:
        blanks: list[Block | Section] = []
        for key, times, fields in _FORMS:
            if key == step.key and agenda.minutes(key):
                blanks += _blanks(content, times, fields)
        if form := section(step.name, *([paragraph(step.question), *blanks] if blanks else [])):
            sections.append(form)
    return sections


def _blanks(content: Content, times: int, fields: tuple[tuple[str, str, int], ...]) -> list[Block | Section]:
    asked = [(field, lines) for noun, name, lines in fields if (field := _asked(content.steps, noun, name))]
    return [
        Blank(f"{number}. {_question(field)}" if times > 1 and place == 0 else _question(field), lines)
        for number in range(1, times + 1)
        for place, (field, lines) in enumerate(asked)
    ]


def _asked(steps: tuple[Step, ...], noun: str, name: str) -> Field | None:
    """Return the field that asks for it, None where the method leaves it out."""
    return next((field for step in steps for field in step.fields if (field.noun, field.name) == (noun, name)), None)


def _question(field: Field) -> str:
    """The question as it is printed: where a row would be named, there is none yet."""
    return field.asked({})
