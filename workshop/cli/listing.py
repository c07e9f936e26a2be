"""`list`: one line a workshop."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place

if TYPE_CHECKING:
    from data.listing import Listing

_UNTITLED = "(untitled)"
#: Cells a title keeps on the narrowest of terminals.
_NARROWEST = 10


@click.command("list")
@database_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON, with whatever else the list knows.")
@click.option("--archived", is_flag=True, help="List the archived ones instead.")
@pass_place
def list_(place: Place, as_json: bool, archived: bool) -> None:
    """List the workshops, a line each.

    A line says ref, title, step and when it was last touched; the latest comes first. On a terminal the lines stand in
    columns and titles are cut to its width; elsewhere titles are whole, with tabs between the fields.
    """
    listed = place.listing(archived=archived)
    if as_json:
        output.say_json([_plain(row) for row in listed])
    elif not listed:
        output.note("Nothing is archived." if archived else "No workshops yet: `workshop sample` adds one to look at.")
    elif output.is_terminal():
        _say_columns([_fields(row) for row in listed], shutil.get_terminal_size().columns)
    else:
        for row in listed:
            output.say_fields(_fields(row))


def _fields(row: Listing) -> tuple[str, str, str, str]:
    updated = row.touched_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return row.ref, output.line(row.title) or _UNTITLED, row.step, updated


def _say_columns(rows: list[tuple[str, str, str, str]], width: int) -> None:
    from workshop.text import cells, shorten

    refs, steps = (max(len(row[place]) for row in rows) for place in (0, 2))
    spare = width - refs - steps - len(rows[0][3]) - 6
    titles = min(max(cells(row[1]) for row in rows), max(spare, _NARROWEST))
    for ref, title, step, updated in rows:
        shown = shorten(title, titles)
        output.say(f"{ref:<{refs}}  {shown}{' ' * (titles - cells(shown))}  {step:<{steps}}  {updated}")


def _plain(row: Listing) -> dict[str, str | int | None]:
    return {
        "ref": row.ref,
        "title": row.title,
        "organization": row.organization,
        "step": row.step,
        "updated": row.touched_at.isoformat(),
        "created": row.created_at.isoformat(),
        "archived": row.archived_at.isoformat() if row.archived_at else None,
        "agenda": row.agenda,
        "version": row.version,
        "next_on": row.next_on.isoformat() if row.next_on else None,
        "changes": row.seq,
        "arenas": row.arenas,
        "priorities": row.priorities,
        "milestones": row.milestones,
    }
