"""The whole sequence: direction, stress test and rhythm, as fields of the brief and as tables of their own."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import BOUND, choice, day, flag, number, part, refers, several, words

revision = "0002_whole_sequence"
down_revision = "0001_spine"

#: What the brief gains: its texts, and the others with what they are in a workshop made before.
TEXTS = ("obstacle", "aspiration", "vision", "drops_milestones", "changes_choices")
OTHERS: tuple[tuple[sa.Column[Any], str | None], ...] = (
    (choice("rhythm", "preset", "", "light", "standard", "tight"), ""),
    (day("next_on"), None),
    (sa.Column("keeper_id", sa.String(200)), None),
    (sa.Column("move_days", sa.Integer(), nullable=False), "14"),
    (several("holidays"), "[]"),
)


def upgrade() -> None:
    brief()
    part("measure", words("rank"), words("name"), amount("baseline"), amount("target"), words("unit"), day("by"))
    part("fact", words("rank"), words("text"), words("source"))
    part("principle", words("rank"), words("rule"), words("will_not"))
    part(
        "risk",
        words("rank"),
        words("reason"),
        flag("starred"),
        words("sign"),
        words("answer"),
        refers("who_id", "party"),
        day("by"),
        choice("source", "source", "", "inside", "outside", "luck"),
        refers("priority_id", "priority"),
        sa.Column("plan_changed", sa.Boolean()),
    )
    part(
        "cadence",
        choice("kind", "checkin", "pulse", "review", "reset", "refresh"),
        number("weekday"),
        number("minutes"),
        words("who"),
    )
    part("trigger", words("rank"), words("signal"), words("threshold"), words("then"), refers("watcher_id", "party"))


def brief() -> None:
    """Add what the brief gains. Only for the rows that are there is there a default."""
    columns = (*((sa.Column(name, sa.String(BOUND), nullable=False), "") for name in TEXTS), *OTHERS)
    with op.batch_alter_table("brief") as batch:
        for column, was in columns:
            column.server_default = None if was is None else sa.DefaultClause(was)
            batch.add_column(column)
        for name in TEXTS:
            bound = sa.func.length(sa.column(name)) <= BOUND
            batch.create_check_constraint(op.f(f"ck_brief_{name}_bound"), bound)
        batch.create_foreign_key(
            op.f("fk_brief_workshop_id_keeper_id"),
            "party",
            ["workshop_id", "keeper_id"],
            ["workshop_id", "id"],
            deferrable=True,
            initially="DEFERRED",
        )
    with op.batch_alter_table("brief") as batch:
        for column, was in columns:
            if was is not None:
                batch.alter_column(column.name, server_default=None)


def amount(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(40))
