"""What is typed at the foot of the screen: understood as it was meant and said back, or refused with what to type."""

from __future__ import annotations

from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Agenda, Brief, Party
from data.nouns.strategy import Verdict
from data.value import Workshop
from tests.workshop.actions.strategies import TODAY, any_text, fields_there, has, under_way, values, workshops
from workshop import answers
from workshop.actions import milestones, opening, owners, parties, priorities
from workshop.actions.fields import set_field
from workshop.answers import Answer, NotUnderstood, count, digits, read, shown, suggestions, typed, yes_or_no
from workshop.answers.kind import joined, split
from workshop.steps import Field, load

ROOM = under_way()


def field(noun: str, name: str) -> Field:
    return load().field(noun, name)


def understood(noun: str, name: str, text: str, row: Noun | None = None, workshop: Workshop = ROOM) -> Answer:
    return read(field(noun, name), text, workshop, TODAY, row)


def refusal(noun: str, name: str, text: str, row: Noun | None = None, workshop: Workshop = ROOM) -> str:
    with pytest.raises(NotUnderstood) as caught:
        understood(noun, name, text, row, workshop)
    return str(caught.value)


def of_kind(kind: str) -> Field:
    return next(each for step in load().steps for each in step.fields if each.kind == kind)


# -- there and back -------------------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_what_stands_in_the_line_means_what_is_stored(data: st.DataObject) -> None:
    workshop = data.draw(workshops(most=4))
    asked, row = data.draw(st.sampled_from(fields_there(workshop)))
    drawn = values(asked, row, workshop, any_text)
    if drawn is not None:
        workshop = set_field(workshop, asked.noun, row.id, asked.name, data.draw(drawn))
    row = workshop.row(type(row), row.id)
    line = typed(asked, row, workshop)
    shown(asked, row, workshop, TODAY)
    try:
        answer = read(asked, line, workshop, TODAY, row)
    except NotUnderstood as refused:
        # What must not be empty, or has become too long for its place, is stored all the same.
        assert (asked.required and not line) or " of " in str(refused) or "too long" in str(refused)
        return
    again = set_field(workshop, asked.noun, row.id, asked.name, answer.value)
    assert again == workshop
    assert typed(asked, again.row(type(row), row.id), again) == line


@given(any_text, st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_understood_or_refused_in_a_sentence(text: str, data: st.DataObject) -> None:
    asked, row = data.draw(st.sampled_from(fields_there(ROOM)))
    count(asked, text)
    suggestions(asked, ROOM, text)
    try:
        answer = read(asked, text, ROOM, TODAY, row)
    except NotUnderstood as refused:
        assert str(refused).endswith(".")
        assert not any(ord(character) < 32 for character in str(refused))
    else:
        changed = set_field(ROOM, asked.noun, row.id, asked.name, answer.value)
        shown(asked, changed.row(type(row), row.id), changed, TODAY)


@given(st.lists(st.text(st.sampled_from("ab;\\ "), min_size=1).map(str.strip).filter(bool)))
def test_lines_keep_their_semicolons(lines: list[str]) -> None:
    assert split(joined(lines)) == lines


def test_every_suggestion_is_understood() -> None:
    for asked, row in fields_there(ROOM):
        for line in suggestions(asked, ROOM, ""):
            try:
                read(asked, line, ROOM, TODAY, row)
            except NotUnderstood as refused:
                # Suggestions do not know the row, which cannot be its own helper, lead or need.
                assert "already" in str(refused) or "itself" in str(refused)


# -- nothing typed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", ["", "  ", "\t\n", "\u202e\x00"])
@pytest.mark.parametrize(
    ("noun", "name", "nothing"),
    [
        ("brief", "organization", ""),
        ("brief", "voters", None),
        ("brief", "ends_at", None),
        ("brief", "horizon_end", None),
        ("brief", "out_of_scope", ()),
        ("brief", "busy_months", ()),
        ("brief", "fist", ()),
        ("arena", "verdict", Verdict.UNDECIDED),
        ("arena", "today", False),
        ("arena", "opposite_sane", None),
        ("priority", "deputy_id", None),
        ("priority", "helpers", ()),
        ("priority", "serves", ()),
        ("milestone", "needs", ()),
    ],
)
def test_nothing_typed_clears_what_may_be_empty(noun: str, name: str, nothing: Any, blank: str) -> None:
    assert understood(noun, name, blank) == Answer(nothing)


@pytest.mark.parametrize(
    ("noun", "name", "sentence"),
    [
        ("brief", "title", "Type a few words."),
        ("milestone", "due", "Type a date such as 15 jan, end of march, in 6 weeks or 2027-01-15."),
        ("priority", "owner_id", "Type a name or a role."),
        ("milestone", "priority_id", "Type an id such as P1, or part of a title."),
    ],
)
def test_what_may_not_be_empty_says_what_to_type(noun: str, name: str, sentence: str) -> None:
    assert refusal(noun, name, " ") == sentence


# -- text -----------------------------------------------------------------------------------------------------------


def test_text_is_one_clean_line() -> None:
    assert understood("brief", "title", " Plan\n[/b] \x1b[31m ") == Answer("Plan [/b] [31m")


def test_text_counts_what_people_see() -> None:
    family = "👨‍👩‍👧‍👦"
    assert understood("brief", "title", family * 60).value == family * 60
    assert refusal("brief", "title", "x" * 64) == "64 of 60 characters: shorten it."
    assert "too long" in refusal("brief", "title", "e" + "\u0323\u0301" * 600)


@pytest.mark.parametrize(("typed_so_far", "shows"), [(53, None), (54, (54, 60)), (60, (60, 60)), (64, (64, 60))])
def test_the_length_shows_from_nine_tenths_on(typed_so_far: int, shows: tuple[int, int] | None) -> None:
    assert count(field("brief", "title"), "x" * typed_so_far) == shows
    assert count(field("brief", "out_of_scope"), "short; " + "x" * 95) == (95, 100)
    assert count(field("priority", "helpers"), f"Director, {'x' * 61}") == (61, 60)
    assert count(field("brief", "voters"), "1" * 99) is None


def test_lines_are_separated_by_semicolons_or_line_breaks() -> None:
    assert understood("brief", "out_of_scope", " Salaries ;; Titles\nTreasurer; ") == Answer(
        ("Salaries", "Titles", "Treasurer"), "3 lines"
    )
    assert understood("brief", "out_of_scope", "One\\; not two") == Answer(("One; not two",))
    assert refusal("brief", "out_of_scope", "a; " + "x" * 101) == "101 of 100 characters: shorten it."
    assert refusal("brief", "out_of_scope", "a;b;c;d;e;f") == "6 of 5 lines: take some away."


# -- choices, numbers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", "play"),
        ("0", "undecided"),
        ("not us", "not_us"),
        ("NOT_US", "not_us"),
        ("ex", "explore"),
        ("to", "undecided"),
    ],
)
def test_a_choice_by_digit_value_label_or_beginning(text: str, value: str) -> None:
    assert understood("arena", "verdict", text).value == value


def test_a_whole_label_goes_before_a_beginning() -> None:
    assert understood("priority", "accepted", "yes") == Answer("yes", "yes")
    assert understood("priority", "accepted", "no") == Answer("no", "no")
    assert understood("priority", "accepted", "yes i") == Answer("yes_if", "yes if")
    assert understood("priority", "effort", "m") == Answer("M", "M")


def test_a_choice_that_is_not_one_is_refused() -> None:
    assert refusal("arena", "verdict", "not") == "“not” could be Not now or Not us: type more of it."
    everything = "Type 1 Play, 2 Explore, 3 Not now, 4 Not us or 0 To decide."
    assert refusal("arena", "verdict", "maybe") == refusal("arena", "verdict", "9") == everything


@pytest.mark.parametrize("text", ["_", "__", "?", ".", "\u200b", "%"])
def test_a_mark_alone_means_nothing(text: str) -> None:
    assert refusal("arena", "verdict", text).startswith("Type 1 Play")
    assert refusal("arena", "today", text) == "Type yes or no."
    assert "is not here" in refusal("milestone", "needs", text)
    assert (
        understood("priority", "owner_id", text, workshop=opening.begin("x", "", Agenda.SOLO, today=TODAY)).value
        == text
    )


def test_digits_begin_with_what_decides_something() -> None:
    assert [(digit, option.value) for digit, option in digits(field("priority", "status")).items()] == [
        ("1", "selected"),
        ("2", "later"),
        ("3", "folded"),
        ("4", "dropped"),
        ("0", "undecided"),
    ]
    assert list(digits(field("brief", "look_back"))) == ["1", "2"]


@pytest.mark.parametrize(
    ("noun", "name", "text", "answer"),
    [
        ("brief", "voters", "11", Answer(11)),
        ("brief", "voters", "+011", Answer(11, "11")),
        ("priority", "dots", "1,024", Answer(1024, "1024")),
        ("priority", "dots", "1 024", Answer(1024, "1024")),
        ("priority", "hours", "40", Answer(40)),
        ("priority", "hours", "٤", Answer(4, "4")),
    ],
)
def test_numbers(noun: str, name: str, text: str, answer: Answer) -> None:
    assert understood(noun, name, text) == answer


@pytest.mark.parametrize("text", ["41", "-1", "−1", "1.5", "ten", "1e1", "1_0", "4 0", "9" * 5000, "0x1"])
def test_a_number_out_of_bounds_or_no_number_is_refused(text: str) -> None:
    assert refusal("priority", "hours", text) == "Type a whole number from 0 to 40."


def test_a_number_without_bounds_may_be_negative() -> None:
    assert read(of_kind("number").model_copy(update={"lowest": None, "highest": None}), "−5", ROOM, TODAY).value == -5


def test_counts_go_from_the_highest_down() -> None:
    assert understood("brief", "fist", "3 6, 2 0 0 0") == Answer((3, 6, 2, 0, 0, 0), "11 in all, average 4.1")
    assert understood("brief", "fist", "0 0 0 0 0 0") == Answer((0,) * 6, "0 in all")
    sentence = "Type 6 numbers, for 5, 4, 3, 2, 1 and 0, such as 3 6 2 0 0 0."
    for text in ("3 6 2", "3 6 2 0 0 0 0", "3 6 2 0 0 x", "3 6 2 0 0 -1"):
        assert refusal("brief", "fist", text) == sentence
    brief = ROOM.brief.replace(fist=(3, 6, 2, 0, 0, 0))
    assert shown(field("brief", "fist"), brief, ROOM, TODAY) == "5: 3, 4: 6, 3: 2, average 4.1"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("y", True), ("YES", True), ("ye", True), ("j", True), ("Ja", True), ("1", True)),
        *(("n", False), ("no", False), ("nein", False), ("2", False)),
    ],
)
def test_yes_or_no(text: str, value: bool) -> None:
    assert understood("arena", "today", text) == Answer(value, "yes" if value else "no")
    assert yes_or_no(f" {text} ") == Answer(value, "yes" if value else "no")


@pytest.mark.parametrize("text", ["perhaps", "yes and no", "12", "", " "])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="Type yes or no"):
        yes_or_no(text)


# -- the calendar ---------------------------------------------------------------------------------------------------


def test_a_date_is_said_back_with_its_weekday() -> None:
    assert understood("milestone", "due", "30 jun 2027") == Answer(date(2027, 6, 30), "Wed 30 Jun 2027, in 259 days")
    assert refusal("milestone", "due", "whenever").startswith("Type a date such as")


def test_a_date_close_by_is_shown_with_how_close() -> None:
    row = ROOM.row(Milestone, "M1").replace(due=date(2026, 10, 15))
    assert shown(field("milestone", "due"), row, ROOM, TODAY) == "Thu 15 Oct 2026, tomorrow"
    assert shown(field("milestone", "due"), row.replace(due=date(2027, 6, 30)), ROOM, TODAY) == "Wed 30 Jun 2027"
    assert shown(field("milestone", "due"), row.replace(due=None), ROOM, TODAY) == ""


def test_a_time_of_day() -> None:
    assert understood("brief", "ends_at", "1:30 pm") == Answer(time(13, 30), "13:30")
    assert refusal("brief", "ends_at", "late") == "Type a time such as 13:00 or 1:30 pm."


def test_months_by_name_or_number_in_their_order() -> None:
    assert understood("brief", "busy_months", "dec, 1 AUG; 12") == Answer((1, 8, 12), "January, August, December")
    for text in ("13", "0", "ju", "winter", "-1", ",;"):
        assert refusal("brief", "busy_months", text).startswith("Type months")


def test_weekdays() -> None:
    asked = of_kind("weekday")
    assert read(asked, "wed", ROOM, TODAY) == Answer(2, "Wednesday")
    assert read(asked, "Su", ROOM, TODAY).value == 6
    for text in ("s", "someday"):
        with pytest.raises(NotUnderstood, match="day of the week"):
            read(asked, text, ROOM, TODAY)
    assert answers.suggestions(asked, ROOM, "t") == ("Tuesday", "Thursday", "Saturday")
    # No noun has a weekday yet; whatever has one is typed and shown the same way.
    row: Any = SimpleNamespace(weekday=2)
    assert typed(asked, row, ROOM) == shown(asked, row, ROOM, TODAY) == "Wednesday"


# -- people ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("operations  MANAGER", Answer("Operations Manager", "Operations Manager")),
        ("oper", Answer("Operations Manager", "Operations Manager")),
        ("Auditor", Answer("Auditor", "new: Auditor")),
        ("new: Operations", Answer("Operations", "new: Operations")),
        ("NEW: treasurer", Answer("Treasurer", "Treasurer")),
    ],
)
def test_a_party_is_known_or_new(text: str, answer: Answer) -> None:
    assert understood("priority", "owner_id", text) == answer


def test_a_beginning_of_two_names_is_neither() -> None:
    workshop = opening.add_participant(ROOM, "Operations Trainee")
    assert understood("priority", "owner_id", "Operations", workshop=workshop).echo == "new: Operations"


def test_a_new_name_has_to_be_one_and_to_fit() -> None:
    assert refusal("priority", "owner_id", "new: ") == "Type a name or a role."
    assert refusal("priority", "owner_id", "x" * 61) == "61 of 60 characters: shorten it."


def test_nobody_stands_in_for_helps_or_leads_themselves() -> None:
    row = ROOM.row(Priority, "P1")
    for name in ("deputy_id", "helpers"):
        assert refusal("priority", name, "director", row) == "Director answers for it already: type another name."
    assert (
        refusal("party", "lead_id", "Director", ROOM.row(Party, "N1"))
        == "Director can't lead itself: type another name."
    )
    assert understood("priority", "deputy_id", "Treasurer", row).value == "Treasurer"


def test_several_people_between_commas() -> None:
    workshop = opening.add_participant(ROOM, "Pantry volunteer, Eastmere")
    answer = understood("priority", "helpers", "pantry volunteer, eastmere, Oper, Cook, oper", workshop=workshop)
    assert answer == Answer(
        ("Pantry volunteer, Eastmere", "Operations Manager", "Cook"),
        "Pantry volunteer, Eastmere, Operations Manager, new: Cook",
    )
    assert refusal("priority", "helpers", "a,b,c,d,e,f,g") == "7 of 6 names: take some away."
    assert understood("priority", "helpers", " , ").value == ()


def test_one_name_with_a_comma_stays_one() -> None:
    workshop = owners.helped_only_by(ROOM, "P1", ("Cook, Dunholt",))
    row = workshop.row(Priority, "P1")
    line = typed(field("priority", "helpers"), row, workshop)
    # Also where nobody of that name is known any more, as in a line that was half typed yesterday.
    assert understood("priority", "helpers", line).value == ("Cook, Dunholt",)
    assert shown(field("priority", "helpers"), row, workshop, TODAY) == "Cook, Dunholt"


def test_a_name_that_is_borne_already_says_so() -> None:
    assert understood("party", "name", "Auditor") == Answer("Auditor")
    assert understood("party", "name", "director") == Answer("director", "Director, known already")
    assert understood("party", "name", "director", ROOM.row(Party, "N1")) == Answer("director")
    assert (
        understood("party", "name", "director", ROOM.row(Party, "N2")).echo == "the same as Director: they become one"
    )


def test_those_who_take_part_are_suggested_first() -> None:
    workshop, _ = parties.named(Workshop(ROOM.rows), "An accountant")
    workshop = opening.add_participant(workshop, "Chair of operations")
    asked = field("priority", "owner_id")
    assert suggestions(asked, workshop, "oper") == ("Operations Manager", "Chair of operations")
    assert suggestions(asked, workshop, "")[-1] == "An accountant"
    assert suggestions(field("priority", "helpers"), workshop, "Bob, tre") == ("Bob, Treasurer",)


# -- rows -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["p2", "P2", "fresh food", "P2 fresh FOOD", "fresh", "sh fo"])
def test_a_row_by_id_title_or_part_of_it(text: str) -> None:
    assert understood("milestone", "priority_id", text) == Answer("P2", "P2 Fresh food")


def test_several_rows_in_their_own_order() -> None:
    workshop = milestones.add(ROOM, "P1", "Charter, signed")
    row = workshop.row(Milestone, "M2")
    assert understood("milestone", "needs", "charter, signed, m1", row, workshop) == Answer(
        ("M1", "M3"), "M1 Two rooms signed, M3 Charter, signed"
    )
    assert understood("milestone", "needs", "rooms, rooms", row).value == ("M1",)


def test_a_row_that_is_not_meant_by_one_name_only() -> None:
    workshop = milestones.add(ROOM, "P1", "Three rooms")
    assert refusal("milestone", "needs", "room", None, workshop) == "“room” could be M1 or M3: type the id."
    begins = milestones.add(workshop, "P1", "Room for the van")
    assert understood("milestone", "needs", "room", None, begins).value == ("M4",)
    sentence = "“boat” is not here. Type ids such as M1, M2, or parts of titles."
    assert refusal("milestone", "needs", "M1, boat") == sentence
    assert refusal("milestone", "needs", "m2", ROOM.row(Milestone, "M2")).startswith("M2 can't wait for itself")


def test_where_there_is_nothing_to_name() -> None:
    empty = opening.begin("x", today=TODAY)
    assert refusal("priority", "serves", "A1", None, empty) == (
        "“A1” is not here. There is nothing to name here yet: leave this empty."
    )


def test_all_places_at_once() -> None:
    asked = field("priority", "serves")
    assert read(asked, "ALL", ROOM, TODAY) == Answer("all", "all places we play in")
    workshop = set_field(ROOM, "priority", "P1", "serves", "all")
    assert typed(asked, workshop.row(Priority, "P1"), workshop) == "all"
    assert "or all" in refusal("priority", "serves", "nowhere")
    assert "or all" not in refusal("milestone", "needs", "nowhere")


def test_rows_are_suggested_with_their_titles() -> None:
    assert suggestions(field("priority", "serves"), ROOM, "A1, vil") == ("A1, A2 Villages",)
    assert suggestions(field("milestone", "priority_id"), ROOM, "open") == ("P1 Open evenings",)
    assert suggestions(field("priority", "serves"), ROOM, "")[0] == "all"


def test_how_rows_are_shown() -> None:
    assert shown(field("milestone", "needs"), ROOM.row(Milestone, "M2"), ROOM, TODAY) == "M1 Two rooms signed"
    assert shown(field("milestone", "priority_id"), ROOM.row(Milestone, "M2"), ROOM, TODAY) == "P2 Fresh food"
    assert (
        shown(field("priority", "accepted"), ROOM.row(Priority, "P1").replace(accepted="not_asked"), ROOM, TODAY)
        == "not asked ?"
    )


# -- setting --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "id", "name"),
    [
        ("milestone", "M1", "first_due"),
        ("brief", "W", "version"),
        ("arena", "A1", "rank"),
        ("arena", "A1", "id"),
        ("milestone", "M9", "title"),
        ("measure", "X1", "name"),
    ],
)
def test_what_nobody_is_asked_for_cannot_be_set(noun: str, id: str, name: str) -> None:
    with pytest.raises(KeyError):
        set_field(ROOM, noun, id, name, None)


def test_what_is_gone_cannot_be_set() -> None:
    for noun, id, name in (("milestone", "M9", "needs"), ("priority", "P9", "helpers"), ("priority", "P9", "serves")):
        with pytest.raises(KeyError):
            set_field(ROOM, noun, id, name, ())


def test_what_goes_with_a_field() -> None:
    assert set_field(ROOM, "priority", "P1", "owner_id", "Treasurer").row(Priority, "P1").accepted == "not_asked"
    assert len(set_field(ROOM, "parked", "K2", "disposition", "do").actions) == 2
    assert set_field(ROOM, "parked", "K1", "who_id", "Bob").actions[0].who_id == "N4"
    assert set_field(ROOM, "brief", "W", "agenda", "solo").brief.voters == 1
    assert set_field(ROOM, "milestone", "M2", "needs", ("M2",)).needed_by(ROOM.row(Milestone, "M2")) == ()
    assert len(set_field(ROOM, "party", "N2", "name", "DIRECTOR").parties) == 2
    assert set_field(ROOM, "priority", "P1", "status", "later").row(Priority, "P1").status == "later"


def test_one_name_makes_one_party_in_whatever_field() -> None:
    workshop = ROOM
    for noun, id, name in (
        ("brief", "W", "decider_id"),
        ("milestone", "M1", "owner_id"),
        ("condition", "C1", "who_id"),
    ):
        workshop = set_field(workshop, noun, id, name, "Auditor" if id == "W" else "AUDITOR ")
    assert [party.name for party in workshop.parties][3:] == ["Auditor"]
    assert workshop.row(Brief, "W").decider_id == workshop.row(Milestone, "M1").owner_id == "N4"
    assert set_field(workshop, "brief", "W", "decider_id", None).brief.decider_id is None


def test_every_field_of_the_method_has_a_kind_that_can_be_read() -> None:
    for asked in (each for step in load().steps for each in step.fields):
        if asked.required:
            with pytest.raises(NotUnderstood):
                read(asked, "", ROOM, TODAY)
        else:
            read(asked, "", ROOM, TODAY)
    assert sum(has(asked) for step in load().steps for asked in step.fields) > 50


def test_selecting_by_field_alone_makes_one_the_owner() -> None:
    workshop = priorities.add(opening.begin("Mine", agenda=Agenda.SOLO, today=TODAY), "Begin")
    workshop = set_field(workshop, "priority", "P1", "status", "selected")
    assert workshop.priorities[0].owner_id == workshop.brief.decider_id


def test_a_number_is_given_by_its_last_digit_where_ten_digits_are_enough() -> None:
    trust = {key: digit.value for key, digit in digits(field("condition", "confidence")).items()}
    assert trust == {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
    sure = digits(field("milestone", "confidence"))
    assert [key for key, _ in sorted(sure.items(), key=lambda each: each[1].value)] == list("1234567890")
    assert (sure["0"].value, sure["0"].label) == (10, "ten")
    assert digits(field("priority", "dots")) == digits(field("arena", "name")) == {}


def test_yes_and_no_are_said_in_the_field_s_own_words_where_it_has_some() -> None:
    assert [(digit.value, digit.label) for digit in digits(field("arena", "opposite_sane")).values()] == [
        (True, "yes"),
        (False, "no"),
    ]
    starred = [(key, digit.value, digit.verb) for key, digit in digits(field("risk", "starred")).items()]
    assert starred == [("1", True, "star"), ("2", False, "no star")]


@pytest.mark.parametrize("asked", [each for step in load().steps for each in step.fields], ids=lambda each: each.name)
def test_what_a_digit_gives_can_be_typed_by_its_name(asked: Field) -> None:
    for key, digit in digits(asked).items():
        if asked.kind == "choice":
            assert read(asked, key, ROOM, TODAY).value == read(asked, digit.label, ROOM, TODAY).value
        assert key in "1234567890" and len(key) == 1


def test_what_says_yes_or_no_is_switched_by_digits_in_its_order() -> None:
    flags = [field("party", name) for name in ("present", "votes")]
    assert answers.switches(flags) == {"1": flags[0], "2": flags[1]}
