"""Search over everything that was typed: what is found, in which order, and where it leads."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.room import Acceptance
from data.nouns.strategy import Verdict
from data.tables import NOUN
from tests.workshop.build import a_workshop, arena, condition, parked, party, priority
from workshop.search import search, typed
from workshop.steps import load


def found(workshop, text, limit=50):
    return [(hit.item, hit.field) for hit in search(workshop, text, limit)]


def test_every_word_must_stand_there_case_and_accents_aside():
    workshop = a_workshop(arena("A1", "Cafés près de la gare"), arena("A2", "Cafe far away"))
    assert found(workshop, "CAFE GARE") == [("A1", "name")]
    assert len(found(workshop, "café")) == 2
    assert found(workshop, "gare zoo") == []
    assert found(workshop, "  ") == []


def test_letters_that_do_not_come_apart_and_other_scripts_are_found():
    workshop = a_workshop(arena("A1", "Straße nach Łódź"), arena("A2", "日本語の図書館"), arena("A3", "Party 🎉"))
    assert found(workshop, "strasse lodz") == [("A1", "name")]
    assert found(workshop, "図書") == [("A2", "name")]
    assert found(workshop, "🎉") == [("A3", "name")]


def test_the_best_comes_first():
    workshop = a_workshop(
        arena("A1", "Unboxed"),
        arena("A2", "One box a week"),
        arena("A3", "Box"),
        arena("A4", "Box office"),
        arena("A5", "Elsewhere", reason="Box"),
    )
    assert [item for item, _ in found(workshop, "box")] == ["A3", "A5", "A4", "A2", "A1"]
    assert [item for item, _ in found(workshop, "box", limit=2)] == ["A3", "A5"]


def test_it_leads_to_the_step_that_asks_for_the_field():
    workshop = a_workshop(
        arena("A1", "Villages", verdict=Verdict.PLAY, advantage="a kettle"),
        condition("C1", "A1", "someone lends a kettle"),
        message="Bring a kettle",
    )
    hits = {hit.step: hit for hit in search(workshop, "kettle")}
    assert set(hits) == {"how-to-win", "close"}
    assert (hits["close"].item, hits["close"].field) == ("", "message")
    whose = {hit.field: hit.whose for hit in search(workshop, "kettle")}
    assert whose == {"advantage": "Villages", "text": "", "message": ""}


def test_the_reason_for_going_past_a_finding_is_found_too():
    passed = Acceptance(id="WTP-04:", code="WTP-04", message="What you do now is missing", reason="It ends in June")
    [hit] = search(a_workshop(passed), "ends june")
    assert (hit.step, hit.whose) == ("where-to-play", "What you do now is missing")


def test_every_text_that_a_step_asks_for_is_found_whatever_noun_it_fills():
    fields = [
        (step.key, field)
        for step in load().steps
        for field in step.fields
        if field.kind == "text" and field.noun in NOUN and field.name in NOUN[field.noun].model_fields
    ]
    assert {"brief", "party", "arena", "condition", "priority", "milestone", "parked"} <= {f.noun for _, f in fields}
    for at, (step, field) in enumerate(fields):
        word = f"needle{at}x"
        [hit] = search(_holding(NOUN[field.noun], field.name, word), word)
        assert (hit.step, hit.field, hit.label, hit.text) == (step, field.name, field.label, word)


def test_each_of_several_lines_is_a_text_of_its_own():
    hits = search(a_workshop(ground_rules=("Phones away", "One voice at a time")), "voice")
    assert [hit.text for hit in hits] == ["One voice at a time"]


def test_names_and_parked_thoughts_come_along():
    workshop = a_workshop(party("N1", "Harbor master"), parked("K1", "harbor fees"), priority("P1", "Open the harbor"))
    assert {hit.item for hit in search(workshop, "harbor")} == {"N1", "K1", "P1"}
    assert len(list(typed(workshop))) == 3


def _holding(noun: type[Noun], name: str, word: str):
    if noun.table == "brief":
        return a_workshop(**{name: word})
    needed = {
        each: "A1" if each == "arena_id" else "P1"
        for each, field in noun.model_fields.items()
        if field.is_required() and each != "id"
    }
    return a_workshop(noun(id=f"{noun.letter}1", **needed, **{name: word}))
