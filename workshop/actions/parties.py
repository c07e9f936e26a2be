"""The people, roles and teams of a workshop: one row a name, however often and wherever the name is typed."""

from __future__ import annotations

from data.nouns.planning import Accepted, Helps, Priority
from data.nouns.room import Agenda, Party
from data.tables import NOUN, REFERENCES
from data.value import Key, Workshop
from workshop.actions.lines import kept
from workshop.actions.merging import refer, taken_over


def find(workshop: Workshop, name: str) -> Party | None:
    """The party of this name, upper and lower case and spaces aside; None when there is none, or no name."""
    sought = _folded(name)
    return next((party for party in workshop.parties if sought and _folded(party.name) == sought), None)


def named(workshop: Workshop, name: str | None) -> tuple[Workshop, str | None]:
    """Return the id of the party of this name, in a workshop that has it; None for no name."""
    name = kept(name or "")
    known = find(workshop, name)
    if known or not name:
        return workshop, known.id if known else None
    workshop, party = workshop.add(Party, name=name)
    return workshop, party.id


def alone(workshop: Workshop) -> bool:
    """Whether one person works alone: there is nobody to vote with, and nobody to ask."""
    return workshop.brief.agenda == Agenda.SOLO


def oneself(workshop: Workshop) -> Party | None:
    """Whoever works alone on a solo workshop; None when a group does."""
    return workshop.party(workshop.brief.decider_id) if alone(workshop) else None


def rename(workshop: Workshop, id: str, name: str) -> Workshop:
    """Give a party another name; when another party bears it already, the two become one.

    Nobody loses their name to an empty line.
    """
    name = kept(name)
    if not name:
        return workshop
    other = find(workshop, name)
    if other and other.id != id:
        workshop = merge(workshop, other.id, id)
    return workshop.change(Party, id, name=name)


def lead(workshop: Workshop, id: str, name: str | None) -> Workshop:
    """Name who leads a team, known or new, or with None nobody; none leads itself."""
    workshop, lead_id = named(workshop, name)
    return workshop if lead_id == id else workshop.change(Party, id, lead_id=lead_id)


def merge(workshop: Workshop, id: str, into: str) -> Workshop:
    """Join `id` into `into`, which keeps its name: all that refers to the one now refers to the other."""
    if id == into:
        return workshop
    gone, stays = workshop.row(Party, id), workshop.row(Party, into)
    fields = taken_over(gone, stays, but=("lead_id", "present", "votes"))
    if gone.participant and not stays.participant:
        fields |= {"present": gone.present, "votes": gone.votes}
    if stays.lead_id is None and gone.lead_id != into:
        fields["lead_id"] = gone.lead_id
    workshop = refer(workshop.change(Party, into, **fields), "party", id, into).remove(Key("party", id))
    for priority in workshop.priorities:
        if priority.owner_id == into:
            workshop = owns_alone(workshop, priority.id)
    return workshop


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a party out of the room; whoever is named elsewhere stays known, until they are removed once more."""
    party = workshop.row(Party, id)
    if party.participant and _referred_to(workshop, id):
        return workshop.change(Party, id, participant=False)
    for priority in workshop.priorities:
        if priority.owner_id == id:
            workshop = disown(workshop, priority.id)
    return workshop.remove(Key("party", id))


def disown(workshop: Workshop, priority_id: str) -> Workshop:
    """Let a priority have no owner, and so nobody's consent."""
    return workshop.change(Priority, priority_id, owner_id=None, accepted=Accepted.NOT_ASKED, accepted_if="")


def owns_alone(workshop: Workshop, priority_id: str) -> Workshop:
    """See to it that the owner of a priority neither helps with it nor stands in for themselves."""
    priority = workshop.row(Priority, priority_id)
    if priority.owner_id and priority.owner_id == priority.deputy_id:
        workshop = workshop.change(Priority, priority_id, deputy_id=None)
    for helps in workshop.of(Helps):
        if (helps.priority_id, helps.party_id) == (priority_id, priority.owner_id):
            workshop = workshop.remove(Key("helps", helps.id))
    return workshop


def _referred_to(workshop: Workshop, id: str) -> bool:
    references = [reference for reference in REFERENCES if reference.target == "party"]
    return any(
        getattr(row, reference.column) == id for reference in references for row in workshop.of(NOUN[reference.table])
    )


def _folded(name: str) -> str:
    return " ".join(kept(name).casefold().split())
