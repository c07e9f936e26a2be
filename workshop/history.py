"""The history of a workshop: what each change did in words, what became of it, and what going back would undo."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.log import Change, taken_back
from data.value import Key
from workshop import dates
from workshop.retelling import Line, adopted, applied, retold
from workshop.text import cells, clean, shorten

__all__ = ["Change", "Entry", "Line", "Undoing", "entries", "squeezed", "undoing", "when"]

#: What stands between quotation marks, and how many cells it keeps at least where room is short.
_QUOTED, _LEAST = re.compile("(?<=“)([^“”]*)(?=”)"), 10

#: Cells that another change's line takes at most where it is only referred to.
_REFERRED = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as people read it: `lines` say what it did, the weightiest first.

    `undoes`, `redoes` and `back_to` are the change it takes back, does again or goes back to; `undone_by` is the one
    that took it back, None while it is in effect. `version` is the version of the plan that it adopted.
    """

    seq: int
    at: datetime
    actor: str
    label: str
    reason: str
    lines: tuple[Line, ...]
    undoes: int | None = None
    redoes: int | None = None
    back_to: int | None = None
    undone_by: int | None = None
    version: int | None = None

    @property
    def turns(self) -> bool:
        """Whether it takes back, or does again, what was done before."""
        return (self.undoes, self.redoes, self.back_to) != (None, None, None)

    @property
    def headline(self) -> str:
        """The weightiest thing it did, or which change it turned."""
        return self.lines[0].text

    @property
    def more(self) -> int:
        """How many lines there are besides; 0 for a change that turns others, whose first line says it all."""
        return 0 if self.turns else len(self.lines) - 1


def entries(changes: Sequence[Change]) -> tuple[Entry, ...]:
    """Return an entry for each change of a log that is whole from the creation on, in its order."""
    gone = taken_back(changes)
    told: dict[int, Entry] = {}
    rows: Mapping[Key, Mapping[str, object]] = {}
    ever: set[Key] = set()
    for change in changes:
        after = applied(rows, change.ops)
        lines = retold(rows, after, change.ops, ever)
        told[change.seq] = Entry(
            change.seq,
            change.at,
            change.actor,
            clean(change.label),
            clean(change.reason),
            (*_of_turn(change, told), *lines) or (Line(f"Nothing changed: {clean(change.label) or 'no words'}"),),
            change.undoes,
            change.redoes,
            change.back_to,
            gone.get(change.seq),
            None if change.turns else next(filter(None, map(adopted, change.ops)), None),
        )
        ever.update(after)
        rows = after
    return tuple(told.values())


def _of_turn(change: Change, told: Mapping[int, Entry]) -> tuple[Line, ...]:
    """What a change turns, in the words of that one."""
    for verb, seq in (("Undo", change.undoes), ("Redo", change.redoes), ("Back to", change.back_to)):
        if seq is not None:
            what = told[seq].headline if seq in told else f"change {seq}"
            return (Line(squeezed(f"{verb}: {what}", _REFERRED)),)
    return ()


@dataclass(frozen=True, slots=True)
class Undoing:
    """What going back would take back: how many changes, and which versions of the plan."""

    changes: int
    versions: tuple[int, ...]


def undoing(history: Sequence[Entry], seq: int) -> Undoing:
    """Return what going back to the change `seq` would take back."""
    later = [entry for entry in history if entry.seq > seq and entry.undone_by is None]
    return Undoing(
        sum(not entry.undoes and not entry.redoes for entry in later),
        tuple(entry.version for entry in later if entry.version is not None),
    )


def squeezed(text: str, width: int) -> str:
    """Return a line in at most `width` cells: what stands between quotation marks gives way, the longest first.

    So what was done to something long stays in view.
    """
    parts = _QUOTED.split(text)
    while (over := cells(text) - width) > 0:
        sizes = {at: cells(parts[at]) for at in range(1, len(parts), 2)}
        longest = max(sizes, key=sizes.__getitem__, default=0)
        size = sizes.pop(longest, 0)
        if size <= _LEAST:
            return shorten(text, width)
        parts[longest] = shorten(
            parts[longest], max(_LEAST, size - over, min(size - 1, max(sizes.values(), default=0)))
        )
        text = "".join(parts)
    return text


def when(at: datetime, today: date) -> str:
    """Return a moment as people say it, in the system's zone: "today 09:12", "yesterday 17:40", "Wed 14 Oct 09:12"."""
    local = at.astimezone()
    day = local.date()
    if day == today:
        said = "today"
    elif day == today - timedelta(days=1):
        said = "yesterday"
    else:
        said = dates.say(day)
        if day.year == today.year:
            said = said.removesuffix(f" {day.year}")
    return f"{said} {local:%H:%M}"
