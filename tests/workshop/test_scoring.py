"""Counts of answers and what they say, to the digit and whatever the order they come in."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.brackenford_answers import ANSWERS, RESULTS
from workshop.assessment.scoring import ANSWERS as POSSIBLE
from workshop.assessment.scoring import DOES_NOT_APPLY, NOT_SURE, Tally, band, dimension_score, tally

answers = st.lists(st.sampled_from(POSSIBLE), max_size=15)
levels = st.lists(st.integers(1, 5), min_size=1, max_size=15)


@pytest.mark.parametrize("item", ANSWERS)
def test_each_question_of_the_sample_comes_out_to_the_digit(item: str) -> None:
    found = tally(ANSWERS[item])
    middle, range_, not_sure, flags = RESULTS[item]
    assert found.median == Fraction(middle)
    assert found.range is not None
    assert "-".join(map(str, found.range)) == range_
    assert found.not_sure == not_sure
    said = [word for word, there in (("SPREAD", found.is_spread), ("NOT SURE", found.many_not_sure)) if there]
    assert " ".join(said) == flags


@given(answers, st.randoms())
def test_the_order_of_answers_does_not_matter(given: list[int], random: Random) -> None:
    mixed = given.copy()
    random.shuffle(mixed)
    assert tally(mixed) == tally(given)


@given(answers, st.integers(0, 9), st.integers(0, 9))
def test_not_sure_and_does_not_apply_are_never_scored(given: list[int], unsure: int, outside: int) -> None:
    more = tally([*given, *[NOT_SURE] * unsure, *[DOES_NOT_APPLY] * outside])
    found = tally(given)
    assert (more.scored, more.median, more.range, more.quartiles) == (
        found.scored,
        found.median,
        found.range,
        found.quartiles,
    )
    assert more.is_spread == found.is_spread
    assert more.answered == len(given) + unsure + outside


@given(levels)
def test_the_median_is_the_middle_one(given: list[int]) -> None:
    found = tally(given).median
    assert found == Fraction(median(given))
    assert sum(level < found for level in given) <= len(given) / 2 >= sum(level > found for level in given)


@given(levels)
def test_quartiles_enclose_the_median_and_are_what_half_of_each_half_reaches(given: list[int]) -> None:
    found = tally(given)
    assert found.quartiles is not None and found.median is not None and found.range is not None
    low, high = found.quartiles
    assert found.range[0] <= low <= found.median <= high <= found.range[1]
    half = sorted(given)[: (len(given) + 1) // 2]
    assert low == Fraction(median(half))


@pytest.mark.parametrize(
    ("given", "quartiles"),
    [
        ([1, 2, 3, 4, 5], (2, 4)),  # the median, 3, stands in both halves
        ([1, 2, 3, 4], (Fraction(3, 2), Fraction(7, 2))),
        ([1, 1, 2, 2, 2, 3, 3, 3, 3], (2, 3)),  # without the median in both it would be 1.5
        ([4], (4, 4)),
    ],
)
def test_the_median_belongs_to_both_halves(given: list[int], quartiles: tuple[float, float]) -> None:
    assert tally(given).quartiles == quartiles


@pytest.mark.parametrize(
    ("given", "spread"),
    [
        ([2, 2, 2, 4], True),  # one answer two levels from the median
        ([2, 2, 3, 3], False),
        ([1, 1, 3, 3], True),  # the middle half is two levels wide, though no answer is two from the median
        ([1, 5, 3], False),  # three answers are too few to speak of it
        ([1, 5, 3, NOT_SURE], False),
        ([], False),
    ],
)
def test_spread(given: list[int], spread: bool) -> None:
    assert tally(given).is_spread is spread


@pytest.mark.parametrize(
    ("unsure", "outside", "flag"), [(3, 0, True), (2, 0, False), (2, 4, True), (0, 9, False), (0, 10, False)]
)
def test_thirty_of_a_hundred_not_sure_among_those_it_applies_to(unsure: int, outside: int, flag: bool) -> None:
    found = tally([*[2] * (10 - unsure - outside), *[NOT_SURE] * unsure, *[DOES_NOT_APPLY] * outside])
    assert found.many_not_sure is flag


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="6 is no answer"):
        tally([1, 6])
    with pytest.raises(ValueError, match="seven counts"):
        Tally((1, 2))
    with pytest.raises(ValueError, match="seven counts"):
        Tally((1, 2, 3, 4, 5, 6, -1))


def test_nobody_scored_says_nothing() -> None:
    found = tally([NOT_SURE, DOES_NOT_APPLY])
    assert (found.median, found.range, found.quartiles) == (None, None, None)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([3, 2, 2, 3], "2.5"),
        ([2, 2, 3], "2.3"),
        ([2, 2, 2, 3], "2.3"),  # 2.25 goes up
        ([1, 2, 2, 2, 2, None, None], "1.8"),
        ([2, 2, 2, None, None], "2.0"),  # three of five are 60%
        ([2, None], None),
        ([2, 2, None, None], None),
        ([None], None),
    ],
)
def test_a_dimension_is_the_mean_of_enough_medians(scores: list[int | None], said: str | None) -> None:
    found = dimension_score([None if score is None else Fraction(score) for score in scores])
    assert found == (None if said is None else Decimal(said))


@given(st.lists(st.integers(2, 10).map(lambda half: Fraction(half, 2)), min_size=1, max_size=8))
def test_a_dimension_lies_between_its_lowest_and_its_highest(scores: list[Fraction]) -> None:
    found = dimension_score(list(scores))
    assert found is not None
    assert min(scores) - Fraction(1, 20) <= Fraction(found) <= max(scores) + Fraction(1, 20)
    assert band(found)


@pytest.mark.parametrize(
    ("score", "word"),
    [
        ("1.0", "absent"),
        ("1.9", "absent"),
        ("2.0", "ad hoc"),
        ("2.9", "ad hoc"),
        ("3.0", "partly in place"),
        ("3.9", "partly in place"),
        ("4.0", "habit"),
        ("5.0", "habit"),
    ],
)
def test_bands(score: str, word: str) -> None:
    assert band(Decimal(score)) == word
