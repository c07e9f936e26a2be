"""Boards in parts, such as people and what was left open: `a` adds to the part that the selection is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.base import Noun
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command
from screens.fields import LABEL
from screens.paint import Painter, Picture, Row, fit, said
from screens.step import StepScreen
from screens.widgets.prompt import Prompt, PromptKey
from workshop.steps import Field

#: What the item begins with that stands for a part in which there is nothing yet.
EMPTY = "+"

#: Rows of a small screen that the board does not get while a line is open.
_FRAME = 7


class AddTo(Command):
    """Add to the part of the board that the selection is in."""

    keys = key_shown = "a"

    def __init__(self, part: str, name: str, show: int = 1) -> None:
        self.id, self.name, self.part, self.show = f"{part}.add", name, part, show

    def applies(self, screen: Parted) -> bool:
        return screen.part == self.part

    def run(self, screen: Parted) -> None:
        screen.add_to(self.part)


class AddElsewhere(AddTo):
    """Add to another part of the board than the selected one."""

    keys = key_shown = ""

    def __init__(self, part: str, name: str) -> None:
        super().__init__(part, name, show=0)
        self.id = f"{part}.add.elsewhere"

    def applies(self, screen: Parted) -> bool:
        return screen.part != self.part


class Parted(StepScreen):
    """A step whose board has parts. A part is called by the table of its rows.

    `remedies` says for a field of the findings to which item they lead when they name no row.
    """

    remedies: ClassVar[Mapping[str, str]] = {}

    def adding(self) -> Mapping[str, Callable[[], Prompt]]:
        """For each part the prompt that adds to it."""
        raise NotImplementedError

    def part_of(self, item: str) -> str:
        """The part to which `a` adds at an item that is neither a row nor an empty part."""
        raise NotImplementedError

    @property
    def part(self) -> str:
        """The part that the selection is in."""
        row = self.selected_row
        if row is not None:
            return row.table
        return self.selected.removeprefix(EMPTY) if self.selected.startswith(EMPTY) else self.part_of(self.selected)

    def row_prompt(
        self, noun: type[Noun], add: Callable[[Workshop, str], Workshop], own: str, *more: str, view: str | None = None
    ) -> Prompt:
        """Ask for the words of a row, its `own` field, then for `more` of it, again and again until there are none.

        Where the row stands in another view, that is shown first.
        """
        again = partial(self.row_prompt, noun, add, own, *more, view=view)

        def take(text: str) -> Prompt | None:
            if view is not None:
                self.show_view(view)
            row = self.added(noun, lambda workshop: add(workshop, text), f"add “{text}”")
            prompt = None if row is None else self.fields_prompt(noun, row.id, *more, then=again)
            return prompt and replace(prompt, past=again())

        return self.add_prompt(noun.table, self.content.field(noun.table, own).ask, (noun.table, own), take)

    def add_first(self) -> Prompt:
        return self.adding()[self.part]()

    def add_to(self, part: str) -> None:
        """Ask for what is added to a part."""
        self.ask(self.adding()[part]())

    def prompts(self) -> Prompts:
        adding = {PromptKey.adding(part).kind: prompt for part, prompt in self.adding().items()}
        return {**super().prompts(), **adding}

    def open_item(self) -> None:
        if self.selected.startswith(EMPTY):
            self.add_to(self.part)
        else:
            super().open_item()

    def arrive(self) -> None:
        # A finding leads to a part that may have rows by now.
        part = self.desk.room.selection.get(self.place, "").removeprefix(EMPTY)
        rows = next((self.workshop.of(noun) for noun in self.nouns if noun.table == part), ())
        if rows:
            self.select(rows[-1].id)
        super().arrive()

    # -- painting ------------------------------------------------------------------------------------------------

    def in_parts(self, painter: Painter, *parts: Picture) -> Picture:
        """The parts one below the other, with a blank row between them where there is room for it."""
        taken = sum(len(part.rows) for part in parts) + len(parts) - 1
        return painter.stacked(*parts, gap=1 if painter.tall or taken <= painter.height - _FRAME else 0)

    def shows_further(self, fields: Sequence[Field]) -> bool:
        """Whether the fields that are not on the first form are on the board."""
        place = self.field_of(self.selected)
        return self.view != "" or (place is not None and place[2] in fields)


def further_line(painter: Painter, told: str) -> Row:
    """The key to the further fields of a board, and what they hold."""
    label = Content.assemble("  ", ("v", "bold $wall-explore"), (f"{' more':<{LABEL - 1}}", "$wall-quiet"))
    return Row(fit(label + said(told, "$wall-quiet"), painter.width))


def empty_part(painter: Painter, part: str, says: str) -> Row:
    """The item that stands for a part in which there is nothing yet."""
    return painter.item(f"{EMPTY}{part}", Content.styled(f"… {says}", "$wall-quiet"))
