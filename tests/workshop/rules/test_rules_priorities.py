"""The checks of Priorities: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

import pytest

from data.nouns.planning import Effort, Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.build import a_workshop, but, priority, proofs, selected, serves, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet

LATE = but(sound(), "P3", dots=8)
BEFORE_THE_VOTE = but(but(sound(), "P1", "P2", "P3", dots=None), "P3", status=Status.UNDECIDED)
ALIKE = but(BEFORE_THE_VOTE, "P3", title="Open evenings in the towns")


def choosing(n: int) -> Workshop:
    """The sound workshop with `n` selected priorities."""
    ids = [f"P{at}" for at in range(20, 18 + n)]
    return sound().put(*selected(*ids), *proofs(*ids))


def weighing(n: int) -> Workshop:
    """The sound workshop with `n` options on the table, two of them selected."""
    return sound().put(*(priority(f"P{at}", f"{at}") for at in range(20, 18 + n)))


FIRES = [
    Fires(
        "PRI-00", BLOCK, "1 is still to decide.", but(sound(), "P3", status=Status.UNDECIDED), item="P3", at="P3.status"
    ),
    Fires("PRI-00", BLOCK, "No priority is selected. What must we do first?", a_workshop(), at=".status"),
    Fires(
        "PRI-00",
        BLOCK,
        "No priority is selected. What must we do first?",
        but(sound(), "P1", "P2", status=Status.LATER),
        at=".status",
    ),
    Fires(
        "PRI-01",
        WARN,
        "6 priorities. If number 6 fails, would anyone notice? Move it to later.",
        choosing(6),
        at="P23.status",
    ),
    Fires(
        "PRI-01",
        WARN,
        "7 priorities. If number 7 fails, would anyone notice? Move it to later.",
        choosing(7),
        at="P24.status",
    ),
    Fires(
        "PRI-01",
        BLOCK,
        "8 priorities. If number 8 fails, would anyone notice? Move it to later.",
        choosing(8),
        at="P25.status",
    ),
    Fires(
        "PRI-02",
        WARN,
        '"Open evenings in both towns" serves none of your choices. Drop it or name the choice it serves.',
        without(sound(), "P1-A1"),
        item="P1",
        at="P1.serves",
    ),
    Fires(
        "PRI-02",
        WARN,
        '"Open evenings in both towns" serves none of your choices. Drop it or name the choice it serves.',
        without(sound(), "P1-A1").put(serves("P1", "A5")),
        item="P1",
        at="P1.serves",
    ),
    Fires(
        "PRI-03",
        WARN,
        'You chose "Northern villages" and planned nothing for it.',
        without(sound(), "P2-A2").put(serves("P2", "A1")),
        item="A2",
        at=".serves",
    ),
    Fires(
        "PRI-03",
        WARN,
        'You chose "Northern villages" and planned nothing for it.',
        but(sound(), "P2", status=Status.LATER),
        item="A2",
        at=".serves",
    ),
    Fires(
        "PRI-04",
        WARN,
        '"improve" describes the present. What will be different?',
        but(sound(), "P1", title="Improve opening hours"),
        item="P1",
        at="P1.title",
    ),
    Fires(
        "PRI-05",
        WARN,
        "That is work. What exists when the work is done?",
        but(sound(), "P1", outcome=""),
        item="P1",
        at="P1.outcome",
    ),
    Fires(
        "PRI-05",
        WARN,
        "That is work. What exists when the work is done?",
        but(sound(), "P1", outcome="Develop a plan for evenings"),
        item="P1",
        at="P1.outcome",
    ),
    Fires(
        "PRI-06",
        WARN,
        "Nothing makes room. Whose evening is this?",
        but(sound(), "P1", stop=" "),
        at="P1.stop",
    ),
    Fires(
        "PRI-07",
        HINT,
        'Merge "Open evenings in both towns" and "Open evenings in the towns" first, or they\'ll split the votes.',
        ALIKE,
        item="P1-P3",
        at="P3.title",
    ),
    Fires("PRI-08", WARN, "16 options are too many to weigh. Cluster first.", weighing(16), at=".status"),
    Fires(
        "PRI-09",
        BLOCK,
        "Counted 41 dots; 10 voters with 4 dots make 40. Recount.",
        but(sound(), "P1", "P2", "P3", dots=10).put(priority("P4", dots=11, status=Status.DROPPED)),
        at="P1.dots",
    ),
    Fires(
        "PRI-09",
        BLOCK,
        "Counted 2 dots; 1 voter with 1 dot makes 1. Recount.",
        but(but(but(sound(), "P2", "P3", dots=None), "P1", dots=2), "W", voters=1, dots_each=1),
        at="P1.dots",
    ),
    Fires(
        "PRI-09",
        BLOCK,
        'Counted 21 dots for "Open evenings in both towns"; 10 voters with at most 2 dots make 20. Recount.',
        but(sound(), "P1", dots=21),
        item="P1",
        at="P1.dots",
    ),
    Fires(
        "PRI-10",
        WARN,
        '"Lease a larger warehouse" got 8 dots and is out; "Bring pick-up points to the north" got 7 and is in. '
        "Write down why.",
        LATE,
        item="P3",
        at="P3.note",
    ),
    Fires(
        "PRI-10",
        WARN,
        '"Lease a larger warehouse" got 1 dot and is out; "Bring pick-up points to the north" got 0 and is in. '
        "Write down why.",
        but(but(but(sound(), "P2", dots=0), "P3", dots=1), "P1", note="We owe it to them"),
        item="P3",
        at="P3.note",
    ),
    Fires(
        "PRI-11",
        WARN,
        "The vote is still open. Close it, so that all see what was counted.",
        but(sound(), "W", voting=True),
        at=".dots",
    ),
    Fires(
        "PRI-12",
        WARN,
        "Three heavy lifts at once. Which one waits?",
        but(choosing(3), "P1", "P2", "P20", effort=Effort.L),
        at="P20.effort",
    ),
    Fires(
        "PRI-12",
        WARN,
        "Four heavy lifts at once. Which one waits?",
        but(choosing(4), "P1", "P2", "P20", "P21", effort=Effort.L),
        at="P21.effort",
    ),
]

QUIET = [
    Quiet("PRI-00", but(sound(), "P1", "P3", status=Status.FOLDED)),
    Quiet("PRI-01", choosing(5)),
    Quiet("PRI-02", but(without(sound(), "P1-A1"), "P1", serves_all=True)),
    Quiet("PRI-02", but(without(sound(), "P1-A1"), "P1", status=Status.LATER)),
    Quiet("PRI-02", without(sound(), "P1-A1").put(serves("P1", "A3"))),
    Quiet("PRI-03", but(without(sound(), "P2-A2"), "P1", serves_all=True)),
    Quiet("PRI-03", but(without(sound(), "P2-A2"), "A2", verdict=Verdict.EXPLORE)),
    Quiet("PRI-04", but(sound(), "P1", title="Keeper for every site")),
    Quiet("PRI-04", but(sound(), "P3", title="Keep the warehouse")),
    Quiet("PRI-05", but(sound(), "P1", outcome="Holdings are listed")),
    Quiet("PRI-05", but(sound(), "P3", outcome="")),
    Quiet("PRI-06", but(but(sound(), "P1", stop=""), "P2", stop="Newsletter")),
    Quiet("PRI-06", a_workshop()),
    Quiet("PRI-07", BEFORE_THE_VOTE),
    Quiet("PRI-07", but(ALIKE, "P1", dots=3)),
    Quiet("PRI-07", but(ALIKE, "P3", status=Status.LATER)),
    Quiet("PRI-08", weighing(15)),
    Quiet("PRI-08", but(weighing(16), "P20", status=Status.FOLDED)),
    Quiet("PRI-09", but(sound(), "P1", dots=20)),
    Quiet("PRI-09", but(but(sound(), "P1", "P2", dots=20), "P3", dots=0)),
    Quiet("PRI-09", but(but(sound(), "P1", dots=50), "W", voters=None)),
    Quiet("PRI-09", but(but(sound(), "P1", dots=50), "W", dots_each=None, dots_cap=None)),
    Quiet("PRI-10", but(LATE, "P3", note="After the cold room")),
    Quiet("PRI-10", but(LATE, "W", voting=True)),
    Quiet("PRI-11", sound()),
    Quiet("PRI-10", but(LATE, "P2", note="Nobody else does it")),
    Quiet("PRI-10", but(sound(), "P3", dots=7)),
    Quiet("PRI-10", but(LATE, "P3", status=Status.FOLDED)),
    Quiet("PRI-10", but(but(sound(), "P3", dots=8), "P2", dots=None)),
    Quiet("PRI-12", but(choosing(3), "P1", "P2", effort=Effort.L)),
    Quiet("PRI-12", but(sound(), "P1", "P2", "P3", effort=Effort.L)),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)
