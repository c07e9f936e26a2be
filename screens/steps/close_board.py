"""The parts of Close on the wall: the fist of five, reservations, parked thoughts, and the actions of 15 days."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from data.nouns.room import Action, Brief, Disposition, Parked
from data.value import Workshop
from screens.field_item import FieldItem
from screens.paint import Painter, Row, cells, fit, said, wrapped
from screens.parted import empty_part
from screens.steps import fist
from workshop import dates
from workshop.actions.parties import alone
from workshop.room import voting
from workshop.room.words import say
from workshop.rules.close import ACT_WITHIN
from workshop.steps import load
from workshop.text import shorten

#: The fist of five among the items.
FIST = str(FieldItem("brief", "W", "fist"))

#: How wide the name of whoever acts is, in cells.
_NAME = 26

#: From this width on there is room behind a parked thought for who takes it and when.
_ROOMY = 70

_STYLE = {
    Disposition.OPEN: "$wall-explore",
    Disposition.DO: "$wall-play",
    Disposition.GIVE: "$wall-play",
    Disposition.LATER: "$wall-ink",
    Disposition.DROP: "$wall-quiet",
}


def waiting(workshop: Workshop) -> int:
    """How many parked thoughts wait for an answer."""
    return sum(row.disposition == Disposition.OPEN for row in workshop.parked)


def last_day(brief: Brief, today: date) -> date:
    """The last of the 15 days, counted from the day on which the plan was adopted, or is at the earliest."""
    return (brief.adopted_on or max(brief.held_on or today, today)) + ACT_WITHIN


def next_thing(workshop: Workshop) -> str:
    """What the room does next in order to close."""
    brief = workshop.brief
    if not sum(brief.fist) and not alone(workshop):
        return "Next: a fist of five."
    if voting.unheard(workshop) and not alone(workshop):
        return "Next: hear who showed 0, 1 or 2."
    if left := waiting(workshop):
        return f"Next: {left} parked, ten seconds each."
    if not workshop.actions:
        return "Next: what does each of us do?"
    if not brief.message:
        return "Next: one sentence for tomorrow."
    again = f"Version {brief.version} is adopted. " if brief.version else ""
    return f"{again}Last: c checks, then we adopt the plan."


def sure(workshop: Workshop, painter: Painter) -> list[Row]:
    """The fist of five; nothing for one alone."""
    if alone(workshop):
        return []
    brief, chosen = workshop.brief, painter.selected == FIST
    told, hands, words = fist.said_of(brief), voting.fist_of(brief), fist.wording()
    rows = [painter.heading("", load().field("brief", "fist").label.capitalize(), told)]
    if not told:
        rows.append(painter.item(FIST, said(words.begun, "$wall-quiet")))
    elif painter.tall:
        first, *rest = fist.in_rows(hands)
        rows += [painter.item(FIST, first), *(painter.under(FIST, line, 2) for line in rest)]
    else:
        rows.append(painter.item(FIST, fist.in_a_row(hands, painter.width - 2)))
    if chosen and sum(brief.fist) < (brief.voters or 1):
        rows.append(painter.under(FIST, said(words.count, "$wall-explore"), 4))
    return rows


def reservations(workshop: Workshop, painter: Painter) -> list[Row]:
    """What those said who showed few fingers; nothing while nobody did."""
    if not workshop.reservations and (alone(workshop) or not voting.fist_of(workshop.brief).unsure):
        return []
    missing, count, words = voting.unheard(workshop), len(workshop.reservations), fist.wording()
    note = say(words.unheard, n=missing) if missing else f"{count}" if count else words.invited
    rows = [painter.heading("", words.reservations, note, "$wall-explore" if missing else "")]
    if not count:
        return [*rows, empty_part(painter, "reservation", words.four)]
    for row in workshop.reservations:
        lead = Content.styled(f"{'·' if row.score is None else row.score} ", "bold $wall-explore")
        party = workshop.party(row.party_id) if workshop.brief.attributed else None
        name = said(shorten(party.name, _NAME), "$wall-quiet") if party is not None else Content("")
        rows += _lines(painter, row.id, lead, row.text, name)
    return rows


def parked(workshop: Workshop, painter: Painter, today: date) -> list[Row]:
    """What was set aside, and what becomes of it."""
    if not workshop.parked:
        return [painter.heading("", "Parked", "nothing", "$wall-quiet")]
    left = waiting(workshop)
    note = f"{left} to answer" if left else "all answered"
    rows = [painter.heading("", "Parked", note, "$wall-explore" if left else "")]
    wording = load().field("parked", "disposition")
    for row in workshop.parked:
        choice = wording.choice(row.disposition)
        sign, label = (choice.sign, choice.label) if choice else ("?", row.disposition.value)
        style = _STYLE[row.disposition]
        becomes = _becomes(workshop, row, label, today, painter.width - 6)
        brief = _becomes(workshop, row, label, today, _NAME + 6) if painter.width >= _ROOMY else label
        lead = Content.styled(f"{sign} ", f"bold {style}")
        rows += _lines(painter, row.id, lead, row.text, said(brief, style))
        if brief != becomes and (painter.tall or row.id == painter.selected):
            rows.append(painter.under(row.id, said(becomes, style)))
    return rows


def actions(workshop: Workshop, painter: Painter, today: date) -> list[Row]:
    """Who does what, and by when."""
    count = len(workshop.actions)
    rows = [painter.heading("", "The next 15 days", f"{count}" if count else "")]
    if not count:
        return [*rows, empty_part(painter, "action", "what does each of us do? a takes who, what, by when")]
    names = {row.id: party.name for row in workshop.actions if (party := workshop.party(row.who_id)) is not None}
    width = max(8, min(max(map(cells, names.values()), default=0), _NAME, painter.width // 3))
    for row in workshop.actions:
        name = names.get(row.id)
        who = Content.styled("! nobody", "bold $wall-explore") if name is None else said(name)
        rows += _lines(painter, row.id, fit(who, width) + "  ", row.text, _by(workshop, row, today))
    return rows


def _becomes(workshop: Workshop, row: Parked, label: str, today: date, width: int) -> str:
    """What becomes of a parked thought, with whom and when, in `width` cells; "!" before what is still to be said."""
    if row.disposition in (Disposition.OPEN, Disposition.DROP):
        return label
    if row.disposition == Disposition.LATER:
        return shorten(f"{label}: {row.later or '! when'}", width)
    party = workshop.party(row.who_id)
    by = dates.short(row.by, today) if row.by else "! no date"
    who = shorten(party.name, width - len(f"{label}: , {by}")) if party is not None else "! nobody"
    return f"{label}: {who}, {by}"


def _by(workshop: Workshop, row: Action, today: date) -> Content:
    """The day of an action; one that is missing or too late is marked."""
    if row.by is None:
        return Content.styled("! no date", "bold $wall-explore")
    day = dates.short(row.by, today)
    if row.by > last_day(workshop.brief, today):
        return Content.styled(f"! later, {day}", "bold $wall-explore")
    return Content.styled(day, "$wall-quiet")


def _lines(painter: Painter, item: str, lead: Content, text: str, mark: Content) -> list[Row]:
    """An item with what somebody typed: on one line, on a tall screen on two, and the selected one in full."""
    room = painter.width - 2 - lead.cell_length - (mark.cell_length + 1 if mark.plain else 0)
    most = 5 if item == painter.selected else 2 if painter.tall else 1
    first, *rest = wrapped(text, room, most=most)
    rows = [painter.item(item, lead + first, mark)]
    return [*rows, *(painter.under(item, line, 2 + lead.cell_length) for line in rest)]
