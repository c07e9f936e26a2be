"""Workshops kept in a database: one call is one transaction, and only frozen values come out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, bindparam, insert, select, text, update

from data import copies, log, versions, wiping
from data.conflicts import conflicts
from data.difference import Ops, diff
from data.engine import for_reading, transaction
from data.errors import Attempt, NotFound, Stale, Unavailable
from data.listing import Listing, select_listing
from data.location import file_of
from data.log import Change
from data.nouns.room import Room
from data.reading import GONE, find, identity, read_room, read_value
from data.refs import candidates
from data.renaming import given_twice
from data.rooms import carried, sheets_in
from data.schema import open_ready
from data.tables import ROOM, WORKSHOP
from data.turning import Undone, go_back, turn, value_at
from data.value import Workshop
from data.versions import Version
from data.watch import Watch
from data.writing import check_storable, erase, raise_series, write, write_room

# Built once: building a statement takes as long as running it.
_NEXT = (
    update(WORKSHOP)
    .where(WORKSHOP.c.id == bindparam("workshop"))
    .values(seq=WORKSHOP.c.seq + 1, touched_at=bindparam("touched_at"))
    .returning(WORKSHOP.c.seq)
)
_TAKEN = select(WORKSHOP.c.id).where(WORKSHOP.c.ref == bindparam("ref"))


@dataclass(frozen=True)
class Kept:
    """A workshop as it is in the database; `seq` is the number of its last change."""

    id: str
    ref: str
    value: Workshop
    room: Room
    seq: int


class Store:
    """The workshops of one database.

    A call that returns has been committed with everything flushed to disk; one that raises has stored nothing. Any
    call may raise Unavailable (a passing fault) or Damaged, and one about a workshop that was deleted NotFound. For
    one thread at a time.
    """

    def __init__(self, url: str, *, actor: str, now: Callable[[], datetime], ids: Callable[[], str]) -> None:
        """Open `url`, a path or the address of a server, and make it ready.

        `actor` signs the changes made here, `now` returns the instant with its zone, `ids` a new text each time.
        Raises NewerDatabase, Damaged, Unavailable or WrongLocation.
        """
        self._file = file_of(url)
        self._actor, self._now, self._ids = actor, now, ids
        self._engine = open_ready(url, now)
        self._reading = for_reading(self._engine)
        self._writing = self._engine.execution_options(write=True)
        self._watch = Watch(self._reading)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # -- which workshops there are -----------------------------------------------------------------------------

    def listing(self, archived: bool = False) -> list[Listing]:
        """Return a line for each workshop, the last touched first: those at hand, or those archived."""
        with transaction(self._reading) as connection:
            return select_listing(lambda query: connection.execute(text(query)), archived=archived)

    def find(self, ref: str) -> str:
        """Return the id of the workshop with this ref, or the only one that begins so; raises NotFound, Ambiguous."""
        with transaction(self._reading) as connection:
            return find(connection, ref)

    def changed_elsewhere(self) -> bool:
        """True when somebody else has written to the database since the last time this was asked; cheap."""
        return self._watch.changed()

    # -- one workshop ------------------------------------------------------------------------------------------

    def create(
        self,
        value: Workshop,
        room: Room | None = None,
        *,
        label: str = "Workshop made",
        versions: Sequence[Version] = (),
    ) -> Kept:
        """Keep a new workshop; its ref comes from its title and never changes. Raises Unstorable.

        `versions` are those of its plan that were published elsewhere, before its log begins.
        """
        ops = diff(None, value)
        room = room or Room(id="R")
        check_storable((label, room.__dict__, *(op.after for op in ops), *(version.document for version in versions)))
        for _ in range(3):
            try:
                return self._create(value, ops, room, label, versions)
            except Stale:  # another process took the same ref in the meantime
                missing = conflicts(ops, Workshop({}))
                if missing:
                    raise Stale(missing) from None
        raise Unavailable("Others are adding workshops at the same time: try again.")

    def load(self, id: str) -> Kept:
        """Return a workshop as it is now."""
        with transaction(self._reading) as connection:
            found = identity(connection, id)
            return Kept(id, found.ref, read_value(connection, id), read_room(connection, id), found.seq)

    def head(self, id: str) -> int:
        """Return the number of a workshop's last change."""
        with transaction(self._reading) as connection:
            return identity(connection, id).seq

    def save(self, id: str, ops: Ops, *, label: str, reason: str = "", publishes: bool = False) -> int:
        """Write a difference and log it as one change; return the number of that change.

        `publishes` keeps the result as the plan's next version. Raises Stale with what differs when somebody else
        changed the same fields or removed what is referred to, Unstorable for text or numbers no database takes.
        """
        check_storable((label, reason, *(op.after for op in ops)))
        if not ops and not publishes:
            return self.head(id)
        try:
            with self._change(id) as (connection, seq, at):
                write(connection, id, ops)
                log.append(connection, id, Change(seq, at, self._actor, label, reason, ops))
                if publishes:
                    versions.publish(connection, id, seq, at)
        except Stale:
            now = self.load(id).value
            raise Stale(conflicts(ops, now), given_twice=bool(given_twice(ops, now))) from None
        return seq

    def outcome(self, attempt: Attempt) -> Change | None:
        """Return the change that an attempt made, or None when it was not stored."""
        with transaction(self._reading) as connection:
            if identity(connection, attempt.id).seq < attempt.seq:
                return None
            change = log.read_change(connection, attempt.id, attempt.seq)
        return change if (change.actor, change.at) == (self._actor, attempt.at) else None

    def room(self, id: str) -> Room:
        """Return what the room is doing now."""
        with transaction(self._reading) as connection:
            return read_room(connection, id)

    def keep_room(self, id: str, room: Room, *, since: Room | None = None) -> Room:
        """Keep what the room is doing, outside the log, and return it as it is kept.

        `since` is the room as this window found it: what it did not change is left as others have it. Without it all is
        written. `archived_at` is left to `archive` and `restore`. Sheets of answers that it no longer has are thrown
        away for good: none of them is left in the file, its journal or the automatic backups beside it. (Where another
        program is in the way, at the next opening.)
        """
        check_storable((room.__dict__,))
        with transaction(self._writing) as connection:
            before = read_room(connection, id, to_write=True)
            after = carried(since or before, room, before)
            thrown_away = self._file is not None and sheets_in(after) < sheets_in(before)
            write_room(connection, id, before, after)
            if thrown_away:
                wiping.mark(connection)
        self._watch.kept(id, after)
        if self._file is not None and thrown_away:
            copies.forget_sheets(self._file, id)
            wiping.wipe(self._engine)
        return after

    def archive(self, id: str) -> None:
        """Take a workshop out of the list of those at hand."""
        self._set_archived(id, self._now())

    def restore(self, id: str) -> None:
        """Put an archived workshop back among those at hand."""
        self._set_archived(id, None)

    def delete(self, id: str) -> None:
        """Delete a workshop for good: its rows, log and versions, here and in the automatic backups beside the file.

        None of its words is left in the file, its journal or those backups. (A server frees its disk in its own time.)
        Raises Unavailable also when the workshop is gone, but another program keeps the file from being rewritten;
        that is done at the next opening then.
        """
        self.head(id)
        if self._file is not None:
            copies.forget(self._file, id)
        with transaction(self._writing) as connection:
            erase(connection, id)
            if self._file is not None:
                wiping.mark(connection)
        self._watch.deleted(id)
        if self._file is not None and not wiping.wipe(self._engine):
            raise Unavailable("Deleted; its words are wiped off the disk when no other window is open on the file.")

    # -- the log -----------------------------------------------------------------------------------------------

    def undo(self, id: str) -> Undone:
        """Take back this actor's last change, as a new change.

        Raises NothingToUndo, or UndoRefused when somebody has since changed what it changed.
        """
        return self._turn(id, partial(turn, back=True))

    def redo(self, id: str) -> Undone:
        """Do again what this actor last took back; raises as `undo` does."""
        return self._turn(id, partial(turn, back=False))

    def go_back(self, id: str, to: int) -> Undone:
        """Make the workshop what it was after the change `to`, as one new change that undo takes back.

        What others changed since is taken back too; versions published since are withdrawn, never erased. Raises
        NotFound for a number the log does not have, NothingToUndo when nothing differs.
        """
        return self._turn(id, partial(go_back, to=to))

    def changes(self, id: str, upto: int | None = None) -> tuple[Change, ...]:
        """Return the log from the creation on, to the change `upto` inclusive."""
        with transaction(self._reading) as connection:
            identity(connection, id)
            return log.read_changes(connection, id, upto)

    def at(self, id: str, seq: int) -> Workshop:
        """Return the value as it was after the change `seq`; raises NotFound for a number the log does not have.

        Its series are today's, so that what is made from it never gives an id twice.
        """
        with transaction(self._reading) as connection:
            last = identity(connection, id).seq
            return value_at(connection, id, seq, last)

    def versions(self, id: str, *, withdrawn: bool = False) -> tuple[Version, ...]:
        """Return the plan's versions that stand, oldest first; with `withdrawn` also those taken back by undo."""
        with transaction(self._reading) as connection:
            identity(connection, id)
            return versions.read_versions(connection, id, withdrawn=withdrawn)

    # -- how ---------------------------------------------------------------------------------------------------

    def _create(self, value: Workshop, ops: Ops, room: Room, label: str, published: Sequence[Version]) -> Kept:
        id, at = self._ids(), self._now()
        with transaction(self._writing) as connection:
            refs = candidates(value.brief.title, self._ids)
            ref = next(ref for ref in refs if connection.execute(_TAKEN, {"ref": ref}).first() is None)
            row = {"id": id, "ref": ref, "created_at": at, "touched_at": at, "seq": 1}
            connection.execute(insert(WORKSHOP), row)
            write(connection, id, ops)
            raise_series(connection, id, value.series)
            connection.execute(insert(ROOM), {"workshop_id": id, **room.__dict__})
            log.append(connection, id, Change(1, at, self._actor, label, "", ops))
            versions.keep(connection, id, published)
        self._watch.made(id, 1, at, room)
        return Kept(id, ref, value, room, 1)

    @contextmanager
    def _change(self, id: str) -> Iterator[tuple[Connection, int, datetime]]:
        """One change of a workshop: its transaction, its number in the log and its instant."""
        seq, at = 0, self._now()
        try:
            with transaction(self._writing) as connection:
                seq = self._next(connection, id, at)
                yield connection, seq, at
        except Unavailable as fault:
            raise Unavailable(str(fault), Attempt(id, seq, at) if seq else None) from fault
        self._watch.wrote(id, seq, at)

    def _next(self, connection: Connection, id: str, at: datetime) -> int:
        """Give the workshop's log its next number; being first, this keeps all others from writing to it meanwhile."""
        seq: int | None = connection.execute(_NEXT, {"workshop": id, "touched_at": at}).scalar_one_or_none()
        if seq is None:
            raise NotFound(GONE)
        return seq

    def _turn(self, id: str, how: Callable[[Connection, str, int, datetime, str], Undone]) -> Undone:
        with self._change(id) as (connection, seq, at):
            return how(connection, id, seq, at, self._actor)

    def _set_archived(self, id: str, at: datetime | None) -> None:
        with transaction(self._writing) as connection:
            if connection.execute(update(ROOM).where(ROOM.c.workshop_id == id).values(archived_at=at)).rowcount != 1:
                raise NotFound(GONE)
