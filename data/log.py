"""The log of a workshop: what was done, by whom, and what each actor may take back or do again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Text, bindparam, cast, insert, select

from data.difference import Ops, patch, to_json
from data.formats import FORMAT, read_ops
from data.tables import CHANGE
from data.value import Workshop


@dataclass(frozen=True)
class Change:
    """One user action: its number, when, by whom, in words, why, and the difference it made.

    `undoes` and `redoes` are the number of the change that this one takes back or does again, `back_to` that of the
    change after which everything is taken back.
    """

    seq: int
    at: datetime
    actor: str
    label: str
    reason: str
    ops: Ops
    undoes: int | None = None
    redoes: int | None = None
    back_to: int | None = None

    @property
    def turns(self) -> bool:
        """Whether it does no more than take back, or do again, what was done before."""
        return (self.undoes, self.redoes, self.back_to) != (None, None, None)


class Turned(Protocol):
    """What of a change says which others it takes back."""

    @property
    def seq(self) -> int: ...
    @property
    def undoes(self) -> int | None: ...
    @property
    def redoes(self) -> int | None: ...
    @property
    def back_to(self) -> int | None: ...


class Stacks(NamedTuple):
    """The changes an actor may take back and do again, the next one last."""

    undo: list[int]
    redo: list[int]


_ROW = select(
    CHANGE.c.seq,
    CHANGE.c.at,
    CHANGE.c.actor,
    CHANGE.c.label,
    CHANGE.c.reason,
    CHANGE.c.ops,
    CHANGE.c.undoes,
    CHANGE.c.redoes,
    CHANGE.c.back_to,
    CHANGE.c.format,
).where(CHANGE.c.workshop_id == bindparam("workshop"))
_UP_TO = _ROW.where(CHANGE.c.seq <= bindparam("upto")).order_by(CHANGE.c.seq)
_ONE = _ROW.where(CHANGE.c.seq == bindparam("one"))
_STEPS = (
    select(CHANGE.c.seq, CHANGE.c.undoes, CHANGE.c.redoes, (cast(CHANGE.c.ops, Text) == "[]").label("empty"))
    .where(CHANGE.c.workshop_id == bindparam("workshop"), CHANGE.c.actor == bindparam("by"))
    .order_by(CHANGE.c.seq)
)
_APPEND = insert(CHANGE)
_LAST = 2**31 - 1


def append(connection: Connection, workshop_id: str, change: Change) -> None:
    """Add a change to the end of the log."""
    kept = {**change.__dict__, "workshop_id": workshop_id, "format": FORMAT, "ops": to_json(change.ops)}
    connection.execute(_APPEND, kept)


def read_change(connection: Connection, workshop_id: str, seq: int) -> Change:
    """Return one change; raises LookupError when the log has none of that number."""
    row = connection.execute(_ONE, {"workshop": workshop_id, "one": seq}).one_or_none()
    if row is None:
        raise LookupError(seq)
    return _change(row)


def read_changes(connection: Connection, workshop_id: str, upto: int | None = None) -> tuple[Change, ...]:
    """Return the log from the creation on, to the change `upto` inclusive."""
    rows = connection.execute(_UP_TO, {"workshop": workshop_id, "upto": _LAST if upto is None else upto})
    return tuple(_change(row) for row in rows)


def replay(changes: Iterable[Change]) -> Workshop:
    """Return the value that changes, from the creation on, lead to."""
    return patch(None, tuple(op for change in changes for op in change.ops))


def stacks(connection: Connection, workshop_id: str, actor: str) -> Stacks:
    """Return what an actor may take back and do again.

    The creation of the workshop stays; a change that came to nothing is passed over; any ordinary change of the
    actor's ends what could be done again.
    """
    undo: list[int] = []
    redo: list[int] = []
    for row in connection.execute(_STEPS, {"workshop": workshop_id, "by": actor}):
        if row.undoes is not None:
            undo.remove(row.undoes)
            redo.append(row.undoes)
        elif row.redoes is not None:
            redo.remove(row.redoes)
            undo.append(row.redoes)
        else:
            redo.clear()
            if not row.empty and row.seq > 1:
                undo.append(row.seq)
    return Stacks(undo, redo)


def taken_back(log: Iterable[Turned]) -> dict[int, int]:
    """Return the changes that are not in effect, each with the number of the change that took it back.

    Which changes are in effect is a state as the rows are: each change makes a difference to it, which undo inverts and
    redo makes again, and going back to a change restores the state after it. So what had been taken back only later
    is in effect again. `log` is in its order; changes that none of the others turns may be left out.
    """
    by: dict[int, int] = {}
    valid: set[int] = set()
    effects: dict[int, _Effect] = {}
    for change in log:
        if change.undoes is not None:
            went, came = effects.get(change.undoes, _NO_EFFECT)
        elif change.redoes is not None:
            came, went = effects.get(change.redoes, _NO_EFFECT)
        elif change.back_to is not None:
            came, went = _back_to(change.back_to, effects)
            came |= {change.seq}
        else:
            came, went = {change.seq}, set()
        effect = effects[change.seq] = _Effect(came - valid, went & valid)
        valid -= effect.went
        valid |= effect.came
        by |= dict.fromkeys(effect.went, change.seq)
        for seq in effect.came:
            by.pop(seq, None)
    return by


class _Effect(NamedTuple):
    """The changes that come into effect by a change, and those that go out of it."""

    came: set[int]
    went: set[int]


_NO_EFFECT = _Effect(set(), set())


def _back_to(seq: int, effects: Mapping[int, _Effect]) -> _Effect:
    """What all changes since `seq` come to, the other way round."""
    came: set[int] = set()
    went: set[int] = set()
    for later in reversed(list(effects)):
        if later <= seq:
            break
        effect = effects[later]
        came, went = (came - effect.came) | (effect.went - went), (went - effect.went) | (effect.came - came)
    return _Effect(came, went)


def _change(row: Any) -> Change:
    ops = read_ops(row.ops, row.format)
    return Change(row.seq, row.at, row.actor, row.label, row.reason, ops, row.undoes, row.redoes, row.back_to)
