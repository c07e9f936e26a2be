"""The agenda, a small screen over the step: the day as planned and as it goes, its end, and what could give way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens import timekeeping
from screens.command import Command, bindings
from screens.commands.clock import More
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, fit, said
from workshop.room import clock, timing
from workshop.room.agenda import Saving
from workshop.room.day import Day, Stage, day_of

#: What the item of a cut begins with; the step that is cut follows.
CUT = "cut/"

#: Cells of the columns behind the name: planned from and to, minutes planned, minutes taken, what it will be.
_PLANNED, _MINUTES, _TAKEN, _WILL = 13, 8, 6, 12
#: Below this width what was planned gives way to what will be; above the other one lines would be hard to follow.
_WIDE, _WIDEST = 72, 96


class GoThere(Command):
    """Look at this step."""

    id, name, keys, key_shown, show = "agenda.step", "Look at it", "enter", "Enter", 1

    def applies(self, screen: AgendaScreen) -> bool:
        return screen.chosen is not None and not screen.chosen.pause

    def run(self, screen: AgendaScreen) -> None:
        screen.open_item()


class BreakNow(Command):
    """Take this break now; the step's clock stands until it is over."""

    id, name, keys, key_shown, show = "agenda.break", "Take it now", "enter", "Enter", 1

    def applies(self, screen: AgendaScreen) -> bool:
        return screen.chosen is not None and screen.chosen.pause and not screen.chosen.now

    def run(self, screen: AgendaScreen) -> None:
        screen.open_item()


class BreakOver(BreakNow):
    """End this break, and go on with the clock of the current step."""

    id, name = "agenda.break.end", "End it"

    def applies(self, screen: AgendaScreen) -> bool:
        return screen.chosen is not None and screen.chosen.pause and screen.chosen.now


class TakeCut(Command):
    """Let this step take less time."""

    id, name, keys, key_shown, show = "agenda.cut", "Cut it", "enter", "Enter", 1

    def applies(self, screen: AgendaScreen) -> bool:
        return screen.cut is not None and screen.cut.minutes > 0

    def run(self, screen: AgendaScreen) -> None:
        screen.open_item()


class GiveBack(TakeCut):
    """Give this step its planned time back."""

    id, name = "agenda.cut.back", "Give it back"

    def applies(self, screen: AgendaScreen) -> bool:
        return screen.cut is not None and screen.cut.minutes <= 0


class Minute(More):
    """Give the selected line a minute more, or less."""

    show = 3


class AgendaScreen(Frame):
    """A step or a break a line, those that are over with what they took, the others with when they will be held."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *(GoThere(), BreakNow(), BreakOver(), TakeCut(), GiveBack()),
        Minute("clock.more", "Longer", 1, "plus,equals_sign", "+"),
        Minute("agenda.less", "Shorter", -1, "minus", "-"),
        *(Back(), *MOVES, *PAGES, *CHANGES, *(command for command in ROOM if command.id != "clock.more")),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "agenda"

    def arrive(self) -> None:
        super().arrive()
        self.select(clock.stretch(self.desk.room))

    @property
    def day(self) -> Day:
        """The day as the room has it now."""
        return day_of(self.workshop, self.desk.room, self.host.now().astimezone())

    @property
    def chosen(self) -> Stage | None:
        """The step or break under the cursor."""
        return next((each for each in self.day.stages if each.key == self.selected), None)

    @property
    def cut(self) -> Saving | None:
        """The cut under the cursor."""
        return next((each for each in self.day.cuts if f"{CUT}{each.cut.step}" == self.selected), None)

    @property
    def stretch(self) -> str:
        return self.selected.removeprefix(CUT)

    def show_head(self) -> None:
        super().show_head()
        if self.is_mounted and self.board.picture.items:
            # The day goes on while it is looked at.
            self.board.show(self.picture(self.workshop, self._painter()), self.selected)
            self.show_question()
            self.show_keys()

    def open_item(self) -> None:
        chosen, cut = self.chosen, self.cut
        if cut is not None:
            agenda = timing.agenda_of(self.workshop)
            self.desk.note(lambda room: clock.cut(room, agenda, cut.cut.step, cut.cut.minutes))
        elif chosen is not None and chosen.pause and chosen.now:
            timekeeping.end_break(self)
        elif chosen is not None and chosen.pause:
            timekeeping.take_break(self, chosen.key)
        elif chosen is not None:
            self.host.look_at(chosen.key)

    # -- painting ------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return self.day.told

    def hint(self, workshop: Workshop) -> str:
        return "+ and - give the selected line a minute more or less. t starts and pauses the clock, and ends a break."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        day, painter = self.day, painter.narrow(min(painter.width, _WIDEST))
        rows = [painter.note(self._columns(painter))]
        for stage in day.stages:
            if stage.now:
                rows.append(_now(painter, day))
            rows.append(painter.item(stage.key, *self._line(painter, stage), style=_style(stage)))
        if day.cuts:
            rows += [painter.note()] if painter.tall else []
            rows.append(painter.heading("−", "What could give way", "", "$wall-explore"))
            rows += [self._cut(painter, each) for each in day.cuts]
        return painter.picture(rows)

    def _columns(self, painter: Painter) -> str:
        name = " " * (painter.width - _across(painter) - 2)
        planned = f"{'planned':<{_PLANNED}}" if painter.width >= _WIDE else ""
        return f"  {name}{planned}{'minutes':<{_MINUTES}}{'took':<{_TAKEN}}{'will be':<{_WILL}}"

    def _line(self, painter: Painter, stage: Stage) -> tuple[Content, Content]:
        number = f"{self.content.number(stage.key)} " if not stage.pause else "  "
        left = fit(said(f"{number}{stage.name}"), painter.width - _across(painter) - 3)
        return left, Content("").join(fit(said(text), width) for text, width in _cells(stage, painter))

    def _cut(self, painter: Painter, saving: Saving) -> Row:
        cut = saving.cut
        left = said(f"{self.content.step(cut.step).name}: {cut.how}")
        saves = f"saves {saving.minutes} min" if saving.minutes > 0 else f"✓ cut to {cut.minutes} min"
        return painter.item(f"{CUT}{cut.step}", left, Content.styled(saves, "$wall-explore"))


def _across(painter: Painter) -> int:
    return _MINUTES + _TAKEN + _WILL + (_PLANNED if painter.width >= _WIDE else 0)


def _cells(stage: Stage, painter: Painter) -> Iterator[tuple[str, int]]:
    if painter.width >= _WIDE:
        planned = f"{stage.planned_from:%H:%M}–{stage.planned_to:%H:%M}" if stage.minutes else "not planned"
        yield planned, _PLANNED
    extra = f"{stage.extra:+d}" if stage.extra else ""
    yield "left out" if stage.left_out else f"{stage.minutes}{extra}", _MINUTES
    yield "" if stage.taken is None else f"{stage.taken}", _TAKEN
    yield _will(stage), _WILL


def _will(stage: Stage) -> str:
    if stage.from_ is None or stage.to is None or stage.left_out:
        return ""
    if stage.now and stage.from_ == stage.to:
        return "time is up"
    return f"until {stage.to:%H:%M}" if stage.now else f"{stage.from_:%H:%M}–{stage.to:%H:%M}"


def _style(stage: Stage) -> str:
    return "bold $wall-here" if stage.now else "" if stage.from_ else "$wall-quiet"


def _now(painter: Painter, day: Day) -> Row:
    """The line of now."""
    label = f" now {day.now:%H:%M} "
    return painter.note(f"──{label}{'─' * max(0, painter.width - len(label) - 2)}", "$wall-here")
