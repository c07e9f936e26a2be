"""The sample workshop: a complete, fictional one, moved in time so that it never looks out of date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from data.nouns.assessment import Role
from data.nouns.base import Noun
from data.nouns.planning import Needs, Serves
from data.nouns.room import Agenda, Brief, Room
from data.value import Workshop, link, noun_of
from workshop.actions import ranks
from workshop.actions.accepting import accept
from workshop.actions.assessing import count
from workshop.actions.closing import adopt
from workshop.actions.opening import begin
from workshop.assessment import questionnaire
from workshop.assessment.sheets import Round, Sheet
from workshop.date_words import words_for
from workshop.rules.registry import Context, findings

_WEDNESDAY = 2

#: What the content calls a list of links, and how a row's id and one of the list make a link.
_LINKS: dict[str, Callable[[str, str], Noun]] = {
    "serves": lambda id, other: link(Serves, priority_id=id, arena_id=other),
    "needs": lambda id, other: link(Needs, milestone_id=id, needs_id=other),
}
_PLACEHOLDER = re.compile(r"\{([a-z-]+) (-?\d+)\}")


def session_day(today: date) -> date:
    """Return the day to hold the sample's session on: the Wednesday nearest to `today`, as the original was on one."""
    return today + timedelta(days=(_WEDNESDAY - today.weekday() + 3) % 7 - 3)


def sample(day: date, *, adopted: bool = False) -> Workshop:
    """Return the sample as a value, its session held on `day` and every date as far from it as in the original.

    `adopted` makes it version 1 of the plan on that day. On a Wednesday no date falls on a weekend.
    """
    document = _document("sample.toml")
    brief = document["brief"]
    agenda = Agenda(brief["agenda"])
    loading = _Loading(begin(_filled(brief["title"], day), brief["organization"], agenda, today=day), day)
    for table, rows in document.items():
        if table not in ("brief", "acceptance"):
            for row in rows:
                loading.add(table, row)
    workshop = loading.finish().change(Brief, "W", **loading.fields(Brief, brief))
    workshop = _past_warnings(workshop, day, document["acceptance"])
    return adopt(workshop, day) if adopted else workshop


def to_keep(today: date) -> tuple[Workshop, Room]:
    """Return the sample as it is added to a list: its session on the nearest Wednesday, all but the last step done.

    A self-assessment came before it.
    """
    day = session_day(today)
    return assessed(sample(day), day), Room(id="R", step="close", looking="open")


def assessed(workshop: Workshop, day: date) -> Workshop:
    """Return the sample with what came of the self-assessment that eleven people took before its session."""
    document = _document("sample_answers.toml")
    asked = questionnaire.load_shipped()
    sheets = tuple(
        Sheet(Role(role), {item: int(row[at]) for item, row in document["answers"].items()})
        for at, role in enumerate(document["roles"])
    )
    return count(workshop, Round(*asked.identity, day + timedelta(days=document["day"]), False, sheets))


class _Loading:
    """The sample on its way from content to value: the rows so far, and the links that wait for rows to come."""

    def __init__(self, workshop: Workshop, day: date) -> None:
        self._workshop = workshop
        self._day = day
        self._links: list[Noun] = []

    def add(self, table: str, content: Mapping[str, Any], **parent: str) -> None:
        """Add a row of `table`, and those nested in it; the noun itself says what types they have."""
        noun = noun_of(table)
        fields = self.fields(noun, content) | parent
        if "rank" in noun.model_fields:
            fields["rank"] = ranks.last(self._workshop.of(noun))
        self._workshop, row = self._workshop.add(noun, **fields)
        for name, value in content.items():
            if name in _LINKS:
                self._links += (_LINKS[name](row.id, other) for other in value)
            elif _nested(value):
                for each in value:
                    self.add(name, each, **{f"{table}_id": row.id})

    def fields(self, noun: type[Noun], content: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a row: texts filled in, days as dates, names as references."""
        fields: dict[str, Any] = {}
        for name, value in content.items():
            if name in _LINKS or _nested(value):
                continue
            if f"{name}_id" in noun.model_fields:
                fields[f"{name}_id"] = self._party(value)
            elif _holds_date(noun, name):
                fields[name] = self._day + timedelta(days=value)
            elif isinstance(value, list):
                fields[name] = tuple(_filled(each, self._day) for each in value)
            else:
                fields[name] = _filled(value, self._day)
        return fields

    def finish(self) -> Workshop:
        """The value with its links."""
        return self._workshop.put(*self._links)

    def _party(self, name: str) -> str:
        return next(party.id for party in self._workshop.parties if party.name == name)


def _nested(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _holds_date(noun: type[Noun], name: str) -> bool:
    return noun.model_fields[name].annotation == date | None if name in noun.model_fields else False


def _past_warnings(workshop: Workshop, day: date, acceptances: list[dict[str, str]]) -> Workshop:
    """Accept what the content names of what the rules find on the day of the session."""
    reasons = {(row["code"], _filled(row["item"], day)): _filled(row["reason"], day) for row in acceptances}
    for finding in findings(workshop, Context(today=day)):
        if reason := reasons.get((finding.code, finding.item)):
            workshop = accept(workshop, finding, reason)
    return workshop


@cache
def _document(name: str) -> dict[str, Any]:
    return tomllib.loads((files("workshop.content") / name).read_text(encoding="utf-8"))


def _filled(value: Any, day: date) -> Any:
    """A text with its placeholders filled in, seen from `day`; anything else as it is."""
    if not isinstance(value, str):
        return value
    return _PLACEHOLDER.sub(lambda found: _SAID[found[1]](day + timedelta(days=int(found[2]))), value)


def _month(day: date) -> str:
    return words_for("en").months[day.month - 1].split()[0].capitalize()


def _ordinal(day: date) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    return f"{day.day}{ending}"


_SAID: dict[str, Callable[[date], str]] = {
    "year": lambda day: str(day.year),
    "month": _month,
    "month-number": lambda day: f"{day.month:02}",
    "month-year": lambda day: f"{_month(day)} {day.year}",
    "date": lambda day: f"{day.day} {_month(day)}",
    "day": _ordinal,
    "season": lambda day: ("winter", "spring", "summer", "autumn")[day.month % 12 // 3],
    "end": lambda day: "New Year" if day.month == 12 else f"the end of {_month(day)}",
}
