"""Priorities: candidates are proposed, merged and weighed with dots; some are selected, in order, and serve places."""

from __future__ import annotations

from collections.abc import Iterable

from data.nouns.planning import Accepted, Helps, Priority, Serves, Status
from data.nouns.strategy import Arena, Verdict
from data.value import Key, Workshop, link
from workshop.actions import parties, ranks
from workshop.actions.lines import kept
from workshop.actions.merging import refer, taken_over

#: What stands first when priorities are listed.
ORDER = (Status.SELECTED, Status.UNDECIDED, Status.LATER, Status.FOLDED, Status.DROPPED)

#: How many dots a voter may put on one item, unless the room says otherwise.
DOTS_CAP = 2


def add(workshop: Workshop, title: str) -> Workshop:
    """Propose a priority; it is undecided, and last. Nothing is added without a title."""
    title = kept(title)
    return workshop.add(Priority, title=title, rank=ranks.last(workshop.priorities))[0] if title else workshop


def with_status(workshop: Workshop, status: Status) -> tuple[Priority, ...]:
    """The priorities with this status, by rank."""
    return tuple(priority for priority in workshop.priorities if priority.status == status)


def in_order(workshop: Workshop) -> tuple[Priority, ...]:
    """All priorities as they are listed: the selected by rank, then the undecided, later, folded and dropped ones."""
    return tuple(priority for status in ORDER for priority in with_status(workshop, status))


def decide(workshop: Workshop, id: str, status: Status) -> Workshop:
    """Give a status. What was written for another one stays; alone, one owns what one selects."""
    workshop = workshop.change(Priority, id, status=status)
    alone = parties.oneself(workshop)
    if status == Status.SELECTED and alone and workshop.row(Priority, id).owner_id is None:
        workshop = workshop.change(Priority, id, owner_id=alone.id, accepted=Accepted.YES)
        workshop = parties.owns_alone(workshop, id)
    return workshop


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a priority up (negative) or down among those with the same status."""
    return ranks.move(workshop, with_status(workshop, workshop.row(Priority, id).status), id, places)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a priority away, with its milestones."""
    workshop.row(Priority, id)
    return workshop.remove(Key("priority", id))


def merge(workshop: Workshop, id: str, into: str) -> Workshop:
    """Join `id` into `into`: dots are added, milestones, helpers and places served move over.

    What `into` leaves empty is taken from `id`; when both have an owner, the one of `id` becomes a helper.
    """
    if id == into:
        return workshop
    gone, stays = workshop.row(Priority, id), workshop.row(Priority, into)
    consent = ("owner_id", "accepted", "accepted_if")
    fields = taken_over(gone, stays, but=("dots", *consent))
    if (gone.dots, stays.dots) != (None, None):
        fields["dots"] = (gone.dots or 0) + (stays.dots or 0)
    if stays.owner_id is None:
        fields |= {name: getattr(gone, name) for name in consent}
    workshop = refer(workshop.change(Priority, into, **fields), "priority", id, into)
    if stays.owner_id and gone.owner_id:
        workshop = workshop.put(link(Helps, priority_id=into, party_id=gone.owner_id))
    if workshop.row(Priority, into).serves_all:
        workshop = serve_only(workshop, into, "all")
    return parties.owns_alone(workshop, into).remove(Key("priority", id))


def serve(workshop: Workshop, id: str, arena_id: str) -> Workshop:
    """Let a priority serve a place, or no longer; taken from "all", the other chosen places remain."""
    priority, arena = workshop.row(Priority, id), workshop.row(Arena, arena_id)
    if priority.serves_all:
        served = [each.id for each in workshop.arenas if each.verdict == Verdict.PLAY]
    else:
        served = [each.id for each in workshop.served_by(priority)]
    others = [each for each in served if each != arena.id]
    return serve_only(workshop, id, others if arena.id in served else [*served, arena.id])


def serve_only(workshop: Workshop, id: str, arenas: Iterable[str]) -> Workshop:
    """Let a priority serve just these places, given by id, or with the word "all" each one that is chosen."""
    ids = {} if arenas == "all" else {arena_id: workshop.row(Arena, arena_id) for arena_id in arenas}
    workshop = workshop.change(Priority, id, serves_all=arenas == "all")
    for served in workshop.of(Serves):
        if served.priority_id == id and served.arena_id not in ids:
            workshop = workshop.remove(Key("serves", served.id))
    return workshop.put(*(link(Serves, priority_id=id, arena_id=arena_id) for arena_id in ids))


def set_dots(workshop: Workshop, id: str, dots: int | None) -> Workshop:
    """Write down how many dots a priority got, None for not counted; raises ValueError below 0."""
    if dots is not None and dots < 0:
        raise ValueError("Nobody can give fewer than no dots.")
    return workshop.change(Priority, id, dots=dots)


def order_by_dots(workshop: Workshop) -> Workshop:
    """Put the priorities into the order of their dots, most first, uncounted last; equals stay as they stand."""
    return ranks.arrange(workshop, sorted(workshop.priorities, key=lambda row: 1 if row.dots is None else -row.dots))


def dots_default(options: int) -> int:
    """How many dots each voter gets for so many options: a third, but at least 2 and at most 6."""
    return min(max(options // 3, 2), 6)


def dots_each(workshop: Workshop) -> int:
    """How many dots each voter has: what the room said, or else the default for the number of candidates."""
    return workshop.brief.dots_each or dots_default(len(workshop.priorities))


def dots_cap(workshop: Workshop) -> int:
    """How many dots a voter may put on one item."""
    return workshop.brief.dots_cap or DOTS_CAP
