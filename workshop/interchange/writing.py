"""Writing a workshop as a document: the same bytes for the same workshop, in lines that people can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from data.nouns.base import Noun, shortest
from data.tables import NOUNS
from data.value import Workshop
from data.versions import Version
from workshop.interchange.layout import nest
from workshop.interchange.model import NAME, VERSION

#: What a terminal or an editor could take for an order, beside what JSON escapes anyway: C1 controls, line separators
#: and the marks that turn the direction of what follows.
_ORDERS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

#: Characters of a list that stands on one line.
_WIDTH = 90


def write(workshop: Workshop, *, step: str, versions: Iterable[Version] = ()) -> bytes:
    """Return the document, in UTF-8: the workshop, the step it has come to, and the versions of its plan that stand.

    A field at its default is left out; the order of a list is the order of its rows.
    """
    document = {"format": NAME, "version": VERSION, "step": step, **_decided(workshop)}
    letters = dict.fromkeys(noun.letter for noun in NOUNS)
    series = {letter: workshop.series[letter] for letter in letters if workshop.series.get(letter)}
    document |= {"series": series} if series else {}
    kept = [_version(version) for version in versions]
    document |= {"versions": kept} if kept else {}
    return _ORDERS.sub(_escaped, f"{_lines(document, '')}\n").encode()


def noon(value: Workshop, day: date) -> datetime:
    """Return the middle of a day where the workshop is held: the instant that stands for a version's date."""
    return datetime.combine(day, time(12), _zone(value)).astimezone(UTC)


def _lines(value: Any, indent: str) -> str:
    """JSON a line for each field; a short list of single values stands on one line."""
    deeper = f"{indent}  "
    match value:
        case dict():
            fields = [f"{deeper}{_one_line(name)}: {_lines(each, deeper)}" for name, each in value.items()]
            return "{\n" + ",\n".join(fields) + f"\n{indent}" + "}" if fields else "{}"
        case list() if any(isinstance(each, dict | list) for each in value) or len(_one_line(value)) > _WIDTH:
            return "[\n" + ",\n".join(deeper + _lines(each, deeper) for each in value) + f"\n{indent}]"
    return _one_line(value)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _version(version: Version) -> dict[str, Any]:
    value = version.value
    day = version.at.astimezone(_zone(value)).date()
    return {"number": version.number, "date": day.isoformat(), "plan": _decided(value)}


def _decided(workshop: Workshop) -> dict[str, Any]:
    rows = {noun.table: [_plain(row) for row in workshop.of(noun)] for noun in NOUNS}
    return nest(rows)


def _plain(row: Noun) -> dict[str, Any]:
    fields = row.model_dump(mode="json", exclude_defaults=True)
    # A number that need not be whole is written as text, or a reader's floating point would change it.
    exact = {name: shortest(value) for name, value in row.__dict__.items() if isinstance(value, Decimal)}
    return fields | exact


def _zone(value: Workshop) -> tzinfo:
    """The zone the workshop names, if this machine knows it."""
    try:
        return ZoneInfo(value.brief.zone)
    except (OSError, ValueError, KeyError):
        return UTC
