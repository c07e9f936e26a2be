"""Rows that are given other ids, because another window gave theirs to rows of its own at the same moment."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from data.difference import Ops
from data.nouns.base import Noun
from data.nouns.room import Room
from data.tables import NOUN, REFERENCES
from data.value import Key, Workshop

#: Fields that hold ids and are no references, since they outlive the row.
_BY_ID_ALONE: Mapping[str, tuple[str, ...]] = {
    "acceptance": ("item",),
    "adjustment": ("item", "reviewed"),
    "check_in": ("about",),
}

#: Which fields of each noun hold ids of others.
_HOLDS: Mapping[str, tuple[str, ...]] = {
    table: (*(each.column for each in REFERENCES if each.table == table), *_BY_ID_ALONE.get(table, ()))
    for table in NOUN
}

#: An id wherever it stands by itself: in `P1-A3`, `card/A7`, `RSK-01:R2`.
_ID = re.compile(r"(?<!\w)[A-Z][0-9]+(?!\w)")


class Renaming:
    """Ids and what each becomes. It can be taken back: an id that is given anew leaves its own to whom it pushes out.

    False while it changes nothing.
    """

    def __init__(self, to: Mapping[str, str] | None = None) -> None:
        """`to` maps each id that changes to the one it becomes; no two become the same."""
        self._to = dict(to or {})
        for new in set(self._to.values()) - self._to.keys():
            # Follow the chain back to where it begins: A7 -> A8 -> A9 is closed by A9 -> A7.
            old = new
            while (before := next((key for key, value in self._to.items() if value == old), None)) is not None:
                old = before
            self._to[new] = old

    def __bool__(self) -> bool:
        return bool(self._to)

    def __repr__(self) -> str:
        return f"<Renaming {self._to}>"

    @cached_property
    def back(self) -> "Renaming":
        """The renaming that takes this one back."""
        return Renaming({new: old for old, new in self._to.items()})

    def then(self, following: "Renaming") -> "Renaming":
        """What both come to, one after the other."""
        ids = self._to.keys() | following._to.keys()
        both = {id: following.id(self.id(id)) for id in ids}
        return Renaming({old: new for old, new in both.items() if old != new})

    def id(self, id: str) -> str:
        """What an id becomes."""
        return self._to.get(id, id)

    def place(self, text: str) -> str:
        """What the name of a place on a screen, or of a half-typed answer, becomes."""
        return _ID.sub(lambda found: self.id(found[0]), text) if self._to else text

    def row(self, row: Noun) -> Noun:
        """A row with its own id, and those it refers to, as they become."""
        fields = {name: self._held(getattr(row, name)) for name in _HOLDS[row.table]}
        if row.letter:
            id = self.id(row.id)
        else:
            # The id of a link, or of what is said of a row, is made of theirs.
            held = {getattr(row, name): new for name, new in fields.items() if isinstance(new, str)}
            id = _ID.sub(lambda found: held.get(found[0], found[0]), row.id)
        return (
            row
            if id == row.id and all(getattr(row, name) == new for name, new in fields.items())
            else row.replace(id=id, **fields)
        )

    def workshop(self, value: Workshop) -> Workshop:
        """A value with every row as it becomes."""
        if not self._to:
            return value
        rows = map(self.row, value.rows.values())
        return Workshop({Key(row.table, row.id): row for row in rows}, value.series)

    def room(self, room: Room) -> Room:
        """A room with what is selected and half typed in it where it becomes to be; where documents go stays."""
        if not self._to:
            return room
        return room.replace(
            selection={
                self.place(name): item if name.startswith("export/") else self.place(item)
                for name, item in room.selection.items()
            },
            drafts={self.place(name): text for name, text in room.drafts.items()},
        )

    def around(self, action: Callable[[Workshop], Workshop]) -> Callable[[Workshop], Workshop]:
        """An action that was meant for the ids as they were, to be done with the ids as they become."""
        return (lambda value: self.workshop(action(self.back.workshop(value)))) if self._to else action

    def _held(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self.id, value))
        return value if value is None else self.id(value)


def given_twice(ops: Ops, now: Workshop) -> tuple[Key, ...]:
    """The rows that `ops` would make and cannot, though nothing disagrees: their ids, which stand for nothing but the
    order in which rows were made, are other rows' in `now`; or they are links that are there already.
    """
    found: list[Key] = []
    for op in ops:
        row = now.rows.get(Key(op.table, op.id)) if op.before is None else None
        if row is not None and (row.letter or row.__dict__ == op.after):
            found.append(Key(op.table, op.id))
    return tuple(found)
