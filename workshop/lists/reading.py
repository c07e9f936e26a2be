"""A list taken into a workshop: each row one more place, priority or milestone, its cells read as if they were typed.

All that was not understood is told by line and column. Nothing is stored here: whoever asked decides on the result as a
whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority, Status
from data.nouns.strategy import Arena
from data.value import Workshop, noun_of
from workshop import answers
from workshop.actions import arenas, milestones, parties, priorities
from workshop.actions.fields import set_field
from workshop.answers import NotUnderstood
from workshop.answers.references import NEW
from workshop.lists.columns import ID, OWN, fields_of, known_names
from workshop.lists.sheet import NotAList, decoded, rows_of
from workshop.naming import caption
from workshop.rules.owners import two_names
from workshop.steps import load
from workshop.text import folded, shorten

__all__ = ["KINDS", "Listed", "NotAList", "Remark", "decoded", "is_table", "read"]

#: What a list may be of, by what people call it.
KINDS: Mapping[str, type[Noun]] = {"arenas": Arena, "priorities": Priority, "milestones": Milestone}

#: What one of them is called in a sentence, and several.
_CALLED = {
    "arenas": ("place", "places"),
    "priorities": ("priority", "priorities"),
    "milestones": ("milestone", "milestones"),
}

#: The midnight that programs write behind a date.
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?Z?$")

#: What parts the names of several rows.
_LIST = re.compile(r"[,;]")

#: What is asked where one name is typed, and cannot be of a list.
_TWO_NAMES = "Two names mean no name. It is kept as one: in Owners, name the one who answers."

#: As much of a cell as is said back, in cells of a terminal.
_SAID = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not taken as it stood: in which line and column, what it was, and a sentence on it."""

    line: int
    column: str
    text: str
    sentence: str

    def __str__(self) -> str:
        said = f", {self.column} “{shorten(self.text, _SAID)}”" if self.text else ""
        return f"Line {self.line}{said}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Listed:
    """What came of a list.

    `workshop` has all of it that was understood, `added` are the ids of the new rows. `known` are the lines of those
    that were there already and stay as they are, `refused` is what was not understood, `unread` are the columns that
    no field is called; `asked` is what was taken as it stands, and about which there is a question.
    """

    workshop: Workshop
    kind: str
    added: tuple[str, ...]
    known: tuple[int, ...]
    refused: tuple[Remark, ...]
    unread: tuple[str, ...]
    asked: tuple[Remark, ...] = ()

    @property
    def told(self) -> str:
        """What was added, in a few words: "Added 3 milestones (M4, M5, M6)"."""
        ids = f" ({', '.join(self.added)})" if self.added else ""
        return f"Added {len(self.added) or 'no'} {_called(self.kind, len(self.added))}{ids}"

    @property
    def label(self) -> str:
        """What the log says of it."""
        return f"import {len(self.added)} {_called(self.kind, len(self.added))}"

    @property
    def in_brief(self) -> str:
        """What was added, and the first of what there is to tell beside it."""
        first, *more = self.remarks or ("",)
        return " ".join(filter(None, (f"{self.told}.", first, f"({len(more)} more like that)" if more else "")))

    @property
    def remarks(self) -> tuple[str, ...]:
        """All there is to tell beside that, a sentence each."""
        unread = ", ".join(f"“{shorten(name, _SAID)}”" for name in self.unread)
        known = ", ".join(map(str, self.known))
        return (
            *map(str, self.refused),
            *map(str, self.asked),
            *([f"Not read, for nothing is called so here: {unread}."] if unread else []),
            *([f"There already, and left as they are: line{'s'[: len(self.known) > 1]} {known}."] if known else []),
        )


def is_table(kind: str, text: str) -> bool:
    """Whether a text is a table and not lines of its own: its head names the column of titles and another one."""
    noun = KINDS[kind].table
    try:
        head, *further = rows_of(text, partial(_known_columns, noun))
    except NotAList:
        return False
    fields = fields_of(noun, head.cells)
    return bool(further) and OWN[noun] in fields and len(set(filter(None, fields))) > 1


def read(workshop: Workshop, kind: str, text: str, today: date, *, of: str | None = None) -> Listed:
    """Return what comes of a list of a kind (`KINDS`), its first row naming the columns; raises NotAList.

    `of` is the priority of milestones whose row names none.
    """
    noun = KINDS[kind].table
    head, *further = rows_of(text, partial(_known_columns, noun))
    fields = fields_of(noun, head.cells)
    if OWN[noun] not in fields:
        raise NotAList(
            f"No column is called “{OWN[noun]}”: the first line names the columns, such as {known_names(noun)}."
        )
    taking = _Taking(workshop, kind, today, of)
    for row in further:
        columns = zip(fields, head.cells, row.cells, strict=False)
        taking.take(row.line, {field: _Cell(name, text) for field, name, text in columns if field and text})
    unread = tuple(name for name, field in zip(head.cells, fields, strict=True) if field is None and name)
    return taking.result(unread)


def _known_columns(noun: str, head: Sequence[str]) -> int:
    return sum(field is not None for field in fields_of(noun, head))


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a row, and what its column is called."""

    column: str
    text: str


def _called(kind: str, count: int) -> str:
    return _CALLED[kind][count != 1]


class _Taking:
    """One list on its way in: the workshop as far as it has come, and what there is to tell."""

    def __init__(self, workshop: Workshop, kind: str, today: date, of: str | None) -> None:
        self._workshop = workshop
        self._kind = kind
        self._noun = KINDS[kind].table
        self._today = today
        self._of = of
        self._added: list[str] = []
        self._known: list[int] = []
        self._refused: list[Remark] = []
        self._asked: list[Remark] = []
        #: What the list calls its rows, and what they are called here.
        self._ids: dict[str, str] = {}
        #: Which rows need which others; those may stand further down.
        self._needs: list[tuple[int, str, _Cell]] = []

    def take(self, line: int, cells: dict[str, _Cell]) -> None:
        """Add what a row of the list means, its cells by field; one that is there already stays as it is."""
        own, id = cells.pop(OWN[self._noun], None), cells.pop(ID, None)
        if own is None:
            if cells:
                self._refused.append(Remark(line, "", "", "It has no name, and is left out."))
            return
        title = self._understood(line, OWN[self._noun], own)
        priority_id = self._priority(line, cells.pop("priority_id", None)) if self._noun == "milestone" else ""
        if title is None or priority_id is None:
            return
        there = self._there(title, priority_id)
        if there is not None:
            self._known.append(line)
        else:
            self._workshop, there = self._with(title, priority_id)
            self._added.append(there)
            for field, cell in cells.items():
                if field == "needs":
                    self._needs.append((line, there, cell))
                else:
                    self._set(line, there, field, cell)
        if id is not None:
            self._ids[folded(id.text)] = there

    def result(self, unread: tuple[str, ...]) -> Listed:
        """What came of it, now that all rows are there."""
        for line, id, cell in self._needs:
            names = (self._ids.get(folded(name), name.strip()) for name in _LIST.split(cell.text))
            self._set(line, id, "needs", _Cell(cell.column, ", ".join(filter(None, names))))
        refused = sorted(self._refused, key=lambda remark: remark.line)
        return Listed(
            self._workshop,
            self._kind,
            tuple(self._added),
            tuple(self._known),
            tuple(refused),
            unread,
            tuple(self._asked),
        )

    def _set(self, line: int, id: str, field: str, cell: _Cell) -> None:
        row = self._workshop.row(noun_of(self._noun), id)
        value = self._understood(line, field, cell, row)
        if field == "owner_id" and value and self._joins(value):
            self._asked.append(Remark(line, cell.column, cell.text, _TWO_NAMES))
        if value is not None:
            self._workshop = set_field(self._workshop, self._noun, id, field, value)

    def _joins(self, name: str) -> bool:
        """Whether an owner nobody knows yet seems to be several."""
        joints = load().words("joins-names", self._workshop.brief.language)
        return parties.find(self._workshop, name) is None and bool(two_names(name, joints))

    def _understood(self, line: int, field: str, cell: _Cell, row: Noun | None = None) -> Any:
        """What a cell means; None, and a remark, where that is not clear."""
        try:
            asked = load().field(self._noun, field)
            text = self._exactly(asked.kind, cell.text)
            return answers.read(asked, text, self._workshop, self._today, row).value
        except NotUnderstood as wrong:
            self._refused.append(Remark(line, cell.column, cell.text, str(wrong)))
        except KeyError:
            self._refused.append(Remark(line, cell.column, cell.text, "The method in use does not ask for this."))
        return None

    def _exactly(self, kind: str, text: str) -> str:
        """A cell as it would be typed: in a list a beginning of a name is a name of its own."""
        match kind:
            case "date":
                return _MIDNIGHT.sub("", text)
            case "party":
                return text if parties.find(self._workshop, text) else f"{NEW} {text}"
            case "parties" if not parties.find(self._workshop, text):
                names = (name.strip() for name in text.split(";" if ";" in text else ","))
                return "; ".join(self._exactly("party", name) for name in names if name)
        return text

    def _priority(self, line: int, cell: _Cell | None) -> str | None:
        """The priority that a milestone proves; None, and a remark, where that is not clear."""
        if cell is not None:
            found: str | None = self._understood(line, "priority_id", cell)
            return found
        if self._of is not None:
            return self._of
        selected = priorities.with_status(self._workshop, Status.SELECTED) or self._workshop.priorities
        if len(selected) == 1:
            return selected[0].id
        sentence = "It names no priority, and is left out: add a column “priority”."
        self._refused.append(Remark(line, "", "", sentence))
        return None

    def _there(self, title: str, priority_id: str) -> str | None:
        """The row that is called so already."""
        rows = self._workshop.of(noun_of(self._noun))
        same = (row for row in rows if folded(caption(row)) == folded(title))
        return next((row.id for row in same if getattr(row, "priority_id", "") == priority_id), None)

    def _with(self, title: str, priority_id: str) -> tuple[Workshop, str]:
        """The workshop with one more row, and its id."""
        match self._noun:
            case "arena":
                larger = arenas.add(self._workshop, title)
            case "priority":
                larger = priorities.add(self._workshop, title)
            case _:
                larger = milestones.add(self._workshop, priority_id, title)
        (new,) = (key for key in larger.rows if key not in self._workshop.rows)
        return larger, new.id
