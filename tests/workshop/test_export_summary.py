"""The summary has what a mail of the same evening needs, on two pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from data.nouns.planning import Priority
from data.nouns.room import Brief, Reservation
from tests.workshop.any_workshop import TODAY, workshops
from workshop.export.registry import export
from workshop.plan.model import plan_of
from workshop.rules.registry import Context, findings
from workshop.sample import sample

NAMES = ("summary", "summary-text")


def write(value, name: str = "summary") -> str:
    found = findings(value, Context(today=TODAY))
    return export(plan_of(value, ref="a-plan", today=TODAY, findings=found), name).decode()


@pytest.mark.parametrize("name", NAMES)
def test_it_has_at_most_two_pages_and_everything_in_its_order(name):
    text = write(sample(TODAY), name)
    assert text.count("\n") <= 110
    places = [
        text.index(words)
        for words in (
            "We open when people can come",
            "We play: Working households",
            "Not us: Low-price membership shop",
            "We stop: Retire the paper referral form",
            "P1 Open evenings and Saturdays",
            "Executive Director: Tell all staff",
            "Rename the food bank (dropped)",
            "Who was there",
            "Pantry volunteer,",
            "Facilitated by: Facilitator (external)",
        )
    ]
    assert places == sorted(places)


def test_a_priority_has_its_owner_and_its_first_date():
    line = next(line for line in write(sample(TODAY)).splitlines() if line.startswith("- P1 "))
    assert "Operations Manager" in line and "Fri 2026-12-04" in line


@pytest.mark.parametrize("name", NAMES)
def test_what_is_open_is_told(name):
    text = " ".join(write(sample(TODAY).change(Priority, "P1", owner_id=None), name).split())
    assert "Draft, 1 open point" in text and "belongs to nobody" in text and "nobody yet" in text


@pytest.mark.parametrize("name", NAMES)
def test_reservations_do_not_go_out_by_mail(name):
    value = sample(TODAY).change(Brief, "W", attributed=True).change(Reservation, "V1", party_id="N9")
    assert "really close Tuesday" not in write(value, name)


def test_lists_too_long_for_two_pages_say_how_much_more_there_is():
    value = sample(TODAY)
    for number in range(40):
        value = value.add(Priority, rank=f"b{number:02}", title=f"Candidate {number}", status="dropped")[0]
    for number in range(60):
        value = value.add(Priority, rank=f"c{number:02}", title="x", status="later")[0]
    text = write(value)
    assert text.count("\n") <= 110 and "more in the plan" in text


@settings(deadline=None)
@given(workshops())
def test_any_workshop_makes_two_pages_of_markdown(value):
    assert write(value).count("\n") <= 110
