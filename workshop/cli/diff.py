"""`diff`: what changed between two versions of a plan, or two days, and why."""

from __future__ import annotations

import click

from workshop import now
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument


@click.command()
@database_option
@ref_argument
@click.argument("first", metavar="FROM", default="v1")
@click.argument("second", metavar="TO", default="now")
@click.option("--markdown", "as_markdown", is_flag=True, help="Write Markdown instead of plain text.")
@pass_place
def diff(place: Place, ref: str, first: str, second: str, as_markdown: bool) -> None:
    """Say what changed in a plan, with the reasons that were recorded.

    FROM and TO are versions (v1, v3), days (2027-03-01) or now; without them it is from the first version to now.
    """
    from workshop import moments
    from workshop.export import differences, markdown, plaintext

    with place.workshop(ref) as (store, id):
        value, today = store.load(id).value, now.today()
        try:
            old, new = (moments.find(store, id, name, today=today, value=value) for name in (first, second))
        except moments.UnknownMoment as unknown:
            raise click.ClickException(str(unknown)) from unknown
    document = differences.document(old, new)
    output.write((markdown if as_markdown else plaintext).render(document).encode())
