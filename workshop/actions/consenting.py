"""Consent rounds: a proposal stands when nobody objects; what is said against it is heard, and whose it is not kept."""

from __future__ import annotations

from datetime import date

from data.nouns.room import Consent, Objection
from data.value import Key, Workshop
from workshop.actions.lines import kept


def propose(workshop: Workshop, proposal: str) -> Workshop:
    """Put a proposal before the room. Nothing is proposed without words."""
    proposal = kept(proposal)
    return workshop.add(Consent, proposal=proposal)[0] if proposal else workshop


def answer(workshop: Workshop, id: str, said: str, text: str = "") -> Workshop:
    """Count one more hand; `said` is one of `consents.ANSWERS`.

    A concern or an objection may come with its reason, which bears no name.
    """
    row = workshop.row(Consent, id)
    workshop = workshop.change(Consent, id, **{said: (getattr(row, said) or 0) + 1})
    text = kept(text)
    if said == "fine" or not text:
        return workshop
    return workshop.add(Objection, consent_id=id, serious=said == "objections", text=text)[0]


def count_fine(workshop: Workshop, id: str, hands: int) -> Workshop:
    """Keep how many have no objection, all at once; `hands` takes the place of what was counted before."""
    return workshop.change(Consent, id, fine=hands)


def settle(workshop: Workshop, id: str, outcome: str) -> Workshop:
    """Write down what came of a round."""
    return workshop.change(Consent, id, outcome=kept(outcome))


def review(workshop: Workshop, id: str, review_on: date | None) -> Workshop:
    """Say when the room looks at it again."""
    return workshop.change(Consent, id, review_on=review_on)


def again(workshop: Workshop, id: str) -> Workshop:
    """Forget the hands and what was said, to ask once more; the proposal stays."""
    for row in workshop.objections(id):
        workshop = workshop.remove(Key(row.table, row.id))
    return workshop.change(Consent, id, fine=None, concerns=None, objections=None)


def amend(workshop: Workshop, id: str, proposal: str) -> Workshop:
    """Put the proposal in other words; nothing typed leaves it."""
    return workshop.change(Consent, id, proposal=kept(proposal) or workshop.row(Consent, id).proposal)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a round away, with what was said."""
    workshop.row(Consent, id)
    return workshop.remove(Key(Consent.table, id))
