"""What was written in an older form is read as today's, by replay and from a document alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import formats
from data.difference import diff
from data.errors import NewerDatabase
from data.formats import PlainOps, document, read_document, upgrade
from data.nouns.strategy import Arena
from data.store import Store
from data.value import Key, Workshop
from tests.data.making import added, small
from tests.workshop.any_workshop import workshops


@settings(deadline=None)
@given(workshops(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), 4))
def test_a_document_holds_the_whole_value(value: Workshop) -> None:
    read = read_document(json.loads(json.dumps(document(value))))
    assert read == value
    assert read.series == value.series


def test_a_document_remembers_ids_that_are_gone() -> None:
    value = added(small(), Arena).remove(Key("arena", "A3"))
    assert read_document(document(value)).add(Arena)[1].id == "A4"


def test_a_document_of_a_format_yet_to_come_is_refused() -> None:
    with pytest.raises(NewerDatabase, match="format 99, this one reads up to 1"):
        read_document({**document(small()), "format": 99})


def test_every_format_has_its_step() -> None:
    assert len(formats.UPGRADES) == formats.FORMAT - 1


def test_older_formats_are_read_step_by_step(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if `question` had been called `alternative` in format 1, and names had been typed in capitals in format 2."""
    kept = store.create(small().change(Arena, "A1", alternative="Why?"))
    new = kept.value.change(Arena, "A1", alternative="Why not?")
    store.save(kept.id, diff(kept.value, new), label="x", publishes=True)

    def moved(fields: dict[str, Any]) -> dict[str, Any]:
        fields = {name: value for name, value in fields.items() if name != "question"}
        return {("question" if name == "alternative" else name): value for name, value in fields.items()}

    def lowered(fields: dict[str, Any]) -> dict[str, Any]:
        return {name: value.lower() if name == "name" else value for name, value in fields.items()}

    def for_arenas(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[PlainOps], PlainOps]:
        def step(ops: PlainOps) -> PlainOps:
            return [
                [table, id, *(change(fields) if fields and table == "arena" else fields for fields in both)]
                for table, id, *both in ops
            ]

        return step

    monkeypatch.setattr(formats, "UPGRADES", (for_arenas(moved), for_arenas(lowered)))
    monkeypatch.setattr(formats, "FORMAT", 3)
    assert [store.at(kept.id, n).row(Arena, "A1").question for n in (1, 2)] == ["Why?", "Why not?"]
    assert store.at(kept.id, 2).row(Arena, "A2").name == "clinics"
    (version,) = store.versions(kept.id)
    assert version.value.row(Arena, "A1").question == "Why not?"
    assert upgrade([["arena", "A1", None, {"name": "LOUD", "alternative": "x"}]], 2) == [
        ["arena", "A1", None, {"name": "loud", "alternative": "x"}]
    ]
