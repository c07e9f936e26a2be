"""The head of every screen: the steps, the current one spelled out, the title, the clock, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.paint import TALL, ends, fit, said


@dataclass(frozen=True)
class Clock:
    """What the clock shows: `text` such as 18:42, `behind` in minutes, `over` when the time is up."""

    text: str
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
        right = self._right(short=True)
        left += said(head.title)
        return ends(Content(" ") + left, right + Content(" "), width).stylize_before("on $wall-bar")

    def _title(self, width: int) -> Content:
        left = Content.assemble("  ", said(self.head.title, "bold"), "  ", said(self.head.organization, "$wall-quiet"))
        return ends(left, self._right(short=False) + Content("  "), width).stylize_before("on $wall-bar")

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

    def _right(self, *, short: bool) -> Content:
        head, parts = self.head, []
        clock = head.clock
        if clock is not None:
            style = "bold $wall-alarm" if clock.over else "bold $wall-explore"
            sign = "◷" if clock.running else "‖"
            behind = _behind(clock.behind, short=short)
            left = " over" if clock.over else "" if short else " left"
            parts.append(Content.styled(f"{sign} {clock.text}{left}", style))
            if behind:
                parts.append(Content.styled(f" {behind}" if short else f"  {behind}", "$wall-explore"))
            parts.append(Content("  "))
        parts.append(Content.styled(head.saved, "bold $wall-alarm" if head.alarm else "$wall-play"))
        return Content("").join(parts)


def _behind(minutes: int, *, short: bool) -> str:
    """Minutes behind (positive) or ahead (negative) the agenda, in words or as a signed number."""
    if not minutes:
        return ""
    if short:
        return f"{-minutes:+d}"
    return f"{abs(minutes)} min {'behind' if minutes > 0 else 'ahead'}"
