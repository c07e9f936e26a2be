"""`show`: the page, on standard output."""

from __future__ import annotations

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument
from workshop.cli.reading import plan_of


@click.command()
@database_option
@ref_argument
@pass_place
def show(place: Place, ref: str) -> None:
    """Write the page: the plan in at most 60 lines of 80 columns."""
    from workshop.export.registry import export

    output.write(export(plan_of(place.kept(ref)), "onepage"))
