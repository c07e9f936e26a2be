"""The footer: the few keys that matter here, and where to find the others."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.command import Commanding

#: The footer shows at most so many keys.
MOST = 7


class KeyHint(NamedTuple):
    """A key as it is written on the footer, what it does, its action, and its place when room is short."""

    key: str
    name: str
    action: str
    place: int


#: The footer while a line is being typed, when every other key is text.
LINE_KEYS = (
    KeyHint("Enter", "Take it", "line.enter", 1),
    KeyHint("Tab", "Complete", "line.complete", 3),
    KeyHint("Esc", "Back", "line.leave", 2),
)


def hints_of(screen: Commanding) -> tuple[KeyHint, ...]:
    """What the footer shows of a screen's commands: those that apply now and have a place there."""
    return tuple(
        KeyHint(screen.key_of(command), command.name, f"screen.command('{command.id}')", command.show)
        for command in screen.ACTIONS
        if command.show and command.applies(screen)
    )


class KeyBar(Widget):
    """One row of keys and names; a click on one does what the key does."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $wall-bar; color: $wall-ink; padding: 0 1; }
    """

    hints: reactive[tuple[KeyHint, ...]] = reactive(())
    more: reactive[bool] = reactive(True)

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def _fitting(self) -> list[KeyHint]:
        """The hints that fit, by importance, in the order they were given."""
        width = self.size.width
        chosen: list[KeyHint] = []
        room = width - (len("? more") if self.more else 0)
        for hint in sorted(self.hints, key=lambda hint: hint.place):
            need = len(hint.key) + 1 + len(hint.name) + 2
            if len(chosen) == MOST:
                break
            if need > room:
                continue
            chosen.append(hint)
            room -= need
        return [hint for hint in self.hints if hint in chosen]

    def render(self) -> Content:
        parts = [Content.assemble((hint.key, "bold $wall-explore"), f" {hint.name}  ") for hint in self._fitting()]
        if self.more:
            parts.append(Content.assemble(("?", "bold $wall-explore"), (" more", "$wall-quiet")))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        x = event.x - 1
        for hint in self._fitting():
            width = len(hint.key) + 1 + len(hint.name) + 2
            if 0 <= x < width:
                self.post_message(self.Pressed(hint.action))
                return
            x -= width
        if self.more and 0 <= x < len("? more"):
            self.post_message(self.Pressed("app.toggle_help"))
