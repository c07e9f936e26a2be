"""Markdown, read back by a parser of others: nothing that was typed is markup, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from data.nouns.planning import Milestone
from tests.workshop.any_workshop import HOSTILE, TODAY, texts, workshops
from workshop.export.document import Bullets, Paragraph, Section, Table, Terms
from workshop.export.markdown import render
from workshop.export.registry import export
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan, plan_of
from workshop.sample import sample
from workshop.text import clean

# HTML, tables, strikethrough, and whatever looks like an address made a link: the most a reader's program may do.
PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": True})

lines = texts.map(lambda text: " ".join(clean(text).split())).filter(bool)


def plan(workshop) -> Plan:
    return plan_of(workshop, ref="a-plan", today=TODAY)


def read_back(markdown: str) -> list[tuple[str, ...]]:
    """The blocks a parser sees, as (kind, text, ...): it raises where it sees any markup that no document has."""
    seen: list[tuple[str, ...]] = []
    row: list[str] = []
    kind = ""
    for token in PARSER.parse(markdown):
        if token.type == "heading_open":
            kind = token.tag
        elif token.type in ("paragraph_open", "list_item_open"):
            kind = "item" if token.type == "list_item_open" or kind == "item" else "paragraph"
        elif token.type in ("list_item_close", "heading_close"):
            kind = ""
        elif token.type == "tr_open":
            kind, row = "row", []
        elif token.type == "tr_close":
            seen.append(("row", *row))
            kind = ""
        elif token.type == "inline":
            if kind == "row":
                row.append(literal(token))
            else:
                seen.append((kind, literal(token)))
        elif token.type not in PLAIN:
            raise AssertionError(f"{token.type} in {markdown!r}")
    return seen


PLAIN = {
    *("paragraph_close", "bullet_list_open", "bullet_list_close", "table_open", "table_close"),
    *("thead_open", "thead_close", "tbody_open", "tbody_close", "th_open", "th_close", "td_open", "td_close"),
}


def literal(inline: Token) -> str:
    """The text of a line, its label in bold being the only markup there may be."""
    kinds = [child.type for child in inline.children or ()]
    assert set(kinds) <= {"text", "strong_open", "strong_close"}, inline
    assert kinds.count("strong_open") <= 1
    return "".join(child.content for child in inline.children or ())


def written(section: Section, level: int = 1) -> list[tuple[str, ...]]:
    """What `read_back` should give for a document."""
    blocks: list[tuple[str, ...]] = [(f"h{min(level, 6)}", section.heading)]
    for part in section.parts:
        match part:
            case Section():
                blocks += written(part, level + 1)
            case Paragraph(text):
                blocks.append(("paragraph", text))
            case Bullets(items):
                blocks += (("item", item) for item in items)
            case Terms(pairs):
                blocks += (("item", f"{label}: {text}") for label, text in pairs)
            case Table(columns, rows):
                blocks += (("row", *row) for row in (columns, *rows))
    return blocks


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.strip()])
def test_hostile_text_stands_there_as_it_was_typed(typed):
    line = " ".join(clean(typed).split()) or "nothing"
    document = Section(
        line,
        (
            Paragraph(line),
            Bullets((line, line)),
            Section(line, (Terms((("Label", line),)), Table(("A", "B", "C"), ((line, "", line), (line, line, line))))),
        ),
    )
    assert read_back(render(document)) == written(document)


@settings(deadline=None)
@given(st.lists(lines, min_size=1, max_size=4))
def test_any_text_anywhere_stands_there_as_it_was_typed(typed):
    document = Section(
        typed[0],
        (
            *(Paragraph(line) for line in typed),
            Bullets(tuple(typed)),
            Section(typed[-1], (Terms(tuple(("Label", line) for line in typed)), Table(tuple(typed), (tuple(typed),)))),
        ),
    )
    assert read_back(render(document)) == written(document)


@settings(deadline=None)
@given(
    st.text("\\`*_{}[]<>()#+-.!|~&:@$^=%/ \"'ab1wxhtpscom", min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_no_heap_of_signs_makes_markup(typed):
    document = Section(typed, (Paragraph(typed), Bullets((typed,))))
    assert read_back(render(document)) == written(document)


@settings(deadline=None)
@given(workshops())
def test_any_plan_reads_back_block_by_block(workshop):
    value = plan(workshop)
    assert read_back(export(value, "markdown").decode()) == written(whole_plan(value))


def test_plain_prose_is_left_as_it_is():
    typed = "Cap: 4,150 (31%), 9-4 only; R&D's 'one' visit. Yes? No! e.g. 3.5 at 17:00"
    assert render(Section("T", (Paragraph(typed),))) == f"# T\n\n{typed.replace('e.g', chr(101) + chr(92) + '.g')}\n"


def test_two_versions_differ_only_in_the_lines_of_what_changed():
    before = sample(TODAY)
    after = before.change(Milestone, "M5", celebrate="A very long and quite different way of marking it")
    old, new = (export(plan(each), "markdown").decode().splitlines() for each in (before, after))
    assert len(old) == len(new)
    assert [one for one, other in zip(old, new, strict=True) if one != other] == [
        row for row in old if row.startswith("| M5 |")
    ]


def test_sections_come_in_the_order_of_the_plan_and_only_where_there_is_content():
    document = export(plan(sample(TODAY)), "markdown").decode()
    headings = [line.removeprefix("## ") for line in document.splitlines() if line.startswith("## ")]
    assert headings == [
        "On one page",
        "Next 90 days",
        "Direction",
        "Where we play, and how we win",
        "What must be true",
        "Priorities",
        "Not doing",
        "Risks and early signs",
        "Rhythm and rules",
        "Appendix",
    ]
