"""What was decided so far: in the order of the steps, what is undecided left out, with a place to jump to."""

from __future__ import annotations

from decimal import Decimal

from data.nouns.planning import Accepted, Status
from data.nouns.rhythm import Preset
from data.nouns.room import LookBack
from data.nouns.strategy import Verdict
from tests.workshop.build import TODAY, a_workshop, arena, measure, milestone, party, principle, priority, trigger
from workshop.decided import decided


def test_nothing_is_decided_in_an_empty_workshop_or_by_what_is_undecided():
    assert decided(a_workshop(), TODAY) == ()
    assert decided(a_workshop(arena("A1", "Villages"), priority("P1", "Open")), TODAY) == ()


def test_the_direction_and_the_rhythm_begin_with_what_the_workshop_says_of_itself():
    workshop = a_workshop(
        measure("Q1", "Visits", target=Decimal(90)),
        principle("X1", "Fresh first", will_not="chase tins"),
        trigger("T1", "Grant", threshold="no letter", then="freeze spending"),
        obstacle="Shut doors",
        aspiration="Open doors",
        rhythm=Preset.LIGHT,
        next_on=TODAY,
    )
    assert [(each.item or each.field, each.label, each.text) for each in decided(workshop, TODAY)] == [
        ("obstacle", "obstacle", "Shut doors"),
        ("aspiration", "aspiration", "Open doors"),
        ("Q1", "measure", "Visits: ? → 90"),
        ("X1", "principle", "Fresh first; so we will not chase tins"),
        ("rhythm", "rhythm", "light"),
        ("next_on", "next check-in", "Wed 14 Oct 2026, today"),
        ("T1", "signal", "Grant: no letter"),
    ]


def test_it_goes_from_step_to_step_and_knows_where_each_stands():
    workshop = a_workshop(
        party("N1", "Director"),
        arena("A1", "Shop", verdict=Verdict.NOT_US, reason="Others do"),
        arena("A2", "Villages", verdict=Verdict.PLAY, advantage="a pick-up"),
        priority("P1", "Open", status=Status.SELECTED, owner_id="N1", accepted=Accepted.YES_IF, accepted_if="paid"),
        priority("P2", "Paint", status=Status.LATER),
        milestone("M1", "P1", "Later", due=TODAY.replace(month=12)),
        milestone("M2", "P1", "Sooner", due=TODAY.replace(month=11)),
        milestone("M3", "P2", "Of what waits", due=TODAY),
        look_back=LookBack.STAND,
        message="We open",
    )
    told = [(each.step, each.item, each.field, each.label) for each in decided(workshop, TODAY)]
    assert told == [
        ("where-to-play", "A2", "verdict", "Play"),
        ("where-to-play", "A1", "verdict", "Not us"),
        ("how-to-win", "A2", "advantage", "Villages"),
        ("how-to-win", "", "look_back", "look back"),
        ("priorities", "P1", "status", "selected"),
        ("priorities", "P2", "status", "later"),
        ("owners", "P1", "owner_id", "Director"),
        ("milestones", "M2", "due", "14 Nov"),
        ("milestones", "M1", "due", "14 Dec"),
        ("close", "", "message", "we tell others"),
    ]
    assert [each.more for each in decided(workshop, TODAY) if each.step == "owners"] == ["yes if paid"]
