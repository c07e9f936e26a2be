"""Findings that ask who does something, and by when: an action is made of the answer, and the room goes on with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.nouns.planning import Priority
from data.value import Workshop
from workshop import dates
from workshop.actions import closing
from workshop.actions.accepting import accept
from workshop.rules.close import sure_enough
from workshop.rules.owners import said_yes
from workshop.rules.rule import Finding
from workshop.text import line, shorten
from workshop.wording import fill

#: What an action has room for.
_ACTION = 80


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody is to do about a finding: the questions who does it and by when, the action, and why the room goes
    on meanwhile. `by` and `reason` take in `{who}`, the reason `{day}` as well."""

    who: str
    by: str
    text: str
    reason: str


def promise_of(workshop: Workshop, finding: Finding) -> Promise | None:
    """Return what somebody is to do about an open finding; None where its remedy is another."""
    if finding.accepted is not None:
        return None
    if finding.code == said_yes.code:
        row = workshop.row(Priority, finding.item)
        owner = workshop.party(row.owner_id)
        name = line(owner.name) if owner is not None else ""
        ask = f"Ask {shorten(name, _ACTION // 2)} to answer for "
        text = f"{ask}“{shorten(line(row.title), _ACTION - len(ask) - 2)}”"
        return Promise(f"Who asks {name}?", "By when does {who} ask?", text, "{who} asks by {day}.")
    if finding.code == sure_enough.code:
        return Promise(
            "Who sees to it that the plan is finished?",
            "By when is it finished?",
            "Finish the plan",
            "It stays a draft, and {who} sees that it is finished by {day}.",
        )
    return None


def promise(workshop: Workshop, finding: Finding, who: str, by: date) -> Workshop:
    """Let `who`, known or new, do what a finding asks for; nothing changes where it asks for nothing of the kind."""
    found = promise_of(workshop, finding)
    if found is None:
        return workshop
    day = dates.say(by, workshop.brief.language)
    workshop = closing.add_action(workshop, who, found.text, by)
    return accept(workshop, finding, fill(found.reason, {"who": who, "day": day}))
