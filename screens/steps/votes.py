"""The count of the dots: how many were counted, how many there can be, and how that is said on the wall."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from data.nouns.planning import Priority
from data.value import Workshop
from screens.paint import dots

#: Cells of the bar that a total is drawn in.
BAR = 11


@dataclass(frozen=True)
class Votes:
    """The vote as it stands. `counted` is None before the first total; what the room has not said is None as well."""

    counted: int | None
    highest: int
    voters: int | None
    each: int | None
    cap: int | None

    @classmethod
    def of(cls, workshop: Workshop) -> Votes:
        brief = workshop.brief
        totals = [row.dots for row in workshop.priorities if row.dots is not None]
        counted = sum(totals) if totals else None
        return cls(counted, max(totals, default=0), brief.voters, brief.dots_each, brief.dots_cap)

    @property
    def total(self) -> int | None:
        """How many dots there are, where the room has said it."""
        return self.voters * self.each if self.voters is not None and self.each is not None else None

    @property
    def most(self) -> int | None:
        """How many dots one item can have."""
        if self.voters is None or self.cap is None:
            return None
        return self.voters * (self.cap if self.each is None else min(self.cap, self.each))

    @property
    def wrong(self) -> bool:
        """Whether more was counted than there is."""
        return self.counted is not None and self.total is not None and self.counted > self.total

    def too_many(self, row: Priority) -> bool:
        """Whether an item has more dots than it can have."""
        return row.dots is not None and self.most is not None and row.dots > self.most

    def result(self) -> str:
        """How many were counted: "38 of 44 dots", "1 dot"."""
        counted = self.counted or 0
        if self.total is not None:
            return f"{counted} of {_dots(self.total)}"
        return _dots(counted)

    def sentence(self) -> str:
        """The result and what it is worth; "" before anything was counted."""
        if self.counted is None:
            return ""
        return (
            f"! {self.result()}. Recount."
            if self.wrong
            else f"{self.result()}. They order the talk, they do not decide."
        )

    def rule(self) -> str:
        """How many dots there are, and how many one voter may put on one item."""
        if self.voters is None or self.each is None:
            return "How many dots did each one get?"
        voters = "1 voter" if self.voters == 1 else f"{self.voters} voters"
        capped = f", at most {self.cap} on one item" if self.cap is not None else ""
        return f"{voters} × {_dots(self.each)} = {self.total}{capped}"

    def bar(self, row: Priority, style: str) -> Content:
        """An item's dots, drawn; blank where they were not counted."""
        drawn = "" if row.dots is None else dots(row.dots, max(self.highest, BAR), BAR)
        return Content.styled(f"{drawn:<{BAR}}", style)


def _dots(count: int) -> str:
    return "1 dot" if count == 1 else f"{count} dots"
