"""The app as a wall to look at: its themes, its palette, what is said in passing, and keys typed ahead of a screen."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.screen import Screen

from screens.paint import showable
from screens.themes import THEMES

if TYPE_CHECKING:
    from screens.command import Command


def _what_was_typed() -> type[Provider]:
    from screens.search import Typed  # with the models, which the first paint does without

    return Typed


class Wall(App[int]):
    """What is the same whichever screen is on top; a theme is named without "workshop-", "" is the first."""

    COMMANDS = App.COMMANDS | {_what_was_typed}

    def __init__(self, theme: str = "") -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = f"workshop-{theme}" if theme else THEMES[0].name
        self._variables = self.get_css_variables()
        self.stylesheet.set_variables(self._variables)

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew when the theme has changed: Textual asks for it at the start as well, to no effect."""
        if self._variables != (variables := self.get_css_variables()):
            self._variables = variables
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed ahead of a screen that is still on its way wait for it."""
        if isinstance(event, (events.Key, events.Paste)):
            arrived: Event | None = getattr(self.screen, "arrived", None)
            if arrived is not None:
                await arrived.wait()
        await super().on_event(event)

    def tell(self, sentence: str) -> None:
        """Say a sentence to the person, in passing; the one before gives way, so that the board stays in view."""
        self.clear_notifications()
        self.screen.query("ToastHolder").remove()  # Textual removes what they hold only
        self.notify(showable(sentence), markup=False, timeout=6)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # A screen that any key takes away has the app's own keys, too.
        if self.screen_stack and getattr(self.screen, "takes_every_key", False):
            return False
        return super().check_action(action, parameters)

    # -- the palette -------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        from screens.command import offered

        # What several keys do stands here once.
        named: dict[str, Command] = {}
        for command in offered(screen):
            if command.in_palette:
                named.setdefault(command.name, command)
        for command in named.values():
            yield SystemCommand(command.name, command.tooltip, lambda command=command: command.run(screen))
        for theme in THEMES:
            name = theme.name.removeprefix("workshop-")
            yield SystemCommand(f"Theme: {name}", f"Use the {name} theme.", lambda theme=theme: self._use(theme.name))
        if "Quit" not in named:
            yield SystemCommand("Quit", "Leave the program; everything is kept.", self.action_quit)

    def _use(self, theme: str) -> None:
        self.theme = theme
        self.theme_chosen(theme.removeprefix("workshop-"))

    def theme_chosen(self, name: str) -> None:
        """Keep the theme for the next time."""
        raise NotImplementedError
