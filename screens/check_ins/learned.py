"""What the changes of a plan teach, as bars: for the quarterly check-in, and as a screen of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, cells, fit, said, wrapped
from workshop.check_ins.learning import Bar, Learning, learning
from workshop.text import shorten

#: The most cells of a bar's label, and of the bar.
_LABEL, _BAR = 28, 30


class LearningScreen(Frame):
    """Why the plan changed, how far results slip and whose, and which conditions broke."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (Back(), *MOVES, *PAGES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "learning"

    def question(self, workshop: Workshop) -> str:
        return "What do our changes teach us?"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        return painter.picture(learned(workshop, painter))


def learned(workshop: Workshop, painter: Painter) -> list[Row]:
    """The learning view, none of whose rows is an item."""
    found = learning(workshop)
    blocks = [
        _bars(painter, "Reasons for change", found.reasons, ""),
        _bars(painter, "Slip by owner, median days", found.slip_by_owner, "days"),
        _bars(painter, "Slip by effort, median days", found.slip_by_effort, "days"),
        _first_dates(painter, found),
        _broken(painter, found),
    ]
    rows: list[Row] = []
    for block in filter(None, blocks):
        rows += [painter.note()] if rows else []
        rows += block
    nothing = "Nothing yet: what is changed and done from one check-in to the next shows here what slips, and why."
    return rows or [Row(line) for line in wrapped(nothing, painter.width, "$wall-quiet")]


def _bars(painter: Painter, heading: str, bars: Sequence[Bar], unit: str) -> list[Row]:
    """A chart: a bar to the right for what is above zero, its number behind it."""
    if not bars:
        return []
    width = min(_LABEL, max(cells(bar.label) for bar in bars), painter.width // 3)
    most = max(max(abs(bar.value) for bar in bars), 1)
    longest = min(_BAR, max(5, painter.width - width - 26))
    rows = [painter.heading("", heading, style="$wall-here")]
    for bar in bars:
        size = max(round(longest * abs(bar.value) / most), 1 if bar.value else 0)
        results = "result" if bar.count == 1 else "results"
        number = f"{bar.value:g}" + (f", {bar.count} {results}" if unit else "")
        label = fit(said(shorten(bar.label, width)), width)
        early = bar.value < 0
        style = "$wall-play" if early else "$wall-explore"
        told = Content.assemble("  ", label, "  ", ("█" * size, style), f" {number}{' (early)' if early else ''}")
        rows.append(Row(fit(told, painter.width)))
    return rows


def _first_dates(painter: Painter, found: Learning) -> list[Row]:
    if found.share is None:
        return []
    longest = min(_BAR, painter.width // 3)
    full = round(longest * found.share)
    results = "result" if found.done == 1 else "results"
    told = f" {found.done_on_first_date} of {found.done} {results} done, {round(100 * found.share)}%"
    bar = Content.assemble("  ", ("█" * full, "$wall-play"), ("░" * (longest - full), "$wall-quiet"), told)
    return [painter.heading("", "Done by the first date", style="$wall-here"), Row(fit(bar, painter.width))]


def _broken(painter: Painter, found: Learning) -> list[Row]:
    rows: list[Row] = []
    for each in found.broken:
        note = f": {each.note}" if each.note else ""
        lines = wrapped(f"! {each.holding.value}  {each.id} {each.text}{note}", painter.width - 2, most=3)
        rows += [Row(Content("  ") + line) for line in lines]
    return [painter.heading("", "Conditions that broke, or hold less", style="$wall-here"), *rows] if rows else []
