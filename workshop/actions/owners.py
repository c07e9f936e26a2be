"""Owners: one name answers for each priority and says yes; others can help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from data.nouns.planning import Accepted, Helps, Priority, Status
from data.value import Key, Workshop, link
from workshop.actions import parties
from workshop.actions.lines import kept


class Load(NamedTuple):
    """What somebody carries: how many selected priorities, and hours a week."""

    priorities: int
    hours: int


def name(workshop: Workshop, priority_id: str, name: str | None) -> Workshop:
    """Name the one who answers for a priority, known or new, or with None nobody.

    A new owner has not been asked yet, and is no longer its deputy or helper.
    """
    workshop, owner_id = parties.named(workshop, name)
    if workshop.row(Priority, priority_id).owner_id == owner_id:
        return workshop
    workshop = parties.disown(workshop, priority_id)
    return parties.owns_alone(workshop.change(Priority, priority_id, owner_id=owner_id), priority_id)


def name_and_help(workshop: Workshop, priority_id: str, names: Iterable[str]) -> Workshop:
    """Name the first of several as the owner and the others as helpers: two names mean no name."""
    owner, *others = names
    workshop = name(workshop, priority_id, owner)
    for other in others:
        workshop = helps(workshop, priority_id, other)
    return workshop


def accept(workshop: Workshop, priority_id: str, accepted: Accepted, condition: str | None = None) -> Workshop:
    """Write down the owner's answer; the `condition` of a "yes if", where None, stays as it is."""
    text = workshop.row(Priority, priority_id).accepted_if if condition is None else kept(condition)
    return workshop.change(Priority, priority_id, accepted=accepted, accepted_if=text)


def helps(workshop: Workshop, priority_id: str, name: str) -> Workshop:
    """Let somebody, known or new, help with a priority that they don't own."""
    priority = workshop.row(Priority, priority_id)
    workshop, id = parties.named(workshop, name)
    if id is None or id == priority.owner_id:
        return workshop
    return workshop.put(link(Helps, priority_id=priority_id, party_id=id))


def helped_only_by(workshop: Workshop, priority_id: str, names: Iterable[str]) -> Workshop:
    """Let just these people, known or new, help with a priority."""
    workshop.row(Priority, priority_id)
    ids = set()
    for each in names:
        workshop, id = parties.named(workshop, each)
        ids.add(id)
        workshop = helps(workshop, priority_id, each)
    for row in workshop.of(Helps):
        if row.priority_id == priority_id and row.party_id not in ids:
            workshop = workshop.remove(Key("helps", row.id))
    return workshop


def deputize(workshop: Workshop, priority_id: str, name: str | None) -> Workshop:
    """Name who covers for the owner, known or new, or with None nobody; nobody stands in for themselves."""
    workshop, id = parties.named(workshop, name)
    if id is not None and id == workshop.row(Priority, priority_id).owner_id:
        return workshop
    return workshop.change(Priority, priority_id, deputy_id=id)


def load(workshop: Workshop, party_id: str) -> Load:
    """What a party carries by owning selected priorities."""
    own = [row for row in workshop.priorities if row.owner_id == party_id and row.status == Status.SELECTED]
    return Load(len(own), sum(row.hours or 0 for row in own))
