"""Every format: possible at any moment, the same every time, whole, and unharmed by whatever was typed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.interpreter import modules_loaded_by, packages
from tests.workshop.any_workshop import HOSTILE, TODAY, workshop, workshops
from tests.workshop.reading_back import text_of
from workshop.export import registry
from workshop.export.registry import Subject, UnknownFormat, by_subject, export, find, formats, plan_formats
from workshop.plan.model import Plan, plan_of
from workshop.rules.registry import RULES, Context, findings
from workshop.sample import sample
from workshop.text import cells, clean

NAMES = [each.name for each in plan_formats()]

#: What is shipped, compared byte by byte. After a change that is meant, write these files anew with
#: `WORKSHOP_RENEW=1 python -m pytest tests/workshop/test_export.py -k golden` and read the difference.
GOLDEN = Path(__file__).parent / "golden"
EXPECTED = {
    "markdown": "brackenford.md",
    "onepage": "brackenford.onepage.txt",
    "summary": "brackenford.summary.md",
    "summary-text": "brackenford.summary.txt",
    "text": "brackenford.txt",
    "runsheet": "brackenford.runsheet.md",
    "runsheet-text": "brackenford.runsheet.txt",
    "worksheet": "brackenford.worksheet.md",
    "worksheet-text": "brackenford.worksheet.txt",
}

#: Those that are read as they are.
PLAIN = list(EXPECTED)

#: What is for the days before there is a plan; the others tell of it.
PREPARING = ["runsheet", "runsheet-text", "worksheet", "worksheet-text"]
TELLING = [name for name in PLAIN if name not in PREPARING]


def read(workshop: Workshop, today: date = TODAY) -> Plan:
    return plan_of(workshop, ref="brackenford", today=today, findings=findings(workshop, Context(today=today)))


@pytest.mark.parametrize("name", PLAIN)
def test_golden(name):
    path = GOLDEN / EXPECTED[name]
    written = export(read(sample(TODAY, adopted=True)), name)
    if os.environ.get("WORKSHOP_RENEW"):
        path.write_bytes(written)
    assert written.decode() == path.read_bytes().decode()


def test_every_format_is_described_for_a_list():
    assert formats()[0].name == "markdown", "which is what is written where nothing else is asked for"
    assert set(PLAIN) <= set(NAMES) < {each.name for each in formats()}
    for each in formats():
        assert each.suffix.startswith(".") and "/" in each.media_type and each.description
        assert find(each.name) is each


def test_every_format_is_in_the_list_of_what_it_tells():
    listed = [each for several in by_subject().values() for each in several]
    assert sorted(each.name for each in listed) == sorted(each.name for each in formats())
    assert list(by_subject()) == [subject for subject in Subject if subject in by_subject()]
    told = {each.name.split("-")[0]: each.subject for each in listed}
    assert told["onepage"] is Subject.PAGE and told["summary"] is Subject.SUMMARY and told["pdf"] is Subject.PLAN
    assert told["runsheet"] is Subject.RUNSHEET and told["worksheet"] is Subject.WORKSHEET


def test_what_a_document_takes_is_loaded_when_it_is_written():
    """A list of formats, and a plan in words, are there without what makes files of other programs."""
    loaded = modules_loaded_by("import workshop, workshop.export")
    assert packages(loaded).isdisjoint(("typst", "docx", "pptx", "xlsxwriter", "icalendar", "lxml"))


def test_an_unknown_format_is_named_with_those_there_are():
    with pytest.raises(UnknownFormat, match='no format "papyrus": choose one of markdown, '):
        export(read(sample(TODAY)), "papyrus")


def test_a_format_of_the_whole_workshop_is_not_made_from_its_plan():
    with pytest.raises(UnknownFormat, match='"json" is of the whole workshop'):
        export(read(sample(TODAY)), "json")


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="registered twice"):
        registry.format("markdown", suffix=".md", media_type="text/markdown", description="again")(lambda plan: b"")


@pytest.mark.parametrize("name", TELLING)
def test_an_empty_workshop_says_what_is_missing(name):
    written = " ".join(export(read(of_rows([Brief(id="W")])), name).decode().split())
    assert "Untitled workshop" in written
    assert all(missing in written for missing in ("where we play", "how we win", "owners", "milestones"))


@pytest.mark.parametrize("name", TELLING)
def test_a_half_filled_workshop_has_what_there_is_and_says_what_is_missing(name):
    half = of_rows(row for row in sample(TODAY).rows.values() if row.table in ("brief", "party", "arena"))
    written = export(read(half), name).decode()
    assert "Fresh food rescued from packers" in written
    assert "priorities, owners, milestones" in written


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_make_the_same_document_every_time(name):
    plan = read(workshop(Random(7), list(HOSTILE), 6))
    written = export(plan, name)
    assert written and written == export(plan, name)
    assert all(remark == clean(remark) for remark in find(name).remark(plan))


def test_another_day_and_another_process_write_the_same_bytes():
    """Nothing of the clock, of a set's order or of an object's address is in a document."""
    code = (
        "import workshop, workshop.export, hashlib; from datetime import date; from workshop.sample import sample;"
        "from workshop.export.registry import formats, source_of;"
        "made = source_of(sample(date(2026, 10, 14), adopted=True), ref='b', today=date(2026, 10, 14), step='close');"
        "print([(each.name, hashlib.sha256(each.document(made)).hexdigest()) for each in formats()])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    ]
    assert told[0] == told[1] and told[0].count(b"(") == len(formats())


@pytest.mark.parametrize("name", PLAIN)
@settings(deadline=None, max_examples=20)
@given(value=workshops())
def test_any_workshop_in_any_plain_format(name, value):
    assert_is_plain(name, value)


@pytest.mark.long
@pytest.mark.parametrize("name", PLAIN)
@settings(deadline=None, max_examples=300)
@given(value=workshops())
def test_very_many_workshops_in_any_plain_format(name, value):
    assert_is_plain(name, value)


def assert_is_plain(name, value):
    plan = read(value)
    written = export(plan, name)
    assert written == export(plan, name)
    text = written.decode()
    assert text.strip() and text.endswith("\n") and "\n\n\n" not in text
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in text.replace("\n", ""))
    assert not any(each in text for each in "\u2028\u2029\u202e\u2066\ufeff")
    assert not any(line != line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("name", NAMES)
def test_no_code_of_a_check_is_in_a_document(name):
    plan = read(workshop(Random(4), ["a text"], 15))
    assert plan.open_points and plan.in_spite_of is not None
    written = text_of(export(plan, name))
    assert not any(code in written for code in RULES)


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.strip()])
def test_plain_text_loses_nothing_that_was_typed(typed):
    value = sample(TODAY).change(Brief, "W", title=typed)
    written = export(read(value), "text").decode()
    assert "".join(clean(typed).split()) in "".join(written.split())


@pytest.mark.parametrize("name", ["onepage", "text", "summary-text", "runsheet-text", "worksheet-text"])
@settings(deadline=None, max_examples=25)
@given(value=workshops(text=st.sampled_from(HOSTILE)))
def test_plain_text_is_never_wider_than_80_cells(name, value):
    assert max(map(cells, export(read(value), name).decode().split("\n"))) <= 80
