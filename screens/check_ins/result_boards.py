"""The boards of results, of what the plan changes, and of what is agreed until the next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from textual.content import Content

from data.nouns.check_in import Agreed, Occasion, Report, Standing
from data.nouns.room import Action
from screens.check_ins.lines import Lines
from screens.paint import Row, fit, said
from workshop import changes, dates
from workshop.check_ins import standing
from workshop.check_ins.standing import SAID, State

#: Sign and style of how a result stands; the word goes with it.
STANDS: Mapping[Standing, tuple[str, str]] = {
    Standing.NOT_STARTED: ("○", "$wall-quiet"),
    Standing.ON_TRACK: ("●", "$wall-play"),
    Standing.AT_RISK: ("◆", "$wall-explore"),
    Standing.OFF_TRACK: ("■", "$wall-alarm"),
    Standing.DONE: ("✓", "$wall-play"),
    Standing.DROPPED: ("✕", "$wall-quiet"),
}


def results(lines: Lines) -> list[Row]:
    spoken = {row.milestone_id for row in lines.workshop.at(Report, lines.sitting.id)}
    found = [
        each
        for each in standing.states(lines.workshop, lines.today)
        if each.milestone.id in spoken
        or (each.is_open and (lines.every or standing.is_near(each.milestone, lines.today)))
    ]
    rows = [row for each in found for row in result(lines, each, heard=each.milestone.id in spoken)]
    rows = rows or [lines.painter.note(f"  Nothing is due within {standing.NEAR} days. v shows them all.")]
    rows.append(lines.painter.heading("", "Where the priorities stand", style="$wall-here"))
    for each in standing.roll_ups(lines.workshop, lines.today):
        right = Content.styled(str(each), STANDS[each.standing][1] if each.standing else "$wall-quiet")
        left = said(f"  {each.priority.id} {each.priority.title}")
        room = max(0, lines.painter.width - right.cell_length - 1)
        rows.append(Row(fit(fit(left, room) + " " + right, lines.painter.width)))
    return rows


def result(lines: Lines, each: State, *, heard: bool = False) -> list[Row]:
    row, report = each.milestone, each.report
    sign, style = STANDS[each.standing]
    was = report.confidence_was if report else None
    sure = report.confidence if report and report.confidence is not None else row.confidence
    moved = heard and was is not None and sure is not None and each.is_open
    confidence = f"{was} -> {sure}" if moved else "" if sure is None or not each.is_open else f"{sure}"
    doubts = "! " if each.facts else ""
    right = "  ".join(filter(None, (confidence, f"{doubts}{SAID[each.standing]}")))
    return lines.item(row.id, sign, style, f"{row.id} {row.title}", right, *of_result(lines, each))


def of_result(lines: Lines, each: State) -> Iterable[str]:
    row, report = each.milestone, each.report
    due = changes.when(lines.workshop, row, lines.language)
    yield ", ".join(filter(None, (each.owner, f"due {due}" if due else "")))
    if report is not None:
        yield report.happened
        yield f"Next: {report.following}" if report.following else ""
        yield f"Help needed: {report.help}" if report.help else ""
        yield f"Expected {dates.say(report.forecast, lines.language)}" if report.forecast else ""
        yield f"Evidence: {report.evidence}" if report.evidence else ""
    yield from (f"! {fact.text}" for fact in each.facts)


def changed(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    for row in lines.workshop.adjustments:
        if row.check_in_id == lines.sitting.id:
            told = changes.told(lines.workshop, row)
            way = told.now if told.was == "-" else f"{told.was} -> {told.now}"
            why = f"{told.reason} ({told.cause})" if told.cause else told.reason
            on = f"Knock-on: {told.knock_on}" if told.knock_on else ""
            rows += lines.item(row.id, f"{told.number}", "$wall-here", f"{told.item}: {told.kind}", way, why, on)
            if row.id == lines.painter.selected:
                rows += lines.more(row.id, [f"Decided by {told.decided}" if told.decided else ""])
    return rows or [lines.empty("changes", "a records what changes, and why")]


def coming(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    near = [each for each in standing.states(lines.workshop, lines.today) if each.is_open]
    if lines.sitting.kind is Occasion.RESET:
        for each in near:
            if standing.is_near(each.milestone, lines.today):
                rows += result(lines, each)
    return rows + agreed(lines)


def agreed(lines: Lines) -> list[Row]:
    here = {row.action_id for row in lines.workshop.at(Agreed, lines.sitting.id)}
    rows: list[Row] = []
    for row in sorted(lines.workshop.of(Action), key=lambda row: (row.by or date.max, row.number)):
        if row.id in here:
            by = f"by {dates.short(row.by, lines.today, lines.language)}" if row.by else ""
            who = lines.name(row.who_id)
            rows += lines.item(row.id, "→", "", f"{who}: {row.text}" if who else row.text, by)
    return rows or [lines.empty("action", "a adds who does what until we meet again")]
