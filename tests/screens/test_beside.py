"""The guide in a second terminal: it follows the step, the clock and the findings, and leaves no trace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from shutil import copyfile

import pytest

from data.difference import diff
from data.errors import Unavailable
from data.nouns.room import Brief
from data.store import Store
from screens.beside import Beside
from tests.screens.conftest import NOW, TODAY
from workshop import steps
from workshop.room import clock


class Watched:
    """A guide beside a store, with a clock of its own; `look` is one beat of it."""

    def __init__(self, app, pilot, store, id) -> None:
        self.app, self.pilot, self.store, self.id = app, pilot, store, id

    async def look(self) -> str:
        await self.app.look()
        await self.pilot.pause()
        return self.page

    @property
    def page(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    def note(self, change) -> None:
        self.store.keep_room(self.id, change(self.store.load(self.id).room))


@pytest.fixture
def beside(templates, database):
    """The guide on a workshop, as another window has it open: `async with beside("sampled") as guide`."""
    copies = []

    @asynccontextmanager
    async def open_it(name: str = "begun", size=(80, 24), now=lambda: NOW) -> AsyncIterator[Watched]:
        copyfile(templates(name, ""), database)
        store = Store(str(database), actor="tester", now=lambda: NOW, ids=lambda: "f" * 32)
        copies.append(store)
        id = store.listing()[0].id
        app = Beside(str(database), id, now=now, today=lambda: TODAY)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Watched(app, pilot, store, id)

    yield open_it
    for store in copies:
        store.close()


async def test_it_shows_question_prompts_minutes_and_what_is_open(beside):
    async with beside() as guide:
        page = await guide.look()
        step = steps.load().step("open")
        assert "1 Open" in page and "Harbor strategy" in page and step.question in page
        assert "10 minutes planned" in page and "Who is missing" in page
        assert "Nobody is named to settle disagreement" in page


async def test_it_goes_along_with_the_current_step(beside):
    async with beside() as guide:
        guide.note(lambda room: room.replace(step="priorities", looking="priorities"))
        page = await guide.look()
        assert steps.load().step("priorities").question in page and "number … gets its hours" in page


async def test_looking_elsewhere_on_the_wall_is_told_and_no_reason_to_turn_the_page(beside):
    async with beside() as guide:
        guide.note(lambda room: room.replace(looking="close"))
        page = await guide.look()
        assert "1 Open" in page and "The wall shows Close." in page


async def test_the_time_runs_and_is_over_in_words(beside):
    times = [NOW]
    async with beside(now=lambda: times[-1]) as guide:
        guide.note(lambda room: clock.start(room, NOW))
        times.append(NOW + timedelta(minutes=4, seconds=30))
        assert "5:30 left of 10 minutes" in await guide.look()
        times.append(NOW + timedelta(minutes=11))
        assert "1:00 over the 10 minutes" in await guide.look()
        guide.note(lambda room: clock.pause(room.replace(extra={"open": 5}), times[-1]))
        assert "4:00 left of 15 minutes, the clock stands" in await guide.look()
        guide.note(lambda room: clock.take_break(room, "pause-1", times[-1]))
        times.append(times[-1] + timedelta(minutes=12))
        assert "Break: 2:00 over the 10 minutes" in await guide.look()


async def test_what_was_put_right_is_no_longer_open(beside):
    async with beside() as guide:
        assert "Say what we will have decided" in await guide.look()
        value = guide.store.load(guide.id).value
        said = value.change(Brief, "W", scope="By one we know whom we serve")
        guide.store.save(guide.id, diff(value, said), label="say")
        assert "Say what we will have decided" not in await guide.look()


async def test_nothing_is_read_or_painted_while_nothing_changes(beside, monkeypatch):
    async with beside() as guide:
        await guide.look()
        painted: list[object] = []
        monkeypatch.setattr(guide.app._page, "update", painted.append)
        monkeypatch.setattr(Store, "load", lambda *_: pytest.fail("read again"))
        await guide.look()
        assert painted == []


async def test_it_writes_nothing(beside, database):
    async with beside("sampled") as guide:
        before = guide.store.head(guide.id), guide.store.load(guide.id).room
        await guide.look()
        assert (guide.store.head(guide.id), guide.store.load(guide.id).room) == before
        assert not guide.store.changed_elsewhere()


async def test_a_fault_is_told_above_what_was_last_read_and_goes_again(beside, monkeypatch):
    async with beside() as guide:
        await guide.look()

        def locked(store):
            raise Unavailable("The database is locked: close what holds it.")

        with monkeypatch.context() as patched:
            patched.setattr(Store, "changed_elsewhere", locked)
            page = await guide.look()
            assert "! The database is locked" in page and "1 Open" in page
        assert "locked" not in await guide.look()


async def test_what_changes_during_a_fault_is_not_missed(beside, monkeypatch):
    async with beside() as guide:
        await guide.look()
        guide.note(lambda room: room.replace(step="close", looking="close"))

        def failing(store, id):
            raise Unavailable("Not now.")

        with monkeypatch.context() as patched:
            patched.setattr(Store, "load", failing)
            await guide.look()
        assert "10 Close" in await guide.look()


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_left_by_a_key(beside, key):
    async with beside() as guide:
        await guide.pilot.press(key)
        await guide.pilot.pause()
        assert guide.app.return_value == 0


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)], ids=str)
async def test_no_line_is_cut_at_any_width(beside, size):
    async with beside("sampled", size=size) as guide:
        guide.note(lambda room: room.replace(step="priorities", looking="priorities"))
        page = " ".join("\n".join(line.plain for line in guide.app._lines(await guide.app._follower.look())).split())
        for prompt in steps.load().step("priorities").prompts:
            assert prompt.replace("{n}", "…") in page
        assert guide.app.query_one("#page").max_scroll_x == 0


async def test_what_people_typed_is_no_markup(beside):
    async with beside() as guide:
        value = guide.store.load(guide.id).value
        guide.store.save(guide.id, diff(value, value.change(Brief, "W", title="[/b] Win [red]")), label="say")
        assert "[/b] Win [red]" in await guide.look()
