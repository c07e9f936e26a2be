"""The app: the composition root that holds the shelf and the open desk, and shows one screen after the other."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import WorkerFailed

from screens.home import Home
from screens.themes import THEMES
from workshop import now as clockwork
from workshop.shelf import Shelf, StorageError, listing

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from screens.command import Command
    from screens.grounded import Grounded
    from workshop.desk import Desk
    from workshop.rules.registry import Context

#: Seconds between two looks at what other windows have written, and between two ticks of the clock.
TICK = 1.0


class WorkshopApp(App[int]):
    """One window on the workshops of one database. `ref` opens one of them at once."""

    TITLE = "workshop"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        url: str,
        *,
        ref: str | None = None,
        now: Callable[[], datetime] = clockwork.now,
        today: Callable[[], date] = clockwork.today,
        new_id: Callable[[], str] = clockwork.new_id,
        actor: str | None = None,
    ) -> None:
        super().__init__()
        self.url, self.ref = url, ref
        self.now, self.today = now, today
        self.shelf = Shelf(url, actor=actor or clockwork.actor(), now=now, ids=new_id)
        self.desk: Desk | None = None
        self.trouble: BaseException | None = None
        self._painted: tuple[object, ...] = ()
        self._rang: set[str] = set()
        self._faulty = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

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
        await asyncio.to_thread(_load_the_rest)
        try:
            if self.ref is not None:
                ref = self.ref
                id = await self.shelf.call(lambda store: store.find(ref))
                await self._open(id)
            else:
                await self._list()
        except StorageError as error:
            self.home.show_trouble(str(error))
        self.set_interval(TICK, self._tick)

    @property
    def home(self) -> Home:
        home = self.screen_stack[1] if len(self.screen_stack) > 1 else self.screen_stack[0]
        assert isinstance(home, Home)
        return home

    def _asked_to_leave(self, number: int) -> None:
        """SIGTERM, or the terminal went away: keep everything, then go."""
        self._leaving = asyncio.get_running_loop().create_task(self._leave(number))

    async def _leave(self, number: int) -> None:
        try:
            if self.desk is not None:
                await self.desk.flush()
        except StorageError:
            pass  # nobody is there to be told; what could be kept is kept
        if number == signal.SIGHUP:
            # Without its terminal the program would wait for it for ever.
            os._exit(128 + number)
        self.exit(128 + number)

    async def action_quit(self) -> None:
        """Keep everything, then leave; when it cannot be kept, ask."""
        self.run_worker(self._quit(), group="door", exclusive=True)

    async def _quit(self) -> None:
        if await self._close_desk():
            self.exit(0)
        else:
            self._ask_how_to_leave(self._quit)

    async def on_unmount(self) -> None:
        if self.desk is not None:
            with suppress(Exception):  # whatever ended the app is reported in its own way
                await self.desk.flush()
            self.desk.abandon()
        await self.shelf.close()

    def _fatal_error(self) -> None:
        """Textual would print the values of variables, and so what people typed; the command line reports without."""
        fault = self._exception
        self.trouble = fault.error if isinstance(fault, WorkerFailed) else fault
        self._close_messages_no_wait()

    # -- the desk ----------------------------------------------------------------------------------------------

    async def _open(self, id: str) -> None:
        from workshop.desk import Desk

        kept = await self.shelf.call(lambda store: store.load(id))
        self.desk = Desk(self.shelf, kept, publish=self._published, tell=self.tell, now=self.now)
        from screens.walk import walkable

        looking = self.desk.room.looking
        self.look_at(looking if looking in walkable(self.desk.value) else walkable(self.desk.value)[0])

    async def _close_desk(self) -> bool:
        """Close the open workshop; False when something of it cannot be saved."""
        if self.desk is None:
            return True
        try:
            await self.desk.close()
        except StorageError:
            return False
        self.desk = None
        return True

    def _ask_how_to_leave(self, leave: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Ask what is to become of what cannot be saved; `leave` goes on once there is an answer."""
        from screens.leaving import Leaving

        if isinstance(self.screen, Leaving):
            self.tell("Still not saved.")
            return

        def go(*, losing: bool) -> None:
            if losing and self.desk is not None:
                self.desk.abandon()
                self.desk = None
            self.run_worker(leave(), group="door", exclusive=True)

        self.push_screen(Leaving(go))

    def write_copy(self, path: Path) -> None:
        """Write all that is shown as a database of its own, and say how that went."""
        if self.desk is not None:
            self._at_the_door(self._write_copy(self.desk, path))

    async def _write_copy(self, desk: Desk, path: Path) -> None:
        await desk.copy_to(path)
        self.tell(f"Everything is in {path}. To open it: workshop --database {shlex.quote(str(path))}")

    def _published(self) -> None:
        desk = self.desk
        top = self.screen
        if desk is None or isinstance(top, Home):
            return
        if desk.fault is not None:
            self._faulty = True
        elif self._faulty and desk.saved:
            self._faulty = False
            self.tell("Saved again: everything is on disk.")
        if desk.conflicts:
            self._show_conflicts()
        # What stands over a screen, such as its keys, says nothing of the workshop.
        grounded: Grounded | None = top if hasattr(top, "show_head") else None  # type: ignore[assignment]
        if grounded is None:
            return
        shown = (top, desk.value, desk.fault, desk.copied_to)
        if self._painted != shown:
            self._painted = shown
            grounded.repaint()
        else:
            grounded.show_head()

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
        top = self.screen
        if desk.room.running_since is not None and hasattr(top, "show_head"):
            top.show_head()
            self._ring(desk)

    def _ring(self, desk: Desk) -> None:
        """Say once that a step's time is up: in words, and with the terminal's bell."""
        from screens.walk import walkable
        from workshop import clock, steps

        content = steps.load()
        agenda = content.agenda(desk.value.brief.agenda)
        reading = clock.read(desk.room, agenda, self.now(), walkable(desk.value))
        step = desk.room.step
        if reading is not None and reading.left > 0:
            self._rang.discard(step)
        elif reading is not None and step not in self._rang:
            self._rang.add(step)
            self.bell()
            self.tell(f"Time is up for {content.step(step).name}. + gives it another minute.")

    # -- what screens ask of their host ------------------------------------------------------------------------

    def tell(self, sentence: str) -> None:
        """Say a sentence to the person, in passing."""
        self.notify(sentence, markup=False, timeout=6)

    def context(self) -> Context:
        """What the rules may know besides the workshop."""
        from workshop import clock
        from workshop.rules.registry import Context

        room = self.desk.room if self.desk is not None else None
        if room is None:
            return Context(today=self.today())
        now = self.now()
        local = now.astimezone().time().replace(microsecond=0)
        return Context(self.today(), local, room.step, clock.spent(room, now), room.extra)

    def look_at(self, step: str, item: str = "") -> None:
        """Show a step's screen, with an item selected."""
        from screens.steps.catalog import screen_of

        if self.desk is None:
            return
        self.desk.note(lambda room: room.replace(looking=step))
        if item:
            self.desk.note(lambda room: room.replace(selection={**room.selection, step: item}))
        self._back_to(1)
        self.push_screen(screen_of(step))

    def jump(self, step: str, item: str, field: str) -> None:
        """Show a step with an item selected, opened at a field when one is named; item "" is the workshop itself."""
        from screens.steps.catalog import item_of, noun_of_id
        from workshop import steps

        self.look_at(step, item_of(step, item, field))
        noun = noun_of_id(item)
        if self.desk is None or noun is None or self.desk.value.get(noun, item) is None:
            return
        # A step may have a finding about a row it asks nothing of, as Milestones about a priority without any.
        if any(asked.noun == noun.table for asked in steps.load().step(step).fields):
            self.show_card(noun, item, step, field)

    def show_card(self, noun: type[Noun], id: str, step: str, field: str = "") -> None:
        """Show all fields of one row that a step asks for."""
        from screens.card import Card

        self.push_screen(Card(noun, id, step, field))

    def check(self, step: str) -> None:
        """Show what is open in a step, and how to finish it."""
        from screens.check import CheckScreen

        self.push_screen(CheckScreen(step))

    def show_plan(self) -> None:
        """Show the plan as it stands."""
        from screens.plan import PlanScreen

        if not isinstance(self.screen, PlanScreen):
            self.push_screen(PlanScreen())

    def show_export(self) -> None:
        """Show which documents the plan can be written as."""
        from screens.export import ExportScreen

        if not isinstance(self.screen, ExportScreen):
            self.push_screen(ExportScreen())

    def toggle_help(self) -> None:
        """Show the keys of the screen."""
        from screens.keys import Keys

        if not isinstance(self.screen, Keys):
            self.push_screen(Keys(self.screen))

    def action_toggle_help(self) -> None:
        """Show the keys of the screen, asked for with the mouse."""
        self.toggle_help()

    def go_home(self) -> None:
        """Leave the workshop and show the list."""
        self.run_worker(self._go_home(), group="door", exclusive=True)

    async def _go_home(self) -> None:
        if not await self._close_desk():
            self._ask_how_to_leave(self._go_home)
            return
        self._back_to(1)
        try:
            await self._list()
        except StorageError as error:
            self.home.show_trouble(str(error))

    def _back_to(self, depth: int) -> None:
        """Take screens off until only home (and what lies under it) is left."""
        while len(self.screen_stack) > depth + 1:
            self.pop_screen()

    # -- what the home screen asks -----------------------------------------------------------------------------

    def open_workshop(self, id: str) -> None:
        """Open a workshop where it was left."""
        self._at_the_door(self._open(id))

    def begin_workshop(self, title: str, organization: str, agenda: str) -> None:
        """Make a workshop and open it."""
        self._at_the_door(self._begin(title, organization, agenda))

    def add_sample(self) -> None:
        """Add the sample and open it."""
        self._at_the_door(self._add_sample())

    def duplicate(self, id: str, title: str) -> None:
        """Make the next workshop from one, and open it."""
        self._at_the_door(self._duplicate(id, title))

    def archive(self, id: str, *, away: bool) -> None:
        """Put a workshop away, or bring it back."""
        self._at_the_door(self._archive(id, away))

    def delete_for_good(self, id: str) -> None:
        """Delete an archived workshop and all that is known of it."""
        self._at_the_door(self._delete(id))

    def show_list(self, *, archived: bool) -> None:
        """Show the workshops at hand, or the archived ones."""
        self._at_the_door(self._list(archived))

    def _at_the_door(self, work: Any) -> None:
        self.run_worker(self._said(work), group="door", exclusive=False)

    async def _said(self, work: Any) -> None:
        """Do it; what goes wrong with the store becomes a sentence."""
        try:
            await work
        except StorageError as error:
            self.tell(str(error))

    async def _list(self, archived: bool = False) -> None:
        listings = await self.shelf.call(lambda store: store.listing(archived))
        self.home.show_listings(listings, archived=archived)

    async def _begin(self, title: str, organization: str, agenda: str) -> None:
        from data.nouns.room import Agenda
        from workshop.actions.opening import begin

        value = begin(title, organization, Agenda(agenda), today=self.today())
        kept = await self.shelf.call(lambda store: store.create(value, label=f"begin “{title}”"))
        await self._open(kept.id)

    async def _add_sample(self) -> None:
        from workshop.sample import to_keep

        value, room = await asyncio.to_thread(to_keep, self.today())
        kept = await self.shelf.call(lambda store: store.create(value, room, label="add the sample"))
        await self._open(kept.id)

    async def _duplicate(self, id: str, title: str) -> None:
        from workshop.actions.duplicating import duplicate

        today = self.today()
        value = (await self.shelf.call(lambda store: store.load(id))).value
        copy = duplicate(value, title, today=today)
        kept = await self.shelf.call(
            lambda store: store.create(copy, label=f"begin “{title}” from “{value.brief.title}”")
        )
        await self._open(kept.id)

    async def _archive(self, id: str, away: bool) -> None:
        await self.shelf.call(lambda store: store.archive(id) if away else store.restore(id))
        await self._list(archived=not away)
        self.tell("Archived. v shows what is archived." if away else "Brought back.")

    async def _delete(self, id: str) -> None:
        await self.shelf.call(lambda store: store.delete(id))
        await self._list(archived=True)
        self.tell("Deleted for good.")

    # -- the palette -------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        from screens.command import offered

        # What several keys do stands here once.
        named: dict[str, Command] = {}
        for command in offered(screen):
            named.setdefault(command.name, command)
        for command in named.values():
            yield SystemCommand(command.name, command.tooltip, lambda command=command: command.run(screen))
        if self.desk is not None:
            from screens.walk import walkable
            from workshop import steps

            content = steps.load()
            for key in walkable(self.desk.value):
                name = content.step(key).name
                yield SystemCommand(f"Go to {name}", content.step(key).question, lambda key=key: self.look_at(key))
        for theme in THEMES:
            name = theme.name.removeprefix("workshop-")
            yield SystemCommand(f"Theme: {name}", f"Use the {name} theme.", lambda theme=theme: self._use(theme.name))
        if "Quit" not in named:
            yield SystemCommand("Quit", "Leave the program; everything is kept.", self.action_quit)

    def _use(self, theme: str) -> None:
        self.theme = theme


def _load_the_rest() -> None:
    """Import what a workshop needs once it is opened."""
    import workshop.rules.registry  # noqa: F401
    from workshop import steps

    steps.load()


def run(url: str, ref: str | None = None) -> int:
    """Run the app on a database; returns the exit status. An unexpected fault is raised, with nothing printed."""
    app = WorkshopApp(url, ref=ref)
    status = app.run()
    if app.trouble is not None:
        raise app.trouble
    return status if status is not None else app.return_code or 0
