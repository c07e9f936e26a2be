"""The one open workshop: its value now, and what of it is still to be written.

A change is shown at once and written behind it, in order. "Saved" is said only when nothing waits and nothing failed.
A passing fault keeps what was typed and is tried again; a change that met somebody else's returns to what is on disk
and keeps both wordings to show. Rows that two windows add at the same moment are both kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from data.difference import diff, patch
from data.errors import (
    Attempt,
    Conflict,
    Gone,
    NothingToUndo,
    Stale,
    StorageError,
    Unavailable,
    UndoRefused,
    Unstorable,
)
from workshop.desk.open_room import OpenRoom
from workshop.desk.pending import Action, Asked, Job, Save, Turn, rebased
from workshop.desk.writer import Fault, Writer

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from data.log import Change
    from data.nouns.room import Room
    from data.renaming import Renaming
    from data.store import Kept, Store
    from data.value import Workshop
    from workshop.shelf import Shelf

__all__ = ["Action", "Conflict", "Desk", "Fault"]

#: What is said when an action meets a row that is gone.
GONE = "That was taken away in the meantime."


class Desk:
    """One open workshop.

    `publish` is called in the event loop's thread whenever `value`, `room`, `saved` or `fault` may have changed;
    `tell` with a sentence for the person; `follow` when rows are given other ids, before these are published.
    """

    def __init__(
        self,
        shelf: Shelf,
        kept: Kept,
        *,
        publish: Callable[[], None],
        tell: Callable[[str], None],
        now: Callable[[], datetime],
        follow: Callable[[Renaming], None] = lambda renaming: None,
    ) -> None:
        self.id, self.ref = kept.id, kept.ref
        self.value: Workshop = kept.value
        self.seq = kept.seq
        self.conflicts: tuple[Conflict, ...] = ()
        self._shelf, self._publish, self._tell, self._follow = shelf, publish, tell, follow
        self._queue: deque[Job] = deque()
        #: What became of the first in the queue is not known.
        self._attempt: Attempt | None = None
        self._turning = 0
        self._after_turn: list[Asked] = []
        #: Whether the disk holds what is not shown yet: another window's change, or what a turn did.
        self._behind = False
        self._unreadable = ""
        self._copy: tuple[Path, Workshop] | None = None
        self._writer = Writer(self._following, publish=publish, now=now)
        self._room = OpenRoom(kept.room, self._writer.wake)

    # -- what the screens ask for ------------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """What the room is doing, as this window has it."""
        return self._room.now

    @property
    def fault(self) -> Fault | None:
        """Why nothing can be saved at the moment."""
        return self._writer.fault

    @property
    def saved(self) -> bool:
        """True when every word shown is on disk; what is selected and looked at may still be on its way."""
        return not (self._queue or self._behind or self.fault) and self._room.words_kept

    @property
    def unsaved(self) -> int:
        """How many changes are shown, or asked for, and not on disk."""
        return len(self._queue) + len(self._after_turn)

    def change(self, action: Action, label: str, *, reason: str = "", publishes: bool = False) -> None:
        """Apply `action` now and write the difference behind it, as one entry of the log called `label`.

        While an undo is under way it waits for that. That the action finds a row gone is told; whatever else it raises
        is a fault. When another window adds a row at the same moment, the action is applied once more, to what that
        one made.
        """
        if self._turning:
            self._after_turn.append(Asked(action, label, reason, publishes))
            return
        old = self.value
        try:
            new = action(old)
        except Gone:
            self._tell(GONE)
            return
        if new == old:
            return
        self.value = new
        self._enqueue(Save(old, new, action, label, reason, publishes))

    def note(self, change: Callable[[Room], Room]) -> None:
        """Change what the room is doing; it is written a little later, outside the log."""
        new = change(self.room)
        if new != self.room:
            self._room.change(new)
            self._publish()

    def undo(self, then: Callable[[], None] = lambda: None) -> None:
        """Take the last change back; `then` is called once that is done and shown."""
        self._turn(Turn(lambda store, id: store.undo(id), "Undone", then))

    def redo(self, then: Callable[[], None] = lambda: None) -> None:
        """Do again what was last taken back; `then` is called once that is done and shown."""
        self._turn(Turn(lambda store, id: store.redo(id), "Done again", then))

    def go_back_to(self, seq: int) -> None:
        """Make the workshop what it was after the change `seq`, as a new change, which can be undone."""
        self._turn(Turn(lambda store, id: store.go_back(id, seq), "Back to"))

    async def history(self) -> tuple[Change, ...]:
        """Return what was changed so far and is on disk, the creation first; raises StorageError."""
        return await self._shelf.call(lambda store: store.changes(self.id))

    def settle(self) -> None:
        """Forget the conflicts once they have been shown."""
        self.conflicts = ()

    def retry(self) -> None:
        """Try again at once what could not be saved."""
        self._writer.wake()

    async def flush(self) -> None:
        """Return when everything shown is on disk; raises Unavailable when a fault lasts through one more try."""
        while self._waiting:
            self._room.hurry()
            await self._writer.go_on()

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
        self._writer.check()
        if self._waiting or self.fault is not None:
            return
        try:
            found = await self._shelf.call(self._look)
            if found is not None:
                head, room = found
                self._behind = self._behind or head != self.seq
                if self._room.take_over(room):
                    self._publish()
            if self._behind and not self._queue:
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
        self._writer.stop()
        self._room.stop()

    # -- what is to be written ---------------------------------------------------------------------------------

    def _enqueue(self, job: Job) -> None:
        self._queue.append(job)
        self._writer.wake()
        self._publish()

    def _turn(self, turn: Turn) -> None:
        if self.fault is not None:
            # Whatever is typed waits for an undo under way, and this one would wait for as long as the fault lasts.
            self._tell("Undo and redo go on once everything is saved again.")
            return
        self._turning += 1
        self._enqueue(turn)

    @property
    def _waiting(self) -> bool:
        """Whether anything is still to be read or written, be it due or not."""
        return bool(self._behind or self._queue) or not self._room.kept

    def _following(self) -> Callable[[], Awaitable[None]] | None:
        """What is to be done next: what is not shown yet is read before anything is written on top of it."""
        if self._attempt is not None:
            return self._find_out
        if self._behind:
            return self._reload
        if self._queue:
            return self._do
        return self._keep_room if self._room.is_due else None

    async def _do(self) -> None:
        """Do the first job once; what it leaves to be read is read afterwards: a fault then does not do it again."""
        job, done = self._queue[0], None
        try:
            if isinstance(job, Turn):
                done = await self._shelf.call(lambda store: job.ask(store, self.id))
                self._tell(f"{job.done}: {done.label}")
                self._behind = self._behind or done.seq > self.seq + 1
            else:
                seq = await self._shelf.call(lambda store: self._save(store, job))
                # A number that is not ours is another window's change.
                self._behind = self._behind or seq > self.seq + 1
                self.seq = seq
        except Unavailable as fault:
            self._attempt = fault.attempt
            raise
        except Stale as stale:
            self._behind = True
            if stale.given_twice:
                return  # reading gives its rows other ids, and then it is done again
            self.conflicts += stale.conflicts
        except (NothingToUndo, UndoRefused, Unstorable) as refused:
            self._tell(str(refused))
            self._behind = True
        self._queue.popleft()
        if done is not None and not self._behind:
            self._show(patch(self.value, done.ops), done.seq)
            if isinstance(job, Turn):
                job.then()

    def _save(self, store: Store, save: Save) -> int:
        ops = diff(save.old, save.new)
        return store.save(self.id, ops, label=save.label, reason=save.reason, publishes=save.publishes)

    async def _find_out(self) -> None:
        """Ask what became of the first job, whose answer was lost: what was stored is not done twice."""
        attempt = self._attempt
        change = None if attempt is None else await self._shelf.call(lambda store: store.outcome(attempt))
        self._attempt = None
        if change is not None:
            job = self._queue.popleft()
            self._behind = True
            if isinstance(job, Turn):
                self._tell(f"{job.done}: {change.label.partition(': ')[2]}")

    async def _reload(self) -> None:
        kept = await self._shelf.call(lambda store: store.load(self.id))
        self._room.take_over(kept.room)
        self._show(kept.value, kept.seq)

    def _show(self, value: Workshop, seq: int) -> None:
        """Show what is on disk, and on top of it what was done while that was read and waits to be written."""
        self._queue, self.value, renaming = rebased(self._queue, value)
        self.seq, self._behind = seq, False
        if renaming:
            self._after_turn = [asked.renamed(renaming) for asked in self._after_turn]
            self._room.change(renaming.room(self.room))
            self._follow(renaming)
        self._turning = sum(isinstance(job, Turn) for job in self._queue)
        if not self._turning:
            waiting, self._after_turn = self._after_turn, []
            for asked in waiting:
                self.change(asked.action, asked.label, reason=asked.reason, publishes=asked.publishes)
        self._publish()

    async def _keep_room(self) -> None:
        self._room.written(*await self._shelf.call(self._room.writing(self.id)))

    def _look(self, store: Store) -> tuple[int, Room] | None:
        """How far the log has come and what the room is doing, if another window may have written."""
        return (store.head(self.id), store.room(self.id)) if store.changed_elsewhere() else None
