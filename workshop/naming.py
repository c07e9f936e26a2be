"""What a row is called when it is spoken of: its own words, never only its id."""

from __future__ import annotations

from collections.abc import Mapping

from data.nouns.base import Noun
from data.nouns.rhythm import Cadence
from data.value import Workshop
from workshop.steps import load

_OWN_WORDS = ("name", "title", "text")
#: Of those that have none of these.
_OTHERS = {"principle": "rule", "risk": "reason", "trigger": "signal", "consent": "proposal"}


def caption(row: Noun) -> str:
    """The words a row is known by; "" for one that has none (yet)."""
    if isinstance(row, Cadence):
        choice = load().field(row.table, "kind").choice(row.kind)
        return choice.label if choice else row.kind.value
    words = (_OTHERS[row.table],) if row.table in _OTHERS else _OWN_WORDS
    return next((str(value) for word in words if (value := getattr(row, word, ""))), "")


def known(row: Noun, workshop: Workshop) -> Mapping[str, str]:
    """What a wording may take in of a row: its own texts, and the names of the parties it refers to."""
    words = {name: value for name, value in row.__dict__.items() if isinstance(value, str)}
    parties = {
        name.removesuffix("_id"): party.name
        for name, value in row.__dict__.items()
        if name.endswith("_id") and (party := workshop.party(value)) is not None
    }
    return {**words, **parties}
