"""The check-in: what is to be looked at next, and once it is begun its parts, page by page, until it is closed."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.check_in import Occasion
from data.nouns.room import Action, Answer
from data.value import Workshop
from screens.check_ins import boards
from screens.check_ins.beginning import to_begin
from screens.check_ins.calling import Calling
from screens.check_ins.clock_commands import CLOCK
from screens.check_ins.commands import (
    AddHere,
    Begin,
    Edit,
    Everything,
    PageBack,
    PageOn,
    Pick,
    TakeAway,
    ToClose,
    WhoIsHere,
)
from screens.check_ins.lines import Lines
from screens.check_ins.opening import Opening
from screens.check_ins.pages import CLOSE
from screens.command import Command, bindings
from screens.commands import clock as of_the_day
from screens.commands.everywhere import CHANGES, MOVES, ROOM
from screens.commands.fields import Back
from screens.paint import Painter, Picture, Row, ends, said
from workshop.actions import checking_in
from workshop.check_ins import clock, due
from workshop.check_ins.agreed import to_answer
from workshop.check_ins.guided import guided


class CheckInScreen(Calling, Opening):
    """The check-in that is under way, or which to begin."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddHere(),
        Begin(),
        Edit(),
        *map(Pick, range(1, 10)),
        PageOn(),
        PageBack(),
        Everything(),
        ToClose(),
        TakeAway(),
        WhoIsHere(),
        Back(),
        *CLOCK,
        *MOVES,
        *CHANGES,
        *(command for command in ROOM if command not in of_the_day.CLOCK),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "check-in"

    @property
    def every(self) -> bool:
        """Whether results that are far off are shown, too."""
        return self.desk.room.selection.get(f"{self.place}/every", "") != ""

    def show_every(self, *, every: bool) -> None:
        """Show results that are far off, too, or leave them out."""
        self.desk.note(
            lambda room: room.replace(selection={**room.selection, f"{self.place}/every": "yes" if every else ""})
        )
        self.repaint()

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        page, sitting = self.page, self.sitting
        if page is None or sitting is None:
            return "Which check-in do we hold?"
        if page.key == CLOSE:
            return "What did we agree, and when do we meet again?"
        part = page.part("actions") if self.workshop.get(Action, self.selected) is not None else None
        return (part or page.parts[0]).ask

    def hint(self, workshop: Workshop) -> str:
        sitting = self.sitting
        return guided(sitting.kind).hint if sitting else "It opens on what was agreed last time, and ends with a date."

    def footing(self, workshop: Workshop) -> Content:
        page, sitting = self.page, self.sitting
        if self.line.is_open or page is None or sitting is None:
            return Content("")
        left = said(due.called(workshop, sitting.kind).capitalize(), "bold $wall-here")
        used = clock.used(self.desk.room, sitting, self.host.now())
        minutes = guided(sitting.kind).minutes
        part = f"{page.minutes} min of {minutes}" if page.minutes else f"{minutes} min" if used else ""
        time = f"{part}, {used // timedelta(minutes=1)} used" if used else part
        return ends(left, Content.styled(time, "$wall-quiet"), self.size.width - (4 if self.has_class("-tall") else 2))

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        page, sitting = self.page, self.sitting
        if page is None or sitting is None:
            return painter.picture(to_begin(workshop, painter, self.host.today()))
        digits = {key: choice.name for key, choice in self.choices_of(painter.selected).items()}
        lines = Lines(workshop, sitting, painter, self.today, self.content, digits, self.every)
        if page.key == CLOSE:
            return painter.picture(boards.part(lines, CLOSE))
        rows: list[Row] = []
        for part in page.parts:
            if len(page.parts) > 1:
                rows += [painter.note()] if rows and painter.tall else []
                rows.append(painter.heading("", part.name, style="$wall-here"))
            rows += boards.part(lines, part.part)
        return painter.picture(rows)

    # -- acting --------------------------------------------------------------------------------------------------

    def begin(self, occasion: Occasion) -> None:
        """Begin a check-in, on what was agreed last time; an extra one, once it is said what calls for it."""
        if occasion is Occasion.EXTRA:
            self.ask(self.extra_prompt())
            return
        label = f"begin the {due.called(self.workshop, occasion)}"
        if self.attempt(partial(checking_in.begin, occasion=occasion, on=self.host.today()), label):
            self.show_begun()

    def show_begun(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        first = next((page.key for page in self.pages if page.part("actions")), self.pages[0].key)
        self.show_page(first)
        waiting = [each.action.id for each in to_answer(self.workshop, sitting) if each.answer is Answer.OPEN]
        if waiting and self.shows("actions"):
            self.select(waiting[0])
