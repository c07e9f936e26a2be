"""Markdown: the whole plan, one line an item, so that two versions of it compare line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshop.export.document import Blank, Block, Bullets, Figure, Paragraph, Section, Table, Terms
from workshop.export.registry import format
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan

#: CommonMark takes six levels of headings.
_DEEPEST = 6

#: What could be markup anywhere in a line, be it in GitHub's dialect or in pandoc's; a backslash makes it a plain
#: character. Dots and slashes only where a program would see an address, ampersands only where one would see an entity.
_MARKUP = re.compile(r"[\\`*_\[\]<>{}|~$^@#]|&(?=#?\w+;)|(?<=[^\W_])\.(?=[^\W\d_])|(?<=/)/")

#: A line to write on: a rule across the page, which is a line in the source too.
_LINE = "_" * 72

#: What could be markup where a block begins: bullets, numbers, underlines, definitions.
_OPENING = re.compile(r"^(\d*)([-+=:%.)])")


@format(
    "markdown",
    suffix=".md",
    media_type="text/markdown",
    description="The whole plan, for reading, for version control and for other converters",
)
def write(plan: Plan) -> bytes:
    """Return the whole plan as Markdown, in UTF-8."""
    return render(whole_plan(plan)).encode()


def render(document: Section) -> str:
    """Return a document as Markdown; whatever its texts contain stands there as it was typed."""
    return "\n\n".join(_section(document, 1)) + "\n"


def escaped(text: str) -> str:
    """Return one line of text so that Markdown shows it literally within a line of its own."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _opening(text: str) -> str:
    """Return one line of text so that Markdown shows it literally where a block begins."""
    return _OPENING.sub(r"\1\\\2", escaped(text))


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, _DEEPEST)} {escaped(section.heading)}"
    for part in section.parts:
        if isinstance(part, Section):
            yield from _section(part, level + 1)
        else:
            yield "\n".join(_block(part))


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(text):
            return [_opening(text)]
        case Bullets(items):
            return [f"- {_opening(item)}" for item in items]
        case Terms(pairs):
            return [f"- **{escaped(label)}:** {escaped(text)}" for label, text in pairs]
        case Table(columns, rows):
            return [_row(columns), _rule(len(columns)), *map(_row, rows)]
        case Blank(label, lines):
            return ["\n\n".join([f"**{escaped(label)}**", *[_LINE] * lines])]
        case Figure(_, told):
            return [_opening(told)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _rule(columns: int) -> str:
    return f"|{' --- |' * columns}"
