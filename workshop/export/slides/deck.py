"""A presentation that is being made: its slides, and what stands on them, fitted into its place before it is put there.

All lengths are in points.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workshop.export import phrases
from workshop.export.chart import Box, Chart
from workshop.export.measure import cut, within, wrapped
from workshop.export.packing import moment, repacked, xml_text
from workshop.export.slides import shapes
from workshop.export.slides.fitting import Passage, fit_lines, fit_passages, fit_table, heading
from workshop.export.slides.shapes import ACCENT, INK, LINE, SOFT, TINT, WHITE, Text
from workshop.plan.model import Plan

if TYPE_CHECKING:
    from pptx.slide import Slide as Page

#: A slide of 13.33 by 7.5 inches, and what of it is written on.
WIDTH, HEIGHT = 960, 540
BODY = Box(48, 102, WIDTH - 96, 392)

_FOOT = Box(BODY.left, 509, BODY.width, 16)
_SMALL = 11

#: The font whose widths the texts are measured by (`measure`).
_FONT = b'latin typeface="Arial"'

#: Of the layouts that a presentation comes with, the one that has a title and nothing else.
_TITLE_ONLY = 5

#: The style of a table that has none: what it looks like is said cell by cell.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


class Deck:
    """The presentation of a plan; `slide` adds to it, `document` ends it."""

    def __init__(self, plan: Plan) -> None:
        from pptx import Presentation  # costs time, which a list of formats does not need

        self._show: Any = Presentation()
        self._foot = cut(f"{phrases.title(plan)}   {phrases.status(plan)}", _FOOT.width - 60, _SMALL)
        self._widen()
        self._name_font()
        properties = self._show.core_properties
        properties.title = _property(phrases.title(plan))
        properties.author = properties.last_modified_by = _property(plan.organization)
        properties.subject, properties.comments = phrases.status(plan), ""
        properties.created = properties.modified = moment(plan).replace(tzinfo=None)

    def cover(self, title: str, above: str, lines: Sequence[str], below: str) -> None:
        """The first slide: a title, what stands above it, paragraphs under it, and a line at the foot."""
        page = self._page()
        shapes.block(page, Box(0, 0, 24, HEIGHT), ACCENT)
        shapes.write(page, Box(72, 96, WIDTH - 144, 28), [Text(cut(above, WIDTH - 144, 18), 18, SOFT)])
        _titled(page, title, Box(72, 128, WIDTH - 144, 130), 40, lines=3)
        place = Box(72, 286, WIDTH - 144, 200)
        size, shown = fit_lines([line for line in lines if line], place.width, place.height)
        shapes.write(page, place, [Text(line, size) for line in shown])
        shapes.write(page, Box(72, 494, WIDTH - 144, 24), [Text(cut(below, WIDTH - 144, 14), 14, SOFT)])

    def slide(self, title: str, notes: Iterable[str] = ()) -> Slide:
        """A further slide, with what whoever speaks to it has before them."""
        page = self._page()
        shapes.block(page, Box(0, 0, WIDTH, 8), ACCENT)
        _titled(page, title, Box(BODY.left, 34, BODY.width, 48), 32, lines=1)
        shapes.write(page, _FOOT, [Text(self._foot, _SMALL, SOFT)])
        shapes.number(page, Box(BODY.left + BODY.width - 50, _FOOT.top, 50, _FOOT.height), _SMALL)
        if said := [note for note in notes if note]:
            frame = page.notes_slide.notes_text_frame
            assert frame is not None  # the notes of this template have one
            frame.text = xml_text("\n".join(said))
        return Slide(page)

    def document(self) -> bytes:
        """Return the presentation, the same every time."""
        whole = io.BytesIO()
        self._show.save(whole)
        return repacked(whole.getvalue())

    def _page(self) -> Page:
        page: Page = self._show.slides.add_slide(self._show.slide_layouts[_TITLE_ONLY])
        return page

    def _widen(self) -> None:
        """Make the slides as wide as screens are, and what is laid out on them with it."""
        by = shapes.length(WIDTH) / self._show.slide_width
        self._show.slide_width, self._show.slide_height = shapes.length(WIDTH), shapes.length(HEIGHT)
        for laid_out in (self._show.slide_master, *self._show.slide_layouts):
            for shape in laid_out.placeholders:
                shape.left, shape.width = int(shape.left * by), int(shape.width * by)

    def _name_font(self) -> None:
        """Name a font that every system has or can measure like."""
        for relation in self._show.slide_master.part.rels.values():
            if relation.reltype.endswith("/theme"):
                part: Any = relation.target_part
                part._blob = part.blob.replace(b'latin typeface="Calibri"', _FONT)


class Slide:
    """One slide; whoever puts something on it says where."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def passages(self, place: Box, passages: Iterable[Passage]) -> None:
        """Headings with paragraphs or lists under them; those without a line are left out."""
        self.columns((place, passages))

    def columns(self, *columns: tuple[Box, Iterable[Passage]]) -> None:
        """Passages in several places, all in letters of one size."""
        filled = [(place, [each for each in map(_filled, passages) if each.lines]) for place, passages in columns]
        sizes = [fit_passages(passages, place.width, place.height)[0] for place, passages in filled if passages]
        for place, passages in filled:
            if passages:
                size, shown = fit_passages(passages, place.width, place.height, min(sizes))
                shapes.write(self._page, place, [text for each in shown for text in _texts(each, size)])

    def table(self, place: Box, names: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[float]) -> None:
        """A table whose columns share the width; nothing where it has no rows."""
        texts = list(rows)
        if not texts:
            return
        widths = [place.width * share / sum(shares) for share in shares]
        fitted = fit_table(names, texts, widths, place.height)
        box = Box(place.left, place.top, place.width, sum(fitted.heights))
        table: Any = self._page.shapes.add_table(len(fitted.rows) + 1, len(names), *shapes.emu(box)).table
        table.horz_banding = False
        for style in table._tbl.tblPr.iterchildren("{*}tableStyleId"):
            style.text = _NO_STYLE
        for column, width in zip(table.columns, widths, strict=True):
            column.width = shapes.length(width)
        for row, high in zip(table.rows, fitted.heights, strict=True):
            row.height = shapes.length(high)
        for across, name in enumerate(names):
            shapes.cell(table.cell(0, across), Text(name, fitted.size, WHITE, bold=True), fill=ACCENT)
        for down, cells in enumerate(fitted.rows, 1):
            for across, words in enumerate(cells):
                shapes.cell(table.cell(down, across), Text(words, fitted.size))

    def drawing(self, place: Box, chart: Chart) -> None:
        """A timeline, as shapes that can be moved and changed."""
        page = self._page
        for number, quarter in enumerate(chart.quarters):
            shapes.block(page, _within(place, quarter.box), LINE if quarter.skipped else (WHITE, TINT)[number % 2])
            shapes.label(page, _within(place, quarter.label.box), quarter.label, SOFT)
        for lane in chart.lanes:
            box, axis = _within(place, lane.box), place.top + lane.axis
            right = box.left + box.width
            shapes.line(page, (box.left, box.top), (right, box.top), LINE, 0.75)
            shapes.line(page, (place.left + chart.quarters[0].box.left, axis), (right, axis), SOFT, 1)
            for leader in lane.leaders:
                x = place.left + leader.x
                shapes.line(page, (x, place.top + leader.top), (x, place.top + leader.bottom), LINE, 0.75)
            for label in (*lane.words, *lane.labels):
                shapes.label(page, _within(place, label.box), label, INK)
            for mark in lane.marks:
                at = Box(place.left + mark.x - 5, place.top + mark.y - 5, 10, 10)
                shapes.block(page, at, ACCENT if mark.done else WHITE, edge=ACCENT, diamond=True).name = mark.id
        if chart.left_out:
            at = Box(place.left, place.top + chart.height + 2, 200, 16)
            shapes.write(page, at, [Text(f"+{chart.left_out} more", _SMALL, SOFT)])


def _filled(passage: Passage) -> Passage:
    return Passage(passage.heading, tuple(filter(None, passage.lines)), passage.listed)


def _texts(passage: Passage, size: float) -> Iterator[Text]:
    yield Text(passage.heading, heading(size), ACCENT, bold=True)
    yield from (Text(line, size, listed=passage.listed) for line in passage.lines)


def _within(place: Box, box: Box) -> Box:
    return Box(place.left + box.left, place.top + box.top, box.width, box.height)


def _titled(page: Page, title: str, place: Box, size: float, lines: int) -> None:
    """Put the title of a slide, smaller where it is long, and cut where it is longer still."""
    from pptx.enum.text import MSO_ANCHOR

    shape: Any = page.shapes.title
    shape.left, shape.top, shape.width, shape.height = shapes.emu(place)

    def count(size: float) -> int:
        return len(wrapped(title, place.width, size, bold=True))

    # Somewhat smaller is better than a line more, which may hold one word.
    wanted = min(count(size * 0.75), lines)
    while size > 20 and count(size) > wanted:
        size -= 2
    words = within(title, place.width, size, lines, bold=True)
    shapes.fill_frame(shape.text_frame, [Text(words, size, bold=True)])
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if lines > 1 else MSO_ANCHOR.MIDDLE


def _property(text: str) -> str:
    return xml_text(text)[:255]
