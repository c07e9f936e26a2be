"""The count of the dots on the wall: what it says in words, and a candidate's dots as a bar."""

from __future__ import annotations

from textual.content import Content

from data.nouns.planning import Priority
from screens.paint import dots
from workshop.room.voting import Dots

#: Cells of the bar that a total is drawn in.
BAR = 11


def result(count: Dots) -> str:
    """How many were counted: "38 of 44 dots", "1 dot"."""
    counted = count.counted or 0
    return _dots(counted) if count.total is None else f"{counted} of {_dots(count.total)}"


def sentence(count: Dots) -> str:
    """The result and what it is worth; "" before anything was counted, and while it is not to be seen."""
    if count.counted is None or (count.open and not count.wrong):
        return ""
    return (
        f"! {result(count)}. Recount." if count.wrong else f"{result(count)}. They order the talk, they do not decide."
    )


def standing(count: Dots, options: int, alike: int) -> str:
    """Where the vote stands: before it is opened, with `alike` pairs that look alike, and while it is open."""
    if count.open:
        return f"Open: {len(count.totals)} of {options} counted. Counts are shown at the close (c)."
    if count.counted is not None:
        return ""
    if alike:
        pairs = "1 pair looks alike: m merges it, or it splits" if alike == 1 else f"{alike} pairs look alike: m merges"
        return f"! {pairs} the votes." if alike == 1 else f"! {pairs} them, or they split the votes."
    return "Not open yet. Enter opens it for the totals, from paper."


#: What is kept of a vote, and how else it can be held, as the wall says it.
KEPT = "Kept: totals and abstentions. Ballots one by one: Ctrl+P."


def rule(count: Dots) -> str:
    """How many dots there are, and how many one voter may put on one item."""
    if count.voters is None or count.each is None:
        begun = count.open or count.counted is not None
        return "How many dots did each one get?" if begun else "Dots order the talk, they do not decide."
    voters = "1 voter" if count.voting == 1 else f"{count.voting} voters"
    capped = f", at most {count.cap} on one item" if count.cap is not None else ""
    abstained = f"; {count.abstained} abstained" if count.abstained else ""
    return f"{voters} × {_dots(count.each)} = {count.total}{capped}{abstained}"


def bar(count: Dots, row: Priority, style: str) -> Content:
    """An item's dots, drawn; blank where they were not counted, or are not to be seen yet."""
    drawn = dots(count.shown[row.id], max(count.highest, BAR), BAR) if row.id in count.shown else ""
    return Content.styled(f"{drawn:<{BAR}}", style)


def _dots(count: int) -> str:
    return "1 dot" if count == 1 else f"{count} dots"
