"""Ballots one by one at the one keyboard: between two of them stands a page that shows nothing of any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, Help
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said, wrapped
from workshop.room.ballots import Ballot, BallotBox

#: The most dots that are drawn behind an item, in cells.
_DRAWN = 9


class Page(Enum):
    """What stands on the wall: the way to the keyboard, a ballot, or the question whether to close, or to stop."""

    COVER = auto()
    BALLOT = auto()
    CLOSE = auto()
    LEAVE = auto()


class Uncover(Command):
    """Show an empty ballot, once nobody else can see it."""

    id, name, keys, key_shown, show = "ballot.begin", "Vote", "enter", "Enter", 1

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.COVER and not screen.box.full

    def run(self, screen: Ballots) -> None:
        screen.uncover()


class Give(Command):
    """Give this ballot; it is added to the sums at once, and the next one is empty."""

    id, name, keys, key_shown, show = "ballot.give", "Give the ballot", "enter", "Enter", 1

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.BALLOT

    def run(self, screen: Ballots) -> None:
        screen.give()


class Dots(Command):
    """Put so many dots on the selected item."""

    def __init__(self, digit: int) -> None:
        self.id, self.name = f"ballot.dots.{digit}", "1 dot" if digit == 1 else f"{digit} dots"
        self.keys = self.key_shown = f"{digit}"
        self.digit = digit

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.BALLOT

    def run(self, screen: Ballots) -> None:
        screen.press(self.digit)


class OneMore(Command):
    """Put one more dot on the selected item, or take one off."""

    def __init__(self, id: str, name: str, keys: str, key_shown: str, by: int) -> None:
        self.id, self.name, self.keys, self.key_shown, self.by = id, name, keys, key_shown, by

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.BALLOT

    def run(self, screen: Ballots) -> None:
        screen.put(screen.selected, screen.ballot.get(screen.selected, 0) + self.by)


class CloseRound(Command):
    """Close the vote with the ballots that were given, once it is confirmed; whoever gave none abstains."""

    id, name, keys, key_shown, show = "ballot.close", "Close the vote", "c", "c", 2

    def applies(self, screen: Ballots) -> bool:
        # One ballot alone would stand there for all to see.
        return screen.page is Page.CLOSE or (screen.page is Page.COVER and screen.box.cast > 1)

    def run(self, screen: Ballots) -> None:
        screen.close_round()


class Back(Command):
    """Go back to where nothing of any ballot is seen; a ballot that was begun is emptied."""

    id, name, keys, key_shown, show = "ballot.back", "Back", "escape", "Esc", 3

    def applies(self, screen: Ballots) -> bool:
        return screen.page in (Page.BALLOT, Page.LEAVE) or (screen.page is Page.CLOSE and not screen.box.full)

    def run(self, screen: Ballots) -> None:
        screen.cover()


class Leave(Command):
    """Stop without a result, once it is confirmed."""

    id, name, keys, key_shown, show = "ballot.leave", "Stop", "escape", "Esc", 3

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.COVER or (screen.page is Page.CLOSE and screen.box.full)

    def run(self, screen: Ballots) -> None:
        screen.leave()


class ReallyLeave(Command):
    """Throw away what was given so far; nothing of it was kept."""

    id, name, keys, key_shown, show = "ballot.throw", "Throw the ballots away", "delete", "Del", 1

    def applies(self, screen: Ballots) -> bool:
        return screen.page is Page.LEAVE

    def run(self, screen: Ballots) -> None:
        screen.dismiss()


class Ballots(Frame):
    """One voter after the other puts dots on what is named.

    What is given is in this screen only, and summed up as it is given: neither the log nor the room knows of it. A
    clicker's keys do nothing here, and no other screen can be opened from it.
    """

    #: The app gives up its own keys while this is on top.
    takes_every_key = True

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Uncover(),
        Give(),
        *map(Dots, range(10)),
        OneMore("ballot.more", "One dot more", "right,plus", "→", 1),
        OneMore("ballot.less", "One dot less", "left,minus", "←", -1),
        CloseRound(),
        ReallyLeave(),
        Back(),
        Leave(),
        *(move for move in MOVES if move.id not in ("board.left", "board.right")),
        Help(),
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(
        self, question: str, names: Mapping[str, str], box: BallotBox, take: Callable[[BallotBox], None]
    ) -> None:
        super().__init__()
        self.place = "ballots"
        self.asked, self.names, self.box, self._take = question, names, box, take
        self.page = Page.COVER
        self.ballot: Ballot = {}
        self._sure = False

    # -- what it shows -------------------------------------------------------------------------------------------

    def question(self, workshop: Workshop) -> str:
        return self.asked

    def show_head(self) -> None:
        """The heading without the clock: a click on it would lead away."""
        super().show_head()
        self.heading.head = replace(self.heading.head, clock=None)

    def select(self, item: str) -> None:
        """Select an item; where a voter stood is kept nowhere."""
        self.selected = item
        self.repaint()

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if self.page is Page.BALLOT:
            rows = [self._line(painter, item) for item in self.names]
            return painter.picture([painter.note(self._rule()), *rows, painter.note(), self._remaining(painter)])
        title, *notes = _TOLD[self.page](self.box)
        rows = [painter.note(), *(Row(line) for line in wrapped(title, painter.width, "bold", most=3))]
        for note in notes:
            lines = wrapped(note, min(painter.width, 70), "$wall-quiet", most=4)
            rows += [painter.note(), *map(Row, lines)]
        return painter.picture(rows)

    def _rule(self) -> str:
        each, most = self.box.each, self.box.most
        if each == 1:
            return "Choose one."
        return f"{each} dots" if most == each else f"{each} dots, at most {most} on one"

    def _line(self, painter: Painter, item: str) -> Row:
        given = self.ballot.get(item, 0)
        lead = " " if self.box.each == 1 else f"{given or '':>2} "
        left = Content.styled(lead, "bold $wall-play") + said(self.names[item], "bold" if given else "")
        return painter.item(item, left, Content.styled("●" * min(given, _DRAWN), "$wall-explore"), indent=1)

    def _remaining(self, painter: Painter) -> Row:
        left = self.box.left(self.ballot)
        dots = "1 dot" if left == 1 else f"{left} dots"
        if self._sure:
            what = f"leaves {dots}" if self.ballot else "abstains"
            return painter.note(f"! This ballot {what}. Enter again gives it as it is.", "bold $wall-explore")
        if self.box.each == 1:
            return painter.note("Nothing is chosen yet." if left else "Enter gives the ballot.")
        return painter.note(f"{dots} left." if left else "All dots are given. Enter gives the ballot.")

    # -- what keys do --------------------------------------------------------------------------------------------

    def uncover(self) -> None:
        """Show an empty ballot."""
        self._turn(Page.BALLOT)
        self.select(next(iter(self.names), ""))

    def press(self, digit: int) -> None:
        """Put so many dots on the selected item; where items are numbers, choose the one that it is."""
        if f"{digit}" in self.names:
            self.selected = f"{digit}"
            self.put(self.selected, 1)
        else:
            self.put(self.selected, digit)

    def put(self, item: str, dots: int) -> None:
        """Put so many dots on an item, or as many as may be."""
        self.ballot, self._sure = self.box.give(self.ballot, item, dots), False
        self.repaint()

    def give(self) -> None:
        """Add the ballot to the sums; one that does not give all its dots is confirmed."""
        if self.box.left(self.ballot) and not self._sure:
            self._sure = True
            self.repaint()
            return
        self.box = self.box.drop(self.ballot)
        self.cover()

    def open_item(self) -> None:
        self.put(self.selected, self.ballot.get(self.selected, 0) + 1)

    def close_round(self) -> None:
        """Hand the sums over, once it is confirmed."""
        if self.page is Page.CLOSE:
            self.dismiss()
            self._take(self.box.closed())
        else:
            self._turn(Page.CLOSE)

    def cover(self) -> None:
        """Show nothing of any ballot: the way to the keyboard, or behind the last voter to the end."""
        self._turn(Page.CLOSE if self.box.full else Page.COVER)

    def leave(self) -> None:
        """Stop; once something was given that is confirmed."""
        if self.box.cast:
            self._turn(Page.LEAVE)
        else:
            self.dismiss()

    def _turn(self, page: Page) -> None:
        self.page, self.ballot, self._sure = page, {}, False
        self.repaint()


def _at_the_keyboard(box: BallotBox) -> tuple[str, ...]:
    given = f"{_ballots(box.cast)} of {box.voters} given."
    return (
        f"Voter {box.cast + 1} of {box.voters}: mute the projector, then press Enter.",
        f"{given} c closes the vote before all have voted." if box.cast > 1 else given,
        "Each ballot is added to the totals at once, and kept nowhere. At the close only the totals and the number of "
        "abstentions are stored; until then they are in memory alone, and if the program ends the round is repeated.",
    )


def _closing(box: BallotBox) -> tuple[str, ...]:
    missing = box.voters - box.cast
    if not missing:
        return (f"All {_ballots(box.cast)} are given.", "Unmute the projector: c closes the vote and shows the totals.")
    return (
        f"Close with {_ballots(box.cast)} of {box.voters}?",
        f"c closes the vote and shows the totals; {missing} then {'abstains' if missing == 1 else 'abstain'}.",
    )


def _leaving(box: BallotBox) -> tuple[str, ...]:
    return (f"Throw {_ballots(box.cast)} away?", "Del stops the round without a result. Esc goes on with it.")


def _ballots(count: int) -> str:
    return "1 ballot" if count == 1 else f"{count} ballots"


#: What the pages without a ballot say: a sentence, and what goes with it.
_TOLD: Mapping[Page, Callable[[BallotBox], tuple[str, ...]]] = {
    Page.COVER: _at_the_keyboard,
    Page.CLOSE: _closing,
    Page.LEAVE: _leaving,
}
