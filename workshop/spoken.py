"""Rows, fields and values as people speak of them: by the content's labels and choices, names for ids, said dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from data.difference import Fields
from data.tables import NOUN, REFERENCES
from data.value import Key
from workshop import dates, steps
from workshop.assessment import questionnaire
from workshop.date_words import words_for
from workshop.room import timing
from workshop.text import clean, shorten
from workshop.wording import Field

#: A workshop's rows as their plain fields: what a log holds may be of no noun that is known any more.
Rows = Mapping[Key, Fields]

#: Cells that a text takes at most where something is said of it.
_LONGEST = 72

#: What the content has no name for: rows of a table, one and several of them.
_NOUNS: Mapping[str, tuple[str, str]] = {
    "arena": ("place to play", "places to play"),
    "assessment": ("self-assessment", "self-assessments"),
    "cadence": ("check-in", "check-ins"),
    "carried": ("open point", "open points"),
    "adjustment": ("change", "changes"),
    "check_in": ("check-in", "check-ins"),
    "consent": ("consent round", "consent rounds"),
    "follow_up": ("answer", "answers"),
    "revisit": ("second look", "second looks"),
    "parked": ("parked thought", "parked thoughts"),
    "party": ("name", "people and roles"),
    "rating": ("question", "questions"),
}

#: What the content has no label for: fields that nobody types.
_LABELS: Mapping[tuple[str, str], str] = {
    ("milestone", "first_due"): "first date",
    ("milestone", "dropped_on"): "dropped on",
    ("report", "following"): "what's next",
    ("report", "help"): "help needed",
    ("check_in", "about"): "which choice",
    ("check_in", "decision"): "what the plan decided",
    ("check_in", "why"): "why we meet",
    ("check_in", "message"): "what others hear",
    ("check_in", "next_on"): "next date",
    ("check_in", "held_on"): "day",
    ("brief", "adopted_on"): "adopted on",
    ("brief", "adopted_at"): "adopted at",
    ("brief", "follows"): "begins with the answers of",
    ("consent", "fine"): "no objection",
    ("consent", "review_on"): "look again",
    ("brief", "voting"): "vote on the candidates",
    ("brief", "abstained"): "abstained",
    ("brief", "attributed"): "names beside reservations",
    ("priority", "serves_all"): "serves all places",
    ("reservation", "party_id"): "whose",
    ("stretch", "planned"): "planned minutes",
    ("stretch", "taken"): "minutes taken",
    ("stretch", "before"): "minutes taken last time",
    ("assessment", "names"): "who answered",
    ("rating", "agreed"): "level agreed",
    ("rating", "counts"): "answers",
    ("rating", "leaders"): "answers of leaders",
    ("rating", "note"): "evidence",
}

_OWN_WORDS = ("name", "title", "text")
#: Of those that have no words of their own.
_KNOWN_BY: Mapping[str, str] = {
    "cadence": "kind",
    "rating": "question",
    "check_in": "held_on",
    "adjustment": "about",
    "consent": "proposal",
}


@cache
def field(table: str, name: str) -> Field | None:
    """Return the field as the method asks for it, None where it does not."""
    try:
        return steps.load().field(table, name)
    except KeyError:
        return None


@cache
def own_words(table: str) -> str:
    """Return the field by which rows of a table are known, "" where there is none."""
    if table in _KNOWN_BY:
        return _KNOWN_BY[table]
    noun = NOUN.get(table)
    known = noun.model_fields if noun else {}
    asked = [each.name for step in steps.load().steps for each in step.fields if each.noun == table and each.required]
    return next((name for name in (*_OWN_WORDS, *asked) if name in known), "") if table != "brief" else ""


@cache
def needed(table: str) -> tuple[tuple[str, str], ...]:
    """Return the columns without whose row a row cannot be, and the table each refers to."""
    return tuple((each.column, each.target) for each in REFERENCES if each.table == table and each.required)


@cache
def ends(table: str) -> tuple[tuple[str, str], ...]:
    """Return what a link joins, as `needed` does; () for a table of other rows."""
    noun = NOUN.get(table)
    return needed(table) if noun is not None and not noun.letter and len(needed(table)) == 2 else ()


@cache
def _target(table: str, name: str) -> str:
    return next((each.target for each in REFERENCES if (each.table, each.column) == (table, name)), "")


def label(table: str, name: str) -> str:
    """Return what a field is called: as the content has it, else its own name in words."""
    asked = field(table, name)
    return asked.label if asked else _LABELS.get((table, name)) or name.removesuffix("_id").replace("_", " ")


def is_own(table: str, name: str) -> bool:
    """Return whether it is the field by which rows of a table are known."""
    return own_words(table) == name


def noun(table: str, fields: Fields) -> str:
    """Return what a row is: "place to play", and of a party whether it is a person, a role or a team."""
    if table == "party" and fields.get("kind"):
        asked = field("party", "kind")
        chosen = asked.choice(str(fields["kind"])) if asked else None
        return chosen.label if chosen else str(fields["kind"])
    return _NOUNS.get(table, (table.replace("_", " "), ""))[0]


def counted(table: str, count: int) -> str:
    """Return "1 condition", "3 places to play"."""
    one, several = _NOUNS.get(table, (table.replace("_", " "), ""))
    if not several:
        several = f"{one[:-1]}ies" if one.endswith("y") and one[-2:-1] not in "aeiou" else f"{one}s"
    return f"{count} {one if count == 1 else several}"


def quoted(text: Any) -> str:
    """Return a text on one line between quotation marks, shortened where it is long; "" for none."""
    line = shorten(clean(str(text)), _LONGEST)
    return f"“{line}”" if line else ""


def called(key: Key, rows: Rows, *, always: bool = False) -> str:
    """Return what a row is known by: its own words, a party's name as it is, or else what it is and its id.

    With `always`, a party's name stands between quotation marks too.
    """
    if key.table == "stretch":
        return timing.name_of(key.id, str(rows.get(Key("brief", "W"), {}).get("agenda") or ""))
    fields = rows.get(key, {})
    own = own_words(key.table)
    asked, words = field(key.table, own), clean(str(fields.get(own) or ""))
    if asked and (choice := asked.choice(words)):
        words = choice.label
    if key.table == "rating":
        words = _topic(words)
    if not words:
        return clean(f"{_NOUNS.get(key.table, (key.table.replace('_', ' '), ''))[0]} {key.id}")
    return shorten(words, _LONGEST) if key.table == "party" and not always else quoted(words)


def _topic(question: str) -> str:
    """What a question of the self-assessment is about, as far as its words are at hand."""
    asked = questionnaire.load()
    return asked.of(question).topic if question in asked.ids else question


def value(key: Key, name: str, value: Any, rows: Rows) -> str:
    """Return what a field of a row holds, in words; "" for nothing."""
    if value is None or value in ("", (), []):
        return ""
    if target := _target(key.table, name):
        return called(Key(target, str(value)), rows)
    language = str(rows.get(Key("brief", "W"), {}).get("language") or "en")
    asked = field(key.table, name)
    if asked and asked.choices and (choice := asked.choice(str(value))):
        return choice.label
    if key.table == "rating" and isinstance(value, tuple | list):
        return _several("counts", value, language)
    if isinstance(value, tuple | list):
        return _several(asked.kind if asked else "", value, language)
    return _one(asked.kind if asked else "", value, language)


def _one(kind: str, value: Any, language: str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value).replace("_", " ")
        case int() if kind == "weekday" and 0 <= value < 7:
            return _full(words_for(language).weekdays[value])
        case int() | float():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case date():
            return dates.say(value, language)
        case time():
            return f"{value:%H:%M}"
        case _:
            return quoted(value)


def _several(kind: str, values: tuple[Any, ...] | list[Any], language: str) -> str:
    if kind == "months":
        names = words_for(language).months
        return ", ".join(_full(names[each - 1]) if 1 <= each <= len(names) else str(each) for each in values)
    if kind == "counts":
        return " ".join(map(str, values))
    return quoted("; ".join(map(str, values)))


def _full(forms: str) -> str:
    return forms.split()[0].capitalize()
