"""Every format: possible at any moment, the same every time, whole, and unharmed by whatever was typed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import HOSTILE, TODAY, workshop, workshops
from workshop.export import registry
from workshop.export.registry import UnknownFormat, export, find, formats, plan_formats
from workshop.plan import Plan, plan_of
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

#: What is for the days before there is a plan; the others tell of it.
PREPARING = ["runsheet", "runsheet-text", "worksheet", "worksheet-text"]
TELLING = [name for name in NAMES if name not in PREPARING]


def read(workshop: Workshop, today: date = TODAY) -> Plan:
    return plan_of(workshop, ref="brackenford", today=today, findings=findings(workshop, Context(today=today)))


@pytest.mark.parametrize("name", NAMES)
def test_golden(name):
    path = GOLDEN / EXPECTED[name]
    written = export(read(sample(TODAY, adopted=True)), name)
    if os.environ.get("WORKSHOP_RENEW"):
        path.write_bytes(written)
    assert written.decode() == path.read_bytes().decode()


def test_every_format_is_described_for_a_list():
    assert ["markdown", "onepage", "text", "summary", "summary-text", *PREPARING] == NAMES
    assert [each.name for each in formats()] == [*NAMES, "json"]
    for each in formats():
        assert each.suffix.startswith(".") and "/" in each.media_type and each.description
        assert find(each.name) is each


def test_an_unknown_format_is_named_with_those_there_are():
    with pytest.raises(UnknownFormat, match='no format "pdf": choose one of markdown, onepage'):
        export(read(sample(TODAY)), "pdf")


def test_a_format_of_the_whole_workshop_is_not_made_from_its_plan():
    with pytest.raises(UnknownFormat, match='"json" is of the whole workshop'):
        export(read(sample(TODAY)), "json")


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="registered twice"):
        registry.format("markdown", suffix=".md", media_type="text/markdown", description="again")(lambda plan: b"")


@pytest.mark.parametrize("name", TELLING)
def test_an_empty_workshop_says_what_is_missing(name):
    written = export(read(of_rows([Brief(id="W")])), name).decode()
    assert "Untitled workshop" in written
    assert all(missing in written for missing in ("where we play", "how we win", "owners", "milestones"))


@pytest.mark.parametrize("name", TELLING)
def test_a_half_filled_workshop_has_what_there_is_and_says_what_is_missing(name):
    half = of_rows(row for row in sample(TODAY).rows.values() if row.table in ("brief", "party", "arena"))
    written = export(read(half), name).decode()
    assert "Fresh food rescued from packers" in written
    assert "priorities, owners, milestones" in written


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)
@given(value=workshops())
def test_any_workshop_in_any_format(name, value):
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
    written = export(plan, name).decode()
    assert not any(code in written for code in RULES)


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.strip()])
def test_plain_text_loses_nothing_that_was_typed(typed):
    value = sample(TODAY).change(Brief, "W", title=typed)
    written = export(read(value), "text").decode()
    assert "".join(clean(typed).split()) in "".join(written.split())


@pytest.mark.parametrize("name", ["onepage", "text", "summary-text", "runsheet-text", "worksheet-text"])
@settings(deadline=None)
@given(value=workshops(text=st.sampled_from(HOSTILE)))
def test_plain_text_is_never_wider_than_80_cells(name, value):
    assert max(map(cells, export(read(value), name).decode().split("\n"))) <= 80
