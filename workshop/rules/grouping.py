"""Findings told in lines: those of a kind in one, each with what it is about where its sentence does not say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.nouns.base import Noun
from data.value import Workshop
from workshop.naming import caption
from workshop.rules.rule import Finding, Level
from workshop.text import line


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

    Where there are several and all say the same, the line has said it: they are told by their names alone.
    """
    rows = {row.id: row for row in workshop.rows.values()}
    names = [_name(rows, each) for each in group.findings]
    bare = {each.message.replace(name, "") for each, name in zip(group.findings, names, strict=True)}
    if len(names) > 1 and len(bare) == 1 and all(names) and len(set(names)) == len(names):
        return tuple(names)
    return tuple(
        each.message if not name or name in each.message else f"{each.message} ({name})"
        for each, name in zip(group.findings, names, strict=True)
    )


def sentence(workshop: Workshop, group: Group) -> str:
    """Return what a line says: all its findings together, or the only one with the name of what it is about."""
    return group.message if len(group.findings) > 1 else sentences(workshop, group)[0]


def _together(several: list[Finding]) -> str:
    first, *others = several
    shared = [each for each in first.together if all(each in other.together for other in others)]
    return shared[0].replace("{n}", str(len(several))) if others and shared else first.message


def _name(rows: dict[str, Noun], finding: Finding) -> str:
    """What the row is called that a finding is about; "" for a pair, for what is no row, and for one without words."""
    about = [rows[id] for id in (finding.item, finding.remedy.item) if id in rows]
    return "" if finding.item not in rows else line(next(filter(None, map(caption, about)), ""))
