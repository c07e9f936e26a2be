"""A driven app: keys and pastes one after the other, the screen as text, and the workshop as it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from data.errors import StorageError
from data.value import Workshop
from screens.app import WorkshopApp

#: The day and the instant on which every test takes place: the sample's session.
TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


class Driver:
    """Presses keys and pastes text into a running app; a text is anything that begins with `=`."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def __call__(self, *keys: str) -> None:
        """Press keys, one after the other; `=some text` is pasted into what has the focus."""
        for key in keys:
            if key.startswith("=") and len(key) > 1:
                focused = self.app.screen.focused
                assert focused is not None, f"nothing has the focus to paste {key[1:]!r} into"
                focused.post_message(events.Paste(key[1:]))
            else:
                await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until everything asked for is done, saved and painted."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        if self.app.desk is not None and self.app.desk.fault is None:
            with suppress(StorageError):  # what the screen says of it is for the test to judge
                await self.app.desk.flush()
        await self.pilot.pause()

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
        *, size: tuple[int, int] = (80, 24), ref: str | None = None, now: Callable[[], datetime] = lambda: NOW
    ) -> AsyncIterator[Driver]:
        app = WorkshopApp(
            str(database),
            ref=ref,
            now=now,
            today=lambda: TODAY,
            new_id=lambda: f"{next(numbers):032x}",
            actor="tester",
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return drive


@pytest.fixture
def begun(driven: Driven) -> Callable[..., AbstractAsyncContextManager[Driver]]:
    """The app with an empty half-day workshop open, on a step's screen."""

    @asynccontextmanager
    async def begin(step: str = "", **how: Any) -> AsyncIterator[Driver]:
        async with driven(**how) as press:
            await press("n", "=Harbor strategy", "enter", "=Harbor trust", "enter", "enter")
            if step:
                press.app.look_at(step)
                await press.settle()
            yield press

    return begin


@pytest.fixture
def sampled(driven: Driven) -> Callable[..., AbstractAsyncContextManager[Driver]]:
    """The app with the sample open, on a step's screen."""

    @asynccontextmanager
    async def open_sample(step: str = "", **how: Any) -> AsyncIterator[Driver]:
        async with driven(**how) as press:
            await press("s")
            if step:
                press.app.look_at(step)
                await press.settle()
            yield press

    return open_sample
