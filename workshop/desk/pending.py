"""What was done and is not on disk yet, and what becomes of it when another window was first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.conflicts import conflicts
from data.difference import Ops, diff, patch
from data.errors import Gone
from data.renaming import Renaming, given_twice
from data.tables import NOUN
from data.value import Key, Workshop

if TYPE_CHECKING:
    from data.store import Store
    from data.turning import Undone

Action = Callable[[Workshop], Workshop]


@dataclass(frozen=True)
class Save:
    """An action that was done: what it made of what, and what the log says of it."""

    old: Workshop
    new: Workshop
    action: Action
    label: str
    reason: str = ""
    publishes: bool = False


@dataclass(frozen=True)
class Turn:
    """Undo, redo or going back: what it changes is known only once the store has done it; `then` follows on it."""

    ask: Callable[[Store, str], Undone]
    done: str
    then: Callable[[], None] = lambda: None


Job = Save | Turn


@dataclass(frozen=True)
class Asked:
    """A change that waits for an undo under way."""

    action: Action
    label: str
    reason: str
    publishes: bool

    def renamed(self, renaming: Renaming) -> Asked:
        """The same change, of the same rows by other ids."""
        return replace(self, action=renaming.around(self.action))


def rebased(jobs: Iterable[Job], value: Workshop) -> tuple[deque[Job], Workshop, Renaming]:
    """Put what waits on top of what others have made of the workshop.

    Returns the jobs as they are now to be saved, the value to show, and which ids were given anew: an id is given once,
    so a row of ours whose id another window was first to give gets the next one, and what refers to it follows. A
    change of what others changed or took away stays as it is: its turn will find it stale, and say so.
    """
    waiting: deque[Job] = deque()
    given: dict[str, str] = {}
    for job in jobs:
        if isinstance(job, Save):
            job, value = _rebased(job, value, given)
        waiting.append(job)
    return waiting, value, Renaming(given)


def _rebased(save: Save, value: Workshop, given: dict[str, str]) -> tuple[Save, Workshop]:
    """One change on top of a value. `given` are the ids given anew so far; those of this change are added."""
    so_far = Renaming(given)
    renamed = _as(save, so_far)
    ops = diff(renamed.old, renamed.new)
    taken = given_twice(ops, value)
    if taken:
        made = _made(diff(save.old, save.new))
        again = None if _in_the_way(ops, value, taken) else _done_again(save, value, so_far, made)
        if again is not None:
            given.update(zip(made, _made(diff(value, again)), strict=True))
            return replace(save, old=value, new=again, action=Renaming(given).around(save.action)), again
        given.update(zip(made, _next(made, value), strict=True))
        renamed = _as(save, Renaming(given))
        there = (value.rows[key] for key in taken if not NOUN[key.table].letter)
        renamed = replace(renamed, old=renamed.old.put(*there))
        ops = diff(renamed.old, renamed.new)
    with suppress(KeyError):
        value = patch(value, ops)
    return renamed, value


def _as(save: Save, renaming: Renaming) -> Save:
    """A change with other ids."""
    if not renaming:
        return save
    old, new = renaming.workshop(save.old), renaming.workshop(save.new)
    return replace(save, old=old, new=new, action=renaming.around(save.action))


def _in_the_way(ops: Ops, value: Workshop, taken: Iterable[Key]) -> bool:
    """Whether more keeps `ops` from being applied than ids that are taken."""
    free = Workshop({key: row for key, row in value.rows.items() if key not in set(taken)})
    return bool(conflicts(ops, free))


def _done_again(save: Save, value: Workshop, so_far: Renaming, made: list[str]) -> Workshop | None:
    """What the action makes of the value, if it makes as many rows of each kind as it did the first time."""
    try:
        again = so_far.around(save.action)(value)
    except Gone:
        return None
    kinds = [id[0] for id in _made(diff(value, again))]
    return again if kinds == [id[0] for id in made] else None


def _made(ops: Ops) -> list[str]:
    """The ids of the numbered rows that are made, in the order of their tables and numbers."""
    made = [(op.table, int(op.id[1:]), op.id) for op in ops if op.before is None and NOUN[op.table].letter]
    return [id for _, _, id in sorted(made)]


def _next(ids: Iterable[str], value: Workshop) -> Iterable[str]:
    """For each id the next one of its series."""
    last = dict(value.series)
    for id in ids:
        last[id[0]] = last.get(id[0], 0) + 1
        yield f"{id[0]}{last[id[0]]}"
