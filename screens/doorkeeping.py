"""Keeping the door: workshops are opened, closed, begun and put away; what goes wrong is told in a sentence."""

from __future__ import annotations

import shlex
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screens.wayfinding import Wayfinder
from workshop.shelf import Shelf, StorageError

if TYPE_CHECKING:
    from workshop.desk import Desk
    from workshop.export.registry import Version
    from workshop.former import Renaming
    from workshop.rehearsal import Rehearsal


class Doorkeeper(Wayfinder):
    """Holds the shelf, and at most one desk; `desk_changed` is called whenever what the desk shows may have changed."""

    shelf: Shelf
    #: What is rehearsed, on a shelf of its own; None while the open workshop is one to keep.
    rehearsal: Rehearsal | None = None

    @property
    def rehearsing(self) -> bool:
        return self.rehearsal is not None

    @property
    def _at_hand(self) -> Shelf:
        """The shelf that the open workshop stands on."""
        return self.shelf if self.rehearsal is None else self.rehearsal.shelf

    def desk_changed(self) -> None:
        """Show the desk as it is now."""
        raise NotImplementedError

    async def open_desk(self, id: str) -> None:
        from workshop.desk import Desk

        kept = await self._at_hand.call(lambda store: store.load(id))
        if self.desk is not None:
            return  # asked for twice before the first answer
        self.desk = Desk(
            self._at_hand, kept, publish=self.desk_changed, tell=self.tell, now=self.now, follow=self._follow
        )
        from workshop.room.walk import walkable

        looking = self.desk.room.looking
        if looking == "assessment":
            self.show_assessment()
            return
        walk = walkable(self.desk.value, looking)
        self.look_at(looking if looking in walk else walk[0])

    def _follow(self, renaming: Renaming) -> None:
        """Let every screen know that rows are given other ids."""
        from screens.asking import Asking

        for screen in self.screen_stack:
            if isinstance(screen, Asking):
                screen.ids_changed(renaming)

    async def close_desk(self) -> bool:
        """Close the open workshop; False when something of it cannot be saved, or was not and is shown now."""
        from screens.conflict import ConflictScreen

        if self.desk is None:
            await self.end_rehearsal()
            return True
        before = self.screen
        try:
            await self.desk.flush()
        except StorageError:
            return False
        if isinstance(self.screen, ConflictScreen) and self.screen is not before:
            return False
        self.desk.abandon()
        self.desk = None
        await self.end_rehearsal()
        return True

    def ask_how_to_leave(self, leave: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Ask what is to become of what cannot be saved; `leave` goes on once there is an answer."""
        from screens.leaving import Leaving

        if self.desk is not None and self.desk.fault is None:
            return  # another window was first; what it did is on the screen, and leaving again leaves
        if isinstance(self.screen, Leaving):
            self.tell("Still not saved.")
            return

        def go(*, losing: bool) -> None:
            if losing and self.desk is not None:
                self.desk.abandon()
                self.desk = None
            self.run_worker(leave(), group="door", exclusive=True)

        self.push_screen(Leaving(go))

    async def versions(self) -> tuple[Version, ...]:
        """The versions of the open workshop's plan that stand, oldest first; raises StorageError."""
        if self.desk is None:
            return ()
        id = self.desk.id
        await self.desk.flush()  # one may have been adopted just now
        return await self._at_hand.call(lambda store: store.versions(id))

    def write_copy(self, path: Path) -> None:
        """Write all that is shown as a database of its own, and say how that went."""
        desk = self.desk
        if desk is not None:
            self._at_the_door(lambda: self._write_copy(desk, path))

    async def _write_copy(self, desk: Desk, path: Path) -> None:
        await desk.copy_to(path)
        self.tell(f"Everything is in {path}. To open it: workshop --database {shlex.quote(str(path))}")

    def go_home(self) -> None:
        """Leave the workshop and show the list."""
        self.run_worker(self._go_home(), group="door", exclusive=True)

    async def _go_home(self) -> None:
        rehearsed = self.rehearsing
        if not await self.close_desk():
            self.ask_how_to_leave(self._go_home)
            return
        self.back_to_home()
        if rehearsed:
            self.tell("The rehearsal is over, and nothing of it was kept.")
        try:
            await self.list_workshops()
        except StorageError as error:
            self.home.show_trouble(str(error))

    # -- what the home screen asks -----------------------------------------------------------------------------

    def open_workshop(self, id: str) -> None:
        """Open a workshop where it was left."""
        self._at_the_door(lambda: self.open_desk(id))

    def check_in(self, id: str) -> None:
        """Open a workshop at its check-in."""
        self._at_the_door(lambda: self._open_at_check_in(id))

    async def _open_at_check_in(self, id: str) -> None:
        await self.open_desk(id)
        self.show_check_in()

    def begin_workshop(self, title: str, organization: str, agenda: str) -> None:
        """Make a workshop and open it."""
        self._at_the_door(lambda: self._open_made(self.shelf.begin(title, organization, agenda, today=self.today())))

    def begin_assessment(self, organization: str) -> None:
        """Make a self-assessment that stands alone, and open it."""
        self._at_the_door(lambda: self._open_made(self.shelf.begin_assessment(organization, today=self.today())))

    def add_sample(self) -> None:
        """Add the sample and open it."""
        self._at_the_door(lambda: self._open_made(self.shelf.add_sample(today=self.today())))

    def rehearse(self, step: str) -> None:
        """Open the sample as it is on arriving at a step, as a copy of which nothing is kept."""
        self._at_the_door(lambda: self._rehearse(step))

    async def _rehearse(self, step: str) -> None:
        self.rehearsal = self.rehearsal_stage()
        try:
            await self.open_desk(await self.rehearsal.begin(step, today=self.today()))
        except BaseException:
            await self.end_rehearsal()
            raise

    def rehearsal_stage(self) -> Rehearsal:
        """Where a rehearsal is held."""
        raise NotImplementedError

    async def end_rehearsal(self) -> None:
        """Let what was rehearsed be gone."""
        if self.rehearsal is not None:
            rehearsal, self.rehearsal = self.rehearsal, None
            await rehearsal.end()

    def duplicate(self, id: str, title: str) -> None:
        """Make the next workshop from one, and open it."""
        self._at_the_door(lambda: self._open_made(self.shelf.duplicate(id, title, today=self.today())))

    def begin_next(self, title: str) -> None:
        """Begin the next workshop with the answers of the open one, and open that."""
        if self.rehearsing:
            self.tell("This is a rehearsal: nothing of it is kept, and nothing begins with it.")
        elif self.desk is not None:
            id = self.desk.id
            self._at_the_door(lambda: self._begin_next(id, title))

    async def _begin_next(self, id: str, title: str) -> None:
        if not await self.close_desk():
            self.tell("Not all is saved yet: the next workshop can begin once it is.")
            return
        self.back_to_home()
        await self._open_made(self.shelf.duplicate(id, title, today=self.today()))

    def import_file(self, path: Path) -> None:
        """Make a workshop of a file that was exported, and open it."""
        self._at_the_door(lambda: self._open_made(self.shelf.import_file(path)))

    def archive(self, id: str, *, away: bool) -> None:
        """Put a workshop away, or bring it back."""
        self._at_the_door(lambda: self._archive(id, away))

    def delete_for_good(self, id: str) -> None:
        """Delete an archived workshop and all that is known of it."""
        self._at_the_door(lambda: self._delete(id))

    def show_list(self, *, archived: bool) -> None:
        """Show the workshops at hand, or the archived ones."""
        self._at_the_door(lambda: self.list_workshops(archived))

    def _at_the_door(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do one thing at a time: a key pressed twice is not meant twice."""
        if not any(worker.group == "door" and not worker.is_finished for worker in self.workers):
            self.run_worker(self._said(work()), group="door")

    async def _said(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it; what goes wrong with the store becomes a sentence."""
        try:
            await work
        except StorageError as error:
            self.tell(str(error))

    async def list_workshops(self, archived: bool = False) -> None:
        listings = await self.shelf.call(lambda store: store.listing(archived))
        self.home.show_listings(listings, archived=archived)

    async def _open_made(self, making: Awaitable[str]) -> None:
        await self.open_desk(await making)

    async def _archive(self, id: str, away: bool) -> None:
        await self.shelf.call(lambda store: store.archive(id) if away else store.restore(id))
        await self.list_workshops(archived=not away)
        self.tell("Archived. v shows what is archived." if away else "Brought back.")

    async def _delete(self, id: str) -> None:
        await self.shelf.call(lambda store: store.delete(id))
        await self.list_workshops(archived=True)
        self.tell("Deleted for good.")
