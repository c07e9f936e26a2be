"""Step 2, Direction: what is in the way, what is worth reaching, and how one would know that it is reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.direction import Fact, Measure, Principle
from data.nouns.room import Brief
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import RANK, Check, Delete
from screens.commands.views import Switch
from screens.field_item import FieldItem
from screens.fields import LABEL
from screens.paint import Painter, Picture, Row, wrapped
from screens.parted import EMPTY, AddElsewhere, AddTo, Parted
from screens.steps import direction_board as board
from screens.widgets.prompt import Prompt
from workshop.actions import direction
from workshop.wording import Field

#: The view that shows all there is, and not only what half a day needs.
MORE = "more"

OBSTACLE, ASPIRATION, VISION = (str(FieldItem("brief", "W", name)) for name in ("obstacle", "aspiration", "vision"))


class DirectionStep(Parted):
    """The obstacle and the facts it rests on, the aspiration and its measures, and the principles on the way."""

    key = "direction"
    nouns = (Measure, Fact, Principle)
    remedies: ClassVar[Mapping[str, str]] = {
        "name": f"{EMPTY}measure",
        "text": f"{EMPTY}fact",
        "rule": f"{EMPTY}principle",
    }

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddTo("measure", "Measure"),
        AddTo("fact", "Fact"),
        AddTo("principle", "Principle"),
        AddElsewhere("measure", "Add a measure"),
        AddElsewhere("fact", "Add a fact"),
        AddElsewhere("principle", "Add a principle"),
        Open(),
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
        measure = partial(self.row_prompt, Measure, direction.add_measure, "name", "baseline", "target", "unit", "by")
        return {
            "measure": measure,
            "fact": partial(self.row_prompt, Fact, direction.add_fact, "text", "source", view=MORE),
            "principle": partial(self.row_prompt, Principle, direction.add_principle, "rule", "will_not", view=MORE),
        }

    def next_field(self, item: str) -> Prompt | None:
        """Go on to the next field; behind the aspiration, while nothing is counted yet, to the first measure."""
        prompt = super().next_field(item)
        return self.adding()["measure"]() if prompt is None and self.selected == f"{EMPTY}measure" else prompt

    def part_of(self, item: str) -> str:
        """What stands below a field: facts below the obstacle, once they are shown, principles below the vision."""
        if item == OBSTACLE and self.shows_all:
            return "fact"
        return "principle" if item == VISION else "measure"

    def shift(self, item: str, by: int) -> None:
        row = self.row_of(item)
        if row is not None:
            self.change(partial(direction.move, id=item, places=by), f"move {self.quoted(row)}")

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return direction.remove(workshop, item)

    # -- the board -----------------------------------------------------------------------------------------------

    @property
    def shows_all(self) -> bool:
        """Whether facts, vision and principles are on the board."""
        return self.view == MORE

    def arrive(self) -> None:
        item = self.desk.room.selection.get(self.place, "")
        if item in (VISION, f"{EMPTY}fact", f"{EMPTY}principle") or isinstance(self.row_of(item), (Fact, Principle)):
            self.show_view(MORE)
        super().arrive()

    def blank(self, field: Field) -> Content:
        # An example stands below the obstacle, and says enough.
        return Content.styled("…" if field.name == "obstacle" else f"… {field.ask}", "$wall-quiet")

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        brief, today = workshop.brief, self.host.today()
        measures = board.measures(workshop, painter, today, full=self._in_full(painter))
        if self.shows_all:
            parts = [
                self._field(workshop, painter, OBSTACLE),
                board.facts(workshop, painter),
                self._field(workshop, painter, ASPIRATION),
                measures,
                self._field(workshop, painter, VISION),
                board.principles(workshop, painter),
            ]
            return self.in_parts(painter, *map(painter.picture, parts))
        core = {
            OBSTACLE: (brief.obstacle, self._field(workshop, painter, OBSTACLE)),
            ASPIRATION: (brief.aspiration, self._field(workshop, painter, ASPIRATION)),
            f"{EMPTY}measure": (workshop.measures, measures),
        }
        # What is filled, and the first that is not; further ones only where a finding leads.
        following = next((item for item, (filled, _) in core.items() if not filled), "")
        parts = [rows for item, (filled, rows) in core.items() if filled or item in (following, painter.selected)]
        return self.in_parts(painter, *map(painter.picture, [*parts, board.more(workshop, painter)]))

    def _in_full(self, painter: Painter) -> bool:
        """Whether there is room for what is not selected in full."""
        return painter.tall or not self.shows_all

    def _field(self, workshop: Workshop, painter: Painter, item: str) -> list[Row]:
        """A field of the workshop, in full where there is room; below an obstacle still to be named an example."""
        _, _, field = self.field_of(item) or (Brief, "W", self.step.fields[0])
        rows = self.field_rows(workshop, painter, workshop.brief, [field], full=self._in_full(painter))
        if item == OBSTACLE and not workshop.brief.obstacle:
            example = wrapped(self.step.empty, painter.width - LABEL - 2, "italic $wall-quiet", most=3)
            rows += [painter.under(item, line, LABEL + 2) for line in example]
        return rows
