"""Bare screens: the wall without frame and keys, until any key brings the step back."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from screens.paint import said, within
from workshop.reading import Reading

#: Cells of a line that is read aloud from the back of a room, and of the margin beside it at least.
_LINE, _MARGIN = 64, 4


class Bare(Screen[None]):
    """Any key and any click returns, and does nothing else: not even a clicker moves on from here."""

    CSS_PATH = Path(__file__).with_name("bare.tcss")

    #: The app gives up its own keys while this is on top.
    takes_every_key = True

    async def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.is_current:
            self.dismiss()
        else:  # typed ahead, for the screen below
            await self.app.on_event(events.Key(event.key, event.character))

    def on_click(self) -> None:
        if self.is_current:
            self.dismiss()

    async def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if not self.is_current:  # behind a key that was typed ahead
            await self.app.on_event(events.Paste(event.text))


class Blank(Bare):
    """Nothing on the wall but a small sign."""

    def compose(self) -> ComposeResult:
        yield Static("any key", id="blank-sign", markup=False)


class ReadBack(Bare):
    """A question, and the answer to it in large calm text."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def compose(self) -> ComposeResult:
        yield Spoken(self.reading)


class Spoken(Widget):
    """Sentences in the middle of the wall, wrapped in a narrow column; a wider one where they would not fit."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(id="spoken")
        self.reading = reading

    def render(self) -> Content:
        width, height = self.size
        lines, column = self._lines(min(_LINE, width - 2 * _MARGIN)), min(_LINE, width - 2 * _MARGIN)
        if len(lines) > height - 2:
            column = width - 2 * _MARGIN
            lines = self._lines(column)
        if len(lines) > height:
            lines = [line for line in lines if line.plain]
        if len(lines) > height:
            lines = [*lines[: height - 1], Content.styled("… and more, on the board", "$wall-quiet")]
        above = [Content("")] * (max(0, height - len(lines)) // 2)
        aside = Content(" " * (max(0, width - column) // 2))
        return Content("\n").join([*above, *(aside + line for line in lines)])

    def _lines(self, width: int) -> list[Content]:
        """The question quietly, the first sentence in bold, and a blank line between any two."""
        width = max(8, width)
        lines = list(said(self.reading.question, "$wall-quiet").wrap(width))
        for at, sentence in enumerate(self.reading.sentences):
            style = "$wall-ink" if at else "bold $wall-ink"
            lines += [Content(""), *within(said(sentence, style), width, 12)]
        return lines
