"""Another window on the same workshop: what it takes away or changes meanwhile is said, and costs nobody a word."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from data.difference import diff
from data.errors import Unavailable
from data.nouns.strategy import Arena, Condition, Verdict
from data.store import Store
from data.value import Key, Workshop
from screens.app import WorkshopApp
from screens.conflict import ConflictScreen
from tests.screens.conftest import NOW, Driven, Driver
from workshop.actions import arenas, winning
from workshop.desk import GONE, Desk, writer


def elsewhere(app: WorkshopApp, change: Callable[[Workshop], Workshop]) -> None:
    """Change the open workshop as another window does."""
    assert app.desk is not None
    ids = count(1000)
    store = Store(app.url, actor="somebody", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")
    value = store.load(app.desk.id).value
    store.save(app.desk.id, diff(value, change(value)), label="elsewhere")
    store.close()


async def both_change_a_name(press: Driver) -> None:
    """Find out only while leaving that somebody else was first."""
    app = press.app
    assert app.desk is not None
    elsewhere(app, lambda workshop: workshop.change(Arena, "A1", name="theirs"))
    app.desk.change(lambda workshop: workshop.change(Arena, "A1", name="mine"), "rename")


async def test_a_row_that_is_taken_away_while_it_is_typed_at_is_said_and_nothing_is_lost(sampled: Driven) -> None:
    async with sampled("where-to-play") as press:
        await press("down", "enter", "enter")
        app, line = press.app, press.app.screen.query_one("#line-input")
        assert app.desk is not None and line.has_focus
        elsewhere(app, lambda workshop: workshop.remove(Key("arena", "A2")))
        await app.desk.look_around()
        await press("=more", "enter")
        assert GONE in press.screen and "more" in press.screen
        await press("escape", "escape")
        assert press.workshop.get(Arena, "A2") is None


@pytest.mark.parametrize("bare", ["full_stop", "r"])
async def test_mine_and_theirs_wait_until_the_wall_is_back(sampled: Driven, bare: str) -> None:
    async with sampled("where-to-play") as press:
        await press(bare)
        on_the_wall = press.app.screen
        await both_change_a_name(press)
        await press.settle()
        assert press.app.screen is on_the_wall
        await press("space")
        assert isinstance(press.app.screen, ConflictScreen)
        assert "mine" in press.screen and "theirs" in press.screen


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose changes cannot be stored at the moment."""
    actors: list[str] = []
    whole = Store.save

    def save(self: Store, *args: Any, **named: Any) -> int:
        if self._actor in actors:
            raise Unavailable("The disk is full: make some room, then try again.")
        return whole(self, *args, **named)

    monkeypatch.setattr(Store, "save", save)
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    return actors


async def comes_back(press: Driver, away: list[str]) -> None:
    """What could not be stored is stored now, behind a place that somebody else added."""
    assert press.app.desk is not None
    elsewhere(press.app, lambda workshop: arenas.add(workshop, "Theirs"))
    away.clear()
    await press.app.desk.flush()
    await press.settle()


async def test_what_is_asked_of_a_row_goes_on_about_it_when_another_window_was_first_to_give_its_id(
    begun: Driven, away: list[str]
) -> None:
    async with begun("where-to-play") as press:
        away.append("tester")
        await press("a", "=Ours", "enter", "escape", "2", "=near")
        assert "Because ..." in press.screen
        await comes_back(press, away)
        assert "near" in press.screen and "Theirs" in press.screen
        await press("enter", "=who comes", "enter", "=in 3 weeks", "enter")
        theirs, ours = press.workshop.arenas
        assert (theirs.name, theirs.verdict, theirs.reason, theirs.question) == ("Theirs", Verdict.UNDECIDED, "", "")
        assert (ours.name, ours.verdict, ours.reason, ours.question) == ("Ours", Verdict.EXPLORE, "near", "who comes")
        assert ours.decide_by is not None
        assert (theirs.id, ours.id, press.app.screen.selected) == ("A1", "A2", "A2")
        assert press.app.desk.room.drafts == {} and not press.app.desk.conflicts
        await press("4")
        assert press.workshop.row(Arena, "A2").verdict is Verdict.NOT_US


async def test_a_card_stays_the_card_of_its_row_and_goes_on_to_its_next_field(begun: Driven, away: list[str]) -> None:
    async with begun("where-to-play") as press:
        away.append("tester")
        await press("a", "=Ours", "enter", "escape", "2", "escape", "enter")
        fields = [item for item in press.app.screen.board.picture.items if press.app.screen.still_empty(item)]
        press.app.screen.select(fields[0])
        await press("enter", "=first")
        await comes_back(press, away)
        await press("enter", "=second", "enter", "=third")
        await press("escape")
        theirs, ours = press.workshop.arenas
        assert theirs == Arena(id="A1", name="Theirs", rank=theirs.rank), "theirs was left alone"
        filled = [getattr(ours, field.split("/")[2]) for field in fields[:2]]
        assert (ours.name, filled) == ("Ours", ["first", "second"])
        assert "Ours" in press.screen and press.app.screen.place == "card/A2"
        assert press.app.screen.selected.startswith("arena/A2/")


async def test_what_is_asked_of_new_rows_one_after_the_other_goes_on(sampled: Driven, away: list[str]) -> None:
    async with sampled("how-to-win") as press:
        before = {row.id for row in press.workshop.of(Condition)}
        away.append("tester")
        await press("a", "=Ours must hold", "enter")
        [ours] = (row for row in press.workshop.of(Condition) if row.id not in before)
        elsewhere(press.app, lambda workshop: winning.add_condition(workshop, ours.arena_id, "Theirs must hold"))
        away.clear()
        await press.app.desk.flush()
        await press("=4", "enter", "=Ours too", "enter", "escape", "escape")
        new = {row.text: row for row in press.workshop.of(Condition) if row.id not in before}
        trust = {text: row.confidence for text, row in new.items()}
        assert trust == {"Theirs must hold": None, "Ours must hold": 4, "Ours too": None}
        assert new["Theirs must hold"].id == ours.id


async def test_leaving_shows_first_what_was_not_saved_because_somebody_else_was_first(sampled: Driven) -> None:
    async with sampled("where-to-play") as press:
        await both_change_a_name(press)
        await press("f10")
        assert isinstance(press.app.screen, ConflictScreen)
        assert "mine" in press.screen and "theirs" in press.screen
        await press("escape", "f10")
        assert press.app.screen_stack[-1] is press.app.home


async def test_quitting_shows_it_too_and_quitting_again_quits(sampled: Driven) -> None:
    async with sampled("where-to-play") as press:
        await both_change_a_name(press)
        await press("ctrl+q")
        assert isinstance(press.app.screen, ConflictScreen) and press.app.return_value is None
        await press.app.action_quit()
        await press.app.workers.wait_for_complete()
        assert press.app.return_value == 0


async def test_a_workshop_that_is_asked_for_twice_is_opened_once(
    sampled: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks: list[Desk] = []

    class Counted(Desk):
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            desks.append(self)

    async with sampled() as press:
        app = press.app
        await press("f10")
        [only] = app.home.listings
        monkeypatch.setattr("workshop.desk.Desk", Counted)
        app.open_workshop(only.id)
        app.open_workshop(only.id)
        await press.settle()
        assert desks == [app.desk]
