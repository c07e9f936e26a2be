"""The sheets: what the country prints on, and every format with pages set on the one that was chosen."""

from __future__ import annotations

import io
import locale
import zipfile
from functools import cache

import pytest
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader

import workshop.export  # noqa: F401  (what it imports registers the formats)
from tests.workshop.any_workshop import TODAY
from tests.workshop.first_check_in import DAY_49, held
from workshop.export.registry import Source, find, formats, source_of
from workshop.paper import Paper, usual
from workshop.sample import sample

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PDFS = [each.name for each in formats() if each.suffix == ".pdf"]
DOCX = [each.name for each in formats() if each.suffix == ".docx"]


@cache
def source(paper: Paper, *, checked_in: bool = False) -> Source:
    value, today = (held(), DAY_49) if checked_in else (sample(TODAY, adopted=True), TODAY)
    return source_of(value, ref="b", today=today, step="close", paper=paper)


@pytest.mark.parametrize(
    ("environment", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, Paper.LETTER),
        ({"LANG": "es_MX"}, Paper.LETTER),
        ({"LANG": "fr_CA.ISO8859-1@euro"}, Paper.LETTER),
        ({"LANG": "de_DE.UTF-8"}, Paper.A4),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, Paper.A4),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "de_DE.UTF-8", "LC_ALL": "en_US"}, Paper.LETTER),
        ({"LANG": "C.UTF-8"}, Paper.A4),
        ({"LANG": "POSIX"}, Paper.A4),
    ],
)
def test_the_environment_says_in_which_country_somebody_prints(environment: dict[str, str], paper: Paper) -> None:
    assert usual(environment) is paper


@pytest.mark.parametrize(
    ("named", "paper"),
    [("English_United States", Paper.LETTER), ("German_Germany", Paper.A4), ("en_CA", Paper.LETTER), (None, Paper.A4)],
)
def test_where_it_says_nothing_the_system_does(
    monkeypatch: pytest.MonkeyPatch, named: str | None, paper: Paper
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (named, None))
    assert usual({}) is paper


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_has_pages_of_that_size(name: str, paper: Paper) -> None:
    pages = PdfReader(io.BytesIO(find(name).document(source(paper)))).pages
    for page in pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(paper.size, abs=0.2)


@pytest.mark.parametrize("name", ["onepage-pdf", "checkin-pdf"])
def test_what_has_one_page_has_one_on_either(name: str) -> None:
    for paper in Paper:
        assert len(PdfReader(io.BytesIO(find(name).document(source(paper, checked_in=True)))).pages) == 1


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", DOCX)
def test_a_word_file_has_pages_of_that_size_and_tables_as_wide_as_they_are(name: str, paper: Paper) -> None:
    with zipfile.ZipFile(io.BytesIO(find(name).document(source(paper)))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    (size,), (margin,) = body.iter(f"{WORD}pgSz"), body.iter(f"{WORD}pgMar")
    wide, high = (int(size.get(f"{WORD}{side}")) / 20 for side in "wh")
    assert (wide, high) == pytest.approx(paper.size, abs=0.2)
    room = wide - sum(int(margin.get(f"{WORD}{side}")) / 20 for side in ("left", "right"))
    for table in body.iter(f"{WORD}tbl"):
        assert sum(int(each.get(f"{WORD}w")) / 20 for each in table.iter(f"{WORD}gridCol")) == pytest.approx(
            room, abs=1
        )


@pytest.mark.parametrize(("paper", "code"), [(Paper.A4, 9), (Paper.LETTER, 1)])
def test_excel_prints_on_it(paper: Paper, code: int) -> None:
    book = load_workbook(io.BytesIO(find("xlsx").document(source(paper))))
    assert {int(sheet.page_setup.paperSize) for sheet in book} == {code}
