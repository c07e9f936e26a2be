"""The names of keys: Textual's own, and how people see them written."""

from __future__ import annotations

from textual.binding import Binding
from textual.keys import format_key

#: Keys that are written otherwise than by their names, as on the footer of every screen.
_WRITTEN = {"pagedown": "PgDn", "pageup": "PgUp", "delete": "Del", "escape": "Esc", "backspace": "Backspace"}


def parted(keys: str) -> tuple[str, ...]:
    """Return the keys of a list, by Textual's names: "?,f1" as ("question_mark", "f1"). Empty ones are left out."""
    several = ",".join(key.strip() for key in keys.split(",") if key.strip())
    return tuple(each.key for each in Binding.make_bindings([Binding(several, "")])) if several else ()


def written(keys: str) -> str:
    """Return how the first key of a list is written on the footer."""
    first = next(iter(parted(keys)), "")
    modifiers, plus, key = first.rpartition("+")
    shown = _WRITTEN.get(key) or format_key(key)
    return f"{modifiers}{plus}".replace("ctrl+", "^") + (shown.capitalize() if shown.islower() and shown[1:] else shown)
