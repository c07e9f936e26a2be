"""What a Word document looks like: its styles by name, so that whoever edits it changes a style and not a paragraph.

Lengths are in twentieths of a point, sizes in halves of one, as the format has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workshop.paper import Paper

INK, SOFT, ACCENT, LINE = "1C2326", "5B676B", "1D5C63", "D5DCDC"

#: The letters of most languages, of those of East Asia, and of those that run from right to left.
_FONTS = 'w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Yu Gothic" w:cs="Arial"'

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = f'xmlns:w="{NAMESPACE}"'

#: The names of styles that this program makes; the others are Word's own.
TERM, LABEL, QUESTION, RULE = "Plan Term", "Plan Label", "Plan Question", "Plan Writing Line"
CELL, HEAD, GAP, TABLE, PICTURE = "Plan Cell", "Plan Table Head", "Plan Gap", "Plan Table", "Plan Picture"


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of text, and the widths of margins and of the labels of terms, in points."""

    text: float = 10.5
    cell: float = 9
    title: float = 26
    headings: tuple[float, ...] = (17, 13, 11)
    margin: float = 57
    label: float = 118
    after: float = 5


READING = Sizes()

#: For a single sheet, the best one first.
SHEETS = tuple(
    Sizes(text=text, cell=text - 0.5, title=text * 2, headings=(12, 11, 10), margin=42, label=text * 8.5, after=2.5)
    for text in (10, 9, 8)
)

#: For a report of one page, the best one first.
REPORTS = (
    READING,
    *(
        Sizes(text=text, cell=text - 0.5, title=text * 2, headings=(text * 1.3, text * 1.1, text), margin=48, after=3)
        for text in (9.5, 9, 8.5)
    ),
)

#: How far the lines of a list are set in, in points.
BULLET = 18


def dress(document: Any, sizes: Sizes, paper: Paper) -> None:
    """Give a new document of python-docx the styles of this program, and its paper."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    for name, kind in (
        *((name, WD_STYLE_TYPE.PARAGRAPH) for name in (TERM, QUESTION, RULE, CELL, HEAD, GAP, PICTURE)),
        (LABEL, WD_STYLE_TYPE.CHARACTER),
        (TABLE, WD_STYLE_TYPE.TABLE),
    ):
        style = styles.add_style(name, kind)
        style.quick_style = True
    defaults = styles.element.find(f"{{{NAMESPACE}}}docDefaults")
    for fonts in defaults.iter(f"{{{NAMESPACE}}}rFonts"):
        fonts.getparent().replace(fonts, _parsed(f"<w:rFonts {_NS} {_FONTS}/>"))
    for name, (paragraph, run) in _looks(sizes).items():
        element = styles[name].element
        for old in (*element.findall(f"{{{NAMESPACE}}}pPr"), *element.findall(f"{{{NAMESPACE}}}rPr")):
            element.remove(old)
        if paragraph:
            element.append(_parsed(f"<w:pPr {_NS}>{paragraph}</w:pPr>"))
        element.append(_parsed(f"<w:rPr {_NS}>{run}</w:rPr>"))
    table = styles[TABLE].element
    for part in _table_look():
        table.append(_parsed(part))
    _paper(document, sizes, paper)


def _looks(sizes: Sizes) -> dict[str, tuple[str, str]]:
    """The properties of paragraph and text of each style."""
    label = _twentieths(sizes.label)

    def spaced(before: float = 0, after: float = 0, line: int = 252) -> str:
        around = f'w:before="{_twentieths(before)}" w:after="{_twentieths(after)}"'
        return f'<w:spacing {around} w:line="{line}" w:lineRule="auto"/>'

    headings = {
        f"Heading {level}": (
            f"<w:keepNext/><w:keepLines/>{spaced(size * (1.3 if level == 1 else 0.9), sizes.after)}"
            f'<w:outlineLvl w:val="{level - 1}"/>',
            _text(size, ACCENT if level < 3 else INK, bold=True),
        )
        for level, size in enumerate(sizes.headings, 1)
    }
    return headings | {
        "Normal": (spaced(after=sizes.after, line=259), _text(sizes.text, INK)),
        "Title": (spaced(after=sizes.after), _text(sizes.title, INK, bold=True)),
        "Subtitle": (spaced(after=2), _text(sizes.text + 1, SOFT)),
        "List Bullet": (
            f'<w:numPr><w:numId w:val="1"/></w:numPr>{spaced(after=sizes.after / 2)}',
            _text(sizes.text, INK),
        ),
        "Footer": ('<w:spacing w:after="0"/>', _text(8, SOFT)),
        TERM: (
            f'<w:tabs><w:tab w:val="left" w:pos="{label}"/></w:tabs>{spaced(after=sizes.after * 0.6)}'
            f'<w:ind w:left="{label}" w:hanging="{label}"/>',
            _text(sizes.text, INK),
        ),
        LABEL: ("", "<w:b/><w:bCs/>" + f'<w:color w:val="{SOFT}"/>'),
        QUESTION: (f"<w:keepNext/><w:keepLines/>{spaced(before=9, after=2)}", _text(sizes.text, INK, bold=True)),
        RULE: (
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{SOFT}"/>'
            f'<w:between w:val="single" w:sz="4" w:space="0" w:color="{SOFT}"/></w:pBdr>'
            '<w:spacing w:after="0" w:line="480" w:lineRule="exact"/>',
            _text(sizes.text, INK),
        ),
        CELL: (spaced(1, 1, 245), _text(sizes.cell, INK)),
        HEAD: (f"<w:keepNext/>{spaced(1.5, 1.5, 240)}", _text(sizes.cell, "FFFFFF", bold=True)),
        GAP: ('<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>', _text(2, INK)),
        PICTURE: ("<w:keepLines/>" + spaced(before=4, after=8), ""),
    }


def _text(size: float, color: str, *, bold: bool = False) -> str:
    heavy = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f"<w:rFonts {_FONTS}/>{heavy}"
        f'<w:color w:val="{color}"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )


def _table_look() -> tuple[str, ...]:
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    return (
        f"<w:tblPr {_NS}><w:tblBorders><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        f'<w:tblStylePr {_NS} w:type="firstRow">'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:tcPr></w:tblStylePr>',
    )


def _paper(document: Any, sizes: Sizes, paper: Paper) -> None:
    """Its size, with even margins; and the mode of today's Word rather than of an earlier one."""
    from docx.shared import Pt

    page = document.sections[0]
    page.page_width, page.page_height = map(Pt, paper.size)
    page.left_margin = page.right_margin = Pt(sizes.margin)
    page.top_margin, page.bottom_margin = Pt(sizes.margin), Pt(sizes.margin + 6)
    page.footer_distance = Pt(sizes.margin / 2)
    for setting in document.settings.element.iter(f"{{{NAMESPACE}}}compatSetting"):
        if setting.get(f"{{{NAMESPACE}}}name") == "compatibilityMode":
            setting.set(f"{{{NAMESPACE}}}val", "15")


def _twentieths(points: float) -> int:
    return round(points * 20)


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)
