"""What the room is doing as one window has it, and what of that is still to be written.

The clock is the room's: every window goes by it. What is selected, looked at and half typed is each window's own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from data.rooms import CLOCK, carried

if TYPE_CHECKING:
    from data.nouns.room import Room
    from data.store import Store

#: Seconds from the first key of a half-typed line, or move of the selection, to its being written.
ROOM_AFTER = 0.3


class OpenRoom:
    """The room `now`, and as it is on disk; `due` is called when what differs is to be written.

    Only the latest is written, and not after every key: it takes its share of the processor just when the next key is
    to be painted.
    """

    def __init__(self, kept: Room, due: Callable[[], None]) -> None:
        self.now: Room = kept
        self._kept, self._due = kept, due
        self._is_due = False
        self._timer: asyncio.TimerHandle | None = None

    @property
    def kept(self) -> bool:
        """Whether it is on disk as it is now."""
        return self.now == self._kept

    @property
    def words_kept(self) -> bool:
        """Whether all but what is selected and looked at is on disk."""
        return self.now.replace(selection=self._kept.selection, looking=self._kept.looking) == self._kept

    @property
    def is_due(self) -> bool:
        """Whether there is something to be written by now."""
        return self._is_due and not self.kept

    def change(self, new: Room) -> None:
        """Make it `new`; that is due a little later."""
        self.now = new
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(ROOM_AFTER, self.hurry)

    def hurry(self) -> None:
        """What is to be written is due at once."""
        self.stop()
        self._is_due = True
        self._due()

    def stop(self) -> None:
        """Forget when it would have been due."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def writing(self, id: str) -> Callable[[Store], tuple[Room, Room]]:
        """What the store is to be asked for, for `written`: to keep of the workshop's room what changed in this one."""
        now, since = self.now, self._kept
        return lambda store: (now, store.keep_room(id, now, since=since))

    def written(self, room: Room, found: Room) -> None:
        """Take note that `room` was written, and what is on disk since."""
        self._is_due = self._timer is None and self.now != room
        self._kept = room
        self.take_over(found)

    def take_over(self, found: Room) -> bool:
        """Go by the clock as it is on disk, save for what this window has just done to it; True when that differs."""
        before, self._kept = self._kept, carried(self._kept, found, self._kept, CLOCK)
        shown, self.now = self.now, carried(before, self.now, self._kept)
        return self.now != shown
