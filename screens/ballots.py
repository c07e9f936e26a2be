"""Ballots one by one at the one keyboard: between two of them stands a page that shows nothing of any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual.content import Content

from data.value import Workshop
from screens.ballot_commands import ROUND, Page
from screens.command import Command, bindings
from screens.commands.everywhere import MOVES, Help
from screens.frame import Frame
from screens.paint import Painter, Picture, Row, said, wrapped
from workshop.room.ballots import Ballot, BallotBox
from workshop.room.words import BallotWords, load, say

#: The most dots that are drawn behind an item, in cells.
_DRAWN = 9

#: A ballot and what is told of it are no wider, in cells: the dots stand beside what they are for.
_WIDEST, _LINE = 80, 70


class Ballots(Frame):
    """One voter after the other puts dots on what is named.

    What is given is in this screen only, and summed up as it is given: neither the log nor the room knows of it. A
    clicker's keys do nothing here, and no other screen can be opened from it.
    """

    #: The app gives up its own keys while this is on top.
    takes_every_key = True

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        *ROUND,
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
        words = load().ballots
        if self.page is Page.BALLOT:
            painter = painter.narrow(min(painter.width, _WIDEST))
            rows = [self._line(painter, item) for item in self.names]
            remaining = self._remaining(words)
            style = "bold $wall-explore" if self._sure else "$wall-ink"
            return painter.picture(
                [painter.note(self._rule(words)), *rows, painter.note(), painter.note(remaining, style)]
            )
        title, *notes = _TOLD[self.page](self.box, words)
        rows = [painter.note(), *(Row(line) for line in wrapped(title, painter.width, "bold", most=3))]
        for note in notes:
            rows += [painter.note(), *map(Row, wrapped(note, min(painter.width, _LINE), "$wall-quiet", most=6))]
        return painter.picture(rows)

    def _rule(self, words: BallotWords) -> str:
        each, most = self.box.each, self.box.most
        if each == 1:
            return words.choose
        dots = load().dots.dots.of(each)
        return dots if most == each else say(words.capped, dots=dots, most=most)

    def _line(self, painter: Painter, item: str) -> Row:
        given = self.ballot.get(item, 0)
        lead = " " if self.box.each == 1 else f"{given or '':>2} "
        left = Content.styled(lead, "bold $wall-play") + said(self.names[item], "bold" if given else "")
        return painter.item(item, left, Content.styled("●" * min(given, _DRAWN), "$wall-explore"), indent=1)

    def _remaining(self, words: BallotWords) -> str:
        """How many dots are still to be given, or what giving the ballot as it is means."""
        left = self.box.left(self.ballot)
        if self._sure:
            return say(words.leaves, dots=load().dots.dots.of(left)) if self.ballot else words.abstains
        if self.box.each == 1:
            return words.unchosen if left else words.chosen
        return words.left.of(left) if left else words.none_left

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

    def throw_away(self) -> None:
        """Stop without a result: what was given is nowhere any more."""
        self.dismiss()

    def _turn(self, page: Page) -> None:
        self.page, self.ballot, self._sure = page, {}, False
        self.repaint()


def _cover(box: BallotBox, words: BallotWords) -> Iterable[str]:
    yield say(words.cover, n=box.cast + 1, voters=box.voters)
    given = _of(words.given, box, words)
    yield f"{given} {words.early}" if box.cast > 1 else given
    yield words.kept


def _closing(box: BallotBox, words: BallotWords) -> Iterable[str]:
    missing = box.voters - box.cast
    yield _of(words.close if missing else words.all_given, box, words)
    yield words.abstain.of(missing) if missing else words.unmute


def _leaving(box: BallotBox, words: BallotWords) -> Iterable[str]:
    yield _of(words.stop, box, words)
    yield words.thrown


def _of(wording: str, box: BallotBox, words: BallotWords) -> str:
    """A wording of how many ballots were given, and of how many voters."""
    return say(wording, ballots=words.ballots.of(box.cast), voters=box.voters)


#: What the pages without a ballot say: a sentence, and what goes with it.
_TOLD: Mapping[Page, Callable[[BallotBox, BallotWords], Iterable[str]]] = {
    Page.COVER: _cover,
    Page.CLOSE: _closing,
    Page.LEAVE: _leaving,
}
