"""Shapes on a slide: text, cells, blocks, lines. Lengths are in points; a text is put as it is, and is data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshop.export.chart import Box, Label
from workshop.export.packing import runs_left, xml_text
from workshop.export.slides.fitting import CELL_ENDS, CELL_SIDES

if TYPE_CHECKING:
    from pptx.slide import Slide as Page
    from pptx.util import Length

INK, SOFT, ACCENT, TINT, LINE, WHITE = "1C2326", "5B676B", "1D5C63", "EEF3F3", "D5DCDC", "FFFFFF"

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"

#: English Metric Units, in which the format counts lengths.
_EMU = 12700


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; an item of a list has a bullet before it."""

    words: str
    size: float
    color: str = INK
    bold: bool = False
    listed: bool = False


def write(page: Page, place: Box, texts: Sequence[Text]) -> Any:
    """Put paragraphs one under the other into a box of text; returns its frame."""
    frame = page.shapes.add_textbox(*emu(place)).text_frame
    fill_frame(frame, texts)
    return frame


def fill_frame(frame: Any, texts: Sequence[Text]) -> None:
    """Put paragraphs into a frame that has none yet, without margins."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _say(paragraph, text)
        if len(texts) > 1:
            paragraph.space_after = length(text.size * 0.4)
            paragraph.space_before = length(text.size * 0.6 if text.bold and number else 0)


def label(page: Page, place: Box, drawn: Label, color: str) -> None:
    """Put one line of a drawing."""
    if drawn.text:
        # Half a letter more, so that no program wraps what just has room.
        wide = Box(place.left, place.top, place.width + drawn.size / 2, place.height)
        write(page, wide, [Text(drawn.text, drawn.size, color, drawn.bold)])


def cell(of: Any, text: Text, *, fill: str = "") -> None:
    """Put a text into a cell of a table, over a line."""
    of.margin_left = of.margin_right = length(CELL_SIDES / 2)
    of.margin_top = of.margin_bottom = length(CELL_ENDS / 2)
    _say(of.text_frame.paragraphs[0], text)
    properties = of._tc.get_or_add_tcPr()
    below = _element("lnB", w=9525)
    below.append(_solid(LINE))
    properties.append(below)
    if fill:
        properties.append(_solid(fill))


def block(page: Page, place: Box, fill: str, *, edge: str = "", diamond: bool = False) -> Any:
    """Put a rectangle, or a diamond, of one color, with an edge where it has a color; returns the shape."""
    from pptx.enum.shapes import MSO_SHAPE

    shape = page.shapes.add_shape(MSO_SHAPE.DIAMOND if diamond else MSO_SHAPE.RECTANGLE, *emu(place))
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(fill)
    if edge:
        shape.line.color.rgb, shape.line.width = _rgb(edge), length(2)
    else:
        shape.line.fill.background()
    _plain(shape)
    return shape


def line(page: Page, begin: tuple[float, float], end: tuple[float, float], color: str, thick: float) -> None:
    """Put a straight line."""
    from pptx.enum.shapes import MSO_CONNECTOR

    drawn = page.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, length(begin[0]), length(begin[1]), length(end[0]), length(end[1])
    )
    drawn.line.color.rgb = _rgb(color)
    drawn.line.width = length(thick)
    _plain(drawn)


def number(page: Page, place: Box, size: float) -> None:
    """Put the number of the slide, which stays right when slides are moved."""
    frame = write(page, place, [Text("", size, SOFT)])
    paragraph = frame.paragraphs[0]._p
    field = _element("fld", id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    look = _element("rPr", lang="en-US", sz=int(size * 100))
    look.append(_solid(SOFT))
    shown = _element("t")
    shown.text = "‹#›"
    field.extend((look, shown))
    paragraph.get_or_add_pPr().set("algn", "r")
    paragraph.insert(1, field)


def length(points: float) -> Length:
    """Return a length in the units of the format."""
    from pptx.util import Emu

    return Emu(round(points * _EMU))


def emu(place: Box) -> tuple[Length, Length, Length, Length]:
    """Return a place in the units of the format."""
    return length(place.left), length(place.top), length(place.width), length(place.height)


def _plain(shape: Any) -> None:
    """Take away the theme's style, with its shadow."""
    for style in shape._element.findall(f"{{{_PRESENTATION}}}style"):
        shape._element.remove(style)


def _say(paragraph: Any, text: Text) -> None:
    if text.words:
        run = paragraph.add_run()
        run.text = xml_text(text.words)
        run.font.size, run.font.bold = length(text.size), text.bold
        run.font.color.rgb = _rgb(text.color)
    # An empty line too is as high as its size, which only this says.
    paragraph._p.get_or_add_endParaRPr().set("sz", str(round(text.size * 100)))
    properties = paragraph._p.get_or_add_pPr()
    leftward = runs_left(text.words)
    properties.set("algn", "r" if leftward else "l")
    if leftward:
        properties.set("rtl", "1")
    if text.listed:
        properties.set("marR" if leftward else "marL", str(length(text.size)))
        properties.set("indent", str(-length(text.size * 0.8)))
        properties.append(_element("buChar", char="•"))


def _rgb(color: str) -> Any:
    from pptx.dml.color import RGBColor

    untyped: Any = RGBColor
    return untyped(*bytes.fromhex(color))


def _solid(color: str) -> Any:
    fill = _element("solidFill")
    fill.append(_element("srgbClr", val=color))
    return fill


def _element(name: str, **attributes: object) -> Any:
    from lxml import etree

    return etree.Element(f"{{{_DRAWING}}}{name}", {key: str(value) for key, value in attributes.items()})
