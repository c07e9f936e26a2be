"""Self-assessments: what came of them as tables of their own, and sheets that are being filled in with the room."""

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import day, part, refers, several, words

revision = "0004_assessment"
down_revision = "0003_going_back"


def upgrade() -> None:
    part(
        "assessment",
        words("questionnaire"),
        words("version"),
        day("taken_on"),
        sa.Column("respondents", sa.Integer(), nullable=False),
        several("roles"),
        several("names"),
    )
    part(
        "rating",
        refers("assessment_id", "assessment", required=True),
        words("question"),
        several("counts"),
        several("leaders"),
        sa.Column("agreed", sa.Integer()),
        words("note"),
    )
    with op.batch_alter_table("room") as batch:
        batch.add_column(sa.Column("sheets", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("room") as batch:
        batch.alter_column("sheets", server_default=None)
