"""The checks of Where to play: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

import pytest

from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.build import a_workshop, arena, but, sound, without
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet


def playing(n: int) -> Workshop:
    """The sound workshop with `n` places to play."""
    names = ["Harbor", "Quilters", "Zoo", "Beekeepers", "Mountaineers"]
    more = (arena(f"A{at}", name, verdict=Verdict.PLAY, reason="It fits") for at, name in enumerate(names, 10))
    return sound().put(*list(more)[: n - 2])


FIRES = [
    Fires(
        "WTP-00",
        BLOCK,
        "1 place is still to decide.",
        sound().put(arena("A6", "Harbor")),
        item="A6",
        at="A6.verdict",
    ),
    Fires(
        "WTP-00",
        BLOCK,
        "No place to play is chosen. Where will you play?",
        but(sound(), "A1", "A2", verdict=Verdict.NOT_US),
        at=".verdict",
    ),
    Fires("WTP-00", BLOCK, "No place is named yet. List every place you could play.", a_workshop(), at=".name"),
    Fires(
        "WTP-01",
        BLOCK,
        "You've said where you'll play but not where you won't. Name two you're turning down, with a reason.",
        without(sound(), "A4", "A5"),
        at=".verdict",
    ),
    Fires(
        "WTP-02",
        WARN,
        "5 is a list, not a choice. Which would you give up first?",
        playing(5),
        at="A12.verdict",
    ),
    Fires(
        "WTP-02",
        BLOCK,
        "7 is a list, not a choice. Which would you give up first?",
        playing(7),
        at="A14.verdict",
    ),
    Fires(
        "WTP-03",
        WARN,
        '"all" can\'t be a place to play. Who first?',
        but(sound(), "A1", name="ALL working households"),
        item="A1",
        at="A1.name",
    ),
    Fires(
        "WTP-03",
        WARN,
        '"general public" can\'t be a place to play. Who first?',
        but(sound(), "A3", name="The General  Public"),
        item="A3",
        at="A3.name",
    ),
    Fires(
        "WTP-04",
        WARN,
        "What you do now is missing from the list. Put it in and judge it like the others.",
        but(sound(), "A4", today=False),
        at=".today",
    ),
    Fires(
        "WTP-05",
        WARN,
        "You've refused only things you never did. Does anything you do today belong there?",
        but(but(sound(), "A4", today=False), "A1", today=True),
        at=".today",
    ),
    Fires(
        "WTP-06",
        WARN,
        'What would have to happen to reopen "Daytime growth"?',
        but(sound(), "A4", trigger=" "),
        item="A4",
        at="A4.trigger",
    ),
    Fires(
        "WTP-07",
        WARN,
        "An experiment without an end is a habit. When do you decide?",
        but(sound(), "A3", decide_by=None),
        item="A3",
        at="A3.decide_by",
    ),
    Fires(
        "WTP-08",
        HINT,
        '"Daytime growth" and "Growth in daytime" look alike. Merge, or say the difference.',
        but(sound(), "A5", name="Growth in daytime"),
        item="A4-A5",
        at="A5.name",
    ),
    Fires(
        "WTP-08",
        HINT,
        '"a b c d" and "a b c d e" look alike. Merge, or say the difference.',
        but(but(sound(), "A4", name="a b c d"), "A5", name="a b c d e"),
        item="A4-A5",
        at="A5.name",
    ),
    Fires(
        "WTP-09",
        WARN,
        "One place, no fallback. Is that on purpose?",
        but(sound(), "A2", "A3", verdict=Verdict.NOT_US),
        at=".verdict",
    ),
    Fires(
        "WTP-10",
        WARN,
        'Why "Northern villages"?',
        but(sound(), "A2", reason=""),
        item="A2",
        at="A2.reason",
    ),
    Fires("WTP-10", WARN, 'Why "A2"?', but(sound(), "A2", reason="", name=" "), item="A2", at="A2.reason"),
]

QUIET = [
    Quiet("WTP-00", but(sound(), "A1", verdict=Verdict.NOT_US)),
    Quiet("WTP-01", without(sound(), "A4")),
    Quiet("WTP-01", a_workshop(arena("A1", "Harbor"))),
    Quiet("WTP-02", playing(4)),
    Quiet("WTP-03", but(sound(), "A1", name="Overall health")),
    Quiet("WTP-03", but(sound(), "A5", name="Everyone")),
    Quiet("WTP-04", but(but(sound(), "A4", today=False), "A5", today=True)),
    Quiet("WTP-04", a_workshop()),
    Quiet("WTP-05", but(sound(), "A4", verdict=Verdict.NOT_US)),
    Quiet("WTP-05", without(sound(), "A4", "A5")),
    Quiet("WTP-06", but(sound(), "A4", trigger="", verdict=Verdict.NOT_US)),
    Quiet("WTP-07", but(sound(), "A3", decide_by=None, verdict=Verdict.PLAY)),
    Quiet("WTP-08", but(sound(), "A5", name="Daytime membership shop")),
    Quiet("WTP-08", but(sound(), "A4", "A5", name="")),
    # Six of ten trigrams are shared: alike is what is over 0.6.
    Quiet("WTP-08", but(but(sound(), "A4", name="a b c"), "A5", name="a b c d e")),
    Quiet("WTP-09", but(sound(), "A2", verdict=Verdict.NOT_US)),
    Quiet("WTP-09", but(sound(), "A3", verdict=Verdict.NOT_US)),
    Quiet("WTP-10", but(sound(), "A3", reason="")),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


def test_six_places_to_play_are_a_warning_still() -> None:
    fires(
        Fires("WTP-02", WARN, "6 is a list, not a choice. Which would you give up first?", playing(6), at="A13.verdict")
    )
