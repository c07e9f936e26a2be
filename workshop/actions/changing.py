"""Changes of an adopted plan: each is made together with its record, which says from what to what, why and who decided.

A flex (dates, scope, owners, milestones) is quick; a change of choice is for the quarterly check-in or a fired trigger.
What the first adopted date was is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from data.nouns.base import Noun
from data.nouns.change import Adjustment, Cause, Kind
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Needs, Priority, Status
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition
from data.value import Key, Workshop, link
from workshop import changes
from workshop.actions import milestones, owners, parties, priorities
from workshop.actions.lines import kept

#: The fields of the choices: changing one is no flex.
CHOICES: dict[type[Noun], tuple[str, ...]] = {
    Brief: ("obstacle", "aspiration", "vision"),
    Arena: ("verdict", "reason", "alternative", "advantage", "proof"),
    Principle: ("rule", "will_not"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """What is recorded of a change beside what it changes.

    `on` is the day and `at` the instant (aware) it is written down; `decided_by` is a name, known or new, "" for the
    owner; `check_in_id` where it was decided, None for an owner `alone`. `knock_on` says what it means for others,
    `reviewed` are the ids of what was looked at for that.
    """

    on: date
    reason: str = ""
    cause: Cause = Cause.UNSAID
    decided_by: str = ""
    check_in_id: str | None = None
    alone: bool = False
    knock_on: str = ""
    reviewed: tuple[str, ...] = ()
    evidence: str = ""
    look_on: date | None = None
    at: datetime | None = None


def move_date(workshop: Workshop, id: str, to: date, why: Why) -> Workshop:
    """Move a milestone's due date. Moving it again within 15 minutes puts the same change right."""
    row = workshop.row(Milestone, id)
    if row.due == to:
        return workshop
    last = next(reversed(changes.moves(workshop, id)), None)
    changed = workshop.change(Milestone, id, due=to)
    if last is not None and why.at is not None and changes.is_correctable(last, why.at):
        return correct(changed, last.id, why, now=to)
    return _record(changed, Kind.DATE_MOVED, row, "due", row.due, to, why)


def cut_scope(workshop: Workshop, id: str, done_when: str, why: Why, *, adds: bool = False) -> Workshop:
    """Cut what a milestone promises, or with `adds` promise more: by what a stranger would check."""
    row, done_when = workshop.row(Milestone, id), kept(done_when)
    if not done_when or done_when == row.done_when:
        return workshop
    changed = workshop.change(Milestone, id, done_when=done_when)
    kind = Kind.SCOPE_ADDED if adds else Kind.SCOPE_CUT
    return _record(changed, kind, row, "done_when", row.done_when, done_when, why)


def change_owner(workshop: Workshop, id: str, name: str, why: Why) -> Workshop:
    """Give a milestone or a priority to somebody else, known or new; a new owner of a priority is to be asked."""
    noun: type[Priority] | type[Milestone] = Priority if id.startswith(Priority.letter) else Milestone
    row = workshop.row(noun, id)
    was_id = row.owner_id
    if isinstance(row, Milestone):
        was_id = row.owner_id or workshop.row(Priority, row.priority_id).owner_id
    was = workshop.party(was_id)
    if isinstance(row, Priority):
        changed = owners.name(workshop, id, name)
    else:
        changed, owner_id = parties.named(workshop, name)
        changed = changed.change(Milestone, id, owner_id=owner_id)
    now = kept(name)
    if not now or (was is not None and parties.find(changed, now) == was):
        return workshop
    return _record(changed, Kind.OWNER_CHANGED, row, "owner_id", was.name if was else "", now, why)


def add_milestone(
    workshop: Workshop, priority_id: str, title: str, due: date | None, done_when: str, why: Why
) -> Workshop:
    """Promise another result. Nothing is added without a title."""
    changed = milestones.add(workshop, priority_id, title, due, done_when)
    if changed == workshop:
        return workshop
    return _record(changed, Kind.MILESTONE_ADDED, changed.milestones[-1], "due", None, due, why)


def record_added(workshop: Workshop, ids: Iterable[str], why: Why) -> Workshop:
    """Record milestones that were added together, a change each, for one reason."""
    for id in ids:
        row = workshop.row(Milestone, id)
        workshop = _record(workshop, Kind.MILESTONE_ADDED, row, "due", None, row.due, why)
    return workshop


def split(workshop: Workshop, id: str, title: str, due: date | None, done_when: str, why: Why) -> Workshop:
    """Take a part of a milestone out, as one of its own that the rest needs first. Nothing happens without a title."""
    row = workshop.row(Milestone, id)
    changed = milestones.add(workshop, row.priority_id, title, due, done_when)
    if changed == workshop:
        return workshop
    new = changed.milestones[-1].replace(owner_id=row.owner_id)
    for needs in workshop.of(Needs):
        if needs.milestone_id == id:
            changed = changed.put(link(Needs, milestone_id=new.id, needs_id=needs.needs_id))
    changed = changed.put(new, link(Needs, milestone_id=id, needs_id=new.id))
    return _record(changed, Kind.MILESTONE_SPLIT, new, "title", row.title, new.title, why)


def merge(workshop: Workshop, id: str, into: str, why: Why) -> Workshop:
    """Let one milestone stand for two: `id` is dropped, and what needed it needs `into`."""
    row, stays = workshop.row(Milestone, id), workshop.row(Milestone, into)
    if id == into:
        return workshop
    changed = workshop.change(Milestone, id, dropped_on=why.on)
    for needs in workshop.of(Needs):
        if needs.needs_id == id and needs.milestone_id != into:
            changed = changed.put(link(Needs, milestone_id=needs.milestone_id, needs_id=into))
    return _record(changed, Kind.MILESTONE_MERGED, row, "title", row.title, f"{into}: {stays.title}", why)


def drop_milestone(workshop: Workshop, id: str, why: Why) -> Workshop:
    """Drop a milestone; it stays in the record, and its number is not given again."""
    row = workshop.row(Milestone, id)
    if row.dropped_on is not None:
        return workshop
    changed = workshop.change(Milestone, id, dropped_on=why.on)
    return _record(changed, Kind.MILESTONE_DROPPED, row, "due", row.due, None, why)


def add_priority(workshop: Workshop, title: str, why: Why, owner: str | None = None) -> Workshop:
    """Take a new priority into the plan. Nothing is added without a title."""
    changed = priorities.add(workshop, title)
    if changed == workshop:
        return workshop
    new = max(changed.priorities, key=lambda row: row.number)
    changed = priorities.decide(changed, new.id, Status.SELECTED)
    if owner:
        changed = owners.name(changed, new.id, owner)
    return _record(changed, Kind.PRIORITY_ADDED, new, "status", None, Status.SELECTED, why)


def resume_priority(workshop: Workshop, id: str, why: Why) -> Workshop:
    """Take a candidate that was put off, or dropped, into the plan."""
    return _decide(workshop, id, Status.SELECTED, Kind.PRIORITY_ADDED, why)


def pause_priority(workshop: Workshop, id: str, why: Why) -> Workshop:
    """Put a priority off to later; its milestones wait with it."""
    return _decide(workshop, id, Status.LATER, Kind.PRIORITY_PAUSED, why)


def drop_priority(workshop: Workshop, id: str, why: Why) -> Workshop:
    """Drop a priority, and its milestones with it."""
    return _decide(workshop, id, Status.DROPPED, Kind.PRIORITY_DROPPED, why)


def update_assumption(
    workshop: Workshop, id: str, why: Why, *, confidence: int | None = None, text: str | None = None
) -> Workshop:
    """Trust a condition more or less (1 to 5), or say it otherwise."""
    row = workshop.row(Condition, id)
    if confidence is not None and confidence != row.confidence:
        changed = workshop.change(Condition, id, confidence=confidence)
        workshop = _record(changed, Kind.ASSUMPTION_UPDATED, row, "confidence", row.confidence, confidence, why)
    text = kept(text or "")
    if text and text != row.text:
        changed = workshop.change(Condition, id, text=text)
        workshop = _record(changed, Kind.ASSUMPTION_UPDATED, row, "text", row.text, text, why)
    return workshop


def change_choice(workshop: Workshop, id: str, field: str, value: Any, why: Why) -> Workshop:
    """Change the direction ("W"), a place or how it is won ("A3"), or a principle ("X1").

    Raises KeyError for a field that is none of the choices.
    """
    noun = next(noun for noun in CHOICES if id.startswith(noun.letter or "W") and (noun.letter or id == "W"))
    if field not in CHOICES[noun]:
        raise KeyError(field)
    row = workshop.row(noun, id)
    was = getattr(row, field)
    value = kept(value) if isinstance(value, str) and not isinstance(value, Enum) else value
    if value == was:
        return workshop
    changed = workshop.change(noun, id, **{field: value})
    return _record(changed, Kind.CHOICE_CHANGED, row, field, was, value, why)


def take_away(workshop: Workshop, id: str, why: Why) -> Workshop:
    """Take a condition or a principle away; the record keeps what it said."""
    if id.startswith(Condition.letter):
        condition = workshop.row(Condition, id)
        changed = workshop.remove(Key(Condition.table, id))
        return _record(changed, Kind.ASSUMPTION_UPDATED, condition, "text", condition.text, None, why)
    principle = workshop.row(Principle, id)
    changed = workshop.remove(Key(Principle.table, id))
    return _record(changed, Kind.CHOICE_CHANGED, principle, "rule", principle.rule, None, why)


def correct(workshop: Workshop, id: str, why: Why, *, now: Any = None) -> Workshop:
    """Put the record of a change right while it is fresh: its reason and all that goes with it, and what it led to.

    Back to what it was before is no change at all, so its record goes; the history has it. Raises ValueError when it
    was made more than 15 minutes before `why.at`.
    """
    row = workshop.row(Adjustment, id)
    if why.at is None or not changes.is_correctable(row, why.at):
        raise ValueError("It was written down more than 15 minutes ago: make another change instead.")
    led_to = row.now if now is None else _text(now)
    if led_to == row.was:
        return workshop.remove(Key(row.table, id))
    workshop, fields = _reasons(workshop, why, why.decided_by or _name(workshop, row.decided_by_id))
    return workshop.change(Adjustment, id, **{**fields, "at": row.at, "now": led_to})


def look_again(workshop: Workshop, id: str, on: date | None, evidence: str | None = None) -> Workshop:
    """Say when a change is looked at again (None: it is settled), and what shows that it was right."""
    fields: dict[str, Any] = {"look_on": on} if evidence is None else {"look_on": on, "evidence": kept(evidence)}
    return workshop.change(Adjustment, id, **fields)


def put_right(workshop: Workshop, id: str, field: str, at: datetime) -> Workshop:
    """Let the record of a change that was made within 15 minutes lead to what the field of a row is by now.

    Back to what it was before is no change at all, so its record goes. Any other record stays as it is.
    """
    record = changes.fresh(workshop, id, field, at)
    row = next((row for key, row in workshop.rows.items() if key.id == id and hasattr(row, field)), None)
    if record is None or row is None:
        return workshop
    value = getattr(row, field)
    now = _name(workshop, value) if field == "owner_id" else _text(value)
    if now == record.was:
        return workshop.remove(Key(record.table, record.id))
    return workshop.change(Adjustment, record.id, now=now)


def _decide(workshop: Workshop, id: str, status: Status, kind: Kind, why: Why) -> Workshop:
    row = workshop.row(Priority, id)
    if row.status is status:
        return workshop
    return _record(priorities.decide(workshop, id, status), kind, row, "status", row.status, status, why)


def _record(workshop: Workshop, kind: Kind, row: Noun, field: str, was: Any, now: Any, why: Why) -> Workshop:
    """Write a change down; where nobody else is named, the owner has decided it."""
    workshop, fields = _reasons(workshop, why, why.decided_by or _owner(workshop, row))
    return workshop.add(
        Adjustment, kind=kind, item=row.id, about=_about(row), field=field, was=_text(was), now=_text(now), **fields
    )[0]


def _reasons(workshop: Workshop, why: Why, decided_by: str) -> tuple[Workshop, dict[str, Any]]:
    workshop, decided_by_id = parties.named(workshop, decided_by)
    return workshop, {
        "check_in_id": why.check_in_id,
        "on": why.on,
        "at": why.at,
        "cause": why.cause,
        "reason": kept(why.reason),
        "decided_by_id": decided_by_id,
        "alone": why.alone,
        "knock_on": kept(why.knock_on),
        "reviewed": why.reviewed,
        "evidence": kept(why.evidence),
        "look_on": why.look_on,
    }


def _owner(workshop: Workshop, row: Noun) -> str:
    priority = workshop.get(Priority, row.priority_id) if isinstance(row, Milestone) else None
    own = row.owner_id if isinstance(row, (Priority, Milestone)) else None
    return _name(workshop, own or (priority.owner_id if priority else None))


def _name(workshop: Workshop, party_id: str | None) -> str:
    party = workshop.party(party_id)
    return party.name if party else ""


def _about(row: Noun) -> str:
    words: Iterable[str] = ("title", "name", "text", "rule")
    if isinstance(row, Brief):
        return "the direction"
    return next((value for word in words if isinstance(value := getattr(row, word, None), str)), "")


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
    return kept(str(value))
