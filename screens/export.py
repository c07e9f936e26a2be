"""Export: the plan as documents, written into a folder or copied, at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

import workshop.export  # noqa: F401  (what it imports registers the formats)
from data.value import Workshop
from screens.asking import Prompts
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, ROOM
from screens.commands.fields import Back
from screens.export_board import FOLDER, FOR, ON, WRITE, Choices, board, preview, under
from screens.export_commands import EXPORT
from screens.frame import Frame
from screens.paint import Painter, Picture, said, wrapped
from screens.widgets.prompt import Prompt, PromptKey
from workshop import clipboard, files, places
from workshop.export import registry
from workshop.export.registry import Format, Source, WholeFormat
from workshop.paper import Paper, usual
from workshop.plan.audiences import Audience
from workshop.shelf import StorageError

if TYPE_CHECKING:
    from data.nouns.room import Room
    from workshop.export.registry import Version

#: What the room keeps of this screen, and what is chosen the first time.
_CHOSEN, _FOLDER, _AUDIENCE, _PAPER = "export/formats", "export/folder", "export/audience", "export/paper"
_FIRST = "markdown summary"

#: What asks for the folder.
_KEY = PromptKey("folder")

#: Work that takes longer than so many seconds shows how far it is.
_PATIENCE = 0.2


#: The rows that a sentence below the board gets at most (frame.tcss).
_FOOTING = 4

#: A sentence names so many files at most; the others stand below the board.
_MOST_NAMED = 2


class ExportScreen(Frame):
    """What there is to tell, in which formats, for whom and into which folder; below, how a document begins."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *EXPORT,
        Back(),
        *MOVES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "export"
        self.groups = registry.by_subject()
        self.formats = tuple(format for several in self.groups.values() for format in several)
        self.names = frozenset(format.name for format in self.formats)
        self.written = ""
        self._writing = ""
        self._report: tuple[str, ...] = ()
        self._busy = False
        self._versions: tuple[Version, ...] = ()
        self._source: tuple[Workshop, Audience, Paper, tuple[Version, ...], Source] | None = None

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
    def audience(self) -> Audience:
        """Who reads them."""
        kept = self.desk.room.selection.get(_AUDIENCE, "")
        return Audience(kept) if kept in list(Audience) else Audience.TEAM

    @property
    def paper(self) -> Paper:
        """What pages are set on: what was chosen here, else in the configuration, else what the country prints on."""
        configured = self.host.configuration.paper if self.host.configuration else ""
        kept = self.desk.room.selection.get(_PAPER, "") or configured
        return Paper(kept) if kept in list(Paper) else usual()

    @property
    def folder(self) -> Path:
        """Where they go."""
        return folder_of(self.desk.room)

    @property
    def shown(self) -> Format:
        """The document that is shown: the one under the cursor, else the first one chosen."""
        under_cursor = [format for format in self.formats if format.name == self.selected]
        return (*under_cursor, *self.chosen, *self.formats)[0]

    def read_source(self) -> Source:
        """What documents are made from now, with the versions that were seen last; made once for what it is made of."""
        made, workshop, audience, paper = self._source, self.workshop, self.audience, self.paper
        if made is None or made[0] is not workshop or made[1:4] != (audience, paper, self._versions):
            source = registry.source_of(
                workshop,
                ref=self.desk.ref,
                today=self.host.today(),
                step=self.desk.room.step,
                findings=self.host.findings(workshop),
                versions=self._versions,
                audience=audience,
                paper=paper,
            )
            self._source = made = workshop, audience, paper, self._versions, source
        return made[4]

    async def _read_anew(self, formats: Sequence[Format]) -> Source:
        """What is to be written now. The store is asked only for what a format needs of it; raises StorageError."""
        if any(isinstance(format, WholeFormat) for format in formats):
            self._versions = await self.host.versions()
        return self.read_source()

    async def _look_at_versions(self) -> None:
        """Have the preview show the plan's versions too, once they are read."""
        with suppress(StorageError):
            await self._read_anew(self.formats)
        if self.is_attached and self.app.screen is self:
            self.repaint()

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return "Which documents, for whom, and where to?"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        names = [format.name for format in self.chosen]
        choices = Choices(names, self.audience, self.paper, places.shown(self.folder))
        format = self.shown
        grid = board(painter, self.groups, choices, f"{format.name}: {format.description}")
        told = wrapped(self.written, self.app.size.width - (4 if painter.tall else 2), most=_FOOTING)
        used = len(grid.rows) + max(0, len(told) - 1)
        if self._report and self.selected == WRITE:
            return under(grid, preview(painter, used, "Written", self._report))
        words = registry.in_words(format)
        lines = words.document(self.read_source()).decode().splitlines() if words else []
        return under(grid, preview(painter, used, files.document_name(self.desk.ref, format), lines))

    def footing(self, workshop: Workshop) -> Content:
        if self._writing:
            return Content.styled(self._writing, "$wall-explore")
        return said(self.written, "$wall-play") if not self.line.is_open else Content("")

    # -- choosing ------------------------------------------------------------------------------------------------

    def toggle(self, name: str) -> None:
        """Choose a document, or leave it out."""
        names = [format.name for format in self.chosen]
        self._choose([each for each in names if each != name] if name in names else [*names, name])
        self.select(name)

    def toggle_row(self, number: int) -> None:
        """Leave out what is chosen of a row; where nothing is, choose its first document."""
        row = [format.name for format in tuple(self.groups.values())[number]]
        names = [format.name for format in self.chosen]
        left = [name for name in names if name not in row]
        self._choose(left if left != names else [*names, row[0]])
        self.select(row[0])

    def _choose(self, names: Sequence[str]) -> None:
        self._keep(_CHOSEN, " ".join(names))

    def write_for(self, audience: Audience) -> None:
        """Let the documents be for these readers."""
        self._keep(_AUDIENCE, audience.value)
        self.repaint()

    def write_on(self, paper: Paper) -> None:
        """Let pages be set on this paper."""
        self._keep(_PAPER, paper.value)
        self.repaint()

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
        elif self.selected.startswith(FOR):
            self.write_for(Audience(self.selected.removeprefix(FOR)))
        elif self.selected.startswith(ON):
            self.write_on(Paper(self.selected.removeprefix(ON)))
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
            self._busy, self.written, self._report = True, "", ()
            self.app.run_worker(self._write(self.folder, self.chosen), name="export")

    async def _write(self, folder: Path, formats: Sequence[Format]) -> None:
        written: list[str] = []
        self._writing = ""
        patience = self.set_timer(_PATIENCE, lambda: self._progress(len(written), formats))
        try:
            source = await self._read_anew(formats)
            for format in formats:
                path = await asyncio.to_thread(files.write_document, folder, source, format)
                written.append(path.name)
                if self._writing:
                    self._progress(len(written), formats)
            remarks = dict.fromkeys(remark for format in formats for remark in format.remarks(source))
            told = " ".join((f"Written to {places.shown(folder)}: {_named(written)}.", *remarks))
            self._report = (*written, *remarks)
        except StorageError as error:
            told = str(error) + (f" Written before it: {_named(written)}." if written else "")
        patience.stop()
        self._busy, self._writing = False, ""
        self._say(told)

    def _progress(self, done: int, formats: Sequence[Format]) -> None:
        if self._busy and self.app.screen is self and done < len(formats):
            bar = "█" * done + "░" * (len(formats) - done)
            self._writing = (
                f"Writing {bar} {done + 1} of {len(formats)}: {formats[done].name}. Esc leaves it to itself."
            )
            self.show_foot()

    def copy(self) -> None:
        """Copy the document that is shown, one that is no text in the words of one that is."""
        if (words := registry.in_words(self.shown)) is not None:
            self.app.run_worker(self._copy(words), name="copy")
        else:
            self._say(f"{self.shown.name} is no text to copy: write it to a file.")

    async def _copy(self, format: Format) -> None:
        try:
            text = format.document(await self._read_anew([format])).decode()
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


def folder_of(room: Room) -> Path:
    """Where documents go: the folder that was chosen, or the usual one."""
    kept = room.selection.get(_FOLDER)
    return Path(kept) if kept else places.documents_folder()


def _named(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= _MOST_NAMED else f"{len(names)} documents"
