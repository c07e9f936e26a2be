"""The facilitator's guide: questions to ask aloud, and what is checked before moving on."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.paint import said


class Guide(Widget):
    """A quiet column beside the board, off until it is asked for."""

    WIDTH = 38

    DEFAULT_CSS = """
    Guide { width: 38; height: 100%; display: none; padding: 0 2; border-left: solid $wall-bar; color: $wall-quiet; }
    Guide.-shown { display: block; }
    """

    #: The questions, and the findings as (sign, sentence).
    prompts: reactive[tuple[str, ...]] = reactive(())
    checks: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def render(self) -> Content:
        width = max(10, self.size.width - 1)
        lines: list[Content] = [Content.styled("Facilitator guide", "bold $wall-here"), Content("")]
        for prompt in self.prompts:
            lines += [*said(prompt).wrap(width), Content("")]
        if self.checks:
            lines += [Content.styled("Before moving on", "bold $wall-here"), Content("")]
        for sign, sentence in self.checks:
            first, *rest = said(sentence).wrap(width - 2)
            lines.append(Content.styled(f"{sign} ", "bold $wall-explore") + first)
            lines += [Content("  ") + line for line in rest]
        return Content("\n").join(lines)
