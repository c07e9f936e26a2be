"""The dates of the check-ins: by the rhythm that was chosen, from the first one on, around the holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.nouns.rhythm import CheckIn, Preset
from data.value import Workshop
from tests.workshop.any_workshop import workshops
from tests.workshop.build import TODAY, a_workshop, but
from workshop.actions import rhythm
from workshop.check_ins.periods import Period, kept
from workshop.check_ins.schedule import coming, hours_a_quarter, meetings, next_dates, wording

FIRST = date(2026, 10, 28)  # a Wednesday
PULSE, REVIEW, RESET, REFRESH = CheckIn


def planned(preset: Preset, first: date = FIRST, **brief: object) -> Workshop:
    return rhythm.choose(a_workshop(held_on=TODAY, next_on=first, **brief), preset)


def dated(workshop: Workshop, kind: CheckIn | None, months: int = 13) -> list[str]:
    return [str(each.on) for each in meetings(workshop, FIRST + timedelta(30 * months)) if each.kind == kind]


def test_without_a_first_date_there_is_none() -> None:
    assert coming(rhythm.choose(a_workshop(), Preset.TIGHT), TODAY) == ()


def test_without_a_rhythm_the_first_one_is_all_there_is() -> None:
    [only] = coming(a_workshop(next_on=FIRST), TODAY)
    assert (only.on, only.kind) == (FIRST, None)
    assert coming(a_workshop(next_on=FIRST), FIRST + timedelta(1)) == ()


def test_a_standard_rhythm() -> None:
    workshop = planned(Preset.STANDARD)
    assert dated(workshop, PULSE, 3) == [
        "2026-10-28",
        "2026-11-11",
        "2026-11-25",
        "2026-12-09",
        "2026-12-23",
        "2027-01-20",
    ]
    assert dated(workshop, REVIEW, 5) == ["2026-11-04", "2026-12-02", "2027-02-03", "2027-03-03"]
    assert dated(workshop, RESET) == ["2027-01-06", "2027-04-07", "2027-07-07"]
    assert dated(workshop, REFRESH) == ["2027-10-06"]


def test_a_tight_rhythm_comes_every_week() -> None:
    days = [each.on for each in meetings(planned(Preset.TIGHT), FIRST + timedelta(100))]
    assert days == [FIRST + timedelta(7 * week) for week in range(15)]


def test_a_light_rhythm_stays_in_the_week_of_the_month_it_began_in() -> None:
    assert dated(planned(Preset.LIGHT), REVIEW, 5) == [
        "2026-10-28",
        "2026-11-25",
        "2026-12-23",
        "2027-02-24",
        "2027-03-24",
    ]
    assert dated(planned(Preset.LIGHT), RESET, 7) == ["2027-01-27", "2027-04-28"]
    last = planned(Preset.LIGHT, date(2026, 10, 29))  # a fifth Thursday
    assert dated(last, REVIEW, 3) == ["2026-10-29", "2026-11-26", "2026-12-31"]


def test_a_quarterly_check_in_waits_until_there_is_something_to_look_back_on() -> None:
    workshop = planned(Preset.STANDARD, date(2026, 12, 16))
    assert dated(workshop, REVIEW, 5)[0] == "2027-01-06"
    assert dated(workshop, RESET)[0] == "2027-04-07"


def test_a_check_in_has_its_own_weekday() -> None:
    workshop = but(planned(Preset.STANDARD), "H1", weekday=0)
    assert dated(workshop, PULSE, 2) == ["2026-10-28", "2026-11-09", "2026-11-23", "2026-12-07", "2026-12-21"]
    workshop = but(workshop, "H2", weekday=4)
    assert dated(workshop, REVIEW, 2) == ["2026-11-06", "2026-12-04"]


def test_in_the_holidays_a_pulse_falls_out_and_the_others_are_put_off() -> None:
    away = kept(Period(date(2026, 12, 21), date(2027, 1, 8)))
    workshop = planned(Preset.STANDARD, holidays=(away, kept(Period(date(2026, 11, 11), date(2026, 11, 11)))))
    assert dated(workshop, PULSE, 3) == ["2026-10-28", "2026-11-25", "2026-12-09", "2027-01-20"]
    assert dated(workshop, RESET)[0] == "2027-01-13"


def test_what_is_no_period_keeps_nobody_away() -> None:
    assert meetings(planned(Preset.TIGHT, holidays=("soon",)), TODAY + timedelta(90)) == meetings(
        planned(Preset.TIGHT), TODAY + timedelta(90)
    )


def test_the_next_one_of_each_kind() -> None:
    workshop = planned(Preset.STANDARD)
    assert [(str(each.on), each.kind) for each in next_dates(workshop, TODAY)] == [
        ("2026-10-28", PULSE),
        ("2026-11-04", REVIEW),
        ("2027-01-06", RESET),
        ("2027-10-06", REFRESH),
    ]
    later = [(str(each.on), each.kind) for each in next_dates(workshop, date(2027, 1, 7))]
    assert later[:2] == [("2027-01-20", PULSE), ("2027-02-03", REVIEW)]


@pytest.mark.parametrize(
    ("preset", "name"), [(Preset.STANDARD, "fortnightly check-in"), (Preset.TIGHT, "weekly check-in")]
)
def test_a_pulse_is_called_by_how_often_it_comes(preset: Preset, name: str) -> None:
    assert wording(planned(preset), PULSE).name == name
    assert wording(planned(preset), REVIEW).name == "monthly check-in"


@given(
    workshops(st.just(""), 4),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.lists(st.dates(date(2026, 1, 1), date(2030, 1, 1)), max_size=3),
)
def test_years_later_they_are_what_they_were_to_be(workshop: Workshop, today: date, away: list[date]) -> None:
    workshop = but(workshop, "W", holidays=tuple(kept(Period(day, day + timedelta(20))) for day in away))
    until = today + timedelta(120)
    assert meetings(workshop, until, today) == tuple(each for each in meetings(workshop, until) if each.on >= today)


@given(workshops(st.just(""), 4), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_they_stand_in_order_none_before_the_first_and_none_twice(workshop: Workshop, today: date) -> None:
    found = coming(workshop, today)
    days = [each.on for each in found]
    assert days == sorted(set(days))
    assert all(day >= today and workshop.brief.next_on is not None and day >= workshop.brief.next_on for day in days)
    assert {each.kind for each in found} <= {row.kind for row in workshop.cadences} | {None}


def test_what_a_rhythm_costs_whoever_comes_to_all_of_it():
    # A year of the light one: eight times 45 minutes a month, and four times two hours.
    assert hours_a_quarter(planned(Preset.LIGHT), TODAY) == pytest.approx((8 * 45 + 4 * 120) / 60 / 4, abs=0.5)
    hours = [hours_a_quarter(planned(preset), TODAY) for preset in (Preset.LIGHT, Preset.STANDARD, Preset.TIGHT)]
    assert hours == sorted(hours)


def test_a_rhythm_costs_something_before_its_first_date_is_known_and_nothing_without_check_ins():
    workshop = rhythm.choose(a_workshop(), Preset.LIGHT)
    assert hours_a_quarter(workshop, TODAY) == pytest.approx(3.5, abs=0.5)
    assert hours_a_quarter(a_workshop(next_on=FIRST), TODAY) == 0
