"""Two programs on one file: each sees what the other one does, and neither loses a word of the other's in silence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.difference import diff
from data.nouns.strategy import Arena, Verdict
from data.store import Store
from screens.app import WorkshopApp
from screens.conflict import ConflictScreen
from tests.journeys.conftest import DAY, NOW
from tests.journeys.in_process import InProcess
from tests.journeys.in_terminal import app, on_board, reading, saved, waits
from tests.journeys.session import typed
from tests.journeys.terminal import Terminal
from tests.screens.conftest import Driver


@contextmanager
def two_windows(database: Path, ref: str) -> Iterator[tuple[Terminal, Terminal]]:
    with app(database, DAY, ref) as first, app(database, DAY, ref) as second:
        for window in (first, second):
            window.wait(waits, "the board")
        yield first, second


def test_each_window_shows_what_the_other_one_does(database: Path, begun: str) -> None:
    with two_windows(database, begun) as (first, second):
        first.press("a", *typed("Harbor families"), "enter")
        second.wait(lambda rows: on_board(rows, "Harbor families") and saved(rows), "the first one's place")
        second.press("home", "1", *typed("Ten minutes from home"))
        first.wait(lambda rows: on_board(rows, "Ten minutes from hom") and saved(rows), "the second one's reason")
    with reading(database) as store:
        [arena] = store.load(store.find(begun)).value.arenas
    assert (arena.name, arena.verdict, arena.reason) == ("Harbor families", Verdict.PLAY, "Ten minutes from home")


def test_what_both_add_at_once_is_on_both_boards(database: Path, begun: str) -> None:
    with two_windows(database, begun) as windows:
        names = ("Night workers", "Hill villages")
        for window, name in zip(windows, names, strict=True):
            window.press("a", *typed(name), "enter")
        for window in windows:
            window.wait(lambda rows: saved(rows) and all(on_board(rows, name) for name in names), "both places")
    with reading(database) as store:
        arenas = store.load(store.find(begun)).value.arenas
    assert {arena.name for arena in arenas} == set(names) and len(arenas) == 2


async def test_who_comes_second_is_shown_both_wordings(database: Path, begun: str) -> None:
    other = Store(str(database), actor="somebody", now=lambda: NOW, ids=lambda: "1")
    window = WorkshopApp(str(database), ref=begun, now=lambda: NOW, today=lambda: DAY, actor="facilitator")
    async with window.run_test(size=(80, 24), notifications=True) as pilot:
        driver = Driver(window, pilot)
        while window.desk is None:
            await pilot.pause()
        await driver.settle()
        hands, id = InProcess(driver), window.desk.id
        await hands.press("a", *typed("Harbor families"), "enter", "enter", "home", "enter", "ctrl+u", "=Ours")

        before = other.load(id).value
        theirs = before.change(Arena, "A1", name="Theirs")
        other.save(id, diff(before, theirs), label="somebody else's")
        other.close()
        # Before this window has looked around, its person goes on.
        await hands.press("enter")

        assert isinstance(window.screen, ConflictScreen)
        assert "Ours" in driver.screen and "Theirs" in driver.screen
        assert window.desk.value.row(Arena, "A1").name == "Theirs"
        await hands.press("escape")
        assert not isinstance(window.screen, ConflictScreen)


def test_words_that_changed_while_others_were_typed_over_them_are_shown_before_they_go(
    database: Path, begun: str
) -> None:
    with two_windows(database, begun) as (first, second):
        first.press("a", *typed("Harbor families"), "enter")
        second.wait(lambda rows: on_board(rows, "Harbor families") and saved(rows), "the first one's place")
        second.press("home", "enter", "home", "enter", "ctrl+u", *"Ours")
        second.wait(lambda rows: "Ours" in rows[-2], "a half-typed name")
        first.press("home", "enter", "home", "enter", *typed("Theirs"))
        second.wait(lambda rows: any("Theirs" in row for row in rows[1:-4]), "the other one's name, behind the line")
        second.press("enter")
        second.wait(lambda rows: any("Another window wrote" in row for row in rows), "what the other one wrote")
        assert any("Ours" in row for row in second.rows) and any("Theirs" in row for row in second.rows)
        second.press("enter")
        second.wait(lambda rows: on_board(rows, "Ours") or "Ours" in rows[1], "what was typed, in its place")
