"""Where a change and what is in the database disagree, field by field, and how to say so."""

from collections.abc import Iterable

from data.difference import Op, Ops
from data.errors import Conflict
from data.nouns.base import Noun
from data.tables import REFERENCES
from data.value import Key, Workshop


def conflicts(ops: Ops, now: Workshop) -> tuple[Conflict, ...]:
    """Return what keeps `ops` from being applied to `now`: rows not as `before` says, references without a row."""
    return (
        *(clash for op in ops for clash in _of_row(op, now.rows.get(Key(op.table, op.id)))),
        *_of_references(ops, now),
    )


def in_words(clash: Conflict, now: Workshop) -> tuple[Key, str]:
    """Return the row somebody touched, and what they did to it: `changed the reason of arena A3 “Clinics”`."""
    missing = _missing(clash, now)
    if missing is not None:
        return missing, f"removed {_noun(missing.table)} {missing.id}"
    key = Key(clash.table, clash.id)
    row = now.rows.get(key)
    if row is None:
        return key, f"removed {_noun(key.table)} {key.id}"
    what = "the brief" if key.table == "brief" else f"{_noun(key.table)} {key.id}{_called(row)}"
    field = clash.field.removesuffix("_id").replace("_", " ")
    return key, f"changed {what}" if clash.field == "id" else f"changed the {field} of {what}"


def _missing(clash: Conflict, now: Workshop) -> Key | None:
    """The row that ours would refer to and that is not there."""
    if clash.mine is None or clash.theirs is not None:
        return None
    for reference in REFERENCES:
        if (reference.table, reference.column) == (clash.table, clash.field):
            target = Key(reference.target, clash.mine)
            return None if target in now.rows else target
    return None


def _of_row(op: Op, row: Noun | None) -> Iterable[Conflict]:
    mine = op.after or {}
    if op.before is None:
        if row is not None:
            fields = [name for name, value in mine.items() if getattr(row, name) != value] or ["id"]
            yield from (Conflict(op.table, op.id, name, mine[name], getattr(row, name)) for name in fields)
    elif row is None:
        yield from (Conflict(op.table, op.id, name, mine.get(name), None) for name in (mine or op.before))
    else:
        for name, was in op.before.items():
            if getattr(row, name) != was:
                yield Conflict(op.table, op.id, name, mine.get(name), getattr(row, name))


def _of_references(ops: Ops, now: Workshop) -> Iterable[Conflict]:
    """Rows that would refer to nothing: ours to a row that is not there, theirs to one that we take away."""
    gone = {Key(op.table, op.id) for op in ops if op.after is None}
    made = {Key(op.table, op.id) for op in ops if op.before is None}
    there = (now.rows.keys() | made) - gone
    ours = {(op.table, op.id): op.after for op in ops if op.after is not None}
    for reference in REFERENCES:
        for (table, id), after in ours.items():
            target = after.get(reference.column) if table == reference.table else None
            if target is not None and Key(reference.target, target) not in there:
                yield Conflict(table, id, reference.column, target, None)
        if not any(key.table == reference.target for key in gone):
            continue
        for key, row in now.rows.items():
            if key.table != reference.table or key in gone or reference.column in ours.get(key, {}):
                continue
            target = getattr(row, reference.column)
            if target is not None and Key(reference.target, target) in gone:
                yield Conflict(*key, reference.column, None, target)


def _noun(table: str) -> str:
    return table.replace("_", " ")


def _called(row: Noun) -> str:
    text = next((text for name in ("name", "title", "text") if (text := getattr(row, name, ""))), "")
    return f" “{text if len(text) <= 40 else text[:39] + '…'}”" if text else ""
