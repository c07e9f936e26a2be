"""A row in whole sentences: what a step, or a consent round, decided about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Milestone, Priority, Risk
from data.nouns.rhythm import Cadence, Trigger
from data.nouns.room import Action, Consent
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from workshop import amounts, answers, dates
from workshop.check_ins import schedule
from workshop.naming import caption
from workshop.reading.sentences import Sentences, after, inner, stopped
from workshop.room import consents
from workshop.steps import load


def called(workshop: Workshop, row: Noun) -> str:
    """Return what a row is called: its own words, and a check-in what it is called in the workshop's rhythm."""
    return schedule.wording(workshop, row.kind).name if isinstance(row, Cadence) else caption(row)


def said(workshop: Workshop, row: Noun, step: str, today: date) -> Sentences:
    """Return what there is to say of a row in a step, with "" for what is not known yet."""
    say = _SAID.get((row.table, step)) or _SAID.get((row.table, ""))
    return say(workshop, row, today) if say is not None else _told(workshop, row, step, today)


def _told(workshop: Workshop, row: Noun, step: str, today: date) -> Sentences:
    """What a row is called, and its other core fields behind their labels."""
    fields = [field for field in load().step(step).tier("core") if field.noun == row.table]
    shown = [(field, answers.shown(field, row, workshop, today)) for field in fields]
    rest = (f"{field.label}: {text}" for field, text in shown if text and text != caption(row))
    return caption(row), *rest


def _place(workshop: Workshop, row: Noun, today: date) -> Sentences:
    """A place to play, the verdict on it and why."""
    assert isinstance(row, Arena)
    if row.verdict is Verdict.UNDECIDED:
        return (f"{row.name}: still to decide.",)
    choice = load().field("arena", "verdict").choice(row.verdict)
    verdict = f"{choice.sign} {choice.label}" if choice else row.verdict.value
    return (
        f"{row.name}: {verdict}.",
        after("Because: ", row.reason),
        after("To find out: ", row.question) if row.verdict is Verdict.EXPLORE else "",
        f"We decide by {dates.say(row.decide_by)}." if row.verdict is Verdict.EXPLORE and row.decide_by else "",
        after("We open it again if ", row.trigger) if row.verdict is Verdict.NOT_NOW else "",
    )


def way_to_win(workshop: Workshop, row: Noun, today: date) -> Sentences:
    """Return `{place}. Instead of {alternative}, people choose us for {advantage}.`"""
    assert isinstance(row, Arena)
    instead = inner(row.alternative)
    if instead and row.advantage:
        return f"{row.name}.", stopped(f"Instead of {instead}, people choose us for {inner(row.advantage)}")
    return f"{row.name}.", after("People choose us for ", inner(row.advantage)), after("Instead of ", instead)


def _priority(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Priority)
    owner = workshop.party(row.owner_id)
    return (
        row.title,
        row.outcome,
        f"{owner.name} answers for it." if owner is not None else "",
        after("What stops: ", row.stop),
    )


def _milestone(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Milestone)
    priority = workshop.get(Priority, row.priority_id)
    owner = workshop.party(row.owner_id or (priority.owner_id if priority is not None else None))
    due = f"By {dates.say(row.due)}" if row.due else "No date yet"
    return (
        row.title,
        f"{due}{f': {owner.name}' if owner is not None else ''}.",
        after("Done when: ", row.done_when),
    )


def _risk(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Risk)
    who = workshop.party(row.who_id)
    by = f", by {dates.say(row.by)}" if row.by else ""
    return (
        stopped(row.reason),
        after("We would see first: ", row.sign),
        after("What we change now: ", row.answer),
        f"{who.name if who is not None else 'Nobody yet'}{by}." if row.answer else "",
    )


def _promise(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Action)
    who = workshop.party(row.who_id)
    by = f", by {dates.say(row.by)}" if row.by else ""
    return (stopped(f"{who.name if who is not None else 'Nobody yet'}: {row.text}{by}"),)


def measured(row: Measure, today: date) -> str:
    """Return a measure in a sentence: "On-time visits: 61 → 90 % by 31 Dec 2027", "?" standing for what is unknown."""
    now, target = (
        "?" if value is None else amounts.say(value, load().language) for value in (row.baseline, row.target)
    )
    by = f"by {dates.short(row.by, today)}" if row.by else ""
    return f"{row.name}: {' '.join(filter(None, (now, '→', target, row.unit, by)))}"


def ruled(row: Principle) -> str:
    """Return a principle in a sentence, with what it forbids."""
    forbids = f"{load().field(row.table, 'will_not').label} {row.will_not.rstrip('.')}" if row.will_not else ""
    return "; ".join(filter(None, (row.rule.rstrip(".;"), forbids)))


def _measure(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Measure)
    return (f"{measured(row, today)}.",)


def _fact(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Fact)
    return stopped(row.text), after("We know it from: ", row.source)


def _principle(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Principle)
    return (stopped(ruled(row)),)


def _check_in(workshop: Workshop, row: Noun, today: date) -> Sentences:
    """A check-in, who comes, and when it is next."""
    assert isinstance(row, Cadence)
    name = called(workshop, row)
    minutes = f"{row.minutes} minutes" if row.minutes else ""
    dated = (each.on for each in schedule.next_dates(workshop, today) if each.kind == row.kind)
    return (
        stopped(f"{name[:1].upper()}{name[1:]}: {', '.join(filter(None, (minutes, row.who)))}".rstrip(": ")),
        *(f"Next on {dates.say(day)}." for day in dated),
    )


def _trigger(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Trigger)
    watcher = workshop.party(row.watcher_id)
    return (
        stopped(": ".join(filter(None, (row.signal, row.threshold)))),
        after("Then: ", row.then),
        f"{watcher.name} watches it." if watcher is not None else "",
    )


def _consent(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Consent)
    return consents.sentences(workshop, row, today)


_SAID: dict[tuple[str, str], Callable[[Workshop, Noun, date], Sentences]] = {
    ("arena", "where-to-play"): _place,
    ("arena", "how-to-win"): way_to_win,
    ("priority", ""): _priority,
    ("milestone", ""): _milestone,
    ("risk", ""): _risk,
    ("action", ""): _promise,
    ("measure", ""): _measure,
    ("fact", ""): _fact,
    ("principle", ""): _principle,
    ("cadence", ""): _check_in,
    ("trigger", ""): _trigger,
    ("consent", ""): _consent,
}
