"""History: what was changed, when and why, newest first; the whole of a change; and the way back to how it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.commands.history import ALONG, BackToHere, Whole
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, cells, fit, said, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop.history import Entry, Undoing, entries, squeezed, undoing, when
from workshop.shelf import StorageError

#: Cells for who did it at most, and from how wide a board on that is shown.
_WHO, _WIDE = 12, 66

#: Cells before an item.
_POINTER = 2

#: The rows of a screen that are not the board's, one for what is newer and one for what is older included.
_AROUND, _AROUND_TALL = 7, 12


class HistoryScreen(Frame):
    """The changes in words. However many there are, only those in view are painted."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (BackToHere(), Whole(), Back(), *ALONG, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "history"
        #: Newest first; None until it has been read.
        self.history: tuple[Entry, ...] | None = None
        self.trouble = ""
        self.page = 1
        self._first = 0
        self._asked = -1

    def on_mount(self) -> None:
        super().on_mount()
        self.selected = ""

    # -- reading -------------------------------------------------------------------------------------------------

    def show_head(self) -> None:
        super().show_head()
        if self._asked != self.desk.seq:
            self._asked = self.desk.seq
            self.run_worker(self._read(), name="history", group="history", exclusive=True)

    async def _read(self) -> None:
        """Read what was changed; who looks at the newest change goes on looking at the newest."""
        try:
            changes = await self.desk.history()
        except StorageError as error:
            self.trouble = str(error)
        else:
            newest = self.history and self.selected == f"{self.history[0].seq}"
            self.history = tuple(reversed(await asyncio.to_thread(entries, changes)))
            if newest or not self.selected:
                self.selected = f"{self.history[0].seq}"
        self.repaint()

    @property
    def chosen(self) -> Entry | None:
        """The selected change."""
        return next((entry for entry in self.history or () if f"{entry.seq}" == self.selected), None)

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return "What was changed, and when?"

    def hint(self, workshop: Workshop) -> str:
        return "Newest first. 1 goes back to how it was after a change; nothing is ever erased."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if self.history is None:
            return painter.picture([painter.note(self.trouble or "Reading what was changed ...")])
        self.page = max(3, painter.height - (_AROUND_TALL if painter.tall else _AROUND))
        at = next((at for at, entry in enumerate(self.history) if f"{entry.seq}" == painter.selected), 0)
        first = min(max(self._first, at - self.page + 1), at, max(0, len(self.history) - self.page))
        self._first = first
        shown = self.history[first : first + self.page]
        older = len(self.history) - first - len(shown)
        rows = [painter.note(f"▲ {first} newer" if first else "")] if len(self.history) > self.page else []
        rows += self._rows(painter, shown)
        if older:
            rows.append(painter.note(f"▼ {older} older"))
        return painter.picture(rows)

    def _rows(self, painter: Painter, shown: Sequence[Entry]) -> list[Row]:
        today = self.host.today()
        times = [when(entry.at, today) for entry in shown]
        column = max(map(cells, times)) + 2
        actors = {entry.actor for entry in self.history or ()}
        who = min(_WHO, max(map(cells, actors))) + 2 if len(actors) > 1 and painter.width >= _WIDE else 0
        rows = []
        for entry, time in zip(shown, times, strict=True):
            left = fit(said(time, "$wall-quiet"), column)
            if who:
                left += fit(said(entry.actor, "$wall-quiet"), who - 2) + "  "
            more = Content.styled(f"+{entry.more} " if entry.more else "", "$wall-quiet")
            mark = (more + _mark(entry)).rstrip()
            room = painter.width - _POINTER - left.cell_length - (mark.cell_length + 1 if mark.plain else 0)
            left += said(squeezed(entry.headline, room), "$wall-quiet" if entry.undone_by is not None else "")
            rows.append(painter.item(f"{entry.seq}", left, mark))
        return rows

    def footing(self, workshop: Workshop) -> Content:
        entry = self.chosen
        if entry is None or self.line.is_open:
            return Content("")
        return said(f"because: {entry.reason}", "$wall-quiet") if entry.reason else Content("")

    # -- acting --------------------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Select the change so many places further on, or the last one there is."""
        history = self.history or ()
        at = next((at for at, entry in enumerate(history) if f"{entry.seq}" == self.selected), 0) + by
        if history:
            self.select(f"{history[min(max(at, 0), len(history) - 1)].seq}")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-1)

    def open_item(self) -> None:
        entry = self.chosen
        if entry is not None:
            self.app.push_screen(Change(entry, self))

    @property
    def can_go_back(self) -> bool:
        """Whether anything was changed after the selected change."""
        entry = self.chosen
        return entry is not None and self.history is not None and entry is not self.history[0]

    def back_prompt(self, then: Callable[[], object] = lambda: None) -> Prompt | None:
        """Ask whether to go back to how it was after the selected change; `then` is done once it was asked for."""
        entry = self.chosen
        if entry is None:
            return None
        ask = _asked(when(entry.at, self.host.today()), undoing(self.history or (), entry.seq))

        def read(text: str) -> tuple[None, str]:
            if text.strip():
                raise ValueError("Nothing is to be typed here: Enter goes back, Esc does not.")
            return None, ""

        def take(_: None) -> None:
            self.desk.go_back_to(entry.seq)
            then()

        return Prompt(PromptKey("back", f"{entry.seq}", kept=False), ask, read, take)


class Change(Frame):
    """The whole of one change."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (BackToHere(), Back(), *MOVES, *PAGES, *CHANGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, entry: Entry, of: HistoryScreen) -> None:
        super().__init__()
        self.entry, self.of = entry, of
        self.place = "history/change"

    def question(self, workshop: Workshop) -> str:
        return f"Change {self.entry.seq}, {when(self.entry.at, self.host.today())}"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        entry = self.entry
        rows: list[Row] = []
        mark = _mark(entry)
        if mark.plain:
            rows.append(Row(mark))
        for line in entry.lines:
            rows += _hung(painter, line.text, 0)
            for under in line.under:
                rows += _hung(painter, under, 4, "$wall-quiet")
        rows.append(painter.note())
        for name, text in (("because", entry.reason), ("called", entry.label), ("by", entry.actor)):
            if text:
                rows += _hung(painter, f"{name}: {text}", 0, "$wall-quiet")
        return painter.picture(rows)

    @property
    def can_go_back(self) -> bool:
        return self.of.can_go_back

    def back_prompt(self) -> Prompt | None:
        """Ask as the history does, and return there."""
        return self.of.back_prompt(self.dismiss)


def _hung(painter: Painter, text: str, indent: int, style: str = "") -> list[Row]:
    """A text in as many rows as it takes, the further ones set in."""
    lines = wrapped(text, painter.width - indent - 2, style, most=20)
    return [Row(Content(" " * (indent + (2 if at else 0))) + line) for at, line in enumerate(lines)]


def _mark(entry: Entry) -> Content:
    """What became of a change, or which kind of change it is."""
    if entry.undone_by is not None:
        return Content.styled("✕ withdrawn" if entry.version else "✕ undone", "$wall-explore")
    if entry.version:
        return Content.styled(f"✓ version {entry.version}", "$wall-play")
    return Content.styled("↺" if entry.turns else "", "$wall-quiet")


def _asked(moment: str, back: Undoing) -> str:
    """The question before going back: what is taken back by it, the plan's versions by name."""
    count = f"{back.changes} {'change is' if back.changes == 1 else 'changes are'} taken back"
    if back.versions:
        numbers = " and ".join(map(str, back.versions))
        one = len(back.versions) == 1
        count += (
            f"; version{'' if one else 's'} {numbers} of the plan {'is' if one else 'are'} withdrawn, "
            "and first dates are free again"
        )
    return f"Back to {moment}? {count}. u undoes it. Enter goes back, Esc does not."
