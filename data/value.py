"""A workshop as one immutable value: its set of rows, with typed access, and the cascade of a removal."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from data.errors import Gone
from data.nouns.assessment import Assessment, Rating
from data.nouns.base import Noun
from data.nouns.change import Adjustment
from data.nouns.check_in import Sitting
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Helps, Milestone, Needs, Priority, Risk, Serves
from data.nouns.rhythm import Cadence, CheckIn, Trigger
from data.nouns.room import Acceptance, Action, Brief, Carried, Consent, Objection, Parked, Party, Reservation, Stretch
from data.nouns.strategy import Arena, Capability, Condition
from data.tables import NOUN, REFERENCES

N = TypeVar("N", bound=Noun)


class Key(NamedTuple):
    """Where a row stands in the value: its table and its id."""

    table: str
    id: str


class Workshop:
    """One workshop at one moment. Two are equal when their rows are; changing one makes another.

    `rows` maps keys to frozen rows; `series` maps a letter to the highest number ever given with it, so that
    an id is never given twice, not even after an undo.
    """

    __slots__ = ("_groups", "_lists", "rows", "series")

    rows: Mapping[Key, Noun]
    series: Mapping[str, int]

    def __init__(self, rows: Mapping[Key, Noun], series: Mapping[str, int] | None = None) -> None:
        self.rows = MappingProxyType(dict(rows))
        last = dict(series or {})
        for row in rows.values():
            if row.letter:
                last[row.letter] = max(last.get(row.letter, 0), row.number)
        self.series = MappingProxyType(last)
        self._lists: dict[str, tuple[Noun, ...]] = {}
        self._groups: dict[tuple[str, str], dict[str, list[Noun]]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Workshop) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(frozenset(self.rows))

    def __repr__(self) -> str:
        return f"<Workshop {self.brief.title!r}, {len(self.rows)} rows>"

    # -- reading ---------------------------------------------------------------------------------------------

    def of(self, noun: type[N]) -> tuple[N, ...]:
        """All rows of a noun, by rank where it has one, else by number."""
        found = self._lists.get(noun.table)
        if found is None:
            rows = [row for key, row in self.rows.items() if key.table == noun.table]
            found = tuple(sorted(rows, key=lambda row: (getattr(row, "rank", ""), row.number, row.id)))
            self._lists[noun.table] = found
        return cast(tuple[N, ...], found)

    def _of(self, noun: type[N], reference: str, id: str) -> tuple[N, ...]:
        """The rows of a noun that refer to one row, in their order."""
        groups = self._groups.get((noun.table, reference))
        if groups is None:
            groups = self._groups[noun.table, reference] = {}
            for row in self.of(noun):
                groups.setdefault(getattr(row, reference), []).append(row)
        return cast(tuple[N, ...], tuple(groups.get(id, ())))

    def get(self, noun: type[N], id: str | None) -> N | None:
        """The row with this id, or None."""
        return cast(N | None, self.rows.get(Key(noun.table, id or "")))

    def row(self, noun: type[N], id: str) -> N:
        """The row with this id; raises Gone when there is none (any more)."""
        row = self.get(noun, id)
        if row is None:
            raise Gone(Key(noun.table, id))
        return row

    @property
    def brief(self) -> Brief:
        return self.row(Brief, "W")

    @property
    def parties(self) -> tuple[Party, ...]:
        return self.of(Party)

    @property
    def participants(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.participant)

    @property
    def carried(self) -> tuple[Carried, ...]:
        return self.of(Carried)

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self.of(Measure)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.of(Fact)

    @property
    def principles(self) -> tuple[Principle, ...]:
        return self.of(Principle)

    @property
    def arenas(self) -> tuple[Arena, ...]:
        return self.of(Arena)

    @property
    def priorities(self) -> tuple[Priority, ...]:
        return self.of(Priority)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """Those of the plan as it stands; `of(Milestone)` has those too that were dropped from it."""
        return tuple(row for row in self.of(Milestone) if row.dropped_on is None)

    @property
    def risks(self) -> tuple[Risk, ...]:
        return self.of(Risk)

    @property
    def cadences(self) -> tuple[Cadence, ...]:
        """The kinds of check-in there are, the most frequent one first."""
        order = list(CheckIn)
        return tuple(sorted(self.of(Cadence), key=lambda row: order.index(row.kind)))

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        return self.of(Trigger)

    @property
    def reservations(self) -> tuple[Reservation, ...]:
        return self.of(Reservation)

    @property
    def parked(self) -> tuple[Parked, ...]:
        return self.of(Parked)

    @property
    def actions(self) -> tuple[Action, ...]:
        return self.of(Action)

    @property
    def acceptances(self) -> tuple[Acceptance, ...]:
        return self.of(Acceptance)

    @property
    def consents(self) -> tuple[Consent, ...]:
        """The rounds of consent, in the order in which they were proposed."""
        return self.of(Consent)

    def objections(self, consent_id: str) -> tuple[Objection, ...]:
        """What was said against a proposal, concerns included."""
        return self._of(Objection, "consent_id", consent_id)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The time of steps and pauses, as far as it is known to be other than the agenda's."""
        return self.of(Stretch)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        return self.of(Assessment)

    def ratings(self, assessment_id: str) -> tuple[Rating, ...]:
        return self._of(Rating, "assessment_id", assessment_id)

    @property
    def check_ins(self) -> tuple[Sitting, ...]:
        return self.of(Sitting)

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        return self.of(Adjustment)

    def at(self, noun: type[N], check_in_id: str) -> tuple[N, ...]:
        """The rows of a noun that were written down at one check-in."""
        return tuple(row for row in self.of(noun) if getattr(row, "check_in_id", None) == check_in_id)

    def party(self, id: str | None) -> Party | None:
        return self.get(Party, id)

    def conditions(self, arena_id: str) -> tuple[Condition, ...]:
        return self._of(Condition, "arena_id", arena_id)

    def capabilities(self, arena_id: str) -> tuple[Capability, ...]:
        return self._of(Capability, "arena_id", arena_id)

    def served_by(self, priority: Priority) -> tuple[Arena, ...]:
        """The arenas a priority serves, in the arenas' order (not spelled out when it serves all of them)."""
        ids = {link.arena_id for link in self._of(Serves, "priority_id", priority.id)}
        return tuple(arena for arena in self.arenas if arena.id in ids)

    def helpers(self, priority: Priority) -> tuple[Party, ...]:
        ids = {link.party_id for link in self._of(Helps, "priority_id", priority.id)}
        return tuple(party for party in self.parties if party.id in ids)

    def milestones_of(self, priority_id: str) -> tuple[Milestone, ...]:
        return tuple(row for row in self._of(Milestone, "priority_id", priority_id) if row.dropped_on is None)

    def needed_by(self, milestone: Milestone) -> tuple[Milestone, ...]:
        """The milestones that must be finished before this one, by number."""
        ids = {link.needs_id for link in self._of(Needs, "milestone_id", milestone.id)}
        return tuple(row for row in self.milestones if row.id in ids)

    # -- making another ----------------------------------------------------------------------------------------

    def put(self, *rows: Noun) -> "Workshop":
        """Return the value with these rows added, or standing where rows with their ids stood."""
        return Workshop({**self.rows, **{Key(row.table, row.id): row for row in rows}}, self.series)

    def add(self, noun: type[N], **fields: Any) -> tuple["Workshop", N]:
        """Return the value with a new row that takes the next number of its series, and the row."""
        row = noun(id=f"{noun.letter}{self.series.get(noun.letter, 0) + 1}", **fields)
        return self.put(row), row

    def change(self, noun: type[Noun], id: str, **fields: Any) -> "Workshop":
        """Return the value with some fields of one row changed; raises Gone when there is no such row."""
        row = self.row(noun, id)
        new = row.replace(**fields)
        return self if new == row else self.put(new)

    def remove(self, key: Key) -> "Workshop":
        """Return the value without a row; what requires it goes too, what merely refers to it forgets it."""
        rows = dict(self.rows)
        waiting = [key]
        while waiting:
            gone = waiting.pop()
            if rows.pop(gone, None) is None:
                continue
            for other, column, required in _referring(rows, gone):
                if required:
                    waiting.append(other)
                else:
                    rows[other] = rows[other].replace(**{column: None})
        return Workshop(rows, self.series)


def _referring(rows: Mapping[Key, Noun], to: Key) -> list[tuple[Key, str, bool]]:
    """Which rows hold the id of `to`: their key, the column, and whether they cannot do without it."""
    references = [ref for ref in REFERENCES if ref.target == to.table]
    return [
        (key, ref.column, ref.required)
        for ref in references
        for key, row in rows.items()
        if key.table == ref.table and getattr(row, ref.column) == to.id
    ]


def link(noun: type[N], **ids: str) -> N:
    """A link row, its id made of the two ids it joins: `link(Serves, priority_id="P1", arena_id="A3")`."""
    return noun(id="-".join(ids.values()), **ids)


def of_rows(rows: Iterable[Noun], series: Mapping[str, int] | None = None) -> Workshop:
    """A value from rows alone."""
    return Workshop({Key(row.table, row.id): row for row in rows}, series)


def noun_of(table: str) -> type[Noun]:
    """The noun kept in a table; raises KeyError for an unknown table."""
    return NOUN[table]
