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
from screens.field_item import FieldItem
from screens.fields import LABEL, of_noun
from screens.paint import Painter, Picture, Row, cells, said, wrapped
from screens.parted import AddElsewhere, AddTo, Parted, further_line
from screens.people import FLAGS, People, voting
from screens.steps.pace import PACE, AsLastTime, AsPlanned, proposed
from screens.widgets.prompt import Prompt
from workshop import answers, dates
from workshop.actions import opening
from workshop.actions.parties import alone
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


class OpenStep(People, Parted):
    """The brief's fields, the people, and what was left open."""

    key = "open"
    nouns = (Party, Carried)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddTo("party", "Person"),
        AddTo("carried", "Left open"),
        AddElsewhere("party", "Add a person"),
        AddElsewhere("carried", "Add something left open"),
        Open(),
        *FLAGS,
        AsLastTime(),
        AsPlanned(),
        *Choose.among(Carried, "answer", several=True),
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

    def arrive(self) -> None:
        if self.place not in self.desk.room.selection:
            fields = of_noun(self.step.fields, Brief)
            items = (str(FieldItem("brief", self.workshop.brief.id, field.name)) for field in fields)
            self.select(next(filter(self.still_empty, items), ""))
        super().arrive()

    # -- people, and what was left open --------------------------------------------------------------------------

    def adding(self) -> Mapping[str, Callable[[], Prompt]]:
        return {"party": self.person_prompt, "carried": self._carried_prompt}

    def part_of(self, item: str) -> str:
        return "party"

    def _carried_prompt(self) -> Prompt:
        question = self.content.field("carried", "text").ask
        return self.add_prompt("carried", question, ("carried", "text"), self._carry)

    def _carry(self, text: str) -> None:
        self.added(Carried, partial(opening.carry, text=text), f"left open: “{text}”")

    def choose(self, item: str, value: str) -> None:
        row = self.workshop.row(Carried, item)
        label = next(choice.label for choice in _ANSWERS if choice.value == value)
        self.change(partial(opening.answer, id=item, answer=Answer(value)), f"{label}: {self.quoted(row)}")
        following = self.board.picture.toward(item, 0, 1)
        self.select(following if isinstance(self.row_of(following), Carried) else item)

    def open_item(self) -> None:
        if self.selected == PACE:
            self.host.show_agenda()
        else:
            super().open_item()

    # -- fields --------------------------------------------------------------------------------------------------

    def field_prompt(self, noun: type[Noun], id: str, name: str, then: Then = nothing_more) -> Prompt:
        prompt = super().field_prompt(noun, id, name, then)
        if (noun, name) == (Brief, "voters") and not prompt.text and (count := voting(self.workshop)):
            return replace(prompt, draft=f"{count}")
        return prompt

    def blank(self, field: Field) -> Content:
        if field.name == "voters" and (count := voting(self.workshop)):
            return Content.styled(f"… {count} of the people below vote", "$wall-quiet")
        return super().blank(field)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        parts = [painter.picture(self._fields(workshop, painter)), self.people(workshop, painter)]
        if pace := proposed(workshop, painter):
            parts.append(painter.picture(pace))
        if workshop.carried:
            parts.append(painter.picture(self._carried(workshop, painter)))
        return self.in_parts(painter, *parts)

    def _fields(self, workshop: Workshop, painter: Painter) -> list[Row]:
        fields = of_noun(self.step.fields, Brief)
        core = [field for field in fields if field.tier == "core" and self._is_asked(field)]
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
        return [*rows, further_line(painter, self._further(workshop, further))]

    def _is_asked(self, field: Field) -> bool:
        """Alone nobody counts voters."""
        return field.name != "voters" or not alone(self.workshop)

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
