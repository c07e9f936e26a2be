"""Who does what a finding asks for, and by when: an action is made of it, and the finding is answered with that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions.promising import Promise, promise, promise_of
from workshop.desk import GONE
from workshop.rules.registry import Finding
from workshop.wording import fill

if TYPE_CHECKING:
    from screens.findings import Findings

#: The kinds of questions. They are about the finding's item, the second one about the name as well.
WHO, BY = "promises", "promises-by"


def who_prompt(screen: Findings, item: str) -> Prompt | None:
    """Ask who does it; None where that is no question any more."""
    asked = _asked(screen, item)
    if asked is None:
        return None
    return _prompt(screen, PromptKey(WHO, item), "who_id", asked[1].who, lambda who: by_prompt(screen, f"{item}|{who}"))


def by_prompt(screen: Findings, about: str) -> Prompt | None:
    """Ask by when, and make the action."""
    item, _, who = about.partition("|")
    asked = _asked(screen, item)
    if not who or asked is None:
        return None

    def take(by: Any) -> None:
        asked = _asked(screen, item)
        if asked is None:  # another window was first
            screen.host.tell(GONE)
            return
        finding, found = asked
        screen.go_past(partial(promise, finding=finding, who=who, by=by), f"“{found.text}”: {who}")

    return _prompt(screen, PromptKey(BY, about), "by", fill(asked[1].by, {"who": who}), take)


def _prompt(screen: Findings, key: PromptKey, name: str, ask: str, take: Any) -> Prompt:
    """Ask for what a field of an action holds."""
    field = screen.content.field("action", name)

    def read(text: str) -> tuple[Any, str]:
        answer = answers.read(field, text, screen.workshop, screen.host.today())
        return answer.value, answer.echo

    return Prompt(
        key,
        ask,
        read,
        take,
        answers.proposed(field, screen.workshop),
        count=partial(answers.count, field),
        suggest=lambda text: answers.suggestions(field, screen.workshop, text),
    )


def _asked(screen: Findings, item: str) -> tuple[Finding, Promise] | None:
    """The finding that an item stands for and what it asks somebody to do, if it asks for anything."""
    finding = screen.finding(item)
    found = promise_of(screen.workshop, finding) if finding is not None else None
    return (finding, found) if finding is not None and found is not None else None
