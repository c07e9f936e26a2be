"""`archive`, `unarchive` and `delete`: out of the list, back into it, and gone for good."""

from __future__ import annotations

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument


@click.command()
@database_option
@ref_argument
@pass_place
def archive(place: Place, ref: str) -> None:
    """Take a workshop out of the list.

    'list --archived' still names it, and every command still takes its REF.
    """
    with place.workshop(ref) as (store, id):
        store.archive(id)
        output.say(f"Archived {store.load(id).ref}")


@click.command()
@database_option
@ref_argument
@pass_place
def unarchive(place: Place, ref: str) -> None:
    """Put an archived workshop back into the list."""
    with place.workshop(ref) as (store, id):
        store.restore(id)
        output.say(f"Back in the list: {store.load(id).ref}")


@click.command()
@database_option
@ref_argument
@click.option("--title", help="Its title, for scripts: deletes without asking.")
@pass_place
def delete(place: Place, ref: str, title: str | None) -> None:
    """Delete a workshop for good.

    Its history, its versions and what the automatic backups hold of it go too. Asks for its title, so that nothing
    is deleted by a slip.
    """
    with place.workshop(ref) as (store, id):
        kept = store.load(id)
        # A workshop without a title goes by its ref.
        right = output.line(kept.value.brief.title) or kept.ref
        if title is None:
            title = output.ask(f"This deletes “{right}” for good. Type its title to go on", instead="--title")
        if output.line(title) != right:
            raise click.ClickException("That is not its title: nothing was deleted.")
        store.delete(id)
        output.say(f"Deleted {kept.ref}")
