"""The keys of a screen: all of them at a glance, and what each does in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from screens.command import Command, Commanding, bindings, offered
from screens.paint import Painter, Picture, Row, said
from screens.widgets.board import Board
from screens.widgets.keybar import KeyBar, KeyHint
from screens.widgets.sentence import Sentence

#: From so many cells on, every key has its sentence beside it; below, the selected one has.
_WIDE = 96

#: Cells for a key as it is written, and for its name.
_KEY, _NAME = 8, 24

_MOVING = (
    "↑ ↓ ← → Home End move; a click selects, a second one opens.",
    "Ctrl+P finds every action by its name, also those without a key.",
)


class Step(Command):
    """Go to the key beside this one."""

    def __init__(self, keys: str, dx: int, dy: int) -> None:
        self.id = f"keys.{keys}"
        self.name, self.keys, self.dx, self.dy = keys, keys, dx, dy

    def run(self, screen: Keys) -> None:
        screen.select(screen.board.picture.toward(screen.selected, self.dx, self.dy))


class Do(Command):
    """Go back and do what the selected key does."""

    id, name, keys, key_shown, show = "keys.do", "Do it", "enter", "Enter", 2

    def run(self, screen: Keys) -> None:
        screen.do()


class Close(Command):
    """Go back to where you came from."""

    id, name, keys, key_shown, show = "keys.close", "Back", "escape,question_mark,f1", "Esc", 1

    def run(self, screen: Keys) -> None:
        screen.dismiss()


class Keys(Commanding, Screen[None]):
    """The commands of another screen that apply there now, with their keys."""

    CSS_PATH = Path(__file__).with_name("keys.tcss")
    AUTO_FOCUS = "Board"
    ACTIONS: ClassVar[Sequence[Command]] = (
        Do(),
        Close(),
        Step("up", 0, -1),
        Step("down", 0, 1),
        Step("left", -1, 0),
        Step("right", 1, 0),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self, of: Screen[Any]) -> None:
        super().__init__()
        self.of = of
        keyed = [command for command in offered(of) if command.key_shown]
        named: dict[str, list[Command]] = {}
        for command in keyed:
            named.setdefault(command.name, []).append(command)
        #: What several keys do stands here once, under the first of them.
        self.commands = {several[0].id: several[0] for several in named.values()}
        shown = of.key_of if isinstance(of, Commanding) else lambda command: command.key_shown
        self._keys = {several[0].id: " ".join(map(shown, several)) for several in named.values()}
        self.selected = next(iter(self.commands), "")
        self.board, self.keybar = Board(), KeyBar()
        self.below = Sentence(id="keys-sentence")

    def compose(self) -> ComposeResult:
        yield Static("Keys here", id="keys-title", markup=False)
        with VerticalScroll(id="keys-scroll", can_focus=False):
            yield self.board
        yield self.below
        yield self.keybar

    def on_mount(self) -> None:
        self.keybar.more = False
        self.keybar.hints = tuple(
            KeyHint(self.key_of(command), command.name, f"screen.command('{command.id}')", command.show)
            for command in self.ACTIONS
            if command.show
        )
        self.repaint()

    def on_resize(self, event: events.Resize) -> None:
        self.repaint()

    def repaint(self) -> None:
        """Show the keys, and what the selected one does."""
        width = self.app.size.width - 3
        if not self.is_mounted or width <= 0:
            return
        self.board.show(self.picture(Painter(max(20, width), self.app.size.height, self.selected)), self.selected)
        command = self.commands.get(self.selected)
        self.below.update(said(command.tooltip if command else "", "$wall-ink"))

    def picture(self, painter: Painter) -> Picture:
        """One key a row: in one column with its sentence on a wide wall, in two columns on a narrow one."""
        wrapped = (line for sentence in _MOVING for line in said(sentence, "$wall-quiet").wrap(painter.width))
        moving = [painter.note(), *map(Row, wrapped)]
        commands = list(self.commands.values())
        if painter.width >= _WIDE:
            return painter.picture([*(self._row(painter, each, sentence=True) for each in commands), *moving])
        columns = 2 if painter.width >= 2 * (_KEY + _NAME) else 1
        column = painter.narrow(painter.width // columns)
        half = -(-len(commands) // columns)
        parts = [commands[start : start + half] for start in range(0, len(commands), half)] if commands else []
        blocks = [[self._row(column, each) for each in part] for part in parts]
        return painter.stacked(painter.beside(blocks, column.width, 0), painter.picture(moving))

    def _row(self, painter: Painter, command: Command, *, sentence: bool = False) -> Row:
        text = Content.assemble((f"{self._keys[command.id]:<{_KEY}}", "bold $wall-explore"), said(command.name))
        if sentence:
            text = text.pad_right(_KEY + _NAME - text.cell_length) + said(command.tooltip, "$wall-quiet")
        return painter.item(command.id, text)

    def select(self, item: str) -> None:
        """Select a key."""
        self.selected = item
        self.repaint()

    def do(self) -> None:
        """Leave, and run the selected command where it belongs."""
        command = self.commands.get(self.selected)
        self.dismiss()
        if command is not None:
            self.app.call_later(self._run, command)

    def _run(self, command: Command) -> None:
        if self.app.screen is self.of and command.applies(self.of):
            command.run(self.of)

    @on(Board.Selected)
    def _selected(self, event: Board.Selected) -> None:
        self.select(event.item)
        if event.opened:
            self.do()

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)
