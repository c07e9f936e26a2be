"""`doctor`: how the database is."""

from __future__ import annotations

import platform

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place
from workshop.cli.status import Status
from workshop.version import __version__


@click.command()
@database_option
@click.pass_context
@pass_place
def doctor(place: Place, context: click.Context) -> None:
    """Say how the database is, without changing it.

    The status is 3 when something is not as it should be.
    """
    from data.doctor import doctor

    output.say(f"ok     workshop {__version__}, Python {platform.python_version()}, {platform.system()}")
    checks = doctor(place.url)
    for check in checks:
        output.say(f"{'ok' if check.ok else 'wrong':<5}  {check.sentence}")
    if not all(check.ok for check in checks):
        context.exit(Status.STORAGE)
