"""The command `workshop` and its subcommands; what a command does not need, it does not import."""

from __future__ import annotations

import gc
from importlib import import_module

import click

from workshop import method
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place
from workshop.version import __version__

_STATUSES = """
\b
Exit status:
    0  done
    1  check: something has to be put right before the plan can be adopted; due: a check-in is due
    2  wrong use or input
    3  the database, or a file, cannot be read or written
   70  a fault of the program; a report of it was written
  130  interrupted
"""

#: The commands that say themselves what is wrong with the configuration.
_TELLING = ("open", "assess", "config")

#: Where each command is, by its name, in the order of the help.
_COMMANDS = {
    "open": "opening.open_",
    "sample": "sample.sample",
    "list": "listing.list_",
    "show": "show.show",
    "check": "check.check",
    "history": "history.history",
    "export": "export.export",
    "import": "interchange.import_",
    "schema": "interchange.schema",
    "guide": "guide.guide",
    "due": "due.due",
    "diff": "diff.diff",
    "assess": "assess.assess",
    "archive": "shelving.archive",
    "unarchive": "shelving.unarchive",
    "delete": "shelving.delete",
    "backup": "copies.backup",
    "restore": "copies.restore",
    "doctor": "doctor.doctor",
    "config": "config.config",
    "content": "content.content",
}


class Lazy(click.Group):
    """A group that imports a command only when it is asked for: opening the app needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"workshop.cli.{module}"), name)
        return command


@click.group(
    cls=Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_STATUSES,
)
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
        from workshop.cli.opening import open_app

        open_app(place)
        return
    gc.enable()
    if place.configuration.fault and context.invoked_subcommand not in _TELLING:
        output.note(f"{place.configuration.fault} Everything is as it comes.")
