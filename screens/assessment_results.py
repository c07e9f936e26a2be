"""The results of a self-assessment: what next, every question's answers as bars, then and now, leaders and others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.assessment import Assessment
from data.value import Workshop
from screens.assessing import AROUND, GRID, RESULT, WAY, Assessing, Leave
from screens.assessment_board import GROUPS, NEXT, THEN, bars, groups, then_and_now
from screens.command import Command, bindings
from screens.commands.assessment import RESULTS
from screens.commands.everywhere import CHANGES, MOVES, PAGES
from screens.paint import Painter, Picture, Row, said, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop import dates
from workshop.actions import assessing
from workshop.assessment import comparison, results
from workshop.assessment.comparison import Comparison
from workshop.assessment.results import UNVALIDATED, ItemResult, Result
from workshop.text import length

#: Items that are no questions.
EARLIER = "earlier/"
SHEETS, DROP, ON = "sheets", "drop", "on"

#: What evidence takes at most, in characters as people see them.
LIMIT = 120


class Results(Assessing):
    """What came of one self-assessment, the last one unless another is chosen."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *RESULTS,
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
        kept = results.in_order(self.workshop)
        chosen = self.workshop.get(Assessment, self.remembered(RESULT))
        return chosen or (kept[-1] if kept else None)

    @property
    def shown(self) -> Result | None:
        """What came of it; None where its questions are not at hand."""
        return results.result(self.workshop, self.row) if self.row is not None else None

    @property
    def compared(self) -> Comparison | None:
        return comparison.compared(self.workshop, self.shown) if self.shown is not None else None

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
                rows = then_and_now(painter, compared)
            case "groups" if found.by_groups:
                rows = groups(painter, found)
            case _:
                rows = bars(painter, found, self._steps)
        return painter.picture([*rows, *self._around(workshop, painter)])

    def _without_result(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """Nothing to show: it was taken back, or belongs to another questionnaire."""
        row = self.row
        if row is None:
            return [painter.note(), painter.item(ON, Content("Go on: to the sheets, or to the beginning"))]
        asked = f"“{row.questionnaire}”, version {row.version}"
        told = wrapped(f"They are those of {asked}. Results of other questions are never compared.", painter.width)
        return [painter.note(), *map(Row, told), painter.note(), *self._around(workshop, painter)]

    @property
    def _steps(self) -> Mapping[str, str]:
        """What the steps are called."""
        return {step.key: step.name for step in self.content.steps}

    def _around(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """What can be done with it as a whole, and the other assessments there are."""
        rows: list[Row] = []
        if self.has_sheets:
            rows += [painter.note(), painter.heading("", "The single answers are still kept, without names", "")]
            rows.append(painter.item(SHEETS, Content("Put an answer right")))
            rows.append(painter.item(DROP, Content("Throw them away; only the counts stay")))
        others = [row for row in results.in_order(workshop) if row != self.row]
        if others:
            rows += [painter.note(), painter.heading("", "Other times", "")]
        for row in reversed(others):
            when = dates.short(row.taken_on, self.host.today()) if row.taken_on else row.id
            people = "one person" if row.respondents == 1 else f"{row.respondents} people"
            rows.append(painter.item(f"{EARLIER}{row.id}", said(f"{when}, {people}")))
        return rows

    def show_view(self, view: str) -> None:
        """Show the results this way, from the top."""
        self.selected = ""
        super().show_view(view)
        self.select(next(iter(self.board.picture.items), ""))
        self.scroll_board(end=False)

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
            self.host.show_assessment()

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

    def ask_names(self) -> None:
        """Ask who answered; nothing half typed of it is kept."""
        row = self.row
        if row is None:
            return

        def read(text: str) -> tuple[tuple[str, ...], str]:
            names = tuple(name.strip() for name in text.split(",") if name.strip())
            return names, f"{len(names)} names" if names else "no names"

        def take(names: tuple[str, ...]) -> None:
            self.change(partial(assessing.name_respondents, assessment_id=row.id, names=names), "who answered")

        ask = "Who answered? Only if the group wants names kept, here and in the history. A comma between two."
        key = PromptKey("assessment-names", kept=False)
        self.ask(Prompt(key, ask, read, take, text=", ".join(row.names)))

    def put_right(self) -> None:
        """Go back to the sheets; counted again, they take the place of these results."""
        self.remember(WAY, GRID)
        self.host.show_assessment("sheets")

    def throw_away(self) -> None:
        """Throw the single answers away; nothing brings them back."""

        def take(_: None) -> None:
            self.keep(None)
            self.host.tell("Thrown away. Only the counts are kept.")

        ask = "Throw the single answers away? Nothing brings them back. Enter does it, Esc does not."
        self.ask(self.confirming("drop", ask, take))

    def take_again(self) -> None:
        """Begin anew; single answers that are still kept are thrown away first, if so wanted."""

        def begin(_: None = None) -> None:
            self.keep(None)
            self.remember(RESULT, "")
            self.host.show_assessment("start")

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
