"""The plan as plain tables, the way spreadsheets and other programs take it: a table a kind, a row each, typed cells.

A new table is one function here and its place among those for its readers; the formats need no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.nouns.planning import Status
from workshop.export import phrases
from workshop.plan.audiences import Audience
from workshop.plan.decisions import Milestone, Selected
from workshop.plan.model import Plan

#: What stands in a cell; None where nothing was said.
Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is its name for programs, `title` for people; `width` is in characters, the text wraps within it."""

    key: str
    title: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `key` is a file's name without its ending, `title` what people see."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def filled(self) -> Sheet:
        """The same without the columns in which nothing stands."""
        kept = [at for at, cells in enumerate(zip(*self.rows, strict=True)) if any(cell is not None for cell in cells)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Sheet(self.key, self.title, tuple(self.columns[at] for at in kept), rows)


#: Columns that many tables share.
_ID = Column("id", "Id", 6)
_LONG = 34


def tables(plan: Plan) -> tuple[Sheet, ...]:
    """Return all tables of a plan in the order of the plan, those without rows too; some are not for every reader."""
    shown = {Audience.TEAM: (*_PUBLIC, *_BOARD, *_TEAM), Audience.BOARD: (*_PUBLIC, *_BOARD), Audience.PUBLIC: _PUBLIC}
    return tuple(write(plan) for write in shown[plan.audience])


def _plan(plan: Plan) -> Sheet:
    """What there is one of: a name and a value a row."""
    said, rhythm = plan.direction, plan.rhythm
    pairs: tuple[tuple[str, Cell], ...] = (
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
    return _sheet("plan", "Plan", (Column("name", "What", 34), Column("value", "Said", 80)), pairs)


def _priorities(plan: Plan) -> Sheet:
    return _sheet(
        "priorities",
        "Priorities",
        (
            Column("rank", "Rank", 6),
            _ID,
            Column("title", "Priority", _LONG),
            Column("outcome", "Outcome", _LONG),
            Column("owner", "Owner", 18),
            Column("accepted", "Said", 10),
            Column("deputy", "Deputy", 18),
            Column("helpers", "Helpers", 18),
            Column("serves", "Serves", 22),
            Column("effort", "Effort", 8),
            Column("hours", "Hours a week", 8),
            Column("decides_alone", "Decides alone", 24),
            Column("leaves_desk", "Leaves the owner's desk", 24),
            Column("stop", "Makes room by", 24),
            Column("milestones", "Results", 9),
            Column("next_due", "Next due", 12),
        ),
        (_priority(rank, row) for rank, row in enumerate(plan.priorities, 1)),
    )


def _priority(rank: int, row: Selected) -> tuple[Cell, ...]:
    following = row.next_milestone
    return (
        *(rank, row.id, row.title, row.outcome, row.owner, phrases.ACCEPTED[row.accepted] if row.owner else ""),
        *(row.deputy, phrases.listed(row.helpers), _serves(row), row.effort.value, row.hours),
        *(row.decides_alone, row.leaves_desk, row.stop, len(row.milestones), following.due if following else None),
    )


def _serves(row: Selected) -> str:
    return "all" if row.serves_all else phrases.listed(phrases.named(*place) for place in row.serves)


def _milestones(plan: Plan) -> Sheet:
    return _sheet(
        "milestones",
        "Milestones",
        (
            _ID,
            Column("priority_id", "Of", 6),
            Column("priority", "Priority", 26),
            Column("title", "Result", _LONG),
            Column("owner", "Owner", 18),
            Column("due", "Due", 12),
            Column("first_due", "First due", 12),
            Column("done_when", "Done when", _LONG),
            Column("status", "Status", 10),
            Column("confidence", "Confidence (0 to 10)", 11),
            Column("forecast", "Expected", 12),
            Column("slips", "Slips", 7),
            Column("updated", "Updated", 12),
            Column("needs", "Needs", 12),
            Column("evidence", "Evidence", 26),
            Column("celebrate", "We mark it with", 24),
        ),
        (_milestone(row, each) for row in plan.priorities for each in row.milestones),
    )


def _milestone(of: Selected, row: Milestone) -> tuple[Cell, ...]:
    return (
        *(row.id, of.id, of.title, row.title, row.owner, row.due, row.first_due, row.done_when),
        *("done" if row.evidence else row.standing or "open", row.confidence, row.forecast, row.slips, row.updated),
        *(", ".join(row.needs), row.evidence, row.celebrate),
    )


def _actions(plan: Plan) -> Sheet:
    columns = (Column("by", "By", 12), Column("who", "Who", 26), Column("what", "What", 60))
    return _sheet("actions", "Actions", columns, ((row.by, row.who, row.text) for row in plan.actions))


def _places(plan: Plan) -> Sheet:
    return _sheet(
        "places",
        "Places",
        (
            _ID,
            Column("name", "Place", _LONG),
            Column("verdict", "Verdict", 11),
            Column("reason", "Why", _LONG),
            Column("description", "What it is", 26),
            Column("today", "Today", 8),
            Column("alternative", "Instead of", 24),
            Column("advantage", "People choose us for", _LONG),
            Column("proof", "Proof", 26),
            Column("capabilities", "It takes", 26),
            Column("question", "Question", 26),
            Column("decide_by", "Decide by", 12),
            Column("trigger", "Reopen when", 26),
            Column("reopen_on", "Look again", 12),
        ),
        (
            (
                *(row.id, row.name, row.verdict.value.replace("_", " "), row.reason, row.description),
                *("yes" if row.today else "", row.alternative, row.advantage, row.proof),
                *(phrases.listed(each.text for each in row.capabilities), row.question, row.decide_by),
                *(row.trigger, row.reopen_on),
            )
            for row in plan.places
        ),
    )


def _conditions(plan: Plan) -> Sheet:
    return _sheet(
        "conditions",
        "What must be true",
        (
            _ID,
            Column("place_id", "Of", 6),
            Column("place", "Place", 30),
            Column("text", "What must be true", _LONG),
            Column("confidence", "Confidence (1 to 5)", 11),
            Column("test", "Test", _LONG),
            Column("by", "By", 12),
            Column("who", "Who", 24),
        ),
        (
            (row.id, place.id, place.name, row.text, row.confidence, row.test, row.by, row.who)
            for place in plan.places
            for row in place.conditions
        ),
    )


def _measures(plan: Plan) -> Sheet:
    return _sheet(
        "measures",
        "Measures",
        (
            _ID,
            Column("name", "Measure", _LONG),
            Column("baseline", "Now"),
            Column("target", "Target"),
            Column("unit", "Unit", 24),
            Column("by", "By", 12),
        ),
        ((row.id, row.name, row.baseline, row.target, row.unit, row.by) for row in plan.direction.measures),
    )


def _facts(plan: Plan) -> Sheet:
    columns = (Column("fact", "Fact", 70), Column("source", "Source", 40))
    return _sheet("facts", "Facts", columns, ((row.text, row.source) for row in plan.direction.facts))


def _principles(plan: Plan) -> Sheet:
    columns = (Column("rule", "Rule", 50), Column("will_not", "So we will not", 60))
    return _sheet("principles", "Principles", columns, ((row.rule, row.will_not) for row in plan.direction.principles))


def _risks(plan: Plan) -> Sheet:
    return _sheet(
        "risks",
        "Risks",
        (
            _ID,
            Column("reason", "Why it may fail", _LONG),
            Column("top", "Top reason", 8),
            Column("sign", "Early sign", 26),
            Column("answer", "Answer", _LONG),
            Column("who", "Who", 24),
            Column("by", "By", 12),
            Column("source", "Where from", 10),
            Column("hits", "Hits", 30),
        ),
        (
            (
                *(row.id, row.reason, "yes" if row.starred else "", row.sign, row.answer, row.who, row.by),
                *(phrases.SOURCE[row.source], phrases.named(*row.hits) if row.hits else "the whole plan"),
            )
            for row in plan.risks
        ),
    )


def _check_ins(plan: Plan) -> Sheet:
    columns = (
        *(Column("on", "Next on", 12), Column("name", "Check-in", 26), Column("minutes", "Minutes", 9)),
        Column("who", "Who", 40),
    )
    rows = ((row.on, row.name, row.minutes, row.who) for row in plan.rhythm.check_ins)
    return _sheet("check-ins", "Check-ins", columns, rows)


def _triggers(plan: Plan) -> Sheet:
    columns = (
        *(Column("signal", "Signal", 34), Column("threshold", "Threshold", 34), Column("then", "Then", _LONG)),
        Column("watcher", "Who watches", 24),
    )
    rows = ((row.signal, row.threshold, row.then, row.watcher) for row in plan.rhythm.triggers)
    return _sheet("triggers", "Triggers", columns, rows)


def _candidates(plan: Plan) -> Sheet:
    columns = (
        *(_ID, Column("title", "Candidate", _LONG), Column("dots", "Dots", 7)),
        *(Column("status", "Decision", 18), Column("note", "Note", _LONG)),
    )
    rows = ((row.id, row.title, row.dots, phrases.STATUS[Status(row.status)], row.note) for row in plan.candidates)
    return _sheet("candidates", "Candidates", columns, rows)


def _parked(plan: Plan) -> Sheet:
    columns = (
        *(Column("text", "Thought", 60), Column("outcome", "What becomes of it", 34)),
        *(Column("who", "Who", 24), Column("by", "By", 12)),
    )
    rows = ((row.text, phrases.outcome(row), row.who, row.by) for row in plan.parked)
    return _sheet("parking-lot", "Parking lot", columns, rows)


def _in_spite_of(plan: Plan) -> Sheet:
    columns = (Column("warning", "Warning", 60), Column("reason", "Why we went past it", 60))
    return _sheet("in-spite-of", "In spite of", columns, ((row.message, row.reason) for row in plan.in_spite_of))


def _open_points(plan: Plan) -> Sheet:
    columns = (Column("step", "Step", 20), Column("message", "Still open", 80), Column("items", "About", 24))
    rows = ((row.step, row.message, ", ".join(row.items)) for row in plan.open_points)
    return _sheet("still-open", "Still open", columns, rows)


def _sheet(key: str, title: str, columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    """A table of the rows in which something stands."""
    filled = (tuple(None if cell == "" else cell for cell in row) for row in rows)
    return Sheet(key, title, columns, tuple(row for row in filled if any(cell is not None for cell in row)))


_Write = Callable[[Plan], Sheet]
_PUBLIC: tuple[_Write, ...] = (_plan, _priorities, _milestones, _places, _measures, _facts, _principles)
_BOARD: tuple[_Write, ...] = (_actions, _conditions, _risks, _check_ins, _triggers, _parked, _open_points)
_TEAM: tuple[_Write, ...] = (_candidates, _in_spite_of)
