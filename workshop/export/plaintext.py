"""Plain text: the whole plan in lines of at most 80 columns, for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.export.document import Blank, Block, Bullets, Figure, Paragraph, Section, Table, Terms
from workshop.export.layout import hang, wrap
from workshop.export.registry import format
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan
from workshop.text import cells

WIDTH = 80


@format("text", suffix=".txt", media_type="text/plain", description="The whole plan as plain text, 80 columns")
def write(plan: Plan) -> bytes:
    """Return the whole plan as plain text, in UTF-8."""
    return render(whole_plan(plan)).encode()


def render(document: Section) -> str:
    """Return a document as plain text: headings underlined, each row of a table an item of a list."""
    return "\n\n".join("\n".join(lines) for lines in _section(document, 0)) + "\n"


def _section(section: Section, level: int) -> Iterator[list[str]]:
    heading = wrap(section.heading, WIDTH)
    underline = "=-"[level] * max(map(cells, heading)) if level < 2 else ""
    yield [*heading, underline] if underline else heading
    for part in section.parts:
        if isinstance(part, Section):
            yield from _section(part, level + 1)
        else:
            yield list(_block(part))


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(text):
            return wrap(text, WIDTH)
        case Bullets(items):
            return _items(items)
        case Terms(pairs):
            return _items(f"{label}: {text}" for label, text in pairs)
        case Table(names, rows, lead):
            return _items(_row(names, row, lead) for row in rows)
        case Blank(label, lines):
            return ["\n\n".join(["\n".join(wrap(label, WIDTH)), *["_" * WIDTH] * lines])]
        case Figure(_, told):
            return wrap(told, WIDTH)


def _row(names: tuple[str, ...], row: tuple[str, ...], lead: int) -> str:
    """A row of a table in one text: what it is, then the rest by the names of their columns."""
    rest = (f"{name}: {cell}" for name, cell in zip(names[lead:], row[lead:], strict=True) if cell)
    return "; ".join(filter(None, (" ".join(filter(None, row[:lead])), *rest)))


def _items(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from hang("-", wrap(text, WIDTH - 2), 2)
