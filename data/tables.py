"""The nouns as tables, and beside them the workshop's identity, its log, its series and its plan's versions."""

from dataclasses import dataclass
from datetime import datetime
from types import new_class
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, String, Table, func
from sqlmodel import Field, SQLModel

from data.nouns import assessment, change, check_in, direction, planning, rhythm, room, strategy
from data.nouns.base import TEXT_BOUND, Instant, Noun

metadata = SQLModel.metadata
metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
}

#: Every noun that makes up a workshop's value, in the order a reader would meet them.
NOUNS: tuple[type[Noun], ...] = (
    room.Brief,
    room.Party,
    room.Carried,
    direction.Measure,
    direction.Fact,
    direction.Principle,
    strategy.Arena,
    strategy.Condition,
    strategy.Capability,
    planning.Priority,
    planning.Serves,
    planning.Helps,
    planning.Milestone,
    planning.Needs,
    planning.Risk,
    rhythm.Cadence,
    rhythm.Trigger,
    room.Reservation,
    room.Parked,
    room.Action,
    room.Consent,
    room.Objection,
    room.Acceptance,
    room.Stretch,
    assessment.Assessment,
    assessment.Rating,
    check_in.Sitting,
    check_in.Attends,
    check_in.Agreed,
    check_in.Report,
    check_in.FollowUp,
    check_in.Reading,
    check_in.Revisit,
    check_in.Watch,
    check_in.Judgment,
    check_in.Win,
    change.Adjustment,
)


class WorkshopRow(SQLModel, table=True):
    """Which workshop it is and how far its log has come."""

    __tablename__: ClassVar[Any] = "workshop"

    id: str = Field(primary_key=True, max_length=32)
    ref: str = Field(max_length=80, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    touched_at: datetime = Field(sa_type=Instant)
    seq: int = 0


class ChangeRow(SQLModel, table=True):
    """One user action: who, when, in words, and the difference it made. The log only grows."""

    __tablename__: ClassVar[Any] = "change"

    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", max_length=32)
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)
    actor: str = ""
    label: str = ""
    reason: str = ""
    format: int
    undoes: int | None = None
    redoes: int | None = None
    back_to: int | None = None
    ops: list[Any] = Field(sa_type=JSON)


class SeriesRow(SQLModel, table=True):
    """The highest number ever given in one series of ids."""

    __tablename__: ClassVar[Any] = "series"

    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", max_length=32)
    letter: str = Field(primary_key=True, max_length=1)
    last: int


class PlanVersionRow(SQLModel, table=True):
    """The plan as it was adopted by the change `seq`; withdrawn while that change is undone."""

    __tablename__: ClassVar[Any] = "plan_version"

    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", max_length=32)
    seq: int = Field(primary_key=True)
    number: int
    at: datetime = Field(sa_type=Instant)
    format: int
    document: dict[str, Any] = Field(sa_type=JSON)


def _as_table(noun: type[Noun]) -> Table:
    """The table of `noun`: its own columns, keyed by workshop and id, with every reference kept inside the workshop.

    References are checked at commit, so that rows of one change may be written in any order.
    """

    def fill(namespace: dict[str, Any]) -> None:
        namespace["__tablename__"] = noun.table
        namespace["__module__"] = __name__
        namespace["__annotations__"] = {"workshop_id": str}
        namespace["workshop_id"] = Field(primary_key=True, foreign_key="workshop.id", max_length=32)

    row = new_class(f"{noun.__name__}Row", (noun,), {"table": True}, fill)
    table: Table = row.__table__  # type: ignore[attr-defined]
    table.append_constraint(PrimaryKeyConstraint("workshop_id", "id"))
    for column in list(table.columns):
        target = column.info.get("refers")
        if target:
            table.append_constraint(
                ForeignKeyConstraint(
                    ["workshop_id", column.name],
                    [f"{target}.workshop_id", f"{target}.id"],
                    deferrable=True,
                    initially="DEFERRED",
                )
            )
        if isinstance(column.type, String) and column.type.length == TEXT_BOUND:
            bound = func.length(column) <= TEXT_BOUND
            table.append_constraint(CheckConstraint(bound, name=f"{column.name}_bound"))
    return table


#: The tables of a workshop's value, by name.
PARTS: dict[str, Table] = {noun.table: _as_table(noun) for noun in NOUNS}
NOUN: dict[str, type[Noun]] = {noun.table: noun for noun in NOUNS}

#: The room's own table, outside the log.
ROOM: Table = _as_table(room.Room)

WORKSHOP: Table = WorkshopRow.__table__  # type: ignore[attr-defined]
CHANGE: Table = ChangeRow.__table__  # type: ignore[attr-defined]
SERIES: Table = SeriesRow.__table__  # type: ignore[attr-defined]
PLAN_VERSION: Table = PlanVersionRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Reference:
    """A column of one noun that holds the id of another; `required` rows go with what they refer to."""

    table: str
    column: str
    target: str
    required: bool


#: Every reference between nouns, read from the foreign keys.
REFERENCES: tuple[Reference, ...] = tuple(
    Reference(name, column.name, column.info["refers"], not column.nullable)
    for name, table in PARTS.items()
    for column in table.columns
    if "refers" in column.info
)
