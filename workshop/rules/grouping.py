"""Findings told in lines: those of a kind in one, each with what it is about where its sentence does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.nouns.base import Noun
from data.value import Workshop
from workshop.naming import caption
from workshop.rules.rule import Finding, Level
from workshop.steps import load
from workshop.text import line

#: The sign before what is open and the word for it, the weightiest first.
SIGNS = {Level.BLOCK: "■", Level.WARN: "!", Level.HINT: "·"}
WORDS = {Level.BLOCK: "to settle", Level.WARN: "to weigh", Level.HINT: "worth a thought"}

#: What is looked at beside the steps.
_BESIDE = {"plan": "The whole plan", "changes": "Changes of the plan"}

#: Where a sentence ends and the next one begins.
_SENTENCE = re.compile(r"(?<=[.?!]) +")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one code, one level, and alike in being accepted or not, told in one line."""

    code: str
    level: Level
    step: str
    message: str
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """True when these findings were accepted or dismissed."""
        return self.findings[0].accepted is not None


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings as lines, one for each code, level and whether accepted, in their order."""
    groups: dict[tuple[str, Level, bool], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.code, each.level, each.accepted is not None), []).append(each)
    return tuple(
        Group(code, level, several[0].step, _together(several), tuple(several))
        for (code, level, _), several in groups.items()
    )


def sentences(workshop: Workshop, group: Group) -> tuple[str, ...]:
    """Return what each finding of a line says on its own, the name of what it is about behind it where it lacks that.

    Several leave out what the line says for all of them: the question they end with, or everything but their names.
    """
    rows = {row.id: row for row in workshop.rows.values()}
    names = [_name(rows, each) for each in group.findings]
    told = [each.message for each in group.findings]
    if len(told) > 1:
        bare = {message.replace(name, "") for message, name in zip(told, names, strict=True)}
        if len(bare) == 1 and all(names) and len(set(names)) == len(names):
            return tuple(names)
        told = _without_shared_end(told)
    return tuple(
        message if not name or name in message else f"{message} ({name})"
        for message, name in zip(told, names, strict=True)
    )


def sentence(workshop: Workshop, group: Group) -> str:
    """Return what a line says: all its findings together, or the only one with the name of what it is about."""
    return group.message if len(group.findings) > 1 else sentences(workshop, group)[0]


def looked_at(step: str) -> str:
    """Return what findings of a step stand under: its name, or that of what they are about beside the steps."""
    return _BESIDE.get(step) or load().step(step).name


def open_lines(workshop: Workshop, findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    """Return what nobody has answered, as pairs of a sign and a sentence, the weightiest first."""
    groups = grouped(each for each in findings if each.accepted is None)
    return tuple(
        (sign, sentence(workshop, group)) for level, sign in SIGNS.items() for group in groups if group.level is level
    )


def _without_shared_end(messages: list[str]) -> list[str]:
    """The messages without the last sentences that all of them share; the first one of each stays."""
    parts = [_SENTENCE.split(message) for message in messages]
    while min(map(len, parts)) > 1 and len({each[-1] for each in parts}) == 1:
        parts = [each[:-1] for each in parts]
    return [" ".join(each) for each in parts]


def _together(several: list[Finding]) -> str:
    first, *others = several
    shared = [each for each in first.together if all(each in other.together for other in others)]
    return shared[0].replace("{n}", str(len(several))) if others and shared else first.message


def _name(rows: dict[str, Noun], finding: Finding) -> str:
    """What the row is called that a finding is about; "" for a pair, for what is no row, and for one without words."""
    about = [rows[id] for id in (finding.item, finding.remedy.item) if id in rows]
    return "" if finding.item not in rows else line(next(filter(None, map(caption, about)), ""))
