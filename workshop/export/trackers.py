"""CSV for the tools that follow tasks: an issue or a task a milestone, under the priority it proves.

The names of the columns are those by which each tool knows them when it imports. These files are for programs and hold
texts as they were typed: in a spreadsheet open the tables of `csv` instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from workshop.export import markdown, phrases
from workshop.export.csv_cells import written
from workshop.export.phrases import iso, named
from workshop.export.registry import Subject, format
from workshop.plan.decisions import Milestone, Selected
from workshop.plan.model import Plan

#: Where Jira's text would call a macro, a link or a mention.
_CALLS = re.compile(r"[{\[]")


@format(
    "jira",
    suffix=".jira.csv",
    media_type="text/csv",
    description="For Jira: an epic a priority, a task a milestone",
    subject=Subject.DATA,
)
def jira(plan: Plan) -> bytes:
    """Return the epics and behind them their tasks: Jira finds a parent only in a row above."""
    header = ("Summary", "Issue Type", "Issue ID", "Parent", "Status", "Assignee", "Due Date", "Labels", "Description")
    numbers = {row.id: str(number) for number, row in enumerate(plan.priorities, 1)}

    def literal(text: str) -> str:
        return _CALLS.sub(r"\\\g<0>", text)

    epics = (
        (
            *(named(row.id, row.title), "Epic", numbers[row.id], "", "To Do", row.owner, "", plan.ref),
            _lines(("Outcome", literal(row.outcome)), ("Makes room by", literal(row.stop))),
        )
        for row in plan.priorities
    )
    tasks = (
        (
            *(named(row.id, row.title), "Task", str(number), numbers[of.id], "Done" if row.evidence else "To Do"),
            *(row.owner, iso(row.due), plan.ref, _about(row, literal)),
        )
        for number, (of, row) in enumerate(_results(plan), len(numbers) + 1)
    )
    return written([header, *epics, *tasks])


@format(
    "asana",
    suffix=".asana.csv",
    media_type="text/csv",
    description="For Asana: a section a priority, a task a milestone",
    subject=Subject.DATA,
)
def asana(plan: Plan) -> bytes:
    """Return the tasks; Asana wants the columns in this order."""
    header = ("Name", "Description", "Section", "Assignee", "Collaborators", "Due Date")
    tasks = (
        (
            *(named(row.id, row.title), _about(row), named(of.id, of.title), row.owner),
            *(_separated(filter(None, (of.deputy, *of.helpers)), ","), iso(row.due)),
        )
        for of, row in _results(plan)
    )
    return written([header, *tasks])


@format(
    "linear",
    suffix=".linear.csv",
    media_type="text/csv",
    description="For Linear: a label a priority, an issue a milestone",
    subject=Subject.DATA,
)
def linear(plan: Plan) -> bytes:
    """Return the issues as Linear exports its own.

    Its importer reads neither project nor due date: the label and the description bear them too.
    """
    header = (
        *("Title", "Description", "Status", "Priority", "Project", "Assignee", "Labels", "Estimate", "Due Date"),
        *("Created", "Started", "Completed", "Archived"),
    )
    issues = (
        (
            *(named(row.id, row.title), _about(row, markdown.escaped, due=True), "Done" if row.evidence else "Todo"),
            *("No priority", named(of.id, of.title), row.owner, _separated([named(of.id, of.title)], ", ")),
            *("", iso(row.due), "", "", "", ""),
        )
        for of, row in _results(plan)
    )
    return written([header, *issues])


def _results(plan: Plan) -> Iterator[tuple[Selected, Milestone]]:
    return ((priority, row) for priority in plan.priorities for row in priority.milestones)


def _about(row: Milestone, literal: Callable[[str], str] = str, *, due: bool = False) -> str:
    """What a task says beside its name."""
    return _lines(
        ("Due", iso(row.due) if due else ""),
        ("Done when", literal(row.done_when)),
        ("Needs", ", ".join(row.needs)),
        ("Confidence when planned, 0 to 10", phrases.number(row.confidence)),
        ("We mark it with", literal(row.celebrate)),
        ("Evidence", literal(row.evidence)),
    )


def _lines(*pairs: tuple[str, str]) -> str:
    return "\n".join(f"{label}: {text}" for label, text in pairs if text)


def _separated(names: Iterable[str], separator: str) -> str:
    """The names with `separator` between them, and in none of them."""
    return separator.join(" ".join(name.replace(separator.strip(), " ").split()) for name in names)
