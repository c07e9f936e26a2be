"""The boards of a check-in's parts: one line an item, and under the selected one what there is to know and to press."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from data.nouns.check_in import (
    Agreed,
    Attends,
    Holding,
    Judgment,
    Occasion,
    Reading,
    Report,
    Revisit,
    Sitting,
    Standing,
    Verdict,
    Watch,
    Win,
)
from data.nouns.direction import Measure
from data.nouns.planning import Milestone, Status
from data.nouns.rhythm import Trigger
from data.nouns.room import Action, Answer
from data.nouns.strategy import Arena
from data.value import Workshop
from screens.check_ins.learned import learned
from screens.check_ins.pages import CLOSE
from screens.paint import Painter, Row, fit, said, wrapped
from workshop import amounts, changes, dates
from workshop.actions.checking_in import next_after
from workshop.changes import often
from workshop.check_ins import standing
from workshop.check_ins.agreed import to_answer
from workshop.check_ins.standing import SAID, State
from workshop.steps import Content as Wording
from workshop.text import shorten

#: Items that stand for no row.
MESSAGE, WHO, NEXT, END = "message", "who", "next-date", "close"
ASSESS = "assess"

#: What stands before a result that is done and could be a win, and before a step of the workshop.
PRAISE, STEP = "praise/", "step/"

#: Sign and style of how a result stands; the word goes with it.
STANDS: Mapping[Standing, tuple[str, str]] = {
    Standing.NOT_STARTED: ("○", "$wall-quiet"),
    Standing.ON_TRACK: ("●", "$wall-play"),
    Standing.AT_RISK: ("◆", "$wall-explore"),
    Standing.OFF_TRACK: ("■", "$wall-alarm"),
    Standing.DONE: ("✓", "$wall-play"),
    Standing.DROPPED: ("✕", "$wall-quiet"),
}
ANSWERED = {
    Answer.OPEN: ("?", "no answer yet", "$wall-explore"),
    Answer.DONE: ("✓", "done", "$wall-play"),
    Answer.NEEDED: ("→", "still needed", "$wall-ink"),
    Answer.DROPPED: ("✕", "dropped", "$wall-quiet"),
}
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

#: Cells of a label before what is typed.
_LABEL = 18


@dataclass(frozen=True, slots=True)
class Boards:
    """What stands on the parts of one check-in. `digits` are those of the selected item, with their words."""

    workshop: Workshop
    sitting: Sitting
    painter: Painter
    today: date
    content: Wording
    digits: Mapping[str, str]
    every: bool = False

    def part(self, key: str) -> list[Row]:
        """The rows of one part."""
        rows: list[Row] = {
            "wins": self._wins,
            "actions": self._actions,
            "results": self._results,
            "changes": self._changes,
            "measures": self._measures,
            "conditions": self._conditions,
            "triggers": self._triggers,
            "priorities": self._priorities,
            "next": self._next,
            "lessons": lambda: learned(self.workshop, self.painter),
            "choice": self._choice,
            "question": lambda: self._blank(MESSAGE, "this one", self.sitting.message),
            "assessment": self._assessment,
            "workshop": self._steps,
            "message": self._message,
            CLOSE: self._close,
        }[key]()
        return rows

    # -- what went well, and what was agreed ---------------------------------------------------------------------

    def _wins(self) -> list[Row]:
        rows: list[Row] = []
        wins = self.workshop.at(Win, self.sitting.id)
        for win in wins:
            rows += self._item(win.id, "★", "$wall-play", win.text, self._name(win.who_id), win.mark)
        known = {win.milestone_id for win in wins}
        for report in self.workshop.at(Report, self.sitting.id):
            done = self.workshop.get(Milestone, report.milestone_id)
            if report.standing is Standing.DONE and done and done.id not in known:
                mark = done.celebrate and f"We said: {done.celebrate}"
                rows += self._item(f"{PRAISE}{done.id}", "✓", "$wall-play", f"{done.title}: a win?", "Enter", mark)
        return rows or [self._empty("wins", "a adds what went well, and whom we thank")]

    def _actions(self) -> list[Row]:
        rows: list[Row] = []
        for each in to_answer(self.workshop, self.sitting):
            sign, word, style = ANSWERED[each.answer]
            by = f"by {dates.short(each.action.by, self.today, self._language)}" if each.action.by else ""
            late = f"! late {often(each.late)}" if each.late else ""
            must = "Late twice: change what is to be done or who does it, or drop it." if each.must_change else ""
            right = "  ".join(filter(None, (late or by, word)))
            more = (by if late else "", must)
            text = f"{each.who}: {each.action.text}" if each.who else each.action.text
            rows += self._item(each.action.id, sign, style, text, right, *more)
        return rows or [self.painter.note("  Nothing was left open.")]

    def _next(self) -> list[Row]:
        rows: list[Row] = []
        near = [each for each in standing.states(self.workshop, self.today) if each.is_open]
        if self.sitting.kind is Occasion.RESET:
            for each in near:
                if standing.is_near(each.milestone, self.today):
                    rows += self._result(each)
        return rows + self._agreed()

    def _agreed(self) -> list[Row]:
        here = {row.action_id for row in self.workshop.at(Agreed, self.sitting.id)}
        rows: list[Row] = []
        for row in sorted(self.workshop.of(Action), key=lambda row: (row.by or date.max, row.number)):
            if row.id in here:
                by = f"by {dates.short(row.by, self.today, self._language)}" if row.by else ""
                who = self._name(row.who_id)
                rows += self._item(row.id, "→", "", f"{who}: {row.text}" if who else row.text, by)
        return rows or [self._empty("action", "a adds who does what until we meet again")]

    # -- results and what is changed of them ---------------------------------------------------------------------

    def _results(self) -> list[Row]:
        spoken = {row.milestone_id for row in self.workshop.at(Report, self.sitting.id)}
        found = [
            each
            for each in standing.states(self.workshop, self.today)
            if each.milestone.id in spoken
            or (each.is_open and (self.every or standing.is_near(each.milestone, self.today)))
        ]
        rows = [row for each in found for row in self._result(each, heard=each.milestone.id in spoken)]
        rows = rows or [self.painter.note(f"  Nothing is due within {standing.NEAR} days. v shows them all.")]
        rows.append(self.painter.heading("", "Where the priorities stand", style="$wall-here"))
        for each in standing.roll_ups(self.workshop, self.today):
            right = Content.styled(str(each), STANDS[each.standing][1] if each.standing else "$wall-quiet")
            left = said(f"  {each.priority.id} {each.priority.title}")
            room = max(0, self.painter.width - right.cell_length - 1)
            rows.append(Row(fit(fit(left, room) + " " + right, self.painter.width)))
        return rows

    def _result(self, each: State, *, heard: bool = False) -> list[Row]:
        row, report = each.milestone, each.report
        sign, style = STANDS[each.standing]
        was = report.confidence_was if report else None
        sure = report.confidence if report and report.confidence is not None else row.confidence
        moved = heard and was is not None and sure is not None and each.is_open
        confidence = f"{was} -> {sure}" if moved else "" if sure is None or not each.is_open else f"{sure}"
        doubts = "! " if each.facts else ""
        right = "  ".join(filter(None, (confidence, f"{doubts}{SAID[each.standing]}")))
        return self._item(row.id, sign, style, f"{row.id} {row.title}", right, *self._of_result(each))

    def _of_result(self, each: State) -> Iterable[str]:
        row, report = each.milestone, each.report
        due = changes.when(self.workshop, row, self._language)
        yield ", ".join(filter(None, (each.owner, f"due {due}" if due else "")))
        if report is not None:
            yield report.happened
            yield f"Next: {report.following}" if report.following else ""
            yield f"Help needed: {report.help}" if report.help else ""
            yield f"Expected {dates.say(report.forecast, self._language)}" if report.forecast else ""
            yield f"Evidence: {report.evidence}" if report.evidence else ""
        yield from (f"! {fact.text}" for fact in each.facts)

    def _changes(self) -> list[Row]:
        rows: list[Row] = []
        for row in self.workshop.adjustments:
            if row.check_in_id == self.sitting.id:
                told = changes.told(self.workshop, row)
                way = told.now if told.was == "-" else f"{told.was} -> {told.now}"
                why = f"{told.reason} ({told.cause})" if told.cause else told.reason
                on = f"Knock-on: {told.knock_on}" if told.knock_on else ""
                rows += self._item(row.id, f"{told.number}", "$wall-here", f"{told.item}: {told.kind}", way, why, on)
                if row.id == self.painter.selected:
                    rows += self._more(row.id, [f"Decided by {told.decided}" if told.decided else ""])
        return rows or [self._empty("changes", "a records what changes, and why")]

    # -- the quarterly look at the choices -----------------------------------------------------------------------

    def _measures(self) -> list[Row]:
        rows: list[Row] = []
        for row in self.workshop.of(Measure):
            reading = self.workshop.get(Reading, f"{self.sitting.id}-{row.id}")
            values = (row.baseline, reading.value if reading else None, row.target)
            was, now, goal = ("?" if value is None else amounts.say(value, self._language) for value in values)
            right = f"{was} -> {now} of {goal} {row.unit}".rstrip()
            rows += self._item(row.id, "·", "", row.name, right, reading.note if reading else "")
        return rows or [self.painter.note("  The direction has no measures yet.")]

    def _conditions(self) -> list[Row]:
        rows: list[Row] = []
        for arena in self.workshop.of(Arena):
            for row in self.workshop.conditions(arena.id):
                held = self.workshop.get(Revisit, f"{self.sitting.id}-{row.id}")
                sign, word, style = HELD[held.holding if held else Holding.UNSAID]
                sure = f"{row.confidence} of 5" if row.confidence else ""
                right = "  ".join(filter(None, (sure, word)))
                test = f"Test: {row.test}" if row.test else ""
                rows += self._item(row.id, sign, style, row.text, right, arena.name, test, held.note if held else "")
        return rows or [self.painter.note("  Nothing was said that must be true.")]

    def _triggers(self) -> list[Row]:
        rows: list[Row] = []
        only = self.sitting.trigger_id if self.sitting.kind is Occasion.EXTRA else None
        if self.sitting.why:
            rows += [Row(line) for line in wrapped(f"Why we meet: {self.sitting.why}", self.painter.width, "bold")]
        for row in self.workshop.of(Trigger):
            if only in (None, row.id):
                seen = self.workshop.get(Watch, f"{self.sitting.id}-{row.id}")
                sign, word, style = _FIRED[seen.fired if seen else None]
                then = f"Then: {row.then}" if row.then else ""
                text = f"{row.signal}: {row.threshold}" if row.threshold else row.signal
                rows += self._item(row.id, sign, style, text, word, then, seen.note if seen else "")
        return rows or [self.painter.note("  No signals are watched yet.")]

    def _priorities(self) -> list[Row]:
        rows: list[Row] = []
        for row in self.workshop.priorities:
            judged = self.workshop.get(Judgment, f"{self.sitting.id}-{row.id}")
            if row.status is not Status.SELECTED and judged is None:
                continue
            sign, word, style = JUDGED[judged.verdict if judged else Verdict.UNSAID]
            again = {None: "", True: "We would start it today.", False: "We would not start it today."}
            stands = str(standing.roll_up(self.workshop, row, self.today))
            more = (again[judged.again if judged else None], judged.note if judged else "", stands)
            rows += self._item(row.id, sign, style, f"{row.id} {row.title}", word, *more)
        return rows

    def _choice(self) -> list[Row]:
        trigger = self.workshop.get(Trigger, self.sitting.trigger_id)
        said_of = f"{trigger.signal}. Then: {trigger.then}" if trigger else self.sitting.why
        rows = [Row(line) for line in wrapped(said_of, self.painter.width, "bold")] if said_of else []
        return [*rows, *self._changes()]

    def _assessment(self) -> list[Row]:
        return self._item(ASSESS, "·", "", "The self-assessment, then and now", "Enter")

    def _steps(self) -> list[Row]:
        rows: list[Row] = []
        for step in self.content.steps:
            name = f"{self.content.number(step.key)} {step.name}"
            rows += self._item(f"{STEP}{step.key}", "·", "", name, "Enter", step.question)
        return rows

    # -- the end -------------------------------------------------------------------------------------------------

    def _message(self) -> list[Row]:
        return self._blank(MESSAGE, "we tell others", self.sitting.message)

    def _close(self) -> list[Row]:
        there = {row.party_id for row in self.workshop.at(Attends, self.sitting.id)}
        who = ", ".join(party.name for party in self.workshop.parties if party.id in there)
        on = self.sitting.next_on or next_after(self.workshop, self.sitting)
        when = f"{dates.say(on, self._language)}{'' if self.sitting.next_on else ', by the rhythm'}" if on else ""
        return [
            *self._blank(WHO, "who is here", who),
            *(self._message() if self.sitting.kind is not Occasion.SOLO else []),
            self.painter.heading("", "Agreed until we meet again", style="$wall-here"),
            *self._agreed(),
            *self._blank(
                NEXT, "we meet again", when if self.sitting.next_on else f"{when}, by the rhythm" if on else ""
            ),
            self.painter.item(END, Content.styled("Close this check-in", "bold")),
        ]

    # -- rows ----------------------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return self.workshop.brief.language

    def _name(self, party_id: str | None) -> str:
        party = self.workshop.party(party_id)
        return party.name if party else ""

    def _empty(self, part: str, says: str) -> Row:
        return self.painter.item(f"+{part}", Content.styled(f"… {says}", "$wall-quiet"))

    def _item(self, id: str, sign: str, style: str, text: str, right: str = "", *more: str) -> list[Row]:
        """One line; the selected item has what there is more to know of it under that, and its digits."""
        painter = self.painter
        left = Content.assemble((f"{sign} ", f"bold {style}".strip())) + said(text)
        edge = said(shorten(right, painter.width // 2), style)
        rows = [painter.item(id, left, edge)]
        if id != painter.selected:
            return rows
        if left.cell_length + edge.cell_length + 3 > painter.width:
            rows += [painter.under(id, line) for line in wrapped(text, painter.width - 4, "bold", most=3)]
        return rows + self._more(id, more) + self._pressed(id)

    def _more(self, id: str, texts: Sequence[str]) -> list[Row]:
        return [
            self.painter.under(id, line)
            for text in texts
            if text
            for line in wrapped(text, self.painter.width - 4, "$wall-quiet", most=3)
        ]

    def _pressed(self, id: str) -> list[Row]:
        """The digits that the selected item takes."""
        lines = [Content("")]
        for key, name in self.digits.items():
            piece = Content.assemble((key, "bold $wall-explore"), f" {name}".rstrip())
            if lines[-1].plain and lines[-1].cell_length + piece.cell_length + 2 > self.painter.width - 4:
                lines.append(Content(""))
            lines[-1] = lines[-1] + ("  " if lines[-1].plain else "") + piece
        return [self.painter.under(id, line) for line in lines if line.plain]

    def _blank(self, id: str, label: str, value: str) -> list[Row]:
        """A field with its label; the selected one in full."""
        painter = self.painter
        lead = Content.styled(f"{label:<{_LABEL - 1}} ", "$wall-quiet")
        most = 5 if id == painter.selected else 1
        lines = wrapped(value, painter.width - _LABEL - 2, most=most) if value else [Content.styled("…", "$wall-quiet")]
        first, *rest = lines
        return [painter.item(id, lead + first), *(painter.under(id, line, _LABEL + 2) for line in rest)]
