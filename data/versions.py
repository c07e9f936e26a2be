"""The versions of a plan: the documents that publishing changes left, and which of them stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from data import log
from data.formats import FORMAT, document, read_document
from data.reading import read_value
from data.tables import CHANGE, PLAN_VERSION
from data.value import Workshop


@dataclass(frozen=True)
class Version:
    """The plan as the change `seq` published it; `withdrawn` while that change is not in effect.

    A version that was published elsewhere, before the workshop was imported, has 0 or less for `seq`.
    """

    number: int
    seq: int
    at: datetime
    document: dict[str, Any]
    withdrawn: bool = False

    @property
    def value(self) -> Workshop:
        """The workshop as it was then; raises NewerDatabase for a document of a format yet to come."""
        return read_document(self.document)


def publish(connection: Connection, workshop_id: str, seq: int, at: datetime) -> None:
    """Keep the workshop as it stands now as the version after the last one that stands."""
    number = max((version.number for version in read_versions(connection, workshop_id)), default=0) + 1
    kept = {"workshop_id": workshop_id, "seq": seq, "number": number, "at": at, "format": FORMAT}
    connection.execute(insert(PLAN_VERSION), {**kept, "document": document(read_value(connection, workshop_id))})


def keep(connection: Connection, workshop_id: str, published: Sequence[Version]) -> None:
    """Keep versions that were published elsewhere; their `seq` is 0 or less, for they are older than the log."""
    for version in published:
        kept = {"workshop_id": workshop_id, "seq": version.seq, "number": version.number, "at": version.at}
        connection.execute(
            insert(PLAN_VERSION), {**kept, "format": version.document["format"], "document": version.document}
        )


def read_versions(connection: Connection, workshop_id: str, *, withdrawn: bool = False) -> tuple[Version, ...]:
    """Return the versions that stand, oldest first; with `withdrawn` those too whose change is taken back."""
    back = log.taken_back(_turns(connection, workshop_id))
    rows = connection.execute(
        select(PLAN_VERSION).where(PLAN_VERSION.c.workshop_id == workshop_id).order_by(PLAN_VERSION.c.seq)
    )
    found = (Version(row.number, row.seq, row.at, row.document, row.seq in back) for row in rows)
    return tuple(version for version in found if withdrawn or not version.withdrawn)


def _turns(connection: Connection, workshop_id: str) -> Iterable[Any]:
    """The changes that turn others, and those that published."""
    published = select(PLAN_VERSION.c.seq).where(PLAN_VERSION.c.workshop_id == workshop_id)
    turning = (CHANGE.c.undoes, CHANGE.c.redoes, CHANGE.c.back_to)
    return connection.execute(
        select(CHANGE.c.seq, *turning)
        .where(CHANGE.c.workshop_id == workshop_id)
        .where(or_(CHANGE.c.seq.in_(published), *(column.is_not(None) for column in turning)))
        .order_by(CHANGE.c.seq)
    )
