"""What is for the team only: a mark on every row that can be left out of what others get."""

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import flag

revision = "0005_internal"
down_revision = "0004_assessment"

#: What can be marked; nothing that was there is.
TABLES = (
    *("carried", "measure", "fact", "principle", "arena", "condition", "capability"),
    *("priority", "milestone", "risk", "trigger", "reservation", "parked", "action"),
)


def upgrade() -> None:
    for table in TABLES:
        column = flag("internal")
        column.server_default = sa.DefaultClause(sa.false())
        with op.batch_alter_table(table) as batch:
            batch.add_column(column)
        with op.batch_alter_table(table) as batch:
            batch.alter_column("internal", server_default=None)
