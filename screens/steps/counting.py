"""The vote on the candidates, the second view of Priorities: opened, counted without showing how much, and closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Brief
from data.value import Workshop
from screens.asking import Prompts, Then
from screens.paint import Painter, Row
from screens.step import StepScreen
from screens.steps import votes
from screens.steps.candidates import Lines
from screens.steps.vote_commands import BOARD, VOTE
from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import parties, priorities
from workshop.actions import votes as voting
from workshop.room.ballots import BallotBox
from workshop.room.voting import Dots, dots_of, voters_of
from workshop.room.words import say
from workshop.rules.priorities import look_alikes

#: What must be known before dots are counted, in the order it is asked.
_RULES = ("voters", "dots_each", "dots_cap")


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
    def unordered(self) -> bool:
        """Whether the list stands in another order than that of the dots."""
        return priorities.order_by_dots(self.workshop) != self.workshop

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
        self.ask(self._rules(*self._unsaid(_RULES), then=self._first_prompt))

    def prompts(self) -> Prompts:
        return {
            **super().prompts(),
            "count": self.count_prompt,
            "order": self._order_prompt,
            "close": self.close_prompt,
            "abstained": self.abstained_prompt,
        }

    # -- before it begins ----------------------------------------------------------------------------------------

    def rules_prompt(self) -> Prompt | None:
        """Ask how many vote, with how many dots, and how many of them on one item; then for what is to be counted."""
        return self._rules(*_RULES, then=self._first_prompt)

    def _rules(self, *names: str, then: Then) -> Prompt | None:
        if not names:
            return then()
        prompt = self.field_prompt(Brief, "W", names[0], lambda: self._rules(*names[1:], then=then))
        return replace(prompt, draft=self._proposed(names[0])) if not prompt.text else prompt

    def _unsaid(self, names: Sequence[str]) -> list[str]:
        """What the room has still to say before it counts."""
        return [name for name in names if getattr(self.workshop.brief, name) is None]

    def _proposed(self, name: str) -> str:
        workshop = self.workshop
        if name == "voters":
            return str(voters_of(workshop) or "")
        return str(priorities.dots_each(workshop) if name == "dots_each" else priorities.dots_cap(workshop))

    # -- totals --------------------------------------------------------------------------------------------------

    def _first_prompt(self) -> Prompt | None:
        """Ask for the first total that is missing; from now on the vote is open."""
        if self.view != VOTE:
            return None
        if not self.begun:
            self.change(voting.open_vote, "open the vote")
        uncounted = (row.id for row in self.workshop.priorities if row.dots is None)
        return self.count_prompt(next(uncounted, ""))

    def count_prompt(self, item: str, typed: str = "") -> Prompt | None:
        """Ask how many dots an item got, beginning with what is `typed` already; then on to the next item."""
        row = self.workshop.get(Priority, item)
        if row is None:
            return None
        self.select(item)
        prompt, words = self.field_prompt(Priority, item, "dots", lambda: self._after(item)), votes.wording()
        hidden = self.count.open and row.dots is not None

        def read(text: str) -> tuple[Any, str]:
            if hidden and not text.strip():
                return row.dots, words.stays
            value, echo = prompt.read(text)
            count = dots_of(priorities.set_dots(self.workshop, item, value))
            result = votes.result(count)
            if item in count.too_many:
                return value, say(words.too_many, most=count.most)
            if count.wrong:
                return value, say(words.recount, result=result)
            return value, echo or (say(words.closes, result=result) if self._closes(item, value) else result)

        ask = say(words.before, ask=prompt.ask) if hidden else prompt.ask
        text = "" if hidden else prompt.text
        return replace(prompt, key=PromptKey("count", item), ask=ask, read=read, text=text, draft=typed)

    def fill(self, noun: type[Noun], id: str, name: str, value: Any, then: Then) -> Prompt | None:
        """Take the answer to a field down; the total that was waited for closes the vote in the same change."""
        if (noun, name) != (Priority, "dots") or not self._closes(id, value):
            return super().fill(noun, id, name, value, then)
        self.change(partial(voting.count_last, id=id, dots=value), "close the vote")
        return self._order_prompt() if self.view == VOTE else then()

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
        words, number = votes.wording(), self.content.field(Brief.table, "voters")

        def read(text: str) -> tuple[int | None, str]:
            if not text.strip():
                return None, words.nobody
            answer = answers.read(number, text, self.workshop, self.host.today())
            voting.abstain(self.workshop, answer.value)
            return answer.value, answer.echo

        def take(abstained: int | None) -> None:
            self.change(partial(voting.abstain, abstained=abstained), "how many abstained")

        now = self.workshop.brief.abstained
        text = "" if now is None else f"{now}"
        return Prompt(PromptKey("abstained"), words.who_abstained, read, take, text=text)

    def recount(self) -> None:
        """Forget the counts, and ask for them again."""
        self.change(voting.recount, "recount")
        if self.view != VOTE:
            super().show_view(VOTE)
        self.begin()

    # -- closing -------------------------------------------------------------------------------------------------

    def close_prompt(self) -> Prompt | None:
        """Ask whether the vote is closed with what was counted."""
        count, words = self.count, votes.wording()
        if not count.open:
            return None

        def take(yes: bool) -> Prompt | None:
            if not yes:
                return None
            if self.count.wrong or self.count.too_many:
                self.host.tell(words.refused)
                return None
            self.change(voting.close_vote, "close the vote")
            return self._order_prompt()

        ask = say(words.close, counted=len(count.totals), options=len(self.workshop.priorities))
        return _yes_or_no("close", ask, take)

    def _order_prompt(self) -> Prompt | None:
        count = self.count
        uncounted = any(row.dots is None for row in self.workshop.priorities)
        if uncounted or count.wrong or count.open or not self.unordered:
            return None

        def take(yes: bool) -> None:
            if yes:
                self.order_by_dots()

        return _yes_or_no("order", say(votes.wording().into_order, result=votes.result(count)), take)

    def order_by_dots(self) -> None:
        """Put the list into the order of the dots."""
        self.change(priorities.order_by_dots, "order by dots")

    # -- ballots one by one --------------------------------------------------------------------------------------

    def vote_one_by_one(self) -> None:
        """Let each voter give a ballot here; before that ask what has to be known."""
        self.ask(self._rules(*self._unsaid(_RULES[:2]), then=self._collect))

    def _collect(self) -> None:
        voters = voters_of(self.workshop)
        if voters is None:
            self.host.tell(votes.wording().no_voters)
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


def _yes_or_no(kind: str, ask: str, take: Callable[[bool], Prompt | None]) -> Prompt:
    """A question that is answered with yes, which stands there already, or no, as when nothing is typed."""

    def read(text: str) -> tuple[bool, str]:
        answer = answers.yes_or_no(text if text.strip() else "no")
        return answer.value, answer.echo

    return Prompt(PromptKey(kind), ask, read, take, draft="yes")
