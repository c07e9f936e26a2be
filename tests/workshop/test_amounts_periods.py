"""Numbers that need not be whole, and stretches of days: read as they are written, said back, refused in a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.build import TODAY
from workshop import amounts
from workshop.check_ins import periods
from workshop.check_ins.periods import Period
from workshop.dates import DateNotUnderstood


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("69", "en", "69"),
        ("4.5", "en", "4.5"),
        ("-3", "en", "-3"),
        ("−3.25", "en", "-3.25"),
        ("69%", "en", "69"),
        ("69 %", "en", "69"),
        ("120,000", "en", "120000"),
        ("120 000.5", "en", "120000.5"),
        ("4,5", "de", "4.5"),
        ("120.000,5", "de", "120000.5"),
    ],
)
def test_numbers_as_people_write_them(text: str, language: str, value: str) -> None:
    assert amounts.read(text, language) == Decimal(value)


@pytest.mark.parametrize("text", ["", "many", "4,5", "1,20", "1.2.3", "1.0000001", "9" * 13, "1e5", "٣", "nan"])
def test_what_is_no_number_or_could_be_two(text: str) -> None:
    assert amounts.read(text, "en") is None


@given(st.decimals(-(10**12) + 1, 10**12 - 1, places=6), st.sampled_from(["en", "de"]))
def test_what_is_said_is_read_back(value: Decimal, language: str) -> None:
    assert amounts.read(amounts.say(value, language), language) == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("25 dec", "2026-12-25", "2026-12-25"),
        ("24 dec to 2 jan", "2026-12-24", "2027-01-02"),
        ("24 Dec – 2 Jan", "2026-12-24", "2027-01-02"),
        ("2026-12-24 - 2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24/2027-01-02", "2026-12-24", "2027-01-02"),
        ("1 aug until end of august", "2027-08-01", "2027-08-31"),
    ],
)
def test_stretches_of_days(text: str, first: str, last: str) -> None:
    found = periods.parse(text, TODAY, "en")
    assert found == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert periods.read(periods.kept(found)) == found
    assert periods.parse(periods.say(found, TODAY, "en"), TODAY, "en") == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sometime", "Type a date such as"),
        ("24 dec to whenever", "Type a date such as"),
        ("24 dec 2026 to 2 jan 2026", "Fri 2 Jan 2026 is before Thu 24 Dec 2026: type the first day, then the last."),
    ],
)
def test_stretches_that_cannot_be_taken(text: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstood, match=sentence):
        periods.parse(text, TODAY, "en")


@pytest.mark.parametrize("text", ["", "soon", "2026-12-24/", "/2026-12-24", "2026-13-01"])
def test_what_was_not_kept_by_us(text: str) -> None:
    assert periods.read(text) in (None, Period(date(2026, 12, 24), date(2026, 12, 24)))
