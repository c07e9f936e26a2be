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
        label = next(choice.label for choice in _CHOICES if choice.value == value)
        self.change(partial(closing.dispose, id=item, disposition=disposition), f"{label}: {self.quoted(row)}")
        names = self.content.follow_up("parked", "disposition", value)
        self.ask(self.fields_prompt(Parked, item, *names, then=lambda: self._next_parked(item)))

    def _next_parked(self, item: str) -> None:
        """Go on to the next parked thought that waits for an answer, if there is one."""
        rows = self.workshop.parked
        at = next((at for at, row in enumerate(rows) if row.id == item), 0)
        waiting = [row.id for row in (*rows[at:], *rows[:at]) if row.disposition == Disposition.OPEN and row.id != item]
        if waiting:
            self.select(waiting[0])

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return closing.remove(workshop, item)
