"""Step 8, Stress test: why it failed, a line each; three reasons get a star, an early sign and an answer."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from data.nouns.planning import Risk
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import RANK, Add, Check, Choose, Delete, Merge
from screens.paint import Painter, Picture
from screens.step import StepScreen
from screens.steps.reasons import CHOICES, PLAIN, STARRED, Reasons
from screens.widgets.prompt import Prompt
from workshop.actions import stress


class StressTest(StepScreen):
    """Reasons for failure, those that the room takes up first."""

    key = "stress-test"
    nouns = (Risk,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Add(),
        *Choose.among(Risk, "starred"),
        Check(),
        StepOn(),
        Open(),
        Delete(),
        Merge(),
        StepBack(),
        *RANK,
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def add_first(self) -> Prompt:
        question = self.content.field("risk", "reason").ask
        return self.add_prompt("risk", question, ("risk", "reason"), self._add)

    def _add(self, reason: str) -> None:
        self.added(Risk, partial(stress.add, reason=reason), f"add “{reason}”")

    def choose(self, item: str, value: Any) -> None:
        """Give a reason a star, and ask what belongs to one of the top three; or take its star off."""
        row, starred = self.workshop.row(Risk, item), bool(value)
        if row.starred != starred:
            label = f"{CHOICES[STARRED if starred else PLAIN].label}: {self.quoted(row)}"
            self.change(partial(stress.star, id=item, starred=starred), label)
        self.select(item)
        count = len(stress.with_star(self.workshop, True))
        if starred and not row.starred and count > stress.STARS:
            self.host.tell(f"{count} have a star now, not {stress.STARS}. 2 takes one off again.")
        elif starred:
            self.ask(self.fields_prompt(Risk, item, "sign", "answer", then=partial(self._who_prompt, item)))

    def _who_prompt(self, item: str) -> Prompt | None:
        """Ask who does what was answered, and by when; nothing where there is no answer."""
        row = self.workshop.get(Risk, item)
        return self.fields_prompt(Risk, item, "who_id", "by") if row is not None and row.answer else None

    def shift(self, item: str, by: int) -> None:
        self.change(partial(stress.move, id=item, places=by), f"move {self.quoted(self.workshop.row(Risk, item))}")

    def merge_prompt(self, item: str) -> Prompt | None:
        return self.merge_into(self.workshop.row(Risk, item), stress.in_order(self.workshop), stress.merge)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if not workshop.risks:
            return self.empty_picture(painter)
        reasons = Reasons(workshop, painter, self.host.today())
        return reasons.cards() if painter.tall and painter.width >= 100 else painter.picture(reasons.lines())
