"""Going past a finding: accepted with a reason, a mere hint without one, and taken back again."""

from __future__ import annotations

from data.nouns.base import TEXT_BOUND
from data.nouns.room import Acceptance
from data.value import Key, Workshop
from workshop.rules.rule import Finding, Level
from workshop.text import clean, length

#: A reason shorter than this, in characters as people see them, is none; a longer one is not read on the wall.
SHORTEST, LONGEST = 15, 140


def accept(workshop: Workshop, finding: Finding, reason: str = "") -> Workshop:
    """Go past a finding for as long as it stands, with a reason of 15 to 140 characters; a hint needs none.

    Raises ValueError with a sentence for the person when the reason cannot be taken.
    """
    reason = clean(reason)
    said = length(reason)
    if finding.level is not Level.HINT and said < SHORTEST:
        raise ValueError(f"Say why in at least {SHORTEST} characters; that is {said}.")
    if said <= LONGEST and len(reason) > TEXT_BOUND:
        raise ValueError("Say why with fewer marks on the letters; that is too much to keep.")
    if said > LONGEST:
        raise ValueError(f"Say why in at most {LONGEST} characters; that is {said}.")
    return workshop.put(
        Acceptance(
            id=finding.key,
            code=finding.code,
            item=finding.item,
            message=finding.message[:TEXT_BOUND],
            reason=reason,
        )
    )


def withdraw(workshop: Workshop, finding: Finding) -> Workshop:
    """Open a finding again; nothing happens when it was not accepted."""
    return workshop.remove(Key(Acceptance.table, finding.key))
