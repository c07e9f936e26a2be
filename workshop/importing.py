"""Taking a workshop in from a file that was exported, as a new one beside those there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from data.faults import of_system
from data.nouns.room import Room
from data.store import Kept, Store
from workshop import steps
from workshop.interchange.reading import Refused, Taken, read
from workshop.interchange.syntax import LARGEST

__all__ = ["Import", "Refused", "read_file", "read_stream"]


@dataclass(frozen=True, slots=True)
class Import:
    """What was read, ready to be kept."""

    taken: Taken

    def keep(self, store: Store) -> Kept:
        """Keep it as a new workshop, whatever others hold: whole or, when this raises StorageError, not at all."""
        value, step = self.taken.workshop, self.taken.step
        known = [each.key for each in steps.load().steps]
        # A room with other steps begins at the first one.
        room = Room(id="R", step=step, looking=step) if step in known else Room(id="R")
        label = f"import “{value.brief.title}”"
        return store.create(value, room, label=label, versions=self.taken.versions)


def read_file(path: Path) -> Import:
    """Return what a file holds; raises StorageError with a sentence for the person."""
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except OSError as error:
        raise of_system(error) from error


def read_stream(stream: BinaryIO) -> Import:
    """Return what a stream holds, read no further than any workshop goes; raises Refused, OSError."""
    return Import(read(stream.read(LARGEST + 1)))
