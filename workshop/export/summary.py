"""The summary: the mail that goes out the same evening, at most two pages, as Markdown and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from data.nouns.planning import Status
from data.nouns.strategy import Verdict
from workshop.export import html, markdown, phrases, plaintext
from workshop.export.document import Bullets, Section, bullets, paragraph, section
from workshop.export.letters import missing_letters
from workshop.export.marking import marked
from workshop.export.phrases import named, with_weekday
from workshop.export.registry import Subject, format
from workshop.export.typesetting import pages
from workshop.plan.decisions import Selected
from workshop.plan.model import Plan
from workshop.text import shorten

#: Two pages.
LINES = 110


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much is said at most: `items` of a list, `cells` of an item."""

    items: int
    cells: int


#: What gives way, step by step, until the mail has two pages.
_LIMITS = (
    _Limits(99, 2000),
    *(_Limits(items, 400) for items in (16, 14, 12, 10, 9, 8, 7)),
    *(_Limits(items, 158) for items in (7, 5, 3, 2)),
)


@format(
    "summary",
    suffix=".md",
    media_type="text/markdown",
    description="The mail for the same evening, two pages",
    subject=Subject.SUMMARY,
)
def write(plan: Plan) -> bytes:
    """Return the summary as Markdown, in UTF-8."""
    return markdown.render(summary(plan, markdown.render)).encode()


@format(
    "summary-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same mail as plain text, 80 columns",
    subject=Subject.SUMMARY,
)
def write_text(plan: Plan) -> bytes:
    """Return the summary as plain text, in UTF-8."""
    return plaintext.render(summary(plan, plaintext.render)).encode()


@format(
    "summary-html",
    suffix=".html",
    media_type="text/html",
    description="The same mail as a web page",
    subject=Subject.SUMMARY,
)
def write_html(plan: Plan) -> bytes:
    """Return the summary as a web page, in UTF-8."""
    return html.render(summary(plan, plaintext.render)).encode()


@format(
    "summary-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The same on two pages, to attach and to print",
    subject=Subject.SUMMARY,
    remark=missing_letters,
)
def write_pdf(plan: Plan) -> bytes:
    """Return the summary as PDF."""
    return pages(summary(plan, plaintext.render), plan)


def summary(plan: Plan, render: Callable[[Section], str]) -> Section:
    """Return the summary, shortened as far as it has to be to have two pages; set on paper it takes no more."""
    plan = marked(plan)
    for limits in _LIMITS:
        document = _summary(plan, limits)
        if render(document).count("\n") <= LINES:
            break
    return document


def _summary(plan: Plan, limits: _Limits) -> Section:
    def listed(items: Iterable[str]) -> Bullets | None:
        every = [shorten(item, limits.cells) for item in items]
        more = len(every) - limits.items
        return bullets([*every[: limits.items], f"and {more} more in the plan"] if more > 0 else every)

    def told(text: str) -> str:
        return shorten(text, limits.cells)

    sections = (
        section("What we decided", paragraph(told(plan.scope)), listed(_decided(plan))),
        section("What we turned down", listed(_turned_down(plan))),
        section("Priorities", listed(_priority(row) for row in plan.priorities)),
        section(
            "What happens next",
            listed([*(_joined(with_weekday(row.by), row.who, row.text) for row in plan.actions), *_looks_again(plan)]),
        ),
        section("Parked", listed(f"{row.text} ({phrases.outcome(row)})".lstrip() for row in plan.parked)),
        section(
            "Still open",
            paragraph(phrases.missing(plan)),
            listed(phrases.open_point(point) for point in plan.open_points),
        ),
        section(
            "Decided in spite of a warning", listed(f"{row.message} {row.reason}".strip() for row in plan.in_spite_of)
        ),
        section("Who was there", *(paragraph(told(text)) for text in _who_was_there(plan))),
    )
    held = f"{with_weekday(plan.held_on)}. " if plan.held_on else ""
    opening = (
        paragraph(told(plan.organization if plan.title else "")),
        paragraph(f"{held}{phrases.status(plan)}."),
        paragraph(told(plan.message)),
    )
    return Section(told(phrases.title(plan)), tuple(part for part in (*opening, *sections) if part))


def _decided(plan: Plan) -> Iterable[str]:
    for label, text in (("In the way", plan.direction.obstacle), ("Worth reaching", plan.direction.aspiration)):
        if text:
            yield _joined(label, text)
    for place in plan.judged(Verdict.PLAY):
        yield _joined("We play", phrases.called(place)) + (
            f". People choose us for {place.advantage}" if place.advantage else ""
        )
    for place in plan.judged(Verdict.EXPLORE):
        yield _joined("We explore", phrases.explored(place), place.question)


def _turned_down(plan: Plan) -> Iterable[str]:
    for place in plan.judged(Verdict.NOT_NOW):
        yield _joined("Not now", phrases.called(place)) + (f". Reopen when: {place.trigger}" if place.trigger else "")
    for place in plan.judged(Verdict.NOT_US):
        yield _joined("Not us", phrases.called(place)) + (f". {place.reason}" if place.reason else "")
    for row in plan.priorities:
        if row.stop:
            yield f"We stop: {row.stop} (for {row.id})"
    for status, label in ((Status.LATER, "Later"), (Status.FOLDED, "Folded into others"), (Status.DROPPED, "Dropped")):
        for candidate in plan.refused(status):
            yield _joined(label, phrases.called(candidate)) + (f" ({candidate.note})" if candidate.note else "")


def _looks_again(plan: Plan) -> Iterable[str]:
    """When the plan is looked at next, and who keeps it until then."""
    rhythm = plan.rhythm
    for row in rhythm.check_ins[:1]:
        keeper = f" ({rhythm.keeper} keeps the plan)" if rhythm.keeper else ""
        yield _joined(with_weekday(row.on), f"{row.name}{keeper}")


def _priority(row: Selected) -> str:
    first = row.next_milestone
    result = f"{named(first.id, first.title)}, {with_weekday(first.due) or 'no date'}" if first else "none yet"
    return f"{_joined(named(row.id, row.title), row.owner or 'nobody yet')}. First result: {result}"


def _who_was_there(plan: Plan) -> Iterable[str]:
    """The people, by the names they were given, and how sure they were."""
    people = [row for row in plan.room.people if row.present]
    yield phrases.listed(row.name for row in people if not row.facilitates)
    if facilitators := phrases.listed(row.name for row in people if row.facilitates):
        yield f"Facilitated by: {facilitators}."
    if plan.room.decider:
        yield f"Decider: {plan.room.decider}. {phrases.RULE[plan.room.rule]}."
    if sure := phrases.confidence(plan.room):
        yield f"How sure we are that we will do this, from five down to zero: {sure}."


def _joined(*parts: str) -> str:
    return ": ".join(part for part in parts if part)
