"""A moment of a plan by the name people give it: a version, a day, or now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from data.log import Change
from data.value import Workshop
from data.versions import Version
from workshop import dates

_VERSION = re.compile(r"v?(\d{1,6})", re.IGNORECASE)

#: What the latest state is called.
NOW = "now"


class UnknownMoment(ValueError):
    """There was nothing at that moment; `str()` is a sentence for the person."""


class Kept(Protocol):
    """What a store tells of a workshop's past."""

    def versions(self, id: str) -> tuple[Version, ...]: ...
    def changes(self, id: str) -> tuple[Change, ...]: ...
    def at(self, id: str, seq: int) -> Workshop: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """A plan as it was: `called` says when, as in "version 2, 2 Dec 2026"."""

    called: str
    on: date
    value: Workshop


def find(store: Kept, id: str, name: str, *, today: date, value: Workshop) -> Moment:
    """Return the moment `name` of the workshop `id`: "v2", "2", "now", or a day; `value` is how it stands now.

    Raises UnknownMoment.
    """
    said = name.strip()
    if said.lower() == NOW:
        return Moment(NOW, today, value)
    if found := _VERSION.fullmatch(said):
        return _version(store.versions(id), int(found[1]), value)
    try:
        day = dates.parse_date(said, today)
    except dates.DateNotUnderstood as error:
        raise UnknownMoment(f"“{said}” is neither a version, as in v2, nor a date: {error}") from None
    return on_day(store, id, day, value=value)


def on_day(store: Kept, id: str, day: date, *, value: Workshop) -> Moment:
    """Return how a workshop stood at the end of a day, by its own zone's calendar; raises UnknownMoment.

    Before its log begins, in a workshop that was imported, that is as its versions tell.
    """
    zone = _zone(value)
    changes = [change for change in store.changes(id) if _day(change.at, zone) <= day]
    if changes:
        return Moment(dates.say(day, value.brief.language), day, store.at(id, changes[-1].seq))
    earlier = [version for version in store.versions(id) if _day(version.at, zone) <= day]
    if earlier:
        return Moment(dates.say(day, value.brief.language), day, earlier[-1].value)
    said = dates.say(day, value.brief.language)
    raise UnknownMoment(f"On {said} there was nothing yet: the plan is younger.")


def of_version(version: Version, value: Workshop) -> Moment:
    """Return a version as a moment, by the calendar and in the language of `value`, the plan as it stands now."""
    on = _day(version.at, _zone(value))
    return Moment(f"version {version.number}, {dates.say(on, value.brief.language)}", on, version.value)


def _version(versions: Sequence[Version], number: int, value: Workshop) -> Moment:
    for version in versions:
        if version.number == number:
            return of_version(version, value)
    if not versions:
        raise UnknownMoment("There is no version yet: adopting the plan makes the first one.")
    known = f"1 to {versions[-1].number}" if len(versions) > 1 else "1 alone"
    raise UnknownMoment(f"There is no version {number}: there is {known}.")


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()


def _zone(value: Workshop) -> tzinfo:
    try:
        return ZoneInfo(value.brief.zone)
    except (OSError, ValueError, KeyError):
        return UTC
