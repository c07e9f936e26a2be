"""The store behind one thread: everything that touches the database happens there, in the order it was asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from data.errors import OlderDatabase, StorageError, Unavailable
from data.listing import Listing
from data.listing import listing as read_listing
from data.location import file_of

if TYPE_CHECKING:
    from pathlib import Path

    from data.nouns.room import Room
    from data.store import Store
    from data.value import Workshop

__all__ = ["Listing", "Shelf", "StorageError", "listing"]

T = TypeVar("T")


class Shelf:
    """Where workshops are kept: the store of the database at `url`, opened in the shelf's own thread when first asked.

    `actor` signs what is changed, `now` gives the instant with its zone, `ids` a new text each time.
    """

    def __init__(self, url: str, *, actor: str, now: Callable[[], datetime], ids: Callable[[], str]) -> None:
        self._url, self._actor, self._now, self._ids = url, actor, now, ids
        self._store: Store | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")

    async def call(self, request: Callable[[Store], T]) -> T:
        """Run `request` on the store and return what it returns; raises what it raises (`data.errors`)."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._serve, request)

    def _serve(self, request: Callable[[Store], T]) -> T:
        if self._store is None:
            from data.store import Store

            self._store = Store(self._url, actor=self._actor, now=self._now, ids=self._ids)
        return request(self._store)

    async def begin(self, title: str, organization: str, agenda: str, *, today: date) -> str:
        """Make a workshop; returns its id."""
        from data.nouns.room import Agenda
        from workshop.actions.opening import begin
        from workshop.steps import load

        value = begin(title, organization, Agenda(agenda), today=today, language=load().language)
        return await self.call(lambda store: store.create(value, label=f"begin “{title}”").id)

    async def begin_assessment(self, organization: str, *, today: date) -> str:
        """Make a workshop for one alone that begins with a self-assessment; returns its id."""
        from data.nouns.assessment import Assessment
        from data.nouns.room import Agenda, Room
        from workshop.actions.opening import begin
        from workshop.steps import load

        value = begin("Self-assessment", organization, Agenda.SOLO, today=today, language=load().language)
        room = Room(id="R", looking=Assessment.table)
        return await self.call(lambda store: store.create(value, room, label="begin a self-assessment").id)

    async def add_sample(self, *, today: date) -> str:
        """Add the sample; returns its id."""
        from workshop.sample import to_keep

        value, room = await asyncio.to_thread(to_keep, today)
        return await self.call(lambda store: store.create(value, room, label="add the sample").id)

    async def duplicate(self, id: str, title: str, *, today: date) -> str:
        """Make the next workshop from one; returns the new one's id."""
        from workshop.actions.duplicating import duplicate

        value = (await self.call(lambda store: store.load(id))).value
        copy = duplicate(value, title, today=today)
        label = f"begin “{title}” from “{value.brief.title}”"
        return await self.call(lambda store: store.create(copy, label=label).id)

    async def import_file(self, path: Path) -> str:
        """Make a workshop of a file that was exported, whole or, when this raises, not at all; returns its id."""
        from workshop.importing import read_file

        taken = await asyncio.to_thread(read_file, path)
        return (await self.call(taken.keep)).id

    async def write_copy(self, path: Path, value: Workshop, room: Room) -> None:
        """Write one workshop as a database of its own at `path`, where there must be nothing yet.

        Done in another thread than all else, which may be waiting for a disk that does not answer. Raises
        Unavailable, or what `Store.create` raises, and then there is no file.
        """
        await asyncio.to_thread(self._write_copy, path, value, room)

    def _write_copy(self, path: Path, value: Workshop, room: Room) -> None:
        from data.copies import beside
        from data.faults import of_system
        from data.store import Store

        try:
            if path.exists():
                raise Unavailable(f"There is something at “{path}” already: name another file.")
            with beside(path) as written:
                store = Store(str(written), actor=self._actor, now=self._now, ids=self._ids)
                try:
                    store.create(value, room, label="Copied here while it could not be saved")
                finally:
                    store.close()
                written.rename(path)
        except OSError as error:
            # Told with the name that was asked for, not with that of the file beside it.
            raise of_system(OSError(error.errno, error.strerror, str(path))) from error

    async def close(self) -> None:
        """Close the store after everything asked for so far."""
        if self._store is not None:
            await self.call(lambda store: store.close())
        self._thread.shutdown(wait=False)


def listing(url: str, *, archived: bool = False) -> list[Listing] | None:
    """The workshops of a database file, read by the bare driver; None when only the store itself can tell.

    Raises what `data.listing.listing` raises.
    """
    if file_of(url) is None:
        return None
    try:
        return read_listing(url, archived=archived)
    except OlderDatabase:
        return None
