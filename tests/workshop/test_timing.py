"""A group's own minutes: what steps took, the next workshop's proposal of it, planned against taken in the plan."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from data.nouns.room import Agenda, Brief, Room, Stretch
from workshop.actions import opening
from workshop.actions import timing as taking
from workshop.actions.duplicating import duplicate
from workshop.export import markdown
from workshop.export.runsheet import runsheet
from workshop.export.whole_plan import whole_plan
from workshop.plan.audiences import Audience
from workshop.plan.model import plan_of
from workshop.room import timing
from workshop.room.day import day_of
from workshop.steps import load

DAY = date(2026, 10, 14)
NINE = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def workshop():
    return opening.begin("Harbor strategy", "Harbor trust", today=DAY)


@pytest.fixture
def held(workshop):
    """Held once: Priorities took 50 minutes, the first break 12, Owners one minute less than planned."""
    for key, planned, taken in (("priorities", 40, 50), ("pause-1", 10, 12), ("owners", 15, 14), ("break", 0, 7)):
        workshop = taking.finished(workshop, key, planned, taken)
    return workshop


def test_the_next_workshop_is_proposed_what_steps_took_and_not_a_minute_more_or_less(held):
    following = duplicate(held, "The next one", today=DAY)
    told = [each.text for each in timing.proposals(following)]
    assert told == ["Break 12 instead of 10 min", "Priorities 50 instead of 40 min"]
    assert timing.agenda_of(following) == load().agenda("half-day")
    assert {(row.planned, row.taken) for row in following.stretches} == {(None, None)}


def test_a_proposal_that_is_taken_is_what_everything_reckons_with(held):
    following = taking.as_before(duplicate(held, "The next one", today=DAY))
    agenda = timing.agenda_of(following)
    assert (agenda.minutes("priorities"), agenda.minutes("pause-1"), agenda.total) == (50, 12, 252)
    assert timing.proposals(following) == ()
    assert [row.id for row in following.stretches] == ["pause-1", "priorities"]
    third = duplicate(following, "The third", today=DAY)
    assert timing.agenda_of(third).minutes("priorities") == 50


def test_a_proposal_that_is_left_is_not_made_again(held):
    following = taking.as_planned(duplicate(held, "The next one", today=DAY))
    assert following.stretches == () and timing.agenda_of(following).total == 240


def test_another_agenda_has_its_own_minutes(held):
    following = taking.as_before(duplicate(held, "The next one", today=DAY))
    full = opening.choose_agenda(following, Agenda.FULL_DAY)
    assert timing.agenda_of(full) == load().agenda("full-day") and full.stretches == ()
    assert [row.taken for row in opening.choose_agenda(held, Agenda.FULL_DAY).stretches] == [7, 14, 12, 50]


def test_the_plan_sets_what_was_planned_beside_what_was_taken(held):
    told = markdown.render(whole_plan(plan_of(held, ref="r", today=DAY))).splitlines()
    at = told.index("### Time planned and taken")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in told[at : at + 20] if row.startswith("|")]
    assert ["Priorities", "40", "50"] in rows and ["Break", "0", "7"] in rows and ["Rhythm", "10", ""] in rows
    assert rows[-1] == ["All that was timed", "65", "83"]


def test_only_the_team_reads_it_and_only_once_a_clock_ran(held, workshop):
    for value, audience in ((held, Audience.BOARD), (held, Audience.PUBLIC), (workshop, Audience.TEAM)):
        plan = plan_of(value, ref="r", today=DAY, audience=audience)
        assert "Time planned" not in markdown.render(whole_plan(plan))


def test_the_runsheet_has_the_groups_minutes(workshop):
    longer = workshop.put(Stretch(id="priorities", planned=50))
    told = markdown.render(runsheet(plan_of(longer, ref="r", today=DAY), load()))
    assert "250 minutes, from 09:00 to 13:10" in told


def test_the_day_goes_on_from_now_and_says_when_it_ends(workshop):
    workshop = workshop.change(Brief, "W", ends_at=time(13, 0))
    room = Room(id="R", step="direction", spent={"open": 900.0}, running_since=NINE + timedelta(minutes=15))
    day = day_of(workshop, room, NINE + timedelta(minutes=25))
    stages = {stage.key: stage for stage in day.stages}
    assert day.told == "Ends about 13:05, 5 minutes after 13:00."
    assert stages["open"].planned_from == NINE and (stages["open"].taken, stages["open"].from_) == (15, None)
    assert stages["direction"].now and stages["direction"].to == NINE + timedelta(minutes=35)
    assert stages["where-to-play"].from_ == stages["direction"].to
    assert [(each.cut.step, each.minutes) for each in day.cuts] == [("direction", 15), ("priorities", 10)]


def test_a_day_without_an_end_is_measured_by_its_agenda(workshop):
    room = Room(id="R", step="open", running_since=NINE)
    assert day_of(workshop, room, NINE + timedelta(minutes=5)).told == "Ends about 13:00, as planned."
    assert (
        day_of(workshop, room, NINE + timedelta(minutes=13)).told == "Ends about 13:03, 3 minutes later than planned."
    )


def test_a_clock_that_is_first_started_in_the_third_step_is_on_time():
    workshop = opening.begin("Harbor strategy", today=DAY)
    day = day_of(workshop, Room(id="R", step="where-to-play", running_since=NINE), NINE + timedelta(minutes=5))
    stage = next(stage for stage in day.stages if stage.now)
    assert (stage.planned_from, stage.to) == (NINE, NINE + timedelta(minutes=40))
    assert day.stages[0].planned_from == NINE - timedelta(minutes=30)


def test_a_break_of_no_agenda_stands_in_the_day(workshop):
    room = Room(id="R", step="open", pausing="break", extra={"break": 10}, running_since=NINE)
    day = day_of(workshop, room, NINE + timedelta(minutes=4))
    assert day.stages[-1].name == "Break" and day.stages[-1].now
    assert day.stages[-1].to == NINE + timedelta(minutes=10)
    assert day.behind == 10
