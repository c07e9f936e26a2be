"""Consent rounds: what came of each in words, which were decided, and which are to be looked at again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.nouns.room import Consent
from data.value import Workshop
from tests.workshop.build import TODAY, a_workshop
from workshop import reading, search
from workshop.actions import consenting
from workshop.decided import decided
from workshop.room import consents


def held(*hands: str, **fields: object) -> Workshop:
    workshop = consenting.propose(a_workshop(), "Share the van")
    for hand in hands:
        workshop = consenting.answer(workshop, "L1", hand, "Who pays?" if hand != "fine" else "")
    return workshop.change(Consent, "L1", **fields)


@pytest.mark.parametrize(
    ("workshop", "sign", "came"),
    [
        (held(), "…", "proposed"),
        (held("fine"), "●", "nobody objects"),
        (held("fine", "concerns"), "●", "nobody objects"),
        (held("fine", "objections"), "✕", "objected to"),
        (held("fine", outcome="until June"), "●", "until June"),
    ],
)
def test_what_came_of_it_is_said_by_the_room_or_else_by_the_hands(workshop: Workshop, sign: str, came: str) -> None:
    row = workshop.consents[0]
    assert (consents.sign(row), consents.came(row)) == (sign, came)


def test_it_is_due_on_the_day_and_after_it() -> None:
    workshop = held("fine", review_on=TODAY)
    assert consents.due(workshop, TODAY) == consents.due(workshop, TODAY + timedelta(9)) == workshop.consents
    assert consents.due(workshop, TODAY - timedelta(1)) == consents.due(held("fine"), TODAY) == ()


def test_what_is_due_is_told_with_the_key_that_shows_it() -> None:
    assert consents.reminder(held("fine", review_on=TODAY), TODAY) == "! 1 decision to look at again: d"
    assert consents.reminder(held("fine"), TODAY) == ""


def test_only_what_was_decided_stands_among_the_decisions() -> None:
    assert decided(held(), TODAY) == ()
    [told] = decided(held("fine", outcome="until June", review_on=date(2026, 12, 1)), TODAY)
    assert (told.step, told.item, told.sign, told.label, told.text) == ("", "L1", "●", "until June", "Share the van")
    assert told.more.startswith("look again Tue 1 Dec 2026")


def test_it_is_read_back_in_sentences_without_a_name() -> None:
    workshop = held("fine", "objections", outcome="We ask again", review_on=TODAY)
    told = reading.of_row(workshop, workshop.consents[0], "", TODAY)
    assert told is not None and told.question == "Does anybody object?"
    assert told.sentences == (
        "Share the van",
        "We ask again.",
        "● no objection 1, ◆ concern 0, ✕ objection 1",
        "✕ Who pays?",
        "Look again Wed 14 Oct 2026, today.",
    )


def test_every_text_of_it_is_found() -> None:
    workshop = held("objections", outcome="until June")
    for sought, whose in (("van", ""), ("pays", "Share the van"), ("June", "Share the van")):
        [hit] = search.search(workshop, sought)
        assert (hit.item, hit.label, hit.whose) == ("L1", "consent round", whose)
