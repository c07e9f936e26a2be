"""The frame that every screen of a workshop shares: heading, question, board, findings, the line, and the keys."""

from __future__ import annotations

from asyncio import Event
from pathlib import Path
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from data.value import Workshop
from screens.amending import Amending
from screens.paint import TALL, Painter, Picture, said
from screens.team_only import signed
from screens.widgets.board import Board, Window
from screens.widgets.guide import Guide
from screens.widgets.heading import Clock, Head, Heading
from screens.widgets.keybar import LINE_KEYS, KeyBar, hints_of
from screens.widgets.sentence import Sentence
from workshop.desk import Fault
from workshop.former import Renaming
from workshop.reading import Reading
from workshop.room import clock, timing
from workshop.room.walk import walkable


class Rail(NamedTuple):
    """What is walked through: (number, name, done) of each, the one that is shown, and how far the room is."""

    steps: tuple[tuple[int, str, bool], ...]
    here: int
    current: int


class Frame(Amending):
    """A board over a line of text. A screen says what its picture is and which commands it has.

    `place` names the screen where its selection and its half-typed lines are kept.
    """

    CSS_PATH = Path(__file__).with_name("frame.tcss")
    AUTO_FOCUS = "Board"

    def __init__(self) -> None:
        super().__init__()
        self.selected = ""
        #: Set once keys can act here.
        self.arrived = Event()
        self._told: Fault | None = None
        self.heading, self.board, self.keybar, self.guide = Heading(), Board(), KeyBar(), Guide()
        self.above, self.below = Sentence(id="question"), Sentence(id="footing")

    # -- what a screen of its own says -------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        """What the board shows."""
        raise NotImplementedError

    def question(self, workshop: Workshop) -> str:
        """The sentence above the board."""
        return ""

    def hint(self, workshop: Workshop) -> str:
        """A calmer sentence below the question, on tall screens only."""
        return ""

    def footing(self, workshop: Workshop) -> Content:
        """One row below the board."""
        return Content("")

    def reading(self, workshop: Workshop) -> Reading | None:
        """What is read back to the room: what is selected, or what there is as a whole."""
        return self.result(workshop)

    def result(self, workshop: Workshop) -> Reading | None:
        """What is read back of the screen as a whole."""
        return None

    @property
    def stretch(self) -> str:
        """Which step or break of the agenda is given more time: the one that the clock runs for."""
        return clock.stretch(self.desk.room)

    def open_item(self) -> None:
        """What Enter, or a second click, does with the selected item."""

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.above
        with Horizontal(id="body"):
            yield Window(self.board, id="scroll")
            yield self.guide
        yield self.below
        yield self.line
        yield self.keybar

    def on_mount(self) -> None:
        self.arrive()

    def arrive(self) -> None:
        """Begin where one left; a screen of its own goes on from there, once (Textual calls each `on_mount` itself)."""
        self.selected = self.desk.room.selection.get(self.place, "")
        self.set_class(self.app.size.height >= TALL, "-tall")
        self.repaint()
        self.resume_line()

    def on_screen_resume(self) -> None:
        if self.host.desk is not None:  # on the way home every screen is resumed once more
            self.repaint()
        self.arrived.set()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height >= TALL, "-tall")
        self.repaint()

    # -- painting ----------------------------------------------------------------------------------------------

    def repaint(self) -> None:
        """Show the workshop as it is now."""
        if not self.is_mounted or self.host.desk is None or not self.app.size.width:
            return
        workshop = self.workshop
        picture = self.picture(workshop, self._painter())
        if self.selected not in picture.items:
            before = self.board.picture.items
            at = before.index(self.selected) if self.selected in before else 0
            self.selected = picture.items[min(at, len(picture.items) - 1)] if picture.items else ""
            picture = self.picture(workshop, self._painter())
        self.board.show(signed(picture, workshop, self.selected), self.selected)
        self.show_question()
        self.show_head()
        self.show_foot()
        self.show_keys()

    def show_question(self) -> None:
        """Refresh the sentence above the board."""
        workshop = self.workshop
        lines = [said(self.question(workshop), "bold")]
        if self.app.size.height >= TALL:
            lines.append(said(self.hint(workshop), "$wall-quiet"))
        self.above.update(Content("\n").join(lines))

    def _painter(self) -> Painter:
        # As in frame.tcss: a margin on both sides, wider on tall screens, and a cell for the scrollbar.
        margin = 5 if self.app.size.height >= TALL else 3
        across = self.app.size.width
        width = across - margin - (self.guide.width_on(across) if self.guide.display else 0)
        return Painter(max(20, width), self.app.size.height, self.selected)

    def rail(self) -> Rail:
        """What the heading counts: the steps of the workshop."""
        room, content = self.desk.room, self.content
        walk = walkable(self.desk.value, room.looking)
        current = walk.index(room.step) if room.step in walk else 0
        return Rail(
            tuple((content.number(key), content.step(key).name, at < current) for at, key in enumerate(walk)),
            walk.index(room.looking) if room.looking in walk else current,
            current,
        )

    def clock_reading(self) -> clock.Reading | None:
        """What the clock shows; None until it was first started."""
        return clock.read(self.desk.room, timing.agenda_of(self.desk.value), self.host.now())

    def show_head(self) -> None:
        """Refresh the heading: the rail, the clock, and whether everything is saved."""
        desk = self.desk
        brief = desk.value.brief
        rail = self.rail()
        reading = self.clock_reading()
        saved = "rehearsal" if self.host.rehearsing else "saved ✓" if desk.saved else "saving…"
        if desk.fault is not None:
            saved = f"! not saved since {desk.fault.since.astimezone():%H:%M}: {desk.fault.cause}"
        self.heading.head = Head(
            title=brief.title,
            organization=brief.organization,
            steps=rail.steps,
            here=rail.here,
            current=rail.current,
            clock=None
            if reading is None
            else Clock(reading.text, reading.pause, reading.behind, running=reading.running, over=reading.left < 0),
            saved=saved,
            alarm=desk.fault is not None,
        )
        if desk.fault != self._told:
            self._told = desk.fault
            self.show_foot()
            self.show_keys()

    def show_foot(self) -> None:
        """Refresh the row below the board; while nothing can be saved it says what to do about that."""
        fault = self.desk.fault
        if fault is None:
            self.below.update(self.footing(self.workshop))
        else:
            # The key bar shows the key too, but not while a line is being typed.
            key = " F12 writes a copy." if self.line.is_open else ""
            self.below.update(said(f"! {fault.reason}{key}", "$wall-alarm"))

    def show_keys(self) -> None:
        """Refresh the footer."""
        self.keybar.more = not self.line.is_open
        self.keybar.hints = LINE_KEYS if self.line.is_open else hints_of(self)

    def show_line(self) -> None:
        self.show_foot()
        self.show_keys()

    # -- acting ------------------------------------------------------------------------------------------------

    def focus_board(self) -> None:
        self.set_focus(self.board, scroll_visible=False)

    def select(self, item: str) -> None:
        """Select an item and keep the selection."""
        self.selected = item
        self.desk.note(lambda room: room.replace(selection={**room.selection, self.place: item}))
        self.repaint()

    def follow(self, renaming: Renaming) -> None:
        super().follow(renaming)
        self.selected = renaming.place(self.selected)

    def scroll_page(self, by: int) -> bool:
        """Scroll a page down (1) or up (-1); False when there is nothing more that way."""
        scroll = self.query_one("#scroll", Window)
        if (by > 0 and scroll.scroll_offset.y >= scroll.max_scroll_y) or (by < 0 and scroll.scroll_offset.y <= 0):
            return False
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 1), animate=False)
        return True

    @property
    def view(self) -> str:
        """Which way the board is shown, "" being the first one; kept like the selection."""
        return self.desk.room.selection.get(f"{self.place}/view", "")

    def show_view(self, view: str) -> None:
        """Show the board this way."""
        self.desk.note(lambda room: room.replace(selection={**room.selection, f"{self.place}/view": view}))
        self.repaint()

    def scroll_lines(self, by: int) -> None:
        """Scroll some lines down, or up when `by` is below zero."""
        self.query_one("#scroll", Window).scroll_relative(y=by, animate=False)

    def scroll_board(self, *, end: bool) -> None:
        """Scroll to the beginning or the end."""
        scroll = self.query_one("#scroll", Window)
        scroll.scroll_to(y=scroll.max_scroll_y if end else 0, animate=False)

    @on(Board.Selected)
    def _selected(self, event: Board.Selected) -> None:
        if self.line.is_open:
            return
        if event.opened:
            self.open_item()
        else:
            self.select(event.item)

    @on(Heading.ClockPressed)
    def _clock_pressed(self) -> None:
        self.host.show_agenda()

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        if event.action.startswith("line."):
            getattr(self.line, event.action.removeprefix("line."))()
        else:
            await self.run_action(event.action)
