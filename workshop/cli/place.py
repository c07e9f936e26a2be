"""Which database a command works on, and which workshop in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workshop import now

if TYPE_CHECKING:
    from data.listing import Listing
    from data.store import Kept, Store
    from workshop.config import Configuration

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Place:
    """The database named by `--database` (`given`), else by the environment, else the platform's own."""

    given: str | None = None

    @cached_property
    def configuration(self) -> Configuration:
        """What the person chose, read once."""
        from workshop import config

        return config.load()

    @property
    def url(self) -> str:
        """What to open; raises WrongLocation when it is no place for workshops."""
        from data.location import locate

        return locate(self.given)

    @property
    def file(self) -> Path | None:
        """The database's file, None when it is on a server."""
        from data.location import file_of

        return file_of(self.url)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store, making the database if there is none; raises StorageError."""
        from data.store import Store

        store = Store(self.url, actor=now.actor(), now=now.now, ids=now.new_id)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def workshop(self, ref: str) -> Iterator[tuple[Store, str]]:
        """Open the store that holds the workshop `ref`, and its id there; raises NotFound, Ambiguous.

        Nothing is made where no database is.
        """
        from data.errors import NotFound
        from data.location import shown

        if self.file is not None and not self.file.exists():
            raise NotFound(f"There are no workshops yet in {shown(self.url)}: `workshop` begins one.")
        with self.store() as store:
            yield store, store.find(ref)

    def listing(self, *, archived: bool) -> list[Listing]:
        """Return a line for each workshop, the last touched first; raises StorageError.

        A file is read without the weight of the store, unless an earlier version made it and it has to be migrated.
        """
        from data.errors import OlderDatabase
        from data.listing import listing

        if self.file is not None:
            with suppress(OlderDatabase):
                return listing(self.file, archived)
        with self.store() as store:
            return store.listing(archived)

    def kept(self, ref: str) -> Kept:
        """Return the workshop `ref` as it stands; raises NotFound, Ambiguous, StorageError."""
        with self.workshop(ref) as (store, id):
            return store.load(id)


pass_place = click.make_pass_decorator(Place, ensure=True)


def database_option(command: F) -> F:
    """Let a command be told the database; told twice, before and after the subcommand, the latter counts."""

    def remember(context: click.Context, option: click.Parameter, value: str | None) -> None:
        if value == "":
            raise click.BadParameter("It names nothing: give a file.", context, option)
        if value is not None:
            context.ensure_object(Place).given = value

    return click.option(
        "--database",
        metavar="PATH",
        expose_value=False,
        callback=remember,
        help="The file the workshops are kept in (default: WORKSHOP_DATABASE, else one for this user).",
    )(command)


class Ref(click.ParamType[str]):
    """What a workshop is called on the command line, or a beginning of it."""

    name = "ref"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        ref = str(value).strip().lower()
        # All that a ref can be made of; anything else could be neither looked up safely nor shown as it is.
        if not re.fullmatch(r"[a-z0-9-]{1,200}", ref):
            raise click.ClickException(
                "No workshop is called that: a REF is of letters, digits and hyphens; `workshop list` names them all."
            )
        return ref


def ref_argument(command: F) -> F:
    """Let a command be told the workshop."""
    return click.argument("ref", metavar="REF", type=Ref())(command)
