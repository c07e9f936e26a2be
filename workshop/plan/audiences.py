"""Who a document is for, and what of a workshop they get to see: decided here once, for every format there is.

What an audience does not get is taken out of the workshop's value before a plan is made from it, so that no format
can show it, whatever the format shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from data.nouns.assessment import Assessment
from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Helps, Milestone, Needs, Priority, Serves, Status
from data.nouns.rhythm import Cadence
from data.nouns.room import Acceptance, Brief, Party, Reservation, Stretch
from data.nouns.strategy import Arena, Capability, Verdict
from data.tables import REFERENCES
from data.value import Key, Workshop


class Audience(StrEnum):
    """Each gets less than the one before.

    The team gets all. The board does not get what is marked internal, in spite of which warnings something was
    decided, the votes, how many hours an owner has and what leaves their desk, how long things took in the session,
    nor who had a reservation or answered the self-assessment. The public gets the direction, the choices and the
    priorities, without the reasons for what is not for us.
    """

    TEAM = "team"
    BOARD = "board"
    PUBLIC = "public"


#: All that the public gets of anything: a noun that is new is not public until it stands here.
_PUBLIC = frozenset(
    (Brief, Party, Measure, Fact, Principle, Arena, Capability, Priority, Serves, Helps, Milestone, Needs, Cadence)
)

#: What the public gets of the workshop's own row.
_PUBLIC_BRIEF = (
    *("id", "title", "organization", "agenda", "scope", "held_on", "ends_at", "horizon_start", "horizon_end"),
    *("obstacle", "aspiration", "vision", "zone", "language", "rhythm", "next_on", "keeper_id", "message"),
    *("version", "adopted_on"),
)

#: References that are more than a mention: what is left of the row without the other one would tell of it.
_TELLS_OF = frozenset((("risk", "priority_id"), ("action", "parked_id"), ("win", "milestone_id")))


def seen_by(workshop: Workshop, audience: Audience) -> Workshop:
    """Return the workshop as an audience gets to see it: without rows that are not for them, and what tells of those.

    For the team that is the workshop itself.
    """
    if audience is Audience.TEAM:
        return workshop
    shows, narrowed = _RULES[audience]
    seen = _without(workshop, {key for key, row in workshop.rows.items() if _internal(row) or not shows(row)})
    seen = Workshop({key: narrowed(row) for key, row in seen.rows.items()}, seen.series)
    if audience is Audience.PUBLIC:
        named = {getattr(row, column) for row, column in _references(seen) if column != "lead_id"}
        seen = _without(seen, {Key(Party.table, row.id) for row in seen.parties if row.id not in named})
    return seen


def _internal(row: Noun) -> bool:
    return bool(getattr(row, "internal", False))


# -- what is left out, and what goes with it ---------------------------------------------------------------------------


def _without(workshop: Workshop, gone: set[Key]) -> Workshop:
    """Return the workshop without some rows, and without those that could not stand without them or tell of them."""
    rows = workshop.rows
    held = [
        (key, Key(reference.target, id), reference.required or (reference.table, reference.column) in _TELLS_OF)
        for reference in REFERENCES
        for key in rows
        if key.table == reference.table and (id := getattr(rows[key], reference.column))
    ]
    held += [(key, other, True) for key in rows for other in _named(workshop, rows[key])]
    gone, before = set(gone), 0
    while len(gone) > before:
        before = len(gone)
        gone |= {key for key, other, tells in held if tells and other in gone}
    return Workshop({key: _forgetting(row, gone) for key, row in rows.items() if key not in gone}, workshop.series)


def _named(workshop: Workshop, row: Noun) -> Iterator[Key]:
    """The rows that a row is about without a reference to them: a warning that was accepted, a change of the plan."""
    ids = set(str(getattr(row, "item", "")).split("-"))
    if ids != {""}:
        yield from (key for key in workshop.rows if key.id in ids)


def _forgetting(row: Noun, gone: set[Key]) -> Noun:
    """Return a row without its references to rows that are gone."""
    lost = {
        reference.column: None
        for reference in REFERENCES
        if reference.table == row.table and Key(reference.target, getattr(row, reference.column) or "") in gone
    }
    return row.replace(**lost) if lost else row


def _references(workshop: Workshop) -> Iterator[tuple[Noun, str]]:
    for row in workshop.rows.values():
        yield from ((row, each.column) for each in REFERENCES if each.table == row.table)


# -- what each audience gets -------------------------------------------------------------------------------------------


def _shown_to_the_board(row: Noun) -> bool:
    return not isinstance(row, Acceptance)


def _as_the_board_sees_it(row: Noun) -> Noun:
    match row:
        case Priority():
            return row.replace(hours=None, leaves_desk="", dots=None)
        case Reservation():
            return row.replace(party_id=None)
        case Stretch():
            return row.replace(taken=None, before=None)
        case Assessment():
            return row.replace(names=())
        case Brief():
            return row.replace(dots_each=None, dots_cap=None, abstained=None, attributed=False)
    return row


def _shown_to_the_public(row: Noun) -> bool:
    match row:
        case Arena():
            return row.verdict is not Verdict.UNDECIDED
        case Priority():
            return row.status is Status.SELECTED
    return type(row) in _PUBLIC


def _as_the_public_sees_it(row: Noun) -> Noun:
    match row:
        case Brief():
            return Brief(**{name: getattr(row, name) for name in _PUBLIC_BRIEF})
        case Party():
            return Party(id=row.id, name=row.name, kind=row.kind)
        case Priority():
            return row.replace(hours=None, leaves_desk="", dots=None, note="", accepted_if="")
        case Arena() if row.verdict is Verdict.NOT_US:
            return row.replace(reason="")
    return row


_RULES: dict[Audience, tuple[Callable[[Noun], bool], Callable[[Noun], Noun]]] = {
    Audience.BOARD: (_shown_to_the_board, _as_the_board_sees_it),
    Audience.PUBLIC: (_shown_to_the_public, _as_the_public_sees_it),
}
