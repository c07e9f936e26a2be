"""Step 5, Priorities: candidates are weighed with dots, some are selected and ranked above the line, others are not."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from data.nouns.planning import Priority, Status
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import RANK, Add, Choose, Delete, Merge
from screens.commands.views import InCompany, Switch, Within
from screens.paint import Painter, Picture
from screens.steps import votes
from screens.steps.candidates import CHOICES, Lines, serving
from screens.steps.counting import Counting
from screens.steps.vote_commands import BOARD, VOTE, VOTES, VOTING, CheckStep
from screens.widgets.prompt import Prompt
from workshop.actions import priorities
from workshop.actions.parties import alone
from workshop.room.voting import dots_of
from workshop.steps import fill


class Priorities(Counting):
    """Candidates, by what was decided about them."""

    key = "priorities"
    nouns = (Priority,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *(Within(VOTE, command) for command in VOTING),
        Add(),
        *(Within(BOARD, choose) for choose in Choose.among(Priority, "status")),
        InCompany(Switch("Vote", BOARD, VOTE, show=3)),
        Switch("Board", VOTE, BOARD, show=3),
        CheckStep(),
        StepOn(),
        Within(BOARD, Open()),
        Delete(),
        Merge(),
        *map(InCompany, VOTES),
        StepBack(),
        *(Within(BOARD, move) for move in RANK),
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def add_first(self) -> Prompt:
        question = self.content.field("priority", "title").ask
        return self.add_prompt("priority", question, ("priority", "title"), self._add)

    def _add(self, title: str) -> None:
        self.added(Priority, partial(priorities.add, title=title), f"add “{title}”")

    def choose(self, item: str, value: str) -> None:
        if (why := self.amends(Priority, item, "status", value)) is not None:
            self.ask(why)
            return
        status = Status(value)
        row, waiting = self.workshop.row(Priority, item), priorities.with_status(self.workshop, Status.UNDECIDED)
        label = f"{CHOICES[status].label}: {self.quoted(row)}"
        self.change(partial(priorities.decide, id=item, status=status), label)
        self.select(item)
        self.follow_up(Priority, item, self.content.follow_up("priority", "status", value), waiting)

    def shift(self, item: str, by: int) -> None:
        label = f"move {self.quoted(self.workshop.row(Priority, item))}"
        self.change(partial(priorities.move, id=item, places=by), label)

    def merge_prompt(self, item: str) -> Prompt | None:
        row = self.workshop.row(Priority, item)
        return self.merge_into(row, priorities.in_order(self.workshop), priorities.merge)

    def repaint(self) -> None:
        """Show the workshop as it is now; one of the guide's questions is about the last of the selected."""
        if self.is_mounted and self.host.desk is not None:
            prompts = self.step.asked_of(alone=alone(self.workshop))
            last = len(priorities.with_status(self.workshop, Status.SELECTED))
            self.guide.prompts = tuple(fill(prompt, {"n": f"{last or ''}"}) for prompt in prompts)
        super().repaint()

    # -- the board -----------------------------------------------------------------------------------------------

    def hint(self, workshop: Workshop) -> str:
        return votes.sentence(dots_of(workshop)) or super().hint(workshop)

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        serves = serving(workshop, painter)
        if not workshop.priorities:
            return Picture([*(row.content for row in serves), *self.empty_picture(painter).rows])
        lines = Lines(workshop, painter, mark=11 if self.view == VOTE else 9)
        rows = self.head(painter, lines) if self.view == VOTE else serves
        rows += [painter.note()] if painter.tall else []
        rows += lines.vote() if self.view == VOTE else lines.board()
        sentence = votes.sentence(lines.count)
        if sentence and not painter.tall:
            rows += [painter.note(), painter.note(sentence, "bold $wall-alarm" if lines.count.wrong else "$wall-quiet")]
        if self.view == VOTE and (lines.count.open or not self.begun):
            rows += [painter.note(), painter.note(votes.wording().kept)]
        return painter.picture(rows)
