"""Commands of consent rounds: counting hands, what came of a round, asking again, other words, and proposing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from screens.command import Command
from workshop.room import consents

if TYPE_CHECKING:
    from data.nouns.room import Consent
    from screens.host import Host
    from screens.widgets.prompt import Prompt


class Rounds(Protocol):
    """What these commands ask of their screen."""

    selected: str

    @property
    def round(self) -> Consent | None: ...

    def hand(self, answer: str) -> None: ...
    def open_item(self) -> None: ...
    def ask_again(self) -> None: ...
    def words_prompt(self, id: str) -> Prompt | None: ...
    def ask(self, prompt: Prompt | None) -> None: ...


class Hosted(Protocol):
    """A screen from which a round can be begun."""

    @property
    def host(self) -> Host: ...


class OfRound(Command):
    """Something done with the selected round."""

    def applies(self, screen: Rounds) -> bool:
        return screen.round is not None


class Hand(OfRound):
    """Count the hands that say this of the selected proposal; what is behind one is taken down without a name."""

    def __init__(self, digit: int, answer: str) -> None:
        self.id, self.show, self.answer = f"consent.{answer}", 1, answer
        label = consents.mark(answer).label
        self.name = label[:1].upper() + label[1:]
        self.keys = self.key_shown = f"{digit}"

    def run(self, screen: Rounds) -> None:
        screen.hand(self.answer)


class Outcome(OfRound):
    """Say what came of the round, and when to look at it again."""

    id, name, keys, key_shown, show = "consent.outcome", "Outcome", "enter", "Enter", 2

    def run(self, screen: Rounds) -> None:
        screen.open_item()


class Again(OfRound):
    """Forget the hands and what was said, to ask once more."""

    id, name = "consent.again", "Ask again"

    def run(self, screen: Rounds) -> None:
        screen.ask_again()


class Amend(OfRound):
    """Put the selected proposal in other words."""

    id, name = "consent.amend", "Other words"

    def run(self, screen: Rounds) -> None:
        screen.ask(screen.words_prompt(screen.selected))


class Propose(Command):
    """Put a proposal before the room: does anybody object?"""

    id, name, keys, key_shown, show = "consent.add", "Consent round", "a", "a", 3

    def run(self, screen: Hosted) -> None:
        screen.host.show_consent(propose=True)


ROUND: tuple[Command, ...] = (
    *(Hand(digit, answer) for digit, answer in enumerate(consents.ANSWERS, 1)),
    *(Outcome(), Again(), Amend()),
)
