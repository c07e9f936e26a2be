"""Findings on a board: each with its sign and word, those of one kind folded into a line, and the ways past them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from data.value import Workshop
from screens.asking import Prompts
from screens.frame import Frame
from screens.paint import Painter, Row, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import accepting
from workshop.desk import Action
from workshop.rules.grouping import SIGNS, WORDS, Group, grouped, sentences
from workshop.rules.registry import Finding, Level


class Weight(NamedTuple):
    """How a level shows: a sign, a word and a style."""

    sign: str
    word: str
    style: str


WEIGHTS = {
    level: Weight(SIGNS[level], WORDS[level], style)
    for level, style in (
        (Level.BLOCK, "$wall-alarm"),
        (Level.WARN, "$wall-explore"),
        (Level.HINT, "$wall-quiet"),
    )
}
PAST = Weight("✓", "gone past", "$wall-play")

#: Lines that a finding takes: most of them until it is selected, and then as good as any number.
_BRIEF, _WHOLE = 2, 20

#: The kind of question that asks for the reason to go past a finding.
_ACCEPT = "accept"


class Findings(Frame):
    """A frame some of whose items are findings."""

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings it shows."""
        raise NotImplementedError

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.blocks)

    def finding(self, item: str) -> Finding | None:
        """The finding that an item stands for."""
        return next((each for each in self.found if each.key == item), None)

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """What the selected item stands for: one finding, or all those of its line; () for another item."""
        for group in grouped(self.found):
            if self.selected == _item_of(group):
                return group.findings
            for each in group.findings:
                if self.selected == each.key:
                    return (each,)
        return ()

    # -- showing -------------------------------------------------------------------------------------------------

    def finding_rows(self, painter: Painter, findings: Iterable[Finding], *, signed: bool = False) -> list[Row]:
        """A row for each kind of findings; several of a kind unfold while one of them is selected, or to tell reasons.

        `signed` puts the sign and the word into each row, where no heading says them.
        """
        rows: list[Row] = []
        for group in grouped(findings):
            told = sentences(self.workshop, group)
            items = [each.key for each in group.findings]
            if len(items) == 1:
                rows += self._row(painter, items[0], told[0], group.findings, signed=signed)
                continue
            rows += self._row(painter, _item_of(group), group.message, group.findings, signed=signed)
            reasons = {each.accepted for each in group.findings}
            if painter.selected in (_item_of(group), *items) or len(reasons) > 1:
                for item, message, each in zip(items, told, group.findings, strict=True):
                    rows += self._row(painter, item, message, (each,), indent=4)
        return rows

    def _row(
        self,
        painter: Painter,
        item: str,
        message: str,
        findings: Sequence[Finding],
        *,
        signed: bool = False,
        indent: int = 2,
    ) -> list[Row]:
        """A finding, or several of a kind, and the reason the room gave; the selected one is told to its end."""
        accepted = findings[0].accepted
        weight = WEIGHTS[findings[0].level] if accepted is None else PAST
        sign = Content.styled(f"{weight.sign} " if signed else "", weight.style)
        word = Content.styled(weight.word if signed else "", weight.style)
        under = indent + sign.cell_length
        most = _WHOLE if item == painter.selected else _BRIEF
        first, *rest = wrapped(message, painter.width - under - word.cell_length - 1, most=most)
        if accepted and all(each.accepted == accepted for each in findings):
            rest += wrapped(f"“{accepted}”", painter.width - under, "italic $wall-ink", most=most)
        return [
            painter.item(item, sign + first, word, indent=indent),
            *(painter.under(item, line, under) for line in rest),
        ]

    def heading_row(
        self, painter: Painter, rows: Sequence[Row], weight: Weight, findings: Sequence[Finding]
    ) -> list[Row]:
        """The heading over findings of one weight, set off from the `rows` before it where there is room for that."""
        gap = [painter.note()] if rows and painter.tall else []
        return [*gap, painter.heading(weight.sign, weight.word, f"{len(findings)}", weight.style)]

    # -- acting --------------------------------------------------------------------------------------------------

    def jump(self, finding: Finding) -> None:
        """Go to where a finding can be put right."""
        self.host.jump(*finding.remedy)

    def accept(self) -> None:
        """Go past what is selected: at once when it is only hints, else with a reason."""
        chosen = self.chosen
        if all(each.level is Level.HINT for each in chosen):
            self._go_past(chosen, "")
        else:
            self.ask(self._accept_prompt(self.selected))

    def reopen(self) -> None:
        """Open what is selected again."""
        chosen = self.chosen

        def withdraw(workshop: Workshop) -> Workshop:
            for each in chosen:
                workshop = accepting.withdraw(workshop, each)
            return workshop

        self.change(withdraw, f"open “{chosen[0].message}” again")

    def _accept_prompt(self, item: str) -> Prompt | None:
        self.selected = item
        chosen = self.chosen
        if not chosen:
            return None

        def read(text: str) -> tuple[str, str]:
            accepting.accept(self.workshop, chosen[0], text)
            return text, ""

        def take(reason: str) -> Prompt | None:
            self._go_past(chosen, reason)
            return None

        what = "this" if len(chosen) == 1 else f"all {len(chosen)}"
        return Prompt(PromptKey(_ACCEPT, item), f"We go past {what} because ...", read, take)

    def _go_past(self, findings: Sequence[Finding], reason: str) -> None:
        def accept(workshop: Workshop) -> Workshop:
            for each in findings:
                workshop = accepting.accept(workshop, each, reason)
            return workshop

        self.go_past(accept, f"go past “{findings[0].message}”")

    def go_past(self, action: Action, label: str) -> None:
        """Do what answers the selected findings, and select what comes behind them as far as that is still open."""
        items, before = self.board.picture.items, self.selected
        behind = items[items.index(before) + 1 :] if before in items else ()
        self.change(action, label)
        groups = grouped(self.found)
        past = {item for group in groups if group.accepted for item in _items_of(group)}
        left = {item for group in groups if not group.accepted for item in _items_of(group)}
        there = (left | set(self.board.picture.items)) - past
        following = next((item for item in behind if item in there), "")
        if following:
            self.select(following)

    def prompts(self) -> Prompts:
        return {**super().prompts(), _ACCEPT: self._accept_prompt}


def _items_of(group: Group) -> set[str]:
    """The items that stand for a line and for its findings."""
    return {_item_of(group), *(each.key for each in group.findings)}


def _item_of(group: Group) -> str:
    """The item that stands for a line: its only finding's, or one of its own."""
    if len(group.findings) == 1:
        return group.findings[0].key
    return f"{group.code}/{group.level}/{'past' if group.accepted else 'open'}"
