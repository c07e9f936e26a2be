"""Every check there is: its weight in each agenda, what several of it say, and where it leads to be put right.

The workshops that it fires in and keeps quiet in stand with the checks of its step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest

from data.nouns.room import Agenda
from tests.workshop.build import but
from tests.workshop.rules.cases import FIRES, QUIET
from tests.workshop.rules.expecting import BLOCK, HINT, WARN, Fires, of
from workshop.rules.registry import RULES, Level, grouped

#: Nothing is said in this agenda.
OFF = None
ONE = "there is never more than one of it"


class Check(NamedTuple):
    """A check: its weights in a full day, in a half day and alone, what two of it say, and the fields it leads to."""

    code: str
    step: str
    full: Level | tuple[Level, ...]
    half: Level | tuple[Level, ...] | None
    solo: Level | tuple[Level, ...] | None
    two: str | tuple[str, ...]
    leads: str


EVERY = [
    Check("OPEN-01", "open", BLOCK, BLOCK, BLOCK, ONE, "decider_id"),
    Check("OPEN-02", "open", WARN, HINT, HINT, ONE, "horizon_end"),
    Check("OPEN-03", "open", WARN, WARN, OFF, ONE, "decider_id"),
    Check("OPEN-04", "open", HINT, HINT, OFF, ONE, "voters"),
    Check("OPEN-05", "open", WARN, WARN, WARN, ONE, "ends_at"),
    Check(
        *("OPEN-06", "open", WARN, HINT, HINT),
        (
            "2 items from Wed 7 Jan 2026 are neither done nor dropped.",
            "2 items from earlier are neither done nor dropped.",
        ),
        "answer",
    ),
    Check("OPEN-07", "open", BLOCK, BLOCK, BLOCK, ONE, "scope title"),
    Check("DIR-00", "direction", BLOCK, BLOCK, BLOCK, ONE, "obstacle aspiration"),
    Check("DIR-01", "direction", WARN, WARN, WARN, ONE, "obstacle"),
    Check("DIR-02", "direction", WARN, HINT, HINT, ONE, "text"),
    Check(
        *("DIR-03", "direction", WARN, WARN, WARN),
        "2 sentences have words to take out. Do they still say something?",
        "aspiration",
    ),
    Check(
        *("DIR-04", "direction", WARN, WARN, WARN),
        "2 measures lack a target or a date. How would we know we got there?",
        "name target by",
    ),
    Check(
        *("DIR-05", "direction", HINT, HINT, HINT),
        "We don't know 2 of today's numbers. Make finding them a milestone within 30 days.",
        "baseline",
    ),
    Check("DIR-06", "direction", WARN, HINT, HINT, ONE, "rule"),
    Check(
        *("DIR-07", "direction", WARN, HINT, HINT), "2 principles forbid nothing, and so decide nothing.", "will_not"
    ),
    Check("WTP-00", "where-to-play", BLOCK, BLOCK, BLOCK, "2 places are still to decide.", "verdict name"),
    Check("WTP-01", "where-to-play", BLOCK, BLOCK, BLOCK, ONE, "verdict"),
    Check("WTP-02", "where-to-play", (WARN, BLOCK), (WARN, BLOCK), (WARN, BLOCK), ONE, "verdict"),
    Check("WTP-03", "where-to-play", WARN, WARN, WARN, "2 names take in everybody. Who first?", "name"),
    Check("WTP-04", "where-to-play", WARN, HINT, HINT, ONE, "today"),
    Check("WTP-05", "where-to-play", WARN, HINT, HINT, ONE, "today"),
    Check(
        *("WTP-06", "where-to-play", WARN, WARN, WARN),
        "2 places say not now, but not what would reopen them.",
        "trigger",
    ),
    Check("WTP-07", "where-to-play", WARN, WARN, WARN, "2 experiments have no end. When do you decide?", "decide_by"),
    Check(
        *("WTP-08", "where-to-play", HINT, HINT, HINT),
        "2 pairs of places look alike. Merge, or say the difference.",
        "name",
    ),
    Check("WTP-09", "where-to-play", WARN, WARN, WARN, ONE, "verdict"),
    Check("WTP-10", "where-to-play", WARN, WARN, WARN, "2 places to play have no reason.", "reason"),
    Check("HTW-01", "how-to-win", BLOCK, BLOCK, BLOCK, "2 places to play have no reason to win.", "advantage"),
    Check(
        *("HTW-02", "how-to-win", WARN, HINT, HINT), "2 answers have an opposite nobody would choose.", "opposite_sane"
    ),
    Check("HTW-03", "how-to-win", WARN, WARN, WARN, "2 places to play: better than what?", "alternative"),
    Check("HTW-04", "how-to-win", HINT, HINT, HINT, "2 answers rest on no fact. What have we seen?", "proof"),
    Check(
        *("HTW-05", "how-to-win", HINT, HINT, HINT),
        "2 pairs of places have the same answer. Is it true of both?",
        "advantage",
    ),
    Check(*("HTW-06", "how-to-win", WARN, WARN, WARN), "2 places to play have no condition that must be true.", "text"),
    Check(
        *("HTW-07", "how-to-win", WARN, HINT, HINT),
        "In 2 places the condition you trust least is untested. Who tests it, by when?",
        "test by",
    ),
    Check("HTW-09", "how-to-win", BLOCK, BLOCK, BLOCK, ONE, "look_back"),
    Check("PRI-00", "priorities", BLOCK, BLOCK, BLOCK, "2 are still to decide.", "status"),
    Check("PRI-01", "priorities", (WARN, BLOCK), (WARN, BLOCK), (WARN, BLOCK), ONE, "status"),
    Check("PRI-02", "priorities", WARN, HINT, HINT, "2 priorities serve none of your choices.", "serves"),
    Check("PRI-03", "priorities", WARN, HINT, HINT, "You chose 2 places and planned nothing for them.", "serves"),
    Check("PRI-04", "priorities", WARN, WARN, WARN, "2 titles describe the present. What will be different?", "title"),
    Check(
        *("PRI-05", "priorities", WARN, WARN, WARN),
        "2 priorities name no result. What exists when the work is done?",
        "outcome",
    ),
    Check("PRI-06", "priorities", WARN, WARN, WARN, ONE, "stop"),
    Check(
        *("PRI-07", "priorities", HINT, HINT, OFF),
        "2 pairs look alike. Merge them first, or they'll split the votes.",
        "title",
    ),
    Check("PRI-08", "priorities", WARN, WARN, WARN, ONE, "status"),
    Check("PRI-09", "priorities", BLOCK, BLOCK, OFF, "2 counts of dots can't be right. Recount.", "dots"),
    Check(
        *("PRI-10", "priorities", WARN, HINT, OFF),
        "2 options got more dots than one that is in. Write down why.",
        "note",
    ),
    Check("PRI-11", "priorities", WARN, WARN, OFF, ONE, "dots"),
    Check("PRI-12", "priorities", WARN, HINT, HINT, ONE, "effort"),
    Check(
        "OWN-01", "owners", BLOCK, BLOCK, BLOCK, "2 priorities belong to nobody. Name an owner for each.", "owner_id"
    ),
    Check("OWN-03", "owners", WARN, WARN, OFF, "2 priorities are shared by all. Who is the lead?", "owner_id lead_id"),
    Check(
        *("OWN-04", "owners", WARN, WARN, OFF),
        "2 priorities have an owner who hasn't said yes. Who asks, by when?",
        "accepted",
    ),
    Check(
        *("OWN-05", "owners", (WARN, BLOCK), (WARN, BLOCK), OFF),
        "2 owners carry too much. What can someone else carry?",
        "owner_id",
    ),
    Check("OWN-07", "owners", WARN, WARN, OFF, "2 priorities belong to an outsider. Who inside?", "owner_id"),
    Check(
        *("OWN-08", "owners", HINT, HINT, HINT),
        ("2 priorities have no hours.", "Nothing leaves the desk for 2 priorities."),
        "hours leaves_desk",
    ),
    Check("OWN-09", "owners", HINT, HINT, HINT, "2 priorities have no deputy. Who covers an absence?", "deputy_id"),
    Check(
        *("MIL-00", "milestones", BLOCK, BLOCK, BLOCK),
        "2 priorities have no milestone. What first proves they move?",
        "title",
    ),
    Check("MIL-01", "milestones", BLOCK, BLOCK, BLOCK, "2 milestones have no date. A month is a start.", "due"),
    Check(
        *("MIL-02", "milestones", BLOCK, BLOCK, BLOCK),
        "2 milestones don't say when they are done. How will we know?",
        "done_when",
    ),
    Check("MIL-03", "milestones", WARN, WARN, WARN, "2 milestones are effort. What are the results?", "title"),
    Check(
        *("MIL-04", "milestones", WARN, WARN, WARN),
        "2 checks repeat the title. What would a stranger look at?",
        "done_when",
    ),
    Check(
        *("MIL-05", "milestones", WARN, WARN, WARN),
        "2 priorities have nothing due in 90 days. What's the first proof that they're moving?",
        "due",
    ),
    Check("MIL-06", "milestones", BLOCK, BLOCK, BLOCK, "2 milestones are due before what they need.", "due needs"),
    Check("MIL-07", "milestones", (WARN, HINT), (WARN, HINT), (WARN, HINT), "2 dates need a second look.", "due"),
    Check("MIL-08", "milestones", WARN, WARN, WARN, "2 months are crowded. What moves?", "due"),
    Check("MIL-09", "milestones", WARN, WARN, WARN, ONE, "due"),
    Check(
        *("MIL-10", "milestones", WARN, WARN, WARN),
        "2 owners have more than four results due in 90 days.",
        "owner_id",
    ),
    Check(*("MIL-11", "milestones", WARN, HINT, HINT), "2 milestones are doubted. What would make it 7?", "confidence"),
    Check("MIL-12", "milestones", HINT, HINT, HINT, ONE, "celebrate"),
    Check("RSK-01", "stress-test", HINT, OFF, OFF, ONE, "reason"),
    Check("RSK-02", "stress-test", HINT, OFF, OFF, ONE, "source"),
    Check(
        *("RSK-03", "stress-test", WARN, OFF, OFF),
        ("2 top reasons have no early sign.", "2 top reasons have no early sign or no answer."),
        "sign answer",
    ),
    Check(
        "RSK-04", "stress-test", WARN, OFF, OFF, "2 answers have nobody or no date. Who does it, by when?", "who_id by"
    ),
    Check("RHY-01", "rhythm", BLOCK, BLOCK, BLOCK, ONE, "next_on"),
    Check("RHY-02", "rhythm", BLOCK, BLOCK, BLOCK, ONE, "keeper_id"),
    Check("RHY-03", "rhythm", WARN, WARN, WARN, ONE, "next_on"),
    Check("RHY-04", "rhythm", WARN, WARN, WARN, ONE, "rhythm"),
    Check("RHY-05", "rhythm", HINT, HINT, HINT, ONE, "signal"),
    Check("RHY-06", "rhythm", HINT, HINT, OFF, ONE, "minutes"),
    Check("CLS-01", "close", BLOCK, BLOCK, BLOCK, '2 parked items are left. "Drop" is an answer.', "disposition"),
    Check("CLS-02", "close", BLOCK, BLOCK, OFF, ONE, "text"),
    Check("CLS-03", "close", WARN, WARN, OFF, ONE, "fist"),
    Check("CLS-04", "close", WARN, WARN, WARN, ONE, "by"),
    Check("CLS-05", "close", WARN, WARN, WARN, ONE, ""),
    Check("PLN-01", "plan", WARN, HINT, HINT, "The chain breaks in 2 places.", "serves title"),
    Check("ADJ-01", "changes", WARN, WARN, WARN, "2 changes have no reason. What did you learn?", " due"),
    Check(
        *("ADJ-02", "changes", WARN, WARN, WARN),
        "2 dates were moved again. Cut, split, or change the owners?",
        "due",
    ),
    Check("ADJ-03", "changes", BLOCK, BLOCK, BLOCK, "2 dates were moved alone beyond what was agreed.", ""),
    Check("ADJ-04", "changes", WARN, WARN, WARN, "2 changes move what others depend on.", ""),
    Check("ADJ-05", "changes", HINT, HINT, HINT, "2 reasons come again and again. What's behind them?", ""),
    Check(
        *("ADJ-06", "changes", WARN, WARN, WARN),
        "2 choices were changed without a trigger, between quarters.",
        "",
    ),
]
BY_CODE = {check.code: check for check in EVERY}


def test_every_check_is_there_in_the_order_of_the_steps() -> None:
    assert list(RULES) == list(BY_CODE)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.code)
def test_each_is_seen_to_fire_at_each_weight_and_to_keep_quiet(check: Check) -> None:
    assert {case.level for case in FIRES if case.code == check.code} == set(_weights(check.full))
    assert any(case.code == check.code for case in QUIET)


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_a_shorter_agenda_weighs_it_less_or_says_nothing(case: Fires) -> None:
    check = BY_CODE[case.code]
    for agenda, weights in ((Agenda.HALF_DAY, check.half), (Agenda.SOLO, check.solo)):
        found = {finding.level for finding in of(case.code, but(case.workshop, "W", agenda=agenda), case.context)}
        if weights is OFF:
            assert not found
        elif isinstance(weights, tuple):
            assert found == {case.level}
        elif (case.code, agenda) == ("OPEN-05", Agenda.SOLO):
            assert found <= {weights}  # for an hour there is time enough
        else:
            assert found == {weights}


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_several_of_it_are_one_line_and_it_leads_where_it_is_put_right(case: Fires) -> None:
    check = BY_CODE[case.code]
    (finding,) = of(case.code, case.workshop, case.context)
    assert finding.step == check.step
    assert finding.remedy.field in check.leads.split(" ")
    (line,) = grouped([finding, replace(finding, item="another")])
    if check.two == ONE:
        assert not finding.together
    else:
        assert line.message in ((check.two,) if isinstance(check.two, str) else check.two)


def test_different_reasons_of_one_check_share_the_line_that_holds_for_all() -> None:
    (hours, desk) = (next(case for case in FIRES if case.at == at) for at in ("P1.hours", "P1.leaves_desk"))
    (one,), (other,) = (of(case.code, case.workshop, case.context) for case in (hours, desk))
    assert grouped([one, other])[0].message == ("2 priorities have no hours, or nothing leaves their owner's desk.")


def _weights(weights: Level | tuple[Level, ...]) -> tuple[Level, ...]:
    return weights if isinstance(weights, tuple) else (weights,)
