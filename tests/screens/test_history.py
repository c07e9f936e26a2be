"""History by keys: what was changed and when, the whole of a change, back to here, undo, and a very long log."""

from datetime import date, timedelta

import pytest

from data.difference import diff
from data.errors import Unavailable
from data.nouns.strategy import Arena, Verdict
from data.store import Store
from screens.history import Change, HistoryScreen
from tests.screens.conftest import NOW
from workshop.actions import arenas, closing


def written(press):
    return "\n".join(row.plain for row in press.app.screen.board.picture.rows)


async def loaded(press):
    """Open the history, and wait until it has been read."""
    await press("h")
    assert isinstance(press.app.screen, HistoryScreen)
    await press.settle()


async def add_places(press, *names):
    for name in names:
        press.app.desk.change(lambda workshop, name=name: arenas.add(workshop, name), f"add “{name}”")
    await press.settle()


def names(press):
    return [arena.name for arena in press.workshop.arenas]


async def test_newest_first_with_when_and_what(begun):
    async with begun("where-to-play") as press:
        await add_places(press, "Clinics", "Schools")
        await loaded(press)
        [newest, older, first] = [row.plain.strip() for row in press.app.screen.board.picture.rows]
        assert newest.startswith("▸") and "today" in newest and newest.endswith("Added place to play “Schools”")
        assert older.endswith("Added place to play “Clinics”")
        assert "Began the workshop “Harbor strategy”" in first
        assert "tester" not in press.screen, "who did it goes without saying while there is only one"


async def test_who_did_it_is_said_once_there_are_several(begun, database):
    async with begun("where-to-play") as press:
        other = Store(str(database), actor="ben", now=lambda: NOW - timedelta(days=1), ids=lambda: "x")
        desk = press.app.desk
        other.save(desk.id, diff(desk.value, arenas.add(desk.value, "Clinics")), label="add")
        other.close()
        await press.app.desk.look_around()
        await loaded(press)
        [newest, _] = [row.plain for row in press.app.screen.board.picture.rows]
        assert "yesterday" in newest and "ben" in newest


async def test_undo_works_here_and_what_is_undone_says_so_by_sign_and_word(begun):
    async with begun("where-to-play") as press:
        await add_places(press, "Clinics")
        await loaded(press)
        await press("u")
        assert names(press) == []
        assert "Undo: Added place to play “Clinics”" in written(press)
        assert "✕ undone" in written(press)
        assert press.app.screen.selected == "3", "who looks at the newest change goes on looking at the newest"


async def test_enter_shows_the_whole_of_a_change(begun):
    async with begun("where-to-play") as press:
        press.app.desk.change(
            lambda workshop: arenas.add(arenas.add(workshop, "Clinics"), "Schools"), "add two", reason="both matter"
        )
        await press.settle()
        await loaded(press)
        assert "+1" in written(press) and "because: both matter" in press.screen
        await press("enter")
        assert isinstance(press.app.screen, Change)
        for said in (
            "Added place to play “Clinics”",
            "Added place to play “Schools”",
            "because: both matter",
            "by: tester",
        ):
            assert said in press.screen
        await press("escape")
        assert isinstance(press.app.screen, HistoryScreen)


async def test_back_to_here_asks_first_and_is_one_change_that_undo_takes_back(begun):
    async with begun("where-to-play") as press:
        await add_places(press, "Clinics", "Schools", "Harbors")
        await loaded(press)
        await press("1")
        assert not press.app.screen.line.is_open, "nothing was changed after the newest"
        await press("down", "down", "1")
        assert "Back to today" in press.screen and "2 changes are taken back" in press.screen
        await press("escape")
        assert names(press) == ["Clinics", "Schools", "Harbors"]
        await press("1", "enter")
        assert names(press) == ["Clinics"]
        assert press.told == ["Back to: add “Clinics”"]
        assert "Back to: Added place to play “Clinics”" in written(press)
        assert written(press).count("✕ undone") == 2
        await press("u")
        assert names(press) == ["Clinics", "Schools", "Harbors"]
        assert len(press.app.screen.history) == 6, "nothing is ever erased"


async def test_back_to_here_from_the_whole_of_a_change(begun):
    async with begun("where-to-play") as press:
        await add_places(press, "Clinics", "Schools")
        await loaded(press)
        await press("end", "enter", "1")
        assert isinstance(press.app.screen, Change) and "2 changes are taken back" in press.screen
        await press("enter")
        assert isinstance(press.app.screen, HistoryScreen)
        assert names(press) == []


async def test_past_an_adoption_it_says_that_the_version_goes(sampled):
    async with sampled() as press:
        press.app.desk.change(
            lambda workshop: closing.adopt(workshop, date(2026, 10, 14)), "adopt the plan as version 1", publishes=True
        )
        await press.settle()
        await loaded(press)
        assert "✓ version 1" in written(press)
        await press("down", "1")
        assert "version 1 of the plan is withdrawn" in " ".join(press.screen.split())
        await press("enter")
        assert press.workshop.brief.version == 0
        assert not any(milestone.first_due for milestone in press.workshop.milestones)
        assert "✕ withdrawn" in written(press)
        assert await press.app.shelf.call(lambda store: store.versions(press.app.desk.id)) == ()
        await press("u")
        assert "✓ version 1" in written(press)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_of_a_very_long_history_only_what_is_in_view_is_painted(begun, database, size):
    async with begun("where-to-play", size=size) as press:
        id = press.app.desk.id
        value = press.workshop
        store = Store(str(database), actor="tester", now=lambda: NOW, ids=lambda: "x")
        for number in range(600):
            new = (
                arenas.add(value, f"Place {number}")
                if number < 5
                else value.change(Arena, "A1", reason=f"why {number}")
            )
            store.save(id, diff(value, new), label="change")
            value = new
        store.close()
        await press.app.desk.look_around()
        await loaded(press)
        screen = press.app.screen
        assert len(screen.board.picture.rows) <= size[1]
        assert screen.selected == "601" and "Because of “Place 0”" in press.screen and "older" in press.screen
        await press("pagedown", "pagedown", "down")
        assert screen.selected == str(601 - 2 * screen.page - 1)
        assert f"{screen.selected}" in screen.board.picture.items and "newer" in press.screen
        await press("end")
        assert screen.selected == "1" and "Began the workshop" in press.screen
        await press("home")
        assert screen.selected == "601" and "newer" not in press.screen
        assert screen.query_one("#scroll").max_scroll_y == 0, "what is painted fits"


async def test_what_cannot_be_read_is_said(begun, monkeypatch):
    async with begun("where-to-play") as press:

        def away(self, id):
            raise Unavailable("The server is away: try again.")

        monkeypatch.setattr(Store, "changes", away)
        await loaded(press)
        assert "The server is away: try again." in press.screen


async def test_what_was_typed_is_never_markup(begun):
    async with begun("where-to-play") as press:
        await add_places(press, "[b]Win[/b] in [red]")
        await loaded(press)
        assert "“[b]Win[/b] in [red]”" in press.screen
        await press("enter")
        assert "“[b]Win[/b] in [red]”" in press.screen


async def test_it_is_in_the_keys_of_a_screen_and_waits_for_no_step(begun):
    async with begun("where-to-play") as press:
        await press("question_mark")
        assert "History" in press.screen
        await press("escape")
        press.app.desk.change(
            lambda workshop: arenas.judge(arenas.add(workshop, "x"), "A1", Verdict.PLAY), "add and judge"
        )
        await loaded(press)
        await press("question_mark")
        assert "Back to here" not in press.screen, "the newest change is how it is"
