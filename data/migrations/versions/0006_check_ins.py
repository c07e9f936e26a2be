"""Check-ins and what is said at them, the changes of a plan and why, and milestones that were dropped from it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data.migrations.columns import choice, day, flag, number, part, refers, several, words

revision = "0006_check_ins"
down_revision = "0005_internal"


def upgrade() -> None:
    part(
        "check_in",
        choice("kind", "occasion", "pulse", "review", "reset", "refresh", "extra", "solo"),
        day("planned_on"),
        day("held_on"),
        refers("trigger_id", "trigger"),
        words("why"),
        words("message"),
        day("next_on"),
        number("version"),
    )
    _at_one("attends", refers("party_id", "party", required=True))
    _at_one("agreed", refers("action_id", "action", required=True))
    _at_one(
        "report",
        refers("milestone_id", "milestone", required=True),
        day("on"),
        refers("author_id", "party"),
        choice("standing", "standing", "not_started", "on_track", "at_risk", "off_track", "done", "dropped"),
        number("confidence"),
        number("confidence_was"),
        words("happened"),
        words("following"),
        words("help"),
        day("forecast"),
        words("evidence"),
    )
    _at_one(
        "follow_up",
        refers("action_id", "action", required=True),
        choice("answer", "answer", "", "done", "needed", "dropped"),
        day("by"),
        flag("changed"),
    )
    _at_one("reading", refers("measure_id", "measure", required=True), _amount("value"), words("note"))
    _at_one(
        "revisit",
        refers("condition_id", "condition", required=True),
        choice("holding", "holding", "", "holds", "weakening", "broken", "unknown"),
        number("confidence"),
        number("confidence_was"),
        words("note"),
    )
    _at_one("watch", refers("trigger_id", "trigger", required=True), sa.Column("fired", sa.Boolean()), words("note"))
    _at_one(
        "judgment",
        refers("priority_id", "priority", required=True),
        choice("verdict", "verdict", "", "keep", "change", "stop"),
        sa.Column("again", sa.Boolean()),
        words("note"),
    )
    _at_one("win", words("text"), refers("who_id", "party"), words("mark"), refers("milestone_id", "milestone"))
    part(
        "adjustment",
        refers("check_in_id", "check_in"),
        day("on"),
        sa.Column("at", sa.DateTime()),
        choice(
            *("kind", "kind", "date_moved", "scope_cut", "scope_added", "owner_changed"),
            *("milestone_added", "milestone_split", "milestone_merged", "milestone_dropped"),
            *("priority_added", "priority_paused", "priority_dropped", "assumption_updated", "choice_changed"),
        ),
        *map(words, ("item", "about", "field", "was", "now")),
        choice(
            *("cause", "cause", "", "learned", "capacity", "dependency", "outside", "money"),
            *("estimate", "coarse", "priority", "correction"),
        ),
        words("reason"),
        refers("decided_by_id", "party"),
        flag("alone"),
        words("knock_on"),
        several("reviewed"),
        words("evidence"),
        day("look_on"),
    )
    how: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("milestone", recreate=how) as batch:
        batch.add_column(day("dropped_on"))


def _at_one(table: str, *columns: Any) -> None:
    """A table of what was said at one check-in."""
    part(table, refers("check_in_id", "check_in", required=True), *columns)


def _amount(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(40))
