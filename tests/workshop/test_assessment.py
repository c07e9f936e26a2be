"""What a self-assessment says: the sample's to the digit, next actions by the stated order, then and now, privacy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.difference import diff, to_json
from data.nouns.assessment import Assessment, Rating, Role
from data.nouns.room import Brief
from data.value import Key, Workshop, of_rows
from tests.workshop.brackenford_answers import ANSWERS, DAY, DIMENSIONS, RESULTS, eleven, sheets
from workshop.actions import assessing
from workshop.actions.duplicating import duplicate
from workshop.assessment import comparison, questionnaire, results
from workshop.assessment import sheets as answering
from workshop.assessment.results import Result
from workshop.assessment.scoring import ANSWERS as POSSIBLE
from workshop.assessment.scoring import tally
from workshop.assessment.sheets import Round, Sheet
from workshop.retelling import retold
from workshop.sample import to_keep

QUESTIONS = questionnaire.load()
IDS = QUESTIONS.ids


def blank() -> Workshop:
    return of_rows([Brief(id="W", title="Food bank")])


def a_round(*given: Sheet, day: date = DAY) -> Round:
    return Round(*QUESTIONS.identity, day, len(given) == 1, given)


def alike(answers: dict[str, int], *roles: Role) -> tuple[Sheet, ...]:
    """A sheet for each role, all with the same answers."""
    return tuple(Sheet(role, answers) for role in roles)


def result_of(round: Round) -> Result:
    found = results.latest(assessing.count(blank(), round))
    assert found is not None
    return found


def all_at(level: int, **others: int) -> dict[str, int]:
    """One answer to every question, but for some; `DIR_1=2` is about DIR-1."""
    return dict.fromkeys(IDS, level) | {name.replace("_", "-"): answer for name, answer in others.items()}


# -- the sample ----------------------------------------------------------------------------------------------------


def test_the_sample_comes_out_to_the_digit() -> None:
    found = result_of(eleven())
    for each in found.dimensions:
        assert (str(each.score), each.said.split("  ")[1]) == DIMENSIONS[each.dimension.id]
    for item in found.items:
        middle, _, _, flags = RESULTS[item.item.id]
        assert (item.score, " ".join(item.flags)) == (Fraction(middle), flags)


def test_its_next_actions_are_the_three_stated() -> None:
    assert [(item.item.id, item.next_action) for item in result_of(eleven()).next_actions] == [
        ("ACC-1", "Put the next three check-in dates in calendars before you leave the room (10 min)."),
        (
            "ADA-3",
            "At the next review ask of each priority: would we start this today? Stop one thing (20 min).",
        ),
        ("OWN-2", "Agree one limit per owner for money, people and dates; write it beside the name (20 min)."),
    ]


# -- next actions --------------------------------------------------------------------------------------------------


def next_ids(*given: Sheet) -> list[str]:
    return [item.item.id for item in result_of(a_round(*given)).next_actions]


def test_the_lowest_level_comes_first_and_a_high_one_not_at_all() -> None:
    answers = all_at(4, DAY_3=1, MIL_1=3, ADA_1=2)
    assert next_ids(*alike(answers, *[Role.STAFF] * 4)) == ["DAY-3", "ADA-1", "MIL-1"]
    assert next_ids(*alike(all_at(4), *[Role.STAFF] * 4)) == []
    assert next_ids(*alike(all_at(4, DAY_3=3), *[Role.STAFF] * 4)) == ["DAY-3"]


def test_among_equals_those_not_sure_come_first_then_spread_then_the_order_of_dimensions() -> None:
    one = all_at(4, DAY_1=2, DAY_2=2, ACC_1=2, DIR_1=2)
    people = [Sheet(Role.STAFF, dict(one)) for _ in range(5)]
    people[0] = Sheet(Role.STAFF, {**one, "DAY-2": 4})  # spread: two levels from the median
    people[1] = Sheet(Role.STAFF, {**one, "DAY-1": 0})  # one of five not sure
    assert next_ids(*people) == ["DAY-1", "DAY-2", "DIR-1"]


def test_two_and_a_half_counts_as_three() -> None:
    half = [Sheet(Role.STAFF, all_at(4, DIR_1=level, DIR_2=3, DAY_3=2)) for level in (2, 2, 3, 3)]
    found = result_of(a_round(*half))
    assert found.item("DIR-1").score == Fraction(5, 2)
    assert [item.item.id for item in found.next_actions] == ["DAY-3", "DIR-1", "DIR-2"], "a tie with 3, not before it"
    assert found.item("DIR-1").next_action == QUESTIONS.of("DIR-1").mid


def test_a_level_agreed_on_goes_before_the_median() -> None:
    workshop = assessing.count(blank(), a_round(*alike(all_at(4, DIR_1=1), *[Role.STAFF] * 4)))
    workshop = assessing.agree(workshop, "S1", "DIR-1", 4)
    workshop = assessing.agree(workshop, "S1", "DAY-3", 2)
    found = results.latest(workshop)
    assert found is not None
    assert [item.item.id for item in found.next_actions] == ["DAY-3"]
    assert found.item("DIR-1").score == 1, "the median stays what it is"
    back = results.latest(assessing.agree(workshop, "S1", "DAY-3", None))
    assert back is not None and back.next_actions == ()


def test_levels_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        assessing.agree(assessing.count(blank(), eleven()), "S1", "DIR-1", 6)
    with pytest.raises(KeyError):
        assessing.agree(blank(), "S1", "DIR-1", 3)


some_sheets = st.lists(
    st.builds(
        Sheet,
        st.sampled_from(Role),
        st.dictionaries(st.sampled_from(IDS), st.sampled_from(POSSIBLE), min_size=1),
    ),
    min_size=1,
    max_size=12,
)


@given(some_sheets, st.randoms())
def test_who_comes_first_changes_nothing_but_notes(given: list[Sheet], random: Random) -> None:
    mixed = given.copy()
    random.shuffle(mixed)
    assert assessing.count(blank(), a_round(*mixed)) == assessing.count(blank(), a_round(*given))


@given(some_sheets)
def test_next_actions_keep_the_stated_order(given: list[Sheet]) -> None:
    found = result_of(a_round(*given))
    chosen = found.next_actions
    left = [item for item in found.items if item.next_action and item not in chosen]
    assert len(chosen) == min(3, len(chosen) + len(left))

    def place(item: results.ItemResult) -> tuple[object, ...]:
        assert item.counts_as is not None and item.counts_as <= 3
        return item.counts_as, -item.not_sure_share, not item.is_spread, IDS.index(item.item.id)

    ordered = [place(item) for item in chosen]
    assert ordered == sorted(ordered)
    assert all(place(item) > ordered[-1] for item in left)


@given(some_sheets)
def test_counting_twice_is_counting_once(given: list[Sheet]) -> None:
    round = a_round(*given)
    once = assessing.count(blank(), round)
    assert assessing.counted(blank(), round) == "S1"
    assert assessing.count(once, round.counted_as("S1")) == once


# -- few people, and many ------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(sheets()), min_size=2, max_size=3))
def test_of_two_or_three_nothing_is_kept_but_what_all_said(given: list[Sheet]) -> None:
    workshop = assessing.count(blank(), a_round(*given))
    for rating in workshop.of(Rating):
        said = {sheet.given(rating.question) for sheet in given}
        assert rating.counts == rating.leaders == ()
        assert rating.agreed == (said.pop() if len(said) == 1 and said != {0} else None)
    found = results.latest(workshop)
    assert found is not None
    assert all(item.tally is None and item.score == item.level for item in found.items)
    assert {item.item.id for item in found.to_agree} == {
        rating.question for rating in workshop.of(Rating) if rating.agreed is None
    }


def test_what_few_agree_on_makes_the_dimension() -> None:
    workshop = assessing.count(blank(), a_round(*sheets()[:3]))
    for item in QUESTIONS.items("OWN"):
        workshop = assessing.agree(workshop, "S1", item.id, 4)
    found = results.latest(workshop)
    assert found is not None
    assert [str(each.score) for each in found.dimensions if each.dimension.id == "OWN"] == ["4.0"]


def test_alone_ones_own_answer_stands_and_can_be_put_right() -> None:
    workshop = assessing.count(blank(), a_round(Sheet(answers=all_at(3, DIR_1=0, DIR_2=-1))))
    found = results.latest(workshop)
    assert found is not None and found.alone
    assert found.item("DIR-1").tally is not None and found.item("DIR-1").score is None
    assert found.to_agree == ()
    changed = results.latest(assessing.agree(workshop, "S1", "OWN-1", 5))
    assert changed is not None and changed.item("OWN-1").score == 5


LEADERS = (Role.LEADER,) * 4


@pytest.mark.parametrize(
    ("roles", "apart"),
    [(LEADERS, True), (LEADERS[:3], False), (LEADERS * 2, False), ((), False)],
)
def test_leaders_and_others_are_counted_apart_only_when_each_are_four(roles: tuple[Role, ...], apart: bool) -> None:
    workshop = assessing.count(blank(), eleven(*roles))
    assert all(bool(rating.leaders) is apart for rating in workshop.of(Rating))
    found = results.latest(workshop)
    assert found is not None and found.by_groups is apart
    if apart:
        item = found.item("OWN-1")
        assert item.leaders is not None and item.others is not None and item.tally is not None
        assert item.leaders.scored == (2, 2, 2, 4)
        assert item.others.scored == (1, 2, 2, 3, 4)


def test_a_blank_sheet_does_not_count() -> None:
    workshop = assessing.count(blank(), eleven().add())
    assert workshop.row(Assessment, "S1").respondents == 11


# -- what is kept --------------------------------------------------------------------------------------------------


def test_no_single_answer_leads_back_to_anybody() -> None:
    """Two groups whose sheets differ, and whose counts do not, are kept alike: the sheets cannot be told from it."""
    one = a_round(*(Sheet(Role.STAFF, {"DIR-1": level, "DIR-2": level}) for level in (1, 2, 3, 4)))
    other = a_round(*(Sheet(Role.STAFF, {"DIR-1": level, "DIR-2": 5 - level}) for level in (1, 2, 3, 4)))
    assert assessing.count(blank(), one) == assessing.count(blank(), other)


def test_names_are_kept_only_when_they_are_given_and_in_no_order_of_answers() -> None:
    workshop = assessing.count(blank(), eleven())
    assert workshop.row(Assessment, "S1").names == ()
    workshop = assessing.name_respondents(workshop, "S1", ["zoe", " Ana ", "", "Mia"])
    assert workshop.row(Assessment, "S1").names == ("Ana", "Mia", "zoe")


def test_notes_of_a_group_are_not_taken_from_its_sheets() -> None:
    people = [Sheet(Role.STAFF, {"DIR-1": 5}, {"DIR-1": "said by one"}) for _ in range(4)]
    workshop = assessing.count(blank(), a_round(*people))
    assert "said by one" not in str(to_json(diff(None, workshop)))
    alone = assessing.count(blank(), a_round(people[0]))
    assert alone.row(Rating, "S1-DIR-1").note == "said by one"


def test_sheets_put_right_are_counted_again_and_what_was_agreed_stays() -> None:
    round = eleven()
    workshop = assessing.agree(assessing.count(blank(), round), "S1", "OWN-1", 3)
    workshop = assessing.note(workshop, "S1", "OWN-1", "the list in the office")
    round = round.counted_as("S1").answer(0, "OWN-1", 2)
    workshop = assessing.count(workshop, round)
    (row,) = workshop.assessments
    rating = workshop.row(Rating, "S1-OWN-1")
    assert (row.id, rating.counts, rating.agreed) == ("S1", (1, 6, 1, 1, 0, 2, 0), 3)
    assert rating.note == "the list in the office"


def test_an_answer_taken_away_takes_its_question_along() -> None:
    workshop = assessing.count(blank(), a_round(Sheet(answers={"DIR-1": 2, "DIR-2": 2})))
    workshop = assessing.count(workshop, a_round(Sheet(answers={"DIR-1": 2})).counted_as("S1"))
    assert [row.question for row in workshop.of(Rating)] == ["DIR-1"]


def test_counting_after_an_undo_makes_a_new_one_under_a_new_id() -> None:
    round = eleven()
    workshop = assessing.count(blank(), round)
    undone = Workshop(blank().rows, workshop.series)
    assert assessing.counted(undone, round.counted_as("S1")) == "S2"
    assert [row.id for row in assessing.count(undone, round.counted_as("S1")).assessments] == ["S2"]


def test_an_assessment_is_taken_away_with_all_that_came_of_it() -> None:
    workshop = assessing.remove(assessing.count(blank(), eleven()), "S1")
    assert (workshop.assessments, workshop.of(Rating)) == ((), ())


def test_counts_that_cannot_be_are_left_out() -> None:
    workshop = assessing.count(blank(), eleven(*LEADERS))
    for wrong in ((1, 2), (-1, 0, 0, 0, 0, 0, 0), (9, 9, 9, 9, 9, 9, 9)):
        odd = workshop.change(Rating, "S1-DIR-1", leaders=wrong, agreed=17)
        found = results.latest(odd)
        assert found is not None
        assert (found.item("DIR-1").leaders, found.item("DIR-1").agreed) == (None, None)
    found = results.latest(workshop.change(Rating, "S1-DIR-1", counts=(1, 2)))
    assert found is not None and found.item("DIR-1").score is None


# -- then and now --------------------------------------------------------------------------------------------------


def two(then: Round, now: Round) -> comparison.Comparison:
    workshop = assessing.count(assessing.count(blank(), then), now)
    latest = results.latest(workshop)
    assert latest is not None
    before = comparison.before(workshop, latest)
    assert before is not None
    return comparison.then_and_now(before, latest)


NEXT_YEAR = date(2027, 10, 11)
FOUR = (Role.LEADER, Role.STAFF, Role.STAFF, Role.BOARD)


def test_a_whole_level_and_half_a_point_are_reported() -> None:
    then, now = all_at(2), all_at(2, OWN_1=3, OWN_2=3, DAY_3=1)
    found = two(a_round(*alike(then, *FOUR)), a_round(*alike(now, *FOUR), day=NEXT_YEAR))
    assert found.comparable
    assert [(change.id, change.moved) for change in found.moved] == [
        ("OWN", 1),
        ("OWN-1", 1),
        ("OWN-2", 1),
        ("DAY-3", -1),
    ], "DAY fell by a third only"
    item = next(change for change in found.items if change.id == "OWN-1")
    assert (item.then, item.now) == (2, 3)


def test_half_a_level_is_not_reported() -> None:
    then = [Sheet(role, all_at(2)) for role in FOUR]
    now = [Sheet(role, all_at(2, OWN_1=level)) for role, level in zip(FOUR, (2, 2, 3, 3), strict=True)]
    assert two(a_round(*then), a_round(*now, day=NEXT_YEAR)).moved == ()


@pytest.mark.parametrize(
    ("roles", "comparable"),
    [
        (FOUR, True),
        ((Role.LEADER, Role.STAFF, Role.VOLUNTEER, Role.VOLUNTEER), True),
        ((Role.LEADER, Role.VOLUNTEER, Role.VOLUNTEER, Role.VOLUNTEER), False),
        ((*FOUR, *[Role.VOLUNTEER] * 5), False),
        ((Role.UNSAID,) * 4, False),
    ],
)
def test_other_people_say_nothing_about_a_change(roles: tuple[Role, ...], comparable: bool) -> None:
    found = two(a_round(*alike(all_at(2), *FOUR)), a_round(*alike(all_at(4), *roles), day=NEXT_YEAR))
    assert (found.comparable, bool(found.moved)) == (comparable, comparable)
    assert {change.now for change in found.items} == {Fraction(4)}, "both are shown all the same"


def test_roles_nobody_said_are_not_the_same() -> None:
    nobody = [Role.UNSAID] * 4
    assert not two(a_round(*alike(all_at(2), *nobody)), a_round(*alike(all_at(4), *nobody), day=NEXT_YEAR)).comparable
    assert two(a_round(Sheet(answers=all_at(2))), a_round(Sheet(answers=all_at(4)), day=NEXT_YEAR)).comparable


def test_versions_are_never_mixed() -> None:
    older = replace(eleven(), version="0")
    workshop = assessing.count(assessing.count(blank(), older), eleven(day=NEXT_YEAR))
    latest = results.latest(workshop)
    assert latest is not None
    assert comparison.before(workshop, latest) is None
    assert results.result(workshop, workshop.assessments[0]) is None, "its wording is not at hand"
    other = replace(latest, questionnaire=QUESTIONS.model_copy(update={"version": "2"}))
    with pytest.raises(ValueError, match="never compared"):
        comparison.then_and_now(latest, other)


def test_the_one_before_is_the_nearest_in_time_whatever_the_order_of_entry() -> None:
    workshop = blank()
    for year in (2028, 2026, 2027):
        workshop = assessing.count(workshop, eleven(day=date(year, 10, 1)))
    latest = results.latest(workshop)
    assert latest is not None and latest.taken_on == date(2028, 10, 1)
    before = comparison.before(workshop, latest)
    assert before is not None and before.taken_on == date(2027, 10, 1)
    assert results.latest(blank()) is None


# -- sheets --------------------------------------------------------------------------------------------------------


@given(some_sheets)
def test_a_round_comes_back_from_the_room_as_it_was(given: list[Sheet]) -> None:
    round = a_round(*given)
    assert answering.read(answering.plain(round)) == round


@pytest.mark.parametrize("kept", [{}, {"sheets": 3}, {"questionnaire": "x", "begun": "when"}])
def test_what_is_no_round_is_none(kept: dict[str, object]) -> None:
    assert answering.read(kept) is None
    assert answering.plain(None) == {}


def test_a_note_goes_with_the_answer_that_asked_for_it() -> None:
    round = answering.begin(QUESTIONS, DAY, alone=True).answer(0, "DIR-1", 4).note(0, "DIR-1", " two lists\n")
    assert round.sheets[0].notes == {"DIR-1": "two lists"}
    assert round.answer(0, "DIR-1", 5).sheets[0].notes == {"DIR-1": "two lists"}
    assert round.answer(0, "DIR-1", 2).sheets[0].notes == {}
    assert round.answer(0, "DIR-1", None).sheets[0].is_blank
    assert round.note(0, "DIR-1", " ").sheets[0].notes == {}
    with pytest.raises(ValueError, match="An answer is"):
        round.answer(0, "DIR-1", 6)


def test_sheets_are_laid_down_and_taken_away() -> None:
    round = answering.begin(QUESTIONS, DAY, alone=False).answer(0, "DIR-1", 2).add().play(1, Role.BOARD)
    assert [sheet.role for sheet in round.sheets] == [Role.UNSAID, Role.BOARD]
    assert len(round.answered) == 1
    assert [sheet.role for sheet in round.remove(0).sheets] == [Role.BOARD]


def test_every_question_of_the_sample_is_answered() -> None:
    assert tuple(ANSWERS) == IDS


# -- in a workshop's life ------------------------------------------------------------------------------------------


def told(before: Workshop, after: Workshop) -> list[str]:
    def rows(workshop: Workshop) -> dict[Key, dict[str, object]]:
        return {key: dict(row.__dict__) for key, row in workshop.rows.items()}

    return [line.text for line in retold(rows(before), rows(after), diff(before, after))]


def test_its_history_tells_what_was_done_in_words() -> None:
    once = assessing.count(blank(), eleven())
    assert told(blank(), once) == ["Counted the self-assessment of 11 people"]
    assert told(once, blank()) == ["Took away the self-assessment of 11 people"]
    assert told(once, assessing.agree(once, "S1", "OWN-1", 3)) == ["Level agreed of “One name”: 3"]
    assert told(once, assessing.note(once, "S1", "OWN-1", "the list")) == ["Evidence of “One name”: “the list”"]


def test_the_next_workshop_remembers_the_last_self_assessment() -> None:
    workshop = assessing.count(blank(), eleven())
    copy = duplicate(workshop, "Next year", today=NEXT_YEAR)
    assert results.latest(copy) == results.latest(workshop)
    again = assessing.count(copy, eleven(day=NEXT_YEAR))
    latest = results.latest(again)
    assert latest is not None and comparison.before(again, latest) is not None


def test_the_sample_comes_with_its_own() -> None:
    workshop, _ = to_keep(date(2026, 10, 14))
    found = results.latest(workshop)
    assert found is not None and found.taken_on == DAY
    assert {each.dimension.id: (str(each.score), each.said.split("  ")[1]) for each in found.dimensions} == DIMENSIONS
    for rating in workshop.of(Rating):
        assert rating.counts == tally(ANSWERS[rating.question]).counts
