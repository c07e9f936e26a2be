"""A fist of five on the wall: how many hands showed five, four, three, two, one and no fingers."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from data.nouns.room import Brief
from screens.paint import dots, fit

#: Below so many fingers somebody is not with us; with just so many they are asked as well.
DOUBT = 3

#: A row of dots is at most so many cells wide.
_WIDEST = 30


def hands(brief: Brief) -> Mapping[int, int]:
    """How many hands showed each number of fingers, from five down to none; empty until they were counted."""
    return dict(zip(range(5, -1, -1), brief.fist, strict=False))


def said_of(brief: Brief) -> str:
    """What was counted, in words: "11 hands, average 4.1"; "" until something was."""
    counted = hands(brief)
    total = sum(counted.values())
    if not total:
        return ""
    average = sum(fingers * count for fingers, count in counted.items()) / total
    all_of = f" of {brief.voters}" if brief.voters and brief.voters != total else ""
    return f"{total}{all_of} {'hand' if total == 1 and not all_of else 'hands'}, average {average:.1f}"


def doubting(brief: Brief) -> int:
    """How many hands showed fewer than three fingers."""
    return sum(count for fingers, count in hands(brief).items() if fingers < DOUBT)


def unsure(brief: Brief) -> tuple[int, ...]:
    """The numbers of fingers, three or fewer, that somebody showed, the fewest first."""
    return tuple(sorted(fingers for fingers, count in hands(brief).items() if count and fingers <= DOUBT))


def in_a_row(brief: Brief, width: int) -> Content:
    """The fingers that were shown, side by side, as dots where they fit, as numbers where they don't."""
    shown = [(fingers, count) for fingers, count in hands(brief).items() if count]
    for mark in (lambda count: "●" * count, lambda count: f"x {count}"):
        row = Content("   ").join(
            Content.styled(f"{fingers} {mark(count)}", _style(fingers)) for fingers, count in shown
        )
        if row.cell_length <= width:
            return row
    return fit(row, width)


def in_rows(brief: Brief, *, tall: bool) -> list[Content]:
    """Dots for each number of fingers, with the hands counted behind them: six rows, or three where rows are short."""
    bars = _bars(brief)
    if tall:
        return bars
    width = max(bar.cell_length for bar in bars) + 4
    return [fit(sure, width) + doubt for sure, doubt in zip(bars[:3], bars[3:], strict=True)]


def _bars(brief: Brief) -> list[Content]:
    counted = hands(brief)
    most = max(1, *counted.values()) if counted else 1
    return [
        Content.styled(
            f"{fingers} {dots(count, most, min(most, _WIDEST))}  {count}", _style(fingers) if count else "$wall-quiet"
        )
        for fingers, count in counted.items()
    ]


def _style(fingers: int) -> str:
    return "$wall-alarm" if fingers < DOUBT else "$wall-explore" if fingers == DOUBT else "$wall-play"
