"""Consent rounds, a small screen over the step: does anybody object, why, and when is it looked at again?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from data.nouns.room import Consent, Objection
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.commands.items import Add, Delete
from screens.paint import Painter, Picture, Row, said, wrapped
from screens.rowed import Rowed
from screens.widgets.prompt import Prompt, PromptKey
from workshop import dates
from workshop.actions import consenting
from workshop.text import length

#: The most characters of a proposal, of what is said against it, and of what comes of it.
_LIMIT = 140

#: What a hand says, as its digit, its command and the board name it.
_SIGNS = {"fine": ("●", "no objection"), "concerns": ("◆", "concern"), "objections": ("✕", "objection")}


class Hand(Command):
    """Count one more hand that says this of the selected proposal; what is behind it is taken down without a name."""

    def __init__(self, digit: int, answer: str) -> None:
        self.id, self.name, self.show = f"consent.{answer}", _SIGNS[answer][1].capitalize(), 2
        self.keys = self.key_shown = f"{digit}"
        self.answer = answer

    def applies(self, screen: ConsentRounds) -> bool:
        return screen.round is not None

    def run(self, screen: ConsentRounds) -> None:
        screen.hand(self.answer)


class Outcome(Command):
    """Say what came of the round, and when to look at it again."""

    id, name, keys, key_shown, show = "consent.outcome", "Outcome", "enter", "Enter", 1

    def applies(self, screen: ConsentRounds) -> bool:
        return screen.round is not None

    def run(self, screen: ConsentRounds) -> None:
        screen.open_item()


class Again(Command):
    """Forget the hands and what was said, to ask once more."""

    id, name = "consent.again", "Ask again"

    def applies(self, screen: ConsentRounds) -> bool:
        return screen.round is not None

    def run(self, screen: ConsentRounds) -> None:
        screen.ask_again()


class Amend(Command):
    """Put the selected proposal in other words."""

    id, name = "consent.amend", "Other words"

    def applies(self, screen: ConsentRounds) -> bool:
        return screen.round is not None

    def run(self, screen: ConsentRounds) -> None:
        screen.ask(screen.words_prompt(screen.selected))


class ConsentRounds(Rowed):
    """Proposals, what the hands said of each, and what came of it."""

    key = "close"
    nouns = (Consent, Objection)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Add(),
        *(Hand(digit, answer) for digit, answer in enumerate(consenting.ANSWERS, 1)),
        Outcome(),
        Again(),
        Amend(),
        Back(),
        Delete(),
        *MOVES,
        *PAGES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "consent"

    @property
    def round(self) -> Consent | None:
        """The selected round."""
        return self.workshop.get(Consent, self.selected)

    # -- what is asked -------------------------------------------------------------------------------------------

    def prompts(self) -> Prompts:
        return {
            **super().prompts(),
            **{answer: partial(self.reason_prompt, answer) for answer in consenting.ANSWERS[1:]},
            "outcome": self.outcome_prompt,
            "review": self.review_prompt,
            "words": self.words_prompt,
        }

    def add_first(self) -> Prompt:
        def take(text: str) -> None:
            if text:
                self.added(Consent, partial(consenting.propose, proposal=text), f"propose “{text}”")

        return _text(PromptKey.adding("consent"), "What is proposed?", take)

    def hand(self, answer: str) -> None:
        """Count one more hand; a concern or an objection is heard first."""
        if answer == "fine":
            self._count(answer, self.selected, "")
        else:
            self.ask(self.reason_prompt(answer, self.selected))

    def reason_prompt(self, answer: str, id: str) -> Prompt | None:
        """Ask what is behind a concern or an objection; it is counted also when nothing is typed."""
        ask = f"What is the {_SIGNS[answer][1]}? No name is kept."
        return self._about(id, _text(PromptKey(answer, id), ask, partial(self._count, answer, id)))

    def _count(self, answer: str, id: str, text: str) -> None:
        self.change(partial(consenting.answer, id=id, said=answer, text=text), f"a hand: {_SIGNS[answer][1]}")

    def outcome_prompt(self, id: str) -> Prompt | None:
        """Ask what came of a round, then when to look at it again."""
        row = self.workshop.get(Consent, id)
        if row is None:
            return None

        def take(text: str) -> Prompt | None:
            self.change(partial(consenting.settle, id=id, outcome=text), "what came of a proposal")
            return self.review_prompt(id)

        drafted = row.outcome or ("decided" if consenting.passed(row) else "")
        return replace(_text(PromptKey("outcome", id), "What came of it?", take), draft=drafted)

    def review_prompt(self, id: str) -> Prompt | None:
        """Ask when the room looks at it again; nothing typed is never."""
        row, today = self.workshop.get(Consent, id), self.host.today()
        if row is None:
            return None

        def read(text: str) -> tuple[Any, str]:
            if not text.strip():
                return None, ""
            day = dates.parse_date(text, today, self.workshop.brief.language)
            return day, dates.say(day)

        def take(day: Any) -> None:
            self.change(partial(consenting.review, id=id, review_on=day), "when to look at a proposal again")

        text = row.review_on.isoformat() if row.review_on else ""
        return Prompt(PromptKey("review", id), "When do we look at it again? (optional)", read, take, text=text)

    def words_prompt(self, id: str) -> Prompt | None:
        """Ask for other words for a proposal."""
        row = self.workshop.get(Consent, id)
        if row is None:
            return None

        def take(text: str) -> None:
            self.change(partial(consenting.amend, id=id, proposal=text), "a proposal in other words")

        return replace(_text(PromptKey("words", id), "What is proposed?", take), text=row.proposal)

    def _about(self, id: str, prompt: Prompt) -> Prompt | None:
        return prompt if self.workshop.get(Consent, id) is not None else None

    def ask_again(self) -> None:
        """Forget what was said of the selected proposal."""
        self.change(partial(consenting.again, id=self.selected), "ask again")

    def open_item(self) -> None:
        self.ask(self.outcome_prompt(self.selected))

    # -- what it shows -------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return "Does anybody object?"

    def hint(self, workshop: Workshop) -> str:
        return "Good enough for now, safe enough to try? An objection says what would do harm."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for row in workshop.consents:
            rows += self._rows(workshop, painter, row)
        if not rows:
            rows = [
                painter.note(),
                painter.note("A proposal stands when nobody objects. a puts one before the room."),
                painter.note("1, 2 and 3 then count hands; what is said against it is kept, and whose it is not."),
            ]
        return painter.picture(rows)

    def _rows(self, workshop: Workshop, painter: Painter, row: Consent) -> list[Row]:
        chosen = row.id == painter.selected
        first, *rest = wrapped(row.proposal, painter.width - 2, "bold", most=3 if chosen else 1)
        rows = [painter.item(row.id, first), *(painter.under(row.id, line, 2) for line in rest)]
        counted = Content("   ").join(
            Content.styled(f"{sign} {getattr(row, name) or 0} {word}", style)
            for (name, (sign, word)), style in zip(
                _SIGNS.items(), ("$wall-play", "$wall-explore", "$wall-alarm"), strict=True
            )
        )
        rows.append(painter.under(row.id, counted))
        for each in workshop.objections(row.id):
            sign = _SIGNS["objections" if each.serious else "concerns"][0]
            lines = wrapped(f"{sign} {each.text}", painter.width - 4, "$wall-ink", most=2)
            rows += [painter.under(row.id, line) for line in lines]
        again = f"look again {dates.say(row.review_on)}" if row.review_on else ""
        if came := ", ".join(filter(None, (row.outcome, again))):
            rows.append(painter.under(row.id, said(f"→ {came}", "italic $wall-ink")))
        return rows


def _text(key: PromptKey, ask: str, take: Callable[[str], Prompt | None]) -> Prompt:
    """A question for a line of text."""

    def read(text: str) -> tuple[str, str]:
        if length(text) > _LIMIT:
            raise ValueError(f"{length(text)} of {_LIMIT} characters: say it shorter.")
        return text.strip(), ""

    return Prompt(key, ask, read, take)
