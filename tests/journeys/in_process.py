"""Hands on an app in this process: keys in one burst, then waiting until all of them are done and saved."""

from __future__ import annotations

from textual import events
from textual.keys import _character_to_key

from screens.app import WorkshopApp
from screens.asking import Asking
from screens.step import StepScreen
from tests.journeys.session import Entry, Seen
from tests.screens.conftest import Driver

#: Keys that come with a character, as a terminal sends them.
_CHARACTERS = {"enter": "\r", "escape": "\x1b", "tab": "\t"}


class InProcess:
    """Presses keys by the driver's app."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def app(self) -> WorkshopApp:
        return self.driver.app

    async def seen(self) -> Seen:
        assert self.app.desk is not None, "no workshop is open"
        return self.app.desk

    async def place(self) -> str:
        screen = self.app.screen
        if not isinstance(screen, Asking):
            return type(screen).__name__.lower()
        if screen.typing:
            return f"{screen.place}/typing"
        return f"{screen.place}/view" if isinstance(screen, StepScreen) and screen.view else screen.place

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.post_message(event_of(key))
        await self.driver.settle()
        self.app.clear_notifications()

    async def turn(self, key: str) -> None:
        await self.press(key)

    async def choose(self, name: str) -> None:
        await self.driver("ctrl+p", f"={name}", "enter")

    async def finish(self, entry: Entry) -> None:
        assert entry.there(await self.seen()), f"not there: {entry.does}\n{self.driver.screen}"
        assert entry.shows[:20] in self.driver.screen, f"not shown: {entry.does}\n{self.driver.screen}"
        assert "saved ✓" in self.driver.screen


def event_of(key: str) -> events.Event:
    """The event that a terminal makes of a key or, behind `=`, of a pasted text."""
    if key.startswith("=") and len(key) > 1:
        return events.Paste(key[1:])
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, _CHARACTERS.get(key))
