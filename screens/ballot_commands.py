"""Commands of ballots one by one: uncovering one, putting dots, giving it, closing the round and stopping it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from screens.command import Command

if TYPE_CHECKING:
    from workshop.room.ballots import Ballot, BallotBox


class Page(Enum):
    """What stands on the wall: the way to the keyboard, a ballot, or the question whether to close, or to stop."""

    COVER = auto()
    BALLOT = auto()
    CLOSE = auto()
    LEAVE = auto()


class Round(Protocol):
    """What these commands ask of their screen."""

    page: Page
    box: BallotBox
    ballot: Ballot
    selected: str

    def uncover(self) -> None: ...
    def give(self) -> None: ...
    def press(self, digit: int) -> None: ...
    def put(self, item: str, dots: int) -> None: ...
    def close_round(self) -> None: ...
    def cover(self) -> None: ...
    def leave(self) -> None: ...
    def throw_away(self) -> None: ...


class Uncover(Command):
    """Show an empty ballot, once nobody else can see it."""

    id, name, keys, key_shown, show = "ballot.begin", "Vote", "enter", "Enter", 1

    def applies(self, screen: Round) -> bool:
        return screen.page is Page.COVER and not screen.box.full

    def run(self, screen: Round) -> None:
        screen.uncover()


class OnBallot(Command):
    """Something done with the ballot that is shown."""

    def applies(self, screen: Round) -> bool:
        return screen.page is Page.BALLOT


class Give(OnBallot):
    """Give this ballot; it is added to the sums at once, and the next one is empty."""

    id, name, keys, key_shown, show = "ballot.give", "Give the ballot", "enter", "Enter", 1

    def run(self, screen: Round) -> None:
        screen.give()


class Dots(OnBallot):
    """Put so many dots on the selected item."""

    def __init__(self, digit: int) -> None:
        self.id, self.name = f"ballot.dots.{digit}", "1 dot" if digit == 1 else f"{digit} dots"
        self.keys = self.key_shown = f"{digit}"
        self.digit = digit

    def run(self, screen: Round) -> None:
        screen.press(self.digit)


class Pick(OnBallot):
    """Choose the selected item."""

    id, name, keys, key_shown, show = "ballot.pick", "Choose", "right,plus,space", "→", 2

    def applies(self, screen: Round) -> bool:
        return super().applies(screen) and screen.box.each == 1

    def run(self, screen: Round) -> None:
        screen.put(screen.selected, 1)


class OneMore(OnBallot):
    """Put one more dot on the selected item, or take one off."""

    def __init__(self, id: str, name: str, keys: str, key_shown: str, by: int) -> None:
        self.id, self.name, self.keys, self.key_shown, self.by = id, name, keys, key_shown, by
        self.show = 2 if by > 0 else 0

    def applies(self, screen: Round) -> bool:
        return super().applies(screen) and screen.box.each > 1

    def run(self, screen: Round) -> None:
        screen.put(screen.selected, screen.ballot.get(screen.selected, 0) + self.by)


class CloseRound(Command):
    """Close the vote with the ballots that were given, once it is confirmed; whoever gave none abstains."""

    id, name, keys, key_shown, show = "ballot.close", "Close the vote", "c", "c", 2

    def applies(self, screen: Round) -> bool:
        # One ballot alone would stand there for all to see.
        return screen.page is Page.CLOSE or (screen.page is Page.COVER and screen.box.cast > 1)

    def run(self, screen: Round) -> None:
        screen.close_round()


class Back(Command):
    """Go back to where nothing of any ballot is seen; a ballot that was begun is emptied."""

    id, name, keys, key_shown, show = "ballot.back", "Back", "escape", "Esc", 3

    def applies(self, screen: Round) -> bool:
        return screen.page in (Page.BALLOT, Page.LEAVE) or (screen.page is Page.CLOSE and not screen.box.full)

    def run(self, screen: Round) -> None:
        screen.cover()


class Leave(Command):
    """Stop without a result, once it is confirmed."""

    id, name, keys, key_shown, show = "ballot.leave", "Stop", "escape", "Esc", 3

    def applies(self, screen: Round) -> bool:
        return screen.page is Page.COVER or (screen.page is Page.CLOSE and screen.box.full)

    def run(self, screen: Round) -> None:
        screen.leave()


class ReallyLeave(Command):
    """Throw away what was given so far; nothing of it was kept."""

    id, name, keys, key_shown, show = "ballot.throw", "Throw the ballots away", "delete", "Del", 1

    def applies(self, screen: Round) -> bool:
        return screen.page is Page.LEAVE

    def run(self, screen: Round) -> None:
        screen.throw_away()


ROUND: tuple[Command, ...] = (
    Uncover(),
    Give(),
    *map(Dots, range(10)),
    Pick(),
    OneMore("ballot.more", "One dot more", "right,plus", "→", 1),
    OneMore("ballot.less", "One dot less", "left,minus", "←", -1),
    CloseRound(),
    ReallyLeave(),
    Back(),
    Leave(),
)
