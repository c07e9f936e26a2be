"""A fist of five on the wall: how many hands showed five, four, three, two, one and no fingers."""

from __future__ import annotations

from textual.content import Content

from data.nouns.room import Brief
from screens.paint import dots, fit
from workshop.room.voting import DOUBT, FIVE, Fist, fist_of
from workshop.room.words import FistWords, load, say

#: A row of dots is at most so many cells wide.
_WIDEST = 30


def wording() -> FistWords:
    """How a fist of five is worded."""
    return load().fist


def ballot() -> dict[str, str]:
    """What can be shown one by one: the fingers, from five down to none, and what they say."""
    return {f"{fingers}": said for fingers, said in zip(range(FIVE, -1, -1), wording().fingers, strict=True)}


def said_of(brief: Brief) -> str:
    """What was counted, in words: "11 hands, average 4.1"; "" until something was."""
    fist, words = fist_of(brief), wording()
    if fist.average is None:
        return ""
    hands = words.hands.of(fist.total)
    if brief.voters and brief.voters != fist.total:
        hands = say(words.of, n=fist.total, hands=words.hands.of(brief.voters))
    return say(words.average, hands=hands, average=f"{fist.average:.1f}")


def in_a_row(fist: Fist, width: int) -> Content:
    """The fingers that were shown, side by side, as dots where they fit, as numbers where they don't."""
    shown = [(fingers, count) for fingers, count in fist.hands.items() if count]
    for mark in (lambda count: "●" * count, lambda count: f"x {count}"):
        row = Content("   ").join(
            Content.styled(f"{fingers} {mark(count)}", _style(fingers)) for fingers, count in shown
        )
        if row.cell_length <= width:
            return row
    return fit(row, width)


def in_rows(fist: Fist) -> list[Content]:
    """Dots for each number of fingers, one below the other, with the hands counted behind them."""
    hands = fist.hands
    most = max(1, *hands.values()) if hands else 1
    return [
        Content.styled(
            f"{fingers} {dots(count, most, min(most, _WIDEST))}  {count}", _style(fingers) if count else "$wall-quiet"
        )
        for fingers, count in hands.items()
    ]


def _style(fingers: int) -> str:
    return "$wall-alarm" if fingers < DOUBT else "$wall-explore" if fingers == DOUBT else "$wall-play"
