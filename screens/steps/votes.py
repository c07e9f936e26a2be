"""The count of the dots on the wall: what it says in words, and a candidate's dots as a bar."""

from __future__ import annotations

from textual.content import Content

from data.nouns.planning import Priority
from screens.paint import dots
from workshop.room.voting import Dots
from workshop.room.words import DotWords, load, say

#: Cells of the bar that a total is drawn in.
BAR = 11


def wording() -> DotWords:
    """How the vote on the candidates is worded."""
    return load().dots


def result(count: Dots) -> str:
    """How many were counted: "38 of 44 dots", "1 dot"."""
    words, counted = wording(), count.counted or 0
    if count.total is None:
        return words.dots.of(counted)
    return say(words.of, counted=counted, dots=words.dots.of(count.total))


def sentence(count: Dots) -> str:
    """The result and what it is worth; "" before anything was counted, and while it is not to be seen."""
    if count.counted is None or (count.open and not count.wrong):
        return ""
    return say(wording().wrong if count.wrong else wording().result, result=result(count))


def standing(count: Dots, options: int, alike: int) -> str:
    """Where the vote stands: before it is opened, with `alike` pairs that look alike, and while it is open."""
    if count.open:
        return say(wording().open, counted=len(count.totals), options=options)
    if count.counted is not None:
        return ""
    return wording().alike.of(alike) if alike else wording().unopened


def rule(count: Dots) -> str:
    """How many dots there are, and how many one voter may put on one item."""
    words = wording()
    if count.voters is None or count.each is None:
        begun = count.open or count.counted is not None
        return words.how_many if begun else words.order
    voters = words.voters.of(count.voting or 0)
    told = say(words.rule, voters=voters, dots=words.dots.of(count.each), total=count.total)
    capped = f", {say(words.capped, cap=count.cap)}" if count.cap is not None else ""
    abstained = f"; {say(words.abstained, n=count.abstained)}" if count.abstained else ""
    return f"{told}{capped}{abstained}"


def bar(count: Dots, row: Priority, style: str) -> Content:
    """An item's dots, drawn; blank where they were not counted, or are not to be seen yet."""
    drawn = dots(count.shown[row.id], max(count.highest, BAR), BAR) if row.id in count.shown else ""
    return Content.styled(f"{drawn:<{BAR}}", style)
