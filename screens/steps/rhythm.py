"""Step 9, Rhythm: how often the plan is looked at together, on which date next, and who keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.rhythm import Cadence, CheckIn, Trigger
from data.nouns.room import Brief
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.fields import DIGITS
from screens.commands.items import RANK, Check, Delete
from screens.commands.views import Switch
from screens.field_item import FieldItem
from screens.fields import of_noun
from screens.paint import Painter, Picture, Row
from screens.parted import EMPTY, AddElsewhere, AddTo, Parted
from screens.steps import rhythm_board as board
from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import rhythm
from workshop.check_ins import schedule
from workshop.wording import Field

#: The view that shows all there is, and not only what half a day needs.
MORE = "more"

RHYTHM = str(FieldItem("brief", "W", "rhythm"))


class AddCheckIn(AddTo):
    """Add a kind of check-in that the rhythm leaves out."""

    def applies(self, screen: Parted) -> bool:
        return super().applies(screen) and bool(left_out(screen.workshop))


class AddCheckInElsewhere(AddElsewhere):
    """Add a kind of check-in that the rhythm leaves out."""

    def applies(self, screen: Parted) -> bool:
        return super().applies(screen) and bool(left_out(screen.workshop))


class RhythmStep(Parted):
    """The rhythm, the next date and the keeper; the check-ins that follow from them, and the signals to watch."""

    key = "rhythm"
    nouns = (Cadence, Trigger)
    remedies: ClassVar[Mapping[str, str]] = {"signal": f"{EMPTY}trigger", "minutes": RHYTHM}

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddTo("trigger", "Signal"),
        AddCheckIn("cadence", "Check-in"),
        AddElsewhere("trigger", "Add a signal"),
        AddCheckInElsewhere("cadence", "Add a check-in"),
        Open(),
        *DIGITS,
        Switch("More", here="", there=MORE, show=7),
        Switch("Less", here=MORE, there="", show=7),
        Check(),
        StepOn(),
        Delete(),
        StepBack(),
        *RANK,
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    # -- what is done with the selected ----------------------------------------------------------------------------

    def adding(self) -> Mapping[str, Callable[[], Prompt]]:
        further = ("threshold", "then", "watcher_id")
        signal = partial(self.row_prompt, Trigger, rhythm.add_trigger, "signal", *further, view=MORE)
        return {"trigger": signal, "cadence": self._kind_prompt}

    def part_of(self, item: str) -> str:
        return "trigger"

    @property
    def part(self) -> str:
        """The part that the selection is in; where no kind of check-in is left to add, that is the signals."""
        part = super().part
        return part if part != "cadence" or left_out(self.workshop) else "trigger"

    def _kind_prompt(self) -> Prompt:
        """Ask for one of the kinds of check-in that the rhythm leaves out."""
        field = self.content.field("cadence", "kind")
        wanted = [choice for choice in field.choices if choice.value in left_out(self.workshop)]
        field = field.model_copy(update={"choices": tuple(wanted)})

        def read(text: str) -> tuple[CheckIn, str]:
            answer = answers.read(field, text, self.workshop, self.host.today())
            return CheckIn(answer.value), answer.echo

        def take(kind: CheckIn) -> None:
            name = schedule.wording(self.workshop, kind).name
            self.added(Cadence, partial(rhythm.add, kind=kind), f"add “{name}”")

        return Prompt(
            key=PromptKey.adding("cadence"),
            ask=f"{field.ask} {', '.join(choice.label for choice in wanted)}",
            read=read,
            take=take,
            suggest=lambda text: answers.suggestions(field, self.workshop, text),
        )

    def shift(self, item: str, by: int) -> None:
        if isinstance(row := self.row_of(item), Trigger):
            self.change(partial(rhythm.move, id=item, places=by), f"move {self.quoted(row)}")

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return rhythm.remove(workshop, item)

    # -- the board -----------------------------------------------------------------------------------------------

    @property
    def shows_all(self) -> bool:
        """Whether signals, the rules of change and the holidays are on the board."""
        return self.view == MORE

    def arrive(self) -> None:
        item = self.desk.room.selection.get(self.place, "")
        if item in (f"{EMPTY}trigger", *map(_item, self._further)) or isinstance(self.row_of(item), Trigger):
            self.show_view(MORE)
        super().arrive()

    @property
    def _further(self) -> list[Field]:
        """What may be said of changes, and when nobody is there."""
        own = [field for field in of_noun(self.step.fields, Brief) if field.tier == "more"]
        return [*own, self.content.field("brief", "busy_months")]

    def blank(self, field: Field) -> Content:
        return Content.styled(f"… {field.ask}", "$wall-quiet") if field.tier == "core" else super().blank(field)

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        today = self.host.today()
        parts = [self._core(workshop, painter), board.check_ins_of(workshop, painter, today)]
        if self.shows_all:
            parts.append(board.signals(workshop, painter))
            rules = self.field_rows(workshop, painter, workshop.brief, self._further)
            parts.append([painter.heading("", "Rules and holidays"), *rules])
        else:
            parts.append([board.more(workshop, painter, self._further, today)])
        return self.in_parts(painter, *(painter.picture(rows) for rows in parts if rows))

    def _core(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """What is filled, and the first that is not; further ones where a finding leads, and where all is shown."""
        rows: list[Row] = []
        ahead = True
        for field in (field for field in of_noun(self.step.fields, Brief) if field.tier == "core"):
            item, filled = _item(field), bool(getattr(workshop.brief, field.name))
            if filled or ahead or self.shows_all or item == painter.selected:
                if item == RHYTHM:
                    rows += board.presets(workshop, painter, item, self.host.today())
                else:
                    rows += self.field_rows(workshop, painter, workshop.brief, [field])
            ahead = ahead and filled
        return rows


def left_out(workshop: Workshop) -> list[CheckIn]:
    """The kinds of check-in that the rhythm does not have."""
    there = {row.kind for row in workshop.cadences}
    return [kind for kind in CheckIn if kind not in there]


def _item(field: Field) -> str:
    """The item that stands for a field of the workshop's own."""
    return str(FieldItem("brief", "W", field.name))
