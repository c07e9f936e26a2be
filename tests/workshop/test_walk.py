"""Which steps a workshop walks through: those with time, those that hold something, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from data.nouns.base import Noun
from data.nouns.room import Agenda
from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.build import a_workshop, arena, party, priority, risk
from workshop import method
from workshop.room.walk import WALKED, every_step, neighbor, walkable

STRESS = "stress-test"


@pytest.fixture
def without_stress_test(tmp_path: Path) -> Iterator[None]:
    """A method that leaves the Stress test out."""
    text = (files("workshop.content") / "steps.toml").read_text("utf-8")
    begin, end = text.index(f'[[step]]\nkey = "{STRESS}"'), text.index('[[step]]\nkey = "rhythm"')
    (tmp_path / "steps.toml").write_text(text[:begin] + text[end:], "utf-8")
    method.use(tmp_path)
    yield
    method.use()


def half_day(*rows: Noun) -> Workshop:
    return a_workshop(*rows, agenda=Agenda.HALF_DAY)


def test_a_full_day_has_time_for_all_ten() -> None:
    assert walkable(a_workshop(agenda=Agenda.FULL_DAY)) == WALKED == every_step()


@pytest.mark.parametrize("agenda", [Agenda.HALF_DAY, Agenda.SOLO])
def test_without_time_a_step_is_passed_by_until_it_holds_something(agenda: Agenda) -> None:
    rows = (party("N1", "Chair"), arena("A1", "Villages", verdict=Verdict.PLAY), priority("P1", "Open"))
    assert STRESS not in walkable(a_workshop(*rows, agenda=agenda))
    assert walkable(a_workshop(*rows, risk("R1", "The van breaks"), agenda=agenda)) == WALKED


def test_the_step_that_is_looked_at_is_among_them() -> None:
    assert STRESS in walkable(half_day(), STRESS)
    assert "tea" not in walkable(half_day(), "tea")


def test_from_a_step_without_time_one_gets_to_those_beside_it() -> None:
    assert neighbor(half_day(), STRESS, -1) == "milestones"
    assert neighbor(half_day(), STRESS, 1) == "rhythm"
    assert neighbor(half_day(), "milestones", 1) == "rhythm"
    assert neighbor(half_day(risk("R1", "The van breaks")), "milestones", 1) == STRESS
    assert neighbor(half_day(), "close", 1) is None


def test_what_a_method_leaves_out_is_not_walked_whatever_it_holds(without_stress_test: None) -> None:
    kept = a_workshop(risk("R1", "The van breaks"), agenda=Agenda.FULL_DAY)
    assert STRESS not in walkable(kept, STRESS)
    assert STRESS not in every_step()
    assert neighbor(kept, "milestones", 1) == "rhythm"
