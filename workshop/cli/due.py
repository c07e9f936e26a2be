"""`due`: which plans are to be looked at today, or were to be before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from workshop import now
from workshop.check_ins import lateness
from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place
from workshop.cli.status import Status

if TYPE_CHECKING:
    from data.listing import Listing


@click.command()
@database_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON: every plan with a next check-in, due or not.")
@click.pass_context
@pass_place
def due(place: Place, context: click.Context, as_json: bool) -> None:
    """Say which check-ins are due, the one that waits longest first.

    A line says ref, date, how late that is, and the title. The status is 1 when something is due and 0 when nothing
    is, for cron or a prompt; when nothing is, nothing is written either.
    """
    today = now.today()
    found = [(each.next_on, each) for each in place.listing(archived=False) if each.next_on is not None]
    found.sort(key=lambda each: (each[0], each[1].ref))
    late = [(on, each) for on, each in found if on <= today]
    if as_json:
        output.say_json([_plain(each, on, today) for on, each in found])
    for on, each in () if as_json else late:
        title = output.line(each.title)
        output.say_fields((each.ref, on.isoformat(), lateness.in_words(on, today), title))
    if not late and not as_json and output.is_terminal():
        coming = "".join(f" Next: {each.ref}, {lateness.in_words(on, today)}." for on, each in found[:1])
        output.note(f"Nothing is due.{coming}")
    if late:
        context.exit(Status.BLOCKED)


def _plain(each: Listing, on: date, today: date) -> dict[str, str | int | bool]:
    return {
        "ref": each.ref,
        "title": each.title,
        "on": on.isoformat(),
        "due": on <= today,
        "days_overdue": lateness.overdue(on, today),
    }
