"""Another window on the same workshop: what it takes away or changes meanwhile is said, and costs nobody a word."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from data.difference import diff
from data.nouns.strategy import Arena
from data.store import Store
from data.value import Key, Workshop
from screens.app import WorkshopApp
from screens.conflict import ConflictScreen
from tests.screens.conftest import NOW, Driven, Driver
from workshop.desk import GONE, Desk


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
