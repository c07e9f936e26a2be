"""Commands of the vote on the candidates: opening it, counting, closing, counting again, and ballots one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from screens.command import Command
from screens.commands.items import Check

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from data.value import Workshop
    from screens.widgets.prompt import Prompt
    from workshop.room.voting import Dots

#: The two views of the candidates: what was decided, and what the dots say.
BOARD, VOTE = "", "vote"


class Votes(Protocol):
    """What these commands ask of their screen."""

    selected: str

    @property
    def selected_row(self) -> Noun | None: ...
    @property
    def workshop(self) -> Workshop: ...
    @property
    def view(self) -> str: ...
    @property
    def count(self) -> Dots: ...
    @property
    def begun(self) -> bool: ...
    @property
    def unordered(self) -> bool: ...

    def ask(self, prompt: Prompt | None) -> None: ...
    def begin(self) -> None: ...
    def count_prompt(self, item: str, typed: str = "") -> Prompt | None: ...
    def close_prompt(self) -> Prompt | None: ...
    def recount(self) -> None: ...
    def vote_one_by_one(self) -> None: ...
    def order_by_dots(self) -> None: ...
    def rules_prompt(self) -> Prompt | None: ...
    def abstained_prompt(self) -> Prompt: ...


class OpenVote(Command):
    """Open the vote; what is counted from now on is shown once it is closed."""

    id, name, keys, key_shown, show = "vote.open", "Open the vote", "enter", "Enter", 1

    def applies(self, screen: Votes) -> bool:
        return bool(screen.selected_row) and not screen.begun

    def run(self, screen: Votes) -> None:
        screen.begin()


class Count(Command):
    """Type how many dots the selected item got; Enter goes on to the next one."""

    id, name, keys, key_shown, show = "vote.count", "Count", "enter", "Enter", 1

    def applies(self, screen: Votes) -> bool:
        return bool(screen.selected_row) and screen.begun

    def run(self, screen: Votes) -> None:
        screen.ask(screen.count_prompt(screen.selected))


class CountFrom(Count):
    """Begin typing the dots of the selected item with this digit."""

    in_palette = False

    def __init__(self, digit: int) -> None:
        self.id, self.name, self.show = f"vote.count.{digit}", f"Count {digit}", 0
        self.keys = self.key_shown = self.digit = str(digit)

    def run(self, screen: Votes) -> None:
        screen.ask(screen.count_prompt(screen.selected, self.digit))


class CloseVote(Command):
    """Close the vote and show what was counted."""

    id, name, keys, key_shown, show = "vote.close", "Close the vote", "c", "c", 2

    def applies(self, screen: Votes) -> bool:
        return screen.count.open

    def run(self, screen: Votes) -> None:
        screen.ask(screen.close_prompt())


class CheckStep(Check):
    """See what is still open in this step, and finish it."""

    def applies(self, screen: Votes) -> bool:
        return screen.view != VOTE or not screen.count.open


class Recount(Command):
    """Forget the counts, and open the vote again."""

    id, name = "vote.recount", "Recount"

    def applies(self, screen: Votes) -> bool:
        return screen.count.counted is not None

    def run(self, screen: Votes) -> None:
        screen.recount()


class OneByOne(Command):
    """Let each voter give a ballot here, one after the other, with the projector muted."""

    id, name = "vote.ballots", "Ballots one by one"

    def applies(self, screen: Votes) -> bool:
        return bool(screen.workshop.priorities)

    def run(self, screen: Votes) -> None:
        screen.vote_one_by_one()


class Order(Command):
    """Put the list into the order of the dots; undo takes it back."""

    id, name = "vote.order", "Order by dots"

    def applies(self, screen: Votes) -> bool:
        return not screen.count.open and screen.unordered

    def run(self, screen: Votes) -> None:
        screen.order_by_dots()


class VotersAndDots(Command):
    """Say how many vote, with how many dots, and how many of them on one item."""

    id, name = "vote.ballot", "Voters and dots"

    def run(self, screen: Votes) -> None:
        screen.ask(screen.rules_prompt())


class Abstentions(Command):
    """Say how many voters gave no dots."""

    id, name = "vote.abstained", "Abstentions"

    def run(self, screen: Votes) -> None:
        screen.ask(screen.abstained_prompt())


#: What the vote's own view has besides, and what can be asked for in both.
VOTING: tuple[Command, ...] = (OpenVote(), Count(), CloseVote(), *map(CountFrom, range(10)))
VOTES: tuple[Command, ...] = (OneByOne(), Recount(), Order(), VotersAndDots(), Abstentions())
