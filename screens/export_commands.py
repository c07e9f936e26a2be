"""Commands of the export: choosing documents and readers, the folder, writing and copying."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Protocol

from screens.command import Command
from screens.export_board import FOLDER, FOR, ON, WRITE
from workshop.export.registry import Format, Subject
from workshop.paper import Paper
from workshop.plan.audiences import Audience

if TYPE_CHECKING:
    from screens.widgets.prompt import Prompt


class Exports(Protocol):
    """What these commands ask of their screen."""

    groups: Mapping[Subject, tuple[Format, ...]]
    names: Container[str]
    selected: str

    def toggle(self, name: str) -> None: ...
    def toggle_row(self, number: int) -> None: ...
    def write_for(self, audience: Audience) -> None: ...
    def write_on(self, paper: Paper) -> None: ...
    def folder_prompt(self) -> Prompt: ...
    def ask(self, prompt: Prompt | None) -> None: ...
    def write(self) -> None: ...
    def copy(self) -> None: ...


class Digit(Command):
    """Choose the documents of this row, or leave them out."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name = f"export.{digit}", f"Choose row {digit}"
        self.keys = self.key_shown = f"{digit}"
        self.digit = digit

    def applies(self, screen: Exports) -> bool:
        return self.digit <= len(screen.groups)

    def run(self, screen: Exports) -> None:
        screen.toggle_row(self.digit - 1)


class Toggle(Command):
    """Choose the document under the cursor, or leave it out."""

    id, name, keys, key_shown, show = "export.toggle", "Choose", "enter,space", "Enter", 2

    def applies(self, screen: Exports) -> bool:
        return screen.selected in screen.names

    def run(self, screen: Exports) -> None:
        screen.toggle(screen.selected)


class For(Command):
    """Write for these readers: what is not for them is left out of every document."""

    id, name, keys, key_shown, show = "export.for", "Write for these", "enter,space", "Enter", 2

    def applies(self, screen: Exports) -> bool:
        return screen.selected.startswith(FOR)

    def run(self, screen: Exports) -> None:
        screen.write_for(Audience(screen.selected.removeprefix(FOR)))


class On(Command):
    """Set pages on this paper."""

    id, name, keys, key_shown, show = "export.on", "Print on this", "enter,space", "Enter", 2

    def applies(self, screen: Exports) -> bool:
        return screen.selected.startswith(ON)

    def run(self, screen: Exports) -> None:
        screen.write_on(Paper(screen.selected.removeprefix(ON)))


class Folder(Command):
    """Say into which folder the documents go."""

    id, name, keys, key_shown, show = "export.folder", "Another folder", "enter", "Enter", 2

    def applies(self, screen: Exports) -> bool:
        return screen.selected == FOLDER

    def run(self, screen: Exports) -> None:
        screen.ask(screen.folder_prompt())


class Write(Command):
    """Write the chosen documents; files of the same name are replaced."""

    id, name, keys, key_shown, show = "export.write", "Write", "enter", "Enter", 2

    def applies(self, screen: Exports) -> bool:
        return screen.selected == WRITE

    def run(self, screen: Exports) -> None:
        screen.write()


class Copy(Command):
    """Copy the document that is shown to the clipboard."""

    id, name, keys, key_shown, show = "export.copy", "Copy what is shown", "0,ctrl+c", "0", 3

    def run(self, screen: Exports) -> None:
        screen.copy()


EXPORT: tuple[Command, ...] = (Toggle(), For(), On(), Folder(), Write(), Copy(), *map(Digit, range(1, 10)))
