"""Rhythm: how often the plan is looked at together is chosen, with its check-ins, and signals are named to watch."""

from __future__ import annotations

from data.nouns.rhythm import Cadence, CheckIn, Preset, Trigger
from data.nouns.room import Agenda, Brief
from data.value import Key, Workshop
from workshop.actions import parties, ranks
from workshop.actions.lines import kept
from workshop.check_ins import schedule
from workshop.wording import CheckInWords


def choose(workshop: Workshop, preset: Preset) -> Workshop:
    """Choose how often. What was said of a check-in that the new rhythm has too stays; with UNSAID none is left."""
    workshop = workshop.change(Brief, "W", rhythm=preset)
    wanted = {CheckIn(words.kind): words for words in schedule.wordings(preset)}
    for row in workshop.cadences:
        if wanted.pop(row.kind, None) is None:
            workshop = remove(workshop, row.id)
    for words in wanted.values():
        workshop = _add(workshop, words)
    return workshop


def add(workshop: Workshop, kind: CheckIn) -> Workshop:
    """Add a kind of check-in that the rhythm leaves out; nothing happens when it is there."""
    return workshop if _of_kind(workshop, kind) else _add(workshop, schedule.wording(workshop, kind))


def turn_into(workshop: Workshop, id: str, kind: CheckIn) -> Workshop:
    """Make a check-in one of another kind; where there is one of that kind, the two change places."""
    row, other = workshop.row(Cadence, id), _of_kind(workshop, kind)
    if other:
        workshop = workshop.change(Cadence, other.id, kind=row.kind)
    return workshop.change(Cadence, id, kind=kind)


def keep(workshop: Workshop, name: str | None) -> Workshop:
    """Name who keeps the plan up to date, known or new, or with None nobody."""
    workshop, id = parties.named(workshop, name)
    return workshop.change(Brief, "W", keeper_id=id)


def add_trigger(workshop: Workshop, signal: str) -> Workshop:
    """Name a signal that would reopen the choices. Nothing is added without one."""
    signal = kept(signal)
    return workshop.add(Trigger, signal=signal, rank=ranks.last(workshop.triggers))[0] if signal else workshop


def move(workshop: Workshop, id: str, places: int) -> Workshop:
    """Move a trigger up (negative) or down; check-ins stand by how often they come."""
    return workshop if id.startswith(Cadence.letter) else ranks.move(workshop, workshop.triggers, id, places)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a check-in or a trigger away."""
    noun: type[Cadence] | type[Trigger] = Cadence if id.startswith(Cadence.letter) else Trigger
    return workshop.remove(Key(workshop.row(noun, id).table, id))


def _of_kind(workshop: Workshop, kind: CheckIn) -> Cadence | None:
    return next((row for row in workshop.cadences if row.kind == kind), None)


def _add(workshop: Workshop, words: CheckInWords) -> Workshop:
    """Add a check-in as it is usually held; whoever works alone meets nobody."""
    who = "" if workshop.brief.agenda == Agenda.SOLO else words.who
    return workshop.add(Cadence, kind=CheckIn(words.kind), minutes=words.minutes, who=who)[0]
