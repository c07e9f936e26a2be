"""Who answers for a priority: asked wherever that field is, on its step as much as on a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Kind, Party
from screens import one_name
from screens.asking import Prompts, Then, nothing_more
from screens.card import Card
from screens.frame import Frame
from screens.widgets.prompt import Prompt
from workshop import answers
from workshop.actions import owners, parties
from workshop.naming import caption
from workshop.rules.owners import owner_of

_FIELD = "owner_id"


class Owning(Frame):
    """A screen that asks for owners: it says what a name carries already, takes one name only, and asks who leads."""

    def prompts(self) -> Prompts:
        return {**super().prompts(), one_name.WHICH: self._which_again}

    def field_prompt(self, noun: type[Noun], id: str, name: str, then: Then = nothing_more) -> Prompt:
        if (noun, name) != (Priority, _FIELD):
            return super().field_prompt(noun, id, name, then)
        prompt = super().field_prompt(noun, id, name, lambda: self._lead_prompt(id, then))

        def read(text: str) -> tuple[Any, str]:
            value, echo = prompt.read(text)
            party = parties.find(self.workshop, value)
            if party is None or party.id == self.workshop.row(Priority, id).owner_id:
                return value, echo
            count = owners.load(self.workshop, party.id).priorities
            return value, f"{echo}, answers for {said_priorities(count)} already" if count else echo

        return replace(prompt, read=read)

    def owner_prompt(self, id: str, then: Then = nothing_more) -> Prompt:
        """Ask who answers for a priority, and for a team who leads it."""
        return self.field_prompt(Priority, id, _FIELD, then)

    def fill(self, noun: type[Noun], id: str, name: str, value: Any, then: Then) -> Prompt | None:
        """Two names for an owner are taken down once it is said which of them it is."""
        if (noun, name) == (Priority, _FIELD) and (names := one_name.names_in(value, self.workshop)):
            return self._which_prompt(id, value, names, then)
        return super().fill(noun, id, name, value, then)

    def _which_prompt(self, id: str, typed: str, names: Sequence[str], then: Then = nothing_more) -> Prompt:
        """Ask which of several names answers for a priority; the others help."""
        field = self.content.field(Priority.table, _FIELD)
        known = [answers.read(field, name, self.workshop, self.host.today()).value for name in names]
        title = caption(self.workshop.row(Priority, id))

        def take(names: Sequence[str]) -> Prompt | None:
            owner, *others = names
            if (why := self.amends(Priority, id, _FIELD, owner, then)) is not None:
                for other in others:
                    self.change(partial(owners.helps, priority_id=id, name=other), f"“{other}” helps with “{title}”")
                return why
            self.change(lambda workshop: owners.name_and_help(workshop, id, names), f"{field.label} of “{title}”")
            return then()

        return one_name.which_prompt(id, typed, known, take, replace(self.owner_prompt(id, then), draft=typed))

    def _which_again(self, about: str) -> Prompt | None:
        id, _, typed = about.partition("/")
        names = one_name.names_in(typed, self.workshop)
        return self._which_prompt(id, typed, names) if names and self.workshop.get(Priority, id) else None

    def _lead_prompt(self, id: str, then: Then) -> Prompt | None:
        row = self.workshop.get(Priority, id)
        owner = owner_of(self.workshop, row) if row is not None else None
        if owner is not None and owner.kind is Kind.TEAM and owner.lead_id is None:
            return self.field_prompt(Party, owner.id, "lead_id", then)
        return then()


class PriorityCard(Owning, Card):
    """The card of a priority."""


def said_priorities(count: int) -> str:
    """How many priorities, in words."""
    return "1 priority" if count == 1 else f"{count} priorities"
