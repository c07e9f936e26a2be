"""The results of a self-assessment: what next, every question's answers as bars, then and now, leaders and others."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.assessment import Assessment
from data.value import Workshop
from screens.assessing import AROUND, GRID, WAY, Assessing, Leave, screen_of
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, Open
from screens.paint import Painter, Picture, Row, cells, ends, fit, said, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop import assessment, dates
from workshop.actions import assessing
from workshop.assessment import UNVALIDATED, Change, Comparison, ItemResult, Result
from workshop.assessment_words import bars, median_of, number, standing
from workshop.scoring import LEVELS
from workshop.text import length

#: Which result is shown, as the room keeps it; "" for the last one.
RESULT = "assessment/result"

#: The views beside the first one, the bars.
THEN, GROUPS = "then", "groups"

#: From so many cells on, a question's bars stand in its row, and from so many on with whole names and words.
_BARS, _WIDE = 76, 104

#: Cells of a bar, and of a question's name beside it.
_BAR, _NAME, _WHOLE_NAME = 5, 14, 26

#: Items that are no questions.
NEXT, EARLIER = "next/", "earlier/"
SHEETS, DROP, ON = "sheets", "drop", "on"

#: What evidence takes at most, in characters as people see them.
LIMIT = 120

_ARROWS = {1: ("▲", "up", "$wall-play"), -1: ("▼", "down", "$wall-explore"), 0: ("", "", "$wall-quiet")}


class Agree(Command):
    """Agree on this level for the selected question; it goes before the median in what comes next."""

    def __init__(self, digit: int) -> None:
        self.id, self.keys, self.key_shown = f"assessment.agree.{digit}", f"{digit}", f"{digit}"
        self.level = digit or None
        self.name = f"Agree on level {digit}" if digit else "No level agreed"

    def applies(self, screen: Results) -> bool:
        return screen.chosen is not None

    def run(self, screen: Results) -> None:
        screen.agree(self.level)


class Do(Open):
    """Open the step that this leads to, note what shows a level, or do what the selected line says."""

    name, show = "Open", 1


class Other(Command):
    """Show the bars, what has changed since the last time, or leaders and others apart."""

    id, name, keys, key_shown, show = "view.other", "Other view", "v", "v", 3

    def applies(self, screen: Results) -> bool:
        return len(screen.views) > 1

    def run(self, screen: Results) -> None:
        views = screen.views
        screen.show_view(views[(views.index(screen.view) + 1) % len(views)] if screen.view in views else "")


class Again(Command):
    """Answer the questions anew: after 6 to 12 months, not every month. Earlier answers are not shown meanwhile."""

    id, name, keys, key_shown, show = "item.add", "Take it again", "a", "a", 4

    def run(self, screen: Results) -> None:
        screen.take_again()


class Remove(Command):
    """Take this self-assessment away with its results; undo brings it back."""

    id, name, keys, key_shown = "item.delete", "Take away", "delete", "Del"

    def applies(self, screen: Results) -> bool:
        return screen.shown is not None

    def run(self, screen: Results) -> None:
        screen.take_away()


class Names(Command):
    """Write down who answered, if the group wants that; names are kept with the result, and in its history."""

    id, name = "assessment.names", "Who answered (names)"

    def applies(self, screen: Results) -> bool:
        return screen.shown is not None and not screen.shown.alone

    def run(self, screen: Results) -> None:
        screen.ask(screen.names_prompt())


class Results(Assessing):
    """What came of one self-assessment, the last one unless another is chosen."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *map(Agree, (*LEVELS, 0)),
        Do(),
        Other(),
        Again(),
        Remove(),
        Names(),
        Leave(),
        *MOVES,
        *PAGES,
        *CHANGES,
        *AROUND,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "assessment/results"

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def row(self) -> Assessment | None:
        """The assessment that is shown."""
        kept = assessment.in_order(self.workshop)
        chosen = self.workshop.get(Assessment, self.remembered(RESULT))
        return chosen or (kept[-1] if kept else None)

    @property
    def shown(self) -> Result | None:
        """What came of it; None where its questions are not at hand."""
        return assessment.result(self.workshop, self.row) if self.row is not None else None

    @property
    def compared(self) -> Comparison | None:
        return assessment.compared(self.workshop, self.shown) if self.shown is not None else None

    @property
    def chosen(self) -> ItemResult | None:
        """The selected question, in the view that has the levels."""
        found = self.shown
        if found is None or self.view or self.selected not in found.questionnaire.ids:
            return None
        return found.item(self.selected)

    @property
    def views(self) -> tuple[str, ...]:
        """The views there are, the bars first."""
        found = self.shown
        if found is None:
            return ("",)
        then = (THEN,) if self.compared is not None else ()
        return ("", *then, *((GROUPS,) if found.by_groups else ()))

    @property
    def has_sheets(self) -> bool:
        """Whether the single answers to what is shown are still kept."""
        round = self.round
        return round is not None and self.row is not None and round.assessment == self.row.id

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        row, found = self.row, self.shown
        if row is None:
            return "Nothing is counted yet."
        on = f" on {dates.short(row.taken_on, self.host.today())}" if row.taken_on else ""
        if found is None:
            return f"The questions answered{on} are not at hand."
        who = "one person" if found.alone else f"{found.respondents} people"
        match self.view:
            case "then":
                return f"Then and now: {who}{on}"
            case "groups":
                return f"Leaders and others: {who}{on}"
        return f"Where we stand: {who}{on}"

    def hint(self, workshop: Workshop) -> str:
        return UNVALIDATED

    def footing(self, workshop: Workshop) -> Content:
        chosen, found = self.chosen, self.shown
        if self.line.is_open or found is None:
            return Content("")
        if chosen is not None and chosen in found.to_agree:
            said_ = (
                "You don't see the same thing" if chosen.is_spread else "Of so few, only what they agree on is shown"
            )
            return Content.styled(f"{said_}: talk, then 1-5 sets the level you agree on.", "$wall-explore")
        if chosen is not None and chosen.many_not_sure and not found.alone:
            return Content.styled("Many are not sure: it may be there, and not be known.", "$wall-explore")
        left = len(found.to_agree)
        if left:
            things = "1 question" if left == 1 else f"{left} questions"
            return Content.styled(f"{things} to agree a level on, if you have the time.", "$wall-explore")
        return Content.styled("Not validated: a thermometer, no certificate.", "$wall-quiet")

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        found = self.shown
        if found is None:
            return painter.picture(self._without_result(workshop, painter))
        match self.view:
            case "then" if (compared := self.compared) is not None:
                rows = _then_and_now(painter, compared)
            case "groups" if found.by_groups:
                rows = _groups(painter, found)
            case _:
                rows = self._bars(painter, found)
        return painter.picture([*rows, *self._around(workshop, painter)])

    def _without_result(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """Nothing to show: it was taken back, or belongs to another questionnaire."""
        row = self.row
        if row is None:
            return [painter.note(), painter.item(ON, Content("Go on: to the sheets, or to the beginning"))]
        asked = f"“{row.questionnaire}”, version {row.version}"
        told = wrapped(f"They are those of {asked}. Results of other questions are never compared.", painter.width)
        return [painter.note(), *map(Row, told), painter.note(), *self._around(workshop, painter)]

    def _bars(self, painter: Painter, found: Result) -> list[Row]:
        rows: list[Row] = []
        if found.next_actions:
            rows.append(painter.heading("", "What next", "Enter opens the step", "$wall-here"))
            for item in found.next_actions:
                rows += self._next(painter, item)
        else:
            rows.append(painter.heading("", "What next", "nothing stands at 3 or below", "$wall-here"))
        for each in found.dimensions:
            rows += [painter.note()] if painter.tall else []
            head = Content.styled(each.dimension.name, "bold $wall-here")
            rows.append(Row(ends(head, Content.styled(each.said, "bold $wall-here"), painter.width)))
            for item in each.items:
                rows += _question(painter, item, alone=found.alone)
        return rows

    def _next(self, painter: Painter, item: ItemResult) -> list[Row]:
        id = f"{NEXT}{item.item.id}"
        step = self._step_name(item.item.step)
        room = painter.width - 4 - (cells(step) + 3 if painter.width >= _BARS else 0)
        most = 3 if id == painter.selected or painter.tall else 1
        first, *rest = wrapped(f"{item.item.topic}: {item.next_action}", room, "bold", most=most)
        right = Content.styled(f"{step} →", "$wall-explore") if painter.width >= _BARS else Content("")
        return [painter.item(id, first, right), *(painter.under(id, line, 4) for line in rest)]

    def _step_name(self, key: str) -> str:
        return next((step.name for step in self.content.steps if step.key == key), key)

    def _around(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """What can be done with it as a whole, and the other assessments there are."""
        rows: list[Row] = []
        if self.has_sheets:
            rows += [painter.note(), painter.heading("", "The single answers are still kept, without names", "")]
            rows.append(painter.item(SHEETS, Content("Put an answer right")))
            rows.append(painter.item(DROP, Content("Throw them away; only the counts stay")))
        others = [row for row in assessment.in_order(workshop) if row != self.row]
        if others:
            rows += [painter.note(), painter.heading("", "Other times", "")]
        for row in reversed(others):
            when = dates.short(row.taken_on, self.host.today()) if row.taken_on else row.id
            people = "one person" if row.respondents == 1 else f"{row.respondents} people"
            rows.append(painter.item(f"{EARLIER}{row.id}", said(f"{when}, {people}")))
        return rows

    # -- acting --------------------------------------------------------------------------------------------------

    def open_item(self) -> None:
        found, chosen = self.shown, self.chosen
        if chosen is not None:
            self.ask(self.note_prompt(chosen.item.id))
        elif self.selected.startswith(NEXT) and found is not None:
            self.host.look_at(found.item(self.selected.removeprefix(NEXT)).item.step)
        elif self.selected.startswith(EARLIER):
            self.remember(RESULT, self.selected.removeprefix(EARLIER))
            self.repaint()
        elif self.selected == SHEETS:
            self.put_right()
        elif self.selected == DROP:
            self.throw_away()
        elif self.selected == ON:
            self.go(screen_of(self.desk))

    def agree(self, level: int | None) -> None:
        """Set the level that the group agrees on for the selected question."""
        row, chosen = self.row, self.chosen
        if row is not None and chosen is not None:
            id, topic = chosen.item.id, chosen.item.topic
            label = f"agree on level {level} of “{topic}”" if level else f"no level agreed of “{topic}”"
            self.change(lambda workshop: assessing.agree(workshop, row.id, id, level), label)

    def note_prompt(self, id: str) -> Prompt | None:
        """Ask for what shows the level of a question."""
        row, found = self.row, self.shown
        if row is None or found is None or id not in found.questionnaire.ids:
            return None
        item = found.item(id)

        def take(text: str) -> None:
            self.change(
                partial(assessing.note, assessment_id=row.id, item=id, text=text), f"evidence of “{item.item.topic}”"
            )

        return Prompt(
            PromptKey("assessment-evidence", id, kept=False),
            f"What shows it? {item.item.evidence}",
            lambda text: (text, ""),
            take,
            text=item.note,
            count=lambda text: (length(text), LIMIT),
        )

    def names_prompt(self) -> Prompt | None:
        """Ask who answered; nothing half typed of it is kept."""
        row = self.row
        if row is None:
            return None

        def read(text: str) -> tuple[tuple[str, ...], str]:
            names = tuple(name.strip() for name in text.split(",") if name.strip())
            return names, f"{len(names)} names" if names else "no names"

        def take(names: tuple[str, ...]) -> None:
            self.change(partial(assessing.name_respondents, assessment_id=row.id, names=names), "who answered")

        ask = "Who answered? Only if the group wants names kept, here and in the history. A comma between two."
        return Prompt(PromptKey("assessment-names", kept=False), ask, read, take, text=", ".join(row.names))

    def put_right(self) -> None:
        """Go back to the sheets; counted again, they take the place of these results."""
        from screens.assessment_grid import Grid
        from screens.assessment_questions import Alone

        round = self.round
        if round is None:
            return
        if round.alone:
            self.go(Alone())
        else:
            self.remember(WAY, GRID)
            self.go(Grid())

    def throw_away(self) -> None:
        """Throw the single answers away; nothing brings them back."""

        def take(_: None) -> None:
            self.keep(None)
            self.host.tell("Thrown away. Only the counts are kept.")

        ask = "Throw the single answers away? Nothing brings them back. Enter does it, Esc does not."
        self.ask(self.confirming("drop", ask, take))

    def take_again(self) -> None:
        """Begin anew; single answers that are still kept are thrown away first, if so wanted."""
        from screens.assessment_start import Start

        def begin(_: None = None) -> None:
            self.keep(None)
            self.remember(RESULT, "")
            self.go(Start())

        if self.kept_round is None:
            begin()
        else:
            ask = "Begin anew? The single answers of the last time are thrown away. Enter does it, Esc does not."
            self.ask(self.confirming("again", ask, begin))

    def take_away(self) -> None:
        """Take the assessment away."""
        row = self.row
        if row is not None:
            self.change(partial(assessing.remove, assessment_id=row.id), "take the self-assessment away")


def _question(painter: Painter, item: ItemResult, *, alone: bool) -> list[Row]:
    """A question with its answers; the selected one with the sentence of its level and its evidence."""
    id, chosen = item.item.id, item.item.id == painter.selected
    wide = painter.width >= _WIDE
    several = item.tally is not None and item.tally.answered > 1
    words = standing(item) if wide or not several else _short(item)
    right = Content.styled(words, "bold" if item.flags and not alone else "")
    inline = several and painter.width >= _BARS
    left = said(item.item.topic, "bold" if chosen else "")
    if inline and item.tally is not None:
        name = _WHOLE_NAME if wide else _NAME
        left = fit(left, name) + Content(f" {bars(item.tally, _BAR)}")
    rows = [painter.item(id, left, right)]
    if not chosen:
        return rows
    if several and not inline and item.tally is not None:
        rows.append(painter.under(id, Content(bars(item.tally, _BAR)), 4))
    level = item.level
    if level is not None:
        at = int(level)
        rows += [
            painter.under(id, line, 4)
            for line in wrapped(f"{at}: {item.item.level(at)}", painter.width - 4, "italic", most=2)
        ]
    if item.note:
        rows += [
            painter.under(id, line, 4)
            for line in wrapped(f"evidence: {item.note}", painter.width - 4, "$wall-quiet", most=2)
        ]
    return rows


def _short(item: ItemResult) -> str:
    """Where a question stands, in the few cells there are: `2.5 SPREAD ?`; once a level is agreed, that level."""
    if item.agreed is not None:
        return f"agreed {item.agreed}"
    flags = "SPREAD ?" if len(item.flags) > 1 else " ".join(item.flags)
    return f"{median_of(item)} {flags}".strip()


def _then_and_now(painter: Painter, compared: Comparison) -> list[Row]:
    rows: list[Row] = []
    if not compared.comparable:
        told = "Fewer than half have the same roles as then, or roles were not noted: no change is reported."
        rows += map(Row, wrapped(told, painter.width, "$wall-explore"))
    elif not compared.moved:
        rows.append(painter.note("Nothing moved by a whole level, no dimension by half a point."))
    rows.append(painter.heading("", "Dimensions", "then → now", "$wall-here"))
    rows += [_moved(painter, change) for change in compared.dimensions]
    rows.append(painter.heading("", "Questions", "then → now", "$wall-here"))
    rows += [_moved(painter, change) for change in compared.items]
    return rows


def _moved(painter: Painter, change: Change) -> Row:
    sign, word, style = _ARROWS[change.moved]
    values = f"{number(change.then) or '–':>3} → {number(change.now) or '–':<3}"
    right = Content.assemble((f"{sign} {word}".strip(), f"bold {style}"), f"  {values}")
    return painter.item(f"{THEN}/{change.id}", said(change.name), right)


def _groups(painter: Painter, found: Result) -> list[Row]:
    rows = [painter.heading("", "Medians", "leaders | others", "$wall-here")]
    for item in found.items:
        if item.leaders is not None and item.others is not None:
            one, other = item.leaders.median, item.others.median
            far = one is not None and other is not None and abs(one - other) >= 1
            values = f"{number(one) or '–':>3} | {number(other) or '–':<3}"
            right = Content.assemble(("APART" if far else "", "bold $wall-explore"), f"  {values}")
            rows.append(painter.item(f"{GROUPS}/{item.item.id}", said(item.item.topic), right))
    return rows
