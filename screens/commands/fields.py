"""Commands on fields: digits that choose, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from workshop import answers

if TYPE_CHECKING:
    from screens.fields import Fielded


class Digit(Command):
    """Fill the selected field with what this digit means for it."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name, self.keys, self.key_shown = (
            f"field.digit.{digit}",
            f"Choose {digit}",
            f"{digit}",
            f"{digit}",
        )
        self.digit = digit

    def applies(self, screen: Fielded) -> bool:
        place = screen.field_of(screen.selected)
        return place is not None and f"{self.digit}" in answers.digits(place[2])

    def run(self, screen: Fielded) -> None:
        screen.press_digit(self.digit)


class Back(Command):
    """Go back to where you came from."""

    id, name, keys, key_shown, show = "back", "Back", "escape", "Esc", 2

    def run(self, screen: Fielded) -> None:
        screen.dismiss()


DIGITS: tuple[Command, ...] = tuple(Digit(digit) for digit in range(10))
