"""The self-assessment as documents: complete, the same every time, safe for what reads them, and part of the plan."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

import workshop.export  # noqa: F401  (what it imports registers the formats)
from data.nouns.assessment import Assessment, Role
from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import HOSTILE
from tests.workshop.brackenford_answers import ANSWERS, DIMENSIONS, RESULTS, eleven, sheets
from workshop.actions import assessing
from workshop.assessment import questionnaire
from workshop.assessment.results import UNVALIDATED
from workshop.assessment.sheets import Round, Sheet
from workshop.assessment.words import bar
from workshop.export import registry
from workshop.interchange.reading import read
from workshop.interchange.writing import write
from workshop.plan.audiences import Audience
from workshop.text import cells

TODAY = date(2026, 10, 14)
BLANK = of_rows([Brief(id="W", title="Food bank")])
FORMATS = ("assessment", "assessment-text", "assessment-csv", "assessment-json")


def document(name: str, workshop: Workshop, audience: Audience = Audience.TEAM) -> str:
    source = registry.source_of(workshop, ref="food-bank", today=TODAY, step="open", audience=audience)
    return registry.find(name).document(source).decode()


def rows(workshop: Workshop) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(document("assessment-csv", workshop).removeprefix("\ufeff"))))


def data(workshop: Workshop) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(document("assessment-json", workshop))["assessments"]
    return found


@pytest.fixture(scope="module")
def assessed() -> Workshop:
    return assessing.count(BLANK, eleven(*[Role.LEADER] * 4, *[Role.BOARD] * 2))


def test_the_markdown_has_all_results_next_actions_and_what_it_is_worth(assessed: Workshop) -> None:
    text = document("assessment", assessed)
    assert UNVALIDATED in text
    assert "**Answered by:** 11 people: 4 leaders, 2 of the board" in text
    for id, (score, word) in DIMENSIONS.items():
        name = next(each.name for each in questionnaire.load().dimension if each.id == id)
        assert f"| {name} | {score} | {word} |" in text
    for id, (median, range_, not_sure, flags) in RESULTS.items():
        said = ", ".join({"": [], "SPREAD": ["spread"], "SPREAD NOT SURE": ["spread", "not sure"]}[flags])
        row = f"| {id} | {questionnaire.load().of(id).topic} | {median} | {range_} | {not_sure} |  | {said} |  |"
        assert row in text
    assert "- Rhythm: Put the next three check-in dates in calendars" in text
    assert "Stop one thing (20 min). (Priorities)" in text


def test_the_text_page_draws_every_answer_within_80_columns(assessed: Workshop) -> None:
    text = document("assessment-text", assessed)
    assert max(cells(line) for line in text.splitlines()) <= 80
    assert "Ownership: 2.3, ad hoc" in text
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  OWN-2"))
    assert lines[at].split("  ")[-1] == "SPREAD NOT SURE" and "median 2, range 1-4" in lines[at]
    assert lines[at + 1].split() == ["1", "o", "2", "oooo", "3", "-", "4", "oo", "5", "-", "?", "oooo"]


@pytest.mark.parametrize(
    ("count", "drawn"), [(0, "-"), (1, "o"), (5, "ooooo"), (6, "ooo 6"), (11, "oo 11"), (1234, "1234")]
)
def test_a_bar_keeps_within_its_cells(count: int, drawn: str) -> None:
    assert bar(count, 5) == drawn


def test_the_table_has_a_row_a_question_and_excel_reads_it(assessed: Workshop) -> None:
    assert document("assessment-csv", assessed).startswith("\ufeffid,taken_on,")
    found = rows(assessed)
    assert [row["question"] for row in found] == list(ANSWERS)
    one = next(row for row in found if row["question"] == "OWN-2")
    assert [one[f"level_{level}"] for level in range(1, 6)] == ["1", "4", "0", "2", "0"]
    assert (one["not_sure"], one["median"], one["spread"], one["many_not_sure"]) == ("4", "2", "yes", "yes")


@pytest.mark.parametrize("evidence", ["=HYPERLINK(1)", "+1", "-1", "@here", "＝1"])
def test_no_text_becomes_a_formula(assessed: Workshop, evidence: str) -> None:
    noted = assessing.note(assessed, "S1", "DIR-1", evidence)
    assert rows(noted)[0]["evidence"] == f"'{evidence}"


def test_the_json_says_all_of_it(assessed: Workshop) -> None:
    (found,) = data(assessing.agree(assessed, "S1", "OWN-1", 4))
    assert (found["questionnaire"], found["version"], found["respondents"]) == ("strategy-practice", "1", 11)
    assert found["roles"] == {"leader": 4, "board": 2}
    assert {each["id"]: (str(each["score"]), each["band"]) for each in found["dimensions"]} == DIMENSIONS
    by_id = {each["id"]: each for each in found["questions"]}
    assert (by_id["OWN-1"]["median"], by_id["OWN-1"]["agreed"], by_id["OWN-1"]["level"]) == (2, 4, 4)
    assert by_id["OWN-2"]["leaders"] == {"1": 1, "2": 2, "3": 0, "4": 1, "5": 0, "not_sure": 0, "does_not_apply": 0}
    assert [each["question"] for each in found["next_actions"]] == ["ACC-1", "ADA-3", "OWN-2"]
    assert found["since"] is None


def test_of_few_no_document_shows_who_said_what() -> None:
    few = assessing.count(BLANK, Round("strategy-practice", "1", TODAY, False, sheets()[:3]))
    assert {row["median"] for row in rows(few)} == {""}
    assert all(each["counts"] is None for each in data(few)[0]["questions"])
    assert "not agreed yet" in document("assessment-text", few)
    assert " ooo" not in document("assessment-text", few)


def test_alone_the_level_stands_by_itself() -> None:
    alone = assessing.count(
        BLANK, Round("strategy-practice", "1", TODAY, True, (Sheet(answers={"DIR-1": 4, "DIR-2": 0, "DIR-3": -1}),))
    )
    text = document("assessment-text", alone)
    assert "Answered by: one person alone" in text
    lines = {line.split()[0]: line for line in text.splitlines() if line.startswith("  ")}
    said = {id: line[38:] for id, line in lines.items()}
    assert [said[id] for id in ("DIR-1", "DIR-2", "DIR-3", "DIR-4")] == [
        *("level 4", "not sure", "does not apply", "no answer")
    ]
    assert "not enough answers" in text


def test_then_and_now_are_told_and_other_people_warned_of(assessed: Workshop) -> None:
    later = Round("strategy-practice", "1", date(2027, 10, 1), False, eleven(*[Role.VOLUNTEER] * 11).sheets)
    text = document("assessment", assessing.count(assessed, later))
    assert "## Since 2026-10-12" in text and "no change is reported" in text
    better = [Sheet(sheet.role, dict.fromkeys(ANSWERS, 4)) for sheet in eleven(*[Role.LEADER] * 11).sheets]
    once = assessing.count(BLANK, eleven(*[Role.LEADER] * 11))
    twice = assessing.count(once, Round("strategy-practice", "1", date(2027, 10, 1), False, tuple(better)))
    assert "| One name | 2 | 4 | up |" in document("assessment", twice)
    assert data(twice)[1]["since"]["comparable"] is True
    assert {"id": "OWN-1", "then": 2.0, "now": 4.0} in data(twice)[1]["since"]["moved"]


def test_leaders_and_others_are_told_apart_where_they_differ() -> None:
    leaders = [Sheet(Role.LEADER, {"DIR-1": 4, "DIR-2": 2})] * 4
    others = [Sheet(Role.STAFF, {"DIR-1": 2, "DIR-2": 2})] * 4
    found = assessing.count(BLANK, Round("strategy-practice", "1", TODAY, False, (*leaders, *others)))
    text = document("assessment", found)
    assert "## Leaders and others" in text
    assert "| Where we play | 4 | 2 |" in text and "| How we win | 2 | 2 |" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_answered_is_said_and_no_document_is_empty(name: str) -> None:
    assert document(name, BLANK).strip()


def test_a_questionnaire_that_is_not_at_hand_is_said(assessed: Workshop) -> None:
    other = assessed.change(Assessment, "S1", questionnaire="of old", version="7")
    assert "Answered 2026-10-12: “of old 7”, whose questions are not at hand." in document("assessment", other)
    assert data(other)[0]["questionnaire"] == "of old"
    assert rows(other) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(assessed: Workshop, text: str) -> None:
    noted = assessing.name_respondents(assessing.note(assessed, "S1", "DIR-1", text), "S1", [text])
    for name in FORMATS:
        assert not {"\x1b", "\x07", "\x00", "\u202e"} & set(document(name, noted))
    assert len(rows(noted)) == 20
    assert max(len(line) for line in document("assessment-text", noted).splitlines()) <= 80 or not text.isascii()


def test_it_is_a_section_of_the_plan(assessed: Workshop) -> None:
    text = document("markdown", assessed)
    assert "### Self-assessment" in text and "| Ownership | 2.3 | ad hoc |" in text
    assert "Self-assessment" not in document("markdown", BLANK)


def test_the_board_gets_no_names_and_the_public_nothing(assessed: Workshop) -> None:
    named = assessing.name_respondents(assessed, "S1", ["Quittenbaum"])
    for name in ("markdown", *FORMATS, "json"):
        assert "Quittenbaum" in document(name, named) or name == "assessment-csv"
        assert "Quittenbaum" not in document(name, named, Audience.BOARD)
    assert "| Ownership | 2.3 | ad hoc |" in document("markdown", named, Audience.BOARD)
    for name in ("markdown", *FORMATS):
        assert "DIR-1" not in document(name, named, Audience.PUBLIC)


def test_it_travels_with_the_workshop_and_comes_back_the_same(assessed: Workshop) -> None:
    noted = assessing.note(assessing.agree(assessed, "S1", "OWN-1", 4), "S1", "OWN-1", "the list")
    written = write(noted, step="open")
    assert read(written).workshop == noted
    assert write(read(written).workshop, step="open") == written
