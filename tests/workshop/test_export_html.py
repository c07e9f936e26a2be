"""HTML, read back by a parser that did not write it: whole, accessible, without anything that runs or is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings

from data.nouns.direction import Fact
from data.nouns.planning import Status
from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import HOSTILE, TODAY, workshops
from workshop.export import html
from workshop.export.document import Section, Table
from workshop.export.registry import export, plan_formats
from workshop.export.timeline_svg import WIDTH, timeline
from workshop.plan.model import Plan, plan_of
from workshop.sample import sample
from workshop.text import clean

PAGES = [each.name for each in plan_formats() if each.suffix == ".html"]


def read(value: Workshop) -> Plan:
    return plan_of(value, ref="brackenford", today=TODAY)


def parsed(document: bytes) -> ElementTree.Element:
    """The page as a browser reads it; raises where the parser finds an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(document)


def said(node: ElementTree.Element | None) -> str:
    assert node is not None
    return " ".join("".join(node.itertext()).split())


@pytest.fixture(scope="module")
def page() -> ElementTree.Element:
    return parsed(html.write(read(sample(TODAY, adopted=True))))


def test_it_says_what_it_is(page):
    assert page.get("lang") == "en"
    assert said(page.find("head/title")) == said(page.find(".//h1")) == "Brackenford food bank: strategy 2027-2029"
    assert page.find("head/meta[@charset]").get("charset") == "utf-8"
    assert page.find("head/meta[@name='viewport']") is not None


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(node.tag[1]) for node in page.iter() if re.fullmatch("h[1-6]", str(node.tag))]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_say_which_cells_are_headings(page):
    for each in page.iter("table"):
        assert all(node.get("scope") == "col" for node in each.iterfind("thead/tr/th"))
        for row in each.iterfind("tbody/tr"):
            assert [node.get("scope") for node in row.iterfind("th")] == ["row"]
            assert len(list(row)) == len(each.findall("thead/tr/th"))


def test_every_link_leads_to_a_place_on_the_page(page):
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    links = [node.get("href") for node in page.iter("a")]
    assert len(ids) == len(set(ids)) and len(links) >= 10
    assert all(link.startswith("#") and link[1:] in ids for link in links)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_and_nothing_is_fetched(name):
    page = parsed(export(read(sample(TODAY)), name))
    tags = {node.tag for node in page.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not any(key.startswith("on") or key in ("style", "src") for node in page.iter() for key in node.attrib)
    policy = page.find("head/meta[@http-equiv='Content-Security-Policy']").get("content", "")
    style = page.findtext("head/style", "")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ") and f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style and "@import" not in style


def test_it_is_made_for_paper_and_for_dark_rooms(page):
    style = page.findtext("head/style", "")
    assert "@media print" in style and "@page" in style and "prefers-color-scheme: dark" in style
    assert "table-header-group" in style and "break-inside: avoid" in style
    assert not re.search(r"size:\s*(A4|letter)", style, re.IGNORECASE), "the sheet is the printer's: A4 or Letter"


def test_all_priorities_milestones_and_dates_are_on_it(page):
    value = sample(TODAY, adopted=True)
    section = next(each for each in page.iter("section") if each.get("id") == "priorities")
    headings = [said(node) for node in section.iterfind("section/h3")]
    selected = [row for row in value.priorities if row.status is Status.SELECTED]
    assert headings == [f"{row.id} {row.title}" for row in selected]
    rows = [[said(cell) for cell in row] for row in section.iter("tr") if row.find("td") is not None]
    assert sorted((row[0], row[1], row[2][-10:]) for row in rows) == sorted(
        (row.id, row.title, row.due.isoformat()) for row in value.milestones
    )


def test_the_timeline_has_a_mark_for_every_date(page):
    picture = page.find(".//figure/*")
    marks = [said(node) for node in picture.iter() if node.tag.endswith("circle")]
    milestones = sample(TODAY).milestones
    assert sorted(mark.split()[0] for mark in marks) == sorted(row.id for row in milestones)
    assert all(f"{row.title}, {row.due}" in " ".join(marks) for row in milestones)
    assert picture.get("role") == "img" and "12 milestones" in picture.get("aria-label")


def test_without_dates_there_is_no_timeline():
    assert timeline(read(of_rows([Brief(id="W", title="Bare")]))) == ""
    assert "<figure" not in html.write(read(of_rows([Brief(id="W", title="Bare")]))).decode()


@settings(deadline=None, max_examples=10)
@given(value=workshops())
def test_no_mark_of_the_timeline_stands_outside_the_picture(value):
    svg = timeline(read(value))
    for node in ElementTree.fromstring(svg).iter() if svg else ():
        x, y = float(node.get("cx", node.get("x", 0))), float(node.get("cy", node.get("y", 0)))
        height = float(svg.split('height="')[1].split('"')[0])
        assert 0 <= x <= WIDTH and 0 <= y <= height


def test_what_was_typed_stands_there_as_it_was_typed():
    typed = [each for each in HOSTILE if each.strip()]
    value = sample(TODAY)
    for each in typed:
        value, _ = value.add(Fact, text=each)
    section = next(each for each in parsed(html.write(read(value))).iter("section") if each.get("id") == "direction")
    cells = {said(cell) for cell in section.iter("th")}
    assert [each for each in typed if " ".join(clean(each).split()) not in cells] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_title_is_text_in_the_head_and_on_the_page(name):
    typed = "</title><script>alert(1)</script> & <b>"
    page = parsed(export(read(sample(TODAY).change(Brief, "W", title=typed)), name))
    assert typed in said(page.find("head/title")) and typed in said(page.find(".//h1"))


@settings(deadline=None, max_examples=10)
@given(value=workshops())
def test_any_workshop_is_a_page_without_an_error(value):
    parsed(html.write(read(value)))


def test_sections_of_the_same_name_have_ids_of_their_own():
    part = Table(("A",), (("a",),))
    document = Section("Doubled", tuple(Section(name, (part,)) for name in ("Same", "Same", "?", "!", "same")))
    ids = [node.get("id") for node in parsed(html.render(document).encode()).iter("section")]
    assert len(set(ids)) == 5


def test_columns_that_nobody_filled_are_left_out():
    document = Section("One", (Section("Two", (Table(("A", "B", "C"), (("a", "", "c"), ("d", "", ""))),)),))
    page = parsed(html.render(document).encode())
    assert [said(node) for node in page.iterfind(".//thead/tr/th")] == ["A", "C"]


def test_the_same_day_makes_the_same_page():
    assert html.write(read(sample(date(2026, 10, 14)))) == html.write(read(sample(date(2026, 10, 14))))
