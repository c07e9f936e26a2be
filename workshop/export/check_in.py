"""The report of a check-in: one page that tells whoever was not there what was said, changed and agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workshop.changes import COLUMNS, often
from workshop.check_ins import due
from workshop.export import check_in_lines as lines
from workshop.export import markdown, phrases, plaintext
from workshop.export.document import Section, Table, bullets, paragraph, section, table, terms
from workshop.export.layout import hang, wrap
from workshop.export.letters import missing_letters
from workshop.export.phrases import named, with_weekday
from workshop.export.registry import Source, Subject, source_of, whole_format
from workshop.export.typesetting import one_page
from workshop.plan.minutes import Minutes, minutes, sitting
from workshop.text import shorten

#: One page.
LINES = 60
WIDTH = 80

#: A title has room, whatever the rest has.
_TITLE = 120

NONE = "No check-in was held yet."

#: How many items of a list are told, and cells of a text, until the report has one page.
_LIMITS = (
    *((99, 2000), (99, 240), (99, 160), (99, 110), (99, 80), (12, 64), (8, 64)),
    *((6, 64), (5, 56), (4, 48), (3, 40), (2, 40)),
)


@whole_format(
    "checkin",
    suffix=".md",
    media_type="text/markdown",
    description="The report of the last check-in, one page",
    subject=Subject.CHECKIN,
)
def write(source: Source) -> bytes:
    """Return the report of the check-in under way, of the last one, or of the one asked for, as Markdown, in UTF-8."""
    fitting = _fitting(source, lambda report: markdown.render(report.document()).count("\n") <= LINES)
    return markdown.render(fitting.document() if fitting else _not_yet(source)).encode()


@whole_format(
    "checkin-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same report as plain text, 80 columns",
    subject=Subject.CHECKIN,
)
def write_text(source: Source) -> bytes:
    """Return the same report as plain text, in UTF-8."""
    fitting = _fitting(source, lambda report: report.page().count("\n") <= LINES)
    return (fitting.page() if fitting else plaintext.render(_not_yet(source))).encode()


@whole_format(
    "checkin-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The same report to attach and to print",
    subject=Subject.CHECKIN,
    remark=missing_letters,
)
def write_pdf(source: Source) -> bytes:
    """Return the same report as PDF."""
    return one_page(versions(source), source.plan)


def versions(source: Source) -> tuple[Section, ...]:
    """Return the report for a page that is set, from full to short; where none was held, what there is to say."""
    source = as_left(source)
    held = sitting(source.workshop, source.check_in)
    if held is None:
        return (_not_yet(source),)
    told = minutes(source.workshop, held)
    return tuple(_Report(source, told, items, cells).document(narrow=True) for items, cells in _LIMITS)


def as_left(source: Source) -> Source:
    """Return what a report is made from: the plan as the check-in left it, else as it is now."""
    held = sitting(source.workshop, source.check_in)
    then = next((each for each in source.versions if held and each.number == held.version), None)
    if held is None or then is None:
        return source
    return source_of(
        then.value,
        ref=source.plan.ref,
        today=held.held_on or source.plan.today,
        step=source.step,
        check_in=held.id,
        paper=source.plan.paper,
    )


def _fitting(source: Source, fits: Callable[[_Report], bool]) -> _Report | None:
    """The report with as much as fits; None where no check-in was held."""
    source = as_left(source)
    held = sitting(source.workshop, source.check_in)
    if held is None:
        return None
    told = minutes(source.workshop, held)
    for items, cells in _LIMITS:
        report = _Report(source, told, items, cells)
        if fits(report):
            break
    return report


def _not_yet(source: Source) -> Section:
    coming = due.next_one(source.workshop)
    told = f"The next one: {with_weekday(coming.on)}, {due.called(source.workshop, coming.occasion)}." if coming else ""
    parts = (paragraph(phrases.status(source.plan) + "."), paragraph(NONE), paragraph(told))
    return Section(f"{phrases.title(source.plan)}: check-in", tuple(filter(None, parts)))


@dataclass(frozen=True, slots=True)
class _Report:
    """The report with at most `items` of any list and `cells` of any text."""

    source: Source
    told: Minutes
    items: int
    cells: int

    def document(self, *, narrow: bool = False) -> Section:
        """The report in sections and tables; on a page `narrow` for their columns, changes are lines."""
        told = self.told
        changes = (
            bullets(self._few(map(lines.change, told.changes)))
            if narrow
            else self._table(COLUMNS, (row.row for row in told.changes), 3)
        )
        parts = (
            terms(*self._opening()),
            section("Wins", bullets(self._few(map(lines.praise, told.wins)))),
            section("Agreed last time", self._table(("What", "Who", "By", "Now"), self._answered())),
            section(
                "Results",
                self._table(
                    ("Item", "Status", "Confidence", "What happened", "Next"), map(lines.result_row, told.results)
                ),
                section("Beside what was said", bullets(self._few(self._beside()))),
            ),
            section("Changes", changes),
            section("Measures", bullets(self._few(map(lines.measured, told.measured)))),
            section("What must be true", bullets(self._few(map(lines.held, told.held)))),
            section("Triggers that fired", bullets(self._few(f"{signal}: {note}" for signal, note in told.fired))),
            section("Keep, change or stop", bullets(self._few(map(lines.judged, told.judged)))),
            section(
                "Where the priorities stand",
                self._table(
                    ("Id", "Priority", "Owner", "Next 90 days"),
                    ((row.id, row.title, row.owner, row.said) for row in told.stands),
                    2,
                ),
            ),
            section(
                "Actions",
                self._table(
                    ("By", "Who", "What"), ((with_weekday(row.by), row.who, row.text) for row in told.agreed), 2
                ),
            ),
            terms(*self._ending()),
        )
        return Section(self._title(), tuple(part for part in parts if part))

    def page(self) -> str:
        """The report in lines of 80 cells: labels and headings, and what stands under them."""
        told = self.told
        blocks = [
            [*wrap(self._title(), WIDTH), "=" * WIDTH],
            self._labeled(self._opening()),
            self._block("WINS", map(lines.praise, told.wins)),
            self._block("AGREED LAST TIME", (lines.said(*row) for row in self._answered())),
            self._block("RESULTS", (f"{row.id} {lines.result(row)}" for row in told.results)),
            self._block("CHANGES", map(lines.change, told.changes)),
            self._block("MEASURES", map(lines.measured, told.measured)),
            self._block("WHAT MUST BE TRUE", map(lines.held, told.held)),
            self._block("TRIGGERS THAT FIRED", (f"{signal}: {note}" for signal, note in told.fired)),
            self._block("KEEP, CHANGE OR STOP", map(lines.judged, told.judged)),
            self._block(
                "WHERE THE PRIORITIES STAND, NEXT 90 DAYS",
                (f"{named(row.id, row.title)}: {row.said}" for row in told.stands),
            ),
            self._block("ACTIONS", (lines.said(row.text, row.who, with_weekday(row.by)) for row in told.agreed)),
            self._labeled(self._ending()),
        ]
        return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

    def _title(self) -> str:
        return shorten(f"{phrases.title(self.source.plan)}: {self.told.name}", _TITLE)

    def _opening(self) -> Iterable[tuple[str, str]]:
        told = self.told
        version = f"version {told.version} of the plan" if told.version else "not closed yet"
        yield "Held", ", ".join(filter(None, (with_weekday(told.held_on), version)))
        yield "Why", self._text(told.why)
        yield "The choice", self._text(told.about)
        yield "Present", self._text(phrases.listed(told.who))

    def _ending(self) -> Iterable[tuple[str, str]]:
        coming = due.next_one(self.source.workshop)
        following = self.told.next_on or (coming.on if coming and self.told.version else None)
        yield "Decided otherwise because of the plan", self._text(self.told.decision)
        yield "What others hear", self._text(self.told.message)
        yield "Next check-in", with_weekday(following)

    def _labeled(self, pairs: Iterable[tuple[str, str]]) -> list[str]:
        return [each for label, text in pairs if text for each in wrap(f"{label.upper()}: {text}", WIDTH)]

    def _block(self, heading: str, items: Iterable[str]) -> list[str]:
        lines = [each for item in self._few(items) for each in hang("  ", wrap(item, WIDTH - 2), 2)]
        return [heading, *lines] if lines else []

    def _text(self, text: str) -> str:
        return shorten(text, self.cells)

    def _few(self, items: Iterable[str]) -> list[str]:
        every = [self._text(item) for item in items if item]
        more = len(every) - self.items
        return [*every[: self.items], f"and {more} more"] if more > 0 else every

    def _table(self, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], lead: int = 1) -> Table | None:
        every = [tuple(map(self._text, row)) for row in rows]
        more = len(every) - self.items
        rest = [(f"and {more} more", *[""] * (len(columns) - 1))] if more > 0 else []
        return table(columns, [*every[: self.items], *rest], lead=lead)

    def _answered(self) -> Iterable[tuple[str, ...]]:
        for row in self.told.answered:
            late = f", late {often(row.late)}" if row.late and row.answer != "done" else ""
            yield row.text, row.who, with_weekday(row.by), phrases.ANSWER[row.answer] + late

    def _beside(self) -> Iterable[str]:
        for row in self.told.results:
            if said := lines.beside(row):
                yield f"{row.id}: {phrases.listed(said)}"
