"""The half-typed answers of one screen, kept in the room from one key to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from screens.widgets.prompt import PromptKey

if TYPE_CHECKING:
    from data.nouns.room import Room
    from workshop.desk import Desk

#: Under which name the room keeps, among its selections, which line was open.
_OPEN = "line"


class Placed(Protocol):
    """A screen with a place of its own in the room."""

    place: str

    @property
    def desk(self) -> Desk:
        """The open workshop's."""


class RoomDrafts:
    """Keeps what is typed at the foot of `screen`, each answer under the screen's place and the question's key."""

    def __init__(self, screen: Placed) -> None:
        self._screen = screen

    def begin(self, key: PromptKey) -> None:
        self._note_open(self._where(key) if key.kept else "")

    def keep(self, key: PromptKey, text: str) -> None:
        if key.kept:
            self._screen.desk.note(lambda room: room.replace(drafts={**room.drafts, self._where(key): text}))

    def forget(self, key: PromptKey) -> None:
        gone = self._where(key)

        def without(room: Room) -> Room:
            return room.replace(drafts={where: text for where, text in room.drafts.items() if where != gone})

        if gone in self._screen.desk.room.drafts:
            self._screen.desk.note(without)

    def leave(self, key: PromptKey, text: str) -> None:
        """Something new, once half typed, waits for the next time; a field stays as it is."""
        if not (key.adds and text.strip()):
            self.forget(key)

    def end(self) -> None:
        self._note_open("")

    def of(self, key: PromptKey) -> str:
        """What was half typed of an answer, "" for nothing."""
        return self._screen.desk.room.drafts.get(self._where(key), "")

    @property
    def open(self) -> PromptKey | None:
        """What the line asked for when the room was last left, if it was on this screen."""
        place, _, key = self._screen.desk.room.selection.get(_OPEN, "").partition("|")
        return PromptKey.read(key) if place == self._screen.place and key else None

    def _where(self, key: PromptKey) -> str:
        return f"{self._screen.place}|{key}"

    def _note_open(self, line: str) -> None:
        if self._screen.desk.room.selection.get(_OPEN, "") != line:
            self._screen.desk.note(lambda room: room.replace(selection={**room.selection, _OPEN: line}))
