"""The timeline of the documents: every date has its mark, no label stands on another, whoever draws it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings

from data.nouns.planning import Milestone, Status
from data.value import Workshop
from tests.workshop.any_workshop import TODAY, workshops
from tests.workshop.build import a_workshop, milestone, priority
from workshop.export.chart import NO_DATES, Lane, chart
from workshop.export.timeline_svg import WIDTH, timeline
from workshop.plan.model import Plan, plan_of
from workshop.sample import sample


def read(value: Workshop) -> Plan:
    return plan_of(value, ref="brackenford", today=TODAY)


def lanes(value: Workshop, wide: float = WIDTH, size: float = 10) -> tuple[Lane, ...]:
    drawn = chart(read(value), wide, size)
    return drawn.lanes if drawn else ()


def test_every_date_has_a_mark_in_the_lane_of_its_priority() -> None:
    value = sample(TODAY)
    for lane, row in zip(lanes(value), [row for row in value.priorities if row.status is Status.SELECTED], strict=True):
        assert {mark.id for mark in lane.marks} == {each.id for each in value.milestones_of(row.id)}
        assert [mark.x for mark in lane.marks] == sorted(mark.x for mark in lane.marks)


def test_what_is_done_is_marked_so_in_the_drawing() -> None:
    value = sample(TODAY).change(Milestone, "M9", evidence="118 bookings")
    done = {mark.id for lane in lanes(value) for mark in lane.marks if mark.done}
    assert done == {"M9"} and timeline(read(value)).count('class="mark done"') == 1


def test_a_priority_without_dates_has_a_lane_that_says_so() -> None:
    rows = (priority("P1", "One", status=Status.SELECTED), priority("P2", "Two", status=Status.SELECTED))
    value = a_workshop(*rows, milestone("M1", "P1", "A result", due=TODAY), milestone("M2", "P2", "Someday"))
    first, second = lanes(value)
    assert [label.text for label in first.labels] == ["M1 14 Oct: A result"]
    assert [label.text for label in second.labels] == [NO_DATES] and not second.marks
    assert NO_DATES in timeline(read(value))


def test_what_has_no_room_for_its_title_has_its_date_or_its_id() -> None:
    days = [date(2026, 10, day) for day in range(1, 31, 2)] + [date(2027, 9, 30)]
    rows = [milestone(f"M{at}", "P1", "A result of some length", due=day) for at, day in enumerate(days, 1)]
    (lane,) = lanes(a_workshop(priority("P1", "One", status=Status.SELECTED), *rows))
    assert len(lane.marks) == len(days)
    for label in lane.labels:
        id, _, rest = label.text.partition(" ")
        assert id in {row.id for row in rows}
        assert not rest or ":" in rest or rest in {f"{day.day} {day:%b}" for day in days}, label.text


@settings(deadline=None, max_examples=25)
@given(value=workshops())
def test_labels_of_one_row_stand_apart_and_within_the_drawing(value: Workshop) -> None:
    for lane in lanes(value):
        rows = {label.box.top for label in lane.labels}
        for top in rows:
            row = [label for label in lane.labels if label.box.top == top]
            row.sort(key=lambda label: label.box.left)
            assert all(one.box.left + one.box.width <= other.box.left for one, other in pairwise(row))
        for label in lane.labels:
            assert label.box.left >= 0 and label.box.left + label.box.width <= WIDTH + 2
            assert lane.box.top <= label.box.top <= lane.axis


def test_lanes_that_have_no_room_are_counted_and_the_others_stand_one_below_the_other() -> None:
    value = sample(TODAY)
    whole = chart(read(value), 600, 12)
    assert whole is not None and whole.left_out == 0
    cut = chart(read(value), 600, 12, most=120)
    assert cut is not None and cut.height <= 120 and cut.left_out == len(whole.lanes) - len(cut.lanes) > 0
    assert all(one.box.top + one.box.height <= other.box.top + 1e-6 for one, other in pairwise(whole.lanes))
