"""What a workshop follows, when it was adopted; what a check-in is about, what one alone asks, and its clock."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import BOUND, several

revision = "0010_living_plan"
down_revision = "0009_consent"


def upgrade() -> None:
    how: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    texts = ("about", "decision")
    with op.batch_alter_table("check_in", recreate=how) as batch:
        for name in texts:
            batch.add_column(sa.Column(name, sa.String(BOUND), nullable=False, server_default=""))
            bound = sa.func.length(sa.column(name)) <= BOUND
            batch.create_check_constraint(op.f(f"ck_check_in_{name}_bound"), bound)
    with op.batch_alter_table("check_in") as batch:
        for name in texts:
            batch.alter_column(name, server_default=None)
    held = several("held")
    held.server_default = sa.DefaultClause("{}")
    with op.batch_alter_table("room") as batch:
        batch.add_column(held)
    with op.batch_alter_table("room") as batch:
        batch.alter_column("held", server_default=None)
    with op.batch_alter_table("brief", recreate=how) as batch:
        batch.add_column(sa.Column("follows", sa.String(BOUND), nullable=False, server_default=""))
        batch.create_check_constraint(op.f("ck_brief_follows_bound"), sa.func.length(sa.column("follows")) <= BOUND)
        batch.add_column(sa.Column("adopted_at", sa.DateTime()))
    with op.batch_alter_table("brief") as batch:
        batch.alter_column("follows", server_default=None)
