"""A screen that stands on an open desk: how it reads the workshop, and how it changes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from textual.screen import Screen

from data.nouns.base import Noun
from data.value import Workshop
from screens.command import Commanding
from screens.host import Host
from workshop import steps
from workshop.desk import Action, Desk
from workshop.former import Renaming, former

N = TypeVar("N", bound=Noun)


class Grounded(Commanding, Screen[None]):
    """Reads the desk's value, and asks the desk for every change."""

    #: The desk by the ids that rows had before, while what was begun with these goes on.
    _former: Desk | None = None

    @property
    def host(self) -> Host:
        return cast(Host, self.app)

    @property
    def desk(self) -> Desk:
        desk = self._former or self.host.desk
        assert desk is not None, "this screen is shown only while a workshop is open"
        return desk

    @property
    def workshop(self) -> Workshop:
        return self.desk.value

    @property
    def content(self) -> steps.Content:
        return steps.load()

    def change(self, action: Action, label: str, *, publishes: bool = False) -> None:
        """Apply an action to the workshop; `label` says in words what was done. With `publishes` it makes a version."""
        self.desk.change(action, label, publishes=publishes)

    def added(self, noun: type[N], action: Action, label: str) -> N | None:
        """Apply an action that makes a row of `noun`, select the row and return it.

        None when there is none: nothing was to be added, or it waits for an undo that is under way.
        """
        before = {row.id for row in self.workshop.of(noun)}
        self.change(action, label)
        row = next((row for row in self.workshop.of(noun) if row.id not in before), None)
        if row is not None:
            self.select(row.id)
        return row

    def follow(self, renaming: Renaming) -> None:
        """Hold on to the same rows when they are given other ids: another window was first to give theirs."""

    @contextmanager
    def as_before(self, renaming: Renaming) -> Iterator[None]:
        """Let all go by the ids from before `renaming`, for what was begun with these."""
        outer, self._former = self._former, former(self.desk, renaming)
        self.follow(renaming.back)
        try:
            yield
        finally:
            self._former = outer
            self.follow(renaming)

    def repaint(self) -> None:
        """Show the workshop as it is now."""
        raise NotImplementedError

    def show_head(self) -> None:
        """Show whether all is saved, and the clock, as they are now."""
        raise NotImplementedError

    def show_line(self) -> None:
        """Show around the line that it has been opened, or closed."""
        raise NotImplementedError

    def select(self, item: str) -> None:
        """Select an item."""
        raise NotImplementedError

    def focus_board(self) -> None:
        """Let keys be commands again."""
        raise NotImplementedError
