"""Two names where one belongs: which of them answers, asked before either of them is taken down."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.value import Workshop
from screens.widgets.prompt import Prompt, PromptKey
from workshop.actions import parties
from workshop.rules.owners import two_names
from workshop.steps import load
from workshop.text import shorten

#: The kind of question that asks it; it is about a row and the names that were typed for it.
WHICH = "which"

#: How wide a name is among the others, in cells.
_BRIEFLY = 24


def names_in(typed: str | None, workshop: Workshop) -> tuple[str, ...]:
    """The names that a typed one seems to join; () for one name, and for one that is known as it stands."""
    if not typed or parties.find(workshop, typed):
        return ()
    return two_names(typed, load().words("joins-names", workshop.brief.language))


def which_prompt(
    id: str, typed: str, names: Sequence[str], take: Callable[[Sequence[str]], Prompt | None], behind: Prompt
) -> Prompt:
    """Ask which of `names` answers for row `id`; `take` gets the name that was picked, then those who help.

    A digit or a part of a name picks; the last digit keeps what was `typed` as one name. `behind` is asked again
    when nothing is picked.
    """
    keep = len(names) + 1
    picks = {str(at): (name, *(other for other in names if other != name)) for at, name in enumerate(names, 1)}
    said = {digit: f"{picked[0]}, helped by {', '.join(picked[1:])}" for digit, picked in picks.items()}
    picks[str(keep)], said[str(keep)] = (typed,), f"one name: {typed}"

    def read(text: str) -> tuple[tuple[str, ...], str]:
        sought = text.strip().casefold()
        digit = {"keep": str(keep)}.get(sought, sought)
        if digit not in picks:
            found = [at for at, name in enumerate(names, 1) if sought and sought in name.casefold()]
            digit = str(found[0]) if len(found) == 1 else ""
        if not digit:
            digits = ", ".join(str(at) for at in range(1, keep))
            raise ValueError(f"Type {digits} or {keep}: {_offers(names, keep)}.")
        return picks[digit], said[digit]

    return Prompt(
        key=PromptKey(WHICH, f"{id}/{typed}"),
        ask="Two names mean no name. Pick one; the other becomes a helper. (One name after all? Keep it.)",
        read=read,
        take=take,
        placeholder=_offers(names, keep),
        behind=behind,
    )


def _offers(names: Sequence[str], keep: int) -> str:
    offers = [f"{at} {shorten(name, _BRIEFLY)}" for at, name in enumerate(names, 1)]
    return "  ".join([*offers, f"{keep} keep it"])
