"""Commands of Close: counting hands, starting over, hands one by one, and names beside reservations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from data.nouns.room import Reservation
from screens.command import Command
from screens.steps.close_board import FIST
from workshop.actions import closing

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from data.value import Workshop
    from screens.widgets.prompt import Prompt
    from workshop.desk import Action


class Closing(Protocol):
    """What these commands ask of their screen."""

    selected: str

    @property
    def selected_row(self) -> Noun | None: ...
    @property
    def workshop(self) -> Workshop: ...

    def ask(self, prompt: Prompt | None) -> None: ...
    def change(self, action: Action, label: str) -> None: ...
    def show_fingers(self, fingers: int) -> None: ...
    def show_one_by_one(self) -> None: ...
    def switch_names(self) -> None: ...
    def whose_prompt(self, id: str) -> Prompt: ...


class Fingers(Command):
    """Count one hand that shows so many fingers, or say how many stand behind a reservation."""

    def __init__(self, fingers: int) -> None:
        self.id, self.name, self.fingers = (
            f"fingers.{fingers}",
            f"{fingers} finger{'' if fingers == 1 else 's'}",
            fingers,
        )
        self.keys = self.key_shown = str(fingers)

    def applies(self, screen: Closing) -> bool:
        return screen.selected == FIST or isinstance(screen.selected_row, Reservation)

    def run(self, screen: Closing) -> None:
        screen.show_fingers(self.fingers)


class StartOver(Command):
    """Count the hands again from the first."""

    id, name, keys, key_shown = "fist.clear", "Count again", "delete", "Del"

    def applies(self, screen: Closing) -> bool:
        return screen.selected == FIST and bool(screen.workshop.brief.fist)

    def run(self, screen: Closing) -> None:
        screen.change(partial(closing.show_fingers, counts=()), "count the hands again")


class HandsOneByOne(Command):
    """Let each voter show fingers here, one after the other, with the projector muted."""

    id, name = "fist.ballots", "Ballots one by one"

    def run(self, screen: Closing) -> None:
        screen.show_one_by_one()


class Names(Command):
    """Show names beside reservations, or take them off again; the room decides."""

    id, name = "reservation.names", "Names beside reservations"

    def run(self, screen: Closing) -> None:
        screen.switch_names()


class Whose(Command):
    """Put a name beside the selected reservation."""

    id, name = "reservation.whose", "Whose reservation"

    def applies(self, screen: Closing) -> bool:
        return screen.workshop.brief.attributed and isinstance(screen.selected_row, Reservation)

    def run(self, screen: Closing) -> None:
        screen.ask(screen.whose_prompt(screen.selected))
