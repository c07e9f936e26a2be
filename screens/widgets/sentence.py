"""A few rows of text that never lose their end in silence: what does not fit is cut with an ellipsis."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from screens.paint import within


class Sentence(Widget):
    """Shows as much of its content as its style has rows for, at most `MOST` where the style leaves the height open."""

    MOST = 4

    content: reactive[Content] = reactive(Content, layout=True)

    def update(self, content: Content) -> None:
        """Say something else."""
        self.content = content

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(within(self.content, width, self.MOST))

    def render(self) -> Content:
        return Content("\n").join(within(self.content, self.content_size.width, self.content_size.height))
