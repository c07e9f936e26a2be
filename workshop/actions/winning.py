"""How to win: what would have to be true in each place, how far it is trusted, what it takes, and the look back."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.room import Brief, LookBack
from data.nouns.strategy import Arena, Capability, Condition, Level
from data.value import Key, Workshop
from workshop.actions import ranks
from workshop.actions.lines import kept


def add_condition(workshop: Workshop, arena_id: str, text: str) -> Workshop:
    """Say what would have to be true to win in a place. Nothing is added without a text."""
    return _add(workshop, Condition, arena_id, text)


def add_capability(workshop: Workshop, arena_id: str, text: str) -> Workshop:
    """Say what winning in a place takes. Nothing is added without a text."""
    return _add(workshop, Capability, arena_id, text)


def trust(workshop: Workshop, id: str, confidence: int | None) -> Workshop:
    """Say how far a condition is trusted, from 1 (doubt) to 5 (sure), None for unsaid; raises ValueError beyond."""
    if confidence is not None and not 1 <= confidence <= 5:
        raise ValueError("Trust goes from 1 (doubt) to 5 (sure).")
    return workshop.change(Condition, id, confidence=confidence)


def have(workshop: Workshop, id: str, level: Level) -> Workshop:
    """Say whether a capability is there."""
    return workshop.change(Capability, id, level=level)


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a condition or a capability up (negative) or down among those of its place."""
    noun = _noun(id)
    rows = workshop.of(noun)
    arena_id = getattr(workshop.row(noun, id), "arena_id", "")
    return ranks.move(workshop, [row for row in rows if getattr(row, "arena_id", "") == arena_id], id, places)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a condition or a capability away."""
    return workshop.remove(Key(workshop.row(_noun(id), id).table, id))


def look_back(workshop: Workshop, answer: LookBack, note: str | None = None) -> Workshop:
    """Answer whether the places still stand, knowing how they would be won; a `note` of None stays as it is."""
    kept_note = workshop.brief.look_back_note if note is None else kept(note)
    return workshop.change(Brief, "W", look_back=answer, look_back_note=kept_note)


def _add(workshop: Workshop, noun: type[Condition] | type[Capability], arena_id: str, text: str) -> Workshop:
    arena, text = workshop.row(Arena, arena_id), kept(text)
    if not text:
        return workshop
    return workshop.add(noun, arena_id=arena.id, text=text, rank=ranks.last(workshop.of(noun)))[0]


def _noun(id: str) -> type[Noun]:
    nouns: dict[str, type[Noun]] = {Condition.letter: Condition, Capability.letter: Capability}
    return nouns[id[:1]]
