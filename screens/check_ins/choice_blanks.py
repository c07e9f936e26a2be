"""What is asked of measures, conditions, signals and priorities, where the choices themselves are looked at."""

from __future__ import annotations

from typing import Any

from data.nouns.check_in import Holding, Judgment, Reading, Revisit, Sitting, Watch
from data.nouns.direction import Measure
from data.nouns.strategy import Condition
from screens.check_ins.blank import TEXT, Blank, amount, number, words, yes_no
from screens.check_ins.result_blanks import ResultBlanks
from workshop import amounts
from workshop.actions import checking_in
from workshop.naming import caption
from workshop.text import shorten


class ChoiceBlanks(ResultBlanks):
    """A screen that knows what may be said of the choices, too."""

    def blank_of(self, sitting: Sitting, kind: str, item: str, name: str) -> Blank:
        match kind:
            case "measure":
                return self._of_measure(sitting, self.workshop.row(Measure, item), name)
            case "revisit":
                return self._of_condition(sitting, self.workshop.row(Condition, item), name)
            case "watch":
                return self._of_trigger(sitting, item)
            case "judge":
                return self._of_priority(sitting, item, name)
        return super().blank_of(sitting, kind, item, name)

    def _of_measure(self, sitting: Sitting, row: Measure, name: str) -> Blank:
        said = self.workshop.get(Reading, f"{sitting.id}-{row.id}")
        value, note = (said.value, said.note) if said else (None, "")

        def keep(given: Any) -> None:
            now = {"value": value, "note": note, name: given}
            self.change(
                lambda workshop: checking_in.read_measure(workshop, sitting.id, row.id, now["value"], now["note"]),
                f"{caption(row)}: what it says",
            )

        if name == "note":
            return Blank("What is behind it? (Enter: nothing)", note, words(TEXT), keep)
        text = amounts.say(value, self.language) if value is not None else ""
        return Blank(f"{shorten(caption(row), 40)}: what does it say today?", text, amount(self.language), keep)

    def _of_condition(self, sitting: Sitting, row: Condition, name: str) -> Blank:
        said = self.workshop.get(Revisit, f"{sitting.id}-{row.id}")
        holding = said.holding if said else Holding.UNSAID
        confidence, note = (said.confidence if said else None), (said.note if said else "")

        def keep(given: Any) -> None:
            now = {"confidence": confidence, "note": note, name: given}
            self.change(
                lambda workshop: checking_in.revisit(workshop, sitting.id, row.id, holding, **now),
                f"{row.id}: does it hold?",
            )

        if name == "note":
            return Blank("How do we know?", note, words(TEXT), keep)
        before = f" Nothing typed: {row.confidence}, as before." if row.confidence else ""
        return Blank(f"How sure are we now, 1 doubt to 5 sure?{before}", "", number(1, 5, row.confidence), keep)

    def _of_trigger(self, sitting: Sitting, item: str) -> Blank:
        said = self.workshop.row(Watch, f"{sitting.id}-{item}")

        def keep(given: str) -> None:
            self.change(
                lambda workshop: checking_in.watch(workshop, sitting.id, item, said.fired, given), f"{item}: the signal"
            )

        return Blank("What has happened, and how do we know?", said.note, words(TEXT), keep)

    def _of_priority(self, sitting: Sitting, item: str, name: str) -> Blank:
        said = self.workshop.row(Judgment, f"{sitting.id}-{item}")

        def keep(given: Any) -> None:
            now = {"again": said.again, "note": said.note, name: given}
            self.change(
                lambda workshop: checking_in.judge(workshop, sitting.id, item, said.verdict, **now), f"{item}: judged"
            )

        if name == "note":
            return Blank("Why?", said.note, words(TEXT), keep)
        text = {None: "", True: "yes", False: "no"}[said.again]
        return Blank("Would we start it today? yes or no", text, yes_no, keep)
