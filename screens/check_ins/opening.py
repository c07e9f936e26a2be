"""What Enter and `a` do at a check-in: opening the selected item line by line, and adding to what is shown."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.change import Adjustment, Kind
from data.nouns.check_in import Occasion, Win
from data.nouns.direction import Measure, Principle
from data.nouns.planning import Milestone, Priority
from data.nouns.rhythm import Trigger
from data.nouns.room import Action, Brief
from data.nouns.strategy import Arena, Condition
from data.value import Key
from screens.check_ins.beginning import BEGIN, HELD
from screens.check_ins.boards import ASSESS, DECISION, END, MESSAGE, NEXT, NEXT_YEAR, PRAISE, STEP, WHO
from screens.check_ins.closing import Closing
from screens.check_ins.digits import Digits
from screens.check_ins.pages import CLOSE
from screens.check_ins.paging import Paging
from screens.widgets.prompt import Prompt
from workshop.amendment import Amendment
from workshop.changes import is_correctable

#: What can be opened besides.
_ROWS: tuple[type[Noun], ...] = (
    *(Win, Action, Milestone, Adjustment, Measure, Condition, Trigger, Priority),
    *(Arena, Principle, Brief),
)

#: The lines of a result's form.
_WHOLE = ("confidence", "happened", "following", "help", "forecast", "evidence")

#: The items that stand for a line about the check-in itself.
_OF_SITTING = {MESSAGE: "message", DECISION: "decision", WHO: "who", NEXT: "next"}


class Opening(Paging, Closing, Digits):
    """A screen whose items are opened, added and taken away."""

    @property
    def adds(self) -> str:
        """What `a` adds where the selection is: "win", "action" or "change"; "" where nothing can be."""
        page = self.page
        if page is None:
            return ""
        if page.part("wins"):
            return "win"
        if page.key == CLOSE or page.part("next"):
            return "action"
        return "change" if page.part("changes") or page.part("choice") or page.part("results") else ""

    def add_first(self) -> Prompt | None:
        """The prompt that `a` opens."""
        match self.adds:
            case "win":
                return self.win_prompt()
            case "action":
                return self.who_prompt()
            case "change":
                return self.amend_prompt(Amendment())
        return None

    def _row(self, *nouns: type[Noun]) -> Noun | None:
        """The row that is selected, when it is one of these kinds."""
        return next((row for noun in nouns if (row := self.workshop.get(noun, self.selected)) is not None), None)

    def open_item(self) -> None:
        item = self.selected
        row = self._row(*_ROWS)
        if row is not None:
            self._open_row(row)
        elif item.startswith(BEGIN):
            self.begin(Occasion(item.removeprefix(BEGIN)))
        elif item.startswith(HELD):
            self.host.show_held(item.removeprefix(HELD))
        elif item.startswith(PRAISE):
            self.praise(item.removeprefix(PRAISE))
        elif item.startswith(STEP):
            self.host.look_at(item.removeprefix(STEP))
        elif item.startswith("+"):
            self.ask(self.add_first())
        elif item == ASSESS:
            self.host.show_assessment()
        elif item == NEXT_YEAR:
            self.ask(self.next_year_prompt())
        elif item == END:
            self.ask(self.close_prompt())
        elif item in _OF_SITTING:
            self.ask(self.form("sitting", "", *self._lines_from(item)))

    def _lines_from(self, item: str) -> tuple[str, ...]:
        """A line about the check-in as a whole, and behind who is here what the others hear, while that is empty."""
        line, sitting = _OF_SITTING[item], self.sitting
        if item == WHO and sitting is not None and sitting.kind is not Occasion.SOLO and not sitting.message:
            return line, _OF_SITTING[MESSAGE]
        return (line,)

    def _open_row(self, row: Noun) -> None:
        match row:
            case Win():
                self.ask(self.form("win", row.id, "text", "who", "mark"))
            case Action() if self.agreed_here(row.id):
                self.ask(self.form("agree", row.id, "by"))
            case Action():
                self.ask(self.form("follow", row.id, "text", "who", "by"))
            case Milestone():
                self.ask(self.form("report", row.id, *_WHOLE))
            case Measure():
                self.ask(self.form("measure", row.id, "value", "note"))
            case Adjustment() if is_correctable(row, self.host.now()):
                self.ask(self.form("correct", row.id, "reason", "knock_on", "evidence", "look_on"))
            case Adjustment():
                # What was said stands after 15 minutes; what was not can still be said.
                self.host.tell("It was written down more than 15 minutes ago: another change takes it back.")
                self.ask(self.form("again", row.id, *(() if row.evidence else ("evidence",)), "look_on"))
            case Arena() | Principle() | Brief():
                self.ask(self.amend_prompt(Amendment.of(Kind.CHOICE_CHANGED, row.id)))
            case Condition() | Trigger() | Priority():
                self.host.tell("A digit says how it stands; what is behind it is asked then.")

    @property
    def can_go(self) -> bool:
        """Whether the selected item was written down here, and nothing hangs on it."""
        return self.sitting is not None and (self._row(Win) is not None or self.agreed_here(self.selected))

    def take_away(self) -> None:
        """Take the selected win or action away."""
        row = self._row(Win, Action)
        if row is not None:
            self.change(lambda workshop: workshop.remove(Key(row.table, row.id)), f"delete a line of {row.table}")
