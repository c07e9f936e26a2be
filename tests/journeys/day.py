"""A day in the room: keys at the wall, a clock that goes on only when the journey says so, and what the wall says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from data.value import Workshop
from screens.app import WorkshopApp
from tests.journeys.conftest import NOW
from tests.journeys.in_process import event_of
from tests.journeys.session import typed
from tests.screens.conftest import Driver
from workshop.export.registry import export
from workshop.plan.model import Plan


class Wall:
    """The clock on the wall."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Day:
    """Somebody at the keyboard, and what stands on the wall."""

    def __init__(self, driver: Driver, wall: Wall) -> None:
        self.driver, self.app, self.wall = driver, driver.app, wall

    async def __call__(self, *keys: str) -> None:
        """Press keys and paste texts in one burst, and wait until all of it is done, saved and painted."""
        for key in keys:
            self.app.post_message(event_of(key))
        await self.driver.settle()

    async def say(self, *texts: str) -> None:
        """Give one answer after the other."""
        await self(*(key for text in texts for key in typed(text)))

    async def later(self, minutes: float) -> None:
        """So many minutes go by in the room, and the app's clock ticks."""
        self.app.clear_notifications()
        self.wall.now += timedelta(minutes=minutes)
        await self.app._tick()
        await self.driver.settle()

    async def finish(self) -> None:
        """Check the step and go on."""
        await self("c", "enter")

    async def choose(self, name: str) -> None:
        """Choose what is called so in the palette."""
        await self.driver("ctrl+p", f"={name}", "enter")

    async def select(self, item: str) -> None:
        """Move to an item, as arrows or a click would."""
        self.app.screen.select(item)
        await self.driver.settle()

    def sees(self, *words: str) -> None:
        """All of this stands on the wall, however it is wrapped there."""
        wall = " ".join(self.says.split())
        assert not (missing := [each for each in words if " ".join(each.split()) not in wall]), (
            f"{missing}\n{self.says}"
        )

    def hides(self, *words: str) -> None:
        """None of this stands on the wall."""
        shown = [each for each in words if each in self.says]
        assert not shown, f"{shown}\n{self.says}"

    @property
    def says(self) -> str:
        return self.driver.screen

    @property
    def head(self) -> str:
        return self.says.splitlines()[0]

    @property
    def told(self) -> str:
        return " ".join(self.driver.told)

    @property
    def place(self) -> str:
        return getattr(self.app.screen, "place", "")

    @property
    def workshop(self) -> Workshop:
        return self.driver.workshop

    @property
    def plan(self) -> Plan:
        return self.app.plan(self.workshop)

    @property
    def markdown(self) -> str:
        return export(self.plan, "markdown").decode()


@asynccontextmanager
async def day(database: Path, wall: Wall | None = None, ref: str | None = None) -> AsyncIterator[Day]:
    """The app on a wall of 80 by 24, at home or in the workshop that was left."""
    wall = wall or Wall()
    app = WorkshopApp(str(database), ref=ref, now=wall, today=lambda: wall.now.date(), actor="facilitator")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        while not (app.desk if ref else app.home.ready):
            await pilot.pause()
        driver = Driver(app, pilot)
        await driver.settle()
        yield Day(driver, wall)
