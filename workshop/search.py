"""Search over everything that was typed, whatever noun and field it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.nouns.base import Noun
from data.nouns.room import Acceptance, Brief
from data.tables import NOUN
from data.value import Workshop
from workshop import spoken
from workshop.naming import caption
from workshop.room import consents
from workshop.rules.registry import RULES
from workshop.steps import Field, load
from workshop.text import folded

#: What the reason is called for which the room went past a finding; no step asks for it as a field.
_IN_SPITE = "in spite of it"

#: The step behind the consent rounds where one of them is shown that was found.
_CONSENT = "close"


@dataclass(frozen=True, slots=True)
class Hit:
    """One text that was found, and where: `item` is the id of its row, "" for the workshop's own.

    `whose` is what the row is known by, "" where that is the text itself.
    """

    step: str
    item: str
    field: str
    label: str
    text: str
    whose: str = ""


class Index:
    """Everything that was typed in one workshop, made ready to be looked through again for each key that is typed."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self._texts = [(folded(hit.text), hit) for hit in typed(workshop)]

    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return the texts in which every word of `text` stands, at most `limit` of them, best first.

        Upper and lower case and accents aside. First come texts that are the very words, then those that begin with
        them, then those in which each begins a word; among equals, what a row is known by, then the order of steps.
        """
        sought = folded(text)
        words = sought.split()
        if not words:
            return ()
        begun = [re.compile(rf"(?<!\w){re.escape(word)}") for word in words]

        def distance(text: str) -> int:
            """How far a text that holds the words is from being them."""
            if text.startswith(sought):
                return int(text != sought)
            return 2 if all(word.search(text) for word in begun) else 3

        found = [
            (distance(text), bool(hit.whose), at, hit)
            for at, (text, hit) in enumerate(self._texts)
            if all(word in text for word in words)
        ]
        return tuple(hit for *_, hit in sorted(found, key=lambda each: each[:3])[:limit])


def search(workshop: Workshop, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """Look once through everything that was typed; see `Index.search`."""
    return Index(workshop).search(text, limit)


def typed(workshop: Workshop) -> Iterator[Hit]:
    """Everything that was typed, in the order in which the steps ask for it."""
    for step in load().steps:
        for field in step.fields:
            noun = NOUN.get(field.noun)
            if noun is not None and field.kind in ("text", "lines") and field.name in noun.model_fields:
                for row in workshop.of(noun):
                    yield from _in_field(step.key, field, row)
    yield from _in_consents(workshop)
    for accepted in workshop.of(Acceptance):
        if accepted.reason and accepted.code in RULES:
            rule = RULES[accepted.code]
            yield Hit(rule.step, "", "", _IN_SPITE, accepted.reason, accepted.message)


def _in_consents(workshop: Workshop) -> Iterator[Hit]:
    """What was proposed, what was said against it and what came of it; no step asks for it."""
    for row in workshop.consents:
        label = spoken.noun(row.table, {})
        yield Hit(_CONSENT, row.id, "proposal", label, row.proposal)
        against = (("text", text) for _, text in consents.against(workshop, row))
        for name, text in (*against, ("outcome", row.outcome)):
            if text:
                yield Hit(_CONSENT, row.id, name, label, text, row.proposal)


def _in_field(step: str, field: Field, row: Noun) -> Iterator[Hit]:
    value = getattr(row, field.name)
    whole = isinstance(row, Brief)
    whose = "" if whole or caption(row) == value else caption(row)
    for text in (value,) if isinstance(value, str) else value:
        if text:
            yield Hit(step, "" if whole else row.id, field.name, field.label, text, whose)
