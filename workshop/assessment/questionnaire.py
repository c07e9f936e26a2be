"""The questionnaire of the self-assessment, as typed content: its dimensions, its questions, and its version.

What is shipped stands in `workshop/content/assessment.toml`. A facilitator's own is a file of that name among the
files of their method, under a key of its own.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Annotated, Self

from annotated_types import MinLen
from pydantic import AfterValidator, StringConstraints, model_validator

from workshop.content_files import read, validated
from workshop.method import ContentError, chosen
from workshop.wording import Name, Said, Shaped, StepKey, doubled

#: The file it stands in.
FILE = "assessment.toml"

#: The lowest and the highest level of every question.
LOWEST, HIGHEST = 1, 5

#: What the wall has room for.
_Line = Annotated[Said, StringConstraints(max_length=120)]
_Topic = Annotated[Said, StringConstraints(max_length=36)]
_Id = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,4}(-[0-9]{1,2})?$")]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
_Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$")]


def _five(levels: tuple[str, ...]) -> tuple[str, ...]:
    if len(levels) != HIGHEST:
        raise ValueError(f"must be {HIGHEST} sentences, the lowest level first")
    return levels


class Dimension(Shaped):
    """What several questions are about."""

    id: _Id
    name: Name


class Item(Shaped):
    """One question: five described levels, what would show the answer, and what to do next by step.

    `low` is for those at level 1 or 2, `mid` for those at 3.
    """

    id: _Id
    dimension: _Id
    topic: _Topic
    question: _Line
    levels: Annotated[tuple[_Line, ...], AfterValidator(_five)]
    evidence: _Line
    low: _Line
    mid: _Line
    step: StepKey

    def level(self, level: int) -> str:
        """Return the sentence that describes a level, 1 to 5."""
        return self.levels[level - LOWEST]


class Questionnaire(Shaped):
    """A questionnaire as a whole. Results are compared only where `key` and `version` are the same."""

    language: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    key: _Key
    name: Name
    version: _Version
    dimension: Annotated[tuple[Dimension, ...], MinLen(1)]
    item: Annotated[tuple[Item, ...], MinLen(1)]

    @property
    def identity(self) -> tuple[str, str]:
        """What a result keeps of it: its key and its version."""
        return self.key, self.version

    @property
    def ids(self) -> tuple[str, ...]:
        """The questions by their ids, in the order they are asked."""
        return tuple(item.id for item in self.item)

    def of(self, id: str) -> Item:
        """Return a question; raises KeyError when there is none of this id."""
        for item in self.item:
            if item.id == id:
                return item
        raise KeyError(id)

    def items(self, dimension: str) -> tuple[Item, ...]:
        """Return the questions of a dimension, in order."""
        return tuple(item for item in self.item if item.dimension == dimension)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if twice := doubled(each.id for each in self.dimension):
            raise ValueError(f'the dimension "{twice}" stands here twice')
        if twice := doubled(self.ids):
            raise ValueError(f'the question "{twice}" stands here twice')
        known = [each.id for each in self.dimension]
        for item in self.item:
            if item.dimension not in known:
                raise ValueError(f'the question "{item.id}" is of "{item.dimension}", which is no dimension here')
        for id in known:
            if not self.items(id):
                raise ValueError(f'the dimension "{id}" has no question')
        if [item.id for each in known for item in self.items(each)] != list(self.ids):
            raise ValueError("the questions must stand in the order of their dimensions")
        return self


def load(*folders: Traversable) -> Questionnaire:
    """Return the questionnaire of the first of `folders` that has one, at last the shipped one.

    Without folders it is that of the method this process works by (`workshop.method.use`). Raises ContentError with
    one sentence that names file and key. The result is kept: a file that changes afterwards is not read again.
    """
    return _load(folders or chosen())


def load_shipped() -> Questionnaire:
    """Return the shipped questionnaire in English, whatever this process works by."""
    return _load(())


def known(key: str, version: str) -> Questionnaire | None:
    """Return the questionnaire of this key and version, the one at hand first; None where its words are not here."""
    at_hand = load()
    if at_hand.identity == (key, version):
        return at_hand
    english = load_shipped()
    return english if english.identity == (key, version) else None


@lru_cache(maxsize=8)
def _load(folders: tuple[Traversable, ...]) -> Questionnaire:
    found = validated(Questionnaire, FILE, read(folders, FILE))
    if folders:
        _check_is_no_other(found, _load(()))
    return found


def _check_is_no_other(found: Questionnaire, english: Questionnaire) -> None:
    """What has the shipped key and version says the same in other words; else their results would be mixed up."""
    if found.identity != english.identity:
        return
    if found.ids != english.ids or [item.step for item in found.item] != [item.step for item in english.item]:
        raise ContentError(
            FILE, "key", f'"{found.key}" {found.version} is the shipped one, with other questions: give it another key'
        )
