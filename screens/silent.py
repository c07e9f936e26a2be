"""Silent writing: the step's question and a clock on the wall, and nothing else while everybody writes alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Static

from screens.bare import Bare
from screens.paint import said

#: Minutes that people write alone, unless a digit says otherwise.
MINUTES = 3

#: Seconds between two looks at the clock.
_TICK = 0.5


class Silence:
    """A stretch of silence on a question, in which it was left for a moment: `until` is when it is over."""

    def __init__(self, question: str, until: datetime) -> None:
        self.question, self.until = question, until
        self.rang = False


class Silent(Bare):
    """A digit gives that many minutes from now on; any other key returns, and so does whatever a clicker sends."""

    CSS_PATH = Path(__file__).with_name("silent.tcss")

    def __init__(self, silence: Silence, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.silence, self._now = silence, now

    def compose(self) -> ComposeResult:
        with Vertical(id="silence"):
            yield Static(said(self.silence.question, "bold $wall-ink"), id="silence-question", markup=False)
            yield Digits(id="silence-clock")
            yield Static("", id="silence-over", markup=False)
        yield Static("1-9 minutes · any other key returns", id="silence-sign", markup=False)

    def on_mount(self) -> None:
        self.show()
        self.set_interval(_TICK, self.show)

    def show(self) -> None:
        """Show how much time is left; once it is up say so, with the bell."""
        left = max(0, round((self.silence.until - self._now()).total_seconds()))
        self.query_one(Digits).update(f"{left // 60}:{left % 60:02d}")
        self.query_one("#silence-over", Static).update("" if left else "Time is up.")
        if not left and not self.silence.rang:
            self.silence.rang = True
            self.app.bell()

    async def on_key(self, event: events.Key) -> None:
        if self.is_current and event.key in "123456789":
            event.stop()
            event.prevent_default()
            self.silence.until, self.silence.rang = self._now() + timedelta(minutes=int(event.key)), False
            self.show()
        else:
            await super().on_key(event)


def silence_on(question: str, before: Silence | None, now: datetime) -> Silence:
    """Return the silence on a question that goes on, or else a new one."""
    if before is not None and before.question == question and now < before.until:
        return before
    return Silence(question, now + timedelta(minutes=MINUTES))
