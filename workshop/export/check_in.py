"""The report of a check-in: one page that tells whoever was not there what was said, changed and agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.nouns.check_in import Holding, Standing, Verdict
from workshop.amounts import say
from workshop.changes import COLUMNS, Told, often
from workshop.check_ins import due
from workshop.check_ins.standing import SAID
from workshop.export import markdown, phrases, plaintext
from workshop.export.document import Section, Table, bullets, paragraph, section, table, terms
from workshop.export.layout import hang, wrap
from workshop.export.letters import missing_letters
from workshop.export.phrases import named, with_weekday
from workshop.export.registry import Source, Subject, whole_format
from workshop.export.typesetting import pages
from workshop.plan.minutes import Held, Judged, Measured, Minutes, Praise, Result, latest, minutes
from workshop.text import shorten

#: One page.
LINES = 60
WIDTH = 80

NONE = "No check-in was held yet."

HOLDING = {
    Holding.UNSAID: "",
    Holding.HOLDS: "holds",
    Holding.WEAKENING: "weakening",
    Holding.BROKEN: "broken",
    Holding.UNKNOWN: "unknown",
}
VERDICT = {Verdict.UNSAID: "", Verdict.KEEP: "keep", Verdict.CHANGE: "change", Verdict.STOP: "stop"}

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
    """Return the report of the check-in under way, or of the last one, as Markdown, in UTF-8."""
    return _fitting(source, lambda report: markdown.render(report.document()), markdown.render)


@whole_format(
    "checkin-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same report as plain text, 80 columns",
    subject=Subject.CHECKIN,
)
def write_text(source: Source) -> bytes:
    """Return the same report as plain text, in UTF-8."""
    return _fitting(source, lambda report: report.page(), plaintext.render)


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
    return pages(report(source), source.plan)


def report(source: Source) -> Section:
    """Return the report of the check-in under way, or of the last one, or what there is to say where none was held."""
    sitting = latest(source.workshop)
    if sitting is None:
        return _not_yet(source)
    told = minutes(source.workshop, sitting)
    for items, cells in _LIMITS:
        document = _Report(source, told, items, cells).document()
        if markdown.render(document).count("\n") <= LINES:
            break
    return document


def _fitting(source: Source, write: Callable[[_Report], str], render: Callable[[Section], str]) -> bytes:
    sitting = latest(source.workshop)
    if sitting is None:
        return render(_not_yet(source)).encode()
    told = minutes(source.workshop, sitting)
    for items, cells in _LIMITS:
        text = write(_Report(source, told, items, cells))
        if text.count("\n") <= LINES:
            break
    return text.encode()


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

    def document(self) -> Section:
        """The report in sections and tables."""
        told = self.told
        parts = (
            terms(*self._opening()),
            section("Wins", bullets(self._few(map(_praise, told.wins)))),
            section("Agreed last time", self._table(("What", "Who", "By", "Now"), self._answered())),
            section(
                "Results",
                self._table(("Item", "Status", "Confidence", "What happened", "Next"), map(result_row, told.results)),
                section("Beside what was said", bullets(self._few(self._beside()))),
            ),
            section("Changes", self._table(COLUMNS, (row.row for row in told.changes), 3)),
            section("Measures", bullets(self._few(map(_measured, told.measured)))),
            section("What must be true", bullets(self._few(map(_held, told.held)))),
            section("Triggers that fired", bullets(self._few(f"{signal}: {note}" for signal, note in told.fired))),
            section("Keep, change or stop", bullets(self._few(map(_judged, told.judged)))),
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
            self._block("WINS", map(_praise, told.wins)),
            self._block("AGREED LAST TIME", (_said(row[0], *row[1:]) for row in self._answered())),
            self._block("RESULTS", (f"{row.id} {_result(row)}" for row in told.results)),
            self._block("CHANGES", map(_change, told.changes)),
            self._block("MEASURES", map(_measured, told.measured)),
            self._block("WHAT MUST BE TRUE", map(_held, told.held)),
            self._block("TRIGGERS THAT FIRED", (f"{signal}: {note}" for signal, note in told.fired)),
            self._block("KEEP, CHANGE OR STOP", map(_judged, told.judged)),
            self._block(
                "WHERE THE PRIORITIES STAND, NEXT 90 DAYS",
                (f"{named(row.id, row.title)}: {row.said}" for row in told.stands),
            ),
            self._block("ACTIONS", (_said(row.text, row.who, with_weekday(row.by)) for row in told.agreed)),
            self._labeled(self._ending()),
        ]
        return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

    def _title(self) -> str:
        return self._text(f"{phrases.title(self.source.plan)}: {self.told.name}")

    def _opening(self) -> Iterable[tuple[str, str]]:
        told = self.told
        version = f"version {told.version} of the plan" if told.version else "not closed yet"
        yield "Held", ", ".join(filter(None, (with_weekday(told.held_on), version)))
        yield "Why", self._text(told.why)
        yield "Present", self._text(phrases.listed(told.who))

    def _ending(self) -> Iterable[tuple[str, str]]:
        coming = due.next_one(self.source.workshop)
        following = self.told.next_on or (coming.on if coming and self.told.version else None)
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
            if said := beside(row):
                yield f"{row.id}: {phrases.listed(said)}"


def result_row(row: Result) -> tuple[str, ...]:
    """The cells of a result: item, status, confidence, what happened, next."""
    return row.id, SAID[row.standing], _confidence(row), row.happened, row.following


def _result(row: Result) -> str:
    """ "at risk, 8 -> 5: Eastmere signed. Next: see change 1. Moved once, 42 days in all"."""
    sure = _confidence(row)
    said = (
        SAID[row.standing] + (f", {sure}" if sure != "-" else "") + (f": {row.happened}" if row.happened else ""),
        f"Next: {row.following}" if row.following else "",
        *beside(row),
    )
    return ". ".join(each.rstrip(".") for each in said if each)


def beside(row: Result) -> tuple[str, ...]:
    """What stands beside the owner's word: the facts, the help that is needed, the date that is expected."""
    said = (
        *row.facts,
        f"Help needed: {row.help}" if row.help else "",
        f"Expected {with_weekday(row.forecast)}" if row.forecast else "",
        f"Evidence: {row.evidence}" if row.evidence else "",
    )
    return tuple(filter(None, said))


def _change(row: Told) -> str:
    """ "1. M1 date moved, 2026-12-04 -> 2027-01-15 (dependency slipped): reason. Director, at the review"."""
    way = "" if row.was == row.now == "-" else f", {row.now}" if row.was == "-" else f", {row.was} -> {row.now}"
    why = (f" ({row.cause})" if row.cause else "") + (f": {row.reason}" if row.reason else "")
    knock_on = "" if row.knock_on.lower() in ("", "none") else f"Knock-on: {row.knock_on}"
    said = (f"{row.number}. {row.item}: {row.kind}{way}{why}", row.decided, knock_on)
    return ". ".join(each.rstrip(".") for each in said if each)


def _said(text: str, *more: str) -> str:
    """A text, and in brackets what else there is to it."""
    rest = ", ".join(filter(None, more))
    return f"{text} ({rest})" if rest else text


def _confidence(row: Result | Held) -> str:
    if row.confidence is None or (isinstance(row, Result) and row.standing is Standing.DONE):
        return "-"
    return str(row.confidence) if row.confidence_was is None else f"{row.confidence_was} -> {row.confidence}"


def _praise(row: Praise) -> str:
    thanks = f" (thanks to {row.who})" if row.who else ""
    return f"{row.text}{thanks}" + (f". How we mark it: {row.mark}" if row.mark else "")


def _measured(row: Measured) -> str:
    def said(value: Decimal | None) -> str:
        return "unknown" if value is None else say(value)

    way = f"{said(row.value)} {row.unit}".rstrip()
    return f"{row.name}: {way} (from {said(row.baseline)}, to {said(row.target)})" + (
        f". {row.note}" if row.note else ""
    )


def _held(row: Held) -> str:
    sure = f", confidence {_confidence(row)}" if row.confidence is not None else ""
    return f"{row.text}: {HOLDING[row.holding] or 'not said'}{sure}" + (f". {row.note}" if row.note else "")


def _judged(row: Judged) -> str:
    again = {None: "", True: "we would start it today", False: "we would not start it today"}[row.again]
    said = ", ".join(filter(None, (VERDICT[row.verdict], again)))
    return f"{named(row.id, row.title)}: {said or 'not said'}" + (f". {row.note}" if row.note else "")
