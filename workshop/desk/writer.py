"""What does one thing after the other until nothing waits, and tries again what meets a passing fault."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from data.errors import StorageError, Unavailable

#: Seconds between two tries while a fault lasts.
RETRY_AFTER = 2.0


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


class Writer:
    """`following` returns what is to be done next, or None; what raises StorageError is asked for again later.

    `publish` is called whenever it has done all it could; `now` gives the instant, aware.
    """

    def __init__(
        self,
        following: Callable[[], Callable[[], Awaitable[None]] | None],
        *,
        publish: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        self.fault: Fault | None = None
        self._following, self._publish, self._now = following, publish, now
        self._retry: asyncio.TimerHandle | None = None
        self._work, self._tried = asyncio.Event(), asyncio.Event()
        self._task = asyncio.create_task(self._write(), name="writer")

    def wake(self) -> None:
        """There may be something to do; try again also what met a fault."""
        self._work.set()

    async def go_on(self) -> None:
        """Return when all was done that could be; raises Unavailable when a fault lasts through one more try, and when
        it does nothing any more.
        """
        self._tried.clear()
        self.wake()
        tried = asyncio.create_task(self._tried.wait())
        await asyncio.wait({tried, self._task}, return_when=asyncio.FIRST_COMPLETED)
        tried.cancel()
        self.check()
        if self.fault is not None:
            raise Unavailable(self.fault.reason)
        if self._task.done():
            raise Unavailable("It is not written any more: the workshop was left.")

    def check(self) -> None:
        """Raise what no writer should have met, so that it does not go unnoticed."""
        if self._task.done() and not self._task.cancelled():
            self._task.result()

    def stop(self) -> None:
        """Do nothing any more."""
        self._task.cancel()
        if self._retry is not None:
            self._retry.cancel()

    async def _write(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            while (do := self._following()) is not None:
                try:
                    await do()
                except StorageError as error:
                    self._try_again_later(error)
                    break
                self.fault = None
            else:
                self.fault = None
            self._tried.set()
            self._publish()

    def _try_again_later(self, error: StorageError) -> None:
        self.fault = Fault(str(error), self.fault.since if self.fault is not None else self._now())
        if self._retry is not None:
            self._retry.cancel()
        self._retry = asyncio.get_running_loop().call_later(RETRY_AFTER, self.wake)
