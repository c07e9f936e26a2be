"""The sample is complete, sound on any day, and dated exactly like the original."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.planning import Accepted, Milestone, Needs, Priority, Status
from data.nouns.room import Brief, Disposition
from data.nouns.strategy import Condition, Verdict
from workshop.check_ins.schedule import next_dates
from workshop.rules.registry import Context, findings, open_blocks
from workshop.sample import sample, session_day
from workshop.steps import load
from workshop.text import length

DAY = date(2026, 10, 14)

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.fixture(scope="module")
def original():
    return sample(DAY)


def test_dates_are_those_of_the_original(original):
    due = {row.id: row.due.isoformat() for row in original.milestones}
    assert due == {
        "M1": "2026-12-04",
        "M2": "2027-02-26",
        "M3": "2027-09-30",
        "M4": "2027-01-12",
        "M5": "2027-06-30",
        "M6": "2028-12-15",
        "M7": "2027-01-08",
        "M8": "2027-10-29",
        "M9": "2026-11-20",
        "M10": "2027-08-31",
        "M11": "2026-12-18",
        "M12": "2027-11-30",
    }
    assert [row.by.isoformat() for row in original.of(Condition)] == [
        *("2027-02-26", "2026-11-30", "2027-01-08", "2027-05-28", "2027-01-12", "2027-06-30")
    ]
    assert [row.by.isoformat() for row in original.actions] == [
        *("2026-10-28", "2026-10-23", "2026-10-28", "2026-10-19", "2026-10-21")
    ]
    assert original.arenas[3].decide_by == date(2027, 3, 31)
    brief = original.brief
    assert (brief.held_on, brief.horizon_start, brief.horizon_end) == (DAY, date(2026, 11, 1), date(2029, 10, 31))


def test_dates_within_texts_read_as_in_the_original(original):
    assert original.brief.title == "Brackenford food bank: strategy 2027-2029"
    assert original.brief.message.endswith("first results before New Year.")
    assert original.arenas[0].proof == "Eastmere trial, spring 2025: 61 of 70 evening slots used"
    assert original.row(Milestone, "M3").done_when.startswith("33% of September 2027 visits")
    assert original.row(Milestone, "M6").done_when.startswith("Warehouse weights for September to November 2028")
    assert original.row(Milestone, "M10").done_when.startswith("80% over June to August 2027")
    assert original.row(Milestone, "M11").done_when.startswith("60 monthly gifts cleared in December")
    assert original.actions[0].text.endswith("closes on 29 January")
    assert original.actions[4].text == "Put the plan on the November board agenda"
    assert original.reservations[1].text == "December is brutal; keep check-ins light."


def test_direction_risks_and_rhythm_are_those_of_the_original(original):
    brief = original.brief
    assert brief.obstacle.startswith("Food is not our bottleneck")
    assert brief.aspiration.startswith("By the end of 2029 every Brackenford household")
    assert [(row.name, str(row.baseline), str(row.target), str(row.by)) for row in original.measures] == [
        ("First-visit completion", "69", "90", "2029-12-31"),
        ("Fresh share of food", "22", "45", "2029-12-31"),
        ("Largest single income source", "38", "25", "2029-12-31"),
    ]
    assert (len(original.facts), len(original.principles)) == (5, 4)
    assert original.facts[0].source == "visit log, 2026 to September"
    assert all(row.will_not for row in original.principles)
    assert [row.starred for row in original.risks] == [True] * 3 + [False] * 3
    assert [str(row.by) for row in original.risks] == [
        *("2026-12-11", "2027-02-15", "2027-05-14", "2026-11-06", "2026-11-20", "2026-12-02")
    ]
    assert [row.priority_id for row in original.risks] == ["P1", None, "P2", "P1", "P4", None]
    assert original.risks[1].sign == "No renewal letter by 1 March"
    assert (str(brief.next_on), original.party(brief.keeper_id).name) == ("2026-10-28", "Volunteer Coordinator")
    assert [str(each.on) for each in next_dates(original, DAY)] == [
        *("2026-10-28", "2026-11-04", "2027-01-06", "2027-10-06")
    ]
    assert [original.party(row.watcher_id).name for row in original.triggers] == [
        *("Trustee (finance)", "Supply and Logistics Lead", "Operations Manager")
    ]
    assert original.triggers[0].threshold == "no letter by 1 March 2027"


def test_it_keeps_within_every_limit_that_people_meet(original):
    for step in load().steps:
        for field in step.fields:
            for row in original.rows.values():
                value = getattr(row, field.name, None) if row.table == field.noun else None
                texts = value if isinstance(value, tuple) else (value,)
                assert field.limit is None or all(length(text or "") <= field.limit for text in texts), (row, field)


def test_ids_count_from_one_in_the_order_of_the_ranks(original):
    for rows, letter, number in (
        (original.arenas, "A", 9),
        (original.priorities, "P", 12),
        (original.milestones, "M", 12),
    ):
        assert [row.id for row in rows] == [f"{letter}{n}" for n in range(1, number + 1)]
    assert [party.id for party in original.participants] == [f"N{n}" for n in range(1, 13)]


def test_it_is_all_there(original):
    verdicts = [row.verdict for row in original.arenas]
    assert [verdicts.count(verdict) for verdict in Verdict] == [0, 3, 1, 3, 2]
    assert all(row.trigger for row in original.arenas if row.verdict is Verdict.NOT_NOW)
    assert [row.id for row in original.arenas if row.today] == ["A9"]
    selected = [row for row in original.priorities if row.status is Status.SELECTED]
    assert [row.id for row in selected] == ["P1", "P2", "P3", "P4", "P5"]
    assert all(row.accepted is Accepted.YES and row.owner_id and row.deputy_id for row in selected)
    assert sum(row.dots for row in original.priorities) == 44
    assert [arena.id for arena in original.served_by(original.row(Priority, "P4"))] == ["A1", "A2"]
    assert {link.id for link in original.of(Needs)} == {
        *("M2-M1", "M2-M9", "M3-M2", "M5-M4", "M6-M5", "M8-M7", "M10-M9", "M10-M2")
    }
    assert original.brief.fist == (3, 6, 2, 0, 0, 0)
    assert Disposition.OPEN not in {row.disposition for row in original.parked} and len(original.parked) == 5
    assert original.party(original.brief.decider_id).name == "Executive Director"
    assert all(row.party_id is None and row.score == 3 for row in original.reservations)


def test_on_its_day_only_the_accepted_warnings_are_found_and_what_the_rhythm_costs(original):
    found = findings(original, Context(today=DAY))
    assert [(row.code, row.item, bool(row.accepted)) for row in found] == [
        ("MIL-08", "2026-12", True),
        ("MIL-08", "2028-12", True),
        ("RHY-06", "", False),
    ]
    assert found[2].message == "This rhythm costs each owner about 5 hours a quarter."
    assert (found[0].accepted or "").startswith(
        "M11 is a winter giving campaign and cannot move; M1 was placed on the 4th"
    )


def test_it_is_a_draft_until_it_is_adopted(original):
    assert (original.brief.version, original.brief.adopted_on) == (0, None)
    adopted = sample(DAY, adopted=True)
    assert (adopted.brief.version, adopted.brief.adopted_on) == (1, DAY)
    assert all(row.first_due == row.due for row in adopted.milestones)


@settings(deadline=None)
@given(days)
def test_on_any_day_nothing_blocks_and_nothing_is_left_to_fill_in(day):
    workshop = sample(day)
    assert open_blocks(findings(workshop, Context(today=day))) == ()
    assert not any("{" in str(row) for row in workshop.rows.values())
    assert workshop.milestones[0].due == day + timedelta(days=51)


@settings(deadline=None)
@given(days)
def test_the_session_is_on_the_nearest_wednesday_so_that_nothing_is_due_on_a_weekend(today):
    day = session_day(today)
    assert day.weekday() == 2 and abs((day - today).days) <= 3
    assert all(row.due and row.due.weekday() < 5 for row in sample(day).milestones)


def test_two_samples_are_two_equal_values(original):
    assert sample(DAY) == original
    assert sample(DAY) != original.change(Brief, "W", title="Another")
