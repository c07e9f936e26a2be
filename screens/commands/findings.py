"""Commands on findings: go where they are put right, go past them with a reason, open them again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens import promising
from screens.command import Command
from workshop.actions.promising import promise_of

if TYPE_CHECKING:
    from screens.asking import Prompts
    from screens.findings import Findings


class OfFindings(Command):
    """Something done with the findings under the cursor: open ones, or with `past` those the room went past."""

    past = False

    def applies(self, screen: Findings) -> bool:
        chosen = screen.chosen
        return bool(chosen) and (chosen[0].accepted is not None) is self.past


class JumpThere(Command):
    """Go to where this can be put right."""

    id, name, keys, key_shown, show = "finding.jump", "Jump there", "enter", "Enter", 1

    def applies(self, screen: Findings) -> bool:
        return bool(screen.chosen)

    def run(self, screen: Findings) -> None:
        screen.jump(screen.chosen[0])


class Accept(OfFindings):
    """Go past this with a reason, which the plan will print; a mere hint needs none."""

    id, name, keys, key_shown, show = "finding.accept", "Go past it", "1", "1", 3

    def run(self, screen: Findings) -> None:
        screen.accept()


class Reopen(OfFindings):
    """Open again what the room went past."""

    id, name, keys, key_shown, show = "finding.reopen", "Open it again", "1", "1", 3

    past = True

    def run(self, screen: Findings) -> None:
        screen.reopen()


class Promise(OfFindings):
    """Say who does what this asks for, and by when: an action is made of it, and the plan prints that."""

    id, name, keys, key_shown, show = "finding.promise", "Who, by when", "2", "2", 2

    def applies(self, screen: Findings) -> bool:
        return super().applies(screen) and promise_of(screen.workshop, screen.chosen[0]) is not None

    def run(self, screen: Findings) -> None:
        screen.ask(promising.who_prompt(screen, screen.chosen[0].key))

    def prompts(self, screen: Findings) -> Prompts:
        return {
            promising.WHO: partial(promising.who_prompt, screen),
            promising.BY: partial(promising.by_prompt, screen),
        }


FINDINGS: tuple[Command, ...] = (JumpThere(), Accept(), Reopen(), Promise())
