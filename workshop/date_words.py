"""The words in which people say dates, and what is said back to them: one table for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "quarter", "year"]
Edge = Literal["start", "mid", "end"]
Sign = Literal["in", "ago", "from", "of", "this", "next"]


@dataclass(frozen=True)
class Sentences:
    """What is said back in one language, to be filled in by `str.format`."""

    today: str
    tomorrow: str
    yesterday: str
    in_days: str
    days_ago: str
    not_understood: str
    two_readings: str
    short_year: str
    no_such_day: str
    not_in_it: str
    wrong_weekday: str
    which_day: str
    out_of_range: str
    not_a_time: str
    which_half: str
    ends_first: str
    which_days: str


@dataclass(frozen=True, eq=False)
class DateWords:
    """One language's words for dates; where a string holds several words, each of them says the same.

    Of a month and a weekday, the first word is the full one and the second the one shown on the wall. A word of
    `leading` may stand in front of a date, one of `ignored` anywhere. `quarter` is the letter in "q3", `nth_endings`
    the letters in "15th". `upto` stands between the first day and the last of several. `halves` are the words for the
    hours before and after noon, `oclock` what may stand behind an hour. `shown`, `shown_plain` and
    `shown_short` are how a date is written.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    units: Mapping[Unit, str]
    edges: Mapping[Edge, str]
    signs: Mapping[Sign, str]
    days: Mapping[str, int]
    counts: Mapping[str, int]
    nths: Mapping[str, int]
    nth_endings: str
    quarter: str
    leading: str
    upto: str
    ignored: str
    ends_of: Mapping[str, Unit]
    halves: tuple[str, str]
    noon: str
    shown: str
    shown_plain: str
    shown_short: str
    sentences: Sentences
    oclock: str = ""


ENGLISH = DateWords(
    months=(
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ),
    weekdays=(
        "monday mon",
        "tuesday tue tues",
        "wednesday wed weds",
        "thursday thu thur thurs",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
    units={
        "day": "day days d",
        "week": "week weeks wk wks w",
        "month": "month months mo m",
        "quarter": "quarter quarters",
        "year": "year years yr yrs y",
    },
    edges={"start": "start beginning", "mid": "mid middle", "end": "end"},
    signs={"in": "in", "ago": "ago", "from": "from", "of": "of", "this": "this", "next": "next"},
    days={"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1},
    counts={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    nths={"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1},
    nth_endings="st nd rd th",
    quarter="q",
    leading="by on",
    upto="to until till through",
    ignored="the",
    ends_of={"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"},
    halves=("am", "pm"),
    noon="noon",
    shown="{weekday} {day} {month} {year}",
    shown_plain="{day} {month} {year}",
    shown_short="{day} {month}",
    sentences=Sentences(
        today="today",
        tomorrow="tomorrow",
        yesterday="yesterday",
        in_days="in {days} days",
        days_ago="{days} days ago",
        not_understood="Type a date such as 15 jan, end of march, in 6 weeks or 2027-01-15.",
        two_readings="Write the month as a word: {one} or {other}.",
        short_year="Write the year with four figures, such as {year}.",
        no_such_day="{month} has {days} days: type a day from 1 to {days}.",
        not_in_it="There is no such day then: type a date such as 15 jan 2027.",
        wrong_weekday="{date} is a {weekday}: correct the day or the date.",
        which_day="Say which day of it, such as end of next month.",
        out_of_range="Type a date in the years {first} to {last}.",
        not_a_time="Type a time such as 13:00 or 1:30 pm.",
        which_half="Type {time} am or {time} pm.",
        ends_first="{last} is before {first}: type the first day, then the last.",
        which_days="Type days such as 24 dec to 2 jan, with a semicolon between one stretch and the next.",
    ),
)

GERMAN = DateWords(
    months=(
        "januar jan jänner",
        "februar feb feber",
        "märz mär maerz mrz",
        "april apr",
        "mai mai",
        "juni jun",
        "juli jul",
        "august aug",
        "september sep sept",
        "oktober okt",
        "november nov",
        "dezember dez",
    ),
    weekdays=(
        "montag mo",
        "dienstag di",
        "mittwoch mi",
        "donnerstag do",
        "freitag fr",
        "samstag sa sonnabend",
        "sonntag so",
    ),
    units={
        "day": "tag tage tagen tages",
        "week": "woche wochen",
        "month": "monat monate monaten monats",
        "quarter": "quartal quartale quartalen quartals",
        "year": "jahr jahre jahren jahres",
    },
    edges={"start": "anfang beginn", "mid": "mitte", "end": "ende"},
    signs={
        "in": "in",
        "ago": "vor",
        "from": "ab",
        "of": "im des vom von",
        "this": "diese diesen dieser dieses diesem",
        "next": "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes",
    },
    days={"heute": 0, "jetzt": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2},
    counts={
        "ein": 1,
        "eine": 1,
        "einem": 1,
        "einer": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
    },
    nths={
        f"{stem}{ending}": number
        for stem, number in (("erste", 1), ("zweite", 2), ("dritte", 3), ("vierte", 4), ("fünfte", 5), ("letzte", -1))
        for ending in ("", "r", "n", "s")
    },
    nth_endings="ter ten te",
    quarter="q",
    leading="bis am im",
    upto="bis",
    ignored="der die das den dem zum",
    ends_of={"monatsende": "month", "quartalsende": "quarter", "jahresende": "year"},
    halves=("vormittags", "nachmittags"),
    noon="mittag",
    shown="{weekday} {day}. {month} {year}",
    shown_plain="{day}. {month} {year}",
    shown_short="{day}. {month}",
    sentences=Sentences(
        today="heute",
        tomorrow="morgen",
        yesterday="gestern",
        in_days="in {days} Tagen",
        days_ago="vor {days} Tagen",
        not_understood="Schreib ein Datum wie 15. Januar, Ende März, in 6 Wochen oder 2027-01-15.",
        two_readings="Schreib den Monat als Wort: {one} oder {other}.",
        short_year="Schreib das Jahr mit vier Ziffern, etwa {year}.",
        no_such_day="{month} hat {days} Tage: schreib einen Tag von 1 bis {days}.",
        not_in_it="Diesen Tag gibt es dann nicht: schreib ein Datum wie 15. Januar 2027.",
        wrong_weekday="Der {date} ist ein {weekday}: berichtige den Tag oder das Datum.",
        which_day="Sag, welcher Tag davon, etwa Ende nächsten Monats.",
        out_of_range="Schreib ein Datum in den Jahren {first} bis {last}.",
        not_a_time="Schreib eine Uhrzeit wie 13:00 oder 13 Uhr.",
        which_half="Schreib {time} vormittags oder {time} nachmittags.",
        ends_first="{last} liegt vor {first}: schreib erst den ersten Tag, dann den letzten.",
        which_days="Schreib Tage wie 24. Dez bis 2. Jan, mit einem Strichpunkt zwischen zwei Zeiträumen.",
    ),
    oclock="uhr",
)

#: The languages dates can be said in, by their code.
LANGUAGES: dict[str, DateWords] = {"en": ENGLISH, "de": GERMAN}


def words_for(language: str) -> DateWords:
    """Return the words of a language ("en", or "en-US" by its first part); English where there is no table for it."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
