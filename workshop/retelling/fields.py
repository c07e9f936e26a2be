"""Fields that change, in words: what they were and what they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.difference import Op
from data.value import Key
from workshop import spoken
from workshop.retelling.telling import Line, Scene, Told
from workshop.spoken import Rows

#: Where the workshop's own fields stand.
_BRIEF = Key("brief", "W")


def changed(scene: Scene, op: Op) -> Iterable[Told]:
    """Yield a line for each field of a row that changed; one without fields is named all the same."""
    key = Key(op.table, op.id)
    names = list(op.after or {})
    if op.table == "brief" and "version" in names:
        names = [name for name in names if name not in ("adopted_on", "adopted_at")]
    if not names:
        yield Told(Line(f"{spoken.called(key, scene.either, always=True)}: nothing changed", (key,)), "", 6)
    for name in names:
        kind = f"{op.table}.{name}" if op.table != "brief" else ""
        yield Told(Line(_field(scene, op, key, name), (key,)), kind, _place_of(name))


def _place_of(name: str) -> int:
    return {"version": 0, "first_due": 4, "rank": 4}.get(name, 3)


def _field(scene: Scene, op: Op, key: Key, name: str) -> str:
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


def _rank(scene: Scene, key: Key) -> str:
    """Where a row stood and stands in its list, counted from 1."""
    whose = spoken.called(key, scene.either, always=True)
    was, now = _standing(key, scene.before), _standing(key, scene.after)
    return f"Rank of {whose} stays {now}" if was == now else f"Rank of {whose} {was} → {now}"


def _standing(key: Key, rows: Rows) -> int:
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
