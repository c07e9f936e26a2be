"""A change may go back to an earlier one: the log says which."""

import sqlalchemy as sa
from alembic import op

revision = "0003_going_back"
down_revision = "0002_whole_sequence"


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("change", recreate="always" if sqlite else "never") as batch:
        batch.add_column(sa.Column("back_to", sa.Integer()))
