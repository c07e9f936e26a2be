"""The parts of Rhythm on the wall: the rhythms to choose from, the dates that follow, and the signals to watch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from data.nouns.rhythm import CheckIn, Preset
from data.nouns.room import Agenda, Brief
from data.value import Workshop
from screens.fields import LABEL
from screens.paint import Painter, Row, cells, ends, fit, said, wrapped
from screens.parted import empty_part, further_line
from workshop import answers, dates
from workshop.actions import rhythm
from workshop.check_ins import schedule
from workshop.steps import load
from workshop.text import shorten
from workshop.wording import Field

KEY, QUIET = "bold $wall-explore", "$wall-quiet"

#: From so many cells on there is room for the question beside what the rhythms cost.
_ROOMY = 70

#: How many dates of a kind of check-in stand in its line at most.
_DATES = 3


def presets(workshop: Workshop, painter: Painter, item: str, today: date) -> list[Row]:
    """The rhythm; while it is selected, or not chosen yet, all of them with their digits, check-ins and cost."""
    field, brief = load().field("brief", "rhythm"), workshop.brief
    roomy = painter.width >= _ROOMY
    per = "each owner, per quarter" if roomy and brief.agenda is not Agenda.SOLO else "per quarter"
    label = Content.styled(f"{field.label:<{LABEL - 1}} ", QUIET)
    if brief.rhythm and item != painter.selected:
        chosen = field.choice(brief.rhythm)
        cost = f"{_hours(workshop, brief.rhythm, today)} {per}"
        return [painter.item(item, label + (chosen.label if chosen else brief.rhythm), Content.styled(cost, QUIET))]
    ask = Content.styled(field.ask if roomy else "", "bold")
    rows = [painter.item(item, label + ask, Content.styled(per, QUIET))]
    for digit, choice in answers.digits(field).items():
        taken = choice.value == brief.rhythm
        name = Content.assemble((digit, KEY), f" {choice.label}", (" ✓" if taken else "", "$wall-play"))
        hours = _hours(workshop, Preset(choice.value), today)
        costs = Content.styled(hours, "bold" if taken else "")
        room = painter.width - LABEL - 3 - costs.cell_length
        first, *rest = wrapped(choice.hint, room, "bold" if taken else QUIET, most=2)
        rows.append(Row(ends(Content("    ") + fit(name, LABEL - 2) + first, costs, painter.width), item))
        rows += [painter.under(item, line, LABEL + 2) for line in rest]
    return rows


def check_ins_of(workshop: Workshop, painter: Painter, today: date) -> list[Row]:
    """Each kind of check-in that the rhythm has, with its next dates."""
    rows = workshop.cadences
    if not rows:
        return []
    dated = workshop.brief.next_on is not None
    note = "into every calendar, now" if dated else "their dates follow from the first one"
    coming: dict[CheckIn | None, list[date]] = {}
    written: set[date] = set()
    for meeting in schedule.coming(workshop, today, 2 * 366):
        coming.setdefault(meeting.kind, []).append(meeting.on)
        if schedule.by_message(workshop, meeting):
            written.add(meeting.on)
    names = {row.id: schedule.wording(workshop, row.kind).name for row in rows}
    width = min(max(map(cells, names.values())), painter.width * 2 // 5)
    lines = [painter.heading("", "Next check-ins", note)]
    for row in rows:
        minutes = Content.styled(_length(row.minutes), QUIET)
        name = said(shorten(names[row.id], width)).pad_right(width + 2 - cells(shorten(names[row.id], width)))
        room = painter.width - 3 - name.cell_length - minutes.cell_length
        days = _fitting(coming.get(row.kind, []), today, room)
        lines.append(painter.item(row.id, name + days, minutes))
        if row.id != painter.selected and not painter.tall:
            continue
        busy = [day for day in coming.get(row.kind, []) if day in written][:_DATES]
        by_message = f"By message: {', '.join(dates.short(day, today) for day in busy)}" if busy else ""
        for text in filter(None, (row.who, by_message)):
            lines += [painter.under(row.id, line, width + 4) for line in wrapped(text, room, QUIET, most=2)]
    return lines


def signals(workshop: Workshop, painter: Painter) -> list[Row]:
    """What would make the room reopen its choices, and who watches it."""
    rows = workshop.triggers
    heading = painter.heading("", "Signals", f"{len(rows)}" if rows else "")
    if not rows:
        return [heading, empty_part(painter, "trigger", load().field("trigger", "signal").ask)]
    lines = [heading]
    for row in rows:
        chosen = row.id == painter.selected
        party = workshop.party(row.watcher_id)
        watcher = Content.styled("! nobody watches", KEY) if party is None else said(party.name, QUIET)
        watcher = watcher.truncate(painter.width // 3, ellipsis=True)
        text = ": ".join(filter(None, (row.signal, row.threshold)))
        room = painter.width - 4 - watcher.cell_length
        first, *rest = wrapped(text, room, most=5 if chosen else 2 if painter.tall else 1)
        lines += [painter.item(row.id, first, watcher), *(painter.under(row.id, line, 2) for line in rest)]
        if row.then and (chosen or painter.tall):
            then = f"{load().field('trigger', 'then').label}: {row.then}"
            lines += [painter.under(row.id, line) for line in wrapped(then, painter.width - 5, "italic", most=3)]
    return lines


def more(workshop: Workshop, painter: Painter, fields: Sequence[Field], today: date) -> Row:
    """The key to what half a day does not need, and what there is of it."""
    count = len(workshop.triggers)
    told = [f"{count} signal{'' if count == 1 else 's'}"] if count else ["signals"]
    usual = Brief(id="W")
    for field in fields:
        if getattr(workshop.brief, field.name) != getattr(usual, field.name):
            told.append(f"{field.label}: {answers.shown(field, workshop.brief, workshop, today)}")
    return further_line(painter, ", ".join(told))


def _hours(workshop: Workshop, preset: Preset, today: date) -> str:
    """About how many hours a quarter a rhythm costs; of the one that was chosen, as it is held by now."""
    held = workshop if preset == workshop.brief.rhythm else rhythm.choose(workshop, preset)
    hours = round(schedule.hours_a_quarter(held, today))
    return f"about {hours} h" if hours else "under 1 h"


def _length(minutes: int | None) -> str:
    """Minutes, or hours where they are whole."""
    if not minutes:
        return ""
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"


def _fitting(days: Sequence[date], today: date, room: int) -> Content:
    """As many of the days as there is room for: the first with its weekday, the others too where it is not the same."""
    shown = ""
    for at, day in enumerate(days[:_DATES]):
        same = at and day.weekday() == days[0].weekday()
        said_day = dates.short(day, today) if same else f"{dates.weekday(day)} {dates.short(day, today)}"
        longer = f"{shown}, {said_day}" if shown else said_day
        if shown and cells(longer) > room:
            break
        shown = longer
    return said(shown) if shown else Content.styled("…", QUIET)
