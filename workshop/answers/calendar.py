"""Answers of the calendar: dates, times of day, weekdays, months and periods, in the workshop's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from workshop import dates
from workshop.answers.kind import Answer, Asked, Kind, NotUnderstood, completing, folded, split
from workshop.answers.plain import whole
from workshop.check_ins import periods
from workshop.date_words import words_for


class Date(Kind):
    def help(self, asked: Asked) -> str:
        return words_for(asked.language).sentences.not_understood

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        try:
            day = dates.parse_date(text, today, asked.language)
        except dates.DateNotUnderstood as error:
            raise NotUnderstood(str(error)) from None
        return Answer(day, dates.echo(day, today, asked.language))

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return value.isoformat() if value else ""

    def shown(self, asked: Asked, today: date) -> str:
        value = asked.value()
        if value is None:
            return ""
        near = abs((value - today).days) <= 1
        return dates.echo(value, today, asked.language) if near else dates.say(value, asked.language)


class Time(Kind):
    def help(self, asked: Asked) -> str:
        return words_for(asked.language).sentences.not_a_time

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        try:
            value = dates.parse_time(text, asked.language)
        except dates.DateNotUnderstood as error:
            raise NotUnderstood(str(error)) from None
        return Answer(value, f"{value:%H:%M}")

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return f"{value:%H:%M}" if value else ""


class Weekday(Kind):
    """A day of the week, Monday 0."""

    def help(self, asked: Asked) -> str:
        return "Type a day of the week, such as wednesday."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        days = words_for(asked.language).weekdays
        value = _place(text, days)
        if value is None:
            raise NotUnderstood(self.help(asked))
        return Answer(value, _full(days[value]))

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return "" if value is None else _full(words_for(asked.language).weekdays[value])

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        return completing("", map(_full, words_for(asked.language).weekdays), text)


class Months(Kind):
    """Months of the year, 1 to 12, by name or number."""

    nothing = ()

    def help(self, asked: Asked) -> str:
        return "Type months by name or number, such as july, aug or 12."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        names = words_for(asked.language).months
        found = set()
        for part in filter(None, re.split(r"[\s,;]+", text)):
            place = _place(part, names)
            month = whole(part) if place is None else place + 1
            if month is None or not 1 <= month <= 12:
                raise NotUnderstood(self.help(asked))
            found.add(month)
        months = tuple(sorted(found))
        if not months:
            raise NotUnderstood(self.help(asked))
        return Answer(months, ", ".join(_full(names[month - 1]) for month in months))

    def typed(self, asked: Asked) -> str:
        names = words_for(asked.language).months
        return ", ".join(_full(names[month - 1]) for month in asked.value())


class Periods(Kind):
    """Stretches of days, separated by semicolons; they are kept in the order of the calendar."""

    nothing = ()

    def help(self, asked: Asked) -> str:
        return words_for(asked.language).sentences.which_days

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        try:
            found = {periods.parse(part, today, asked.language) for part in split(text)}
        except dates.DateNotUnderstood as error:
            raise NotUnderstood(str(error)) from None
        if not found:
            raise NotUnderstood(self.help(asked))
        most = asked.field.rows
        if most is not None and len(found) > most:
            raise NotUnderstood(f"{len(found)} of {most} periods: take some away.")
        spans = sorted(found)
        said = (periods.say(span, today, asked.language) for span in spans)
        return Answer(tuple(map(periods.kept, spans)), "; ".join(said))

    def typed(self, asked: Asked) -> str:
        found = (periods.read(text) for text in asked.value())
        return "; ".join(" – ".join(dict.fromkeys(map(str, span))) for span in found if span)

    def shown(self, asked: Asked, today: date) -> str:
        found = (periods.read(text) for text in asked.value())
        return "; ".join(periods.say(span, today, asked.language) for span in found if span)


def _full(forms: str) -> str:
    return forms.split()[0].capitalize()


def _place(text: str, table: Sequence[str]) -> int | None:
    """Where a day or month stands in its table, by one of its forms or the beginning of just one."""
    sought = folded(text).rstrip(".")
    exact = [at for at, forms in enumerate(table) if sought in forms.split()]
    begun = [at for at, forms in enumerate(table) if sought and forms.startswith(sought)]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None
