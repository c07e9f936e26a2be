"""PDF, read back by a library that did not write it: its text, its bookmarks, its pages and what it says of itself."""

from __future__ import annotations

import io
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from data.nouns.direction import Fact
from data.nouns.planning import Milestone, Status
from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import HOSTILE, TODAY, workshop, workshops
from tests.workshop.reading_back import bookmarks, pdf_text
from workshop.export import letters, pdf, sheet, summary
from workshop.export.registry import export, find, plan_formats
from workshop.plan.model import Plan, plan_of
from workshop.sample import sample
from workshop.text import clean

PDFS = [each.name for each in plan_formats() if each.suffix == ".pdf"]

#: Scripts that read from left to right; what reads the other way is extracted in the order it stands on the page.
WORLD = {
    "Latin": "Zażółć gęślą jaźń",
    "Cyrillic": "Съешь ещё этих булок",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα",
}


def read(value: Workshop) -> Plan:
    return plan_of(value, ref="brackenford", today=TODAY)


def opened(document: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(document))


def root_of(reader: PdfReader) -> Any:
    """What a PDF says of itself as a whole."""
    return reader.trailer["/Root"]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf.write(read(sample(TODAY, adopted=True)))


def test_all_priorities_milestones_and_dates_are_in_it(whole):
    value, told = sample(TODAY, adopted=True), pdf_text(whole)
    assert all(row.title in told for row in value.priorities)
    for row in value.milestones:
        assert re.search(rf"{row.id} .*?{row.due.isoformat()}", told)
        assert all(word in told for word in row.title.split())
    assert all(party.name.split()[0] in told for party in value.parties)


def test_the_bookmarks_are_the_sections_and_the_priorities(whole):
    found = bookmarks(opened(whole))
    titles = [title for title, _ in found]
    for section in ("On one page", "Timeline", "Next 90 days", "Direction", "Priorities", "Not doing", "Appendix"):
        assert section in titles
    selected = [row for row in sample(TODAY).priorities if row.status is Status.SELECTED]
    assert all(f"{row.id} {row.title}" in titles for row in selected)
    pages = [page for _, page in found]
    assert pages == sorted(pages) and pages[0] == 2, "the first page is the title's"
    reader = opened(whole)
    assert all(title.split()[-1] in reader.pages[page - 1].extract_text() for title, page in found)


def test_what_is_copied_from_it_is_what_it_shows(whole):
    """No character that nobody sees stands before a digit, where it would be copied with a date or an id."""
    assert "\u2060" not in "".join(page.extract_text() for page in opened(whole).pages)


def test_it_says_what_it_is(whole):
    reader = opened(whole)
    assert reader.metadata.title == "Brackenford food bank: strategy 2027-2029"
    assert reader.metadata.author == "Brackenford Community Food Bank"
    assert reader.metadata.creation_date.date() == TODAY
    assert root_of(reader)["/Lang"] == "en"


@pytest.mark.parametrize("name", PDFS)
def test_it_is_tagged_for_readers_aloud(name):
    root = root_of(opened(export(read(sample(TODAY)), name)))
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data(), "PDF/UA"


def test_every_page_has_its_number(whole):
    pages = opened(whole).pages
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.extract_text()


def test_a_table_that_breaks_repeats_its_head():
    value = sample(TODAY)
    for number in range(60):
        value, _ = value.add(Milestone, title=f"Result {number}", priority_id="P1", due=TODAY, done_when="It is there")
    reader = opened(pdf.write(read(value)))
    texts = [page.extract_text() for page in reader.pages]
    found = [text for text in texts if len(re.findall(r"Result \d+", text)) > 5]
    assert len(found) > 2 and all("Done when" in text for text in found)


def test_what_is_short_is_not_broken_from_one_page_to_the_next(whole):
    """What is said of a priority stands on one page, with the results that prove it."""
    texts = [page.extract_text() for page in opened(whole).pages]
    value = sample(TODAY, adopted=True)
    for row in value.priorities:
        if row.status is Status.SELECTED:
            of = [each.id for each in value.milestones_of(row.id)]
            assert any(f"{row.id} {row.title}" in text and row.stop in text and of[-1] in text for text in texts)
    assert any("Parking lot" in text and value.parked[-1].text in text for text in texts)


def test_a_long_word_of_a_title_is_not_broken_but_smaller():
    value = sample(TODAY).change(Brief, "W", title="Die betriebswirtschaftliche Zusammenarbeitsvereinbarung mit")
    first = opened(pdf.write(read(value))).pages[0].extract_text()
    assert "Zusammenarbeitsvereinbarung" in first and "betriebswirtschaftliche" in first


def test_a_row_stays_together_unless_it_is_longer_than_a_page():
    value = sample(TODAY)
    for number in range(40):
        typed = f"begin{number} " + "word " * 25 + f"end{number}"
        value, _ = value.add(Milestone, title="A result", priority_id="P1", due=TODAY, done_when=typed)
    texts = [page.extract_text() for page in opened(pdf.write(read(value))).pages]
    for number in range(40):
        assert all((f"begin{number} " in text) == (f"end{number}\n" in f"{text}\n") for text in texts)


@pytest.mark.parametrize("name", [name for name in PDFS if name.startswith(("onepage", "summary"))])
@settings(deadline=None, max_examples=4)
@given(value=workshops())
def test_what_has_so_many_pages_has_no_more_of_any_workshop(name, value):
    assert len(opened(export(read(value), name)).pages) <= (1 if name == "onepage-pdf" else 2)


def test_the_sheet_fits_letter_too():
    """As wide as A4 and as high as Letter, so that it is printed on either without being made smaller."""
    page = opened(sheet.write(read(workshop(Random(3), ["a text that is neither short nor long"], 15)))).pages[0]
    lowest: list[float] = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, *_: lowest.append(cm[5] + tm[5] * cm[3]) if text.strip() else None
    )
    letter_begins = float(page.mediabox.height) - 792
    assert lowest and min(lowest) > letter_begins


def test_a_sheet_that_does_not_hold_it_all_says_so():
    told = pdf_text(sheet.write(read(workshop(Random(5), ["some words that go on for a while"], 60))))
    assert "Shortened to fit one page" in told and "The whole plan has the rest." in told
    assert "Shortened" not in pdf_text(sheet.write(read(sample(TODAY, adopted=True))))


def test_the_summary_says_the_same_as_the_mail():
    plan = read(sample(TODAY, adopted=True))
    told = pdf_text(summary.write_pdf(plan))
    for heading in ("What we decided", "What we turned down", "Priorities", "What happens next", "Who was there"):
        assert heading in told


@pytest.mark.parametrize("script", WORLD)
def test_letters_of_the_world_stand_there_as_text(script):
    value = sample(TODAY).change(Brief, "W", title=WORLD[script], obstacle=WORLD[script])
    for name in PDFS:
        assert WORLD[script] in pdf_text(export(read(value), name))


def test_what_was_typed_stands_there_as_it_was_typed():
    typed = [each for each in HOSTILE if each.strip() and each.isascii() and len(each) < 400]
    value = sample(TODAY)
    for each in typed:
        value, _ = value.add(Fact, text=each)
    told = "".join(pdf_text(pdf.write(read(value))).split())
    assert [each for each in typed if "".join(clean(each).split()) not in told] == []


def test_a_letter_without_a_font_is_named_with_what_to_install_and_the_rest_is_delivered():
    (sentence,) = letters.lacking("Fresh food 戦略 for all, חדש", system=False)
    assert sentence.startswith(("No font here has 戦 略", "No font here has 略 戦"))
    assert "Install Noto Sans CJK" in sentence and "Hebrew" not in sentence, "typst's own fonts have Hebrew"
    assert letters.lacking("Straße, Ωμέγα, Съешь: “so” – €", system=False) == ()
    value = sample(TODAY).change(Brief, "W", title="No font has \U0010fffd this")
    plan = read(value)
    assert "No font has" in pdf_text(pdf.write(plan))
    (sentence,) = find("pdf").remark(plan)
    assert "the PDF shows boxes" in sentence


def test_an_empty_workshop_says_what_is_missing():
    told = pdf_text(pdf.write(read(of_rows([Brief(id="W")]))))
    assert "Untitled workshop" in told and "owners" in told
