"""What can go wrong with the store, each said in one sentence for the person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


class Gone(KeyError):
    """The row that something is to be done with is not there (any more)."""


class StorageError(Exception):
    """The store cannot do what was asked; `str()` is the sentence to show."""


class NotFound(StorageError):
    """No workshop (any more) answers to that reference."""


class Ambiguous(StorageError):
    """Several workshops begin with that reference; the sentence names them."""


@dataclass(frozen=True)
class Attempt:
    """A change that may be stored although its answer was lost: as number `seq` of a workshop's log, done `at`."""

    id: str
    seq: int
    at: datetime


class Unavailable(StorageError):
    """A passing fault: disk full, file locked, server away. Trying again may work.

    With an `attempt` it is not known whether the change was stored: `Store.outcome` tells.
    """

    def __init__(self, sentence: str, attempt: Attempt | None = None) -> None:
        super().__init__(sentence)
        self.attempt = attempt


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
    """The rows changed underneath; nothing of this change was saved.

    `given_twice`: some of its new rows have ids that somebody else gave to others meanwhile, or are links that are
    there by now. Without these, what is left of the conflicts, if anything, is one.
    """

    def __init__(self, conflicts: tuple[Conflict, ...], *, given_twice: bool = False) -> None:
        super().__init__("Somebody else changed this in the meantime.")
        self.conflicts = conflicts
        self.given_twice = given_twice
