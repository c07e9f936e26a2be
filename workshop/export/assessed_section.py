"""What came of a self-assessment, as a section of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from data.nouns.assessment import Role
from workshop.assessment.comparison import Change, Comparison
from workshop.assessment.results import UNVALIDATED, ItemResult, Result
from workshop.assessment.words import band_of, median_of, number, range_of, score_of
from workshop.export.document import Block, Section, Table, bullets, paragraph, section, table, terms
from workshop.export.phrases import iso
from workshop.steps import load

_ROLES = {
    Role.LEADER: ("leader", "leaders"),
    Role.STAFF: ("of the staff", "of the staff"),
    Role.BOARD: ("of the board", "of the board"),
    Role.VOLUNTEER: ("volunteer", "volunteers"),
    Role.OTHER: ("other", "others"),
}
_MOVED = {1: "up", -1: "down", 0: ""}


def result_section(found: Result, compared: Comparison | None) -> Section:
    """Return what came of a self-assessment as a section of a document."""
    return Section(
        "Self-assessment",
        tuple(filter(None, (*opening(found), _dimensions(found), *rest(found, compared), _questions(found)))),
    )


def opening(found: Result) -> Iterator[Block | None]:
    """When it was taken, by whom, and what it is worth."""
    yield terms(
        ("Taken on", iso(found.taken_on)),
        ("Answered by", _answered_by(found)),
        ("Names", ", ".join(found.names)),
        ("Questionnaire", f"{found.questionnaire.name}, version {found.questionnaire.version}"),
    )
    yield paragraph(UNVALIDATED)


def _answered_by(found: Result) -> str:
    if found.alone:
        return "one person alone"
    people = f"{found.respondents} people"
    roles = Counter(role for role in found.assessment.roles if role in _ROLES)
    said = [f"{count} {_ROLES[Role(role)][count != 1]}" for role, count in roles.items()]
    return f"{people}: {', '.join(said)}" if said else people


def _dimensions(found: Result) -> Table | None:
    rows = ((each.dimension.name, score_of(each), band_of(each)) for each in found.dimensions)
    return table(("Dimension", "Score", "Band"), rows)


def _questions(found: Result) -> Section | None:
    columns = ("Id", "Question", "Median", "Range", "Not sure", "Agreed", "Flags", "Evidence")
    return section("Questions", table(columns, map(_question, found.items), lead=2))


def _question(item: ItemResult) -> tuple[str, ...]:
    return (
        *(item.item.id, item.item.topic, median_of(item), range_of(item), _not_sure(item)),
        *("" if item.agreed is None else str(item.agreed), ", ".join(item.flags).lower(), item.note),
    )


def rest(found: Result, compared: Comparison | None) -> Iterator[Section | None]:
    """What to do next, what has changed, and how leaders and others differ."""
    names: dict[str, str] = {step.key: step.name for step in load().steps}
    yield section(
        "Next actions",
        bullets(
            f"{item.item.topic}: {item.next_action} ({names.get(item.item.step, item.item.step)})"
            for item in found.next_actions
        ),
    )
    yield _then_and_now(compared) if compared is not None else None
    yield _by_groups(found) if found.by_groups else None


def _then_and_now(compared: Comparison) -> Section | None:
    caution = "" if compared.comparable else "Fewer than half have the same roles as then: no change is reported."
    every = (*compared.dimensions, *(each for each in compared.items if each.then != each.now))
    return section(
        f"Since {iso(compared.then.taken_on)}".rstrip(),
        paragraph(caution),
        table(("What", "Then", "Now", "Moved"), map(_change, every)),
    )


def _change(change: Change) -> tuple[str, ...]:
    return change.name, number(change.then), number(change.now), _MOVED[change.moved]


def _by_groups(found: Result) -> Section | None:
    apart = (
        (item.item.topic, number(item.leaders.median), number(item.others.median))
        for item in found.items
        if item.leaders is not None and item.others is not None and _far(item.leaders.median, item.others.median)
    )
    return section(
        "Leaders and others",
        paragraph("Where their medians are a whole level or more apart:"),
        table(("Question", "Leaders", "Others"), apart) or paragraph("Nowhere."),
    )


def _far(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and abs(one - other) >= 1


def _not_sure(item: ItemResult) -> str:
    return str(item.tally.not_sure) if item.tally is not None else ""
