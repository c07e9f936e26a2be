"""The content of the method: complete, in line with what is stored, and refused in one sentence when it is wrong."""

from enum import EnumType
from importlib.resources import files
from typing import get_args

import pytest
from pydantic import ValidationError

from data.nouns.base import TEXT_BOUND, Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Milestone, Priority, Risk
from data.nouns.rhythm import Cadence, CheckIn, Preset, Trigger
from data.nouns.room import Action, Brief, Carried, Parked, Party, Reservation
from data.nouns.strategy import Arena, Capability, Condition
from workshop import steps
from workshop.steps import ContentError, Field, fill
from workshop.wording import WordList

NOUNS: dict[str, type[Noun]] = {
    noun.table: noun
    for noun in (
        Action,
        Arena,
        Brief,
        Cadence,
        Capability,
        Carried,
        Condition,
        Fact,
        Measure,
        Milestone,
        Parked,
        Party,
        Principle,
        Priority,
        Reservation,
        Risk,
        Trigger,
    )
}

# Kept as rows of their own, so no attribute of the noun they are asked with.
LINKS = {("priority", "serves"), ("priority", "helpers"), ("milestone", "needs")}


@pytest.fixture(scope="module")
def content():
    return steps.load()


@pytest.fixture
def own(tmp_path):
    """A folder of own content: `own(name, before, after)` writes the shipped file with one passage replaced."""

    def write(name, before, after):
        shipped = (files("workshop.content") / name).read_text("utf-8")
        assert before in shipped
        (tmp_path / name).write_text(shipped.replace(before, after, 1), "utf-8")
        return tmp_path

    return write


def test_the_ten_steps_in_order(content):
    assert [step.key for step in content.steps] == [
        "open",
        "direction",
        "where-to-play",
        "how-to-win",
        "priorities",
        "owners",
        "milestones",
        "stress-test",
        "rhythm",
        "close",
    ]
    assert content.number("where-to-play") == 3
    assert content.step("owners").question == "Who answers for it? One name."
    assert all(len(step.prompts) >= 4 and step.tier("core") for step in content.steps)
    with pytest.raises(KeyError):
        content.step("lunch")


def test_what_stands_on_a_wall_fits_on_it(content):
    for step in content.steps:
        assert len(step.question) <= 78, step.key
        assert len(step.hint) <= 100, step.key
        assert "For example" in step.empty or "for example" in step.empty, step.key


def test_the_content_is_loaded_once():
    assert steps.load() is steps.load()


@pytest.mark.parametrize(
    ("noun", "name", "label", "limit"),
    [
        ("brief", "scope", "we decide", 160),
        ("arena", "name", "place to play", 60),
        ("arena", "trigger", "reopen if", 100),
        ("milestone", "done_when", "done when", 140),
        ("milestone", "celebrate", "we mark it", 60),
        ("priority", "decides_alone", "decides alone", 100),
        ("condition", "confidence", "trust", None),
    ],
)
def test_a_field_is_found_by_what_it_fills(content, noun, name, label, limit):
    field = content.field(noun, name)
    assert (field.label, field.limit) == (label, limit)


def test_every_field_has_a_place_to_be_stored(content):
    for step in content.steps:
        for field in step.fields:
            assert (field.noun, field.name) in LINKS or field.name in NOUNS[field.noun].model_fields, field
            assert field.limit is None or 4 * field.limit <= TEXT_BOUND, field


def test_choices_are_the_words_the_database_takes(content):
    for step in content.steps:
        for field in step.fields:
            if field.kind == "choice" and field.noun in NOUNS:
                kind = NOUNS[field.noun].model_fields[field.name].annotation
                assert isinstance(kind, EnumType)
                unsaid = {""}
                assert {choice.value for choice in field.choices} == {member.value for member in kind} - unsaid, field


def test_a_yes_and_a_no_may_have_names_of_their_own(content):
    starred = content.field("risk", "starred")
    assert [(choice.value, choice.sign, choice.label) for choice in starred.choices] == [
        ("yes", "★", "top three"),
        ("no", "·", "the rest"),
    ]
    with pytest.raises(ValidationError, match="yes and no, in this order"):
        Field(**starred.model_dump() | {"choices": starred.choices[:1]})


def test_every_stored_choice_is_asked_for(content):
    asked = {(field.noun, field.name) for step in content.steps for field in step.fields if field.choices}
    for table, noun in NOUNS.items():
        for name, stored in noun.model_fields.items():
            assert not isinstance(stored.annotation, EnumType) or (table, name) in asked


def test_a_verdict_has_one_sign_and_one_word(content):
    verdict = content.field("arena", "verdict")
    assert [(choice.sign, choice.label) for choice in verdict.choices] == [
        ("?", "To decide"),
        ("▲", "Play"),
        ("◆", "Explore"),
        ("○", "Not now"),
        ("✕", "Not us"),
    ]
    assert verdict.choice("not_now").label == "Not now"
    assert verdict.choice("") is None


def test_a_question_takes_in_the_row_it_is_asked_for(content):
    field = content.field("arena", "trigger")
    assert field.asked({"name": "Calder {reason}"}) == "What would have to happen to reopen “Calder {reason}”?"
    assert field.asked({}) == "What would have to happen to reopen “…”?"
    assert fill("number {n}", {"n": "4"}) == "number 4"


@pytest.mark.parametrize(("key", "total", "count"), [("half-day", 240, 9), ("full-day", 480, 10), ("solo", 60, 9)])
def test_the_agendas_add_up(content, key, total, count):
    agenda = content.agenda(key)
    assert sum(item.minutes for item in agenda.items) == agenda.total == total
    assert len(agenda.steps) == count
    assert ("stress-test" in agenda.steps) == (key == "full-day")


def test_the_rhythms_have_their_check_ins_the_most_frequent_one_first(content):
    rhythms = {rhythm.preset: rhythm.check_ins for rhythm in content.step("rhythm").rhythms}
    assert list(rhythms) == [preset.value for preset in Preset if preset]
    order = [kind.value for kind in CheckIn]
    for check_ins in rhythms.values():
        kinds = [each.kind for each in check_ins]
        assert kinds == sorted(kinds, key=order.index)
    assert [rhythms[key][0].weeks for key in ("light", "standard", "tight")] == [None, 2, 1]


def test_the_word_lists(content):
    assert "need to" in content.words("goal")
    assert content.words("effort", "en") == content.words("effort")
    assert content.words("goal", "tlh") == ()
    assert 20 <= len(content.words("fluff")) <= 30
    with pytest.raises(KeyError):
        content.words("goals")


def test_own_wording_replaces_the_shipped_one_file_by_file(own, content):
    folder = own("steps.toml", 'question = "Who answers for it? One name."', 'question = "Wer steht dafür ein?"')
    mine = steps.load(folder)
    assert mine.step("owners").question == "Wer steht dafür ein?"
    assert mine.agendas == content.agendas


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        ("steps.toml", "limit = 60", 'limit = "60"', "step[0].fields[0].limit: must be a whole number"),
        ("steps.toml", "limit = 60", "limit = 0", "step[0].fields[0].limit: must be 1 or more"),
        ("steps.toml", "limit = 60", "limits = 60", "step[0].fields[0].limits: is not a known key"),
        ("steps.toml", "limit = 60\n", "", "step[0].fields[0]: text and lines need a limit, other kinds have none"),
        ("steps.toml", 'label = "title"\n', "", "step[0].fields[0].label: is missing"),
        ("steps.toml", 'label = "title"', 'label = ""', "step[0].fields[0].label: must not be empty"),
        (
            "steps.toml",
            'label = "title"',
            'label = "a label that is long"',
            "step[0].fields[0].label: must be at most 16 characters long",
        ),
        (
            "steps.toml",
            'label = "title"',
            r'label = "\u001b[2J"',
            "step[0].fields[0].label: must be one line, without control characters or a space in front",
        ),
        ("steps.toml", 'tier = "core"', 'tier = "first"', "step[0].fields[0].tier: must be 'core' or 'more'"),
        ("steps.toml", "required = true", 'required = "yes"', "step[0].fields[0].required: must be true or false"),
        ("steps.toml", "lowest = 0", "lowest = 1000", "step[0].fields[5]: lowest must be below highest"),
        (
            "steps.toml",
            'value = "full-day"',
            'value = "half-day"',
            'step[0].fields[2]: the choice "half-day" stands here twice',
        ),
        (
            "steps.toml",
            'value = "full-day"',
            'value = "long-day"',
            "step[0].fields[2].choices[1].value: must be one of half-day, full-day, solo",
        ),
        (
            "steps.toml",
            'name = "organization"',
            'name = "title"',
            "step[0].fields[1].name: brief.title is asked for twice",
        ),
        (
            "steps.toml",
            'name = "organization"',
            'name = "nickname"',
            "step[0].fields[1].name: there is no brief.nickname to fill",
        ),
        ("steps.toml", 'kind = "party"', 'kind = "date"', "step[0].fields[4].kind: must be party"),
        ("steps.toml", "“{name}” take", "“{nam}” take", 'step[0].fields[13].ask: "{nam}" is no field of party'),
        (
            "steps.toml",
            'when = { field = "verdict"',
            'when = { field = "verdic"',
            'step[2].fields[2].when.field: "verdic" is no field of arena',
        ),
        (
            "steps.toml",
            'kind = "review", name',
            'kind = "pulse", name',
            "step[8].rhythms[0].check_ins[0]: a pulse needs weeks, other kinds have none",
        ),
        (
            "steps.toml",
            'kind = "reset", name',
            'kind = "review", name',
            'step[8].rhythms[0]: the check-in "review" stands here twice',
        ),
        ("steps.toml", 'key = "direction"', 'key = "open"', 'step: "open" stands here twice'),
        ("steps.toml", 'key = "open"', "key = open", "Invalid value (at line 16, column 7)"),
        ("agendas.toml", "total = 240", "total = 230", "agenda[0]: the minutes make 240, not the 230 stated as total"),
        ("agendas.toml", 'key = "solo"', 'key = "full-day"', "agenda: must be one each of half-day, full-day, solo"),
        (
            "agendas.toml",
            'step = "stress-test"',
            'step = "open"',
            "agenda[0].items: must name each step of steps.toml once, in its order (0 minutes leave one out)",
        ),
        ("agendas.toml", 'pause = "Break"', 'rest = "Break"', "agenda[0].items[3].rest: is not a known key"),
        (
            "agendas.toml",
            'pause = "Break",',
            'pause = "Break", step = "open",',
            "agenda[0].items[3]: must name either a step or a pause",
        ),
        (
            "agendas.toml",
            '{ step = "direction", minutes = 5,',
            '{ step = "close", minutes = 5,',
            'agenda[0]: the step "close" is never cut: plans without it collect dust',
        ),
        ("agendas.toml", "minutes = 5,", "minutes = 20,", 'agenda[0]: the cut of "direction" saves nothing'),
        ("words.toml", "goal = [", "goals = [", "en.goal: is missing"),
        ("words.toml", "goal = [", "extra = []\ngoal = [", "en.extra: is not a known list"),
        ("words.toml", '"must"', "7", "en.goal[1]: must be a word"),
        ("words.toml", "[en]", "de = 1\n[en]", "de: must be a table of word lists"),
        ("words.toml", '["hold", "meet", "develop a plan"]', '"hold"', "en.activity: must be a list"),
    ],
)
def test_wrong_content_is_refused_in_one_sentence_with_its_place(own, name, before, after, sentence):
    folder = own(name, before, after)
    with pytest.raises(ContentError) as refused:
        steps.load(folder)
    assert str(refused.value) == f"{name}: {sentence}"


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "steps.toml").write_bytes(b'language = "\xff"')
    with pytest.raises(ContentError, match=r"^steps\.toml: is not UTF-8 text \(byte 12\)$"):
        steps.load(tmp_path)


def test_every_word_list_that_checks_may_ask_for_is_there(content):
    assert set(content.word_lists["en"]) == set(get_args(WordList))


def test_what_is_asked_for_behind_an_answer_is_content() -> None:
    content = steps.load()
    assert content.follow_up("arena", "verdict", "undecided") == ()
    assert content.follow_up("arena", "verdict", "not_us") == ("reason",)
    assert content.follow_up("arena", "verdict", "not_now") == ("reason", "trigger", "reopen_on")
    assert content.follow_up("arena", "verdict", "explore") == ("reason", "question", "decide_by")
    assert content.follow_up("parked", "disposition", "give") == ("who_id", "by")
