"""Dates as people say them: understood as the calendar has it, or refused with a sentence; never silently wrong."""

import dataclasses
from calendar import monthrange
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import date_words
from workshop.date_words import ENGLISH
from workshop.dates import (
    FIRST_DAY,
    LAST_DAY,
    DateNotUnderstood,
    echo,
    parse_date,
    parse_time,
    say,
    short,
    until,
)

WEDNESDAY = date(2026, 10, 14)

days = st.dates(FIRST_DAY, LAST_DAY)
todays = st.dates(date(2000, 1, 1), date(2100, 12, 31))
months = st.integers(1, 12)
weekdays = st.integers(0, 6)
MONTHS = [words.split()[0] for words in ENGLISH.months]
WEEKDAYS = [words.split()[0] for words in ENGLISH.weekdays]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A day by its date.
        ("2027-01-15", date(2027, 1, 15)),
        ("2027/1/15", date(2027, 1, 15)),
        ("15 jan", date(2027, 1, 15)),
        ("15 Jan.", date(2027, 1, 15)),
        ("15 january 2027", date(2027, 1, 15)),
        ("15-jan-2027", date(2027, 1, 15)),
        ("2027 jan 15", date(2027, 1, 15)),
        ("2027 march", date(2027, 3, 31)),
        ("jan 15", date(2027, 1, 15)),
        ("January 15th, 2027", date(2027, 1, 15)),
        ("the 15th of january", date(2027, 1, 15)),
        ("15.1.2027", date(2027, 1, 15)),
        ("3.4.2027", date(2027, 4, 3)),
        ("3.4.", date(2027, 4, 3)),
        ("15/1/2027", date(2027, 1, 15)),
        ("1/15/2027", date(2027, 1, 15)),
        ("5/5/2027", date(2027, 5, 5)),
        ("15/1", date(2027, 1, 15)),
        ("Fri 15 Jan 2027", date(2027, 1, 15)),
        ("by friday 2027-01-15", date(2027, 1, 15)),
        ("14 oct", WEDNESDAY),
        ("13 oct", date(2027, 10, 13)),
        ("29 feb", date(2028, 2, 29)),
        ("the 14th", WEDNESDAY),
        ("the 31st", date(2026, 10, 31)),
        # Parts of a month, a quarter, a year, a week.
        ("end of march", date(2027, 3, 31)),
        ("end march 2028", date(2028, 3, 31)),
        ("start of march", date(2027, 3, 1)),
        ("beginning of october", date(2027, 10, 1)),
        ("mid march", date(2027, 3, 15)),
        ("mid-march", date(2027, 3, 15)),
        ("middle of the month", date(2026, 10, 15)),
        ("march 2027", date(2027, 3, 31)),
        ("2027-03", date(2027, 3, 31)),
        ("march", date(2027, 3, 31)),
        ("october", date(2026, 10, 31)),
        ("q3", date(2027, 9, 30)),
        ("q3 2027", date(2027, 9, 30)),
        ("Q3/2027", date(2027, 9, 30)),
        ("2027 q3", date(2027, 9, 30)),
        ("end of q4", date(2026, 12, 31)),
        ("start of q1", date(2027, 1, 1)),
        ("mid q3 2027", date(2027, 8, 15)),
        ("end of 2028", date(2028, 12, 31)),
        ("mid-2028", date(2028, 6, 30)),
        ("eoy", date(2026, 12, 31)),
        ("eom", date(2026, 10, 31)),
        ("end of the year", date(2026, 12, 31)),
        ("end of next month", date(2026, 11, 30)),
        ("end of this month", date(2026, 10, 31)),
        ("start of the month", date(2026, 11, 1)),
        ("start of this month", date(2026, 10, 1)),
        ("end of next quarter", date(2027, 3, 31)),
        ("end of next year", date(2027, 12, 31)),
        ("end of next week", date(2026, 10, 23)),
        ("eow", date(2026, 10, 16)),
        ("start of next week", date(2026, 10, 19)),
        ("last day of february", date(2027, 2, 28)),
        ("first day of next month", date(2026, 11, 1)),
        # From today.
        ("today", WEDNESDAY),
        ("tomorrow", date(2026, 10, 15)),
        ("yesterday", date(2026, 10, 13)),
        ("in 6 weeks", date(2026, 11, 25)),
        ("in six weeks", date(2026, 11, 25)),
        ("in a week", date(2026, 10, 21)),
        ("6 weeks from today", date(2026, 11, 25)),
        ("in 3 days", date(2026, 10, 17)),
        ("3 days ago", date(2026, 10, 11)),
        ("in 2 months", date(2026, 12, 14)),
        ("in 2 quarters", date(2027, 4, 14)),
        ("in 2 years", date(2028, 10, 14)),
        ("+2w", date(2026, 10, 28)),
        ("+ 10 d", date(2026, 10, 24)),
        ("+3m", date(2027, 1, 14)),
        ("+1y", date(2027, 10, 14)),
        # By the weekday.
        ("friday", date(2026, 10, 16)),
        ("on Fri", date(2026, 10, 16)),
        ("wednesday", date(2026, 10, 21)),
        ("this wednesday", WEDNESDAY),
        ("next friday", date(2026, 10, 23)),
        ("friday next week", date(2026, 10, 23)),
        ("first monday of may", date(2027, 5, 3)),
        ("last friday of march", date(2027, 3, 26)),
        ("last friday of march 2028", date(2028, 3, 31)),
        ("second tuesday of next month", date(2026, 11, 10)),
        ("fifth monday of may", date(2027, 5, 31)),
        ("first monday of q3 2027", date(2027, 7, 5)),
    ],
)
def test_what_people_say(text, day):
    assert parse_date(text, WEDNESDAY) == day


EXAMPLES = "Type a date such as 15 jan, end of march, in 6 weeks or 2027-01-15."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", EXAMPLES),
        ("soon", EXAMPLES),
        ("early march", EXAMPLES),
        ("before friday", EXAMPLES),
        ("15", EXAMPLES),
        ("2027", EXAMPLES),
        ("10-15 march", EXAMPLES),
        ("jan 1-5", EXAMPLES),
        ("1/2/3/4", EXAMPLES),
        ("1.2.3.4", EXAMPLES),
        ("13:00", EXAMPLES),
        ("2027-01-15T10:00", EXAMPLES),
        ("15 jan 2027 or later", EXAMPLES),
        ("friday in 6 weeks", EXAMPLES),
        ("friday march", EXAMPLES),
        ("last friday", EXAMPLES),
        ("next march", EXAMPLES),
        ("end of", EXAMPLES),
        ("of march", EXAMPLES),
        ("friday of", EXAMPLES),
        ("of friday", EXAMPLES),
        ("15 2027-03", EXAMPLES),
        ("2027-013", EXAMPLES),
        ("2027 jan 2027", EXAMPLES),
        ("115 jan", EXAMPLES),
        ("2027-13", EXAMPLES),
        ("in of 3 days", EXAMPLES),
        ("first monday in q3", EXAMPLES),
        ("in -3 days", EXAMPLES),
        ("in 1.5 weeks", EXAMPLES),
        ("in 99999 days", EXAMPLES),
        ("+2", EXAMPLES),
        ("q5", EXAMPLES),
        ("13/13/2027", EXAMPLES),
        ("15.13.2027", EXAMPLES),
        ("١٥ jan", EXAMPLES),
        ("15 [b]jan[/b]", EXAMPLES),
        ("jan " * 50, EXAMPLES),
        ("3/4/2027", "Write the month as a word: 4 Mar 2027 or 3 Apr 2027."),
        ("4-3-2027", "Write the month as a word: 4 Mar 2027 or 3 Apr 2027."),
        ("3/4", "Write the month as a word: 4 Mar or 3 Apr."),
        ("15.1.27", "Write the year with four figures, such as 2027."),
        ("15 jan 27", "Write the year with four figures, such as 2027."),
        ("31 april", "April has 30 days: type a day from 1 to 30."),
        ("2027-02-29", "February 2027 has 28 days: type a day from 1 to 28."),
        ("0 jan", "January has 31 days: type a day from 1 to 31."),
        ("mon 15 jan 2027", "15 Jan 2027 is a Friday: correct the day or the date."),
        ("next month", "Say which day of it, such as end of next month."),
        ("fifth monday of june 2027", "There is no such day then: type a date such as 15 jan 2027."),
        ("15 jan 2201", "Type a date in the years 1900 to 2200."),
        ("end of 1899", "Type a date in the years 1900 to 2200."),
        ("in 9999 years", "Type a date in the years 1900 to 2200."),
        ("in 9999 weeks", "Type a date in the years 1900 to 2200."),
        ("200 years ago", "Type a date in the years 1900 to 2200."),
    ],
)
def test_what_is_not_wholly_understood_is_refused_with_what_to_type(text, sentence):
    with pytest.raises(DateNotUnderstood) as refused:
        parse_date(text, WEDNESDAY)
    assert str(refused.value) == sentence


@given(days, todays)
def test_a_date_that_was_said_is_read_back(day, today):
    assert parse_date(say(day), today) == day
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(short(day, today), today) == day


def test_a_date_is_said_with_its_weekday_and_how_far_off_it_is():
    assert say(date(2027, 6, 30)) == "Wed 30 Jun 2027"
    assert short(date(2027, 6, 30), WEDNESDAY) == "30 Jun"
    assert short(date(2028, 6, 30), WEDNESDAY) == "30 Jun 2028"
    assert short(date(2026, 10, 13), WEDNESDAY) == "13 Oct 2026"
    assert until(date(2026, 11, 20), WEDNESDAY) == "in 37 days"
    assert until(date(2026, 10, 11), WEDNESDAY) == "3 days ago"
    assert [until(WEDNESDAY + timedelta(n), WEDNESDAY) for n in (-1, 0, 1)] == ["yesterday", "today", "tomorrow"]
    assert echo(date(2026, 11, 20), WEDNESDAY) == "Fri 20 Nov 2026, in 37 days"


@given(todays, st.integers(0, 2000))
def test_days_and_weeks_from_today(today, count):
    assert parse_date(f"in {count} days", today) == parse_date(f"+{count}d", today) == today + timedelta(count)
    assert parse_date(f"in {count} weeks", today) == parse_date(f"+{count}w", today) == today + timedelta(weeks=count)
    assert parse_date(until(today + timedelta(count), today), today) == today + timedelta(count)


@given(todays, st.integers(0, 600))
def test_months_from_today_keep_the_day_or_end_the_month(today, count):
    day = parse_date(f"in {count} months", today)
    assert (day.year - today.year) * 12 + day.month - today.month == count
    assert day.day == min(today.day, monthrange(day.year, day.month)[1])


@given(todays, months, st.integers(1, 31))
def test_a_day_without_a_year_is_the_next_one(today, month, number):
    text = f"{number} {MONTHS[month - 1]}"
    if number > monthrange(2000, month)[1]:
        with pytest.raises(DateNotUnderstood):
            parse_date(text, today)
        return
    day = parse_date(text, today)
    assert (day.month, day.day) == (month, number)
    between = (today + timedelta(n) for n in range((day - today).days))
    assert day >= today and not any((each.month, each.day) == (month, number) for each in between)


@given(todays, months, weekdays, st.sampled_from([1, 2, 3, 4, -1]), st.integers(1900, 2200))
def test_the_nth_weekday_of_a_month(today, month, weekday, nth, year):
    word = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[nth]
    day = parse_date(f"{word} {WEEKDAYS[weekday]} of {MONTHS[month - 1]} {year}", today)
    all_of_them = [
        each
        for each in (date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1))
        if each.weekday() == weekday
    ]
    assert day == all_of_them[nth - 1 if nth > 0 else nth]


@given(todays, weekdays)
def test_weekdays_from_today(today, weekday):
    name = WEEKDAYS[weekday]
    plain, this, following = (parse_date(text, today) for text in (name, f"this {name}", f"next {name}"))
    assert {plain.weekday(), this.weekday(), following.weekday()} == {weekday}
    assert 1 <= (plain - today).days <= 7
    assert 0 <= (this - today).days <= 6
    assert following.isocalendar()[:2] == (today + timedelta(7)).isocalendar()[:2]


@given(todays, st.integers(1, 12), st.integers(1, 12), st.integers(1900, 2200), st.sampled_from("/-"))
def test_figures_with_two_readings_are_refused(today, one, other, year, between):
    text = f"{one}{between}{other}{between}{year}"
    if one == other:
        assert parse_date(text, today) == date(year, one, other)
    else:
        with pytest.raises(DateNotUnderstood, match="month as a word"):
            parse_date(text, today)


VOCABULARY = [
    *MONTHS, *WEEKDAYS, *ENGLISH.nths, *ENGLISH.days, *ENGLISH.ends_of, "in", "ago", "from", "of", "this", "next",
    "start", "mid", "end", "day", "weeks", "month", "quarter", "years",
    "d", "w", "m", "y", "+", "-", "/", ".", ",", "the", "by", "a", "six", "q1", "q4", "1st", "31st",
    "0", "1", "15", "29", "31", "99", "1899", "2027", "2200", "9999",
    "2027-01-15", "3/4", "15.1.", "15.1.2027", "2027-13",
]  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(VOCABULARY), max_size=7).map(" ".join)), days)
def test_anything_is_understood_or_refused(text, today):
    try:
        day = parse_date(text, today)
    except DateNotUnderstood as refused:
        assert str(refused).endswith(".") and "{" not in str(refused)
    else:
        assert FIRST_DAY <= day <= LAST_DAY


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("13:00", time(13)),
        ("13.00", time(13)),
        ("13", time(13)),
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("01:30", time(1, 30)),
        ("1pm", time(13)),
        ("1 PM", time(13)),
        ("1:30 pm", time(13, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        (" noon ", time(12)),
        ("0:00", time(0)),
    ],
)
def test_times_of_day(text, at):
    assert parse_time(text) == at


@pytest.mark.parametrize("text", ["", "24", "13:60", "13 pm", "0 am", "1:5", "13:00:00", "lunch", "-1", "١٣:٠٠"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(DateNotUnderstood, match=r"^Type a time such as 13:00 or 1:30 pm\.$"):
        parse_time(text)


def test_an_hour_that_could_be_morning_or_afternoon_is_refused():
    with pytest.raises(DateNotUnderstood, match=r"^Type 1:30 am or 1:30 pm\.$"):
        parse_time("1:30")


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)))
def test_a_time_is_read_back(at):
    assert parse_time(at.isoformat("minutes")) == at
    assert parse_time(f"{at:%I:%M} {'am' if at.hour < 12 else 'pm'}") == at


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_refused(text):
    try:
        parse_time(text)
    except DateNotUnderstood as refused:
        assert str(refused).endswith(".")


GERMAN = dataclasses.replace(
    ENGLISH,
    months=(
        "januar jan",
        "februar feb",
        "märz mär",
        "april apr",
        "mai mai",
        "juni jun",
        "juli jul",
        "august aug",
        "september sep",
        "oktober okt",
        "november nov",
        "dezember dez",
    ),
    weekdays=("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sa", "sonntag so"),
    units={
        "day": "tag tage tagen",
        "week": "woche wochen",
        "month": "monat monate monaten",
        "year": "jahr jahre jahres",
    },
    edges={"start": "anfang", "mid": "mitte", "end": "ende"},
    signs={"in": "in", "of": "im", "this": "diesen", "next": "nächsten nächster"},
    days={"heute": 0, "morgen": 1, "gestern": -1},
    counts={"einer": 1, "sechs": 6},
    nths={"erster": 1, "letzter": -1},
    nth_endings="ter",
    leading="bis am",
    ignored="der des",
    ends_of={},
    shown="{weekday} {day}. {month} {year}",
    sentences=dataclasses.replace(ENGLISH.sentences, not_understood="Schreiben Sie zum Beispiel 15. Januar."),
)


def test_another_language_is_a_table(monkeypatch):
    monkeypatch.setitem(date_words.LANGUAGES, "de", GERMAN)

    def read(text):
        return parse_date(text, WEDNESDAY, "de-AT")

    assert read("15. Januar") == date(2027, 1, 15)
    assert read("Ende März") == date(2027, 3, 31)
    assert read("bis Ende des Jahres") == date(2026, 12, 31)
    assert read("in sechs Wochen") == date(2026, 11, 25)
    assert read("nächsten Freitag") == date(2026, 10, 23)
    assert read("erster Montag im Mai") == date(2027, 5, 3)
    assert read(say(date(2027, 3, 3), "de")) == date(2027, 3, 3)
    assert say(date(2027, 3, 3), "de") == "Mi 3. Mär 2027"
    with pytest.raises(DateNotUnderstood, match=r"^Schreiben Sie"):
        read("15 january")


def test_a_language_without_a_table_speaks_english():
    assert parse_date("end of march", WEDNESDAY, "tlh") == date(2027, 3, 31)
