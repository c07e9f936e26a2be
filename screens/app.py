"""The app: the composition root that holds the shelf and the open desk, and shows one screen after the other."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from screens.doorkeeping import Doorkeeper
from screens.home import Home
from workshop import now as clockwork
from workshop.shelf import Shelf, StorageError, listing

if TYPE_CHECKING:
    from pathlib import Path

    from screens.chosen import Chosen
    from screens.grounded import Grounded
    from workshop.config import Configuration
    from workshop.desk import Desk
    from workshop.rehearsal import Rehearsal

#: Seconds between two looks at what other windows have written, and between two ticks of the clock.
TICK = 1.0


class WorkshopApp(Doorkeeper):
    """One window on the workshops of one database.

    `ref` opens one of them at once; `assess` its self-assessment, or without `ref` the one that stands alone.
    """

    TITLE = "workshop"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        url: str,
        *,
        ref: str | None = None,
        assess: bool = False,
        now: Callable[[], datetime] = clockwork.now,
        today: Callable[[], date] = clockwork.today,
        new_id: Callable[[], str] = clockwork.new_id,
        actor: str | None = None,
        configuration: Configuration | None = None,
    ) -> None:
        super().__init__(configuration.theme if configuration else "")
        self.configuration = configuration
        self.usual_agenda = ""
        self.url, self.ref, self.assessing = url, ref, assess
        self.now, self.today = now, today
        self.new_id, self.actor = new_id, actor or clockwork.actor()
        self.shelf = Shelf(url, actor=self.actor, now=now, ids=new_id)
        self.trouble: BaseException | None = None
        self._painted: tuple[object, ...] = ()
        self._rang: set[str] = set()
        self._faulty = False

    # -- starting and leaving ----------------------------------------------------------------------------------

    def on_mount(self) -> None:
        try:
            listed = listing(self.url)
            trouble = ""
        except StorageError as error:
            listed, trouble = [], str(error)
        home = Home(listed)
        home.trouble = trouble
        self.push_screen(home)
        if os.name == "posix":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._asked_to_leave, number)
        self.call_after_refresh(self._warm_up)

    def _warm_up(self) -> None:
        """Load what the first paint could do without, and open the store, while the list stands on the screen."""
        self.run_worker(self._get_ready(), name="getting ready")

    async def _get_ready(self) -> None:
        self._take(await asyncio.to_thread(_load_the_rest, self.configuration))
        if not self.is_headless:
            # What is loaded by now stays loaded: looking through it for garbage holds a key up for 0.1 s each time.
            gc.freeze()
            gc.enable()
        try:
            if self.ref is not None:
                ref = self.ref
                id = await self.shelf.call(lambda store: store.find(ref))
                await self.open_desk(id)
                if self.assessing:
                    self.show_assessment()
            else:
                await self.list_workshops()
                if self.assessing:
                    self.home.assess()
        except StorageError as error:
            self.home.show_trouble(str(error))
        self.set_interval(TICK, self._tick)

    def _take(self, chosen: Chosen) -> None:
        """Use what the person chose, and say what of it cannot be used."""
        self.usual_agenda, self.own_keys = chosen.agenda, chosen.keys
        if chosen.keymap:
            self.set_keymap(chosen.keymap)
            self.home.show_keys()
        if chosen.faults:
            more = len(chosen.faults) - 1
            self.tell(chosen.faults[0] + (f" `workshop config check` says {more} more." if more else ""))

    def _asked_to_leave(self, number: int) -> None:
        """SIGTERM, or the terminal went away: keep everything, then go."""
        self._leaving = asyncio.get_running_loop().create_task(self._leave(number))

    async def _leave(self, number: int) -> None:
        try:
            if self.desk is not None:
                await self.desk.flush()
        except StorageError:
            pass  # nobody is there to be told; what could be kept is kept
        finally:
            if self.rehearsal is not None:
                self.rehearsal.forget()
            if number == signal.SIGHUP:
                # Without its terminal the program would wait for it for ever.
                os._exit(128 + number)
            self.exit(128 + number)

    async def action_quit(self) -> None:
        """Keep everything, then leave; when it cannot be kept, ask."""
        self.run_worker(self._quit(), group="door", exclusive=True)

    async def _quit(self) -> None:
        if await self.close_desk():
            self.exit(0)
        else:
            self.ask_how_to_leave(self._quit)

    async def on_unmount(self) -> None:
        if self.desk is not None:
            with suppress(Exception):  # whatever ended the app is reported in its own way
                await self.desk.flush()
            self.desk.abandon()
        await self.end_rehearsal()
        await self.shelf.close()

    def rehearsal_stage(self) -> Rehearsal:
        from workshop.rehearsal import Rehearsal

        return Rehearsal(actor=self.actor, now=self.now, ids=self.new_id)

    def _fatal_error(self) -> None:
        """Textual would print the values of variables, and so what people typed; the command line reports without."""
        fault = self._exception
        self.trouble = fault.error if isinstance(fault, WorkerFailed) else fault
        self._close_messages_no_wait()

    def theme_chosen(self, name: str) -> None:
        if self.configuration is not None:
            self.run_worker(self._remember(self.configuration.path, "theme", name), group="configuration")

    async def _remember(self, path: Path, key: str, value: str) -> None:
        from workshop.config import ConfigError, remember

        try:
            await asyncio.to_thread(remember, path, key, value)
        except ConfigError as error:
            self.tell(f"It is not kept for the next time: {error}")

    def desk_changed(self) -> None:
        desk = self.desk
        if desk is None or not self.screen_stack:
            return
        if desk.fault is not None:
            self._faulty = True
        elif self._faulty and desk.saved:
            self._faulty = False
            self.tell("Saved again: everything is on disk.")
        if desk.conflicts and not getattr(self.screen, "takes_every_key", False):  # the wall is blank for a reason
            self._show_conflicts()
        top = self._grounded
        if top is None:
            return
        shown = (top, desk.value, desk.fault, desk.copied_to)
        if self._painted != shown:
            self._painted = shown
            top.repaint()
        else:
            top.show_head()

    @property
    def _grounded(self) -> Grounded | None:
        """The screen on top, if it shows the workshop; home does not, nor do the keys of a screen."""
        from screens.grounded import Grounded  # with the models, which the first paint does without

        return self.screen if isinstance(self.screen, Grounded) else None

    def _show_conflicts(self) -> None:
        from screens.conflict import ConflictScreen

        if self.desk is not None and not any(isinstance(screen, ConflictScreen) for screen in self.screen_stack):
            conflicts = self.desk.conflicts
            self.desk.settle()
            self.push_screen(ConflictScreen(conflicts))

    async def _tick(self) -> None:
        desk = self.desk
        if desk is None:
            return
        await desk.look_around()
        if desk.room.running_since is not None or desk.room.held.get("running_since"):
            if self._grounded is not None:
                self._grounded.show_head()
            self._ring(desk)

    def _ring(self, desk: Desk) -> None:
        """Say once that the time of a step, a break or a part is up: in words, and with the terminal's bell."""
        from workshop.room import clock, timing
        from workshop.steps import load

        if desk.room.held.get("running_since"):
            self._ring_for_part(desk)
        if desk.room.running_since is None:
            return
        reading = clock.read(desk.room, timing.agenda_of(desk.value), self.now())
        if reading is None:
            return
        if reading.left > 0:
            self._rang.discard(reading.key)
        elif reading.key not in self._rang:
            self._rang.add(reading.key)
            self.bell()
            step = load().step(desk.room.step).name
            over = f"{reading.pause} is over. t goes on with {step}."
            self.tell(over if reading.pause else f"Time is up for {step}. + gives it another minute.")

    def _ring_for_part(self, desk: Desk) -> None:
        """Say once that the time of a part of the check-in under way is up."""
        from workshop.check_ins import clock, due

        sitting = due.under_way(desk.value)
        reading = clock.read(desk.room, sitting, self.now()) if sitting else None
        if sitting is None or reading is None or not reading.running:
            return
        key = f"{sitting.id}/{reading.key}"
        if reading.left > 0:
            self._rang.discard(key)
        elif key not in self._rang:
            self._rang.add(key)
            self.bell()
            self.tell(f"Time is up for {clock.part_name(sitting.kind, reading.key)}. + gives it another minute.")


def _load_the_rest(configuration: Configuration | None) -> Chosen:
    """Read what the person chose, and import what a workshop needs once it is opened."""
    from screens.chosen import choose

    # First: the screens take the names of their keys from the method when they are imported.
    chosen = choose(configuration)
    import screens.card
    import screens.check
    import screens.plan
    import screens.steps.catalog  # noqa: F401

    return chosen


def run(url: str, ref: str | None = None, configuration: Configuration | None = None, *, assess: bool = False) -> int:
    """Run the app, as `WorkshopApp` takes it; returns the exit status. An unexpected fault is raised, not printed."""
    app = WorkshopApp(url, ref=ref, assess=assess, configuration=configuration)
    status = app.run()
    if app.trouble is not None:
        raise app.trouble
    return status if status is not None else app.return_code or 0
