"""`import` and `schema`: a workshop from a file that was exported as JSON, and what such a file looks like."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place

_STANDARD_INPUT = "-"


@click.command("import")
@database_option
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@pass_place
def import_(place: Place, file: str) -> None:
    """Add a workshop that 'export -f json' wrote, and print its ref.

    FILE may be - for standard input. The workshop is a new one, also where the original is; a file with a fault in it
    is refused as a whole.
    """
    from workshop.importing import Refused, read_file, read_stream

    try:
        found = read_stream(sys.stdin.buffer) if file == _STANDARD_INPUT else read_file(Path(file))
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    with place.store() as store:
        output.say(found.keep(store).ref)


@click.command()
def schema() -> None:
    """Write the JSON schema of what 'export -f json' writes and 'import' reads."""
    from workshop.interchange.model import schema

    output.say_json(schema())
