"""Where to play: places are named, judged with a reason, moved, merged and taken away."""

from __future__ import annotations

from data.nouns.strategy import Arena, Verdict
from data.value import Key, Workshop
from workshop.actions import ranks
from workshop.actions.lines import kept
from workshop.actions.merging import refer, taken_over


def add(workshop: Workshop, name: str) -> Workshop:
    """Name a place; it is undecided, and last. Nothing is added without a name."""
    name = kept(name)
    return workshop.add(Arena, name=name, rank=ranks.last(workshop.arenas))[0] if name else workshop


def judge(workshop: Workshop, id: str, verdict: Verdict) -> Workshop:
    """Give a verdict; what was written for another verdict stays, should the room change its mind."""
    return workshop.change(Arena, id, verdict=verdict)


def judged(workshop: Workshop, verdict: Verdict) -> tuple[Arena, ...]:
    """The places with this verdict, in order."""
    return tuple(arena for arena in workshop.arenas if arena.verdict == verdict)


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a place up (negative) or down among those with the same verdict."""
    return ranks.move(workshop, judged(workshop, workshop.row(Arena, id).verdict), id, places)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a place away, with its conditions and capabilities and what serves it."""
    workshop.row(Arena, id)
    return workshop.remove(Key("arena", id))


def merge(workshop: Workshop, id: str, into: str) -> Workshop:
    """Join `id` into `into`: what `into` leaves empty is taken from `id`, and what hangs on `id` moves over."""
    if id == into:
        return workshop
    gone, stays = workshop.row(Arena, id), workshop.row(Arena, into)
    workshop = workshop.change(Arena, into, **taken_over(gone, stays))
    workshop = refer(workshop, "arena", id, into)
    return workshop.remove(Key("arena", id))
