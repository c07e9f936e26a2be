"""The plan as it stands: on one page, whole, what is still open in it by step, and adopting it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM, Export
from screens.commands.fields import Back
from screens.commands.findings import FINDINGS
from screens.commands.reach import CheckIn
from screens.commands.views import Switch
from screens.document import document_rows
from screens.findings import PAST, WEIGHTS, Findings, Weight
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, fit, said
from screens.widgets.prompt import Prompt, PromptKey
from workshop import reading
from workshop.actions import closing
from workshop.export import onepage, phrases
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan
from workshop.reading import Reading
from workshop.rules.grouping import looked_at
from workshop.rules.registry import Finding

#: The views beside the first one, the page.
WHOLE, OPEN = "whole", "open"

#: The item that adopts the plan.
ADOPT = "adopt"

_NAMES = {"": "The plan on a page", WHOLE: "The whole plan", OPEN: "What is still open"}

#: A page narrower than so many cells is a list to scroll through, and nothing in it is shortened.
_PAGE = 70
_ENDLESS = 10_000


class Adopt(Command):
    """Make this the plan: its first dates are kept for good. Asks before it does; undo takes it back."""

    id, name, keys, key_shown, show = "plan.adopt", "Adopt this plan", "enter", "Enter", 2

    def applies(self, screen: PlanScreen) -> bool:
        return screen.selected == ADOPT if screen.view == OPEN else not screen.workshop.brief.version

    def run(self, screen: PlanScreen) -> None:
        screen.adopt()


class ExportIt(Export):
    """Write the plan as documents, or copy one, at any moment."""

    show = 3


class CheckInNow(CheckIn):
    """Look at the plan together: what was agreed, how results stand, what changes, and when to meet again."""

    show = 4


class Turn(Switch):
    """Show the plan on a page, whole, or only what is open in it."""

    def applies(self, screen: Frame) -> bool:
        return screen.view == self.here


class PlanScreen(Findings):
    """Three views of one plan; `v` goes from one to the next."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Turn("The whole plan", here="", there=WHOLE, show=1),
        Turn("What is open", here=WHOLE, there=OPEN, show=1),
        Turn("The page", here=OPEN, there="", show=1),
        Adopt(),
        *FINDINGS,
        ExportIt(),
        CheckInNow(),
        Back(),
        *MOVES,
        *PAGES,
        *CHANGES,
        *(command for command in ROOM if not isinstance(command, (Export, CheckIn))),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "plan"

    @property
    def found(self) -> tuple[Finding, ...]:
        return self.host.findings(self.workshop)

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        status = phrases.status(self.host.plan(workshop))
        return f"{_NAMES[self.view]}: {status[:1].lower()}{status[1:]}"

    def hint(self, workshop: Workshop) -> str:
        return "v shows it on a page, whole, or only what is still open."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if self.view == OPEN:
            return self._open(workshop, painter)
        plan = self.host.plan(workshop)
        return painter.picture(_page(plan, painter) if self.view != WHOLE else document_rows(whole_plan(plan), painter))

    def _open(self, workshop: Workshop, painter: Painter) -> Picture:
        """What is open, step by step, the weightiest first, and behind it what the room went past."""
        rows: list[Row] = []
        unanswered = [each for each in self.found if each.accepted is None]
        for key in dict.fromkeys(each.step for each in unanswered):
            of_step = [each for each in unanswered if each.step == key]
            rows += self.heading_row(painter, rows, Weight("", self._step_name(key), "$wall-here"), of_step)
            weighed = [each for level in WEIGHTS for each in of_step if each.level is level]
            rows += self.finding_rows(painter, weighed, signed=True)
        past = [each for each in self.found if each.accepted is not None]
        if past:
            rows += self.heading_row(painter, rows, PAST, past)
            rows += self.finding_rows(painter, past)
        rows += [painter.note(), painter.item(ADOPT, Content.styled(self._adopting(workshop), "bold"))]
        return painter.picture(rows)

    def _step_name(self, key: str) -> str:
        numbers: dict[str, int] = {step.key: at for at, step in enumerate(self.content.steps, 1)}
        return f"{numbers.get(key, '')} {looked_at(key)}".lstrip()

    def _adopting(self, workshop: Workshop) -> str:
        count, version = len(self.blocking), workshop.brief.version
        if count:
            return f"{'One thing' if count == 1 else f'{count} things'} to settle before the plan is adopted"
        if version:
            return f"Adopt what has changed since, as version {version + 1}"
        return "Adopt this plan as version 1"

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open or not workshop.brief.version:
            return Content("")
        version = workshop.brief.version
        return Content.styled(
            f"✓ Adopted as version {version}. Next: e writes the summary; send it tonight.", "$wall-play"
        )

    def show_view(self, view: str) -> None:
        super().show_view(view)
        self.scroll_board(end=False)

    # -- acting --------------------------------------------------------------------------------------------------

    def result(self, workshop: Workshop) -> Reading | None:
        return reading.of_step(workshop, "close", self.host.today())

    def open_item(self) -> None:
        if self.selected == ADOPT:
            self.adopt()
        elif self.chosen:
            self.jump(self.chosen[0])

    def adopt(self) -> None:
        """Ask whether to adopt; while something blocks, lead there instead."""
        blocking = self.blocking
        if not blocking:
            self.ask(self._adopt_prompt())
            return
        count = len(blocking)
        self.host.tell(
            f"{'One thing has' if count == 1 else f'{count} things have'} to be settled first: Enter goes there."
        )
        self.show_view(OPEN)
        self.select(blocking[0].key)

    def _adopt_prompt(self) -> Prompt:
        version = self.workshop.brief.version + 1
        dates = len(closing.to_freeze(self.workshop))
        ask = f"Adopt this as version {version}? {_frozen(dates)} u takes it back. Enter adopts, Esc does not."

        def read(text: str) -> tuple[None, str]:
            if text.strip():
                raise ValueError("Nothing is to be typed here: Enter adopts, Esc does not.")
            return None, ""

        def take(_: None) -> Prompt | None:
            # Another window may have opened something since this was asked.
            if self.blocking:
                self.adopt()
                return None
            action = partial(closing.adopt, today=self.host.today(), at=self.host.now())
            self.change(action, f"adopt the plan as version {version}", publishes=True)
            return None

        return Prompt(PromptKey("adopt", kept=False), ask, read, take)


def _page(plan: Plan, painter: Painter) -> list[Row]:
    """The page as it is printed, as wide as there is room for; the first line of each block in bold.

    Some scripts take more cells on a screen than in print: what they take too many of is cut with an ellipsis.
    """
    most = onepage.LINES if painter.width >= _PAGE else _ENDLESS
    rows: list[Row] = []
    for block in onepage.blocks(plan, min(painter.width, onepage.WIDTH), most):
        heading, *lines = block
        rows += [painter.note()] if rows else []
        rows += [Row(said(heading, "bold $wall-here")), *(Row(fit(said(line), painter.width)) for line in lines)]
    return rows


def _frozen(dates: int) -> str:
    if not dates:
        return "No first date is new."
    return f"{'1 first date is' if dates == 1 else f'{dates} first dates are'} kept for good."
