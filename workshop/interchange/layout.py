"""Where each noun stands in the document: a list of its own, a list within its parent, or a list of ids.

All of it is derived from the nouns. A new one comes along by itself, under the plural of its table's name; a line
below is needed only where that is not its name, or where its rows are to stand inside others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.nouns.assessment import Assessment, Rating
from data.nouns.base import Noun
from data.nouns.check_in import Attends, FollowUp, Judgment, Reading, Report, Revisit, Sitting, Watch, Win
from data.nouns.planning import Helps, Priority
from data.nouns.room import Brief, Carried, Consent, Objection, Parked, Party, Stretch
from data.nouns.strategy import Arena, Capability, Condition
from data.tables import NOUN, NOUNS, REFERENCES

Fields = Mapping[str, Any]

#: What a list is called where that is not the table's name with an s.
_CALLED: dict[type[Noun], str] = {
    Party: "parties",
    Carried: "carried",
    Capability: "capabilities",
    Priority: "priorities",
    Helps: "helpers",
    Parked: "parked",
    Stretch: "stretches",
    Attends: "attendance",
    Watch: "watched",
}
#: What stands inside the rows that it belongs to.
_INSIDE: dict[type[Noun], type[Noun]] = {
    **dict.fromkeys((Condition, Capability), Arena),
    Rating: Assessment,
    Objection: Consent,
    **dict.fromkeys((Report, FollowUp, Reading, Revisit, Watch, Judgment, Win), Sitting),
}
#: What there is exactly one of, and the id it always has.
ALONE: dict[type[Noun], str] = {Brief: "W"}

_REFERENCES = {(reference.table, reference.column): reference for reference in REFERENCES}


@dataclass(frozen=True, slots=True)
class Link:
    """Rows of `noun` as a list of ids `name` in the rows that its column `of` names; the ids are of `to`."""

    name: str
    noun: type[Noun]
    of: str
    to: str


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of `noun` as a list `name`; `inside` is the column that the row around them stands for, "" for none."""

    name: str
    noun: type[Noun]
    inside: str
    parts: tuple[Part, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a document: where it stands there ("arenas[2]"), its table, and its columns.

    A `link` is one of a list of ids, and no object of its own.
    """

    place: str
    table: str
    fields: dict[str, Any]
    link: bool = False


class Misshapen(ValueError):
    """Something is no list or no object where one has to be; `str()` is a sentence that names the place."""


def written_name(table: str, column: str) -> str:
    """Return what a column is called in the document: `owner` for `owner_id`."""
    return column.removesuffix("_id") if (table, column) in _REFERENCES else column


def target(table: str, column: str) -> type[Noun] | None:
    """Return the noun that a column refers to, None when it refers to none."""
    reference = _REFERENCES.get((table, column))
    return NOUN[reference.target] if reference else None


def columns(noun: type[Noun], inside: str = "") -> tuple[str, ...]:
    """Return the columns that a noun's rows have in the document: neither their rank, which is their order there, nor
    what the place they stand at says already."""
    told = {"rank", inside, "id" if noun in ALONE else ""}
    return tuple(name for name in noun.model_fields if name not in told)


def _ends(noun: type[Noun]) -> tuple[str, ...]:
    """The two columns of a noun that does nothing but join two others; else nothing."""
    names = tuple(name for name in noun.model_fields if name != "id")
    joins = len(names) == 2 and all((noun.table, name) in _REFERENCES for name in names)
    return names if joins and not noun.letter else ()


def _part(noun: type[Noun], parent: type[Noun] | None = None) -> Part:
    inside = next((name for name in noun.model_fields if parent and target(noun.table, name) is parent), "")
    links = []
    for other in NOUNS:
        ends = _ends(other)
        if ends and target(other.table, ends[0]) is noun:
            links.append(Link(_CALLED.get(other, other.table), other, *ends))
    parts = tuple(_part(other, noun) for other, around in _INSIDE.items() if around is noun)
    return Part(_CALLED.get(noun, f"{noun.table}s"), noun, inside, parts, tuple(links))


#: The lists of a document, in the order of the nouns.
PARTS: tuple[Part, ...] = tuple(
    _part(noun) for noun in NOUNS if noun not in ALONE and noun not in _INSIDE and not _ends(noun)
)


def nest(rows: Mapping[str, Sequence[Fields]]) -> dict[str, Any]:
    """Return rows by table, in order, as the lists of a document; what is empty is left out."""
    document: dict[str, Any] = {
        noun.table: _renamed(noun, fields, "") for noun in ALONE for fields in rows.get(noun.table, ())
    }
    grouped: dict[tuple[str, str], dict[str, list[Fields]]] = {}

    def of(table: str, column: str, id: str) -> list[Fields]:
        """The rows whose column has this id; they are grouped once."""
        if (table, column) not in grouped:
            groups = grouped[table, column] = defaultdict(list)
            for fields in rows.get(table, ()):
                groups[fields[column]].append(fields)
        return grouped[table, column].get(id, [])

    def listed(part: Part, found: Sequence[Fields]) -> list[dict[str, Any]]:
        return [row(part, fields) for fields in found]

    def row(part: Part, fields: Fields) -> dict[str, Any]:
        inner = {
            within.name: listed(within, of(within.noun.table, within.inside, fields["id"])) for within in part.parts
        }
        ids = {link.name: [each[link.to] for each in of(link.noun.table, link.of, fields["id"])] for link in part.links}
        return _renamed(part.noun, fields, part.inside) | {
            name: each for name, each in {**inner, **ids}.items() if each
        }

    lists = {part.name: listed(part, rows.get(part.noun.table, ())) for part in PARTS}
    return document | {name: each for name, each in lists.items() if each}


def flatten(document: Fields, place: str = "") -> Iterator[Entry]:
    """Yield the rows of a document that stands at `place`; raises Misshapen. What it does not know it leaves aside."""
    before = f"{place}." if place else ""
    for noun, id in ALONE.items():
        if noun.table in document:
            here = f"{before}{noun.table}"
            yield Entry(here, noun.table, {"id": id, **_columns(noun, _object(document[noun.table], here))})
    for part in PARTS:
        yield from _flatten_list(part, document, before)


def _flatten_list(part: Part, around: Fields, before: str, **parent: str) -> Iterator[Entry]:
    for here, each in _items(around, part.name, before):
        row = _object(each, here)
        if not isinstance(row.get("id"), str):
            raise Misshapen(f"{here}.id: it takes a text.")
        yield Entry(here, part.noun.table, {**_columns(part.noun, row), **parent})
        for within in part.parts:
            yield from _flatten_list(within, row, f"{here}.", **{within.inside: row["id"]})
        for link in part.links:
            for there, other in _items(row, link.name, f"{here}."):
                if not isinstance(other, str):
                    raise Misshapen(f"{there}: it takes a text.")
                ids = {"id": f"{row['id']}-{other}", link.of: row["id"], link.to: other}
                yield Entry(there, link.noun.table, ids, link=True)


def _items(around: Fields, name: str, before: str) -> Iterator[tuple[str, Any]]:
    found = around.get(name, [])
    if not isinstance(found, list):
        raise Misshapen(f"{before}{name}: it takes a list.")
    for number, each in enumerate(found):
        yield f"{before}{name}[{number}]", each


def _object(value: Any, place: str) -> Fields:
    if not isinstance(value, dict):
        raise Misshapen(f"{place}: it takes an object in braces.")
    return value


def _renamed(noun: type[Noun], fields: Fields, inside: str) -> dict[str, Any]:
    """A row as it is written, its columns in the noun's order; those that are not the noun's (any more) come last."""
    told = {"rank", inside, "id" if noun in ALONE else ""}
    names = [*(name for name in noun.model_fields if name in fields), *(fields.keys() - noun.model_fields.keys())]
    return {written_name(noun.table, name): fields[name] for name in names if name not in told}


def _columns(noun: type[Noun], row: Fields) -> dict[str, Any]:
    """A row's columns, by their own names; what is none of the noun's keeps the name it was written by."""
    own = {written_name(noun.table, name): name for name in noun.model_fields}
    part = next((part for part in _all(PARTS) if part.noun is noun), None)
    lists = {*(inner.name for inner in part.parts), *(link.name for link in part.links)} if part else set()
    return {own.get(name, name): value for name, value in row.items() if name not in lists}


def _all(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _all(part.parts)
