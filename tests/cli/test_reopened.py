"""Every format with the plan in it, written from a database and opened again by a library that did not write it.

The priorities, the results and their dates are those that stand in the database, counted there by SQL.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import html5lib
import pptx
import recurring_ical_events
from icalendar import Calendar
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from pypdf import PdfReader

from data.store import Store
from tests.cli.running import Run
from tests.workshop.first_check_in import held
from tests.workshop.reading_back import bookmarks
from workshop.export.registry import find
from workshop.files import document_name
from workshop.interchange.model import schema

#: The ids of the priorities, and each result with its date; None where a format has no place for the first.
Found = tuple[set[str] | None, Counter[tuple[str, str]]]

_DAY = r"\d{4}-\d{2}-\d{2}"


def _id(text: str) -> str:
    return text.split()[0] if re.match(r"[PM]\d+\b", text) else ""


def _priorities(texts: Iterable[str]) -> set[str]:
    """The ids of priorities with which texts begin."""
    return {_id(text) for text in texts if _id(text).startswith("P")}


def _rows(rows: Iterable[dict[str, Any]], id: str, due: str) -> Counter[tuple[str, str]]:
    return Counter((row[id], str(row[due])[:10]) for row in rows)


def _records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _tables(tables: Iterable[list[list[str]]]) -> Counter[tuple[str, str]]:
    """The rows of the tables of results."""
    found: Counter[tuple[str, str]] = Counter()
    for head, *rows in tables:
        if head[:3] == ["Id", "Result", "Due"]:
            found.update((row[0], _day(row[2])) for row in rows)
    return found


def _day(text: str) -> str:
    day = re.search(_DAY, text)
    return day[0] if day else ""


def markdown(document: bytes) -> Found:
    text = document.decode()
    tables = [
        [[cell.strip() for cell in line.strip("|").split(" | ")] for line in block.splitlines() if "---" not in line]
        for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    ]
    return _priorities(re.findall(r"^### (.*)$", text, re.MULTILINE)), _tables(tables)


def html(document: bytes) -> Found:
    page = html5lib.parse(document, namespaceHTMLElements=False)
    said = {each: " ".join("".join(each.itertext()).split()) for each in page.iter()}
    tables = [[[said[cell] for cell in row] for row in table.iter("tr")] for table in page.iter("table")]
    return _priorities(said[each] for each in page.iter("h3")), _tables(tables)


def word(document: bytes) -> Found:
    opened = docx.Document(io.BytesIO(document))
    titles = [each.text for each in opened.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    return _priorities(titles), _tables(tables)


def pdf(document: bytes) -> Found:
    reader = PdfReader(io.BytesIO(document))
    marks = dict(bookmarks(reader))
    pages = reader.pages[marks["Priorities"] - 1 : marks["Not doing"]]
    text = "\n".join(page.extract_text() for page in pages).partition("Not doing")[0]
    found = Counter(re.findall(rf"^(M\d+) [A-Z].*?\b\w{{3}} ({_DAY})", text, re.MULTILINE | re.DOTALL))
    return _priorities(marks), found


def powerpoint(document: bytes) -> Found:
    slides = pptx.Presentation(io.BytesIO(document)).slides
    marks = {shape.name for slide in slides for shape in slide.shapes if re.fullmatch(r"M\d+", shape.name)}
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    told = Counter(re.findall(rf"^(M\d+) ({_DAY}) ", notes, re.MULTILINE))
    assert marks == {id for id, _ in told}
    cells = [
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in list(row.cells)[:1]
    ]
    return _priorities(cells), told


def excel(document: bytes) -> Found:
    book = load_workbook(io.BytesIO(document))

    def rows(title: str) -> list[dict[str, Any]]:
        head, *rest = book[title].iter_rows(values_only=True)
        return [dict(zip(map(str, head), row, strict=True)) for row in rest]

    return {str(row["Id"]) for row in rows("Priorities")}, _rows(rows("Milestones"), "Id", "Due")


def zipped(document: bytes) -> Found:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files = {Path(name).stem: _records(archive.read(name).decode("utf-8-sig")) for name in archive.namelist()}
    return {row["id"] for row in files["priorities"]}, _rows(files["milestones"], "id", "due")


def jira(document: bytes) -> Found:
    rows = _records(document.decode())
    tasks = [row for row in rows if row["Issue Type"] != "Epic"]
    epics = {_id(row["Summary"]) for row in rows if row["Issue Type"] == "Epic"}
    return epics, Counter((_id(row["Summary"]), row["Due Date"]) for row in tasks)


def asana(document: bytes) -> Found:
    rows = _records(document.decode())
    return {_id(row["Section"]) for row in rows}, Counter((_id(row["Name"]), row["Due Date"]) for row in rows)


def linear(document: bytes) -> Found:
    rows = _records(document.decode())
    return {_id(row["Project"]) for row in rows}, Counter((_id(row["Title"]), row["Due Date"]) for row in rows)


def mermaid(document: bytes) -> Found:
    text = document.decode()
    found = Counter(re.findall(rf":(?:\w+, )*(M\d+), ({_DAY}), ", text))
    return {_id(each) for each in re.findall(r"section (.*)", text)}, found


def calendar(document: bytes) -> Found:
    read = Calendar.from_ical(document)
    events = recurring_ical_events.of(read).between(date(2026, 10, 1), date(2029, 12, 31) + timedelta(1))
    days = ((_id(str(each["SUMMARY"]).removeprefix("✓ ")), f"{each['DTSTART'].dt:%Y-%m-%d}") for each in events)
    return None, Counter((id, day) for id, day in days if id)


def structured(document: bytes) -> Found:
    read = json.loads(document)
    Draft202012Validator(schema()).validate(read)
    of = {row["id"] for row in read["priorities"] if row["status"] == "selected"}
    return of, _rows([row for row in read["milestones"] if row["priority"] in of], "id", "due")


READERS: dict[str, Callable[[bytes], Found]] = {
    "markdown": markdown,
    "html": html,
    "pdf": pdf,
    "docx": word,
    "pptx": powerpoint,
    "xlsx": excel,
    "csv": zipped,
    "jira": jira,
    "asana": asana,
    "linear": linear,
    "mermaid": mermaid,
    "ics": calendar,
    "json": structured,
}


def test_what_is_in_the_documents_is_what_is_in_the_database(
    run: Run, store: Store, database: Path, tmp_path: Path
) -> None:
    kept = store.create(held())
    options = [option for name in READERS for option in ("-f", name)]
    assert run("export", kept.ref, *options, "-o", tmp_path / "out").status == 0
    with sqlite3.connect(database) as connection:
        of = {id for (id,) in connection.execute("SELECT id FROM priority WHERE status = 'selected'")}
        dates = Counter(connection.execute("SELECT id, due FROM milestone WHERE dropped_on IS NULL"))
    assert (len(of), len(dates)) == (5, 13)
    for name, reader in READERS.items():
        written = tmp_path / "out" / document_name(kept.ref, find(name))
        priorities, results = reader(written.read_bytes())
        assert priorities in (of, None), name
        assert results == dates, name
