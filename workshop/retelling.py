"""What a change did, in words: read from its operations, so that it says what is true whatever it was called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.difference import Fields, Op, Ops
from data.value import Key
from workshop import spoken
from workshop.spoken import Rows
from workshop.text import line as one_line

#: Where the workshop's own fields stand.
_BRIEF = Key("brief", "W")

#: From so many rows on that have the same done to them, they are told as a number.
_MANY = 4


class Line(NamedTuple):
    """One thing that a change did, the rows it did it to, and in `under` what is left out of `text`, line by line."""

    text: str
    rows: tuple[Key, ...] = ()
    under: tuple[str, ...] = ()


class _Told(NamedTuple):
    """A line, what it is about in one word ("" for itself alone), and its weight: the lightest stand last."""

    line: Line
    kind: str
    weight: int


@dataclass(frozen=True)
class _Scene:
    """The rows before and after a change, and which there had ever been."""

    before: Rows
    after: Rows
    ever: Collection[Key]

    @property
    def either(self) -> Rows:
        """Every row, as it is now or else as it was."""
        return {**self.before, **self.after}


def applied(rows: Rows, ops: Ops) -> Rows:
    """Return the rows as operations leave them. What does not fit is taken as the operation has it."""
    after = dict(rows)
    for op in ops:
        key = Key(op.table, op.id)
        if op.after is None:
            after.pop(key, None)
        else:
            after[key] = {"id": op.id, **(after.get(key, op.before or {}) if op.before is not None else {}), **op.after}
    return after


def retold(before: Rows, after: Rows, ops: Ops, ever: Collection[Key] = ()) -> tuple[Line, ...]:
    """Return what `ops`, which lead from one set of rows to the other, did: the weightiest first, every row named.

    What goes or comes along with another row is told with it; where much of the same was done, a number says so. A
    row that is in `ever`, and not in `before`, is brought back rather than added.
    """
    lost = {Key(op.table, op.id): op.before or {} for op in ops if _lost(op, before)}
    scene = _Scene({**before, **lost}, after, ever)
    told: list[_Told] = []
    for direction in (_gone, _come):
        roots, along = _families([op for op in ops if direction(op)])
        for op in roots:
            told.append(_row(scene, op, along.get(Key(op.table, op.id), ())))
    for op in ops:
        if op.before is not None and op.after is not None:
            told += _changed(scene, op)
    told.sort(key=lambda each: each.weight)
    alike: dict[str, list[Line]] = {}
    for each in told:
        alike.setdefault(each.kind or f"{len(alike)} alone", []).append(each.line)
    lines: list[Line] = []
    for kind, same in alike.items():
        lines += [_folded(kind, same)] if len(same) >= _MANY else same
    return tuple(lines)


def _gone(op: Op) -> bool:
    return op.after is None


def _come(op: Op) -> bool:
    return op.before is None and op.after is not None


def _lost(op: Op, rows: Rows) -> bool:
    """Whether it is about a row that should be there and is not."""
    return op.before is not None and Key(op.table, op.id) not in rows


# -- rows that come and go -------------------------------------------------------------------------------------------


def _families(ops: Sequence[Op]) -> tuple[list[Op], dict[Key, list[Op]]]:
    """The operations on rows that come or go by themselves, and for each of those the ones that go along with it."""
    there = {Key(op.table, op.id): op for op in ops}
    along: dict[Key, list[Op]] = {}
    roots = []
    for key, op in there.items():
        head, seen = key, {key}
        while (above := _above(there[head], there)) is not None and above not in seen:
            head = above
            seen.add(above)
        if head == key or above in seen:
            roots.append(op)
        else:
            along.setdefault(head, []).append(op)
    return roots, along


def _above(op: Op, there: Mapping[Key, Op]) -> Key | None:
    """The row among `there` that a row cannot do without."""
    fields = op.before if op.after is None else op.after
    keys = (Key(target, str((fields or {}).get(column))) for column, target in spoken.needed(op.table))
    return next((key for key in keys if key in there), None)


def _row(scene: _Scene, op: Op, along: Sequence[Op]) -> _Told:
    """A row that comes or goes."""
    gone = op.after is None
    key, rows = Key(op.table, op.id), scene.before if gone else scene.after
    fields = rows.get(key) or op.before or op.after or {}
    keys = (key, *(Key(each.table, each.id) for each in along))
    if (sentence := _SENTENCES.get(op.table)) is not None:
        told = Line(sentence(fields, scene.either, gone), keys, _under(scene, along))
        return _Told(told, "", 1 if op.table == "brief" else 3)
    if len(ends := spoken.ends(op.table)) == 2:
        one, other = (spoken.called(Key(target, str(fields.get(column))), scene.either) for column, target in ends)
        return _Told(
            Line(_LINKS.get(op.table, _link(op.table))[gone].format(one_line(one), one_line(other)), keys), "", 4
        )
    verb = "Took away" if gone else "Brought back" if key in scene.ever else "Added"
    named = f"{spoken.noun(op.table, fields)} {spoken.called(key, rows, always=True)}"
    whole = [
        spoken.called(Key(target, str(fields.get(column))), scene.either) for column, target in spoken.needed(op.table)
    ]
    to = "".join(f" {'from' if gone else 'to'} {each}" for each in whole)
    text = f"{verb} {named}{to}{_with(along)}"
    return _Told(Line(text, keys, _under(scene, along)), f"{verb} {op.table}", 5 if op.table == "party" else 2)


def _under(scene: _Scene, along: Sequence[Op]) -> tuple[str, ...]:
    """What came or went along with a row, line by line."""
    return tuple(_row(scene, each, ()).line.text for each in along)


def _with(along: Sequence[Op]) -> str:
    """ " with 2 conditions and 1 capability"; links go without saying."""
    counts = Counter(op.table for op in along if len(spoken.ends(op.table)) != 2)
    counted = [spoken.counted(table, count) for table, count in counts.items()]
    if not counted:
        return ""
    return f" with {' and '.join(filter(None, (', '.join(counted[:-1]), counted[-1])))}"


def _began(fields: Fields, rows: Rows, gone: bool) -> str:
    return f"{'Took away' if gone else 'Began'} the workshop {spoken.quoted(fields.get('title') or '')}".rstrip()


def _accepted(fields: Fields, rows: Rows, gone: bool) -> str:
    message = spoken.quoted(fields.get("message") or fields.get("code") or "")
    if gone:
        return f"Opened {message} again"
    reason = fields.get("reason")
    return f"Went past {message}" + (f": {spoken.quoted(reason)}" if reason else "")


def _assessed(fields: Fields, rows: Rows, gone: bool) -> str:
    people = fields.get("respondents")
    said = "one person" if people == 1 else f"{people} people"
    return f"{'Took away' if gone else 'Counted'} the self-assessment of {said}"


def _timed(fields: Fields, rows: Rows, gone: bool) -> str:
    name = spoken.called(Key("stretch", str(fields.get("id") or "")), rows)
    if gone:
        return f"Forgot how long {name} takes"
    taken = fields.get("taken")
    if isinstance(taken, int):
        return f"Finished {name} after {taken} {'minute' if taken == 1 else 'minutes'}"
    return f"{name} took {fields.get('before')} minutes last time"


_SENTENCES: Mapping[str, Callable[[Fields, Rows, bool], str]] = {
    "brief": _began,
    "acceptance": _accepted,
    "stretch": _timed,
    "assessment": _assessed,
}

#: What a link says, and what it says when it goes.
_LINKS: Mapping[str, tuple[str, str]] = {
    "serves": ("{0} serves {1}", "{0} no longer serves {1}"),
    "helps": ("{1} helps with {0}", "{1} no longer helps with {0}"),
    "needs": ("{0} needs {1} first", "{0} no longer needs {1} first"),
    "attends": ("{1} was there", "{1} was not there"),
    "agreed": ("Agreed {1}", "No longer agreed {1}"),
    "report": ("Reported on {1}", "No longer reported on {1}"),
    "follow_up": ("Answered {1}", "No longer answered {1}"),
    "reading": ("Measured {1}", "No longer measured {1}"),
    "revisit": ("Looked at {1} again", "No longer looked at {1} again"),
    "watch": ("Asked whether {1} had fired", "No longer asked whether {1} had fired"),
    "judgment": ("Judged {1}", "No longer judged {1}"),
}


def _link(table: str) -> tuple[str, str]:
    word = table.replace("_", " ")
    return f"{{0}}: {word} {{1}}", f"{{0}}: no longer {word} {{1}}"


# -- fields that change ----------------------------------------------------------------------------------------------


def _changed(scene: _Scene, op: Op) -> Iterable[_Told]:
    """A line for each field of a row that changed; one without fields is named all the same."""
    key = Key(op.table, op.id)
    names = list(op.after or {})
    if op.table == "brief" and "version" in names:
        names = [name for name in names if name not in ("adopted_on", "adopted_at")]
    if not names:
        yield _Told(Line(f"{spoken.called(key, scene.either, always=True)}: nothing changed", (key,)), "", 6)
    for name in names:
        kind = f"{op.table}.{name}" if op.table != "brief" else ""
        yield _Told(Line(_field(scene, op, key, name), (key,)), kind, _weight(name))


def _weight(name: str) -> int:
    return {"version": 0, "first_due": 4, "rank": 4}.get(name, 3)


def _field(scene: _Scene, op: Op, key: Key, name: str) -> str:
    if name == "rank":
        return _rank(scene, key)
    was, now = ((op.before or {}).get(name), (op.after or {}).get(name))
    if (op.table, name) == ("brief", "version"):
        version = adopted(op)
        return f"Adopted the plan as version {version}" if version else f"Withdrew version {was} of the plan"
    if (op.table, name) == ("brief", "voting"):
        return "Opened the vote" if now else "Closed the vote"
    if (op.table, name) == ("priority", "dots") and scene.after.get(_BRIEF, {}).get("voting"):
        # The history stands on the wall, too, while the counts are not to be seen yet.
        return f"{'Counted' if now is not None else 'No longer counted'} the dots of {spoken.called(key, scene.either)}"
    old, new = spoken.value(key, name, was, scene.before), spoken.value(key, name, now, scene.after)
    subject = spoken.label(op.table, name)
    if spoken.is_own(op.table, name):
        subject = spoken.noun(op.table, scene.after.get(key, {}))
    elif op.table != "brief":
        subject = f"{subject} of {spoken.called(key, scene.either, always=True)}"
    subject = f"{subject[:1].upper()}{subject[1:]}"
    if not old:
        return f"{subject}: {new or 'nothing'}"
    if old == new:
        return f"{subject}: reworded"
    return f"{subject}: {old} → {new or 'nothing'}"


def adopted(op: Op) -> int | None:
    """Return the version of the plan that an operation adopts; None for any other."""
    if op.table != "brief" or op.before is None or op.after is None:
        return None
    was, now = op.before.get("version") or 0, op.after.get("version")
    return now if isinstance(now, int) and isinstance(was, int) and now > was else None


def _rank(scene: _Scene, key: Key) -> str:
    """Where a row stood and stands in its list, counted from 1."""
    whose = spoken.called(key, scene.either, always=True)
    was, now = _place(key, scene.before), _place(key, scene.after)
    return f"Rank of {whose} stays {now}" if was == now else f"Rank of {whose} {was} → {now}"


def _place(key: Key, rows: Rows) -> int:
    """Where a row stands in the list it is ranked in: among those of the same state and of the same row above."""
    mine = rows.get(key, {})
    apart = (*(column for column, _ in spoken.needed(key.table)), _STATE.get(key.table, "id of no row"))

    def order(other: Key) -> tuple[str, int, str]:
        number = "".join(filter(str.isdecimal, other.id))
        return str(rows[other].get("rank") or ""), int(number or 0), other.id

    if key not in rows:
        return 1
    beside = [
        other
        for other, fields in rows.items()
        if other.table == key.table and all(str(fields.get(column)) == str(mine.get(column)) for column in apart)
    ]
    return sum(order(other) <= order(key) for other in beside)


#: The field that puts rows of a table into separate lists.
_STATE: Mapping[str, str] = {"arena": "verdict", "priority": "status"}


def _folded(kind: str, lines: Sequence[Line]) -> Line:
    """Many lines of one kind as one: "Added 12 priorities", "First date of 9 milestones"."""
    rows = tuple(key for line in lines for key in line.rows)
    under = tuple(text for line in lines for text in (line.text, *line.under))
    table, _, name = kind.partition(".")
    if name:
        label = spoken.label(table, name)
        return Line(f"{label[:1].upper()}{label[1:]} of {spoken.counted(table, len(lines))}", rows, under)
    verb, _, table = kind.rpartition(" ")
    return Line(f"{verb} {spoken.counted(table, len(lines))}", rows, under)
