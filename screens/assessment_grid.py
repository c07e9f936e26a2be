"""The sheets of a group on one board: a row a person, a column a question, one key an answer."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.assessment import Role
from data.value import Workshop
from screens.assessing import AROUND, ROLES, TURNS, WAY, Assessing, Leave, Reveal
from screens.assessment_questions import ITEMS
from screens.assessment_sheets import NEW, ROLE, picture
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES
from screens.paint import Painter, Picture
from screens.widgets.prompt import Prompt
from workshop.assessment.scoring import DOES_NOT_APPLY, NOT_SURE
from workshop.assessment.sheets import Round


class CellKey(Command):
    """Put this answer down in the selected cell, and go on to the next one."""

    def __init__(self, item: str) -> None:
        self.answer = ITEMS[item]
        self.id, self.keys, self.key_shown = f"assessment.answer.{item}", item, item
        names = {NOT_SURE: "Not sure", DOES_NOT_APPLY: "Does not apply"}
        self.name = names.get(self.answer, f"Level {item}")
        self.show = {"0": 4, "n": 5}.get(item, 0)

    def applies(self, screen: Grid) -> bool:
        return screen.on_answer

    def run(self, screen: Grid) -> None:
        screen.answer(self.answer)


class RoleDigit(Command):
    """Say what the person of this sheet is."""

    def __init__(self, digit: int) -> None:
        self.id, self.keys, self.key_shown = f"assessment.sheet-role.{digit}", f"{digit}", f"{digit}"
        self.role, name = ROLES[digit - 1] if digit else (Role.UNSAID, "not said")
        self.name = f"{'Role: '}{name}"

    def applies(self, screen: Grid) -> bool:
        return screen.column == ROLE

    def run(self, screen: Grid) -> None:
        screen.play(self.role)


class Clear(Command):
    """Take the selected answer away; on a role, the whole sheet."""

    id, name, keys, key_shown = "assessment.clear", "Take away", "delete,backspace", "Del"

    def applies(self, screen: Grid) -> bool:
        return screen.selected != NEW

    def run(self, screen: Grid) -> None:
        screen.clear()


class NextSheet(Command):
    """Go on with the next sheet."""

    id, name, keys, key_shown, show = "assessment.next-sheet", "Next sheet", "enter", "Enter", 2

    def run(self, screen: Grid) -> None:
        screen.next_sheet()


class AddSheet(Command):
    """Lay down one more sheet."""

    id, name, keys, key_shown, show = "item.add", "Sheet", "a", "a", 1

    def run(self, screen: Grid) -> None:
        screen.add_sheet()


class InTurn(Command):
    """Let the others answer here in turn, the wall dark in between."""

    id, name, keys, key_shown, show = "view.turns", "In turn", "v", "v", 6

    def run(self, screen: Grid) -> None:
        screen.remember(WAY, TURNS)
        screen.host.show_assessment("sheets")


class Grid(Assessing):
    """Answers from paper, typed in one after the other: twenty keys a sheet."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *map(CellKey, ITEMS),
        *map(RoleDigit, range(len(ROLES) + 1)),
        AddSheet(),
        NextSheet(),
        Reveal(),
        Clear(),
        InTurn(),
        Leave(),
        *MOVES,
        *AROUND,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "assessment/grid"

    def arrive(self) -> None:
        super().arrive()
        if self.row is None and self.selected != NEW:
            self.select(f"0/{self.asked.ids[0]}")

    # -- where one is --------------------------------------------------------------------------------------------

    @property
    def row(self) -> int | None:
        """The selected sheet, counted from 0."""
        number = self.selected.partition("/")[0]
        round = self.round
        at = int(number) if number.isdecimal() else -1
        return at if round is not None and 0 <= at < len(round.sheets) else None

    @property
    def column(self) -> str:
        """The selected question, or `ROLE`; "" outside."""
        return self.selected.partition("/")[2] if self.row is not None else ""

    @property
    def on_answer(self) -> bool:
        return self.selected == NEW or self.column in self.asked.ids

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        if self.column in self.asked.ids:
            item = self.asked.of(self.column)
            return f"{item.id} {item.topic}: {item.question}"
        return "What is this person here?" if self.column == ROLE else "Type in the sheets, one key an answer"

    def hint(self, workshop: Workshop) -> str:
        return "A row a person, a column a question. No names: a number will do, and a role if you like."

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open:
            return Content("")
        if self.column == ROLE:
            roles = "  ".join(f"{digit} {name}" for digit, (_, name) in enumerate(ROLES, 1))
            return Content.styled(f"{roles}  0 not said. Del takes the sheet away.", "$wall-explore")
        return Content.styled("1-5 the level, 0 not sure (?), n does not apply (-), ← for the role", "$wall-quiet")

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        round = self.round
        if round is None:
            return painter.picture([painter.note("These sheets were counted, or thrown away.")])
        return picture(painter, self.asked, round.sheets, self.column)

    # -- acting --------------------------------------------------------------------------------------------------

    def _round_and_row(self) -> tuple[Round, int] | None:
        """The sheets and the selected one, which is laid down where one types on behind the last."""
        round = self.round
        if round is None:
            return None
        if self.selected == NEW:
            return round.add(), len(round.sheets)
        return None if self.row is None else (round, self.row)

    def answer(self, answer: int) -> None:
        """Put an answer down in the selected cell and select the next one, at last that of the next sheet."""
        found, ids = self._round_and_row(), self.asked.ids
        if found is None:
            return
        round, row = found
        id = ids[0] if self.selected == NEW else self.column
        round = round.answer(row, id, answer)
        at = ids.index(id) + 1
        if at < len(ids):
            following = f"{row}/{ids[at]}"
        else:
            following = f"{row + 1}/{ids[0]}" if row + 1 < len(round.sheets) else NEW
        self.selected = following
        self.keep(round)
        self.select(following)

    def play(self, role: Role) -> None:
        """Put down what the person of the selected sheet is, and go to their first answer."""
        if self.round is not None and self.row is not None:
            row = self.row
            self.keep(self.round.play(row, role))
            self.select(f"{row}/{self.asked.ids[0]}")

    def clear(self) -> None:
        """Take the selected answer away, or ask whether to take the sheet away whose role is selected."""
        round, row = self.round, self.row
        if round is None or row is None:
            return
        if self.column == ROLE:
            self.ask(self._remove_prompt(row))
        else:
            self.keep(round.answer(row, self.column, None))

    def _remove_prompt(self, row: int) -> Prompt:
        return self.confirming(
            "remove-sheet",
            f"Take sheet {row + 1} away, with its answers? Nothing brings it back. Enter does it, Esc does not.",
            partial(self._remove, row),
        )

    def _remove(self, row: int, _: None = None) -> None:
        round = self.round
        if round is None or row >= len(round.sheets):
            return
        round = round.remove(row)
        self.keep(round if round.sheets else round.add())
        self.select(f"{max(0, row - 1)}/{self.asked.ids[0]}")

    def add_sheet(self) -> None:
        """Lay down one more sheet and select its first answer; an empty one at the end is the next one."""
        round = self.round
        if round is None:
            return
        if not round.sheets[-1].is_blank:
            round = round.add()
            self.keep(round)
        self.select(f"{len(round.sheets) - 1}/{self.asked.ids[0]}")

    def next_sheet(self) -> None:
        """Select the first answer of the next sheet, or the one still to come."""
        round, row = self.round, self.row
        if round is not None:
            following = len(round.sheets) if row is None else row + 1
            self.select(f"{following}/{self.asked.ids[0]}" if following < len(round.sheets) else NEW)

    def open_item(self) -> None:
        """A second click does no more than the first."""
