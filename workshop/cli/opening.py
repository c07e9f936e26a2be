"""The door: `workshop` and `workshop open` open the app."""

from __future__ import annotations

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument


@click.command("open")
@database_option
@ref_argument
@pass_place
def open_(place: Place, ref: str) -> None:
    """Open the app at one workshop."""
    with place.workshop(ref) as (store, id):
        whole = store.load(id).ref
    open_app(place, whole)


def open_app(place: Place, ref: str | None = None, *, assess: bool = False) -> None:
    """Run the app, at its list or at one workshop; it takes over the terminal until it is closed.

    With `assess` it shows the self-assessment of that workshop, or the one that stands alone.
    """
    if not output.on_a_terminal():
        raise click.ClickException(
            "The app needs a terminal; elsewhere `workshop show REF` and `workshop export REF` write the plan."
        )
    from screens.app import run

    status = run(place.url, ref=ref, configuration=place.configuration, assess=assess)
    if status:
        raise click.exceptions.Exit(status)
