"""Answers that name something of the workshop: people by their names, rows by their ids or parts of their titles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Party
from workshop.actions import parties, priorities
from workshop.answers.kind import (
    Answer,
    Asked,
    Kind,
    NotUnderstood,
    completing,
    folded,
    joined,
    listed,
    names,
    within,
)
from workshop.answers.plain import Text
from workshop.naming import caption
from workshop.steps import Field, load
from workshop.text import clean, shorten

#: What stands before a name that is new although a known one begins with it.
NEW = "new:"

#: A priority serves every place that is chosen.
ALL = "all"
_ALL_PLACES = "all places we play in"

#: A risk that hits no priority of its own hits the whole plan; typed like this it is understood as well.
_HITS = ("risk", "priority_id")
_WHOLE_PLAN = ("the whole plan", "whole plan", "the plan", "all")

#: How wide a title is in what is shown of several, in cells.
_BRIEFLY = 24


def _limit() -> int:
    return load().field("party", "name").limit or 60


class PartyName(Text):
    """What a party is called; who takes a name that is borne already becomes one with its bearer."""

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        name = super().read(asked, text, today).value
        bearer = parties.find(asked.workshop, name)
        if bearer is None or (asked.row and bearer.id == asked.row.id):
            return Answer(name)
        return Answer(
            name, f"the same as {bearer.name}: they become one" if asked.row else f"{bearer.name}, known already"
        )


class PartyReference(Kind):
    """One party: a known one by its name or the beginning of just one name, else a new one. The value is the name."""

    def help(self, asked: Asked) -> str:
        return "Type a name or a role."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        return self.one(asked, text)

    def one(self, asked: Asked, text: str) -> Answer:
        party = _party(asked, text)
        if party is not None:
            return Answer(_allowed(asked, party), party.name)
        name = clean(text[len(NEW) :]) if folded(text).startswith(NEW) else text
        if not name:
            raise NotUnderstood(self.help(asked))
        return Answer(within(name, _limit()), f"new: {name}")

    def typed(self, asked: Asked) -> str:
        party = asked.workshop.party(asked.value())
        return party.name if party else ""

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        return completing("", _known_names(asked), text)

    def measured(self, field: Field, text: str) -> tuple[str, int] | None:
        return text, _limit()


class PartyReferences(PartyReference):
    """Several parties, separated by commas or semicolons. The value is their names."""

    nothing = ()

    def help(self, asked: Asked) -> str:
        return "Type names or roles, with commas between them."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        found = [
            self.one(asked, name) for name in names(text, lambda name: parties.find(asked.workshop, name) is not None)
        ]
        answers = {folded(answer.value): answer for answer in found}
        most = asked.field.rows
        if most is not None and len(answers) > most:
            raise NotUnderstood(f"{len(answers)} of {most} names: take some away.")
        return Answer(
            tuple(answer.value for answer in answers.values()), ", ".join(answer.echo for answer in answers.values())
        )

    def typed(self, asked: Asked) -> str:
        known = [party.name for party in self._parties(asked)]
        if not any(mark in name for name in known for mark in ",;\\"):
            return ", ".join(known)
        return f"{joined(known)};"

    def shown(self, asked: Asked, today: date) -> str:
        return ", ".join(party.name for party in self._parties(asked))

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        head, tail = _last(text)
        return completing(head, _known_names(asked), tail)

    def measured(self, field: Field, text: str) -> tuple[str, int] | None:
        return _last(text)[1], _limit()

    def _parties(self, asked: Asked) -> Sequence[Party]:
        return asked.workshop.helpers(asked.row) if isinstance(asked.row, Priority) else ()


class Link(Kind):
    """One row, by its id or by a part that only its title has. The value is the id."""

    def help(self, asked: Asked) -> str:
        rows = _candidates(asked)
        if not rows:
            return "There is nothing to name here yet: leave this empty."
        return f"Type an id such as {rows[0].id}, or part of a title."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        if (asked.field.noun, asked.field.name) == _HITS and folded(text) in _WHOLE_PLAN:
            return Answer(None, _WHOLE_PLAN[0])
        row = self.one(asked, text)
        return Answer(row.id, f"{row.id} {caption(row)}")

    def one(self, asked: Asked, text: str) -> Noun:
        found = _rows(asked, text)
        if len(found) > 1:
            ids = listed([row.id for row in found[:4]], "or")
            raise NotUnderstood(f"“{shorten(text, _BRIEFLY)}” could be {ids}: type the id.")
        if not found:
            if isinstance(asked.row, Milestone) and folded(text) in _names(asked.row):
                raise NotUnderstood(f"{asked.row.id} can't wait for itself: type another one.")
            raise NotUnderstood(f"“{shorten(text, _BRIEFLY)}” is not here. {self.help(asked)}")
        return found[0]

    def typed(self, asked: Asked) -> str:
        return asked.value() or ""

    def shown(self, asked: Asked, today: date) -> str:
        row = next((row for row in _candidates(asked) if row.id == asked.value()), None)
        return _both(row) if row else ""

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        return completing("", map(_both, _candidates(asked)), text)


class Links(Link):
    """Several rows, separated by commas, or where a priority serves each place that is chosen, "all".

    The value is their ids in their own order, or the word "all".
    """

    nothing = ()

    def help(self, asked: Asked) -> str:
        rows = _candidates(asked)
        if not rows:
            return super().help(asked)
        ids = ", ".join(row.id for row in rows[:2])
        return f"Type ids such as {ids}, or parts of titles{', or all' if _takes_all(asked) else ''}."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        if _takes_all(asked) and folded(text) == ALL:
            return Answer(ALL, _ALL_PLACES)
        pieces = names(text, lambda piece: any(folded(piece) in _names(row) for row in _candidates(asked)))
        ids = {self.one(asked, piece).id for piece in pieces}
        rows = [row for row in _candidates(asked) if row.id in ids]
        return Answer(
            tuple(row.id for row in rows), ", ".join(f"{row.id} {shorten(caption(row), _BRIEFLY)}" for row in rows)
        )

    def typed(self, asked: Asked) -> str:
        return ALL if _is_all(asked) else ", ".join(row.id for row in _linked(asked))

    def shown(self, asked: Asked, today: date) -> str:
        return _ALL_PLACES if _is_all(asked) else "; ".join(_both(row) for row in _linked(asked))

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        head, tail = _last(text)
        every = (ALL,) if _takes_all(asked) and not head else ()
        return completing(head, (*every, *map(_both, _candidates(asked))), tail)


def _party(asked: Asked, text: str) -> Party | None:
    """The known party that a text means, if any."""
    if found := parties.find(asked.workshop, text):
        return found
    sought = folded(text)
    if sought.startswith(NEW):
        return parties.find(asked.workshop, text[len(NEW) :])
    begun = [party for party in asked.workshop.parties if folded(party.name).startswith(sought)]
    return begun[0] if len(begun) == 1 else None


def _allowed(asked: Asked, party: Party) -> str:
    """The party's name; raises NotUnderstood where it would stand in for, help or lead itself."""
    row, name = asked.row, asked.field.name
    if isinstance(row, Priority) and name in ("deputy_id", "helpers") and party.id == row.owner_id:
        raise NotUnderstood(f"{party.name} answers for it already: type another name.")
    if name == "lead_id" and row is not None and party.id == row.id:
        raise NotUnderstood(f"{party.name} can't lead itself: type another name.")
    return party.name


def _known_names(asked: Asked) -> list[str]:
    """The names there are, of those who take part first."""
    return [party.name for party in sorted(asked.workshop.parties, key=lambda party: not party.participant)]


def _candidates(asked: Asked) -> Sequence[Noun]:
    """What may be named."""
    rows: dict[str, Sequence[Noun]] = {
        "serves": asked.workshop.arenas,
        "needs": asked.workshop.milestones,
        "priority_id": priorities.in_order(asked.workshop),
    }
    return [row for row in rows[asked.field.name] if asked.row is None or row.id != asked.row.id]


def _takes_all(asked: Asked) -> bool:
    return asked.field.name == "serves"


def _rows(asked: Asked, text: str) -> list[Noun]:
    """Those that a text can mean: by id or whole title, else by a title's beginning, else by a part of it."""
    sought, rows = folded(text), _candidates(asked)
    ways = (
        [row for row in rows if sought in _names(row)],
        [row for row in rows if folded(caption(row)).startswith(sought)],
        [row for row in rows if sought in folded(caption(row))],
    )
    return next(filter(None, ways), [])


def _is_all(asked: Asked) -> bool:
    """Whether a priority serves each place that is chosen."""
    return isinstance(asked.row, Priority) and asked.row.serves_all


def _linked(asked: Asked) -> Sequence[Noun]:
    """The rows that the row names, in their own order."""
    row = asked.row
    if isinstance(row, Priority):
        return asked.workshop.served_by(row)
    assert isinstance(row, Milestone)
    return asked.workshop.needed_by(row)


def _names(row: Noun) -> tuple[str, str, str]:
    return folded(row.id), folded(caption(row)), folded(_both(row))


def _both(row: Noun) -> str:
    """A row's id and its own words: the id alone says nothing at ten metres."""
    return f"{row.id} {caption(row)}".rstrip()


def _last(text: str) -> tuple[str, str]:
    """What stands before the last name of a list, and that name."""
    at = max(text.rfind(","), text.rfind(";")) + 1
    head = text[:at]
    return (f"{head} " if head else ""), text[at:].strip()
