"""The page is a page, whatever the workshop, and tells what it had to shorten."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers

from data.nouns.planning import Milestone, Priority, Status
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from tests.workshop.any_workshop import HOSTILE, TODAY, workshop, workshops
from tests.workshop.build import a_workshop, measure, party, principle, priority
from workshop.export.onepage import blocks
from workshop.export.registry import export
from workshop.plan.model import plan_of
from workshop.sample import sample
from workshop.text import cells


def page(value: Workshop) -> list[str]:
    return export(plan_of(value, ref="a-plan", today=TODAY), "onepage").decode().splitlines()


@settings(deadline=None, max_examples=60)
@given(workshops(most=40))
def test_any_workshop_fits_on_the_page(value):
    lines = page(value)
    assert 0 < len(lines) <= 60
    assert max(map(cells, lines)) <= 80


@settings(deadline=None, max_examples=50)
@given(workshops(most=20), integers(40, 120))
def test_on_a_wall_it_is_as_wide_as_there_is_room(value, width):
    plan = plan_of(value, ref="a-plan", today=TODAY)
    lines = [line for block in blocks(plan, width, most=10_000) for line in block]
    assert max(map(cells, lines)) <= width
    assert not any(line.startswith("Shortened to fit") for line in lines) or width >= 80


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.strip()])
def test_hostile_texts_leave_the_page_in_shape(typed):
    lines = page(workshop(Random(11), [typed], 30))
    assert len(lines) <= 60 and max(map(cells, lines)) <= 80
    assert "=" * 80 in lines[:3]


def test_of_the_sample_only_the_rules_have_no_room():
    lines = page(sample(TODAY))
    assert lines[-1] == "Shortened to fit one page: rules. The whole plan has the rest."
    assert "NEXT 90 DAYS" in lines and "WE STOP" in lines


def test_it_begins_with_the_direction_and_ends_with_the_next_check_ins():
    text = "\n".join(page(sample(TODAY)))
    assert text.index("\nOBSTACLE  Food is not our bottleneck") < text.index("\nAIM       By the end of 2029")
    assert "First-visit completion         69 -> 90 % of referrals" in text
    assert text.index("NEXT 90 DAYS") < text.index("\nCHECK-INS 2026-10-28 fortnightly check-in;")
    assert "\nKEEPER    Volunteer Coordinator\n" in text


def test_rules_stand_last_and_are_the_first_to_go():
    value = a_workshop(
        principle("X1", "Fresh before more", will_not="chase tonnage."),
        measure("Q1", "First visits"),
        keeper_id="N1",
    ).put(party("N1", "Coordinator"))
    assert page(value)[-4:] == [
        *("KEEPER    Coordinator", "", "RULES", "  Fresh before more; so we will not chase tonnage.")
    ]
    for number in range(60):
        value = value.put(priority(f"P{number}", "Open", status=Status.SELECTED))
    lines = page(value)
    assert "RULES" not in lines and "rules" in " ".join(lines[-2:])


def test_a_number_nobody_knows_yet_is_called_unknown():
    assert "AIM       First visits                   unknown -> ?" in page(a_workshop(measure("Q1", "First visits")))


def test_each_date_of_the_next_90_days_has_its_owner():
    lines = page(sample(TODAY))
    coming = lines[lines.index("NEXT 90 DAYS") :]
    assert any("2026-11-20 M9 " in line and "Client Services Lead" in line for line in coming)
    assert sum(line.startswith("  2") for line in coming) == 5


def test_a_full_page_says_at_its_end_what_it_shortened():
    value = sample(TODAY)
    for number in range(20):
        value = value.add(Milestone, priority_id="P1", title=f"Result {number}", due=TODAY)[0]
    lines = page(value)
    assert "NEXT 90 DAYS (8 of 25)" in lines
    assert "results of the next 90 days" in " ".join(lines[-2:])


def test_what_counts_least_gives_way_first():
    value = sample(TODAY)
    for number in range(6):
        value = value.add(Arena, rank=f"b{number}", name=f"Place {number} " * 8, verdict=Verdict.NOT_NOW)[0]
    text = "\n".join(page(value))
    assert "(6 of" not in text and "and Dunholt" in text, "places to play are whole while lists of refusals are cut"


def test_far_too_many_priorities_still_show_the_first_with_their_owners():
    value = sample(TODAY)
    for number in range(40):
        fields = {"rank": f"b{number:02}", "title": f"Priority {number} " * 10, "stop": "Stop it", "owner_id": "N1"}
        value = value.add(Priority, status=Status.SELECTED, **fields)[0]
    text = "\n".join(page(value))
    assert "PRIORITY (9 of 45)" in text
    assert "P1 Open evenings and Saturdays" in text and "long texts" in text


def test_columns_stay_in_line_behind_wide_characters():
    value = sample(TODAY).change(Priority, "P1", title="日本語の長い題名" * 4)
    line = next(line for line in page(value) if "Operations Manager" in line)
    assert cells(line[: line.index("Operations")]) == 36
