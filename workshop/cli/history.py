"""`history`: what was changed in a workshop, when, by whom, in words."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.history import Entry

#: Cells that words keep on the narrowest of terminals, and that a name takes at most there.
_NARROWEST, _NAME = 20, 16


@click.command()
@database_option
@ref_argument
@click.option("--json", "as_json", is_flag=True, help="Write JSON: every line of each change, and its rows.")
@pass_place
def history(place: Place, ref: str, as_json: bool) -> None:
    """Say what was changed, the latest first.

    A line says the change's number, when it was made, by whom, what became of it (undone, or the version of the plan
    it adopted), and what it did. On a terminal the lines stand in columns and are cut to its width; elsewhere they are
    whole, with tabs between the fields.
    """
    from workshop.history import entries

    with place.workshop(ref) as (store, id):
        told = entries(store.changes(id))[::-1]
    if as_json:
        output.say_json([_plain(entry) for entry in told])
    elif output.is_terminal():
        _say_columns([_fields(entry) for entry in told], shutil.get_terminal_size().columns)
    else:
        for entry in told:
            output.say_fields(_fields(entry))


def _fields(entry: Entry) -> tuple[str, str, str, str, str]:
    at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
    what = entry.lines[0].text if entry.turns else "; ".join(line.text for line in entry.lines)
    return str(entry.seq), at, output.line(entry.actor), _became(entry), output.line(what)


def _became(entry: Entry) -> str:
    if entry.undone_by is not None:
        return "withdrawn" if entry.version else "undone"
    return f"version {entry.version}" if entry.version else ""


def _say_columns(rows: Sequence[tuple[str, str, str, str, str]], width: int) -> None:
    from workshop.history import squeezed
    from workshop.text import cells, shorten

    def column(text: str, size: int) -> str:
        return text + " " * (size - cells(text))

    rows = [(number, at, shorten(who, _NAME), became, what) for number, at, who, became, what in rows]
    sizes = [max(cells(row[place]) for row in rows) for place in range(4)]
    spare = max(width - sum(size + 2 for size in sizes if size), _NARROWEST)
    for row in rows:
        left = "  ".join(column(text, size) for text, size in zip(row, sizes, strict=False) if size)
        output.say(f"{left}  {squeezed(row[4], spare)}")


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "change": entry.seq,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "label": entry.label,
        "reason": entry.reason,
        "lines": [
            {"text": line.text, "under": list(line.under), "rows": [f"{key.table}/{key.id}" for key in line.rows]}
            for line in entry.lines
        ],
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "back_to": entry.back_to,
        "undone_by": entry.undone_by,
        "version": entry.version,
    }
