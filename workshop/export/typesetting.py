"""Documents as PDF pages, set by typst: what people typed goes in as data, and the same data gives the same bytes.

The compiler and the fonts of the system are loaded when the first page is set.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from workshop.export.document import Blank, Block, Bullets, Figure, Paragraph, Section, Table, Terms
from workshop.export.packing import moment
from workshop.paper import Paper
from workshop.plan.model import Plan
from workshop.text import cells, graphemes, shorten

if TYPE_CHECKING:
    from datetime import datetime

    from typst import Fonts, PDFStandard

#: What the compiler calls them.
_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}

#: What every page is set in: the first is part of typst, the others are taken for the letters it lacks.
FONTS = (
    *("Libertinus Serif", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Naskh Arabic", "Noto Sans Arabic"),
    *("Noto Serif Hebrew", "Noto Sans Hebrew", "Noto Color Emoji", "Noto Emoji"),
)

#: A column whose every cell is this short is only as wide as it has to be; a letter takes about so much of a size.
_SHORT, _LETTER = 14, 0.51

#: A word longer than this may be broken: in a column, on a line of its own, in a title.
_LONG_WORD, _LONG_ON_LINE, _LONG_IN_TITLE = 22, 60, 30

#: A row with a cell longer than this may go on on the next page.
_LONG_CELL = 400

#: How wide a page is, in sizes of a table's letters.
_ACROSS = 50

#: From so many letters on, a longer text does not make a column wider.
_LONGEST = 160

#: What has about so many lines stays on one page; a line has about so many letters, beside a label, or in a table.
_SHORT_PART, _LINE, _BESIDE, _IN_TABLE = 21, 84, 64, 96

#: As much of a title as a line at the foot of a page holds.
_FOOT = 70


def pages(
    document: Section, plan: Plan, *, over: str = "", cover: bool = False, whole: frozenset[str] = frozenset()
) -> bytes:
    """Return a document as PDF.

    `over` is a line above the title. With a `cover` the first page is the title's, with a list of contents. The
    sections in `whole` stay on one page, where one holds them.
    """
    return compiled("page.typ", _data((document,), over, cover, whole), plan)


def one_page(versions: Iterable[Section], plan: Plan) -> bytes:
    """Return as PDF the first of several documents, from full to short, that has one page; else the last of them."""
    return compiled("page.typ", _data(tuple(versions)), plan)


def _data(
    versions: Sequence[Section], over: str = "", cover: bool = False, whole: frozenset[str] = frozenset()
) -> dict[str, Any]:
    title = versions[0].heading
    return {
        "title": broken(title, _LONG_IN_TITLE),
        "foot": shorten(title, _FOOT),
        "over": broken(over),
        "cover": cover,
        "versions": [
            {
                "opening": list(_parts(part for part in each.parts if not isinstance(part, Section))),
                "parts": list(_parts((part for part in each.parts if isinstance(part, Section)), whole)),
            }
            for each in versions
        ],
    }


def compiled(template: str, data: dict[str, Any], plan: Plan) -> bytes:
    """Return a template of this package, filled with `data`, as PDF, dated as the plan is.

    It is one for everybody (PDF/UA), where that can be kept: not with letters that no font has.
    """
    from typst import TypstError

    about = {
        "author": plan.organization,
        "paper": _PAPERS[plan.paper],
        "description": plan.message or plan.direction.aspiration,
        "fonts": [name for name in FONTS if name in fonts().families()],
    }
    text = json.dumps(data | about, ensure_ascii=False)
    try:
        return _set(template, text, moment(plan), "ua-1")
    except TypstError:
        return _set(template, text, moment(plan))


def _set(template: str, data: str, at: datetime, *standards: PDFStandard) -> bytes:
    from typst import Compiler

    # One for each document: after an error a compiler no longer has its template.
    compiler = Compiler(_template(template), font_paths=fonts(), sys_inputs={"data": data})
    made = compiler.compile(format="pdf", timestamp=at, pdf_standards=list(standards))
    assert isinstance(made, bytes)
    return made


@cache
def fonts(*, system: bool = True) -> Fonts:
    """Return the fonts there are: typst's own, and those of the system."""
    from typst import Fonts

    return Fonts(include_system_fonts=system)


@cache
def _template(name: str) -> bytes:
    return (files("workshop.export") / name).read_bytes()


# -- parts as data -----------------------------------------------------------------------------------------------------


def broken(text: str, longest: int = _LONG_WORD) -> str:
    """Return `text` with places to break a line at in words of more than `longest` letters."""
    if all(len(word) <= longest for word in text.split()):
        return text
    return " ".join(_broken_word(word, longest) for word in text.split(" "))


def _broken_word(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    clusters = graphemes(word)
    pieces = ("".join(clusters[at : at + longest // 2]) for at in range(0, len(clusters), longest // 2))
    return "\u200b".join(pieces)


def _parts(parts: Iterable[Block | Section], whole: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    for part in parts:
        if isinstance(part, Section):
            yield {
                "kind": "section",
                "heading": broken(part.heading, _LONG_IN_TITLE),
                "whole": part.heading in whole,
                "short": _lines(part) <= _SHORT_PART,
                "parts": list(_parts(part.parts)),
            }
        else:
            yield _block(part)


def _lines(part: Block | Section) -> int:
    """About how many lines a part takes."""
    match part:
        case Section(_, parts):
            return 3 + sum(map(_lines, parts))
        case Paragraph(text):
            return 1 + cells(text) // _LINE
        case Bullets(items):
            return sum(1 + cells(item) // _LINE for item in items)
        case Terms(pairs):
            return sum(1 + cells(text) // _BESIDE for _, text in pairs)
        case Table():
            across = max(len(part.filled), 1)
            return 2 + sum(1 + max(map(cells, row)) * across // _IN_TABLE for row in part.rows)
        case Blank(_, lines):
            return 2 + 2 * lines
        case Figure():
            return _SHORT_PART - 3


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": broken(text, _LONG_ON_LINE)}
        case Bullets(items):
            return {"kind": "bullets", "items": [broken(item, _LONG_ON_LINE) for item in items]}
        case Terms(pairs):
            return {
                "kind": "terms",
                "pairs": [(label, broken(text, _LONG_ON_LINE)) for label, text in pairs],
                "short": _lines(block) <= _SHORT_PART,
            }
        case Table():
            return _table(block)
        case Blank(label, lines):
            return {"kind": "blank", "label": broken(label, _LONG_ON_LINE), "lines": lines}
        case Figure(svg, told):
            return {"kind": "figure", "svg": svg, "told": told}


def _table(table: Table) -> dict[str, Any]:
    kept = table.filled
    needed = sum(_least(table.columns[at], [row[at] for row in table.rows]) + 1 for at in kept)
    if needed > _ACROSS:
        return _records(table)
    return {
        "kind": "table",
        "lead": sum(at < table.lead for at in kept),
        "columns": [table.columns[at] for at in kept],
        "widths": [_width(table.columns[at], [row[at] for row in table.rows]) for at in kept],
        "rows": [
            {
                "cells": [broken(row[at]) for at in kept],
                "long": max(map(len, row)) > _LONG_CELL,
            }
            for row in table.rows
        ],
    }


def _records(table: Table) -> dict[str, Any]:
    """A table too wide for a page, its rows one below the other: what each is, and the rest by the columns' names."""
    lead = range(table.lead)
    return {
        "kind": "records",
        "rows": [
            {
                "head": broken("  ".join(filter(None, (row[at] for at in lead)))),
                "pairs": [
                    (name, broken(cell))
                    for at, (name, cell) in enumerate(zip(table.columns, row, strict=True))
                    if at not in lead and cell
                ],
                "long": max(map(len, row)) > _LONG_CELL,
            }
            for row in table.rows
        ],
    }


def _least(name: str, texts: list[str]) -> float:
    """The least width of a column, in sizes of its letters: that of its longest word, of a short cell all of it."""
    words = (min(cells(word), _LONG_WORD) for text in (name, *texts) for word in text.split())
    longest = max(map(cells, texts), default=0)
    return (longest if longest <= _SHORT else max(words, default=0)) * _LETTER


def _width(name: str, texts: list[str]) -> dict[str, Any]:
    """How wide a column is: fixed, in sizes of its letters, where its cells are short, else a share of the rest."""
    longest = max(map(cells, texts), default=0)
    word = _on_two_lines(name)
    if longest <= _SHORT:
        return {"fixed": True, "size": round(max(longest, word) * _LETTER + 0.2, 2)}
    words = max((min(len(word), _LONG_WORD) for text in texts for word in text.split()), default=0)
    return {"fixed": False, "size": round(max(math.sqrt(min(longest, _LONGEST)), 0.62 * words), 2)}


def _on_two_lines(name: str) -> int:
    """How wide a name is that is broken once, in cells."""
    words = name.split()
    ways = (max(cells(" ".join(words[:at])), cells(" ".join(words[at:]))) for at in range(1, len(words) + 1))
    return min(ways, default=0)
