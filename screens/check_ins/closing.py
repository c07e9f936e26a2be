"""How a check-in ends: the plan as it stands is the next version; a yearly one leads on to the next workshop."""

from __future__ import annotations

from functools import partial

from screens.asking import Prompts
from screens.frame import Frame
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import checking_in
from workshop.check_ins import due
from workshop.text import clean

#: What asks for the name of the next workshop.
_NEXT_YEAR = PromptKey("next-year")


class Closing(Frame):
    """A screen that closes the check-in under way."""

    def show_page(self, key: str) -> None:
        """Show a page, or with "" what comes first."""
        raise NotImplementedError

    def prompts(self) -> Prompts:
        return {**super().prompts(), _NEXT_YEAR.kind: self.next_year_prompt}

    def close_prompt(self) -> Prompt:
        """Ask whether to close the check-in; says what is still open instead."""
        version = self.workshop.brief.version + 1
        ask = f"Close this check-in? The plan as it stands is version {version}. Enter closes it, Esc does not."

        def read(text: str) -> tuple[None, str]:
            if text.strip():
                raise ValueError("Nothing is to be typed here: Enter closes it, Esc does not.")
            sitting = self.sitting
            if sitting is not None:
                checking_in.close(self.workshop, sitting.id)  # raises with the sentence for what is still open
            return None, ""

        def take(_: None) -> Prompt | None:
            sitting = self.sitting
            if sitting is not None:
                label = f"close the {due.called(self.workshop, sitting.kind)}: version {version}"
                if self.attempt(partial(checking_in.close, id=sitting.id, at=self.host.now()), label, publishes=True):
                    self.show_page("")
                    self.host.tell(f"Version {version} of the plan. e writes the report; send it tonight.")
            return None

        return Prompt(PromptKey("close", kept=False), ask, read, take)

    def next_year_prompt(self) -> Prompt:
        """Ask what the next workshop is called, and begin it with the answers of this one."""

        def read(text: str) -> tuple[str, str]:
            if not clean(text):
                raise ValueError("Type a title.")
            return clean(text), ""

        def take(title: str) -> Prompt | None:
            self.host.begin_next(title)
            return None

        ask = "What do we call the next workshop? It begins with these answers, and with what is open."
        return Prompt(_NEXT_YEAR, ask, read, take, self.workshop.brief.title)
