"""Undo and redo: what an actor may turn, done as a change of its own, or refused with what stands in the way."""

from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from sqlalchemy import Connection

from data import log
from data.conflicts import conflicts, in_words
from data.difference import Ops, inverse
from data.errors import Conflict, NothingToUndo, UndoRefused
from data.log import Change
from data.reading import read_value
from data.value import Workshop
from data.writing import write


@dataclass(frozen=True)
class Undone:
    """What undo or redo did: the number of the new log entry, the label and number of the change it turned, and the
    difference it made.
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


def _refuse(
    connection: Connection, workshop_id: str, change: Change, clash: Conflict, now: Workshop, *, back: bool
) -> NoReturn:
    """Say what somebody changed since, and who that was."""
    touched, did = in_words(clash, now)
    later = (c for c in reversed(log.read_changes(connection, workshop_id)) if c.seq > change.seq)
    who = next((c.actor for c in later if touched in {op[:2] for op in c.ops}), "") or "somebody"
    raise UndoRefused(f"“{change.label}” cannot be {'undone' if back else 'done again'}: {who} has since {did}.")
