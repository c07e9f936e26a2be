"""The time scale: days keep their order and their room on it, and its labels stand where their quarters begin."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.plan.timeline import lettering, scale

#: The sample's session and the dates of its milestones.
SESSION = date(2026, 10, 14)
DUE = [SESSION + timedelta(days) for days in (37, 51, 65, 86, 90, 135, 259, 321, 351, 380, 412, 793)]

any_days = st.lists(st.dates(), min_size=1, max_size=60)
near_days = st.lists(st.dates(date(2026, 1, 1), date(2032, 1, 1)), min_size=1, max_size=60)
widths = st.integers(1, 200)


@given(any_days | near_days, widths)
def test_every_day_has_a_column_and_none_stands_before_an_earlier_one(days, width):
    found = scale(days, width)
    columns = [found.column(day) for day in sorted(days)]
    assert columns == sorted(columns)
    assert all(0 <= column < width for column in columns)


@given(any_days | near_days, widths)
def test_the_segments_follow_each_other_in_time_and_fill_the_width(days, width):
    segments = scale(days, width).segments
    assert (segments[0].left, segments[-1].right) == (0, width)
    for one, following in pairwise(segments):
        assert one.left <= one.right == following.left
        assert one.last + timedelta(1) == following.first


@given(any_days | near_days, widths)
def test_no_day_stands_in_what_is_shortened(days, width):
    shortened = [segment for segment in scale(days, width).segments if segment.shortened]
    assert not any(segment.first <= day <= segment.last for segment in shortened for day in days)


@given(near_days, widths, st.sets(st.integers(1, 12)))
def test_a_day_of_a_marked_month_stands_on_one_of_its_columns(days, width, numbers):
    found = scale(days, width)
    marked = found.months(numbers)
    assert all(found.column(day) in marked for day in days if day.month in numbers)
    assert all(0 <= column < width for column in marked)


@given(any_days | near_days, widths, st.integers(0, 3))
def test_the_lines_of_labels_are_as_wide_as_asked(days, width, overhang):
    found = scale(days, width)
    assert len(found.years_line(width + overhang)) == len(found.quarters_line(width + overhang)) == width + overhang


@given(near_days, st.integers(60, 200))
def test_a_year_stands_above_its_first_quarter(days, width):
    found = scale(days, width)
    lefts = {segment.first.year: segment.left for segment in reversed(found.quarters)}
    for word in found.years_line(width + 2).split():
        year = int(word.replace("’", "20"))
        assert found.years_line(width + 2).index(word) == lefts[year]


def test_the_sample_is_drawn_as_years_and_quarters_with_the_empty_year_shortened():
    found = scale([SESSION, *DUE], 47)
    assert found.years_line(49) == "2026   2027                             2028     "
    assert found.quarters_line(49) == "Q4     Q1     Q2     Q3     Q4      ··· Q4       "


def test_a_scale_of_one_day_shows_four_quarters():
    assert scale([SESSION], 44).quarters_line(46).split() == ["Q4", "Q1", "Q2", "Q3"]


def test_the_end_of_the_calendar_has_nothing_to_show_behind_it():
    assert scale([date.max], 40).column(date.max) == 39


def test_one_empty_quarter_is_not_shortened_and_two_are():
    assert not any(segment.shortened for segment in scale([date(2026, 1, 1), date(2026, 7, 1)], 60).segments)
    assert [
        segment.first for segment in scale([date(2026, 1, 1), date(2026, 10, 1)], 60).segments if segment.shortened
    ] == [date(2026, 4, 1)]


def test_five_full_years_label_every_other_quarter_and_no_stump_of_a_year():
    found = scale([SESSION + timedelta(46 * n) for n in range(40)], 47)
    assert found.years_line(49).split() == ["2027", "2028", "2029", "2030", "2031"]
    assert set(found.quarters_line(49).split()) == {"Q1", "Q3"}


def test_a_day_outside_stands_at_the_end_of_the_scale():
    found = scale([SESSION], 40)
    assert (found.column(date(1990, 1, 1)), found.column(date(2100, 1, 1))) == (0, 39)


def test_a_scale_needs_a_day():
    with pytest.raises(ValueError, match="needs a day"):
        scale([], 40)


def test_a_label_that_would_touch_the_one_before_is_left_out():
    assert lettering([(0, "M1"), (2, "M2"), (5, "M3"), (9, "M10")], 11) == "M1   M3    "
