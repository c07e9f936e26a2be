"""Commands of the export: which documents, where to, and off they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command

if TYPE_CHECKING:
    from screens.export import ExportScreen

FOLDER, WRITE = "folder", "write"


class Digit(Command):
    """Choose this document, or leave it out."""

    def __init__(self, digit: int) -> None:
        self.id, self.name = f"export.{digit}", f"Choose document {digit}"
        self.keys = self.key_shown = f"{digit}"
        self.digit = digit

    def applies(self, screen: ExportScreen) -> bool:
        return self.digit <= len(screen.formats)

    def run(self, screen: ExportScreen) -> None:
        screen.toggle(screen.formats[self.digit - 1].name)


class Toggle(Command):
    """Choose the document under the cursor, or leave it out."""

    id, name, keys, key_shown, show = "export.toggle", "Choose", "enter", "Enter", 2

    def applies(self, screen: ExportScreen) -> bool:
        return screen.selected not in (FOLDER, WRITE)

    def run(self, screen: ExportScreen) -> None:
        screen.toggle(screen.selected)


class Folder(Command):
    """Say into which folder the documents go."""

    id, name, keys, key_shown, show = "export.folder", "Another folder", "enter", "Enter", 2

    def applies(self, screen: ExportScreen) -> bool:
        return screen.selected == FOLDER

    def run(self, screen: ExportScreen) -> None:
        screen.ask(screen.folder_prompt())


class Write(Command):
    """Write the chosen documents; files of the same name are replaced."""

    id, name, keys, key_shown, show = "export.write", "Write", "enter", "Enter", 2

    def applies(self, screen: ExportScreen) -> bool:
        return screen.selected == WRITE

    def run(self, screen: ExportScreen) -> None:
        screen.write()


class Copy(Command):
    """Copy the document that is shown to the clipboard."""

    id, name, keys, key_shown, show = "export.copy", "Copy what is shown", "0,ctrl+c", "0", 3

    def run(self, screen: ExportScreen) -> None:
        screen.copy()


EXPORTING: tuple[Command, ...] = (Toggle(), Folder(), Write(), Copy(), *map(Digit, range(1, 10)))
