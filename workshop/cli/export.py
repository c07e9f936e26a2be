"""`export`: the plan as documents, on standard output or in files."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument
from workshop.cli.reading import source_of
from workshop.config import PAPERS

if TYPE_CHECKING:
    from data.value import Workshop
    from workshop.export.registry import Format, Source

_STANDARD_OUTPUT = "-"

#: The values of `audiences.Audience`, which loads more than a list of commands needs.
_AUDIENCES = ("team", "board", "public")
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


class _FormatOption(click.Option):
    """Lists the formats in its help; they are loaded only when that is asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from workshop.export.registry import formats

        self.help = f"{', '.join(format.name for format in formats())}; may be given several times."
        return super().get_help_record(ctx)


@click.command()
@database_option
@ref_argument
@click.option("-f", "--format", "names", metavar="FORMAT", multiple=True, cls=_FormatOption)
@click.option("-o", "--output", "target", metavar="FILE|FOLDER|-", default=_STANDARD_OUTPUT, help="Where to write it.")
@click.option(
    "--audience",
    type=click.Choice(_AUDIENCES),
    default=_AUDIENCES[0],
    help="Who reads it: what is internal is for the team only; the public gets direction, choices and priorities.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    help="What pages are set on: what the configuration says, else what your country prints on.",
)
@click.option(
    "--check-in",
    "held",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Which check-in a report tells of, by its day (2026-12-02); else the one under way or the last.",
)
@pass_place
def export(
    place: Place,
    ref: str,
    names: tuple[str, ...],
    target: str,
    audience: str,
    paper: str | None,
    held: datetime | None,
) -> None:
    """Write the plan, or the whole workshop, as documents, at any moment.

    Without -f the ending of FILE says the format; on standard output it is Markdown. Several formats need a FOLDER,
    in which the files are named after REF. A file that is there is replaced, as a whole or not at all.
    """
    from workshop.files import document_name

    formats = _formats(names, target)
    folder = _folder(formats, target)
    source = _source(place, ref, audience, paper or "", held.date() if held else None)
    documents = [(format, format.document(source)) for format in formats]
    if folder is not None:
        _make(folder)
    for format, document in documents:
        if target == _STANDARD_OUTPUT:
            output.write(document)
        else:
            _write(document, format, folder / document_name(source.plan.ref, format) if folder else Path(target))
    for remark in dict.fromkeys(remark for format in formats for remark in format.remarks(source)):
        output.note(remark)


def _source(place: Place, ref: str, audience: str, paper: str, held: date | None) -> Source:
    from workshop.plan.audiences import Audience

    with place.workshop(ref) as (store, id):
        kept, versions = store.load(id), store.versions(id)
    check_in = _check_in(kept.value, held) if held else ""
    return source_of(kept, versions, Audience(audience), check_in, paper)


def _check_in(workshop: Workshop, held: date) -> str:
    """The id of the check-in held on a day."""
    days = {row.held_on: row.id for row in workshop.check_ins if row.held_on}
    if held not in days:
        known = f"they were held on {', '.join(map(str, sorted(days)))}" if days else "none was held yet"
        raise click.ClickException(f"No check-in was held on {held}: {known}.")
    return days[held]


def _make(folder: Path) -> None:
    from data.errors import Unavailable

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"The folder “{folder}” was not made ({reason}): name another place with -o.") from error


def _formats(names: tuple[str, ...], target: str) -> list[Format]:
    """What to write, each once: what -f says, else the format of the target's ending, else the first there is."""
    from workshop.export import registry

    try:
        chosen = [registry.find(name) for name in dict.fromkeys(name.lower() for name in names)]
    except registry.UnknownFormat as unknown:
        raise click.ClickException(str(unknown)) from unknown
    if not chosen:
        return [_by_ending(target)]
    if len(chosen) > 1 and target == _STANDARD_OUTPUT:
        raise click.ClickException("Several formats need a folder: name one with -o.")
    if target == _STANDARD_OUTPUT and not chosen[0].is_text and output.is_terminal():
        raise click.ClickException(f"A terminal cannot show {chosen[0].name}: name a file or a folder with -o.")
    return chosen


def _by_ending(target: str) -> Format:
    from workshop.export.registry import formats

    if target == _STANDARD_OUTPUT or _is_folder(target):
        return formats()[0]
    ending = Path(target).suffix.lower()
    for format in formats():
        if format.suffix == ending:
            return format
    known = ", ".join(dict.fromkeys(format.suffix for format in formats()))
    raise click.ClickException(f"The ending of “{target}” says no format: choose one with -f, or end it with {known}.")


def _folder(formats: list[Format], target: str) -> Path | None:
    """The folder to write into, there or to be made; None when the target is a file or standard output."""
    path = Path(target)
    if target == _STANDARD_OUTPUT:
        return None
    if not path.parent.is_dir():
        raise click.ClickException(f"There is no folder “{path.parent}”: make it first.")
    if len(formats) == 1 and not _is_folder(target):
        return None
    if path.exists() and not path.is_dir():
        raise click.ClickException(f"“{target}” is a file, and a folder is needed: name another one with -o.")
    return path


def _is_folder(target: str) -> bool:
    return target.endswith(_SEPARATORS) or Path(target).is_dir()


def _write(document: bytes, format: Format, path: Path) -> None:
    from data.errors import Unavailable
    from workshop.files import write_whole

    try:
        write_whole(path, document)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"“{path}” was not written ({reason}): free it, or name another place with -o.") from error
    output.say(f"Wrote {format.name} to {path}")
