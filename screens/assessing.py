"""What the screens of the self-assessment share: the questions, the sheets, and the way from one screen to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from data.nouns.assessment import Assessment, Role
from screens.command import Command
from screens.commands.everywhere import ROOM
from screens.commands.reach import Participants, SelfAssessment
from screens.frame import Frame
from screens.home import Home
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import assessing
from workshop.assessment import questionnaire, sheets
from workshop.assessment.questionnaire import Questionnaire
from workshop.assessment.sheets import Round

#: What the room looks at while one of these screens is shown, and where it keeps what it looked at before.
LOOKING, CAME_FROM = Assessment.table, "assessment/from"

#: Which result is shown, as the room keeps it; "" for the last one.
RESULT = "assessment/result"

#: Which question is on the screen, as the room keeps it.
AT = "assessment/at"

#: The roles in the order of their digits; 0 says none.
ROLES = (
    (Role.LEADER, "leader"),
    (Role.STAFF, "staff"),
    (Role.BOARD, "board"),
    (Role.VOLUNTEER, "volunteer"),
    (Role.OTHER, "other"),
)

#: The ways of a group, as the room keeps them.
GRID, TURNS = "grid", "turns"
WAY = "assessment/way"


class WithoutKey(Participants):
    """Show who is in the room, and who votes."""

    keys = key_shown = ""


#: The room's own commands, but for the one that leads here; n is an answer here, so that it shows nobody.
AROUND: tuple[Command, ...] = (
    *(each for each in ROOM if not isinstance(each, (Participants, SelfAssessment))),
    WithoutKey(),
)


class Leave(Command):
    """Go back to where you came from; every answer is kept, and can be gone on with."""

    id, name, keys, key_shown, show = "back", "Back", "escape", "Esc", 2

    def run(self, screen: Assessing) -> None:
        screen.leave()


class Reveal(Command):
    """Count the sheets and show the results; the sheets can still be put right afterwards."""

    id, name, keys, key_shown, show = "step.check", "Results", "c", "c", 3

    def applies(self, screen: Assessing) -> bool:
        return screen.round is not None

    def run(self, screen: Assessing) -> None:
        screen.reveal()


class Assessing(Frame):
    """A screen of the self-assessment."""

    #: What facilitates it, for the guide.
    prompts_beside: ClassVar[tuple[str, ...]] = (
        "Each answers alone first. Nobody says a number aloud before all have answered.",
        "Pick the sentence that fits most weeks, not the best one. Level 5 always contains level 4.",
        "Not sure is an answer. Where many are, the practice may be there and nobody knows it.",
        "Then show all answers at once, and ask first those who stand apart: what do you see?",
        "The same roles answer next time, in 6 to 12 months.",
    )

    @property
    def asked(self) -> Questionnaire:
        """The questionnaire that is asked now."""
        return questionnaire.load()

    @property
    def round(self) -> Round | None:
        """The sheets of this questionnaire that the room keeps; None where it keeps none."""
        round = self.kept_round
        return round if round is not None and round.is_of(self.asked) else None

    @property
    def kept_round(self) -> Round | None:
        """The sheets that the room keeps, of whichever questionnaire."""
        return sheets.read(self.desk.room.sheets)

    def keep(self, round: Round | None) -> None:
        """Keep these sheets, outside the log; with None they are thrown away for good."""
        kept = sheets.plain(round)
        self.desk.note(lambda room: room.replace(sheets=kept))
        self.repaint()

    def remember(self, name: str, value: str) -> None:
        """Keep a word of where one stands, like a selection."""
        self.desk.note(lambda room: room.replace(selection={**room.selection, name: value}))

    def remembered(self, name: str) -> str:
        return self.desk.room.selection.get(name, "")

    # -- coming and going ----------------------------------------------------------------------------------------

    def arrive(self) -> None:
        before = self.desk.room.looking
        if before != LOOKING:
            self.remember(CAME_FROM, before)
            self.desk.note(lambda room: room.replace(looking=LOOKING))
        self.guide.prompts = self.prompts_beside
        super().arrive()

    def leave(self) -> None:
        """Go back to the step one came from; a self-assessment that stands alone goes back to the list."""
        before = self.remembered(CAME_FROM)
        if not before:
            self.host.go_home()
        elif isinstance(self.app.screen_stack[-2], Home):
            self.host.look_at(before)
        else:
            self.desk.note(lambda room: room.replace(looking=before))
            self.dismiss()

    def begin(self, way: str) -> None:
        """Lay down the first sheet: alone with "", of a group one way or the other."""
        self.remember(WAY, way)
        self.remember(AT, "")
        self.keep(sheets.begin(self.asked, self.host.today(), alone=not way))
        self.host.show_assessment()

    # -- counting ------------------------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Count the sheets; of a group, and while answers are missing, it asks before it does."""
        round = self.round
        if round is None:
            return
        if not round.answered:
            self.host.tell("Nobody has answered yet.")
        elif round.alone and not self._missing(round):
            self.count()
        else:
            self.ask(self._reveal_prompt(round))

    def count(self) -> None:
        """Count the sheets and show what came of it."""
        round = self.round
        if round is None or not round.answered:
            return
        id = assessing.counted(self.workshop, round)
        people = len(round.answered)
        self.change(
            partial(assessing.count, round=round),
            "count the self-assessment" if round.alone else f"count the self-assessment of {people}",
        )
        self.keep(round.counted_as(id))
        self.remember(RESULT, id)
        self.host.show_assessment("results")

    def _missing(self, round: Round) -> int:
        """How many answers are missing on the sheets that were begun."""
        return sum(len(self.asked.ids) - len(sheet.answers.keys() & set(self.asked.ids)) for sheet in round.answered)

    def _reveal_prompt(self, round: Round) -> Prompt:
        people, missing = len(round.answered), self._missing(round)
        said = "1 sheet" if people == 1 else f"{people} sheets"
        if missing:
            said += ", 1 answer is missing" if missing == 1 else f", {missing} answers are missing"

        def take(_: None) -> None:
            self.count()

        return self.confirming("reveal", f"{said}. Show the results? Enter shows them, Esc does not.", take)

    def confirming(self, kind: str, ask: str, take: Callable[[None], None]) -> Prompt:
        """Ask for nothing but Enter."""

        def read(text: str) -> tuple[None, str]:
            if text.strip():
                raise ValueError("Nothing is to be typed here: Enter does it, Esc does not.")
            return None, ""

        return Prompt(PromptKey(kind, kept=False), ask, read, take)
