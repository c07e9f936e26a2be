"""What is internal, and what is not for an audience, is in no document of theirs, whatever the format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

import workshop.export  # noqa: F401  (what it imports registers the formats)
from data.formats import document
from data.nouns.base import Noun
from data.nouns.check_in import Report
from data.nouns.planning import Milestone, Priority, Risk, Status
from data.nouns.room import Acceptance, Action, Brief, Carried, Disposition, Parked, Reservation, Stretch
from data.nouns.strategy import Arena, Condition, Verdict
from data.tables import NOUN, NOUNS, REFERENCES
from data.value import Key, Workshop, of_rows
from data.versions import Version
from tests.workshop.any_workshop import TODAY, workshops
from tests.workshop.first_check_in import held
from tests.workshop.reading_back import text_of
from workshop.actions.duplicating import duplicate
from workshop.export.marking import MARK
from workshop.export.registry import Format, Source, find, formats, source_of
from workshop.interchange import reading, writing
from workshop.plan.audiences import Audience, seen_by
from workshop.plan.model import plan_of
from workshop.rules.registry import Context, findings
from workshop.sample import sample

INTERNAL, NOT_FOR_THE_BOARD, NOT_FOR_THE_PUBLIC = "zqinternal", "zqteam", "zqboard"
HIDDEN = {
    Audience.TEAM: (),
    Audience.BOARD: (INTERNAL, NOT_FOR_THE_BOARD),
    Audience.PUBLIC: (INTERNAL, NOT_FOR_THE_BOARD, NOT_FOR_THE_PUBLIC),
}
CAN_BE_INTERNAL = [noun for noun in NOUNS if "internal" in noun.model_fields]


def texts_of(noun: type[Noun]) -> Iterator[str]:
    """The fields of a noun that people type into."""
    refers = {reference.column for reference in REFERENCES if reference.table == noun.table}
    for name, field in noun.model_fields.items():
        if field.annotation is str and name not in {"id", "rank", *refers}:
            yield name


def filled(row: Noun, word: str, **fields: Any) -> Noun:
    """A row whose every text is a word of its own."""
    return row.replace(**{name: f"{word} {name}" for name in texts_of(type(row))} | fields)


@pytest.fixture(scope="module")
def marked() -> Workshop:
    """The sample with a row of every kind marked internal, and words in what is not for the board or the public."""
    value = sample(TODAY, adopted=True)
    value, _ = value.add(Carried, text="an open end")
    rows: list[Noun] = [filled(value.of(noun)[0], INTERNAL, internal=True) for noun in CAN_BE_INTERNAL]
    rows.append(value.of(Acceptance)[0].replace(message=NOT_FOR_THE_BOARD, reason=NOT_FOR_THE_BOARD))
    rows.append(value.priorities[1].replace(leaves_desk=NOT_FOR_THE_BOARD, hours=7771))
    for row in (value.reservations[1], value.parked[1], value.actions[1], value.risks[1]):
        rows.append(filled(row, NOT_FOR_THE_PUBLIC))
    rows.append(
        filled(next(row for row in value.arenas if row.verdict is Verdict.NOT_US), "kept").replace(
            reason=NOT_FOR_THE_PUBLIC
        )
    )
    rows.append(filled(value.conditions("A2")[0], NOT_FOR_THE_PUBLIC))
    rows.append(filled(next(row for row in value.priorities if row.status is Status.DROPPED), NOT_FOR_THE_PUBLIC))
    typed = dict.fromkeys(
        ("drops_milestones", "changes_choices", "keep_or_change", "look_back_note"), NOT_FOR_THE_PUBLIC
    )
    rows.append(value.brief.replace(**typed, ground_rules=(NOT_FOR_THE_PUBLIC,), out_of_scope=(NOT_FOR_THE_PUBLIC,)))
    return value.put(*rows)


@pytest.fixture(scope="module")
def reported() -> Workshop:
    """The sample after a check-in that told of rows which are marked internal since."""
    value = held()
    rows: list[Noun] = [
        filled(value.row(Milestone, "M1"), INTERNAL, internal=True),
        filled(value.row(Condition, "C2"), INTERNAL, internal=True),
        filled(value.of(Action)[-1], INTERNAL, internal=True),
    ]
    rows += [filled(row, INTERNAL) for row in value.of(Report) if row.milestone_id == "M1"]
    rows += [filled(row, INTERNAL, item=row.item) for row in value.adjustments if row.item in ("M1", "C2")]
    return value.put(*rows)


def source(value: Workshop, audience: Audience, versions: tuple[Version, ...] = ()) -> Source:
    found = findings(value, Context(today=TODAY))
    return source_of(
        value, ref="brackenford", today=TODAY, step="close", findings=found, versions=versions, audience=audience
    )


@pytest.mark.parametrize("format", formats(), ids=lambda format: format.name)
@pytest.mark.parametrize("audience", list(Audience))
def test_no_document_has_what_its_readers_are_not_to_see(marked: Workshop, audience: Audience, format: Format) -> None:
    made = source(marked, audience)
    written = format.document(made)
    told = (text_of(written) + " ".join(format.remarks(made))).casefold()
    for word in HIDDEN[audience]:
        assert word not in told and word.encode() not in written


REPORTS = ["checkin", "checkin-text", "checkin-pdf", "checkin-docx", "markdown", "json", "xlsx", "csv"]


@pytest.mark.parametrize("name", REPORTS)
def test_what_was_said_of_an_internal_row_at_a_check_in_goes_with_it(reported: Workshop, name: str) -> None:
    for audience in Audience:
        written = find(name).document(source(reported, audience))
        assert (INTERNAL in text_of(written)) is (audience is Audience.TEAM), audience


@pytest.mark.parametrize(
    "name", ["markdown", "text", "html", "pdf", "docx", "onepage", "onepage-pdf", "pptx", "summary"]
)
def test_what_is_internal_says_so_where_the_team_reads_it(name: str) -> None:
    value = sample(TODAY, adopted=True).change(Priority, "P1", internal=True)
    assert MARK not in text_of(find(name).document(source(sample(TODAY, adopted=True), Audience.TEAM)))
    assert MARK in text_of(find(name).document(source(value, Audience.TEAM)))
    assert MARK not in text_of(find(name).document(source(value, Audience.BOARD)))


@pytest.mark.parametrize("noun", CAN_BE_INTERNAL, ids=lambda noun: noun.table)
def test_every_kind_of_row_says_so(noun: type[Noun]) -> None:
    value, _ = sample(TODAY).add(Carried, text="an open end")
    value, _ = value.add(Parked, text="A thought")
    row = value.of(noun)[0]
    made = source(value.put(row.replace(internal=True)), Audience.TEAM)
    assert text_of(find("markdown").document(made)).replace("\\", "").count(MARK) >= 1


def test_tables_have_a_column_of_it_for_the_team_only() -> None:
    value = sample(TODAY, adopted=True).change(Milestone, "M1", internal=True)
    for audience in Audience:
        book = load_workbook(io.BytesIO(find("xlsx").document(source(value, audience))))
        heads = [cell.value for cell in book["Milestones"][1]]
        assert ("Internal" in heads) is (audience is Audience.TEAM)
        if audience is Audience.TEAM:
            marks = {
                row[0].value: row[heads.index("Internal")].value for row in book["Milestones"].iter_rows(min_row=2)
            }
            assert {id for id, said in marks.items() if said == "yes"} == {"M1"}


@pytest.mark.parametrize("name", ["markdown", "html", "pdf", "json"])
def test_the_team_gets_all_of_it(marked: Workshop, name: str) -> None:
    told = text_of(find(name).document(source(marked, Audience.TEAM)))
    assert INTERNAL in told and NOT_FOR_THE_BOARD in told and NOT_FOR_THE_PUBLIC in told


def test_what_is_for_them_is_there(marked: Workshop) -> None:
    markdown = formats()[0]
    board = text_of(markdown.document(source(marked, Audience.BOARD)))
    public = text_of(markdown.document(source(marked, Audience.PUBLIC)))
    assert NOT_FOR_THE_PUBLIC in board and "Parking lot" in board
    assert "Candidates and votes" not in board and "7771" not in board
    headings = [line for line in public.splitlines() if line.startswith("## ")]
    assert headings == ["## On one page", "## Direction", "## Where we play, and how we win", "## Priorities"]
    assert "kept name" in public and "7771" not in public


@pytest.mark.parametrize("noun", CAN_BE_INTERNAL, ids=lambda noun: noun.table)
def test_every_kind_of_row_is_left_out_with_what_cannot_stand_without_it(noun: type[Noun]) -> None:
    value = sample(TODAY, adopted=True)
    value, _ = value.add(Carried, text="an open end")
    row = value.of(noun)[0]
    for audience in (Audience.BOARD, Audience.PUBLIC):
        seen = seen_by(value.put(row.replace(internal=True)), audience)
        assert seen.get(noun, row.id) is None
        assert_is_sound(seen)


def test_what_tells_of_an_internal_row_goes_with_it() -> None:
    value = sample(TODAY, adopted=True)
    value, risk = value.add(Risk, reason="It hits one", priority_id="P1")
    value, parked = value.add(Parked, text="A thought")
    value, action = value.add(Action, text="A thought, done", parked_id=parked.id)
    value = value.put(Acceptance(id="MIL-01:M1", code="MIL-01", item="M1", message="M1 has no date"))
    value = value.change(Priority, "P1", internal=True).change(Parked, parked.id, internal=True)
    seen = seen_by(value, Audience.BOARD)
    assert seen.get(Risk, risk.id) is None and seen.get(Action, action.id) is None
    assert not seen.milestones_of("P1") and seen.milestones
    assert all("M1" not in {need.id for need in seen.needed_by(row)} for row in seen.milestones)


def test_a_warning_accepted_of_an_internal_row_is_left_out_of_what_the_public_and_the_board_get() -> None:
    value = sample(TODAY, adopted=True).change(Arena, "A1", internal=True)
    assert not seen_by(value, Audience.BOARD).acceptances


def test_who_had_a_reservation_is_the_teams_own() -> None:
    value = sample(TODAY).change(Brief, "W", attributed=True)
    row = value.reservations[0]
    who = value.participants[0]
    value = value.change(Reservation, row.id, party_id=who.id)
    plans = {each: plan_of(value, ref="b", today=TODAY, audience=each) for each in Audience}
    assert plans[Audience.TEAM].room.doubts[0].who == who.name
    assert plans[Audience.BOARD].room.doubts[0].who == ""
    assert plans[Audience.PUBLIC].room.doubts == ()


def test_what_was_internal_stays_so_where_the_next_workshop_carries_it_over() -> None:
    value = sample(TODAY, adopted=True)
    value, _ = value.add(Carried, text="Carried on", internal=True)
    value, parked = value.add(Parked, text="Parked", disposition=Disposition.LATER, internal=True)
    value, _ = value.add(Action, text="Done of it", parked_id=parked.id)
    value, _ = value.add(Action, text="Its own", internal=True)
    value, _ = value.add(Action, text="For all")
    carried = {row.text: row.internal for row in duplicate(value, "Next", today=TODAY).carried}
    expected = {"Carried on": True, "Parked": True, "Done of it": True, "Its own": True, "For all": False}
    assert carried.items() >= expected.items()


def test_how_long_things_took_is_the_teams_own() -> None:
    value = sample(TODAY).put(Stretch(id="open", planned=15, taken=21, before=18))
    assert seen_by(value, Audience.BOARD).row(Stretch, "open") == Stretch(id="open", planned=15)
    assert seen_by(value, Audience.PUBLIC).get(Stretch, "open") is None


def test_what_is_left_out_is_not_called_missing() -> None:
    value = sample(TODAY)
    for row in value.arenas:
        value = value.change(Arena, row.id, internal=row.verdict in (Verdict.NOT_NOW, Verdict.NOT_US))
    assert plan_of(value, ref="b", today=TODAY, audience=Audience.BOARD).missing == ()
    bare = of_rows([Brief(id="W")])
    assert plan_of(bare, ref="b", today=TODAY, audience=Audience.BOARD).missing
    assert plan_of(bare, ref="b", today=TODAY, audience=Audience.PUBLIC).missing == ()


def test_earlier_versions_are_the_teams_own(marked: Workshop) -> None:
    versions = (Version(1, 1, datetime(2026, 10, 14, tzinfo=UTC), document(sample(TODAY))),)
    assert source(marked, Audience.TEAM, versions).versions == versions
    assert source(marked, Audience.BOARD, versions).versions == ()
    assert source(marked, Audience.PUBLIC, versions).versions == ()


@pytest.mark.parametrize("audience", list(Audience))
def test_the_json_of_any_audience_can_be_imported(marked: Workshop, audience: Audience) -> None:
    written = find("json").document(source(marked, audience))
    taken = reading.read(written)
    assert writing.write(taken.workshop, step=taken.step) == written


@settings(deadline=None)
@given(value=workshops())
def test_any_workshop_stays_sound_for_any_audience(value: Workshop) -> None:
    assert seen_by(value, Audience.TEAM) is value
    board, public = (seen_by(value, each) for each in (Audience.BOARD, Audience.PUBLIC))
    assert public.rows.keys() <= board.rows.keys() <= value.rows.keys()
    for seen in (board, public):
        assert_is_sound(seen)
        assert not any(getattr(row, "internal", False) for row in seen.rows.values())


def assert_is_sound(value: Workshop) -> None:
    """Every reference leads to a row that is there."""
    for key, row in value.rows.items():
        assert key == Key(row.table, row.id) and type(row) is NOUN[row.table]
        for reference in REFERENCES:
            if reference.table == row.table and (id := getattr(row, reference.column)):
                assert Key(reference.target, id) in value.rows
