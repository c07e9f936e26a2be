"""A check-in page by page: which part is shown, which come before and behind it, and what the clock says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from data.nouns.room import Room
from screens.check_ins.boards import END
from screens.check_ins.pages import CLOSE, Page, pages_of
from screens.frame import Frame, Rail
from workshop.check_ins import clock as its_clock
from workshop.room import clock
from workshop.room.clock import Reading


class Paging(Frame):
    """A screen that shows the check-in under way one page at a time."""

    @property
    def pages(self) -> tuple[Page, ...]:
        sitting = self.sitting
        return pages_of(sitting.kind) if sitting else ()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while no check-in is under way."""
        pages = self.pages
        return next((page for page in pages if page.key == self.view), pages[0] if pages else None)

    def shows(self, part: str) -> bool:
        """Whether a part stands on the page that is shown."""
        return self.page is not None and self.page.part(part) is not None

    def neighbor(self, by: int) -> Page | None:
        """The page before (-1) or behind (1) this one."""
        pages, page = self.pages, self.page
        at = pages.index(page) + by if page else -1
        return pages[at] if 0 <= at < len(pages) else None

    def turn(self, by: int) -> None:
        """Show the page before or behind this one."""
        page = self.neighbor(by)
        if page is not None:
            self.show_page(page.key)

    def show_page(self, key: str) -> None:
        """Show a page from its beginning; the clock goes on to a part that is reached."""
        self.selected = ""
        sitting = self.sitting
        if sitting is not None and self.pages:
            part = self.pages[-2].key if key == CLOSE else key
            self.turn_clock(partial(its_clock.reach, occasion=sitting.kind, part=part, now=self.host.now()))
        self.show_view(key)
        self.scroll_board(end=False)

    def to_the_end(self) -> None:
        """Show the last page; from there close."""
        if self.page is not None and self.page.key == CLOSE:
            self.select(END)
        else:
            self.show_page(CLOSE)

    def rail(self) -> Rail:
        pages, page = self.pages, self.page
        if page is None:
            return super().rail()
        here = pages.index(page)
        return Rail(tuple((n, each.name, n <= here) for n, each in enumerate(pages, 1)), here, here)

    # -- the clock -----------------------------------------------------------------------------------------------

    @property
    def held(self) -> Room | None:
        """The clock of the check-in under way."""
        sitting = self.sitting
        return its_clock.clock_of(self.desk.room, sitting) if sitting else None

    def turn_clock(self, action: Callable[[Room], Room]) -> None:
        """Do something with the clock of the check-in under way."""
        sitting = self.sitting
        if sitting is not None and action(held := its_clock.clock_of(self.desk.room, sitting)) != held:
            self.desk.note(lambda room: its_clock.turned(room, sitting, action))

    def press_clock(self) -> None:
        """Start the clock or let it stand; say so if it stood for long, in case nobody meant it to."""
        now = self.host.now()
        self.turn_clock(lambda held: clock.press(held, now))
        held = self.held
        stood = round(clock.stood(held, now).total_seconds() / 60) if held else 0
        if stood:
            self.host.tell(f"The clock stood still for {stood} minutes. y counts them for this part.")
        self.repaint()

    def give_minutes(self, minutes: int) -> None:
        """Give the part that the clock counts for more minutes; say so while no clock shows it."""
        sitting, held = self.sitting, self.held
        if sitting is None or held is None:
            return
        agenda, part = its_clock.agenda_of(sitting.kind), held.step
        self.turn_clock(lambda held: clock.more(held, agenda, minutes, part))
        if self.clock_reading() is None:
            extra = its_clock.clock_of(self.desk.room, sitting).extra.get(part, 0)
            name = its_clock.part_name(sitting.kind, part)
            self.host.tell(f"{name} has {agenda.minutes(part) + extra} minutes now.")

    def clock_reading(self) -> Reading | None:
        sitting = self.sitting
        return its_clock.read(self.desk.room, sitting, self.host.now()) if sitting else super().clock_reading()
