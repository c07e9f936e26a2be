"""Parked thoughts on a board: adding one, and saying what becomes of it."""

from __future__ import annotations

from functools import partial

from data.nouns.room import Disposition, Parked
from data.value import Workshop
from screens.command import Command
from screens.commands.items import Choose
from screens.rowed import Rowed
from screens.widgets.prompt import Prompt
from workshop.actions import closing
from workshop.steps import load

_CHOICES = load().field("parked", "disposition").choices

DISPOSITIONS: tuple[Command, ...] = Choose.among(Parked, "disposition", several=True)


class Parking(Rowed):
    """A board with parked thoughts on it."""

    def parked_prompt(self) -> Prompt:
        """Ask for thoughts to set aside, again and again until there are none."""
        return self.add_prompt("parked", self.content.field("parked", "text").ask, ("parked", "text"), self._park)

    def _park(self, text: str) -> None:
        self.added(Parked, partial(closing.park, text=text), f"park “{text}”")

    def choose(self, item: str, value: str) -> None:
        disposition = Disposition(value)
        row = self.workshop.row(Parked, item)
        waiting = [each for each in self.workshop.parked if each.disposition is Disposition.OPEN]
        label = next(choice.label for choice in _CHOICES if choice.value == value)
        self.change(partial(closing.dispose, id=item, disposition=disposition), f"{label}: {self.quoted(row)}")
        self.follow_up(Parked, item, self.content.follow_up("parked", "disposition", value), waiting)

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return closing.remove(workshop, item)
