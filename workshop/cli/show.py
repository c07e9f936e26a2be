"""`show`: the page, on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop import now
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument
from workshop.cli.reading import plan_of

if TYPE_CHECKING:
    from workshop.plan.model import Plan


@click.command()
@database_option
@ref_argument
@click.option("--at", "at", metavar="DAY|VERSION", help="As it stood on a day (2027-03-01), or as a version (v2).")
@pass_place
def show(place: Place, ref: str, at: str | None) -> None:
    """Write the page: the plan in at most 60 lines of 80 columns."""
    from workshop.export.registry import export

    output.write(export(plan_of(place.kept(ref)) if at is None else _as_it_stood(place, ref, at), "onepage"))


def _as_it_stood(place: Place, ref: str, at: str) -> Plan:
    """The plan at another moment, read on that day; what was open then is not looked for."""
    from workshop import moments
    from workshop.plan import model

    with place.workshop(ref) as (store, id):
        kept = store.load(id)
        try:
            moment = moments.find(store, id, at, today=now.today(), value=kept.value)
        except moments.UnknownMoment as unknown:
            raise click.ClickException(str(unknown)) from unknown
    return model.plan_of(moment.value, ref=kept.ref, today=moment.on)
