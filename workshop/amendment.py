"""A change of the plan that is being made: what is known of it so far, which question comes next, and making it.

What was answered is one frozen value that can be written down as text, so that a half-made change outlives the screen
it is typed on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.nouns.base import Noun
from data.nouns.change import Cause, Kind
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition
from data.value import Workshop
from workshop import answers, changes, steps
from workshop.actions import changing, owners
from workshop.actions.changing import Why
from workshop.lists.reading import read
from workshop.wording import Field

#: What is asked about every change, behind what the kind itself asks.
_WHY = ("cause", "reason", "decided_by", "where", "knock_on")

#: What each kind asks for before that.
_ASKED: Mapping[Kind, tuple[str, ...]] = {
    Kind.DATE_MOVED: ("item", "due"),
    Kind.SCOPE_CUT: ("item", "done_when"),
    Kind.SCOPE_ADDED: ("item", "done_when"),
    Kind.OWNER_CHANGED: ("item", "owner"),
    Kind.MILESTONE_ADDED: ("item", "title", "due", "done_when"),
    Kind.MILESTONE_SPLIT: ("item", "title", "due", "done_when"),
    Kind.MILESTONE_MERGED: ("item", "into"),
    Kind.MILESTONE_DROPPED: ("item",),
    Kind.PRIORITY_ADDED: ("title", "owner"),
    Kind.PRIORITY_PAUSED: ("item",),
    Kind.PRIORITY_DROPPED: ("item",),
    Kind.ASSUMPTION_UPDATED: ("item", "confidence"),
    Kind.CHOICE_CHANGED: ("item", "field", "value"),
}

#: Where it was decided: here, or by the owner within what an owner may do alone.
HERE, ALONE = "here", "alone"

#: The row that a change is of is taken away.
GONE = "gone"

#: What stands for all that is asked about what is added: a table that was pasted.
TABLE = "table"

#: What such a table is a list of.
MILESTONES = "milestones"

#: Which answer makes which questions needless.
_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "text": ("confidence",),
    GONE: ("field", "value", "confidence"),
    TABLE: ("title", "due", "done_when"),
}

#: What is promised was only said in other words, which is no change.
REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is known so far of a change: the answers by the names of their questions, as text."""

    told: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, kind: Kind | None = None, item: str = "") -> Amendment:
        """A change of this kind, of this row."""
        known = (("kind", kind.value if kind else ""), ("item", item))
        return cls(tuple((name, value) for name, value in known if value))

    @classmethod
    def read(cls, text: str) -> Amendment | None:
        """What `str` made a text of; None for another text."""
        try:
            told = json.loads(text)
            return cls(tuple((str(name), str(value)) for name, value in told))
        except (ValueError, TypeError):
            return None

    def __str__(self) -> str:
        return json.dumps(self.told, ensure_ascii=False)

    def get(self, name: str) -> str:
        return dict(self.told).get(name, "")

    def put(self, name: str, value: str) -> Amendment:
        """With one more answer."""
        return Amendment((*self.told, (name, value)))

    def given(self, name: str, value: str) -> Amendment:
        """With what was typed before any question, if anything was."""
        return self.put(name, value) if value else self

    @property
    def kind(self) -> Kind | None:
        """The kind of change; None until it is said, and for other words that mean the same."""
        kind = self.get("kind")
        return Kind(kind) if kind and kind != REWORDED else None

    @property
    def asks(self) -> str:
        """The question that comes next, "" when all are answered."""
        known = dict(self.told)
        if "kind" not in known:
            return "kind"
        settled = {*known, *(name for told in known for name in _INSTEAD.get(told, ()))}
        return next((name for name in (*_ASKED[self.kind], *_WHY) if name not in settled), "") if self.kind else ""


def amend(workshop: Workshop, amendment: Amendment, check_in_id: str | None, today: date, at: datetime) -> Workshop:
    """Make the change, with its record, at a check-in or between two. Raises KeyError when what it is about is gone."""
    get = amendment.get
    if amendment.kind is None:
        return workshop.change(Milestone, get("item"), done_when=get("done_when"))
    why = Why(
        on=today,
        reason=get("reason"),
        cause=Cause(get("cause")),
        decided_by=get("decided_by"),
        check_in_id=check_in_id,
        alone=get("where") == ALONE,
        knock_on=get("knock_on"),
        at=at,
    )
    item, due = get("item"), changes.day(get("due"))
    if get(GONE):
        return changing.take_away(workshop, item, why)
    if get(TABLE):
        found = read(workshop, MILESTONES, get(TABLE), today, of=item)
        return changing.record_added(found.workshop, found.added, why)
    match amendment.kind:
        case Kind.DATE_MOVED:
            return changing.move_date(workshop, item, due, why) if due else workshop
        case Kind.SCOPE_CUT | Kind.SCOPE_ADDED as kind:
            return changing.cut_scope(workshop, item, get("done_when"), why, adds=kind is Kind.SCOPE_ADDED)
        case Kind.OWNER_CHANGED:
            return changing.change_owner(workshop, item, get("owner"), why)
        case Kind.MILESTONE_ADDED:
            return changing.add_milestone(workshop, item, get("title"), due, get("done_when"), why)
        case Kind.MILESTONE_SPLIT:
            return changing.split(workshop, item, get("title"), due, get("done_when"), why)
        case Kind.MILESTONE_MERGED:
            return changing.merge(workshop, item, get("into"), why)
        case Kind.MILESTONE_DROPPED:
            return changing.drop_milestone(workshop, item, why)
        case Kind.PRIORITY_ADDED:
            known = workshop.get(Priority, get("title"))
            if known is None:
                return changing.add_priority(workshop, get("title"), why, get("owner"))
            workshop = changing.resume_priority(workshop, known.id, why)
            return owners.name(workshop, known.id, get("owner")) if get("owner") else workshop
        case Kind.PRIORITY_PAUSED:
            return changing.pause_priority(workshop, item, why)
        case Kind.PRIORITY_DROPPED:
            return changing.drop_priority(workshop, item, why)
        case Kind.ASSUMPTION_UPDATED:
            sure = get("confidence")
            return changing.update_assumption(
                workshop, item, why, confidence=int(sure) if sure else None, text=get("text")
            )
    field = choice_field(workshop, amendment)
    value = answers.read(field, get("value"), workshop, today).value
    return changing.change_choice(workshop, item, field.name, value, why)


def choice_field(workshop: Workshop, amendment: Amendment) -> Field:
    """Return the field of a choice that changes; raises KeyError when what it is about is gone."""
    row = row_of(workshop, amendment.get("item"))
    if row is None:
        raise KeyError(amendment.get("item"))
    return steps.load().field(row.table, amendment.get("field"))


def row_of(workshop: Workshop, id: str) -> Noun | None:
    """Return the row of this id that a change can be about, None for any other."""
    nouns: tuple[type[Noun], ...] = (Brief, Milestone, Priority, Condition, Arena, Principle)
    return next((row for noun in nouns if (row := workshop.get(noun, id)) is not None), None)
