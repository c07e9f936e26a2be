"""What holds for all rules together: order, agendas, acceptances, groups, and that none of them ever fails."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.change import Adjustment
from data.nouns.planning import Accepted, Effort
from data.nouns.room import Acceptance
from data.tables import NOUN
from data.value import Workshop
from tests.workshop.any_workshop import texts, workshops
from tests.workshop.build import TODAY, a_workshop, arena, but, sound
from tests.workshop.rules.cases import FIRES
from tests.workshop.rules.expecting import BLOCK, HINT, MORNING, WARN, Fires, of
from tests.workshop.rules.test_rules_where_to_play import playing
from workshop.actions.accepting import accept
from workshop.rules.grouping import sentences
from workshop.rules.registry import RULES, Context, findings, grouped, open_blocks

LATE_LOOK = but(sound(), "W", next_on=date(2027, 1, 20))


def wrong_in_many_ways() -> Workshop:
    """Something to find on most steps."""
    workshop = but(sound(), "A1", "A2", reason="", advantage="")
    workshop = but(workshop, "P1", "P2", outcome="", effort=Effort.L, accepted=Accepted.NO)
    return but(workshop, "M1", "M2", "M3", due=None)


def test_a_sound_workshop_has_no_findings() -> None:
    assert findings(sound(), MORNING) == ()


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_a_jump_leads_to_a_row_that_is_there_and_to_a_field_of_its_step(case: Fires) -> None:
    for finding in findings(case.workshop, case.context):
        step, item, field = finding.remedy
        assert item == "" or any(key.id == item for key in case.workshop.rows)
        if field:
            assert field in {each.name for each in case.context.content.step(step).fields}


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_no_code_stands_in_a_message(case: Fires) -> None:
    for group in grouped(findings(case.workshop, case.context)):
        assert not re.search(r"[A-Z]{3,}-\d|\{|\}", group.message + case.message)


#: It leads to a field of the second tier, but the load it weighs comes with the dates, which are of the first.
WEIGHS_MORE_THAN_ITS_FIELD = {"MIL-10"}


@pytest.mark.parametrize("case", FIRES, ids=lambda case: case.code)
def test_a_check_that_leads_to_the_second_tier_is_marked_so(case: Fires) -> None:
    """Unless it is a hint anyway, or a BLOCK: that speaks of what contradicts itself."""
    letters = {noun.letter: table for table, noun in NOUN.items() if noun.letter}
    for finding in findings(case.workshop, case.context):
        step, item, name = finding.remedy
        nouns = {letters[item[0]], "brief"} if item else {"brief"}
        fields = [each for each in case.context.content.step(step).fields if each.name == name]
        of_more = any(each.tier == "more" and each.noun in nouns for each in fields)
        if of_more and finding.level is WARN:
            assert RULES[finding.code].more or finding.code in WEIGHS_MORE_THAN_ITS_FIELD


def test_no_block_is_ever_turned_into_a_hint() -> None:
    assert not any(rule.more and rule.level is BLOCK for rule in RULES.values())


def test_another_language_without_word_lists_is_left_in_peace() -> None:
    workshop = but(but(sound(), "P1", title="Improve it"), "A1", name="Everyone")
    assert of("PRI-04", workshop) and of("WTP-03", workshop)
    foreign = but(workshop, "W", language="xx")
    assert not of("PRI-04", foreign) and not of("WTP-03", foreign)


# -- order ---------------------------------------------------------------------------------------------------------


def test_findings_stand_in_the_order_of_the_steps_and_can_be_had_for_one() -> None:
    found = findings(wrong_in_many_ways(), MORNING)
    places = [list(RULES).index(finding.code) for finding in found]
    assert places == sorted(places)
    assert {finding.step for finding in found} == {"where-to-play", "how-to-win", "priorities", "owners", "milestones"}
    for step in {finding.step for finding in found}:
        assert findings(wrong_in_many_ways(), MORNING, step) == tuple(each for each in found if each.step == step)


# -- accepted ------------------------------------------------------------------------------------------------------


def test_what_is_accepted_stays_in_sight_and_blocks_no_longer() -> None:
    workshop = but(sound(), "M2", due=None)
    (finding,) = of("MIL-01", workshop)
    assert open_blocks(findings(workshop, MORNING)) == (finding,)

    workshop = accept(workshop, finding, "The grant decides in May")
    (accepted,) = of("MIL-01", workshop)
    assert (accepted.accepted, accepted.message) == ("The grant decides in May", finding.message)
    assert open_blocks(findings(workshop, MORNING)) == ()


def test_it_holds_for_that_item_only() -> None:
    workshop = but(sound(), "M2", due=None)
    workshop = accept(workshop, of("MIL-01", workshop)[0], "The grant decides in May")
    workshop = but(workshop, "M3", due=None)
    assert [(finding.item, finding.accepted) for finding in of("MIL-01", workshop)] == [
        ("M2", "The grant decides in May"),
        ("M3", None),
    ]


def test_it_holds_while_the_same_check_fires_though_what_it_is_about_is_called_otherwise() -> None:
    workshop = but(sound(), "M2", due=None)
    workshop = but(accept(workshop, of("MIL-01", workshop)[0], "The grant decides in May"), "M2", title="A month run")
    (finding,) = of("MIL-01", workshop)
    assert (finding.message, finding.accepted) == (
        '"A month run" has no date. A month is a start.',
        "The grant decides in May",
    )


def test_a_reason_for_what_is_left_today_is_none_for_what_comes_tomorrow() -> None:
    workshop = sound().put(arena("A6", "Harbor"))
    workshop = accept(workshop, of("WTP-00", workshop)[0], "We decide them on Friday")
    found = of("WTP-00", workshop.put(arena("A7", "Zoo")))
    assert [(finding.item, finding.accepted) for finding in found] == [("A6", "We decide them on Friday"), ("A7", None)]


#: Where the cause changes and the item does not: before and after.
ANOTHER_CAUSE = [
    ("PRI-04", but(sound(), "P1", title="Improve the hours"), but(sound(), "P1", title="Maintain the hours")),
    ("WTP-02", playing(6), playing(5)),
    ("OWN-04", but(sound(), "P1", accepted=Accepted.NO), but(sound(), "P1", accepted=Accepted.NO, owner_id="N3")),
    ("MIL-07", but(sound(), "M1", due=date(2026, 10, 13)), but(sound(), "M1", due=date(2026, 10, 12))),
    ("MIL-11", but(sound(), "M1", confidence=5), but(sound(), "M1", confidence=2)),
    ("RSK-03", but(sound(), "R1", sign=""), but(sound(), "R1", answer="")),
    ("RHY-03", but(sound(), "W", next_on=date(2026, 12, 7)), but(LATE_LOOK, "M1", evidence="On file")),
    ("CLS-03", but(sound(), "W", fist=(1, 3, 5, 1, 0, 0)), but(sound(), "W", fist=(0, 3, 5, 2, 0, 0))),
]


@pytest.mark.parametrize(("code", "before", "after"), ANOTHER_CAUSE, ids=[case[0] for case in ANOTHER_CAUSE])
def test_a_reason_answers_what_was_said_and_nothing_else_of_the_same_item(
    code: str, before: Workshop, after: Workshop
) -> None:
    (finding,) = of(code, before)
    reason = "" if finding.level is HINT else "We know, and we go on"
    (kept,) = accept(before, finding, reason).acceptances
    assert of(code, before.put(kept))[0].accepted == reason
    (other,) = of(code, after.put(kept))
    assert (other.item, other.accepted) == (finding.item, None)


def test_a_reason_for_a_warning_is_none_for_the_block_it_grows_into() -> None:
    five = playing(5)
    five = accept(five, of("WTP-02", five)[0], "Funders want all five of them")
    assert [finding.accepted for finding in of("WTP-02", five)] == ["Funders want all five of them"]

    seven = five.put(*playing(7).arenas)
    (block,) = of("WTP-02", seven)
    assert block.blocks
    assert not of("WTP-02", accept(seven, block, "Funders want all seven now"))[0].blocks


def test_a_dismissed_hint_that_grows_into_a_warning_is_open_again() -> None:
    weekend = but(sound(), "M1", due=date(2026, 12, 5))
    (hint,) = of("MIL-07", weekend)
    dismissed = accept(weekend, hint)
    assert of("MIL-07", dismissed)[0].accepted == ""
    (late,) = of("MIL-07", dismissed, Context(date(2026, 12, 7)))
    assert (late.level, late.accepted) == (WARN, None)


def test_a_reason_that_was_never_given_accepts_no_block() -> None:
    workshop = but(sound(), "M2", due=None).put(Acceptance(id="MIL-01:M2", code="MIL-01", item="M2"))
    assert open_blocks(findings(workshop, MORNING))


# -- grouped -------------------------------------------------------------------------------------------------------


def test_findings_of_one_code_make_one_line() -> None:
    workshop = but(sound(), "P1", "P2", owner_id=None)
    (group,) = [group for group in grouped(findings(workshop, MORNING)) if group.code == "OWN-01"]
    assert group.message == "2 priorities belong to nobody. Name an owner for each."
    assert [finding.item for finding in group.findings] == ["P1", "P2"]
    assert (group.level, group.step, group.accepted) == (BLOCK, "owners", False)


def test_a_single_finding_keeps_its_own_words() -> None:
    (group,) = grouped(of("OWN-01", but(sound(), "P1", owner_id=None)))
    assert group.message.startswith('"Open evenings in both towns" belongs to nobody.')


def test_what_is_accepted_and_what_is_weightier_stand_on_lines_of_their_own() -> None:
    workshop = but(sound(), "M1", due=date(2026, 12, 5))
    workshop = but(workshop, "M2", due=date(2026, 10, 13))
    workshop = but(workshop, "M3", due=date(2026, 10, 12))
    workshop = accept(workshop, of("MIL-07", workshop)[1], "It was done last week")
    groups = grouped(of("MIL-07", workshop))
    assert [(group.level, group.accepted) for group in groups] == [(HINT, False), (WARN, True), (WARN, False)]


def sentences_of(code: str, workshop: Workshop) -> tuple[str, ...]:
    (group,) = grouped(of(code, workshop))
    return sentences(workshop, group)


def test_a_sentence_that_does_not_say_what_it_is_about_has_the_name_behind_it() -> None:
    assert sentences_of("HTW-03", but(sound(), "A2", alternative="")) == ("Better than what? (Northern villages)",)
    assert sentences_of("MIL-01", but(sound(), "M2", due=None)) == (
        '"First four weeks of opening run" has no date. A month is a start.',
    )
    assert sentences_of("MIL-06", but(sound(), "M2", due=date(2026, 12, 3))) == (
        '"First four weeks of opening run" is due before "Two host rooms signed", which it needs.',
    )
    assert sentences_of("ADJ-01", sound().put(Adjustment(id="J1", item="M1"))) == (
        "No reason given. What did you learn? (Two host rooms signed)",
    )


def test_several_that_say_the_same_are_told_by_their_names() -> None:
    assert sentences_of("HTW-03", but(sound(), "A1", "A2", alternative="")) == (
        "Working households",
        "Northern villages",
    )
    assert sentences_of("MIL-01", but(sound(), "M1", "M3", due=None)) == (
        "Two host rooms signed",
        "Four hosts sign the charter",
    )
    namesakes = but(but(sound(), "A1", "A2", alternative=""), "A1", "A2", name="Harbor")
    assert sentences_of("HTW-03", namesakes) == ("Better than what? (Harbor)",) * 2


def test_several_that_say_different_things_say_them() -> None:
    doubted = but(but(sound(), "M1", confidence=2), "M3", confidence=4)
    assert sentences_of("MIL-11", doubted) == (
        "Confidence 2. (Two host rooms signed)",
        "Confidence 4. (Four hosts sign the charter)",
    )


# -- whatever was typed --------------------------------------------------------------------------------------------


#: What the rules look for, so that they find it now and then; the empty language is the method's own.
TELLING = st.sampled_from(
    ["", "everyone", "The board", "improve it", "hold a meeting", "work on it", "Zoo", "zoo!", "en"]
)
ANY = workshops(texts | TELLING)
NUMBERS = st.none() | st.integers(-2, 60) | st.integers(-(2**31), 2**31 - 1)
DATES = st.none() | st.dates(date(2026, 9, 1), date(2027, 3, 1)) | st.dates()


def check(workshop: Workshop, context: Context) -> None:
    found = findings(workshop, context)
    assert found == findings(workshop, context)
    assert len({(finding.code, finding.item) for finding in found}) == len(found)
    assert {finding for group in grouped(found) for finding in group.findings} == set(found)


@settings(deadline=None)
@given(ANY, st.dates(), st.none() | st.times(), st.sampled_from(["open", "close", "nowhere"]))
def test_no_workshop_makes_a_rule_fail(workshop: Workshop, today: date, now: time | None, step: str) -> None:
    check(workshop, Context(today, now, step=step, spent={"open": 1e9}))


@settings(deadline=None)
@given(st.dates(), st.tuples(*[DATES] * 8), st.tuples(*[NUMBERS] * 8), st.lists(st.integers(-9, 9), max_size=8))
def test_no_date_and_no_number_makes_a_rule_fail(
    today: date, days: tuple[date | None, ...], numbers: tuple[int | None, ...], counts: list[int]
) -> None:
    workshop = but(sound(), "M1", due=days[0], confidence=numbers[0])
    workshop = but(workshop, "M2", due=days[1], confidence=numbers[1])
    workshop = but(workshop, "D1", by=days[2])
    workshop = but(workshop, "I1", since=days[3], answer="")
    workshop = but(workshop, "C1", confidence=numbers[2])
    workshop = but(workshop, "P1", dots=numbers[3], hours=numbers[4])
    workshop = but(workshop, "P3", dots=numbers[5])
    workshop = but(workshop, "V1", score=numbers[6])
    workshop = but(workshop, "W", horizon_start=days[4], horizon_end=days[5], adopted_on=days[6], held_on=days[7])
    workshop = but(workshop, "W", next_on=days[7], holidays=("2026-12-24/2027-01-02", "x"))
    workshop = but(workshop, "H1", weekday=numbers[1], minutes=numbers[2])
    workshop = but(workshop, "R1", by=days[6])
    workshop = but(workshop, "W", voters=numbers[7], dots_each=numbers[6], dots_cap=numbers[5])
    workshop = but(workshop, "W", fist=tuple(counts), busy_months=tuple(counts), ends_at=time(12))
    check(workshop, Context(today, time(9)))


@settings(deadline=None)
@given(ANY)
def test_every_finding_of_any_workshop_can_be_accepted(workshop: Workshop) -> None:
    context = Context(TODAY)
    for finding in findings(workshop, context):
        workshop = accept(workshop, finding, "We know it, and go on all the same")
    left = [finding for finding in findings(workshop, context) if finding.accepted is None]
    assert {finding.code for finding in left} <= {"CLS-05"}


def test_braces_in_what_was_typed_stay_what_they_are() -> None:
    workshop = but(sound(), "P1", title="{n} {0} %s [/b]", owner_id=None)
    assert of("OWN-01", workshop)[0].message.startswith('"{n} {0} %s [/b]" belongs to nobody.')


def test_a_workshop_just_made_is_told_what_comes_first() -> None:
    empty = a_workshop(title="New")
    assert [finding.code for finding in open_blocks(findings(empty, Context(TODAY)))] == [
        "OPEN-01",
        "OPEN-07",
        "DIR-00",
        "WTP-00",
        "HTW-09",
        "PRI-00",
        "RHY-01",
        "RHY-02",
    ]
