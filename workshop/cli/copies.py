"""`backup` and `restore`: the whole database as one file, and back from it."""

from __future__ import annotations

from pathlib import Path

import click

from workshop import now
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place


@click.command()
@database_option
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@pass_place
def backup(place: Place, file: Path) -> None:
    """Copy all workshops to one file.

    It is whole and sound even while the app is open, which a copy by other means is not. A backup of that name is
    replaced.
    """
    from data.backup import backup

    backup(place.url, file, now.now)
    output.say(f"Backed up to {file}")


@click.command()
@database_option
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Replace what is there without asking.")
@pass_place
def restore(place: Place, file: Path, yes: bool) -> None:
    """Put the workshops of a backup in the place of those there are.

    Those there are stay in a backup of their own.
    """
    from data.backup import restore

    there = place.file
    if there is not None and there.exists() and not yes:
        question = f"Replace all workshops in {there} by those of {file}?"
        if not output.confirm(question, instead="--yes"):
            raise click.Abort
    before = restore(file, place.url, now.now)
    output.say(f"Restored {file}")
    if before is not None:
        output.say(f"What was there before is in {before}")
