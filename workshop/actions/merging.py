"""Two rows become one: what refers to the first refers to the second, and what the second lacks it takes over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.nouns.base import Noun
from data.tables import NOUN, REFERENCES
from data.value import Key, Workshop


def taken_over(gone: Noun, stays: Noun, *, but: Iterable[str] = ()) -> dict[str, Any]:
    """The fields that `stays` has left at their defaults, as `gone` has them; `id`, `rank` and `but` stay."""
    fields = type(stays).model_fields
    own = {"id", "rank", *but}
    return {
        name: getattr(gone, name)
        for name, field in fields.items()
        if name not in own and getattr(stays, name) == field.get_default(call_default_factory=True)
    }


def refer(workshop: Workshop, table: str, id: str, to: str) -> Workshop:
    """Let every reference to row `id` of a table be one to row `to`; nothing comes to refer to itself."""
    for reference in REFERENCES:
        if reference.target != table:
            continue
        noun = NOUN[reference.table]
        for row in workshop.of(noun):
            if getattr(row, reference.column) != id:
                continue
            if noun.letter or not reference.required:
                own = row.table == table and row.id == to
                workshop = workshop.change(noun, row.id, **{reference.column: None if own else to})
            else:
                workshop = _relinked(workshop, row, reference.column, to)
    return workshop


def _relinked(workshop: Workshop, row: Noun, column: str, to: str) -> Workshop:
    """Add the row that joins `to` instead, unless there is one; the old one goes with the row it joins."""
    joined = [each.column for each in REFERENCES if each.table == row.table and each.required]
    ids = {name: getattr(row, name) for name in joined} | {column: to}
    new = row.replace(id="-".join(ids.values()), **{column: to})
    if len(set(ids.values())) < len(ids) or Key(new.table, new.id) in workshop.rows:
        return workshop
    return workshop.put(new)
