"""What a room is doing, when several windows say so: each writes what it changed and leaves the rest as it is."""

from collections.abc import Iterable
from typing import Any

from data.nouns.room import Room

#: What is the room's and not a window's: where the group is in its agenda, and its time.
CLOCK = ("step", "spent", "extra", "pausing", "running_since", "stood_since")

#: What is kept elsewhere, or by others than the windows.
_APART = ("id", "archived_at")


def carried(before: Room, after: Room, onto: Room, fields: Iterable[str] | None = None) -> Room:
    """Return `onto` with what changed from `before` to `after`; of a mapping only the keys that did.

    `fields` names the fields that are looked at; None: all but whether the workshop is archived.
    """
    names = [name for name in Room.model_fields if name not in _APART] if fields is None else fields
    changed = {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}
    for name, new in changed.items():
        if isinstance(new, dict):
            changed[name] = _keys(getattr(before, name), new, getattr(onto, name))
    return onto.replace(**changed) if changed else onto


def _keys(before: dict[str, Any], after: dict[str, Any], onto: dict[str, Any]) -> dict[str, Any]:
    gone = before.keys() - after.keys()
    new = {key: value for key, value in after.items() if key not in before or before[key] != value}
    return {key: value for key, value in onto.items() if key not in gone} | new


def sheets_in(room: Room) -> int:
    """Return how many sheets with single answers to a self-assessment a room keeps."""
    sheets = room.sheets.get("sheets", ())
    return len(sheets) if isinstance(sheets, list) else 0
