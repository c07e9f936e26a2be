"""Commands on what a board shows: add, choose a state, rank, delete, check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from screens.command import Command
from workshop import answers
from workshop.steps import load

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from screens.step import StepScreen


class Add(Command):
    """Add to the list, one line each; several pasted lines become several items."""

    id, name, keys, key_shown, show = "item.add", "Add", "a", "a", 1

    def run(self, screen: StepScreen) -> None:
        screen.ask(screen.add_first())


class Delete(Command):
    """Take the selected item away; undo brings it back."""

    id, name, keys, key_shown = "item.delete", "Delete", "delete", "Del"

    def applies(self, screen: StepScreen) -> bool:
        return bool(screen.selected_row)

    def run(self, screen: StepScreen) -> None:
        screen.delete(screen.selected)


class Choose(Command):
    """Give the selected item this state.

    Where a board has several kinds of items, `noun` is the kind that has it.
    """

    def __init__(self, key: str, digit: answers.Digit, noun: type[Noun] | None = None) -> None:
        self.id = f"{noun.table if noun else 'item'}.choose.{key}"
        self.noun = noun
        name = digit.verb or digit.label
        self.name = name[:1].upper() + name[1:]
        self.keys = self.key_shown = key
        # That nothing is decided yet is what things are before a key is pressed.
        self.show = 0 if key == "0" else 2
        self.value = digit.value

    @classmethod
    def among(cls, noun: type[Noun], field: str, *, several: bool = False) -> tuple[Self, ...]:
        """One for each digit of a field; `several` says that the board has other kinds of items, too."""
        digits = answers.digits(load().field(noun.table, field))
        return tuple(cls(key, digit, noun if several else None) for key, digit in digits.items())

    def applies(self, screen: StepScreen) -> bool:
        row = screen.selected_row
        return row is not None and (self.noun is None or isinstance(row, self.noun))

    def run(self, screen: StepScreen) -> None:
        screen.choose(screen.selected, self.value)


class Shift(Command):
    """Move the selected item along."""

    def __init__(self, id: str, name: str, keys: str, key_shown: str, by: int, show: int = 0) -> None:
        self.id, self.name, self.keys, self.key_shown, self.by, self.show = id, name, keys, key_shown, by, show

    def applies(self, screen: StepScreen) -> bool:
        return bool(screen.selected_row)

    def run(self, screen: StepScreen) -> None:
        screen.shift(screen.selected, self.by)


class Merge(Command):
    """Merge the selected item with another one."""

    id, name, keys, key_shown = "item.merge", "Merge", "m", "m"

    def applies(self, screen: StepScreen) -> bool:
        return bool(screen.selected_row) and len(screen.board.picture.items) > 1

    def run(self, screen: StepScreen) -> None:
        screen.ask(screen.merge_prompt(screen.selected))


class View(Command):
    """Show the same in another way."""

    id, name, keys, key_shown = "view.other", "Other view", "v", "v"

    def run(self, screen: StepScreen) -> None:
        screen.other_view()


class Check(Command):
    """See what is still open in this step, and finish it."""

    id, name, keys, key_shown, show = "step.check", "Check", "c", "c", 4

    def run(self, screen: StepScreen) -> None:
        screen.host.check(screen.key)


RANK: tuple[Command, ...] = (
    Shift("item.up", "Move up", "less_than_sign,shift+up", "<", -1),
    Shift("item.down", "Move down", "greater_than_sign,shift+down", ">", 1),
)
