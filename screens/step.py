"""What the ten step screens share beyond their rows: their wording, and their findings."""

from __future__ import annotations

from textual.content import Content

from data.value import Workshop
from screens.paint import Painter, Picture, Row, said
from screens.rowed import Rowed
from workshop import reading
from workshop.actions.parties import alone
from workshop.reading import Reading
from workshop.rules import registry
from workshop.rules.grouping import open_lines
from workshop.wording import Step

#: From this width on there is room for the guide beside any board.
GUIDED = 80


class StepScreen(Rowed):
    """One step."""

    def __init__(self) -> None:
        super().__init__()
        self.place = self.key
        self.findings: tuple[registry.Finding, ...] = ()
        self._checked: Workshop | None = None

    @property
    def step(self) -> Step:
        return self.content.step(self.key)

    # -- wording -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return self.step.question

    def hint(self, workshop: Workshop) -> str:
        return self.step.hint

    def empty_picture(self, painter: Painter, key: str = "a", does: str = "adds the first one") -> Picture:
        """What belongs here, one example, and the key to begin."""
        rows = [painter.note()]
        rows += [Row(line) for line in said(self.step.empty, "$wall-ink").wrap(min(painter.width, 70))]
        rows += [painter.note(), Row(Content.assemble((key, "bold $wall-explore"), f"  {does}"))]
        return painter.picture(rows)

    def result(self, workshop: Workshop) -> Reading | None:
        return reading.of_step(workshop, self.key, self.host.today())

    # -- findings ------------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        self.desk.note(lambda room: room.replace(looking=self.key))
        self.guide.prompts = self.step.asked_of(alone=alone(self.workshop))
        super().arrive()
        if alone(self.workshop) and self.app.size.width >= GUIDED:
            # Nobody else reads the wall, and nobody else asks the questions.
            self.guide.show_first()
            self.call_after_refresh(self.repaint)

    def repaint(self) -> None:
        super().repaint()
        if self.is_mounted and self._checked is not self.workshop:
            self.call_after_refresh(self._check)

    def _check(self) -> None:
        """Look through the step's rules once what was typed is on the screen."""
        if self.host.desk is None:
            return
        if self._checked is self.workshop:
            return
        self._checked, self.findings = self.workshop, self.host.findings(self.workshop, self.key)
        self.show_foot()
        self.guide.checks = open_lines(self.workshop, self.findings)

    @property
    def open_findings(self) -> tuple[registry.Finding, ...]:
        """What still asks for an answer: neither accepted nor merely a hint."""
        return tuple(f for f in self.findings if f.accepted is None and f.level is not registry.Level.HINT)

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open or not self.board.picture.items:
            return Content("")
        count = len(self.open_findings)
        if not count:
            return Content("")
        things = "1 thing" if count == 1 else f"{count} things"
        return Content.styled(f"! {things} before you finish this step: c", "$wall-explore")
