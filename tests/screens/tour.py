"""A tour of every screen: how to get to each of them, what stands on it then, and what is wrong with how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from data.errors import Conflict
from screens.app import WorkshopApp
from screens.ballots import Ballots
from screens.command import Commanding
from screens.conflict import ConflictScreen
from screens.widgets.board import Board
from screens.widgets.guide import Guide
from screens.widgets.heading import Heading
from screens.widgets.keybar import MOST, KeyBar
from screens.widgets.sentence import Sentence
from tests.screens.conftest import Driver

#: The first-class size, a large wall, and a very small one.
SIZES = ((80, 24), (120, 40), (60, 20))

#: A turn of the hostile words and a size for each; the first is tried at once, the others in the longer checks.
TURNS = (
    (0, SIZES[0]),
    *(pytest.param(turn, size, marks=pytest.mark.long) for turn, size in enumerate(SIZES[1:], 1)),
)


class Stop(NamedTuple):
    """A screen and the way to it: from which step, what is selected there, in which view, and by which keys.

    `show` puts something on the screen that no key does.
    """

    name: str
    step: str
    item: str = ""
    view: str = ""
    keys: Sequence[str] = ()
    show: Callable[[WorkshopApp], None] | None = None


def _conflict(app: WorkshopApp) -> None:
    assert app.desk is not None
    arena = app.desk.value.arenas[0]
    app.push_screen(ConflictScreen((Conflict("arena", arena.id, "name", "Evening households", arena.name),)))


def _day(app: WorkshopApp) -> None:
    """The middle of a day: two steps took longer, the break was put off, and Priorities has run for 12 minutes."""
    assert app.desk is not None
    begun = app.now() - timedelta(minutes=12)
    spent = {"open": 700.0, "direction": 1150.0, "where-to-play": 2900.0, "pause-1": 0.0, "how-to-win": 2000.0}
    app.desk.note(lambda room: room.replace(step="priorities", spent=spent, running_since=begun))
    app.show_agenda()


def _ballots(app: WorkshopApp) -> None:
    assert isinstance(app.screen, Commanding)
    app.screen.action_command("vote.ballots")


def _ballot(app: WorkshopApp) -> None:
    """A ballot with two dots given."""
    _ballots(app)
    assert isinstance(app.screen, Ballots)
    app.screen.uncover()
    app.screen.put("P1", 2)


#: Every screen and view of an open workshop, with the sample in mind.
SCREENS = (
    Stop("open", "open"),
    Stop("open-more", "open", view="more"),
    Stop("direction", "direction"),
    Stop("direction-more", "direction", "X1", view="more"),
    Stop("where-to-play", "where-to-play", "A2"),
    Stop("where-to-play-guide", "where-to-play", "A2", keys=("g",)),
    Stop("how-to-win", "how-to-win"),
    Stop("how-to-win-condition", "how-to-win", "C1"),
    Stop("how-to-win-all", "how-to-win", view="all"),
    Stop("priorities", "priorities", "P2"),
    Stop("priorities-vote", "priorities", "P2", "vote"),
    Stop("owners", "owners", "P2"),
    Stop("owners-by-person", "owners", view="by-person"),
    Stop("milestones", "milestones", "M2"),
    Stop("milestones-table", "milestones", "M2", "table"),
    Stop("stress-test", "stress-test", "R1"),
    Stop("rhythm", "rhythm"),
    Stop("rhythm-more", "rhythm", "T1", view="more"),
    Stop("close", "close"),
    Stop("close-more", "close", view="more"),
    Stop("card-measure", "direction", "Q1", keys=("enter",)),
    Stop("card-check-in", "rhythm", "H2", keys=("enter",)),
    Stop("card-place", "where-to-play", "A2", keys=("enter",)),
    Stop("card-priority", "priorities", "P2", keys=("enter",)),
    Stop("card-owner", "owners", "P2", keys=("enter",)),
    Stop("card-milestone", "milestones", "M2", keys=("enter",)),
    Stop("card-risk", "stress-test", "R2", keys=("enter",)),
    Stop("check", "milestones", keys=("c",)),
    Stop("plan", "close", keys=("p",)),
    Stop("plan-whole", "close", keys=("p", "v")),
    Stop("plan-open", "close", keys=("p", "v", "v")),
    Stop("export", "close", keys=("e",)),
    Stop("history", "where-to-play", keys=("h",)),
    Stop("parking-lot", "where-to-play", keys=("k",)),
    Stop("decisions", "where-to-play", keys=("d", "down", "down", "down")),
    Stop("participants", "where-to-play", keys=("n", "down")),
    Stop("assessment", "where-to-play", keys=("w", "a")),
    Stop("assessment-question", "where-to-play", keys=("w", "a", "1", "3")),
    Stop("assessment-end", "where-to-play", keys=("w", "a", "1", *["3"] * 20)),
    Stop("assessment-grid", "where-to-play", keys=("w", "a", "2", *["2"] * 23)),
    Stop("assessment-turns", "where-to-play", keys=("w", "a", "3")),
    Stop("assessment-role", "where-to-play", keys=("w", "a", "3", "enter")),
    Stop("assessment-results", "where-to-play", keys=("w", *["down"] * 8)),
    Stop("assessment-then", "where-to-play", keys=("w", "a", "1", *["3"] * 20, "enter", "v")),
    Stop("read-back-place", "where-to-play", "A2", keys=("r",)),
    Stop("read-back-sentence", "how-to-win", keys=("r",)),
    Stop("blank", "where-to-play", keys=("full_stop",)),
    Stop("keys", "where-to-play", "A2", keys=("question_mark",)),
    Stop("palette", "where-to-play", "A2", keys=("ctrl+p",)),
    Stop("conflict", "where-to-play", "A2", show=_conflict),
    Stop("ballots", "priorities", show=_ballots),
    Stop("ballot", "priorities", show=_ballot),
    Stop("silent", "where-to-play", keys=("s",)),
    # The last one: its clock goes on.
    Stop("agenda", "priorities", show=_day),
)

#: The same in parts: a tour of all of them at once would keep one processor busy long after the others are done.
PARTS = tuple(SCREENS[at::3] for at in range(3))

#: Screens with a line open at the foot.
LINES = (
    Stop("open-editing", "open", "brief/W/scope", keys=("enter",)),
    Stop("direction-adding", "direction", "Q1", keys=("a", "=Visits on time", "enter", "=many", "enter")),
    Stop("where-to-play-adding", "where-to-play", "A2", keys=("a", "=Evening classes")),
    Stop("where-to-play-parking", "where-to-play", "A2", keys=("f2",)),
    Stop("where-to-play-merging", "where-to-play", "A2", keys=("m", "=fresh")),
    Stop("how-to-win-adding", "how-to-win", "C1", keys=("a",)),
    Stop("priorities-counting", "priorities", "P2", "vote", keys=("enter",)),
    Stop("owners-naming", "owners", "P2", keys=("enter", "enter")),
    Stop("milestones-refused", "milestones", "M2", keys=("enter", "down", "down", "enter", "=someday", "enter")),
    Stop("stress-test-answering", "stress-test", "R1", keys=("1", "enter")),
    Stop("rhythm-dating", "rhythm", "brief/W/next_on", keys=("enter", "ctrl+u", "=in 3 weeks")),
    Stop("close-adding", "close", keys=("a",)),
    Stop("assessment-evidence", "where-to-play", keys=("w", "a", "1", "4")),
    Stop("assessment-counting", "where-to-play", keys=("w", "a", "2", *["2"] * 23, "c")),
    Stop("search", "where-to-play", keys=("slash",)),
    Stop("search-found", "where-to-play", keys=("slash", "=dunh", "down")),
    Stop("search-nothing", "where-to-play", keys=("slash", "=zeppelin", "enter")),
    Stop("plan-adopting", "close", keys=("p", "enter")),
    Stop("export-folder", "close", keys=("e", "up", "enter")),
)

#: The same screens while there is nothing in the workshop yet.
EMPTY = tuple(
    Stop(f"{name}-empty", step, keys=keys)
    for name, step, keys in (
        *((step, step, ()) for step in ("open", "direction", "where-to-play", "how-to-win")),
        *((step, step, ()) for step in ("priorities", "owners", "milestones", "stress-test", "rhythm", "close")),
        ("parking-lot", "where-to-play", ("k",)),
        ("decisions", "where-to-play", ("d",)),
        ("participants", "where-to-play", ("n",)),
        ("assessment", "where-to-play", ("w",)),
        ("check", "where-to-play", ("c",)),
        ("plan", "close", ("p",)),
        ("plan-whole", "close", ("p", "v")),
        ("plan-open", "close", ("p", "v", "v")),
        ("export", "close", ("e",)),
    )
)


async def go(press: Driver, stop: Stop) -> None:
    """Show a stop as if for the first time: nothing selected before, and nothing half typed."""
    desk = press.app.desk
    assert desk is not None
    press.app.clear_notifications()
    kept = {f"{stop.step}/view": stop.view} if stop.view else {}
    desk.note(lambda room: room.replace(selection=kept, drafts={}, sheets={}))
    press.app.look_at(stop.step, stop.item)
    await press.settle()
    await press(*stop.keys)
    if stop.show is not None:
        stop.show(press.app)
        await press.settle()


async def steady(press: Driver) -> None:
    """Wait until the screen is laid out anew: a scrollbar follows what it scrolls a moment later."""
    press.app.screen.refresh(layout=True)
    await press.pilot._wait_for_screen()
    press.app.screen._on_timer_update()
    await press.pilot._wait_for_screen()


# -- what stands on the wall ------------------------------------------------------------------------------------------


def strips(app: WorkshopApp) -> list[Strip]:
    """The rows of the screen as they are painted, anything that stands over it included."""
    return app.screen._compositor.render_strips()


def text_in(app: WorkshopApp, widget: Widget) -> list[str]:
    """What stands where a widget is, row by row, without its border and margin."""
    region = widget.content_region
    rows = strips(app)[region.y : region.bottom]
    return [row.crop(region.x, region.right).text.rstrip() for row in rows]


def picture(app: WorkshopApp, name: str) -> str:
    """The screen as text: its name and size, its rows, and what is selected and has the focus."""
    width, height = app.size
    rows = [row.text.rstrip() for row in strips(app)]
    focused = app.screen.focused
    focus = "nothing" if focused is None else focused.id or type(focused).__name__
    selected = getattr(app.screen, "selected", "") or "nothing"
    rule = "=" * width
    head, foot = f"{name}, {width} x {height}", f"selected: {selected}, focus: {focus}"
    return "\n".join([head, rule, *rows, rule, foot, ""])


# -- what may be wrong with it ----------------------------------------------------------------------------------------


def complaints(app: WorkshopApp) -> list[str]:
    """What is cut, too wide or clipped on the screen, in words; [] where all is well."""
    return [*_too_wide(app), *_cut(app), *_board(app), *_footer(app), *_heading(app), *_line(app)]


def _too_wide(app: WorkshopApp) -> Iterator[str]:
    width, height = app.size
    painted = strips(app)
    if len(painted) != height:
        yield f"{len(painted)} rows on a screen of {height}"
    for number, row in enumerate(painted):
        if cell_len(row.text) != width:
            yield f"row {number} takes {cell_len(row.text)} cells: {row.text!r}"
        if any(ord(each) < 32 or 127 <= ord(each) < 160 for each in row.text):
            yield f"row {number} holds a control character: {row.text!r}"


def _cut(app: WorkshopApp) -> Iterator[str]:
    """Texts around the board are wholly there, or end with a sign."""
    for widget in _displayed(app, Sentence, Static, Guide):
        rows = text_in(app, widget)
        said = widget.content.plain if isinstance(widget, Sentence) else ""
        if isinstance(widget, Static):
            said = getattr(widget.visual, "plain", "")
        if isinstance(widget, Guide):
            said = "".join(line.plain for line in widget._lines())
        if cell_len(said.strip()) and not (rows and any(rows)):
            yield f"{widget.id} is not there: {said!r}"
        shown = "".join("".join(rows).split())
        if cell_len(said) and "".join(said.split()) not in shown and not shown.endswith(("…", "goeson▼", "endshere")):
            yield f"{widget.id} is cut without a sign: {rows} for {said!r}"


def _board(app: WorkshopApp) -> Iterator[str]:
    for board in _displayed(app, Board):
        room = board.content_size.width
        for row in board.picture.rows:
            if row.cell_length > room:
                yield f"a row of the board takes {row.cell_length} of {room} cells: {row.plain!r}"
        if board.content_size.height != max(1, len(board.picture.rows)):
            yield f"{len(board.picture.rows)} rows on a board of {board.content_size.height}"
        place = board.picture.place(board.selected)
        if board.picture.places and place is None:
            yield f"nothing is selected on a board with items ({board.selected!r})"
        elif place is not None and not board.region.intersection(board.screen.region):
            yield f"the selected item {board.selected} is not in view"
        elif place is not None and not any(
            sign in board.picture.rows[row].plain for row in range(place.top, place.bottom) for sign in "▸◈"
        ):
            yield f"the selected item {board.selected} has no sign"


def _footer(app: WorkshopApp) -> Iterator[str]:
    for bar in _displayed(app, KeyBar):
        [row] = text_in(app, bar)
        fitting = bar._fitting()
        wholly = "  ".join([*(f"{hint.key} {hint.name}" for hint in fitting), *(["? more"] if bar.more else [])])
        if row.strip() != wholly:
            yield f"the footer says {row!r}, not {wholly!r}"
        if len(fitting) > MOST:
            yield f"{len(fitting)} keys on the footer"
        weightiest = min(bar.hints, key=lambda hint: hint.place, default=None)
        if weightiest is not None and weightiest not in fitting:
            yield f"the footer lacks its first key: {weightiest.key} {weightiest.name}"
        if len(fitting) < len(bar.hints) and not bar.more:
            yield f"the footer leaves keys out and says of none: {row!r}"


def _heading(app: WorkshopApp) -> Iterator[str]:
    for heading in _displayed(app, Heading):
        shown = "\n".join(text_in(app, heading))
        number, name, _ = heading.head.steps[heading.head.here]
        if f" {number} {name}" not in shown and not (heading.head.alarm and "…" in shown):
            yield f"the heading does not name the step {name}: {shown!r}"
        if not heading.head.alarm and heading.head.saved not in shown:
            yield f"the heading does not say whether all is saved: {shown!r}"


def _line(app: WorkshopApp) -> Iterator[str]:
    line = getattr(app.screen, "line", None)
    if line is None or not line.is_open:
        return
    asked = "".join(line.prompt.ask.split())
    shown = "".join("".join(text_in(app, line.question)).split())
    if asked not in shown and not shown.startswith("!") and not shown.endswith("…"):
        yield f"the line asks {line.prompt.ask!r} and shows {shown!r}"
    if not app.screen.region.contains_region(line.input.region) or not line.input.size.height:
        yield "the line to type in is not on the screen"
    [hints] = [bar.hints for bar in _displayed(app, KeyBar)]
    # The search has no completions, but something to choose from.
    if [hint.key for hint in hints] not in (["Enter", "Tab", "Esc"], ["Enter", "Esc", "↑↓"]):
        yield f"while typing the footer names {[hint.key for hint in hints]}"


def _displayed(app: WorkshopApp, *kinds: type[Any]) -> Iterator[Any]:
    return (
        widget for widget in app.screen.query("*") if isinstance(widget, kinds) and widget.is_on_screen and widget.size
    )
