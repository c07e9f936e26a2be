"""The head of every screen: the steps, the current one spelled out, the title, the clock, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.paint import TALL, ends, fit, said


@dataclass(frozen=True)
class Clock:
    """What the clock shows: `text` such as 18:42, `behind` in minutes, `over` when the time is up.

    `pause` is what the break is called that is being taken, "" in a step.
    """

    text: str
    pause: str = ""
    behind: int = 0
    running: bool = False
    over: bool = False


@dataclass(frozen=True)
class Head:
    """What a heading says. `steps` are (number, name, done) in the agenda's order, `here` the one on the screen."""

    title: str = ""
    organization: str = ""
    steps: tuple[tuple[int, str, bool], ...] = ()
    here: int = -1
    current: int = -1
    clock: Clock | None = None
    saved: str = ""
    alarm: bool = False


class Heading(Widget):
    """One row on a small wall, three on a tall one."""

    DEFAULT_CSS = """
    Heading { height: 1; color: $wall-ink; }
    Heading.-tall { height: 4; }
    """

    head: reactive[Head] = reactive(Head)

    class ClockPressed(Message):
        """The clock was clicked."""

    #: The cells of the first row that the clock stands in.
    _clock_at = range(0)

    def on_click(self, event: events.Click) -> None:
        if event.y == 0 and event.x in self._clock_at:
            self.post_message(self.ClockPressed())

    def render(self) -> Content:
        width = self.size.width
        if self.app.size.height >= TALL:
            return Content("\n").join([self._title(width), Content(""), self._rail(width), Content("")])
        return self._short(width)

    def _short(self, width: int) -> Content:
        head = self.head
        rest = len(head.steps) - head.here - 1
        before = head.steps[: max(0, head.here)]
        left = Content.styled("".join("✓" if done else "·" for _, _, done in before), "$wall-play")
        if head.steps and head.here >= 0:
            number, name, _ = head.steps[head.here]
            left += " " + Content.styled(f" {number} {name} ", "bold $wall-on_here on $wall-here")
            now = f" (now at {head.steps[head.current][0]})" if head.current not in (head.here, -1) else ""
            left += Content.styled(f" +{rest}" if rest else "", "$wall-quiet")
            left += Content.styled(now, "$wall-here") + "  "
        left = Content(" ") + left
        right = self._right(short=width - left.cell_length - 2)
        self._clock_at = self._clock_cells(right, width - 1)
        return ends(left + said(head.title), right + Content(" "), width).stylize_before("on $wall-bar")

    def _title(self, width: int) -> Content:
        left = Content.assemble("  ", said(self.head.title, "bold"), "  ", said(self.head.organization, "$wall-quiet"))
        right = self._right()
        self._clock_at = self._clock_cells(right, width - 2)
        return ends(left, right + Content("  "), width).stylize_before("on $wall-bar")

    def _rail(self, width: int) -> Content:
        head = self.head
        parts = [Content("  ")]
        for at, (number, name, done) in enumerate(head.steps):
            if at == head.here:
                parts.append(Content.styled(f" {number} {name} ", "bold $wall-on_here on $wall-here") + " ")
            elif done and at < head.here:
                parts.append(Content.styled("✓ ", "$wall-play"))
            else:
                sign = "✓ " if done else "▸ " if at == head.current else ""
                parts.append(Content.styled(f"{sign}{name}  ", "$wall-quiet"))
        return fit(Content("").join(parts), width)

    def _right(self, short: int | None = None) -> Content:
        """The clock, and whether all is saved; in short words, and in `short` cells if it can be."""
        clock = self.head.clock
        if clock is None:
            return self._saved()
        style = "bold $wall-alarm" if clock.over else "bold $wall-explore"
        time = Content.styled(_time(clock, short=short is not None), style)
        for words in _behind(clock.behind, short=short is not None):
            right = Content.assemble(time, (words, "$wall-explore"), "  ", self._saved())
            if short is None or right.cell_length <= short:
                return right
        return Content.assemble(time, "  ", self._saved())

    def _clock_cells(self, right: Content, end: int) -> range:
        """Where the clock stands in what ends before a cell."""
        return range(end - right.cell_length, end - self._saved().cell_length - 1) if self.head.clock else range(0)

    def _saved(self) -> Content:
        return Content.styled(self.head.saved, "bold $wall-alarm" if self.head.alarm else "$wall-play")


def _time(clock: Clock, *, short: bool) -> str:
    """`◷ 18:42 left`, `◷ 3:10 over`, `‖ 18:42 paused`; of a break `◷ Break 9:41`, `◷ Break over 3:10`."""
    sign = "◷" if clock.running else "‖"
    if clock.pause:
        return f"{sign} {clock.pause}{' over' if clock.over else ''} {clock.text}"
    left = " over" if clock.over else " left" if clock.running and not short else ""
    return f"{sign} {clock.text}{left}{'' if clock.running else ' paused'}"


def _behind(minutes: int, *, short: bool) -> tuple[str, ...]:
    """Minutes behind (positive) or ahead (negative) the agenda, in words; the shorter ones are for where these do not
    fit."""
    if not minutes:
        return ("",)
    words = f"{abs(minutes)} {'behind' if minutes > 0 else 'ahead'}"
    return (f"  {words}", f" {-minutes:+d}") if short else (f"  {abs(minutes)} min {words.split()[1]}",)
