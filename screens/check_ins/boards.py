"""What stands on each part of a check-in, and on its last page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.content import Content

from data.nouns.check_in import Attends, Occasion, Report, Standing, Win
from data.nouns.planning import Milestone
from data.nouns.room import Answer
from screens.check_ins import choice_boards, result_boards
from screens.check_ins.learned import learned
from screens.check_ins.lines import Lines
from screens.check_ins.pages import CLOSE
from screens.paint import Row
from workshop import changes, dates
from workshop.actions.checking_in import next_after
from workshop.changes import often
from workshop.check_ins.agreed import to_answer
from workshop.room import consents

#: Items that stand for no row.
MESSAGE, DECISION, WHO, NEXT, END = "message", "decision", "who", "next-date", "close"
ASSESS, NEXT_YEAR = "assess", "next-year"

#: What stands before a result that is done and could be a win, and before a step of the workshop.
PRAISE, STEP = "praise/", "step/"

ANSWERED = {
    Answer.OPEN: ("?", "no answer yet", "$wall-explore"),
    Answer.DONE: ("✓", "done", "$wall-play"),
    Answer.NEEDED: ("→", "still needed", "$wall-ink"),
    Answer.DROPPED: ("✕", "dropped", "$wall-quiet"),
}


def part(lines: Lines, key: str) -> list[Row]:
    """The rows of one part."""
    return _PARTS[key](lines)


def wins(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    wins = lines.workshop.at(Win, lines.sitting.id)
    for win in wins:
        rows += lines.item(win.id, "★", "$wall-play", win.text, lines.name(win.who_id), win.mark)
    known = {win.milestone_id for win in wins}
    for report in lines.workshop.at(Report, lines.sitting.id):
        done = lines.workshop.get(Milestone, report.milestone_id)
        if report.standing is Standing.DONE and done and done.id not in known:
            mark = done.celebrate and f"We said: {done.celebrate}"
            rows += lines.item(f"{PRAISE}{done.id}", "✓", "$wall-play", f"{done.title}: a win?", "Enter", mark)
    return rows or [lines.empty("wins", "a adds what went well, and whom we thank")]


def actions(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    for each in to_answer(lines.workshop, lines.sitting):
        sign, word, style = ANSWERED[each.answer]
        by = f"by {dates.short(each.action.by, lines.today, lines.language)}" if each.action.by else ""
        late = f"! late {often(each.late)}" if each.late else ""
        must = "Late twice: change what is to be done or who does it, or drop it." if each.must_change else ""
        right = "  ".join(filter(None, (late or by, word)))
        more = (by if late else "", must)
        text = f"{each.who}: {each.action.text}" if each.who else each.action.text
        rows += lines.item(each.action.id, sign, style, text, right, *more)
    rows = rows or [lines.painter.note("  Nothing was left open.")]
    again = changes.to_look_at(lines.workshop, lines.today)
    if again:
        rows.append(lines.painter.heading("", "Changes to look at again", style="$wall-here"))
    for change in again:
        told = changes.told(lines.workshop, change)
        since = f"since {dates.short(change.look_on, lines.today, lines.language)}" if change.look_on else ""
        way = f"{told.was} -> {told.now}"
        text = f"{told.item}: {told.kind}"
        rows += lines.item(change.id, f"{told.number}", "$wall-explore", text, since, way, told.reason)
    if reminder := consents.reminder(lines.workshop, lines.today):
        rows.append(lines.painter.note(reminder, "bold $wall-explore"))
    return rows


def assessment(lines: Lines) -> list[Row]:
    return lines.item(ASSESS, "·", "", "The self-assessment, then and now", "Enter")


def steps(lines: Lines) -> list[Row]:
    again = "All answers stand in it, each to be kept or changed; what is open is carried over."
    rows = lines.item(NEXT_YEAR, "★", "$wall-play", "Begin the next workshop with these answers", "Enter", again)
    rows.append(lines.painter.heading("", "This plan, step by step", style="$wall-here"))
    for step in lines.content.steps:
        name = f"{lines.content.number(step.key)} {step.name}"
        rows += lines.item(f"{STEP}{step.key}", "·", "", name, "Enter", step.question)
    return rows


def message(lines: Lines) -> list[Row]:
    return lines.blank(MESSAGE, "we tell others", lines.sitting.message)


def close(lines: Lines) -> list[Row]:
    there = {row.party_id for row in lines.workshop.at(Attends, lines.sitting.id)}
    who = ", ".join(party.name for party in lines.workshop.parties if party.id in there)
    on = lines.sitting.next_on or next_after(lines.workshop, lines.sitting)
    when = f"{dates.say(on, lines.language)}{'' if lines.sitting.next_on else ', by the rhythm'}" if on else ""
    return [
        *lines.blank(WHO, "who is here", who),
        *(message(lines) if lines.sitting.kind is not Occasion.SOLO else []),
        lines.painter.heading("", "Agreed until we meet again", style="$wall-here"),
        *result_boards.agreed(lines),
        *lines.blank(NEXT, "we meet again", when),
        lines.painter.item(END, Content.styled("Close this check-in", "bold")),
    ]


_PARTS: Mapping[str, Callable[[Lines], list[Row]]] = {
    "wins": wins,
    "actions": actions,
    "results": result_boards.results,
    "changes": result_boards.changed,
    "measures": choice_boards.measures,
    "conditions": choice_boards.conditions,
    "triggers": choice_boards.triggers,
    "priorities": choice_boards.priorities,
    "next": result_boards.coming,
    "lessons": lambda lines: learned(lines.workshop, lines.painter),
    "choice": choice_boards.choice,
    "question": lambda lines: lines.blank(DECISION, "this one", lines.sitting.decision),
    "assessment": assessment,
    "workshop": steps,
    "message": message,
    CLOSE: close,
}
