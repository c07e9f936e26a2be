"""The vote on the candidates, the second view of Priorities: opened, counted without showing how much, and closed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Brief
from data.value import Workshop
from screens.asking import Prompts, Then
from screens.command import Command
from screens.commands.items import Check
from screens.paint import Painter, Row
from screens.step import StepScreen
from screens.steps import votes
from screens.steps.candidates import Lines
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import parties, priorities
from workshop.actions import votes as voting
from workshop.room.ballots import BallotBox
from workshop.room.voting import Dots, dots_of, voters_of
from workshop.rules.priorities import look_alikes

#: The two views: what was decided, and what the dots say.
BOARD, VOTE = "", "vote"

#: What must be known before dots are counted, in the order it is asked.
_BALLOT = ("voters", "dots_each", "dots_cap")


class OpenVote(Command):
    """Open the vote; what is counted from now on is shown once it is closed."""

    id, name, keys, key_shown, show = "vote.open", "Open the vote", "enter", "Enter", 1

    def applies(self, screen: Counting) -> bool:
        return bool(screen.selected_row) and not screen.begun

    def run(self, screen: Counting) -> None:
        screen.begin()


class Count(Command):
    """Type how many dots the selected item got; Enter goes on to the next one."""

    id, name, keys, key_shown, show = "vote.count", "Count", "enter", "Enter", 1

    def applies(self, screen: Counting) -> bool:
        return bool(screen.selected_row) and screen.begun

    def run(self, screen: Counting) -> None:
        screen.ask(screen.count_prompt(screen.selected))


class CountFrom(Count):
    """Begin typing the dots of the selected item with this digit."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name, self.show = f"vote.count.{digit}", f"Count {digit}", 0
        self.keys = self.key_shown = self.digit = str(digit)

    def run(self, screen: Counting) -> None:
        screen.ask(screen.count_prompt(screen.selected, self.digit))


class CloseVote(Command):
    """Close the vote and show what was counted."""

    id, name, keys, key_shown, show = "vote.close", "Close the vote", "c", "c", 2

    def applies(self, screen: Counting) -> bool:
        return screen.count.open

    def run(self, screen: Counting) -> None:
        screen.ask(screen.close_prompt())


class CheckStep(Check):
    """See what is still open in this step, and finish it."""

    def applies(self, screen: Counting) -> bool:
        return screen.view != VOTE or not screen.count.open


class Recount(Command):
    """Forget the counts, and open the vote again."""

    id, name = "vote.recount", "Recount"

    def applies(self, screen: Counting) -> bool:
        return screen.count.counted is not None

    def run(self, screen: Counting) -> None:
        screen.recount()


class OneByOne(Command):
    """Let each voter give a ballot here, one after the other, with the projector muted."""

    id, name = "vote.ballots", "Ballots one by one"

    def applies(self, screen: Counting) -> bool:
        return bool(screen.workshop.priorities)

    def run(self, screen: Counting) -> None:
        screen.vote_one_by_one()


class Order(Command):
    """Put the list into the order of the dots; undo takes it back."""

    id, name = "vote.order", "Order by dots"

    def applies(self, screen: Counting) -> bool:
        return not screen.count.open and priorities.order_by_dots(screen.workshop) != screen.workshop

    def run(self, screen: Counting) -> None:
        screen.order_by_dots()


class VotersAndDots(Command):
    """Say how many vote, with how many dots, and how many of them on one item."""

    id, name = "vote.ballot", "Voters and dots"

    def run(self, screen: Counting) -> None:
        screen.ask(screen.ballot_prompt(*_BALLOT))


class Abstentions(Command):
    """Say how many voters gave no dots."""

    id, name = "vote.abstained", "Abstentions"

    def run(self, screen: Counting) -> None:
        screen.ask(screen.abstained_prompt())


#: What the vote's own view has besides, and what can be asked for in both.
VOTING: tuple[Command, ...] = (OpenVote(), Count(), CloseVote(), *map(CountFrom, range(10)))
VOTES: tuple[Command, ...] = (OneByOne(), Recount(), Order(), VotersAndDots(), Abstentions())


class Counting(StepScreen):
    """Totals are typed one after the other; the last one closes the vote, and they are shown."""

    @property
    def count(self) -> Dots:
        """The vote as it stands."""
        return dots_of(self.workshop)

    @property
    def begun(self) -> bool:
        """Whether the vote was opened, and closed again or not."""
        return self.count.open or self.count.counted is not None

    @property
    def view(self) -> str:
        return BOARD if parties.alone(self.workshop) else super().view

    def show_view(self, view: str) -> None:
        """Show the board or the vote; the vote asks for what is still to be counted, after look-alikes are merged."""
        super().show_view(view)
        if view == VOTE and self.workshop.priorities:
            waits = look_alikes(self.workshop) if not self.begun else not self.count.open
            if not waits:
                self.begin()

    def open_item(self) -> None:
        if self.view != VOTE:
            super().open_item()
        elif self.begun:
            self.ask(self.count_prompt(self.selected))
        else:
            self.begin()

    def begin(self) -> None:
        """Ask for what the room has to say before it counts, open the vote, and ask for the totals."""
        brief = self.workshop.brief
        self.ask(self.ballot_prompt(*(name for name in _BALLOT if getattr(brief, name) is None)))

    def prompts(self) -> Prompts:
        return {
            **super().prompts(),
            "count": self.count_prompt,
            "order": self._order_prompt,
            "close": self.close_prompt,
            "abstained": self.abstained_prompt,
        }

    def ballot_prompt(self, *names: str, then: Then | None = None) -> Prompt | None:
        """Ask for what the room has to say before it counts, then for the first total that is missing."""
        if not names:
            return (then or self._first_prompt)()
        prompt = self.field_prompt(Brief, "W", names[0], lambda: self.ballot_prompt(*names[1:], then=then))
        return replace(prompt, draft=self._proposed(names[0])) if not prompt.text else prompt

    def _first_prompt(self) -> Prompt | None:
        if self.view != VOTE:
            return None
        if not self.begun:
            self.change(voting.open_vote, "open the vote")
        uncounted = (row.id for row in self.workshop.priorities if row.dots is None)
        return self.count_prompt(next(uncounted, ""))

    def _proposed(self, name: str) -> str:
        workshop = self.workshop
        if name == "voters":
            return str(voters_of(workshop) or "")
        return str(priorities.dots_each(workshop) if name == "dots_each" else priorities.dots_cap(workshop))

    # -- totals --------------------------------------------------------------------------------------------------

    def count_prompt(self, item: str, typed: str = "") -> Prompt | None:
        """Ask how many dots an item got, beginning with what is `typed` already; then on to the next item."""
        row = self.workshop.get(Priority, item)
        if row is None:
            return None
        self.select(item)
        prompt = self.field_prompt(Priority, item, "dots", lambda: self._after(item))
        hidden = self.count.open and row.dots is not None

        def read(text: str) -> tuple[Any, str]:
            if hidden and not text.strip():
                return row.dots, "stays as it was counted"
            value, echo = prompt.read(text)
            count = dots_of(priorities.set_dots(self.workshop, item, value))
            if item in count.too_many:
                return value, f"more than {count.most} on one item: recount"
            if count.wrong:
                return value, f"{votes.result(count)}: recount"
            closes = ": Enter closes the vote" if self._closes(item, value) else ""
            return value, echo or f"{votes.result(count)}{closes}"

        ask = f"Counted before. {prompt.ask}" if hidden else prompt.ask
        text = "" if hidden else prompt.text
        return replace(prompt, key=PromptKey("count", item), ask=ask, read=read, text=text, draft=typed)

    def fill(self, noun: type[Noun], id: str, name: str, value: Any, then: Then) -> Prompt | None:
        """Take the answer to a field down; the last total closes the vote in the same change."""
        if (noun, name) != (Priority, "dots") or not self._closes(id, value):
            return super().fill(noun, id, name, value, then)
        self.change(partial(voting.count_last, id=id, dots=value), "close the vote")
        return then()

    def _closes(self, item: str, dots: int | None) -> bool:
        """Whether this total is the last one that the open vote waits for."""
        if not self.count.open or dots is None:
            return False
        count = dots_of(priorities.set_dots(self.workshop, item, dots))
        return len(count.totals) == len(self.workshop.priorities) and not count.wrong and not count.too_many

    def _after(self, item: str) -> Prompt | None:
        """Ask for the next total; behind the last one, whether the list goes into the order of the dots."""
        ids = [row.id for row in self.workshop.priorities]
        at = ids.index(item) + 1 if item in ids else 0
        if self.view != VOTE:
            return None
        return self.count_prompt(ids[at]) if at < len(ids) else self._order_prompt()

    def abstained_prompt(self) -> Prompt:
        """Ask how many voters gave no dots; nothing typed is nobody."""

        def read(text: str) -> tuple[int | None, str]:
            if not text.strip():
                return None, "nobody"
            if not text.strip().isdecimal():
                raise ValueError("Type a number, such as 2.")
            voting.abstain(self.workshop, int(text))
            return int(text), ""

        def take(abstained: int | None) -> None:
            self.change(partial(voting.abstain, abstained=abstained), "how many abstained")

        now = self.workshop.brief.abstained
        text = "" if now is None else f"{now}"
        return Prompt(PromptKey("abstained"), "How many voters gave no dots?", read, take, text=text)

    def recount(self) -> None:
        """Forget the counts, and ask for them again."""
        self.change(voting.recount, "recount")
        if self.view != VOTE:
            super().show_view(VOTE)
        self.begin()

    # -- closing -------------------------------------------------------------------------------------------------

    def close_prompt(self) -> Prompt | None:
        """Ask whether the vote is closed with what was counted."""
        count = self.count
        if not count.open:
            return None
        ask = f"{len(count.totals)} of {len(self.workshop.priorities)} counted. Close the vote and show the counts?"

        def take(yes: bool) -> Prompt | None:
            if not yes:
                return None
            if self.count.wrong or self.count.too_many:
                self.host.tell("More dots were counted than there are. Recount first.")
                return None
            self.change(voting.close_vote, "close the vote")
            return self._order_prompt()

        return _yes_or_no("close", ask, take)

    def _order_prompt(self) -> Prompt | None:
        count = self.count
        uncounted = any(row.dots is None for row in self.workshop.priorities)
        unordered = priorities.order_by_dots(self.workshop) != self.workshop
        if uncounted or count.wrong or count.open or not unordered:
            return None

        def take(yes: bool) -> None:
            if yes:
                self.order_by_dots()

        return _yes_or_no("order", f"{votes.result(count)}. Put the list into their order?", take)

    def order_by_dots(self) -> None:
        """Put the list into the order of the dots."""
        self.change(priorities.order_by_dots, "order by dots")

    # -- ballots one by one --------------------------------------------------------------------------------------

    def vote_one_by_one(self) -> None:
        """Let each voter give a ballot here; before that ask what has to be known."""
        brief = self.workshop.brief
        missing = [name for name in _BALLOT[:2] if getattr(brief, name) is None]
        self.ask(self.ballot_prompt(*missing, then=self._collect))

    def _collect(self) -> None:
        voters = voters_of(self.workshop)
        if voters is None:
            self.host.tell("Nobody votes. Say how many do: Voters and dots, in the palette.")
            return
        names = {row.id: row.title for row in self.workshop.priorities}
        self.host.collect_ballots(self.step.question, names, voting.box(self.workshop, voters), self._take_ballots)

    def _take_ballots(self, box: BallotBox) -> None:
        self.change(partial(voting.count_ballots, box=box), "close the vote")
        super().show_view(VOTE)
        self.ask(self._order_prompt())

    # -- the board -----------------------------------------------------------------------------------------------

    def footing(self, workshop: Workshop) -> Content:
        # While dots are counted c closes the vote; what else is open in the step comes after.
        counting = self.view == VOTE and dots_of(workshop).open
        return Content("") if counting else super().footing(workshop)

    def head(self, painter: Painter, lines: Lines) -> list[Row]:
        """What stands above the candidates while dots are counted: how many there are, and how far the vote is."""
        alike = len(look_alikes(self.workshop)) if lines.alike else 0
        standing = votes.standing(lines.count, len(self.workshop.priorities), alike)
        rows = [painter.note(votes.rule(lines.count))]
        if standing:
            style = "bold $wall-explore" if alike else "bold $wall-here" if lines.count.open else "$wall-quiet"
            rows.append(painter.note(standing, style))
        return rows


def _yes_or_no(kind: str, ask: str, take: Any) -> Prompt:
    """A question that is answered with yes, which stands there already, or no."""

    def read(text: str) -> tuple[bool, str]:
        answer = text.strip().casefold()
        if answer and "yes".startswith(answer):
            return True, "yes"
        if "no".startswith(answer):
            return False, "no"
        raise ValueError("Type yes or no.")

    return Prompt(PromptKey(kind), ask, read, take, draft="yes")
