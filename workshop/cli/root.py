"""The command `workshop` and its subcommands; what a command does not need, it does not import."""

from __future__ import annotations

import click

from workshop import method
from workshop.cli import (
    check,
    config,
    content,
    copies,
    doctor,
    export,
    guide,
    history,
    interchange,
    listing,
    opening,
    output,
    sample,
    shelving,
    show,
)
from workshop.cli.place import Place, database_option, pass_place
from workshop.version import __version__

_STATUSES = """
\b
Exit status:
    0  done
    1  check: something has to be put right before the plan can be adopted
    2  wrong use or input
    3  the database, or a file, cannot be read or written
   70  a fault of the program; a report of it was written
  130  interrupted
"""

#: The commands that say themselves what is wrong with the configuration.
_TELLING = ("open", "config")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_STATUSES)
@database_option
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
@pass_place
def root(place: Place, context: click.Context) -> None:
    """Walk a room through a strategy workshop, and keep the plan.

    Without a command, open the app. REF is what 'workshop list' calls a workshop; any beginning of it will do that no
    other has.
    """
    method.use(place.configuration.method, place.configuration.language)
    if context.invoked_subcommand is None:
        opening.open_app(place)
    elif place.configuration.fault and context.invoked_subcommand not in _TELLING:
        output.note(f"{place.configuration.fault} Everything is as it comes.")


for command in (
    opening.open_,
    sample.sample,
    listing.list_,
    show.show,
    check.check,
    history.history,
    export.export,
    interchange.import_,
    interchange.schema,
    guide.guide,
    shelving.archive,
    shelving.unarchive,
    shelving.delete,
    copies.backup,
    copies.restore,
    doctor.doctor,
    config.config,
    content.content,
):
    root.add_command(command)
