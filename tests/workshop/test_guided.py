"""How check-ins go: whole for every kind, in every language that is shipped, and a fault is named by its place."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from data.nouns.check_in import Occasion
from workshop import method
from workshop.check_ins import guided
from workshop.check_ins.guided import FILE
from workshop.method import ContentError

SHIPPED = files("workshop.content")


@pytest.mark.parametrize("occasion", Occasion)
def test_every_kind_begins_with_what_went_well_and_what_was_agreed(occasion: Occasion) -> None:
    first, second, *_ = (part.part for part in guided.guided(occasion).parts)
    if occasion is Occasion.EXTRA:
        assert (first, second) == ("triggers", "choice"), "only the choice concerned"
    else:
        assert (first, second) == ("wins", "actions")


def test_the_minutes_are_those_of_the_method() -> None:
    assert {each.occasion: each.minutes for each in guided.load()} == {
        "pulse": 15,
        "review": 45,
        "reset": 120,
        "refresh": 240,
        "extra": 60,
        "solo": 20,
    }


@pytest.mark.parametrize("language", method.LANGUAGES)
def test_every_language_has_the_same_parts(language: str) -> None:
    def shape(*folders: object) -> list[tuple[str, list[tuple[str, int]]]]:
        found = guided.load(*folders)  # type: ignore[arg-type]
        return [(each.occasion, [(part.part, part.minutes) for part in each.parts]) for each in found]

    assert shape(*method.shipped(language)) == shape(SHIPPED)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("minutes = 45", "minutes = 50", "check_in[1]"),
        ('part = "message"', 'part = "chat"', "check_in[1].parts[4].part"),
        ('occasion = "solo"', 'occasion = "extra"', "check_in"),
        ('name = "Wins and thanks"', 'name = ""', "check_in[0].parts[0].name"),
    ],
)
def test_a_fault_is_named_by_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    text = (SHIPPED / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        guided.load(tmp_path)
    assert (caught.value.file, caught.value.place) == (FILE, place)
