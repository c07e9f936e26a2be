"""Consent rounds, a small screen over the step: does anybody object, why, and when is it looked at again?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.room import Consent, Objection
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.commands.items import Add, Delete
from screens.consent_commands import ROUND
from screens.paint import Painter, Picture, Row, fit, said, wrapped
from screens.rowed import Rowed
from screens.widgets.prompt import Prompt, PromptKey
from workshop import dates
from workshop.actions import consenting
from workshop.answers.plain import whole
from workshop.room import consents
from workshop.room.words import load, say
from workshop.text import length, shorten

#: The most characters of a proposal, of what is said against it, and of what comes of it.
_LIMIT = 140

#: The most hands that are counted at once.
_HANDS = 999

#: The most cells that what came of a round takes behind its proposal.
_CAME = 26

_STYLE = {"fine": "$wall-play", "concerns": "$wall-explore", "objections": "$wall-alarm"}


class ConsentRounds(Rowed):
    """Proposals, what the hands said of each, and what came of it. With `propose` it begins by asking for one."""

    key = "close"
    nouns = (Consent, Objection)

    ACTIONS: ClassVar[tuple[Command, ...]] = (Add(), *ROUND, Back(), Delete(), *MOVES, *PAGES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, *, propose: bool = False) -> None:
        super().__init__()
        self.place = "consent"
        self._propose = propose

    def arrive(self) -> None:
        super().arrive()
        if self._propose and not self.line.is_open:
            self.ask(self.add_first())

    @property
    def round(self) -> Consent | None:
        """The selected round."""
        return self.workshop.get(Consent, self.selected)

    # -- what is asked -------------------------------------------------------------------------------------------

    def prompts(self) -> Prompts:
        return {
            **super().prompts(),
            "fine": self.fine_prompt,
            **{answer: partial(self.reason_prompt, answer) for answer in consents.ANSWERS[1:]},
            "outcome": self.outcome_prompt,
            "review": self.review_prompt,
            "words": self.words_prompt,
        }

    def add_first(self) -> Prompt:
        def take(text: str) -> None:
            if text:
                self.added(Consent, partial(consenting.propose, proposal=text), f"propose “{text}”")

        return _text(PromptKey.adding("consent"), load().consent.propose, take)

    def hand(self, answer: str) -> None:
        """Ask how many have no objection, all at once; a concern or an objection is one more hand, and is heard."""
        self.ask(self.fine_prompt(self.selected) if answer == "fine" else self.reason_prompt(answer, self.selected))

    def fine_prompt(self, id: str) -> Prompt | None:
        """Ask how many have no objection; nothing typed is all who vote and have said nothing against it."""
        row = self.workshop.get(Consent, id)
        if row is None:
            return None
        others = consents.unspoken(self.workshop, row)
        usual = "" if others is None else f"{others}"

        def read(text: str) -> tuple[int, str]:
            fine = whole(text.strip() or usual)
            if fine is None or not 0 <= fine <= _HANDS:
                raise ValueError(load().consent.no_number)
            return fine, consents.tally(self.workshop, row, fine)

        def take(hands: int) -> None:
            self.change(partial(consenting.count_fine, id=id, hands=hands), "how many have no objection")

        return Prompt(PromptKey("fine", id), load().consent.how_many, read, take, placeholder=usual)

    def reason_prompt(self, answer: str, id: str) -> Prompt | None:
        """Ask what is behind a concern or an objection; it is counted also when nothing is typed."""
        if self.workshop.get(Consent, id) is None:
            return None
        ask = say(load().consent.reason, answer=consents.mark(answer).label)
        return _text(PromptKey(answer, id), ask, partial(self._count, answer, id))

    def _count(self, answer: str, id: str, text: str) -> None:
        label = f"a hand: {consents.mark(answer).label}"
        self.change(partial(consenting.answer, id=id, said=answer, text=text), label)

    def outcome_prompt(self, id: str) -> Prompt | None:
        """Ask what came of a round, then when to look at it again."""
        row = self.workshop.get(Consent, id)
        if row is None:
            return None

        def take(text: str) -> Prompt | None:
            self.change(partial(consenting.settle, id=id, outcome=text), "what came of a proposal")
            return self.review_prompt(id)

        drafted = row.outcome or (load().consent.decided if consents.passed(row) else "")
        return replace(_text(PromptKey("outcome", id), load().consent.came, take), draft=drafted)

    def review_prompt(self, id: str) -> Prompt | None:
        """Ask when the room looks at it again; nothing typed is never."""
        row, today = self.workshop.get(Consent, id), self.host.today()
        if row is None:
            return None

        def read(text: str) -> tuple[date | None, str]:
            if not text.strip():
                return None, ""
            day = dates.parse_date(text, today, self.workshop.brief.language)
            return day, dates.echo(day, today, self.workshop.brief.language)

        def take(day: date | None) -> None:
            self.change(partial(consenting.review, id=id, review_on=day), "when to look at a proposal again")

        text = row.review_on.isoformat() if row.review_on else ""
        return Prompt(PromptKey("review", id), load().consent.review, read, take, text=text)

    def words_prompt(self, id: str) -> Prompt | None:
        """Ask for other words for a proposal."""
        row = self.workshop.get(Consent, id)
        if row is None:
            return None

        def take(text: str) -> None:
            self.change(partial(consenting.amend, id=id, proposal=text), "a proposal in other words")

        return replace(_text(PromptKey("words", id), load().consent.propose, take), text=row.proposal)

    def ask_again(self) -> None:
        """Forget what was said of the selected proposal."""
        self.change(partial(consenting.again, id=self.selected), "ask again")

    def open_item(self) -> None:
        self.ask(self.outcome_prompt(self.selected))

    # -- what it shows -------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return load().consent.question

    def hint(self, workshop: Workshop) -> str:
        return load().consent.hint

    def footing(self, workshop: Workshop) -> Content:
        row, words = self.round, load().consent
        if row is None or self.line.is_open:
            return Content("")
        if row in consents.due(workshop, self.host.today()):
            return said(words.overdue, "bold $wall-explore")
        told = words.count if not consents.held(row) else words.settle if not row.outcome else ""
        return said(told, "bold $wall-here")

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        rows: list[Row] = []
        for row in workshop.consents:
            if rows and painter.tall:
                rows.append(painter.note())
            in_full = painter.tall or row.id == painter.selected
            rows += self._in_full(workshop, painter, row) if in_full else [self._in_brief(painter, row)]
        if not rows:
            told = [line for text in load().consent.empty for line in wrapped(text, painter.width, "$wall-quiet")]
            rows = [painter.note(), *map(Row, told)]
        return painter.picture(rows)

    def _in_brief(self, painter: Painter, row: Consent) -> Row:
        """A proposal on one line, with what came of it."""
        left, due = said(f"{consents.sign(row)} {row.proposal}"), row in consents.due(self.workshop, self.host.today())
        came = shorten(f"{'! ' if due else ''}{consents.came(row)}", min(_CAME, painter.width // 2))
        return painter.item(row.id, left, said(came, "bold $wall-explore" if due else "$wall-quiet"))

    def _in_full(self, workshop: Workshop, painter: Painter, row: Consent) -> list[Row]:
        """A proposal with the hands, what was said against it, and what came of it."""
        lead, room = said(f"{consents.sign(row)} ", "bold"), painter.width - 4
        first, *rest = wrapped(row.proposal, room, "bold", most=3)
        rows = [painter.item(row.id, lead + first), *(painter.under(row.id, line) for line in rest)]
        hands = (said(consents.counted(row, answer), style) for answer, style in _STYLE.items())
        rows.append(painter.under(row.id, fit(Content("   ").join(hands), room)))
        for sign, text in consents.against(workshop, row):
            rows += [painter.under(row.id, line) for line in wrapped(f"{sign} {text}", room, "$wall-ink", most=2)]
        again = consents.again(row, self.host.today())
        if came := ", ".join(filter(None, (row.outcome, again))):
            lines = wrapped(f"→ {came}", room, "italic $wall-ink", most=3)
            rows += [painter.under(row.id, line) for line in lines]
        return rows


def _text(key: PromptKey, ask: str, take: Callable[[str], Prompt | None]) -> Prompt:
    """A question for a line of text."""

    def read(text: str) -> tuple[str, str]:
        if length(text) > _LIMIT:
            raise ValueError(f"{length(text)} of {_LIMIT} characters: say it shorter.")
        return text.strip(), ""

    return Prompt(key, ask, read, take)
