"""`guide`: the facilitator's questions in a second terminal, which nobody projects."""

from __future__ import annotations

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument


@click.command()
@database_option
@ref_argument
@pass_place
def guide(place: Place, ref: str) -> None:
    """Follow a workshop beside the wall: question, prompts, time left and what is open.

    Run it in a second terminal that is not projected; it goes along with the current step and writes nothing. On a
    pipe it says it once.
    """
    if output.is_terminal():
        _stay(place, ref)
    else:
        _say(place, ref)


def _say(place: Place, ref: str) -> None:
    from workshop import now
    from workshop.cli.reading import findings_of
    from workshop.following import follow, told
    from workshop.steps import load

    kept = place.kept(ref)
    for line in told(follow(kept.value, kept.room, findings_of(kept), load(), now.now())):
        output.say(line)


def _stay(place: Place, ref: str) -> None:
    with place.workshop(ref) as (_, id):
        pass
    from screens.beside import run

    if status := run(place.url, id, place.configuration.theme):
        raise click.exceptions.Exit(status)
