"""`check`: what there is to say about a workshop."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from workshop.cli import output
from workshop.cli.place import Place, database_option, pass_place, ref_argument
from workshop.cli.reading import findings_of
from workshop.cli.status import Status

if TYPE_CHECKING:
    from workshop.rules.grouping import Group
    from workshop.rules.registry import Finding


@click.command()
@database_option
@ref_argument
@click.option("--markdown", is_flag=True, help="Write a list to print and to tick off, without codes.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: code, level, step, message, item, accepted.")
@click.pass_context
@pass_place
def check(place: Place, context: click.Context, ref: str, as_json: bool, markdown: bool) -> None:
    """Say what is unclear, unsafe or missing.

    The status is 1 while something has to be put right, or accepted with a reason, before the plan can be adopted.
    """
    from workshop.rules.registry import open_blocks

    if as_json and markdown:
        raise click.UsageError("Choose one of --json and --markdown.")
    kept = place.kept(ref)
    found = findings_of(kept)
    if as_json:
        output.say_json([_plain(finding) for finding in found])
    elif markdown:
        from workshop.export.checklist import checklist

        output.write(checklist(kept.value, found).encode())
    else:
        _say(found)
    if open_blocks(found):
        context.exit(Status.BLOCKED)


def _plain(finding: Finding) -> dict[str, str | None]:
    return {
        "code": finding.code,
        "level": finding.level.name,
        "step": finding.step,
        "message": finding.message,
        "item": finding.item,
        "accepted": finding.accepted,
    }


def _say(found: tuple[Finding, ...]) -> None:
    from workshop.rules.grouping import grouped, looked_at

    last = ""
    for group in grouped(found):
        if group.step != last:
            output.say(looked_at(group.step))
            last = group.step
        output.say(_line(group), indent=2)
        for finding in group.findings:
            if finding.accepted:
                about = f" ({finding.item})" if len(group.findings) > 1 else ""
                output.say(f"accepted{about}: {finding.accepted}", indent=9)
    output.say(_total(found))


def _line(group: Group) -> str:
    """Level, code, sentence, and what it is about."""
    level = "ok" if group.accepted else group.level.name.lower()
    items = ", ".join(finding.item for finding in group.findings if finding.item)
    return f"{level:<5}  {group.code}  {group.message}" + (f"  ({items})" if items else "")


def _total(found: tuple[Finding, ...]) -> str:
    unsettled = Counter(finding.level.name for finding in found if finding.accepted is None)
    if not unsettled:
        return "Every check passes."
    told = [
        f"{unsettled[level]} {noun}{'s' if unsettled[level] > 1 else ''}"
        for level, noun in (("BLOCK", "block"), ("WARN", "warning"), ("HINT", "hint"))
        if unsettled[level]
    ]
    return ", ".join(told) + ("." if unsettled["BLOCK"] else ": nothing that stops the plan.")
