"""The count of the dots on the wall: what it says in words, and a candidate's dots as a bar."""

from __future__ import annotations

from textual.content import Content

from data.nouns.planning import Priority
from screens.paint import dots
from workshop.voting import Dots

#: Cells of the bar that a total is drawn in.
BAR = 11


def result(count: Dots) -> str:
    """How many were counted: "38 of 44 dots", "1 dot"."""
    counted = count.counted or 0
    return _dots(counted) if count.total is None else f"{counted} of {_dots(count.total)}"


def sentence(count: Dots) -> str:
    """The result and what it is worth; "" before anything was counted."""
    if count.counted is None:
        return ""
    return (
        f"! {result(count)}. Recount." if count.wrong else f"{result(count)}. They order the talk, they do not decide."
    )


def rule(count: Dots) -> str:
    """How many dots there are, and how many one voter may put on one item."""
    if count.voters is None or count.each is None:
        return "How many dots did each one get?"
    voters = "1 voter" if count.voters == 1 else f"{count.voters} voters"
    capped = f", at most {count.cap} on one item" if count.cap is not None else ""
    return f"{voters} × {_dots(count.each)} = {count.total}{capped}"


def bar(count: Dots, row: Priority, style: str) -> Content:
    """An item's dots, drawn; blank where they were not counted."""
    drawn = "" if row.dots is None else dots(row.dots, max(count.highest, BAR), BAR)
    return Content.styled(f"{drawn:<{BAR}}", style)


def _dots(count: int) -> str:
    return "1 dot" if count == 1 else f"{count} dots"
