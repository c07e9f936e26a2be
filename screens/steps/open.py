"""Step 1, Open: what the session is for, who is in the room, and what was left open the last time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.room import Answer, Brief, Carried, Party
from data.value import Workshop
from screens.asking import Then, nothing_more
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.fields import DIGITS
from screens.commands.items import Check, Choose, Delete
from screens.commands.views import Switch
from screens.fields import LABEL, FieldItem, of_noun
from screens.paint import Painter, Picture, Row, cells, fit, said, wrapped
from screens.parted import AddElsewhere, AddTo, Parted, empty_part
from screens.widgets.line import Prompt
from workshop import answers, dates
from workshop.actions import opening, parties
from workshop.naming import caption
from workshop.steps import Field, load

_ANSWERS = load().field("carried", "answer").choices

#: How an answer about something left open is painted.
_STYLE = {
    Answer.OPEN: "$wall-explore",
    Answer.DONE: "$wall-play",
    Answer.NEEDED: "$wall-ink",
    Answer.DROPPED: "$wall-quiet",
}

#: What is asked of each person in the room, in the order of the digits, and what the footer calls it.
_FLAGS = (("present", "Present"), ("votes", "Votes"), ("facilitates", "Facilitates"), ("outside", "Outside"))

#: Cells that a name takes at least, where people stand in columns, and those between two columns.
_COLUMN = 33
_GAP = 2


class Flag(Command):
    """Say yes or no to this of the selected person."""

    def __init__(self, digit: int, flag: str, name: str) -> None:
        self.id, self.flag, self.name, self.show = f"party.{flag}", flag, name, 2
        self.keys = self.key_shown = str(digit)

    def applies(self, screen: OpenStep) -> bool:
        return isinstance(screen.selected_row, Party)

    def run(self, screen: OpenStep) -> None:
        row = screen.selected_row
        if row is not None:
            screen.set_field(Party, row.id, self.flag, not getattr(row, self.flag))


class OpenStep(Parted):
    """The brief's fields, the people, and what was left open."""

    key = "open"
    nouns = (Party, Carried)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddTo("party", "Person"),
        AddTo("carried", "Left open"),
        AddElsewhere("party", "Add a person"),
        AddElsewhere("carried", "Add something left open"),
        Open(),
        *(Flag(digit, flag, name) for digit, (flag, name) in enumerate(_FLAGS, 1)),
        *(Choose(digit, choice, show=2, noun=Carried) for digit, choice in enumerate(_ANSWERS, 1)),
        *DIGITS,
        Switch("More", here="", there="more", show=7),
        Switch("Less", here="more", there="", show=7),
        Check(),
        StepOn(),
        Delete(),
        StepBack(),
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def on_mount(self) -> None:
        if self.place not in self.desk.room.selection:
            fields = of_noun(self.step.fields, Brief)
            items = (str(FieldItem("brief", self.workshop.brief.id, field.name)) for field in fields)
            self.select(next(filter(self.still_empty, items), ""))
        super().on_mount()

    # -- people, and what was left open --------------------------------------------------------------------------

    def adding(self) -> Mapping[str, Callable[[], Prompt]]:
        return {"party": self._person_prompt, "carried": self._carried_prompt}

    def part_of(self, item: str) -> str:
        return "party"

    def _person_prompt(self) -> Prompt:
        question = "Who is here? One name or role at a time."
        prompt = self.add_prompt("party", question, ("party", "name"), self._add_person)
        return replace(prompt, suggest=self._not_here_yet)

    def _add_person(self, name: str) -> Prompt:
        self.change(partial(opening.add_participant, name=name), f"add “{name}”")
        person = parties.find(self.workshop, name)
        if person is not None:
            self.select(person.id)
        return self._person_prompt()

    def _not_here_yet(self, text: str) -> tuple[str, ...]:
        """Names typed elsewhere that begin like a text."""
        names = [party.name for party in self.workshop.parties if not party.participant]
        return tuple(name for name in names if name.casefold().startswith(text.strip().casefold()))

    def _carried_prompt(self) -> Prompt:
        question = self.content.field("carried", "text").ask
        return self.add_prompt("carried", question, ("carried", "text"), self._carry)

    def _carry(self, text: str) -> None:
        self.change(partial(opening.carry, text=text), f"left open: “{text}”")
        self.select(self.workshop.carried[-1].id)

    def choose(self, item: str, value: str) -> None:
        row = self.workshop.row(Carried, item)
        label = next(choice.label for choice in _ANSWERS if choice.value == value)
        self.change(partial(opening.answer, id=item, answer=Answer(value)), f"{label}: {self.quoted(row)}")
        following = self.board.picture.toward(item, 0, 1)
        self.select(following if isinstance(self.row_of(following), Carried) else item)

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return opening.remove(workshop, item)

    def delete(self, item: str) -> None:
        super().delete(item)
        row = self.workshop.get(Party, item)
        if row is not None:
            self.host.tell(f"{self.quoted(row)} is out of the room, and stays where else the name stands.")

    # -- fields --------------------------------------------------------------------------------------------------

    def field_prompt(self, noun: type[Noun], id: str, name: str, then: Then = nothing_more) -> Prompt:
        prompt = super().field_prompt(noun, id, name, then)
        if (noun, name) == (Brief, "voters") and not prompt.text and (voting := _voting(self.workshop)):
            return replace(prompt, draft=f"{voting}")
        return prompt

    def blank(self, field: Field) -> Content:
        if field.name == "voters" and (voting := _voting(self.workshop)):
            return Content.styled(f"… {voting} of the people below vote", "$wall-quiet")
        return super().blank(field)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        parts = [painter.picture(self._fields(workshop, painter)), self._people(workshop, painter)]
        if workshop.carried:
            parts.append(painter.picture(self._carried(workshop, painter)))
        return self.in_parts(painter, *parts)

    def _fields(self, workshop: Workshop, painter: Painter) -> list[Row]:
        fields = of_noun(self.step.fields, Brief)
        core = [field for field in fields if field.tier == "core"]
        further = [field for field in fields if field.tier == "more"]
        rows: list[Row] = []
        for field in core:
            rows += self.field_rows(workshop, painter, workshop.brief, [field])
            if field.name == "scope" and not workshop.brief.scope:
                example = wrapped(self.step.empty, painter.width - LABEL - 2, "italic $wall-quiet", most=3)
                item = str(FieldItem("brief", workshop.brief.id, field.name))
                rows += [painter.under(item, line, LABEL + 2) for line in example]
        if self.shows_further(further):
            return rows + self.field_rows(workshop, painter, workshop.brief, further)
        label = Content.assemble("  ", ("v", "bold $wall-explore"), (f"{' more':<{LABEL - 1}}", "$wall-quiet"))
        told = said(self._further(workshop, further), "$wall-quiet")
        return [*rows, Row(fit(label + told, painter.width))]

    def _further(self, workshop: Workshop, fields: list[Field]) -> str:
        """What the further fields hold, in one line."""
        today, brief = self.host.today(), workshop.brief
        told: list[str] = []
        for field in fields:
            shown = answers.shown(field, brief, workshop, today)
            if field.kind == "date" and (day := getattr(brief, field.name)) is not None:
                shown = f"{field.label} {dates.short(day, today)}"
            elif field.kind == "lines" and shown:
                shown = f"{field.label}: {len(getattr(brief, field.name))}"
            elif field.kind != "choice" and shown:
                shown = f"{field.label}: {shown}"
            told += [shown] if shown else []
        return ", ".join(told)

    def _people(self, workshop: Workshop, painter: Painter) -> Picture:
        people = workshop.participants
        if not people:
            says = "who is here? Names or roles, pasted lines one each"
            return painter.picture([painter.heading("", "People"), empty_part(painter, "party", says)])
        here = sum(party.present for party in people)
        away = f", {len(people) - here} absent" if here < len(people) else ""
        note = f"{here} here, {_voting(workshop)} vote{away}"
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
        for digit, (flag, name) in enumerate(_FLAGS, 1):
            yes = getattr(party, flag)
            text = f"{digit} {name.lower()} {'✓' if yes else '·'}"
            parts.append(Content.styled(text, "$wall-explore" if yes else "$wall-quiet"))
        lines = [Content("  ").join(parts)]
        if cells(party.name) > room:
            lines[:0] = wrapped(party.name, painter.width - 4, "italic", most=2)
        return [Row(fit(Content("    ") + line, painter.width)) for line in lines]

    def _carried(self, workshop: Workshop, painter: Painter) -> list[Row]:
        left = sum(row.answer == Answer.OPEN for row in workshop.carried)
        note = f"{left} to answer" if left else "all answered"
        rows = [painter.heading("", "Left open last time", note, "$wall-explore" if left else "")]
        for row in workshop.carried:
            choice = next((choice for choice in _ANSWERS if choice.value == row.answer), None)
            sign, label = (choice.sign, choice.label) if choice else ("?", "open")
            style = _STYLE[row.answer]
            left_side = Content.styled(f"{sign} ", f"bold {style}") + said(caption(row))
            rows.append(painter.item(row.id, left_side, Content.styled(label, style)))
            if row.id == painter.selected and cells(row.text) > painter.width - 6 - len(label):
                rows += [painter.under(row.id, line) for line in wrapped(row.text, painter.width - 6, "italic")]
        return rows


def _voting(workshop: Workshop) -> int:
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
