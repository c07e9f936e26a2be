"""A workshop as it is when the room arrives at one of its steps: what was asked before is answered, the rest is not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, takewhile

from data.nouns.base import Noun
from data.nouns.planning import Helps, Needs, Serves
from data.nouns.room import Brief, Carried, Parked, Party
from data.tables import NOUN, REFERENCES
from data.value import Key, Workshop
from workshop.actions.opening import begin
from workshop.rules.registry import RULES
from workshop.steps import load
from workshop.wording import Field, Step

#: What was set down before its step asks what becomes of it, and what stands of it until then.
_SET_DOWN: dict[str, tuple[str, ...]] = {Carried.table: ("text", "since"), Parked.table: ("text",)}

#: The rows that a field joins with, where it has no column of its own.
_LINKS: dict[str, type[Noun]] = {"serves": Serves, "helpers": Helps, "needs": Needs}


def arriving(workshop: Workshop, step: str) -> Workshop:
    """Return a workshop as it was before `step` was begun; raises KeyError when the method has no such step."""
    content = load()
    content.step(step)
    before = list(takewhile(lambda each: each.key != step, content.steps))
    ahead = list(dropwhile(lambda each: each.key != step, content.steps))
    known = {Brief.table, *(field.noun for each in before for field in each.fields)}
    if before:
        known.add(Parked.table)  # thoughts are parked from the first minute on
    known.add(Carried.table)
    workshop = _without(workshop, {field.noun for each in ahead for field in each.fields} - known)
    for field in (field for each in ahead for field in each.fields if field.noun in known):
        workshop = _unanswered(workshop, field)
    workshop = _set_down(workshop, {each.key for each in ahead})
    return _in_passing(_not_yet_accepted(workshop, before)).change(
        Brief, "W", version=0, adopted_on=None, adopted_at=None
    )


def _without(workshop: Workshop, tables: Iterable[str]) -> Workshop:
    gone = set(tables)
    for key in [key for key in workshop.rows if key.table in gone]:
        workshop = workshop.remove(key)
    return workshop


def _unanswered(workshop: Workshop, field: Field) -> Workshop:
    """The workshop with nothing said of a field; of the workshop itself, what it begins with."""
    if (joining := _LINKS.get(field.name)) is not None:
        return _without(workshop, {joining.table})
    if field.noun in _SET_DOWN:
        return workshop
    noun = NOUN[field.noun]
    value = noun.model_fields[field.name].get_default()
    if noun is Brief:
        brief = workshop.brief
        if brief.held_on is not None:
            begun = begin(brief.title, brief.organization, brief.agenda, today=brief.held_on).brief
            value = None if field.name in ("decider_id", "keeper_id") else getattr(begun, field.name)
    for row in workshop.of(noun):
        workshop = workshop.change(noun, row.id, **{field.name: value})
    return workshop


def _set_down(workshop: Workshop, ahead: Iterable[str]) -> Workshop:
    """What was set down waits for an answer where the step that asks for it is still to come."""
    asked = {field.noun for key in ahead for field in load().step(key).fields}
    for table, stands in _SET_DOWN.items():
        for row in workshop.of(NOUN[table]) if table in asked else ():
            kept = {name: getattr(row, name) for name in ("id", *stands)}
            workshop = workshop.put(type(row)(**kept))
    return workshop


def _not_yet_accepted(workshop: Workshop, before: Iterable[Step]) -> Workshop:
    """What the checks of later steps found was not gone past yet."""
    keys = {step.key for step in before}
    for row in workshop.acceptances:
        if row.code not in RULES or RULES[row.code].step not in keys:
            workshop = workshop.remove(Key(row.table, row.id))
    return workshop


def _in_passing(workshop: Workshop) -> Workshop:
    """Whoever is only named by what is not there yet is not known yet."""
    named = {
        getattr(row, reference.column)
        for reference in REFERENCES
        if reference.target == Party.table
        for row in workshop.of(NOUN[reference.table])
    }
    for party in workshop.parties:
        if not party.participant and party.id not in named:
            workshop = workshop.remove(Key(Party.table, party.id))
    return workshop
