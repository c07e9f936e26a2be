"""What is typed at the foot of the screen, read into a value and said back before it is taken.

Which kind of answer a field takes is the content's word (`Field.kind`); each kind is one small class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.nouns.base import Noun
from data.tables import NOUN
from data.value import Workshop
from workshop.actions import parties
from workshop.answers import calendar, plain, references
from workshop.answers.kind import Answer, Asked, Digit, Kind, NotUnderstood
from workshop.answers.plain import yes_or_no
from workshop.steps import Field
from workshop.text import clean, length

__all__ = [
    "Answer",
    "Digit",
    "NotUnderstood",
    "count",
    "digits",
    "proposed",
    "read",
    "shown",
    "suggestions",
    "switches",
    "typed",
    "yes_or_no",
]

#: From which part of its limit on a line's length is shown.
NEAR = 0.9

_KINDS: Mapping[str, Kind] = {
    "text": plain.Text(),
    "lines": plain.Lines(),
    "choice": plain.Choice(),
    "number": plain.Number(),
    "amount": plain.Amount(),
    "counts": plain.Counts(),
    "yes-no": plain.YesNo(),
    "date": calendar.Date(),
    "time": calendar.Time(),
    "weekday": calendar.Weekday(),
    "months": calendar.Months(),
    "periods": calendar.Periods(),
    "party": references.PartyReference(),
    "parties": references.PartyReferences(),
    "link": references.Link(),
    "links": references.Links(),
}
_NAME = references.PartyName()


def read(field: Field, text: str, workshop: Workshop, today: date, row: Noun | None = None) -> Answer:
    """Return what `text` means as an answer to `field`, `row` being the row it belongs to, if there is one yet.

    Values are as `actions.fields.set_field` takes them: a party is its name, rows are ids. Nothing typed clears a
    field that may be empty. Raises NotUnderstood with the sentence to show.
    """
    asked, kind = Asked(field, workshop, row), _kind(field)
    # Only in these does a line break separate; everywhere else it is a space.
    typed = text if field.kind in ("lines", "periods") else clean(text)
    if clean(typed):
        return kind.read(asked, typed, today)
    if field.required:
        raise NotUnderstood(kind.help(asked))
    return Answer(_nothing(field, kind))


def typed(field: Field, row: Noun, workshop: Workshop) -> str:
    """Return what stands in the line when a field is edited; `read` makes the same value of it."""
    return _kind(field).typed(Asked(field, workshop, row))


def proposed(field: Field, workshop: Workshop) -> str:
    """Return what stands in the line while a field is empty: oneself for who does something alone, else nothing."""
    oneself = parties.oneself(workshop) if field.name == "who_id" else None
    return oneself.name if oneself else ""


def shown(field: Field, row: Noun, workshop: Workshop, today: date) -> str:
    """Return a field's value as it is shown on a card, "" for none: "yes ✓", "Wed 30 Jun 2027", "M1 Two rooms"."""
    return _kind(field).shown(Asked(field, workshop, row), today)


def digits(field: Field) -> dict[str, Digit]:
    """Return what each digit gives as an answer to a field, in the order they are offered; {} where it is typed."""
    return _kind(field).digits(field)


def switches(fields: Iterable[Field]) -> dict[str, Field]:
    """Return the fields that say yes or no by the digits that switch each of them, in their order."""
    return dict(zip("123456789", fields, strict=False))


def suggestions(field: Field, workshop: Workshop, text: str) -> tuple[str, ...]:
    """Return the whole lines that `text` may become, best first; none where a field does not name or choose."""
    return _kind(field).suggestions(Asked(field, workshop), text)


def count(field: Field, text: str) -> tuple[int, int] | None:
    """Return (length, limit) in characters as people see them, once a line comes near its limit."""
    measured = _kind(field).measured(field, text)
    if measured is None:
        return None
    found, limit = length(clean(measured[0])), measured[1]
    return (found, limit) if found >= NEAR * limit else None


def _kind(field: Field) -> Kind:
    return _NAME if (field.noun, field.name) == ("party", "name") else _KINDS[field.kind]


def _nothing(field: Field, kind: Kind) -> Any:
    """The value of a field left empty: what a new row has."""
    noun = NOUN.get(field.noun)
    column = noun.model_fields.get(field.name) if noun else None
    return column.get_default(call_default_factory=True) if column else kind.nothing
