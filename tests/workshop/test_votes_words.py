"""How votes are worded: whole in every language that is shipped, and a fault is named by its place."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from workshop import method
from workshop.method import ContentError
from workshop.room import words
from workshop.room.words import FILE, say
from workshop.wording import PLACEHOLDER

SHIPPED = files("workshop.content")

#: Said alike in both languages: a sum, and a key.
ALIKE = {"{voters} × {dots} = {total}", "! {due}: d"}


def texts(table: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every wording, by its place."""
    if isinstance(table, str):
        yield place, table
    elif isinstance(table, (list, tuple)):
        for at, each in enumerate(table):
            yield from texts(each, f"{place}[{at}]")
    elif isinstance(table, dict):
        for key, each in table.items():
            yield from texts(each, f"{place}.{key}")


def shipped(language: str) -> dict[str, str]:
    return dict(texts(words.load(*method.shipped(language)).model_dump()))


def test_one_and_several_are_said_in_their_own_words() -> None:
    dots = words.load().dots
    assert [dots.dots.of(count) for count in (0, 1, 2)] == ["0 dots", "1 dot", "2 dots"]
    assert say(dots.of, counted=0, dots=dots.dots.of(4)) == "0 of 4 dots"


def test_the_german_set_says_the_same_in_other_words() -> None:
    english, german = shipped("en"), shipped("de")
    assert german.keys() == english.keys()
    for place, text in english.items():
        assert set(PLACEHOLDER.findall(german[place])) == set(PLACEHOLDER.findall(text)), place
    same = {text for place, text in english.items() if text == german[place]}
    assert {text for text in same if any(map(str.isalpha, text))} == ALIKE


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('one = "1 dot",', 'one = "",', "dots.dots.one"),
        ("{counted} of {options} counted. Close", "{count} of {options} counted. Close", "dots.close"),
        ('    "1 finger: I\'m not with us yet",\n', "", "fist.fingers"),
        ('label = "concern"', 'label = "a concern that is too long"', "consent.concerns.label"),
        ("\nstays = ", "\nstay = ", "dots.stays"),
    ],
)
def test_a_fault_is_named_by_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    text = (SHIPPED / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        words.load(tmp_path)
    assert (caught.value.file, caught.value.place) == (FILE, place)
