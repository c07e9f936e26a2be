"""A fist of five on the wall: how many hands showed five, four, three, two, one and no fingers."""

from __future__ import annotations

from textual.content import Content

from data.nouns.room import Brief
from screens.paint import dots, fit
from workshop.room.voting import DOUBT, Fist, fist_of

#: What so many fingers say, as it stands on a ballot.
MEANINGS = {
    5: "fingers: I'll see to it myself that we do this",
    4: "fingers: I'm with us",
    3: "fingers: I can live with it",
    2: "fingers: I have doubts, and will say which",
    1: "finger: I'm not with us yet",
    0: "fingers: I object",
}

#: A row of dots is at most so many cells wide.
_WIDEST = 30


def said_of(brief: Brief) -> str:
    """What was counted, in words: "11 hands, average 4.1"; "" until something was."""
    fist = fist_of(brief)
    if fist.average is None:
        return ""
    all_of = f" of {brief.voters}" if brief.voters and brief.voters != fist.total else ""
    return f"{fist.total}{all_of} {'hand' if fist.total == 1 and not all_of else 'hands'}, average {fist.average:.1f}"


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
