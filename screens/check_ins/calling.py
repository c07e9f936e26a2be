"""How an extra check-in begins: with the signal or the reason that calls for it, and the choice that it concerns."""

from __future__ import annotations

from functools import partial

from data.nouns.change import Kind
from data.nouns.check_in import Occasion
from data.nouns.rhythm import Trigger
from screens.asking import Prompts
from screens.frame import Frame
from screens.widgets.prompt import Prompt, PromptKey
from workshop import amending
from workshop.actions import calling
from workshop.amendment import Amendment
from workshop.answers.kind import completing, folded
from workshop.check_ins import due
from workshop.text import clean, length

#: What asks for the signal or the reason, and behind it for the choice.
_WHY, _ABOUT = "extra", "extra-about"

#: How long a reason may be, in characters.
_REASON = (8, 140)


class Calling(Frame):
    """A screen that begins extra check-ins."""

    def show_begun(self) -> None:
        """Show the check-in that was just begun."""
        raise NotImplementedError

    def prompts(self) -> Prompts:
        return {**super().prompts(), _WHY: self.extra_prompt, _ABOUT: self.about_prompt}

    def extra_prompt(self) -> Prompt:
        """Ask which signal calls for the check-in, or which reason; one that was called for is offered."""
        signals = {row.id: row.signal for row in self.workshop.triggers}
        called = next((row for row in due.open_ones(self.workshop) if row.kind is Occasion.EXTRA), None)
        offered = signals.get(called.trigger_id or "", called.why) if called else ""

        def read(text: str) -> tuple[str, str]:
            sought, (least, most) = folded(text), _REASON
            found = [id for id, signal in signals.items() if sought in (folded(id), folded(signal))]
            if found:
                return found[0], f"the signal {found[0]}"
            kept = clean(text)
            if not least <= length(kept) <= most:
                raise ValueError(f"Name a signal, or say in {least} to {most} characters what calls for it.")
            return kept, "a reason of its own"

        return Prompt(
            PromptKey(_WHY),
            "Which signal calls for it, or what else?",
            read,
            self.about_prompt,
            offered,
            suggest=lambda text: completing("", signals.values(), text),
        )

    def about_prompt(self, why: str) -> Prompt | None:
        """Ask which choice is at stake; `why` is the id of a signal, or a reason."""
        asked = amending.question(self.workshop, Amendment.of(Kind.CHOICE_CHANGED), self.today)
        if asked is None:
            return None
        trigger = self.workshop.get(Trigger, why)
        begin = partial(calling.begin_extra, on=self.host.today())
        begin = partial(begin, trigger_id=trigger.id) if trigger else partial(begin, why=why)

        def take(about: str) -> Prompt | None:
            if self.attempt(partial(begin, about=about), f"begin the {due.called(self.workshop, Occasion.EXTRA)}"):
                self.show_begun()
            return None

        return Prompt(PromptKey(_ABOUT, why), asked.ask, asked.read, take, suggest=asked.suggest)
