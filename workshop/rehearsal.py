"""A rehearsal: the sample as the room would have it on arriving at a step, kept where nothing is kept."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.shelf import Shelf

if TYPE_CHECKING:
    from data.nouns.room import Room
    from data.value import Workshop

#: What the sample's title begins with, so that every document says what it is.
REHEARSAL = "Rehearsal: "


class Rehearsal:
    """A shelf in a folder of its own that goes away with it; nothing of it is on any other."""

    def __init__(self, *, actor: str, now: Callable[[], datetime], ids: Callable[[], str]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-rehearsal-"))
        self.shelf = Shelf(str(self._folder / "rehearsal.sqlite"), actor=actor, now=now, ids=ids)

    async def begin(self, step: str, *, today: date) -> str:
        """Put the sample there as it is when the room arrives at `step`; returns its id."""
        from data.nouns import room as nouns
        from workshop.arriving import arriving
        from workshop.sample import to_keep

        def made() -> tuple[Workshop, Room]:
            sample, _ = to_keep(today)
            value = arriving(sample, step).change(nouns.Brief, "W", title=f"{REHEARSAL}{sample.brief.title}")
            return value, nouns.Room(id="R", step=step, looking=step)

        value, room = await asyncio.to_thread(made)
        return await self.shelf.call(lambda store: store.create(value, room, label="begin a rehearsal").id)

    async def end(self) -> None:
        """Let it be gone, with its folder."""
        try:
            await self.shelf.close()
        finally:
            self.forget()

    def forget(self) -> None:
        """Take its folder away, whatever is still open in it."""
        shutil.rmtree(self._folder, ignore_errors=True)
