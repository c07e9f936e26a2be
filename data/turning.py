"""Undo, redo and going back: each done as a change of its own, or refused with what stands in the way."""

from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from sqlalchemy import Connection

from data import log
from data.conflicts import conflicts, in_words
from data.difference import Ops, diff, inverse
from data.errors import Conflict, NotFound, NothingToUndo, UndoRefused
from data.log import Change
from data.reading import read_series, read_value
from data.value import Workshop
from data.writing import write


@dataclass(frozen=True)
class Undone:
    """What undo, redo or going back did: the number of the new log entry, the label and number of the change it turned,
    or went back to, and the difference it made.
    """

    seq: int
    label: str
    change: int
    ops: Ops


def turn(connection: Connection, workshop_id: str, seq: int, at: datetime, actor: str, *, back: bool) -> Undone:
    """Take back the actor's last change (`back`), or do again what was last taken back, as the change `seq`.

    Raises NothingToUndo, or UndoRefused when somebody has since changed what the change touched.
    """
    stacks = log.stacks(connection, workshop_id, actor)
    stack = stacks.undo if back else stacks.redo
    if not stack:
        raise NothingToUndo(f"There is nothing of yours to {'undo' if back else 'redo'}.")
    change = log.read_change(connection, workshop_id, stack[-1])
    ops = inverse(change.ops) if back else change.ops
    now = read_value(connection, workshop_id)
    clashes = conflicts(ops, now)
    if clashes:
        _refuse(connection, workshop_id, change, clashes[0], now, back=back)
    write(connection, workshop_id, ops)
    label = f"{'Undo' if back else 'Redo'}: {change.label}"
    turned = {"undoes" if back else "redoes": change.seq}
    log.append(connection, workshop_id, Change(seq, at, actor, label, "", ops, **turned))
    return Undone(seq, change.label, change.seq, ops)


def go_back(connection: Connection, workshop_id: str, seq: int, at: datetime, actor: str, to: int) -> Undone:
    """Make the workshop what it was after the change `to`, as the change `seq`, whoever changed it since.

    Raises NotFound for a number the log does not have before `seq`, NothingToUndo when nothing differs.
    """
    now, then = read_value(connection, workshop_id), value_at(connection, workshop_id, to, seq - 1)
    ops = diff(now, then)
    if not ops:
        raise NothingToUndo("There is nothing to take back: everything stands as it did then.")
    write(connection, workshop_id, ops)
    change = log.read_change(connection, workshop_id, to)
    log.append(connection, workshop_id, Change(seq, at, actor, f"Back to: {change.label}", "", ops, back_to=to))
    return Undone(seq, change.label, to, ops)


def value_at(connection: Connection, workshop_id: str, seq: int, last: int) -> Workshop:
    """Return the value after the change `seq`, of `last` in all, by replay; raises NotFound.

    Its series are today's, so that what is made from it never gives an id twice.
    """
    if not 1 <= seq <= last:
        raise NotFound(f"The history has no change {seq}: it goes from 1 to {last}.")
    then = log.replay(log.read_changes(connection, workshop_id, seq))
    return Workshop(then.rows, read_series(connection, workshop_id))


def _refuse(
    connection: Connection, workshop_id: str, change: Change, clash: Conflict, now: Workshop, *, back: bool
) -> NoReturn:
    """Say what somebody changed since, and who that was."""
    touched, did = in_words(clash, now)
    later = (c for c in reversed(log.read_changes(connection, workshop_id)) if c.seq > change.seq)
    who = next((c.actor for c in later if touched in {op[:2] for op in c.ops}), "") or "somebody"
    raise UndoRefused(f"“{change.label}” cannot be {'undone' if back else 'done again'}: {who} has since {did}.")
