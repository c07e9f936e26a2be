"""`workshop history`: what was changed, in plain lines that can be piped, and as JSON."""

from __future__ import annotations

import json

import pytest

from data.difference import diff
from data.nouns.strategy import Arena, Verdict
from data.store import Kept, Store
from data.value import Workshop
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, filled_with, titled
from workshop.actions import arenas
from workshop.cli import output
from workshop.text import cells


def save(store: Store, kept: Kept, new: Workshop, label: str = "Changed") -> int:
    return store.save(kept.id, diff(store.load(kept.id).value, new), label=label)


@pytest.fixture
def changed(store: Store) -> Kept:
    """A workshop in which a place was added and judged, the verdict taken back, and all of it done again."""
    kept = store.create(titled("Harbor"))
    with_one = arenas.add(kept.value, "Clinics")
    save(store, kept, with_one)
    save(store, kept, with_one.change(Arena, "A1", verdict=Verdict.PLAY))
    store.undo(kept.id)
    return kept


def test_a_line_says_number_when_who_what_became_of_it_and_what(
    run: Run, changed: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    ran = run("history", changed.ref)
    assert (ran.status, ran.err) == (0, "")
    assert [line.split("\t") for line in ran.out.splitlines()] == [
        ["4", "2026-11-23 12:00", "tester", "", "Undo: Verdict of “Clinics”: To decide → Play"],
        ["3", "2026-11-23 12:00", "tester", "undone", "Verdict of “Clinics”: To decide → Play"],
        ["2", "2026-11-23 12:00", "tester", "", "Added place to play “Clinics”"],
        ["1", "2026-11-23 12:00", "tester", "", "Began the workshop “Harbor”"],
    ]


def test_json_has_every_line_with_its_rows(run: Run, store: Store, changed: Kept) -> None:
    store.go_back(changed.id, 1)
    last, *_, first = json.loads(run("history", changed.ref, "--json").out)
    assert (last["change"], last["back_to"], last["undone_by"], last["actor"]) == (5, 1, None, "tester")
    assert last["lines"] == [
        {"text": "Back to: Began the workshop “Harbor”", "under": [], "rows": []},
        {"text": "Took away place to play “Clinics”", "under": [], "rows": ["arena/A1"]},
    ]
    assert (first["change"], first["at"], first["label"]) == (1, "2026-11-23T12:00:00+00:00", "Workshop made")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_on_a_terminal_lines_stand_in_columns_and_fit(
    run: Run, kept: Kept, store: Store, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    store.save(kept.id, diff(kept.value, arenas.add(kept.value, "Clinics " * 20)), label="add")
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("history", kept.ref).out.splitlines()
    assert len(lines) == 2
    assert max(map(cells, lines)) <= max(width, 49)
    assert lines[0].index("Added") == lines[1].index("Began")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_one_harmless_line_a_change(run: Run, store: Store, text: str) -> None:
    kept = store.create(filled_with(text), label=text)
    save(store, kept, arenas.add(kept.value, text or "x").change(Arena, "A1", reason=text[:900] + "."), label=text)
    ran = run("history", kept.ref)
    assert_shows_nothing_unsafe(ran.out)
    assert [len(line.split("\t")) for line in ran.out.removesuffix("\n").split("\n")] == [5, 5]
    assert [entry["change"] for entry in json.loads(run("history", kept.ref, "--json").out)] == [2, 1]


def test_a_ref_that_nothing_has_is_wrong_input(run: Run, changed: Kept) -> None:
    ran = run("history", "nothing-like-it")
    assert ran.status == 2
    assert "`workshop list`" in ran.complaint
