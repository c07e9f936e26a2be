"""`sample`: a finished workshop to look at."""

from __future__ import annotations

import click

from workshop import now
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place


@click.command()
@database_option
@pass_place
def sample(place: Place) -> None:
    """Add a finished workshop to look at, and print its ref."""
    from workshop import sample

    value, room = sample.to_keep(now.today())
    with place.store() as store:
        output.say(store.create(value, room, label="add the sample").ref)
