"""A document as a Word file: headings, lists, tables and pictures in styles, to be edited by whoever gets it.

The parts are written as the format has them: python-docx supplies the package around them, and would take many times as
long to fill its tables cell by cell.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from workshop.export import phrases
from workshop.export.document import Blank, Block, Bullets, Figure, Paragraph, Section, Table, Terms
from workshop.export.packing import moment, repacked, runs_left, xml_text
from workshop.export.word import styles
from workshop.export.word.picture import drawn
from workshop.export.word.styles import NAMESPACE, Sizes
from workshop.export.word.widths import widths
from workshop.plan.model import Plan
from workshop.text import shorten

#: As much of a title as a line at the foot of a page holds.
_FOOT = 70

#: A list of so many terms, and a table of so many rows, stays on one page with what stands before it.
_SHORT_LIST, _SHORT_TABLE = 14, 10

#: Word's documents have their headings in three levels here.
_DEEPEST = 3


def pages(document: Section, plan: Plan, *, over: str = "", sizes: Sizes = styles.READING) -> bytes:
    """Return a document as a Word file, the same every time; `over` is a line above its title."""
    from docx import Document  # costs time, which a list of formats does not need

    made = Document()
    styles.dress(made, sizes, plan.paper)
    _describe(made.core_properties, document, plan)
    body = made.element.body
    writer = _Writer(made, sizes, plan.paper.size[0])
    end = body[-1]
    for element in writer.document(document, over):
        end.addprevious(element)
    _foot(made.sections[0], document, plan, sizes)
    whole = io.BytesIO()
    made.save(whole)
    return repacked(whole.getvalue())


class _Writer:
    """Writes the parts of one document, by what that document calls its styles."""

    def __init__(self, made: Any, sizes: Sizes, wide: float) -> None:
        self._made = made
        self._sizes = sizes
        self._room = wide - 2 * sizes.margin
        self._ids = {style.name: style.style_id for style in made.styles}
        self._pictures = count(1)

    def document(self, document: Section, over: str) -> Iterator[Any]:
        if over:
            yield self._paragraph("Subtitle", over)
        yield self._paragraph("Title", document.heading)
        yield from self._parts(document, 1)

    def _parts(self, section: Section, level: int) -> Iterator[Any]:
        for at, part in enumerate(section.parts):
            if isinstance(part, Section):
                yield self._paragraph(f"Heading {min(level, _DEEPEST)}", part.heading)
                yield from self._parts(part, level + 1)
            else:
                yield from self._block(
                    part, before_table=any(isinstance(each, Table) for each in section.parts[at + 1 : at + 2])
                )

    def _block(self, block: Block, *, before_table: bool) -> Iterator[Any]:
        match block:
            case Paragraph(text):
                yield self._paragraph("Normal", text)
            case Bullets(items):
                yield from (self._paragraph("List Bullet", item) for item in items)
            case Terms(pairs):
                kept = len(pairs) if before_table else len(pairs) - 1
                short = len(pairs) <= _SHORT_LIST
                yield from (self._term(*pair, keep=short and at < kept) for at, pair in enumerate(pairs))
                if before_table:
                    yield self._paragraph(styles.GAP, "", keep=True)
            case Table():
                yield self._table(block)
                yield self._paragraph(styles.GAP, "")  # or two tables would become one
            case Blank(label, lines):
                yield self._paragraph(styles.QUESTION, label)
                yield from (self._paragraph(styles.RULE, "") for _ in range(lines))
            case Figure(svg, told):
                yield self._picture(svg, told)

    def _paragraph(self, style: str, text: str, *, keep: bool = False) -> Any:
        """A paragraph; one to `keep` stands on the page of what follows it."""
        leftward = runs_left(text)
        properties = self._properties(style, keep, *([_w("bidi")] if leftward else []))
        return _w("p", properties, *([_run(text, leftward)] if text else []))

    def _properties(self, style: str, keep: bool, *more: Any) -> Any:
        return _w("pPr", _w("pStyle", val=self._ids[style]), *([_w("keepNext")] if keep else []), *more)

    def _term(self, label: str, text: str, *, keep: bool) -> Any:
        name = _w("r", _w("rPr", _w("rStyle", val=self._ids[styles.LABEL])), _text(label), _w("tab"))
        leftward = runs_left(text)
        return _w("p", self._properties(styles.TERM, keep), name, _run(text, leftward))

    def _table(self, table: Table) -> Any:
        """A table without the columns nobody filled; its head stands on every page, and no row is broken.

        A short one is not broken either, and of a long one no row stands alone.
        """
        kept = table.filled
        wide = [round(points * 20) for points in widths(table, kept, self._room, self._sizes.cell)]
        look = _w(
            "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
        )
        properties = _w(
            "tblPr",
            _w("tblStyle", val=self._ids[styles.TABLE]),
            _w("tblW", type="dxa", w=str(sum(wide))),
            _w("tblLayout", type="fixed"),
            look,
        )
        head = _w(
            "tr",
            _w("trPr", _w("cantSplit"), _w("tblHeader")),
            *(self._cell(styles.HEAD, table.columns[at], each) for at, each in zip(kept, wide, strict=True)),
        )
        last = len(table.rows) - 1
        kept_rows = range(last) if last < _SHORT_TABLE else (0, last - 1)
        rows = (
            _w(
                "tr",
                _w("trPr", _w("cantSplit")),
                *(
                    self._cell(styles.CELL, row[at], each, keep=down in kept_rows)
                    for at, each in zip(kept, wide, strict=True)
                ),
            )
            for down, row in enumerate(table.rows)
        )
        return _w("tbl", properties, _w("tblGrid", *(_w("gridCol", w=str(each)) for each in wide)), head, *rows)

    def _cell(self, style: str, text: str, wide: int, *, keep: bool = False) -> Any:
        shade = [_w("shd", val="clear", color="auto", fill=styles.ACCENT)] if style == styles.HEAD else []
        return _w("tc", _w("tcPr", _w("tcW", type="dxa", w=str(wide)), *shade), self._paragraph(style, text, keep=keep))

    def _picture(self, svg: str, told: str) -> Any:
        from docx.shared import Pt

        number = next(self._pictures)
        part = self._made.part.new_pic_inline(io.BytesIO(drawn(svg)), width=Pt(self._room))
        about = part.docPr
        about.set("name", f"Picture {number}")
        about.set("descr", xml_text(told))
        paragraph = self._paragraph(styles.PICTURE, "")
        paragraph.append(_w("r", _w("drawing", part)))
        return paragraph


def _run(text: str, leftward: bool) -> Any:
    return _w("r", *([_w("rPr", _w("rtl"))] if leftward else []), _text(text))


def _text(text: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement("w:t")
    element.text = xml_text(text)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _w(name: str, *parts: Any, **attributes: str) -> Any:
    """Return an element of WordprocessingML with what is in it."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(f"{{{NAMESPACE}}}{key}", value)
    element.extend(parts)
    return element


def _foot(page: Any, document: Section, plan: Plan, sizes: Sizes) -> None:
    """Title and status at the left, the number of the page at the right."""
    paragraph = page.footer.paragraphs[0]._p
    status = "" if phrases.status(plan) in document.heading else phrases.status(plan)
    said = "   ".join(filter(None, (shorten(document.heading, _FOOT), status)))
    paragraph.get_or_add_pPr().append(
        _w(
            "tabs",
            *(_w("tab", val="clear", pos=pos) for pos in ("4680", "9360")),
            _w("tab", val="right", pos=str(round((plan.paper.size[0] - 2 * sizes.margin) * 20))),
        )
    )
    for part in (
        _w("r", _text(said)),
        _w("r", _w("tab")),
        _w("fldSimple", _w("r", _text("1")), instr=" PAGE "),
        _w("r", _text(" / ")),
        _w("fldSimple", _w("r", _text("1")), instr=" NUMPAGES "),
    ):
        paragraph.append(part)


def _describe(properties: Any, document: Section, plan: Plan) -> None:
    """What the file says of itself; none of it tells when or where it was written."""
    properties.title = xml_text(document.heading)[:255]
    properties.author = properties.last_modified_by = xml_text(plan.organization)[:255]
    properties.subject = phrases.status(plan)
    properties.comments = ""
    properties.created = properties.modified = moment(plan).replace(tzinfo=None)
    properties.revision = 1
