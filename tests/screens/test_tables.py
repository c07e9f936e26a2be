"""A table pasted into the line that adds: its columns fill the fields, as one change."""

from __future__ import annotations

from datetime import date

from data.nouns.strategy import Verdict

PLACES = "Place\tVerdict\tWhy\nHospitals\tplay\tThey asked\nPrisons\tnot us\t\n"
RESULTS = "Result\tDue\tDone when\tPriority\nVan bought\t2027-03-01\tPapers on file\tP2\nRound begun\tsoonish\t\t\n"


async def test_its_columns_fill_the_fields_and_one_undo_takes_it_back(begun):
    async with begun("where-to-play") as press:
        await press("a", f"={PLACES}")
        assert [(row.name, row.verdict, row.reason) for row in press.workshop.arenas] == [
            ("Hospitals", Verdict.PLAY, "They asked"),
            ("Prisons", Verdict.NOT_US, ""),
        ]
        assert "Added 2 places (A1, A2)." in press.screen and press.app.screen.typing
        await press("=Schools", "enter", "escape", "u", "u")
        assert press.workshop.arenas == ()


async def test_what_was_not_understood_is_said_and_the_rest_is_there(sampled):
    async with sampled("milestones") as press:
        before = len(press.workshop.milestones)
        await press("a", f"={RESULTS}")
        van, begun = press.workshop.milestones[before:]
        assert (van.due, van.priority_id, van.done_when) == (date(2027, 3, 1), "P2", "Papers on file")
        assert begun.due is None
        assert "Added 2 milestones" in press.screen and "soonish" in press.screen


async def test_lines_that_are_no_table_are_taken_one_by_one(begun):
    async with begun("where-to-play") as press:
        await press("a", "=Place, because of the name\nAnother")
        assert [row.name for row in press.workshop.arenas] == ["Place, because of the name", "Another"]
