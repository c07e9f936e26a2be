"""The self-assessment before it begins: what it is, what is kept of it, and how one wants to answer."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.assessing import AROUND, GRID, TURNS, Assessing, Leave
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, Open
from screens.paint import Painter, Picture, Row, said, wrapped
from workshop.assessment.results import UNVALIDATED

#: The ways to answer: the item, what it is called, and what one does.
_WAYS = (
    ("alone", "Alone", "one question after the other"),
    (GRID, "A group, on paper", "type the sheets into a grid"),
    (TURNS, "A group, in turn", "at this keyboard, the wall dark meanwhile"),
)
RESULTS, DROP = "results", "drop"

#: Seconds that a question takes, at least and at most.
_QUICK, _SLOW = 18, 24


class Way(Command):
    """Answer this way."""

    def __init__(self, digit: int) -> None:
        self.id, self.keys, self.key_shown = f"assessment.way.{digit}", f"{digit}", f"{digit}"
        self.item, self.name, self.does = _WAYS[digit - 1]

    @property
    def tooltip(self) -> str:
        return f"{self.name}: {self.does}."

    def applies(self, screen: Start) -> bool:
        return screen.kept_round is None

    def run(self, screen: Start) -> None:
        screen.begin("" if self.item == "alone" else self.item)


class Choose(Open):
    """Do what the selected line says."""

    name, show = "Choose", 2


class Start(Assessing):
    """Three ways to answer, and the way to earlier results."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Choose(),
        *map(Way, range(1, len(_WAYS) + 1)),
        Leave(),
        *MOVES,
        *CHANGES,
        *AROUND,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "assessment/start"

    def question(self, workshop: Workshop) -> str:
        return "Where do we stand, and what is the one next step?"

    def hint(self, workshop: Workshop) -> str:
        return f"{self.asked.name}, version {self.asked.version}"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows = [row for text in self._introduction() for row in _paragraph(painter, text)]
        kept = self.kept_round
        if kept is not None:
            asked = f"“{kept.questionnaire}”, version {kept.version}"
            rows += _paragraph(painter, f"Sheets of another questionnaire are kept: {asked}.", "$wall-explore")
            rows.append(painter.item(DROP, Content("Throw these sheets away, and begin anew")))
        else:
            for digit, (item, name, does) in enumerate(_WAYS, 1):
                left = Content.assemble((f"{digit}  ", "bold $wall-explore"), (name, "bold"), f"  {does}")
                rows.append(painter.item(item, left))
        if workshop.assessments:
            rows += [painter.note(), painter.item(RESULTS, Content("   Look at the last results"))]
        return painter.picture(rows)

    def _introduction(self) -> tuple[str, ...]:
        count = len(self.asked.item)
        minutes = f"{count * _QUICK // 60} to {-(-count * _SLOW // 60)} minutes"
        return (
            f"{count} questions about how strategy works here, in {minutes}. Pick the sentence that fits most weeks.",
            "Kept are counts: no names unless the group wants them, and of two or three only what they agree on.",
            UNVALIDATED,
        )

    def open_item(self) -> None:
        match self.selected:
            case "alone":
                self.begin("")
            case "grid" | "turns":
                self.begin(self.selected)
            case "results":
                self.host.show_assessment("results")
            case "drop":
                self.keep(None)


def _paragraph(painter: Painter, text: str, style: str = "") -> list[Row]:
    lines = wrapped(text, min(painter.width, 76), style, most=4)
    return [*map(Row, lines), *([painter.note()] if painter.tall else [])] or [Row(said(""))]
