"""The facilitator's guide: questions to ask aloud, and what is checked before moving on."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.paint import said


class Guide(Widget):
    """A quiet column beside the board, off until it is asked for; what does not fit into it is on its next page."""

    DEFAULT_CSS = """
    Guide {
        width: 45%; max-width: 38; height: 100%; display: none;
        padding: 0 2; border-left: solid $wall-bar; color: $wall-quiet;
    }
    Guide.-shown { display: block; }
    """

    page: reactive[int] = reactive(0)
    #: The questions, and the findings as (sign, sentence).
    prompts: reactive[tuple[str, ...]] = reactive(())
    checks: reactive[tuple[tuple[str, str], ...]] = reactive(())

    @classmethod
    def width_on(cls, screen: int) -> int:
        """How many of a screen's cells it takes."""
        return min(38, screen * 45 // 100)

    def turn(self) -> None:
        """Show the guide, then its next page; behind the last one, hide it."""
        if not self.has_class("-shown"):
            self.show_first()
        elif (self.page + 1) * self._room < len(self._lines()):
            self.page += 1
        else:
            self.remove_class("-shown")

    def show_first(self) -> None:
        """Show the guide from its beginning."""
        self.page = 0
        self.add_class("-shown")

    @property
    def _room(self) -> int:
        """Rows of a page."""
        return max(1, self.content_size.height - 1)

    def render(self) -> Content:
        lines, room = self._lines(), self._room
        if len(lines) <= room + 1:
            return Content("\n").join(lines)
        page = lines[self.page * room : (self.page + 1) * room]
        more = (self.page + 1) * room < len(lines)
        turn = Content.assemble(("g", "bold $wall-explore"), " goes on ▼" if more else " ends here")
        return Content("\n").join([*page, *[Content("")] * (room - len(page)), turn])

    def _lines(self) -> list[Content]:
        """All there is to say, in rows of its width."""
        width = max(10, self.content_size.width)
        lines: list[Content] = [Content.styled("Facilitator guide", "bold $wall-here"), Content("")]
        for prompt in self.prompts:
            lines += [*said(prompt).wrap(width), Content("")]
        if not self.checks:
            return lines[:-1]
        lines += [Content.styled("Before moving on", "bold $wall-here"), Content("")]
        for sign, sentence in self.checks:
            first, *rest = said(sentence).wrap(width - 2)
            lines.append(Content.styled(f"{sign} ", "bold $wall-explore") + first)
            lines += [Content("  ") + line for line in rest]
        return lines
