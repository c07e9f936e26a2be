"""The checks of Milestones: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.nouns.planning import Status
from data.value import Workshop
from tests.workshop.build import TODAY, a_workshop, but, milestone, needs, priority, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet, of

IN_90_DAYS = TODAY + timedelta(days=90)
LATER = but(sound(), "P2", status=Status.LATER)
LAST_YEAR = date(2029, 6, 29)


def results(n: int, due: date, **fields: object) -> Workshop:
    """The sound workshop with `n` more results of P2 due on one day."""
    titles = ["Harbor", "Quilts", "Zoo", "Beehives", "Mountain"]
    more = (
        milestone(f"M{at}", "P2", f"{title} opened", due=due, done_when="Photographs on file", **fields)
        for at, title in enumerate(titles, 10)
    )
    return sound().put(*list(more)[:n])


FIRES = [
    Fires(
        "MIL-00",
        BLOCK,
        '"Bring pick-up points to the north" has no milestone. What is the first proof that it moves?',
        without(sound(), "M3"),
        item="P2",
        at="P2.title",
    ),
    Fires(
        "MIL-01",
        BLOCK,
        '"First four weeks of opening run" has no date. A month is a start.',
        but(sound(), "M2", due=None),
        item="M2",
        at="M2.due",
    ),
    Fires(
        "MIL-02",
        BLOCK,
        'How will we know? Finish: "It\'s done when ..."',
        but(sound(), "M2", done_when=" "),
        item="M2",
        at="M2.done_when",
    ),
    Fires(
        "MIL-03",
        WARN,
        "That is effort. What's the result?",
        but(sound(), "M2", title="Work on opening hours"),
        item="M2",
        at="M2.title",
    ),
    Fires(
        "MIL-04",
        WARN,
        "The check repeats the title. What would a stranger look at?",
        but(sound(), "M2", done_when="The first four weeks of opening have run"),
        item="M2",
        at="M2.done_when",
    ),
    Fires(
        "MIL-05",
        WARN,
        "\"Bring pick-up points to the north\" has nothing due in 90 days. What's the first proof that it's moving?",
        but(sound(), "M3", due=IN_90_DAYS + timedelta(days=1)),
        item="P2",
        at="M3.due",
    ),
    Fires(
        "MIL-05",
        WARN,
        "\"Bring pick-up points to the north\" has nothing due in 90 days. What's the first proof that it's moving?",
        but(sound(), "M3", evidence="Four charters"),
        item="P2",
        at="M3.due",
    ),
    Fires(
        "MIL-06",
        BLOCK,
        '"First four weeks of opening run" is due before "Two host rooms signed", which it needs.',
        but(sound(), "M2", due=date(2026, 12, 3)),
        item="M2-M1",
        at="M2.due",
    ),
    Fires(
        "MIL-06",
        BLOCK,
        '"Two host rooms signed" needs "First four weeks of opening run", which needs "Two host rooms signed".',
        sound().put(needs("M1", "M2")),
        item="M1-M2",
        at="M1.needs",
    ),
    Fires(
        "MIL-06",
        BLOCK,
        '"Two host rooms signed" needs "Four hosts sign the charter", which needs "First four weeks of opening run", '
        'which needs "Two host rooms signed".',
        sound().put(needs("M1", "M3"), needs("M3", "M2")),
        item="M1-M3",
        at="M1.needs",
    ),
    Fires(
        "MIL-06",
        BLOCK,
        '"Two host rooms signed" needs itself.',
        sound().put(needs("M1", "M1")),
        item="M1-M1",
        at="M1.needs",
    ),
    Fires(
        "MIL-07",
        WARN,
        "Tue 13 Oct 2026 is before today.",
        but(sound(), "M1", due=date(2026, 10, 13)),
        item="M1",
        at="M1.due",
    ),
    Fires(
        "MIL-07",
        WARN,
        "Tue 1 Jan 2030 is after the horizon.",
        but(sound(), "M2", due=date(2030, 1, 1)),
        item="M2",
        at="M2.due",
    ),
    Fires(
        "MIL-07",
        HINT,
        "Sat 27 Feb 2027 is on a weekend.",
        but(sound(), "M2", due=date(2027, 2, 27)),
        item="M2",
        at="M2.due",
    ),
    Fires(
        "MIL-08",
        WARN,
        "3 results fall in January 2027. What moves?",
        results(2, date(2027, 1, 11), confidence=7),
        item="2027-01",
        at="M11.due",
    ),
    Fires(
        "MIL-08",
        WARN,
        "1 result falls in December 2026. What moves?",
        but(sound(), "W", busy_months=(12,)),
        item="2026-12",
        at="M1.due",
    ),
    Fires(
        "MIL-09",
        WARN,
        "Most of the plan is promised for the end.",
        but(sound(), "M1", "M2", due=LAST_YEAR),
        at=".due",
    ),
    Fires(
        "MIL-10",
        WARN,
        "Supply Lead has 5 results due in 90 days.",
        results(4, date(2026, 11, 10)),
        item="N3",
        at="M13.owner_id",
    ),
    Fires(
        "MIL-10",
        WARN,
        "Operations Manager has 5 results due in 90 days.",
        results(4, date(2026, 11, 10), owner_id="N2"),
        item="N2",
        at="M13.owner_id",
    ),
    Fires(
        "MIL-11",
        WARN,
        "Confidence 5. What would make it 7?",
        but(sound(), "M2", confidence=5),
        item="M2",
        at="M2.confidence",
    ),
    Fires("MIL-12", HINT, "Which early win will you mark?", but(sound(), "M1", celebrate=""), at="M1.celebrate"),
    Fires(
        "MIL-12",
        HINT,
        "Which early win will you mark?",
        but(but(sound(), "M1", celebrate=""), "M2", celebrate="Supper"),
        at="M1.celebrate",
    ),
]

QUIET = [
    Quiet("MIL-00", but(without(sound(), "M3"), "P2", status=Status.LATER)),
    Quiet("MIL-01", but(LATER, "M3", due=None)),
    Quiet("MIL-02", but(LATER, "M3", done_when="")),
    Quiet("MIL-03", but(sound(), "M2", title="Holdings register signed")),
    Quiet("MIL-04", but(sound(), "M2", done_when="")),
    Quiet("MIL-05", but(sound(), "M3", due=IN_90_DAYS)),
    Quiet("MIL-05", but(sound(), "M3", due=TODAY)),
    Quiet("MIL-05", without(sound(), "M3")),
    Quiet("MIL-06", but(sound(), "M2", due=date(2026, 12, 4))),
    Quiet("MIL-06", but(sound(), "M1", due=None)),
    Quiet("MIL-06", but(LATER.put(needs("M1", "M3")), "M3", due=date(2027, 9, 1))),
    Quiet("MIL-07", but(sound(), "M1", due=TODAY)),
    Quiet("MIL-07", but(sound(), "M1", due=date(2026, 10, 13), evidence="Two agreements")),
    Quiet("MIL-07", but(sound(), "M2", due=date(2029, 12, 31))),
    Quiet("MIL-07", but(but(sound(), "M2", due=date(2030, 1, 1)), "W", horizon_end=None)),
    Quiet("MIL-08", results(1, date(2027, 1, 11))),
    Quiet("MIL-08", but(sound(), "W", busy_months=(8, 11))),
    Quiet("MIL-08", but(results(2, date(2027, 1, 11)), "M11", evidence="Photographs")),
    Quiet("MIL-09", but(sound(), "M1", due=LAST_YEAR)),
    Quiet("MIL-09", but(sound(), "M1", "M2", due=date(2029, 3, 30))),
    # The last quarter begins after this day; and half of the results are not over half.
    Quiet("MIL-09", but(sound(), "M1", "M2", due=date(2029, 4, 1))),
    Quiet("MIL-09", but(results(1, LAST_YEAR), "M1", due=LAST_YEAR)),
    Quiet("MIL-09", but(sound(), "W", horizon_start=TODAY, horizon_end=TODAY)),
    Quiet("MIL-09", but(but(sound(), "M1", "M2", due=LAST_YEAR), "W", horizon_start=None)),
    Quiet("MIL-10", results(3, date(2026, 11, 10))),
    Quiet("MIL-10", results(5, date(2027, 11, 10))),
    Quiet("MIL-10", but(results(4, date(2026, 11, 10)), "M10", owner_id="N2")),
    Quiet("MIL-11", but(sound(), "M2", confidence=6)),
    Quiet("MIL-11", but(sound(), "M2", confidence=None)),
    Quiet("MIL-12", but(but(sound(), "M1", celebrate=""), "M3", celebrate="Cake")),
    Quiet("MIL-12", a_workshop(priority("P1", status=Status.SELECTED))),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


def test_circles_that_share_a_milestone_are_told_one_by_one() -> None:
    tangle = sound().put(needs("M1", "M2"), needs("M2", "M3"), needs("M3", "M2"))
    assert [finding.item for finding in of("MIL-06", tangle)] == ["M1-M2", "M2-M3"]


def test_a_milestone_late_for_two_others_is_told_twice() -> None:
    late = but(sound().put(needs("M2", "M3")), "M2", due=date(2026, 12, 1))
    assert [finding.item for finding in of("MIL-06", late)] == ["M2-M1", "M2-M3"]
