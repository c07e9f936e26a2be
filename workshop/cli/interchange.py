"""`import` and `schema`: a workshop from an exported file, or a list into one; and what an exported file looks like."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workshop.cli import output
from workshop.cli.place import Place, Ref, database_option, pass_place

_STANDARD_INPUT = "-"

#: The keys of `lists.reading.KINDS`, which loads more than a list of commands needs.
_KINDS = ("arenas", "priorities", "milestones")


@click.command("import")
@database_option
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--into", "ref", metavar="REF", type=Ref(), help="Add a list to this workshop.")
@click.option("--as", "kind", type=click.Choice(_KINDS), help="What the list is of.")
@click.option("--anyway", is_flag=True, help="Take in what was understood of a list, and leave out the rest.")
@pass_place
def import_(place: Place, file: str, ref: str | None, kind: str | None, anyway: bool) -> None:
    """Add a workshop that 'export -f json' wrote, or a list to a workshop.

    FILE may be - for standard input. A workshop is a new one, also where the original is; its ref is printed. A file
    with a fault in it is refused as a whole.

    With --into and --as, FILE is a list: CSV, columns with tabs between them, or a Markdown table. Its first line names
    the columns, in English or German: title, owner, due, done when, priority and so on. What is there already stays as
    it is. What is not understood is told line by line, and then nothing is taken in, unless you say --anyway.
    """
    if ref is not None and kind is not None:
        _import_list(place, file, ref, kind, anyway)
    elif ref is not None or kind is not None or anyway:
        raise click.UsageError("A list needs both: --into REF, and --as with what it is of.")
    else:
        _import_workshop(place, file)


def _import_workshop(place: Place, file: str) -> None:
    from workshop.importing import Refused, read_file, read_stream

    try:
        found = read_stream(sys.stdin.buffer) if file == _STANDARD_INPUT else read_file(Path(file))
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    with place.store() as store:
        output.say(found.keep(store).ref)


def _import_list(place: Place, file: str, ref: str, kind: str, anyway: bool) -> None:
    from data.difference import diff
    from workshop import now
    from workshop.lists.reading import NotAList, decoded, read
    from workshop.lists.sheet import LARGEST

    with place.workshop(ref) as (store, id):
        kept = store.load(id)
        try:
            if file == _STANDARD_INPUT:
                data = sys.stdin.buffer.read(LARGEST + 1)
            else:
                with Path(file).open("rb") as stream:
                    data = stream.read(LARGEST + 1)
            found = read(kept.value, kind, decoded(data), now.today())
        except NotAList as wrong:
            raise click.ClickException(str(wrong)) from wrong
        for sentence in found.remarks:
            output.note(sentence)
        if found.refused and not anyway:
            count = len(found.refused)
            what = "One thing was" if count == 1 else f"{count} things were"
            raise click.ClickException(f"{what} not understood, and nothing was taken in: --anyway leaves them out.")
        if found.added:
            store.save(id, diff(kept.value, found.workshop), label=found.label)
    output.say(f"{found.told} to {kept.ref}")


@click.command()
def schema() -> None:
    """Write the JSON schema of what 'export -f json' writes and 'import' reads."""
    from workshop.interchange.model import schema

    output.say_json(schema())
