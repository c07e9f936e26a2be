"""What the room has just said, in whole sentences to be read back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Milestone, Priority, Risk, Status
from data.nouns.rhythm import Cadence, Trigger
from data.nouns.room import Action, Consent
from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from workshop import amounts, answers, dates
from workshop.actions import stress
from workshop.check_ins import schedule
from workshop.naming import caption
from workshop.room import consents, words
from workshop.steps import Field, load


@dataclass(frozen=True, slots=True)
class Reading:
    """The question that was answered, and the answer: the first sentence is the one that matters."""

    question: str
    sentences: tuple[str, ...]


def called(workshop: Workshop, row: Noun) -> str:
    """Return what a row is called: its own words, and a check-in what it is called in the workshop's rhythm."""
    return schedule.wording(workshop, row.kind).name if isinstance(row, Cadence) else caption(row)


def of_field(workshop: Workshop, row: Noun, field: Field, today: date) -> Reading | None:
    """Return one field of a row as question and answer; None while there is no answer."""
    shown = answers.shown(field, row, workshop, today)
    name = called(workshop, row)
    whose = (name,) if name not in ("", shown) else ()
    return Reading(f"{field.label[:1].upper()}{field.label[1:]}:", (shown, *whose)) if shown else None


def of_row(workshop: Workshop, row: Noun, step: str, today: date) -> Reading | None:
    """Return what a step, or a consent round, decided about a row; None while there is nothing to say of it."""
    say = _SAID.get((row.table, step)) or _SAID.get((row.table, ""))
    sentences = say(workshop, row, today) if say is not None else _told(workshop, row, step, today)
    sentences = tuple(filter(None, sentences))
    question = words.load().consent.question if isinstance(row, Consent) else load().step(step).question
    return Reading(question, sentences) if sentences else None


def of_step(workshop: Workshop, step: str, today: date) -> Reading | None:
    """Return what a step came to, as far as it has; None while there is nothing."""
    result = _RESULTS.get(step, _fields_of)
    sentences = tuple(filter(None, result(workshop, step, today)))
    return Reading(load().step(step).question, sentences) if sentences else None


# -- one row ----------------------------------------------------------------------------------------------------------

Sentences = tuple[str, ...]


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
        _after("Because: ", row.reason),
        _after("To find out: ", row.question) if row.verdict is Verdict.EXPLORE else "",
        f"We decide by {dates.say(row.decide_by)}." if row.verdict is Verdict.EXPLORE and row.decide_by else "",
        _after("We open it again if ", row.trigger) if row.verdict is Verdict.NOT_NOW else "",
    )


def _way_to_win(workshop: Workshop, row: Noun, today: date) -> Sentences:
    """`{place}. Instead of {alternative}, people choose us for {advantage}.`"""
    assert isinstance(row, Arena)
    instead = _inner(row.alternative)
    if instead and row.advantage:
        return f"{row.name}.", _stopped(f"Instead of {instead}, people choose us for {_inner(row.advantage)}")
    return f"{row.name}.", _after("People choose us for ", _inner(row.advantage)), _after("Instead of ", instead)


def _priority(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Priority)
    owner = workshop.party(row.owner_id)
    return (
        row.title,
        row.outcome,
        f"{owner.name} answers for it." if owner is not None else "",
        _after("What stops: ", row.stop),
    )


def _milestone(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Milestone)
    priority = workshop.get(Priority, row.priority_id)
    owner = workshop.party(row.owner_id or (priority.owner_id if priority is not None else None))
    due = f"By {dates.say(row.due)}" if row.due else "No date yet"
    return (
        row.title,
        f"{due}{f': {owner.name}' if owner is not None else ''}.",
        _after("Done when: ", row.done_when),
    )


def _risk(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Risk)
    who = workshop.party(row.who_id)
    by = f", by {dates.say(row.by)}" if row.by else ""
    return (
        _stopped(row.reason),
        _after("We would see first: ", row.sign),
        _after("What we change now: ", row.answer),
        f"{who.name if who is not None else 'Nobody yet'}{by}." if row.answer else "",
    )


def _promise(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Action)
    who = workshop.party(row.who_id)
    by = f", by {dates.say(row.by)}" if row.by else ""
    return (_stopped(f"{who.name if who is not None else 'Nobody yet'}: {row.text}{by}"),)


def measured(row: Measure, today: date) -> str:
    """A measure in a sentence: "On-time visits: 61 → 90 % by 31 Dec 2027", "?" standing for what is unknown."""
    now, target = (
        "?" if value is None else amounts.say(value, load().language) for value in (row.baseline, row.target)
    )
    by = f"by {dates.short(row.by, today)}" if row.by else ""
    return f"{row.name}: {' '.join(filter(None, (now, '→', target, row.unit, by)))}"


def ruled(row: Principle) -> str:
    """A principle in a sentence, with what it forbids."""
    forbids = f"{load().field(row.table, 'will_not').label} {row.will_not.rstrip('.')}" if row.will_not else ""
    return "; ".join(filter(None, (row.rule.rstrip(".;"), forbids)))


def _measure(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Measure)
    return (f"{measured(row, today)}.",)


def _fact(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Fact)
    return _stopped(row.text), _after("We know it from: ", row.source)


def _principle(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Principle)
    return (_stopped(ruled(row)),)


def _check_in(workshop: Workshop, row: Noun, today: date) -> Sentences:
    """A check-in, who comes, and when it is next."""
    assert isinstance(row, Cadence)
    name = called(workshop, row)
    minutes = f"{row.minutes} minutes" if row.minutes else ""
    dated = (each.on for each in schedule.next_dates(workshop, today) if each.kind == row.kind)
    return (
        _stopped(f"{name[:1].upper()}{name[1:]}: {', '.join(filter(None, (minutes, row.who)))}".rstrip(": ")),
        *(f"Next on {dates.say(day)}." for day in dated),
    )


def _trigger(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Trigger)
    watcher = workshop.party(row.watcher_id)
    return (
        _stopped(": ".join(filter(None, (row.signal, row.threshold)))),
        _after("Then: ", row.then),
        f"{watcher.name} watches it." if watcher is not None else "",
    )


def _consent(workshop: Workshop, row: Noun, today: date) -> Sentences:
    assert isinstance(row, Consent)
    return consents.sentences(workshop, row, today)


_SAID: dict[tuple[str, str], Callable[[Workshop, Noun, date], Sentences]] = {
    ("arena", "where-to-play"): _place,
    ("arena", "how-to-win"): _way_to_win,
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


# -- a step -----------------------------------------------------------------------------------------------------------


def _fields_of(workshop: Workshop, step: str, today: date) -> Sentences:
    """The texts of the workshop's own core fields."""
    fields = [field for field in load().step(step).tier("core") if field.noun == "brief" and field.kind == "text"]
    return tuple(answers.shown(field, workshop.brief, workshop, today) for field in fields)


def _scope(workshop: Workshop, step: str, today: date) -> Sentences:
    return (workshop.brief.scope,)


def _aims(workshop: Workshop, step: str, today: date) -> Sentences:
    """What is in the way, what is worth reaching, and how one will know."""
    brief = workshop.brief
    return brief.obstacle, brief.aspiration, *(f"{measured(row, today)}." for row in workshop.measures)


def _places(workshop: Workshop, step: str, today: date) -> Sentences:
    """Where we play, then where we do not."""
    groups = []
    for choice in load().field("arena", "verdict").choices:
        names = [row.name for row in workshop.arenas if row.verdict == choice.value]
        if names and choice.value != Verdict.UNDECIDED:
            groups.append(f"{choice.sign} {choice.label}: {'; '.join(names)}.")
    return tuple(groups)


def _ways_to_win(workshop: Workshop, step: str, today: date) -> Sentences:
    played = [row for row in workshop.arenas if row.verdict is Verdict.PLAY and row.advantage]
    return tuple(" ".join(filter(None, _way_to_win(workshop, row, today))) for row in played)


def _chosen(workshop: Workshop, step: str, today: date) -> Sentences:
    return tuple(f"{at}. {row.title}" for at, row in enumerate(_selected(workshop), 1))


def _owned(workshop: Workshop, step: str, today: date) -> Sentences:
    owners = ((row, workshop.party(row.owner_id)) for row in _selected(workshop))
    return tuple(f"{owner.name}: {row.title}." for row, owner in owners if owner is not None)


def _dated(workshop: Workshop, step: str, today: date) -> Sentences:
    selected = {row.id for row in _selected(workshop)}
    rows = [(row.due, row.number, row) for row in workshop.milestones if row.due and row.priority_id in selected]
    return tuple(f"{dates.short(due, today)}: {row.title}." for due, _, row in sorted(rows, key=lambda each: each[:2]))


def _why_it_failed(workshop: Workshop, step: str, today: date) -> Sentences:
    """The reasons that have a star, each with its answer; all of them while none has."""
    reasons = stress.with_star(workshop, True) or workshop.risks
    return tuple(f"{_stopped(row.reason)} {_after('We change: ', row.answer)}".rstrip() for row in reasons)


def _next_looks(workshop: Workshop, step: str, today: date) -> Sentences:
    """When the plan is next looked at, for each kind of check-in, and who keeps it."""
    keeper = workshop.party(workshop.brief.keeper_id)
    named = ((row.on, row.kind) for row in schedule.next_dates(workshop, today))
    return (
        *(f"{dates.say(on)}{f': {schedule.wording(workshop, kind).name}' if kind else ''}." for on, kind in named),
        f"{keeper.name} keeps the plan up to date." if keeper is not None else "",
    )


def _selected(workshop: Workshop) -> list[Priority]:
    return [row for row in workshop.priorities if row.status is Status.SELECTED]


_RESULTS: dict[str, Callable[[Workshop, str, date], Sentences]] = {
    "open": _scope,
    "direction": _aims,
    "where-to-play": _places,
    "how-to-win": _ways_to_win,
    "priorities": _chosen,
    "owners": _owned,
    "milestones": _dated,
    "rhythm": _next_looks,
    "stress-test": _why_it_failed,
}


# -- sentences --------------------------------------------------------------------------------------------------------


def _after(lead: str, text: str) -> str:
    """A sentence that begins with `lead`, or "" where there is nothing to say."""
    return _stopped(f"{lead}{text}") if text else ""


def _stopped(text: str) -> str:
    """The text with something at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _inner(text: str) -> str:
    """What somebody typed as a sentence, to stand within another one: without its own full stop.

    A capital goes only where the word behind it is plainly no name or abbreviation: "A", "The", "Our".
    """
    text = text.rstrip(" .")
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in ("A", "An", "The", "Our", "We") else text
