"""What was written in an older form is read as today's, by replay and from a document alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import formats
from data.difference import diff
from data.errors import NewerDatabase
from data.formats import PlainOps, document, read_document, upgrade, upgrade_1
from data.nouns.strategy import Arena
from data.store import Store
from data.tables import NOUN
from data.value import Key, Workshop
from tests.data.making import added, small
from tests.workshop.any_workshop import workshops

GOLDEN = Path(__file__).parent / "golden"


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
    with pytest.raises(NewerDatabase, match=f"format 99, this one reads up to {formats.FORMAT}") as refused:
        read_document({**document(small()), "format": 99})
    assert str(refused.value).count(".") == 1 and str(refused.value).endswith("update workshop to open it.")


def test_every_format_has_its_step() -> None:
    assert len(formats.UPGRADES) == formats.FORMAT - 1


def test_rows_of_format_1_are_filled_up_with_what_their_migrations_give() -> None:
    """Each column that a table of the first version has gained is named, with what a row of then has there now."""
    with closing(sqlite3.connect(f"file:{GOLDEN / '0001.sqlite'}?mode=ro&immutable=1", uri=True)) as connection:
        for table, noun in NOUN.items():
            had = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
            gained = {name: field for name, field in noun.model_fields.items() if had and name not in had}
            [[*_, filled]] = upgrade_1([[table, "X1", None, {}]])
            assert filled == {name: plain(field.get_default()) for name, field in gained.items()}, table


def plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


def test_single_fields_of_format_1_stay_what_was_changed() -> None:
    changed: PlainOps = [["brief", "W", {"title": "a"}, {"title": "b"}]]
    assert upgrade_1(changed) == changed
    gone = upgrade_1([["arena", "A1", {"id": "A1", "name": "Villages"}, None]])
    assert gone == [["arena", "A1", {"internal": False, "id": "A1", "name": "Villages"}, None]]
    assert upgrade_1([["tea", "X1", None, {"id": "X1"}]]) == [["tea", "X1", None, {"id": "X1"}]]


def test_what_was_said_in_format_1_wins_over_what_is_filled_in() -> None:
    [[*_, filled]] = upgrade_1([["brief", "W", None, {"id": "W", "move_days": 3}]])
    assert filled["move_days"] == 3


def test_older_formats_are_read_step_by_step(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if `question` had been called `alternative` in format 2, and names had been typed in capitals in format 3."""
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

    monkeypatch.setattr(formats, "UPGRADES", (upgrade_1, for_arenas(moved), for_arenas(lowered)))
    monkeypatch.setattr(formats, "FORMAT", 4)
    assert [store.at(kept.id, n).row(Arena, "A1").question for n in (1, 2)] == ["Why?", "Why not?"]
    assert store.at(kept.id, 2).row(Arena, "A2").name == "clinics"
    (version,) = store.versions(kept.id)
    assert version.value.row(Arena, "A1").question == "Why not?"
    assert upgrade([["arena", "A1", None, {"name": "LOUD", "alternative": "x"}]], 3) == [
        ["arena", "A1", None, {"name": "loud", "alternative": "x"}]
    ]
