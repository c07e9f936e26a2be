"""The spine: a workshop's nouns up to an agreed plan, its log, its series and its plan's versions."""

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import beside, choice, day, flag, number, part, refers, several, words

revision = "0001_spine"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("ref", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("touched_at", sa.DateTime(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ref"),
    )
    beside(
        "change",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("undoes", sa.Integer()),
        sa.Column("redoes", sa.Integer()),
        sa.Column("ops", sa.JSON(), nullable=False),
        key="seq",
    )
    beside(
        "series",
        sa.Column("letter", sa.String(1), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        key="letter",
    )
    beside(
        "plan_version",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        key="seq",
    )
    part(
        "party",
        words("name"),
        choice("kind", "kind", "person", "role", "team"),
        flag("participant"),
        flag("present"),
        flag("votes"),
        flag("facilitates"),
        flag("outside"),
        refers("lead_id", "party"),
    )
    part(
        "brief",
        words("title"),
        words("organization"),
        choice("agenda", "agenda", "half-day", "full-day", "solo"),
        words("scope"),
        day("held_on"),
        sa.Column("ends_at", sa.Time()),
        day("horizon_start"),
        day("horizon_end"),
        refers("decider_id", "party"),
        choice("decision_rule", "decisionrule", "consent", "decider", "fist", "majority"),
        number("voters"),
        several("out_of_scope"),
        several("ground_rules"),
        several("busy_months"),
        words("zone"),
        words("language"),
        choice("look_back", "lookback", "", "stand", "changed"),
        words("look_back_note"),
        number("dots_each"),
        number("dots_cap"),
        several("fist"),
        flag("attributed"),
        words("message"),
        number("rating"),
        words("keep_or_change"),
        sa.Column("version", sa.Integer(), nullable=False),
        day("adopted_on"),
    )
    part("carried", words("text"), day("since"), choice("answer", "answer", "", "done", "needed", "dropped"))
    part(
        "arena",
        words("rank"),
        words("name"),
        choice("verdict", "verdict", "undecided", "play", "explore", "not_now", "not_us"),
        words("reason"),
        words("trigger"),
        day("reopen_on"),
        words("question"),
        day("decide_by"),
        words("description"),
        flag("today"),
        words("alternative"),
        words("advantage"),
        words("proof"),
        choice("proof_kind", "proof", "", "fact", "example", "opinion", "none"),
        sa.Column("opposite_sane", sa.Boolean()),
    )
    part(
        "condition",
        refers("arena_id", "arena", required=True),
        words("rank"),
        words("text"),
        number("confidence"),
        words("test"),
        day("by"),
        refers("who_id", "party"),
    )
    part(
        "capability",
        refers("arena_id", "arena", required=True),
        words("rank"),
        words("text"),
        choice("level", "level", "", "have", "partly", "missing"),
    )
    part(
        "priority",
        words("rank"),
        words("title"),
        choice("status", "status", "undecided", "selected", "later", "folded", "dropped"),
        words("note"),
        words("outcome"),
        words("stop"),
        choice("effort", "effort", "", "S", "M", "L"),
        flag("serves_all"),
        number("dots"),
        refers("owner_id", "party"),
        choice("accepted", "accepted", "not_asked", "yes", "yes_if", "no"),
        words("accepted_if"),
        refers("deputy_id", "party"),
        words("decides_alone"),
        number("hours"),
        words("leaves_desk"),
    )
    part(
        "serves",
        refers("priority_id", "priority", required=True),
        refers("arena_id", "arena", required=True),
    )
    part(
        "helps",
        refers("priority_id", "priority", required=True),
        refers("party_id", "party", required=True),
    )
    part(
        "milestone",
        refers("priority_id", "priority", required=True),
        words("title"),
        day("due"),
        day("first_due"),
        words("done_when"),
        refers("owner_id", "party"),
        number("confidence"),
        words("celebrate"),
        words("evidence"),
    )
    part(
        "needs",
        refers("milestone_id", "milestone", required=True),
        refers("needs_id", "milestone", required=True),
    )
    part("reservation", number("score"), words("text"), refers("party_id", "party"))
    part(
        "parked",
        words("text"),
        choice("disposition", "disposition", "open", "do", "give", "later", "drop"),
        refers("who_id", "party"),
        day("by"),
        words("later"),
    )
    part("action", words("text"), refers("who_id", "party"), day("by"), refers("parked_id", "parked"))
    part("acceptance", words("code"), words("item"), words("message"), words("reason"))
    part(
        "room",
        words("step"),
        words("looking"),
        several("selection"),
        several("drafts"),
        several("spent"),
        several("extra"),
        sa.Column("running_since", sa.DateTime()),
        sa.Column("archived_at", sa.DateTime()),
    )
