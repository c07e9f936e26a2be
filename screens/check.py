"""The check of a step: what is still open, where to put it right, and the way to finish the step."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, wrapped
from screens.walk import neighbor
from screens.widgets.line import Prompt
from workshop import clock
from workshop.actions import accepting
from workshop.rules.registry import Finding, Level, findings

#: The item that finishes the step.
FINISH = "finish"

_SIGNS = {
    Level.BLOCK: ("■", "to settle", "$wall-alarm"),
    Level.WARN: ("!", "to weigh", "$wall-explore"),
    Level.HINT: ("·", "worth a thought", "$wall-quiet"),
}


class Accept(Command):
    """Go past this finding with a reason, which the plan will print."""

    id, name, keys, key_shown, show = "finding.accept", "Accept with a reason", "1", "1", 3

    def applies(self, screen: CheckScreen) -> bool:
        found = screen.finding
        return found is not None and found.accepted is None

    def run(self, screen: CheckScreen) -> None:
        screen.ask(screen.accept_prompt())


class CheckScreen(Frame):
    """The findings of one step, or of the whole plan when `step` is ""."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Open(), Accept(), Back(), *MOVES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step_key = step
        self.place = f"check/{step}"
        self.found: tuple[Finding, ...] = ()

    def on_mount(self) -> None:
        super().on_mount()
        self.select(FINISH if not self.blocking else self.board.picture.items[0])

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.blocks)

    @property
    def finding(self) -> Finding | None:
        return next((each for each in self.found if _item(each) == self.selected), None)

    def question(self, workshop: Workshop) -> str:
        name = self.content.step(self.step_key).name
        return f"{name}: what is still open?" if self.found else f"{name}: nothing is open."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        self.found = findings(workshop, self.host.context(), self.step_key)
        rows: list[Row] = []
        for level in (Level.BLOCK, Level.WARN, Level.HINT):
            group = [each for each in self.found if each.level is level and each.accepted is None]
            if group:
                sign, name, style = _SIGNS[level]
                rows.append(painter.heading(sign, name, f"{len(group)}", style))
                for each in group:
                    rows += self._lines(painter, each, each.message)
        accepted = [each for each in self.found if each.accepted is not None]
        if accepted:
            rows.append(painter.heading("✓", "accepted with a reason", f"{len(accepted)}", "$wall-quiet"))
            for each in accepted:
                rows += self._lines(painter, each, f"{each.message} {each.accepted}".strip())
        if rows:
            rows.append(painter.note())
        rows.append(painter.item(FINISH, Content.styled(self._finish(workshop), "bold")))
        return painter.picture(rows)

    def _lines(self, painter: Painter, finding: Finding, text: str) -> list[Row]:
        first, *rest = wrapped(text, painter.width - 4, most=3)
        item = _item(finding)
        return [painter.item(item, first), *(painter.under(item, line, 2) for line in rest)]

    def _finish(self, workshop: Workshop) -> str:
        if self.step_key == "close":
            return "Go on to the plan, and adopt it"
        if self.blocking:
            count = len(self.blocking)
            return f"{'One thing' if count == 1 else f'{count} things'} to settle before this step is finished"
        following = neighbor(workshop, self.step_key, 1)
        if following is None:
            return "Finish this step"
        return f"Finish this step and go on to {self.content.step(following).name}"

    def open_item(self) -> None:
        finding = self.finding
        if finding is not None:
            self.jump(finding)
        elif self.selected == FINISH and not self.blocking:
            self.finish()
        elif self.blocking:
            self.select(_item(self.blocking[0]))

    def jump(self, finding: Finding) -> None:
        """Go to where a finding can be put right."""
        self.host.jump(*finding.remedy)

    def finish(self) -> None:
        """Make the next step the current one and start its clock."""
        following = neighbor(self.workshop, self.step_key, 1)
        if self.step_key == "close" or following is None:
            self.host.show_plan()
            return
        walk: list[str] = [step.key for step in self.content.steps]
        ahead = walk.index(self.desk.room.step) > walk.index(self.step_key)
        if not ahead:
            now = self.host.now()
            self.desk.note(lambda room: clock.go_on(room, following, now))
        self.host.look_at(following)

    def accept_prompt(self) -> Prompt | None:
        """Ask for the reason to go past the selected finding."""
        finding = self.finding
        if finding is None:
            return None

        def read(text: str) -> tuple[str, str]:
            accepting.accept(self.workshop, finding, text)
            return text, ""

        def take(reason: str) -> Prompt | None:
            self.change(lambda workshop: accepting.accept(workshop, finding, reason), f"accept “{finding.message}”")
            return None

        return Prompt(f"accept/{_item(finding)}", "We go past this because ...", read, take)

    def resume(self, key: str) -> Prompt | None:
        return self.accept_prompt() if key.startswith("accept/") else None


def _item(finding: Finding) -> str:
    return f"{finding.code}:{finding.item}"
