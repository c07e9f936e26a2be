"""Who asks an owner for their yes, and by when: an action is made of it, with which that finding is answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import owners
from workshop.desk import GONE
from workshop.rules.registry import Finding
from workshop.wording import Field

if TYPE_CHECKING:
    from screens.findings import Findings

#: The kinds of questions: who asks, and by when. They are about the finding's item, the second about the name as well.
WHO, BY = "asks", "asks-by"


def who_prompt(screen: Findings, item: str) -> Prompt | None:
    """Ask who asks; None where that is no question any more."""
    finding = _unasked(screen, item)
    if finding is None:
        return None
    owner = owners.owner_name(screen.workshop, finding.item)
    return _prompt(
        screen, PromptKey(WHO, item), "who_id", f"Who asks {owner}?", lambda who: by_prompt(screen, f"{item}|{who}")
    )


def by_prompt(screen: Findings, about: str) -> Prompt | None:
    """Ask by when, and make the action."""
    item, _, who = about.partition("|")
    if not who or _unasked(screen, item) is None:
        return None

    def take(by: Any) -> None:
        finding = _unasked(screen, item)
        if finding is None:  # another window was first
            screen.host.tell(GONE)
            return
        owner = owners.owner_name(screen.workshop, finding.item)
        action = partial(owners.will_be_asked, finding=finding, who=who, by=by)
        screen.go_past(action, f"let {who} ask {owner}")

    return _prompt(screen, PromptKey(BY, about), "by", f"By when does {who} ask?", take)


def _prompt(screen: Findings, key: PromptKey, name: str, ask: str, take: Any) -> Prompt:
    """Ask for what a field of an action holds."""
    field: Field = screen.content.field("action", name)

    def read(text: str) -> tuple[Any, str]:
        answer = answers.read(field, text, screen.workshop, screen.host.today())
        return answer.value, answer.echo

    return Prompt(
        key,
        ask,
        read,
        take,
        count=partial(answers.count, field),
        suggest=lambda text: answers.suggestions(field, screen.workshop, text),
    )


def _unasked(screen: Findings, item: str) -> Finding | None:
    """The open finding of an item that an owner has not said yes, if it is one."""
    finding = screen.finding(item)
    return finding if finding is not None and finding.accepted is None and owners.asks_for(finding) else None
