"""Search: what is typed narrows all that was ever typed, and Enter goes to where it stands."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, cast

from textual import on
from textual.command import Hit as PaletteHit
from textual.command import Hits, Provider

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import ROOM
from screens.frame import Frame
from screens.host import Host
from screens.paint import Painter, Picture, Row, said, wrapped
from screens.widgets.board import Board
from screens.widgets.keybar import KeyHint
from screens.widgets.line import Line
from screens.widgets.prompt import Prompt, PromptKey
from workshop.former import Renaming
from workshop.search import Hit, Index, search
from workshop.steps import load
from workshop.text import shorten

#: How many places are shown at most, and how many the palette names among its commands.
_MOST = 50
_IN_PALETTE = 8

#: How much of a text stands in the palette, in cells.
_BRIEFLY = 48

#: What is looked for is no answer that the room would keep half typed.
_KEY = PromptKey("search", kept=False)

_KEYS = (
    KeyHint("Enter", "Go there", "line.enter", 1),
    KeyHint("Esc", "Back", "line.leave", 2),
    KeyHint("↑↓", "Choose", "screen.command('search.down')", 3),
)


class Choose(Command):
    """Choose the place above or below, while the words are typed."""

    in_text = True

    def __init__(self, key: str, by: int) -> None:
        self.id, self.name, self.keys, self.by = f"search.{key}", f"Choose {key}", key, by

    def run(self, screen: Search) -> None:
        screen.select(screen.board.picture.toward(screen.selected, 0, self.by))


class Search(Frame):
    """A small screen whose line is always open."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Choose("up", -1),
        Choose("down", 1),
        *(command for command in ROOM if command.in_text),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "search"
        #: What the board shows, and for which words.
        self._hits: dict[str, Hit] = {}
        self._for = ""
        self._index: Index | None = None

    def arrive(self) -> None:
        super().arrive()
        if not self.line.is_open:
            self.ask(Prompt(_KEY, "Look for:", self._read, self._go, placeholder="a few letters of some words"))

    def question(self, workshop: Workshop) -> str:
        return "What was it about?"

    def hint(self, workshop: Workshop) -> str:
        return "Everything that was typed in this workshop is looked through."

    def ids_changed(self, renaming: Renaming) -> None:
        """What is found is looked for again at every key."""

    # -- finding -------------------------------------------------------------------------------------------------

    @property
    def sought(self) -> str:
        prompt = self.line.prompt
        return self.line.input.value if prompt is not None and prompt.key == _KEY else ""

    def _found(self, text: str) -> tuple[Hit, ...]:
        if self._index is None or self._index.workshop is not self.workshop:
            self._index = Index(self.workshop)
        return self._index.search(text, _MOST)

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        sought = self._for = self.sought
        self._hits = {f"{at}": hit for at, hit in enumerate(self._found(sought))}
        rows: list[Row] = []
        for item, hit in self._hits.items():
            rows += self._lines(painter, item, hit)
        if len(self._hits) == _MOST:
            rows.append(painter.note("There may be more: one more word narrows it."))
        if not rows:
            told = "No text has all of these words." if sought.strip() else "Names, reasons, results, parked thoughts …"
            rows.append(painter.note(told))
        return painter.picture(rows)

    def _lines(self, painter: Painter, item: str, hit: Hit) -> list[Row]:
        """Where it stands, behind the text; the selected one in full, with the row it belongs to."""
        where = said(f"{self.content.step(hit.step).name}, {hit.label}", "$wall-quiet")
        if item != painter.selected:
            return [painter.item(item, said(hit.text), where)]
        room = painter.width - 3 - where.cell_length
        first, *rest = wrapped(hit.text, room if room >= painter.width // 2 else painter.width - 2, most=5)
        rows = [painter.item(item, first, where), *(painter.under(item, line, 2) for line in rest)]
        if hit.whose:
            rows += [painter.under(item, line) for line in wrapped(hit.whose, painter.width - 4, "italic", most=2)]
        return rows

    def select(self, item: str) -> None:
        self.selected = item
        self.repaint()

    @on(Line.Typed)
    def _narrow(self, event: Line.Typed) -> None:
        if event.key == _KEY:
            self.select("0")

    # -- going ---------------------------------------------------------------------------------------------------

    def _read(self, text: str) -> tuple[Hit, str]:
        found = self._found(text)
        if not found:
            raise ValueError("Nothing is found: fewer letters find more. Esc goes back.")
        at = int(self.selected or 0) if text == self._for else 0
        return found[min(at, len(found) - 1)], f"{len(found)} found"

    def _go(self, hit: Hit) -> None:
        self.host.jump(hit.step, hit.item, hit.field)

    @on(Board.Selected)
    def _clicked(self, event: Board.Selected) -> None:
        # On other boards a click waits until the line is closed.
        event.prevent_default()
        self.select(event.item)
        if event.opened:
            self.line.enter()

    @on(Line.Closed)
    def _leave(self) -> None:
        if not self.line.is_open and self.is_current:
            self.dismiss()

    def show_keys(self) -> None:
        """Refresh the footer; another line over the search has its own keys."""
        super().show_keys()
        if self.line.prompt is None or self.line.prompt.key == _KEY:
            self.keybar.hints = _KEYS


class Typed(Provider):
    """What was typed, in the palette: "Go to “…”"."""

    async def search(self, query: str) -> Hits:
        host = cast(Host, self.app)
        for at, hit in enumerate(search(host.desk.value, query, _IN_PALETTE) if host.desk else ()):
            text = f"Go to “{shorten(hit.text, _BRIEFLY)}”"
            yield PaletteHit(
                # Behind the commands of that name, the best first.
                score=0.4 - at / 100,
                match_display=said(text),
                command=partial(host.jump, hit.step, hit.item, hit.field),
                text=text,
                help=f"{load().step(hit.step).name}, {hit.label}",
            )
