"""The report of a check-in: one page that tells whoever was not there what was said, changed and agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.nouns.check_in import Holding, Standing, Verdict
from workshop import due
from workshop.amounts import say
from workshop.changes import COLUMNS, often
from workshop.export import markdown, phrases, plaintext
from workshop.export.document import Section, Table, bullets, paragraph, section, table, terms
from workshop.export.phrases import named, with_weekday
from workshop.export.registry import Source, Subject, whole_format
from workshop.minutes import Held, Judged, Measured, Minutes, Praise, Result, latest, minutes
from workshop.standing import SAID
from workshop.text import shorten

#: One page.
LINES = 60

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
_LIMITS = ((99, 2000), (12, 400), (8, 200), (6, 120), (4, 80), (3, 60), (2, 40))


@whole_format(
    "checkin",
    suffix=".md",
    media_type="text/markdown",
    description="The report of the last check-in, one page",
    subject=Subject.CHECKIN,
)
def write(source: Source) -> bytes:
    """Return the report of the check-in under way, or of the last one, as Markdown, in UTF-8."""
    return _fitting(source, markdown.render)


@whole_format(
    "checkin-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same report as plain text, 80 columns",
    subject=Subject.CHECKIN,
)
def write_text(source: Source) -> bytes:
    """Return the same report as plain text, in UTF-8."""
    return _fitting(source, plaintext.render)


def _fitting(source: Source, render: Callable[[Section], str]) -> bytes:
    sitting = latest(source.workshop)
    if sitting is None:
        return render(_not_yet(source)).encode()
    told = minutes(source.workshop, sitting)
    for items, cells in _LIMITS:
        text = render(_Report(source, told, items, cells).document())
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
        told = self.told
        version = f"version {told.version} of the plan" if told.version else "not closed yet"
        coming = due.next_one(self.source.workshop)
        following = told.next_on or (coming.on if coming and told.version else None)
        parts = (
            terms(
                ("Held", ", ".join(filter(None, (with_weekday(told.held_on), version)))),
                ("Why", self._text(told.why)),
                ("Present", self._text(phrases.listed(told.who))),
            ),
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
            terms(("What others hear", self._text(told.message)), ("Next check-in", with_weekday(following))),
        )
        title = f"{phrases.title(self.source.plan)}: {told.name}"
        return Section(self._text(title), tuple(part for part in parts if part))

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
            said = (
                *row.facts,
                f"Help needed: {row.help}" if row.help else "",
                f"Expected {with_weekday(row.forecast)}" if row.forecast else "",
                f"Evidence: {row.evidence}" if row.evidence else "",
            )
            if any(said):
                yield f"{row.id}: {phrases.listed(said)}"


def result_row(row: Result) -> tuple[str, ...]:
    """The cells of a result: item, status, confidence, what happened, next."""
    return row.id, SAID[row.standing], _confidence(row), row.happened, row.following


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
