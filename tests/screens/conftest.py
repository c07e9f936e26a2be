"""A driven app: keys and pastes one after the other, the screen as text, and the workshop as it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from data.errors import StorageError
from data.store import Store
from data.value import Workshop
from screens.app import WorkshopApp
from tests.screens.headless import parse_once, render_when_looked_at
from workshop.actions.opening import begin
from workshop.config import Configuration
from workshop.sample import to_keep
from workshop.shelf import listing

parse_once()
render_when_looked_at()

#: The day and the instant on which every test takes place: the sample's session.
TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


def _paints(screen: Screen[Any]) -> bool:
    """Whether a screen has something to paint, to lay out, or to do once it has."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


class Driver:
    """Presses keys and pastes text into a running app; a text is anything that begins with `=`."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def __call__(self, *keys: str) -> None:
        """Press keys, one after the other; `=some text` is pasted into what has the focus."""
        for key in keys:
            before = self.app.screen
            if key.startswith("=") and len(key) > 1:
                focused = before.focused
                assert focused is not None, f"nothing has the focus to paste {key[1:]!r} into"
                focused.post_message(events.Paste(key[1:]))
            else:
                self.app.simulate_key(key)
            await self._done()
            if self.app.screen is not before:
                await self.settle()
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything asked for is done, saved and painted.

        The pilot's own pause sleeps until the process seems idle, which takes longer and says less.
        """
        quiet = 0
        while quiet < 3:  # what one message asks for may be asked in the next
            await self._done()
            if self.app.desk is not None and self.app.desk.fault is None:
                with suppress(StorageError):  # what the screen says of it is for the test to judge
                    await self.app.desk.flush()
            quiet = quiet + 1 if self._is_quiet() else 0

    def _is_quiet(self) -> bool:
        """Whether nothing is under way; what is due to be painted is painted."""
        screen = self.app.screen
        if _paints(screen):
            screen._on_timer_update()
            return False
        pumps = (self.app, *screen.walk_children(with_self=True))
        return not self.app.workers and all(pump._message_queue.empty() for pump in pumps)

    async def _done(self) -> None:
        """Wait until what was asked for is done; painting may still be due (`Pilot.press` waits 0.1 s for it)."""
        await self.pilot._wait_for_screen()
        while self.app.workers:
            with suppress(WorkerCancelled):  # a newer one has taken its place
                await self.app.workers.wait_for_complete()
            await self.pilot._wait_for_screen()

    @property
    def workshop(self) -> Workshop:
        """The open workshop's value."""
        assert self.app.desk is not None, "no workshop is open"
        return self.app.desk.value

    @property
    def screen(self) -> str:
        """What is on the screen, as text, and below it what has the focus and which notices stand."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def told(self) -> list[str]:
        """The notices shown so far and not yet gone."""
        return [notice.message for notice in self.app._notifications]


Driven = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workshop.sqlite"


@pytest.fixture
def driven(database: Path) -> Driven:
    """Open the app on the test's database: `async with driven(size=(80, 24)) as press: await press("n", ...)`."""
    numbers = count(1)

    @asynccontextmanager
    async def drive(
        *,
        size: tuple[int, int] = (80, 24),
        ref: str | None = None,
        now: Callable[[], datetime] = lambda: NOW,
        configuration: Configuration | None = None,
    ) -> AsyncIterator[Driver]:
        if ref == "":
            [only] = listing(str(database)) or []
            ref = only.ref
        app = WorkshopApp(
            str(database),
            ref=ref,
            now=now,
            today=lambda: TODAY,
            new_id=lambda: f"{next(numbers):032x}",
            actor="tester",
            configuration=configuration,
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            while app.trouble is None and not (app.home.trouble or (app.desk if ref else app.home.ready)):
                await pilot.pause()
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return drive


Templates = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Databases to copy: with an empty half-day workshop, or the sample, left at a step ("": where they begin)."""
    folder = tmp_path_factory.mktemp("templates")
    values = {"begun": (begin("Harbor strategy", "Harbor trust", today=TODAY), None), "sampled": to_keep(TODAY)}

    @cache
    def template(name: str, step: str) -> Path:
        path, ids = folder / f"{name}-{step}", count(100)
        store = Store(str(path), actor="tester", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")
        kept = store.create(*values[name], label="begin")
        if step:
            store.keep_room(kept.id, kept.room.replace(looking=step))
        store.close()
        return path

    return template


def _opened(name: str, driven: Driven, templates: Templates, database: Path) -> Driven:
    @asynccontextmanager
    async def open_it(step: str = "", **how: Any) -> AsyncIterator[Driver]:
        again = database.exists()
        if not again:
            copyfile(templates(name, step), database)
        async with driven(ref="", **how) as press:
            if again and step:
                press.app.look_at(step)
                await press.settle()
            yield press

    return open_it


@pytest.fixture
def begun(driven: Driven, templates: Templates, database: Path) -> Driven:
    """The app with an empty half-day workshop open, on a step's screen."""
    return _opened("begun", driven, templates, database)


@pytest.fixture
def sampled(driven: Driven, templates: Templates, database: Path) -> Driven:
    """The app with the sample open, on a step's screen."""
    return _opened("sampled", driven, templates, database)
