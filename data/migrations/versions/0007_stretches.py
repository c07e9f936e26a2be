"""The time that steps and pauses take, planned and taken; the break that the room is taking, and a clock that stood."""

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import BOUND, number, part

revision = "0007_stretches"
down_revision = "0006_check_ins"


def upgrade() -> None:
    part("stretch", number("planned"), number("taken"), number("before"))
    sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("room", recreate="always" if sqlite else "never") as batch:
        batch.add_column(sa.Column("pausing", sa.String(BOUND), nullable=False, server_default=""))
        batch.add_column(sa.Column("stood_since", sa.DateTime()))
        batch.create_check_constraint(op.f("ck_room_pausing_bound"), sa.func.length(sa.column("pausing")) <= BOUND)
    with op.batch_alter_table("room") as batch:
        batch.alter_column("pausing", server_default=None)
