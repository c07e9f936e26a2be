"""The questionnaire as content: sound as shipped, checked to the key when it is somebody's own, versions kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop import content_files, method, steps
from workshop.assessment import questionnaire
from workshop.assessment.questionnaire import Questionnaire
from workshop.method import ContentError
from workshop.toml_lines import line_of

SHIPPED = Path(content_files.__file__).parent / "content"


@pytest.fixture(autouse=True)
def as_it_comes() -> Iterator[None]:
    """Whatever method a test works by, the next one works by the shipped one."""
    yield
    method.use()


def own(folder: Path, *changes: tuple[str, str]) -> Path:
    """A folder with the shipped questionnaire under a key of its own, and with these changes."""
    text = (SHIPPED / "assessment.toml").read_text(encoding="utf-8")
    for old, new in (('key = "strategy-practice"', 'key = "ours"'), *changes):
        assert old in text, old
        text = text.replace(old, new, 1)
    (folder / "assessment.toml").write_text(text, encoding="utf-8")
    return folder


def test_twenty_questions_in_six_dimensions() -> None:
    asked = questionnaire.load()
    assert asked.identity == ("strategy-practice", "1")
    assert [len(asked.items(each.id)) for each in asked.dimension] == [4, 3, 3, 4, 3, 3]
    assert asked.ids[0] == "DIR-1" and asked.of("DAY-3").step == "owners"
    with pytest.raises(KeyError):
        asked.of("DIR-9")


def test_each_question_leads_to_a_step_and_level_five_contains_level_four() -> None:
    known = {step.key for step in steps.load().steps}
    for item in questionnaire.load().item:
        assert item.step in known
        assert item.level(5).startswith("As 4, ")
        assert item.low and item.mid and item.evidence


def test_the_german_one_asks_the_same_in_other_words() -> None:
    german, english = questionnaire.load(*method.shipped("de")), questionnaire.load()
    assert german.language == "de"
    assert german.identity == english.identity
    assert [(item.id, item.dimension, item.step) for item in german.item] == [
        (item.id, item.dimension, item.step) for item in english.item
    ]
    for mine, theirs in zip(german.item, english.item, strict=True):
        pairs = [(mine.topic, theirs.topic), (mine.question, theirs.question), (mine.evidence, theirs.evidence)]
        pairs += [(mine.low, theirs.low), (mine.mid, theirs.mid), *zip(mine.levels, theirs.levels, strict=True)]
        assert not [text for text, english_text in pairs if text == english_text]
        assert mine.level(5).startswith("Wie 4, ")


def test_ones_own_is_taken_from_the_folder_of_ones_method(tmp_path: Path) -> None:
    method.use(own(tmp_path, ('name = "Ownership"', 'name = "Who carries it"')))
    assert questionnaire.load().key == "ours"
    assert questionnaire.load().dimension[1].name == "Who carries it"
    assert len(steps.load().steps) == 10, "the steps are the shipped ones all the same"


def test_results_of_the_shipped_one_keep_their_words_beside_ones_own(tmp_path: Path) -> None:
    method.use(own(tmp_path))
    ours, shipped = questionnaire.known("ours", "1"), questionnaire.known("strategy-practice", "1")
    assert ours is not None and ours.key == "ours"
    assert shipped is not None and shipped.key == "strategy-practice"
    assert questionnaire.known("ours", "2") is None


FIRST = '"We take on whatever arrives; nobody could say whom we serve first.",'


def faults() -> Iterator[tuple[str, str, str, str]]:
    yield 'version = "1"', "", "version", "is missing"
    yield 'version = "1"', 'version = "1"\ncolor = "red"', "color", "is not a known key"
    yield 'version = "1"', "version = 1", "version", "must be text"
    yield 'topic = "Focus"', "", "item[2].topic", "is missing"
    yield 'topic = "Focus"', f'topic = "{"x" * 37}"', "item[2].topic", "must be at most 36 characters long"
    yield FIRST, "", "item[0].levels", "must be 5 sentences"
    yield 'step = "where-to-play"', 'step = "where"', "item[0].step", "must be 'open'"
    yield 'dimension = "DIR"', 'dimension = "XYZ"', "", 'the question "DIR-1" is of "XYZ", which is no dimension here'
    yield 'id = "DIR-2"', 'id = "DIR-1"', "", 'the question "DIR-1" stands here twice'
    yield 'id = "OWN"', 'id = "DIR"', "", 'the dimension "DIR" stands here twice'
    yield '[[dimension]]\nid = "OWN"', '[[dimension]]\nid = "NEW"\nname = "New"\n\n[[dimension]]\nid = "OWN"', "", "NEW"
    yield 'topic = "Focus"', 'topic = "Fo\\u0007cus"', "item[2].topic", "without control characters"


@pytest.mark.parametrize(("old", "new", "place", "says"), list(faults()))
def test_a_fault_is_one_sentence_that_names_the_key(tmp_path: Path, old: str, new: str, place: str, says: str) -> None:
    with pytest.raises(ContentError) as caught:
        questionnaire.load(own(tmp_path, (old, new)))
    assert (caught.value.file, caught.value.place) == ("assessment.toml", place)
    assert says in caught.value.sentence
    assert "\n" not in str(caught.value)


def test_the_line_of_a_fault_is_found(tmp_path: Path) -> None:
    folder = own(tmp_path, ('topic = "Focus"', "topic = 3"))
    text = (folder / "assessment.toml").read_text(encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        questionnaire.load(folder)
    assert text.splitlines()[line_of(text, caught.value.place) - 1] == "topic = 3"


def test_other_questions_under_the_shipped_key_are_refused(tmp_path: Path) -> None:
    folder = own(tmp_path, ('key = "ours"', 'key = "strategy-practice"'))
    assert questionnaire.load(folder).identity == ("strategy-practice", "1"), "the same questions, worded anew, may be"
    (tmp_path / "other").mkdir()
    changes = (('key = "ours"', 'key = "strategy-practice"'), ('id = "DIR-1"', 'id = "DIR-9"'))
    with pytest.raises(ContentError, match="give it another key"):
        questionnaire.load(own(tmp_path / "other", *changes))


def test_questions_out_of_the_order_of_their_dimensions_are_refused() -> None:
    asked = questionnaire.load().model_dump()
    first, second, *others = asked["item"]
    with pytest.raises(ValueError, match="order of their dimensions"):
        Questionnaire.model_validate({**asked, "item": (first, *others, second)})
