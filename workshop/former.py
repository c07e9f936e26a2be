"""A desk as it was before some rows were given other ids, for what was begun then and is still under way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from data.renaming import Renaming
from workshop.desk import Action

if TYPE_CHECKING:
    from data.nouns.room import Room
    from data.value import Workshop
    from workshop.desk import Desk

__all__ = ["Renaming", "former"]


def former(desk: Desk, renaming: Renaming) -> Desk:
    """Return the desk by the ids from before `renaming`: what is read has them, and what is changed goes by them."""
    return cast("Desk", _Former(desk, renaming))


class _Former:
    def __init__(self, desk: Desk, renaming: Renaming) -> None:
        self._desk, self._renaming = desk, renaming
        self._now: Workshop | None = None
        self._then: Workshop | None = None

    @property
    def value(self) -> Workshop:
        if self._then is None or self._now is not self._desk.value:
            self._now = self._desk.value
            self._then = self._renaming.back.workshop(self._now)
        return self._then

    @property
    def room(self) -> Room:
        return self._renaming.back.room(self._desk.room)

    def change(self, action: Action, label: str, **how: Any) -> None:
        self._desk.change(self._renaming.around(action), label, **how)

    def note(self, change: Callable[[Room], Room]) -> None:
        back, forth = self._renaming.back, self._renaming
        self._desk.note(lambda room: forth.room(change(back.room(room))))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)
