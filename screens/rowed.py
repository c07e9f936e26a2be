"""Boards whose items stand for rows: each has a card, a state that a digit gives it, and can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from data.nouns.base import Noun
from data.value import Key, Workshop
from screens.asking import Prompts
from screens.fields import Fielded
from screens.widgets.prompt import Prompt, PromptKey
from workshop import amendable, reading
from workshop.naming import caption
from workshop.reading import Reading
from workshop.rules.typed import alike


class Rowed(Fielded):
    """A board of rows. `nouns` are their kinds, `key` the step that asks for what their cards show."""

    key: ClassVar[str] = ""
    nouns: ClassVar[tuple[type[Noun], ...]] = ()

    # -- what a board of its own says ----------------------------------------------------------------------------

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

    def follow_up(self, noun: type[Noun], item: str, names: Sequence[str], waiting: Sequence[Noun]) -> None:
        """Ask for what goes with a decision about an item; answered or left, the selection goes on to the next one.

        `waiting` are the rows that waited for a decision before this one was taken.
        """
        ids = [row.id for row in waiting]
        following = ids[(ids.index(item) + 1) % len(ids)] if item in ids else item
        onward = partial(self.select, following)
        self.ask(self.fields_prompt(noun, item, *names, then=onward, left=onward))

    def without(self, workshop: Workshop, item: str) -> Workshop:
        """The workshop without an item."""
        row = self.row_of(item)
        return workshop if row is None else workshop.remove(Key(row.table, row.id))

    def prompts(self) -> Prompts:
        first = self.add_first()
        adding: Prompts = {first.key.kind: lambda about="": first} if first is not None and first.key.adds else {}
        return {**super().prompts(), "merge": self._merge_again, **adding}

    def _merge_again(self, item: str) -> Prompt | None:
        return None if self.row_of(item) is None else self.merge_prompt(item)

    def merge_into(
        self, row: Noun, others: Sequence[Noun], merge: Callable[[Workshop, str, str], Workshop]
    ) -> Prompt | None:
        """Ask which of `others` the row is to be joined into; None for a row of an adopted plan, and says so."""
        if self.stays(row):
            return None
        if amendable.removal_of(self.workshop, row) is not None:
            self.host.tell("It is part of the adopted plan: drop it, and say why.")
            return None
        captions = {caption(other): other.id for other in others if other.id != row.id}
        likely = next((name for name in captions if alike(name, caption(row))), "")

        def read(text: str) -> tuple[str, str]:
            typed = text.strip() or likely
            if not typed:
                raise ValueError("Type a few letters of its name.")
            found = [name for name in captions if typed.casefold() in name.casefold()]
            exact = [name for name in found if name.casefold() == typed.casefold()]
            match exact or found:
                case [only]:
                    return captions[only], f"into “{only}”"
                case []:
                    raise ValueError("Nothing on the board is called that. Type a few letters of its name.")
                case _:
                    raise ValueError("Several are called that. Type a few more letters.")

        def take(into: str) -> Prompt | None:
            self.change(lambda workshop: merge(workshop, row.id, into), f"merge “{caption(row)}”")
            self.select(into)
            return None

        def suggest(text: str) -> tuple[str, ...]:
            return tuple(name for name in captions if text.strip().casefold() in name.casefold())

        ask = f"Merge “{caption(row)}” into which?"
        return Prompt(PromptKey("merge", row.id), ask, read, take, suggest=suggest, placeholder=likely)

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
        if row is None or self.stays(row):
            return
        why = self.ends(row)
        if why is not None:
            self.ask(why)
        else:
            self.change(lambda workshop: self.without(workshop, item), f"delete {self.quoted(row)}")

    def open_item(self) -> None:
        row = self.selected_row
        if self.field_of(self.selected) is not None:
            self.open_field(self.selected)
        elif row is not None:
            self.host.show_card(type(row), row.id, self.key)

    def reading(self, workshop: Workshop) -> Reading | None:
        told = None
        # A place, say, stands on a board whose rows are what must be true of it.
        row = next((each for each in workshop.rows.values() if each.id == self.selected), None)
        place = self.field_of(self.selected)
        if row is not None:
            told = reading.of_row(workshop, row, self.key, self.host.today())
        elif place is not None:
            noun, id, field = place
            told = reading.of_field(workshop, workshop.row(noun, id), field, self.host.today())
        return told or super().reading(workshop)

    def quoted(self, row: Noun) -> str:
        """A row's own words in quotation marks, for the log and for questions."""
        name = reading.called(self.workshop, row)
        return f"“{name}”" if name else "an empty line"
