"""What can go wrong with the store, each said in one sentence for the person."""

from dataclasses import dataclass
from typing import Any


class StorageError(Exception):
    """The store cannot do what was asked; `str()` is the sentence to show."""


class NotFound(StorageError):
    """No workshop (any more) answers to that reference."""


class Ambiguous(StorageError):
    """Several workshops begin with that reference; the sentence names them."""


class Unavailable(StorageError):
    """A passing fault: disk full, file locked, server away. Trying again may work."""


class Damaged(StorageError):
    """The file is not a sound database of this program."""


class NewerDatabase(StorageError):
    """The database was made by a newer version and is left untouched."""


class OlderDatabase(StorageError):
    """The database was made by an earlier version and has to be opened by the store before it can be read."""


class WrongLocation(StorageError):
    """What was named is neither a file nor a database the store can use."""


class Unstorable(StorageError):
    """What was typed cannot be kept as it stands: a NUL, half a character, a text past the bound."""


class NothingToUndo(StorageError):
    """The actor has nothing (left) to take back or to do again."""


class UndoRefused(StorageError):
    """Somebody has since changed what would be taken back."""


@dataclass(frozen=True)
class Conflict:
    """One field that two windows changed: ours was not saved. `theirs` is None when the row is gone."""

    table: str
    id: str
    field: str
    mine: Any
    theirs: Any


class Stale(StorageError):
    """The rows changed underneath; nothing of this change was saved."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__("Somebody else changed this in the meantime.")
        self.conflicts = conflicts
