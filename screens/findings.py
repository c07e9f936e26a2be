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
from workshop.rules.registry import Finding, Group, Level, grouped


class Weight(NamedTuple):
    """How a level shows: a sign, a word and a style."""

    sign: str
    word: str
    style: str


WEIGHTS = {
    Level.BLOCK: Weight("■", "to settle", "$wall-alarm"),
    Level.WARN: Weight("!", "to weigh", "$wall-explore"),
    Level.HINT: Weight("·", "worth a thought", "$wall-quiet"),
}
PAST = Weight("✓", "gone past", "$wall-play")

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

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """What the selected item stands for: one finding, or all those of its line; () for another item."""
        for group in grouped(self.found):
            if self.selected == _item_of(group):
                return group.findings
            for each in group.findings:
                if self.selected == item_of(each):
                    return (each,)
        return ()

    # -- showing -------------------------------------------------------------------------------------------------

    def finding_rows(self, painter: Painter, findings: Iterable[Finding], *, signed: bool = False) -> list[Row]:
        """A row for each kind of findings; several of a kind unfold while one of them is selected.

        `signed` puts the sign and the word into each row, where no heading says them.
        """
        rows: list[Row] = []
        for group in grouped(findings):
            rows += self._row(painter, _item_of(group), group.message, group.findings, signed=signed)
            items = [item_of(each) for each in group.findings]
            if len(items) > 1 and painter.selected in (_item_of(group), *items):
                for item, each in zip(items, group.findings, strict=True):
                    rows += self._row(painter, item, each.message, (each,), indent=4)
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
        accepted = findings[0].accepted
        weight = WEIGHTS[findings[0].level] if accepted is None else PAST
        sign = Content.styled(f"{weight.sign} " if signed else "", weight.style)
        word = Content.styled(weight.word if signed else "", weight.style)
        reason = accepted if len(findings) == 1 else ""
        room = painter.width - indent - sign.cell_length - word.cell_length - 1
        first, *rest = wrapped(f"{message} {reason or ''}".rstrip(), room, most=3)
        under = indent + sign.cell_length
        return [
            painter.item(item, sign + first, word, indent=indent),
            *(painter.under(item, line, under) for line in rest),
        ]

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

        return Prompt(PromptKey(_ACCEPT, item), "We go past this because ...", read, take)

    def _go_past(self, findings: Sequence[Finding], reason: str) -> None:
        def accept(workshop: Workshop) -> Workshop:
            for each in findings:
                workshop = accepting.accept(workshop, each, reason)
            return workshop

        self.change(accept, f"go past “{findings[0].message}”")

    def prompts(self) -> Prompts:
        return {**super().prompts(), _ACCEPT: self._accept_prompt}


def item_of(finding: Finding) -> str:
    """The item that stands for one finding."""
    return f"{finding.code}:{finding.item}"


def _item_of(group: Group) -> str:
    """The item that stands for a line: its only finding's, or one of its own."""
    if len(group.findings) == 1:
        return item_of(group.findings[0])
    return f"{group.code}/{group.level}/{'past' if group.accepted else 'open'}"
