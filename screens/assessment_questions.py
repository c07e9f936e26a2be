"""The questions of the self-assessment, one a screen, with their five described levels."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.assessing import AROUND, AT, Assessing, Leave, Reveal
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES
from screens.paint import Painter, Picture, Row, cells, said, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop.assessment.questionnaire import Item
from workshop.assessment.scoring import DOES_NOT_APPLY, LEVELS, NOT_SURE
from workshop.assessment.sheets import EVIDENCE_FROM, Sheet, asks_for_note
from workshop.text import length

#: What a note takes at most, in characters as people see them.
LIMIT = 120

#: The items that answer, by what they stand for.
ITEMS = {**{f"{level}": level for level in LEVELS}, "0": NOT_SURE, "n": DOES_NOT_APPLY}
_KEYS = {answer: item for item, answer in ITEMS.items()}
_WORDS = {NOT_SURE: "not sure", DOES_NOT_APPLY: "does not apply"}

#: Where one is behind all questions.
END = "end"

#: The item that ends it.
DONE = "done"


class Answer(Command):
    """Give this answer, and go on to the next question."""

    def __init__(self, item: str) -> None:
        self.item, self.answer = item, ITEMS[item]
        self.id, self.keys, self.key_shown = f"assessment.answer.{item}", item, item
        self.name = f"Level {item}" if self.answer in LEVELS else _WORDS[self.answer].capitalize()
        self.show = {"0": 4, "n": 5}.get(item, 0)

    def applies(self, screen: Questions) -> bool:
        return screen.item is not None

    def run(self, screen: Questions) -> None:
        screen.answer(self.answer)


class Take(Command):
    """Give the selected answer, or do what the selected line says."""

    id, name, keys, key_shown, show = "item.open", "Choose", "enter", "Enter", 1

    def applies(self, screen: Questions) -> bool:
        return screen.uncovered and bool(screen.selected)

    def run(self, screen: Questions) -> None:
        screen.open_item()


class Turn(Command):
    """Look at the next question, or the one before; answers stay."""

    def __init__(self, id: str, name: str, keys: str, key_shown: str, by: int, show: int = 0) -> None:
        self.id, self.name, self.keys, self.key_shown, self.by, self.show = id, name, keys, key_shown, by, show

    def applies(self, screen: Questions) -> bool:
        return screen.uncovered

    def run(self, screen: Questions) -> None:
        screen.turn(self.by)


class Questions(Assessing):
    """One question with its five described levels; what is answered is kept with every key."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *map(Answer, ITEMS),
        Take(),
        Reveal(),
        Turn("assessment.next", "Next question", "right,pagedown", "→", 1),
        Turn("assessment.before", "Question before", "left,pageup", "←", -1, show=2),
        Leave(),
        *(each for each in MOVES if each.keys not in ("left", "right")),
        *AROUND,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "assessment/question"

    def arrive(self) -> None:
        super().arrive()
        self.show(self.at)

    # -- where one is --------------------------------------------------------------------------------------------

    @property
    def uncovered(self) -> bool:
        """Whether the questions are to be seen."""
        return self.round is not None

    @property
    def sheet_at(self) -> int:
        """The sheet that is filled in, counted from 0."""
        return 0

    @property
    def sheet(self) -> Sheet:
        round = self.round
        return round.sheets[self.sheet_at] if round is not None and self.sheet_at < len(round.sheets) else Sheet()

    @property
    def at(self) -> str:
        """The question on the screen, or `END`."""
        at = self.remembered(AT)
        if at in self.asked.ids or at == END:
            return at
        return next((id for id in self.asked.ids if self.sheet.given(id) is None), END)

    @property
    def item(self) -> Item | None:
        """The question on the screen; None behind the last one."""
        return self.asked.of(self.at) if self.uncovered and self.at != END else None

    def show(self, at: str) -> None:
        """Show a question, the answer selected that was given to it."""
        self.remember(AT, at)
        given = self.sheet.given(at)
        first = next((id for id in self.asked.ids if self.sheet.given(id) is None), DONE)
        self.select(first if at == END else _KEYS.get(given, "1") if given is not None else "1")

    def turn(self, by: int) -> None:
        """Go so many questions on, as far as there are any."""
        order = [*self.asked.ids, END]
        self.show(order[min(max(order.index(self.at) + by, 0), len(order) - 1)])

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        if self.item is None:
            return "That was the last question."
        fits = cells(self.item.question) <= self.app.size.width - 3
        return self.item.question if fits else self.item.topic

    def hint(self, workshop: Workshop) -> str:
        return "The sentence that fits most weeks, not the best one. Level 5 always contains level 4."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        item = self.item
        return painter.picture(self._end(painter) if item is None else self._question(painter, item))

    def _question(self, painter: Painter, item: Item) -> list[Row]:
        number, count = self.asked.ids.index(item.id) + 1, len(self.asked.ids)
        dimension = next(each.name for each in self.asked.dimension if each.id == item.dimension)
        rows = [painter.heading("", f"{number} of {count}", dimension, "$wall-here")]
        if self.question(self.workshop) != item.question:
            rows += map(Row, wrapped(item.question, painter.width, "bold", most=3))
        rows += [painter.note()] if painter.tall else []
        given = self.sheet.given(item.id)
        for key, answer in ITEMS.items():
            text = item.level(answer) if answer in LEVELS else _WORDS[answer]
            rows += self._answer(painter, key, text, chosen=given == answer)
            rows += [painter.note()] if painter.tall else []
        note = self.sheet.notes.get(item.id, "")
        if note:
            called = "why it does not apply" if given == DOES_NOT_APPLY else "evidence"
            rows += map(Row, wrapped(f"{called}: {note}", painter.width, "italic $wall-play", most=2))
        else:
            rows += map(Row, wrapped(f"What would show it: {item.evidence}", painter.width, "$wall-quiet", most=2))
        return rows

    def _answer(self, painter: Painter, key: str, text: str, *, chosen: bool) -> list[Row]:
        sign = "●" if chosen else "○"
        style = "bold" if chosen else "$wall-quiet" if ITEMS[key] not in LEVELS else ""
        first, *rest = wrapped(text, painter.width - 9, style, most=3)
        lead = Content.assemble((f"{key} ", "bold $wall-explore"), (f"{sign} ", "$wall-play" if chosen else ""))
        return [painter.item(key, lead + first), *(painter.under(key, line, 6) for line in rest)]

    def _end(self, painter: Painter) -> list[Row]:
        """What was answered, question by question, and what comes next."""
        rows = [painter.item(DONE, Content.styled(self.ending, "bold")), painter.note()]
        for item in self.asked.item:
            given = self.sheet.given(item.id)
            said_ = "not answered" if given is None else _WORDS.get(given, f"level {given}")
            sign = "·" if given is None else "✓"
            rows.append(
                painter.item(
                    item.id,
                    Content.assemble(f"{sign} ", said(item.topic)),
                    Content.styled(said_, "$wall-explore" if given is None else "$wall-quiet"),
                )
            )
        return rows

    @property
    def ending(self) -> str:
        """What the line behind the last question does."""
        return "Show the results"

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open or not self.uncovered:
            return Content("")
        done = sum(self.sheet.given(id) is not None for id in self.asked.ids)
        return Content.styled(
            f"{done} of {len(self.asked.ids)} answered. Stop at any time: all of it is kept.", "$wall-quiet"
        )

    # -- acting --------------------------------------------------------------------------------------------------

    def open_item(self) -> None:
        if self.item is not None and self.selected in ITEMS:
            self.answer(ITEMS[self.selected])
        elif self.selected == DONE:
            self.done()
        elif self.selected in self.asked.ids:
            self.show(self.selected)

    def done(self) -> None:
        """Do what the line behind the last question says."""
        self.reveal()

    def answer(self, answer: int) -> None:
        """Put an answer down; a high one asks for its evidence, which need not be given."""
        item, round = self.item, self.round
        if item is None or round is None:
            return
        self.keep(round.answer(self.sheet_at, item.id, answer))
        if asks_for_note(answer):
            self.ask(self.note_prompt(item.id))
        else:
            self.turn(1)

    def note_prompt(self, id: str) -> Prompt | None:
        """Ask for the evidence, or why a question does not apply; Enter goes on without."""
        if id not in self.asked.ids or self.round is None:
            return None
        item, given = self.asked.of(id), self.sheet.given(id)
        high = given is not None and given >= EVIDENCE_FROM
        ask = f"What shows it? {item.evidence}" if high else "Why does it not apply?"

        def take(text: str) -> None:
            round = self.round
            if round is not None:
                self.keep(round.note(self.sheet_at, id, text))
            if self.at == id:
                self.turn(1)

        return Prompt(
            PromptKey("assessment-note", id, kept=False),
            f"{ask} (Enter: go on)",
            lambda text: (text, ""),
            take,
            text=self.sheet.notes.get(id, ""),
            count=lambda text: (length(text), LIMIT),
        )


class Alone(Questions):
    """One sheet, filled in by whoever sits here."""
