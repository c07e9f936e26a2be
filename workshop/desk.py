"""The one open workshop: its value now, and the writer that makes it so on disk.

A change is shown at once and written behind it, in order, by one writer. "Saved" is said only when nothing
waits and nothing failed. A passing fault keeps what was typed and is tried again; a change that met somebody
else's returns to what is on disk and keeps both wordings to show.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from data.difference import diff, patch
from data.errors import Conflict, NothingToUndo, Stale, StorageError, Unavailable, UndoRefused, Unstorable

if TYPE_CHECKING:
    from pathlib import Path

    from data.log import Change
    from data.nouns.room import Room
    from data.store import Kept, Store
    from data.turning import Undone
    from data.value import Workshop
    from workshop.shelf import Shelf

__all__ = ["Action", "Conflict", "Desk", "Fault"]

Action = Callable[["Workshop"], "Workshop"]

#: Seconds between two tries while a fault lasts.
RETRY_AFTER = 2.0

#: Seconds from the first key of a half-typed line, or move of the selection, to its being written.
ROOM_AFTER = 0.3

#: What is said when an action meets a row that is gone.
GONE = "That was taken away in the meantime."


@dataclass(frozen=True)
class Fault:
    """Why nothing can be saved at the moment, in words, and since when."""

    reason: str
    since: datetime

    @property
    def cause(self) -> str:
        """The reason without what to do about it, to go on a sentence with."""
        cause = self.reason.partition(":")[0].rstrip(".")
        return cause[:1].lower() + cause[1:]


@dataclass(frozen=True)
class _Save:
    old: Workshop
    new: Workshop
    label: str
    reason: str
    publishes: bool


@dataclass(frozen=True)
class _Turn:
    """Undo, redo or going back: what it changes is known only once the store has done it."""

    ask: Callable[[Store, str], Undone]
    done: str


class Desk:
    """One open workshop.

    `publish` is called in the event loop's thread whenever `value`, `room`, `saved` or `fault` may have changed;
    `tell` with a sentence for the person.
    """

    def __init__(
        self,
        shelf: Shelf,
        kept: Kept,
        *,
        publish: Callable[[], None],
        tell: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self.id, self.ref = kept.id, kept.ref
        self.value: Workshop = kept.value
        self.room: Room = kept.room
        self.seq = kept.seq
        self.fault: Fault | None = None
        self.conflicts: tuple[Conflict, ...] = ()
        self._shelf, self._publish, self._tell, self._now = shelf, publish, tell, now
        self._queue: deque[_Save | _Turn] = deque()
        self._turning = 0
        self._after_turn: list[Callable[[], None]] = []
        #: Whether the disk holds what is not shown yet: another window's change, or what a turn did.
        self._behind = False
        self._retry: asyncio.TimerHandle | None = None
        self._unreadable = ""
        self._kept_room = kept.room
        self._room_due = False
        self._room_timer: asyncio.TimerHandle | None = None
        self._copy: tuple[Path, Workshop] | None = None
        self._work = asyncio.Event()
        self._tried = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._writer = asyncio.create_task(self._write(), name="desk writer")

    # -- what the screens ask for ------------------------------------------------------------------------------

    @property
    def saved(self) -> bool:
        """True when every word shown is on disk; what is selected and looked at may still be on its way."""
        room = self.room.replace(selection=self._kept_room.selection, looking=self._kept_room.looking)
        return not (self._queue or self._behind or self.fault) and room == self._kept_room

    @property
    def unsaved(self) -> int:
        """How many changes are shown, or asked for, and not on disk."""
        return len(self._queue) + len(self._after_turn)

    def change(self, action: Action, label: str, *, reason: str = "", publishes: bool = False) -> None:
        """Apply `action` now and write the difference behind it, as one entry of the log called `label`.

        While an undo is under way it waits for that. A KeyError of the action says that its row is gone, and is told.
        """
        if self._turning:
            self._after_turn.append(lambda: self.change(action, label, reason=reason, publishes=publishes))
            return
        old = self.value
        try:
            new = action(old)
        except KeyError:
            self._tell(GONE)
            return
        if new == old:
            return
        self.value = new
        self._enqueue(_Save(old, new, label, reason, publishes))

    def note(self, change: Callable[[Room], Room]) -> None:
        """Change what the room is doing; only the latest is written, outside the log, and not after every key.

        The writing takes its share of the processor just when the next key is to be painted.
        """
        new = change(self.room)
        if new == self.room:
            return
        self.room = new
        self._idle.clear()
        if self._room_timer is None:
            self._room_timer = asyncio.get_running_loop().call_later(ROOM_AFTER, self._room_is_due)
        self._publish()

    def undo(self) -> None:
        """Take the last change back."""
        self._turn(_Turn(lambda store, id: store.undo(id), "Undone"))

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._turn(_Turn(lambda store, id: store.redo(id), "Done again"))

    def go_back_to(self, seq: int) -> None:
        """Make the workshop what it was after the change `seq`, as a new change, which can be undone."""
        self._turn(_Turn(lambda store, id: store.go_back(id, seq), "Back to"))

    async def history(self) -> tuple[Change, ...]:
        """Return what was changed so far and is on disk, the creation first; raises StorageError."""
        return await self._shelf.call(lambda store: store.changes(self.id))

    def settle(self) -> None:
        """Forget the conflicts once they have been shown."""
        self.conflicts = ()

    def retry(self) -> None:
        """Try again at once what could not be saved."""
        self._work.set()

    async def flush(self) -> None:
        """Return when everything shown is on disk; raises Unavailable when a fault lasts through one more try."""
        while not self._idle.is_set():
            self._tried.clear()
            self._room_is_due()
            waiting = {asyncio.create_task(event.wait()) for event in (self._idle, self._tried)}
            await asyncio.wait({*waiting, self._writer}, return_when=asyncio.FIRST_COMPLETED)
            for each in waiting:
                each.cancel()
            self._raise_what_stopped_the_writer()
            if self.fault is not None:
                raise Unavailable(self.fault.reason)

    async def copy_to(self, path: Path) -> None:
        """Write what is shown, without its history, as a new database; raises StorageError, and then there is none."""
        value = self.value
        await self._shelf.write_copy(path, value, self.room)
        self._copy = path, value
        self._publish()

    @property
    def copied_to(self) -> Path | None:
        """The copy that holds everything shown now; None when there is none."""
        if self._copy is None or self._copy[1] != self.value or self._turning:
            return None
        return self._copy[0]

    async def look_around(self) -> None:
        """Take over what another window has changed, when nothing of ours is waiting.

        That it cannot be looked at is told once. Raises what no writer should have met, so that it does not go
        unnoticed.
        """
        self._raise_what_stopped_the_writer()
        if not self._idle.is_set() or self.fault is not None:
            return
        try:
            head = await self._shelf.call(lambda store: store.head(self.id) if store.changed_elsewhere() else self.seq)
            self._behind = self._behind or head != self.seq
            if self._behind and self._idle.is_set():
                await self._reload()
        except StorageError as error:
            if str(error) != self._unreadable:
                self._tell(str(error))
            self._unreadable = str(error)
        else:
            self._unreadable = ""

    async def close(self) -> None:
        """Write what waits, then stop; raises Unavailable and stays open when a fault lasts."""
        await self.flush()
        self.abandon()

    def abandon(self) -> None:
        """Stop without writing what still waits."""
        self._writer.cancel()

    # -- the writer --------------------------------------------------------------------------------------------

    def _raise_what_stopped_the_writer(self) -> None:
        if self._writer.done() and not self._writer.cancelled():
            self._writer.result()

    def _enqueue(self, job: _Save | _Turn) -> None:
        self._queue.append(job)
        self._wake()
        self._publish()

    def _wake(self) -> None:
        self._idle.clear()
        self._work.set()

    def _room_is_due(self) -> None:
        if self._room_timer is not None:
            self._room_timer.cancel()
        self._room_timer, self._room_due = None, True
        self._work.set()

    def _turn(self, turn: _Turn) -> None:
        if self.fault is not None:
            # Whatever is typed waits for an undo under way, and this one would wait for as long as the fault lasts.
            self._tell("Undo and redo go on once everything is saved again.")
            return
        self._turning += 1
        self._enqueue(turn)

    async def _write(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            while self._waiting:
                if not await self._write_next():
                    break
            if not self._waiting:
                self.fault = None
                if self.room is self._kept_room:
                    self._idle.set()
            self._tried.set()
            self._publish()

    @property
    def _waiting(self) -> bool:
        room_waits = self._room_due and self.room is not self._kept_room
        return self._behind or bool(self._queue) or room_waits

    async def _write_next(self) -> bool:
        """Read what is not shown yet, or write the next job, or else the room; False when a fault makes us wait."""
        try:
            if self._behind:
                await self._reload()
            elif self._queue:
                await self._do(self._queue[0])
                self._queue.popleft()
            else:
                room = self.room
                await self._shelf.call(lambda store: store.keep_room(self.id, room))
                self._kept_room, self._room_due = room, self._room_timer is None and self.room is not room
        except StorageError as error:
            since = self.fault.since if self.fault is not None else self._now()
            self.fault = Fault(str(error), since)
            if self._retry is not None:
                self._retry.cancel()
            self._retry = asyncio.get_running_loop().call_later(RETRY_AFTER, self.retry)
            return False
        self.fault = None
        return True

    async def _do(self, job: _Save | _Turn) -> None:
        """Do a job once. What it leaves to be read is read afterwards, so that a fault then does not do it again."""
        try:
            if isinstance(job, _Turn):
                await self._take_turn(job)
                self._behind = True
            else:
                seq = await self._shelf.call(lambda store: self._save(store, job))
                # A number that is not ours is another window's change.
                self._behind = self._behind or seq > self.seq + 1
                self.seq = seq
        except Stale as stale:
            self.conflicts += stale.conflicts
            self._behind = True
        except (NothingToUndo, UndoRefused, Unstorable) as refused:
            self._tell(str(refused))
            self._behind = True

    def _save(self, store: Store, save: _Save) -> int:
        ops = diff(save.old, save.new)
        return store.save(self.id, ops, label=save.label, reason=save.reason, publishes=save.publishes)

    async def _take_turn(self, turn: _Turn) -> None:
        done = await self._shelf.call(lambda store: turn.ask(store, self.id))
        self._tell(f"{turn.done}: {done.label}")

    async def _reload(self) -> None:
        """Show what is on disk, and on top of it what was done while that was read and waits to be written."""
        kept = await self._shelf.call(lambda store: store.load(self.id))
        value, self.seq = kept.value, kept.seq
        for job in self._queue:
            if isinstance(job, _Save):
                # A change to a row that is gone stays in the queue: its turn will find it stale, and say so.
                with suppress(KeyError):
                    value = patch(value, diff(job.old, job.new))
        self.value, self._behind = value, False
        self._turning = sum(isinstance(job, _Turn) for job in self._queue)
        if not self._turning:
            waiting, self._after_turn = self._after_turn, []
            for change in waiting:
                change()
        self._publish()
