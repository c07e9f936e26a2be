"""Going past a finding with a reason, and coming back to it."""

from __future__ import annotations

import pytest

from data.nouns.base import TEXT_BOUND
from tests.workshop.build import but, sound
from tests.workshop.rules.expecting import of
from workshop.actions.accepting import accept, withdraw
from workshop.rules.registry import Finding

UNDATED = but(sound(), "M2", due=None)
HURRIED = but(sound(), "P1", hours=None)
REASON = "The grant decides in May"


def block() -> Finding:
    return of("MIL-01", UNDATED)[0]


def hint() -> Finding:
    return of("OWN-08", HURRIED)[0]


def test_the_finding_is_kept_as_it_was_read() -> None:
    (kept,) = accept(UNDATED, block(), f"  {REASON}\n").acceptances
    assert (kept.id, kept.code, kept.item) == ("MIL-01:M2", "MIL-01", "M2")
    assert (kept.message, kept.reason) == (block().message, REASON)


def test_a_second_reason_stands_in_place_of_the_first() -> None:
    workshop = accept(accept(UNDATED, block(), REASON), block(), "The council decides in June")
    assert [row.reason for row in workshop.acceptances] == ["The council decides in June"]


@pytest.mark.parametrize("reason", ["x" * 15, "é" * 15, "👩‍👩‍👧" * 15, "x" * 140])
def test_a_reason_is_measured_as_people_see_it(reason: str) -> None:
    assert accept(UNDATED, block(), reason).acceptances


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "Say why in at least 15 characters; that is 0."),
        ("  because       ", "Say why in at least 15 characters; that is 7."),
        ("é" * 14, "Say why in at least 15 characters; that is 14."),
        ("x" * 141, "Say why in at most 140 characters; that is 141."),
    ],
)
def test_a_reason_too_short_or_too_long_is_refused_in_words(reason: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:
        accept(UNDATED, block(), reason)
    assert str(refused.value) == sentence


def test_marks_piled_on_a_letter_are_refused_in_words_too() -> None:
    with pytest.raises(ValueError, match="fewer marks"):
        accept(UNDATED, block(), ("x" + "\u0335" * 20) * 60)


def test_a_hint_is_dismissed_without_a_reason_and_may_have_one() -> None:
    assert accept(HURRIED, hint()).acceptances[0].reason == ""
    assert accept(HURRIED, hint(), "We know").acceptances[0].reason == "We know"
    with pytest.raises(ValueError, match="at most 140"):
        accept(HURRIED, hint(), "x" * 141)


def test_a_message_too_long_to_keep_is_cut() -> None:
    workshop = but(UNDATED, "M2", title="x" * TEXT_BOUND)
    (kept,) = accept(workshop, of("MIL-01", workshop)[0], REASON).acceptances
    assert len(kept.message) == TEXT_BOUND


def test_withdrawn_it_is_open_again() -> None:
    assert withdraw(accept(UNDATED, block(), REASON), block()) == UNDATED
    assert withdraw(UNDATED, block()) == UNDATED
