"""Self-assessments by keys, from the first question to the next year's: and what of them is ever on the disk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from data import copies
from data.migrations import REVISIONS
from data.store import Store
from screens.app import WorkshopApp
from tests.journeys.conftest import DAY, NOW
from tests.journeys.in_process import InProcess
from tests.screens.conftest import Driver
from tests.workshop.brackenford_answers import ANSWERS, DIMENSIONS
from workshop.assessment import questionnaire, results
from workshop.assessment.results import Result

IDS = questionnaire.load().ids
A_YEAR_LATER = date(2027, 10, 13)

#: Who might have answered, and would not want to be found.
PEOPLE = ("Quittenbaum", "Zweigstelle", "Ypsilanti")

#: The roles of the eleven, by their digits: four lead, three are staff, two of the board, a volunteer and one more.
ROLES = (*"1111", *"222", *"33", "4", "5")


@asynccontextmanager
async def opened(database: Path, day: date = DAY, ref: str | None = None) -> AsyncIterator[InProcess]:
    """The app on a day of its own, until it is left."""
    now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    app = WorkshopApp(str(database), ref=ref, now=lambda: now, today=lambda: day, actor="facilitator")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield InProcess(driver)


def kept(database: Path) -> Result:
    """What came of the last self-assessment of the only workshop, as it is on disk."""
    store = Store(str(database), actor="reader", now=lambda: NOW, ids=lambda: "0")
    try:
        [only] = store.listing()
        found = results.latest(store.load(only.id).value)
    finally:
        store.close()
    assert found is not None
    return found


def on_disk(database: Path) -> bytes:
    """Every byte of the database, its journal, and the backups beside it."""
    return b"".join(entry.read_bytes() for entry in database.parent.rglob("*") if entry.is_file())


def papers(person: int, *, better: bool = False) -> Iterator[str]:
    """The keys of one person's sheet; a year later, one level up on ownership."""
    for id in IDS:
        answer = ANSWERS[id][person]
        yield str(min(5, answer + 1) if better and answer and id.startswith("OWN") else answer)


def grid(*, better: bool = False) -> Iterator[str]:
    """The keys of all eleven sheets, roles first."""
    for person, role in enumerate(ROLES):
        yield from ("left", role, *papers(person, better=better), "a")


async def test_alone_from_start_to_finish_with_a_stop_in_between(database: Path) -> None:
    async with opened(database) as hands:
        await hands.press("w", "=Harbor trust", "enter")
        await hands.press("1", "2", "3", "1", "left", "2")
        assert "4 of 20" in hands.driver.screen
    async with opened(database) as hands:
        await hands.press("enter")
        assert "4 of 20" in hands.driver.screen
        await hands.press("4", "=Two facts in the minutes", "enter", "0", "n", "=nobody decides", "enter")
        await hands.press(*["2"] * 13, "1")
        assert "That was the last question." in hands.driver.screen
        await hands.press("enter")
        assert "Money and time" in hands.driver.screen
        desk = hands.app.desk
        assert desk is not None
        await hands.press("home", "enter")
        assert await hands.place() == "owners", "the lowest level leads to its step"
    found = kept(database)
    assert [item.item.id for item in found.next_actions] == ["DAY-3", "DIR-1", "DIR-3"]
    assert [str(item.score) for item in found.items[:4]] == ["2", "3", "2", "4"]
    assert found.item("DIR-4").note == "Two facts in the minutes"
    assert found.item("OWN-2").note == "nobody decides"
    assert [str(each.score) for each in found.dimensions] == ["2.8", "None", "2.0", "2.0", "2.0", "1.7"]


async def test_eleven_people_by_the_grid_come_out_as_in_the_sample(database: Path, begun: str) -> None:
    async with opened(database, ref=begun) as hands:
        await hands.press("w", "2", *grid())
        await hands.press("c", "enter")
        assert "2.3  ad hoc" in hands.driver.screen and "SPREAD" in hands.driver.screen
    found = kept(database)
    assert {each.dimension.id: each.said.split("  ") for each in found.dimensions} == {
        id: list(said) for id, said in DIMENSIONS.items()
    }
    assert [item.item.id for item in found.next_actions] == ["ACC-1", "ADA-3", "OWN-2"]
    assert found.by_groups and found.assessment.roles[:5] == ("leader", "leader", "leader", "leader", "staff")


async def test_a_year_later_it_says_what_has_changed(database: Path, begun: str) -> None:
    async with opened(database, ref=begun) as hands:
        await hands.press("w", "2", *grid(), "c", "enter", "end", "enter", "enter")
    async with opened(database, A_YEAR_LATER, ref=begun) as hands:
        assert "11 people on 14 Oct 2026" in hands.driver.screen
        await hands.press("a")
        before = hands.driver.screen
        assert "2.3" not in before and "SPREAD" not in before, "not before the new answers are given"
        await hands.press("2", *grid(better=True), "c", "enter")
        assert "11 people on 13 Oct" in hands.driver.screen
        await hands.press("v")
        moved = [line for line in hands.driver.screen.splitlines() if "▲ up" in line]
        assert any("Ownership" in line and "2.3 → 3.3" in line for line in moved)
    found = kept(database)
    assert found.taken_on == A_YEAR_LATER and found.assessment.id == "S2"


async def test_who_answered_what_is_gone_from_the_disk_once_it_is_thrown_away(database: Path, begun: str) -> None:
    sheets = [f'"{id}":{ANSWERS[id][person]}'.encode() for person in (0, 3) for id in IDS]
    async with opened(database, ref=begun) as hands:
        await hands.press("w", "2", *grid())
        copies.keep(database, REVISIONS[-1], NOW)
        assert all(answer in on_disk(database) for answer in sheets), "kept, so that they can be gone on with"
        await hands.press("c", "enter", "end", "enter", "enter")
        assert not any(answer in on_disk(database) for answer in sheets), "nor in the backup, nor in the journal"
    assert not any(answer in on_disk(database) for answer in sheets)
    assert b'"answers"' not in on_disk(database)
    assert kept(database).respondents == 11


async def test_no_name_is_on_the_disk_unless_the_group_said_so(database: Path, begun: str) -> None:
    async with opened(database, ref=begun) as hands:
        await hands.press("w", "2", *grid(), "c", "enter")
        await hands.driver("ctrl+p", "=Who answered")
        await hands.driver("enter")
        await hands.driver(f"={', '.join(PEOPLE)}")
        assert PEOPLE[0] in hands.driver.screen
        await hands.driver("escape")
        assert not [name for name in PEOPLE if name.encode() in on_disk(database)], "typed, and not given"
        await hands.driver("ctrl+p", "=Who answered")
        await hands.driver("enter")
        await hands.driver(f"={PEOPLE[0]}", "enter")
        assert [name for name in PEOPLE if name.encode() in on_disk(database)] == [PEOPLE[0]]
    assert kept(database).names == (PEOPLE[0],)
