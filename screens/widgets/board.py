"""The board: what was captured, one item selected, moved over by the screen's keys or the mouse."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from screens.paint import Picture


class Window(VerticalScroll, can_focus=False):
    """What is seen of a board: when a line that opens below makes it smaller, the selected item stays in view."""

    def __init__(self, board: Board, id: str | None = None) -> None:
        super().__init__(board, id=id)
        self._board, self._height = board, 0

    def on_resize(self, event: events.Resize) -> None:
        before, self._height = self._height, event.size.height
        if self._height < before:
            self._board.reveal()


class Board(Widget, can_focus=True):
    """Shows a `Picture` and posts which item is selected; what the items are is the screen's business."""

    DEFAULT_CSS = """
    Board { height: auto; width: 1fr; }
    """

    class Selected(Message):
        """Another item is selected; `opened` when it was clicked once it was selected already."""

        def __init__(self, item: str, opened: bool = False) -> None:
            super().__init__()
            self.item, self.opened = item, opened

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.selected = ""
        self.picture = Picture()

    def show(self, picture: Picture, selected: str) -> None:
        """Show a picture in which `selected` is marked, and bring it into view."""
        moved, before = selected != self.selected, self.picture.rows
        self.selected, self.picture = selected, picture
        if len(picture.rows) != len(before):
            self.refresh(layout=True)
        else:
            changed = [
                y for y, rows in enumerate(zip(before, picture.rows, strict=True)) if not rows[0].is_same(rows[1])
            ]
            if changed:
                self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))
        if moved:
            self.call_after_refresh(self.reveal)

    def reveal(self) -> None:
        """Scroll so that the selected item, and for the first one its heading, is in view."""
        place = self.picture.place(self.selected)
        if place is not None and isinstance(self.parent, VerticalScroll):
            top = 0 if self.picture.places[0] is place else place.top
            region = Region(0, top, 1, place.bottom - top)
            self.parent.scroll_to_region(region, animate=False, force=True)

    def render(self) -> Content:
        return Content("\n").join(self.picture.rows)

    def render_line(self, y: int) -> Strip:
        """One row, so that of a long board only what is seen is drawn; while text is being selected, all of it."""
        if self.text_selection is not None:
            return super().render_line(y)
        row = self.picture.rows[y] if y < len(self.picture.rows) else Content("")
        strips = Visual.to_strips(self, row, self.size.width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(self.size.width, self.visual_style.rich_style)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.picture.rows))

    def on_click(self, event: events.Click) -> None:
        item = self.picture.at(event.x, event.y)
        if item:
            self.post_message(self.Selected(item, opened=item == self.selected))
