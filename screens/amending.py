"""How an adopted plan changes on any screen: what is a change of it is made with its record, once that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from data.nouns.base import Noun
from data.nouns.change import Kind
from data.nouns.check_in import Sitting
from data.nouns.planning import Milestone
from data.value import Workshop
from screens.asking import Asking, Prompts, Then, nothing_more
from screens.widgets.prompt import Prompt, PromptKey
from workshop import amendable, amending, dates
from workshop.actions import changing
from workshop.amendment import MILESTONES, TABLE, Amendment, amend
from workshop.changes import KIND
from workshop.check_ins import due
from workshop.desk import GONE, Action
from workshop.lists.reading import NotAList, is_table
from workshop.lists.reading import read as listed

#: What is said when an edit turns out to be a change of the plan.
_WHY = "The plan is adopted: say why this changes. Esc leaves it as it was."
_CHOICE = "A choice waits for the quarterly check-in, unless a signal has fired. Esc leaves it as it was."


class Amending(Asking):
    """A screen that asks why before an adopted plan changes; what is no change of it is done at once."""

    @property
    def sitting(self) -> Sitting | None:
        """The check-in that is under way."""
        return due.under_way(self.workshop)

    @property
    def today(self) -> date:
        """The day of the check-in that is under way, or today."""
        sitting = self.sitting
        return (sitting.held_on if sitting else None) or self.host.today()

    def attempt(self, action: Callable[[Workshop], Workshop], label: str, *, publishes: bool = False) -> bool:
        """Make a change that may be refused, and say why where it is; returns whether it was made."""
        try:
            action(self.workshop)
        except ValueError as refused:
            self.host.tell(str(refused))
            return False
        self.change(action, label, publishes=publishes)
        return True

    # -- what is a change of the plan ----------------------------------------------------------------------------

    def amends(self, noun: type[Noun], id: str, name: str, value: Any, then: Then = nothing_more) -> Prompt | None:
        """The questions that come before a field of the adopted plan gets another value; None where none do."""
        row = self.workshop.get(noun, id)
        amendment = row and amendable.amendment_of(self.workshop, row, name, value, self.host.now())
        return self._why(amendment, then) if amendment else None

    def moves(self, row: Milestone, due: date) -> Prompt | None:
        """Ask for a milestone's date, beginning with `due`, and why it moves; None where nobody needs to say why."""
        amendment = amendable.amendment_of(self.workshop, row, "due", due, self.host.now())
        prompt = self._why(Amendment.of(Kind.DATE_MOVED, row.id), nothing_more) if amendment else None
        return replace(prompt, text=dates.say(due, self.workshop.brief.language)) if prompt else None

    def takes_in(self, kind: Kind, item: str) -> Prompt | None:
        """The questions that come before something is added to the adopted plan; None for a draft."""
        return self.amend_prompt(Amendment.of(kind, item)) if self.workshop.brief.version else None

    def ends(self, row: Noun) -> Prompt | None:
        """The questions that come before a row of the adopted plan is taken away; None where none do."""
        amendment = amendable.removal_of(self.workshop, row)
        return self._why(amendment, nothing_more) if amendment else None

    def stays(self, row: Noun) -> bool:
        """Whether a row of the adopted plan is not taken away; says why."""
        why = amendable.stays(self.workshop, row)
        if why:
            self.host.tell(why)
        return bool(why)

    def _why(self, amendment: Amendment, then: Then) -> Prompt | None:
        prompt = self.amend_prompt(amendment, then)
        if prompt is not None:
            choice = amendment.kind is Kind.CHOICE_CHANGED and not due.may_choose(self.workshop)
            self.host.tell(_CHOICE if choice else _WHY)
        return prompt

    def fill(self, noun: type[Noun], id: str, name: str, value: Any, then: Then) -> Prompt | None:
        return self.amends(noun, id, name, value, then) or super().fill(noun, id, name, value, then)

    def set_field(self, noun: type[Noun], id: str, name: str, value: Any) -> None:
        prompt = self.amends(noun, id, name, value)
        if prompt is not None:
            self.ask(prompt)
            return
        super().set_field(noun, id, name, value)

    def changed_field(self, workshop: Workshop, noun: type[Noun], id: str, name: str, value: Any) -> Workshop:
        change = partial(super().changed_field, noun=noun, id=id, name=name, value=value)
        return self.with_record(change, id, name)(workshop)

    def with_record(self, action: Action, id: str, name: str) -> Action:
        """The action, and with it the record of a change that was made a moment ago of the same field."""
        at = self.host.now()
        return lambda workshop: changing.put_right(action(workshop), id, name, at)

    # -- the questions -------------------------------------------------------------------------------------------

    def prompts(self) -> Prompts:
        return {**super().prompts(), "amend": self._amend_again}

    def amend_prompt(self, amendment: Amendment, then: Then = nothing_more) -> Prompt | None:
        """Ask for a change of the plan, one question after the other; the last answer makes it, and `then` goes on."""
        asked = self._asked_of(amendment)
        if asked is None:
            return None

        def read(text: str) -> tuple[str, str]:
            again = self._asked_of(amendment)
            if again is None:
                raise ValueError(f"{GONE} Esc leaves it.")
            return again.read(text)

        def take(value: str) -> Prompt | None:
            told = amendment.put(amendment.asks, value)
            if told.asks:
                return self.amend_prompt(told, then)
            self._amend(told)
            return then()

        prompt = Prompt(PromptKey("amend", str(amendment)), asked.ask, read, take, asked.text, suggest=asked.suggest)
        if amendment.kind is Kind.MILESTONE_ADDED and amendment.asks == "title":
            return replace(prompt, table=partial(self._amend_by_table, amendment))
        return prompt

    def _amend_by_table(self, amendment: Amendment, text: str) -> bool:
        """Ask once why, for all the milestones of a pasted table; False where it is none."""
        if not is_table(MILESTONES, text):
            return False
        try:
            found = listed(self.workshop, MILESTONES, text, self.today, of=amendment.get("item"))
        except NotAList as wrong:
            self.host.tell(str(wrong))
            return True
        if found.added:
            self.ask(self.amend_prompt(amendment.put(TABLE, text)))
            several = "milestone" if len(found.added) == 1 else "milestones"
            self.host.tell(f"{len(found.added)} {several} to add: say why, once for all. Esc leaves it as it was.")
        else:
            self.host.tell(found.in_brief)
        return True

    def _asked_of(self, amendment: Amendment) -> amending.Question | None:
        return amending.question(self.workshop, amendment, self.today, meeting=self.sitting is not None)

    def _amend_again(self, text: str) -> Prompt | None:
        amendment = Amendment.read(text)
        return None if amendment is None else self.amend_prompt(amendment)

    def _amend(self, amendment: Amendment) -> None:
        """Make a change of which all is known."""
        sitting = self.sitting
        at = self.host.now()
        action = partial(
            amend, amendment=amendment, check_in_id=sitting.id if sitting else None, today=self.today, at=at
        )
        before = len(self.workshop.adjustments)
        what = KIND[amendment.kind] if amendment.kind else "other words"
        self.attempt(action, f"{what}: {amendment.get('item') or amendment.get('title')}")
        new = [f"{row.number}" for row in self.workshop.adjustments[before:]]
        if len(new) == 1:
            self.host.tell(f"Change {new[0]} is recorded.")
        elif new:
            self.host.tell(f"Changes {new[0]} to {new[-1]} are recorded.")
