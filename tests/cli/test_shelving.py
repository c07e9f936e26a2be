"""`workshop archive`, `unarchive` and `delete`: nothing goes by a slip."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, titled


def refs(run: Run, *options: str) -> list[str]:
    return [line.split("\t")[0] for line in run("list", *options).out.splitlines()]


def test_an_archived_workshop_leaves_the_list_and_comes_back(run: Run, kept: Kept) -> None:
    assert run("archive", kept.ref).status == 0
    assert (refs(run), refs(run, "--archived")) == ([], [kept.ref])
    assert run("show", kept.ref).status == 0
    assert run("unarchive", kept.ref).status == 0
    assert (refs(run), refs(run, "--archived")) == ([kept.ref], [])


def test_deleting_asks_for_the_title(run: Run, kept: Kept, asked: None) -> None:
    title = kept.value.brief.title
    ran = run("delete", kept.ref, typed=f"{title}\n")
    assert ran.status == 0
    assert title in ran.err and ran.out.endswith(f"Deleted {kept.ref}\n")
    assert refs(run) == []


@pytest.mark.parametrize("typed", ["\n", "yes\n", "brackenford\n"])
def test_another_title_deletes_nothing(run: Run, kept: Kept, asked: None, typed: str) -> None:
    ran = run("delete", kept.ref, typed=typed)
    assert ran.status == 2
    assert "nothing was deleted" in ran.err
    assert refs(run) == [kept.ref]


def test_no_answer_deletes_nothing(run: Run, kept: Kept, asked: None) -> None:
    assert run("delete", kept.ref, typed="").status == 130
    assert refs(run) == [kept.ref]


def test_a_script_gives_the_title(run: Run, kept: Kept) -> None:
    assert run("delete", kept.ref, "--title", "another").status == 2
    assert refs(run) == [kept.ref]
    assert run("delete", kept.ref, "--title", kept.value.brief.title).status == 0
    assert refs(run) == []


def test_where_nobody_answers_the_title_has_to_be_given(run: Run, kept: Kept) -> None:
    ran = run("delete", kept.ref, typed=f"{kept.value.brief.title}\n")
    assert ran.status == 2
    assert "--title" in ran.complaint
    assert refs(run) == [kept.ref]


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_any_title_can_be_given_as_it_is_shown(run: Run, store: Store, title: str) -> None:
    kept = store.create(titled(title))
    shown = run("list").out.split("\t")[1]
    ran = run("delete", kept.ref, "--title", kept.ref if shown == "(untitled)" else shown)
    assert ran.status == 0
    assert refs(run) == []


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_the_question_is_safe_to_show(run: Run, store: Store, asked: None, title: str) -> None:
    kept = store.create(titled(title))
    ran = run("delete", kept.ref, typed="no\n")
    assert ran.status == 2
    assert_shows_nothing_unsafe(ran.err)
    assert ran.err.count("\n") <= 2


def test_what_is_deleted_is_gone_from_the_file(run: Run, store: Store, kept: Kept, database: Path) -> None:
    secret = kept.value.arenas[0].name
    store.close()
    assert run("delete", kept.ref, "--title", kept.value.brief.title).status == 0
    assert secret.encode() not in b"".join(path.read_bytes() for path in database.parent.rglob("*") if path.is_file())
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM change").fetchone() == (0,)
    connection.close()
