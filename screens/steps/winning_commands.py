"""Commands of How to win: conditions and how far they are trusted, what winning takes, and the places side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from screens.command import Command
from screens.commands.items import Add
from screens.commands.views import Switch

if TYPE_CHECKING:
    from data.nouns.strategy import Arena
    from screens.step import StepScreen
    from screens.widgets.prompt import Prompt

#: The view that shows the sentences of all places.
ALL = "all"


class Winning(Protocol):
    """What these commands ask of their screen."""

    selected: str

    @property
    def arena(self) -> Arena | None: ...
    @property
    def at_condition(self) -> bool: ...
    @property
    def at_needs(self) -> bool: ...

    def ask(self, prompt: Prompt | None) -> None: ...
    def need_prompt(self) -> Prompt | None: ...
    def trust_prompt(self, id: str) -> Prompt: ...
    def open_arena(self) -> None: ...


class AddCondition(Add):
    """Say what would have to be true to win here, one line each."""

    name = "Condition"

    def applies(self, screen: Winning) -> bool:
        return screen.arena is not None and not screen.at_needs


class AddNeed(Command):
    """Say what winning here takes, one line each."""

    id, name = "need.add", "Add what it needs"

    def applies(self, screen: Winning) -> bool:
        return screen.arena is not None

    def run(self, screen: Winning) -> None:
        screen.ask(screen.need_prompt())


class AddNeedHere(AddNeed):
    """Say what else winning here takes, one line each."""

    id, name, keys, key_shown, show = "need.add.here", "Add a need", "a", "a", 1

    def applies(self, screen: Winning) -> bool:
        return screen.at_needs


class Trust(Command):
    """Say how sure we are that the selected condition holds, from 1 (doubt) to 5 (sure)."""

    id, name, key_shown, show = "condition.trust", "Trust", "1-5", 3

    def applies(self, screen: Winning) -> bool:
        return screen.at_condition

    def run(self, screen: Winning) -> None:
        screen.ask(screen.trust_prompt(screen.selected))


class Sentences(Switch):
    """Show the sentences of all places at once, to compare them and read them back, or one place again."""

    def applies(self, screen: StepScreen) -> bool:
        return bool(screen.board.picture.items) and super().applies(screen)


class WholePlace(Command):
    """Open all that this step asks for of the place: the sentence, its proof, and whether the opposite is sane."""

    id, name = "arena.open", "All fields of this place"

    def applies(self, screen: Winning) -> bool:
        return screen.arena is not None

    def run(self, screen: Winning) -> None:
        screen.open_arena()
