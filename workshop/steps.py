"""The content of the method: the ordered steps with their wording and fields, the agendas, and the word lists.

All wording stands in TOML files, the shipped ones in `workshop/content`; here they are loaded, once, and checked as a
whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise, takewhile
from typing import Any, TypeVar, get_args

from workshop.content_files import read, validated
from workshop.method import ENGLISH, LANGUAGES, ContentError, chosen
from workshop.wording import (
    PLACEHOLDER,
    Agenda,
    AgendaKey,
    AgendasFile,
    Choice,
    Cut,
    Field,
    Item,
    Step,
    StepKey,
    StepsFile,
    WordList,
    doubled,
    fill,
)

__all__ = ["Agenda", "Choice", "Content", "ContentError", "Cut", "Field", "Item", "Step", "fill", "load"]


@dataclasses.dataclass(frozen=True, eq=False)
class Content:
    """The method as loaded: `steps` in order, in `language`, and look-ups by key. Build it with `load`."""

    language: str
    steps: tuple[Step, ...]
    agendas: tuple[Agenda, ...]
    word_lists: Mapping[str, Mapping[str, tuple[str, ...]]] = dataclasses.field(repr=False)
    #: The set this one stands on, for fields that it does not ask for; None for the shipped method.
    behind: Content | None = dataclasses.field(default=None, repr=False)
    #: The steps that this method leaves out; they stand behind its own, for what was stored of them.
    left_out: frozenset[str] = frozenset()

    def step(self, key: str) -> Step:
        """Return the step `key`; raises KeyError when there is none."""
        return _named(self.steps, key)

    def number(self, key: str) -> int:
        """Return the number of a step on the wall, counted from 1; raises KeyError when there is none."""
        return self.steps.index(self.step(key)) + 1

    def agenda(self, key: str) -> Agenda:
        """Return the agenda `key`; raises KeyError for any but half-day, full-day and solo."""
        return _named(self.agendas, key)

    def words(self, name: WordList, language: str | None = None) -> tuple[str, ...]:
        """Return a word list, case-folded, in a language (default: the content's own).

        It is empty where that language has no lists, so that its checks stay silent.
        """
        lists = self.word_lists.get(language or self.language)
        return lists[name] if lists is not None else ()

    def field(self, noun: str, name: str) -> Field:
        """Return the field that fills the attribute `name` of the table `noun`; raises KeyError when there is none."""
        for step in self.steps:
            for each in step.fields:
                if (each.noun, each.name) == (noun, name):
                    return each
        if self.behind is not None:
            return self.behind.field(noun, name)
        raise KeyError(f"{noun}.{name}")

    def follow_up(self, noun: str, name: str, value: str) -> tuple[str, ...]:
        """Return the fields that are asked for once the field `name` has the answer `value`, in their order."""
        fields = ((each, each.when) for step in self.steps for each in step.fields if each.noun == noun)
        return tuple(each.name for each, when in fields if when and when.field == name and value in when.says)


def load(*folders: Traversable) -> Content:
    """Return the content of `folders`, a file being taken from the first that has it, at last from the shipped method.

    Without folders it is the method this process works by (`workshop.method.use`). Raises ContentError with one
    sentence that names file and key. The result is kept: a file that changes afterwards is not read again.
    """
    return _load(folders or chosen())


@lru_cache(maxsize=8)
def _load(folders: tuple[Traversable, ...]) -> Content:
    steps = validated(StepsFile, "steps.toml", read(folders, "steps.toml"))
    _check_steps(steps.step)
    every = steps.step
    if folders:
        shipped = _load(())
        _check_fields_are_known(steps.step, shipped)
        every = tuple(_asked_when_shipped(step, shipped) for step in every)
        # Behind its own steps a method has those it leaves out: what was stored of them keeps its names.
        known = {step.key for step in every}
        every += tuple(step for step in _load(folders[1:]).steps if step.key not in known)
    return Content(
        language=steps.language,
        steps=every,
        agendas=_agendas(folders, tuple(step.key for step in steps.step), tuple(step.key for step in every)),
        word_lists=_all_word_lists(folders),
        behind=_load(folders[1:]) if folders else None,
        left_out=frozenset(step.key for step in every[len(steps.step) :]),
    )


def _agendas(
    folders: tuple[Traversable, ...], own: tuple[StepKey, ...], every: tuple[StepKey, ...]
) -> tuple[Agenda, ...]:
    """Return the agendas, with no minutes for the steps that the method leaves out."""
    document = read(folders, "agendas.toml")
    if any((folder / "steps.toml").is_file() for folder in _before(folders, "agendas.toml")):
        document = _without_steps(document, own)
    agendas = validated(AgendasFile, "agendas.toml", document).agenda
    _check_agendas(agendas, own)
    left_out = tuple(Item(step=key, minutes=0) for key in every[len(own) :])
    return tuple(agenda.model_copy(update={"items": agenda.items + left_out}) for agenda in agendas)


def _without_steps(document: dict[str, Any], own: tuple[StepKey, ...]) -> dict[str, Any]:
    """Return agendas that were made for more steps than a method has, without the time for the others."""
    agendas = []
    for agenda in document["agenda"]:
        items: list[dict[str, Any]] = []
        for item in agenda["items"]:
            doubled_pause = "pause" in item and (not items or "pause" in items[-1])
            if item.get("step", own[0]) in own and not doubled_pause:
                items.append(item)
        cuts = tuple(cut for cut in agenda["cuts"] if cut["step"] in own)
        agendas.append(agenda | {"items": tuple(items), "cuts": cuts, "total": sum(item["minutes"] for item in items)})
    return {"agenda": tuple(agendas)}


def _all_word_lists(folders: tuple[Traversable, ...]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the word lists of every language, those of the first folder that has a language."""
    sets = [files("workshop.content"), *(files("workshop.content") / each for each in LANGUAGES if each != ENGLISH)]
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for folder in (*reversed(sets), *reversed(folders)):
        if (folder / "words.toml").is_file():
            lists |= _word_lists(read((folder,), "words.toml"))
    return lists


def _check_steps(steps: tuple[Step, ...]) -> None:
    if twice := doubled(step.key for step in steps):
        raise ContentError("steps.toml", "step", f'"{twice}" stands here twice')
    names: dict[str, set[str]] = {}
    for number, step in enumerate(steps):
        for place, each in enumerate(step.fields):
            taken = names.setdefault(each.noun, set())
            if each.name in taken:
                raise ContentError(
                    "steps.toml",
                    f"step[{number}].fields[{place}].name",
                    f"{each.noun}.{each.name} is asked for twice",
                )
            taken.add(each.name)
    for number, step in enumerate(steps):
        for place, each in enumerate(step.fields):
            if each.when is not None and each.when.field not in names[each.noun]:
                raise ContentError(
                    "steps.toml",
                    f"step[{number}].fields[{place}].when.field",
                    f'"{each.when.field}" is no field of {each.noun}',
                )
            for unknown in set(PLACEHOLDER.findall(each.ask)) - names[each.noun]:
                raise ContentError(
                    "steps.toml",
                    f"step[{number}].fields[{place}].ask",
                    f'"{{{unknown}}}" is no field of {each.noun}',
                )


def _check_fields_are_known(steps: tuple[Step, ...], shipped: Content) -> None:
    """Own content has its own wording; what is stored, and which answers a choice has, is the product's."""
    for number, step in enumerate(steps):
        for place, each in enumerate(step.fields):
            where = f"step[{number}].fields[{place}]"
            try:
                known = shipped.field(each.noun, each.name)
            except KeyError:
                raise ContentError(
                    "steps.toml", f"{where}.name", f"there is no {each.noun}.{each.name} to fill"
                ) from None
            if each.kind != known.kind:
                raise ContentError("steps.toml", f"{where}.kind", f"must be {known.kind}")
            if known.choices and not each.choices:
                raise ContentError("steps.toml", f"{where}.choices", "is missing")
            for row, choice in enumerate(each.choices):
                if known.choice(choice.value) is None:
                    values = ", ".join(choice.value for choice in known.choices)
                    raise ContentError("steps.toml", f"{where}.choices[{row}].value", f"must be one of {values}")


def _asked_when_shipped(step: Step, shipped: Content) -> Step:
    """A step of one's own whose fields are asked for when the shipped ones are, where it does not say when."""
    fields = (
        each if each.when else each.model_copy(update={"when": shipped.field(each.noun, each.name).when})
        for each in step.fields
    )
    return step.model_copy(update={"fields": tuple(fields)})


def _check_agendas(agendas: tuple[Agenda, ...], steps: tuple[StepKey, ...]) -> None:
    keys = tuple(agenda.key for agenda in agendas)
    if sorted(keys) != sorted(get_args(AgendaKey)):
        raise ContentError("agendas.toml", "agenda", f"must be one each of {', '.join(get_args(AgendaKey))}")
    for number, agenda in enumerate(agendas):
        named = [item.step for item in agenda.items if item.step]
        if named != list(steps):
            raise ContentError(
                "agendas.toml",
                f"agenda[{number}].items",
                "must name each step of steps.toml once, in its order (0 minutes leave one out)",
            )
        for place, (item, after) in enumerate(pairwise(agenda.items)):
            if item.pause and after.pause:
                raise ContentError("agendas.toml", f"agenda[{number}].items[{place}]", "two pauses in a row")


def _word_lists(document: dict[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for language, table in document.items():
        if not isinstance(table, dict):
            raise ContentError("words.toml", language, "must be a table of word lists")
        for name in get_args(WordList):
            if name not in table:
                raise ContentError("words.toml", f"{language}.{name}", "is missing")
        for name, words in table.items():
            if name not in get_args(WordList):
                raise ContentError("words.toml", f"{language}.{name}", "is not a known list")
            if not isinstance(words, tuple):
                raise ContentError("words.toml", f"{language}.{name}", "must be a list")
            for place, word in enumerate(words):
                if not isinstance(word, str) or not word.strip():
                    raise ContentError("words.toml", f"{language}.{name}[{place}]", "must be a word")
        lists[language] = {name: tuple(word.strip().casefold() for word in words) for name, words in table.items()}
    return lists


def _before(folders: tuple[Traversable, ...], name: str) -> Iterator[Traversable]:
    """Yield the folders that are asked for the file `name` in vain."""
    return takewhile(lambda folder: not (folder / name).is_file(), folders)


_Keyed = TypeVar("_Keyed", Step, Agenda)


def _named(rows: tuple[_Keyed, ...], key: str) -> _Keyed:
    for row in rows:
        if row.key == key:
            return row
    raise KeyError(key)
