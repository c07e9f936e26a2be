"""The dates of the plan for a calendar: check-ins that come again, and a whole day for each milestone.

Every event keeps its UID, so that a calendar which imports the file again brings its events up to date (RFC 5545).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from data.nouns.planning import Milestone, Status
from data.nouns.rhythm import Cadence, CheckIn
from data.value import Workshop
from workshop import changes
from workshop.check_ins import due, schedule
from workshop.check_ins.recurrence import Recurrence
from workshop.check_ins.schedule import Meeting, Occurrence
from workshop.dates import LAST_DAY
from workshop.export import phrases
from workshop.export.registry import Source, Subject, whole_format
from workshop.plan.parts import name_of
from workshop.stretches import months_later
from workshop.text import line

if TYPE_CHECKING:
    from icalendar import Event

#: How far check-ins come again where the plan has no end, in months.
_AHEAD = 36

_DAY = timedelta(days=1)


@whole_format(
    "ics",
    suffix=".ics",
    media_type="text/calendar",
    description="The dates for a calendar: check-ins that come again, milestones",
    subject=Subject.CHECKIN,
)
def write(source: Source) -> bytes:
    """Return the calendar, in UTF-8."""
    from icalendar import Calendar  # its time zones cost time, which a list of formats does not need

    calendar = Calendar()
    calendar.add("prodid", "-//workshop//strategy plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", phrases.title(source.plan))
    for event in (*_check_ins(source), *_milestones(source)):
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def uid(ref: str, item: str) -> str:
    """Return the identifier of an event, the same in every export of a workshop: "m3.brackenford-k7@workshop"."""
    return f"{item.lower()}.{ref or 'plan'}@workshop"


# -- check-ins -------------------------------------------------------------------------------------------------------


def _check_ins(source: Source) -> Iterator[Event]:
    workshop = source.workshop
    first = workshop.brief.next_on
    if first is None or first > LAST_DAY:
        return
    if not workshop.cadences:
        for meeting in schedule.meetings(workshop, LAST_DAY):
            yield _event(source, "check-in", "Check-in", meeting.on)
        return
    until = _until(workshop, first)
    by_kind: dict[CheckIn, list[Occurrence]] = defaultdict(list)
    for each in schedule.occurrences(workshop, until):
        by_kind[each.cadence.kind].append(each)
    by_rule = schedule.rules(workshop)
    for row in workshop.cadences:
        if row.kind in by_rule:
            yield from _series(source, row, by_rule[row.kind], by_kind[row.kind], until)
    for sitting in due.open_ones(workshop):
        if sitting.planned_on and not due.is_regular(workshop, sitting.kind):
            name = due.called(workshop, sitting.kind)
            yield _event(source, sitting.id, _capital(name), sitting.planned_on, line(sitting.why))


def _series(source: Source, row: Cadence, rule: Recurrence, found: list[Occurrence], until: date) -> Iterator[Event]:
    """A kind of check-in: the days its rule gives, those left out, those put off, and a first one beside the rule."""
    item = f"check-in-{row.kind.value}"
    summary, told = _capital(schedule.wording(source.workshop, row.kind).name), _told(row)
    days = list(rule.days(rule.start, until))

    def called(on: date) -> str:
        return f"{summary}, by message" if schedule.by_message(source.workshop, Meeting(on, row)) else summary

    given = {each.planned: each.on for each in found if each.planned in days}
    for each in found:
        if each.planned in days and each.on is not None:
            given[each.planned] = each.on
    extra = sorted({each.on for each in found if each.on and each.planned not in days})
    for number, on in enumerate(extra):
        yield _event(source, f"{item}-{'first' if number == 0 else number}", called(on), on, told)
    if not days or not any(given.get(day) for day in days):
        return
    series = _event(source, item, summary, days[0], told)
    from icalendar import vRecur

    recur = vRecur.from_ical(rule.rule)
    recur["UNTIL"] = [until]
    series.add("rrule", recur)
    left_out = [day for day in days if given.get(day) is None]
    if left_out:
        series.add("exdate", left_out)
    yield series
    for planned, held in sorted(given.items()):
        if held is not None and (held != planned or called(held) != summary):
            moved = _event(source, item, called(held), held, told)
            moved.add("recurrence-id", planned)
            yield moved


def _until(workshop: Workshop, first: date) -> date:
    """The end of the plan, where it has one behind the first check-in."""
    end = workshop.brief.horizon_end
    return min(end if end and end > first else months_later(first, _AHEAD), LAST_DAY)


def _told(row: Cadence) -> str:
    minutes = f"{row.minutes} minutes" if row.minutes else ""
    return ", ".join(filter(None, (minutes, line(row.who))))


# -- milestones ------------------------------------------------------------------------------------------------------


def _milestones(source: Source) -> Iterator[Event]:
    workshop = source.workshop
    selected = {row.id for row in workshop.priorities if row.status is Status.SELECTED}
    for row in workshop.milestones:
        if row.priority_id in selected and row.due:
            yield _milestone(source, row, row.due)


def _milestone(source: Source, row: Milestone, on: date) -> Event:
    workshop = source.workshop
    owner = name_of(workshop, row.owner_id) or name_of(
        workshop, next(each.owner_id for each in workshop.priorities if each.id == row.priority_id)
    )
    slipped = str(changes.slip(workshop, row))
    told = (
        f"Owner: {owner}" if owner else "",
        f"Done when: {line(row.done_when)}" if row.done_when else "",
        f"Done: {line(row.evidence)}" if row.evidence else "",
        f"First date: {phrases.iso(row.first_due)}, {slipped}" if slipped else "",
    )
    done = "✓ " if row.evidence.strip() else ""
    return _event(source, row.id, f"{done}{row.id} {line(row.title)}".rstrip(), on, "\n".join(filter(None, told)))


def _event(source: Source, item: str, summary: str, on: date, told: str = "") -> Event:
    """A whole day that leaves people free for other things."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid(source.plan.ref, item))
    event.add("dtstamp", datetime.combine(source.plan.today, time(), UTC))
    event.add("sequence", source.workshop.brief.version + len(source.workshop.adjustments))
    event.add("dtstart", on)
    event.add("dtend", on + _DAY)
    event.add("summary", summary)
    if told:
        event.add("description", told)
    event.add("transp", "TRANSPARENT")
    return event


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
