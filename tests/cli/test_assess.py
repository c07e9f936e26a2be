"""`assess`: results on standard output, and the door to the app."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, titled
from tests.workshop.brackenford_answers import DIMENSIONS, eleven
from workshop.actions import assessing


@pytest.fixture
def assessed(store: Store) -> Kept:
    return store.create(assessing.count(titled("Harbor"), eleven()))


def test_results_are_written_with_bars(run: Run, assessed: Kept) -> None:
    ran = run("assess", "--results", assessed.ref)
    assert (ran.status, ran.err) == (0, "")
    assert "Ownership: 2.3, ad hoc" in ran.out and "2 ooooo" in ran.out
    assert "Not validated: a thermometer" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_results_for_programs(run: Run, assessed: Kept) -> None:
    ran = run("assess", assessed.ref, "--results", "--json")
    [found] = json.loads(ran.out)["assessments"]
    assert {each["id"]: (str(each["score"]), each["band"]) for each in found["dimensions"]} == DIMENSIONS


def test_no_results_yet(run: Run, store: Store) -> None:
    ref = store.create(titled("Harbor")).ref
    assert "Nobody has answered it yet" in run("assess", "--results", ref).out
    assert json.loads(run("assess", "--results", ref, "--json").out) == {"assessments": []}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("assess", "--results"), "Say whose results"),
        (("assess", "--json", "harbor"), "--json goes with --results"),
        (("assess", "--results", "nobody"), "No workshop answers to"),
        (("assess", "--results", "a b"), "No workshop is called that"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, assessed: Kept, given: tuple[str, ...], says: str) -> None:
    ran = run(*given)
    assert ran.status == 2 and says in ran.complaint


def test_the_app_needs_a_terminal_and_knows_the_workshop_first(run: Run, assessed: Kept) -> None:
    assert "needs a terminal" in run("assess").complaint
    assert "needs a terminal" in run("assess", assessed.ref).complaint
    assert "No workshop answers to" in run("assess", "nobody").complaint


def test_the_app_is_asked_for_the_self_assessment(run: Run, assessed: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    import screens.app

    opened: list[object] = []

    def app(url: str, **how: object) -> int:
        opened.append((how["ref"], how["assess"]))
        return 0

    monkeypatch.setattr(screens.app, "run", app)
    monkeypatch.setattr("workshop.cli.output.on_a_terminal", lambda: True)
    assert run("assess", assessed.ref[:3]).status == run("assess").status == run("open", assessed.ref).status == 0
    assert opened == [(assessed.ref, True), (None, True), (assessed.ref, False)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_out_as_words(run: Run, store: Store, text: str) -> None:
    value = assessing.note(assessing.count(titled(text), eleven()), "S1", "DIR-1", text)
    ref = store.create(assessing.name_respondents(value, "S1", [text])).ref
    for given in ((), ("--json",)):
        ran = run("assess", "--results", ref, *given)
        assert ran.status == 0
        assert_shows_nothing_unsafe(ran.out)


def test_nothing_is_made_where_no_database_is(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "none.db"
    assert run("assess", "--results", "harbor", on=nowhere).status == 2
    assert not nowhere.exists()
