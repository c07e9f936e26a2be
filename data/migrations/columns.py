"""Tables and columns as the steps write them. What stands here is never changed: old steps go on making old tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

BOUND = 1000

#: A column, alone or with the constraint it brings along.
Shape = sa.Column[Any] | tuple[sa.Column[Any], Any]


def beside(table: str, *columns: Shape, key: str) -> None:
    """Make a table keyed by the workshop and `key`."""
    workshop = sa.Column("workshop_id", sa.String(32), nullable=False)
    op.create_table(
        table,
        workshop,
        *(item for column in columns for item in (column if isinstance(column, tuple) else (column,))),
        sa.PrimaryKeyConstraint("workshop_id", key),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"]),
    )


def part(table: str, *columns: Shape) -> None:
    """Make a noun's table, its rows told apart by workshop and id."""
    beside(table, sa.Column("id", sa.String(200), nullable=False), *columns, key="id")


def words(name: str) -> tuple[sa.Column[Any], Any]:
    return (
        sa.Column(name, sa.String(BOUND), nullable=False),
        sa.CheckConstraint(sa.func.length(sa.column(name)) <= BOUND, name=f"{name}_bound"),
    )


def choice(name: str, kind: str, *values: str) -> sa.Column[Any]:
    return sa.Column(
        name,
        sa.Enum(*values, name=kind, native_enum=False, create_constraint=True, length=20),
        nullable=False,
    )


def flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer())


def day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date())


def several(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def refers(name: str, table: str, *, required: bool = False) -> tuple[sa.Column[Any], Any]:
    return (
        sa.Column(name, sa.String(200), nullable=not required),
        sa.ForeignKeyConstraint(
            ["workshop_id", name],
            [f"{table}.workshop_id", f"{table}.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )
