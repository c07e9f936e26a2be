"""`content`: what is wrong with a facilitator's own method, by file, line and key."""

from __future__ import annotations

from pathlib import Path

import click

from workshop import method
from workshop.cli import output
from workshop.cli.place import Place, pass_place
from workshop.cli.status import Status


@click.group()
def content() -> None:
    """Look after a method of your own."""


@content.command()
@click.argument("place", metavar="[FILE|FOLDER]", required=False, type=click.Path(exists=True, path_type=Path))
@click.pass_context
@pass_place
def check(chosen: Place, context: click.Context, place: Path | None) -> None:
    """Say what is wrong with a method, by line and key.

    A method is a folder with steps.toml, agendas.toml, words.toml, assessment.toml, check-ins.toml and votes.toml, or
    some of them; the others are the shipped ones. Without FOLDER it is the one beside the configuration. The status is
    2 when something is wrong.
    """
    from workshop import whole_method

    folder = _folder(place or chosen.configuration.method)
    try:
        folders = (folder, *method.shipped(chosen.configuration.language))
        found, asked = whole_method.load(*folders)
    except method.ContentError as error:
        output.say(_with_line(folder, error))
        context.exit(Status.WRONG_USE)
    names = ", ".join(name for name in method.FILES if (folder / name).is_file())
    fields = sum(len(step.fields) for step in found.steps)
    output.say(
        f"{names}: in order. {len(found.steps)} steps and {fields} fields, in “{found.language}”; "
        f"{len(asked.item)} questions of “{asked.key}”, version {asked.version}."
    )


def _folder(place: Path) -> Path:
    """The folder that is meant, which has at least one file of a method."""
    if place.is_file():
        if place.name not in method.FILES:
            raise click.ClickException(f"“{place.name}” is no file of a method: there are {', '.join(method.FILES)}.")
        return place.absolute().parent
    if not any((place / name).is_file() for name in method.FILES):
        raise click.ClickException(f"There is no method in {place}: put {' or '.join(method.FILES)} there.")
    return place.absolute()


def _with_line(folder: Path, error: method.ContentError) -> str:
    from workshop.toml_lines import line_of

    try:
        line = line_of((folder / error.file).read_text(encoding="utf-8"), error.place)
    except (OSError, ValueError):
        line = 0
    return f"{error.file}{f', line {line}' if line else ''}: " + ": ".join(filter(None, (error.place, error.sentence)))
