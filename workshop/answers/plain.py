"""Answers that need nothing but the field: text, lines, choices, numbers, amounts, counts, yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from workshop import amounts
from workshop.answers.kind import (
    Answer,
    Asked,
    Digit,
    Kind,
    NotUnderstood,
    completing,
    folded,
    joined,
    listed,
    split,
    within,
)
from workshop.steps import Choice as Option
from workshop.steps import Field

_NUMBER = re.compile(r"[+-]?(\d{1,12}|\d{1,3}([ ,'’]\d{3}){1,3})")

#: A number that shows how parts of one are written.
_SUCH_AS = Decimal("4.5")

#: The highest number that digits give.
_BY_DIGIT = 10

#: The most that is counted of one thing.
_MOST = 999

#: What a yes and a no are typed as, or the beginning of it; the first is how they are said back.
_YES, _NO = ("yes", "ja", "1"), ("no", "nein", "2")
_YES_OR_NO = "Type yes or no."


class Text(Kind):
    nothing = ""

    def help(self, asked: Asked) -> str:
        return "Type a few words."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        return Answer(within(text, asked.field.limit))

    def typed(self, asked: Asked) -> str:
        return str(asked.value())

    def measured(self, field: Field, text: str) -> tuple[str, int] | None:
        return None if field.limit is None else (text, field.limit)


class Lines(Kind):
    """Several texts, separated by semicolons."""

    nothing = ()

    def help(self, asked: Asked) -> str:
        return "Type a few words, with a semicolon between one line and the next."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        lines = tuple(within(line, asked.field.limit) for line in split(text))
        most = asked.field.rows
        if most is not None and len(lines) > most:
            raise NotUnderstood(f"{len(lines)} of {most} lines: take some away.")
        return Answer(lines, f"{len(lines)} lines" if len(lines) > 1 else "")

    def typed(self, asked: Asked) -> str:
        return joined(asked.value())

    def shown(self, asked: Asked, today: date) -> str:
        return "; ".join(asked.value())

    def measured(self, field: Field, text: str) -> tuple[str, int] | None:
        return None if field.limit is None else ((split(text) or [""])[-1], field.limit)


class Choice(Kind):
    def digits(self, field: Field) -> dict[str, Digit]:
        """1, 2, 3 in the order of the choices, 0 for the one that decides nothing ("?")."""
        undecided = [option for option in field.choices if option.sign == "?"]
        decided = [option for option in field.choices if option.sign != "?"]
        found = {**_counted(decided), **dict(zip("0", undecided, strict=False))}
        return {key: _digit(option.value, option) for key, option in found.items()}

    def help(self, asked: Asked) -> str:
        return f"Type {listed([f'{key} {digit.label}' for key, digit in self.digits(asked.field).items()], 'or')}."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        sought, by_key = _spoken(text), self.digits(asked.field)
        options = asked.field.choices
        if sought in by_key:
            return Answer(by_key[sought].value, by_key[sought].label)
        for option in options:
            if sought in (_spoken(option.value), _spoken(option.label), _spoken(option.verb or option.label)):
                return _chosen(option)
        found = [option for option in options if sought and _spoken(option.label).startswith(sought)]
        if len(found) > 1:
            labels = listed([option.label for option in found], "or")
            raise NotUnderstood(f"“{text}” could be {labels}: type more of it.")
        if not found:
            raise NotUnderstood(self.help(asked))
        return _chosen(found[0])

    def typed(self, asked: Asked) -> str:
        option = asked.field.choice(asked.value())
        return option.label if option else ""

    def shown(self, asked: Asked, today: date) -> str:
        option = asked.field.choice(asked.value())
        return f"{option.label} {option.sign}".rstrip() if option else ""

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        return completing("", (option.label for option in asked.field.choices), text)


def _counted(options: Sequence[Option]) -> dict[str, Option]:
    """The options by the digits from 1 on."""
    return {str(at): option for at, option in enumerate(options, 1)}


def _digit(value: Any, option: Option) -> Digit:
    return Digit(value, option.label, option.sign, option.verb, option.hint)


def _spoken(text: str) -> str:
    """What two names of a choice are compared by: "not_now" is said "not now"."""
    return folded(text.replace("_", " "))


def _chosen(option: Option) -> Answer:
    return Answer(option.value, option.label)


class Number(Kind):
    """A whole number; thousands may stand apart."""

    def digits(self, field: Field) -> dict[str, Digit]:
        """Each number by its last digit, where ten digits are enough; 0 is ten where there is a ten, and zero typed."""
        lowest, highest = field.lowest, field.highest
        if lowest is None or highest is None or highest > _BY_DIGIT:
            return {}
        numbers = range(max(lowest, highest - 9), highest + 1)
        return {str(number % 10): Digit(number, "ten" if number == _BY_DIGIT else "") for number in numbers}

    def help(self, asked: Asked) -> str:
        lowest, highest = asked.field.lowest, asked.field.highest
        bounds = [f"from {lowest}"] * (lowest is not None) + [f"to {highest}"] * (highest is not None)
        return f"Type {' '.join(['a whole number', *bounds])}."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        value = whole(text)
        lowest, highest = asked.field.lowest, asked.field.highest
        if value is None or (lowest is not None and value < lowest) or (highest is not None and value > highest):
            raise NotUnderstood(self.help(asked))
        return Answer(value, "" if text == str(value) else str(value))

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return "" if value is None else str(value)


def whole(text: str) -> int | None:
    """Return the whole number that `text` is, or None."""
    plain = text.replace("−", "-")
    return int(re.sub(r"[^\d+-]", "", plain)) if _NUMBER.fullmatch(plain) else None


class Amount(Kind):
    """A number that need not be whole."""

    def help(self, asked: Asked) -> str:
        return f"Type a number, such as {amounts.say(_SUCH_AS, asked.language)}."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        value = amounts.read(text, asked.language)
        if value is None:
            raise NotUnderstood(self.help(asked))
        said = amounts.say(value, asked.language)
        return Answer(value, "" if said == text else said)

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return "" if value is None else amounts.say(value, asked.language)


class Counts(Kind):
    """How many there are of each value, from the highest down to the lowest."""

    nothing = ()

    def help(self, asked: Asked) -> str:
        values = _values(asked.field)
        example = " ".join(("3 6 2" + " 0" * len(values)).split()[: len(values)])
        return f"Type {len(values)} numbers, for {listed([str(value) for value in values], 'and')}, such as {example}."

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        counts = [whole(part) for part in re.split(r"[\s,;]+", text)]
        sound = tuple(count for count in counts if count is not None and 0 <= count <= _MOST)
        if not len(sound) == len(counts) == len(_values(asked.field)):
            raise NotUnderstood(self.help(asked))
        return Answer(sound, f"{sum(sound)} in all{_average(asked.field, sound)}")

    def typed(self, asked: Asked) -> str:
        return " ".join(map(str, asked.value()))

    def shown(self, asked: Asked, today: date) -> str:
        counts = tuple(asked.value())
        told = [f"{value}: {count}" for value, count in zip(_values(asked.field), counts, strict=False) if count]
        return f"{', '.join(told)}{_average(asked.field, counts)}"


def _values(field: Field) -> range:
    return range(field.highest or 0, (field.lowest or 0) - 1, -1)


def _average(field: Field, counts: tuple[int, ...]) -> str:
    total = sum(value * count for value, count in zip(_values(field), counts, strict=False))
    return f", average {total / sum(counts):.1f}" if sum(counts) else ""


class YesNo(Kind):
    def digits(self, field: Field) -> dict[str, Digit]:
        """1 says yes and 2 no, in the words of the field where it has some."""
        if field.choices:
            return {key: _digit(option.value == "yes", option) for key, option in _counted(field.choices).items()}
        return {"1": Digit(True, _YES[0]), "2": Digit(False, _NO[0])}

    def help(self, asked: Asked) -> str:
        return _YES_OR_NO

    def read(self, asked: Asked, text: str, today: date) -> Answer:
        return yes_or_no(text)

    def typed(self, asked: Asked) -> str:
        value = asked.value()
        return "" if value is None else _YES[0] if value else _NO[0]

    def suggestions(self, asked: Asked, text: str) -> tuple[str, ...]:
        return completing("", (_YES[0], _NO[0]), text)


def yes_or_no(text: str) -> Answer:
    """Return True or False, and the word for it; raises NotUnderstood for anything else."""
    said = folded(text)
    for value, words in ((True, _YES), (False, _NO)):
        if said and any(word.startswith(said) for word in words):
            return Answer(value, words[0])
    raise NotUnderstood(_YES_OR_NO)
