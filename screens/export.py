"""Export: the plan as documents, written into a folder or copied, at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.content import Content

import workshop.export  # noqa: F401  (what it imports registers the formats)
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, ROOM
from screens.commands.fields import Back
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said
from screens.widgets.prompt import Prompt, PromptKey
from workshop import clipboard, files, places
from workshop.export import registry
from workshop.export.registry import Format, Source, WholeFormat
from workshop.plan import Plan
from workshop.shelf import StorageError
from workshop.text import shorten

#: The items beside the formats.
FOLDER, WRITE = "folder", "write"

#: What the room keeps of this screen, and what is chosen the first time.
_CHOSEN, _FOLDER = "export/formats", "export/folder"
_FIRST = "markdown summary"

#: What asks for the folder.
_KEY = PromptKey("folder")

#: Fewer lines of a document say nothing of it.
_WORTH_SHOWING = 2

#: Work that takes longer than so many seconds shows how far it is.
_PATIENCE = 0.2


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


class ExportScreen(Frame):
    """The formats to choose from, the folder, and what the document under the cursor looks like."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Toggle(),
        Folder(),
        Write(),
        Copy(),
        *map(Digit, range(1, 10)),
        Back(),
        *MOVES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "export"
        self.formats = registry.formats()
        self.written = ""
        self._writing = ""
        self._busy = False
        self._seen: Source | None = None

    def arrive(self) -> None:
        super().arrive()
        self.app.run_worker(self._look_at_versions(), name="versions")
        if not self.line.is_open:
            self.select(WRITE)

    @property
    def chosen(self) -> tuple[Format, ...]:
        """The documents to write, in the order they are listed."""
        names = self.desk.room.selection.get(_CHOSEN, _FIRST).split()
        return tuple(format for format in self.formats if format.name in names)

    @property
    def folder(self) -> Path:
        """Where they go."""
        kept = self.desk.room.selection.get(_FOLDER)
        return Path(kept) if kept else places.documents_folder()

    @property
    def shown(self) -> Format:
        """The document that is shown: the one under the cursor, else the first one chosen."""
        under = [format for format in self.formats if format.name == self.selected]
        return (*under, *self.chosen, *self.formats)[0]

    def read_plan(self) -> Plan:
        """What was decided so far, with what there is to say about it."""
        return self.host.plan(self.workshop)

    def _source(self, seen: Source | None = None) -> Source:
        """What documents are made from now, with the versions that were `seen`."""
        versions = seen.versions if seen is not None else ()
        return Source(self.read_plan(), self.workshop, self.desk.room.step, versions)

    async def _read_source(self, formats: Sequence[Format]) -> Source:
        """What is to be written now. The store is asked only for what a format needs of it; raises StorageError."""
        source = self._source()
        if any(isinstance(format, WholeFormat) for format in formats):
            source = replace(source, versions=await self.host.versions())
        return source

    async def _look_at_versions(self) -> None:
        """Have the preview show the plan's versions too, once they are read."""
        with suppress(StorageError):
            self._seen = await self._read_source(self.formats)
        if self.is_attached and self.app.screen is self:
            self.repaint()

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return "Which documents, and where to?"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        chosen = self.chosen
        rows = [self._format_row(painter, digit, each, each in chosen) for digit, each in enumerate(self.formats, 1)]
        rows.append(painter.item(FOLDER, said("into  ", "$wall-quiet") + said(places.shown(self.folder))))
        count = len(chosen)
        write = f"Write {count} document{'' if count == 1 else 's'}" if count else "Nothing is chosen to write"
        rows += [painter.item(WRITE, Content.styled(write, "bold")), *self._preview(painter, len(rows) + 3)]
        return painter.picture(rows)

    def _format_row(self, painter: Painter, digit: int, format: Format, chosen: bool) -> Row:
        sign = Content.styled("✓ " if chosen else "  ", "$wall-play")
        name = said(f"{format.name:<15}", "bold" if chosen else "")
        key = Content.styled(f"{digit} ", "$wall-explore") if digit <= 9 else Content("  ")
        right = Content.styled("chosen" if chosen else "", "$wall-play")
        return painter.item(format.name, key + sign + name + said(format.description, "$wall-quiet"), right)

    def _preview(self, painter: Painter, used: int) -> list[Row]:
        """The beginning of the document that is shown, as much as the screen has room for; on a small one nothing."""
        around = 10 if painter.tall else 6
        format, room = self.shown, painter.height - used - around
        if room < _WORTH_SHOWING:
            return []
        lines = format.document(self._source(self._seen)).decode().splitlines()
        more = len(lines) - room
        heading = painter.heading("", files.document_name(self.desk.ref, format), f"{len(lines)} lines", "$wall-here")
        rows = [Row(said(shorten(line, painter.width), "$wall-quiet")) for line in lines[:room]]
        if more > 0:
            rows.append(painter.note(f"▼ {more} more lines"))
        return [painter.note(), heading, *rows]

    def footing(self, workshop: Workshop) -> Content:
        if self._writing:
            return Content.styled(self._writing, "$wall-explore")
        return said(self.written, "$wall-play") if not self.line.is_open else Content("")

    # -- choosing ------------------------------------------------------------------------------------------------

    def toggle(self, name: str) -> None:
        """Choose a document, or leave it out."""
        names = [format.name for format in self.chosen]
        names = [each for each in names if each != name] if name in names else [*names, name]
        self._keep(_CHOSEN, " ".join(names))
        self.select(name)

    def folder_prompt(self) -> Prompt:
        """Ask for the folder."""

        def read(text: str) -> tuple[Path, str]:
            folder = places.typed_folder(text)
            return folder, "" if folder.is_dir() else "is made when something is written"

        def take(folder: Path) -> Prompt | None:
            self._keep(_FOLDER, str(folder))
            self.select(WRITE)
            return None

        now = places.shown(self.folder)
        return Prompt(_KEY, "Into which folder?", read, take, text=now, suggest=places.folders_like)

    def prompts(self) -> Prompts:
        return {**super().prompts(), _KEY.kind: self.folder_prompt}

    def open_item(self) -> None:
        if self.selected == FOLDER:
            self.ask(self.folder_prompt())
        elif self.selected == WRITE:
            self.write()
        else:
            self.toggle(self.selected)

    def _keep(self, name: str, value: str) -> None:
        self.desk.note(lambda room: room.replace(selection={**room.selection, name: value}))

    # -- writing and copying -------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what is chosen, in a thread; it goes on when the screen is left, and says how it went."""
        if not self.chosen:
            self.host.tell("Choose a document first: its digit does it.")
        elif not self._busy:
            self._busy, self.written = True, ""
            self.app.run_worker(self._write(self.folder, self.chosen), name="export")

    async def _write(self, folder: Path, formats: Sequence[Format]) -> None:
        written: list[str] = []
        self._writing = ""
        patience = self.set_timer(_PATIENCE, lambda: self._progress(len(written), formats))
        try:
            source = await self._read_source(formats)
            for format in formats:
                path = await asyncio.to_thread(files.write_document, folder, source, format)
                written.append(path.name)
                if self._writing:
                    self._progress(len(written), formats)
            said = f"Written to {places.shown(folder)}: {', '.join(written)}"
        except StorageError as error:
            said = str(error) + (f" Written before it: {', '.join(written)}." if written else "")
        patience.stop()
        self._busy, self._writing = False, ""
        self._say(said)

    def _progress(self, done: int, formats: Sequence[Format]) -> None:
        if self._busy and self.app.screen is self and done < len(formats):
            bar = "█" * done + "░" * (len(formats) - done)
            self._writing = (
                f"Writing {bar} {done + 1} of {len(formats)}: {formats[done].name}. Esc leaves it to itself."
            )
            self.show_foot()

    def copy(self) -> None:
        """Copy the document that is shown."""
        self.app.run_worker(self._copy(self.shown), name="copy")

    async def _copy(self, format: Format) -> None:
        try:
            text = format.document(await self._read_source([format])).decode()
        except StorageError as error:
            self._say(str(error))
            return
        if await asyncio.to_thread(clipboard.copy, text):
            self._say(f"Copied: {format.name}, {len(text.splitlines())} lines.")
        else:
            self.app.copy_to_clipboard(text)
            self._say(f"Sent {format.name} to the terminal's clipboard. If it does not paste, write it to a file.")

    def _say(self, sentence: str) -> None:
        """Say how it went: below the board while that is shown, else in passing."""
        if self.app.screen is self:
            self.written = sentence
            self.repaint()
        else:
            self.host.tell(sentence)
