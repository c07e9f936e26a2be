"""What columns are called in lists made elsewhere: each name leads to a field, in English and in German.

The names of the method in use come in addition. Upper and lower case, accents, what stands in parentheses and what is
no letter make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from workshop.steps import load
from workshop.text import folded

#: The field a row is known by; without its column a list cannot be taken in.
OWN = {"arena": "name", "priority": "title", "milestone": "title"}

_INTERNAL = "internal, team only, confidential, intern, nur für das team, vertraulich"
_OWNER = "owner, accountable, responsible, assignee, lead, who, verantwortlich, verantwortung, zuständig, wer, leitung"
_NAMES: Mapping[str, Mapping[str, str]] = {
    "arena": {
        "name": "name, place, place to play, arena, title, market, segment, feld, spielfeld, ort, markt, titel",
        "verdict": "verdict, decision, status, urteil, entscheidung",
        "reason": "why, because, reason, grund, weil, warum, begründung",
        "trigger": "reopen when, reopen if, trigger, wieder wenn, auslöser",
        "reopen_on": "look again, reopen on, neu ansehen, wiedervorlage",
        "question": "question, to find out, frage, zu klären, offene frage",
        "decide_by": "decide by, entscheiden bis",
        "description": "what it is, about, description, beschreibung, worum es geht",
        "today": "today, what we do today, heute, tun wir heute",
        "alternative": "instead of, alternative, statt",
        "advantage": "people choose us for, we win because, advantage, vorsprung, vorteil, vorsprung durch",
        "proof": "proof, beleg, nachweis",
        "internal": _INTERNAL,
    },
    "priority": {
        "title": "priority, title, name, candidate, initiative, summary, epic, priorität, vorhaben, titel, schwerpunkt",
        "status": "status, decision, entscheidung",
        "note": "note, notes, notiz, bemerkung, anmerkung",
        "outcome": "outcome, ergebnis, wirkung",
        "stop": "makes room by, stop, stops, we stop, macht platz, schafft platz, wir lassen",
        "serves": "serves, places, arenas, dient, felder",
        "effort": "effort, size, aufwand, größe",
        "dots": "dots, votes, points, punkte, stimmen",
        "owner_id": _OWNER,
        "deputy_id": "deputy, vertretung, stellvertretung",
        "helpers": "helpers, helfer, mit, unterstützung",
        "decides_alone": "decides alone, entscheidet allein",
        "hours": "hours, hours a week, stunden, stunden je woche, stunden pro woche",
        "leaves_desk": "leaves the owner's desk, leaves the desk, gibt ab",
        "internal": _INTERNAL,
    },
    "milestone": {
        "title": "milestone, result, title, name, summary, task, meilenstein, ergebnis, titel, aufgabe",
        "priority_id": "priority, section, project, epic, priorität, vorhaben, schwerpunkt, projekt",
        "due": "due, due date, due on, date, by, deadline, target date, fällig, fällig am, termin, datum, frist, bis",
        "done_when": "done when, definition of done, acceptance criteria, check, fertig wenn, erledigt wenn, abnahme",
        "owner_id": _OWNER,
        "needs": "needs, depends on, predecessors, blocked by, braucht, hängt ab von, vorgänger",
        "confidence": "confidence, zuversicht, zutrauen",
        "celebrate": "we mark it with, we mark it, celebrate, so feiern wir",
        "evidence": "evidence, beleg, nachweis",
        "internal": _INTERNAL,
    },
}

#: What our own tables say that is not typed: nobody has to hear that it was passed over.
_DERIVED = {
    "arena": ("capabilities", "it takes"),
    "priority": ("rank", "accepted", "said", "milestones", "results", "next due"),
    "milestone": ("of", "priority id", "first due", "status"),
}

#: The column by which other rows of the list speak of a row.
ID = "id"

_PARENTHESES = re.compile(r"\([^)]*\)")
_NO_LETTER = re.compile(r"[\W_]+")


def fields_of(noun: str, head: Sequence[str]) -> tuple[str | None, ...]:
    """Return the field of each column, `ID` for that of ids, "" for one to pass over, None where the name says nothing.

    A field is taken from the first of its columns.
    """
    known = _known(noun, load().language)
    found: list[str | None] = []
    for name in head:
        field = known.get(_plain(name))
        found.append(None if field and field in found else field)
    return tuple(found)


def known_names(noun: str) -> str:
    """The first name of each field, for a sentence."""
    return ", ".join(names.split(",")[0] for names in _NAMES[noun].values())


@lru_cache(maxsize=16)
def _known(noun: str, language: str) -> dict[str, str]:
    """What each name leads to, for the method whose language this is."""
    content = load()
    named = {_plain(name): "" for name in _DERIVED[noun]} | {"id": ID, "key": ID, "nr": ID, "no": ID}
    for field, names in _NAMES[noun].items():
        for name in (*names.split(","), field):
            named.setdefault(_plain(name), field)
    for asked in (each for step in content.steps for each in step.fields):
        if asked.noun == noun and asked.name in _NAMES[noun]:
            named.setdefault(_plain(asked.label), asked.name)
    return named


def _plain(name: str) -> str:
    return _NO_LETTER.sub(" ", folded(_PARENTHESES.sub(" ", name))).strip()
