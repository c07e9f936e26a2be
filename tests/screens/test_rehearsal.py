"""A rehearsal by keys: from home at any step, said on every screen and in every document, and gone afterwards."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from screens.steps.milestones import Milestones
from screens.steps.open import OpenStep
from screens.steps.priorities import Priorities
from workshop.shelf import listing


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A folder for what is temporary that the test can look into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("workshop-rehearsal-*")]


async def test_enter_rehearses_from_the_beginning_and_says_so(driven, temporary):
    async with driven() as press:
        await press("l", "enter")
        assert isinstance(press.app.screen, OpenStep)
        assert press.workshop.brief.title.startswith("Rehearsal: ") and not press.workshop.parties
        assert press.screen.splitlines()[0].rstrip().endswith("rehearsal")
        assert len(left(temporary)) == 1


@pytest.mark.parametrize(("typed", "screen"), [("7", Milestones), ("prio", Priorities)])
async def test_it_begins_at_any_step_by_its_number_or_name(driven, typed, screen):
    async with driven() as press:
        await press("l", f"={typed}", "enter")
        assert isinstance(press.app.screen, screen)
        assert press.app.desk.room.step == press.app.screen.key
        assert press.workshop.arenas and not press.workshop.milestones


async def test_an_unknown_step_says_what_to_type(driven):
    async with driven() as press:
        await press("l", "=lunch", "enter")
        assert "type a number from 1 to 10" in press.screen and press.app.desk is None


async def test_nothing_of_it_is_in_the_list_afterwards_nor_on_the_disk(driven, database, temporary):
    async with driven() as press:
        await press("l", "=3", "enter", "a", "=Lighthouse district", "enter", "escape")
        assert press.workshop.arenas[0].name == "Lighthouse district" and press.app.desk.saved
        await press("f10")
        assert not left(temporary) and not press.app.home.listings
        assert press.told == ["The rehearsal is over, and nothing of it was kept."]
        await press("s")
        assert "rehearsal" not in press.screen.splitlines()[0] and press.app.desk.ref
        assert "Lighthouse" not in "\n".join(each.name for each in press.workshop.arenas)
    assert len(listing(str(database)) or ()) == 1
    assert b"Lighthouse" not in b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))


async def test_leaving_the_program_in_it_leaves_nothing(driven, database, temporary):
    async with driven() as press:
        await press("l", "=5", "enter", "a", "=Paint the boats", "enter")
        assert press.app.desk.saved
    assert not left(temporary)
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("SELECT count(*) FROM workshop").fetchone() == (0,)


async def test_its_documents_say_what_they_are(driven, tmp_path):
    async with driven() as press:
        await press("l", "=10", "enter", "e")
        screen = press.app.screen
        source = screen.read_source()
        assert source.plan.title.startswith("Rehearsal: ")
