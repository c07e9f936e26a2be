"""Setting a thought aside, from wherever it came up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import closing

if TYPE_CHECKING:
    from screens.asking import Asking

#: What asks for the thought.
KEY = PromptKey.adding("parked-thought")


def park_prompt(screen: Asking, behind: Prompt | None) -> Prompt:
    """Ask for a thought to set aside; `behind`, what was being typed, is asked for again afterwards."""
    wording = screen.content.field("parked", "text")

    def read(text: str) -> tuple[str, str]:
        answer = answers.read(wording, text, screen.workshop, screen.host.today())
        return answer.value, answer.echo

    def take(value: str) -> Prompt | None:
        screen.change(lambda workshop: closing.park(workshop, value), f"park “{value}”")
        screen.host.tell("Parked. It is dealt with at the close.")
        return behind

    return Prompt(KEY, "To park:", read, take, behind=behind)


def park(screen: Asking) -> None:
    """Ask for a thought to set aside; while that is asked already, nothing changes."""
    prompt = screen.line.prompt
    if prompt is None or prompt.key != KEY:
        screen.ask(park_prompt(screen, prompt and replace(prompt, draft=screen.line.input.value)))
