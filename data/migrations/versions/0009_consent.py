"""Consent rounds, and what was said against a proposal."""

from data.migrations.columns import day, flag, number, part, refers, words

revision = "0009_consent"
down_revision = "0008_votes"


def upgrade() -> None:
    part(
        "consent",
        words("proposal"),
        *(number(name) for name in ("fine", "concerns", "objections")),
        words("outcome"),
        day("review_on"),
    )
    part("objection", refers("consent_id", "consent", required=True), flag("serious"), words("text"))
