"""The boards on which the choices are looked at: measures, conditions, signals, priorities, and a choice itself."""

from __future__ import annotations

from data.nouns.check_in import Holding, Judgment, Occasion, Reading, Revisit, Verdict, Watch
from data.nouns.direction import Measure
from data.nouns.planning import Status
from data.nouns.rhythm import Trigger
from data.nouns.room import Brief
from data.nouns.strategy import Arena
from screens.check_ins.lines import Lines
from screens.check_ins.result_boards import changed
from screens.paint import Row, wrapped
from workshop import amounts, answers
from workshop.actions.changing import CHOICES
from workshop.amendment import row_of
from workshop.check_ins import standing
from workshop.naming import caption

HELD = {
    Holding.UNSAID: ("?", "not said", "$wall-quiet"),
    Holding.HOLDS: ("✓", "holds", "$wall-play"),
    Holding.WEAKENING: ("◆", "weakening", "$wall-explore"),
    Holding.BROKEN: ("✕", "broken", "$wall-alarm"),
    Holding.UNKNOWN: ("?", "unknown", "$wall-explore"),
}
JUDGED = {
    Verdict.UNSAID: ("?", "not said", "$wall-quiet"),
    Verdict.KEEP: ("✓", "keep", "$wall-play"),
    Verdict.CHANGE: ("◆", "change", "$wall-explore"),
    Verdict.STOP: ("✕", "stop", "$wall-alarm"),
}
_FIRED = {None: ("?", "not said", "$wall-quiet"), True: ("!", "fired", "$wall-alarm"), False: ("○", "quiet", "")}


def measures(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    for row in lines.workshop.of(Measure):
        reading = lines.workshop.get(Reading, f"{lines.sitting.id}-{row.id}")
        values = (row.baseline, reading.value if reading else None, row.target)
        was, now, goal = ("?" if value is None else amounts.say(value, lines.language) for value in values)
        right = f"{was} -> {now} of {goal} {row.unit}".rstrip()
        rows += lines.item(row.id, "·", "", row.name, right, reading.note if reading else "")
    return rows or [lines.painter.note("  The direction has no measures yet.")]


def conditions(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    for arena in lines.workshop.of(Arena):
        for row in lines.workshop.conditions(arena.id):
            held = lines.workshop.get(Revisit, f"{lines.sitting.id}-{row.id}")
            sign, word, style = HELD[held.holding if held else Holding.UNSAID]
            sure = f"{row.confidence} of 5" if row.confidence else ""
            right = "  ".join(filter(None, (sure, word)))
            test = f"Test: {row.test}" if row.test else ""
            rows += lines.item(row.id, sign, style, row.text, right, arena.name, test, held.note if held else "")
    return rows or [lines.painter.note("  Nothing was said that must be true.")]


def triggers(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    only = lines.sitting.trigger_id if lines.sitting.kind is Occasion.EXTRA else None
    if lines.sitting.why:
        rows += [Row(line) for line in wrapped(f"Why we meet: {lines.sitting.why}", lines.painter.width, "bold")]
    for row in lines.workshop.of(Trigger):
        if only in (None, row.id):
            seen = lines.workshop.get(Watch, f"{lines.sitting.id}-{row.id}")
            sign, word, style = _FIRED[seen.fired if seen else None]
            then = f"Then: {row.then}" if row.then else ""
            text = f"{row.signal}: {row.threshold}" if row.threshold else row.signal
            rows += lines.item(row.id, sign, style, text, word, then, seen.note if seen else "")
    return rows or [lines.painter.note("  No signals are watched yet.")]


def priorities(lines: Lines) -> list[Row]:
    rows: list[Row] = []
    for row in lines.workshop.priorities:
        judged = lines.workshop.get(Judgment, f"{lines.sitting.id}-{row.id}")
        if row.status is not Status.SELECTED and judged is None:
            continue
        sign, word, style = JUDGED[judged.verdict if judged else Verdict.UNSAID]
        again = {None: "", True: "We would start it today.", False: "We would not start it today."}
        stands = str(standing.roll_up(lines.workshop, row, lines.today))
        more = (again[judged.again if judged else None], judged.note if judged else "", stands)
        rows += lines.item(row.id, sign, style, f"{row.id} {row.title}", word, *more)
    return rows


def choice(lines: Lines) -> list[Row]:
    trigger = lines.workshop.get(Trigger, lines.sitting.trigger_id)
    said_of = f"{trigger.signal}. Then: {trigger.then}" if trigger else lines.sitting.why
    rows = [Row(line) for line in wrapped(said_of, lines.painter.width, "bold")] if said_of else []
    row = row_of(lines.workshop, lines.sitting.about)
    if row is not None:
        fields = [lines.content.field(row.table, name) for name in CHOICES.get(type(row), ())]
        shown = ((each.label, answers.shown(each, row, lines.workshop, lines.today)) for each in fields)
        told = [f"{label}: {value}" for label, value in shown if value]
        name = "The direction" if isinstance(row, Brief) else f"{row.id} {caption(row)}"
        rows += lines.item(row.id, "▲", "$wall-play", name, "Enter changes it", *told)
    return [*rows, *changed(lines)]
