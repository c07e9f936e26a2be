"""Where check-ins begin: the kinds there are, the one that is next in front, and what was held before."""

from __future__ import annotations

from datetime import date, timedelta

from textual.content import Content

from data.nouns.check_in import Occasion
from data.value import Workshop
from screens.paint import Painter, Row, said, wrapped
from workshop import dates
from workshop.check_ins import due, lateness, schedule
from workshop.check_ins.guided import guided
from workshop.room import consents

#: What stands before a kind of check-in that can be begun, and before one that was held.
BEGIN, HELD = "begin/", "held/"


def to_begin(workshop: Workshop, painter: Painter, today: date) -> list[Row]:
    """The kinds of check-ins with their digits, and below them those that were held, the last one first."""
    if not workshop.brief.version:
        return [painter.note("Adopt the plan first: p shows it. A check-in looks at what was adopted.")]
    rows: list[Row] = []
    dated = _dated(workshop, today)
    coming = due.next_one(workshop)
    kinds = sorted(Occasion, key=lambda each: coming is None or each is not coming.occasion)
    for number, kind in enumerate(kinds, 1):
        how, item = guided(kind), f"{BEGIN}{kind.value}"
        left = Content.assemble((f"{number}  ", "bold $wall-explore"), due.called(workshop, kind).capitalize())
        when = "   ".join(filter(None, (dated.get(kind, ""), f"{how.minutes} min")))
        rows.append(painter.item(item, left, said(when)))
        if item == painter.selected:
            rows += [
                painter.under(item, line, 5) for line in wrapped(how.hint, painter.width - 5, "$wall-quiet", most=2)
            ]
    if reminder := consents.reminder(workshop, today):
        rows.append(painter.note(reminder, "bold $wall-explore"))
    return rows + _held(workshop, painter)


def _dated(workshop: Workshop, today: date) -> dict[Occasion, str]:
    """When each kind of check-in comes next; how far that is, of the one that is the next of all."""
    language, found = workshop.brief.language, dict[Occasion, str]()
    covered = schedule.covered(workshop)
    since = max(today, covered + timedelta(1)) if covered else today
    for meeting in schedule.next_dates(workshop, since):
        if meeting.kind is not None:
            by_message = ", by message" if schedule.by_message(workshop, meeting) else ""
            found[Occasion(meeting.kind.value)] = dates.short(meeting.on, today, language) + by_message
    coming = due.next_one(workshop)
    if coming is not None:
        said_so = f"{dates.short(coming.on, today, language)}, {lateness.in_words(coming.on, today)}"
        found[coming.occasion] = said_so + (", by message" if due.by_message(workshop, coming) else "")
    return found


def _held(workshop: Workshop, painter: Painter) -> list[Row]:
    rows: list[Row] = []
    for row in reversed(due.closed(workshop)):
        on = dates.say(row.held_on, workshop.brief.language) if row.held_on else ""
        left = said(f"{on}  {due.called(workshop, row.kind)}")
        rows.append(painter.item(f"{HELD}{row.id}", left, Content.styled(f"version {row.version}", "$wall-quiet")))
    return [painter.heading("", "Held so far", "Enter reads one", style="$wall-here"), *rows] if rows else []
