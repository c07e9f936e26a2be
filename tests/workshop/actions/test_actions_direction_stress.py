"""Direction and stress test: what is added stands last, is moved, merged and taken away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.nouns.direction import Measure
from data.nouns.planning import Risk
from data.value import Workshop
from tests.workshop.build import a_workshop, priority
from workshop.actions import direction, priorities, stress
from workshop.actions.fields import set_field


def reasons(*texts: str) -> Workshop:
    workshop = a_workshop()
    for text in texts:
        workshop = stress.add(workshop, text)
    return workshop


def test_measures_facts_and_principles_are_added_moved_and_taken_away() -> None:
    workshop = a_workshop()
    for text in ("First visits", "Fresh share", "  "):
        workshop = direction.add_measure(workshop, text)
        workshop = direction.add_fact(workshop, text, "the log")
        workshop = direction.add_principle(workshop, text, "add a form")
    assert [row.name for row in direction.move(workshop, "Q2", -1).measures] == ["Fresh share", "First visits"]
    assert [(row.text, row.source) for row in direction.move(workshop, "F1", 1).facts] == [
        ("Fresh share", "the log"),
        ("First visits", "the log"),
    ]
    assert [row.rule for row in direction.remove(workshop, "X1").principles] == ["Fresh share"]
    assert workshop.principles[0].will_not == "add a form"


def test_a_measure_holds_numbers_that_are_not_whole() -> None:
    workshop = direction.add_measure(a_workshop(), "Share")
    workshop = set_field(workshop, "measure", "Q1", "target", Decimal("4.5"))
    assert workshop.row(Measure, "Q1").target == Decimal("4.5")
    assert set_field(workshop, "measure", "Q1", "target", None).row(Measure, "Q1").target is None


def test_what_has_a_star_stands_first_and_is_moved_among_its_like() -> None:
    workshop = stress.star(stress.star(reasons("A", "B", "C", "D"), "R2"), "R4")
    assert [row.reason for row in stress.in_order(workshop)] == ["B", "D", "A", "C"]
    assert [row.reason for row in stress.in_order(stress.move(workshop, "R4", -1))] == ["D", "B", "A", "C"]
    assert [row.reason for row in stress.in_order(stress.star(workshop, "R2", False))] == ["D", "A", "B", "C"]


def test_two_reasons_become_one() -> None:
    workshop = stress.star(reasons("Burn out", "Volunteers burn out"), "R1")
    workshop = workshop.change(Risk, "R1", sign="Two gaps", by=date(2026, 12, 1)).change(Risk, "R2", sign="A gap")
    [merged] = stress.merge(workshop, "R1", "R2").risks
    assert (merged.reason, merged.starred, merged.sign, merged.by) == (
        "Volunteers burn out",
        True,
        "A gap",
        date(2026, 12, 1),
    )
    assert stress.merge(workshop, "R1", "R1") == workshop


def test_a_risk_outlives_the_priority_it_hits() -> None:
    workshop = a_workshop(priority("P1", "Evenings"), priority("P2", "Saturdays"), Risk(id="R1", priority_id="P1"))
    assert priorities.remove(workshop, "P1").row(Risk, "R1").priority_id is None
    assert priorities.merge(workshop, "P1", "P2").row(Risk, "R1").priority_id == "P2"
