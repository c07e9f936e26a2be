"""Stress test: reasons for failure are collected, merged and put in order; the room stars those it takes up."""

from __future__ import annotations

from data.nouns.planning import Risk
from data.value import Key, Workshop
from workshop.actions import ranks
from workshop.actions.lines import kept
from workshop.actions.merging import taken_over

#: How many reasons a room takes up.
STARS = 3


def add(workshop: Workshop, reason: str) -> Workshop:
    """Write down why it failed; last, and without a star. Nothing is added without a reason."""
    reason = kept(reason)
    return workshop.add(Risk, reason=reason, rank=ranks.last(workshop.risks))[0] if reason else workshop


def star(workshop: Workshop, id: str, starred: bool = True) -> Workshop:
    """Take a reason up, or no longer."""
    return workshop.change(Risk, id, starred=starred)


def with_star(workshop: Workshop, starred: bool) -> tuple[Risk, ...]:
    """The reasons that have a star, or those that have none, by rank."""
    return tuple(risk for risk in workshop.risks if risk.starred == starred)


def in_order(workshop: Workshop) -> tuple[Risk, ...]:
    """All reasons as they are listed: those with a star first."""
    return (*with_star(workshop, True), *with_star(workshop, False))


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a reason up (negative) or down among those with a star, or those without."""
    return ranks.move(workshop, with_star(workshop, workshop.row(Risk, id).starred), id, places)


def merge(workshop: Workshop, id: str, into: str) -> Workshop:
    """Join `id` into `into`: what `into` leaves empty is taken from `id`, and a star stays."""
    if id == into:
        return workshop
    gone, stays = workshop.row(Risk, id), workshop.row(Risk, into)
    return remove(workshop.change(Risk, into, **taken_over(gone, stays)), id)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a reason away."""
    return workshop.remove(Key("risk", workshop.row(Risk, id).id))
