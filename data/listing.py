"""The lines of the home screen, read from the file by one query and the standard driver alone."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from data import file
from data.errors import OlderDatabase
from data.location import file_of
from data.migrations import REVISIONS

#: One row for each workshop, the last touched first; the same on both databases.
QUERY = """
SELECT w.id, w.ref, b.title, b.organization, b.agenda, r.step, b.version, w.seq,
    w.created_at, w.touched_at, r.archived_at,
    (SELECT count(*) FROM arena a WHERE a.workshop_id = w.id),
    (SELECT count(*) FROM priority p WHERE p.workshop_id = w.id AND p.status = 'selected'),
    (SELECT count(*) FROM milestone m WHERE m.workshop_id = w.id AND m.dropped_on IS NULL),
    r.looking, b.next_on,
    (SELECT min(c.planned_on) FROM check_in c WHERE c.workshop_id = w.id AND c.version IS NULL),
    (SELECT max(c.held_on) FROM check_in c WHERE c.workshop_id = w.id AND c.version IS NOT NULL),
    (SELECT max(c.planned_on) FROM check_in c WHERE c.workshop_id = w.id AND c.version IS NOT NULL
        AND c.kind <> 'extra'),
    (SELECT c.next_on FROM check_in c WHERE c.workshop_id = w.id AND c.version IS NOT NULL
        ORDER BY c.version DESC, length(c.id) DESC, c.id DESC LIMIT 1)
FROM workshop w
JOIN brief b ON b.workshop_id = w.id
JOIN room r ON r.workshop_id = w.id
ORDER BY w.touched_at DESC, w.ref
"""


class Listing(NamedTuple):
    """One workshop in the list: what it is called, where it stands, how much there is; instants are aware UTC.

    `version` is the number of the plan last adopted, 0 while it is a draft; `priorities` counts the selected ones.
    `looking` is what was on the screen last. `next_on` is the next check-in of an adopted plan, in the past when it is
    overdue, None when there is none.
    """

    id: str
    ref: str
    title: str
    organization: str
    agenda: str
    step: str
    version: int
    seq: int
    created_at: datetime
    touched_at: datetime
    archived_at: datetime | None
    arenas: int
    priorities: int
    milestones: int
    looking: str
    next_on: date | None

    @property
    def assesses(self) -> bool:
        """Whether it is a self-assessment that stands alone: nothing else has come of it so far."""
        return self.looking == "assessment" and not (self.arenas or self.priorities or self.milestones)


def listing(path: str | Path, archived: bool = False) -> list[Listing]:
    """Return a line for each workshop in a database file; none when there is no file yet.

    `path` may be any location that names a file. Raises Damaged, NewerDatabase, OlderDatabase when the store has
    to bring the file up to date first, and Unavailable when it cannot be read.
    """
    where = file_of(str(path))
    if where is None:
        raise ValueError("a server's workshops are listed by the store")
    if not where.exists():
        return []
    with file.reading(where) as connection:
        found = file.revision_of(connection)
        if found is None:
            return []
        if found != REVISIONS[-1]:
            raise OlderDatabase("The database is of an earlier version: it is brought up to date when it is opened.")
        return select_listing(connection.execute, archived=archived)


def select_listing(execute: Callable[[str], Iterable[Any]], *, archived: bool) -> list[Listing]:
    """Return the lines of those archived, or of the others; `execute` runs a query and returns its rows."""
    lines = (_line(*row) for row in execute(QUERY))
    return [line for line in lines if (line.archived_at is not None) == archived]


def _line(*row: Any) -> Listing:
    *told, first, called, held, planned, agreed = row
    line = Listing._make((*told, _next_on(*map(_day, (first, called, held, planned, agreed)))))
    if not line.version:
        line = line._replace(next_on=None)
    return line._replace(
        created_at=_instant(line.created_at),
        touched_at=_instant(line.touched_at),
        archived_at=line.archived_at and _instant(line.archived_at),
    )


def _next_on(
    first: date | None, called: date | None, held: date | None, planned: date | None, agreed: date | None
) -> date | None:
    """The date agreed last, or the first one until it was; earlier than that, one that was called for.

    A first date behind the last check-in, and the day it stood for, is a new beginning. The same as
    `workshop.due.next_on` says of the value.
    """
    covered = max(filter(None, (held, planned)), default=None)
    regular = agreed if covered and (first is None or first <= covered) else first
    return min(filter(None, (regular, called)), default=None)


def _day(kept: str | date | None) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else kept


def _instant(kept: str | datetime) -> datetime:
    """An instant as either driver gives it: kept in UTC, without saying so."""
    return (datetime.fromisoformat(kept) if isinstance(kept, str) else kept).replace(tzinfo=UTC)
