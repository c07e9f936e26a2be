"""`assess`: the self-assessment, opened in the app or its results written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop.cli import output
from workshop.cli.opening import open_app
from workshop.cli.place import Place, Ref, database_option, pass_place

if TYPE_CHECKING:
    from workshop.export.registry import Source


@click.command()
@database_option
@click.argument("ref", metavar="[REF]", type=Ref(), required=False)
@click.option("--results", is_flag=True, help="Write what came of it instead, with bars, in 80 columns.")
@click.option("--json", "as_json", is_flag=True, help="With --results: every self-assessment with its scores, as JSON.")
@pass_place
def assess(place: Place, ref: str | None, results: bool, as_json: bool) -> None:
    """Open the self-assessment: where do we stand, and what is the one next step.

    Of the workshop REF, or without REF one that stands alone. It is not validated: a thermometer to start a
    conversation, no certificate.
    """
    if not (results or as_json):
        whole = None
        if ref is not None:
            with place.workshop(ref) as (store, id):
                whole = store.load(id).ref
        open_app(place, whole, assess=True)
    elif ref is None:
        raise click.ClickException("Say whose results: `workshop assess --results REF`.")
    elif not results:
        raise click.ClickException("--json goes with --results.")
    else:
        from workshop.export import registry

        name = "assessment-json" if as_json else "assessment-text"
        output.write(registry.find(name).document(_source(place, ref)))


def _source(place: Place, ref: str) -> Source:
    import workshop.export  # noqa: F401  (what it imports registers the formats)
    from workshop.cli.reading import source_of
    from workshop.plan.audiences import Audience

    with place.workshop(ref) as (store, id):
        return source_of(store.load(id), (), Audience.TEAM)
