"""Mermaid: a line a milestone, and nothing of what was typed is taken for the chart's own signs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from data.nouns.planning import Milestone, Priority, Status
from data.value import Workshop
from tests.workshop.any_workshop import HOSTILE, TODAY, workshops
from workshop.export import mermaid
from workshop.plan.model import plan_of
from workshop.sample import sample
from workshop.text import clean

#: All that a line may be.
LINE = re.compile(
    r"gantt|    title .*|    dateFormat YYYY-MM-DD|    axisFormat %b %Y|    section .+"
    r"|    [^:]+ :(done, )?milestone, M\d+, \d{4}-\d\d-\d\d, 0d"
)


def lines(value: Workshop) -> list[str]:
    return mermaid.write(plan_of(value, ref="b", today=TODAY)).decode().splitlines()


def shown(text: str) -> str:
    """What Mermaid shows for a text: its entities as the signs they stand for."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


def test_every_priority_is_a_section_and_every_date_a_line():
    value = sample(TODAY)
    written = lines(value)
    sections = [line.removeprefix("    section ") for line in written if line.startswith("    section ")]
    assert sections == [f"{row.id} {row.title}" for row in value.priorities if row.status is Status.SELECTED]
    dated = {(found[1], found[2]) for line in written if (found := re.search(r", (M\d+), ([\d-]+), 0d", line))}
    assert dated == {(row.id, row.due.isoformat()) for row in value.milestones}


def test_what_is_done_is_marked_and_what_has_no_date_left_out():
    value = sample(TODAY).change(Milestone, "M1", evidence="Signed").change(Milestone, "M2", due=None)
    written = "\n".join(lines(value))
    assert ":done, milestone, M1," in written and "M2," not in written


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.strip()])
def test_what_was_typed_is_shown_as_it_was_typed(typed):
    written = lines(sample(TODAY).change(Priority, "P1", title=typed))
    assert all(map(LINE.fullmatch, written))
    assert f"    section P1 {' '.join(clean(typed).split())}" in map(shown, written)


@settings(deadline=None, max_examples=30)
@given(value=workshops())
def test_any_workshop_is_a_chart(value):
    assert all(map(LINE.fullmatch, lines(value)))
