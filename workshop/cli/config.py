"""`config`: where the configuration is, what is wrong with it, and which commands can be given other keys."""

from __future__ import annotations

import click

from workshop import config as configuration
from workshop.cli import output
from workshop.cli.status import Status


@click.group()
def config() -> None:
    """Say where the configuration is, and what is wrong with it."""


@config.command()
def path() -> None:
    """Write where the file is, whether or not it is there."""
    output.say(str(configuration.path()))


@config.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Say what is wrong with the configuration and with the method beside it.

    The status is 2 when something is.
    """
    wrong = _faults()
    for sentence in wrong:
        output.say(sentence)
    if wrong:
        context.exit(Status.WRONG_USE)
    there = configuration.path()
    output.say(f"{there}: in order." if there.exists() else f"There is no {there}: everything is as it comes.")


@config.command()
def keys() -> None:
    """List the commands that can be given another key: id, key and name."""
    from screens.key_names import parted
    from screens.keymap import commands

    for id, command in sorted(commands().items()):
        if command.keys:
            output.say_fields((id, ",".join(parted(command.keys)), command.name))


def _faults() -> list[str]:
    from workshop import method, whole_method
    from workshop.preferences import checked

    wrong: list[str] = []
    there = configuration.load()
    if there.fault:
        return [there.fault]
    try:
        preferences = checked(there.document)
    except configuration.ConfigError as error:
        wrong.append(str(error))
    else:
        if preferences.keys:
            from screens.keymap import faults

            wrong += faults(preferences.keys)
    method.use(there.method, there.language)
    try:
        whole_method.load()
    except method.ContentError as error:
        wrong.append(f"{there.method}: {error}.")
    return wrong
