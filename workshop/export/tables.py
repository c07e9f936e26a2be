"""The plan as plain tables, the way spreadsheets and other programs take it: a table a kind, a row each, typed cells.

A new table is one entry of `_TABLES`, a new column one of a table; the formats need no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from workshop.export import phrases
from workshop.export.tabular import Cell, Column, Sheet, Table
from workshop.plan.audiences import Audience
from workshop.plan.decisions import Milestone, Risk, Selected
from workshop.plan.model import Plan


def tables(plan: Plan) -> tuple[Sheet, ...]:
    """Return all tables of a plan in the order of the plan, those without rows too; some are not for every reader."""
    ranks = list(Audience)
    return tuple(each.sheet(plan) for each in _TABLES if ranks.index(plan.audience) <= ranks.index(each.least))


# -- rows that are not a list of the plan's ----------------------------------------------------------------------------


class _Of(NamedTuple):
    """A row, what it belongs to, and its place, from 1."""

    row: Any
    of: Any = None
    rank: int = 0


def _plan(plan: Plan) -> tuple[tuple[str, Cell], ...]:
    """What there is one of: a name and a value a row."""
    said, rhythm = plan.direction, plan.rhythm
    return (
        ("Title", phrases.title(plan)),
        ("Organization", plan.organization),
        ("Status", phrases.status(plan)),
        ("Horizon from", plan.horizon_start),
        ("Horizon to", plan.horizon_end),
        ("Session", plan.held_on),
        ("To decide", plan.scope),
        ("Obstacle", said.obstacle),
        ("Aspiration", said.aspiration),
        ("Vision", said.vision),
        ("What we tell others", plan.message),
        ("Decider", plan.room.decider),
        ("Keeper of the plan", rhythm.keeper),
        ("An owner may move a date alone by", phrases.counted(rhythm.move_days, "day")),
        ("Dropping a result", rhythm.drops_milestones),
        ("Changing a choice", rhythm.changes_choices),
        ("Reference", plan.ref),
    )


def _priorities(plan: Plan) -> Iterator[_Of]:
    return (_Of(row, rank=rank) for rank, row in enumerate(plan.priorities, 1))


def _milestones(plan: Plan) -> Iterator[_Of]:
    return (_Of(each, of) for of in plan.priorities for each in of.milestones)


def _conditions(plan: Plan) -> Iterator[_Of]:
    return (_Of(each, of) for of in plan.places for each in of.conditions)


# -- cells that are no attribute of a row ------------------------------------------------------------------------------


def _said_yes(each: _Of) -> str:
    return phrases.ACCEPTED[each.row.accepted] if each.row.owner else ""


def _serves(each: _Of) -> str:
    row: Selected = each.row
    return "all" if row.serves_all else phrases.listed(phrases.named(*place) for place in row.serves)


def _next_due(each: _Of) -> Cell:
    following = each.row.next_milestone
    return following.due if following else None


def _status(each: _Of) -> str:
    row: Milestone = each.row
    return "done" if row.evidence else row.standing or "open"


def _hits(row: Risk) -> str:
    return phrases.named(*row.hits) if row.hits else "the whole plan"


def _yes(said: bool) -> str:
    return "yes" if said else ""


# -- all tables --------------------------------------------------------------------------------------------------------

_ID = Column("id", "Id", 6)
_ID_OF = Column("id", "Id", 6, "row.id")
_LONG = 34

_TABLES = (
    Table(
        *("plan", "Plan", Audience.PUBLIC, _plan),
        (Column("name", "What", 34, lambda pair: pair[0]), Column("value", "Said", 80, lambda pair: pair[1])),
    ),
    Table(
        *("priorities", "Priorities", Audience.PUBLIC, _priorities),
        (
            Column("rank", "Rank", 6),
            _ID_OF,
            Column("title", "Priority", _LONG, "row.title"),
            Column("outcome", "Outcome", _LONG, "row.outcome"),
            Column("owner", "Owner", 18, "row.owner"),
            Column("accepted", "Said", 10, _said_yes),
            Column("deputy", "Deputy", 18, "row.deputy"),
            Column("helpers", "Helpers", 18, lambda each: phrases.listed(each.row.helpers)),
            Column("serves", "Serves", 22, _serves),
            Column("effort", "Effort", 8, "row.effort.value"),
            Column("hours", "Hours a week", 8, "row.hours"),
            Column("decides_alone", "Decides alone", 24, "row.decides_alone"),
            Column("leaves_desk", "Leaves the owner's desk", 24, "row.leaves_desk"),
            Column("stop", "Makes room by", 24, "row.stop"),
            Column("milestones", "Results", 9, lambda each: len(each.row.milestones)),
            Column("next_due", "Next due", 12, _next_due),
        ),
        internal="row.internal",
    ),
    Table(
        *("milestones", "Milestones", Audience.PUBLIC, _milestones),
        (
            _ID_OF,
            Column("priority_id", "Of", 6, "of.id"),
            Column("priority", "Priority", 26, "of.title"),
            Column("title", "Result", _LONG, "row.title"),
            Column("owner", "Owner", 18, "row.owner"),
            Column("due", "Due", 12, "row.due"),
            Column("first_due", "First due", 12, "row.first_due"),
            Column("done_when", "Done when", _LONG, "row.done_when"),
            Column("status", "Status", 10, _status),
            Column("confidence", "Confidence (0 to 10)", 11, "row.confidence"),
            Column("forecast", "Expected", 12, "row.forecast"),
            Column("slips", "Slips", 7, "row.slips"),
            Column("updated", "Updated", 12, "row.updated"),
            Column("needs", "Needs", 12, lambda each: ", ".join(each.row.needs)),
            Column("evidence", "Evidence", 26, "row.evidence"),
            Column("celebrate", "We mark it with", 24, "row.celebrate"),
        ),
        internal="row.internal",
    ),
    Table(
        *("places", "Places", Audience.PUBLIC, lambda plan: plan.places),
        (
            _ID,
            Column("name", "Place", _LONG),
            Column("verdict", "Verdict", 11, lambda row: row.verdict.value.replace("_", " ")),
            Column("reason", "Why", _LONG),
            Column("description", "What it is", 26),
            Column("today", "Today", 8, lambda row: _yes(row.today)),
            Column("alternative", "Instead of", 24),
            Column("advantage", "People choose us for", _LONG),
            Column("proof", "Proof", 26),
            Column("capabilities", "It takes", 26, lambda row: phrases.listed(each.text for each in row.capabilities)),
            Column("question", "Question", 26),
            Column("decide_by", "Decide by"),
            Column("trigger", "Reopen when", 26),
            Column("reopen_on", "Look again"),
        ),
        internal="internal",
    ),
    Table(
        *("measures", "Measures", Audience.PUBLIC, lambda plan: plan.direction.measures),
        (
            _ID,
            Column("name", "Measure", _LONG),
            Column("baseline", "Now"),
            Column("target", "Target"),
            Column("unit", "Unit", 24),
            Column("by", "By"),
        ),
        internal="internal",
    ),
    Table(
        *("facts", "Facts", Audience.PUBLIC, lambda plan: plan.direction.facts),
        (Column("fact", "Fact", 70, "text"), Column("source", "Source", 40)),
        internal="internal",
    ),
    Table(
        *("principles", "Principles", Audience.PUBLIC, lambda plan: plan.direction.principles),
        (Column("rule", "Rule", 50), Column("will_not", "So we will not", 60)),
        internal="internal",
    ),
    Table(
        *("actions", "Actions", Audience.BOARD, lambda plan: plan.actions),
        (Column("by", "By"), Column("who", "Who", 26), Column("what", "What", 60, "text")),
        internal="internal",
    ),
    Table(
        *("conditions", "What must be true", Audience.BOARD, _conditions),
        (
            _ID_OF,
            Column("place_id", "Of", 6, "of.id"),
            Column("place", "Place", 30, "of.name"),
            Column("text", "What must be true", _LONG, "row.text"),
            Column("confidence", "Confidence (1 to 5)", 11, "row.confidence"),
            Column("test", "Test", _LONG, "row.test"),
            Column("by", "By", 12, "row.by"),
            Column("who", "Who", 24, "row.who"),
        ),
        internal="row.internal",
    ),
    Table(
        *("risks", "Risks", Audience.BOARD, lambda plan: plan.risks),
        (
            _ID,
            Column("reason", "Why it may fail", _LONG),
            Column("top", "Top reason", 8, lambda row: _yes(row.starred)),
            Column("sign", "Early sign", 26),
            Column("answer", "Answer", _LONG),
            Column("who", "Who", 24),
            Column("by", "By"),
            Column("source", "Where from", 10, lambda row: phrases.SOURCE[row.source]),
            Column("hits", "Hits", 30, _hits),
        ),
        internal="internal",
    ),
    Table(
        *("check-ins", "Check-ins", Audience.BOARD, lambda plan: plan.rhythm.check_ins),
        (
            Column("on", "Next on"),
            Column("name", "Check-in", 26),
            Column("minutes", "Minutes", 9),
            Column("who", "Who", 40),
        ),
    ),
    Table(
        *("triggers", "Triggers", Audience.BOARD, lambda plan: plan.rhythm.triggers),
        (
            Column("signal", "Signal", 34),
            Column("threshold", "Threshold", 34),
            Column("then", "Then", _LONG),
            Column("watcher", "Who watches", 24),
        ),
        internal="internal",
    ),
    Table(
        *("parking-lot", "Parking lot", Audience.BOARD, lambda plan: plan.parked),
        (
            Column("text", "Thought", 60),
            Column("outcome", "What becomes of it", 34, phrases.outcome),
            Column("who", "Who", 24),
            Column("by", "By"),
        ),
        internal="internal",
    ),
    Table(
        *("still-open", "Still open", Audience.BOARD, lambda plan: plan.open_points),
        (
            Column("step", "Step", 20),
            Column("message", "Still open", 80),
            Column("items", "About", 24, lambda row: ", ".join(row.items)),
        ),
    ),
    Table(
        *("candidates", "Candidates", Audience.TEAM, lambda plan: plan.candidates),
        (
            _ID,
            Column("title", "Candidate", _LONG),
            Column("dots", "Dots", 7),
            Column("status", "Decision", 18, lambda row: phrases.STATUS[row.status]),
            Column("note", "Note", _LONG),
        ),
        internal="internal",
    ),
    Table(
        *("in-spite-of", "In spite of", Audience.TEAM, lambda plan: plan.in_spite_of),
        (Column("warning", "Warning", 60, "message"), Column("reason", "Why we went past it", 60)),
    ),
)
