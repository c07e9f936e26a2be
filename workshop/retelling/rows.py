"""Rows that come and go, in words; what goes or comes along with another row is told with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from data.difference import Fields, Op
from data.value import Key
from workshop import spoken
from workshop.retelling.telling import Line, Scene, Told
from workshop.spoken import Rows
from workshop.text import line as one_line


def families(ops: Sequence[Op]) -> tuple[list[Op], dict[Key, list[Op]]]:
    """Return the operations on rows that come or go by themselves, and for each of those what goes along with it."""
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


def row(scene: Scene, op: Op, along: Sequence[Op]) -> Told:
    """Return a row that comes or goes as a line, with what goes along with it."""
    gone = op.after is None
    key, rows = Key(op.table, op.id), scene.before if gone else scene.after
    fields = rows.get(key) or op.before or op.after or {}
    keys = (key, *(Key(each.table, each.id) for each in along))
    if (sentence := _SENTENCES.get(op.table)) is not None:
        told = Line(sentence(fields, scene.either, gone), keys, _under(scene, along))
        return Told(told, "", 1 if op.table == "brief" else 3)
    if len(ends := spoken.ends(op.table)) == 2:
        one, other = (spoken.called(Key(target, str(fields.get(column))), scene.either) for column, target in ends)
        return Told(
            Line(_LINKS.get(op.table, _link(op.table))[gone].format(one_line(one), one_line(other)), keys), "", 4
        )
    verb = "Took away" if gone else "Brought back" if key in scene.ever else "Added"
    named = f"{spoken.noun(op.table, fields)} {spoken.called(key, rows, always=True)}"
    whole = [
        spoken.called(Key(target, str(fields.get(column))), scene.either) for column, target in spoken.needed(op.table)
    ]
    to = "".join(f" {'from' if gone else 'to'} {each}" for each in whole)
    text = f"{verb} {named}{to}{_with(along)}"
    return Told(Line(text, keys, _under(scene, along)), f"{verb} {op.table}", 5 if op.table == "party" else 2)


def _under(scene: Scene, along: Sequence[Op]) -> tuple[str, ...]:
    """What came or went along with a row, line by line."""
    return tuple(row(scene, each, ()).line.text for each in along)


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
