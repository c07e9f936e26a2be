"""Open: a workshop is begun, people come in, and what was left open last time is answered."""

from __future__ import annotations

from datetime import date, timedelta

from data.nouns.room import Agenda, Answer, Brief, Carried, Kind, Party
from data.value import Key, Workshop, of_rows
from workshop.actions import parties, timing
from workshop.actions.lines import kept

#: How far a plan looks ahead, in months.
HORIZON = 36

#: What whoever works alone is called until they say otherwise.
ONESELF = "Me"


def begin(
    title: str,
    organization: str = "",
    agenda: Agenda = Agenda.HALF_DAY,
    *,
    today: date,
    zone: str = "UTC",
    language: str = "en",
) -> Workshop:
    """Return a new workshop, held on `today`; its plan runs for 36 months from the first of the next month.

    `zone` is an IANA name. Alone, one decides, facilitates, votes and keeps the plan oneself.
    """
    start = _first_of_month(today, 1)
    brief = Brief(
        id="W",
        title=kept(title),
        organization=kept(organization),
        held_on=today,
        horizon_start=start,
        horizon_end=_first_of_month(start, HORIZON) - timedelta(days=1),
        zone=zone,
        language=language,
    )
    return choose_agenda(of_rows((brief,)), agenda)


def choose_agenda(workshop: Workshop, agenda: Agenda) -> Workshop:
    """Set the agenda. Alone, one decides, votes and keeps the plan oneself, unless somebody is named already."""
    if agenda != workshop.brief.agenda:
        workshop = timing.for_other_agenda(workshop)
    workshop = workshop.change(Brief, "W", agenda=agenda)
    if agenda != Agenda.SOLO:
        return workshop
    brief = workshop.brief
    if brief.decider_id is None:
        workshop, id = parties.named(workshop, ONESELF)
        assert id is not None
        workshop = workshop.change(Party, id, kind=Kind.PERSON, participant=True, facilitates=True)
        workshop = workshop.change(Brief, "W", decider_id=id)
    keeper_id = brief.keeper_id or workshop.brief.decider_id
    return workshop.change(Brief, "W", voters=1 if brief.voters is None else brief.voters, keeper_id=keeper_id)


def add_participant(workshop: Workshop, name: str) -> Workshop:
    """Let somebody take part; a name that is known already is the same party. Nothing is added without a name."""
    workshop, id = parties.named(workshop, name)
    return workshop.change(Party, id, participant=True) if id else workshop


def carry(workshop: Workshop, text: str, since: date | None = None) -> Workshop:
    """Bring in something an earlier meeting left open. Nothing is added without a text."""
    text = kept(text)
    return workshop.add(Carried, text=text, since=since)[0] if text else workshop


def answer(workshop: Workshop, id: str, answer: Answer) -> Workshop:
    """Say what has become of something left open."""
    return workshop.change(Carried, id, answer=answer)


def remove(workshop: Workshop, id: str) -> Workshop:
    """Take a carried item away, or somebody out of the room (see `parties.remove`)."""
    if id.startswith(Party.letter):
        return parties.remove(workshop, id)
    workshop.row(Carried, id)
    return workshop.remove(Key("carried", id))


def _first_of_month(day: date, months: int) -> date:
    """The first of the month that is `months` after the day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
