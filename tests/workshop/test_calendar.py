"""The calendar, read back by another library: the same days as the app has, and the same events when read again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from data.nouns.rhythm import CheckIn, Preset
from data.value import Workshop
from tests.workshop.any_workshop import HOSTILE, texts, workshops
from tests.workshop.build import TODAY, a_workshop, but, cadence
from tests.workshop.first_check_in import DAY_49, held
from workshop.actions import rhythm
from workshop.check_ins import schedule
from workshop.check_ins.periods import Period, kept
from workshop.check_ins.schedule import meetings, wording
from workshop.export.calendar import write
from workshop.export.registry import source_of


def calendar(workshop: Workshop, today: date = TODAY, ref: str = "brackenford-k7") -> Any:
    return Calendar.from_ical(write(source_of(workshop, ref=ref, today=today, step="close")))


def days(workshop: Workshop, since: date, until: date) -> list[tuple[date, str]]:
    """What a calendar program shows of the check-ins."""
    events = recurring_ical_events.of(calendar(workshop)).between(since, until + timedelta(1))
    shown = [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events if "check-in" in str(event["UID"])]
    return sorted(shown)


def planned(preset: Preset, first: date, **brief: Any) -> Workshop:
    return rhythm.choose(a_workshop(held_on=TODAY, next_on=first, **brief), preset)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([Preset.LIGHT, Preset.STANDARD, Preset.TIGHT]),
    st.dates(date(2026, 10, 15), date(2027, 3, 1)),
    st.lists(st.dates(date(2026, 10, 15), date(2028, 6, 1)), max_size=3),
    st.lists(st.none() | st.integers(0, 6), min_size=4, max_size=4),
)
def test_a_calendar_shows_the_check_ins_of_the_app(
    preset: Preset, first: date, away: list[date], weekdays: list[int | None]
) -> None:
    workshop = planned(preset, first, holidays=tuple(kept(Period(day, day + timedelta(20))) for day in away))
    for row, weekday in zip(workshop.cadences, weekdays, strict=False):
        workshop = but(workshop, row.id, weekday=weekday)
    until = date(2028, 12, 31)
    expected = [
        (each.on, (name := wording(workshop, each.kind).name)[0].upper() + name[1:])
        for each in meetings(workshop, until)
        if each.kind
    ]
    assert days(workshop, first, until) == sorted(expected)


def test_a_date_that_was_agreed_otherwise_takes_the_place_of_the_next_one() -> None:
    workshop = held()
    (last,) = (row for row in workshop.check_ins if row.held_on == DAY_49)
    other = but(workshop, last.id, next_on=date(2026, 12, 11))
    shown = [day for day, _ in days(other, DAY_49 + timedelta(1), date(2027, 1, 10))]
    assert [str(day) for day in shown] == ["2026-12-11", "2026-12-23", "2027-01-06"]
    usual = [day for day, _ in days(workshop, DAY_49 + timedelta(1), date(2027, 1, 10))]
    assert [str(day) for day in usual] == ["2026-12-09", "2026-12-23", "2027-01-06"]


def test_milestones_take_the_whole_day_and_leave_people_free() -> None:
    events = {str(event["UID"]): event for event in calendar(held(), DAY_49).walk("VEVENT")}
    moved = events["m1.brackenford-k7@workshop"]
    assert moved["DTSTART"].dt == date(2027, 1, 15)
    assert moved["DTEND"].dt == date(2027, 1, 16)
    assert moved["TRANSP"] == "TRANSPARENT"
    assert "First date: 2026-12-04, moved once, 42 days" in str(moved["DESCRIPTION"])
    assert sum(uid.startswith("m") for uid in events) == 13
    assert str(events["m9.brackenford-k7@workshop"]["SUMMARY"]).startswith("✓ M9")


def test_what_is_imported_again_brings_the_same_events_up_to_date() -> None:
    earlier, later = calendar(held()), calendar(but(held(), "M1", due=date(2027, 2, 1)), DAY_49 + timedelta(30))

    def of(read: Any) -> dict[str, Any]:
        return {str(event["UID"]): event for event in read.walk("VEVENT") if "RECURRENCE-ID" not in event}

    assert of(earlier).keys() == of(later).keys()
    name = "m1.brackenford-k7@workshop"
    assert of(later)[name]["DTSTART"].dt == date(2027, 2, 1)
    assert of(later)[name]["DTSTAMP"].dt > of(earlier)[name]["DTSTAMP"].dt
    assert of(later)[name]["SEQUENCE"] >= of(earlier)[name]["SEQUENCE"]


def test_two_workshops_share_no_event() -> None:
    uids = [{str(event["UID"]) for event in calendar(held(), ref=ref).walk("VEVENT")} for ref in ("one", "two")]
    assert uids[0].isdisjoint(uids[1])


def test_in_a_busy_month_the_smallest_check_in_is_by_message() -> None:
    workshop = planned(Preset.STANDARD, date(2026, 11, 25), busy_months=(12,))
    told = {str(each.on): schedule.by_message(workshop, each) for each in meetings(workshop, date(2027, 1, 31))}
    assert told == {
        "2026-11-25": False,
        "2026-12-02": False,
        "2026-12-09": True,
        "2026-12-23": True,
        "2027-01-06": False,
        "2027-01-20": False,
    }
    summaries = {event["DTSTART"].dt: str(event["SUMMARY"]) for event in calendar(workshop).walk("VEVENT")}
    assert summaries[date(2026, 12, 9)] == "Fortnightly check-in, by message"
    assert not summaries[date(2026, 11, 25)].endswith("by message")


def test_without_a_rhythm_there_is_the_one_date() -> None:
    workshop = a_workshop(next_on=date(2026, 11, 4))
    assert [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in calendar(workshop).walk("VEVENT")] == [
        (date(2026, 11, 4), "Check-in")
    ]
    assert not calendar(a_workshop(cadence("H1", CheckIn.REVIEW))).walk("VEVENT")


@settings(deadline=None, max_examples=40)
@given(workshops(texts | st.sampled_from(HOSTILE), 4))
def test_any_workshop_makes_a_calendar_that_reads_back(workshop: Workshop) -> None:
    for event in calendar(workshop).walk("VEVENT"):
        assert event["UID"] and event["DTSTART"].dt < event["DTEND"].dt
        assert "\n" not in str(event["SUMMARY"])
