"""What an action of the interface is, and how bindings are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from textual.screen import Screen


class Command:
    """One thing a person can do. The class's docstring is its tooltip.

    `id` names it in a keymap, `name` in footer and palette; `keys` are Textual's names of its keys ("" when only the
    palette has it), `key_shown` how they are written. `show` is its place in the footer (0: not there; the lowest
    numbers stay longest when the footer is narrow). `in_text` says that it works while a line is being typed;
    `in_palette` that it stands in the palette, as it does unless another command does the same for any digit.
    """

    id: str = ""
    name: str = ""
    keys: str = ""
    key_shown: str = ""
    show: int = 0
    in_text: bool = False
    in_palette: bool = True

    @property
    def tooltip(self) -> str:
        return (type(self).__doc__ or "").strip().splitlines()[0]

    def applies(self, screen: Any) -> bool:
        """Whether there is anything for it to do now."""
        return True

    def run(self, screen: Any) -> None:
        """Do it."""
        raise NotImplementedError

    def prompts(self, screen: Any) -> Mapping[str, Callable[..., Any]]:
        """What it asks for at the foot of the screen, as `Asking.prompts` says it."""
        return {}

    def binding(self) -> Binding:
        return Binding(
            self.keys,
            f"command('{self.id}')",
            self.name,
            show=self.show > 0,
            key_display=self.key_shown or None,
            tooltip=self.tooltip,
            id=self.id,
            # Keys act in the order they were pressed: an ordinary binding is looked up only after the key has
            # bubbled through every widget, when the focus may be somewhere else already.
            priority=True,
        )


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of a screen's commands; those without a key are reached through the palette."""
    return [command.binding() for command in commands if command.keys]


class Commanding:
    """A mixin for screens: runs its `ACTIONS` and asks each whether it applies."""

    ACTIONS: ClassVar[Sequence[Command]] = ()

    def command(self, id: str) -> Command | None:
        return next((command for command in self.ACTIONS if command.id == id), None)

    @property
    def typing(self) -> bool:
        """Whether keys are text at the moment."""
        return False

    def action_command(self, id: str) -> None:
        command = self.command(id)
        if command is not None and command.applies(self):
            command.run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command" and parameters:
            command = self.command(str(parameters[0]))
            return command is not None and not self.typing and command.applies(self)
        return True

    def key_of(self, command: Command) -> str:
        """How a command's key is written: the person's own, where they chose one."""
        own = self._own_keys.get(command.id)
        if not own:
            return command.key_shown
        from screens.key_names import written

        return written(own)

    @property
    def _own_keys(self) -> Mapping[str, str]:
        return getattr(cast("Screen[Any]", self).app, "own_keys", {})

    def run_while_typing(self, key: str) -> bool:
        """Run the command that a key has while a line is typed, once all that was typed before it is in the line.

        As a binding it would overtake what is still on its way there. False when there is no such command now.
        """
        for command in self.ACTIONS:
            keys = self._own_keys.get(command.id) or command.keys
            if command.in_text and key in keys.split(",") and command.applies(self):
                command.run(self)
                return True
        return False


def offered(screen: Screen[Any]) -> list[Command]:
    """The commands that apply on a screen now."""
    commands: Sequence[Command] = getattr(screen, "ACTIONS", ())
    return [command for command in commands if command.applies(screen)]
