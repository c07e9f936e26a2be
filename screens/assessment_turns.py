"""A group answers the self-assessment in turn, and between two of them the wall shows no answer."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.nouns.assessment import Role
from data.value import Workshop
from screens.assessing import ROLES
from screens.assessment_questions import END, Questions
from screens.command import Command, bindings
from screens.paint import Painter, Picture, Row
from workshop.assessment.questionnaire import Item


class Cover(Command):
    """Uncover the questions, once nobody else can see them."""

    id, name, keys, key_shown, show = "assessment.uncover", "Begin", "enter", "Enter", 1

    def applies(self, screen: Turns) -> bool:
        return not screen.uncovered

    def run(self, screen: Turns) -> None:
        screen.uncover()


class RoleKey(Command):
    """Say what you are here, so that the same roles can answer next time."""

    def __init__(self, digit: int) -> None:
        self.id, self.keys, self.key_shown = f"assessment.role.{digit}", f"{digit}", f"{digit}"
        self.name = ROLES[digit - 1][1].capitalize() if digit else "Rather not say"
        self.role = ROLES[digit - 1][0] if digit else Role.UNSAID

    def applies(self, screen: Turns) -> bool:
        return screen.asks_role

    def run(self, screen: Turns) -> None:
        screen.take_role(self.role)


class Turns(Questions):
    """A sheet each, one person after the other; between two of them the wall shows no answer."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Cover(),
        *map(RoleKey, range(len(ROLES) + 1)),
        *Questions.ACTIONS,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "assessment/turns"
        self._covered = True
        self._knows_role = False

    @property
    def uncovered(self) -> bool:
        return self.round is not None and not self._covered

    @property
    def asks_role(self) -> bool:
        """Whether the person is asked what they are here."""
        return self.uncovered and not self._knows_role

    @property
    def sheet_at(self) -> int:
        round = self.round
        return len(round.sheets) - 1 if round is not None else 0

    @property
    def item(self) -> Item | None:
        return None if self.asks_role else super().item

    def question(self, workshop: Workshop) -> str:
        if not self.uncovered:
            return "Answer in turn, alone"
        return "What are you here?" if self.asks_role else super().question(workshop)

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if not self.uncovered:
            return painter.picture(self._cover_rows(painter))
        if self.asks_role:
            return painter.picture(self._roles(painter))
        return super().picture(workshop, painter)

    def _cover_rows(self, painter: Painter) -> list[Row]:
        round = self.round
        done = len(round.answered) - (not self.sheet.is_blank) if round is not None else 0
        who = f"Person {self.sheet_at + 1}" + ("" if self.sheet.is_blank else " goes on")
        people = "Nobody has" if not done else "1 person has" if done == 1 else f"{done} people have"
        return [
            painter.note(),
            Row(Content.styled(f"{who}: mute the projector, then press Enter.", "bold")),
            painter.note(),
            painter.note(f"{people} answered so far. c shows the results once all have."),
        ]

    def _roles(self, painter: Painter) -> list[Row]:
        named = [*((f"{digit}", name) for digit, (_, name) in enumerate(ROLES, 1)), ("0", "rather not say")]
        return [
            painter.item(f"role/{digit}", Content.assemble((f"{digit}  ", "bold $wall-explore"), name))
            for digit, name in named
        ]

    @property
    def ending(self) -> str:
        return f"Done: hand over to person {self.sheet_at + 2}"

    def footing(self, workshop: Workshop) -> Content:
        return Content("") if self.asks_role else super().footing(workshop)

    # -- acting --------------------------------------------------------------------------------------------------

    def uncover(self) -> None:
        """Let the next person answer."""
        self._covered, self._knows_role = False, not self.sheet.is_blank
        self.show(self._first())

    def _first(self) -> str:
        return next((id for id in self.asked.ids if self.sheet.given(id) is None), END)

    def take_role(self, role: Role) -> None:
        """Put down what the person is here, and go on to the questions."""
        round = self.round
        if round is not None:
            self._knows_role = True
            self.keep(round.play(self.sheet_at, role))
            self.show(self._first())

    def open_item(self) -> None:
        if self.asks_role and self.selected.startswith("role/"):
            digit = int(self.selected.removeprefix("role/"))
            self.take_role(ROLES[digit - 1][0] if digit else Role.UNSAID)
        elif self.uncovered:
            super().open_item()

    def done(self) -> None:
        round = self.round
        if round is not None:
            self._covered = True
            self.keep(round if self.sheet.is_blank else round.add())
            self.show(self.asked.ids[0])
