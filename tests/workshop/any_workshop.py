"""Any workshop the store would keep: rows of every noun, with whatever texts, references, dates and numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st

from data.nouns.assessment import Assessment, Rating
from data.nouns.base import TEXT_BOUND, Noun
from data.nouns.change import Adjustment
from data.nouns.check_in import (
    Agreed,
    Attends,
    FollowUp,
    Judgment,
    Reading,
    Report,
    Revisit,
    Sitting,
    Watch,
    Win,
)
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Helps, Milestone, Needs, Priority, Risk, Serves
from data.nouns.rhythm import Cadence, Trigger
from data.nouns.room import Acceptance, Action, Brief, Carried, Parked, Party, Reservation
from data.nouns.strategy import Arena, Capability, Condition
from data.tables import REFERENCES
from data.value import Workshop, link, noun_of, of_rows

TODAY = date(2026, 10, 14)

#: What has broken terminals, tables, page layouts or parsers before, here or elsewhere.
HOSTILE = (
    "[/b]",
    "Win [/b] in [red]",
    "[/",
    "\x1b[31mred\x1b[0m \x1b]8;;http://example.com\x07link\x1b]8;;\x07 \x9b2J",
    "nul\x00and\x07bell\x7f",
    "tab\tnew\nline\r\nreturn\r\u2028separator\u2029\x85",
    "\u202eright to left override\u2066 and isolate",
    "# heading",
    "1. one",
    "12) twelve",
    "- bullet",
    "+ plus",
    "* star",
    "> quote",
    "---",
    "===",
    "```",
    "~~~ python",
    "    four spaces",
    "| a | b |",
    "a | b \\| c \\\\| d",
    "trailing backslash \\",
    "`code` ``more``",
    "*em* **strong** _em_ __strong__ ~~gone~~ snake_case_name",
    "[text](http://example.com) ![image](x.png) [ref][1] [^1]",
    "<script>alert(1)</script> <b> <!-- c --> <http://example.com>",
    "http://example.com www.example.com mailto:a@example.com a@example.com example.com //example.com ftp://a.b",
    "&amp; &lt; &#35; &copy R&D",
    "[ ] todo",
    ": definition",
    "% title",
    "$x^2$ {#id .class} {{ page }} @mention #1 H~2~O",
    "=HYPERLINK(1)",
    "x" * TEXT_BOUND,
    "word " * 200,
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea 123",
    "e\u0301\u0323\u0308 " + "z" + "\u0335" * 300,
    "\u0301starts with a mark",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1e9\U0001f1ea",
    "\u2764\ufe0f 1\ufe0f\u20e3 \U0001f3fd",
    "\ufe0f",
    "\u65e5\u672c\u8a9e\u306e\u9577\u3044\u6587\u7ae0" * 30,
    "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f \u0e01\u0e33\u0e25\u0e31\u0e07 \u1112\u1161\u11ab",
    "\u3000ideographic\u3000space\u00a0no break\u200bzero",
    "   ",
    "",
)

_PARTS: tuple[type[Noun], ...] = (
    Arena,
    Condition,
    Capability,
    Priority,
    Milestone,
    Measure,
    Fact,
    Principle,
    Risk,
    Cadence,
    Trigger,
    Carried,
    Reservation,
    Parked,
    Action,
    Sitting,
    Win,
    Adjustment,
    Assessment,
)
#: What is said of one row at one check-in, and of which column the other id is.
_SAID: dict[type[Noun], tuple[str, type[Noun]]] = {
    Attends: ("party_id", Party),
    Agreed: ("action_id", Action),
    Report: ("milestone_id", Milestone),
    FollowUp: ("action_id", Action),
    Reading: ("measure_id", Measure),
    Revisit: ("condition_id", Condition),
    Watch: ("trigger_id", Trigger),
    Judgment: ("priority_id", Priority),
}
#: How many there are at most of what is written down at check-ins, of each kind.
_FEW = 4

_TARGET = {(reference.table, reference.column): noun_of(reference.target) for reference in REFERENCES}

texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@st.composite
def workshops(draw: st.DrawFn, text: st.SearchStrategy[str] = texts, most: int = 15) -> Workshop:
    """Workshops of up to `most` rows of each noun."""
    pool = draw(st.lists(text, min_size=1, max_size=12))
    return workshop(Random(draw(st.integers(0, 2**32))), pool, most)


def workshop(random: Random, pool: list[str], most: int) -> Workshop:
    """A workshop whose every text is one of `pool`, with up to `most` rows of each noun."""
    counts: dict[type[Noun], int] = {noun: random.randint(0, most) for noun in _PARTS}
    counts |= {Party: random.randint(1, most), Brief: 1}
    if not counts[Arena]:
        counts[Condition] = counts[Capability] = 0
    if not counts[Priority]:
        counts[Milestone] = 0
    counts |= {noun: min(counts[noun], _FEW) for noun in (Sitting, Win, Adjustment)}
    if not counts[Sitting]:
        counts[Win] = 0
    rows: list[Noun] = [_row(Brief, "W", random, pool, counts)]
    nouns: tuple[type[Noun], ...] = (Party, *_PARTS)
    for noun in nouns:
        rows += (_row(noun, f"{noun.letter}{n}", random, pool, counts) for n in range(1, counts[noun] + 1))
    if counts[Arena] and counts[Priority]:
        rows += (link(Serves, **_ids(random, counts, priority_id=Priority, arena_id=Arena)) for _ in range(most))
    if counts[Priority]:
        rows += (link(Helps, **_ids(random, counts, priority_id=Priority, party_id=Party)) for _ in range(most))
    if counts[Milestone]:
        rows += (link(Needs, **_ids(random, counts, milestone_id=Milestone, needs_id=Milestone)) for _ in range(most))
    for noun, (column, other) in _SAID.items():
        for _ in range(min(most, _FEW) if counts[Sitting] and counts[other] else 0):
            ids = _ids(random, counts, check_in_id=Sitting, **{column: other})
            rows.append(_row(noun, "-".join(ids.values()), random, pool, counts).replace(**ids))
    for number in range(1, counts[Assessment] + 1):
        for item in ("DIR-1", "OWN-2", "x"):
            rating = _row(Rating, f"S{number}-{item}", random, pool, counts)
            rows.append(rating.replace(assessment_id=f"S{number}"))
    for code in ("WTP-02", "MIL-08"):
        rows.append(_row(Acceptance, f"{code}:", random, pool, counts))
    return of_rows(rows)


def _ids(random: Random, counts: dict[type[Noun], int], **nouns: type[Noun]) -> dict[str, str]:
    return {name: f"{noun.letter}{random.randint(1, counts[noun])}" for name, noun in nouns.items()}


def _row(noun: type[Noun], id: str, random: Random, pool: list[str], counts: dict[type[Noun], int]) -> Noun:
    def value(name: str, kind: Any) -> Any:
        if target := _TARGET.get((noun.table, name)):
            required = type(None) not in get_args(kind)
            if not counts[target] or (not required and random.random() < 0.3):
                return None
            return f"{target.letter}{random.randint(1, counts[target])}"
        kinds = [each for each in get_args(kind) or (kind,) if each is not type(None)]
        if type(None) in get_args(kind) and random.random() < 0.2:
            return None
        return _value(kinds[0], name, random, pool)

    fields = {name: value(name, field.annotation) for name, field in noun.model_fields.items() if name != "id"}
    return noun(id=id, **fields)


def _value(kind: Any, name: str, random: Random, pool: list[str]) -> Any:
    if name in ("fist", "busy_months"):
        return tuple(random.randint(0, 12) for _ in range(6)) if random.random() < 0.8 else ()
    if name in ("out_of_scope", "ground_rules", "holidays", "reviewed"):
        return tuple(random.choices(pool, k=random.randint(0, 6)))
    if name in ("roles", "names"):
        return tuple(random.choices(pool, k=random.randint(0, 6)))
    if name in ("counts", "leaders"):
        return tuple(random.randint(0, 5) for _ in range(7)) if random.random() < 0.8 else ()
    if kind is str:
        return random.choice(pool)
    if kind is bool:
        return random.random() < 0.5
    if kind is int:
        return random.choice([0, 1, 3, 5, 10, 10**9])
    if kind is Decimal:
        return Decimal(random.choice(["0", "-3", "4.5", "0.000001", "69", "999999999999.999999"]))
    if kind is date:
        return TODAY + timedelta(days=random.randint(-400, 1200))
    if kind is datetime:
        return datetime(2026, 12, 2, 9, random.randint(0, 59), tzinfo=UTC)
    if kind is time:
        return time(13)
    assert issubclass(kind, StrEnum), kind
    return random.choice(list(kind))
