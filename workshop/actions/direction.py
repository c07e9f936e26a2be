"""Direction: measures, facts and principles are named, put in order and taken away; the rest is set field by field."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.value import Key, Workshop
from workshop.actions import ranks
from workshop.actions.lines import kept


def add_measure(workshop: Workshop, name: str) -> Workshop:
    """Say what is counted. Nothing is added without a name."""
    name = kept(name)
    return workshop.add(Measure, name=name, rank=ranks.last(workshop.measures))[0] if name else workshop


def add_fact(workshop: Workshop, text: str, source: str = "") -> Workshop:
    """Write down what is known, and where from. Nothing is added without a text."""
    text = kept(text)
    if not text:
        return workshop
    return workshop.add(Fact, text=text, source=kept(source), rank=ranks.last(workshop.facts))[0]


def add_principle(workshop: Workshop, rule: str, will_not: str = "") -> Workshop:
    """Lay down a rule, and what it forbids. Nothing is added without a rule."""
    rule = kept(rule)
    if not rule:
        return workshop
    return workshop.add(Principle, rule=rule, will_not=kept(will_not), rank=ranks.last(workshop.principles))[0]


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a measure, a fact or a principle up (negative) or down among its like."""
    return ranks.move(workshop, workshop.of(_noun(id)), id, places)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a measure, a fact or a principle away."""
    return workshop.remove(Key(workshop.row(_noun(id), id).table, id))


def _noun(id: str) -> type[Noun]:
    nouns: dict[str, type[Noun]] = {noun.letter: noun for noun in (Measure, Fact, Principle)}
    return nouns[id[:1]]
