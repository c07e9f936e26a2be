"""Word, PowerPoint, Excel, CSV and the files for trackers, each read back by a library that did not write it."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader

from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from data.value import Workshop
from tests.workshop.any_workshop import HOSTILE, TODAY, workshops
from tests.workshop.build import a_workshop, milestone, priority
from workshop.export.csv_cells import guarded
from workshop.export.measure import cut, width, within, wrapped
from workshop.export.registry import export, find
from workshop.export.slides.deck import BODY, HEIGHT, WIDTH
from workshop.plan.audiences import Audience
from workshop.plan.model import Plan, plan_of
from workshop.rules.registry import Context, findings
from workshop.sample import sample

WORD = ("docx", "onepage-docx", "summary-docx", "runsheet-docx", "worksheet-docx")
PACKED = (*WORD, "pptx", "xlsx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700
OFFICE = shutil.which("soffice")


def read(value: Workshop, audience: Audience = Audience.TEAM) -> Plan:
    found = findings(value, Context(today=TODAY))
    return plan_of(value, ref="brackenford", today=TODAY, findings=found, audience=audience)


@cache
def of_sample(name: str) -> bytes:
    """The adopted sample in a format."""
    return export(read(sample(TODAY, adopted=True)), name)


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def slides(document: bytes) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        return [etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml")) for number in range(1, len(names) + 1)]


def texts(element: Any, space: str) -> list[str]:
    """The paragraphs in an element that have text."""
    found = ("".join(text.text or "" for text in each.iter(f"{space}t")) for each in element.iter(f"{space}p"))
    return [text for text in found if text]


def style_of(element: Any) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


def headed(paragraph: Any) -> bool:
    return style_of(paragraph).startswith("Heading")


def tables_of(element: Any) -> list[list[list[str]]]:
    """The tables of a Word document, as rows of texts."""
    return [
        [[" ".join(texts(cell, W)) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in element.iter(f"{W}tbl")
    ]


def csv_files(document: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {
            Path(name).stem: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
        }


def rows(document: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(document.decode(), newline="")))


# -- what each has ---------------------------------------------------------------------------------------------------


def test_the_tables_of_excel_are_those_of_the_workshop():
    value = sample(TODAY, adopted=True)
    book = load_workbook(io.BytesIO(of_sample("xlsx")))
    assert book["Priorities"].max_row - 1 == len([row for row in value.priorities if row.status is Status.SELECTED])
    assert book["Milestones"].max_row - 1 == len(value.milestones)
    assert book["Places"].max_row - 1 == len(value.arenas) and book["Candidates"].max_row - 1 == len(value.priorities)
    page = book["Milestones"]
    heads = [cell.value for cell in page[1]]
    dues = [row[heads.index("Due")].value for row in page.iter_rows(min_row=2)]
    assert all(isinstance(due, datetime) for due in dues)
    assert Counter(due.date() for due in dues) == Counter(row.due for row in value.milestones)
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions and sheet.freeze_panes is not None
        assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
    measures = {row[1].value: (row[2].value, row[3].value) for row in book["Measures"].iter_rows(min_row=2)}
    assert measures["Fresh share of food"] == (22, 45)


def test_nothing_typed_is_a_formula_or_a_link_in_excel():
    value = a_workshop(
        *(priority(f"P{at}", text, status=Status.SELECTED) for at, text in enumerate(HOSTILE, 1) if text)
    )
    book = load_workbook(io.BytesIO(export(read(value.change(Brief, "W", title="=1+1")), "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}


def test_numbers_and_dates_that_excel_does_not_know_stay_texts():
    value = sample(TODAY).change(Milestone, "M1", due=date(1900, 1, 1))
    value = value.put(value.measures[0].replace(baseline=Decimal("123456789012.123456")))
    book = load_workbook(io.BytesIO(export(read(value), "xlsx")))
    assert "1900-01-01" in {row[4].value for row in book["Milestones"].iter_rows()} | {
        row[5].value for row in book["Milestones"].iter_rows()
    }
    assert "123456789012.123456" in {row[2].value for row in book["Measures"].iter_rows()}


def test_the_files_of_csv_are_those_of_the_workshop():
    value = sample(TODAY, adopted=True)
    files = csv_files(of_sample("csv"))
    assert Counter(row["id"] for row in files["milestones"]) == Counter(row.id for row in value.milestones)
    assert Counter(row["due"] for row in files["milestones"]) == Counter(str(row.due) for row in value.milestones)
    assert {row["id"] for row in files["candidates"]} == {row.id for row in value.priorities}
    assert {row["id"] for row in files["places"]} == {row.id for row in value.arenas}
    document = of_sample("csv")
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in archive.namelist())


def test_files_for_programs_are_there_even_when_they_are_empty():
    files = csv_files(export(read(a_workshop()), "csv"))
    assert files["milestones"] == [] and {row["name"] for row in files["plan"]} >= {"Title", "Status"}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_guarded(text):
    assert guarded(text) == f"'{text}" and guarded(f"a{text}") == f"a{text}"


def test_jira_has_an_epic_a_priority_and_under_it_a_task_a_milestone():
    value = sample(TODAY, adopted=True)
    found = rows(of_sample("jira"))
    epics = {row["Issue ID"]: row for row in found if row["Issue Type"] == "Epic"}
    tasks = [row for row in found if row["Issue Type"] == "Task"]
    assert len(epics) == 5 and len(tasks) == len(value.milestones) and found[:5] == list(epics.values())
    assert len({row["Issue ID"] for row in found}) == len(found) and all(row["Issue ID"].isdecimal() for row in found)
    for row in tasks:
        result = value.row(Milestone, row["Summary"].split()[0])
        assert epics[row["Parent"]]["Summary"].split()[0] == result.priority_id
        assert row["Due Date"] == str(result.due) and f"Done when: {result.done_when}" in row["Description"]
        assert row["Assignee"] and " " not in row["Labels"]


def test_asana_has_a_section_a_priority_and_its_columns_in_their_order():
    value = sample(TODAY, adopted=True)
    document = of_sample("asana")
    assert document.startswith(b"Name,Description,Section,Assignee,Collaborators,Due Date\r\n")
    found = rows(document)
    assert len(found) == len(value.milestones) and len({row["Section"] for row in found}) == 5
    assert Counter(row["Due Date"] for row in found) == Counter(str(row.due) for row in value.milestones)


def test_linear_has_what_its_importer_reads():
    value = sample(TODAY, adopted=True).change(Milestone, "M9", evidence="118 bookings")
    value = value.change(Priority, "P1", title="Evenings, Saturdays")
    found = rows(export(read(value), "linear"))
    wanted = {"Title", "Description", "Status", "Priority", "Assignee", "Labels", "Estimate", "Created"}
    assert wanted | {"Started", "Completed", "Archived"} <= set(found[0])
    assert {row["Status"] for row in found} == {"Todo", "Done"} and {row["Priority"] for row in found} == {
        "No priority"
    }
    assert all(", " not in row["Labels"] for row in found) and "Due: 2026-12-04" in found[0]["Description"]


def test_word_has_the_whole_plan_in_styles_and_tables_that_keep_their_heads():
    value = sample(TODAY, adopted=True)
    document = of_sample("docx")
    body = part(document, "word/document.xml")
    styles = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle")}
    assert {"Title", "Heading1", "Heading2", "PlanTerm", "ListBullet"} <= styles
    known = {each.get(f"{W}styleId") for each in part(document, "word/styles.xml").iter(f"{W}style")}
    assert styles <= known
    for table in body.iter(f"{W}tbl"):
        first, *rest = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *rest))
        widths = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
        assert abs(sum(widths) - (595.3 - 2 * 57) * 20) < 20
    results = [row for table in tables_of(body) if table[0][:3] == ["Id", "Result", "Due"] for row in table[1:]]
    assert Counter(row[0] for row in results) == Counter(row.id for row in value.milestones)
    assert Counter(row[2].split()[1] for row in results) == Counter(str(row.due) for row in value.milestones)
    headings = ["".join(text.text for text in each.iter(f"{W}t")) for each in body.iter(f"{W}p") if headed(each)]
    assert len([text for text in headings if text[0] == "P" and text[1].isdecimal()]) == 5
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert any(name.startswith("word/media/") for name in archive.namelist()), "the timeline"
    foot = part(document, "word/footer1.xml")
    assert [each.get(f"{W}instr").strip() for each in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_what_is_short_stays_on_one_page_in_word():
    """Each row of a short table, and each line of a short list before it, stands on the page of what follows it."""
    body = part(of_sample("docx"), "word/document.xml").find(f"{W}body")
    for table in body.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))[1:]
        together = [row.find(f".//{W}keepNext") is not None for row in rows]
        assert together[-1] is False
        assert all(together[:-1]) if len(rows) <= 10 else together[0] and together[-2] and not all(together[:-1])
        before = table.getprevious()
        if style_of(before) == "PlanGap" and style_of(before.getprevious()) == "PlanTerm":
            while style_of(before) in ("PlanTerm", "PlanGap") and before.getprevious().tag == f"{W}p":
                assert before.find(f"{W}pPr/{W}keepNext") is not None
                before = before.getprevious()


def test_a_document_says_of_itself_what_it_is_and_not_where_it_was_written():
    for name in (*WORD, "pptx", "xlsx"):
        told = etree.tostring(part(of_sample(name), "docProps/core.xml")).decode()
        assert "Brackenford" in told and "2026-10-14T00:00:00Z" in told
        assert "python" not in told.lower() and "2013" not in told


def test_words_from_right_to_left_are_set_so():
    value = sample(TODAY).change(Brief, "W", title="\u0627\u0644\u0639\u0631\u0628\u064a\u0629 plan")
    assert part(export(read(value), "docx"), "word/document.xml").find(f".//{W}pPr/{W}bidi") is not None
    assert slides(export(read(value), "pptx"))[0].find(f".//{A}pPr[@rtl='1']") is not None


# -- slides ----------------------------------------------------------------------------------------------------------


def test_the_presentation_has_at_most_ten_slides_with_titles_and_says_the_essential():
    value = sample(TODAY, adopted=True)
    found = slides(of_sample("pptx"))
    assert len(found) == 10
    for slide in found:
        assert slide.find(f".//{P}nvPr/{P}ph[@type='title']") is not None
    said = " ".join(text for slide in found for text in texts(slide, A))
    for row in value.priorities:
        assert (row.title in said) == (row.status is Status.SELECTED)
    assert "Volunteer Coordinator" in said and "Tell all staff the one-page plan" in said
    marks = [each.get("name") for slide in found for each in slide.iter(f"{P}cNvPr")]
    assert Counter(name for name in marks if name.startswith("M") and name[1:].isdecimal()) == Counter(
        row.id for row in value.milestones
    )


def test_the_public_sees_neither_rhythm_nor_actions_nor_risks():
    found = slides(export(read(sample(TODAY, adopted=True), Audience.PUBLIC), "pptx"))
    assert len(found) == 6
    files = csv_files(export(read(sample(TODAY, adopted=True), Audience.PUBLIC), "csv"))
    assert set(files) == {"plan", "priorities", "milestones", "places", "measures", "facts", "principles"}


def test_rows_that_have_no_room_on_a_slide_are_counted():
    value = a_workshop(*(priority(f"P{at}", f"Priority {at}", status=Status.SELECTED) for at in range(1, 41)))
    said = [text for slide in slides(export(read(value), "pptx")) for text in texts(slide, A)]
    shown = len({text for text in said if text.startswith("Priority ")})
    assert 5 < shown < 40 and f"+{40 - shown} more" in said


@settings(deadline=None, max_examples=5)
@given(value=workshops())
def test_nothing_stands_outside_its_slide(value):
    assert_has_room(value)


@pytest.mark.long
@settings(deadline=None, max_examples=40)
@given(value=workshops())
def test_of_very_many_workshops_nothing_stands_outside_its_slide(value):
    assert_has_room(value)


def assert_has_room(value):
    found = slides(export(read(value), "pptx"))
    assert 1 <= len(found) <= 10
    for number, slide in enumerate(found):
        for each in slide.iter(f"{A}xfrm", f"{P}xfrm"):
            (left, top), (wide, high) = (
                [int(each.find(f"{A}{name}").get(key)) / EMU for key in keys]
                for name, keys in (("off", ("x", "y")), ("ext", ("cx", "cy")))
            )
            assert left >= -1 and top >= -1 and left + wide <= WIDTH + 1 and top + high <= HEIGHT + 1
        for table in slide.iter(f"{A}tbl"):
            assert sum(int(row.get("h")) for row in table.iter(f"{A}tr")) / EMU <= BODY.height + 1, number


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.strip()])
def test_measured_text_keeps_to_its_room(text):
    for room, size in ((60, 9), (200, 14)):
        assert all(width(line, size) <= room + 1e-6 for line in wrapped(text, room, size))
        assert len(wrapped(within(text, room, size, 2), room, size)) <= 2
        assert width(cut(text, room, size), size) <= room + 1e-6
    assert within(text, 10**6, 9, 9) == text


# -- whatever was typed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PACKED)
@settings(deadline=None, max_examples=2)
@given(value=workshops())
def test_any_workshop_makes_a_sound_file(name, value):
    """Every part is XML, and the characters that XML has no way to write are not in it."""
    value = value.change(Brief, "W", title="a\ufffe\uffffb")
    with zipfile.ZipFile(io.BytesIO(export(read(value), name))) as archive:
        assert archive.testzip() is None
        for each in archive.namelist():
            if each.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(each))


@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_what_was_typed_is_data(name):
    typed = '</w:t><w:p> & "quotes" &amp; _x0041_ {PAGE} <script>'
    value = sample(TODAY, adopted=True).change(Arena, "A1", name=typed)
    document = export(read(value), name)
    if name == "xlsx":
        cells = {
            cell.value for sheet in load_workbook(io.BytesIO(document)) for row in sheet.iter_rows() for cell in row
        }
        assert typed in cells
    elif name == "docx":
        assert typed in {
            cell for table in tables_of(part(document, "word/document.xml")) for row in table for cell in row
        }
    else:
        assert typed in {text for slide in slides(document) for text in texts(slide, A)}


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there to open the files")
def test_another_office_opens_them_and_the_sheet_has_one_page(tmp_path):
    long = [milestone(f"M{at}", "P1", "A result with a title of some length, " * 3, due=TODAY) for at in range(1, 30)]
    value = sample(TODAY, adopted=True).put(*long)
    names = (*WORD, "pptx", "xlsx")
    for name in names:
        (tmp_path / f"{name}{find(name).suffix}").write_bytes(export(read(value), name))
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True)
    pages = {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in names}
    assert pages["onepage-docx"] == 1 and pages["summary-docx"] == 2 and pages["pptx"] <= 10 and pages["docx"] > 4
