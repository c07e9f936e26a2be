"""The checks of Owners: each fires with its words, and keeps quiet close by."""

from __future__ import annotations

import pytest

from data.nouns.planning import Accepted, Status
from data.nouns.room import Kind
from tests.workshop.build import TODAY, but, proofs, selected, sound
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, Quiet, fires, keeps_quiet
from workshop.rules.owners import two_names
from workshop.rules.registry import Context

FOUR = sound().put(*selected("P20", "P21"), *proofs("P20", "P21"))
THREE_OF_FOUR = but(but(FOUR, "P1", "P2", "P20", owner_id="N3"), "P21", owner_id="N2")

FIRES = [
    Fires(
        "OWN-01",
        BLOCK,
        '"Open evenings in both towns" belongs to nobody. Name an owner, or move it to later.',
        but(sound(), "P1", owner_id=None),
        item="P1",
        at="P1.owner_id",
    ),
    Fires(
        "OWN-03",
        WARN,
        "Shared by all is owned by none. Who is the lead?",
        but(sound(), "N2", name="The Board"),
        item="P1",
        at="P1.owner_id",
    ),
    Fires(
        "OWN-03",
        WARN,
        "Shared by all is owned by none. Who is the lead?",
        but(sound(), "N2", kind=Kind.TEAM),
        item="P1",
        at="N2.lead_id",
    ),
    Fires(
        "OWN-04",
        WARN,
        '"Operations Manager" hasn\'t said yes. Who asks, by when?',
        but(sound(), "P1", accepted=Accepted.NOT_ASKED),
        item="P1",
        at="P1.accepted",
    ),
    Fires(
        "OWN-04",
        WARN,
        '"Operations Manager" hasn\'t said yes. Who asks, by when?',
        but(sound(), "P1", accepted=Accepted.NO),
        item="P1",
        at="P1.accepted",
    ),
    Fires(
        "OWN-05",
        WARN,
        "Supply Lead owns 3 of 4. Which can someone else carry?",
        THREE_OF_FOUR,
        item="N3",
        at="P20.owner_id",
    ),
    Fires(
        "OWN-05",
        BLOCK,
        "Supply Lead owns 4 of 4. Which can someone else carry?",
        but(THREE_OF_FOUR, "P21", owner_id="N3"),
        item="N3",
        at="P21.owner_id",
    ),
    Fires(
        "OWN-07",
        WARN,
        "An outsider can't answer for this. Who inside does?",
        but(sound(), "P1", owner_id="N4"),
        item="P1",
        at="P1.owner_id",
    ),
    Fires(
        "OWN-08",
        HINT,
        "No time was made. This will lose against the daily work.",
        but(sound(), "P1", hours=0),
        item="P1",
        at="P1.hours",
    ),
    Fires(
        "OWN-08",
        HINT,
        "No time was made. This will lose against the daily work.",
        but(sound(), "P1", leaves_desk=""),
        item="P1",
        at="P1.leaves_desk",
    ),
    Fires("OWN-09", HINT, "Who covers an absence?", but(sound(), "P1", deputy_id=None), item="P1", at="P1.deputy_id"),
    Fires("OWN-09", HINT, "Who covers an absence?", but(sound(), "P1", deputy_id="N2"), item="P1", at="P1.deputy_id"),
]

QUIET = [
    Quiet("OWN-01", but(sound(), "P1", owner_id="N4")),
    Quiet("OWN-01", but(sound(), "P3", owner_id=None)),
    Quiet("OWN-03", but(sound(), "N2", name="Chair of the board")),
    Quiet("OWN-03", but(sound(), "N2", kind=Kind.TEAM, lead_id="N1")),
    Quiet("OWN-03", but(sound(), "N1", name="Everyone")),
    Quiet("OWN-04", but(sound(), "P1", accepted=Accepted.YES_IF)),
    Quiet("OWN-04", but(sound(), "P1", owner_id=None, accepted=Accepted.NOT_ASKED)),
    Quiet("OWN-05", but(THREE_OF_FOUR, "P20", owner_id="N2")),
    Quiet("OWN-05", but(THREE_OF_FOUR, "P20", status=Status.LATER)),
    Quiet("OWN-07", but(sound(), "N1", outside=True)),
    Quiet("OWN-08", but(sound(), "P1", hours=1)),
    Quiet("OWN-09", but(sound(), "P1", deputy_id="N4")),
    Quiet("OWN-09", but(sound(), "P3", deputy_id=None)),
]


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_fires(case: Fires) -> None:
    fires(case)


@pytest.mark.parametrize("case", QUIET, ids=lambda case: case.code)
def test_keeps_quiet(case: Quiet) -> None:
    keeps_quiet(case)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann and Bob", ("Ann", "Bob")),
        ("Ann AND  Bob", ("Ann", "Bob")),
        ("Ann & Bob", ("Ann", "Bob")),
        ("Ann / Bob", ("Ann", "Bob")),
        ("Ann, Bob and Cem", ("Ann", "Bob", "Cem")),
        ("Research and Development Lead", ("Research", "Development Lead")),
        ("Ann", ()),
        ("Andrea Sanders", ()),
        ("R&D Lead", ()),
        ("24/7 desk", ()),
        ("Trustee, finance", ()),
        ("and Bob", ()),
        (" and Bob", ()),
        (" and ", ()),
        ("", ()),
    ],
)
def test_two_names_are_asked_about(text: str, names: tuple[str, ...]) -> None:
    assert two_names(text, Context(TODAY).content.words("joins-names")) == names


def test_a_language_without_joints_joins_nothing() -> None:
    assert two_names("Ann and Bob", ()) == ()
