"""The versions of the plan: which there are, and what changed from any of them to any other, with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, PAGES, ROOM
from screens.commands.fields import Back
from screens.document import document_rows
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said
from workshop.export.differences import document
from workshop.moments import NOW, Moment, of_version
from workshop.plan.versions import compare
from workshop.shelf import StorageError

if TYPE_CHECKING:
    from workshop.export.registry import Version

#: How many moments are listed at once, on a small and on a tall screen.
_LISTED, _LISTED_TALL = 5, 9

#: The two ends of what is compared, as the room keeps them.
_OLD, _NEW = "old", "new"


class From(Command):
    """Compare from the selected version on."""

    id, name, keys, key_shown, show = "versions.from", "From here", "1", "1", 1

    end = _OLD

    def applies(self, screen: VersionsScreen) -> bool:
        return screen.selected in screen.moments

    def run(self, screen: VersionsScreen) -> None:
        screen.take_end(self.end, screen.selected)


class To(From):
    """Compare up to the selected version."""

    id, name, keys, key_shown, show = "versions.to", "To here", "2", "2", 1

    end = _NEW


class WhatItChanged(From):
    """Show what the selected version changed of the one before it."""

    id, name, keys, key_shown, show = "versions.open", "What it changed", "enter", "Enter", 1

    def run(self, screen: VersionsScreen) -> None:
        screen.open_item()


class VersionsScreen(Frame):
    """The moments of a plan, the latest first, and below them the difference between two."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        WhatItChanged(),
        From(),
        To(),
        Back(),
        *MOVES,
        *PAGES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "versions"
        #: What was published, oldest first; None until it has been read.
        self._versions: tuple[Version, ...] | None = None
        self._trouble = ""
        self._asked = -1
        self._compared: tuple[Workshop, Workshop, int, list[Row]] | None = None

    # -- reading -------------------------------------------------------------------------------------------------

    def show_head(self) -> None:
        super().show_head()
        if self._asked != self.desk.seq:
            self._asked = self.desk.seq
            self.run_worker(self._read(), name="versions", group="versions", exclusive=True)

    async def _read(self) -> None:
        try:
            self._versions = await self.host.versions()
        except StorageError as error:
            self._trouble = str(error)
        self.repaint()

    @property
    def moments(self) -> dict[str, Moment]:
        """What can be compared, by item, the oldest first."""
        if self._versions is None:
            return {}
        value = self.workshop
        found = {f"v{version.number}": of_version(version, value) for version in self._versions}
        return {**found, NOW: Moment(NOW, self.host.today(), value)}

    def _ends(self, moments: dict[str, Moment]) -> tuple[str, str]:
        """The items that are compared, the earlier one first."""
        order, kept = list(moments), self.desk.room.selection
        new = kept.get(f"{self.place}/{_NEW}", NOW)
        new = new if new in moments else NOW
        old = kept.get(f"{self.place}/{_OLD}", "")
        if old not in moments:
            # The last version, or where nothing has changed since, the one before it.
            old = order[max(0, len(order) - 2)]
            if len(order) > 2 and not compare(moments[old].value, moments[new].value):
                old = order[-3]
        return (old, new) if order.index(old) <= order.index(new) else (new, old)

    # -- showing -------------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return "What has changed in the plan, and why?"

    def hint(self, workshop: Workshop) -> str:
        return "1 and 2 choose the two ends; Enter shows what one version changed."

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        moments = self.moments
        if not moments:
            return painter.picture([painter.note(self._trouble or "Reading the versions ...")])
        if len(moments) == 1:
            return painter.picture([painter.note("There is no version yet: adopting the plan makes the first one.")])
        old, new = self._ends(moments)
        newest_first = list(reversed(moments))
        at = newest_first.index(painter.selected) if painter.selected in moments else 0
        most = _LISTED_TALL if painter.tall else _LISTED
        first = min(max(0, at - most // 2), max(0, len(newest_first) - most))
        shown = newest_first[first : first + most]
        rows = [painter.note(f"▲ {first} newer")] if first else []
        for item in shown:
            end = " to" if item == new else "from" if item == old else ""
            left = Content.styled(f"{end:<6}", "bold $wall-here") + said(_capital(moments[item].called))
            rows.append(painter.item(item, left))
        older = len(newest_first) - first - len(shown)
        rows += [painter.note(f"▼ {older} older")] if older else []
        return painter.picture([*rows, painter.note(), *self._difference(moments[old], moments[new], painter)])

    def _difference(self, old: Moment, new: Moment, painter: Painter) -> list[Row]:
        """What changed, made once for what it is made of."""
        made = self._compared
        if made is None or made[0] is not old.value or made[1] is not new.value or made[2] != painter.width:
            rows = document_rows(document(old, new), painter)
            self._compared = made = old.value, new.value, painter.width, rows
        return made[3]

    # -- acting --------------------------------------------------------------------------------------------------

    def take_end(self, end: str, item: str) -> None:
        """Compare from, or up to, an item."""
        kept = {f"{self.place}/{end}": item}
        self.desk.note(lambda room: room.replace(selection={**room.selection, **kept}))
        self.scroll_board(end=False)
        self.repaint()

    def open_item(self) -> None:
        order = list(self.moments)
        if self.selected in order:
            at = order.index(self.selected)
            self.take_end(_OLD, order[max(0, at - 1)])
            self.take_end(_NEW, self.selected)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
