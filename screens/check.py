"""The check of a step: what is still open, where to put it right, and the way to finish the step."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens import timekeeping
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.commands.findings import FINDINGS
from screens.findings import PAST, WEIGHTS, Findings
from screens.paint import Painter, Picture, Row
from workshop.actions.parties import alone
from workshop.room.walk import neighbor
from workshop.rules.registry import Finding

#: The item that finishes the step.
FINISH = "finish"


class Finish(Command):
    """Finish this step: the next one becomes the current one, and its clock starts."""

    id, name, keys, key_shown, show = "step.finish", "Finish", "enter", "Enter", 1

    def applies(self, screen: CheckScreen) -> bool:
        return screen.selected == FINISH

    def run(self, screen: CheckScreen) -> None:
        screen.finish()


class CheckScreen(Findings):
    """The findings of one step, by their weight."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Finish(), *FINDINGS, Back(), *MOVES, *PAGES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step_key = step
        self.place = f"check/{step}"

    def arrive(self) -> None:
        self.guide.prompts = self.content.step(self.step_key).asked_of(alone=alone(self.workshop))
        super().arrive()
        if not self.line.is_open:
            self.select(self.blocking[0].key if self.blocking else FINISH)

    @property
    def found(self) -> tuple[Finding, ...]:
        return self.host.findings(self.workshop, self.step_key)

    def question(self, workshop: Workshop) -> str:
        name = self.content.step(self.step_key).name
        open_ones = any(finding.accepted is None for finding in self.found)
        return f"{name}: what is still open?" if open_ones else f"{name}: nothing is open."

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open:
            return Content("")
        counts = Counter(finding.level for finding in self.found if finding.accepted is None)
        told = [f"{counts[level]} {weight.word}" for level, weight in WEIGHTS.items() if counts[level]]
        return Content.styled(", ".join(told), "$wall-quiet")

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for level, weight in WEIGHTS.items():
            group = [each for each in self.found if each.level is level and each.accepted is None]
            if group:
                rows += self.heading_row(painter, rows, weight, group)
                rows += self.finding_rows(painter, group)
        past = [each for each in self.found if each.accepted is not None]
        if past:
            rows += self.heading_row(painter, rows, PAST, past)
            rows += self.finding_rows(painter, past)
        if rows:
            rows.append(painter.note())
        rows.append(painter.item(FINISH, Content.styled(self._finish(workshop), "bold")))
        return painter.picture(rows)

    def _finish(self, workshop: Workshop) -> str:
        if self.blocking:
            count = len(self.blocking)
            return f"{'One thing' if count == 1 else f'{count} things'} to settle before this step is finished"
        following = neighbor(workshop, self.step_key, 1)
        if following is None:
            return "Go on to the plan, and adopt it"
        return f"Finish this step and go on to {self.content.step(following).name}"

    def open_item(self) -> None:
        if self.chosen:
            self.jump(self.chosen[0])
        elif self.selected == FINISH:
            self.finish()

    def finish(self) -> None:
        """Make the next step the current one and start its clock; while something blocks, lead there instead."""
        if self.blocking:
            self.select(self.blocking[0].key)
            return
        following = neighbor(self.workshop, self.step_key, 1)
        walk: list[str] = [step.key for step in self.content.steps]
        ahead = walk.index(self.desk.room.step) > walk.index(self.step_key)
        if not ahead:
            timekeeping.finish(self, self.step_key, following)
        if following is None:
            self.host.show_plan()
        else:
            self.host.look_at(following)
