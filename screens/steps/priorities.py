"""Step 5, Priorities: candidates are weighed with dots, some are selected and ranked above the line, others are not."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from data.nouns.planning import Priority, Status
from data.nouns.room import Brief
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import RANK, Add, Check, Choose, Delete, Merge
from screens.commands.views import InCompany, Switch, Within
from screens.paint import Painter, Picture
from screens.step import StepScreen
from screens.steps import votes
from screens.steps.candidates import CHOICES, Lines, serving
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import parties, priorities
from workshop.steps import fill
from workshop.voting import dots_of

#: The two views: what was decided, and what the dots say.
BOARD, VOTE = "", "vote"

#: What must be known before dots are counted, in the order it is asked.
_BALLOT = ("voters", "dots_each", "dots_cap")


class Count(Command):
    """Type how many dots the selected item got; Enter goes on to the next one."""

    id, name, keys, key_shown, show = "vote.count", "Count", "enter", "Enter", 1

    def applies(self, screen: Priorities) -> bool:
        return bool(screen.selected_row)

    def run(self, screen: Priorities) -> None:
        screen.ask(screen.count_prompt(screen.selected))


class CountFrom(Count):
    """Begin typing the dots of the selected item with this digit."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name, self.show = f"vote.count.{digit}", f"Count {digit}", 0
        self.keys = self.key_shown = self.digit = str(digit)

    def run(self, screen: Priorities) -> None:
        screen.ask(screen.count_prompt(screen.selected, self.digit))


class Order(Command):
    """Put the list into the order of the dots; undo takes it back."""

    id, name = "vote.order", "Order by dots"

    def applies(self, screen: Priorities) -> bool:
        return priorities.order_by_dots(screen.workshop) != screen.workshop

    def run(self, screen: Priorities) -> None:
        screen.order_by_dots()


class Ballot(Command):
    """Say how many vote, with how many dots, and how many of them on one item."""

    id, name = "vote.ballot", "Voters and dots"

    def run(self, screen: Priorities) -> None:
        screen.ask(screen.ballot_prompt(*_BALLOT))


class Priorities(StepScreen):
    """Candidates, by what was decided about them."""

    key = "priorities"
    nouns = (Priority,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Within(VOTE, Count()),
        Add(),
        *(Within(BOARD, choose) for choose in Choose.among(Priority, "status")),
        *(Within(VOTE, CountFrom(digit)) for digit in range(10)),
        InCompany(Switch("Vote", BOARD, VOTE, show=3)),
        Switch("Board", VOTE, BOARD, show=3),
        Check(),
        StepOn(),
        Within(BOARD, Open()),
        Delete(),
        Merge(),
        InCompany(Order()),
        InCompany(Ballot()),
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

    # -- the vote ------------------------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        return BOARD if parties.alone(self.workshop) else super().view

    def show_view(self, view: str) -> None:
        """Show the board or the vote; the vote asks for what is still to be counted."""
        super().show_view(view)
        if view == VOTE and self.workshop.priorities:
            brief = self.workshop.brief
            self.ask(self.ballot_prompt(*(name for name in _BALLOT if getattr(brief, name) is None)))

    def ballot_prompt(self, *names: str) -> Prompt | None:
        """Ask for what the room has to say before it counts, then for the first total that is missing."""
        if not names:
            uncounted = (row.id for row in self.workshop.priorities if row.dots is None)
            return self.count_prompt(next(uncounted, "")) if self.view == VOTE else None
        prompt = self.field_prompt(Brief, "W", names[0], lambda: self.ballot_prompt(*names[1:]))
        return replace(prompt, draft=self._proposed(names[0])) if not prompt.text else prompt

    def _proposed(self, name: str) -> str:
        workshop = self.workshop
        if name == "voters":
            present = [party for party in workshop.participants if party.present and party.votes]
            return str(len(present) or "")
        return str(priorities.dots_each(workshop) if name == "dots_each" else priorities.dots_cap(workshop))

    def count_prompt(self, item: str, typed: str = "") -> Prompt | None:
        """Ask how many dots an item got, beginning with what is `typed` already; then on to the next item."""
        row = self.workshop.get(Priority, item)
        if row is None:
            return None
        self.select(item)
        prompt = self.field_prompt(Priority, item, "dots", lambda: self._after(item))

        def read(text: str) -> tuple[Any, str]:
            value, echo = prompt.read(text)
            count = dots_of(priorities.set_dots(self.workshop, item, value))
            if item in count.too_many:
                return value, f"more than {count.most} on one item: recount"
            return value, echo or f"{votes.result(count)}{': recount' if count.wrong else ''}"

        return replace(prompt, key=PromptKey("count", item), read=read, draft=typed)

    def _after(self, item: str) -> Prompt | None:
        """Ask for the next total; behind the last one, whether the list goes into the order of the dots."""
        ids = [row.id for row in self.workshop.priorities]
        at = ids.index(item) + 1 if item in ids else 0
        if self.view != VOTE:
            return None
        return self.count_prompt(ids[at]) if at < len(ids) else self._order_prompt()

    def _order_prompt(self) -> Prompt | None:
        count = dots_of(self.workshop)
        uncounted = any(row.dots is None for row in self.workshop.priorities)
        if uncounted or count.wrong or priorities.order_by_dots(self.workshop) == self.workshop:
            return None

        def read(text: str) -> tuple[bool, str]:
            answer = text.strip().casefold()
            if answer and "yes".startswith(answer):
                return True, "yes"
            if "no".startswith(answer):
                return False, "no"
            raise ValueError("Type yes or no.")

        def take(yes: bool) -> Prompt | None:
            if yes:
                self.order_by_dots()
            return None

        ask = f"{votes.result(count)}. Put the list into their order?"
        return Prompt(PromptKey("order"), ask, read, take, draft="yes")

    def order_by_dots(self) -> None:
        """Put the list into the order of the dots."""
        self.change(priorities.order_by_dots, "order by dots")

    def open_item(self) -> None:
        if self.view == VOTE:
            self.ask(self.count_prompt(self.selected))
        else:
            super().open_item()

    def prompts(self) -> Prompts:
        return {**super().prompts(), "count": self.count_prompt, "order": self._order_prompt}

    def repaint(self) -> None:
        """Show the workshop as it is now; one of the guide's questions is about the last of the selected."""
        if self.is_mounted and self.host.desk is not None:
            last = len(priorities.with_status(self.workshop, Status.SELECTED))
            self.guide.prompts = tuple(fill(prompt, {"n": f"{last or ''}"}) for prompt in self.step.prompts)
        super().repaint()

    # -- the board -----------------------------------------------------------------------------------------------

    def hint(self, workshop: Workshop) -> str:
        return votes.sentence(dots_of(workshop)) or super().hint(workshop)

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        serves = serving(workshop, painter)
        if not workshop.priorities:
            return Picture([*(row.content for row in serves), *self.empty_picture(painter).rows])
        lines = Lines(workshop, painter, mark=11 if self.view == VOTE else 9)
        rows = [painter.note(votes.rule(lines.count))] if self.view == VOTE else serves
        rows += [painter.note()] if painter.tall else []
        rows += lines.vote() if self.view == VOTE else lines.board()
        sentence = votes.sentence(lines.count)
        if sentence and not painter.tall:
            rows += [painter.note(), painter.note(sentence, "bold $wall-alarm" if lines.count.wrong else "$wall-quiet")]
        return painter.picture(rows)
