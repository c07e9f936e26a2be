"""A check-in that was held: its report as it was when it was closed, to read, to copy and to write."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

import workshop.export  # noqa: F401  (what it imports registers the formats)
from data.nouns.check_in import Sitting
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.document import document_rows
from screens.export import folder_of
from screens.frame import Frame
from screens.paint import Painter, Picture
from workshop import clipboard, dates, files, places
from workshop.check_ins import due
from workshop.export import check_in, registry
from workshop.export.registry import Source
from workshop.shelf import StorageError

if TYPE_CHECKING:
    from workshop.export.registry import Version

#: The report as it is written and copied.
_FORMAT = "checkin"


class WriteReport(Command):
    """Write the report as a file, into the folder that documents go to."""

    id, name, keys, key_shown, show = "held.write", "Write it", "enter", "Enter", 1

    def run(self, screen: HeldScreen) -> None:
        screen.app.run_worker(screen.write(), name="export")


class CopyReport(Command):
    """Copy the report to the clipboard."""

    id, name, keys, key_shown, show = "held.copy", "Copy it", "0,ctrl+c", "0", 3

    def run(self, screen: HeldScreen) -> None:
        screen.app.run_worker(screen.copy(), name="copy")


class HeldScreen(Frame):
    """One check-in that is over. Nothing can be changed in it."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (WriteReport(), CopyReport(), Back(), *MOVES, *PAGES, *ROOM)
    BINDINGS = bindings(ACTIONS)

    def __init__(self, id: str) -> None:
        super().__init__()
        self.place = f"held/{id}"
        self.sitting_id = id
        self._versions: tuple[Version, ...] = ()

    def arrive(self) -> None:
        super().arrive()
        self.app.run_worker(self._look_at_versions(), name="versions")

    async def _look_at_versions(self) -> None:
        """Tell of the plan as it was then, once its versions are read."""
        try:
            self._versions = await self.host.versions()
        except StorageError as error:
            self.host.tell(str(error))
        if self.is_attached and self.app.screen is self:
            self.repaint()

    # -- showing -------------------------------------------------------------------------------------------------

    def _shown(self, workshop: Workshop) -> Sitting | None:
        return workshop.get(Sitting, self.sitting_id)

    def _source(self, workshop: Workshop, row: Sitting) -> Source:
        """What its report is made from, in a file named after its day."""
        on = row.held_on or self.host.today()
        named = f"{self.desk.ref}-{on.isoformat()}"
        return registry.source_of(workshop, ref=named, today=on, step="close", versions=self._versions, check_in=row.id)

    def question(self, workshop: Workshop) -> str:
        row = self._shown(workshop)
        if row is None:
            return ""
        on = dates.say(row.held_on, workshop.brief.language) if row.held_on else ""
        name = due.called(workshop, row.kind)
        return f"{name.capitalize()}, {on}: version {row.version} of the plan"

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        row = self._shown(workshop)
        if row is None:
            return painter.picture([painter.note("This was taken back. Esc goes back.")])
        whole, *_ = check_in.versions(self._source(workshop, row))
        return painter.picture(document_rows(whole, painter))

    # -- writing and copying -------------------------------------------------------------------------------------

    async def write(self) -> None:
        """Write the report, and say where."""
        row = self._shown(self.workshop)
        if row is None:
            return
        folder, format = folder_of(self.desk.room), registry.find(_FORMAT)
        try:
            path = await asyncio.to_thread(files.write_document, folder, self._source(self.workshop, row), format)
        except StorageError as error:
            self.host.tell(str(error))
        else:
            self.host.tell(f"Written to {places.shown(folder)}: {path.name}.")

    async def copy(self) -> None:
        """Copy the report, and say so."""
        row = self._shown(self.workshop)
        if row is None:
            return
        text = registry.find(_FORMAT).document(self._source(self.workshop, row)).decode()
        if not await asyncio.to_thread(clipboard.copy, text):
            self.app.copy_to_clipboard(text)
        self.host.tell(f"Copied: {len(text.splitlines())} lines.")
