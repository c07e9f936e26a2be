"""`workshop list`: which workshops there are, safely shown, without the weight of the store."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, titled
from tests.interpreter import modules_loaded_by, packages
from workshop.cli import output
from workshop.sample import sample
from workshop.text import cells


def test_without_a_database_it_says_how_to_begin_and_makes_none(run: Run, database: Path) -> None:
    ran = run("list")
    assert (ran.status, ran.out) == (0, "")
    assert "`workshop sample`" in ran.err
    assert not database.parent.exists()


def test_without_a_database_json_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("list", "--json").out) == []


def test_a_line_says_ref_title_step_and_when(run: Run, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    ref, title, step, updated = run("list").out.rstrip("\n").split("\t")
    assert (ref, title, step) == (kept.ref, kept.value.brief.title, "open")
    assert updated.startswith("2026-11-23")


def test_json_says_the_same(run: Run, kept: Kept) -> None:
    [row] = json.loads(run("list", "--json").out)
    assert (row["ref"], row["title"], row["step"]) == (kept.ref, kept.value.brief.title, "open")
    assert row["updated"] == "2026-11-23T12:00:00+00:00"
    assert row["next_on"] is None


def test_json_has_the_next_check_in_of_an_adopted_plan(run: Run, store: Store) -> None:
    store.create(sample(date(2026, 10, 14), adopted=True))
    [row] = json.loads(run("list", "--json").out)
    assert (row["version"], row["next_on"]) == (1, "2026-10-28")


def test_archived_ones_are_listed_apart(run: Run, store: Store, kept: Kept) -> None:
    other = store.create(titled("Another"))
    store.archive(kept.id)
    assert [line.split("\t")[0] for line in run("list").out.splitlines()] == [other.ref]
    assert [line.split("\t")[0] for line in run("list", "--archived").out.splitlines()] == [kept.ref]


def test_hostile_titles_stay_one_line_each(run: Run, store: Store) -> None:
    refs = {store.create(titled(title)).ref for title in HOSTILE}
    ran = run("list")
    assert_shows_nothing_unsafe(ran.out)
    rows = [line.split("\t") for line in ran.out.removesuffix("\n").split("\n")]
    assert {row[0] for row in rows} == refs
    assert {len(row) for row in rows} == {4}
    assert all(row[1] for row in rows), "a workshop without a title says so"
    listed = json.loads(run("list", "--json").out)
    assert {row["title"] for row in listed} == set(HOSTILE)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_on_a_terminal_columns_fit_its_width(
    run: Run, store: Store, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    for title in ("A", "戦略" * 40, "x" * 300, "Short"):
        store.create(titled(title))
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("list").out.splitlines()
    assert len({cells(line) for line in lines}) == 1, "the columns stand under one another"
    assert "\t" not in "".join(lines)
    if width >= 120:
        assert cells(lines[0]) <= width


def test_a_list_loads_neither_the_models_nor_the_terminal(database: Path, kept: Kept) -> None:
    loaded = modules_loaded_by(
        f"from workshop.cli import main; raise SystemExit(main(['list', '--database', {str(database)!r}]))"
    )
    assert packages(loaded).isdisjoint({"textual", "rich", "sqlmodel", "sqlalchemy", "pydantic", "alembic"})
