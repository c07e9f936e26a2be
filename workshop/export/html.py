"""HTML: one file that reads well on a screen and on paper, without a script and without anything fetched."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from workshop.export.document import Blank, Block, Bullets, Figure, Paragraph, Section, Table, Terms
from workshop.export.registry import format
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan
from workshop.text import cells, slug

#: HTML has six levels of headings.
_DEEPEST = 6

#: A column whose every cell is this short does not wrap; one with a cell this long is given room.
_SHORT, _LONG = 14, 40

#: A column with a word this long may break it: else it would make a table wider than the page.
_WORD = 14

#: On paper a table of so many rows stays on one page.
_FEW = 8

#: From so many sections on, there is a list of them at the top.
_MANY = 5


@format(
    "html",
    suffix=".html",
    media_type="text/html",
    description="The whole plan as one web page, to read, to print and to put on a site",
)
def write(plan: Plan) -> bytes:
    """Return the whole plan as a page, in UTF-8."""
    return render(whole_plan(plan, paged=True), over=plan.organization if plan.title else "").encode()


def render(document: Section, *, over: str = "") -> str:
    """Return a document as a page; whatever its texts contain stands there as it was typed.

    `over` is a line above the title.
    """
    style = _style()
    sections = [part for part in document.parts if isinstance(part, Section)]
    ids = _ids(sections)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(document.heading)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            "<header>",
            *([f'<p class="over" dir="auto">{escape(over)}</p>'] if over else []),
            f'<h1 dir="auto">{escape(document.heading)}</h1>',
            *_blocks(part for part in document.parts if not isinstance(part, Section)),
            *(_contents(sections, ids) if len(sections) >= _MANY else []),
            "</header>",
            "<main>",
            *(line for section, id in zip(sections, ids, strict=True) for line in _section(section, 2, id)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


@cache
def _style() -> str:
    return (files("workshop.export") / "page.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """Nothing is fetched, run or sent; no style but the page's own."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _ids(sections: Iterable[Section]) -> list[str]:
    """A name for each section by which it can be linked to; it stays while its heading does."""
    found: dict[str, None] = {}
    for section in sections:
        name = slug(section.heading)
        while name in found:
            name += "-2"
        found[name] = None
    return list(found)


def _contents(sections: Iterable[Section], ids: Iterable[str]) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ul>'
    for section, id in zip(sections, ids, strict=True):
        yield f'<li><a href="#{id}" dir="auto">{escape(section.heading)}</a></li>'
    yield "</ul></nav>"


def _section(section: Section, level: int, id: str = "") -> Iterator[str]:
    at = min(level, _DEEPEST)
    named = f' id="{id}"' if id else ""
    yield f"<section{named}>" if level == 2 else "<section>"
    yield f'<h{at} dir="auto">{escape(section.heading)}</h{at}>'
    for part in section.parts:
        yield from _section(part, level + 1) if isinstance(part, Section) else _block(part)
    yield "</section>"


def _blocks(blocks: Iterable[Block | Section]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Section):
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield f'<p dir="auto">{escape(text)}</p>'
        case Bullets(items):
            yield "<ul>"
            yield from (f'<li dir="auto">{escape(item)}</li>' for item in items)
            yield "</ul>"
        case Terms(pairs):
            yield "<dl>"
            yield from (f'<dt>{escape(label)}</dt><dd dir="auto">{escape(text)}</dd>' for label, text in pairs)
            yield "</dl>"
        case Table():
            yield from _table(block)
        case Blank(label, lines):
            ruled = '<div class="line"></div>' * lines
            yield f'<div class="blank"><p dir="auto">{escape(label)}</p>{ruled}</div>'
        case Figure(svg):
            yield f"<figure>\n{svg}</figure>"


def _table(table: Table) -> Iterator[str]:
    """A table without the columns nobody filled; what says what a row is heads it."""
    kept = table.filled
    kinds = [_kind(table, at) for at in kept]
    yield f'<div class="wide{" whole" if len(table.rows) <= _FEW else ""}"><table>'
    heads = (_cell('th scope="col"', "", table.columns[at]) for at in kept)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        tags = ('th scope="row"' if at == table.lead - 1 else "td" for at in kept)
        cells_of = zip(kept, kinds, tags, strict=True)
        yield f"<tr>{''.join(_cell(tag, kind, row[at]) for at, kind, tag in cells_of)}</tr>"
    yield "</tbody></table></div>"


def _cell(tag: str, kind: str, text: str) -> str:
    return f'<{tag}{kind} dir="auto">{escape(text)}</{tag.split()[0]}>'


def _kind(table: Table, at: int) -> str:
    texts = [row[at] for row in table.rows]
    longest = max(map(cells, texts), default=0)
    if longest <= _SHORT:
        return ' class="short"'
    names = ("long",) * (longest >= _LONG) + ("words",) * any(
        cells(word) > _WORD for text in texts for word in text.split()
    )
    return f' class="{" ".join(names)}"' if names else ""
