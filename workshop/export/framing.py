"""What frames the choices in the whole plan: the direction before them; risks, rhythm and rules behind."""

from __future__ import annotations

from workshop.export import phrases
from workshop.export.document import Section, bullets, section, table, terms
from workshop.export.phrases import with_weekday
from workshop.plan.decisions import Rhythm, Risk
from workshop.plan.model import Plan


def direction(plan: Plan) -> Section | None:
    said = plan.direction
    return section(
        "Direction",
        terms(("Obstacle", said.obstacle), ("Aspiration", said.aspiration), ("Vision", said.vision)),
        section("Facts", table(("Fact", "Source"), ((row.text, row.source) for row in said.facts))),
        section(
            "Measures",
            table(
                ("Measure", "Now", "Target", "Unit", "By"),
                (
                    (row.name, phrases.baseline(row), phrases.target(row), row.unit, with_weekday(row.by))
                    for row in said.measures
                ),
            ),
        ),
        section("Principles", bullets(map(phrases.principle, said.principles))),
    )


def risks(plan: Plan) -> Section | None:
    return section(
        "Risks and early signs",
        table(
            ("Id", "Why it may fail", "Early sign", "Answer", "Who", "By", "Where from", "Hits"),
            map(_risk, plan.risks),
            lead=2,
        ),
    )


def _risk(row: Risk) -> tuple[str, ...]:
    hits = row.hits[0] if row.hits else "all"
    answer = " ".join(filter(None, (row.answer, "(The plan was changed.)" if row.plan_changed else "")))
    return (
        *(row.id, " ".join(filter(None, (row.reason, "(a top reason)" if row.starred else ""))), row.sign, answer),
        *(row.who, with_weekday(row.by), phrases.SOURCE[row.source], hits),
    )


def rhythm(plan: Plan) -> Section | None:
    said = plan.rhythm
    changes = (("Dropping a result", said.drops_milestones), ("Changing a choice", said.changes_choices))
    if not (said.check_ins or said.keeper or said.triggers or terms(*changes)):
        return None
    return section(
        "Rhythm and rules",
        terms(
            ("Keeper of the plan", said.keeper),
            ("Nobody is here", phrases.listed(phrases.days(*span) for span in said.holidays)),
        ),
        section(
            "Check-ins",
            table(
                ("Next on", "Check-in", "Minutes", "Who"),
                ((with_weekday(row.on), row.name, phrases.number(row.minutes), row.who) for row in said.check_ins),
                lead=2,
            ),
        ),
        section("How we say where a result stands", terms(*phrases.STANDING)),
        section(
            "What makes us look again before that",
            table(
                ("Signal", "Threshold", "Then", "Who watches"),
                ((row.signal, row.threshold, row.then, row.watcher) for row in said.triggers),
            ),
        ),
        section("Who may change what", terms(("Moving a date", _moving(said)), *changes)),
    )


def _moving(rhythm: Rhythm) -> str:
    if not rhythm.move_days:
        return "never the owner alone"
    return f"the owner alone, once, by up to {phrases.counted(rhythm.move_days, 'day')}"
