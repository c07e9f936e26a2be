"""What the ten step screens share beyond the frame: their wording, their findings, and the cards of their items."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.nouns.base import Noun
from data.value import Key, Workshop
from screens.fields import Fielded
from screens.paint import Painter, Picture, Row, said
from screens.widgets.line import Prompt
from workshop.naming import caption
from workshop.rules import registry
from workshop.wording import Choice, Step


class StepScreen(Fielded):
    """One step. `nouns` are the kinds of rows its board's items stand for."""

    key: ClassVar[str] = ""
    nouns: ClassVar[tuple[type[Noun], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.place = self.key
        self.findings: tuple[registry.Finding, ...] = ()
        self._checked: Workshop | None = None

    @property
    def step(self) -> Step:
        return self.content.step(self.key)

    # -- what a step of its own says -----------------------------------------------------------------------------

    def add_first(self) -> Prompt | None:
        """The prompt that `a` opens."""
        return None

    def choose(self, item: str, value: str) -> None:
        """Give an item the state of a digit."""

    def shift(self, item: str, by: int) -> None:
        """Move an item along by `by` places."""

    def merge_prompt(self, item: str) -> Prompt | None:
        """Ask which other item it is to be merged into."""
        return None

    def other_view(self) -> None:
        """Show the same in another way."""

    def without(self, workshop: Workshop, item: str) -> Workshop:
        """The workshop without an item."""
        row = self.row_of(item)
        return workshop if row is None else workshop.remove(Key(row.table, row.id))

    def resume(self, key: str) -> Prompt | None:
        first = self.add_first() if key.startswith("add/") else None
        return first if first is not None and first.key == key else super().resume(key)

    # -- items ---------------------------------------------------------------------------------------------------

    def row_of(self, item: str) -> Noun | None:
        """The row an item stands for, or None when it stands for none."""
        for noun in self.nouns:
            row = self.workshop.get(noun, item)
            if row is not None:
                return row
        return None

    @property
    def selected_row(self) -> Noun | None:
        return self.row_of(self.selected)

    def delete(self, item: str) -> None:
        """Take an item away."""
        row = self.row_of(item)
        if row is not None:
            self.change(lambda workshop: self.without(workshop, item), f"delete {self.quoted(row)}")

    def open_item(self) -> None:
        row = self.selected_row
        if self.field_of(self.selected) is not None:
            self.open_field(self.selected)
        elif row is not None:
            self.host.show_card(type(row), row.id, self.key)

    def quoted(self, row: Noun) -> str:
        """A row's own words in quotation marks, for the log and for questions."""
        return f"“{caption(row)}”" if caption(row) else "an empty line"

    # -- wording -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return self.step.question

    def hint(self, workshop: Workshop) -> str:
        return self.step.hint

    def choices(self, noun: type[Noun], field: str) -> tuple[Choice, ...]:
        """The answers of a choice, in the order of the digits."""
        return self.content.field(noun.table, field).choices

    def empty_picture(self, painter: Painter, key: str = "a", does: str = "adds the first one") -> Picture:
        """What belongs here, one example, and the key to begin."""
        rows = [painter.note()]
        rows += [Row(line) for line in said(self.step.empty, "$wall-ink").wrap(min(painter.width, 70))]
        rows += [painter.note(), Row(Content.assemble((key, "bold $wall-explore"), f"  {does}"))]
        return painter.picture(rows)

    # -- findings ------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.desk.note(lambda room: room.replace(looking=self.key))
        self.guide.prompts = self.step.prompts
        super().on_mount()

    def repaint(self) -> None:
        super().repaint()
        if self.is_mounted and self._checked is not self.workshop:
            self.call_after_refresh(self._check)

    def _check(self) -> None:
        """Look through the step's rules once what was typed is on the screen."""
        if self.host.desk is None:
            return
        workshop = self._checked = self.workshop
        self.findings = registry.findings(workshop, self.host.context(), self.key)
        self.show_foot()
        self.guide.checks = tuple(("!", finding.message) for finding in self.open_findings)

    @property
    def open_findings(self) -> tuple[registry.Finding, ...]:
        """What still asks for an answer: neither accepted nor merely a hint."""
        return tuple(f for f in self.findings if f.accepted is None and f.level is not registry.Level.HINT)

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open or not self.board.picture.items:
            return Content("")
        count = len(self.open_findings)
        if not count:
            return Content("")
        things = "1 thing" if count == 1 else f"{count} things"
        return Content.styled(f"! {things} before you finish this step: c", "$wall-explore")
