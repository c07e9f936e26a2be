"""Step 7, Milestones: finished results of each priority on a time scale, with a date and a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.change import Kind
from data.nouns.planning import Milestone, Priority
from data.value import Workshop
from screens.asking import Prompts, Then
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import Add, Check, Delete, Shift
from screens.commands.views import Switch
from screens.paint import Painter, Picture
from screens.step import StepScreen
from screens.steps.milestone_parts import CHOSEN, Track, tracks
from screens.steps.milestone_table import MilestoneTable
from screens.steps.timeline_board import TimelineBoard
from screens.widgets.prompt import Prompt
from workshop import answers, dates
from workshop.actions import milestones
from workshop.former import Renaming
from workshop.steps import load

#: The view with a line a milestone.
TABLE = "table"

#: The name of a priority in a question is cut to so many cells.
BRIEFLY = 30


class AddResult(Add):
    """Add results to the selected priority: title, date, and how a stranger would check it."""

    def applies(self, screen: Milestones) -> bool:
        return screen.track is not None


class Sooner(Shift):
    """Move the selected milestone a week sooner."""

    def __init__(self) -> None:
        super().__init__("item.sooner", "Sooner", "less_than_sign,shift+left", "<", -1, show=2)


class Later(Shift):
    """Move the selected milestone a week later."""

    def __init__(self) -> None:
        super().__init__("item.later", "Later", "greater_than_sign,shift+right", ">", 1, show=3)


class Sure(Command):
    """Say how sure we are of the selected milestone's date; 0 is ten."""

    in_palette = False

    def __init__(self, key: str, value: int) -> None:
        self.id, self.keys, self.key_shown = f"milestone.sure.{value}", key, key
        self.name = f"Confidence {value} of 10"
        self.value = value

    def applies(self, screen: Milestones) -> bool:
        return screen.selected_row is not None

    def run(self, screen: Milestones) -> None:
        screen.set_confidence(self.value)


class Confidence(Command):
    """Say how sure we are of the selected milestone's date, from 0 to 10."""

    id, name = "milestone.sure", "Confidence"

    def applies(self, screen: Milestones) -> bool:
        return screen.selected_row is not None

    def run(self, screen: Milestones) -> None:
        screen.ask_confidence()


_DIGITS = answers.digits(load().field("milestone", "confidence"))

CONFIDENCE: tuple[Command, ...] = (Confidence(), *(Sure(key, digit.value) for key, digit in _DIGITS.items()))


class Milestones(StepScreen):
    """Milestones by priority and date. A priority stands as an item of its own while it has none."""

    key = "milestones"
    nouns = (Milestone,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddResult(),
        Open(),
        Sooner(),
        Later(),
        Switch("Table", "", TABLE, show=7),
        Switch("Timeline", TABLE, "", show=7),
        Check(),
        StepOn(),
        Delete(),
        StepBack(),
        *CONFIDENCE,
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        #: The milestone that was just moved, and to which date.
        self._moved: tuple[str, date] | None = None

    # -- what is selected ----------------------------------------------------------------------------------------

    @property
    def track(self) -> Track | None:
        """The priority that is selected, or whose milestone is; else the first one."""
        found = tracks(self.workshop)
        return next((track for track in found if self.selected in track.items), found[0] if found else None)

    def follow(self, renaming: Renaming) -> None:
        super().follow(renaming)
        self._moved = self._moved and (renaming.id(self._moved[0]), self._moved[1])

    def select(self, item: str) -> None:
        self._moved = None
        super().select(item)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        found = tracks(workshop)
        if not found:
            return self.empty_picture(painter, "PgUp", "goes back, to select priorities first")
        draw = MilestoneTable if self.view == TABLE else TimelineBoard
        return draw(workshop, painter, found, self.host.today()).picture()

    def hint(self, workshop: Workshop) -> str:
        hint, today = super().hint(workshop), self.host.today()
        ahead = [row.due for row in workshop.milestones if row.due is not None and row.due >= today]
        return f"{hint} The first is due {dates.until(min(ahead), today)}." if ahead else hint

    def footing(self, workshop: Workshop) -> Content:
        row = self.selected_row
        if isinstance(row, Milestone) and row.due and self._moved == (row.id, row.due) and not self.line.is_open:
            busy = ", a busy month" if row.due.month in workshop.brief.busy_months else ""
            return Content.styled(f"{CHOSEN} {dates.echo(row.due, self.host.today())}{busy}", "$wall-explore")
        return super().footing(workshop)

    # -- what is done with the selected ----------------------------------------------------------------------------

    def open_item(self) -> None:
        if self.selected_row is None:
            self.ask(self.add_first())
        else:
            super().open_item()

    def shift(self, item: str, by: int) -> None:
        """Move a milestone by whole weeks, and say on which day it falls then."""
        row = self.workshop.row(Milestone, item)
        if row.due is None:
            self.host.tell("It has no date yet. Enter gives it one.")
            return
        due = row.due + timedelta(weeks=by)
        if not dates.FIRST_DAY <= due <= dates.LAST_DAY:
            return
        if (why := self.moves(row, due)) is not None:
            self.ask(why)
            return
        self._moved = (item, due)
        shift = self.with_record(partial(milestones.shift, id=item, weeks=by), item, "due")
        self.change(shift, f"move {self.quoted(row)} by a week")

    def set_confidence(self, value: int) -> None:
        """Say how sure we are of the selected milestone's date."""
        self.set_field(Milestone, self.selected, "confidence", value)

    def ask_confidence(self) -> None:
        """Ask how sure we are of the selected milestone's date."""
        self.ask(self.field_prompt(Milestone, self.selected, "confidence"))

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return milestones.remove(workshop, item)

    # -- adding --------------------------------------------------------------------------------------------------

    def add_first(self) -> Prompt | None:
        if self.track is None:
            return None
        id = self.track.priority.id
        return self.takes_in(Kind.MILESTONE_ADDED, id) or self._title_prompt(id)

    def _title_prompt(self, priority_id: str) -> Prompt | None:
        """Ask for results of a priority; each is followed by its date and its check, which may be skipped."""
        if self.workshop.get(Priority, priority_id) is None:
            return None

        def add(title: str) -> Prompt | None:
            row = self.added(Milestone, partial(milestones.add, priority_id=priority_id, title=title), f"add “{title}”")
            if row is None:
                return None
            following = self._skippable(row.id, ("due", "done_when"), again)
            return following and replace(following, past=again())

        def again() -> Prompt | None:
            return self._title_prompt(priority_id)

        found = next((track for track in tracks(self.workshop) if track.priority.id == priority_id), None)
        whose = f"{found.sign} {found.name(BRIEFLY)}: " if found else ""
        ask = self.content.field("milestone", "title").ask
        return self.add_prompt("milestone", f"{whose}{ask}", ("milestone", "title"), add, to=priority_id)

    def _skippable(self, id: str, names: Sequence[str], then: Then) -> Prompt | None:
        """Ask for fields of a new milestone one after the other; an empty answer goes on to the next."""
        if not names or self.workshop.get(Milestone, id) is None:
            return then()

        def following() -> Prompt | None:
            return self._skippable(id, names[1:], then)

        prompt = self.field_prompt(Milestone, id, names[0], following)
        return replace(
            prompt,
            read=lambda text: prompt.read(text) if text.strip() else (None, ""),
            take=lambda value: following() if value is None else prompt.take(value),
            placeholder="Enter alone skips this",
        )

    def prompts(self) -> Prompts:
        return {**super().prompts(), "add/milestone": self._title_prompt}
