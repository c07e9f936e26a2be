"""How documents say what is not text: dates, counts, states, and names with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.nouns.planning import Accepted, Source, Status
from data.nouns.room import Answer, DecisionRule, Disposition, LookBack
from workshop.amounts import say
from workshop.plan.decisions import (
    Aside,
    Candidate,
    CheckIn,
    Doubt,
    Measure,
    Milestone,
    OpenPoint,
    Place,
    Principle,
    Room,
    Selected,
    Trigger,
)
from workshop.plan.model import Plan

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HANDS = (
    ("five", "fives"),
    ("four", "fours"),
    ("three", "threes"),
    ("two", "twos"),
    ("one", "ones"),
    ("zero", "zeros"),
)

UNTITLED = "Untitled workshop"

RULE = {
    DecisionRule.CONSENT: "Consent; if an objection stands, the decider decides after hearing it",
    DecisionRule.DECIDER: "The decider decides after taking advice",
    DecisionRule.FIST: "Fist of five: everyone shows three or more",
    DecisionRule.MAJORITY: "Majority of those who vote",
}
STATUS = {
    Status.UNDECIDED: "still to decide",
    Status.SELECTED: "selected",
    Status.LATER: "later",
    Status.FOLDED: "folded into others",
    Status.DROPPED: "dropped",
}
ACCEPTED = {
    Accepted.NOT_ASKED: "not asked yet",
    Accepted.YES: "said yes",
    Accepted.YES_IF: "said yes, if",
    Accepted.NO: "said no",
}
ANSWER = {
    Answer.OPEN: "no answer yet",
    Answer.DONE: "done",
    Answer.NEEDED: "still needed",
    Answer.DROPPED: "dropped",
}
SOURCE = {
    Source.UNSAID: "",
    Source.INSIDE: "inside",
    Source.OUTSIDE: "outside",
    Source.LUCK: "luck",
}
#: The states of a result, and when it is in which. The owner says it; nobody else writes it over.
STANDING = (
    ("Done", "the evidence is recorded"),
    ("On track", "the owner expects to meet the date and the check; confidence 7 to 10"),
    ("At risk", "confidence 4 to 6, or help is needed, or it waits for something late"),
    ("Off track", "confidence 0 to 3, or the date can't be met"),
)
LOOK_BACK = {LookBack.OPEN: "", LookBack.STAND: "the places stand", LookBack.CHANGED: "the places were changed"}


def iso(day: date | None) -> str:
    """`2026-10-14`, or "" without a date."""
    return day.isoformat() if day else ""


def with_weekday(day: date | None) -> str:
    """`Wed 2026-10-14`, or "" without a date."""
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}" if day else ""


def in_words(day: date) -> str:
    """`14 October 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(value: int | None) -> str:
    """A number in figures, or "" for none."""
    return "" if value is None else str(value)


def counted(number: int, noun: str) -> str:
    """`no open points`, `1 open point`, `3 open points`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def title(plan: Plan) -> str:
    return plan.title or plan.organization or UNTITLED


def horizon(plan: Plan) -> str:
    """From when to when the plan reaches, as far as that was said."""
    if plan.horizon_start and plan.horizon_end:
        return f"{iso(plan.horizon_start)} to {iso(plan.horizon_end)}"
    if plan.horizon_end:
        return f"to {iso(plan.horizon_end)}"
    return f"from {iso(plan.horizon_start)}" if plan.horizon_start else ""


def status(plan: Plan) -> str:
    """`Draft, 3 open points` where that was looked at, and once it is adopted `Version 1, adopted 14 October 2026`."""
    if not plan.version:
        return "Draft" + (f", {counted(len(plan.open_points), 'open point')}" if plan.checked else "")
    return f"Version {plan.version}" + (f", adopted {in_words(plan.adopted_on)}" if plan.adopted_on else "")


def missing(plan: Plan) -> str:
    """What a draft says it lacks, or "" when it lacks nothing."""
    return f"Nothing is decided yet on: {', '.join(plan.missing)}." if plan.missing and not plan.version else ""


def open_point(point: OpenPoint) -> str:
    """`Milestones: 3 milestones have no date. A month is a start. (M1, M2, M5)`."""
    return f"{point.step}: {point.message}" + (f" ({', '.join(point.items)})" if point.items else "")


def listed(items: Iterable[str]) -> str:
    """The items that have text, in one line."""
    return "; ".join(filter(None, items))


def called(row: Place | Candidate | Selected | Milestone) -> str:
    """What a row is called where its id does not stand beside it: its own words, or its id while it has none."""
    return (row.name if isinstance(row, Place) else row.title) or row.id


def named(id: str, name: str) -> str:
    """An id with the name that belongs to it: `P1 Open evenings`."""
    return f"{id} {name}".rstrip()


def explored(place: Place) -> str:
    """A place that is explored, and until when."""
    return called(place) + (f" (until {iso(place.decide_by)})" if place.decide_by else "")


def baseline(row: Measure) -> str:
    """Today's number, or "unknown"."""
    return "unknown" if row.baseline is None else say(row.baseline)


def target(row: Measure) -> str:
    """The number to reach, or "" where there is none yet."""
    return "" if row.target is None else say(row.target)


def principle(row: Principle) -> str:
    """A rule and what it forbids: `Fresh before more; so we will not chase tonnage.`"""
    forbids = f"so we will not {row.will_not}" if row.will_not else ""
    said = "; ".join(filter(None, (row.rule.rstrip(".;"), forbids.rstrip("."))))
    return f"{said}." if said else ""


def trigger(row: Trigger) -> str:
    """The signal and its threshold."""
    return ": ".join(filter(None, (row.signal, row.threshold)))


def check_in(row: CheckIn) -> str:
    """`2026-10-28 fortnightly check-in`."""
    return f"{iso(row.on)} {row.name}"


def days(first: date, last: date) -> str:
    """One day, or from when to when."""
    return iso(first) if first == last else f"{iso(first)} to {iso(last)}"


def owner(row: Selected) -> str:
    """Who answers for a priority, and whether they said so."""
    if not row.owner:
        return ""
    answer = ACCEPTED[row.accepted]
    if row.accepted is Accepted.YES_IF:
        answer = f"{answer} {row.accepted_if}" if row.accepted_if else "said yes, on a condition"
    return f"{row.owner} ({answer})"


def due(milestone: Milestone) -> str:
    """When it is due, and when it first was, if that has moved."""
    moved = milestone.first_due and milestone.first_due != milestone.due
    return " ".join(filter(None, (with_weekday(milestone.due), f"(first {iso(milestone.first_due)})" if moved else "")))


def outcome(aside: Aside) -> str:
    """What becomes of a parked thought."""
    by = f"by {with_weekday(aside.by)}" if aside.by else ""
    match aside.disposition:
        case Disposition.OPEN:
            return "still to decide"
        case Disposition.DROP:
            return "dropped"
        case Disposition.LATER:
            return ": ".join(filter(None, ("later", aside.later or by)))
        case Disposition.DO:
            return ", ".join(filter(None, ("becomes an action", aside.who, by)))
        case Disposition.GIVE:
            return ", ".join(filter(None, (f"goes to {aside.who or 'nobody yet'}", by)))


def doubt(row: Doubt) -> str:
    """What somebody with few fingers said: `3: "December is brutal." (Trustee)`, the name only where it is wanted."""
    said = f"“{row.text}”" if row.text else ""
    return ": ".join(filter(None, ("" if row.score is None else str(row.score), said))) + (
        f" ({row.who})" if row.who else ""
    )


def confidence(room: Room) -> str:
    """The fist of five: `average 4.1 (3 fives, 6 fours, 2 threes)`, or "" before it was taken."""
    if room.average is None:
        return ""
    hands = [
        f"{count} {one if count == 1 else several}"
        for count, (one, several) in zip(room.fist, _HANDS, strict=False)
        if count
    ]
    return f"average {room.average:.1f} ({', '.join(hands)})"


def dots(room: Room) -> str:
    """How the vote on the candidates was held, or "" where there was none."""
    if not room.dots_each:
        return ""
    cap = f", at most {room.dots_cap} on one" if room.dots_cap else ""
    abstained = f"; {room.abstained} abstained" if room.abstained else ""
    voters = f"{counted(room.voters, 'voter')} with " if room.voters else ""
    return f"{voters}{room.dots_each} dots each{cap}{abstained}"
