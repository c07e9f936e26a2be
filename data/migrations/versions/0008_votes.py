"""The vote on the candidates: whether it is open, and how many abstained."""

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import flag, number

revision = "0008_votes"
down_revision = "0007_stretches"


def upgrade() -> None:
    voting = flag("voting")
    voting.server_default = sa.DefaultClause(sa.false())
    with op.batch_alter_table("brief") as batch:
        batch.add_column(voting)
        batch.add_column(number("abstained"))
    with op.batch_alter_table("brief") as batch:
        batch.alter_column("voting", server_default=None)
