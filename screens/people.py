"""The people in the room: names in columns, what is said of the selected one, and the digits that change it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual.content import Content

from data.nouns.room import Party
from data.value import Workshop
from screens.command import Command
from screens.paint import Painter, Picture, Row, cells, fit, said, wrapped
from screens.parted import empty_part
from screens.rowed import Rowed
from screens.widgets.prompt import Prompt
from workshop import answers
from workshop.actions import opening, parties
from workshop.steps import Field, load

#: What is said of each person in the room with a digit.
_FLAGS = answers.switches(load().field(Party.table, name) for name in ("present", "votes", "facilitates", "outside"))

#: Cells that a name takes at least, where people stand in columns, and those between two columns.
_COLUMN = 33
_GAP = 2


class Flag(Command):
    """Say yes or no to this of the selected person."""

    def __init__(self, digit: str, field: Field) -> None:
        self.id, self.flag, self.show = f"party.{field.name}", field.name, 2
        self.name = f"{field.label[:1].upper()}{field.label[1:]}"
        self.keys = self.key_shown = digit

    def applies(self, screen: People) -> bool:
        return isinstance(screen.selected_row, Party)

    def run(self, screen: People) -> None:
        row = screen.selected_row
        if row is not None:
            screen.set_field(Party, row.id, self.flag, not getattr(row, self.flag))


FLAGS: tuple[Command, ...] = tuple(Flag(digit, field) for digit, field in _FLAGS.items())


class People(Rowed):
    """A board with the people on it."""

    def person_prompt(self) -> Prompt:
        """Ask who is here, again and again until nobody is named."""
        question = "Who is here? One name or role at a time."
        prompt = self.add_prompt("party", question, ("party", "name"), self._add_person)
        return replace(prompt, suggest=self._not_here_yet)

    def _add_person(self, name: str) -> Prompt:
        self.change(partial(opening.add_participant, name=name), f"add “{name}”")
        person = parties.find(self.workshop, name)
        if person is not None:
            self.select(person.id)
        return self.person_prompt()

    def _not_here_yet(self, text: str) -> tuple[str, ...]:
        """Names typed elsewhere that begin like a text."""
        names = [party.name for party in self.workshop.parties if not party.participant]
        return tuple(name for name in names if name.casefold().startswith(text.strip().casefold()))

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return opening.remove(workshop, item)

    def delete(self, item: str) -> None:
        super().delete(item)
        row = self.workshop.get(Party, item)
        if row is not None:
            self.host.tell(f"{self.quoted(row)} is out of the room, and stays where else the name stands.")

    # -- painting ------------------------------------------------------------------------------------------------

    def people(self, workshop: Workshop, painter: Painter) -> Picture:
        """Who is here, in as many columns as there is room for."""
        people = workshop.participants
        if not people:
            says = "who is here? Names or roles, pasted lines one each"
            return painter.picture([painter.heading("", "People"), empty_part(painter, "party", says)])
        here = sum(party.present for party in people)
        away = f", {len(people) - here} absent" if here < len(people) else ""
        note = f"{here} here, {voting(workshop)} vote{away}"
        heading = painter.picture([painter.heading("", "People", note)])
        columns = max(1, min((painter.width + _GAP) // (_COLUMN + _GAP), (len(people) + 3) // 4))
        column = painter.narrow((painter.width - _GAP * (columns - 1)) // columns)
        rows = [self._person(workshop, column, party) for party in people]
        at = next((at for at, party in enumerate(people) if party.id == painter.selected), None)
        flags = [] if at is None else self._flags(painter, people[at], column.width - 2)
        if columns == 1:
            below = [] if at is None else [Row(row.content, people[at].id) for row in flags]
            cut = 0 if at is None else at + 1
            return painter.stacked(heading, painter.picture([*rows[:cut], *below, *rows[cut:]]))
        height = -(-len(rows) // columns)
        blocks = [rows[top : top + height] for top in range(0, len(rows), height)]
        return painter.stacked(heading, painter.beside(blocks, column.width, _GAP), painter.picture(flags))

    def _person(self, workshop: Workshop, column: Painter, party: Party) -> Row:
        style = "" if party.present else "$wall-quiet"
        mark = _fitting(_marks(workshop, party), column.width - 3 - cells(party.name))
        return column.item(party.id, said(party.name, style), Content.styled(mark, "$wall-quiet"))

    def _flags(self, painter: Painter, party: Party, room: int) -> list[Row]:
        """What is said of the selected person, with the digits that change it; a name cut to `room` in full."""
        parts = []
        for digit, field in _FLAGS.items():
            yes = getattr(party, field.name)
            text = f"{digit} {field.label} {'✓' if yes else '·'}"
            parts.append(Content.styled(text, "$wall-explore" if yes else "$wall-quiet"))
        lines = [Content("  ").join(parts)]
        if cells(party.name) > room:
            lines[:0] = wrapped(party.name, painter.width - 4, "italic", most=2)
        return [Row(fit(Content("    ") + line, painter.width)) for line in lines]


def voting(workshop: Workshop) -> int:
    """How many of those present vote."""
    return sum(party.present and party.votes for party in workshop.participants)


def _fitting(words: list[str], room: int) -> str:
    """As many of the words as there is room for, at least the first one; "…" says that there are more."""
    for count in range(len(words), 1, -1):
        text = ", ".join(words[:count]) + ("…" if count < len(words) else "")
        if len(text) <= room:
            return text
    return "".join(words[:1]) + ("…" if len(words) > 1 else "")


def _marks(workshop: Workshop, party: Party) -> list[str]:
    """What is worth knowing of somebody at a glance, the weightiest first."""
    told = {
        "absent": not party.present,
        "decides": party.id == workshop.brief.decider_id,
        "facilitates": party.facilitates,
        "no vote": not party.votes,
        "outside": party.outside,
    }
    return [word for word, true in told.items() if true]
