"""What a check-in came to, each thing in one line: results, wins, changes, measures, conditions, judgments."""

from __future__ import annotations

from decimal import Decimal

from data.nouns.check_in import Holding, Standing, Verdict
from workshop.amounts import say
from workshop.changes import Told
from workshop.check_ins.standing import SAID
from workshop.export.phrases import named, with_weekday
from workshop.plan.minutes import Held, Judged, Measured, Praise, Result

_HOLDING = {
    Holding.UNSAID: "",
    Holding.HOLDS: "holds",
    Holding.WEAKENING: "weakening",
    Holding.BROKEN: "broken",
    Holding.UNKNOWN: "unknown",
}
_VERDICT = {Verdict.UNSAID: "", Verdict.KEEP: "keep", Verdict.CHANGE: "change", Verdict.STOP: "stop"}
_AGAIN = {None: "", True: "we would start it today", False: "we would not start it today"}


def result_row(row: Result) -> tuple[str, ...]:
    """The cells of a result: item, status, confidence, what happened, next."""
    return row.id, SAID[row.standing], _confidence(row), row.happened, row.following


def result(row: Result) -> str:
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


def change(row: Told) -> str:
    """ "1. M1 date moved, 2026-12-04 -> 2027-01-15 (dependency slipped): reason. Director, at the review"."""
    way = "" if row.was == row.now == "-" else f", {row.now}" if row.was == "-" else f", {row.was} -> {row.now}"
    why = (f" ({row.cause})" if row.cause else "") + (f": {row.reason}" if row.reason else "")
    knock_on = "" if row.knock_on.lower() in ("", "none") else f"Knock-on: {row.knock_on}"
    said = (f"{row.number}. {row.item}: {row.kind}{way}{why}", row.decided, knock_on)
    return ". ".join(each.rstrip(".") for each in said if each)


def said(text: str, *more: str) -> str:
    """A text, and in brackets what else there is to it."""
    rest = ", ".join(filter(None, more))
    return f"{text} ({rest})" if rest else text


def _confidence(row: Result | Held) -> str:
    if row.confidence is None or (isinstance(row, Result) and row.standing is Standing.DONE):
        return "-"
    return str(row.confidence) if row.confidence_was is None else f"{row.confidence_was} -> {row.confidence}"


def praise(row: Praise) -> str:
    """ "Booking works (thanks to Client Services). How we mark it: cake"."""
    thanks = f" (thanks to {row.who})" if row.who else ""
    return f"{row.text}{thanks}" + (f". How we mark it: {row.mark}" if row.mark else "")


def measured(row: Measured) -> str:
    """ "Fresh share of food: 25 % by weight (from 22, to 45)"."""

    def said(value: Decimal | None) -> str:
        return "unknown" if value is None else say(value)

    way = f"{said(row.value)} {row.unit}".rstrip()
    return f"{row.name}: {way} (from {said(row.baseline)}, to {said(row.target)})" + (
        f". {row.note}" if row.note else ""
    )


def held(row: Held) -> str:
    """ "People book if the slot is after 17:00: weakening, confidence 4 -> 3"."""
    sure = f", confidence {_confidence(row)}" if row.confidence is not None else ""
    return f"{row.text}: {_HOLDING[row.holding] or 'not said'}{sure}" + (f". {row.note}" if row.note else "")


def judged(row: Judged) -> str:
    """ "P1 Open evenings: keep, we would start it today"."""
    said = ", ".join(filter(None, (_VERDICT[row.verdict], _AGAIN[row.again])))
    return f"{named(row.id, row.title)}: {said or 'not said'}" + (f". {row.note}" if row.note else "")
