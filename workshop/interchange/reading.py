"""Reading a document back as a workshop: strictly, whole or not at all, refused in a sentence that names the place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fractional_indexing import generate_n_keys_between
from pydantic import BaseModel, ValidationError

from data import formats
from data.nouns.base import Noun
from data.tables import NOUN
from data.value import Workshop, of_rows
from data.versions import Version
from workshop.interchange.layout import Entry, Misshapen, flatten, nest, target, written_name
from workshop.interchange.model import NAME, VERSION, Document
from workshop.interchange.syntax import Refused, parse
from workshop.interchange.wording import sentence
from workshop.interchange.writing import noon

__all__ = ["Refused", "Taken", "read"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a document holds: a workshop, the step it has come to, and the versions of its plan, oldest first."""

    workshop: Workshop
    step: str
    versions: tuple[Version, ...]


def read(content: bytes) -> Taken:
    """Return what a document holds, of whatever version up to today's; raises Refused."""
    plain = _as_today(parse(content))
    _check(Document, plain)
    workshop = _workshop(plain, "")
    series = {letter: max(number, workshop.series.get(letter, 0)) for letter, number in plain.get("series", {}).items()}
    workshop = Workshop(workshop.rows, {**workshop.series, **series})
    return Taken(workshop, plain.get("step", "open"), _versions(plain.get("versions", [])))


def _as_today(plain: Any) -> Mapping[str, Any]:
    """A document as today's version has it; raises Refused when it is none, or of a version yet to come."""
    if not isinstance(plain, dict) or plain.get("format") != NAME:
        raise Refused(f'format: this is no workshop\'s document, which begins with "format": "{NAME}".')
    version = plain.get("version")
    if type(version) is not int or version < 1:
        raise Refused("version: it takes a whole number from 1 on.")
    if version > formats.FORMAT:
        raise Refused(
            "version: this was written by a newer version of workshop "
            f"({version}, this one reads up to {formats.FORMAT}): update workshop to import it."
        )
    if version == formats.FORMAT:
        return plain
    try:
        now = {**_upgraded(plain, version, ""), "version": VERSION}
        versions = plain.get("versions", [])
        for number, each in enumerate(versions if isinstance(versions, list) else []):
            if isinstance(each, dict) and isinstance(each.get("plan"), dict):
                plan = _upgraded(each["plan"], version, f"versions[{number}].plan")
                now["versions"] = [*now["versions"][:number], {**each, "plan": plan}, *now["versions"][number + 1 :]]
    except Misshapen as error:
        raise Refused(str(error)) from None
    return now


def _upgraded(decided: Mapping[str, Any], version: int, place: str) -> dict[str, Any]:
    """What was decided, by way of the same steps that read an older log; what they do not know stays for the check."""
    ops = [[entry.table, entry.fields["id"], None, entry.fields] for entry in flatten(decided, place)]
    rows: dict[str, list[Any]] = {}
    for table, _id, _before, fields in formats.upgrade(ops, version):
        rows.setdefault(table, []).append(fields)
    known = {entry.place.removeprefix(f"{place}.").partition("[")[0] for entry in flatten(decided, place)}
    return {name: value for name, value in decided.items() if name not in known} | nest(rows)


def _check(model: type[BaseModel], plain: Any) -> None:
    """Refuse what the model does; the first fault that a reader of the document would come to is the one told."""
    try:
        model.model_validate_json(json.dumps(plain), strict=True)
    except ValidationError as error:
        raise Refused(sentence(error.errors(include_url=False)[0])) from None


def _workshop(decided: Mapping[str, Any], place: str) -> Workshop:
    """The value that a checked document holds; raises Refused when an id is given twice or leads nowhere."""
    entries = list(flatten(decided, place))
    places: dict[tuple[str, str], str] = {}
    for entry in entries:
        key = entry.table, entry.fields["id"]
        if key in places:
            what = key[1].rpartition("-")[2] if entry.link else key[1]
            where = entry.place if entry.link else f"{entry.place}.id"
            raise Refused(f"{where}: {what} is there already, at {places[key]}.")
        places[key] = entry.place
    for entry in entries:
        for column, value in entry.fields.items():
            noun = target(entry.table, column)
            if noun is not None and value is not None and (noun.table, value) not in places:
                where = entry.place if entry.link else f"{entry.place}.{written_name(entry.table, column)}"
                raise Refused(f"{where}: there is no {noun.table} {value}.")
    return of_rows(_ranked(entries))


def _ranked(entries: Sequence[Entry]) -> Iterable[Noun]:
    """The rows, ranked in the order they stand in."""
    by_table: dict[str, list[Entry]] = {}
    for entry in entries:
        by_table.setdefault(entry.table, []).append(entry)
    for table, those in by_table.items():
        noun = NOUN[table]
        ranks = generate_n_keys_between(None, None, len(those)) if "rank" in noun.model_fields else [None] * len(those)
        for entry, rank in zip(those, ranks, strict=True):
            ranked = entry.fields if rank is None else {**entry.fields, "rank": rank}
            yield noun.model_validate(ranked)


def _versions(plain: Sequence[Mapping[str, Any]]) -> tuple[Version, ...]:
    """The versions of the plan, published before the workshop's own log begins."""
    versions: list[Version] = []
    for at, each in enumerate(plain):
        place = f"versions[{at}]"
        if versions and each["number"] <= versions[-1].number:
            raise Refused(f"{place}.number: it has to be higher than {versions[-1].number}, the one before it.")
        value = _workshop(each["plan"], f"{place}.plan")
        seq = at + 1 - len(plain)
        try:
            instant = noon(value, date.fromisoformat(each["date"]))
        except OverflowError:
            raise Refused(f"{place}.date: no calendar reaches that far.") from None
        versions.append(Version(each["number"], seq, instant, formats.document(value)))
    return tuple(versions)
