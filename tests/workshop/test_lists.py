"""Lists from elsewhere: every way of writing one is understood, and what is not is told by line and column."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.nouns.planning import Priority, Status
from data.nouns.strategy import Verdict
from tests.workshop.any_workshop import HOSTILE
from tests.workshop.build import TODAY, a_workshop, arena, milestone, party, priority, sound
from workshop.export import csv_tables, markdown
from workshop.export.registry import export
from workshop.lists.reading import NotAList, decoded, is_table, read
from workshop.plan.model import plan_of
from workshop.sample import sample
from workshop.text import clean, folded, length

TWO = a_workshop(
    party("N1", "Operations Manager"),
    priority("P1", "Open evenings", status=Status.SELECTED),
    priority("P2", "Fresh food", status=Status.SELECTED),
)
ROWS = (("Result", "Priority", "Due", "Done when"), ("Two rooms signed", "P1", "4 Dec 2026", "Signed, on file"))

WRITTEN = {
    "commas": 'Result,Priority,Due,Done when\nTwo rooms signed,P1,4 Dec 2026,"Signed, on file"\n',
    "semicolons": "Result;Priority;Due;Done when\r\nTwo rooms signed;P1;4 Dec 2026;Signed, on file\r\n",
    "tabs": "Result\tPriority\tDue\tDone when\nTwo rooms signed\tP1\t4 Dec 2026\tSigned, on file",
    "markdown": "Our list:\n\n| Result | Priority | Due | Done when |\n|---|:--|--:|:-:|\n"
    "| Two rooms signed | P1 | 4 Dec 2026 | Signed, on file |\n\nThat was it.",
    "bare markdown": "Result | Priority | Due | Done when\n--- | --- | --- | ---\n"
    "Two rooms signed | P1 | 4 Dec 2026 | Signed, on file\n",
    "german": "Meilenstein;Fällig am;Fertig wenn;Priorität\nTwo rooms signed;4.12.2026;Signed, on file;Open evenings",
    "empty lines and columns": "\n;Result;Priority;Due;;Done when\n;;;;;\n"
    ";Two rooms signed;P1;4 Dec 2026;;Signed, on file",
    "midnight": 'Title,Epic,Due Date,Definition of done\nTwo rooms signed,P1,2026-12-04 00:00:00,"Signed, on file"',
    "old line ends": "Result\tPriority\tDue\tDone when\rTwo rooms signed\tP1\t4 Dec 2026\tSigned, on file\r",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_however_it_is_written_it_is_understood(text):
    found = read(TWO, "milestones", text, TODAY)
    assert (found.refused, found.unread, found.known) == ((), (), ())
    (row,) = found.workshop.milestones
    assert (row.title, row.priority_id, row.due, row.done_when) == (
        *("Two rooms signed", "P1", date(2026, 12, 4), "Signed, on file"),
    )
    assert found.added == (row.id,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_in_the_encodings_of_spreadsheets(encoding):
    text = decoded("Ort;Grund\nKöln;für Familien\n".encode(encoding))
    (row,) = read(a_workshop(), "arenas", text, TODAY).workshop.arenas
    assert (row.name, row.reason) == ("Köln", "für Familien")


@pytest.mark.parametrize("data", [b"\x00\x01", b"PK\x03\x04\x00", b"x" * 4_000_001])
def test_what_is_no_text_is_refused_in_a_sentence(data):
    with pytest.raises(NotAList, match=r"(list|CSV)"):
        decoded(data)


@pytest.mark.parametrize(
    "text", ["", " \n\n", "a,b\n1,2", "milestones", "x" * 200_000, '"' * 9, "Title\n" + "a\n" * 1001]
)
def test_what_is_no_list_is_refused_in_a_sentence(text):
    with pytest.raises(NotAList) as refused:
        read(TWO, "milestones", text, TODAY)
    assert str(refused.value).endswith(".") and len(str(refused.value)) < 300


def test_what_is_not_understood_is_told_by_line_and_column_and_the_rest_is_there():
    text = (
        "Result,Epic,Due,Owner,Colour\n"
        "Two rooms signed,Open evenings,soonish,Operations Manager,red\n"
        "Lost,Nothing here,2027-01-01,,\n"
        ",P1,2027-01-01,,\n"
        f"{'long ' * 30},P2,,,\n"
    )
    found = read(TWO, "milestones", text, TODAY)
    assert [(remark.line, remark.column) for remark in found.refused] == [
        (2, "Due"),
        (3, "Epic"),
        (4, ""),
        (5, "Result"),
    ]
    assert found.unread == ("Colour",)
    (row,) = found.workshop.milestones
    assert (row.title, row.due, row.owner_id) == ("Two rooms signed", None, "N1")
    assert "Line 2, Due “soonish”: Type a date" in found.remarks[0]
    assert "characters: shorten it." in found.remarks[3] and "“Colour”" in found.remarks[4]


def test_two_names_for_an_owner_are_kept_as_one_and_asked_about_unless_they_are_known():
    text = "Priority,Owner\nCold chain,Ann and Bob\nOpen evenings,Research and Development Lead\nOne line,R&D Lead\n"
    known = a_workshop(party("N1", "Research and Development Lead"))
    found = read(known, "priorities", text, TODAY)
    assert found.remarks == (
        "Line 2, Owner “Ann and Bob”: Two names mean no name. It is kept as one: in Owners, name the one who answers.",
    )
    assert [found.workshop.party(row.owner_id).name for row in found.workshop.priorities] == [
        *("Ann and Bob", "Research and Development Lead", "R&D Lead"),
    ]


def test_what_is_there_already_stays_as_it_is():
    once = read(TWO, "milestones", WRITTEN["commas"], TODAY).workshop
    changed = WRITTEN["commas"].replace("4 Dec", "24 Dec").replace("Two", "TWO")
    found = read(once, "milestones", changed, TODAY)
    assert found.workshop == once and found.known == (2,) and found.added == ()
    other = read(once, "milestones", WRITTEN["commas"].replace("P1", "P2"), TODAY)
    assert len(other.workshop.milestones) == 2


def test_rows_speak_of_each_other_by_the_ids_of_their_list():
    start = TWO.put(milestone("M1", "P1", "Here before"))
    text = "Id,Result,Priority,Needs\nM1,Van bought,P2,M2\nM2,Money raised,P2,\nM3,Round begun,P2,M1; M2\n"
    found = read(start, "milestones", text, TODAY)
    assert not found.refused and found.added == ("M2", "M3", "M4")
    needed = {row.title: [each.title for each in found.workshop.needed_by(row)] for row in found.workshop.milestones}
    assert needed == {
        "Here before": [],
        "Van bought": ["Money raised"],
        "Money raised": [],
        "Round begun": ["Van bought", "Money raised"],
    }


def test_milestones_without_a_priority_go_to_the_only_one_or_the_one_that_is_meant():
    text = "Result,Due\nTwo rooms signed,2026-12-04\n"
    alone = a_workshop(priority("P3", "Open evenings", status=Status.SELECTED), priority("P4", "Not chosen"))
    assert read(alone, "milestones", text, TODAY).workshop.milestones[0].priority_id == "P3"
    assert read(TWO, "milestones", text, TODAY, of="P2").workshop.milestones[0].priority_id == "P2"
    found = read(TWO, "milestones", text, TODAY)
    assert found.added == () and "add a column “priority”" in found.remarks[0]


def test_priorities_and_places_with_their_decisions():
    text = (
        "Priority\tOwner\tHelpers\tStatus\tSize\tHours a week\tServes\n"
        "Cold chain\tBoard Chair\tA; B\tselected\tm\t12\tA1\n"
    )
    found = read(a_workshop(arena("A1", "Villages", verdict=Verdict.PLAY)), "priorities", text, TODAY)
    (row,) = found.workshop.priorities
    assert not found.refused
    assert (row.status, row.effort, row.hours) == (Status.SELECTED, "M", 12)
    assert found.workshop.party(row.owner_id).name == "Board Chair"
    assert [each.name for each in found.workshop.helpers(row)] == ["A", "B"]
    assert [each.id for each in found.workshop.served_by(row)] == ["A1"]
    text = "Place,Verdict,Reopen when,Today\nVillages,play,,no\nCounty,not now,they ask,yes\n"
    first, second = read(a_workshop(), "arenas", text, TODAY).workshop.arenas
    assert (first.verdict, second.verdict, second.trigger, second.today) == (
        *(Verdict.PLAY, Verdict.NOT_NOW, "they ask", True),
    )


@pytest.mark.parametrize(
    ("text", "table"),
    [(text, True) for text in WRITTEN.values()]
    + [
        ("Two rooms signed\nVan bought", False),
        ("Title\nVan bought", False),
        ("Result, Due\n", False),
        ("We do it when it is due, and done when signed\nVan, bought", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_lines(text, table):
    assert is_table("milestones", text) is table


def test_what_we_write_as_csv_comes_in_again():
    plan = plan_of(sample(TODAY), ref="b", today=TODAY)
    archive = zipfile.ZipFile(io.BytesIO(csv_tables.write(plan)))
    value = a_workshop()
    for kind, name in (("arenas", "places"), ("priorities", "priorities"), ("milestones", "milestones")):
        found = read(value, kind, decoded(archive.read(f"b/{name}.csv")), TODAY)
        # What check-ins say of milestones comes from check-ins.
        unread = ("forecast", "slips", "updated") if kind == "milestones" else ()
        assert (found.refused, found.unread, found.known) == ((), unread, ())
        value = found.workshop
    again = plan_of(value, ref="b", today=TODAY)
    assert [(place.name, place.verdict, place.trigger) for place in again.places] == [
        (place.name, place.verdict, place.trigger) for place in plan.places
    ]
    assert [row.title for row in value.priorities] == [row.title for row in plan.priorities]
    results = [row for each in plan.priorities for row in each.milestones]
    assert [(row.id, row.title, row.due, row.done_when, row.confidence) for row in value.milestones] == [
        (row.id, row.title, row.due, row.done_when, row.confidence)
        for row in sorted(results, key=lambda row: int(row.id[1:]))
    ]


def test_what_is_internal_stays_so_in_a_list_that_comes_back():
    plan = plan_of(sample(TODAY).change(Priority, "P1", internal=True), ref="b", today=TODAY)
    archive = zipfile.ZipFile(io.BytesIO(csv_tables.write(plan)))
    found = read(a_workshop(), "priorities", decoded(archive.read("b/priorities.csv")), TODAY)
    assert [row.id for row in found.workshop.priorities if row.internal] == ["P1"]
    german = read(a_workshop(), "priorities", "Vorhaben;Intern\nAbends öffnen;ja\nFrisches;nein\n", TODAY)
    assert [row.internal for row in german.workshop.priorities] == [True, False]


def test_a_table_of_our_markdown_comes_in_again():
    text = export(plan_of(sample(TODAY), ref="b", today=TODAY), "markdown").decode()
    table = text[text.index("| Id | Result | Due | Done when") :]
    found = read(TWO, "milestones", table, TODAY, of="P1")
    assert len(found.added) == 3 and [remark.text for remark in found.refused] == ["M1, M9"]  # M9 is in another table
    assert found.workshop.milestones[0].due == date(2026, 12, 4)


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_what_was_typed_is_data_and_comes_as_it_is(texts):
    lines = "\n".join(f"| {markdown.escaped(' '.join(text.split()))} |" for text in texts)
    try:
        found = read(a_workshop(), "arenas", f"| Place |\n|---|\n{lines}", TODAY)
    except NotAList:
        return
    names = {row.name for row in found.workshop.arenas}
    for text in texts:
        wanted = clean(" ".join(text.split()))
        if wanted and length(wanted) <= 60 and len(wanted) <= 200:
            assert any(folded(wanted) == folded(name) for name in names)


@given(st.text(), st.sampled_from(["arenas", "priorities", "milestones"]))
def test_any_text_is_read_or_refused(text, kind):
    try:
        found = read(sound(), kind, text, TODAY)
    except NotAList as refused:
        assert str(refused)
    else:
        assert len(found.workshop.rows) >= len(sound().rows)
